"""Everything in one JSON: definitions and results as in the files, measurements beside them.

Numbers are strings with the digits as typed, because a float would change them.
"""

import json
from typing import Any

from pydantic import BaseModel

from generator.capaian import Pengukuran, dua_desimal
from generator.konteks import Konteks
from generator.model import Indikator, Instansi


def iku_json(konteks: Konteks) -> str:
    """Return the whole Laporan as JSON text."""
    data = {
        "acuan": konteks.acuan.isoformat() if konteks.acuan else None,
        "skala": {skala_id: _dump(skala) for skala_id, skala in konteks.laporan.skala.items()},
        "pemda": [_pemda(konteks, simpul) for simpul in konteks.simpul()],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _dump(isi: BaseModel, **options: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = isi.model_dump(mode="json", exclude_defaults=True, **options)
    return dumped


def _pemda(konteks: Konteks, simpul: Instansi) -> dict[str, Any]:
    pemda = konteks.pemda(simpul.id)
    return {
        "id": pemda.id,
        **_dump(pemda.profil),
        "resmi": pemda.profil.resmi,
        "instansi": [_instansi(konteks, satu) for satu in simpul.keturunan() if satu.iku],
    }


def _instansi(konteks: Konteks, instansi: Instansi) -> dict[str, Any]:
    return {
        "id": instansi.id,
        "nama": instansi.nama,
        "keputusan": [_dump(berkas.iku, exclude={"sasaran"}) for berkas in instansi.iku],
        "indikator": [_indikator(konteks, satu) for satu in instansi.indikator],
    }


def _indikator(konteks: Konteks, indikator: Indikator) -> dict[str, Any]:
    penetapan = indikator.terbaru
    return {
        **_dump(penetapan.definisi),
        "sasaran": penetapan.sasaran.nama,
        "jenjang": penetapan.sasaran.jenjang,
        "halaman": konteks.folder(indikator.kunci) + "/",
        "hasil": {str(tahun): _dump(hasil) for tahun, hasil in indikator.hasil.items()},
        "pengukuran": [_ukuran(satu) for satu in konteks.pengukuran(indikator).values()],
    }


def _ukuran(satu: Pengukuran) -> dict[str, Any]:
    return {
        "tahun": satu.tahun,
        "target": _dump(satu.target) if satu.target else None,
        "realisasi": _dump(satu.realisasi) if satu.realisasi else None,
        "capaian": None if satu.capaian is None else str(dua_desimal(satu.capaian)),
        "status": satu.status,
        "kategori": satu.kategori,
        "predikat": satu.predikat,
        "sebab": satu.sebab,
    }
