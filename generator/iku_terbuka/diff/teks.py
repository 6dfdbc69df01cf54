"""A change for a terminal."""

from itertools import groupby

from iku_terbuka.diff.baris import (
    Bagian,
    Baris,
    Gaya,
    Potong,
    kendala,
    sebut_pembanding,
    semua_bagian,
)
from iku_terbuka.diff.nilai import Pembanding, Perubahan
from iku_terbuka.diff.ringkasan import kalimat

_APIT = {Gaya.HAPUS: ("[-", "-]"), Gaya.TAMBAH: ("{+", "+}")}
_WARNA = {Gaya.NAMA: "1", Gaya.HAPUS: "31", Gaya.TAMBAH: "32", Gaya.TANDA: "33"}
_JUDUL = "1"


def sebagai_teks(perubahan: Perubahan, pembanding: Pembanding, *, warna: bool = False) -> str:
    """Return everything, the summary first."""
    asal = "".join(satu.teks for satu in sebut_pembanding(pembanding))
    said = kendala(perubahan)
    lines = [kalimat(perubahan), asal, *([said] if said else [])]
    for judul, group in groupby(semua_bagian(perubahan), key=lambda satu: satu.judul):
        lines += ["", _diwarnai(judul, _JUDUL, warna)]
        for satu in group:
            lines += _bagian(satu, warna)
    return "\n".join(lines) + "\n"


def _bagian(satu: Bagian, warna: bool) -> list[str]:
    kepala = f"  {satu.nama} · " if satu.nama else "  "
    return [line for baris in satu.baris for line in _baris(baris, kepala, warna)]


def _baris(baris: Baris, kepala: str, warna: bool) -> list[str]:
    here = kepala + "".join(_potong(satu, warna) for satu in baris.potong)
    return [here, *(line for anak in baris.anak for line in _baris(anak, "    ", warna))]


def _potong(satu: Potong, warna: bool) -> str:
    before, after = _APIT.get(satu.gaya, ("", ""))
    text = f"{before}{satu.teks}{after}"
    return _diwarnai(text, _WARNA[satu.gaya], warna) if satu.gaya in _WARNA else text


def _diwarnai(text: str, kode: str, warna: bool) -> str:
    return f"\x1b[{kode}m{text}\x1b[0m" if warna else text
