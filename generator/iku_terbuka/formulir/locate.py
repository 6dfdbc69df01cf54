"""What the check says about a written file, told at the cells that it came from."""

import re
from collections.abc import Iterable, Iterator

from iku_terbuka.formulir.outcome import FormProblem, FormSeverity, Outcome, YamlPath
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
_COMPONENT = re.compile("Komponen “(.+?)”")
# How the check says that a printed form is written; a form has a column for that.
_WRITE_TERCETAK = re.compile(
    r'tulis (?:\{[^{}]*tercetak: "([^"]+)"\}|tercetak: "([^"]+)" di kurung yang sama)'
)


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
    for problem in problems:
        path = _path(problem, document) if document else ()
        if problem.code in _ABOUT_SEVERAL and len(path) > 1 and path[1] in unread:
            continue
        found = problem_in_form(problem, document, outcome)
        if (found.row, found.column) not in refused:
            yield found


def problem_in_form(problem: Problem, document: Document | None, outcome: Outcome) -> FormProblem:
    """Return a problem of the results file as one of the form."""
    path = _path(problem, document) if document else ()
    if problem.code in _NO_TITLE and len(path) > 1:
        path = (*path[:2], "sumber", "judul")
    component = _COMPONENT.match(problem.message)
    if component and len(path) > 1:
        path = (*path[:2], "variabel", component[1])
    severity = FormSeverity.ERROR if problem.is_error else FormSeverity.WARNING
    cell = _cell(path, outcome)
    if cell is None:
        message = f"{problem.file}:{problem.line}: {problem.message}"
        return FormProblem(0, 0, message, problem.hint, severity)
    message = _MESSAGES.get(problem.code, problem.message)
    hint = _HINTS.get(problem.code) or _WRITE_TERCETAK.sub(_type_tercetak, problem.hint)
    return FormProblem(*cell, message, hint, severity)


def _type_tercetak(found: re.Match[str]) -> str:
    return f"ketik {found[1] or found[2]} di kolom Tercetak"


def _path(problem: Problem, document: Document) -> Path:
    """Return the key that a place in the file belongs to: the last that begins before it."""
    place = (problem.line, problem.column)
    before = [
        ((mark.line, mark.column), len(path), path)
        for path, mark in document.key_marks.items()
        if (mark.line, mark.column) <= place
    ]
    return max(before, key=lambda found: found[:2])[2] if before else ()


def _cell(path: Path, outcome: Outcome) -> tuple[int, int] | None:
    """Return the cell of ``path``, or the first of what lies below it or below its parents."""
    keys: YamlPath = tuple(str(key) for key in path)
    for end in range(len(keys), 0, -1):
        here = keys[:end]
        if here == ("capaian",):
            return None
        for other, cell in outcome.cells.items():
            if other[:end] == here:
                return cell
    return None
