"""A form → the bytes of a workbook. The only home of XlsxWriter, with :mod:`.sheet`.

The same form gives the same bytes: no clock, no temporary names. Nothing typed by anybody is ever
written as a formula or a link.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter  # type: ignore[import-untyped]

from iku_terbuka.formulir.cells import DATA_SHEET, ENTRY_SHEET, HELP_SHEET, VERSION
from iku_terbuka.formulir.form import NO_ARAH, PEMBAGIAN, STATUS, Form
from iku_terbuka.formulir.sheet import EntrySheet, wrapped_lines
from iku_terbuka.wording import PART_WORDS

_HELP_WIDTH = 90  # characters


def write_form(form: Form) -> bytes:
    """Return the workbook: a sheet to fill, instructions, and what the import needs."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {
            "title": f"Hasil IKU {form.tahun}, {form.instansi}"[:255],
            "created": datetime(2000, 1, 1, tzinfo=UTC),
        }
    )
    EntrySheet(book, form).write()
    _help(book, form)
    _data(book, form)
    book.close()
    return _growing_rows(out.getvalue())


def _growing_rows(raw: bytes) -> bytes:
    """Let the rows grow with what is typed: XlsxWriter marks every height as fixed by hand."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(b' customHeight="1"', b"")
            new.writestr(part, content)
    return out.getvalue()


def _help(book: Any, form: Form) -> None:
    sheet = book.add_worksheet(HELP_SHEET)
    look = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "bottom"}
    plain = book.add_format(look)
    heading = book.add_format(look | {"bold": True, "font_color": "#16324C", "font_size": 12})
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, _HELP_WIDTH)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, text in enumerate(_help_texts(form)):
        is_heading = text.startswith("# ")
        sheet.set_row(row, 15 * wrapped_lines(text, _HELP_WIDTH) + (8 if is_heading else 2))
        sheet.write_string(row, 1, text.removeprefix("# "), heading if is_heading else plain)
    sheet.protect()


def _data(book: Any, form: Form) -> None:
    """Write whose form this is, and what each cell held: so an import knows what was changed."""
    sheet = book.add_worksheet(DATA_SHEET)
    for row, triple in enumerate(_triples(form)):
        for column, text in enumerate(triple):
            sheet.write_string(row, column, text)
    sheet.protect()
    sheet.very_hidden()


def _triples(form: Form) -> Iterator[tuple[str, str, str]]:
    """Yield the key of a row, that of a column, and what the cell held."""
    yield "", "versi", VERSION
    yield "", "instansi", form.instansi_id
    yield "", "tahun", str(form.tahun)
    yield "", STATUS, form.status
    if form.pembagian:
        yield "", PEMBAGIAN, form.pembagian
    for row in form.rows:
        for column, text in (*row.shown.items(), *row.values.items()):
            yield row.key, column, text


def _help_texts(form: Form) -> tuple[str, ...]:
    """Return the instructions, one paragraph each; ``#`` opens a heading."""
    tahun = form.tahun
    return (
        f"# Cara mengisi hasil IKU {tahun}, {form.instansi}",
        f"Isi lembar {ENTRY_SHEET}. Sel berwarna kuning boleh diisi; sel lain terkunci.",
        "Satu baris untuk satu indikator. Baris yang belum ada datanya boleh dibiarkan kosong.",
        "Simpan berkas ini sebagai Buku Kerja Excel (.xlsx), lalu kirim kepada pengelola data "
        "atau jalankan: iku import NAMA-BERKAS.xlsx",
        "# Status data",
        "Pilih sementara bila angka masih dapat berubah, atau final bila sudah ditetapkan.",
        "# Realisasi",
        "Ketik angkanya saja, tanpa satuan. Tulis 81,2 bukan 81,2 persen. Kalau satuannya persen, "
        "81,2 dan 81,2% dibaca sama.",
        "Angka dari Excel lain: salin nilainya saja (Tempel Khusus, Nilai). Sel yang berisi rumus "
        "ditolak, karena angkanya dapat berubah tanpa terlihat.",
        "Kalau selnya berisi teks seperti 1.234, kami bertanya yang dimaksud 1234 atau 1,234. "
        "Tidak ada angka yang ditebak.",
        "Excel menyimpan paling banyak 15 digit. Nol terakhir (3,20) tetap tersimpan bila sel "
        "menampilkannya.",
        "# Komponen rumus",
        "Baris yang diawali ↳ adalah komponen rumus indikator di atasnya. Isi semua komponennya, "
        "dan realisasi dihitung sendiri. Kolom Realisasi pada indikatornya boleh dikosongkan.",
        "Komponen yang terdiri dari banyak angka: tulis satu angka satu baris dalam sel itu.",
        "# Predikat",
        "Hanya untuk indikator yang memakai predikat. Tulis seperti tercetak, misalnya BB.",
        "# Tercetak",
        "Hanya bila dokumennya mencetak lebih dari angka atau predikatnya. Kalau tercetak BB "
        "(72,50), ketik 72,50 di Realisasi, BB di Predikat, dan BB (72,50) di Tercetak. Kalau "
        "tercetak ≥ 95%, ketik 95 di Realisasi dan ≥ 95% di Tercetak.",
        "# Keadaan",
        "Pilih Tidak diukur atau Tidak berlaku kalau memang tidak ada angka. Angka nol bukan "
        "pengganti data yang tidak ada.",
        "# Sumber",
        "Sebutkan dokumen yang memuat angka itu: judul, alamat web, dan halaman. Warga memakainya "
        "untuk memeriksa angka Anda.",
        "# Analisis, faktor, tindak lanjut, dan catatan",
        "Tulis kalimat biasa. Pada Faktor pendukung, Faktor penghambat, dan Catatan, satu hal satu "
        "baris; pindah baris dalam sel dengan Alt+Enter.",
        "Jangan menulis nama orang atau NIP. Sebut jabatan atau unit kerjanya.",
        "# Anggaran",
        "Tulis rupiah penuh, angka saja: 1004422800, bukan 1.004 juta.",
        *_help_on_parts(form),
        *_help_on_arah(form),
        "# Menghapus isi lama",
        "Ketik hapus di selnya. Sel yang hanya dikosongkan ditolak, supaya data tidak hilang tanpa "
        "sengaja. Perkecualian: memilih Keadaan sambil mengosongkan angka, dan sebaliknya.",
        "# Yang boleh dan tidak boleh diubah",
        "Boleh: melebarkan kolom dan baris. Kalau ada baris yang terbuang, indikatornya tetap "
        "seperti semula.",
        "Jangan: menggabung sel, mengganti judul kolom, mengubah Id, atau menambah indikator. "
        "Target dan definisi diubah lewat berkas keputusannya, bukan di sini.",
    )


def _help_on_parts(form: Form) -> tuple[str, ...]:
    if form.pembagian is None:
        return ()
    word = PART_WORDS[form.pembagian]
    return (
        f"# Angka tiap {word}",
        f"Di bawah tiap indikator ada satu baris untuk tiap {word}. Isi yang sudah ada saja; yang "
        "belum ada dibiarkan kosong, bukan diisi 0.",
        f"Angka tiap {word} tidak menggantikan realisasi setahun. Begitu angka setahun ada, isi "
        "juga baris indikatornya.",
    )


def _help_on_arah(form: Form) -> tuple[str, ...]:
    if not any(row.remark == NO_ARAH for row in form.rows):
        return ()
    return (
        "# Arah belum ditetapkan",
        "Pada beberapa indikator belum tertulis apakah makin tinggi makin baik, atau makin rendah "
        "makin baik. Angkanya tetap terbit, tetapi tidak dinilai tercapai atau belum tercapai. "
        "Mintalah pengelola mengisi “arah” di iku.yaml.",
    )
