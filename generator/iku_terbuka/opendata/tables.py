"""The tables beside ``capaian.csv``: each tells one more thing of results, in rows of its own.

A site has only those that its data fill. Everything that lists them reads :func:`filled_tables`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from iku_terbuka.capaian import programmes, two_decimals, year_parts
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Sumber
from iku_terbuka.model.bagian_tahun import Cara, PembagianTahun
from iku_terbuka.model.daftar_dokumen import JENIS_DOKUMEN
from iku_terbuka.model.evaluasi import Komponen, StatusTindakLanjut
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.opendata.columns import COLUMNS, DATE, Column, ColumnType
from iku_terbuka.opendata.rows import BOM, csv_table, number, safe_cell

_COLUMN = {column.name: column for column in COLUMNS}
_OF_INSTANSI = tuple(_COLUMN[name] for name in ("kode_wilayah", "pemda", "instansi_id", "instansi"))
_OF_INDIKATOR = (*_OF_INSTANSI, _COLUMN["indikator_id"], _COLUMN["indikator"])
# The cells of a row by the names of their columns; what is not there is not known.
Cells = Mapping[str, str | None]


@dataclass(frozen=True)
class Table:
    """A table of results or files: ``<name>.csv``.

    ``about`` says in words what one row is. ``columns`` are its own, after those of the indicator,
    or of the instansi where it is not ``of_indikator``; ``key`` are those that make a row unique
    within one. ``rows`` gives every row of a site.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Context], Iterator[Cells]]
    of_indikator: bool = True

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def all_columns(self) -> tuple[Column, ...]:
        return (*(_OF_INDIKATOR if self.of_indikator else _OF_INSTANSI), *self.columns)

    @property
    def primary_key(self) -> tuple[str, ...]:
        owner = ("instansi_id", "indikator_id") if self.of_indikator else ("instansi_id",)
        return (*owner, *self.key)


def _own(name: str, description: str) -> Column:
    return Column(name, ColumnType.STRING, description, required=True)


_VALUE = (
    Column("nilai", ColumnType.NUMBER, "Angkanya. Kosong bila hanya berupa predikat atau tanggal."),
    Column("predikat", ColumnType.STRING, "Predikatnya, misalnya BB. Kosong bila tidak ada."),
    Column("tanggal", ColumnType.STRING, "Tanggalnya, bila hasilnya tanggal.", pattern=DATE),
    Column("sumber", ColumnType.STRING, "Dokumen yang memuat angka itu."),
    _COLUMN["halaman"],
)


def _pembanding(indikator: Indikator, tahun: int, _: date | None) -> Iterator[Cells]:
    hasil = indikator.hasil.get(tahun)
    for each in hasil.pembanding if hasil else ():
        yield {"wilayah": each.wilayah, **_value(each.nilai, each.sumber)}


def _rincian(indikator: Indikator, tahun: int, _: date | None) -> Iterator[Cells]:
    hasil = indikator.hasil.get(tahun)
    for each in hasil.rincian if hasil else ():
        for kelompok, nilai in each.nilai.items():
            found = _value(nilai, each.sumber or (hasil.sumber if hasil else None))
            yield {"menurut": each.menurut, "kelompok": kelompok, **found}


def _bagian_tahun(indikator: Indikator, tahun: int, acuan: date | None) -> Iterator[Cells]:
    for parts in year_parts(indikator, tahun, acuan):
        for part in parts.parts:
            sumber = part.hasil.sumber if part.hasil and part.realisasi else None
            yield {
                "pembagian": parts.jenis,
                "bagian": str(part.nomor),
                "cara": parts.cara,
                "target": number(part.target),
                "target_predikat": part.target.predikat if part.target else None,
                "realisasi": number(part.realisasi),
                "predikat": part.realisasi.predikat if part.realisasi else None,
                "sumber": sumber.judul if sumber else None,
            }


def _value(nilai: IsiNilai, sumber: Sumber | None) -> Cells:
    return {
        "nilai": None if nilai.nilai is None else str(nilai.nilai),
        "predikat": nilai.predikat,
        "tanggal": str(nilai.tanggal) if nilai.tanggal else None,
        "sumber": sumber.judul if sumber else None,
    }


