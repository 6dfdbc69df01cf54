"""Formulas of percentages: ``* 100`` is asked for where it lacks, and only there."""

import pytest

from tests.check.scaffold import checked, codes
from tests.fictional import Write

WRONG, MAYBE = "rumus-tanpa-100", "rumus-mungkin-tanpa-100"


def rumus(
    text: str, target: str = "", satuan: str = "persen", catatan: str = "", **arti: str
) -> str:
    """Return an indicator with a formula; ``arti`` says what variables stand for."""
    names = [word for word in "abcdn" if word in text.replace("mean", "").replace("sum", "")]
    said = ", ".join(f"{name}: {arti.get(name, f'arti {name}')}" for name in names)
    note = f", catatan: {catatan}" if catatan else ""
    fields = (
        f"satuan: {satuan}\narah: naik\n"
        f"formula: {{teks: Rumus, rumus: {text}, variabel: {{{said}}}{note}}}"
    )
    return f"{fields}\ntarget: {{2025: {target}}}" if target else fields


@pytest.mark.parametrize(
    ("text", "variabel", "target", "meant"),
    [
        ("a / b", "a: 33, b: 51", "100", "a / b * 100"),
        ("a / b", "a: 51, b: 51", "100", "a / b * 100"),
        ("(a - b) / b", "a: 120, b: 100", "15", "(a - b) / b * 100"),
        ("1 - a / b", "a: 5, b: 50", "80", "(1 - a / b) * 100"),
        ("sum(a) / sum(b)", "a: [3, 4], b: [5, 6]", "60", "sum(a) / sum(b) * 100"),
        ("(a / b + c / d) / 2", "a: 3, b: 4, c: 4, d: 5", "{bawah: 70, atas: 75}",
         "(a / b + c / d) / 2 * 100"),
        ("a / (b + c)", "a: 3, b: 4, c: 4", "1.5", "a / (b + c) * 100"),
    ],
)  # fmt: skip
def test_components_show_that_the_hundred_lacks(
    write: Write, text: str, variabel: str, target: str, meant: str
) -> None:
    hasil = {2025: f"variabel: {{{variabel}}}"}
    (found,) = checked(write, rumus(text, target), hasil)
    assert (found.code, found.is_error) == (WRONG, True)
    assert found.hint == f"Tulis {meant}"
    assert codes(checked(write, rumus(meant, target), hasil)) == []


def test_a_stated_result_shows_it_too_and_is_said_once(write: Write) -> None:
    hasil = {2025: "realisasi: 64.71, variabel: {a: 33, b: 51}"}
    (found,) = checked(write, rumus("a / b"), hasil)
    assert found.code == WRONG
    assert found.message == (
        "Dengan rumus ini realisasi 2025 menjadi 0.6471 persen, padahal realisasi yang ditulis "
        "64.71."
    )
    assert codes(checked(write, rumus("a / b * 100"), hasil)) == []
    wrong = {2025: "realisasi: 60, variabel: {a: 33, b: 51}"}
    assert "realisasi-lawan-komponen" in codes(checked(write, rumus("a / b"), wrong))


@pytest.mark.parametrize(
    "text",
    ["a / b", "(a - b) / b", "100 - a / b", "mean(a) / b", "(a / b + c / d) / 2", "a / (b * c)"],
)
def test_without_components_it_is_a_question(write: Write, text: str) -> None:
    (found,) = checked(write, rumus(text, "90"))
    assert (found.code, found.is_error) == (MAYBE, False)
    meant = found.hint.removeprefix("Tulis ").partition(". Kalau")[0]
    assert codes(checked(write, rumus(meant, "90"))) == []


@pytest.mark.parametrize(
    ("text", "arti"),
    [
        ("a / b * 100", {}),
        ("a * 100 / b", {}),
        ("100 - a / b * 100", {}),
        ("(a + b + c) / 3", {}),
        ("0.4 * a + 0.6 * b", {}),
        ("mean(a)", {}),
        ("a / 100", {}),
        ("a", {}),
        ("a / b * 60 + c / d * 40", {}),
        ("sum(a) / n", {"a": "Persentase tiap perangkat daerah", "n": "Jumlah perangkat daerah"}),
        ("a / n", {"a": "Jumlah capaian seluruh indikator", "n": "Jumlah indikator"}),
        ("a / n", {"a": "Total skor", "n": "banyak responden"}),
        ("a / n", {"a": "Total serapan (%)", "n": "Jumlah bulan"}),
    ],
)
def test_what_gives_percent_as_it_is(write: Write, text: str, arti: dict[str, str]) -> None:
    assert codes(checked(write, rumus(text, "90", **arti))) == []


@pytest.mark.parametrize(
    ("arti", "said"),
    [
        ({"a": "Nilai aset termanfaatkan", "b": "Nilai seluruh aset"}, [MAYBE]),
        ({"a": "Realisasi belanja", "b": "Pagu anggaran"}, [MAYBE]),
        ({"a": "Capaian retribusi", "b": "Target retribusi"}, [MAYBE]),
        ({"a": "Realisasi (%)", "b": "Target (%)"}, [MAYBE]),
        ({"a": "Realisasi (persen)", "b": "arti"}, []),
    ],
)
def test_the_meaning_of_the_variables_tells(
    write: Write, arti: dict[str, str], said: list[str]
) -> None:
    assert codes(checked(write, rumus("a / b", "90", **arti))) == said


def test_components_may_show_that_it_is_right(write: Write) -> None:
    """A sum of percentages that is not called so: 920 of ten give 92."""
    right, wrong = {2025: "variabel: {a: 920, b: 10}"}, {2025: "variabel: {a: 12, b: 10}"}
    assert codes(checked(write, rumus("a / b", "90"), right)) == []
    assert codes(checked(write, rumus("a / b", "90"), wrong)) == [MAYBE]
    # Zero shows nothing.
    nothing = {2025: "variabel: {a: 0, b: 10}"}
    assert codes(checked(write, rumus("a / b", "90"), nothing)) == [MAYBE]


@pytest.mark.parametrize("satuan", ["rasio", "orang per guru", "indeks"])
def test_other_units_are_left_alone(write: Write, satuan: str) -> None:
    hasil = {2025: "variabel: {a: 33, b: 51}"}
    assert codes(checked(write, rumus("a / b", "0.7", satuan), hasil)) == []


def test_a_target_of_a_share_is_no_proof(write: Write) -> None:
    hasil = {2025: "variabel: {a: 33, b: 51}"}
    assert codes(checked(write, rumus("a / b", "0.7"), hasil)) == [MAYBE]


def test_a_note_of_the_formula_explains(write: Write) -> None:
    note = "A sudah dalam persen."
    assert codes(checked(write, rumus("a / b", "90", catatan=note))) == []


def test_a_long_formula_is_not_repeated(write: Write) -> None:
    names = [f"jumlah_kegiatan_bidang_{i}" for i in range(8)]
    variabel = ", ".join(f"{name}: Arti" for name in names)
    text = f"({' + '.join(names[:-1])}) / {names[-1]}"
    fields = f"satuan: persen\nformula: {{teks: R, rumus: {text}, variabel: {{{variabel}}}}}"
    (found,) = checked(write, fields)
    assert found.hint.startswith("Kalikan seluruh rumusnya dengan 100. Kalau")
