"""Staff type a formula; what is wrong with it is said at once, with its column."""

import gc
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku_terbuka.formula import (
    Rumus,
    RumusError,
    list_names,
    parse_rumus,
    rumus_source,
    variabel_names,
)
from iku_terbuka.formula.tree import (
    Aggregate,
    Function,
    Negative,
    Number,
    Operation,
    Operator,
    Variabel,
)
from tests.formula.random_rumus import desimal, rumus

A, B, C = Variabel("a"), Variabel("b"), Variabel("c")
KALI, BAGI, TAMBAH, KURANG = Operator.MULTIPLY, Operator.DIVIDE, Operator.ADD, Operator.SUBTRACT


def terbaca(text: str) -> Rumus | RumusError:
    """Read ``text`` and see that this took next to no time; collecting others' garbage aside."""
    gc.disable()
    mulai = time.thread_time()
    try:
        return parse_rumus(text)
    except RumusError as error:
        return error
    finally:
        gc.enable()
        assert time.thread_time() - mulai < 0.05, text[:80]


@pytest.mark.parametrize(
    ("text", "pohon"),
    [
        ("a", A),
        ("0.5", Number(Decimal("0.5"))),
        ("a / b * 100", Operation(KALI, Operation(BAGI, A, B), Number(Decimal(100)))),
        ("a - b - c", Operation(KURANG, Operation(KURANG, A, B), C)),
        ("a - (b - c)", Operation(KURANG, A, Operation(KURANG, B, C))),
        ("a + b * c", Operation(TAMBAH, A, Operation(KALI, B, C))),
        ("-a * b", Operation(KALI, Negative(A), B)),
        ("-(a * b)", Negative(Operation(KALI, A, B))),
        ("sum(a) / b", Operation(BAGI, Aggregate(Function.SUM, "a"), B)),
        ("mean(a)", Aggregate(Function.MEAN, "a")),
        ("  ( ( a ) )  ", A),
        ("sum( a )", Aggregate(Function.SUM, "a")),
        ("match * type", Operation(KALI, Variabel("match"), Variabel("type"))),
    ],
)
def test_reads_what_a_formula_may_hold(text: str, pohon: Rumus) -> None:
    assert parse_rumus(text) == pohon


def test_keeps_the_digits_as_typed() -> None:
    pohon = parse_rumus("a * 3.20")
    assert isinstance(pohon, Operation)
    assert isinstance(pohon.right, Number)
    assert str(pohon.right.value) == "3.20"


def test_names_the_variables_in_order_of_first_use() -> None:
    pohon = parse_rumus("(terisi + sum(skor)) / terisi * mean(bobot) - 2 * dasar")
    assert variabel_names(pohon) == ("terisi", "skor", "bobot", "dasar")
    assert list_names(pohon) == {"skor", "bobot"}


@pytest.mark.parametrize(
    "text",
    [
        "realisasi / target * 100",
        "(2 * target - realisasi) / target * 100",
        "target / realisasi * 100",
        "a + b * (c - d / (e + f))",
        "a * (-b)",
        "-(-a)",
        "1.2340",
        "sum(a) / mean(b)",
    ],
)
def test_the_canonical_form_stays_as_it_is(text: str) -> None:
    assert rumus_source(parse_rumus(text)) == text


@pytest.mark.parametrize(
    ("text", "ringkas"),
    [("((a))*(b)", "a * b"), ("(a*b)+c", "a * b + c"), ("a/(b)*100", "a / b * 100")],
)
def test_brackets_that_mean_nothing_go(text: str, ringkas: str) -> None:
    assert rumus_source(parse_rumus(text)) == ringkas


@given(rumus(desimal))
def test_written_and_read_again_is_the_same(pohon: Rumus) -> None:
    assert parse_rumus(rumus_source(pohon)) == pohon


@given(rumus(desimal))
def test_no_bracket_is_one_too_many(pohon: Rumus) -> None:
    """Without any one pair, it is another formula, or none."""
    sumber = rumus_source(pohon)
    for awal in (i for i, huruf in enumerate(sumber) if huruf == "("):
        if sumber[:awal].endswith(("sum", "mean")):
            continue
        dalam, akhir = 1, awal
        while dalam:
            akhir += 1
            dalam += {"(": 1, ")": -1}.get(sumber[akhir], 0)
        tanpa = sumber[:awal] + sumber[awal + 1 : akhir] + sumber[akhir + 1 :]
        assert terbaca(tanpa) != pohon


