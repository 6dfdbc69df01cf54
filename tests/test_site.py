"""The built site as a reader gets it: complete, linked, from one host, the same every time."""

import os
import posixpath
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from iku_terbuka.capaian import ATURAN
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model import Indikator, Laporan
from iku_terbuka.model.definisi import IsiFormula
from tests.conftest import DATA, EPOCH, copy_project
from tests.html_tree import (
    Halaman,
    Simpul,
    baris_tabel,
    fakta,
    kondisi_awal,
    rapat,
    tautan,
    urut,
)
from tests.test_transcription import (
    INVENTARIS,
    angka_tercetak,
    bacaan,
    pasangkan,
    per_baris,
    predikat_tercetak,
)

# What is below a Pemda


@pytest.fixture(scope="session")
def indikator(laporan: Laporan) -> dict[str, Indikator]:
    return pasangkan(laporan)


def test_every_node_indicator_and_year_has_its_page(halaman: Halaman, laporan: Laporan) -> None:
    expected = set()
    for pemda in laporan.pemda:
        for instansi in pemda.instansi.descendants():
            expected.add(instansi.id)
            expected.update(satu.kunci for satu in instansi.indikator)
            expected.update(f"{instansi.id}/tahun-{tahun}" for tahun in instansi.tahun)
    below = {path for path in halaman if path.startswith(tuple(f"{p.id}/" for p in laporan.pemda))}
    assert below == {f"{kunci}/index.html" for kunci in expected}
    assert sum(1 for _ in laporan.all_indikator()) == len(INVENTARIS) == 63


def test_every_page_below_a_pemda_says_that_it_is_a_copy(
    halaman: Halaman, laporan: Laporan
) -> None:
    for path, akar in halaman.items():
        notices = akar.kelas("iku-salinan")
        if path.startswith(tuple(f"{pemda.id}/" for pemda in laporan.pemda)):
            (notice,) = notices
            assert notice.teks.startswith("Salinan dari dokumen publik, bukan situs resmi.")
            assert "Sumber:" in notice.teks
        else:
            assert notices == [], path


@per_baris
def test_indicator_page_says_what_the_document_says(
    baris: dict[str, Any], indikator: dict[str, Indikator], halaman: Halaman
) -> None:
    satu = indikator[baris["id"]]
    akar = halaman[f"{satu.kunci}/index.html"]
    definisi, sasaran = satu.definisi, satu.terbaru.sasaran
    assert [judul.teks for judul in akar.semua("h1")] == [definisi.nama]
    (atas,) = akar.kelas("iku-atas")
    assert atas.teks.endswith(f"Sasaran: {sasaran.nama}")
    assert (sasaran.jenjang or "") in atas.teks
    boxes = akar.kelas("iku-rumus")
    own = [box for box in boxes if not box.teks.startswith("capaian =")]
    assert len(boxes) - len(own) == (definisi.rumus_capaian is not None)
    if definisi.formula:
        (box,) = own
        _rumus_tampil(box, definisi.formula)
    else:
        assert baris["id"] == "BLG-SETDA-1", "the only row without any"
        assert own == []
        assert "Rumus indikator Tidak disebut di dokumen" in akar.teks
    rincian = fakta(akar)
    for label, isi in (
        ("Sumber data", definisi.sumber_data),
        ("Penanggung jawab", definisi.penanggung_jawab),
    ):
        if len(isi) > 1:
            assert [butir.teks for butir in rincian[label].semua("li")] == list(isi)
        else:
            assert rincian[label].isi[0] == isi[0] if isi else rincian[label].kelas("iku-kosong")


def _rumus_tampil(box: Simpul, formula: IsiFormula) -> None:
    """The document's own words stand there; a structured formula is typeset besides."""
    lines = [line.teks for line in box.semua("p")]
    if formula.rumus is None:
        assert lines[0] == rapat(formula.teks)
        assert not list(box.semua("math"))
        return
    quoted = f"Di dokumen: “{rapat(formula.tercetak)}”" if formula.tercetak else ""
    assert lines[-1] == (quoted or f"Menurut dokumen: {rapat(formula.teks)}")
    (math,) = box.semua("math")
    (hidden,) = (satu for satu in box.semua("div") if satu.atribut.get("aria-hidden") == "true")
    assert math in hidden.isi
    (spoken,) = (line.teks for line in box.kelas("iku-baca"))
    (text,) = (line for line in lines if line.startswith("Dalam teks: "))
    for arti in formula.variabel.values():
        for shown in (math.teks, spoken, text):
            assert _huruf(arti) in _huruf(shown)


