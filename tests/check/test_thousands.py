"""``12.500`` is a thousand or a fraction; unit and neighbours decide, or somebody is asked."""

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest

from iku_terbuka.check import check, find_errors
from iku_terbuka.check.number_rows import NumberRow, PlacedNumber
from iku_terbuka.load import load_laporan
from iku_terbuka.model.satuan import SatuanKind
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem

IKU = """\
instansi: Dinas Uji
periode: {{awal: 2024, akhir: 2027}}
sasaran:
  - nama: Uji
    indikator:
      - id: a
        nama: {nama}
        {satuan}
        penanggung_jawab: Bagian Uji
        catatan: Satuan menurut dokumen.
        formula: {{teks: X, rumus: x, variabel: {{x: {arti}}}}}
        target: {{{target}}}
"""
THOUSANDS = {
    "pecahan-satuan-cacah",
    "titik-ribuan",
    "angka-mungkin-ribuan",
    "komponen-mungkin-ribuan",
}
CERTAIN, ASKED, QUIET = "error", "warning", ""


def said(
    root: Path,
    target: str,
    satuan: str | None = None,
    nama: str = "Uji",
    *,
    hasil: dict[int, str] | None = None,
    arti: str = "X",
) -> list[Problem]:
    folder = root / "kota-uji" / "dinas-uji"
    (folder / "capaian").mkdir(parents=True, exist_ok=True)
    (root / "kota-uji" / "pemda.yaml").write_text("nama: Kota Uji\njenis: kota\n")
    unit = f"satuan: '{satuan}'" if satuan else "arah: naik"
    text = IKU.format(nama=nama, satuan=unit, target=target, arti=arti)
    (folder / "iku.yaml").write_text(text)
    for tahun, content in (hasil or {}).items():
        text = f"tahun: {tahun}\ncapaian:\n  a: {{{content}, sumber: {{judul: LKjIP}}}}\n"
        (folder / "capaian" / f"{tahun}.yaml").write_text(text)
    loaded = load_laporan(root, "indicators")
    found = [one for one in check(loaded) if one.code in THOUSANDS]
    assert [one for one in found if one.is_error] == [*find_errors(loaded)]
    return found


@pytest.mark.parametrize(
    ("satuan", "nama", "target", "expected"),
    [
        # whole things, money
        ("ekor", "Populasi", "2024: 12.500", CERTAIN),
        ("Orang", "Peserta", "2024: 1.250", CERTAIN),
        ("Rupiah", "PAD", "2024: 360.202", CERTAIN),
        ("Rp.", "PAD", "2024: 360.202", CERTAIN),
        (None, "Jumlah peserta (orang)", "2024: 30.000", CERTAIN),
        # neighbours that are thousands
        ("kandang", "Kandang", "2024: 950, 2025: 1.050", CERTAIN),
        ("SL", "Sambungan", "2024: 12734, 2025: 13.000", CERTAIN),
        ("ton", "Produksi", "2024: 800.5, 2025: 1.025", CERTAIN),
        # both may be
        ("ton", "Produksi", "2024: 12.500", ASKED),
        ("km", "Jalan", "2024: 1.250", ASKED),
        ("juta rupiah", "PDRB per kapita", "2024: 54.213", ASKED),
        ("Rp (000)", "Retribusi", "2024: 54.213", ASKED),
        ("kunjungan", "Rata-rata kunjungan per hari", "2024: 45.500", ASKED),
        ("orang/tahun", "Tamatan", "2024: 12.500", ASKED),
        ("per 100.000 KH", "Angka kematian ibu", "2024: 12.500", ASKED),
        (None, "Jumlah tamatan", "2024: 12.500", ASKED),
        ("ton", "Produksi", "2024: 12, 2025: 12.500", ASKED),
        # fractions
        ("indeks", "IKLH", "2024: 82.530", QUIET),
        ("Nilai", "SAKIP", "2024: 72.125", QUIET),
        ("skor", "Skor PPH", "2024: 92.500", QUIET),
        ("%", "Laju pertumbuhan ekonomi", "2024: 5.250", QUIET),
        ("persen per tahun", "Laju", "2024: 5.250", QUIET),
        ("tahun", "Usia harapan hidup", "2024: 71.250", QUIET),
        ("skala 1-4", "Kematangan", "2024: 3.012", QUIET),
        (None, "Indeks SPBE", "2024: 3.012", QUIET),
        (None, "Persentase jalan mantap", "2024: 65.125", QUIET),
        (None, "Tingkat kesehatan bank (%)", "2024: 65.125", QUIET),
        ("rasio", "Rasio Gini", "2024: 0.350", QUIET),
        ("kg", "Konsumsi", "2024: 97.125, 2025: 96.5", QUIET),
        ("juta rupiah", "PDRB per kapita", "2024: 54.213, 2025: 58.12", QUIET),
        ("m3", "Air", "2024: 987.250, 2025: 1234.567", QUIET),
        ("rasio", "Pertumbuhan", "2024: 0.987, 2025: 1.012", QUIET),
        ("ton", "Produksi", "2024: 1.2345", QUIET),
        ("ton", "Produksi", "2024: 12500", QUIET),
        ("anak", "Angka kelahiran total", "2024: 2.1", QUIET),
    ],
)
def test_unit_and_neighbours_decide(
    satuan: str | None, nama: str, target: str, expected: str, tmp_path: Path
) -> None:
    found = said(tmp_path, target, satuan, nama)
    assert {one.severity.value for one in found} == ({expected} if expected else set())


