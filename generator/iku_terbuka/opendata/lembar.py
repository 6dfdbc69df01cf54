"""A sheet whose rows were made before it.

An indicator's rows stand in the workbook of its instansi, of each instansi above it and of the
site. XlsxWriter would make every cell an object, and that XML again, for each of them: five times
the cost of all else in a workbook. So it writes everything but these rows, which
:mod:`iku_terbuka.opendata.sel` makes once.

Imported only where a workbook is made, because XlsxWriter takes long to load.
"""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from iku_terbuka.opendata.sel import GAYA, NOMOR


class Lembar(Worksheet):  # type: ignore[misc]
    """A sheet with a heading written as usual, and rows of ``baris_sel`` below it."""

    def isi(self, rows: Sequence[str]) -> None:
        """Take the rows; comes after the heading."""
        self._rows = rows
        self.dim_rowmax = len(rows)  # the sheet tells its size first

    def _write_rows(self) -> None:
        self.dim_rowmax = 0
        super()._write_rows()
        self.fh.writelines(row.replace(NOMOR, str(i)) for i, row in enumerate(self._rows, start=2))


def daftarkan_gaya(book: Any) -> None:
    """Give the formats of the rows their numbers; comes before any other format is used."""
    for gaya in GAYA:
        book.add_format({"num_format": gaya})._get_xf_index()
