"""The numbers of one indicator with their places, in rows that may be compared with one another."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from iku_terbuka.check.warning import explained
from iku_terbuka.load import Muatan
from iku_terbuka.model import Hasil, Indikator
from iku_terbuka.model.angka import decimals
from iku_terbuka.model.iku import DefinisiIndikator, IsiNilai
from iku_terbuka.model.satuan import JenisSatuan, jenis_satuan, satuan_dalam_nama
from iku_terbuka.source import Document, Path

# The two readings are 1,000 apart: a number within ten times one of them speaks for it.
_DEKAT = 10


@dataclass(frozen=True)
class Angka:
    """A number with its place; ``isi`` holds it, a component stands alone.

    ``terjawab`` tells that a printed form shows its decimal comma, or that a note speaks of it.
    """

    nilai: Decimal
    document: Document
    path: Path
    isi: IsiNilai | None = None
    terjawab: bool = False

    @property
    def ragu(self) -> bool:
        """Whether its digits can be read in two ways."""
        return decimals(self.nilai) == 3 and 1 <= abs(self.nilai) < 1000 and not self.terjawab


@dataclass(frozen=True)
class Deret:
    """The numbers of one indicator in one unit, or of one component."""

    satuan: str | None
    jenis: JenisSatuan
    angka: tuple[Angka, ...]

    def seribu_kali(self, satu: Angka) -> Decimal | None:
        """Return a number that stands near a thousand times ``satu``, if any does."""
        return _dekat(self._pasti, abs(satu.nilai) * 1000)

    def berkoma(self, satu: Angka) -> bool:
        """Tell whether a number near ``satu`` certainly has decimals."""
        return _dekat(self._pecahan, abs(satu.nilai)) is not None

    @cached_property
    def _pasti(self) -> tuple[Decimal, ...]:
        """The amounts of the numbers with one reading, from the smallest."""
        return tuple(sorted(abs(satu.nilai) for satu in self.angka if not satu.ragu))

    @cached_property
    def _pecahan(self) -> tuple[Decimal, ...]:
        return tuple(number for number in self._pasti if decimals(number))


def _dekat(numbers: tuple[Decimal, ...], value: Decimal) -> Decimal | None:
    """Return the first of sorted ``numbers`` that is within ``_DEKAT`` times ``value``."""
    at = bisect_left(numbers, value / _DEKAT)
    return numbers[at] if at < len(numbers) and numbers[at] <= value * _DEKAT else None


def number_rows(indikator: Indikator, muatan: Muatan) -> Iterator[Deret]:
    """Yield the numbers of each unit; a later decree may have another unit."""
    found: dict[tuple[str, JenisSatuan], tuple[str | None, list[Angka]]] = {}

    def note(definisi: DefinisiIndikator, angka: Iterable[Angka]) -> None:
        jenis, satuan = satuan_kind(definisi), definisi.satuan
        if satuan is None and jenis is not JenisSatuan.LAIN:
            satuan = satuan_dalam_nama(definisi.nama)
        found.setdefault(((satuan or "").lower(), jenis), (satuan, []))[1].extend(angka)

    for penetapan in indikator.penetapan:
        definisi, lokasi = penetapan.definisi, penetapan.lokasi
        document = muatan.documents[lokasi.berkas]
        values = _isi_definisi(definisi)
        note(definisi, _dari(values, document, lokasi.path, definisi.nilai_tercetak))
    for tahun, hasil in indikator.hasil.items():
        dasar, lokasi = indikator.berlaku(tahun), indikator.lokasi_hasil[tahun]
        if dasar is not None:
            document = muatan.documents[lokasi.berkas]
            note(dasar.definisi, _dari(_isi_hasil(hasil), document, lokasi.path))
    for (_, jenis), (satuan, angka) in found.items():
        yield Deret(satuan, jenis, tuple(angka))


def _isi_definisi(definisi: DefinisiIndikator) -> dict[Path, IsiNilai | None]:
    """Return the values of a decree by their keys."""
    values: dict[Path, IsiNilai | None] = {
        ("target", str(tahun)): isi for tahun, isi in definisi.target.items()
    }
    values["kondisi_awal",] = definisi.kondisi_awal
    values["target_akhir",] = definisi.target_akhir
    values["standar_nasional",] = definisi.standar_nasional
    return values


def _isi_hasil(hasil: Hasil) -> dict[Path, IsiNilai | None]:
    """Return the values of a year's result by their keys."""
    values: dict[Path, IsiNilai | None] = {("realisasi",): hasil.realisasi}
    if hasil.diterbitkan:
        values["diterbitkan", "target"] = hasil.diterbitkan.target
        values["diterbitkan", "realisasi"] = hasil.diterbitkan.realisasi
    return values


def all_values(indikator: Indikator) -> Iterator[IsiNilai | None]:
    for penetapan in indikator.penetapan:
        yield from _isi_definisi(penetapan.definisi).values()
    for hasil in indikator.hasil.values():
        yield from _isi_hasil(hasil).values()


def numbers(isi: IsiNilai | None) -> dict[str, Decimal]:
    """Return the numbers of a value by their keys."""
    if isi is None:
        return {}
    found = {"nilai": isi.nilai, "bawah": isi.bawah, "atas": isi.atas}
    return {key: number for key, number in found.items() if number is not None}


def satuan_kind(definisi: DefinisiIndikator) -> JenisSatuan:
    """Return the kind of its unit; what has a scale is graded, not counted."""
    return JenisSatuan.PECAHAN if definisi.skala else jenis_satuan(definisi.satuan, definisi.nama)


def _dari(
    values: Mapping[Path, IsiNilai | None],
    document: Document,
    path: Path,
    baris: tuple[str, ...] = (),
) -> Iterator[Angka]:
    """Yield the numbers of ``values``; ``baris`` is the row as printed, if it is kept."""
    row = _berkoma(baris)
    for here, isi in values.items():
        printed = _berkoma([isi.tercetak]) | row if isi and isi.tercetak else row
        for key, number in numbers(isi).items():
            digits = str(abs(number)).replace(".", ",").rstrip("0")
            yield Angka(number, document, (*path, *here, key), isi, digits in printed)


def _berkoma(printed: Iterable[str]) -> frozenset[str]:
    """Return the numbers with a decimal comma in printed forms, without zeros at their end."""
    tokens = (token for text in printed for token in re.findall(r"[0-9][0-9.,]*", text))
    return frozenset(
        token.replace(".", "").rstrip(",").rstrip("0")
        for token in tokens
        if token.rstrip(".,").count(",") == 1
    )


def component_rows(indikator: Indikator, muatan: Muatan) -> Iterator[tuple[str, Deret]]:
    """Yield each component through the years; its unit is what the formula says of it.

    It has no printed form; a note of its result that names it, or a comma, answers for it.
    """
    found: dict[str, list[Angka]] = {}
    arti: dict[str, str] = {}
    for tahun, hasil in indikator.hasil.items():
        dasar, lokasi = indikator.berlaku(tahun), indikator.lokasi_hasil[tahun]
        formula = dasar.definisi.formula if dasar else None
        for name, values in hasil.variabel.items() if formula else ():
            arti[name] = formula.variabel.get(name, "") if formula else ""
            here = (*lokasi.path, "variabel", name)
            noted = explained(f"(?:{name}|{name.replace('_', ' ')}|koma)", *hasil.catatan)
            found.setdefault(name, []).extend(
                Angka(value, muatan.documents[lokasi.berkas], here, terjawab=noted)
                for value in values
            )
    for name, angka in found.items():
        yield name, Deret(None, jenis_satuan(None, arti[name]), tuple(angka))
