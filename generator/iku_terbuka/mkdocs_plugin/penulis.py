"""What we write ourselves: left as it lies there, taken from before, or made."""

from collections.abc import Callable
from functools import partial

from iku_terbuka.mkdocs_plugin.berkas import Terencana
from iku_terbuka.mkdocs_plugin.penanda import Pengisi
from iku_terbuka.mkdocs_plugin.pratinjau import Pratinjau
from iku_terbuka.output import OutputFile, Rencana
from iku_terbuka.sidik import sidik, sidik_byte
from iku_terbuka.simpanan import Simpanan
from iku_terbuka.terbitan import Terbitan


class Penulis:
    """Writes to ``tujuan``; with ``lanjut``, the state of a preview, only what changed."""

    def __init__(
        self, tujuan: Terbitan, simpanan: Simpanan, pengisi: Pengisi, lanjut: Pratinjau | None
    ) -> None:
        self._tujuan, self._simpanan = tujuan, simpanan
        self._pengisi, self._lanjut = pengisi, lanjut

    def berkas(self, satu: OutputFile | Rencana, dari: Callable[[Rencana], str]) -> None:
        """Write a file that is no page; ``dari`` tells the fingerprint of a plan."""
        if isinstance(satu, OutputFile):
            self._tujuan.tulis(satu.path, sidik_byte(satu.mentah), lambda: satu.mentah)
        else:
            kunci = sidik(satu.path, dari(satu))
            made = partial(_isi, satu)
            if not satu.ringan:
                made = partial(self._simpanan.ingat, self._simpanan.pakai(kunci), made)
            self._tujuan.tulis(satu.path, kunci, made)

    def halaman(self, satu: Terencana, tema: str, buat: Callable[[Terencana], bytes]) -> None:
        """Write a page; ``tema`` is the fingerprint of all that stands around its contents."""
        kunci = self._simpanan.pakai(sidik(satu.sidik, tema))
        filled = sidik(kunci, self._pengisi.sidik)
        if self._lanjut is None or not self._lanjut.sama(satu.file.dest_uri, filled):
            made = partial(self.utuh, satu, tema, buat)
            self._tujuan.tulis(satu.file.dest_uri, filled, made)

    def utuh(self, satu: Terencana, tema: str, buat: Callable[[Terencana], bytes]) -> bytes:
        """Return a whole page with day and commit."""
        kunci = sidik(satu.sidik, tema)
        return self._pengisi.byte(self._simpanan.ingat(kunci, partial(buat, satu)))


def _isi(rencana: Rencana) -> bytes:
    return rencana.buat().mentah
