"""An instansi that promised nothing is not said to lack reports."""

from collections import Counter

from generator.capaian import Status
from generator.konteks import Konteks
from generator.pages.hitungan import angka_hitungan, hitung_status


def test_where_nothing_is_promised_nothing_is_missing() -> None:
    promised, kept = angka_hitungan(Counter(), "")
    assert (promised.besar, promised.dari) == ("0", "indikator")
    assert kept.besar == "Belum diketahui"


def test_what_is_promised_and_missing_is_counted(konteks: Konteks) -> None:
    counts = hitung_status(konteks, konteks.laporan.semua_indikator())
    missing = counts[Status.BELUM_DILAPORKAN]
    assert missing
    figures = angka_hitungan(counts, "")
    assert (figures[2].besar, figures[2].dari) == (str(missing), f"dari {counts.total()}")