def _huruf(text: str) -> str:
    """Return words to compare: a line may break within them, a sentence begin with them."""
    return "".join(text.split()).casefold()


def test_most_documents_have_structured_formulas(laporan: Laporan) -> None:
    """Else the test above checks less than it seems to."""
    formulas = [satu.definisi.formula for satu in laporan.all_indikator()]
    assert sum(1 for formula in formulas if formula and formula.rumus) >= 40


def test_the_one_result_stands_with_its_source_beside_the_target(halaman: Halaman) -> None:
    """Indeks Pelayanan Publik 2025, from the press: 4,57 of 4,01."""
    folder = "kabupaten-balangan/sekretariat-daerah"
    akar = halaman[f"{folder}/indeks-pelayanan-publik/index.html"]
    row = [cell.teks for cell in baris_tabel(akar)["2025"]]
    assert row == ["2025", "4,01 A- tercetak “4,01 (-A)”", "4,57 A", "113,97%", "Melampaui"]
    (ringkas,) = akar.kelas("iku-ringkas")
    for words in ("4,57", "4,01", "113,97%", "melampaui target"):
        assert words in ringkas.teks
    assert "2025: 4,57 ÷ 4,01 × 100% = 113,97%" in [
        line.teks for line in akar.kelas("iku-hitung")
    ], "a reader can check it by hand"
    (kelas,) = (satu for satu in akar.kelas("iku-skala")[0].semua("li") if "Realisasi" in satu.teks)
    assert kelas.teks.startswith("A 4,51–5,00")
    sumber = fakta(akar)["Sumber"]
    assert sumber.teks.startswith("Berita pers")
    assert [link.atribut["href"] for link in sumber.semua("a")] == [
        "https://redaksipos.com/2026/02/22/semangat-beinovasi-selaras-dengan-psn"
    ]
    assert "bukan dari dokumen resmi" in fakta(akar)["Catatan"].teks
    assert "113,97%" in halaman[f"{folder}/tahun-2025/index.html"].teks
    assert "Angka tahun ini masih sementara" in halaman[f"{folder}/tahun-2025/index.html"].teks


def test_methodology_explains_every_rule_and_scale(halaman: Halaman, laporan: Laporan) -> None:
    akar = halaman["metodologi/index.html"]
    for aturan in ATURAN.values():
        assert aturan.kalimat in akar.teks
        assert aturan.sumber in akar.teks
    captions = [judul.teks for judul in akar.semua("caption")]
    for skala in laporan.skala.values():
        assert skala.nama in captions
        assert skala.sumber in akar.teks
        for kelas in skala.kelas:
            assert kelas.predikat in akar.teks
    assert len(laporan.skala) == 12


@per_baris
def test_indicator_page_shows_each_printed_value_beside_its_year(
    baris: dict[str, Any], indikator: dict[str, Indikator], halaman: Halaman
) -> None:
    satu = indikator[baris["id"]]
    akar = halaman[f"{satu.kunci}/index.html"]
    printed = bacaan(baris)
    label = {"awal": "Kondisi awal", "akhir": "Akhir periode"}
    rows = {tempat: row[1] for tempat, row in baris_tabel(akar).items()}
    assert "Kondisi awal" not in rows, "it is no target"
    rows = {**kondisi_awal(akar), **rows}
    years = [str(tahun) for tahun in satu.tahun]
    assert list(rows) == [label.get(tempat, tempat) for tempat in urut(printed, years)]
    for tempat, target in rows.items():
        tercetak = {label.get(key, key): value for key, value in printed.items()}.get(tempat)
        if tercetak is None:
            unread = "tercetak, tetapi tidak terbaca per tahun"
            surplus = len(baris["values"]) > len(baris["header"])
            assert target.teks == (unread if surplus else "tidak disebut")
            continue
        (utuh,) = target.kelas("iku-utuh")
        (shown,) = re.findall(r"^[\d.,]+", utuh.teks)
        assert shown == angka_tercetak(tercetak).replace(".", ",")
        grades = [kuat.teks for kuat in utuh.semua("strong")]
        assert grades == [predikat for predikat in [predikat_tercetak(tercetak)] if predikat]
        unit = re.fullmatch(r"[\d.,]+ ?(%|[^\W\d]+)", tercetak)
        assert unit is None or utuh.teks.casefold().endswith(unit[1].casefold())
    surplus = len(baris["values"]) > len(baris["header"])
    listed = [butir.teks for daftar in akar.kelas("iku-tercetak") for butir in daftar.semua("li")]
    assert listed == (baris["values"] if surplus else [])
    if not rows:
        assert "Target per tahun: tidak disebut di dokumen" in akar.teks


