"""Everything in one JSON: definitions and results as in the files, measurements beside them.

Numbers are strings with the digits as typed, because a float would change them. Each indicator is
one line, so that the same text serves every file that holds it. ``skema_json`` describes the shape.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from iku_terbuka.capaian import Measurement, two_decimals
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Pemda, Penetapan, Skala


def json_situs(context: Context, skala: Iterable[bytes], pemda: Iterable[Iterable[bytes]]) -> bytes:
    """Return a whole file from its parts.

    They are put together once, here: each step between would hold everything again.
    """
    head = _teks({"acuan": context.acuan.isoformat() if context.acuan else None})
    scales = b'%s, "skala": {%s}}' % (head[:-1], b", ".join(skala))
    return b"".join([*_dengan(scales, "pemda", pemda), b"\n"])


def json_skala(skala_id: str, skala: Skala) -> bytes:
    """Return a scale with its name, for ``json_situs``."""
    return _teks({skala_id: _isi(skala)})[1:-1]


def json_pemda(pemda: Pemda) -> bytes:
    """Return who a Pemda is, for ``dengan_instansi``."""
    return _teks({"id": pemda.id, **_isi(pemda.profil), "resmi": pemda.profil.resmi})


def dengan_instansi(pemda: bytes, instansi: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    return _dengan(pemda, "instansi", instansi)


def json_instansi(instansi: Instansi) -> bytes:
    """Return an instansi with its decrees and years, for ``dengan_indikator``."""
    years = (instansi.capaian or {}).values()
    return _teks(
        {
            "id": instansi.id,
            "nama": instansi.nama,
            "keputusan": [_isi(berkas.iku, exclude={"sasaran"}) for berkas in instansi.iku],
            "capaian_tahunan": [_isi(tahunan, exclude={"capaian"}) for tahunan in years],
        }
    )


def dengan_indikator(instansi: bytes, indikator: Iterable[bytes]) -> Iterator[bytes]:
    return _dengan(instansi, "indikator", ((satu,) for satu in indikator))


def json_indikator(context: Context, indikator: Indikator) -> bytes:
    """Return one indicator through all its decrees, results and measurements, in one line."""
    *lama, terbaru = indikator.penetapan
    return _teks(
        {
            **_penetapan(terbaru),
            "halaman": context.folder(indikator.kunci) + "/",
            "hasil": {str(tahun): _isi(hasil) for tahun, hasil in indikator.hasil.items()},
            "pengukuran": [_ukuran(satu) for satu in context.pengukuran(indikator).values()],
            "penetapan_lama": [_penetapan(satu) for satu in lama],
        }
    )


def _penetapan(satu: Penetapan) -> dict[str, Any]:
    periode = satu.iku.periode
    return {
        **_isi(satu.definisi),
        "sasaran": satu.sasaran.nama,
        "jenjang": satu.sasaran.jenjang,
        "periode": _isi(periode) if periode else None,
    }


def _ukuran(satu: Measurement) -> dict[str, Any]:
    return {
        "tahun": satu.tahun,
        "target": _isi(satu.target) if satu.target else None,
        "realisasi": _isi(satu.realisasi) if satu.realisasi else None,
        "capaian": None if satu.capaian is None else str(two_decimals(satu.capaian)),
        "status": satu.status,
        "kategori": satu.kategori,
        "predikat": satu.predikat,
        "sebab": satu.sebab,
    }


def _isi(isi: BaseModel, **options: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = isi.model_dump(mode="json", exclude_defaults=True, **options)
    return dumped


def _teks(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _dengan(objek: bytes, nama: str, isi: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    """Yield the text of an object with a list as its last member, one line for each element."""
    yield b'%s, "%s": [' % (objek[:-1], nama.encode())
    start = end = b""
    for satu in isi:
        yield start or b"\n"
        yield from satu
        start, end = b",\n", b"\n"
    yield end + b"]}"
