"""Tidy rows: one per indicator and year, or one with an empty year where none is known."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from generator.capaian import Pengukuran, dua_desimal
from generator.konteks import Konteks
from generator.model import Hasil, Indikator, Instansi, Keadaan, Pemda, Penetapan
from generator.model.iku import IsiNilai

KOLOM = (
    "kode_wilayah",
    "pemda",
    "instansi_id",
    "instansi",
    "jenjang",
    "sasaran",
    "indikator_id",
    "indikator",
    "satuan",
    "arah",
    "rumus_capaian",
    "tahun",
    "target",
    "target_predikat",
    "realisasi",
    "keadaan",
    "capaian",
    "status",
    "kategori",
    "predikat",
    "sumber",
    "halaman",
)
# A spreadsheet runs a cell that begins like this; a leading apostrophe makes it text.
_RUMUS_SEL = ("=", "+", "-", "@", "\t", "\r")


def capaian_csv(konteks: Konteks) -> bytes:
    """Return every row as CSV, UTF-8 with BOM so that Excel reads it."""
    return b"\xef\xbb\xbf" + csv_text(konteks).encode()


def csv_text(konteks: Konteks) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(KOLOM)
    for instansi in konteks.semua_instansi():
        for indikator in instansi.indikator:
            for row in _rows(konteks, konteks.pemda(instansi.id), instansi, indikator):
                writer.writerow(row)
    return written.getvalue()


def _rows(
    konteks: Konteks, pemda: Pemda, instansi: Instansi, indikator: Indikator
) -> Iterator[list[str]]:
    ukuran = konteks.pengukuran(indikator)
    for tahun in ukuran or (None,):
        satu = ukuran[tahun] if tahun is not None else None
        penetapan = indikator.berlaku(tahun) if tahun is not None else None
        yield _row(konteks, pemda, instansi, penetapan or indikator.terbaru, satu, indikator)


def _row(  # noqa: PLR0913, PLR0917 (a row joins everything there is)
    konteks: Konteks,
    pemda: Pemda,
    instansi: Instansi,
    penetapan: Penetapan,
    satu: Pengukuran | None,
    indikator: Indikator,
) -> list[str]:
    definisi, sasaran = penetapan.definisi, penetapan.sasaran
    hasil = indikator.hasil.get(satu.tahun) if satu else None
    realisasi = satu.realisasi if satu else None
    values = {
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
        "sumber": hasil.sumber.judul if hasil and hasil.sumber else None,
    }
    row = {name: _safe(value or "") for name, value in values.items()}
    row |= {
        "tahun": str(satu.tahun) if satu else "",
        "target": _number(satu.target if satu else None),
        "target_predikat": _safe((satu.target.predikat if satu and satu.target else "") or ""),
        "realisasi": _number(realisasi),
        "keadaan": _keadaan(hasil),
        "capaian": _percent(satu.capaian if satu else None),
        "status": satu.status if satu else "belum_dilaporkan",
        "kategori": _safe((satu.kategori if satu else "") or ""),
        "predikat": _safe((satu.predikat if satu else "") or ""),
        "halaman": konteks.folder(indikator.kunci) + "/",
    }
    return [row[name] for name in KOLOM]


def _keadaan(hasil: Hasil | None) -> str:
    """Return which of the three states without a number holds; empty where one was reported."""
    if hasil and (hasil.realisasi is not None or hasil.variabel):
        return ""
    return (hasil.keadaan if hasil else None) or Keadaan.BELUM_DILAPORKAN


def _number(isi: IsiNilai | None) -> str:
    """Return digits as typed with a decimal point; a range as ``3.6..4.4``."""
    if isi is None:
        return ""
    if isi.rentang:
        return f"{isi.rentang[0]}..{isi.rentang[1]}"
    return "" if isi.nilai is None else str(isi.nilai)


def _percent(capaian: Decimal | None) -> str:
    return "" if capaian is None else str(dua_desimal(capaian))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RUMUS_SEL) else text
