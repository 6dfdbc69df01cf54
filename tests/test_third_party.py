"""Whose work the program and its sites carry: every package and file, and its licence."""

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from tests.conftest import ROOT

LISTED = dict(
    re.findall(
        r"^\| ([a-z0-9._-]+) \| ([^|]+) \|$",
        (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8").split("## Installed")[1],
        re.MULTILINE,
    )
)
LISTED.pop("package")
LOCKED = re.findall(
    r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
)
# None of these asks that what is made with it be published under the same terms.
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-CMU"),
    *("MPL-2.0", "PSF-2.0", "Zlib"),
}
# How packages name a licence that do not yet do it as SPDX.
FAMILIES = {
    "Apache-2.0": "Apache",
    "BSD-3-Clause": "BSD",
    "MIT": "MIT",
    "MPL-2.0": "Mozilla Public License 2.0",
    "PSF-2.0": "Python Software Foundation",
}
# What lies in theme/assets/ and is ours.
OURS = {
    *("cari.js", "early.js", "grafik.js", "page.js", "palette.js", "tabel.js"),
    *("iku.css", "lambang.svg", "fonts/README.md"),
}


def test_every_locked_package_is_listed_and_no_other() -> None:
    assert sorted(LISTED) == sorted(set(LOCKED))
    assert len(LISTED) > 40


@pytest.mark.parametrize("name", LISTED)
def test_a_package_is_under_the_licence_that_we_say(name: str) -> None:
    listed = LISTED[name]
    assert set(re.split(" AND | OR ", listed)) <= ALLOWED
    try:
        stated = distribution(name).metadata
    except PackageNotFoundError:
        pytest.skip("for another system")
    expression = stated.get("License-Expression")
    if expression:
        assert expression == listed
    else:
        words = [stated.get("License", ""), *stated.get_all("Classifier", [])]
        assert any(FAMILIES[listed] in text for text in words), words


def test_every_file_of_others_in_the_theme_is_listed() -> None:
    told = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assets = ROOT / "theme/assets"
    files = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()}
    assert files >= OURS
    assert {path for path in files - OURS if f"theme/assets/{path}" not in told} == set()


def test_the_parts_list_of_a_release_names_every_locked_package_with_its_hash() -> None:
    """As `make dist` writes it."""
    (line,) = (
        line.split()
        for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
        if "cyclonedx-py" in line
    )
    options = ["-" if option == "dist/sbom.cdx.json" else option for option in line[1:]]
    made = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", *options],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    parts = json.loads(made.stdout)
    assert parts["metadata"]["component"]["name"] == "iku-terbuka"
    hashed = {
        part["name"]
        for part in parts["components"]
        if any(ref.get("hashes") for ref in part["externalReferences"])
    }
    assert hashed == set(LOCKED)
