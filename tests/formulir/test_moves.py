"""What goes on elsewhere is asked there, in the form and in the file that a command begins."""

import pytest

from iku_terbuka.formulir.form import build_form
from iku_terbuka.model.skeleton import capaian_skeleton, indikator_in_force
from tests import moves
from tests.fictional import Write
from tests.moves import BARU, LAMA, MERGED


@pytest.mark.parametrize(
    ("instansi", "tahun", "ids"),
    [
        (LAMA, 2024, ["keluarga", "aduan"]),
        (LAMA, 2025, []),
        (BARU, 2024, []),
        (BARU, 2025, ["keluarga", "pelatihan"]),
    ],
)
def test_each_year_is_asked_once(write: Write, instansi: str, tahun: int, ids: list[str]) -> None:
    node = moves.context(write, MERGED).instansi[instansi]
    form = build_form(node, tahun, {})
    assert list(dict.fromkeys(row.indikator for row in form.rows)) == ids
    assert [each.id for each in indikator_in_force(node, tahun)] == ids
    text = capaian_skeleton(node, tahun)
    assert all((f"  {id_}:" in text) == (id_ in ids) for id_ in ("keluarga", "pelatihan"))
