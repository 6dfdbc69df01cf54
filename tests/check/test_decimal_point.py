"""A point in the wrong place is doubted, over-achievement and good news are not."""

import pytest

from tests.check.scaffold import checked, codes
from tests.fictional import Write

FAR, ROW = "realisasi-jauh-dari-target", "target-jauh-dari-deret"


def measured(satuan: str, arah: str, target: str, more: str = "") -> str:
    return f"satuan: {satuan}\narah: {arah}\ntarget: {{2025: {target}}}\n{more}"


@pytest.mark.parametrize(
    ("fields", "realisasi", "times", "meant"),
    [
        (("persen", "naik", "81.25"), "8125", "100 kali", "81.25"),
        (("persen", "naik", "80"), "8125", "100 kali", "81.25"),
        (("persen", "naik", "85"), "0.8125", "seperseratus", "81.25"),
        (("persen", "naik", "81.25"), "812.5", "10 kali", "81.25"),
        (("persen", "naik", "90"), "825", "10 kali", "82.5"),
        (("persen", "naik", "100"), "1000", "10 kali", "100"),
        (("persen", "naik", "100"), "1", "seperseratus", "100"),
        (("persen", "naik", "90"), "0.25", "seperseratus", "25"),
        (("persen", "naik", "95.5"), "9.62", "sepersepuluh", "96.2"),
        (("persen", "naik", "80"), "8.1", "sepersepuluh", "81"),
        (("persen", "naik", "5.2"), "52.3", "10 kali", "5.23"),
        (("persen", "turun", "14"), "0.127", "seperseratus", "12.7"),
        (("persen", "turun", "6.1"), "610", "100 kali", "6.10"),
        (("persen", "turun", "6.10"), "61.5", "10 kali", "6.15"),
        (("indeks", "naik", "3.40"), "352", "100 kali", "3.52"),
        (("indeks", "naik", "3.51"), "35.1", "10 kali", "3.51"),
        (("nilai", "naik", "70.4"), "7.12", "sepersepuluh", "71.2"),
        (("nilai", "naik", "72.40"), "7215", "100 kali", "72.15"),
        (("orang", "naik", "1250"), "125", "sepersepuluh", "1250"),
        (("orang", "naik", "125"), "1310", "10 kali", "131"),
        (("per 100.000 kelahiran hidup", "turun", "162"), "1869", "10 kali", "186.9"),
        (("rupiah", "naik", "1250000000"), "1310000", "seperseribu", "1310000000"),
        (("dokumen", "naik", "2"), "200", "100 kali", "2"),
        (("menit", "turun", "15"), "1490", "100 kali", "14.90"),
        (("indeks", "naik", "80"), "815", "10 kali", "81.5"),
        (("indeks", "naik", "80.0"), "815", "10 kali", "81.5"),
        (("indeks", "naik", "4"), "41", "10 kali", "4.1"),
        (("nilai", "naik", "70"), "7", "sepersepuluh", "70"),
        (("tahun", "naik", "70"), "705", "10 kali", "70.5"),
        (("hari", "turun", "20"), "195", "10 kali", "19.5"),
        (("per 100.000 kelahiran hidup", "turun", "100"), "1050", "10 kali", "105"),
        (("persen", "naik", "8"), "85", "10 kali", "8.5"),
        (("persen", "naik", "5"), "52", "10 kali", "5.2"),
        (("'%'", "naik", "80"), "8", "sepersepuluh", "80"),
        (("orang", "naik", "500"), "5120", "10 kali", "512"),
        (("orang", "naik", "100"), "1000", "10 kali", "100"),
        (("ekor", "naik", "2000"), "210", "sepersepuluh", "2100"),
        (("kunjungan", "naik", "30000"), "3000", "sepersepuluh", "30000"),
        (("dokumen", "naik", "10"), "110", "10 kali", "11"),
        (("miliar rupiah", "naik", "150"), "150000000000", "satu miliar kali", "150"),
        (("juta rupiah", "naik", "57"), "57500000", "sejuta kali", "57.5"),
        (("rupiah", "naik", "2500000000"), "2.5", "1/1000000000", "2500000000"),
        (("triliun rupiah", "naik", "1.2"), "1250000000000", "satu triliun kali", "1.25"),
    ],
)
def test_the_same_digits_with_the_point_elsewhere(
    write: Write, fields: tuple[str, str, str], realisasi: str, times: str, meant: str
) -> None:
    (found,) = checked(write, measured(*fields), {2025: f"realisasi: {realisasi}"})
    said = f"Realisasi 2025 ({realisasi}) kira-kira {times} targetnya ({fields[2]})."
    assert (found.code, found.message, found.is_error) == (FAR, said, False)
    assert found.hint.startswith("Periksa letak titik desimal keduanya; mungkin realisasinya ")
    (proposed,) = [word for word in found.hint.split() if word[0].isdigit()]
    assert float(proposed.rstrip(".")) == float(meant)
    # Followed literally, the hint leads to a file of which nothing is said.
    fixed = checked(write, measured(*fields), {2025: f"realisasi: {proposed.rstrip('.')}"})
    assert codes(fixed) == []