@pytest.mark.parametrize("satuan", ["ekor", "Rupiah", "ton", "kandang"])
def test_either_reading_when_written_is_the_end_of_it(satuan: str, tmp_path: Path) -> None:
    (one,) = said(tmp_path, "2024: 12.500", satuan)
    ribuan, koma = re.findall(r"tulis (\{.*?\}|[0-9]+)", one.hint)
    assert (ribuan, koma) == ("12500", '{nilai: 12.500, tercetak: "12,500"}')
    assert said(tmp_path, f"2024: {ribuan}", satuan) == []
    assert said(tmp_path, f"2024: {koma}", satuan) == []


@pytest.mark.parametrize("keys", ["bawah: 1.200, atas: 1.350", "bawah: 2.5, atas: 3"])
def test_so_it_is_for_a_range(keys: str, tmp_path: Path) -> None:
    found = said(tmp_path, f"2024: {{{keys}}}", "orang")
    instead = re.findall(r"tulis (\{.*?\})", found[0].hint)
    assert said(tmp_path, f"2024: {instead[0]}", "orang") == []


def test_a_result_speaks_for_its_target_and_one_answer_for_its_row(tmp_path: Path) -> None:
    hasil = {2024: "realisasi: 12734"}
    (one,) = said(tmp_path, "2024: 12.500", "SL", hasil=hasil)
    assert "nilai lain indikator ini 12734" in one.message
    answered = '2024: {nilai: 12.500, tercetak: "12,500"}, 2025: 13.000'
    assert said(tmp_path / "lain", answered, "ton") == []


def test_a_dot_in_print_answers_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, '2024: {nilai: 12.500, tercetak: "12.500"}', "ton")


@pytest.mark.parametrize(
    ("arti", "values", "expected"),
    [
        ("Jumlah kelahiran", ["8.000"], ["komponen-mungkin-ribuan"]),
        ("Jumlah kelahiran", ["8123", "8.000"], ["komponen-mungkin-ribuan"]),
        ("Luas lahan", ["8.25", "8.125"], []),
        ("Indeks domain kebijakan", ["3.125"], []),
        ("Gini", ["0.350"], []),
    ],
)
def test_a_component_goes_by_what_it_means_and_by_other_years(
    arti: str, values: list[str], expected: list[str], tmp_path: Path
) -> None:
    hasil = {2024 + i: f"variabel: {{x: {value}}}" for i, value in enumerate(values)}
    found = said(tmp_path, "2024: 1", "persen", hasil=hasil, arti=arti)
    assert [one.code for one in found] == expected


def test_a_long_row_costs_no_more_than_its_length() -> None:
    document = Document("uji.yaml", {}, {}, {})
    numbers = [Decimal(1000 + i).scaleb(-3) for i in range(20_000)]
    row = NumberRow(None, SatuanKind.OTHER, tuple(PlacedNumber(n, document, ()) for n in numbers))
    begun = time.process_time()
    assert not any(row.near_fraction(one) or row.near_thousandfold(one) for one in row.numbers)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("catatan", "count"),
    [
        ("Komponen x dalam hektare.", 0),
        ("Tiga angka di belakang koma.", 0),
        ("Data sementara., X-nya diukur ulang.", 0),
        ("Data sementara.", 1),
        ("Dihitung per komunitas.", 1),
    ],
)
def test_a_note_answers_for_a_component(tmp_path: Path, catatan: str, count: int) -> None:
    hasil = {2025: f"variabel: {{x: 12.345}}, catatan: [{catatan}]"}
    found = said(tmp_path, "2025: 12, 2026: 13", "ha", hasil=hasil, arti="Luas lahan")
    assert [one.code for one in found] == ["komponen-mungkin-ribuan"] * count
    assert all("sebut “x” di “catatan”" in one.hint for one in found)
