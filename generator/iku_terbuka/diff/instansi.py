"""What changes in one instansi: its decrees, its sasaran, its indicators, its years."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from iku_terbuka.context import Context
from iku_terbuka.diff.datar import beda
from iku_terbuka.diff.indikator import (
    banding_indikator,
    indikator_sepihak,
    sebut_periode,
    sisi,
)
from iku_terbuka.diff.nilai import (
    Jenis,
    PerubahanIndikator,
    PerubahanInstansi,
    PerubahanSasaran,
    Ubah,
)
from iku_terbuka.diff.tahun import Latar
from iku_terbuka.model import Instansi, Sasaran
from iku_terbuka.model.laporan import BerkasIku

_BUKAN_KEPUTUSAN = frozenset({"sasaran"})
_BUKAN_SASARAN = frozenset({"nama", "indikator"})
_BUKAN_TAHUNAN = frozenset({"tahun", "capaian"})
Pasangan = tuple[BerkasIku | None, BerkasIku | None]
# The name of a sasaran, and its turn among those of the same name.
Kunci = tuple[str, int]


def instansi_sepihak(context: Context, satu: Instansi, jenis: Jenis) -> PerubahanInstansi:
    """Return an instansi that is on one side alone, with all its indicators."""
    indikator = (indikator_sepihak(sisi(context, milik), jenis) for milik in satu.indikator)
    return PerubahanInstansi(satu.id, satu.nama, jenis, indikator=tuple(indikator))


def banding_instansi(
    lama: tuple[Context, Instansi], baru: tuple[Context, Instansi], latar: Latar
) -> PerubahanInstansi | None:
    """Return what differs between the two sides of one folder, or nothing."""
    dulu, kini = lama[1], baru[1]
    pasangan = _pasangan(dulu.iku, kini.iku)
    sasaran, renamed = _sasaran(pasangan)
    ubah = (*_keputusan(pasangan), *_tahunan(dulu, kini))
    files = {b.lokasi.berkas: a.lokasi.berkas for a, b in pasangan if a and b}
    before = {satu.id: satu for satu in dulu.indikator}
    after = {satu.id: satu for satu in kini.indikator}
    indikator: list[PerubahanIndikator] = []
    for indikator_id, satu in after.items():
        here = sisi(baru[0], satu)
        if indikator_id not in before:
            indikator.append(indikator_sepihak(here, Jenis.BARU))
            continue
        there = sisi(lama[0], before[indikator_id])
        found = banding_indikator(there, here, files, renamed, latar)
        if found:
            indikator.append(found)
    for indikator_id, satu in before.items():
        if indikator_id not in after:
            indikator.append(indikator_sepihak(sisi(lama[0], satu), Jenis.DIHAPUS))
    if not ubah and not sasaran and not indikator:
        return None
    return PerubahanInstansi(
        kini.id, kini.nama, Jenis.DIUBAH, ubah, sasaran, tuple(_berganti_id(indikator))
    )


def _berganti_id(indikator: Sequence[PerubahanIndikator]) -> Iterator[PerubahanIndikator]:
    """Name, for each removed indicator, the new one of the same name: its id was changed.

    A result that the new one has is not lost.
    """
    new = {satu.nama.casefold(): satu for satu in indikator if satu.jenis is Jenis.BARU}
    for satu in indikator:
        heir = new.get(satu.nama.casefold()) if satu.jenis is Jenis.DIHAPUS else None
        if heir is None:
            yield satu
            continue
        kept = {tahun.tahun for tahun in heir.tahun if tahun.jenis is Jenis.BARU}
        lost = tuple(tahun for tahun in satu.hilang if tahun not in kept)
        yield replace(satu, hilang=lost, menjadi=heir.kunci)


def _pasangan(lama: Sequence[BerkasIku], baru: Sequence[BerkasIku]) -> list[Pasangan]:
    """Pair the decrees: by first year, else by file, for iku.yaml may become iku/2021.yaml."""
    left = {satu.lokasi.berkas: satu for satu in lama}
    pairs: dict[str, BerkasIku] = {}
    for same in (_awal, _berkas):
        for satu in baru:
            found = next((dulu for dulu in left.values() if same(dulu) == same(satu)), None)
            if found is not None and satu.lokasi.berkas not in pairs:
                pairs[satu.lokasi.berkas] = left.pop(found.lokasi.berkas)
    here: list[Pasangan] = [(pairs.get(satu.lokasi.berkas), satu) for satu in baru]
    return here + [(dulu, None) for dulu in left.values()]


def _awal(berkas: BerkasIku) -> object:
    return berkas.iku.periode.awal if berkas.iku.periode else None


def _berkas(berkas: BerkasIku) -> object:
    return berkas.lokasi.berkas


def _keputusan(pasangan: Sequence[Pasangan]) -> Iterator[Ubah]:
    several = sum(baru is not None for _, baru in pasangan) > 1
    for lama, baru in pasangan:
        if lama is None or baru is None:
            yield Ubah("keputusan", _sebut(lama), _sebut(baru))
            continue
        label = f"{sebut_periode(baru.iku)}." if several else ""
        for satu in beda(lama.iku, baru.iku, _BUKAN_KEPUTUSAN):
            yield replace(satu, kunci=f"{label}{satu.kunci}")


def _sebut(berkas: BerkasIku | None) -> str | None:
    return (sebut_periode(berkas.iku) or berkas.iku.instansi) if berkas else None


def _tahunan(lama: Instansi, baru: Instansi) -> Iterator[Ubah]:
    """Yield what differs in the head of the years' files; the file of a new year has none."""
    dulu, kini = lama.capaian or {}, baru.capaian or {}
    for tahun in sorted(dulu.keys() & kini.keys()):
        for satu in beda(dulu[tahun], kini[tahun], _BUKAN_TAHUNAN):
            yield replace(satu, kunci=f"capaian.{tahun}.{satu.kunci}")


