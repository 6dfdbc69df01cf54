"""The built site as a reader gets it: complete, linked, from one host, the same every time."""

import csv
import io
import json
import os
import posixpath
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from generator.build import build
from generator.model import Indikator, Laporan
from tests.conftest import DATA, EPOCH, copy_project
from tests.test_transkripsi import (
    INVENTARIS,
    angka_tercetak,
    bacaan,
    pasangkan,
    per_baris,
    predikat_tercetak,
)

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Simpul:
    """An element of a page; ``isi`` are its elements and texts in order."""

    tag: str
    atribut: dict[str, str] = field(default_factory=dict)
    isi: list["Simpul | str"] = field(default_factory=list)

    def semua(self, *tags: str) -> Iterator["Simpul"]:
        """Yield every element below, in order; only those with one of ``tags``, if given."""
        for satu in self.isi:
            if isinstance(satu, Simpul):
                if not tags or satu.tag in tags:
                    yield satu
                yield from satu.semua(*tags)

    def kelas(self, nama: str) -> list["Simpul"]:
        return [satu for satu in self.semua() if nama in satu.atribut.get("class", "").split()]

    @property
    def teks(self) -> str:
        """Return the words below, without scripts, as one line."""
        parts = (
            satu if isinstance(satu, str) else satu.teks
            for satu in self.isi
            if isinstance(satu, str) or satu.tag not in {"script", "style"}
        )
        return " ".join(" ".join(parts).split())


