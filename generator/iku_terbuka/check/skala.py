"""Scales, and the grades of targets and results beside them.

A scale gives every value exactly one class, and every name to one class. A grade that differs from
its scale is a warning, and is shown as it is.
"""

from collections.abc import Iterator, Mapping

from iku_terbuka.capaian import effective_arah, gaps, kelas_of_number
from iku_terbuka.capaian.predikat import (
    denies,
    duplicate_names,
    kelas_of_predikat,
    predikat_rank,
    same_predikat,
)
from iku_terbuka.capaian.skala import without_limits
from iku_terbuka.load import Loaded
from iku_terbuka.model import Arah, Indikator, Laporan, Penetapan, Skala
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import JenisSkala
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# So many classes of a scale are listed when a grade is none of them.
_MAX_KELAS = 12


def check_skala(skala: Skala, document: Document) -> Iterator[Problem]:
    """Yield where classes of ``skala`` overlap, leave something out, or share a name."""
    for index, message in gaps(skala):
        yield document.problem(
            ("kelas", index),
            "skala-berlubang",
            f"{message}.",
            "Setiap nilai harus masuk tepat satu kelas; periksa batas kelas ini.",
        )
    yield from _without_limits(skala, document)
    for index, nama, earlier in duplicate_names(skala):
        yield document.problem(
            ("kelas", index),
            "predikat-ganda",
            f"Nama {quoted(nama)} sudah dipakai kelas {quoted(skala.kelas[earlier].predikat)}.",
            "Satu nama hanya untuk satu kelas; ganti atau hapus salah satunya.",
        )


def _without_limits(skala: Skala, document: Document) -> Iterator[Problem]:
    """Yield the classes that lack a limit, or the one reason why all of them need one."""
    lacking = without_limits(skala)
    if not skala.berangka and lacking:
        capaian = skala.jenis is JenisSkala.CAPAIAN
        why = "kategori capaian dicari dari angka" if capaian else _ends(skala)
        yield document.problem(
            ("kelas", lacking[0]),
            "kelas-tanpa-batas",
            f"Tidak satu kelas pun punya batas, padahal {why}.",
            "Tulis batas tiap kelas, misalnya {predikat: B, mulai: 60, di_bawah: 70}."
            if capaian
            else "Tulis batas tiap kelas; kalau skala ini hanya urutan kata, hapus "
            "“terendah”, “tertinggi”, dan “pembulatan”.",
        )
        return
    for index in lacking:
        yield document.problem(
            ("kelas", index),
            "kelas-tanpa-batas",
            f"Kelas {quoted(skala.kelas[index].predikat)} tidak punya batas, padahal kelas lain "
            "punya.",
            "Tulis batasnya. Kalau skala ini hanya urutan kata, hapus batas semua kelas.",
        )


def _ends(skala: Skala) -> str:
    named = [
        key for key in ("terendah", "tertinggi", "pembulatan") if getattr(skala, key) is not None
    ]
    return f"ada “{'” dan “'.join(named)}”"


