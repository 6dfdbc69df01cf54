"""A commit as far as readers may see it: what and when, never who."""

import re
from dataclasses import dataclass
from datetime import date

_RALAT = re.compile(r"\bralat\b", re.IGNORECASE)
# Digits in a row that could name a person (NIP 18, NIK 16), with or without gaps.
_NOMOR_ORANG = re.compile(r"\d(?:[ .\-]?\d){11,}")


@dataclass(frozen=True)
class Komit:
    """One step of the data's public history. ``tanggal`` is in WIB; ``subjek`` is plain text."""

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