@pytest.mark.parametrize(("target", "realisasi"), [("10", "105"), ("500", "5123")])
def test_no_fraction_is_proposed_of_what_is_counted(
    write: Write, target: str, realisasi: str
) -> None:
    fields = measured("orang", "naik", target)
    (found,) = checked(write, fields, {2025: f"realisasi: {realisasi}"})
    assert found.hint.startswith("Periksa banyak digit keduanya. Kalau kedua angka benar, ")


@pytest.mark.parametrize(
    ("satuan", "arah", "target", "realisasi"),
    [
        ("persen", "naik", "90", "112.5"),
        ("persen", "naik", "3", "50"),
        ("persen", "naik", "5", "56"),
        ("indeks", "naik", "4", "35"),
        ("hari", "turun", "20", "2"),
        ("orang", "naik", "100", "1200"),
        ("orang", "naik", "10", "100"),
        ("orang", "turun", "2000", "200"),
        ("unit", "naik", "2", "22"),
        ("unit", "naik", "50", "5"),
        ("persen", "naik", "20", "135"),
        ("persen", "naik", "12", "0.8"),
        ("persen", "naik", "100", "12"),
        ("persen", "naik", "0.8", "0.82"),
        ("persen", "naik", "2.5", "5.3"),
        ("persen", "naik", "1.75", "5.3"),
        ("persen", "turun", "20", "2"),
        ("persen", "turun", "14", "1.6"),
        ("persen", "turun", "12", "0.9"),
        ("per 100.000 kelahiran hidup", "turun", "100", "10"),
        ("per 100.000 kelahiran hidup", "turun", "100", "0"),
        ("kasus", "turun", "5000", "40"),
        ("kasus", "turun", "12", "1"),
        ("temuan", "turun", "0", "12"),
        ("dokumen", "naik", "1", "10"),
        ("dokumen", "naik", "1", "12"),
        ("dokumen", "naik", "10", "100"),
        ("orang", "naik", "3", "25"),
        ("orang", "naik", "100", "10"),
        ("orang", "naik", "40", "950"),
        ("indeks", "naik", "3.4", "4.8"),
        ("nilai", "naik", "65", "71.5"),
        ("rupiah", "naik", "1000000000", "3500000000"),
        ("persen", "naik", "4.5", "-2.07"),
        ("ribu ton", "turun", "-2.0", "1.5"),
    ],
)
def test_what_results_reach(
    write: Write, satuan: str, arah: str, target: str, realisasi: str
) -> None:
    found = checked(write, measured(satuan, arah, target), {2025: f"realisasi: {realisasi}"})
    assert codes(found) == []


@pytest.mark.parametrize(
    "more", ["analisis: Wabah.", "catatan: Benar.", "realisasi: {nilai: 8125, catatan: Benar.}"]
)
def test_an_explanation_silences(write: Write, more: str) -> None:
    body = more if more.startswith("realisasi") else f"realisasi: 8125, {more}"
    assert codes(checked(write, measured("persen", "naik", "81"), {2025: body})) == []


