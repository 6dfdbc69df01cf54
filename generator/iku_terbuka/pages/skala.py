"""A scale as readers see it: its classes, and which years lie in each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iku_terbuka.capaian import Measurement, kelas_of_number
from iku_terbuka.capaian.predikat import kelas_of_predikat
from iku_terbuka.capaian.skala import kelas_of_value
from iku_terbuka.model import Penetapan, Skala
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import Kelas
from iku_terbuka.wording import KEPASTIAN_WORDS, class_limits, value_text, years_text


@dataclass(frozen=True)
class KelasView:
    """One class of a scale with what lies in it; ``rentang`` is its place where it is a word."""

    predikat: str
    rentang: str
    arti: str
    tercetak: str
    target: str
    realisasi: str
    sinonim: str = ""


@dataclass(frozen=True)
class SkalaView:
    """A scale. ``differences`` are sentences on printed grades that it does not give."""

    nama: str
    sumber: str
    kepastian: str
    kelas: tuple[KelasView, ...]
    catatan: tuple[str, ...]
    differences: tuple[str, ...] = ()
    berangka: bool = True


def skala_view(
    skala: Skala, penetapan: Penetapan | None, measurements: Mapping[int, Measurement]
) -> SkalaView:
    """Return a scale with the years whose target or result lies in each class.

    ``differences`` names every printed grade that the scale does not give for its value.
    """
    targets = {
        measurement.tahun: kelas_of_value(skala, measurement.target)
        for measurement in measurements.values()
        if measurement.target
    }
    results = {
        measurement.tahun: kelas_of_value(skala, _result(measurement))
        for measurement in measurements.values()
        if measurement.realisasi
    }
    return SkalaView(
        nama=skala.nama,
        sumber=skala.sumber,
        kepastian=KEPASTIAN_WORDS[skala.kepastian],
        kelas=tuple(
            _kelas_view(skala, place, _years_in(kelas, targets), _years_in(kelas, results))
            for place, kelas in enumerate(skala.kelas)
        ),
        catatan=skala.catatan,
        differences=tuple(_different_grades(skala, penetapan, measurements)) if penetapan else (),
        berangka=skala.berangka,
    )


def _result(measurement: Measurement) -> IsiNilai:
    return IsiNilai.model_construct(nilai=measurement.exact, predikat=measurement.predikat)


def _kelas_view(skala: Skala, place: int, target: str, realisasi: str) -> KelasView:
    """Return class number ``place`` with the years whose target and realisasi lie in it."""
    kelas = skala.kelas[place]
    return KelasView(
        predikat=kelas.predikat,
        rentang=class_limits(kelas) if skala.berangka else _place_in_order(skala, place + 1),
        arti=kelas.arti or "",
        tercetak=kelas.tercetak or "",
        target=target,
        realisasi=realisasi,
        sinonim=", ".join(kelas.sinonim),
    )


def _different_grades(
    skala: Skala, penetapan: Penetapan, measurements: Mapping[int, Measurement]
) -> Iterator[str]:
    definisi = penetapan.definisi
    graded = [("Kondisi awal", definisi.kondisi_awal), ("Target akhir", definisi.target_akhir)]
    for measurement in measurements.values():
        tahun = measurement.tahun
        graded.append((f"Target {tahun}", measurement.target))
        graded.append((f"Realisasi {tahun}", measurement.realisasi))
    for label, value in graded:
        if not skala.berangka or value is None or value.nilai is None or value.predikat is None:
            continue
        kelas = kelas_of_number(skala, value.nilai)
        if kelas is None or kelas_of_predikat(skala, value.predikat) is not kelas:
            ours = f"menurut skala ini {kelas.predikat}" if kelas else "di luar skala ini"
            yield f"{label}: {value_text(value)} tercetak {value.predikat}, {ours}."


def _place_in_order(skala: Skala, place: int) -> str:
    """Return the place of a word in the order, from 1, the lowest."""
    ends = {1: " (terendah)", len(skala.kelas): " (tertinggi)"}
    return f"urutan {place}{ends.get(place, '')}"


def _years_in(kelas: Kelas, places: Mapping[int, Kelas | None]) -> str:
    years = [tahun for tahun, place in places.items() if place is kelas]
    return years_text(years) if years else ""
