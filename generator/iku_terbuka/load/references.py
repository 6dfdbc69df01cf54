"""Files that name another file: its year, a decree for many instansi, a programme."""

import difflib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from iku_terbuka.load.files import InstansiFiles, ValidFile
from iku_terbuka.model.evaluasi import EvaluasiAkip
from iku_terbuka.model.hasil import CapaianTahunan
from iku_terbuka.model.keputusan import DOKUMEN
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja
from iku_terbuka.source import Document, at
from iku_terbuka.source.problems import Problem

MAX_LISTED = 8  # names in one hint


def check_references(pemda: InstansiFiles) -> Iterator[Problem]:
    """Yield what does not lead anywhere, in all instansi of a Pemda."""
    decrees = sorted(file.stem for file in pemda.folder.of(DOKUMEN))
    place = f"{pemda.folder.shown}/{DOKUMEN}"
    for instansi in _descendants(pemda):
        yield from _check_dokumen_ref(instansi, decrees, place)
        yield from _check_years(instansi.perjanjian_kinerja)
        yield from _check_years(instansi.evaluasi)
        yield from _check_years(instansi.capaian)
        for results in instansi.capaian:
            yield from _check_program(results, instansi)


def listed(names: list[str]) -> str:
    """Return names as a list, of many the first and how many more there are."""
    first = ", ".join(names[:MAX_LISTED])
    rest = len(names) - MAX_LISTED
    return f"{first}, dan {rest} lainnya" if rest > 0 else first


def _descendants(instansi: InstansiFiles) -> Iterator[InstansiFiles]:
    yield instansi
    for anak in instansi.anak:
        yield from _descendants(anak)


def _check_dokumen_ref(instansi: InstansiFiles, known: list[str], place: str) -> Iterator[Problem]:
    for file in instansi.iku:
        name = file.content.dokumen_ref
        if name is None or name in known:
            continue
        close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
        if close:
            hint = f"Maksudnya “{close[0]}”?"
        else:
            hint = f"Buat dahulu {place}/{name}.yaml" + (
                f", atau pakai yang ada: {listed(known)}." if known else "."
            )
        yield file.document.problem(
            ("dokumen_ref",),
            "dokumen-tidak-dikenal",
            f"Tidak ada berkas “{name}” di {place}/.",
            hint,
        )


# A file for one year; its name says which.
YearFile: TypeAlias = (
    ValidFile[CapaianTahunan] | ValidFile[PerjanjianKinerja] | ValidFile[EvaluasiAkip]
)


def _check_years(files: Iterable[YearFile]) -> Iterator[Problem]:
    for file in files:
        tahun = file.content.tahun
        if file.stem != str(tahun):
            yield file.document.problem(
                ("tahun",),
                "tahun-bukan-nama-berkas",
                f"“tahun: {tahun}” tidak sama dengan nama berkas {file.stem}.yaml.",
                "Perbaiki salah satunya, sehingga keduanya sama.",
            )


def _written_codes(document: Document) -> list[str]:
    """Return the codes of the programmes of an agreement, also of those that hold errors."""
    found = []
    for path in document.value_marks:
        value = at(document.data, path)
        if path[2:3] == ("program",) and path[-1] == "kode" and isinstance(value, str):
            found.append(value.strip())
    return found


def _check_program(file: ValidFile[CapaianTahunan], instansi: InstansiFiles) -> Iterator[Problem]:
    """Refuse a programme that the agreement of the year does not have."""
    if len(instansi.perjanjian_kinerja) < len(instansi.folder.of("perjanjian-kinerja")):
        return  # an agreement could not be read; what follows would only repeat that
    tahun = file.content.tahun
    agreement = next(
        (each for each in instansi.perjanjian_kinerja if each.content.tahun == tahun), None
    )
    place = f"perjanjian-kinerja/{tahun}.yaml"
    known = _written_codes(agreement.document) if agreement else []
    for kode in file.content.program:
        if kode in known:
            continue
        close = difflib.get_close_matches(kode, known, n=1, cutoff=0.8)
        yield file.document.problem(
            ("program", kode),
            "program-tidak-dikenal",
            f"Program “{kode}” tidak ada di {place}.",
            f"Maksudnya “{close[0]}”?"
            if close
            else f"Tulis dahulu program itu di {place} dengan kode, nama, dan pagunya.",
            key=True,
        )
