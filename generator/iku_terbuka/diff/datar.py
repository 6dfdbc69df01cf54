"""A frozen model as flat keys, and the keys in which two of them differ.

Two numbers differ when their digits do: 84 and 84.0 read differently on a page.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from iku_terbuka.diff.nilai import Isi, Ubah
from iku_terbuka.model.iku import IsiNilai
from iku_terbuka.model.skala import Kelas

_BATAS = ("nilai", "bawah", "atas", "predikat")
_PENDAMPING = ("tercetak", "catatan")


def mentah(isi: Isi) -> Any:
    """Return a value as JSON holds it: numbers as text with the digits as typed."""
    match isi:
        case None:
            return None
        case IsiNilai():
            return {nama: str(satu) for nama in _BATAS if (satu := getattr(isi, nama)) is not None}
        case tuple():
            return [str(satu) for satu in isi]
        case _:
            return str(isi)


def sama(lama: Isi, baru: Isi) -> bool:
    """Tell whether both read the same."""
    return bool(mentah(lama) == mentah(baru))


def beda(
    lama: BaseModel | None, baru: BaseModel | None, kecuali: frozenset[str] = frozenset()
) -> tuple[Ubah, ...]:
    """Return every key that differs, in the order of the model; ``kecuali`` are left out."""
    dulu = dict(_datar(lama)) if lama else {}
    kini = dict(_datar(baru)) if baru else {}
    return tuple(
        Ubah(kunci, dulu.get(kunci), kini.get(kunci))
        for kunci in dict.fromkeys([*kini, *dulu])
        if kunci.split(".", 1)[0] not in kecuali and not sama(dulu.get(kunci), kini.get(kunci))
    )


def beda_pendamping(kunci: str, lama: IsiNilai | None, baru: IsiNilai | None) -> tuple[Ubah, ...]:
    """Return what differs between two values besides the value: the printed form, the notes."""
    if lama is None or baru is None:
        return ()
    return tuple(
        Ubah(f"{kunci}.{satu.kunci}", satu.lama, satu.baru)
        for satu in beda(lama, baru, frozenset(_BATAS))
    )


def _datar(model: BaseModel, kunci: str = "") -> Iterator[tuple[str, Isi]]:
    for nama in type(model).model_fields:
        yield from _isi(getattr(model, nama), f"{kunci}.{nama}" if kunci else nama)


def _isi(isi: object, kunci: str) -> Iterator[tuple[str, Isi]]:
    match isi:
        case None:
            return
        case IsiNilai():
            yield kunci, isi
            for nama in _PENDAMPING:
                yield from _isi(getattr(isi, nama), f"{kunci}.{nama}")
        case BaseModel():
            yield from _datar(isi, kunci)
        case Mapping():
            for nama in sorted(isi):
                yield from _isi(isi[nama], f"{kunci}.{nama}")
        case tuple():
            yield from _deret(isi, kunci)
        case bool():
            yield kunci, "ya" if isi else "tidak"
        case Decimal():
            yield kunci, isi
        case _:
            yield kunci, str(isi)


def _deret(isi: tuple[object, ...], kunci: str) -> Iterator[tuple[str, Isi]]:
    """Flatten a list: numbers and texts stay together, models are named or counted from 1."""
    if not isi:
        return
    if all(isinstance(satu, Decimal) for satu in isi):
        yield kunci, tuple(satu for satu in isi if isinstance(satu, Decimal))
    elif any(isinstance(satu, BaseModel) for satu in isi):
        for urutan, satu in enumerate(isi, 1):
            name = satu.predikat if isinstance(satu, Kelas) else str(urutan)
            yield from _isi(satu, f"{kunci}.{name}")
    else:
        yield kunci, "; ".join(str(satu) for satu in isi)