def test_indicator_pages_name_the_line_of_their_data(halaman: Halaman, laporan: Laporan) -> None:
    """Wherever the build was started, the path begins at the folder of mkdocs.yml."""
    named, expected = {}, {}
    for satu in laporan.all_indikator():
        (kalimat,) = (
            kecil
            for kecil in halaman[f"{satu.kunci}/index.html"].kelas("iku-kecil")
            if kecil.teks.startswith("Data halaman ini tersimpan di")
        )
        (kode,) = kalimat.semua("code")
        (line,) = re.findall(r"mulai baris (\d+)\.$", kalimat.teks)
        named[satu.kunci] = (kode.teks, int(line))
        path = f"indicators/{satu.instansi_id}/iku.yaml"
        lines = [line.strip() for line in (DATA / path).read_text("utf-8").splitlines()]
        expected[satu.kunci] = (path, lines.index(f"- id: {satu.id}") + 1)
    assert named == expected


# Every page


def test_every_page_is_indonesian_and_says_what_it_is(halaman: Halaman) -> None:
    for path, akar in halaman.items():
        (html,) = akar.semua("html")
        assert html.atribut["lang"] == "id", path
        assert len(list(akar.semua("h1"))) == 1, path
        assert next(akar.semua("h1")).teks, path
        (head,) = akar.semua("head")
        assert [bool(judul.teks) for judul in head.semua("title")] == [True], path
        descriptions = [
            meta.atribut["content"].strip()
            for meta in head.semua("meta")
            if meta.atribut.get("name") == "description"
        ]
        assert len(descriptions) == 1, path
        assert descriptions[0], path


def test_titles_tell_indicators_apart(halaman: Halaman, laporan: Laporan) -> None:
    titles = Counter(
        next(halaman[f"{satu.kunci}/index.html"].semua("title")).teks
        for satu in laporan.all_indikator()
    )
    assert max(titles.values()) == 1


def test_a_missing_page_is_announced_in_indonesian(halaman: Halaman) -> None:
    assert "not found" not in halaman["404.html"].teks.lower()


def test_every_link_leads_to_a_file_of_the_site(halaman: Halaman, built: Path) -> None:
    """A folder is no file: opened from a disk, a link to one shows a listing."""
    ids = {
        path: {satu.atribut.get("id") for satu in akar.semua()} for path, akar in halaman.items()
    }
    broken = []
    for path, akar in halaman.items():
        for link in tautan(akar):
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = path
            if address.path:
                # Only the page for a missing address may be anywhere, so it alone links from “/”.
                start = "/" if path == "404.html" else f"/{posixpath.dirname(path)}/"
                assert path == "404.html" or not link.startswith("/"), (path, link)
                target = posixpath.normpath(start + unquote(address.path)).lstrip("/")
            if not (built / target).is_file() or (
                address.fragment and unquote(address.fragment) not in ids.get(target, set())
            ):
                broken.append((path, link))
    assert broken == []