def test_a_jump_from_last_year_is_not_said_twice(write: Write) -> None:
    fields = "satuan: persen\narah: naik\ntarget: {2023: 80, 2024: 81, 2025: 82}"
    hasil = {2023: "realisasi: 80.5", 2024: "realisasi: 8125", 2025: "realisasi: 82"}
    (found,) = checked(write, fields, hasil)
    assert found.code == FAR
    # What the target does not show, last year does.
    fields = "satuan: kasus\narah: naik\ntarget: {2023: 80, 2024: 81, 2025: 82}"
    hasil = {2023: "realisasi: 80", 2024: "realisasi: 500", 2025: "realisasi: 82"}
    (found,) = checked(write, fields, hasil)
    assert found.code == "lonjakan-realisasi"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("{2024: 80, 2026: 82}", "target 2024 (80)"),
        ("{2026: 82}\nkondisi_awal: 78", "target 2026 (82)"),
        ("{}\nkondisi_awal: 78.5", "kondisi awal (78.5)"),
        ("{2025: {bawah: 80, atas: 85}}", "batas targetnya (85)"),
        ("{2024: 80, 2025: 8250, 2026: 85}\ncatatan: Target 2025 tercetak begitu.",
         "target 2024 (80)"),
    ],
)  # fmt: skip
def test_without_a_target_of_its_own_neighbours_tell(write: Write, target: str, said: str) -> None:
    found = checked(
        write, f"satuan: persen\narah: naik\ntarget: {target}", {2025: "realisasi: 8125"}
    )
    assert [one.message for one in found] == [f"Realisasi 2025 (8125) kira-kira 100 kali {said}."]


@pytest.mark.parametrize(
    ("target", "realisasi", "said"),
    [
        ("8250", "8125", [(ROW, "8250"), (FAR, "8125")]),
        ("825", "812.5", [(ROW, "825"), (FAR, "812.5")]),
        ("8250", "82", [(ROW, "8250")]),
        ("{nilai: 100}", "880", [(FAR, "880")]),
        ("250", "245", []),
        ("150", "190", []),
        ("0.8", "0.7", []),
    ],
)
def test_a_percentage_is_compared_with_a_hundred_where_nothing_else_is(
    write: Write, target: str, realisasi: str, said: list[tuple[str, str]]
) -> None:
    found = checked(write, measured("persen", "naik", target), {2025: f"realisasi: {realisasi}"})
    assert sorted((one.code, one.message.split("(")[1].split(")")[0]) for one in found) == sorted(
        said
    )
    alone = checked(write, "satuan: persen", {2025: f"realisasi: {realisasi}"})
    assert codes(alone) == [FAR for code, _ in said if code == FAR]


def test_while_the_year_runs_a_small_result_is_none_too_small(write: Write) -> None:
    fields = measured("orang", "naik", "410")
    for realisasi, running, final in [("40", [], [FAR]), ("4", [], [FAR]), ("41", [], [FAR])]:
        hasil = {2025: f"realisasi: {realisasi}"}
        assert codes(checked(write, fields, hasil, "sementara")) == running
        assert codes(checked(write, fields, hasil)) == final
    fields = measured("persen", "naik", "81.25")
    assert codes(checked(write, fields, {2025: "realisasi: 0.8"}, "sementara")) == [FAR]
    assert codes(checked(write, fields, {2025: "realisasi: 0.3"}, "sementara")) == []
    assert codes(checked(write, fields, {2025: "realisasi: 8125"}, "sementara")) == [FAR]


def test_components_are_named_where_they_give_the_number(write: Write) -> None:
    rumus = "formula: {teks: A / B, rumus: a / b * 100, variabel: {a: A, b: B}}"
    (found,) = checked(
        write, measured("persen", "naik", "85", rumus), {2025: "variabel: {a: 8600, b: 100}"}
    )
    assert found.message == "Realisasi 2025 (8600) kira-kira 100 kali targetnya (85)."
    assert found.hint.startswith("Periksa komponen, rumus, dan targetnya.")
    found = checked(
        write, measured("persen", "naik", "85", rumus), {2025: "variabel: {a: 8.600, b: 100}"}
    )[0]
    assert found.code == "komponen-mungkin-ribuan"


