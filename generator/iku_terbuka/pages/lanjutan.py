"""The further pages of an instansi whose list of indicators is long."""

from collections.abc import Iterator
from functools import partial

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.output import OutputFile, Rencana
from iku_terbuka.pages.bagian import remah, tanda
from iku_terbuka.pages.daftar import bagian_daftar, folder_daftar, potongan_daftar
from iku_terbuka.pages.potong import Potongan
from iku_terbuka.pages.templat import render


def halaman_lanjutan(context: Context, instansi: Instansi) -> Iterator[Rencana]:
    """Plan the pages of its list after the first, which is the page of ``instansi`` itself."""
    for part in potongan_daftar(instansi)[1:]:
        folder = folder_daftar(context, instansi, part.ke)
        made = partial(_halaman, context, instansi, folder, part)
        yield Rencana(f"{folder}/index.md", made, instansi.id)


def _halaman(
    context: Context, instansi: Instansi, folder: str, part: Potongan[Indikator]
) -> OutputFile:
    siapa = context.full_name(instansi)
    text = render(
        "lanjutan.md.j2",
        judul=f"{siapa}, indikator {part.nomor}",
        nama=instansi.nama,
        siapa=siapa,
        remah=remah(context, folder, instansi.id, f"Indikator {part.nomor}"),
        tanda=tanda(context, instansi),
        **bagian_daftar(context, instansi, part.ke),
    )
    lokasi = instansi.terbaru.lokasi if instansi.terbaru else None
    return OutputFile(f"{folder}/index.md", text, lokasi)
