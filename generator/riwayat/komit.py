"""A commit as far as readers may see it: what and when, never who."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_RALAT = re.compile(r"\bralat\b", re.IGNORECASE)
# Digits in a row that could name a person (NIP 18, NIK 16), with or without gaps.
_NOMOR_ORANG = re.compile(r"\d(?:[ .\-]?\d){11,}")
_ALAMAT_ORANG = re.compile(r"\S*@\S+")
# What hosts and Git write by themselves names branches and people.
_PENGGABUNGAN = re.compile(
    r"\bmerged? (in|into|pull request|(remote-tracking )?branch(es)?|commits?|tags?)\b",
    re.IGNORECASE,
)
_BUKAN_KETERANGAN = re.compile(r"\S+-by:|see merge request|conflicts:|#|\* ", re.IGNORECASE)
_MAKS_SUBJEK = 160


@dataclass(frozen=True)
class Komit:
    """One step of the data's public history.

    ``tanggal`` is in WIB. ``subjek`` is plain text that names no branch, account or number of a
    person; it is not escaped. ``ralat``: the step, or a commit that it merged, says so.
    """

    hash: str
    tanggal: date
    subjek: str
    ralat: bool = False

    @property
    def pendek(self) -> str:
        return self.hash[:7]


def menyebut_ralat(pesan: str) -> bool:
    """Tell whether a commit message says that it corrects an error."""
    return _RALAT.search(pesan) is not None


def tanpa_nomor_orang(subjek: str) -> str:
    """Return a commit's subject with every number that could name a person left out."""
    return _NOMOR_ORANG.sub("…", subjek)


def sudah_berjalan(tahun: int, tanggal: date) -> bool:
    """Tell whether a target of ``tahun``, changed on ``tanggal``, was changed after its start."""
    return tanggal.year >= tahun


def subjek_terbuka(pesan: str, gabungan: Sequence[str] = ()) -> str:
    """Return what readers are told about a step, from its message.

    ``gabungan`` are the messages of the commits that the step merged, merges aside: with one, its
    subject says more than the merge's own.
    """
    if len(gabungan) == 1:
        return subjek_terbuka(gabungan[0])
    first, *body = pesan.strip().split("\n")
    if not _PENGGABUNGAN.search(first):
        return _bersih(first) or "Tanpa keterangan"
    if first.startswith("Revert"):
        return "Pembatalan perubahan"
    told = next((line.strip() for line in body if line.strip()), "")
    if _PENGGABUNGAN.search(told) or _BUKAN_KETERANGAN.match(told):
        told = ""
    return _bersih(told) or "Penggabungan perubahan"


def _bersih(text: str) -> str:
    # Characters that nobody sees could turn the words around on screen.
    seen = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    text = _ALAMAT_ORANG.sub("…", tanpa_nomor_orang(seen))
    return text if len(text) <= _MAKS_SUBJEK else f"{text[: _MAKS_SUBJEK - 1].rstrip()}…"
