"""Two measured datasets → what differs between them. Pure: no Git, no words, no order of files."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iku_terbuka.context import Context
from iku_terbuka.diff.cakupan import SEMUA, Cakupan
from iku_terbuka.diff.datar import beda
from iku_terbuka.diff.instansi import banding_instansi, berpindah, instansi_sepihak
from iku_terbuka.diff.nilai import (
    Jenis,
    Kendala,
    Perubahan,
    PerubahanInstansi,
    PerubahanPemda,
    PerubahanSkala,
)
from iku_terbuka.diff.tahun import Latar
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.source.problems import Problem

# A message may name another line; that it moved is no news.
_BARIS = re.compile(r"\b([Bb]aris) [0-9]+(?:, [0-9]+)*")


def bandingkan(
    lama: Context | None,
    baru: Context | None,
    *,
    masalah: tuple[Sequence[Problem], Sequence[Problem]] = ((), ()),
    ralat: frozenset[str] = frozenset(),
    cakupan: Cakupan = SEMUA,
) -> Perubahan:
    """Return everything that differs; a side whose data has errors is ``None``.

    ``masalah`` are the problems of both sides. Both are measured with the reference date of the
    new one: time alone changes nothing. ``ralat`` are the files that a commit between the two
    touches and calls a correction. Outside of ``cakupan`` nothing differs, and the old side need
    not be complete.
    """
    before, after = (
        tuple(satu for satu in problems if cakupan.memuat_masalah(satu.file))
        for problems in masalah
    )
    errors = tuple(satu for satu in masalah[1] if satu.is_error)
    found = Perubahan(
        kesalahan=errors,
        masalah_baru=tambahan(before, after),
        # While there are errors not everything is checked: what is not said need not be solved.
        masalah_selesai=() if errors else tambahan(after, before),
    )
    if baru is None:
        return replace(found, kendala=Kendala.USULAN)
    if lama is None:
        return replace(found, kendala=Kendala.DASAR)
    skala = tuple(_skala(lama, baru))
    latar = Latar(baru.acuan, ralat, frozenset(satu.id for satu in skala), cakupan=cakupan)
    return replace(found, skala=skala, pemda=tuple(_semua_pemda(lama, baru, latar)))


def tambahan(dulu: Sequence[Problem], kini: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems of ``kini`` that ``dulu`` lacks, whatever lines they are on now."""
    known = Counter(_tanda(satu) for satu in dulu)
    found = []
    for satu in kini:
        tanda = _tanda(satu)
        if known[tanda]:
            known[tanda] -= 1
        else:
            found.append(satu)
    return tuple(found)


def _tanda(satu: Problem) -> tuple[str, str, str]:
    return satu.file, satu.code, _BARIS.sub(r"\1", satu.message)


def _skala(lama: Context, baru: Context) -> Iterator[PerubahanSkala]:
    dulu, kini = lama.laporan.skala, baru.laporan.skala
    for skala_id in sorted({*dulu, *kini}):
        before, after = dulu.get(skala_id), kini.get(skala_id)
        if before and after:
            ubah = beda(before, after)
            if ubah:
                yield PerubahanSkala(skala_id, after.nama, Jenis.DIUBAH, ubah)
        elif after:
            yield PerubahanSkala(skala_id, after.nama, Jenis.BARU)
        elif before:
            yield PerubahanSkala(skala_id, before.nama, Jenis.DIHAPUS)


def _semua_pemda(lama: Context, baru: Context, latar: Latar) -> Iterator[PerubahanPemda]:
    dulu = {pemda.id: pemda for pemda in lama.laporan.pemda}
    kini = {pemda.id: pemda for pemda in baru.laporan.pemda}
    for pemda_id in filter(latar.cakupan.memuat_pemda, sorted({*dulu, *kini})):
        before, after = dulu.get(pemda_id), kini.get(pemda_id)
        if before and after:
            kategori = _kategori_berubah(before, after, latar.skala)
            here = replace(latar, kategori=kategori)
            found = _pemda(lama, before, baru, after, here)
            if found:
                yield found
        elif after:
            yield _sepihak(baru, after, Jenis.BARU)
        elif before:
            yield _sepihak(lama, before, Jenis.DIHAPUS)


def _kategori_berubah(lama: Pemda, baru: Pemda, skala: frozenset[str]) -> bool:
    chosen = baru.profil.skala_capaian
    return lama.profil.skala_capaian != chosen or chosen in skala


def _sepihak(context: Context, pemda: Pemda, jenis: Jenis) -> PerubahanPemda:
    here = sorted(pemda.instansi.keturunan(), key=lambda satu: _jalur(satu.id))
    every = tuple(instansi_sepihak(context, satu, jenis) for satu in here)
    return PerubahanPemda(pemda.id, pemda.nama, jenis, instansi=every)


def _jalur(instansi_id: str) -> list[str]:
    """Return what sorts an instansi before those below it."""
    return instansi_id.split("/")


def _pemda(
    lama: Context, before: Pemda, baru: Context, after: Pemda, latar: Latar
) -> PerubahanPemda | None:
    ubah = beda(before.profil, after.profil)
    instansi = _semua_instansi(lama, before.instansi, baru, after.instansi, latar)
    if not ubah and not instansi:
        return None
    return PerubahanPemda(after.id, after.nama, Jenis.DIUBAH, ubah, instansi)


def _semua_instansi(
    lama: Context, before: Instansi, baru: Context, after: Instansi, latar: Latar
) -> tuple[PerubahanInstansi, ...]:
    dulu = {satu.id: satu for satu in before.keturunan()}
    kini = {satu.id: satu for satu in after.keturunan()}
    found: list[PerubahanInstansi] = []
    for instansi_id in filter(latar.cakupan.memuat, sorted({*dulu, *kini}, key=_jalur)):
        if instansi_id not in dulu:
            found.append(instansi_sepihak(baru, kini[instansi_id], Jenis.BARU))
        elif instansi_id not in kini:
            found.append(instansi_sepihak(lama, dulu[instansi_id], Jenis.DIHAPUS))
        else:
            both = (lama, dulu[instansi_id]), (baru, kini[instansi_id])
            satu = banding_instansi(*both, latar)
            if satu:
                found.append(satu)
    names = {satu.nama.casefold(): satu.id for satu in found if satu.jenis is Jenis.BARU}
    return berpindah(found, names)
