"""The numbers of one indicator with their places, in rows that may be compared with one another."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from iku_terbuka.check.notes import explained
from iku_terbuka.load import Loaded
from iku_terbuka.model import Hasil, Indikator
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import decimals, may_be_thousands, with_comma
from iku_terbuka.model.satuan import SatuanKind, kind_of_satuan, satuan_in_name
from iku_terbuka.source import Document, Path

# The two readings are 1,000 times apart: a number within ten times one of them supports it.
_NEAR = 10


@dataclass(frozen=True)
class PlacedNumber:
    """A number with its place; ``value`` is what holds it, nothing for a component.

    ``answered``: a printed form shows its decimal comma, or a note explains it.
    """

    nilai: Decimal
    document: Document
    path: Path
    value: IsiNilai | None = None
    answered: bool = False

    @property
    def ambiguous(self) -> bool:
        """Whether its digits can be read in two ways."""
        return may_be_thousands(self.nilai) and not self.answered


@dataclass(frozen=True)
class NumberRow:
    """The numbers of one indicator in one unit, or of one component."""

    satuan: str | None
    kind: SatuanKind
    numbers: tuple[PlacedNumber, ...]

    def near_thousandfold(self, placed: PlacedNumber) -> Decimal | None:
        """Return a number that stands near a thousand times ``placed``, if any does."""
        return _near(self._certain, abs(placed.nilai) * 1000)

    def near_fraction(self, placed: PlacedNumber) -> bool:
        """Tell whether a number near ``placed`` certainly has decimals."""
        return _near(self._fractions, abs(placed.nilai)) is not None

    @cached_property
    def _certain(self) -> tuple[Decimal, ...]:
        """The amounts of the numbers with one reading, from the smallest."""
        return tuple(sorted(abs(placed.nilai) for placed in self.numbers if not placed.ambiguous))

    @cached_property
    def _fractions(self) -> tuple[Decimal, ...]:
        return tuple(number for number in self._certain if decimals(number))


def _near(numbers: tuple[Decimal, ...], value: Decimal) -> Decimal | None:
    """Return the first of sorted ``numbers`` that is within ``_NEAR`` times ``value``."""
    at = bisect_left(numbers, value / _NEAR)
    return numbers[at] if at < len(numbers) and numbers[at] <= value * _NEAR else None


def number_rows(indikator: Indikator, loaded: Loaded) -> Iterator[NumberRow]:
    """Yield the numbers of each unit; a later decree may have another unit."""
    found: dict[tuple[str, SatuanKind], tuple[str | None, list[PlacedNumber]]] = {}

    def note(definisi: DefinisiIndikator, placed: Iterable[PlacedNumber]) -> None:
        kind, satuan = satuan_kind(definisi), definisi.satuan
        if satuan is None and kind is not SatuanKind.OTHER:
            satuan = satuan_in_name(definisi.nama)
        found.setdefault(((satuan or "").lower(), kind), (satuan, []))[1].extend(placed)

    for penetapan in indikator.penetapan:
        definisi, lokasi = penetapan.definisi, penetapan.lokasi
        document = loaded.documents[lokasi.berkas]
        values = _definition_values(definisi)
        note(definisi, _placed(values, document, lokasi.path, definisi.nilai_tercetak))
    for tahun, hasil in indikator.hasil.items():
        basis, lokasi = indikator.berlaku(tahun), indikator.lokasi_hasil[tahun]
        if basis is not None:
            document = loaded.documents[lokasi.berkas]
            note(basis.definisi, _placed(_result_values(hasil), document, lokasi.path))
    for (_, kind), (satuan, placed) in found.items():
        yield NumberRow(satuan, kind, tuple(placed))


def _definition_values(definisi: DefinisiIndikator) -> dict[Path, IsiNilai | None]:
    """Return the values of a decree by their keys."""
    values: dict[Path, IsiNilai | None] = {
        ("target", str(tahun)): value for tahun, value in definisi.target.items()
    }
    for tahun, value in definisi.target.items():
        values |= {
            ("target", str(tahun), jenis, str(nomor)): part
            for jenis, parts in value.bagian.items()
            for nomor, part in parts.items()
        }
    values["kondisi_awal",] = definisi.kondisi_awal
    values["target_akhir",] = definisi.target_akhir
    values["standar_nasional",] = definisi.standar_nasional
    return values


def _result_values(hasil: Hasil) -> dict[Path, IsiNilai | None]:
    """Return the values of a year's result by their keys."""
    values: dict[Path, IsiNilai | None] = {("realisasi",): hasil.realisasi}
    for jenis, parts in hasil.bagian.items():
        values |= {
            (jenis, str(nomor), "realisasi"): part.realisasi for nomor, part in parts.items()
        }
    for i, rincian in enumerate(hasil.rincian):
        values |= {("rincian", i, "nilai", name): one for name, one in rincian.nilai.items()}
    for i, other in enumerate(hasil.pembanding):
        values["pembanding", i, "nilai"] = other.nilai
    if hasil.diterbitkan:
        values["diterbitkan", "target"] = hasil.diterbitkan.target
        values["diterbitkan", "realisasi"] = hasil.diterbitkan.realisasi
    return values


