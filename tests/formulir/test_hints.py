"""A value typed as a document prints it: the hint, followed literally, imports what was meant."""

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from iku_terbuka.load import load_laporan
from tests.formulir.forms import INSTANSI, hasil, impor, jalankan, salah, template_command, ubah
from tests.rekaan import PEMDA, Tulis

R = "Realisasi 2024"
BARIS = (8, 9)  # the rows of “angka” and of “predikat”
KETIK = re.compile(
    r"(?P<kosong>kosongkan sel ini, lalu )?ketik (?P<isi>.+?)(?=; kalau |\.?$)", re.IGNORECASE
)
BAGIAN = re.compile(r"(.+?) di (?:(sel ini)|kolom \w+ \(([A-Z]+[0-9]+)\))(?:, | dan |$)")


def proyek(tulis: Tulis, satuan: str, target: str = "80") -> Path:
    """One indicator that is measured by a number, and one that has a grade beside it."""
    rows = "".join(
        f"      - id: {kunci}\n        nama: Indikator {kunci}\n        satuan: {satuan}\n"
        f"        arah: naik\n        target: {{2024: {value}}}\n"
        for kunci, value in (
            ("angka", target),
            ("predikat", f"{{nilai: {target}, predikat: B}}"),
        )
    )
    return tulis(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{INSTANSI}/iku.yaml": "instansi: Dinas Contoh\nperiode: {awal: 2021, akhir: 2026}\n"
            f"sasaran:\n  - nama: Sasaran\n    indikator:\n{rows}",
        }
    )


def formulir(root: Path) -> Path:
    out = root.parent / "isian.xlsx"
    out.unlink(missing_ok=True)
    args = (INSTANSI, "--tahun", "2024", "-o", str(out), "--indicators", str(root))
    assert jalankan(template_command, *args).return_value == 0
    return out


def ketik(form: Path, isian: dict[str, Any]) -> None:
    def change(book: Any) -> None:
        for cell, value in isian.items():
            book["Isian"][cell].value = value
            if isinstance(value, str):
                book["Isian"][cell].data_type = "s"

    ubah(form, change)


def turuti(line: str, pilihan: int) -> dict[str, Any]:
    """Return what to type, cell by cell, after the ``pilihan``-th reading of a hint."""
    found = re.match(r"Isian!([A-Z]+[0-9]+): .+? ((?:Kalau|Ketik|Kosongkan) .+)$", line)
    assert found, line
    here, hint = found.groups()
    match = list(KETIK.finditer(hint))[pilihan]
    typed: dict[str, Any] = {here: None} if match["kosong"] else {}
    parts = BAGIAN.findall(match["isi"])
    assert parts, line
    for value, own, cell in parts:
        typed[here if own else cell] = value
    return typed


def jadi(root: Path, kunci: str) -> dict[str, str]:
    laporan = load_laporan(root).laporan
    assert laporan is not None
    isi = next(satu for satu in laporan.semua_indikator() if satu.id == kunci).hasil[2024].realisasi
    assert isi is not None
    return {
        key: str(value)
        for key in ("nilai", "predikat", "tercetak")
        if (value := getattr(isi, key)) is not None
    }