def _per_indikator(
    rows: Callable[[Indikator, int, date | None], Iterator[Cells]],
) -> Callable[[Context], Iterator[Cells]]:
    """Return what gives the rows of all indicators from what gives those of one of its years."""

    def every(context: Context) -> Iterator[Cells]:
        for instansi in context.all_instansi():
            for indikator in instansi.indikator:
                for tahun in indikator.own_years:
                    for cells in rows(indikator, tahun, context.acuan):
                        yield {**_head(context, indikator, tahun), **cells}

    return every


def _head(context: Context, indikator: Indikator, tahun: int) -> Cells:
    """Return the cells that every row about an indicator has."""
    return {
        **_instansi_head(context, context.instansi[indikator.instansi_id], tahun),
        "indikator_id": indikator.id,
        "indikator": indikator.penetapan_untuk(tahun).definisi.nama,
        "satuan": indikator.satuan(tahun),
        "halaman": context.folder(indikator.kunci) + "/",
    }


def _instansi_head(context: Context, instansi: Instansi, tahun: int | None = None) -> Cells:
    """Return the cells that every row of every table has."""
    pemda = context.pemda(instansi.id)
    return {
        "kode_wilayah": pemda.profil.kode_wilayah,
        "pemda": pemda.nama,
        "instansi_id": instansi.id,
        "instansi": instansi.nama,
        "tahun": None if tahun is None else str(tahun),
    }


def _program(context: Context) -> Iterator[Cells]:
    for instansi in context.all_instansi():
        for tahun in sorted(instansi.perjanjian_kinerja):
            for each in programmes(instansi, tahun, context.acuan):
                sumber = each.hasil.sumber if each.hasil else None
                yield {
                    **_instansi_head(context, instansi, tahun),
                    "kode_program": each.program.kode,
                    "program": each.program.nama,
                    "pagu": _digits(each.program.pagu),
                    "realisasi": _digits(each.realisasi),
                    "serapan": _percent(each.serapan),
                    "sumber": sumber.judul if sumber else None,
                }


def _evaluasi(context: Context) -> Iterator[Cells]:
    """Yield the evaluations of Pemda that publish here themselves, as their pages show them."""
    for instansi in context.all_instansi():
        if not context.pemda(instansi.id).profil.resmi:
            continue
        for tahun, each in sorted(instansi.evaluasi.items()):
            parts = {str(key): _digits(getattr(each.nilai, key, None)) for key in Komponen}
            done = sum(1 for one in each.rekomendasi if one.status is StatusTindakLanjut.SELESAI)
            yield {
                **_instansi_head(context, instansi, tahun),
                **parts,
                "total": _digits(each.total),
                "predikat": each.predikat,
                "rekomendasi": str(len(each.rekomendasi)),
                "rekomendasi_selesai": str(done),
                "sumber": each.sumber.judul if each.sumber else None,
            }


def _dokumen(context: Context) -> Iterator[Cells]:
    for instansi in context.all_instansi():
        for nomor, entri in enumerate(instansi.daftar_dokumen, 1):
            since = context.listed(entri)
            yield {
                **_instansi_head(context, instansi),
                "nomor": str(nomor),
                "jenis": entri.jenis,
                "jenis_baku": entri.jenis_baku,
                "tahun_awal": str(entri.tahun_dokumen[0]),
                "tahun_akhir": str(entri.tahun_dokumen[-1]),
                "judul": entri.judul,
                "tautan": entri.tautan,
                "ditetapkan": str(entri.ditetapkan) if entri.ditetapkan else None,
                "dipublikasikan": str(entri.dipublikasikan) if entri.dipublikasikan else None,
                "tercantum_sejak": str(since) if since else None,
            }


