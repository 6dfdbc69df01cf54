"""The tables beside ``capaian.csv``: each tells one more thing of results, in rows of its own.

A site has only those that its data fill. Everything that lists them reads :func:`filled_tables`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import Hasil, Indikator, Sumber
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.opendata.columns import COLUMNS, Column, ColumnType
from iku_terbuka.opendata.rows import BOM, csv_table, safe_cell

_COLUMN = {column.name: column for column in COLUMNS}
_OF_INDIKATOR = tuple(
    _COLUMN[name]
    for name in ("kode_wilayah", "pemda", "instansi_id", "instansi", "indikator_id", "indikator")
)
# The cells of a row by the names of their columns; what is not there is not known.
Cells = Mapping[str, str | None]


@dataclass(frozen=True)
class Table:
    """A table of results: ``<name>.csv``.

    ``about`` says in words what one row is. ``columns`` are its own, after those of the indicator;
    ``key`` are those that make a row unique within an indicator. ``rows`` gives the cells of what
    a result says.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Hasil], Iterator[Cells]]

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def all_columns(self) -> tuple[Column, ...]:
        return (*_OF_INDIKATOR, *self.columns)


def _own(name: str, description: str) -> Column:
    return Column(name, ColumnType.STRING, description, required=True)


_VALUE = (
    Column("nilai", ColumnType.NUMBER, "Angkanya. Kosong bila hanya berupa predikat."),
    Column("predikat", ColumnType.STRING, "Predikatnya, misalnya BB. Kosong bila tidak ada."),
    Column("sumber", ColumnType.STRING, "Dokumen yang memuat angka itu."),
    _COLUMN["halaman"],
)


def _pembanding(hasil: Hasil) -> Iterator[Cells]:
    for each in hasil.pembanding:
        yield {"wilayah": each.wilayah, **_value(each.nilai, each.sumber)}


def _rincian(hasil: Hasil) -> Iterator[Cells]:
    for each in hasil.rincian:
        for kelompok, nilai in each.nilai.items():
            found = _value(nilai, each.sumber or hasil.sumber)
            yield {"menurut": each.menurut, "kelompok": kelompok, **found}


def _value(nilai: IsiNilai, sumber: Sumber | None) -> Cells:
    return {
        "nilai": None if nilai.nilai is None else str(nilai.nilai),
        "predikat": nilai.predikat,
        "sumber": sumber.judul if sumber else None,
    }


TABLES = (
    Table(
        "pembanding",
        "hasil indikator yang sama di wilayah lain, satu baris untuk setiap tahun dan wilayah",
        (
            _COLUMN["satuan"],
            _COLUMN["tahun"],
            _own("wilayah", "Daerah atau lembaga pembanding."),
            *_VALUE,
        ),
        ("tahun", "wilayah"),
        _pembanding,
    ),
    Table(
        "rincian",
        "hasil menurut kelompok atau bagian wilayah, satu baris untuk setiap tahun dan kelompok; "
        "jumlahnya belum tentu sama dengan hasil indikatornya",
        (
            _COLUMN["satuan"],
            _COLUMN["tahun"],
            _own("menurut", "Menurut apa hasilnya dirinci, misalnya jenis kelamin."),
            _own("kelompok", "Kelompok atau bagian wilayah, misalnya perempuan."),
            *_VALUE,
        ),
        ("tahun", "menurut", "kelompok"),
        _rincian,
    ),
)


def filled_tables(context: Context) -> tuple[Table, ...]:
    """Return the tables that have a row on this site."""
    return tuple(table for table in TABLES if next(_rows(context, table), None) is not None)


def table_csv(context: Context, table: Table) -> bytes:
    """Return a table as CSV, UTF-8 with BOM."""
    columns = table.all_columns
    rows = (
        [_cell(column, cells.get(column.name)) for column in columns]
        for cells in _rows(context, table)
    )
    return BOM + csv_table([[column.name for column in columns], *rows])


def _cell(column: Column, text: str | None) -> str:
    return (text or "") if column.numeric else safe_cell(text or "")


def _rows(context: Context, table: Table) -> Iterator[Cells]:
    for instansi in context.all_instansi():
        for indikator in instansi.indikator:
            for tahun in indikator.own_years:
                hasil = indikator.hasil.get(tahun)
                for cells in table.rows(hasil) if hasil else ():
                    yield {**_head(context, indikator, tahun), **cells}


def _head(context: Context, indikator: Indikator, tahun: int) -> Cells:
    """Return the cells that every row of every table has."""
    instansi = context.instansi[indikator.instansi_id]
    pemda = context.pemda(instansi.id)
    return {
        "kode_wilayah": pemda.profil.kode_wilayah,
        "pemda": pemda.nama,
        "instansi_id": instansi.id,
        "instansi": instansi.nama,
        "indikator_id": indikator.id,
        "indikator": indikator.penetapan_untuk(tahun).definisi.nama,
        "satuan": indikator.satuan(tahun),
        "tahun": str(tahun),
        "halaman": context.folder(indikator.kunci) + "/",
    }
