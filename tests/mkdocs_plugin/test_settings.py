"""A project that holds its data alone, and what a file of its own replaces."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from iku_terbuka import defaults
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.mkdocs_plugin.export import export_markdown
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from tests.conftest import DATA, EPOCH, ROOT
from tests.mkdocs_plugin.test_plugin import mkdocs

SETTINGS = """\
site_name: IKU Kabupaten Balangan
docs_dir: content
plugins:
  - iku:
      hanya: kabupaten-balangan
      repositori: https://github.com/o/r
"""
SETDA = "kabupaten-balangan/sekretariat-daerah"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings and data, and nothing else."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for path in ("kabupaten-balangan/pemda.yaml", f"{SETDA}/iku.yaml", f"{SETDA}/capaian"):
        target = tmp_path / "indicators" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if "." not in path else shutil.copy)(DATA / "indicators" / path, target)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def page(project: Path) -> Callable[[str], str]:
    """Build the site and return a file of it."""

    def built(path: str) -> str:
        build(project / "mkdocs.yml", project / "site", None)
        return (project / "site" / path).read_text(encoding="utf-8")

    return built


def test_data_alone_make_the_whole_site(project: Path, page: Callable[[str], str]) -> None:
    home = page("index.html")
    for path in ("assets/lambang.svg", "cari/index.html", "panduan/index.html"):
        assert (project / "site" / path).is_file()
    for name in ("Kelengkapan", "Metodologi", "Glosarium", "Panduan"):
        assert f">{name}</a>" in home
    for html in (project / "site").rglob("*.html"):
        text = html.read_text(encoding="utf-8")
        for address in re.findall(r'(?:src|<link[^>]* href)="(https?:[^"]+)"', text):
            pytest.fail(f"{html}: {address}")


def test_nobody_edits_a_page_that_the_program_brings(page: Callable[[str], str]) -> None:
    html = page("metodologi/index.html")
    assert "Laporkan kesalahan" in html
    assert "Ubah halaman ini" not in html


def test_the_settings_of_this_repository_serve_a_project_too(
    project: Path, page: Callable[[str], str]
) -> None:
    shutil.copy(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    assert "Kabupaten Balangan" in page("index.html")


def test_a_plain_mkdocs_build_makes_the_same_site(
    project: Path, page: Callable[[str], str]
) -> None:
    (project / "content").mkdir()
    html = page("metodologi/index.html")
    done = mkdocs("build", "--strict", "-d", "lain")
    assert done.returncode == 0, done.stderr
    assert (project / "lain/metodologi/index.html").read_text(encoding="utf-8") == html


def test_own_files_replace_those_of_the_same_path(
    project: Path, page: Callable[[str], str]
) -> None:
    (project / "content/aksesibilitas").mkdir(parents=True)
    own = "---\ntitle: Milik kami\n---\n\n# Milik kami\n"
    (project / "content/aksesibilitas/index.md").write_text(own, encoding="utf-8")
    (project / "theme/assets").mkdir(parents=True)
    (project / "theme/assets/lambang.svg").write_text("<svg id='kami'/>", encoding="utf-8")
    html = page("aksesibilitas/index.html")
    assert ">Milik kami</h1>" in html
    assert "/edit/main/content/aksesibilitas/index.md" in html
    assert "kami" in (project / "site/assets/lambang.svg").read_text(encoding="utf-8")
    assert list((project / "site/assets").glob("iku.*.css"))
    assert (project / "site/glosarium/index.html").is_file()


def test_settings_are_joined_with_ours(project: Path, page: Callable[[str], str]) -> None:
    (project / "theme").mkdir()
    (project / "theme/kami.css").write_text("p{}", encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        SETTINGS
        + "extra_css: [kami.css]\nmarkdown_extensions: [footnotes]\nexclude_docs: /panduan/pesan/\n"
        + "nav:\n  - Awal: index.md\n",
        encoding="utf-8",
    )
    html = page("metodologi/index.html")
    assert html.index("assets/iku.") < html.index("kami.")
    assert "fonts.googleapis" not in html
    assert 'class="iku-ringkas"' in html  # attr_list and raw HTML as in ours
    (menu,) = re.findall(r'<nav aria-label="Menu">.*?</nav>', html, re.DOTALL)
    assert ">Awal</a>" in menu
    assert ">Glosarium</a>" not in menu
    assert not (project / "site/panduan/pesan").exists()


def test_a_folder_that_is_named_has_to_be_there(project: Path) -> None:
    (project / "mkdocs.yml").write_text(
        SETTINGS.replace("docs_dir: content", "docs_dir: isi"), encoding="utf-8"
    )
    with pytest.raises(BuildError, match="isi"):
        build(project / "mkdocs.yml", project / "site", None)


def test_the_export_holds_the_default_pages(project: Path) -> None:
    (project / "content").mkdir()
    export_markdown(project / "mkdocs.yml", project / "luar", None)
    for path in defaults.CONTENT.rglob("index.md"):
        assert (project / "luar/content" / path.relative_to(defaults.CONTENT)).is_file()


def test_a_changed_style_sheet_or_script_has_a_new_name(
    project: Path, page: Callable[[str], str]
) -> None:
    def asked(html: str) -> set[str]:
        return set(re.findall(r'(?:href|src)="[./]*(assets/[^/"]+\.(?:css|js))"', html))

    before = asked(page("glosarium/index.html"))
    assert len(before) >= 5
    for path in before:
        assert re.fullmatch(r"assets/[a-z-]+\.[0-9a-f]{8}\.(css|js)", path)
        assert (project / "site" / path).is_file()
    (project / "theme/assets").mkdir(parents=True)
    ours = (defaults.THEME / "assets/page.js").read_text(encoding="utf-8")
    (project / "theme/assets/page.js").write_text(ours + "// kami\n", encoding="utf-8")
    html = page("glosarium/index.html")
    (new,) = asked(html) - before
    assert new.startswith("assets/page.")
    assert "// kami" in (project / "site" / new).read_text(encoding="utf-8")
    assert asked(page("sekretariat-daerah/index.html")) >= {new}
    rules = (defaults.CONTENT / "panduan/menerbitkan/htaccess.txt").read_text(encoding="utf-8")
    (kept,) = re.findall(r'<FilesMatch "(.*)">', rules)
    for path in asked(html):
        assert re.search(kept, path), "may be kept for ever"
