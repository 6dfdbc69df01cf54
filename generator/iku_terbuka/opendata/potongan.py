"""What one indicator brings to every file that holds it, made once and kept between builds."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.opendata.baris import baris_indikator, csv_baris
from iku_terbuka.opendata.lengkap import json_indikator
from iku_terbuka.opendata.sel import gabung_sel
from iku_terbuka.output import Ingat


@dataclass(frozen=True)
class Potongan:
    """Its lines of CSV, its JSON, and its rows in a workbook as ``gabung_sel`` returns them."""

    csv: bytes
    json: bytes
    sel: bytes


def semua_potongan(
    context: Context, instansi: Instansi, ingat: Ingat
) -> Iterator[tuple[str, Potongan]]:
    """Yield the pieces of an instansi's own indicators by key."""

    def buat() -> bytes:
        return _gabung([part for satu in instansi.indikator for part in _buat(context, satu)])

    parts = list(_pisah(ingat("potongan", instansi.id, buat)))
    own = zip(instansi.indikator, parts[::3], parts[1::3], parts[2::3], strict=True)
    for satu, csv, isi, sel in own:
        yield satu.kunci, Potongan(csv, isi, sel)


def _buat(context: Context, indikator: Indikator) -> tuple[bytes, bytes, bytes]:
    baris = baris_indikator(context, indikator)
    return csv_baris(baris), json_indikator(context, indikator), gabung_sel(baris)


def _gabung(parts: Sequence[bytes]) -> bytes:
    """Put pieces one behind the other, below a line with their lengths."""
    return b"%s\n%s" % (json.dumps(list(map(len, parts))).encode(), b"".join(parts))


def _pisah(isi: bytes) -> Iterator[bytes]:
    lengths, _, rest = isi.partition(b"\n")
    start = 0
    for length in json.loads(lengths):
        yield rest[start : start + length]
        start += length
