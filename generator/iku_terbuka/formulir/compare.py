"""A form that came back, beside the data: what staff changed, and what cannot be taken over.

Three values meet in a cell: what it held when the form was made, what it holds now, and what the
data holds by now. Only what staff changed is taken over; so an old form never undoes what somebody
else entered since, and a form that nobody touched changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from iku_terbuka.formulir.cells import FilledForm, FormCell, address, row_and_column
from iku_terbuka.formulir.columns import COLUMNS, OPEN_COLUMNS, STATUS_LABEL
from iku_terbuka.formulir.compare_row import FilledRow, compare_row
from iku_terbuka.formulir.form import STATUS, Form, FormRow
from iku_terbuka.formulir.outcome import FormProblem, Outcome, Place, YamlChange, YamlPath
from iku_terbuka.formulir.typed import clean_text
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.text import quoted


def compare(filled: FilledForm, now: Form) -> Outcome:
    """Compare a form with ``now``, the form that would be made now."""
    columns, heading_problems = _columns(filled, now.tahun)
    merged = [_area(cells) for cells in filled.merged]
    parts = [_status(filled, now), *_rows(filled, now, columns, merged)]
    return Outcome(
        changes=tuple(chain.from_iterable(part.changes for part in parts)),
        problems=(
            *heading_problems,
            *_merged_cells(filled, merged),
            *chain.from_iterable(part.problems for part in parts),
        ),
        cells={path: place for part in parts for path, place in part.cells.items()},
    )


class _Area(NamedTuple):
    """Cells that are merged: rows and columns from 1, all included."""

    address: str
    top: int
    left: int
    bottom: int
    right: int


def _area(merged: str) -> _Area:
    first, _, end = merged.partition(":")
    return _Area(merged, *row_and_column(first), *row_and_column(end or first))


def _rows(
    filled: FilledForm, now: Form, columns: Mapping[str, int], merged: list[_Area]
) -> Iterator[Outcome]:
    """Yield what became of each row, and last which rows are missing."""
    known = {row.key: row for row in now.rows}
    by_name: dict[str, list[FormRow]] = {}
    for row in now.rows:
        by_name.setdefault(row.shown["indikator"], []).append(row)
    seen: dict[str, int] = {}
    lost = False
    for stored in filled.rows:
        cells = {key: stored[column] for key, column in columns.items() if column in stored}
        if not cells:
            continue
        number = next(iter(cells.values())).row
        met, problem = _recognise(cells, known, by_name, seen)
        if problem:
            yield Outcome(problems=(FormProblem(number, columns["id"], *problem),))
            lost = lost or met is None
        if met:
            seen[met.key] = number
            spans = tuple(
                (area.left, area.right) for area in merged if area.top <= number <= area.bottom
            )
            yield compare_row(FilledRow(met, number, cells, columns, filled.original, spans))
    missing = [row.nama for row in now.rows if row.key not in seen]
    # A row that cannot be told may be the one that is missing.
    if missing and not lost:
        names = ", ".join(quoted(name, 60) for name in missing[:5])
        more = f" dan {len(missing) - 5} lainnya" if len(missing) > 5 else ""
        message = f"Tidak ada barisnya, jadi dibiarkan seperti semula: {names}{more}."
        yield Outcome(problems=(FormProblem.note(0, 0, message),))


def _columns(filled: FilledForm, tahun: int) -> tuple[dict[str, int], list[FormProblem]]:
    """Find every column by its heading, wherever it was moved to, and what is wrong with them.

    A form of an earlier version may lack a column that is new since.
    """
    made_with = {key for _, key in filled.original}
    by_heading = {_heading(column.heading_for(tahun)): column for column in COLUMNS}
    found: dict[str, int] = {}
    problems: list[FormProblem] = []
    for cell in filled.headings:
        column = by_heading.get(_heading(cell.text))
        if column is None:
            message = f"Kolom {quoted(cell.text)} tidak dikenal, jadi tidak dibaca."
            problems.append(FormProblem.note(cell.row, cell.column, message))
        elif column.key in found:
            first = address(cell.row, found[column.key])
            message = f"Judul kolom {quoted(cell.text)} sudah ada di {first}."
            problems.append(FormProblem.at(cell, message, "Hapus salah satu kolomnya."))
        else:
            found[column.key] = cell.column
    for column in COLUMNS:
        if column.key not in found and column.key in made_with:
            message = f"Kolom {quoted(column.heading_for(tahun))} tidak ada."
            hint = "Kembalikan judul kolomnya, atau salin isian Anda ke formulir baru."
            problems.append(FormProblem(filled.headings[0].row, 0, message, hint))
    return found, problems


def _heading(text: str) -> str:
    return " ".join(clean_text(text).casefold().split())


def _merged_cells(filled: FilledForm, merged: list[_Area]) -> Iterator[FormProblem]:
    """Refuse merged cells in the table: whose values they are cannot be known."""
    for area in merged:
        if area.bottom >= filled.headings[0].row:
            message = f"Sel {area.address} digabung."
            hint = "Pisahkan (Gabung & Ketengahkan, Batalkan), lalu isi tiap barisnya."
            yield FormProblem(area.bottom, 0, message, hint)


def _status(filled: FilledForm, now: Form) -> Outcome:
    """Return what became of the status of the year."""
    cell = filled.status
    if cell is None:
        return Outcome()
    place: dict[YamlPath, Place] = {(STATUS,): (cell.row, cell.column)}
    typed, choices = cell.text.casefold(), [status.value for status in StatusData]
    if typed not in choices:
        message, hint = f"{quoted(cell.text)} bukan status.", f"Pilih {' atau '.join(choices)}."
        return Outcome(problems=(FormProblem.at(cell, message, hint),), cells=place)
    if typed in {now.status, filled.original.get(("", STATUS), "")}:
        return Outcome(cells=place)
    change = YamlChange((STATUS,), typed).described(STATUS_LABEL, now.status)
    return Outcome(changes=(change,), cells=place)


def _recognise(
    cells: Mapping[str, FormCell],
    known: Mapping[str, FormRow],
    by_name: Mapping[str, Sequence[FormRow]],
    seen: Mapping[str, int],
) -> tuple[FormRow | None, tuple[str, str] | None]:
    """Return the row of the form that these cells are, and what is wrong with their id.

    A row whose id is damaged is known by its name, so that the rest of it can be told about in
    the same run. A row of locked cells alone may be anything.
    """
    named = _row_by_name(cells, by_name, seen)
    again = f"Kembalikan Id-nya: {named.key}" if named else ""
    if "id" not in cells:
        if named is None and not cells.keys() & {column.key for column in OPEN_COLUMNS}:
            return None, None
        hint = "Pindahkan isinya ke baris indikatornya, atau hapus barisnya."
        return named, ("Baris ini berisi data tetapi tidak punya Id.", again or hint)
    key = cells["id"].text
    if key in seen:
        message = f"Id {quoted(key, 90)} sudah ada di baris {seen[key]}."
        return named, (message, again or "Hapus salah satu barisnya.")
    if key not in known:
        message = f"Id {quoted(key, 90)} tidak ada dalam keputusan instansi ini."
        hint = "Hapus baris ini; indikator baru ditambahkan di iku.yaml, bukan di formulir."
        return named, (message, again or hint)
    return known[key], None


def _row_by_name(
    cells: Mapping[str, FormCell],
    by_name: Mapping[str, Sequence[FormRow]],
    seen: Mapping[str, int],
) -> FormRow | None:
    """Return the only row that is called so and was not met yet."""
    if "indikator" not in cells:
        return None
    rows = by_name.get(cells["indikator"].text, ())
    return rows[0] if len(rows) == 1 and rows[0].key not in seen else None
