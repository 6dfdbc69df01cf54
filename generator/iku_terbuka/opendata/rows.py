"""Tidy rows, as texts and as CSV.

``capaian.csv`` has one per indicator and year, or one with an empty year for an indicator without
any; ``indikator.csv`` one per indicator.
"""

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from iku_terbuka.capaian import Measurement, Status, two_decimals
from iku_terbuka.context import Context
from iku_terbuka.model import Hasil, Indikator, Keadaan
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import COUNTED, in_percent
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.opendata.columns import COLUMN_NAMES, COLUMNS, INDIKATOR_COLUMNS
from iku_terbuka.opendata.origin import iku_source, one_line

# The texts of a row in the order of COLUMNS, as they are; empty where nothing is known.
Row = tuple[str, ...]

# Excel knows UTF-8 by it.
BOM = b"\xef\xbb\xbf"

# A spreadsheet runs a cell that begins like this; an apostrophe before it makes it text. After a
# line end or a semicolon a new cell begins where the spreadsheet expects semicolons, as it does
# under Indonesian settings.
_FORMULA = re.compile(r"(?:^|[;\r\n])[^\S\r\n]*(?=[=+\-@\t\r＝＋－＠])")
# In these columns a minus is the sign of a number, and an apostrophe would make it text.
_NUMERIC = tuple(column.numeric for column in COLUMNS)
# Columns that are empty for an indicator without any year.
_MEASURED = (
    *("tahun", "target", "target_predikat", "realisasi", "capaian", "kategori", "predikat"),
    *("target_iku", "dasar_target", "target_semula", "target_tanggal", "realisasi_tanggal"),
    "tahun_ajaran",
)


def indikator_rows(context: Context, indikator: Indikator) -> tuple[Row, ...]:
    """Return the rows of one indicator in order of time; of years read elsewhere that has them."""
    pengukuran = context.own_pengukuran(indikator).values()
    return tuple(_row(context, indikator, measurement) for measurement in pengukuran) or (
        _row(context, indikator, None),
    )


def csv_head() -> bytes:
    """Return how every CSV file of rows begins: BOM and column names."""
    return BOM + csv_lines([COLUMN_NAMES])


def csv_lines(rows: Iterable[Row]) -> bytes:
    """Return rows as lines of CSV that no spreadsheet takes for a formula, UTF-8 without BOM."""
    return csv_table(
        [cell if numeric else safe_cell(cell) for cell, numeric in zip(row, _NUMERIC, strict=True)]
        for row in rows
    )


