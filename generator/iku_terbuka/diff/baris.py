"""A change in words: sections of lines of styled pieces, the same for a terminal and for a forge.

Nothing here is escaped; whoever writes the pieces out does that to all of them alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain

from iku_terbuka.diff.kata import pendek
from iku_terbuka.diff.nilai import (
    Jenis,
    Kendala,
    Pembanding,
    Perubahan,
    PerubahanIndikator,
    PerubahanInstansi,
    PerubahanPemda,
    PerubahanSasaran,
    PerubahanTahun,
    Revisi,
    Ubah,
)
from iku_terbuka.diff.sebut import MAX_NAMA, sebut_angka, sebut_sebab, sebut_target, sebut_ubah
from iku_terbuka.source.problems import Problem
from iku_terbuka.wording import rentang_tahun

_MAX_MASALAH = 600
_KENDALA = {
    Kendala.USULAN: "Angka belum dapat dibandingkan karena data yang diusulkan memuat kesalahan. "
    "Perbaiki dahulu kesalahan ini.",
    Kendala.DASAR: "Angka tidak dapat dibandingkan karena data sebelumnya memuat kesalahan.",
}


class Gaya(Enum):
    """How a piece is set."""

    BIASA = auto()
    NAMA = auto()
    HAPUS = auto()
    TAMBAH = auto()
    TANDA = auto()
    KODE = auto()


_GAYA_KATA = {None: Gaya.BIASA, Jenis.DIHAPUS: Gaya.HAPUS, Jenis.BARU: Gaya.TAMBAH}


@dataclass(frozen=True)
class Potong:
    """A piece of a line: one line itself, without hidden characters, of bounded length."""

    teks: str
    gaya: Gaya = Gaya.BIASA


@dataclass(frozen=True)
class Baris:
    """One line with those that belong to it. ``penting``: shown whatever else has to go."""

    potong: tuple[Potong, ...]
    anak: tuple["Baris", ...] = ()
    penting: bool = False


@dataclass(frozen=True)
class Bagian:
    """What is said about one instansi or scale (``nama``), or about problems, below ``judul``."""

    judul: str
    nama: str
    baris: tuple[Baris, ...]


def sebut_pembanding(pembanding: Pembanding) -> tuple[Potong, ...]:
    """Say what is compared with what."""
    said = [Potong("Dari "), *_revisi(pembanding.dari), Potong(" ke ")]
    said += [*_revisi(pembanding.ke), Potong(".")]
    if not pembanding.bercabang:
        said.append(Potong(" Titik cabangnya tidak ada dalam riwayat yang tersedia."))
    return tuple(said)


def _revisi(revisi: Revisi) -> tuple[Potong, ...]:
    if revisi.nama is None or revisi.komit is None:
        return (Potong("berkas di folder kerja"),)
    nama, hash_pendek = pendek(revisi.nama, MAX_NAMA), revisi.komit[:7]
    return Potong(nama, Gaya.KODE), Potong(" ("), Potong(hash_pendek, Gaya.KODE), Potong(")")


def kendala(perubahan: Perubahan) -> str:
    """Say why figures are not compared; empty when they are."""
    return _KENDALA[perubahan.kendala] if perubahan.kendala else ""


def semua_bagian(perubahan: Perubahan) -> tuple[Bagian, ...]:
    """Return everything to say, in order."""
    errors = perubahan.kesalahan
    new = perubahan.masalah_baru
    if errors:
        new = tuple(satu for satu in new if not satu.is_error)
    found = [
        Bagian("Kesalahan", "", tuple(_masalah(satu) for satu in errors)),
        *(
            Bagian("Skala", pendek(satu.nama, MAX_NAMA), _umum("Skala", satu.jenis, satu.ubah))
            for satu in perubahan.skala
        ),
        *chain.from_iterable(_pemda(satu) for satu in perubahan.pemda),
        Bagian("Masalah baru", "", tuple(_masalah(satu) for satu in new)),
        Bagian("Masalah selesai", "", tuple(_selesai(satu) for satu in perubahan.masalah_selesai)),
    ]
    return tuple(satu for satu in found if satu.baris)


def _masalah(satu: Problem) -> Baris:
    kind = "" if satu.is_error else "peringatan: "
    place = Potong(f"{pendek(satu.file, _MAX_MASALAH)}:{satu.line}:{satu.column}:", Gaya.KODE)
    words = f"{kind}{satu.text}"
    return Baris(
        (place, Potong(f" {pendek(words, _MAX_MASALAH)} [{satu.code}]")), (), satu.is_error
    )


def _selesai(satu: Problem) -> Baris:
    """Name a problem that is gone; its line is gone as well."""
    place = Potong(f"{pendek(satu.file, _MAX_MASALAH)}:", Gaya.KODE)
    return Baris((place, Potong(f" {pendek(satu.message, _MAX_MASALAH)} [{satu.code}]")))


def _umum(apa: str, jenis: Jenis, ubah: Iterable[Ubah]) -> tuple[Baris, ...]:
    """Say that something came or went, or what changed in it."""
    if jenis is not Jenis.DIUBAH:
        gone = jenis is Jenis.DIHAPUS
        gaya = Gaya.TANDA if gone else Gaya.BIASA
        return (Baris((Potong(f"{apa} {jenis}", gaya),), penting=gone),)
    return tuple(Baris(_potong_ubah(satu)) for satu in ubah)


def _potong_ubah(satu: Ubah) -> tuple[Potong, ...]:
    kunci, words = sebut_ubah(satu)
    pieces: list[Potong] = [Potong(f"{kunci}:")]
    for kata in words:
        pieces += [Potong(" "), Potong(kata.teks, _GAYA_KATA[kata.jenis])]
    return tuple(pieces)


def _pemda(pemda: PerubahanPemda) -> Iterator[Bagian]:
    nama = pendek(pemda.nama, MAX_NAMA)
    yield Bagian(nama, nama, _umum("Pemda", pemda.jenis, pemda.ubah))
    for instansi in pemda.instansi:
        lines = chain(
            _kepala_instansi(pemda, instansi),
            *(_sasaran(satu) for satu in instansi.sasaran),
            *(_indikator(satu) for satu in instansi.indikator),
        )
        yield Bagian(nama, pendek(instansi.nama, MAX_NAMA), tuple(lines))


def _kepala_instansi(pemda: PerubahanPemda, instansi: PerubahanInstansi) -> Iterator[Baris]:
    if instansi.id != pemda.id:
        yield from _umum("Instansi", instansi.jenis, instansi.ubah)
    elif instansi.jenis is Jenis.DIUBAH:
        yield from _umum("", instansi.jenis, instansi.ubah)
    if instansi.menjadi:
        words = f"Folder tampaknya diganti menjadi {instansi.menjadi}; alamat halaman lama hilang"
        yield Baris((Potong(words, Gaya.TANDA),), penting=True)


def _sasaran(sasaran: PerubahanSasaran) -> Iterator[Baris]:
    nama = Potong(pendek(sasaran.nama, MAX_NAMA), Gaya.NAMA)
    if sasaran.jenis is not Jenis.DIUBAH:
        yield Baris((Potong(f"Sasaran {sasaran.jenis}: "), nama))
    for satu in sasaran.ubah:
        yield Baris((Potong("Sasaran "), nama, Potong(" · "), *_potong_ubah(satu)))


def _indikator(indikator: PerubahanIndikator) -> Iterator[Baris]:
    nama = Potong(pendek(indikator.nama, MAX_NAMA), Gaya.NAMA)
    if indikator.jenis is Jenis.BARU:
        yield _indikator_baru(indikator, nama)
    elif indikator.jenis is Jenis.DIHAPUS:
        yield _indikator_dihapus(indikator, nama)
    else:
        for satu in indikator.definisi:
            yield Baris((nama, Potong(" · "), *_potong_ubah(satu)))
        for tahun in indikator.tahun:
            yield _tahun(tahun, (nama, Potong(" · ")))


def _indikator_baru(indikator: PerubahanIndikator, nama: Potong) -> Baris:
    targets = sebut_target(indikator.tahun)
    more = (Potong(f" · target {targets}"),) if targets else ()
    results = (satu for satu in indikator.tahun if satu.jenis is Jenis.BARU)
    lines = tuple(_tahun(_tanpa_target(satu), ()) for satu in results)
    return Baris((Potong("Indikator baru: "), nama, *more), lines)


def _tanpa_target(tahun: PerubahanTahun) -> PerubahanTahun:
    return replace(tahun, angka=tuple(satu for satu in tahun.angka if satu.kunci != "target"))


def _indikator_dihapus(indikator: PerubahanIndikator, nama: Potong) -> Baris:
    lost = indikator.kunci.rsplit("/", 1)[-1]
    pieces = [Potong("Indikator dihapus: "), nama]
    if indikator.menjadi:
        new = indikator.menjadi.rsplit("/", 1)[-1]
        words = f"id tampaknya diganti, {lost} menjadi {new}; alamat halaman lama hilang"
        pieces += [Potong(" · "), Potong(words, Gaya.TANDA)]
    if indikator.hilang:
        words = f"hasil {rentang_tahun(indikator.hilang)} dengan id {lost} hilang dari situs"
        pieces += [Potong(" · "), Potong(words, Gaya.TANDA)]
    return Baris(tuple(pieces), penting=True)


def _tahun(tahun: PerubahanTahun, kepala: tuple[Potong, ...]) -> Baris:
    said = [Potong(f"{tahun.tahun}: "), Potong(" · ".join(sebut_angka(tahun)))]
    target = tahun.ubah("target")
    late = target is not None and target.setelah_berjalan
    if target and late:
        verb = "dihapus" if target.baru is None else "diubah"
        said += [Potong(" · "), Potong(f"target {verb} setelah tahunnya berjalan", Gaya.TANDA)]
    if tahun.jenis is Jenis.DIHAPUS:
        said += [Potong(" · "), Potong("hasil dihapus", Gaya.TANDA)]
    if tahun.sebab:
        said.append(Potong(f" · {sebut_sebab(tahun.sebab)}"))
    children = tuple(Baris(_potong_ubah(satu)) for satu in tahun.keterangan)
    return Baris((*kepala, *said), children, late or tahun.jenis is Jenis.DIHAPUS)
