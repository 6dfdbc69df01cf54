"""The shape of one entry of the catalogue."""

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """What an example is a piece of; the value says so to readers."""

    IKU = "di iku.yaml"
    INDIKATOR = "di iku.yaml, pada satu indikator"
    CAPAIAN = "di capaian/2025.yaml"
    HASIL = "di capaian/2025.yaml, pada satu indikator"
    PEMDA = "di pemda.yaml"
    SKALA = "di skala/contoh.yaml"
    FOLDER = "berkas di indicators/"
    BERKAS = "lebih dari satu berkas"
    KEJADIAN = ""

    @property
    def berupa_teks(self) -> bool:
        """Whether the examples are texts to type; otherwise they are sentences."""
        return self is not Jenis.KEJADIAN


@dataclass(frozen=True)
class Kode:
    """One code of ``iku check``: what it means, and the same thing written wrong and right.

    ``pesan`` is message and hint, word for word, as said of ``salah``; ``benar`` raises nothing.
    ``peringatan`` tells a warning from an error. In examples of several files each begins with
    the line ``# indicators/…``.
    """

    kode: str
    judul: str
    arti: str
    jenis: Jenis
    salah: str
    pesan: str
    benar: str
    peringatan: bool = False


@dataclass(frozen=True)
class Topik:
    """Codes that belong together on the page; ``id`` is its anchor there."""

    id: str
    judul: str
    kode: tuple[Kode, ...]
