"""The sheet to fill: what the decree says is locked, what staff type is marked and checked."""

from decimal import Decimal
from itertools import groupby
from textwrap import wrap
from typing import Any

from iku_terbuka.formulir.cells import ENTRY_SHEET, address
from iku_terbuka.formulir.columns import (
    COLUMN_BY_KEY,
    COLUMNS,
    DELETE,
    KEADAAN_WORDS,
    STATUS_LABEL,
    ColumnKind,
    FormColumn,
)
from iku_terbuka.formulir.form import NO_ARAH, Form, FormRow
from iku_terbuka.formulir.typed import EXCEL_DIGITS
from iku_terbuka.model import Keadaan
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.notation import decimals, with_comma

# Rows of the sheet, from 0.
_STATUS_ROW, _GROUP_ROW, _HEADING_ROW = 3, 5, 6
_FROZEN_COLUMNS = 2  # up to the name of the indicator
_BLUE, _YELLOW, _GREY, _LINE = "#16324C", "#FFF6D5", "#F4F1EA", "#B9B4A8"
_LINE_HEIGHT = 13.5  # points
_LEAST_LINES = 3  # room to type in
_BORDER = {"border": 1, "border_color": _LINE}


class EntrySheet:
    """The sheet to fill."""

    def __init__(self, book: Any, form: Form) -> None:
        self.book = book
        self.form = form
        self.sheet = book.add_worksheet(ENTRY_SHEET)
        self.formats: dict[str, Any] = {}

    def write(self) -> None:
        self._page()
        self._head()
        for number, row in enumerate(self.form.rows, start=_HEADING_ROW + 1):
            self.sheet.set_row(number, _LINE_HEIGHT * _lines_of(row) + 3)
            for position, column in enumerate(COLUMNS):
                self._cell(number, position, column, row)
        # Rows and columns may be resized; a column too narrow to read helps nobody.
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def _page(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.freeze_panes(_HEADING_ROW + 1, _FROZEN_COLUMNS)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        # All columns on one page would be print of 5 points: two pages, the indicator on both.
        sheet.fit_to_pages(2, 0)
        sheet.set_v_pagebreaks([COLUMNS.index(COLUMN_BY_KEY["analisis"])])
        sheet.repeat_columns(0, _FROZEN_COLUMNS - 1)
        sheet.repeat_rows(_GROUP_ROW, _HEADING_ROW)
        sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        for position, column in enumerate(COLUMNS):
            sheet.set_column(position, position, column.width)

    def _head(self) -> None:
        sheet, form = self.sheet, self.form
        title = self._format("judul", bold=True, font_size=16, font_color=_BLUE)
        plain = self._format("biasa", font_color="#556069")
        sheet.write_string(0, 0, f"Hasil IKU {form.tahun}", title)
        sheet.write_string(1, 0, form.instansi, self._format("instansi", bold=True))
        how = "Isi sel kuning. Caranya ada di lembar Petunjuk."
        rows = [row for row in form.rows if not row.is_below]
        unjudged = sum(1 for row in rows if row.remark == NO_ARAH)
        if unjudged:
            how += f" {unjudged} dari {len(rows)} indikator tidak dapat dinilai; lihat barisnya."
        sheet.write_string(2, 0, how, plain)
        sheet.write_string(
            _STATUS_ROW, 1, STATUS_LABEL, self._format("label", bold=True, align="right", indent=1)
        )
        value = StatusData.SEMENTARA.value if form.is_new else form.status
        sheet.write(_STATUS_ROW, 2, value or None, self._open_format("teks"))
        choices = [status.value for status in StatusData]
        self._choices(_STATUS_ROW, 2, choices, "Pilih sementara atau final.")
        self._groups()
        for position, column in enumerate(COLUMNS):
            is_open = column.kind is not ColumnKind.LOCKED
            heading = self._format(
                f"kepala {is_open}",
                bold=True,
                text_wrap=True,
                valign="vcenter",
                border=1,
                border_color=_LINE,
                bg_color="#FFE9A3" if is_open else "#E2DDD2",
            )
            sheet.write_string(_HEADING_ROW, position, column.heading_for(form.tahun), heading)
        sheet.set_row(_HEADING_ROW, 30)

    def _groups(self) -> None:
        """Name the groups above the headings: cells side by side, never merged."""
        position = 0
        for name, columns in groupby(COLUMNS, key=lambda column: column.group):
            for i, _ in enumerate(list(columns)):
                band = self._format(
                    f"pita {name}",
                    bold=True,
                    font_color="#FFFFFF",
                    bg_color=_BLUE if name.startswith("Isi") else "#7C858C",
                )
                self.sheet.write_string(_GROUP_ROW, position, name if not i else "", band)
                position += 1

    def _cell(self, number: int, position: int, column: FormColumn, row: FormRow) -> None:
        if column.key in row.shown:
            self._locked(number, position, column, row)
        elif column.key not in row.values:
            closed = self._format("tutup", bg_color=_GREY, **_BORDER)
            self.sheet.write_blank(number, position, None, closed)
        elif column.kind in {ColumnKind.NUMBER, ColumnKind.RUPIAH}:
            self._number(number, position, column, row)
        else:
            self._text(number, position, column, row.values[column.key])

    def _locked(self, number: int, position: int, column: FormColumn, row: FormRow) -> None:
        looks: dict[str, Any] = {"text_wrap": True, "valign": "top", **_BORDER}
        if column.key == "id":  # for the program; in sight, so that nothing is hidden
            looks |= {"font_size": 7, "font_color": "#7C858C", "text_wrap": False}
        elif column.key in {"target", "lalu"}:
            looks |= {"align": "right"}
        elif row.is_below:
            looks |= {"italic": True, "indent": 1 if column.key == "indikator" else 0}
        cell = self._format(f"kunci {column.key} {row.is_below}", **looks)
        if column.key == "indikator" and row.remark:
            remark = self._format("perhatian", italic=True, font_color="#8A5A00")
            self.sheet.write_rich_string(
                number, position, f"{row.nama}\n", remark, row.remark, cell
            )
        else:
            self.sheet.write_string(number, position, row.shown[column.key], cell)

    def _number(self, number: int, position: int, column: FormColumn, row: FormRow) -> None:
        value = row.values[column.key]
        rupiah = column.kind is ColumnKind.RUPIAH
        if _fits_number_cell(value):
            amount = Decimal(value)
            digits = decimals(amount)
            pattern = ("#,##0" if rupiah else "0") + ("." + "0" * digits if digits else "")
            cell = self._open_format("angka", pattern)
            self.sheet.write_number(number, position, float(amount), cell)
        elif value:  # several numbers, or more digits than Excel keeps
            cell = self._open_format("banyak", "@")
            self.sheet.write_string(number, position, with_comma(value), cell)
        else:
            empty = self._open_format("angka", "#,##0" if rupiah else "General")
            self.sheet.write_blank(number, position, None, empty)
        if row.several:
            message = "Beberapa angka: satu angka satu baris (Alt+Enter)."
            self._message(number, position, column, message)
        elif not value or _fits_number_cell(value):
            cell_name = address(number + 1, position + 1)
            self._validate(
                number,
                position,
                {
                    "validate": "custom",
                    "value": f'=OR(ISNUMBER({cell_name}),LOWER({cell_name})="{DELETE}")',
                    "input_title": column.heading_for(self.form.tahun),
                    "input_message": column.hint,
                    "error_title": "Bukan angka",
                    "error_message": "Ketik angka saja, tanpa satuan, titik ribuan, atau Rp. "
                    "Untuk menghapus isi lama, ketik hapus.",
                },
            )

    def _text(self, number: int, position: int, column: FormColumn, value: str) -> None:
        if column.kind is ColumnKind.CHOICE:
            text = KEADAAN_WORDS[Keadaan(value)] if value else ""
            words = [KEADAAN_WORDS[Keadaan.TIDAK_DIUKUR], KEADAAN_WORDS[Keadaan.TIDAK_BERLAKU]]
            self._choices(number, position, [*words, DELETE], column.hint)
        else:
            text = value
            self._message(number, position, column, column.hint)
        if text:
            self.sheet.write_string(number, position, text, self._open_format("teks"))
        else:
            self.sheet.write_blank(number, position, None, self._open_format("teks"))

    def _choices(self, number: int, position: int, choices: list[str], message: str) -> None:
        self._validate(
            number,
            position,
            {
                "validate": "list",
                "source": choices,
                "input_message": message,
                "error_title": "Bukan pilihan",
                "error_message": f"Pilih dari daftar: {', '.join(choices)}.",
            },
        )

    def _message(self, number: int, position: int, column: FormColumn, message: str) -> None:
        if message:
            title = column.heading_for(self.form.tahun)
            options = {"validate": "any", "input_title": title, "input_message": message}
            self._validate(number, position, options)

    def _validate(self, number: int, position: int, options: dict[str, Any]) -> None:
        self.sheet.data_validation(number, position, number, position, options)

    def _open_format(self, kind: str, pattern: str = "") -> Any:
        looks: dict[str, Any] = {
            "bg_color": _YELLOW,
            "locked": False,
            "text_wrap": True,
            "valign": "top",
            **_BORDER,
        }
        if kind != "teks":
            looks |= {"align": "right", "num_format": pattern}
        return self._format(f"isian {kind} {pattern}", **looks)

    def _format(self, name: str, **looks: Any) -> Any:
        """Return the format of that name, made when it is first asked for."""
        if name not in self.formats:
            base = {"font_name": "Calibri", "font_size": 10}
            self.formats[name] = self.book.add_format(base | looks)
        return self.formats[name]


def _fits_number_cell(value: str) -> bool:
    """Tell whether a number cell holds ``value`` with all its digits: one number, 15 digits."""
    if not value or "\n" in value:
        return False
    number = Decimal(value)
    return len(number.as_tuple().digits) <= EXCEL_DIGITS and decimals(number) <= EXCEL_DIGITS


def _lines_of(row: FormRow) -> int:
    """Estimate how many lines the longest cell of a row wraps into."""
    texts = {**row.shown, **row.values, "id": ""}
    longest = max(wrapped_lines(text, COLUMN_BY_KEY[key].width) for key, text in texts.items())
    return max(longest, 1 if row.is_below else _LEAST_LINES)


def wrapped_lines(text: str, width: int) -> int:
    """Count the lines that ``text`` takes in a column of ``width`` characters."""
    return sum(max(1, len(wrap(line, round(width * 1.1)))) for line in text.split("\n"))
