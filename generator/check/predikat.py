"""Grades against their scale: a difference is said and shown, never corrected."""

from collections.abc import Iterator

from generator.capaian import kelas_untuk
from generator.check.peringatan import peringatan
from generator.model import Indikator, Laporan, Penetapan, Skala
from generator.model.iku import IsiNilai
from generator.model.salah import kutip
from generator.model.skala import JenisSkala
from generator.problems import Problem
from generator.source import Document, Path


def predikat_target(
    penetapan: Penetapan, laporan: Laporan, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield the doubtful grades among the targets of a decree."""
    definisi, skala = penetapan.definisi, _skala(penetapan, laporan)
    if skala is None:
        return
    values: list[tuple[Path, IsiNilai]] = [
        (("target", str(tahun)), isi) for tahun, isi in definisi.target.items()
    ]
    if definisi.kondisi_awal:
        values.append((("kondisi_awal",), definisi.kondisi_awal))
    if definisi.target_akhir:
        values.append((("target_akhir",), definisi.target_akhir))
    for below, isi in values:
        yield from _predikat(skala, isi, document, (*path, *below))


def predikat_hasil(
    indikator: Indikator, tahun: int, laporan: Laporan, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield the doubtful grade of a result."""
    penetapan, isi = indikator.berlaku(tahun), indikator.hasil[tahun].realisasi
    skala = _skala(penetapan, laporan) if penetapan else None
    if skala and isi:
        yield from _predikat(skala, isi, document, (*path, "realisasi"))


def _skala(penetapan: Penetapan, laporan: Laporan) -> Skala | None:
    """Return the scale of an indicator's values; one that is missing or of another kind is none."""
    skala = laporan.skala.get(penetapan.definisi.skala or "")
    return skala if skala and skala.jenis is JenisSkala.NILAI else None


def _predikat(skala: Skala, isi: IsiNilai, document: Document, path: Path) -> Iterator[Problem]:
    """Yield a grade that the scale does not give for its value, or a value outside of it."""
    if isi.nilai is None:
        return
    kelas = kelas_untuk(skala, isi.nilai)
    if kelas is None:
        yield peringatan(
            document,
            path,
            "nilai-di-luar-skala",
            f"Nilai {isi.nilai} di luar skala {kutip(skala.nama)}.",
            "Periksa angkanya, atau skalanya.",
        )
    elif isi.predikat and isi.predikat != kelas.predikat:
        yield peringatan(
            document,
            path,
            "predikat-lawan-nilai",
            f"Predikat {kutip(isi.predikat)} tidak sesuai dengan nilai {isi.nilai}: menurut skala "
            f"{kutip(skala.nama)} predikatnya {kutip(kelas.predikat)}.",
            "Biarkan kalau memang begitu tercetak, dan jelaskan di “catatan”.",
        )
