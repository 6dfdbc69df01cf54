"""Tidy rows: one per indicator and year, or one with an empty year where none is known."""

from collections.abc import Iterable
from decimal import Decimal

from iku_terbuka.capaian import Measurement, two_decimals
from iku_terbuka.context import Context
from iku_terbuka.model import Hasil, Indikator, Keadaan
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.opendata.kolom import KOLOM, NAMA_KOLOM
from iku_terbuka.opendata.tabel import BOM, csv_tabel, sel_teks

# The texts of a row in the order of KOLOM, as they are; empty where nothing is known.
Baris = tuple[str, ...]

# Here a minus is the sign of a number, and an apostrophe would make it text.
_ANGKA = tuple(kolom.berangka for kolom in KOLOM)


def baris_indikator(context: Context, indikator: Indikator) -> tuple[Baris, ...]:
    """Return the rows of one indicator in order of time."""
    ukuran = context.pengukuran(indikator)
    return tuple(_baris(context, indikator, satu) for satu in ukuran.values()) or (
        _baris(context, indikator, None),
    )


def csv_baris(rows: Iterable[Baris]) -> bytes:
    """Return rows as lines of CSV that no spreadsheet takes for a formula, UTF-8 without BOM."""
    return csv_tabel(map(_aman, rows))


def kepala_csv() -> bytes:
    """Return how every CSV file begins: the BOM by which Excel knows UTF-8, the column names."""
    return BOM + csv_baris([NAMA_KOLOM])


def _aman(row: Baris) -> list[str]:
    return [cell if _ANGKA[i] else sel_teks(cell) for i, cell in enumerate(row)]


def _baris(context: Context, indikator: Indikator, satu: Measurement | None) -> Baris:
    instansi = context.instansi[indikator.instansi_id]
    pemda = context.pemda(instansi.id)
    penetapan = indikator.penetapan_untuk(satu.tahun if satu else None)
    definisi, sasaran = penetapan.definisi, penetapan.sasaran
    hasil = indikator.hasil.get(satu.tahun) if satu else None
    tahunan = instansi.capaian.get(satu.tahun) if hasil and satu and instansi.capaian else None
    cells: dict[str, str | None] = {
        "kode_wilayah": pemda.profil.kode_wilayah,
        "pemda": pemda.nama,
        "instansi_id": instansi.id,
        "instansi": instansi.nama,
        "jenjang": sasaran.jenjang,
        "sasaran": sasaran.nama,
        "indikator_id": indikator.id,
        "indikator": definisi.nama,
        "satuan": definisi.satuan,
        "arah": definisi.arah,
        "rumus_capaian": definisi.rumus_capaian,
        "keadaan": _keadaan(hasil),
        "status": satu.status if satu else "belum_dilaporkan",
        "status_data": tahunan.status if tahunan else None,
        "sumber": hasil.sumber.judul if hasil and hasil.sumber else None,
        "halaman": context.folder(indikator.kunci) + "/",
    }
    if satu:
        cells |= {
            "tahun": str(satu.tahun),
            "target": _angka(satu.target),
            "target_predikat": satu.target.predikat if satu.target else None,
            "realisasi": _angka(satu.realisasi),
            "capaian": _persen(satu.capaian),
            "kategori": satu.kategori,
            "predikat": satu.predikat,
        }
    return tuple(cells.get(nama) or "" for nama in NAMA_KOLOM)


def _keadaan(hasil: Hasil | None) -> str:
    """Return which of the three states without a number holds; empty where one was reported."""
    if hasil and hasil.has_number:
        return ""
    return (hasil.keadaan if hasil else None) or Keadaan.BELUM_DILAPORKAN


def _angka(isi: IsiNilai | None) -> str:
    """Return digits as typed with a decimal point; a range as ``3.6..4.4``."""
    if isi is None:
        return ""
    if isi.rentang:
        return f"{isi.rentang[0]}..{isi.rentang[1]}"
    return "" if isi.nilai is None else str(isi.nilai)


def _persen(capaian: Decimal | None) -> str:
    return "" if capaian is None else str(two_decimals(capaian))
