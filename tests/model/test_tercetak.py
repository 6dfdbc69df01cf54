"""Whoever follows the hint about a printed value gets a file that passes and means the print.

``tests/data/nilai-tercetak.csv`` holds the prints, the unit they stand under, and what they mean.
"""

import csv
import re
import time
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from iku_terbuka.model.angka import parse_angka, parse_nilai, parse_realisasi, parse_rupiah
from iku_terbuka.model.nilai import IsiNilai
from tests.conftest import DATA

IKU = """\
instansi: Dinas Uji
periode: {{awal: 2025, akhir: 2029}}
sasaran:
  - nama: Nilai seperti tercetak
    indikator:
      - id: a
        nama: Indikator uji
        satuan: "{satuan}"
        penanggung_jawab: Bagian Uji
        target: {{2025: {nilai}, 2026: 1}}
"""
KUNCI = ("nilai", "bawah", "atas", "predikat", "tanggal")
# “Kalau …, tulis X”, “Tulis X”, “Tulis angkanya saja: X”
TULIS = re.compile(
    r"(?:[Kk]alau (?P<kalau>[^;]*?), tulis |Tulis (?:[A-Za-z ]+: )?)"
    r"(?P<isi>\{(?:[^\"}]|\"[^\"]*\")*\}|-?[0-9][0-9.]*)"
)


def rows() -> list[dict[str, str]]:
    lines = (DATA / "nilai-tercetak.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((s for s in lines if s[0] != "#"), delimiter=";", quotechar="\t"))


def followed(hint: str, satuan: str) -> str:
    """Return what ``hint`` tells to write: what is for ``satuan``, else the first."""
    found = list(TULIS.finditer(hint))
    assert found, hint
    named = [one for one in found if f"“{satuan}”" in (one["kalau"] or "")]
    named = named or [one for one in found if satuan in (one["kalau"] or "")]
    return (named or found)[0]["isi"]


def checked(root: Path, satuan: str, nilai: str) -> tuple[list[str], list[str], IsiNilai | None]:
    """Return messages of errors, their hints, and the target of 2025."""
    folder = root / "kota-uji" / "dinas-uji"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "kota-uji" / "pemda.yaml").write_text("nama: Kota Uji\njenis: kota\n")
    text = IKU.format(satuan=satuan, nilai=nilai)
    (folder / "iku.yaml").write_text(text, encoding="utf-8")
    loaded = load_laporan(root, "indicators")
    errors = [one for one in check(loaded) if one.is_error]
    target = None
    if loaded.laporan:
        target = next(loaded.laporan.all_indikator()).target(2025)
    return [one.message for one in errors], [one.hint for one in errors], target


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['tercetak']} {row['satuan']}")
def test_the_hint_leads_to_what_was_printed(row: dict[str, str], tmp_path: Path) -> None:
    printed, satuan = row["tercetak"], row["satuan"]
    messages, hints, _ = checked(tmp_path, satuan, f"'{printed}'")
    if printed in {"58.12", "0.00"}:
        assert messages == []
        hints = [f"Tulis {printed}"]
    else:
        assert len(messages) == 1, messages
        assert printed[:40] in messages[0]
    errors, _, target = checked(tmp_path, satuan, followed(hints[0], satuan))
    assert errors == []
    assert target is not None
    meant = {key: str(v) for key in KUNCI if (v := getattr(target, key)) is not None}
    assert meant == {key: row[key] for key in KUNCI if row[key]}
    if target.tercetak is not None and satuan != "koma desimal":
        assert target.tercetak == printed.strip("“”")


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['tercetak']} {row['satuan']}")
def test_it_takes_one_step_without_quotes_too(row: dict[str, str], tmp_path: Path) -> None:
    """A comma cuts a value between braces in two; the hint is the same, and the only one."""
    printed = row["tercetak"]
    if re.search(r"^[>‘]| : |^-|: ", printed):
        pytest.skip("YAML itself refuses this without quotes")
    quoted = checked(tmp_path, row["satuan"], f"'{printed}'")
    bare = checked(tmp_path, row["satuan"], printed)
    assert bare[1] == quoted[1]


def test_every_print_of_the_trial_is_here() -> None:
    assert [row["tercetak"] for row in rows()].index("0.00") == 45


def test_a_realisasi_is_no_range() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_realisasi("60-70%")
    assert "bawah" not in caught.value.context["hint"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        ("Rp 57 juta", "Tulis angkanya saja: 57000000"),
        ("Rp. 2,5 M", "Tulis angkanya saja: 2500000000"),
        ("57 juta", "Tulis angkanya saja: 57000000"),
        ("Rp1.250.000,00", "Tulis angkanya saja: 1250000.00"),
    ],
)
def test_where_money_is_expected_it_is_in_rupiah(printed: str, instead: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_rupiah(printed)
    assert caught.value.context["hint"] == instead  # type: ignore[index]


@pytest.mark.parametrize("printed", ["BB (72,50)", "2,5±1", "WTP", "≥ 95%", "Level 3", "60-70%"])
def test_where_only_a_number_fits_no_braces_are_proposed(printed: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_angka(printed)
    assert "{" not in caught.value.context["hint"]  # type: ignore[index]


@pytest.mark.parametrize(
    "printed", ["tad", "T.A.D.", "TBD", "tba", "menyusul", "belum ditetapkan", "akan diukur 2026"]
)
def test_no_number_yet_is_no_grade(printed: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_nilai(printed)
    assert caught.value.context["hint"].startswith("Kosongkan")  # type: ignore[index]


@pytest.mark.parametrize("printed", ["2⅓", "2 jam 30 ekor", "12:30", "24/7", "2 dokumen, 3 berita"])
def test_two_numbers_are_not_guessed_at(printed: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_nilai(printed)
    assert caught.value.context["hint"] == "Tulis satu angka saja, misalnya 82.5"  # type: ignore[index]


POTONGAN = ["1", "a", " ", "1.", "1,", "1 ", "a ", "±1", "-", "“", "(", "Rp ", "1:", "٣", "I", "<"]


@pytest.mark.parametrize("part", POTONGAN)
def test_a_long_text_costs_no_more_than_its_length(part: str) -> None:
    begun = time.process_time()
    for text in (part * (100_000 // len(part)), f"1{part * 49}", f"a{part * 49}1", f"{part * 33}x"):
        try:
            parse_nilai(text)
        except PydanticCustomError:
            continue
    assert time.process_time() - begun < 1
