"""Data that tries to break out: everything typed is shown as typed, and nothing of it runs.

The data stands in ``tests/data/hostile``; ``tests/browser/test_hostile.py`` opens the same
site in a browser.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args, get_type_hints
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel

from iku_terbuka.capaian import ATURAN
from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Instansi, Laporan
from iku_terbuka.model.fields import FileModel, Teks
from tests.conftest import DATA, build_once

BERMUSUHAN = DATA / "hostile"
DINAS = "kabupaten-contoh/dinas-contoh"

# What no page shows yet. A field that gets a place on a page leaves this list.
BELUM_TAMPIL = {
    "DefinisiIndikator.standar_nasional",
    "Diterbitkan.realisasi",
    "Diterbitkan.target",
    "Iku.instansi_tercetak",
    "Sasaran.nomor",
}
# Texts with a meaning for the program: a formula, names of keys.
NAMA_DIKETIK = {"Rincian.nilai"}  # mappings whose names are free text too
BUKAN_PROSA = {
    "IsiFormula.rumus",
    "DefinisiIndikator.disimpulkan",
    "Sasaran.disimpulkan",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory, "hostile", BERMUSUHAN)


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    loaded = load_laporan(BERMUSUHAN)
    assert loaded.laporan is not None, loaded.problems
    return loaded.laporan


# ── Reading a page ────────────────────────────────────────────────────────────────────────────


def rata(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Unsur:
    tag: str
    attributes: dict[str, str]
    dalam_rumus: bool = False
    potongan: list[str] = field(default_factory=list)

    @property
    def teks(self) -> str:
        return rata("".join(self.potongan))


class Halaman(HTMLParser):
    """A page as the list of its elements, each with all the text in it."""

    KOSONG = frozenset({"meta", "link", "img", "input", "br", "hr", "col", "base", "embed"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.element: list[Unsur] = []
        self._open: list[Unsur] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_data(" ")
        element = self._baru(tag, attrs)
        if tag not in self.KOSONG:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._baru(tag, attrs)

    def _baru(self, tag: str, attrs: list[tuple[str, str | None]]) -> Unsur:
        inside = tag == "math" or any(element.tag == "math" for element in self._open)
        self.element.append(Unsur(tag, {name: value or "" for name, value in attrs}, inside))
        return self.element[-1]

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass
        self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.potongan.append(data)

    def find_all(self, tag: str, kelas: str = "") -> list[Unsur]:
        return [
            each
            for each in self.element
            if each.tag == tag and (not kelas or kelas in each.attributes.get("class", "").split())
        ]

    def teks(self, tag: str, kelas: str = "") -> list[str]:
        return [each.teks for each in self.find_all(tag, kelas)]

    def remah(self) -> list[str]:
        """Return the steps of the breadcrumb."""
        start = self.element.index(self.find_all("nav", "iku-remah")[0])
        steps = []
        for each in self.element[start + 2 :]:
            if each.tag not in {"li", "a"}:
                break
            if each.tag == "li":
                steps.append(each.teks)
        return steps


@pytest.fixture(scope="module")
def halaman(site: Path) -> Mapping[str, Halaman]:
    """Every page of the site by its folder."""
    return {
        path.parent.relative_to(site).as_posix(): Halaman(path.read_text(encoding="utf-8"))
        for path in site.rglob("index.html")
    }


@pytest.fixture(scope="module")
def dinas(laporan: Laporan) -> Instansi:
    return laporan.pemda[0].instansi.anak[0]


def all_indikator(laporan: Laporan) -> Iterator[tuple[Indikator, list[str]]]:
    """Yield every indicator with the names that lead to it."""

    def below(instansi: Instansi, names: list[str]) -> Iterator[tuple[Indikator, list[str]]]:
        here = [*names, rata(instansi.nama)]
        for indikator in instansi.indikator:
            yield indikator, here
        for anak in instansi.anak:
            yield from below(anak, here)

    for pemda in laporan.pemda:
        yield from below(pemda.instansi, [])


# ── What was typed is what is shown ───────────────────────────────────────────────────────────


def isian(value: object, tempat: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every typed text with the fields that lead to it, like ``Hasil.analisis``."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from isian(getattr(value, name), (*tempat, _bidang(type(value), name)))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if tempat and tempat[-1] in NAMA_DIKETIK:
                yield tempat, name
            yield from isian(each, tempat)
    elif isinstance(value, tuple):
        for each in value:
            yield from isian(each, tempat)
    elif isinstance(value, str) and not isinstance(value, Enum) and tempat[-1] in bidang_teks():
        yield tempat, value


def _bidang(model: type[BaseModel], name: str) -> str:
    """Name a field by the model that has it of its own."""
    owner = next(base for base in model.__mro__ if name in base.__annotations__)
    return f"{owner.__name__}.{name}"


def semua_isian(laporan: Laporan) -> Iterator[tuple[tuple[str, ...], str]]:
    for skala in laporan.skala.values():
        yield from isian(skala)
    for pemda in laporan.pemda:
        yield from isian(pemda.profil)
        for instansi in pemda.instansi.descendants():
            for berkas in instansi.iku:
                yield from isian(berkas.iku)
            yield from isian(dict(instansi.capaian or {}))
            yield from isian(instansi.perjanjian_kinerja)
            yield from isian(instansi.evaluasi)
            yield from isian(instansi.daftar_dokumen)
        yield from isian(pemda.dokumen, ("Pemda.dokumen",))


def bidang_teks() -> set[str]:
    """Return every field of the model in which people type free text."""

    def free(hint: Any) -> bool:
        return hint == Teks or any(free(part) for part in get_args(hint))

    def models(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
        for model in base.__subclasses__():
            yield model
            yield from models(model)

    found = {
        _bidang(model, name)
        for model in models(FileModel)
        for name, hint in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields and free(hint)
    }
    return found - BUKAN_PROSA


def test_the_hostile_data_fills_every_text(laporan: Laporan) -> None:
    """A new field of the model must be attacked too."""
    assert bidang_teks() - {tempat[-1] for tempat, _ in semua_isian(laporan)} == set()


def test_every_text_is_shown_exactly_as_typed(
    laporan: Laporan, halaman: Mapping[str, Halaman]
) -> None:
    shown = "\n".join(text for each in halaman.values() for text in each.teks("article"))
    altered = [
        f"{tempat[-1]}: {text}"
        for tempat, text in semua_isian(laporan)
        if not BELUM_TAMPIL & set(tempat) and rata(text) not in shown
    ]
    assert not altered, "\n".join(altered)


def test_what_is_not_shown_yet_is_not_shown(
    laporan: Laporan, halaman: Mapping[str, Halaman]
) -> None:
    """Keeps ``BELUM_TAMPIL`` true; else the test before this one would overlook a field."""
    shown = "\n".join(text for each in halaman.values() for text in each.teks("article"))
    found = {
        place
        for tempat, text in semua_isian(laporan)
        for place in BELUM_TAMPIL & set(tempat)
        if text.partition("<")[0].strip() in shown
    }
    assert found == set()


def test_the_name_of_an_indicator_in_heading_breadcrumb_and_title(
    laporan: Laporan, halaman: Mapping[str, Halaman]
) -> None:
    for indikator, jalur in all_indikator(laporan):
        each, nama = halaman[indikator.kunci], rata(indikator.nama)
        assert each.teks("h1") == [nama]
        siapa = jalur[0] if len(jalur) == 1 else f"{jalur[-1]} {jalur[0]}"
        assert each.teks("title")[0] == f"{nama} · {siapa} - IKU Terbuka"
        assert each.remah() == ["Beranda", *jalur, nama]
        row = indikator.terbaru
        jenjang = f"{row.jenjang} · " if row.jenjang else ""
        kind = "Sasaran" if row.sasaran else "Tujuan"
        assert each.teks("p", "iku-atas") == [rata(f"{jenjang}{kind}: {row.parent.nama}")]
        assert each.teks("span", "md-ellipsis")[1] == f"{nama} · {siapa}"


def test_the_description_of_a_page_is_its_summary(
    laporan: Laporan, halaman: Mapping[str, Halaman]
) -> None:
    for folder, each in halaman.items():
        if not folder.startswith("kabupaten-contoh"):
            continue
        uraian = [
            element.attributes["content"]
            for element in each.find_all("meta")
            if element.attributes.get("name") == "description"
        ]
        # Spaces beside a tag are the parser's, not the reader's.
        ringkasan = each.teks("p", "iku-ringkas")[0]
        assert [text.replace(" ", "") for text in uraian] == [ringkasan.replace(" ", "")]
        if folder in {"kabupaten-contoh", DINAS, f"{DINAS}/tahun-2021"}:
            assert rata(laporan.pemda[0].nama) in uraian[0]


def test_names_in_tables_headings_and_cards(
    laporan: Laporan, dinas: Instansi, halaman: Mapping[str, Halaman]
) -> None:
    nama, pemda = rata(dinas.nama), rata(laporan.pemda[0].nama)
    find_all = [rata(each.nama) for each in dinas.indikator]

    halaman_dinas = halaman[DINAS]
    assert halaman_dinas.teks("h1") == [nama]
    assert halaman_dinas.teks("title")[0] == f"{nama} {pemda} - IKU Terbuka"
    assert halaman_dinas.teks("a", "iku-nama") == find_all
    assert halaman_dinas.teks("caption")[0].startswith(f"Indikator {nama}, menurut hasil terakhir")
    assert f"Di bawah {nama}" in halaman_dinas.teks("h2")
    assert rata(dinas.anak[0].nama) in halaman_dinas.teks("h3")
    assert [text for text in halaman_dinas.teks("th") if text.startswith("Sasaran:")] == [
        f"Sasaran: {rata(each.nama)}" for each in dinas.iku[-1].iku.sasaran
    ]

    tahun = halaman[f"{DINAS}/tahun-2021"]
    assert tahun.teks("h1") == [f"{nama}, tahun 2021"]
    assert tahun.teks("title")[0] == f"{nama} {pemda}, tahun 2021 - IKU Terbuka"
    assert tahun.teks("caption") == [f"Indikator {nama}, tahun 2021"]
    assert tahun.teks("a", "iku-nama") == [
        rata(each.nama) for each in dinas.indikator if 2021 in each.tahun
    ]

    halaman_pemda = halaman["kabupaten-contoh"]
    assert halaman_pemda.teks("h1") == [pemda]
    assert nama in halaman_pemda.teks("th")
    assert [rata(each.nama) for each in laporan.pemda] == halaman["."].teks("h3")


def test_the_name_of_every_pemda_in_the_navigation(
    laporan: Laporan, halaman: Mapping[str, Halaman]
) -> None:
    links = halaman["panduan"].teks("a")
    assert [rata(each.nama) for each in laporan.pemda if rata(each.nama) not in links] == []


def test_the_words_of_a_chart_have_grades_as_typed(halaman: Mapping[str, Halaman]) -> None:
    each = halaman[f"{DINAS}/gambar"]
    [uraian] = [text for text in each.teks("desc") if "Kondisi awal 1,50. Target: 2021" in text]
    assert "2023 A <img src=x onerror=alert(1)>" in uraian
    assert "Realisasi: 2021 2,5; 2022 2,9; 2023 3,1." in uraian


# ── Nothing of it runs ────────────────────────────────────────────────────────────────────────

BERBAHAYA = (
    *("script", "img", "iframe", "object", "embed", "base", "style", "form", "meta", "link"),
    *("animate", "set", "foreignobject", "image", "video", "audio", "textarea", "button"),
)


def milik_kami(element: Unsur) -> bool:
    """Tell whether an element is one of ours that only some kinds of pages have."""
    return (
        Path(element.attributes.get("src", "")).name.partition(".")[0] in {"grafik", "tabel"}
        or element.attributes
        in [{"type": "button", "data-bentuk": kind} for kind in ("svg", "png")]
        or element.attributes == {"class": "iku-saring", "aria-label": "Saring tabel"}
        # Structured data, and the feed of a Pemda.
        or (element.tag == "script" and element.attributes == {"type": "application/ld+json"})
        or (element.tag == "link" and element.attributes.get("type") == "application/atom+xml")
    )


def test_no_element_comes_from_the_data(halaman: Mapping[str, Halaman]) -> None:
    """A page full of hostile names has what a page without data has, and no more."""

    def dangerous(each: Halaman) -> list[tuple[str, str]]:
        return [
            (
                element.tag,
                Path(element.attributes.get("src", element.attributes.get("href", ""))).name,
            )
            for element in each.element
            if element.tag in BERBAHAYA
            and element.attributes.get("rel") not in {"prev", "next"}
            and not milik_kami(element)
        ]

    clean = dangerous(halaman["glosarium"])
    assert ("img", "lambang.svg") in clean
    for folder, each in halaman.items():
        # Written by hand: a second, larger form; pictures.
        if folder != "cari" and not folder.startswith("panduan/"):
            search = [("form", ""), ("button", "")] if folder == "." else []
            assert sorted(dangerous(each)) == sorted(clean + search), folder


# What may stand within a typeset formula.
MATHML = {"math", "mrow", "mfrac", "mo", "mn", "mtext", "span", "wbr"}


def test_a_formula_has_elements_of_formulas_only(
    laporan: Laporan, halaman: Mapping[str, Halaman]
) -> None:
    """Formulas are typeset in MathML of ours; the words of the data are text in it."""
    aturan = sum(1 for each in ATURAN.values() if each.rumus)
    expected = {"metodologi": aturan}
    for indikator, _ in all_indikator(laporan):
        formula, rule = indikator.definisi.formula, indikator.definisi.rumus_capaian
        own = formula is not None and formula.rumus is not None
        expected[indikator.kunci] = own + bool(rule and ATURAN[rule].rumus)
    for folder, each in halaman.items():
        assert len(each.find_all("math")) == expected.get(folder, 0), folder
        assert {element.tag for element in each.element if element.dalam_rumus} <= MATHML, folder
        names = {
            nama for element in each.element if element.dalam_rumus for nama in element.attributes
        }
        assert names <= {"displaystyle", "data-lajur", "class", "symmetric"}, folder
    rumus = halaman[f"{DINAS}/rumus"].find_all("math")[0].teks
    assert "Arti masuk </mtext></math><img src=x onerror=alert(1)>" in rumus
    assert "Arti keluar # mirip judul </div><script>alert(1)</script>" in rumus


def test_no_attribute_runs_anything(halaman: Mapping[str, Halaman]) -> None:
    for folder, each in halaman.items():
        for element in each.element:
            for name, value in element.attributes.items():
                assert not name.startswith("on"), (folder, element)
                assert name not in {"srcdoc", "formaction", "autofocus"}, (folder, element)
                if name in {"href", "src", "action", "xlink:href"}:
                    parts = urlsplit("".join(value.split()))
                    assert parts.scheme in {"", "http", "https"}, (folder, element)
                    assert "evil" not in parts.netloc, (folder, element)


# Material at the foot, the licence, the sources of the rules of capaian.
OURS = {"squidfunk.github.io", "creativecommons.org", "123dok.com", "fliphtml5.com"}


def test_links_lead_within_the_site_or_where_was_typed(
    site: Path, halaman: Mapping[str, Halaman]
) -> None:
    for folder, each in halaman.items():
        for element in each.find_all("a"):
            parts = urlsplit(element.attributes.get("href", ""))
            if parts.netloc:
                assert parts.netloc in {"contoh.example", *OURS}, (folder, element)
            elif parts.path:
                assert (site / folder / parts.path).is_file(), (folder, element)


def test_the_index_of_the_search_is_one_json_value(site: Path, laporan: Laporan) -> None:
    """The script assigns one JSON value; names in it are data, put on the page as text."""
    text = (site / "cari/indeks.js").read_text(encoding="utf-8")
    assert text.startswith("window.ikuIndex={")
    data = json.loads(text.removeprefix("window.ikuIndex=").removesuffix(";\n"))
    assert [each[0] for each in data["indikator"]] == [
        indikator.nama for indikator, _ in all_indikator(laporan)
    ]


# ── Data files ────────────────────────────────────────────────────────────────────────────────


def test_no_cell_of_the_csv_becomes_a_formula(site: Path, laporan: Laporan) -> None:
    with (site / "data/capaian.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = {"target", "realisasi", "capaian", "target_iku", "target_semula"}
    for row in rows:
        for name, cell in row.items():
            if name not in numbers:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)
    by_id = {f"{row['instansi_id']}/{row['indikator_id']}": row for row in reversed(rows)}
    for indikator, _ in all_indikator(laporan):
        nama = by_id[indikator.kunci]["indikator"]
        assert nama == f"{chr(39) * (indikator.nama[0] in '=+-@')}{indikator.nama}"
    dangerous = [row for row in rows if row["indikator_id"] == "gambar" and row["tahun"] == "2022"]
    assert [(row["satuan"][:6], row["jenjang"][:5]) for row in dangerous] == [("'=poin", "'@Jen")]
    assert [row["predikat"] for row in dangerous] == ["'=C<i>"]
    assert [row["sumber"] for row in dangerous] == ['\'=Laporan("2022")']
    assert [row["kategori"] for row in dangerous] == ["'=Kurang<b>"]
    # A negative number is a number; an apostrophe would make it text.
    assert by_id[f"{DINAS}/sel-kurang"]["target"] == "-5"


def test_the_json_has_texts_as_typed(site: Path, laporan: Laporan) -> None:
    data = json.loads((site / "data/iku.json").read_text(encoding="utf-8"))
    names = {
        f"{instansi['id']}/{indikator['id']}": indikator["nama"]
        for pemda in data["pemda"]
        for instansi in pemda["instansi"]
        for indikator in instansi["indikator"]
    }
    assert names == {each.kunci: each.nama for each, _ in all_indikator(laporan)}


def test_every_problem_is_said_in_one_line() -> None:
    """A message quotes the data; neither an editor nor a log may take it for two."""
    problems = check(load_laporan(BERMUSUHAN))
    assert {each.code for each in problems} == {
        "komponen-nol",
        "predikat-lawan-nilai",
        "satuan-kosong",
        "tanpa-arah",
        "tanpa-penanggung-jawab",
    }
    for each in problems:
        assert str(each).isprintable()
        assert len(str(each)) < 500


# ── What no page can show is refused ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\x02", r"\x7f", r"\uFFFE", r"\u202e"])
@pytest.mark.parametrize("key", ["nama", "makna"])
def test_control_characters_are_refused(
    write: Callable[[dict[str, str]], Path], key: str, escape: str
) -> None:
    """An escape in quotes writes what cannot be typed: it would end the head of the page."""
    iku = f"""\
instansi: Dinas Contoh
sasaran:
  - nama: Sasaran
    indikator:
      - id: contoh
        {"alasan" if key == "nama" else "nama"}: Contoh
        {key}: "x{escape} ![x](http://evil.example/x.png)"
"""
    loaded = load_laporan(
        write(
            {
                "kabupaten-contoh/pemda.yaml": "nama: Kabupaten Contoh\njenis: kabupaten\n",
                "kabupaten-contoh/dinas/iku.yaml": iku,
            }
        )
    )
    assert [(each.file, each.line) for each in loaded.problems if each.is_error] == [
        ("indicators/kabupaten-contoh/dinas/iku.yaml", 7)
    ]