def _percent(value: Decimal | None) -> str | None:
    return None if value is None else str(two_decimals(value))


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


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
        _per_indikator(_pembanding),
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
        _per_indikator(_rincian),
    ),
    Table(
        "triwulan",
        "angka dalam setahun, satu baris untuk setiap triwulan, bulan, atau semester; tidak pernah "
        "mengisi realisasi di capaian.csv",
        (
            _COLUMN["satuan"],
            _COLUMN["tahun"],
            Column(
                "pembagian",
                ColumnType.ENUM,
                "Cara tahun itu dibagi.",
                required=True,
                values=tuple(PembagianTahun),
            ),
            Column(
                "bagian",
                ColumnType.INTEGER,
                "Nomornya: triwulan 1 sampai 4, bulan 1 sampai 12, atau semester 1 dan 2.",
                required=True,
            ),
            Column(
                "cara",
                ColumnType.ENUM,
                "Cara bagian tahun menjadi setahun. Kosong bila tidak disebut.",
                values=tuple(Cara),
            ),
            replace(
                _COLUMN["target"],
                description="Target bagian itu: satu angka, atau rentang dengan dua titik.",
            ),
            _COLUMN["target_predikat"],
            replace(
                _COLUMN["realisasi"],
                description="Hasil bagian itu. Kosong bila belum dilaporkan.",
            ),
            *_VALUE[1:],
        ),
        ("tahun", "pembagian", "bagian"),
        _per_indikator(_bagian_tahun),
    ),
    Table(
        "program",
        "pagu dan realisasi anggaran, satu baris untuk setiap program dalam perjanjian kinerja",
        (
            _COLUMN["tahun"],
            _own("kode_program", "Kode program seperti dalam dokumen anggaran."),
            Column("program", ColumnType.STRING, "Nama program."),
            Column("pagu", ColumnType.NUMBER, "Anggaran menurut versi yang berlaku.", "rupiah"),
            Column("realisasi", ColumnType.NUMBER, "Belanja.", "rupiah"),
            Column("serapan", ColumnType.NUMBER, "Realisasi dibagi pagu.", "persen"),
            Column("sumber", ColumnType.STRING, "Dokumen yang memuat realisasi itu."),
        ),
        ("tahun", "kode_program"),
        _program,
        of_indikator=False,
    ),
    Table(
        "evaluasi",
        "hasil evaluasi AKIP, satu baris untuk setiap tahun",
        (
            _COLUMN["tahun"],
            *(
                Column(key, ColumnType.NUMBER, f"Nilai komponen, paling tinggi {key.bobot}.")
                for key in Komponen
            ),
            Column("total", ColumnType.NUMBER, "Nilai seluruhnya, 0 sampai 100."),
            Column("predikat", ColumnType.STRING, "Predikat seperti tercetak."),
            Column("rekomendasi", ColumnType.INTEGER, "Banyaknya rekomendasi."),
            Column("rekomendasi_selesai", ColumnType.INTEGER, "Yang sudah selesai di antaranya."),
            Column("sumber", ColumnType.STRING, "Laporan hasil evaluasi."),
        ),
        ("tahun",),
        _evaluasi,
        of_indikator=False,
    ),
    Table(
        "dokumen",
        "daftar dokumen perencanaan dan pelaporan, satu baris untuk setiap dokumen; yang tidak ada "
        "di sini belum tentu tidak ada",
        (
            Column("nomor", ColumnType.INTEGER, "Urutannya di daftar instansi itu.", required=True),
            _own("jenis", "Jenis dokumen seperti ditulis di daftar."),
            Column(
                "jenis_baku",
                ColumnType.ENUM,
                "Jenis yang sama dengan nama pendeknya. Kosong bila bukan salah satunya.",
                values=tuple(JENIS_DOKUMEN),
            ),
            Column("tahun_awal", ColumnType.INTEGER, "Tahun pertamanya.", required=True),
            Column("tahun_akhir", ColumnType.INTEGER, "Tahun terakhirnya.", required=True),
            Column("judul", ColumnType.STRING, "Judul dokumen."),
            Column("tautan", ColumnType.STRING, "Alamat dokumennya di web."),
            Column("ditetapkan", ColumnType.STRING, "Tanggal penetapan.", pattern=DATE),
            Column("dipublikasikan", ColumnType.STRING, "Tanggal publikasi.", pattern=DATE),
            Column(
                "tercantum_sejak",
                ColumnType.STRING,
                "Hari alamat itu pertama kali masuk daftar, menurut riwayat Git.",
                pattern=DATE,
            ),
        ),
        ("nomor",),
        _dokumen,
        of_indikator=False,
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
    return table.rows(context)
