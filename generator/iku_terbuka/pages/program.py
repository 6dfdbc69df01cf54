"""Programmes and their budget beside the results of a year: pagu, realisasi, serapan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.capaian import ProgramYear, programmes, spent, total
from iku_terbuka.context import Context
from iku_terbuka.model import Instansi
from iku_terbuka.pages.blocks import BLOCKS
from iku_terbuka.pages.hasil import cited
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Section
from iku_terbuka.wording import number_text, percent_text

_PAGE = Macros("program.html.j2")
# What LKjIP often call “efisiensi” is computed in many ways; what was spent is one.
_SERAPAN = (
    "Serapan adalah realisasi dibagi pagu. Serapan yang rendah atau tinggi tidak berkata apa-apa "
    "tentang capaian."
)


@dataclass(frozen=True)
class ProgramRow:
    """A programme as the table shows it; a cell is empty where nothing is known.

    ``missing`` says why there is no ``realisasi``, ``semula`` what the ceiling was before.
    """

    kode: str
    nama: str
    pagu: str
    realisasi: str
    serapan: str
    missing: str = "belum dilaporkan"
    semula: str = ""


def program_section(context: Context, instansi: Instansi, tahun: int) -> Iterator[Section]:
    """Yield the section on the programmes of a year, where its agreement has any."""
    every = programmes(instansi, tahun, context.acuan)
    if not every:
        return
    html = stack(
        _PAGE.table(
            caption=f"Program {instansi.nama} tahun {tahun}, dalam rupiah",
            rows=tuple(map(_row, every)),
            total=_total(every) if len(every) > 1 else None,
        ),
        BLOCKS.small(tuple(_notes(every))),
    )
    yield Section(html, "Program dan anggaran", "program")


def _row(year: ProgramYear) -> ProgramRow:
    program = year.program
    return ProgramRow(
        kode=program.kode,
        nama=program.nama or "",
        pagu=_rupiah(program.pagu),
        realisasi=_rupiah(year.realisasi),
        serapan=_percent(year.serapan),
        semula=", lalu ".join(map(number_text, year.semula)),
    )


def _total(every: Sequence[ProgramYear]) -> ProgramRow:
    pagu = total([year.program.pagu for year in every])
    realisasi = total([year.realisasi for year in every])
    some = any(year.realisasi is not None for year in every)
    return ProgramRow(
        kode="",
        nama="Jumlah",
        pagu=_rupiah(pagu),
        realisasi=_rupiah(realisasi),
        serapan=_percent(spent(pagu, realisasi)),
        missing="belum lengkap" if some else "belum dilaporkan",
    )


def _rupiah(value: Decimal | None) -> str:
    return "" if value is None else number_text(value)


def _percent(value: Decimal | None) -> str:
    return "" if value is None else percent_text(value)


def _notes(every: Sequence[ProgramYear]) -> Iterator[str]:
    """Yield what serapan means where there is one, the sources, and the notes on programmes."""
    if any(year.serapan is not None for year in every):
        yield _SERAPAN
    results = [year.hasil for year in every if year.hasil]
    sources = [words for hasil in results for words in cited(hasil.sumber)]
    for words in dict.fromkeys(sources):
        yield BLOCKS.source(words)
    for year in every:
        for note in year.hasil.catatan if year.hasil else ():
            yield f"{year.program.nama}: {note}"
