"""The five documents against their inventory: every row and value is there, none is invented.

``tests/data/inventaris.json`` lists each row as printed, written down apart from the YAML.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from iku_terbuka.model import Indikator, Instansi, Laporan
from iku_terbuka.model.nilai import IsiNilai
from tests.conftest import DATA

INVENTARIS: list[dict[str, Any]] = json.loads((DATA / "inventaris.json").read_text("utf-8"))

# How the ids of the inventory begin, and the instansi that holds those rows, in the same order.
_SETDA = "kabupaten-balangan/sekretariat-daerah"
INSTANSI = {
    "LMJ": "kabupaten-lumajang/bagian-humas-dan-protokol",
    "MJK": "kota-mojokerto/bagian-humas-dan-protokol",
    "JBR": "kabupaten-jember/bagian-protokol-dan-komunikasi-pimpinan",
    "PBL": "kota-probolinggo/bagian-hubungan-masyarakat-dan-protokol",
    "BLG-SETDA": _SETDA,
    "BLG-HUK": f"{_SETDA}/bagian-hukum",
    "BLG-KES": f"{_SETDA}/bagian-kesejahteraan-masyarakat",
    "BLG-PEM": f"{_SETDA}/bagian-pemerintahan",
    "BLG-ADB": f"{_SETDA}/bagian-administrasi-pembangunan",
    "BLG-EKO": f"{_SETDA}/bagian-ekonomi-dan-sumber-daya-alam",
    "BLG-PBJ": f"{_SETDA}/bagian-pengadaan-barang-dan-jasa",
    "BLG-PRO": f"{_SETDA}/bagian-protokol-dan-komunikasi-pimpinan",
}
# What the inventory calls a table, without its remarks on the scan, and the jenjang in the data.
JENJANG = {
    "Bagian": None,  # one table in the document, without a heading
    "Setda (Eselon II)": "Eselon II",
    "Eselon III": "Eselon III",
    "Eselon IV": "Eselon IV",
    "Kabag (Eselon III)": "Kabag Administrasi Pembangunan",
    "Kasubbag Penyusunan Program": "Kasubbag Penyusunan Program",
    "Kasubbag Pengendalian Program": "Kasubbag Pengendalian Program",
    "Kasubbag Evaluasi dan Pelaporan": "Kasubbag Evaluasi dan Pelaporan",
}
# Rows with more values than headings. In two the heading lost “Tahun 2026”, which the title has;
# in the others a value is read where every reading that keeps the printed order gives it.
TANPA_JUDUL_2026 = {"BLG-SETDA-2", "BLG-SETDA-3"}
# Where not all values are equal, the start can be read in two ways and stays empty.
AWAL_MERAGUKAN = {"BLG-EKO-IV-7": "2021", "BLG-ADB-IV-2": "awal", "BLG-ADB-IV-3": "awal"}

# A cell that the data mends; the note of its row quotes the print.
DIRAPIKAN = {"Sub Bag Kejasama dan Otonomi Daerah": "Sub Bag Kerjasama dan Otonomi Daerah"}

by_row = pytest.mark.parametrize("baris", INVENTARIS, ids=lambda baris: baris["id"])


def awalan(baris: Mapping[str, Any]) -> str:
    found = re.match(r"(BLG-[A-Z]+|[A-Z]+)-", baris["id"])
    assert found is not None
    return found[1]


def jenjang(baris: Mapping[str, Any]) -> str | None:
    return JENJANG[re.sub(r" \(OCR .*\)$", "", baris["level"])]


def pasangkan(laporan: Laporan) -> dict[str, Indikator]:
    """Return the indicator of each row of the inventory: the same place in the same instansi."""
    nodes = {each.id: each for pemda in laporan.pemda for each in pemda.instansi.descendants()}
    return {
        baris["id"]: indikator
        for awal, instansi in INSTANSI.items()
        for baris, indikator in zip(
            [baris for baris in INVENTARIS if awalan(baris) == awal],
            nodes[instansi].indikator,
            strict=True,
        )
    }


def bacaan(baris: Mapping[str, Any]) -> dict[str, str]:
    """Return what is printed for each place in the data: ``awal``, a year, ``akhir``."""
    headings: list[str] = [judul.split()[0] for judul in baris["header"]]
    values: list[str] = baris["values"]
    if baris["id"] in TANPA_JUDUL_2026:
        headings.insert(-1, "2026")
    surplus = len(values) - len(headings)
    # What may stand below each heading when any of the surplus values is left out.
    possible = [set(values[i : i + surplus + 1]) for i in range(len(headings))]
    return {
        heading: found.pop()
        for heading, found in zip(headings, possible, strict=True)
        if len(found) == 1
    }


def angka_tercetak(tercetak: str) -> str:
    """Return the digits of a printed value with a decimal point."""
    (digits,) = re.findall(r"\d+(?:[.,]\d+)?", tercetak)
    return str(digits).replace(",", ".")


def predikat_tercetak(tercetak: str) -> str | None:
    """Return the grade of a printed value in official spelling: ``-B`` is B-."""
    found = re.search(r"(-?)\b([A-D]{1,2})\b", tercetak)
    return found[2] + found[1] if found else None


@pytest.fixture(scope="session")
def indikator(laporan: Laporan) -> dict[str, Indikator]:
    return pasangkan(laporan)


@pytest.fixture(scope="session")
def semua_instansi(laporan: Laporan) -> list[Instansi]:
    return [each for pemda in laporan.pemda for each in pemda.instansi.descendants()]


def test_the_five_pemda_are_those_of_the_inventory(laporan: Laporan) -> None:
    names = sorted({baris["pemda"].replace("Kab. ", "Kabupaten ") for baris in INVENTARIS})
    assert len(names) == 5
    assert sorted(pemda.nama for pemda in laporan.pemda) == names
    assert not any(pemda.profil.resmi for pemda in laporan.pemda)


def test_twelve_instansi_hold_the_63_rows_table_by_table(semua_instansi: list[Instansi]) -> None:
    assert len(INVENTARIS) == 63
    assert len(INSTANSI) == 12
    printed = Counter((INSTANSI[awalan(baris)], jenjang(baris)) for baris in INVENTARIS)
    assert printed == Counter(
        (instansi.id, each.terbaru.sasaran.jenjang)
        for instansi in semua_instansi
        for each in instansi.indikator
    )


@by_row
def test_table_and_name_are_as_printed(
    baris: dict[str, Any], indikator: dict[str, Indikator]
) -> None:
    found = indikator[baris["id"]]
    definisi, sasaran = found.definisi, found.terbaru.sasaran
    assert sasaran.jenjang == jenjang(baris)
    # The Setda table has no heading; others say Eselon III, Eselon IV, Kabag or Kasubbag.
    assert "jenjang" in sasaran.disimpulkan or awalan(baris) != "BLG-SETDA"
    assert definisi.nama_tercetak != definisi.nama
    if baris["id"] == "LMJ-1":
        # The scan lost most of this name. The inventory restores it and puts what is restored in
        # brackets; the data has the restored name, says so, and keeps the shreds that are printed.
        restored = re.sub(r"[\[\]]", "", baris["indicator"])
        assert definisi.nama.casefold() == restored.casefold()
        assert (
            definisi.nama_tercetak == "Persentas | jakan Bupati, Bupati, dan Daerah muat oleh ssa"
        )
        assert "nama" not in definisi.disimpulkan, "it is printed, though damaged"
    else:
        assert _rapat(definisi.nama_tercetak or definisi.nama) == _rapat(baris["indicator"])


@by_row
def test_sasaran_is_as_printed(baris: dict[str, Any], indikator: dict[str, Indikator]) -> None:
    found = indikator[baris["id"]]
    sasaran = found.terbaru.sasaran
    remark = re.search(r"\[.*\]$", baris["sasaran"])
    own = _rapat(re.sub(r"\[.*\]$", "", baris["sasaran"]))
    if baris["id"] == "LMJ-1":
        # Two columns are interleaved in the scan: the data keeps both pieces as printed.
        assert remark is not None
        assert sasaran.nama == own.removesuffix(" …")
        assert sasaran.nama_tercetak == " | ".join(re.findall(r'"([^"]+)"', remark[0]))
        assert "sasaran" not in found.definisi.disimpulkan
        return
    printed = own or _sasaran_di_atas(baris)
    assert _rapat(sasaran.nama_tercetak or sasaran.nama) == printed
    assert sasaran.nama_tercetak != sasaran.nama
    # An empty or absent cell belongs to the sasaran above it: where that stands is named.
    assert ("sasaran" in found.definisi.tercetak_di) == (not own or remark is not None)


@by_row
def test_values_stand_under_their_year_and_no_others_exist(
    baris: dict[str, Any], indikator: dict[str, Indikator]
) -> None:
    definisi = indikator[baris["id"]].definisi
    content: dict[str, IsiNilai | None] = {
        "awal": definisi.kondisi_awal,
        **{str(tahun): target for tahun, target in definisi.target.items()},
        "akhir": definisi.target_akhir,
    }
    kept = {tempat: nilai for tempat, nilai in content.items() if nilai is not None}
    printed = bacaan(baris)
    assert set(kept) == set(printed)
    for tempat, tercetak in printed.items():
        nilai = kept[tempat]
        assert str(nilai.nilai) == angka_tercetak(tercetak)
        assert nilai.predikat == predikat_tercetak(tercetak)
        if _harfiah(nilai, definisi.satuan, tercetak):
            assert nilai.tercetak in {None, tercetak}
        else:
            assert nilai.tercetak == tercetak
    assert definisi.standar_nasional is None


@by_row
def test_a_row_with_surplus_values_is_kept_as_printed(
    baris: dict[str, Any], indikator: dict[str, Indikator]
) -> None:
    definisi = indikator[baris["id"]].definisi
    surplus = len(baris["values"]) > len(baris["header"])
    assert definisi.nilai_tercetak == (tuple(baris["values"]) if surplus else ())
    # Whatever years such a row was read into is our reading, and needs a note besides.
    assert ("target" in definisi.disimpulkan) == surplus
    assert definisi.catatan or not surplus


def test_twelve_rows_have_surplus_values_and_three_a_doubtful_start(
    indikator: dict[str, Indikator],
) -> None:
    surplus = {baris["id"] for baris in INVENTARIS if len(baris["values"]) > len(baris["header"])}
    assert len(surplus) == 12
    assert surplus > AWAL_MERAGUKAN.keys() | TANPA_JUDUL_2026
    doubtful = {
        baris["id"]: baris["header"][0].split()[0]
        for baris in INVENTARIS
        if baris["values"] and len(bacaan(baris)) < len(baris["header"])
    }
    assert doubtful == AWAL_MERAGUKAN
    for kunci in AWAL_MERAGUKAN:
        assert list(indikator[kunci].definisi.target) == [2022, 2023, 2024, 2025, 2026]


@by_row
def test_what_the_row_does_not_print_is_named_as_inferred(
    baris: dict[str, Any], indikator: dict[str, Indikator]
) -> None:
    definisi = indikator[baris["id"]].definisi
    inferred = set(definisi.disimpulkan)
    satuan = _satuan_tercetak(baris)
    if satuan:
        assert definisi.satuan == satuan
        assert "satuan" not in inferred
    else:
        assert ("satuan" in inferred) == (definisi.satuan is not None)
    # No document prints either of these for any row.
    assert ("arah" in inferred) == (definisi.arah is not None)
    assert ("rumus_capaian" in inferred) == (definisi.rumus_capaian is not None)
    named = inferred | definisi.tercetak_di.keys()
    assert [key for key in named - {"sasaran"} if not getattr(definisi, key)] == []


@by_row
@pytest.mark.parametrize(
    ("kunci", "kolom"), [("penanggung_jawab", "responsible"), ("sumber_data", "source")]
)
def test_responsible_unit_and_source_are_as_printed(
    baris: dict[str, Any], indikator: dict[str, Indikator], kunci: str, kolom: str
) -> None:
    definisi = indikator[baris["id"]].definisi
    kept: Sequence[str] = getattr(definisi, kunci)
    printed, detached = _tanpa_keterangan(baris[kolom])
    if printed:
        assert _same(kept, DIRAPIKAN.get(printed, printed))
        assert printed not in DIRAPIKAN or f"“{printed}”" in " ".join(definisi.catatan)
        assert kunci not in definisi.disimpulkan
        assert (kunci in definisi.tercetak_di) == detached
    elif kept:
        # A cell centred over several rows: taken from a row of the same table, and named.
        table = [
            _tanpa_keterangan(others[kolom])[0]
            for others in INVENTARIS
            if (awalan(others), others["level"]) == (awalan(baris), baris["level"])
        ]
        assert any(_same(kept, DIRAPIKAN.get(text, text)) for text in table if text)
        assert kunci in definisi.tercetak_di


def test_four_definitions_have_no_row(semua_instansi: list[Instansi]) -> None:
    found = {
        instansi.id: berkas.iku.definisi_tanpa_baris
        for instansi in semua_instansi
        for berkas in instansi.iku
        if berkas.iku.definisi_tanpa_baris
    }
    assert {kunci: [each.jenjang for each in content] for kunci, content in found.items()} == {
        INSTANSI["BLG-KES"]: ["Eselon III", "Eselon IV", "Eselon IV"],
        INSTANSI["BLG-PBJ"]: ["Eselon III"],
    }
    for definisi in (each for content in found.values() for each in content):
        # One name is printed, as the left side of its formula.
        printed = bool(definisi.formula and f"{definisi.nama} =" in definisi.formula.teks)
        assert definisi.nama_disimpulkan is not printed
        assert definisi.makna
        assert definisi.catatan, "says in which cell it stands"


# Eighteen digits: date of birth, month of appointment, sex, number; often printed in groups.
_NIP = re.compile(r"\bNIP\b|(?<!\d)\d(?:[ .\u00a0-]?\d){17}(?!\d)", re.IGNORECASE)


@pytest.mark.parametrize(
    "text", ["NIP. 1", "nip 2", "0" * 18, f"{'0' * 8} {'0' * 6} 0 000", f"{'0' * 8}.{'0' * 10}"]
)
def test_the_search_for_nip_finds_them(text: str) -> None:
    assert _NIP.search(text)


def test_no_file_holds_a_nip() -> None:
    files = [DATA / "inventaris.json", *(DATA / "indicators").rglob("*.*")]
    assert len(files) > len(INSTANSI)
    hits = [(str(path), found) for path in files for found in _NIP.findall(path.read_text("utf-8"))]
    assert hits == []


def _rapat(text: str) -> str:
    return " ".join(text.split())


def _sasaran_di_atas(baris: dict[str, Any]) -> str:
    """Return the sasaran printed in the nearest row above that has one."""
    above = INVENTARIS[: INVENTARIS.index(baris)]
    texts = [_rapat(re.sub(r"\[.*\]$", "", others["sasaran"])) for others in above]
    return next(text for text in reversed(texts) if text)


def _harfiah(nilai: IsiNilai, satuan: str | None, tercetak: str) -> bool:
    """Say whether the print is no more than the number, alone or with its unit."""
    literal = {str(nilai.nilai), f"{nilai.nilai} {satuan}".casefold()}
    if satuan == "persen":
        literal.add(f"{nilai.nilai}%")
    return tercetak.casefold() in literal


def _satuan_tercetak(baris: Mapping[str, Any]) -> str | None:
    """Return the unit that stands in the values, or marked in the name: ``(organisasi)``, ``%``."""
    values = {re.sub(r"[\d.,]+", "", nilai).strip() for nilai in baris["values"]}
    name = re.search(r"\((\w+)\)$|^(%)", baris["indicator"])
    if len(values) == 1 and re.fullmatch(r"%|\w+", unit := values.pop()):
        return "persen" if unit == "%" else unit.lower()
    return (name[1] or "persen") if name else None


def _tanpa_keterangan(text: str) -> tuple[str, bool]:
    """Return a cell of the inventory, and whether it was printed in a row of its own."""
    return text.removesuffix(" (from detached row)"), text.endswith("(from detached row)")


def _same(kept: Sequence[str], printed: str) -> bool:
    """Compare a list with the cell it was split from: by blanks, bullets or “dan”."""
    pattern = "(?: dan)? ".join(re.escape(_rapat(each)) for each in kept)
    return re.fullmatch(pattern, _rapat(printed.replace("•", " ")), re.IGNORECASE) is not None