def all_values(indikator: Indikator) -> Iterator[IsiNilai | None]:
    for penetapan in indikator.penetapan:
        yield from _definition_values(penetapan.definisi).values()
    for hasil in indikator.hasil.values():
        yield from _result_values(hasil).values()


def numbers(value: IsiNilai | None) -> dict[str, Decimal]:
    """Return the numbers of a value by their keys."""
    if value is None:
        return {}
    found = {"nilai": value.nilai, "bawah": value.bawah, "atas": value.atas}
    return {key: number for key, number in found.items() if number is not None}


def satuan_kind(definisi: DefinisiIndikator) -> SatuanKind:
    """Return the kind of its unit; an indicator with a scale is not counted."""
    return SatuanKind.DECIMAL if definisi.skala else kind_of_satuan(definisi.satuan, definisi.nama)


def _placed(
    values: Mapping[Path, IsiNilai | None],
    document: Document,
    path: Path,
    printed_row: tuple[str, ...] = (),
) -> Iterator[PlacedNumber]:
    """Yield the numbers of ``values``; ``printed_row`` is the row as printed, if it is kept."""
    row = _decimal_comma(printed_row)
    for here, value in values.items():
        printed = _decimal_comma([value.tercetak]) | row if value and value.tercetak else row
        for key, number in numbers(value).items():
            digits = with_comma(abs(number)).rstrip("0")
            yield PlacedNumber(number, document, (*path, *here, key), value, digits in printed)


def _decimal_comma(printed: Iterable[str]) -> frozenset[str]:
    """Return the numbers with a decimal comma in printed forms, without zeros at their end."""
    tokens = (token for text in printed for token in re.findall(r"[0-9][0-9.,]*", text))
    return frozenset(
        token.replace(".", "").rstrip(",").rstrip("0")
        for token in tokens
        if token.rstrip(".,").count(",") == 1
    )


def component_rows(indikator: Indikator, loaded: Loaded) -> Iterator[tuple[str, NumberRow]]:
    """Yield each component through the years; its unit is taken from its meaning in the formula.

    It has no printed form; it is answered by a note of its result that names it, or says “koma”.
    """
    found: dict[str, list[PlacedNumber]] = {}
    meanings: dict[str, str] = {}
    for tahun, hasil in indikator.hasil.items():
        penetapan, lokasi = indikator.berlaku(tahun), indikator.lokasi_hasil[tahun]
        formula = penetapan.definisi.formula if penetapan else None
        for name, values in hasil.variabel.items() if formula else ():
            meanings[name] = formula.variabel.get(name, "") if formula else ""
            here = (*lokasi.path, "variabel", name)
            noted = explained(f"(?:{name}|{name.replace('_', ' ')}|koma)", *hasil.catatan)
            found.setdefault(name, []).extend(
                PlacedNumber(value, loaded.documents[lokasi.berkas], here, answered=noted)
                for value in values
            )
    for name, placed in found.items():
        yield name, NumberRow(None, kind_of_satuan(None, meanings[name]), tuple(placed))
