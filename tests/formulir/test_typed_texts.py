import pytest

from iku_terbuka.formulir.typed import clean_text, items_of


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("  Warga\u00a0puas ", "Warga puas"),
        ("pe\u00adme\u00adrin\u00adtah", "pemerintah"),
        ("\u200bkata\ufeff", "kata"),
        ("satu\tdua   tiga", "satu dua tiga"),
        ("satu\r\ndua\vtiga\u2028empat", "satu\ndua\ntiga\nempat"),
        ("satu\n\n\n\ndua\n", "satu\n\ndua"),
        ("kiri\u202ekanan", "kirikanan"),
        ("“kutipan” – tetap", "“kutipan” – tetap"),
    ],
)
def test_what_word_adds_is_gone(pasted: str, clean: str) -> None:
    assert clean_text(pasted) == clean


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("satu\ndua", ("satu", "dua")),
        ("• satu\n• dua", ("satu", "dua")),
        ("\uf0b7\tsatu\n\uf0b7\tdua", ("satu", "dua")),
        ("- satu\n- dua", ("satu", "dua")),
        ("1. satu\n2. dua\n10. sepuluh", ("satu", "dua", "sepuluh")),
        ("a) satu\nb) dua", ("satu", "dua")),
        ("1. satu\ndua", ("1. satu", "dua")),
        ("5 loket dibuka\n3 loket ditutup", ("5 loket dibuka", "3 loket ditutup")),
        ("satu\n\n dua ", ("satu", "dua")),
    ],
)
def test_bullets_go_only_where_every_line_has_one(cell: str, items: tuple[str, ...]) -> None:
    assert items_of(cell) == items
