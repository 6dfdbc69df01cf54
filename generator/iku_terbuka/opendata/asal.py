"""Where the data comes from: who publishes it, what it is, and which decrees it was taken from."""

from collections.abc import Iterable
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.model.iku import Iku
from iku_terbuka.wording import kutipan_hukum


@dataclass(frozen=True)
class Sumber:
    """A decree or document; ``alamat`` is empty where it is not known to be on the web."""

    judul: str
    alamat: str = ""


def sumber_iku(iku: Iku) -> Sumber | None:
    """Return what one file was taken from: its first decree, else its document."""
    if iku.dasar_hukum:
        dasar = iku.dasar_hukum[0]
        about = f" tentang {dasar.tentang}" if dasar.tentang else ""
        return Sumber(rata(kutipan_hukum(dasar) + about), dasar.tautan or "")
    if iku.dokumen:
        return Sumber(rata(iku.dokumen.judul), iku.dokumen.tautan or "")
    return None


def sumber(instansi: Iterable[Instansi]) -> tuple[Sumber, ...]:
    """Return every decree of these instansi once, in their order."""
    found = (sumber_iku(berkas.iku) for satu in instansi for berkas in satu.iku)
    return tuple(dict.fromkeys(satu for satu in found if satu))


def penerbit(context: Context, pemda: Pemda) -> str:
    """Return who publishes a Pemda's data here: itself, or the site that copied it."""
    return pemda.nama if pemda.profil.resmi else context.site_name


def sifat(pemda: Pemda) -> str:
    """Return what kind of data it is; nothing where the Pemda publishes it itself."""
    if pemda.profil.contoh:
        return "data contoh dengan nama dan angka rekaan"
    return "" if pemda.profil.resmi else "data salinan dari dokumen publik"


def rata(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())
