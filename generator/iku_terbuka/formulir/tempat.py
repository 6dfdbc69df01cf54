"""What the check says about a written file, told at the cells that it came from."""

import re
from collections.abc import Iterable, Iterator

from iku_terbuka.formulir.impor import Impor, Letak
from iku_terbuka.formulir.masalah import Derajat, Masalah
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Where the check says what to write in YAML, a form has a cell for it.
_TANPA_JUDUL = frozenset({"realisasi-tanpa-sumber", "kunci-wajib"})
_SARAN = {
    **dict.fromkeys(_TANPA_JUDUL, "Isi kolom “Sumber: judul”."),
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
# Where the message itself speaks of keys.
_PESAN = {
    "kunci-wajib": "Judul sumbernya belum diisi.",
    "keadaan-dan-angka": "Kolom Keadaan diisi, padahal angkanya ada.",
}
_KOMPONEN = re.compile("Komponen “(.+?)”")
# How the check has it that a comma is printed; a form has a column for that.
_TERCETAK = re.compile(
    r'tulis (?:\{[^{}]*tercetak: "([^"]+)"\}|tercetak: "([^"]+)" di kurung yang sama)'
)


# What is said of several cells together; not where one of them could not be read.
_BERSAMA = frozenset(
    {
        *("realisasi-lawan-komponen", "komponen-nol", "keadaan-dan-angka", "predikat-tanpa-nilai"),
        *("nilai-kosong", "predikat-lawan-nilai", "realisasi-kosong"),
    }
)
_HASIL = frozenset({"realisasi", "keadaan", "variabel"})


def di_formulir(
    problems: Iterable[Problem], document: Document | None, impor: Impor
) -> Iterator[Masalah]:
    """Yield the problems of the results file as those of the form.

    The file lacks what the form could not give; nothing is said of a cell that was refused, nor
    what only follows from it.
    """
    refused = impor.ditolak
    unread = {
        letak[1]
        for letak, cell in impor.sel.items()
        if cell in refused and letak[0] == "capaian" and letak[2] in _HASIL
    }
    for problem in problems:
        path = _letak(problem, document) if document else ()
        if problem.code in _BERSAMA and len(path) > 1 and path[1] in unread:
            continue
        found = di_sel(problem, document, impor)
        if (found.baris, found.kolom) not in refused:
            yield found


def di_sel(problem: Problem, document: Document | None, impor: Impor) -> Masalah:
    """Return a problem of the results file as one of the form."""
    path = _letak(problem, document) if document else ()
    if problem.code in _TANPA_JUDUL and len(path) > 1:
        path = (*path[:2], "sumber", "judul")
    component = _KOMPONEN.match(problem.message)
    if component and len(path) > 1:
        path = (*path[:2], "variabel", component[1])
    place = _sel(path, impor)
    row, column = place or (0, 0)
    return Masalah(
        row,
        column,
        _PESAN.get(problem.code, problem.message)
        if place
        else f"{problem.file}:{problem.line}: {problem.message}",
        _SARAN.get(problem.code) or _TERCETAK.sub(_ketik_tercetak, problem.hint)
        if place
        else problem.hint,
        Derajat.SALAH if problem.is_error else Derajat.PERINGATAN,
    )


def _ketik_tercetak(found: re.Match[str]) -> str:
    return f"ketik {found[1] or found[2]} di kolom Tercetak"


def _letak(problem: Problem, document: Document) -> Path:
    """Return the key that a place in the file belongs to: the last that begins before it."""
    place = (problem.line, problem.column)
    before = [
        ((mark.line, mark.column), len(path), path)
        for path, mark in document.key_marks.items()
        if (mark.line, mark.column) <= place
    ]
    return max(before, key=lambda found: found[:2])[2] if before else ()


def _sel(path: Path, impor: Impor) -> tuple[int, int] | None:
    """Return the cell of ``path``, or the first of what lies below it or below its parents."""
    keys: Letak = tuple(str(key) for key in path)
    for end in range(len(keys), 0, -1):
        here = keys[:end]
        if here == ("capaian",):
            return None
        for letak, cell in impor.sel.items():
            if letak[:end] == here:
                return cell
    return None
