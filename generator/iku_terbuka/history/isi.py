"""Which numbers a version of a data file holds, read leniently: what is broken is left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iku_terbuka.history.nilai import Isian, JenisAngka, Tertulis
from iku_terbuka.model.angka import parse_angka
from iku_terbuka.source import Data, decode, parse

_BERKAS = re.compile(r"(?P<instansi>.+)/(?:iku(?:/[0-9]{4})?|capaian/(?P<tahun>[0-9]{4}))\.yaml")
_TAHUN = re.compile(r"[0-9]{4}")
_KOMA_DESIMAL = re.compile(r"-?[0-9]+,[0-9]+")

# What identifies a number in its place: the indicator's id and the year.
Kunci = tuple[str, int]


@dataclass(frozen=True, order=True)
class Tempat:
    """Where numbers live: the targets of an instansi (``tahun`` 0), or its results of a year.

    All decrees of an instansi are one place, so that a target that moves from ``iku.yaml`` to
    ``iku/2021.yaml`` has not changed.
    """

    instansi: str
    tahun: int = 0

    @property
    def jenis(self) -> JenisAngka:
        return JenisAngka.REALISASI if self.tahun else JenisAngka.TARGET


def tempat(path: str) -> Tempat | None:
    """Return the place of a file by its path below the data folder, ``None`` for other files."""
    found = _BERKAS.fullmatch(path)
    if found is None or path.startswith(("skala/", ".")) or "/." in path:
        return None
    return Tempat(found["instansi"], int(found["tahun"] or 0))


def baca_isi(raw: bytes, tahun: int) -> Mapping[Kunci, Isian] | None:
    """Return the numbers of a file, ``None`` when it cannot be read.

    ``tahun`` is the year of a file of results, 0 for a decree.
    """
    text = decode(raw, "")
    document = parse(text, "")[0] if isinstance(text, str) else None
    if document is None:
        return None
    found = _hasil(document.data, tahun) if tahun else _target(document.data)
    return {kunci: isian for kunci, isian in found if isian != Isian()}


def _target(data: Mapping[str, Data]) -> Iterator[tuple[Kunci, Isian]]:
    for sasaran in _daftar(data.get("sasaran")):
        for indikator in _daftar(_kumpulan(sasaran).get("indikator")):
            definisi = _kumpulan(indikator)
            name = definisi.get("id")
            for tahun, isi in _kumpulan(definisi.get("target")).items():
                if isinstance(name, str) and _TAHUN.fullmatch(tahun):
                    yield (name.strip(), int(tahun)), _isian(isi)


def _hasil(data: Mapping[str, Data], tahun: int) -> Iterator[tuple[Kunci, Isian]]:
    for name, isi in _kumpulan(data.get("capaian")).items():
        hasil = _kumpulan(isi)
        keadaan, variabel = hasil.get("keadaan"), _kumpulan(hasil.get("variabel"))
        if "realisasi" in hasil:
            yield (name, tahun), _isian(hasil["realisasi"])
        elif variabel:
            parts = ((nama, _komponen(isi)) for nama, isi in sorted(variabel.items()))
            yield (name, tahun), Isian(variabel=tuple(parts))
        elif isinstance(keadaan, str) and keadaan.strip() != "belum_dilaporkan":
            yield (name, tahun), Isian(keadaan=keadaan.strip())


def _isian(isi: Data) -> Isian:
    if isinstance(isi, str):
        return Isian(_tertulis(isi))
    data = _kumpulan(isi)
    grade = data.get("predikat")
    return Isian(
        nilai=_tertulis(data.get("nilai")),
        bawah=_tertulis(data.get("bawah")),
        atas=_tertulis(data.get("atas")),
        predikat=" ".join(grade.split()) if isinstance(grade, str) else "",
    )


def _komponen(isi: Data) -> tuple[Tertulis, ...]:
    items = isi if isinstance(isi, list) else [isi]
    return tuple(value for item in items if (value := _tertulis(item)) is not None)


def _tertulis(isi: Data) -> Tertulis | None:
    if not isinstance(isi, str):
        return None
    text = " ".join(isi.split())
    # A decimal comma was always refused, so with a point instead it is no other number.
    number = text.replace(",", ".") if _KOMA_DESIMAL.fullmatch(text) else text
    try:
        return parse_angka(number)
    except ValueError:
        return text or None


def _daftar(isi: Data) -> list[Data]:
    return isi if isinstance(isi, list) else []


def _kumpulan(isi: Data) -> dict[str, Data]:
    return isi if isinstance(isi, dict) else {}