def target_grades(
    penetapan: Penetapan, laporan: Laporan, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield the doubtful grades among the targets of a decree."""
    definisi, skala = penetapan.definisi, _value_skala(penetapan, laporan)
    if skala is None:
        return
    values: list[tuple[Path, IsiNilai]] = [
        (("target", str(tahun)), value) for tahun, value in definisi.target.items()
    ]
    if definisi.kondisi_awal:
        values.append((("kondisi_awal",), definisi.kondisi_awal))
    if definisi.target_akhir:
        values.append((("target_akhir",), definisi.target_akhir))
    for below, value in values:
        yield from _grade(skala, value, document, (*path, *below))
    yield from _lowest_target(definisi, skala, document, path)


def _lowest_target(
    definisi: DefinisiIndikator, skala: Skala, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield a target at the lowest grade without a direction: what lies above it is not judged."""
    if effective_arah(definisi) in {Arah.NAIK, Arah.TURUN} or len(skala.kelas) < 2:
        return
    for tahun, value in definisi.target.items():
        if value.nilai is None and value.predikat and predikat_rank(skala, value.predikat) == 0:
            yield document.warning(
                (*path, "target", str(tahun)),
                "target-kelas-terendah",
                f"Target {quoted(value.predikat)} adalah kelas terendah skalanya; tanpa arah naik "
                "atau turun, hasil di atasnya tidak dapat dinilai.",
                "Tulis “arah: turun” kalau kelas yang lebih rendah lebih baik, atau “arah: naik” "
                "kalau yang lebih tinggi lebih baik.",
            )
            return


def result_grade(
    indikator: Indikator, tahun: int, laporan: Laporan, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield the doubtful grade of a result."""
    penetapan, result = indikator.berlaku(tahun), indikator.hasil[tahun].realisasi
    skala = _value_skala(penetapan, laporan) if penetapan else None
    if skala is None or result is None:
        return
    target = indikator.target(tahun)
    wanted = target.predikat if target else None
    if wanted and result.predikat and denies(result.predikat, wanted):
        return  # “Belum WTP” is no grade, but says enough
    yield from _grade(skala, result, document, (*path, "realisasi"))


def grades_without_skala(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield each decree whose grades were not met word for word and have no scale to rank them."""
    for penetapan in indikator.penetapan:
        lokasi = penetapan.lokasi
        document = loaded.documents[lokasi.berkas]
        if penetapan.definisi.skala or document.holds((*lokasi.path, "skala")):
            continue
        unequal = {
            tahun: pair
            for tahun in sorted(indikator.hasil)
            if indikator.berlaku(tahun) is penetapan
            and (pair := _incomparable(indikator, tahun)) is not None
        }
        if unequal:
            tahun, (target, predikat) = next(iter(unequal.items()))
            more = f" Begitu juga {len(unequal) - 1} tahun lain." if len(unequal) > 1 else ""
            yield document.warning(
                lokasi.path,
                "predikat-tanpa-skala",
                f"Target {tahun} {quoted(target)}, hasilnya {quoted(predikat)}: tanpa “skala”, "
                f"mana yang lebih tinggi tidak diketahui.{more}",
                _proposal(
                    loaded.readable.skala,
                    {word for pair in unequal.values() for word in pair},
                    {goal for goal, _ in unequal.values()},
                ),
            )


def _incomparable(indikator: Indikator, tahun: int) -> tuple[str, str] | None:
    """Return target and result of a year where both are grades that only a scale can compare."""
    target, result = indikator.target(tahun), indikator.hasil[tahun].realisasi
    if target is None or result is None or not target.predikat or not result.predikat:
        return None
    if result.nilai is not None and (target.nilai is not None or target.rentang):
        return None  # the numbers tell
    wanted, given = target.predikat, result.predikat
    return None if same_predikat(wanted, given) or denies(given, wanted) else (wanted, given)


def _proposal(skala: Mapping[str, Skala], predikat: set[str], target: set[str]) -> str:
    """Name the scales that know all grades; which of them is meant stays the editor's choice."""
    known = [
        key
        for key, candidate in sorted(skala.items())
        if candidate.jenis is JenisSkala.NILAI
        and all(predikat_rank(candidate, grade) is not None for grade in predikat)
    ]
    if not known:
        return (
            "Buat skala yang memuat kata-kata itu dari yang terendah di indicators/skala/, lalu "
            "tambahkan “skala: …” pada indikator ini."
        )
    if len(known) == 1:
        lowest = any(predikat_rank(skala[known[0]], goal) == 0 for goal in target)
        turun = " dan “arah: turun”, karena targetnya kelas terendah" if lowest else ""
        return (
            f"Skala “{known[0]}” memuat semua kata itu. Kalau itu yang dipakai, tambahkan "
            f"“skala: {known[0]}”{turun}."
        )
    return (
        f"Skala yang memuat semua kata itu: {', '.join(known)}. Pilih yang dipakai dokumennya, "
        "lalu tambahkan “skala: …” dengan namanya."
    )


def _value_skala(penetapan: Penetapan, laporan: Laporan) -> Skala | None:
    """Return the scale of an indicator's values; one that is missing or of another kind is none."""
    skala = laporan.skala.get(penetapan.definisi.skala or "")
    return skala if skala and skala.jenis is JenisSkala.NILAI else None


def _grade(skala: Skala, value: IsiNilai, document: Document, path: Path) -> Iterator[Problem]:
    """Yield a grade that the scale does not give for its value, or what lies outside of it."""
    named = kelas_of_predikat(skala, value.predikat) if value.predikat else None
    if value.nilai is None or not skala.berangka:
        if value.predikat and named is None:
            yield document.warning(
                path,
                "predikat-di-luar-skala",
                f"Predikat {quoted(value.predikat)} tidak ada dalam skala {quoted(skala.nama)}.",
                f"Yang ada: {_listed(skala)}. Kalau ini ejaan lain salah satunya, tambahkan di "
                "“sinonim” kelas itu.",
            )
        return
    kelas = kelas_of_number(skala, value.nilai)
    if kelas is None:
        yield document.warning(
            path,
            "nilai-di-luar-skala",
            f"Nilai {value.nilai} di luar skala {quoted(skala.nama)}.",
            "Periksa angkanya, atau skalanya.",
        )
    elif value.predikat and named is not kelas:
        yield document.warning(
            path,
            "predikat-lawan-nilai",
            f"Predikat {quoted(value.predikat)} tidak sesuai dengan nilai {value.nilai}: menurut "
            f"skala {quoted(skala.nama)} predikatnya {quoted(kelas.predikat)}.",
            "Biarkan kalau memang begitu tercetak, dan jelaskan di “catatan”.",
        )


def _listed(skala: Skala) -> str:
    listed = [kelas.predikat for kelas in skala.kelas[:_MAX_KELAS]]
    more = len(skala.kelas) - len(listed)
    return ", ".join(listed) + (f", dan {more} lagi" if more else "")