@pytest.mark.parametrize(
    ("satuan", "tercetak", "kunci", "pilihan", "dimaksud"),
    [
        (
            *("nilai", "BB (72,50)", "predikat", 0),
            {"nilai": "72.50", "predikat": "BB", "tercetak": "BB (72,50)"},
        ),
        ("nilai", "BB (72,50)", "angka", 0, {"nilai": "72.50", "tercetak": "BB (72,50)"}),
        ("nilai", "80 (A)", "angka", 0, {"nilai": "80", "tercetak": "80 (A)"}),
        ("indeks", "3,01 (-B)", "predikat", 0, {"nilai": "3.01", "predikat": "B-"}),
        ("persen", "≥ 95%", "angka", 0, {"nilai": "95", "tercetak": "≥ 95%"}),
        ("persen", ">95", "angka", 0, {"nilai": "95", "tercetak": ">95"}),
        ("persen", "95,5*)", "angka", 0, {"nilai": "95.5", "tercetak": "95,5*)"}),
        ("level", "Level 3", "angka", 0, {"nilai": "3", "tercetak": "Level 3"}),
        ("level", "Level 3,2", "predikat", 0, {"nilai": "3.2", "tercetak": "Level 3,2"}),
        (
            *("level", "3 (Terdefinisi)", "predikat", 0),
            {"nilai": "3", "predikat": "Terdefinisi", "tercetak": "3 (Terdefinisi)"},
        ),
        ("peringkat", "Peringkat 3", "angka", 0, {"nilai": "3", "tercetak": "Peringkat 3"}),
        ("peringkat", "10 Besar", "angka", 0, {"nilai": "10", "tercetak": "10 Besar"}),
        ("peringkat", "III", "angka", 0, {"nilai": "3", "tercetak": "III"}),
        ("bh", "1.450bh", "angka", 0, {"nilai": "1450"}),
        ("orang", "1.450 orang", "angka", 0, {"nilai": "1450"}),
        ("ekor", "12.500 ekor", "angka", 0, {"nilai": "12500"}),
        ("ha", "1.450 ha", "angka", 0, {"nilai": "1450"}),
        ("ha", "1.450 ha", "angka", 1, {"nilai": "1.45", "tercetak": "1,450"}),
        ("ha", "1.234 ha", "angka", 1, {"nilai": "1.234", "tercetak": "1,234"}),
        ("ha", "1.450,5 ha", "angka", 0, {"nilai": "1450.5"}),
        ("dokumen", "12 dokumen", "angka", 0, {"nilai": "12"}),
        ("dokumen", "1 (satu) dokumen", "angka", 0, {"nilai": "1"}),
        ("juta rupiah", "Rp 57 juta", "angka", 0, {"nilai": "57"}),
        ("juta rupiah", "Rp 57.000.000", "angka", 0, {"nilai": "57"}),
        ("juta rupiah", "Rp57.250.000,-", "angka", 0, {"nilai": "57.25"}),
        ("juta rupiah", "57 juta", "angka", 0, {"nilai": "57"}),
        ("miliar rupiah", "Rp 1,5 miliar", "angka", 0, {"nilai": "1.5"}),
        ("rupiah", "Rp 57 juta", "angka", 0, {"nilai": "57000000"}),
        ("rupiah", "Rp 1,5 miliar", "angka", 0, {"nilai": "1500000000"}),
        ("indeks", "81.25%", "angka", 0, {"nilai": "81.25"}),
        ("tahun", "71,2 tahun", "angka", 0, {"nilai": "71.2"}),
        ("per 100.000 KH", "100 per 100.000 KH", "angka", 0, {"nilai": "100"}),
        ("persen", "5 dari 7", "angka", 0, {"nilai": "71.43", "tercetak": "5 dari 7"}),
        ("opini", "WTP", "predikat", 0, {"predikat": "WTP"}),
        ("predikat", "Sangat Baik", "predikat", 0, {"predikat": "Sangat Baik"}),
        ("opini", "Opini WTP", "predikat", 0, {"predikat": "WTP", "tercetak": "Opini WTP"}),
    ],
)
def test_the_hint_leads_to_what_was_meant(  # noqa: PLR0917 (a row of the table above)
    tulis: Tulis,
    satuan: str,
    tercetak: str,
    kunci: str,
    pilihan: int,
    dimaksud: dict[str, str],
) -> None:
    root = proyek(tulis, f'"{satuan}"')
    form = formulir(root)
    row = BARIS[kunci == "predikat"]
    ketik(form, {f"G{row}": tercetak, f"K{row}": "LKjIP 2024"})
    (line,) = salah(impor(root, form))
    assert line.startswith(f"Isian!G{row}: "), line
    ketik(form, turuti(line, pilihan))
    result = impor(root, form)
    assert result.return_value == 0, f"{line}\n{result.output}"
    found = jadi(root, kunci)
    assert found | dimaksud == found, line
    assert ("predikat" in found) == ("predikat" in dimaksud)


