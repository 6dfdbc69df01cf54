"""What changes in one indicator: its definition in each decree, and its years."""

from collections.abc import Iterable, Iterator, Mapping

from iku_terbuka.context import Context
from iku_terbuka.diff.datar import beda
from iku_terbuka.diff.nilai import Jenis, PerubahanIndikator, PerubahanTahun, Ubah
from iku_terbuka.diff.tahun import Latar, Sisi, banding_tahun
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.iku import Iku

# The id is the identity; targets are compared year by year, as in force.
_BUKAN_DEFINISI = frozenset({"id", "target"})


def sebut_periode(iku: Iku) -> str:
    """Name a decree by its years, ``2021-2026``; empty when it has none."""
    return f"{iku.periode.awal}-{iku.periode.akhir}" if iku.periode else ""


def sisi(context: Context, indikator: Indikator | None) -> Sisi:
    """Return one side of a comparison."""
    return Sisi(indikator, context.pengukuran(indikator) if indikator else {})


def indikator_sepihak(ada: Sisi, jenis: Jenis) -> PerubahanIndikator:
    """Return an indicator that is on one side alone, with all its years."""
    if ada.indikator is None:
        raise ValueError("an indicator is on one side at least")
    tiada = Sisi(None, {})
    pair = (tiada, ada) if jenis is Jenis.BARU else (ada, tiada)
    tahun = banding_tahun(*pair, Latar())
    return PerubahanIndikator(
        ada.indikator.kunci, ada.indikator.nama, jenis, tahun=tahun, hilang=_hilang(tahun)
    )


def _hilang(tahun: Iterable[PerubahanTahun]) -> tuple[int, ...]:
    return tuple(satu.tahun for satu in tahun if satu.jenis is Jenis.DIHAPUS)


def banding_indikator(
    lama: Sisi,
    baru: Sisi,
    keputusan: Mapping[str, str],
    sasaran: Mapping[tuple[str, str], str],
    latar: Latar,
) -> PerubahanIndikator | None:
    """Return what differs, or nothing.

    ``keputusan`` gives the old file of each new decree; ``sasaran`` the new name of a sasaran
    that was only renamed, by the file of its new decree and its old name.
    """
    if lama.indikator is None or baru.indikator is None:
        raise ValueError("both sides have the indicator")
    definisi = tuple(_definisi(lama.indikator, baru.indikator, keputusan, sasaran))
    tahun = banding_tahun(lama, baru, latar)
    if not definisi and not tahun:
        return None
    satu = baru.indikator
    return PerubahanIndikator(satu.kunci, satu.nama, Jenis.DIUBAH, definisi, tahun, _hilang(tahun))


def _definisi(
    lama: Indikator,
    baru: Indikator,
    keputusan: Mapping[str, str],
    sasaran: Mapping[tuple[str, str], str],
) -> Iterator[Ubah]:
    """Yield what differs, decree by decree; a new decree is compared with the one before it."""
    dulu = {satu.lokasi.berkas: satu for satu in lama.penetapan}
    several = len(baru.penetapan) > 1
    for satu in baru.penetapan:
        before = dulu.pop(keputusan.get(satu.lokasi.berkas, ""), None)
        if before is None:
            yield Ubah("keputusan", None, sebut_periode(satu.iku) or satu.iku.instansi)
        label = f"{sebut_periode(satu.iku)}." if several else ""
        for ubah in _penetapan(before or lama.terbaru, satu, sasaran):
            yield Ubah(f"{label}{ubah.kunci}", ubah.lama, ubah.baru)
    for satu in dulu.values():
        yield Ubah("keputusan", sebut_periode(satu.iku) or satu.iku.instansi, None)


def _penetapan(
    lama: Penetapan, baru: Penetapan, sasaran: Mapping[tuple[str, str], str]
) -> Iterator[Ubah]:
    yield from beda(lama.definisi, baru.definisi, _BUKAN_DEFINISI)
    berkas, nama = baru.lokasi.berkas, lama.sasaran.nama
    if sasaran.get((berkas, nama), nama) != baru.sasaran.nama:
        yield Ubah("sasaran", nama, baru.sasaran.nama)
