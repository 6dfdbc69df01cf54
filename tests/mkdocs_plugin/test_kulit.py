"""Pages from shells are those of the theme's template and of the Markdown parser, to the byte."""

import shutil
from pathlib import Path

import pytest

from iku_terbuka import mkdocs_plugin
from iku_terbuka.build import build
from iku_terbuka.mkdocs_plugin import halaman
from iku_terbuka.mkdocs_plugin.kulit import Kulit
from iku_terbuka.mkdocs_plugin.muat import SIMPANAN
from tests.conftest import CONTOH, EPOCH, copy_project

OPSI = """\
      repositori: https://github.com/contoh/iku
      kontak: Bagian Organisasi & Tata Laksana
      kartu_indikator: true
"""


def proyek(folder: Path, *, lengkap: bool, sebagian: bool = False) -> Path:
    """Copy a project with the fictional data; ``lengkap`` sets every option that pages show.

    ``sebagian`` leaves one instansi of it, to be quick.
    """
    folder.mkdir()
    config = copy_project(folder, CONTOH) / "mkdocs.yml"
    if sebagian:
        for other in (folder / "indicators/kabupaten-contoh").iterdir():
            if other.is_dir() and other.name != "dinas-lingkungan-hidup-rekaan":
                shutil.rmtree(other)
    if lengkap:
        text = config.read_text(encoding="utf-8")
        text = text.replace("  - iku:\n", f"  - iku:\n{OPSI}", 1)
        text = text.replace('site_url: ""', "site_url: https://iku.contoh.example/kinerja/")
        config.write_text(text, encoding="utf-8")
    return config


def berkas(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beda(satu: Path, dua: Path) -> list[str]:
    """Return the files that differ or that only one of the sites has."""
    a, b = berkas(satu), berkas(dua)
    return sorted(path for path in a.keys() | b.keys() if a.get(path) != b.get(path))


@pytest.fixture(autouse=True)
def _hari(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.mark.parametrize("lengkap", [False, True])
def test_the_site_is_that_of_ordinary_rendering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, lengkap: bool
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=lengkap)
    made: list[str] = []
    kulit = Kulit._kulit
    monkeypatch.setattr(Kulit, "_kulit", lambda self, *a: made.append("") or kulit(self, *a))
    build(config, tmp_path / "cepat", None)
    pages = len(list((tmp_path / "cepat").rglob("index.html")))
    assert 0 < len(made) < pages / 4
    monkeypatch.setattr(mkdocs_plugin, "boleh_nanti", lambda config: False)
    build(config, tmp_path / "biasa", None)
    assert beda(tmp_path / "cepat", tmp_path / "biasa") == []


def test_a_planned_page_that_needs_the_parser_gets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    build(config, tmp_path / "cepat", None)
    shutil.rmtree(config.parent / SIMPANAN)
    asked: list[str] = []
    monkeypatch.setattr(halaman, "siap", asked.append)
    build(config, tmp_path / "diurai", None)
    assert asked
    assert beda(tmp_path / "cepat", tmp_path / "diurai") == []


@pytest.mark.parametrize(
    "templat",
    [
        "{{ page.file.src_uri }}",
        "{{ page.url }} {{ page.canonical_url }}",
        "{{ page.meta.title | length }} {{ page.meta.description }}",
        "{{ page.toc | length }} {{ (page.toc | first).title }}",
        "{{ page.title | upper }}",
        "{{ page.active }} {{ page.update_date }}",
        "{{ config.extra.iku_acuan | upper }} {{ config.extra.iku_acuan | urlencode }}",
        "{{ page.title | urlencode }} {{ page.meta.title | tojson }}",
        "{{ page.meta.title | e }} {{ page.title | striptags }} {{ page.edit_url }}",
        "{{ page.edit_url | replace('Persentase', '%') }}",
        "{{ page.title.startswith('P') }} {{ page.title.split() | length }}",
        "{{ page.content | length > 9 }} {{ page.content | striptags }}",
        "{{ (page.content | striptags | wordcount) > 520 }} {{ (page.title | e | length) > 60 }}",
        "{% if 'rekaan' in page.url %}x{% endif %} {{ page.url | length }}",
        "{% if page.meta.iku_kartu == '' or 'dinas' in page.meta.description %}x{% endif %}",
        "{{ page.title | truncate(9) }} {{ page.meta.title | e }} {{ page.meta.title ~ 1 }}",
    ],
)
def test_a_template_may_look_at_anything_of_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, templat: str
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    main = config.parent / "theme/main.html"
    text = main.read_text(encoding="utf-8")
    extra = "{% block extrahead %}" + f"{{% if page %}}<i>{templat}</i>{{% endif %}}"
    main.write_text(text.replace("{% block extrahead %}", extra, 1), encoding="utf-8")
    build(config, tmp_path / "cepat", None)
    monkeypatch.setattr(mkdocs_plugin, "boleh_nanti", lambda config: False)
    build(config, tmp_path / "biasa", None)
    assert beda(tmp_path / "cepat", tmp_path / "biasa") == []
