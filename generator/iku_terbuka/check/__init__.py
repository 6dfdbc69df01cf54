"""The problems that need formulas, scales or several values. Errors block, warnings do not."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from iku_terbuka.check.arah import opposite_arah, targets_against_arah
from iku_terbuka.check.bagian_tahun import (
    check_parts,
    divided_school_years,
    summed_agreements,
    summed_percentages,
)
from iku_terbuka.check.daftar_dokumen import check_registers
from iku_terbuka.check.decimal_point import (
    ResultSeries,
    misplaced_results,
    misplaced_targets,
    shifted_numbers,
)
from iku_terbuka.check.definisi import check_definitions
from iku_terbuka.check.evaluasi import check_evaluations
from iku_terbuka.check.hasil import check_result, overdue_results
from iku_terbuka.check.keputusan import dropped_indicators
from iku_terbuka.check.personal_data import personal_data
from iku_terbuka.check.rumus import check_formula, check_percentage, check_rule
from iku_terbuka.check.series import broken_series, jumps, result_values
from iku_terbuka.check.skala import check_skala, grades_without_skala, result_grade, target_grades
from iku_terbuka.check.tanggal import dates_against_arah, doubtful_date, doubtful_dates
from iku_terbuka.check.thousands import check_thousands
from iku_terbuka.load import Loaded
from iku_terbuka.model import Indikator, Instansi, Laporan
from iku_terbuka.model.notation import indonesian
from iku_terbuka.source.problems import Problem, Severity

# Problems named of one file; the others are counted.
MAX_PER_FILE = 200


def check(loaded: Loaded, acuan: date | None = None) -> tuple[Problem, ...]:
    """Return every problem of the data, errors and warnings, sorted by place.

    ``acuan`` is the reference date; without it no result is late. Of a file with more than 200
    problems the first 200 are named and the others counted.
    """
    found = {
        *loaded.problems,
        *_errors(loaded.readable, loaded),
        *_doubts(loaded.readable, loaded),
    }
    for indikator in loaded.laporan.all_indikator() if loaded.laporan else ():
        if indikator.former:  # its line begins at another instansi
            found.update(broken_series(indikator, loaded))
    if loaded.laporan and acuan:
        for pemda in loaded.laporan.pemda:
            found.update(overdue_results(pemda, loaded, acuan))
    return limited(found)


def find_errors(loaded: Loaded) -> tuple[Problem, ...]:
    """Return the errors of the data alone, without looking for what is only doubtful."""
    found = {*loaded.problems, *_errors(loaded.readable, loaded)}
    return limited(problem for problem in found if problem.is_error)


def _errors(laporan: Laporan, loaded: Loaded) -> Iterator[Problem]:
    """Yield every error, and the warnings that are found on the way."""
    for skala_id, skala in laporan.skala.items():
        yield from check_skala(skala, loaded.documents[loaded.skala_files[skala_id]])
    for indikator in laporan.all_indikator():
        for penetapan in indikator.penetapan:
            document, path = loaded.documents[penetapan.lokasi.berkas], penetapan.lokasi.path
            yield from check_formula(penetapan, document, path)
            yield from check_rule(penetapan, document, path)
            yield from check_percentage(indikator, penetapan, document, path)
            yield from dates_against_arah(penetapan, document, path)
            yield from summed_percentages(penetapan, document, path)
        for tahun in indikator.lokasi_hasil:
            yield from check_result(indikator, tahun, loaded)
        yield from check_thousands(indikator, loaded)
        yield from summed_agreements(indikator, loaded)
        yield from divided_school_years(indikator, loaded)


def _doubts(laporan: Laporan, loaded: Loaded) -> Iterator[Problem]:
    """Yield what is doubtful: warnings, never an error."""
    for pemda in laporan.pemda:
        yield from opposite_arah(pemda, loaded)
        yield from check_evaluations(pemda, loaded)
        yield from check_registers(pemda, loaded)
        for instansi in pemda.instansi.descendants():
            yield from check_definitions(instansi, loaded)
            yield from dropped_indicators(instansi, loaded)
            for indikator in instansi.indikator:
                yield from _doubts_about(indikator, instansi, laporan, loaded)
    for file, text in loaded.texts.items():
        yield from personal_data(file, text)


def _doubts_about(
    indikator: Indikator, instansi: Instansi, laporan: Laporan, loaded: Loaded
) -> Iterator[Problem]:
    """Yield what is doubtful about one indicator: its targets, its results, its years."""
    doubted = {
        penetapan.lokasi: shifted_numbers(penetapan.definisi) for penetapan in indikator.penetapan
    }
    for penetapan in indikator.penetapan:
        document, path = loaded.documents[penetapan.lokasi.berkas], penetapan.lokasi.path
        yield from target_grades(penetapan, laporan, document, path)
        yield from misplaced_targets(penetapan, document, doubted[penetapan.lokasi])
        yield from targets_against_arah(penetapan, document, doubted[penetapan.lokasi])
        yield from doubtful_dates(penetapan, document, path)
    for tahun, lokasi in indikator.lokasi_hasil.items():
        document = loaded.documents[lokasi.berkas]
        yield from result_grade(indikator, tahun, laporan, document, lokasi.path)
        yield from doubtful_date(indikator, tahun, document, lokasi.path)
    yield from grades_without_skala(indikator, loaded)
    values = result_values(indikator)
    far = misplaced_results(ResultSeries(indikator, instansi, values, doubted), laporan, loaded)
    yield from far.values()
    yield from jumps(indikator, values, loaded, far)
    yield from broken_series(indikator, loaded)
    yield from check_parts(indikator, loaded)


def limited(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` by place, of each file the first 200, errors before warnings."""
    shown: list[Problem] = []
    for _, group in groupby(sorted(problems), key=lambda problem: problem.file):
        here = sorted(group, key=lambda problem: not problem.is_error)
        shown += sorted(here[:MAX_PER_FILE])
        rest = here[MAX_PER_FILE:]
        if rest:
            shown.append(_rest(rest))
    return tuple(shown)


def _rest(problems: list[Problem]) -> Problem:
    """Return what is said instead of ``problems``, at the place of the last."""
    last = max(problems)
    return Problem(
        last.file,
        last.line,
        last.column,
        "terlalu-banyak-masalah",
        f"Sedikitnya {indonesian(len(problems))} masalah lain di berkas ini tidak disebut.",
        "Perbaiki yang sudah disebut, lalu periksa lagi.",
        Severity.ERROR if any(problem.is_error for problem in problems) else Severity.WARNING,
    )