def csv_table(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows of cells as lines of CSV, UTF-8 without BOM."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    # Nearly every text: not worth a search.
    if not text or (
        text[0].isalnum() and ";" not in text and "\n" not in text and "\r" not in text
    ):
        return text
    return _FORMULA.sub(r"\g<0>'", text)


def _row(context: Context, indikator: Indikator, pengukuran: Measurement | None) -> Row:
    instansi = context.instansi[indikator.instansi_id]
    pemda = context.pemda(instansi.id)
    tahun = pengukuran.tahun if pengukuran else None
    penetapan = indikator.penetapan_untuk(tahun)
    definisi = penetapan.definisi
    hasil = indikator.hasil.get(tahun) if tahun else None
    tahunan = instansi.capaian.get(tahun) if hasil and tahun and instansi.capaian else None
    cells: dict[str, str | None] = {
        "kode_wilayah": pemda.profil.kode_wilayah,
        "pemda": pemda.nama,
        "instansi_id": instansi.id,
        "instansi": instansi.nama,
        "jenjang": penetapan.jenjang,
        "sasaran": penetapan.parent.nama if penetapan.sasaran else None,
        "indikator_id": indikator.id,
        "indikator": definisi.nama,
        "satuan": definisi.satuan,
        "arah": definisi.arah,
        "rumus_capaian": definisi.rumus_capaian,
        "keadaan": _keadaan(hasil, pengukuran),
        "status": pengukuran.status if pengukuran else "belum_dilaporkan",
        "status_data": tahunan.status if tahunan else None,
        "sumber": hasil.sumber.judul if hasil and hasil.sumber else None,
        "halaman": context.folder(indikator.kunci) + "/",
        "jenis": definisi.jenis,
        "tujuan": None if penetapan.sasaran else penetapan.parent.nama,
    }
    cells |= _measured(pengukuran) if pengukuran else dict.fromkeys(_MEASURED)
    return tuple(cells[name] or "" for name in COLUMN_NAMES)


def _measured(pengukuran: Measurement) -> dict[str, str | None]:
    """Return the cells of :data:`_MEASURED`."""
    cells = (
        f"{pengukuran.tahun:d}",
        number(pengukuran.target),
        pengukuran.target.predikat if pengukuran.target else None,
        number(pengukuran.realisasi),
        _percent(pengukuran.capaian),
        pengukuran.kategori,
        pengukuran.predikat,
        number(pengukuran.target_iku),
        pengukuran.dasar_target,
        number(pengukuran.semula[0].target) if pengukuran.semula else None,
        _date(pengukuran.target),
        _date(pengukuran.realisasi),
        str(pengukuran.tahun) if isinstance(pengukuran.tahun, TahunAjaran) else None,
    )
    return dict(zip(_MEASURED, cells, strict=True))


def _date(value: IsiNilai | None) -> str:
    return str(value.tanggal) if value and value.tanggal else ""


def _keadaan(hasil: Hasil | None, pengukuran: Measurement | None) -> str:
    """Return which of the three states without a number holds.

    Empty where one was reported, and where the target was replaced: nothing is awaited then.
    """
    if hasil and hasil.has_number:
        return ""
    if hasil and hasil.keadaan:
        return hasil.keadaan
    replaced = pengukuran is not None and pengukuran.status is Status.DIGANTIKAN
    return "" if replaced else Keadaan.BELUM_DILAPORKAN


def number(value: IsiNilai | None) -> str:
    """Return digits as typed with a decimal point; a range as ``3.6..4.4``."""
    if value is None:
        return ""
    if value.rentang:
        return f"{value.rentang[0]}..{value.rentang[1]}"
    return "" if value.nilai is None else str(value.nilai)


def _percent(capaian: Decimal | None) -> str:
    return "" if capaian is None else str(two_decimals(capaian))


def indikator_csv(context: Context) -> bytes:
    """Return one row per indicator as CSV, UTF-8 with BOM.

    It is by the newest decree; what that does not say stays empty.
    """
    names = [column.name for column in INDIKATOR_COLUMNS]
    cells = (
        _indikator_cells(context, indikator)
        for instansi in context.all_instansi()
        for indikator in instansi.indikator
    )
    return BOM + csv_table([names, *([safe_cell(row[name]) for name in names] for row in cells)])


def _indikator_cells(context: Context, indikator: Indikator) -> dict[str, str]:
    instansi = context.instansi[indikator.instansi_id]
    pemda, definisi, iku = context.pemda(instansi.id), indikator.definisi, indikator.terbaru.iku
    source = iku_source(indikator.terbaru.keputusan)
    parent = one_line(indikator.terbaru.parent.nama)
    return {
        "kode_wilayah": pemda.profil.kode_wilayah or "",
        "pemda": one_line(pemda.nama),
        "instansi_id": instansi.id,
        "indikator_id": indikator.id,
        "indikator": one_line(indikator.nama),
        "sasaran": parent if indikator.terbaru.sasaran else "",
        "definisi": one_line(definisi.makna or definisi.penjelasan or ""),
        "skala": _skala(context, definisi.skala),
        "ukuran": _ukuran(definisi.satuan),
        "satuan": definisi.satuan or "",
        "arah": definisi.arah or "",
        "rumus": one_line(definisi.formula.teks) if definisi.formula else "",
        "rumus_capaian": definisi.rumus_capaian or "",
        "alasan": one_line(definisi.alasan or ""),
        "sumber_data": "; ".join(map(one_line, definisi.sumber_data)),
        "produsen_data": one_line(context.full_name(instansi)),
        "penanggung_jawab": "; ".join(map(one_line, definisi.penanggung_jawab)),
        "dasar": source.title if source else "",
        "periode_awal": str(iku.periode.awal) if iku.periode else "",
        "periode_akhir": str(iku.periode.akhir) if iku.periode else "",
        "disimpulkan": "; ".join(definisi.disimpulkan),
        "tercetak_di": "; ".join(definisi.tercetak_di),
        "halaman": context.folder(indikator.kunci) + "/",
        "jenis": definisi.jenis or "",
        "tujuan": "" if indikator.terbaru.sasaran else parent,
        "definisi_operasional": one_line(definisi.definisi_operasional or ""),
        "melanjutkan": "; ".join(indikator.former),
        "menopang": "; ".join(definisi.menopang),
    }


def _skala(context: Context, key: str | None) -> str:
    if key is None:
        return ""
    skala = context.laporan.skala[key]
    return one_line(f"{skala.nama}: {', '.join(kelas.predikat for kelas in skala.kelas)}")


def _ukuran(satuan: str | None) -> str:
    unit = (satuan or "").lower()
    if in_percent(satuan):
        return "persentase"
    if unit in {"indeks", "nilai", "skor"}:
        return unit
    return "jumlah" if unit in COUNTED else ""
