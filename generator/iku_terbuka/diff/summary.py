"""How much changed, as counts and as the first sentence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from itertools import chain

from iku_terbuka.diff.values import ChangeKind, Diff, IndikatorDiff, InstansiDiff, YearDiff
from iku_terbuka.wording import count_text

_NOTHING = "Tidak ada perubahan pada data."


@dataclass(frozen=True)
class Counts:
    """Counts in the order in which they are said; their names are keys of the JSON.

    A target counts once: after its year began, as a correction of that kind, or otherwise. So does
    a result: as a final one that is not called a correction, or otherwise.
    ``angka_bagian`` are figures of quarters, months and halves. ``angka_lain`` are years in which a
    public figure changed although realisasi and target did not; ``keterangan_diubah`` those in
    which only texts did.
    """

    kesalahan: int = 0
    hasil_baru: int = 0
    realisasi_diubah: int = 0
    final_tanpa_ralat: int = 0
    hasil_dihapus: int = 0
    target_setelah_berjalan: int = 0
    target_diralat: int = 0
    target_diubah: int = 0
    target_baru: int = 0
    angka_bagian: int = 0
    angka_lain: int = 0
    keterangan_diubah: int = 0
    definisi_diubah: int = 0
    indikator_baru: int = 0
    indikator_lanjutan: int = 0
    indikator_pindah: int = 0
    indikator_dihapus: int = 0
    sasaran_baru: int = 0
    sasaran_diubah: int = 0
    sasaran_dihapus: int = 0
    profil_diubah: int = 0
    instansi_baru: int = 0
    instansi_pindah: int = 0
    instansi_dihapus: int = 0
    pemda_baru: int = 0
    pemda_dihapus: int = 0
    skala_baru: int = 0
    skala_diubah: int = 0
    skala_dihapus: int = 0
    masalah_baru: int = 0
    masalah_selesai: int = 0
    instansi_tersentuh: int = 0


# The other counts are said by their names: hasil baru, target diubah.
_WORDS = {
    "kesalahan": "kesalahan pada data yang diusulkan",
    "final_tanpa_ralat": "angka final diubah tanpa “Ralat”",
    "target_setelah_berjalan": "target diubah setelah tahunnya berjalan",
    "target_diralat": "target diralat setelah tahunnya berjalan",
    "angka_bagian": "angka triwulan, bulan, atau semester baru atau diubah",
    "angka_lain": "status atau kategori lain berubah",
    "profil_diubah": "profil instansi atau Pemda diubah",
    "pemda_baru": "Pemda baru",
    "pemda_dihapus": "Pemda dihapus",
}


def count_changes(diff: Diff) -> Counts:
    """Count what a reviewer wants to know first."""
    found = Counter(chain(_in_pemda(diff), _elsewhere(diff)))
    return Counts(**{field.name: found[field.name] for field in fields(Counts)})


def summary_sentence(diff: Diff) -> str:
    """Return the counts as a sentence: 3 hasil baru, 1 target diubah; 2 instansi tersentuh."""
    if diff.is_empty:
        return _NOTHING
    found = count_changes(diff)
    # An error is said once, new or not.
    warnings = sum(not problem.is_error for problem in diff.masalah_baru)
    said = [
        f"{count_text(count)} {_WORDS.get(name, name.replace('_', ' '))}"
        for name, count in asdict(
            replace(found, masalah_baru=warnings, instansi_tersentuh=0)
        ).items()
        if count
    ]
    touched = found.instansi_tersentuh
    return ", ".join(said) + (f"; {count_text(touched)} instansi tersentuh." if touched else ".")


def _elsewhere(diff: Diff) -> Iterator[str]:
    for skala in diff.skala:
        yield f"skala_{skala.jenis}"
    yield from ["kesalahan"] * len(diff.kesalahan)
    yield from ["masalah_baru"] * len(diff.masalah_baru)
    yield from ["masalah_selesai"] * len(diff.masalah_selesai)


def _in_pemda(diff: Diff) -> Iterator[str]:
    for pemda in diff.pemda:
        if pemda.ubah:
            yield "profil_diubah"
        yield f"pemda_{pemda.jenis}"  # a changed one is counted by what changed in it
        for instansi in pemda.instansi:
            is_pemda = instansi.id == pemda.id
            # The folder of a Pemda without anything of its own is no instansi.
            if not is_pemda or instansi.jenis is ChangeKind.CHANGED or instansi.indikator:
                yield "instansi_tersentuh"
            if not is_pemda:
                moved = instansi.dilanjutkan or (
                    instansi.dari and instansi.jenis is ChangeKind.CHANGED
                )
                yield "instansi_pindah" if moved else f"instansi_{instansi.jenis}"
            yield from _in_instansi(instansi)


def _in_instansi(instansi: InstansiDiff) -> Iterator[str]:
    if instansi.ubah:
        yield "profil_diubah"
    for sasaran in instansi.sasaran:
        yield f"sasaran_{sasaran.jenis}"
    for indikator in instansi.indikator:
        yield from _in_indikator(indikator)


def _in_indikator(indikator: IndikatorDiff) -> Iterator[str]:
    if indikator.jenis is ChangeKind.NEW and indikator.dari:
        yield "indikator_lanjutan"
    elif indikator.dilanjutkan or indikator.dari:
        yield "indikator_pindah"
    else:
        yield f"indikator_{indikator.jenis}"
    if indikator.definisi:
        yield "definisi_diubah"
    yield from ["hasil_dihapus"] * len(indikator.hilang)
    for year in indikator.tahun:
        if year.jenis is ChangeKind.NEW:
            yield "hasil_baru"
        if indikator.jenis is ChangeKind.CHANGED:
            yield from _in_year(year)


def _in_year(year: YearDiff) -> Iterator[str]:
    realisasi, target = year.figure("realisasi"), year.figure("target")
    if realisasi and year.jenis is ChangeKind.CHANGED:
        yield "final_tanpa_ralat" if year.final_tanpa_ralat else "realisasi_diubah"
    if target and target.lama is None:
        yield "target_baru"
    elif target and target.setelah_berjalan:
        yield "target_diralat" if target.ralat else "target_setelah_berjalan"
    elif target:
        yield "target_diubah"
    yield from ["angka_bagian"] * len(year.parts)
    if year.jenis is ChangeKind.CHANGED and not (realisasi or target or year.parts):
        yield "angka_lain" if year.angka else "keterangan_diubah"