# What somebody may type by mistake or by malice: the column and what the message must name.
SALAH = [
    ("", 1, "kosong"),
    ("    ", 5, "kosong"),
    ("a b", 3, "tanda hitung sebelum “b”"),
    ("a x b", 3, "tulis *, bukan x"),
    ("2a", 1, "bukan angka biasa"),
    ("2 (a)", 3, "tanda hitung"),
    ("(a)(b)", 4, "tanda hitung"),
    ("a /", 4, "sesudah “/”"),
    ("a / ", 5, "sesudah “/”"),
    ("* a", 1, "sebelum “*”"),
    ("a + * b", 5, "sebelum “*”"),
    ("a * -b", 5, "a * (-b)"),
    ("--a", 2, "kurung"),
    ("+a", 1, "Hapus"),
    ("(a + b", 1, "tidak ditutup"),
    ("a + b)", 6, "pasangan"),
    ("a * ()", 6, "kosong"),
    ("a ** b", 3, "a * a"),
    ("9**9**9", 2, "a * a"),
    ("a // b", 3, "tulis /"),
    ("a % b", 3, "Tulis 100"),
    ("a / b * 100%", 12, "Tulis 100"),
    ("a ^ 2", 3, "a * a"),
    ("a : b", 3, "tulis /"),
    ("a ÷ b", 3, "tulis /"),
    ("a × b", 3, "tulis *"),
    ("a − b", 3, "tanda hubung"),
    ("a\u00a0/ b", 2, "U+00A0"),
    ("[a]", 1, "( dan )"),
    ("{a}", 1, "( dan )"),
    ("a[0]", 2, "( dan )"),
    ("a.b", 2, "Titik"),
    ("().__class__.__bases__", 2, "kosong"),
    ("a.__class__", 2, "Titik"),
    ("__import__('os')", 1, "nama variabel"),
    ("exec(a)", 5, "bukan fungsi"),
    ("max(a, b)", 4, "bukan fungsi"),
    ("pow(9, 9)", 4, "bukan fungsi"),
    ("sum(a, b)", 6, "satu daftar"),
    ("sum(a + b)", 5, "hanya untuk satu daftar"),
    ("  sum(a + b)", 7, "hanya untuk satu daftar"),
    ("sum(2)", 5, "hanya untuk satu daftar"),
    ("sum(sum(a))", 5, "hanya untuk satu daftar"),
    ("sum((a)", 4, "tidak ditutup"),
    ("sum()", 5, "kosong"),
    ("sum", 4, "sum(nilai)"),
    ("sum * 2", 5, "sum(nilai)"),
    ("2 * mean", 9, "mean(nilai)"),
    ("sum(*a)", 5, "sebelum “*”"),
    ("sum(a)(b)", 7, "tanda hitung"),
    ("sum(a) / a", 10, "dua variabel"),
    ("a / sum(a) * 2", 9, "dua variabel"),
    ("a = b", 3, "sama dengan"),
    ("a == b", 3, "sama dengan"),
    ("a < b", 3, "hanya memakai"),
    ("(a := 1)", 4, "tulis /"),
    ("lambda x: x", 1, "nama variabel"),
    ("a if b else c", 3, "nama variabel"),
    ("a in b", 3, "jumlah_in"),
    ("not a", 1, "nama variabel"),
    ("None", 1, "nama variabel"),
    ("True", 1, "nama variabel"),
    ("Jumlah / b", 1, "jumlah"),
    ("_a", 1, ": a"),
    ("'a'", 1, "kutip"),
    ('f"{a}"', 2, "kutip"),
    ("f'{a!r:>{9}}'", 2, "kutip"),
    ("a; b", 2, "hanya memakai"),
    ("a, b", 2, "Koma"),
    ("a\nb", 2, "satu baris"),
    ("a\n", 2, "satu baris"),
    ("a # b", 3, "hanya memakai"),
    ("a @ b", 3, "hanya memakai"),
    ("~a", 1, "hanya memakai"),
    ("a \\", 3, "hanya memakai"),
    ("a & b | c", 3, "hanya memakai"),
    ("1_000 * a", 1, "1000"),
    ("1e5 * a", 1, "100000"),
    ("9e999999999 * a", 1, "bukan angka biasa"),
    ("0x1F", 1, "bukan angka biasa"),
    ("0b11", 1, "bukan angka biasa"),
    ("0o17", 1, "bukan angka biasa"),
    ("3j", 1, "bukan angka biasa"),
    ("010 * a", 1, "10"),
    ("3,5 * a", 1, "3.5"),
    (".5", 1, "0.5"),
    ("5.", 2, "0.5"),
    ("a / b * 100.000", 9, "100000"),
    ("1.000.000", 1, "1000000"),
    ("a / b * 100 000", 13, "100000"),
    ("a\x00b", 2, "U+0000"),
    ("\ufeffa", 1, "U+FEFF"),
    ("a\u202eb", 2, "U+202E"),
    ("ａ", 1, "hanya memakai"),
    ("а + b", 1, "hanya memakai"),
    ("１ + a", 1, "hanya memakai"),
    ("\ud800", 1, "U+D800"),
    ("😀", 1, "hanya memakai"),
    ("a" * 61, 1, "60 karakter"),
    ("(a)" + "1" * 900, 4, "60 karakter"),
    ("1" * 31, 1, "terlalu panjang"),
    ("a" * 1001, 1001, "1000 karakter"),
    (" " * 1001, 1001, "1000 karakter"),
    ("(" * 500 + "a" + ")" * 499, 21, "bertingkat"),
    ("(" * 100_000, 1001, "1000 karakter"),
    ("-" * 1000 + "a", 1001, "1000 karakter"),
    ("-" * 999 + "a", 2, "kurung"),
    ("-(" * 300 + "a" + ")" * 300, 42, "bertingkat"),
    ("a+" * 499 + "a", 101, "50 angka"),
    ("+".join(["a"] * 10_000), 1001, "1000 karakter"),
    ("9*" * 400 + "9", 101, "50 angka"),
]


