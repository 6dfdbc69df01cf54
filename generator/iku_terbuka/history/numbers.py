"""Which numbers a version of a data file holds, read leniently: what is broken is left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from iku_terbuka.history.values import Entry, NumberKind, Written
from iku_terbuka.model.angka import parse_angka
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.source import Data, decode, parse

_FILE = re.compile(
    r"(?P<instansi>.+)/(?:iku(?:/[0-9]{4}(?:-[2-9])?)?"
    r"|(?:capaian|(?P<agreement>perjanjian-kinerja))/(?P<tahun>[0-9]{4}))\.yaml"
)
_TAHUN = re.compile(r"[0-9]{4}")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")


class NumberKey(NamedTuple):
    """What identifies a number in its place: the indicator's id, the year, the part of it.

    ``pembagian`` and ``bagian`` are empty for the year itself.
    """

    indikator: str
    tahun: int
    pembagian: str = ""
    bagian: int = 0


Numbers: TypeAlias = Mapping[NumberKey, Entry]


@dataclass(frozen=True, order=True)
class NumberPlace:
    """Where numbers live: the targets of an instansi (``tahun`` 0), or its results of a year.

    With ``agreement`` it is the targets that are agreed for the year. All decrees of an instansi
    are one place, so that a target that moves from ``iku.yaml`` to ``iku/2021.yaml`` has not
    changed.
    """

    instansi: str
    tahun: int = 0
    agreement: bool = False

    @property
    def kind(self) -> NumberKind:
        is_result = self.tahun and not self.agreement
        return NumberKind.REALISASI if is_result else NumberKind.TARGET

    @property
    def is_decree(self) -> bool:
        return not self.tahun


def place_of(path: str) -> NumberPlace | None:
    """Return the place of a file by its path below the data folder, ``None`` for other files."""
    found = _FILE.fullmatch(path)
    if found is None or path.startswith(("skala/", ".")) or "/." in path:
        return None
    return NumberPlace(found["instansi"], int(found["tahun"] or 0), bool(found["agreement"]))


def parse_numbers(raw: bytes, place: NumberPlace) -> Numbers | None:
    """Return the numbers of a file of ``place``, ``None`` when it cannot be read."""
    text = decode(raw, "")
    document = parse(text, "")[0] if isinstance(text, str) else None
    if document is None:
        return None
    if place.is_decree:
        found = _targets(document.data)
    elif place.agreement:
        found = _agreed(document.data, place.tahun)
    else:
        found = _results(document.data, place.tahun)
    return {key: entry for key, entry in found if entry != Entry()}


def _targets(data: Mapping[str, Data]) -> Iterator[tuple[NumberKey, Entry]]:
    for parent in (*_list(data.get("tujuan")), *_list(data.get("sasaran"))):
        for indikator in _list(_mapping(parent).get("indikator")):
            definisi = _mapping(indikator)
            name = definisi.get("id")
            for tahun, value in _mapping(definisi.get("target")).items():
                if isinstance(name, str) and _TAHUN.fullmatch(tahun):
                    yield from _target(NumberKey(name.strip(), int(tahun)), value)


def _agreed(data: Mapping[str, Data], tahun: int) -> Iterator[tuple[NumberKey, Entry]]:
    """Yield the targets of an agreement; of its versions the last that names one counts."""
    targets: dict[str, Data] = {}
    for versi in _list(data.get("versi")):
        targets |= _mapping(_mapping(versi).get("target"))
    for name, value in targets.items():
        yield from _target(NumberKey(name, tahun), value)


def _target(key: NumberKey, value: Data) -> Iterator[tuple[NumberKey, Entry]]:
    """Yield a target of a year, and those of its parts."""
    yield key, _entry(value)
    for jenis in PembagianTahun:
        given = _mapping(value).get(jenis)
        listed = enumerate(_list(given), 1)
        parts = {**_mapping(given), **{str(nomor): item for nomor, item in listed}}
        yield from ((own, _entry(part)) for own, part in _parts(key, jenis, parts))


def _parts(
    key: NumberKey, jenis: PembagianTahun, parts: Mapping[str, Data]
) -> Iterator[tuple[NumberKey, Data]]:
    """Yield the parts that a year has, in order; whatever else stands there is left out."""
    for nomor in range(1, jenis.banyak + 1):
        if str(nomor) in parts:
            yield key._replace(pembagian=jenis.value, bagian=nomor), parts[str(nomor)]


def _results(data: Mapping[str, Data], tahun: int) -> Iterator[tuple[NumberKey, Entry]]:
    for name, value in _mapping(data.get("capaian")).items():
        hasil = _mapping(value)
        keadaan, variabel = hasil.get("keadaan"), _mapping(hasil.get("variabel"))
        key = NumberKey(name, tahun)
        if "realisasi" in hasil:
            yield key, _entry(hasil["realisasi"])
        elif variabel:
            parts = ((nama, _components(given)) for nama, given in sorted(variabel.items()))
            yield key, Entry(variabel=tuple(parts))
        elif isinstance(keadaan, str) and keadaan.strip() != "belum_dilaporkan":
            yield key, Entry(keadaan=keadaan.strip())
        for jenis in PembagianTahun:
            for own, part in _parts(key, jenis, _mapping(hasil.get(jenis))):
                given = part if isinstance(part, str) else _mapping(part).get("realisasi")
                yield own, _entry(given)


def _entry(value: Data) -> Entry:
    if isinstance(value, str):
        return Entry(_written(value))
    data = _mapping(value)
    grade, date = data.get("predikat"), data.get("tanggal")
    return Entry(
        nilai=_written(data.get("nilai")),
        bawah=_written(data.get("bawah")),
        atas=_written(data.get("atas")),
        predikat=" ".join(grade.split()) if isinstance(grade, str) else "",
        tanggal=date.strip() if isinstance(date, str) else "",
    )


def _components(value: Data) -> tuple[Written, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(part for item in items if (part := _written(item)) is not None)


def _written(value: Data) -> Written | None:
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    # A decimal comma was always refused, so with a point instead it is no other number.
    number = text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) else text
    try:
        return parse_angka(number)
    except ValueError:
        return text or None


def _list(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []


def _mapping(value: Data) -> dict[str, Data]:
    return value if isinstance(value, dict) else {}
