"""How to cite the data: who, when, what, where, and which state of it."""

from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Pemda
from iku_terbuka.opendata.alamat import alamat_halaman
from iku_terbuka.opendata.asal import rata, sifat
from iku_terbuka.wording import tanggal_biasa

JUDUL_SITUS = "Indikator Kinerja Utama: target, realisasi, dan capaian"
# Indonesian style guides: “tanpa tahun”.
_TANPA_TAHUN = "t.t."


@dataclass(frozen=True)
class Sitasi:
    """``judul`` is set in italics between ``awal`` and ``akhir``; ``pendek`` is for a sentence."""

    awal: str
    judul: str
    akhir: str
    pendek: str

    @property
    def lengkap(self) -> str:
        return f"{self.awal} {self.judul} {self.akhir}"


def sitasi_indikator(context: Context, indikator: Indikator) -> Sitasi:
    """Return the citation of one indicator; the instansi that answers for it is the author."""
    siapa = context.full_name(context.instansi[indikator.instansi_id])
    folder = context.folder(indikator.kunci)
    pemda = context.pemda(indikator.instansi_id)
    return _sitasi(context, siapa, indikator.nama, folder, pemda)


def sitasi_situs(context: Context) -> Sitasi:
    """Return the citation of everything on the site, which is the author."""
    pemda = context.all_pemda()
    only = pemda[0] if len(pemda) == 1 else None
    return _sitasi(context, context.site_name, JUDUL_SITUS, "", only)


def keadaan(context: Context) -> str:
    """Return which state of the data is cited: “Data per 21 November 2026, komit abc1234”."""
    state = [f"Data per {tanggal_biasa(context.acuan)}"] if context.acuan else []
    if context.commit:
        state.append(f"{'komit' if state else 'Komit'} {context.commit[:7]}")
    return ", ".join(state)


def _sitasi(context: Context, penulis: str, judul: str, folder: str, pemda: Pemda | None) -> Sitasi:
    """Cite a page. Without a public address, a date or a commit that part falls away."""
    penulis = rata(penulis)
    year = str(context.acuan.year) if context.acuan else _TANPA_TAHUN
    kind = sifat(pemda) if pemda else ""
    parts = [f"[{kind or 'data'}]"]
    if penulis != rata(context.site_name):
        parts.append(_tanpa_titik(context.site_name))
    if state := context.penanda.keadaan if context.penanda else keadaan(context):
        parts.append(state)
    tail = "".join(f"{part}. " for part in parts)
    # Last and without a full stop, which would be copied with it.
    tail += alamat_halaman(context, folder, "") if context.site_url else ""
    return Sitasi(
        f"{_tanpa_titik(penulis)}. ({year}).", rata(judul), tail.strip(), f"{penulis} ({year})"
    )


def _tanpa_titik(text: str) -> str:
    return rata(text).removesuffix(".")
