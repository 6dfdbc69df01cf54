"""The sheet to fill: what the decree says is locked, what staff type is marked and checked."""

from decimal import Decimal
from itertools import groupby
from textwrap import wrap
from typing import Any

from iku_terbuka.formulir.bilangan import DIGIT_EXCEL
from iku_terbuka.formulir.isi import TANPA_ARAH, Baris, Formulir, tampil_angka
from iku_terbuka.formulir.kolom import BERKUNCI, HAPUS, KATA_KEADAAN, KOLOM, Jenis, Kolom
from iku_terbuka.formulir.masalah import LEMBAR, alamat
from iku_terbuka.model import Keadaan
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.notation import decimals

KATA_STATUS = "Status data"
# Rows of the sheet, from 0.
_STATUS, _KELOMPOK, _JUDUL = 3, 5, 6
_LAYAR = 2  # columns that stay in sight: up to the name of the indicator
_BIRU, _KUNING, _KELABU, _GARIS = "#16324C", "#FFF6D5", "#F4F1EA", "#B9B4A8"
_TINGGI_BARIS = 13.5  # points
_RUANG = 3  # lines to type in
_TEPI = {"border": 1, "border_color": _GARIS}


class LembarIsian:
    """The sheet to fill."""

    def __init__(self, book: Any, formulir: Formulir) -> None:
        self.book = book
        self.formulir = formulir
        self.sheet = book.add_worksheet(LEMBAR)
        self.formats: dict[tuple[str, ...], Any] = {}

    def write(self) -> None:
        self._page()
        self._head()
        for row, baris in enumerate(self.formulir.baris, start=_JUDUL + 1):
            self.sheet.set_row(row, _TINGGI_BARIS * _garis(baris) + 3)
            for column, kolom in enumerate(KOLOM):
                self._cell(row, column, kolom, baris)
        # Rows and columns may be resized; a column too narrow to read helps nobody.
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def _page(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.freeze_panes(_JUDUL + 1, _LAYAR)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        # All columns on one page would be print of 5 points: two pages, the indicator on both.
        sheet.fit_to_pages(2, 0)
        sheet.set_v_pagebreaks([_kolom_ke("analisis")])
        sheet.repeat_columns(0, _LAYAR - 1)
        sheet.repeat_rows(_KELOMPOK, _JUDUL)
        sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        for column, kolom in enumerate(KOLOM):
            sheet.set_column(column, column, kolom.lebar)

    def _head(self) -> None:
        sheet, formulir = self.sheet, self.formulir
        title = self._format("judul", bold=True, font_size=16, font_color=_BIRU)
        plain = self._format("biasa", font_color="#556069")
        sheet.write_string(0, 0, f"Hasil IKU {formulir.tahun}", title)
        sheet.write_string(1, 0, formulir.instansi, self._format("instansi", bold=True))
        how = "Isi sel kuning. Caranya ada di lembar Petunjuk."
        rows = [baris for baris in formulir.baris if not baris.variabel]
        unjudged = sum(1 for baris in rows if baris.perhatian == TANPA_ARAH)
        if unjudged:
            how += f" {unjudged} dari {len(rows)} indikator tidak dapat dinilai; lihat barisnya."
        sheet.write_string(2, 0, how, plain)
        sheet.write_string(
            _STATUS, 1, KATA_STATUS, self._format("label", bold=True, align="right", indent=1)
        )
        value = StatusData.SEMENTARA.value if formulir.baru else formulir.status
        sheet.write(_STATUS, 2, value or None, self._isian("teks"))
        choices = [status.value for status in StatusData]
        self._pilihan(_STATUS, 2, choices, "Pilih sementara atau final.")
        self._bands()
        for column, kolom in enumerate(KOLOM):
            is_open = kolom.jenis is not Jenis.TERKUNCI
            heading = self._format(
                f"kepala {is_open}",
                bold=True,
                text_wrap=True,
                valign="vcenter",
                border=1,
                border_color=_GARIS,
                bg_color="#FFE9A3" if is_open else "#E2DDD2",
            )
            sheet.write_string(_JUDUL, column, kolom.judul_tahun(formulir.tahun), heading)
        sheet.set_row(_JUDUL, 30)

    def _bands(self) -> None:
        """Name the groups above the headings: cells side by side, never merged."""
        column = 0
        for name, group in groupby(KOLOM, key=lambda kolom: kolom.kelompok):
            for i, _ in enumerate(list(group)):
                band = self._format(
                    f"pita {name}",
                    bold=True,
                    font_color="#FFFFFF",
                    bg_color=_BIRU if name.startswith("Isi") else "#7C858C",
                )
                self.sheet.write_string(_KELOMPOK, column, name if not i else "", band)
                column += 1

    def _cell(self, row: int, column: int, kolom: Kolom, baris: Baris) -> None:
        if kolom.kunci in baris.tampak:
            self._terkunci(row, column, kolom, baris)
        elif kolom.kunci not in baris.isi:
            self.sheet.write_blank(
                row, column, None, self._format("tutup", bg_color=_KELABU, **_TEPI)
            )
        elif kolom.jenis in {Jenis.ANGKA, Jenis.RUPIAH}:
            self._angka(row, column, kolom, baris)
        else:
            self._teks(row, column, kolom, baris.isi[kolom.kunci])

    def _terkunci(self, row: int, column: int, kolom: Kolom, baris: Baris) -> None:
        looks: dict[str, Any] = {"text_wrap": True, "valign": "top", **_TEPI}
        if kolom.kunci == "id":  # for the program; in sight, so that nothing is hidden
            looks |= {"font_size": 7, "font_color": "#7C858C", "text_wrap": False}
        elif kolom.kunci in {"target", "lalu"}:
            looks |= {"align": "right"}
        elif baris.variabel:
            looks |= {"italic": True, "indent": 1 if kolom.kunci == "indikator" else 0}
        name = f"kunci {kolom.kunci} {bool(baris.variabel)}"
        cell, shown = self._format(name, **looks), baris.tampak[kolom.kunci]
        if kolom.kunci == "indikator" and baris.perhatian:
            remark = self._format("perhatian", italic=True, font_color="#8A5A00")
            self.sheet.write_rich_string(
                row, column, f"{baris.nama}\n", remark, baris.perhatian, cell
            )
        else:
            self.sheet.write_string(row, column, shown, cell)

    def _angka(self, row: int, column: int, kolom: Kolom, baris: Baris) -> None:
        isi = baris.isi[kolom.kunci]
        rupiah = kolom.jenis is Jenis.RUPIAH
        if muat_sebagai_angka(isi):
            number = Decimal(isi)
            digits = decimals(number)
            pattern = ("#,##0" if rupiah else "0") + ("." + "0" * digits if digits else "")
            cell = self._isian("angka", pattern)
            self.sheet.write_number(row, column, float(number), cell)
        elif isi:  # several numbers, or more digits than Excel keeps
            self.sheet.write_string(row, column, tampil_angka(isi), self._isian("banyak", "@"))
        else:
            empty = self._isian("angka", "#,##0" if rupiah else "General")
            self.sheet.write_blank(row, column, None, empty)
        cell_name = alamat(row + 1, column + 1)
        if baris.banyak:
            self._pesan(row, column, kolom, "Beberapa angka: satu angka satu baris (Alt+Enter).")
        elif not isi or muat_sebagai_angka(isi):
            self.sheet.data_validation(
                row,
                column,
                row,
                column,
                {
                    "validate": "custom",
                    "value": f'=OR(ISNUMBER({cell_name}),LOWER({cell_name})="{HAPUS}")',
                    "input_title": kolom.judul_tahun(self.formulir.tahun),
                    "input_message": kolom.petunjuk,
                    "error_title": "Bukan angka",
                    "error_message": "Ketik angka saja, tanpa satuan, titik ribuan, atau Rp. "
                    "Untuk menghapus isi lama, ketik hapus.",
                },
            )

    def _teks(self, row: int, column: int, kolom: Kolom, isi: str) -> None:
        if kolom.jenis is Jenis.PILIHAN:
            text = KATA_KEADAAN[Keadaan(isi)] if isi else ""
            words = [KATA_KEADAAN[Keadaan.TIDAK_DIUKUR], KATA_KEADAAN[Keadaan.TIDAK_BERLAKU]]
            self._pilihan(row, column, [*words, HAPUS], kolom.petunjuk)
        else:
            text = isi
            self._pesan(row, column, kolom, kolom.petunjuk)
        if text:
            self.sheet.write_string(row, column, text, self._isian("teks"))
        else:
            self.sheet.write_blank(row, column, None, self._isian("teks"))

    def _pilihan(self, row: int, column: int, choices: list[str], message: str) -> None:
        self.sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "list",
                "source": choices,
                "input_message": message,
                "error_title": "Bukan pilihan",
                "error_message": f"Pilih dari daftar: {', '.join(choices)}.",
            },
        )

    def _pesan(self, row: int, column: int, kolom: Kolom, message: str) -> None:
        if message:
            title = kolom.judul_tahun(self.formulir.tahun)
            options = {"validate": "any", "input_title": title, "input_message": message}
            self.sheet.data_validation(row, column, row, column, options)

    def _isian(self, kind: str, pattern: str = "") -> Any:
        looks: dict[str, Any] = {
            "bg_color": _KUNING,
            "locked": False,
            "text_wrap": True,
            "valign": "top",
            **_TEPI,
        }
        if kind != "teks":
            looks |= {"align": "right", "num_format": pattern}
        return self._format(f"isian {kind} {pattern}", **looks)

    def _format(self, name: str, **looks: Any) -> Any:
        key = (name,)
        if key not in self.formats:
            self.formats[key] = self.book.add_format(
                {"font_name": "Calibri", "font_size": 10} | looks
            )
        return self.formats[key]


def muat_sebagai_angka(isi: str) -> bool:
    """Tell whether a number cell holds ``isi`` with all its digits: one number, 15 digits."""
    if not isi or "\n" in isi:
        return False
    number = Decimal(isi)
    return len(number.as_tuple().digits) <= DIGIT_EXCEL and decimals(number) <= DIGIT_EXCEL


def _kolom_ke(kunci: str) -> int:
    return next(i for i, kolom in enumerate(KOLOM) if kolom.kunci == kunci)


def _garis(baris: Baris) -> int:
    """Estimate how many lines the longest cell of a row wraps into."""
    texts = {**baris.tampak, **baris.isi, "id": ""}
    longest = max(tinggi(text, BERKUNCI[key].lebar) for key, text in texts.items())
    return max(longest, 1 if baris.variabel else _RUANG)


def tinggi(text: str, lebar: int) -> int:
    """Count the lines that ``text`` takes in a column of ``lebar`` characters."""
    return sum(max(1, len(wrap(line, round(lebar * 1.1)))) for line in text.split("\n"))
