"""How to cite the data: who, when, what, where, and which state of it."""

from dataclasses import dataclass

from iku_terbuka.konteks import Konteks
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


def sitasi_indikator(konteks: Konteks, indikator: Indikator) -> Sitasi:
    """Return the citation of one indicator; the instansi that answers for it is the author."""
    siapa = konteks.siapa(konteks.instansi[indikator.instansi_id])
    folder = konteks.folder(indikator.kunci)
    pemda = konteks.pemda(indikator.instansi_id)
    return _sitasi(konteks, siapa, indikator.nama, folder, pemda)


def sitasi_situs(konteks: Konteks) -> Sitasi:
    """Return the citation of everything on the site, which is the author."""
    pemda = {konteks.pemda(simpul.id).id: konteks.pemda(simpul.id) for simpul in konteks.simpul()}
    only = next(iter(pemda.values())) if len(pemda) == 1 else None
    return _sitasi(konteks, konteks.nama_situs, JUDUL_SITUS, "", only)


def keadaan(konteks: Konteks) -> str:
    """Return which state of the data is cited: “Data per 21 November 2026, komit abc1234”."""
    state = [f"Data per {tanggal_biasa(konteks.acuan)}"] if konteks.acuan else []
    if konteks.komit:
        state.append(f"{'komit' if state else 'Komit'} {konteks.komit[:7]}")
    return ", ".join(state)


def _sitasi(konteks: Konteks, penulis: str, judul: str, folder: str, pemda: Pemda | None) -> Sitasi:
    """Cite a page. Without a public address, a date or a commit that part falls away."""
    penulis = rata(penulis)
    year = str(konteks.acuan.year) if konteks.acuan else _TANPA_TAHUN
    kind = sifat(pemda) if pemda else ""
    parts = [f"[{kind or 'data'}]"]
    if penulis != rata(konteks.nama_situs):
        parts.append(_tanpa_titik(konteks.nama_situs))
    if state := konteks.penanda.keadaan if konteks.penanda else keadaan(konteks):
        parts.append(state)
    tail = "".join(f"{part}. " for part in parts)
    # Last and without a full stop, which would be copied with it.
    tail += alamat_halaman(konteks, folder, "") if konteks.alamat_situs else ""
    return Sitasi(
        f"{_tanpa_titik(penulis)}. ({year}).", rata(judul), tail.strip(), f"{penulis} ({year})"
    )


def _tanpa_titik(text: str) -> str:
    return rata(text).removesuffix(".")
