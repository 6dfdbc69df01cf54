"""Registers of documents: what an instansi lists, and the newest of each kind side by side.

What no register names is not known; that it does not exist is nowhere said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from iku_terbuka.context import Context
from iku_terbuka.model import Instansi
from iku_terbuka.model.daftar_dokumen import (
    JENIS_DOKUMEN,
    OF_PEMDA,
    OF_PERANGKAT_DAERAH,
    EntriDokumen,
)
from iku_terbuka.pages.blocks import Link
from iku_terbuka.pages.sambungan import dated_name
from iku_terbuka.pages.template import Macros
from iku_terbuka.publish import Section
from iku_terbuka.wording import count_text, date_text, day_text, years_text

_PAGE = Macros("daftar_dokumen.html.j2")
_ORDER = {jenis: place for place, jenis in enumerate(JENIS_DOKUMEN)}


@dataclass(frozen=True)
class DocumentRow:
    """A document of an instansi. A cell is empty where nothing is known; ``jenis`` is as typed.

    ``since`` is the day since when it is listed here, where nobody says when it was published.
    """

    jenis: str
    tahun: str
    judul: str
    href: str
    ditetapkan: str
    dipublikasikan: str
    since: str


@dataclass(frozen=True)
class MatrixRow:
    """An instansi with a cell for each kind: its newest document, or why there is none.

    ``others`` says how many documents of further kinds it lists.
    """

    link: Link
    cells: tuple[DocumentRow | str, ...]
    others: str


@dataclass(frozen=True)
class DocumentMatrix:
    """The registers of a Pemda; ``silent`` says how many instansi have none."""

    id: str
    nama: str
    kinds: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    silent: str

    @property
    def with_others(self) -> bool:
        return any(row.others for row in self.rows)


def documents_section(context: Context, instansi: Instansi) -> Iterator[Section]:
    """Yield the section with the register of an instansi, where it has one."""
    if instansi.daftar_dokumen:
        rows = tuple(_row(context, entri) for entri in _sorted(instansi.daftar_dokumen))
        html = _PAGE.register(instansi.nama, rows)
        yield Section(html, "Dokumen perencanaan dan pelaporan", "dokumen")


def units_with_documents(units: Iterable[Instansi]) -> tuple[Instansi, ...]:
    """Return those that have a register."""
    return tuple(unit for unit in units if unit.daftar_dokumen)


def document_matrix(context: Context, top: Instansi, folder: str, units: Sequence[Instansi]) -> str:
    """Return the registers of ``units`` as a table on the page in ``folder``; empty without any.

    Its columns are the kinds that any register of ``top`` names.
    """
    listing = units_with_documents(units)
    if not listing:
        return ""
    named = {entri.jenis_baku for unit in top.descendants() for entri in unit.daftar_dokumen}
    kinds = tuple(jenis for jenis in JENIS_DOKUMEN if jenis in named)
    silent = sum(1 for unit in units if unit.indikator and not unit.daftar_dokumen)
    return _PAGE.matrix(
        DocumentMatrix(
            id=top.id,
            nama=context.pemda(top.id).nama,
            kinds=kinds,
            rows=tuple(_matrix_row(context, unit, folder, kinds) for unit in listing),
            silent=count_text(silent) if silent else "",
        )
    )


def _matrix_row(context: Context, unit: Instansi, folder: str, kinds: Sequence[str]) -> MatrixRow:
    newest: dict[str | None, EntriDokumen] = {}
    for entri in _sorted(unit.daftar_dokumen):
        newest.setdefault(entri.jenis_baku, entri)
    others = sum(1 for entri in unit.daftar_dokumen if entri.jenis_baku is None)
    href = f"{context.link(folder, context.folder(unit.id))}#dokumen"
    return MatrixRow(
        link=Link(dated_name(unit), href),
        cells=tuple(
            _row(context, newest[kind]) if kind in newest else _none_listed(unit, kind)
            for kind in kinds
        ),
        others=f"{count_text(others)} dokumen" if others else "",
    )


def _none_listed(unit: Instansi, kind: str) -> str:
    """Say why a kind is not listed: it is not this one's to write, or nothing is known of it."""
    is_pemda = "/" not in unit.id
    if kind in OF_PEMDA and not is_pemda:
        return "disusun Pemda"
    if kind in OF_PERANGKAT_DAERAH and is_pemda:
        return "disusun perangkat daerah"
    return "belum diketahui"


def _sorted(register: Sequence[EntriDokumen]) -> list[EntriDokumen]:
    """Return the documents by their kind, of each the newest first."""

    def age(entri: EntriDokumen) -> tuple[int, date]:
        return entri.tahun_dokumen[-1], entri.ditetapkan.latest if entri.ditetapkan else date.min

    def kind(entri: EntriDokumen) -> tuple[int, str]:
        return (
            _ORDER.get(entri.jenis_baku or "", len(_ORDER)),
            "" if entri.jenis_baku else entri.jenis.casefold(),
        )

    return sorted(sorted(register, key=age, reverse=True), key=kind)


def _row(context: Context, entri: EntriDokumen) -> DocumentRow:
    since = None if entri.dipublikasikan else context.listed(entri)
    return DocumentRow(
        jenis=entri.jenis,
        tahun=years_text(entri.tahun_dokumen),
        judul=entri.judul or "",
        href=entri.tautan or "",
        ditetapkan=date_text(entri.ditetapkan) if entri.ditetapkan else "",
        dipublikasikan=date_text(entri.dipublikasikan) if entri.dipublikasikan else "",
        since=day_text(since) if since else "",
    )