@pytest.mark.parametrize(
    ("satuan", "typed", "nilai"),
    [
        *(("persen", text, "2.5") for text in ("2,5 persen", "2,5%", "2.5 %", "2,5")),
        ("juta rupiah", "57", "57"),
        ("juta rupiah", "Rp 57", "57"),
        ("rupiah", "Rp 57.000.000,-", "57000000"),
        ("persen", "81.25%", "81.25"),
    ],
)
def test_what_leaves_no_doubt_is_taken(tulis: Tulis, satuan: str, typed: str, nilai: str) -> None:
    root = proyek(tulis, satuan)
    form = formulir(root)
    ketik(form, {"G8": typed, "K8": "LKjIP 2024"})
    assert impor(root, form).return_value == 0
    assert jadi(root, "angka") == {"nilai": nilai}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2,5 ± 1", "Ketik satu angka, bukan rentang."),
        ("80-90", "Ketik satu angka, bukan rentang."),
        ("delapan", "Indikator ini dinilai dengan angka: ketik angkanya."),
        ("WTP", "Indikator ini dinilai dengan angka: ketik angkanya."),
    ],
)
def test_what_has_no_place_says_so(tulis: Tulis, typed: str, said: str) -> None:
    root = proyek(tulis, "persen")
    form = formulir(root)
    ketik(form, {"G8": typed, "K8": "LKjIP 2024"})
    (line,) = salah(impor(root, form))
    assert line.endswith(said)


def test_a_printed_form_alone_says_where_the_number_goes(tulis: Tulis) -> None:
    root = proyek(tulis, "nilai")
    form = formulir(root)
    ketik(form, {"I9": "BB (72,50)", "K9": "LKjIP 2024"})
    (line,) = salah(impor(root, form))
    ketik(form, turuti(line, 0))
    assert impor(root, form).return_value == 0
    assert jadi(root, "predikat")["predikat"] == "BB"


def test_money_and_components_get_the_number_alone(tulis: Tulis) -> None:
    root = proyek(tulis, "persen")
    form = formulir(root)
    column = next(
        cell.column_letter
        for cell in load_workbook(form)["Isian"][7]
        if cell.value == "Pagu anggaran"
    )
    ketik(form, {"G8": 80, "K8": "LKjIP 2024", f"{column}8": "Rp 1,5 miliar"})
    (line,) = salah(impor(root, form))
    ketik(form, turuti(line, 0))
    assert impor(root, form).return_value == 0
    assert "pagu: 1500000000\n" in hasil(root).read_text("utf-8")


@pytest.mark.parametrize(
    ("satuan", "typed", "printed"),
    [("ekor", 12.734, "12,734"), ("orang", 12.5, "12,5"), ("rupiah", 250.125, "250,125"),
     ("ekor", 1.25, "1,25")],
)  # fmt: skip
def test_a_comma_that_is_printed_has_a_column(
    tulis: Tulis, satuan: str, typed: float, printed: str
) -> None:
    """What the check says in YAML is said here of cells, and leads to a file that passes."""
    root = proyek(tulis, satuan, "100")
    form = formulir(root)
    ketik(form, {"G9": typed, "H9": "B", "K9": "LKjIP 2024"})
    (line,) = salah(impor(root, form))
    assert f"ketik {printed} di kolom Tercetak" in line
    assert "{" not in line
    ketik(form, {"I9": printed})
    result = impor(root, form)
    assert result.return_value == 0, result.output
    assert jadi(root, "predikat") == {
        "nilai": str(typed),
        "predikat": "B",
        "tercetak": printed,
    }


def test_thousands_that_are_doubted_are_a_matter_of_cells_too(tulis: Tulis) -> None:
    root = proyek(tulis, "ton", "12")
    form = formulir(root)
    ketik(form, {"G8": 12.734, "K8": "LKjIP 2024"})
    result = impor(root, form)
    assert result.return_value == 0
    assert "{nilai" not in result.output
    assert "ketik 12,734 di kolom Tercetak" in result.output