@pytest.mark.parametrize(("text", "kolom", "sebut"), SALAH, ids=lambda content: str(content)[:20])
def test_what_is_no_formula_is_refused_at_once(text: str, kolom: int, sebut: str) -> None:
    error = terbaca(text)
    assert isinstance(error, RumusError)
    assert (error.column, sebut in error.message) == (kolom, True), (error.column, error.message)
    assert error.message.isprintable()
    assert len(error.message) < 250


def test_the_largest_formula_is_read_at_once() -> None:
    dalam = "(" * 20 + "a" + " + 1)" * 20
    lebar = " * ".join(["panjang_sekali"] * 50)
    assert rumus_source(terbaca(dalam)).startswith("a + 1")  # type: ignore[arg-type]
    assert rumus_source(terbaca(lebar)) == lebar  # type: ignore[arg-type]


_pecahan = st.sampled_from(
    [*"+-*/() ", "**", "//", "a", "b", "sum(", "mean(", "sum", "100", "1.5", "1.000", ".", ","]
)


@given(st.text() | st.text("ab01.+-*/() ", max_size=40) | st.lists(_pecahan).map("".join))
@settings(max_examples=500)
def test_nothing_but_its_own_error_ever_comes_out(text: str) -> None:
    hasil = terbaca(text)
    if isinstance(hasil, RumusError):
        assert 1 <= hasil.column <= len(text) + 1
        # our own check has said what is wrong before Python's parser would
        assert hasil.message != "Rumus ini tidak dapat dibaca."
    else:
        assert parse_rumus(rumus_source(hasil)) == hasil


@pytest.mark.parametrize("angka", ["NaN", "Infinity", "-1", "-0", "1E+40", "1E-40"])
def test_a_number_that_cannot_be_written_cannot_be_built(angka: str) -> None:
    with pytest.raises(ValueError, match=r"number|characters"):
        Number(Decimal(angka))


@pytest.mark.parametrize("nama", ["", "A", "a b", "sum", "mean", "lambda", "_a", "é", "a" * 61])
def test_a_name_that_cannot_be_written_cannot_be_built(nama: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        Variabel(nama)
    with pytest.raises(ValueError, match="not a name"):
        Aggregate(Function.SUM, nama)
