"""What counts as reported: a number, its components, or why there is none."""

import pytest

from iku_terbuka.model import Hasil


@pytest.mark.parametrize(
    ("isi", "reported"),
    [
        ({"realisasi": "0"}, True),
        ({"variabel": {"aduan": "47"}}, True),
        ({"keadaan": "tidak_diukur"}, True),
        ({"keadaan": "tidak_berlaku"}, True),
        ({"keadaan": "belum_dilaporkan"}, False),
        ({"catatan": "Angka menyusul."}, False),
        ({}, False),
    ],
)
def test_what_is_reported(isi: dict[str, object], reported: bool) -> None:
    assert Hasil.model_validate(isi).is_reported is reported