class _Pembaca(HTMLParser):
    """Builds the tree of a page; a tag that is not closed where it must be is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.jalur = [Simpul("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            baru = self.jalur[-1].isi[-1]
            assert isinstance(baru, Simpul)
            self.jalur.append(baru)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.jalur[-1].isi.append(Simpul(tag, {nama: isi or "" for nama, isi in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.jalur.pop().tag == tag, f"</{tag}> on line {self.getpos()[0]} closes another"

    def handle_data(self, data: str) -> None:
        self.jalur[-1].isi.append(data)


def baca(html: str) -> Simpul:
    pembaca = _Pembaca()
    pembaca.feed(html)
    pembaca.close()
    (akar,) = pembaca.jalur
    return akar


Halaman = dict[str, Simpul]


def baca_situs(situs: Path) -> Halaman:
    """Return every page by its path in the site."""
    return {
        path.relative_to(situs).as_posix(): baca(path.read_text("utf-8"))
        for path in sorted(situs.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def halaman(built: Path) -> Halaman:
    return baca_situs(built)


@pytest.fixture(scope="session")
def indikator(laporan: Laporan) -> dict[str, Indikator]:
    return pasangkan(laporan)


# What is below a Pemda


def test_every_node_indicator_and_year_has_its_page(halaman: Halaman, laporan: Laporan) -> None:
    expected = set()
    for pemda in laporan.pemda:
        for instansi in pemda.instansi.keturunan():
            expected.add(instansi.id)
            expected.update(satu.kunci for satu in instansi.indikator)
            expected.update(f"{instansi.id}/tahun-{tahun}" for tahun in instansi.tahun)
    below = {path for path in halaman if path.startswith(tuple(f"{p.id}/" for p in laporan.pemda))}
    assert below == {f"{kunci}/index.html" for kunci in expected}
    assert sum(1 for _ in laporan.semua_indikator()) == len(INVENTARIS) == 63


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
    shown = [next(rumus.semua("p")).teks for rumus in akar.kelas("iku-rumus")]
    if definisi.formula:
        assert shown == [_rapat(definisi.formula.teks)]
    else:
        assert baris["id"] == "BLG-SETDA-1", "the only row without any"
        assert shown == []
        assert "Dokumen tidak memuat rumus" in akar.teks
    fakta = _fakta(akar)
    for label, isi in (
        ("Sumber data", definisi.sumber_data),
        ("Penanggung jawab", definisi.penanggung_jawab),
    ):
        if len(isi) > 1:
            assert [butir.teks for butir in fakta[label].semua("li")] == list(isi)
        else:
            assert fakta[label].isi[0] == isi[0] if isi else fakta[label].kelas("iku-kosong")


@per_baris
def test_indicator_page_shows_each_printed_value_beside_its_year(
    baris: dict[str, Any], indikator: dict[str, Indikator], halaman: Halaman
) -> None:
    satu = indikator[baris["id"]]
    akar = halaman[f"{satu.kunci}/index.html"]
    printed = bacaan(baris)
    label = {"awal": "Kondisi awal", "akhir": "Akhir periode"}
    rows = _baris_tabel(akar)
    years = [str(tahun) for tahun in satu.tahun]
    assert list(rows) == [label.get(tempat, tempat) for tempat in _urut(printed, years)]
    for tempat, row in rows.items():
        target = row[1]
        tercetak = {label.get(key, key): value for key, value in printed.items()}.get(tempat)
        if tercetak is None:
            assert target.teks == "tidak dicantumkan"
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
        assert "Dokumen tidak memuat target" in akar.teks


def test_indicator_pages_name_the_line_of_their_data(halaman: Halaman, laporan: Laporan) -> None:
    """Wherever the build was started, the path begins at the folder of mkdocs.yml."""
    named, expected = {}, {}
    for satu in laporan.semua_indikator():
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
        for satu in laporan.semua_indikator()
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
        for link in _tautan(akar):
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
from generator.build import build
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


# Open data against the pages

KOLOM = (
    *("kode_wilayah", "pemda", "instansi_id", "instansi", "jenjang", "sasaran", "indikator_id"),
    *("indikator", "satuan", "arah", "rumus_capaian", "tahun", "target", "realisasi", "keadaan"),
    *("capaian", "status", "kategori", "predikat", "sumber", "halaman"),
)
# Invented results for the three indicators of the Setda, one of each kind; capaian 99,125 is a tie.
_HASIL = {
    2021: "nilai-sakip: {realisasi: 67.8015}\n  indeks-pelayanan-publik: {realisasi: 3.50}\n"
    "  indeks-kepuasan-masyarakat: {realisasi: 82.55}",
    2022: "nilai-sakip: {realisasi: {nilai: 75.20, predikat: BB}, sumber: {judul: LKjIP 2022}}\n"
    "  indeks-pelayanan-publik: {keadaan: tidak_diukur}\n"
    "  indeks-kepuasan-masyarakat: {realisasi: 0}",
    2026: "nilai-sakip: {realisasi: 78.0}",
}


@pytest.fixture(scope="session")
def berhasil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of the same data with a few results."""
    project = copy_project(tmp_path_factory.mktemp("berhasil"))
    folder = project / "indicators/kabupaten-balangan/sekretariat-daerah/capaian"
    folder.mkdir()
    for tahun, isi in _HASIL.items():
        text = f"tahun: {tahun}\nstatus: final\ncapaian:\n  {isi}\n"
        (folder / f"{tahun}.yaml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(project / "mkdocs.yml", project / "site", None)
    return project / "site"


@pytest.fixture(params=["built", "berhasil"])
def situs(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def _csv(situs: Path) -> list[dict[str, str]]:
    raw = (situs / "data/capaian.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read UTF-8"
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_has_a_row_for_every_indicator_and_year(built: Path, laporan: Laporan) -> None:
    rows = _csv(built)
    assert set(KOLOM) <= set(rows[0])
    assert [(row["instansi_id"], row["indikator_id"], row["tahun"]) for row in rows] == [
        (satu.instansi_id, satu.id, str(tahun))
        for satu in laporan.semua_indikator()
        for tahun in satu.tahun or ("",)
    ]
    assert len({row["halaman"] for row in rows}) == 63


def test_csv_says_what_the_pages_show(situs: Path) -> None:
    pages = baca_situs(situs)
    for row in _csv(situs):
        assert not row["halaman"].startswith("/")
        assert row["halaman"].endswith("/")
        akar = pages[f"{row['halaman']}index.html"]
        assert next(akar.semua("h1")).teks == row["indikator"]
        assert akar.kelas("iku-atas")[0].teks.endswith(f"Sasaran: {row['sasaran']}")
        assert row["satuan"] == _fakta_satuan(akar)
        if not row["tahun"]:
            assert _baris_tabel(akar) == {}
            continue
        cells = _baris_tabel(akar)[row["tahun"]]
        assert _angka(cells[1]) == (row["target"], row["target_predikat"])
        (keping,) = cells[-1].kelas("iku-keping")
        assert keping.atribut["data-status"].replace("-", "_") == row["status"]
        if row["realisasi"]:
            assert _angka(cells[2]) == (row["realisasi"], row["predikat"])
            assert re.sub(r"%$", "", cells[3].teks).replace(",", ".") == row["capaian"] or (
                not row["capaian"] and list(cells[3].semua("small"))
            )
            assert row["keadaan"] == ""
        else:
            assert len(cells) == 3
            assert (row["capaian"], row["keadaan"]) == ("", row["status"])


def test_csv_says_what_the_tables_of_a_year_show(situs: Path) -> None:
    pages = baca_situs(situs)
    rows = [row for row in _csv(situs) if row["tahun"]]
    for row in rows:
        folder = f"{row['instansi_id']}/tahun-{row['tahun']}"
        link = posixpath.relpath(row["halaman"], folder) + "/index.html"
        (cells,) = (
            list(baris.semua("th", "td"))
            for baris in pages[f"{folder}/index.html"].semua("tr")
            if any(satu.atribut.get("href") == link for satu in baris.semua("a"))
        )
        assert _angka(cells[2]) == (row["target"], row["target_predikat"])
        if row["realisasi"]:
            assert _angka(cells[3]) == (row["realisasi"], row["predikat"])
            assert cells[4].teks.removesuffix("%").replace(",", ".") == row["capaian"] or (
                not row["capaian"] and list(cells[4].semua("small"))
            )
    assert rows


def test_capaian_of_known_results(berhasil: Path) -> None:
    """Half up, uncapped, zero is a result, and no result is no number."""
    found = {
        (row["indikator_id"], row["tahun"]): (row["capaian"], row["status"])
        for row in _csv(berhasil)
        if row["instansi_id"] == "kabupaten-balangan/sekretariat-daerah"
    }
    assert found["nilai-sakip", "2021"] == ("99.13", "belum_tercapai")
    assert found["indeks-pelayanan-publik", "2021"] == ("116.28", "melampaui")
    assert found["indeks-kepuasan-masyarakat", "2021"] == ("100.00", "tercapai")
    assert found["nilai-sakip", "2022"] == ("106.82", "melampaui")
    assert found["indeks-pelayanan-publik", "2022"] == ("", "tidak_diukur")
    assert found["indeks-kepuasan-masyarakat", "2022"] == ("0.00", "belum_tercapai")
    assert found["nilai-sakip", "2023"] == ("", "belum_dilaporkan")
    assert found["nilai-sakip", "2026"] == ("", "tidak_dapat_dihitung"), "no target was read"


def test_every_column_is_explained_on_the_data_page(built: Path, halaman: Halaman) -> None:
    (tabel,) = halaman["data/index.html"].semua("table")
    explained = [kepala.teks for kepala in tabel.semua("th") if kepala.atribut["scope"] == "row"]
    assert explained == list(_csv(built)[0])
    words = {kode.teks for kode in tabel.semua("code")}
    assert {row["keadaan"] for row in _csv(built)} - {""} <= words


def _json(situs: Path) -> dict[str, dict[str, Any]]:
    """Return the indicators of iku.json by page; a number in it must be a whole year or page."""

    def refuse(number: str) -> None:
        raise AssertionError(f"{number} is not a string")

    def check(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        for key, value in pairs:
            if type(value) is int:
                assert key in {"tahun", "awal", "akhir", "halaman"}, key
        return dict(pairs)

    text = (situs / "data/iku.json").read_text("utf-8")
    data = json.loads(text, parse_float=refuse, object_pairs_hook=check)
    return {
        satu["halaman"]: satu
        for pemda in data["pemda"]
        for instansi in pemda["instansi"]
        for satu in instansi["indikator"]
    }


@per_baris
def test_json_keeps_the_digits_as_printed(
    baris: dict[str, Any], indikator: dict[str, Indikator], built: Path
) -> None:
    satu = _json(built)[f"{indikator[baris['id']].kunci}/"]
    isi = {"awal": satu.get("kondisi_awal"), "akhir": satu.get("target_akhir")}
    isi |= satu.get("target", {})
    assert {tempat: nilai["nilai"] for tempat, nilai in isi.items() if nilai} == {
        tempat: angka_tercetak(tercetak) for tempat, tercetak in bacaan(baris).items()
    }


def test_json_and_csv_agree(situs: Path) -> None:
    entries = _json(situs)
    rows = _csv(situs)
    assert set(entries) == {row["halaman"] for row in rows}
    for row in rows:
        if not row["tahun"]:
            assert entries[row["halaman"]]["pengukuran"] == []
            continue
        (satu,) = (
            ukuran
            for ukuran in entries[row["halaman"]]["pengukuran"]
            if ukuran["tahun"] == int(row["tahun"])
        )
        for key in ("target", "realisasi"):
            assert (satu[key] or {}).get("nilai", "") == row[key]
        assert (satu["capaian"] or "", satu["status"]) == (row["capaian"], row["status"])


def test_digits_survive_into_every_file(built: Path) -> None:
    """The example of the contract: 3,40 in the decree."""
    folder = "kabupaten-balangan/sekretariat-daerah/indeks-pelayanan-publik/"
    assert _json(built)[folder]["target"]["2022"]["nilai"] == "3.40"
    (row,) = (r for r in _csv(built) if (r["halaman"], r["tahun"]) == (folder, "2022"))
    assert row["target"] == "3.40"
    assert "3,40" in (built / folder / "index.html").read_text("utf-8")


def _rapat(text: str) -> str:
    return " ".join(text.split())


def _tautan(akar: Simpul) -> Iterator[str]:
    for satu in akar.semua():
        for nama in ("href", "src", "xlink:href"):
            if nama in satu.atribut:
                yield satu.atribut[nama]


def _urut(printed: dict[str, str], years: list[str]) -> list[str]:
    """Return the rows that a table must have, in the order of time."""
    start = ["awal"] if "awal" in printed else []
    end = ["akhir"] if "akhir" in printed else []
    return [*start, *years, *end]


def _baris_tabel(akar: Simpul) -> dict[str, list[Simpul]]:
    """Return the cells of the table of targets, by the heading of their row."""
    cells = [
        list(baris.semua("th", "td"))
        for tabel in akar.semua("table")
        for isi in tabel.semua("tbody")
        for baris in isi.semua("tr")
    ]
    return {row[0].teks: row for row in cells}


def _angka(cell: Simpul) -> tuple[str, str]:
    """Return the number with a decimal point and the grade that a cell shows."""
    utuh = cell.kelas("iku-utuh")
    if not utuh:
        return "", ""
    (number,) = re.findall(r"^−?[\d.,]+", utuh[0].teks)
    grade = " ".join(kuat.teks for kuat in utuh[0].semua("strong"))
    return number.replace(".", "").replace(",", "."), grade


def _fakta(akar: Simpul) -> dict[str, Simpul]:
    """Return what is said about each label in the lists of facts."""
    return {
        label.teks: isi
        for daftar in akar.kelas("iku-fakta")
        for label, isi in zip(daftar.semua("dt"), daftar.semua("dd"), strict=True)
    }


def _fakta_satuan(akar: Simpul) -> str:
    isi = _fakta(akar)["Satuan"]
    return "" if isi.kelas("iku-kosong") else str(isi.isi[0]).strip()
