"""The whole dataset as the rest of the program reads it: Laporan → Pemda → Instansi → Indikator.

Files say what was decreed and what happened; here both meet. An :class:`Indikator` lives as long
as its id, across decrees; each year is read against the decree in force in that year.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from iku_terbuka.model.definisi import DefinisiIndikator, Sasaran
from iku_terbuka.model.hasil import CapaianTahunan, Hasil, StatusData
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.pemda import ProfilPemda
from iku_terbuka.model.skala import Skala


@dataclass(frozen=True)
class Lokasi:
    """Where something is written: a file with ``/``, a line from 1, the keys that lead there."""

    berkas: str
    baris: int = 1
    path: tuple[str | int, ...] = ()


# The folders of files in that of an instansi; its other files lie beside them.
_FILE_FOLDERS = ("iku", "capaian")
SKALA = "skala"


def instansi_of(path: str) -> str:
    """Return the id of the Pemda or instansi in whose folder a file lies, by its path."""
    parts = path.split("/")[:-1]
    return "/".join(parts[:-1] if parts and parts[-1] in _FILE_FOLDERS else parts)


@dataclass(frozen=True)
class Penetapan:
    """What one decree says about an indicator."""

    iku: Iku
    sasaran: Sasaran
    definisi: DefinisiIndikator
    lokasi: Lokasi


@dataclass(frozen=True)
class Indikator:
    """One indicator through all its decrees (``penetapan``, oldest first) and results by year.

    ``status_data`` holds the years whose file says whether its figures are final.
    """

    id: str
    instansi_id: str
    penetapan: tuple[Penetapan, ...]
    hasil: Mapping[int, Hasil]
    lokasi_hasil: Mapping[int, Lokasi]
    status_data: Mapping[int, StatusData] = field(default_factory=dict)

    @property
    def kunci(self) -> str:
        """The path that names it everywhere: ``<instansi>/<id>``."""
        return f"{self.instansi_id}/{self.id}"

    @property
    def terbaru(self) -> Penetapan:
        return self.penetapan[-1]

    @property
    def definisi(self) -> DefinisiIndikator:
        return self.terbaru.definisi

    @property
    def nama(self) -> str:
        return self.definisi.nama

    def berlaku(self, tahun: int) -> Penetapan | None:
        """Return the decree in force in ``tahun``; one without a period is in force always."""
        for penetapan in reversed(self.penetapan):
            if penetapan.iku.periode is None or tahun in penetapan.iku.periode:
                return penetapan
        return None

    def penetapan_untuk(self, tahun: int | None) -> Penetapan:
        """Return the decree by which a year is read: the one in force, else the newest."""
        return (None if tahun is None else self.berlaku(tahun)) or self.terbaru

    def target(self, tahun: int) -> IsiNilai | None:
        penetapan = self.berlaku(tahun)
        return penetapan.definisi.target.get(tahun) if penetapan else None

    def is_reported(self, tahun: int) -> bool:
        """Tell whether ``tahun`` has a result, or says why it has none."""
        hasil = self.hasil.get(tahun)
        return hasil is not None and hasil.is_reported

    def satuan(self, tahun: int) -> str | None:
        """Return the unit of ``tahun``; a later decree may have another."""
        penetapan = self.berlaku(tahun)
        return penetapan.definisi.satuan if penetapan else None

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """Every year that a target or a result names.

        Of a decree without targets for it, or with a row that cannot be read into years, every year
        of the period; of one with targets, the years between them too.
        """
        years = set(self.hasil)
        for penetapan in self.penetapan:
            target, periode = penetapan.definisi.target, penetapan.iku.periode
            if target:
                years.update(range(min(target), max(target) + 1))
            if periode and (not target or penetapan.definisi.nilai_tercetak):
                years.update(periode.tahun)
        return tuple(sorted(years))


@dataclass(frozen=True)
class IkuFile:
    """A decree as loaded."""

    iku: Iku
    lokasi: Lokasi


@dataclass(frozen=True)
class Instansi:
    """A node of the organisation. Its ``id`` is its folder, ``kabupaten-x/sekretariat-daerah``."""

    id: str
    nama: str
    iku: tuple[IkuFile, ...] = ()
    capaian: Mapping[int, CapaianTahunan] | None = None
    indikator: tuple[Indikator, ...] = ()
    anak: tuple["Instansi", ...] = ()

    @property
    def terbaru(self) -> IkuFile | None:
        return self.iku[-1] if self.iku else None

    def descendants(self) -> Iterator["Instansi"]:
        """Yield this instansi and everything below it, parents first."""
        yield self
        for anak in self.anak:
            yield from anak.descendants()

    def all_indikator(self) -> Iterator[Indikator]:
        for instansi in self.descendants():
            yield from instansi.indikator

    @property
    def tahun(self) -> tuple[int, ...]:
        """Every year that one of its own indicators names."""
        return tuple(sorted({tahun for indikator in self.indikator for tahun in indikator.tahun}))


@dataclass(frozen=True)
class Pemda:
    """A regional government; ``instansi`` is its root, which may hold the Pemda's own IKU."""

    profil: ProfilPemda
    instansi: Instansi
    lokasi: Lokasi

    @property
    def id(self) -> str:
        return self.instansi.id

    @property
    def nama(self) -> str:
        return self.profil.nama


@dataclass(frozen=True)
class Laporan:
    """Everything in ``indicators/``."""

    pemda: tuple[Pemda, ...] = ()
    skala: Mapping[str, Skala] = field(default_factory=dict)

    def all_indikator(self) -> Iterator[Indikator]:
        for pemda in self.pemda:
            yield from pemda.instansi.all_indikator()
