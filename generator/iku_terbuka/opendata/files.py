"""The files to download: of the site, each Pemda, each instansi, each indicator.

All of them are planned. Rows and JSON of an indicator are made once and put together for every
file that holds them.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from iku_terbuka.context import Context
from iku_terbuka.context.state import DataState
from iku_terbuka.model import Indikator
from iku_terbuka.opendata.data_package import data_package
from iku_terbuka.opendata.dcat import dcat
from iku_terbuka.opendata.feed import feeds
from iku_terbuka.opendata.iku_json import JsonParts, Scope, site_scope
from iku_terbuka.opendata.iku_schema import iku_schema
from iku_terbuka.opendata.notes import README, data_notes, data_title, readme
from iku_terbuka.opendata.origin import CSV, FOLDER, JSON, XLSX, download_path
from iku_terbuka.opendata.rows import Row, csv_head, csv_lines, indikator_csv, indikator_rows
from iku_terbuka.opendata.tables import filled_tables, table_csv
from iku_terbuka.opendata.workbook import capaian_xlsx
from iku_terbuka.publish import FilePlan

# The first day that a zip can tell.
_NO_DATE = date(1980, 1, 1)


def capaian_csv(context: Context) -> bytes:
    """Return every row as CSV, UTF-8 with BOM so that Excel reads it."""
    return _Files(context).csv(site_scope(context))


def iku_json(context: Context) -> bytes:
    """Return the whole Laporan as JSON, UTF-8."""
    return _Files(context).site_json()


def downloads(context: Context) -> Iterator[FilePlan]:
    """Yield every file, those about the whole site first."""
    files = _Files(context)
    site: dict[str, Callable[[], bytes]] = {
        **files.tables(site_scope(context), context.state()),
        JSON: files.site_json,
        "iku.schema.json": iku_schema,
        "indikator.csv": cache(partial(indikator_csv, context)),
        **{one.file: cache(partial(table_csv, context, one)) for one in filled_tables(context)},
        "datapackage.json": partial(data_package, context),
        "dcat.jsonld": partial(dcat, context),
    }
    for name, make in site.items():
        yield FilePlan(f"{FOLDER}/{name}", make)
    yield FilePlan(f"{FOLDER}/iku.zip", partial(_archive, context, site))
    for path, make in feeds(context).items():
        yield FilePlan(path, make)
    for instansi in context.all_instansi():
        if context.folder(instansi.id):
            below = [(node, node.indikator) for node in instansi.descendants()]
            state = context.state(instansi.id, below=True)
            for name, make in files.tables(below, state).items():
                path = download_path(context, instansi.id, name)
                yield FilePlan(path, make, instansi=instansi.id, below=True)
        for indikator in instansi.indikator:
            scope = [*_former(context, indikator), (instansi, [indikator])]
            own = files.tables(scope, context.state(instansi.id))
            for name in (CSV, JSON):
                path = download_path(context, indikator.kunci, name)
                yield FilePlan(path, own[name], instansi=instansi.id)


def _former(context: Context, indikator: Indikator) -> Scope:
    """Return those whose years ``indikator`` goes on with, oldest first, with their instansi."""
    keys = dict.fromkeys(key for _, key in sorted(indikator.read_from.items()))
    nodes = [(context.instansi[key.rpartition("/")[0]], key) for key in keys]
    return [
        (node, [each for each in node.indikator if each.kunci == key])
        for node, key in nodes
        if context.has_page(node.id)
    ]


def _archive(context: Context, files: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Return the zip of the files about the whole site; the same files give the same bytes."""
    out = BytesIO()
    day = context.state().day or _NO_DATE
    contents: Mapping[str, Callable[[], bytes]] = {
        **files,
        README: partial(readme, context, sorted(files)),
    }
    with ZipFile(out, "w") as packed:
        for name, make in contents.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, whose permissions these are, wherever it is made
            entry.external_attr = 0o100644 << 16
            packed.writestr(entry, make())
    return out.getvalue()


class _Files:
    """Makes the files of a site; what several of them hold is made once, when first needed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._json = JsonParts(context)
        self._workbooks: dict[tuple[DataState, tuple[str, ...]], bytes] = {}

    def tables(self, scope: Scope, state: DataState) -> dict[str, Callable[[], bytes]]:
        """Return what makes the CSV, the JSON and the workbook, by name."""
        return {
            CSV: partial(self.csv, scope),
            JSON: partial(self._json.file, scope, state.day),
            XLSX: partial(self.xlsx, scope, state),
        }

    def csv(self, scope: Scope) -> bytes:
        lines = (self._csv[indikator.kunci] for _, own in scope for indikator in own)
        return csv_head() + b"".join(lines)

    def site_json(self) -> bytes:
        """Return the JSON of the whole site, which has every scale."""
        context = self._context
        return self._json.file(site_scope(context), context.state().day, context.laporan.skala)

    def xlsx(self, scope: Scope, state: DataState) -> bytes:
        """Return the workbook; a Pemda that is the whole site, or one dinas, has the same."""
        filled = [(instansi, own) for instansi, own in scope if own] or scope
        keys = tuple(indikator.kunci for _, own in filled for indikator in own)
        if (state, keys) not in self._workbooks or not keys:
            instansi = [node for node, _ in filled]
            self._workbooks[state, keys] = capaian_xlsx(
                data_title(self._context, instansi),
                [row for key in keys for row in self._rows[key]],
                data_notes(self._context, instansi, state),
                state.day,
            )
        return self._workbooks[state, keys]

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Row, ...]]:
        return {
            indikator.kunci: indikator_rows(self._context, indikator)
            for _, own in site_scope(self._context)
            for indikator in own
        }

    @cached_property
    def _csv(self) -> Mapping[str, bytes]:
        return {key: csv_lines(rows) for key, rows in self._rows.items()}
