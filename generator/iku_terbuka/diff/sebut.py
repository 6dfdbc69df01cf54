"""What changed, in the words of the pages: numbers in Indonesian notation, statuses, keys."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from iku_terbuka.capaian import Status
from iku_terbuka.diff.kata import Kata, beda_kata, pendek
from iku_terbuka.diff.nilai import Isi, Jenis, PerubahanTahun, Ubah
from iku_terbuka.model.iku import IsiNilai
from iku_terbuka.wording import KATA_STATUS, angka, daftar, nilai, persen

MAX_NAMA = 120
_MAX_ISI = 300
_SEBAB = {
    "periode": "periode",
    "rumus_capaian": "rumus capaian",
    "arah": "arah",
    "skala": "skala",
    "formula": "rumus indikator",
    "variabel": "isi variabel",
    "skala_capaian": "kategori capaian",
}


def sebut_ubah(satu: Ubah) -> tuple[str, tuple[Kata, ...]]:
    """Return the key as words, and old and new: texts word by word, numbers as a → b."""
    kunci = pendek(satu.kunci.replace("_", " ").replace(".", " "), MAX_NAMA)
    lama, baru = satu.lama, satu.baru
    if isinstance(lama, str | None) and isinstance(baru, str | None):
        return kunci, beda_kata(lama or "", baru or "")
    return kunci, (Kata(_panah(satu)),)


def sebut_angka(tahun: PerubahanTahun) -> Iterator[str]:
    """Yield the figures of a year: realisasi 81,2 → 84, capaian 94,42% → 97,67%, the status."""
    if not tahun.angka:
        yield "keterangan diubah"
    for satu in tahun.angka:
        if satu.kunci == "status":
            yield _status(satu, tahun)
        elif satu.kunci in {"realisasi", "target"}:
            yield f"{satu.kunci} {_panah(satu)}" + (" (ralat)" if satu.ralat else "")
        elif satu.lama is None and tahun.jenis is Jenis.BARU:
            yield f"{satu.kunci} {_isi(satu.baru, satu.kunci)}"
        else:
            before, after = (_isi(isi, satu.kunci) or "tidak ada" for isi in (satu.lama, satu.baru))
            yield f"{satu.kunci} {before} → {after}"


def sebut_target(tahun: Iterable[PerubahanTahun]) -> str:
    """Return the targets of a new indicator: 2021: 2,5; 2022: 4,0."""
    targets = ((satu.tahun, satu.ubah("target")) for satu in tahun)
    return pendek(
        "; ".join(f"{year}: {_isi(satu.baru)}" for year, satu in targets if satu), _MAX_ISI
    )


def sebut_sebab(sebab: Iterable[str]) -> str:
    return f"karena {daftar([_SEBAB[satu] for satu in sebab])} berubah"


def _status(satu: Ubah, tahun: PerubahanTahun) -> str:
    before, after = (_kata_status(isi) for isi in (satu.lama, satu.baru))
    if tahun.jenis is Jenis.BARU:
        # Without a number the status is the news itself: tidak diukur.
        return after if tahun.ubah("realisasi") else f"{after} (baru)"
    return f"{before} → {after}" if before and after else after or f"{before} (dihapus)"


def _kata_status(isi: Isi) -> str:
    return KATA_STATUS[Status(isi)].lower() if isinstance(isi, str) else ""


def _panah(satu: Ubah) -> str:
    before, after = _isi(satu.lama, satu.kunci), _isi(satu.baru, satu.kunci)
    if satu.lama is None:
        return f"{after} (baru)"
    return f"{before} (dihapus)" if satu.baru is None else f"{before} → {after}"


def _isi(isi: Isi, kunci: str = "") -> str:
    match isi:
        case None:
            return ""
        case IsiNilai():
            graded = isi.predikat and (isi.nilai is not None or isi.rentang)
            words = f"{nilai(isi)} ({isi.predikat})" if graded else nilai(isi)
        case Decimal():
            words = persen(isi) if kunci == "capaian" else angka(isi)
        case tuple():
            words = "; ".join(angka(satu) for satu in isi)
        case _:
            words = isi
    return pendek(words, _MAX_ISI)