def _sasaran(
    pasangan: Sequence[Pasangan],
) -> tuple[tuple[PerubahanSasaran, ...], dict[tuple[str, str], str]]:
    """Return the sasaran that differ, and the new name of each that was only renamed."""
    found: list[PerubahanSasaran] = []
    renamed: dict[tuple[str, str], str] = {}
    for lama, baru in pasangan:
        if lama is None or baru is None:
            continue  # the decree itself is new, or gone
        dulu, kini = _bernama(lama.iku.sasaran), _bernama(baru.iku.sasaran)
        gone = {key: satu for key, satu in dulu.items() if key not in kini}
        owners = _pemilik(gone)
        for key, satu in kini.items():
            before = dulu.get(key) or _penerus(gone, owners, satu)
            if before is None:
                found.append(PerubahanSasaran(satu.nama, Jenis.BARU))
                continue
            ubah = beda(before, satu, _BUKAN_SASARAN)
            if before.nama != satu.nama:
                renamed[baru.lokasi.berkas, before.nama] = satu.nama
                ubah = (Ubah("nama", before.nama, satu.nama), *ubah)
            if ubah:
                found.append(PerubahanSasaran(satu.nama, Jenis.DIUBAH, ubah))
        found += [PerubahanSasaran(satu.nama, Jenis.DIHAPUS) for satu in gone.values()]
    return tuple(found), renamed


def _bernama(sasaran: Sequence[Sasaran]) -> dict[Kunci, Sasaran]:
    """Key each sasaran by its name, and by its turn among those of the same name."""
    turn: dict[str, count[int]] = {}
    return {(satu.nama, next(turn.setdefault(satu.nama, count()))): satu for satu in sasaran}


def _pemilik(sasaran: Mapping[Kunci, Sasaran]) -> dict[str, list[tuple[int, Kunci]]]:
    """Return where each indicator stands: the turn and the key of its sasaran."""
    found: dict[str, list[tuple[int, Kunci]]] = {}
    for turn, (key, satu) in enumerate(sasaran.items()):
        for definisi in satu.indikator:
            found.setdefault(definisi.id, []).append((turn, key))
    return found


def _penerus(
    gone: dict[Kunci, Sasaran], owners: Mapping[str, list[tuple[int, Kunci]]], satu: Sasaran
) -> Sasaran | None:
    """Take out of ``gone`` the first sasaran of whose indicators ``satu`` has one: its old self."""
    shared = (
        owner
        for definisi in satu.indikator
        for owner in owners.get(definisi.id, ())
        if owner[1] in gone
    )
    first = min(shared, default=None)
    return gone.pop(first[1]) if first else None


def berpindah(
    instansi: Sequence[PerubahanInstansi], baru: Mapping[str, str]
) -> tuple[PerubahanInstansi, ...]:
    """Name, for each removed instansi, the new folder of the same name in ``baru`` (name → id)."""
    return tuple(
        replace(satu, menjadi=baru.get(satu.nama.casefold(), ""))
        if satu.jenis is Jenis.DIHAPUS
        else satu
        for satu in instansi
    )
