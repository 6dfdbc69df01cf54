"""The day and the commit, which are filled in last.

Both stand on every page and change with every commit; all else on a page may be as it was.
"""

from generator.konteks import Konteks, Tanda
from generator.opendata import keadaan
from generator.wording import tanggal_biasa

# Characters that no text of ours has: the data may not contain them, see boleh_nanti().
TANDA = Tanda("\ue002hari\ue003", "\ue002keadaan\ue003")
# The day in words, below every page.
ACUAN = "\ue002acuan\ue003"
_AWAL, _AKHIR = "\ue002".encode(), "\ue003".encode()


class Pengisi:
    """Puts day and commit of ``konteks`` where their marks stand."""

    def __init__(self, konteks: Konteks) -> None:
        day = konteks.acuan
        words = {
            ACUAN: tanggal_biasa(day) if day else "",
            TANDA.hari: day.isoformat() if day else "",
            TANDA.keadaan: keadaan(konteks),
        }
        self._isi = {mark[1:-1].encode(): text.encode() for mark, text in words.items()}
        self.sidik = repr(words)

    def byte(self, html: bytes) -> bytes:
        first, *rest = html.split(_AWAL)
        parts = [first]
        for part in rest:
            name, _, after = part.partition(_AKHIR)
            known = self._isi.get(name)
            parts += (_AWAL + part,) if known is None else (known, after)
        return b"".join(parts)

    def teks(self, html: str) -> str:
        return self.byte(html.encode()).decode()