@pytest.mark.parametrize(
    ("target", "realisasi", "meant"),
    [("250", "24", "25"), ("0.8", "81.25", "80"), ("0.95", "96", "95"), ("180.5", "18.2", "18.05")],
)
def test_of_percentages_it_is_told_which_cannot_be_right(
    write: Write, target: str, realisasi: str, meant: str
) -> None:
    (found,) = checked(write, measured("persen", "naik", target), {2025: f"realisasi: {realisasi}"})
    hint = found.hint.partition(". Kalau")[0]
    assert hint.removeprefix("Periksa letak titik desimal; mungkin targetnya ") in {
        meant,
        f"{meant}.0",
    }


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("satuan: persen\ntarget: {2024: 80, 2025: 8250}",
         "Target 2025 (8250) kira-kira 100 kali target 2024 (80)."),
        ("satuan: persen\ntarget: {2024: 8250, 2025: 85}",
         "Target 2024 (8250) kira-kira 100 kali target 2025 (85)."),
        ("satuan: persen\ntarget: {2023: 80, 2024: 0.825, 2025: 85}",
         "Target 2024 (0.825) kira-kira seperseratus target 2023 (80)."),
        ("satuan: indeks\nkondisi_awal: 301\ntarget: {2024: 3.05, 2025: 3.10}",
         "Kondisi awal (301) kira-kira 100 kali target 2024 (3.05)."),
        ("satuan: indeks\ntarget: {2023: 3.05, 2024: 3.10, 2025: 31.5}",
         "Target 2025 (31.5) kira-kira 10 kali target 2024 (3.10)."),
        ("satuan: nilai\ntarget: {2024: 68.4, 2025: 70.4}\ntarget_akhir: 7240",
         "Target akhir (7240) kira-kira 100 kali target 2025 (70.4)."),
        ("satuan: orang\ntarget: {2023: 1250, 2024: 130, 2025: 1350}",
         "Target 2024 (130) kira-kira sepersepuluh target 2023 (1250)."),
        ("satuan: orang\ntarget: {2023: 4000, 2024: 400, 2025: 4200}",
         "Target 2024 (400) kira-kira sepersepuluh target 2023 (4000)."),
        ("satuan: orang\ntarget: {2023: 400, 2024: 4000, 2025: 420}",
         "Target 2024 (4000) kira-kira 10 kali target 2023 (400)."),
        ("satuan: persen\ntarget: {2023: 5, 2024: 5.1, 2025: 52}",
         "Target 2025 (52) kira-kira 10 kali target 2024 (5.1)."),
        ("satuan: indeks\ntarget: {2023: 80, 2024: 8, 2025: 82}",
         "Target 2024 (8) kira-kira sepersepuluh target 2023 (80)."),
    ],
)  # fmt: skip
def test_a_target_out_of_its_row(write: Write, fields: str, said: str) -> None:
    found = checked(write, f"arah: naik\n{fields}")
    assert [(one.code, one.message) for one in found] == [(ROW, said)]
    silent = f"arah: naik\n{fields}\ncatatan: Target dan kondisi awal memang tercetak begitu."
    assert codes(checked(write, silent)) == []


@pytest.mark.parametrize(
    "fields",
    [
        "satuan: dokumen\ntarget: {2023: 1, 2024: 10, 2025: 100}",
        "satuan: rupiah\ntarget: {2022: 1300000, 2023: 1250000, 2024: 98765432, 2025: 99000000}",
        "satuan: orang\ntarget: {2023: 10, 2024: 10, 2025: 100}",
        "satuan: km\nakumulasi: kumulatif\ntarget: {2023: 12, 2024: 13, 2025: 12}\n"
        "target_akhir: 120",
        "satuan: persen\ntarget: {2023: 5, 2024: 20, 2025: 60}",
        "satuan: persen\nkondisi_awal: 1.2\ntarget: {2024: 25, 2025: 50}",
        "satuan: persen\ntarget: {2023: 5, 2024: 5, 2025: 50}",
        "satuan: orang\ntarget: {2023: 100, 2024: 1000, 2025: 10000}",
        "satuan: unit\ntarget: {2023: 50, 2024: 5, 2025: 50}",
        "satuan: dokumen\nakumulasi: posisi\ntarget: {2023: 1, 2024: 10, 2025: 10}",
        "satuan: laporan\ntarget: {2023: 3, 2024: 3, 2025: 15}",
        "satuan: unit\ntarget: {2023: 0, 2024: 1, 2025: 0}",
        "satuan: orang\ntarget: {2025: 12}",
    ],
)
def test_rows_that_grow(write: Write, fields: str) -> None:
    assert codes(checked(write, f"arah: naik\n{fields}")) == []
