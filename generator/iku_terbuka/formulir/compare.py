"""A form that came back, beside the data: what staff changed, and what cannot be taken over.

Three values meet in a cell: what it held when the form was made, what it holds now, and what the
data holds by now. Only what staff changed is taken over; so an old form never undoes what somebody
else entered since, and a form that nobody touched changes nothing.
"""

from collections.abc import Mapping

from iku_terbuka.formulir.cells import FilledForm, FormCell, address, row_and_column
from iku_terbuka.formulir.columns import COLUMNS, OPEN_COLUMNS, STATUS_LABEL
from iku_terbuka.formulir.compare_row import RowComparison
from iku_terbuka.formulir.form import STATUS, Form, FormRow
from iku_terbuka.formulir.outcome import FormProblem, Outcome, YamlChange
from iku_terbuka.formulir.typed import clean_text
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.text import quoted


def compare(filled: FilledForm, now: Form) -> Outcome:
    """Compare a form with ``now``, the form that would be made now."""
    outcome = Outcome()
    columns = _columns(filled, now.tahun, outcome)
    _merged_cells(filled, outcome)
    _status(filled, now, outcome)
    known = {row.key: row for row in now.rows}
    seen: dict[str, int] = {}
    lost = False
    for cells in filled.rows:
        here = {key: cells[column] for key, column in columns.items() if column in cells}
        if not here:
            continue
        number = next(iter(here.values())).row
        row, problem = _recognise(here, known, seen)
        if problem:
            outcome.problems.append(FormProblem(number, columns["id"], *problem))
            lost = lost or row is None
        if row:
            seen[row.key] = number
            RowComparison(filled.original, row, here, columns, number, outcome).compare()
    missing = [row.nama for row in now.rows if row.key not in seen]
    # A row that cannot be told may be the one that is missing.
    if missing and not lost:
        names = ", ".join(quoted(name, 60) for name in missing[:5])
        more = f" dan {len(missing) - 5} lainnya" if len(missing) > 5 else ""
        outcome.add_note(0, 0, f"Tidak ada barisnya, jadi dibiarkan seperti semula: {names}{more}.")
    return outcome


def _columns(filled: FilledForm, tahun: int, outcome: Outcome) -> dict[str, int]:
    """Find every column by its heading, wherever it was moved to.

    A form of an earlier version may lack a column that is new since.
    """
    made_with = {key for _, key in filled.original}
    by_heading = {_heading(column.heading_for(tahun)): column for column in COLUMNS}
    found: dict[str, int] = {}
    for cell in filled.headings:
        column = by_heading.get(_heading(cell.text))
        if column is None:
            message = f"Kolom {quoted(cell.text)} tidak dikenal, jadi tidak dibaca."
            outcome.add_note(cell.row, cell.column, message)
        elif column.key in found:
            first = address(cell.row, found[column.key])
            outcome.add_error(
                cell,
                f"Judul kolom {quoted(cell.text)} sudah ada di {first}.",
                "Hapus salah satu kolomnya.",
            )
        else:
            found[column.key] = cell.column
    for column in COLUMNS:
        if column.key not in found and column.key in made_with:
            message = f"Kolom {quoted(column.heading_for(tahun))} tidak ada."
            hint = "Kembalikan judul kolomnya, atau salin isian Anda ke formulir baru."
            outcome.problems.append(FormProblem(filled.headings[0].row, 0, message, hint))
    return found


def _heading(text: str) -> str:
    return " ".join(clean_text(text).casefold().split())


def _merged_cells(filled: FilledForm, outcome: Outcome) -> None:
    """Refuse merged cells in the table: whose values they are cannot be known."""
    for merged in filled.merged:
        first, _, end = merged.partition(":")
        top, left = row_and_column(first)
        bottom, right = row_and_column(end or first)
        outcome.merged.append((top, left, bottom, right))
        if bottom >= filled.headings[0].row:
            message = f"Sel {merged} digabung."
            hint = "Pisahkan (Gabung & Ketengahkan, Batalkan), lalu isi tiap barisnya."
            outcome.problems.append(FormProblem(bottom, 0, message, hint))


def _status(filled: FilledForm, now: Form, outcome: Outcome) -> None:
    cell = filled.status
    if cell is None:
        return
    outcome.cells[STATUS,] = (cell.row, cell.column)
    typed, choices = cell.text.casefold(), [status.value for status in StatusData]
    if typed not in choices:
        message = f"{quoted(cell.text)} bukan status."
        outcome.add_error(cell, message, f"Pilih {' atau '.join(choices)}.")
    elif typed not in {now.status, filled.original.get(("", STATUS), "")}:
        outcome.add_change(STATUS_LABEL, now.status, YamlChange((STATUS,), typed))


def _recognise(
    here: Mapping[str, FormCell], known: Mapping[str, FormRow], seen: Mapping[str, int]
) -> tuple[FormRow | None, tuple[str, str] | None]:
    """Return the row of the form that these cells are, and what is wrong with their id.

    A row whose id is damaged is known by its name, so that the rest of it can be told about in
    the same run. A row of locked cells alone may be anything.
    """
    named = _row_by_name(here, known, seen)
    again = f"Kembalikan Id-nya: {named.key}" if named else ""
    if "id" not in here:
        if named is None and not here.keys() & {column.key for column in OPEN_COLUMNS}:
            return None, None
        hint = "Pindahkan isinya ke baris indikatornya, atau hapus barisnya."
        return named, ("Baris ini berisi data tetapi tidak punya Id.", again or hint)
    key = here["id"].text
    if key in seen:
        message = f"Id {quoted(key, 90)} sudah ada di baris {seen[key]}."
        return named, (message, again or "Hapus salah satu barisnya.")
    if key not in known:
        message = f"Id {quoted(key, 90)} tidak ada dalam keputusan instansi ini."
        hint = "Hapus baris ini; indikator baru ditambahkan di iku.yaml, bukan di formulir."
        return named, (message, again or hint)
    return known[key], None


def _row_by_name(
    here: Mapping[str, FormCell], known: Mapping[str, FormRow], seen: Mapping[str, int]
) -> FormRow | None:
    """Return the only row that is called so and was not met yet."""
    if "indikator" not in here:
        return None
    name = here["indikator"].text
    rows = [row for row in known.values() if row.shown["indikator"] == name]
    return rows[0] if len(rows) == 1 and rows[0].key not in seen else None
