"""What the check says about a written file, told at the cells that it came from."""

from collections.abc import Iterable, Iterator, Mapping

from iku_terbuka.formulir.outcome import FormProblem, FormSeverity, Outcome, Place, YamlPath
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Codes that are about a key that is missing: the title of the source.
_NO_TITLE = frozenset({"realisasi-tanpa-sumber", "kunci-wajib"})
# By code, where the check says what to write in YAML and a form has a cell for it.
_HINTS = {
    **dict.fromkeys(_NO_TITLE, "Isi kolom “Sumber: judul”."),
    "komponen-kurang": "Isi semua baris komponennya.",
    "realisasi-lawan-komponen": "Perbaiki salah satu, atau ketik hapus di sel realisasinya supaya "
    "dihitung dari komponennya.",
    "koma-desimal": "Ketik angkanya saja, misalnya 82,5.",
    "teks-tanpa-isi": "Kosongkan selnya.",
    "tanda-butir": "Hapus tanda itu dari selnya.",
    "bagian-tanpa-sumber": "Isi kolom “Sumber: judul” pada barisnya.",
    "keadaan-dan-angka": "Kosongkan salah satunya.",
    "predikat-tanpa-nilai": "Isi angkanya di kolom Realisasi.",
    "komponen-nol": "Periksa komponen yang berisi 0; kalau memang begitu, hapus komponennya dan "
    "pilih Tidak berlaku di kolom Keadaan.",
}
# By code, where the message itself speaks of keys.
_MESSAGES = {
    "kunci-wajib": "Judul sumbernya belum diisi.",
    "keadaan-dan-angka": "Kolom Keadaan diisi, padahal angkanya ada.",
}
# What is said of several cells together; not where one of them could not be read.
_ABOUT_SEVERAL = frozenset(
    {
        *("realisasi-lawan-komponen", "komponen-nol", "keadaan-dan-angka", "predikat-tanpa-nilai"),
        *("nilai-kosong", "predikat-lawan-nilai", "realisasi-kosong"),
    }
)
_RESULT_KEYS = frozenset({"realisasi", "keadaan", "variabel"})


def problems_in_form(
    problems: Iterable[Problem], document: Document | None, outcome: Outcome
) -> Iterator[FormProblem]:
    """Yield the problems of the results file as those of the form.

    The file lacks what the form could not give; nothing is said of a cell that was refused, nor
    what only follows from it.
    """
    refused = outcome.refused_cells
    unread = {
        path[1]
        for path, cell in outcome.cells.items()
        if cell in refused and path[0] == "capaian" and path[2] in _RESULT_KEYS
    }
    below: dict[YamlPath, Place] = {}
    for path_of_cell, cell in outcome.cells.items():
        for end in range(1, len(path_of_cell) + 1):
            below.setdefault(path_of_cell[:end], cell)
    for problem in problems:
        path = _path(problem, document) if document else ()
        if problem.code in _ABOUT_SEVERAL and len(path) > 1 and path[1] in unread:
            continue
        found = _problem_in_form(problem, path, below)
        if (found.row, found.column) not in refused:
            yield found


def _problem_in_form(problem: Problem, path: Path, below: Mapping[YamlPath, Place]) -> FormProblem:
    """Return a problem of the results file, at ``path`` there, as one of the form.

    ``below`` is the first cell of each path of the YAML, or of what lies below it.
    """
    if problem.code in _NO_TITLE and len(path) > 1:
        path = (*path[:2], "sumber", "judul")
    severity = FormSeverity.ERROR if problem.is_error else FormSeverity.WARNING
    cell = _cell(path, below)
    if cell is None:
        message = f"{problem.file}:{problem.line}: {problem.message}"
        return FormProblem(0, 0, message, problem.hint, severity)
    message = _MESSAGES.get(problem.code, problem.message)
    return FormProblem(*cell, message, _HINTS.get(problem.code) or _hint(problem), severity)


def _hint(problem: Problem) -> str:
    """Return the hint of a problem; for a printed form, a form has a column."""
    printed = problem.printed
    if printed is None:
        return problem.hint
    in_form = f"ketik {printed.tercetak} di kolom Tercetak"
    return problem.hint.replace(f"tulis {printed.yaml}", in_form)


def _path(problem: Problem, document: Document) -> Path:
    """Return the keys of what a problem is about, else the last that begin before its place."""
    if problem.path:
        return problem.path
    place = (problem.line, problem.column)
    before = [
        ((mark.line, mark.column), len(path), path)
        for path, mark in document.key_marks.items()
        if (mark.line, mark.column) <= place
    ]
    return max(before, key=lambda found: found[:2])[2] if before else ()


def _cell(path: Path, below: Mapping[YamlPath, Place]) -> Place | None:
    """Return the cell of ``path``, or the first of what lies below it or below its parents."""
    keys: YamlPath = tuple(str(key) for key in path)
    for end in range(len(keys), 0, -1):
        above = keys[:end]
        if above == ("capaian",):
            return None
        if above in below:
            return below[above]
    return None
