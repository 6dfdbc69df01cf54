"""Other engines: the export on MkDocs alone and on Zensical, the plugin on ProperDocs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.mkdocs_plugin.export import export_markdown
from tests.conftest import CONTOH, EPOCH, ROOT, copy_project, copy_small_project
from tests.html_tree import Element, parse

ENGINES = {
    "mkdocs": ("-m", "mkdocs", "build", "--strict", "--quiet"),
    "zensical": ("-m", "zensical", "build", "--strict"),
}
OWN = """\
---
title: Halaman kami
---
# Halaman kami

Nilai SAKIP dan `SAKIP` ada di [glosarium](../glosarium/index.md#sakip).
"""
# What explains abbreviations: here links to the glossary, in the export of hand-written pages the
# extension of Markdown.
_ABBREVIATION = re.compile(r'<a class="iku-singkat"[^>]*>(.*?)</a>')
_OTHERS = re.compile(r"Singkatanlaindihalamanini:.*")
_LD = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every option, its site, and its export in ``luar``."""
    project = copy_project(tmp_path_factory.mktemp("mesin"), CONTOH)
    settings = project / "mkdocs.yml"
    said = settings.read_text(encoding="utf-8")
    said = said.replace('site_url: ""', "site_url: https://iku.contoh.go.id/")
    options = (
        *("repositori: https://github.com/pemda/iku", "kontak: Bagian <b>Organisasi</b>"),
        'warna: "#7a1f1f"',
    )
    said = said.replace("  - iku:\n", "".join(["  - iku:\n", *(f"      {o}\n" for o in options)]))
    settings.write_text(said, encoding="utf-8")
    (project / "content/kami").mkdir()
    (project / "content/kami/index.md").write_text(OWN, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(settings, project / "site", None)
        export_markdown(settings, project / "luar", None)
    return project


@pytest.fixture(scope="module", params=ENGINES)
def other(project: Path, request: pytest.FixtureRequest) -> Path:
    """The site that another engine makes of the export, without a warning."""
    run_engine(project / "luar", *ENGINES[request.param], "-f", "mkdocs.yml")
    return (project / "luar/site").rename(project / request.param)


def run_engine(folder: Path, *arguments: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH}
    environment["PYTHONPATH"] = f"{ROOT / 'generator'}"
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "warning" not in (ended.stdout + ended.stderr).lower()


def article(page: Path) -> Element:
    html = _ABBREVIATION.sub(r"\1", page.read_text(encoding="utf-8"))
    return parse("".join(re.findall(r"<article.*?</article>", html, re.DOTALL)))


def words(tree: Element) -> str:
    """Return the text without white space, which an element for an abbreviation moves."""
    return _OTHERS.sub("", "".join(tree.text.split()))


def links(tree: Element) -> list[str]:
    return [href for a in tree.find_all("a") if (href := a.attributes.get("href"))]


def head(page: Path) -> tuple[object, ...]:
    """Return title, metadata, links that are no style sheets, and structured data."""
    html = page.read_text(encoding="utf-8")
    (inside,) = re.findall(r"<head>(.*?)</head>", html, re.DOTALL)
    tree = parse(inside)
    told = sorted(
        tuple(sorted((key, value.removeprefix("./")) for key, value in tag.attributes.items()))
        for tag in tree.find_all("meta", "link")
        if tag.attributes.get("rel") != "stylesheet"
    )
    return tree.text, told, _LD.findall(html)


def test_every_page_says_the_same(project: Path, other: Path) -> None:
    site = project / "site"
    pages = [path.relative_to(site) for path in site.rglob("index.html")]
    assert len(pages) > 180
    for path in pages:
        ours, theirs = article(site / path), article(other / path)
        assert words(theirs) == words(ours), path
        assert links(theirs) == links(ours), path
        assert head(other / path) == head(site / path), path


def test_the_files_are_there(project: Path, other: Path) -> None:
    for path in (project / "site").rglob("*"):
        inside = path.relative_to(project / "site")
        if path.is_file() and path.suffix != ".html" and inside.parts[0] in {"cari", "data"}:
            assert (other / inside).read_bytes() == path.read_bytes(), inside
    sitemap = (project / "site/sitemap.xml").read_bytes()
    assert sitemap.count(b"<lastmod>") > 150
    assert (other / "sitemap.xml").read_bytes() == sitemap


def test_the_frame_is_ours(other: Path) -> None:
    html = (other / "kabupaten-contoh/index.html").read_text(encoding="utf-8")
    assert "<p>Kontak: Bagian &lt;b&gt;Organisasi&lt;" in html
    assert "Ubah data ini</a>" in html
    assert "Laporkan kesalahan</a>" in html
    assert re.search(r'class="?iku-cari"?', html)
    assert "warna.css" in html
    assert "#7a1f1f" in (other / "assets/warna.css").read_text(encoding="utf-8")
    (menu,) = re.findall(r"<nav aria-label=\"?Menu\"?>.*?</nav>", html, re.DOTALL)
    assert "Kabupaten Contoh" in parse(menu).text


def test_abbreviations_of_hand_written_pages_are_explained(other: Path) -> None:
    tree = article(other / "kami/index.html")
    (abbr,) = tree.find_all("abbr")
    assert abbr.text == "SAKIP"
    assert abbr.attributes["title"] == "Sistem Akuntabilitas Kinerja Instansi Pemerintah"


def test_properdocs_runs_the_plugin_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_small_project(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    build(project / "mkdocs.yml", project / "site", None)
    run_engine(project, *("-m", "properdocs", "build", "-q", "-f", "mkdocs.yml", "-d", "lain"))
    for path in (project / "site").rglob("*"):
        if path.is_file() and path.name != ".iku-berkas":
            theirs = project / "lain" / path.relative_to(project / "site")
            assert theirs.read_bytes() == path.read_bytes(), path
