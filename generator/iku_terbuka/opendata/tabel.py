"""Cells → CSV: UTF-8 with BOM so that Excel reads it, and nothing that a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable

BOM = b"\xef\xbb\xbf"

# A spreadsheet runs a cell that begins like this; an apostrophe before it makes it text. After a
# line end or a semicolon a new cell begins where the spreadsheet expects semicolons, as it does
# under Indonesian settings.
_RUMUS_SEL = re.compile(r"(?:^|[;\r\n])\s*(?=[=+\-@\t\r＝＋－＠])")


def csv_tabel(baris: Iterable[Iterable[str]]) -> bytes:
    """Return rows as lines of CSV, UTF-8; a file of them begins with :data:`BOM`."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(baris)
    return written.getvalue().encode()


def sel_teks(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    # Nearly every text: not worth a search.
    if text[:1].isalnum() and ";" not in text and "\n" not in text and "\r" not in text:
        return text
    return _RUMUS_SEL.sub(r"\g<0>'", text)
