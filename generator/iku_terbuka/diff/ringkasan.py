"""How much changed, as counts and as the first sentence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from itertools import chain

from iku_terbuka.diff.nilai import (
    Jenis,
    Perubahan,
    PerubahanIndikator,
    PerubahanInstansi,
    PerubahanTahun,
)

TIADA = "Tidak ada perubahan pada data."


@dataclass(frozen=True)
class Hitungan:
    """Counts in the order in which they are said.

    A target counts once: after its year began, as a correction of that kind, or otherwise.
    ``angka_lain`` are years in which a public figure changed although realisasi and target did
    not; ``keterangan_diubah`` those in which only texts did.
    """

    kesalahan: int = 0
    hasil_baru: int = 0
    realisasi_diubah: int = 0
    hasil_dihapus: int = 0
    target_setelah_berjalan: int = 0
    target_diralat: int = 0
    target_diubah: int = 0
    target_baru: int = 0
    angka_lain: int = 0
    keterangan_diubah: int = 0
    definisi_diubah: int = 0
    indikator_baru: int = 0
    indikator_dihapus: int = 0
    sasaran_baru: int = 0
    sasaran_diubah: int = 0
    sasaran_dihapus: int = 0
    profil_diubah: int = 0
    instansi_baru: int = 0
    instansi_dihapus: int = 0
    pemda_baru: int = 0
    pemda_dihapus: int = 0
    skala_baru: int = 0
    skala_diubah: int = 0
    skala_dihapus: int = 0
    masalah_baru: int = 0
    masalah_selesai: int = 0
    instansi_tersentuh: int = 0


_KATA = {
    "kesalahan": "kesalahan pada data yang diusulkan",
    "target_setelah_berjalan": "target diubah setelah tahunnya berjalan",
    "target_diralat": "target diralat setelah tahunnya berjalan",
    "angka_lain": "status atau kategori lain berubah",
    "profil_diubah": "profil instansi atau Pemda diubah",
    "pemda_baru": "Pemda baru",
    "pemda_dihapus": "Pemda dihapus",
}


def hitung(perubahan: Perubahan) -> Hitungan:
    """Count what a reviewer wants to know first."""
    found = Counter(chain(_di_pemda(perubahan), _di_tepi(perubahan)))
    return Hitungan(**{satu.name: found[satu.name] for satu in fields(Hitungan)})


def kalimat(perubahan: Perubahan) -> str:
    """Return the counts as a sentence: 3 hasil baru, 1 target diubah; 2 instansi tersentuh."""
    if perubahan.kosong:
        return TIADA
    found = hitung(perubahan)
    # An error is said once, new or not.
    warnings = sum(not satu.is_error for satu in perubahan.masalah_baru)
    counts = replace(found, masalah_baru=warnings, instansi_tersentuh=0)
    said = [
        f"{ribuan(count)} {_KATA.get(name, name.replace('_', ' '))}"
        for name, count in asdict(counts).items()
        if count
    ]
    touched = found.instansi_tersentuh
    return ", ".join(said) + (f"; {ribuan(touched)} instansi tersentuh." if touched else ".")


def ribuan(jumlah: int) -> str:
    """Return a count in Indonesian notation."""
    return f"{jumlah:,}".replace(",", ".")


def _di_tepi(perubahan: Perubahan) -> Iterator[str]:
    for satu in perubahan.skala:
        yield f"skala_{satu.jenis}"
    yield from ["kesalahan"] * len(perubahan.kesalahan)
    yield from ["masalah_baru"] * len(perubahan.masalah_baru)
    yield from ["masalah_selesai"] * len(perubahan.masalah_selesai)


def _di_pemda(perubahan: Perubahan) -> Iterator[str]:
    for pemda in perubahan.pemda:
        if pemda.ubah:
            yield "profil_diubah"
        yield f"pemda_{pemda.jenis}"  # a changed one is counted by what changed in it
        for instansi in pemda.instansi:
            yield "instansi_tersentuh"
            if instansi.id != pemda.id:
                yield f"instansi_{instansi.jenis}"
            yield from _di_instansi(instansi)


def _di_instansi(instansi: PerubahanInstansi) -> Iterator[str]:
    if instansi.ubah:
        yield "profil_diubah"
    for sasaran in instansi.sasaran:
        yield f"sasaran_{sasaran.jenis}"
    for indikator in instansi.indikator:
        yield from _di_indikator(indikator)


def _di_indikator(indikator: PerubahanIndikator) -> Iterator[str]:
    yield f"indikator_{indikator.jenis}"
    if indikator.definisi:
        yield "definisi_diubah"
    yield from ["hasil_dihapus"] * len(indikator.hilang)
    for tahun in indikator.tahun:
        if tahun.jenis is Jenis.BARU:
            yield "hasil_baru"
        if indikator.jenis is Jenis.DIUBAH:
            yield from _di_tahun(tahun)


def _di_tahun(tahun: PerubahanTahun) -> Iterable[str]:
    realisasi, target = tahun.ubah("realisasi"), tahun.ubah("target")
    if realisasi and tahun.jenis is Jenis.DIUBAH:
        yield "realisasi_diubah"
    if target and target.lama is None:
        yield "target_baru"
    elif target and target.setelah_berjalan:
        yield "target_diralat" if target.ralat else "target_setelah_berjalan"
    elif target:
        yield "target_diubah"
    if tahun.jenis is Jenis.DIUBAH and not realisasi and not target:
        yield "angka_lain" if tahun.angka else "keterangan_diubah"
