"""Data flows one way: a package imports only from levels below its own.

What may be replaced one day, and what touches the world outside, has few homes.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "generator" / "iku_terbuka"
# From the bottom; packages and modules of one level do not import each other.
LEVELS = (
    {"defaults", "errors"},
    {"formula", "source"},
    {"model"},
    {"capaian", "history", "load", "report"},
    {"check", "context", "wording"},
    {"charts", "diff", "formulir", "publish"},
    {"opendata"},
    {"pages"},
    {"site"},
    {"mkdocs_plugin"},
    {"cli"},
)
# The only packages that may import it; of the standard library what reaches disk, clock or net.
HOMES: dict[str, set[str]] = {
    "iku_terbuka.load": {"check", "cli", "mkdocs_plugin"},
    "mkdocs": {"mkdocs_plugin"},
    "material": set(),
    "matplotlib": {"charts"},
    "PIL": {"charts"},
    # In check for the catalogue of messages, in mkdocs_plugin to write mkdocs.yml and front matter.
    "yaml": {"check", "mkdocs_plugin", "source"},
    "jinja2": {"pages"},
    "openpyxl": {"formulir"},
    "ruamel": {"formulir"},
    "xlsxwriter": {"formulir", "opendata"},
    "babel": {"wording"},
    "click": {"cli"},
    "subprocess": {"history"},
    "pathlib": {"cli", "defaults", "diff", "history", "load", "mkdocs_plugin", "publish"},
    "os": {"cli", "history", "load", "mkdocs_plugin", "publish"},
    "urllib": {"cli", "context"},  # urllib.parse alone: addresses as text
    "time": set(),
    "random": set(),
    "locale": set(),
    "requests": set(),
}


def level(package: str) -> int:
    return next(i for i, names in enumerate(LEVELS) if package in names)


def imports(source: str) -> Iterator[str]:
    """Yield the full name of everything that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports of ours are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def violations(package: str, source: str) -> list[str]:
    """Return what ``source``, a module of ``package``, imports although it may not."""
    wrong = []
    for name in imports(source):
        top, _, rest = name.partition(".")
        ours = rest.split(".")[0] if top == "iku_terbuka" else ""
        homes = HOMES.get(f"iku_terbuka.{ours}" if ours else top)
        upward = ours not in {"", package} and level(ours) >= level(package)
        if upward or (homes is not None and package not in {ours, *homes}):
            wrong.append(name)
    return wrong


def package_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def test_every_package_has_one_level() -> None:
    listed = [name for names in LEVELS for name in names]
    assert sorted(listed) == sorted({package_of(path) for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path: Path) -> None:
    assert violations(package_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("package", "planted"),
    [
        ("model", "from iku_terbuka.load import load_laporan"),
        ("capaian", "import iku_terbuka.pages.indikator"),
        ("charts", "def f():\n    from iku_terbuka.site import Site"),
        ("wording", "from iku_terbuka.context import Context"),
        ("pages", "from iku_terbuka.load import load_laporan"),
        ("wording", "import matplotlib.pyplot as plt"),
        ("pages", "from mkdocs.structure import files"),
        ("capaian", "import time"),
        ("pages", "from pathlib import Path"),
    ],
)
def test_a_planted_wrong_import_is_found(package: str, planted: str) -> None:
    assert len(violations(package, planted)) == 1


# ``a*+`` and ``(?>a)``: Python 3.11.0 to 3.11.4, and so Debian 12, match other texts with them.
_POSSESSIVE = re.compile(r"(?<!\\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")


def test_every_python_understands_the_patterns_alike() -> None:
    assert _POSSESSIVE.search("[^<]*+")
    assert not _POSSESSIVE.search(r"\++[a-z]+")
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
                text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
                assert not _POSSESSIVE.search(text), (path, node.lineno)


def test_no_pyplot_and_no_eval_anywhere() -> None:
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        called = {
            node.func.id
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"eval", "exec", "compile", "__import__"}, path
        assert not any("pyplot" in name for name in imports(source)), path
