"""What the front page has besides its own matter: the search, and what changed lately.

The front page is ``content/index.md``, or with the option ``hanya`` that of a Pemda or instansi.
"""

from markupsafe import Markup

from iku_terbuka.context import Context
from iku_terbuka.pages.perubahan import FOLDER, baris_indikator, perubahan_tampil
from iku_terbuka.pages.templat import render

MAX_TERBARU = 5


def bagian_muka(context: Context, folder: str) -> dict[str, object]:
    """Return the same parts for a page of data, which shows them where it is the front page."""
    parts = {} if folder else isi_muka(context)
    return {"muka": {name: Markup(text) for name, text in parts.items()}}  # noqa: S704


def isi_muka(context: Context) -> dict[str, str]:
    """Return the parts by the name under which a hand-written page asks for them."""
    newest = perubahan_tampil(context)[:MAX_TERBARU]
    return {
        "cari": render("cari.md.j2", alamat=context.link("", "cari")),
        "perubahan-terbaru": render(
            "perubahan-terbaru.md.j2",
            baris=[baris_indikator(context, "", *pair) for pair in newest],
            alamat=context.link("", FOLDER),
            catatan=context.riwayat.note,
        ),
    }