def test_nothing_is_fetched_from_another_host(halaman: Halaman, built: Path) -> None:
    foreign = [
        (path, satu.tag, isi)
        for path, akar in halaman.items()
        for satu in akar.semua()
        for nama, isi in satu.atribut.items()
        if nama in {"href", "src", "srcset", "action", "data", "poster", "style"}
        and re.search(r"(?:^|[\s,(\"'])(?:[a-z]+:)?//", isi)
        # An ordinary link to a source is followed by the reader, not by the page.
        and not (satu.tag == "a" and nama == "href" and isi.startswith("https://"))
    ]
    assert foreign == []
    for style in (built / "assets").rglob("*.css"):
        assert not re.search(r"(url\(\s*['\"]?|@import\s+['\"])(https?:)?//", style.read_text())


def test_ids_are_unique_and_references_to_them_hold(halaman: Halaman) -> None:
    for path, akar in halaman.items():
        ids = Counter(satu.atribut["id"] for satu in akar.semua() if "id" in satu.atribut)
        assert [nama for nama, count in ids.items() if count > 1] == [], path
        named = {
            nama
            for satu in akar.semua()
            for key in ("aria-labelledby", "aria-describedby")
            for nama in satu.atribut.get(key, "").split()
        }
        assert named - ids.keys() == set(), path


def test_every_table_has_a_caption_and_says_what_its_headings_head(halaman: Halaman) -> None:
    count = 0
    for path, akar in halaman.items():
        for tabel in akar.semua("table"):
            count += 1
            first = next(satu for satu in tabel.isi if isinstance(satu, Simpul))
            assert first.tag == "caption", path
            assert first.teks, path
            scopes = [kepala.atribut.get("scope") for kepala in tabel.semua("th")]
            assert {"col", "row"} <= set(scopes) <= {"col", "row", "rowgroup", "colgroup"}, path
    assert count > 52, "every indicator with targets has one"


def test_every_figure_is_named_and_described(halaman: Halaman) -> None:
    count = 0
    for path, akar in halaman.items():
        for svg in akar.semua("svg"):
            if svg.atribut.get("role") != "img":
                continue
            count += 1
            names = [satu for satu in svg.isi if isinstance(satu, Simpul)][:2]
            assert [satu.tag for satu in names] == ["title", "desc"], path
            assert all(satu.teks for satu in names), path
            assert svg.atribut["aria-labelledby"].split() == [satu.atribut["id"] for satu in names]
    # A figure on the page and a spark line in the list, for each row with targets that were read.
    assert count >= 2 * sum(1 for baris in INVENTARIS if bacaan(baris))


# The same input, the same bytes


def _bytes(situs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(situs).as_posix(): path.read_bytes()
        for path in situs.rglob("*")
        if path.is_file()
    }


def _beda(satu: Path, lain: Path) -> list[str]:
    ini, itu = _bytes(satu), _bytes(lain)
    assert "sitemap.xml.gz" in ini
    return sorted(path for path in ini.keys() | itu.keys() if ini.get(path) != itu.get(path))


def test_a_second_build_is_byte_identical(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    build(built.parent / "mkdocs.yml", tmp_path / "situs", None)
    assert _beda(built, tmp_path / "situs") == []


def test_another_machine_builds_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another folder, time zone, language and order of hashing."""
    project = copy_project(tmp_path)
    subprocess.run(
        [sys.executable, "-c", _BUILD],
        cwd=project,
        env={
            **os.environ,
            "SOURCE_DATE_EPOCH": EPOCH,
            "PYTHONHASHSEED": "7",
            "TZ": "America/Los_Angeles",
            "LC_ALL": "C",
        },
        check=True,
        timeout=300,
    )
    assert _beda(built, project / "site") == []


_BUILD = """
from pathlib import Path
from iku_terbuka.mkdocs_plugin.build import build
build(Path("mkdocs.yml"), Path("site"), None)
"""


def test_without_a_date_the_clock_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Data that was downloaded without its history has no reference date."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    project = copy_project(tmp_path)
    for year in (2026, 2031):
        now = datetime(year, 1, 1, tzinfo=UTC)
        monkeypatch.setattr("mkdocs.utils.get_build_datetime", lambda now=now: now)
        build(project / "mkdocs.yml", project / f"situs-{year}", None)
    assert _beda(project / "situs-2026", project / "situs-2031") == []
    assert "Data per" not in (project / "situs-2031" / "index.html").read_text("utf-8")
