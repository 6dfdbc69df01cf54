"""Indicators made in memory, for tests that measure thousands of them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from iku_terbuka.capaian import MeasureBasis, Measurement, measure
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Hasil, Indikator, Penetapan, RumusCapaian, Skala
from iku_terbuka.model.definisi import DefinisiIndikator, Sasaran
from iku_terbuka.model.fields import Periode
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.keputusan import IkuFile, Lokasi
from iku_terbuka.model.nilai import IsiNilai
from tests.conftest import DATA

ACUAN = date(2026, 11, 21)
ARAH = {
    RumusCapaian.NAIK: "naik",
    RumusCapaian.TURUN: "turun",
    RumusCapaian.TURUN_RASIO: "turun",
    RumusCapaian.RENTANG: "rentang",
    RumusCapaian.STATUS: "status",
}


def shipped_skala() -> Mapping[str, Skala]:
    """Return the shipped scales."""
    laporan = load_laporan(DATA / "indicators").laporan
    assert laporan is not None
    return laporan.skala


def skala_names() -> list[str]:
    return sorted(path.stem for path in Path(DATA / "indicators" / "skala").glob("*.yaml"))


def angka(value: Decimal | str) -> IsiNilai:
    """Return any Decimal as a value; only typed ones are validated."""
    return IsiNilai.model_construct(nilai=Decimal(value))


def rentang(bawah: Decimal | str, atas: Decimal | str) -> IsiNilai:
    return IsiNilai.model_construct(bawah=Decimal(bawah), atas=Decimal(atas))


def definisi(**fields: Any) -> DefinisiIndikator:
    """Return a definition from what a file would say; a rule brings its direction along."""
    rumus = fields.get("rumus_capaian")
    if rumus and "arah" not in fields:
        fields["arah"] = ARAH[RumusCapaian(rumus)]
    return DefinisiIndikator.model_validate({"id": "x", "nama": "Indikator contoh", **fields})


def indikator(
    hasil: Mapping[int, Hasil | str | Mapping[str, Any]], *keputusan: DefinisiIndikator
) -> Indikator:
    """Return an indicator; several ``keputusan`` are in force for five years each from 2021."""
    files = [
        IkuFile(
            Iku(
                instansi="Dinas Contoh",
                periode=Periode(awal=str(2021 + 5 * n), akhir=str(2025 + 5 * n))
                if len(keputusan) > 1
                else None,
            ),
            Lokasi("iku.yaml"),
            2021 + 5 * n if len(keputusan) > 1 else None,
        )
        for n, _ in enumerate(keputusan)
    ]
    decrees = tuple(
        Penetapan(file, Sasaran(nama="Sasaran contoh"), each, Lokasi("iku.yaml"))
        for file, each in zip(files, keputusan, strict=True)
    )
    results = {year: _hasil(result) for year, result in hasil.items()}
    return Indikator("x", "contoh", decrees, results, {}, keputusan=tuple(files))


def _hasil(content: Hasil | str | Mapping[str, Any]) -> Hasil:
    if isinstance(content, Hasil):
        return content
    return Hasil.model_validate({"realisasi": content} if isinstance(content, str) else content)


def basis(skala: Mapping[str, Skala] | None = None) -> MeasureBasis:
    return MeasureBasis(ACUAN, skala or {})


def measured_year(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai, **fields: Any
) -> Measurement:
    """Measure one year, 2024, of numbers that need not be typed ones."""
    made = definisi(rumus_capaian=rumus, **fields) if rumus else definisi(**fields)
    made = made.model_copy(update={"target": {2024: target} if target else {}})
    return measure(
        indikator({2024: Hasil.model_construct(realisasi=realisasi)}, made), 2024, basis()
    )
