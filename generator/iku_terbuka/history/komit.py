"""A commit as far as readers may see it: what and when, never who."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_RALAT = re.compile(r"\bralat\b", re.IGNORECASE)
# What could name or reach a person: NIP (8, 6, 1 and 3 digits, with or without gaps), NIK, a
# telephone, a name with its degree.
_SELA = r"[ .,\-/_]*"
_NOMOR_ORANG = re.compile(
    rf"\d{{8}}{_SELA}\d{{6}}{_SELA}\d{_SELA}\d{{3}}|\d{{12,}}"
    r"|(?<!\d)(?:\+?62|0)[ .\-]?8\d{1,3}(?:[ .\-]?\d{3,4}){2}"
)
_GELAR = re.compile(
    r"\b(?:Drs|Dra)\.?\s+(?:[A-Z]\w*\.?\s*)+|(?:\b[A-Z]\w*\.?\s+)*\b[A-Z]\w*,\s*[SM]\.\s?[A-Z][A-Za-z]*"
)
_ALAMAT_ORANG = re.compile(r"\S*@\S+")
# What hosts and Git write by themselves names branches and people.
_PENGGABUNGAN = re.compile(
    r"\bmerged? (in|into|pull request|(remote-tracking )?branch(es)?|commits?|tags?)\b"
    r"|^merg(e|ed|ing)\b.*(\b(into|of|from)\b|https?:)",
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
    """Return a commit's subject with what could name or reach a person left out."""
    return _GELAR.sub("…", _NOMOR_ORANG.sub("…", subjek))


def pesan_sendiri(pesan: str) -> str:
    """Return a message without a first line that Git or a host wrote: it may name a branch."""
    first, _, body = pesan.strip().partition("\n")
    return body if _PENGGABUNGAN.search(first) else pesan


def sudah_berjalan(tahun: int, tanggal: date) -> bool:
    """Tell whether a target of ``tahun``, changed on ``tanggal``, was changed after its start."""
    return tanggal.year >= tahun


def subjek_terbuka(pesan: str, gabungan: Sequence[str] = ()) -> str:
    """Return what readers are told about a step, from its message.

    ``gabungan`` are the messages of the commits that the step merged, merges aside: with one, its
    subject says more than a merge that nobody described.
    """
    first, *body = pesan.strip().split("\n")
    if len(gabungan) == 1 and _PENGGABUNGAN.search(first):
        return subjek_terbuka(gabungan[0])
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
