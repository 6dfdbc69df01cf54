import json

from iku_terbuka.kabar import data
from tests.kabar.contoh import IKU, masalah, peringatan


def test_the_keys_are_fixed() -> None:
    first, second = json.loads(data([masalah(8), peringatan(9)]))
    assert list(first.items()) == [
        ("file", IKU),
        ("line", 8),
        ("column", 4),
        ("code", "koma-desimal"),
        ("severity", "error"),
        ("message", "Salah."),
        ("hint", "Tulis dengan titik: 3.01"),
    ]
    assert second["severity"] == "warning"
    assert data([]) == "[]"


def test_a_name_that_is_no_text_becomes_text() -> None:
    said = data([masalah(berkas="latin-\udce9/\x9b1m.yaml")])
    assert said.encode()
    assert json.loads(said)[0]["file"] == "latin-?/?1m.yaml"
