"""Doubts about registers of documents."""

import difflib
from collections.abc import Iterator

from iku_terbuka.load import Loaded
from iku_terbuka.model import Pemda
from iku_terbuka.model.daftar_dokumen import JENIS_DOKUMEN, EntriDokumen
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem

# Shorter names are abbreviations that differ in a letter and mean another document.
_MIN_LENGTH = 4
_NAMES = {
    name.casefold(): name for jenis, others in JENIS_DOKUMEN.items() for name in (jenis, *others)
}


def check_registers(pemda: Pemda, loaded: Loaded) -> Iterator[Problem]:
    """Yield what is doubtful about the registers of a Pemda and of the instansi below it."""
    root = pemda.lokasi.berkas.removesuffix(f"{pemda.id}/pemda.yaml")
    for instansi in pemda.instansi.descendants():
        document = loaded.documents.get(f"{root}{instansi.id}/daftar-dokumen.yaml")
        if document is None:
            continue
        for i, entri in enumerate(instansi.daftar_dokumen):
            yield from _check_jenis(entri, i, document)
            yield from _check_days(entri, i, document)


def _check_jenis(entri: EntriDokumen, i: int, document: Document) -> Iterator[Problem]:
    """Yield a kind that is a known one but for a letter; any other is a document of its own."""
    if entri.jenis_baku or len(entri.jenis) < _MIN_LENGTH:
        return
    close = difflib.get_close_matches(entri.jenis.casefold(), _NAMES, n=1, cutoff=0.85)
    if close:
        yield document.warning(
            ("dokumen", i, "jenis"),
            "jenis-dokumen-tidak-dikenal",
            f"Jenis dokumen {quoted(entri.jenis)} tidak dikenal, jadi masuk kolom “Lainnya”.",
            f"Maksudnya “{_NAMES[close[0]]}”?",
        )


def _check_days(entri: EntriDokumen, i: int, document: Document) -> Iterator[Problem]:
    ditetapkan, dipublikasikan = entri.ditetapkan, entri.dipublikasikan
    if ditetapkan and dipublikasikan and dipublikasikan.latest < ditetapkan.earliest:
        yield document.warning(
            ("dokumen", i, "dipublikasikan"),
            "dokumen-terbit-sebelum-ditetapkan",
            f"Dokumen ini dipublikasikan {dipublikasikan}, sebelum ditetapkan ({ditetapkan}).",
            "Periksa kedua tanggalnya.",
        )
