"""The built site of a repo with a past."""

import shutil
from pathlib import Path

from iku_terbuka.mkdocs_plugin.build import build
from tests.conftest import copy_project
from tests.fictional import PEMDA
from tests.html_tree import read_pages
from tests.repository import DINAS, Repository, capaian, iku


def test_the_site_shows_the_past_and_has_the_page_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    repo = Repository(tmp_path / "repo")
    repo.data.rmdir()
    copy_project(repo.root, tmp_path / "kosong")
    repo.write("kabupaten-contoh/pemda.yaml", PEMDA)
    result = "{{realisasi: {}, sumber: {{judul: Laporan}}}}"
    repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x=result.format("81.2")))
    repo.commit(
        "Ralat <b>hasil</b> 197501012000031001",
        at="2026-03-02T12:00:00+0700",
        c2024=capaian(2024, x=result.format(84)),
    )
    build(repo.root / "mkdocs.yml", repo.root / "site", None)
    pages = read_pages(repo.root / "site")
    told = "Ralat Ralat <b>hasil</b> …"
    for path in ("perubahan/index.html", f"{DINAS}/x/index.html"):
        words = pages[path].text
        assert "2 Maret 2026" in words
        assert told in words
        assert "Realisasi 2024: 81,2 → 84" in words
        assert "197501012000031001" not in words
    home = pages["index.html"]
    assert "perubahan/index.html" in [link.attributes.get("href") for link in home.find_all("a")]

    # Without a page of its own the site has that of the program.
    shutil.rmtree(repo.root / "content/perubahan")
    build(repo.root / "mkdocs.yml", repo.root / "lain", None)
    again = read_pages(repo.root / "lain")
    assert told in again["perubahan/index.html"].text
    assert told in again[f"{DINAS}/x/index.html"].text
