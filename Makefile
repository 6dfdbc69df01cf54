# Two commands do everything on a fresh machine: `make site` and `make test`.
# On Windows: `python -m venv .venv`, then the same lines with .venv\Scripts\ (see README.md).
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: pasang site test quick attack serve demo check check-html bench format lock dist clean
.DEFAULT_GOAL := site

# Installs and nothing else; for pipelines, which then call .venv/bin/iku themselves.
pasang: .venv/site.stamp

site: .venv/site.stamp
	$(BIN)/iku build

test: .venv/test.stamp
	@$(BIN)/python tests/browser/install.py
	$(BIN)/ruff check generator bench tests
	$(BIN)/ruff format --check generator bench tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal

# The same without a browser, for each other version of Python.
quick: .venv/test.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore=tests/browser --ignore=tests/attack

# Hostile inputs of every kind, the same for the same seed, for some minutes; for an hour of others:
# make attack ARGS="--minutes 60 --seed 7". What fails is kept in tests/attack/cases/.
attack: .venv/test.stamp
	@$(BIN)/python tests/browser/install.py
	$(BIN)/python -m tests.attack $(ARGS)

serve: .venv/site.stamp
	$(BIN)/iku serve

# A full site of a fictional Pemda, to show and to try: demo/index.html
demo: .venv/site.stamp
	$(BIN)/iku build --indicators tests/contoh --out demo

check: .venv/site.stamp
	$(BIN)/iku check

# The Nu HTML checker over every page of both sites; needs Java and npm.
check-html: .venv/site.stamp
	@$(BIN)/python tests/check_html.py
	$(BIN)/iku build --out .cache/html/nyata
	$(BIN)/iku build --indicators tests/contoh --out .cache/html/contoh
	@$(BIN)/python tests/check_html.py .cache/html/nyata .cache/html/contoh

# What a site of many indicators costs, beside the plain way (some minutes); for bench/RESULTS.md
# add ARGS=--save.
bench: .venv/test.stamp
	$(BIN)/python -m bench $(ARGS)

format: .venv/test.stamp
	$(BIN)/ruff check --fix generator bench tests
	$(BIN)/ruff format generator bench tests

COMPILE := --universal --python-version=3.11 --generate-hashes --extra=build --extra=excel
# Needs uv; the lock files hold hashes for every platform. Their first lines tell Renovate how they
# are made.
lock:
	uv pip compile -q $(COMPILE) --output-file=requirements.lock pyproject.toml
	uv pip compile -q $(COMPILE) --extra=dev --constraints=requirements.lock --output-file=requirements-dev.lock pyproject.toml

# What a release hands out: the wheel, its parts list (CycloneDX), and the checksums of both.
dist: .venv/test.stamp
	rm -rf dist
	$(BIN)/python -m pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation -w dist .
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible -o dist/sbom.cdx.json requirements.lock
	cd dist && sha256sum *.whl sbom.cdx.json > SHA256SUMS

clean:
	rm -rf .venv site .cache

.venv/pyvenv.cfg:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Perlu Python 3.11 atau lebih baru."; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Modul venv tidak ada. Di Debian atau Ubuntu: sudo apt install python3-venv"; exit 1; }

.venv/site.stamp: .venv/pyvenv.cfg requirements.lock pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
