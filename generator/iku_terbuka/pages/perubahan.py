"""Changes of published numbers: on the page of an indicator, on the front page, on /perubahan/.

The words of /perubahan/ are hand-written in ``content/perubahan/index.md``. The front page is
``content/index.md``, or with the option ``hanya`` that of a Pemda or instansi.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from iku_terbuka.context import Context
from iku_terbuka.history import Commit, NumberChange, NumberKind
from iku_terbuka.model import Indikator, Instansi, Tanggal
from iku_terbuka.pages.template import Macros, part
from iku_terbuka.publish import Section
from iku_terbuka.wording import changed_number, counted_change, date_text, old_and_new

_CHANGES = Macros("perubahan.html.j2")
FOLDER = "perubahan"
# More changes of one indicator than this are folded.
MAX_HISTORY = 20
MAX_NEWEST = 5
MAX_CHANGES = 200


@dataclass(frozen=True)
class CommitView:
    """A step of the history; ``href`` is empty where the site names no repository."""

    date: str
    subject: str
    short: str
    href: str
    ralat: bool


@dataclass(frozen=True)
class Change:
    """One change: “Target 2024”, what it was, what it became."""

    label: str
    old: str
    new: str
    after_start: bool
    commit: CommitView


@dataclass(frozen=True)
class ChangeRow:
    """A change with its indicator; without ``href`` the indicator exists no more."""

    nama: str
    href: str
    owner: str
    change: Change


@dataclass(frozen=True)
class CommitRows:
    commit: CommitView
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True)
class DayRows:
    date: str
    commits: tuple[CommitRows, ...]


def changed_years(context: Context, indikator: Indikator) -> set[int]:
    """Return the years whose target changed after they had begun."""
    return {
        change.tahun
        for change in past_changes(context, indikator)
        if change.kind is NumberKind.TARGET and change.after_start and change.bagian is None
    }


def past_changes(context: Context, indikator: Indikator) -> list[NumberChange]:
    """Return the changes of an indicator's numbers, newest first, those before a move included.

    Of an old one that is still there they are those of the years that are read from it; of one that
    is gone all but those that only say that the number left its place.
    """
    past = context.history
    found = list(past.of_indikator(indikator.kunci))
    for key in indikator.former:
        live = key.rpartition("/")[0] in context.instansi
        found += [
            change
            for change in past.of_indikator(key)
            if (indikator.read_from.get(change.tahun) == key if live else change.new is not None)
        ]
    if indikator.former:
        found.sort(key=lambda change: change.commit.day or date.min, reverse=True)
    return [counted_change(change, indikator) for change in found]


def history(context: Context, indikator: Indikator) -> str:
    """Return the past of an indicator's numbers as HTML; what is not known is not claimed."""
    past = context.history
    changes = [_change(context, indikator, change) for change in past_changes(context, indikator)]
    since = past.since.get(indikator.instansi_id)
    return _CHANGES.history(
        newest=changes[:MAX_HISTORY],
        older=changes[MAX_HISTORY:],
        since=full_date(since) if since else "",
        note=past.note,
    )


def newest_changes(context: Context) -> Markup:
    """Return the newest changes of the whole site, as the front page shows them."""
    return _CHANGES.newest(
        rows=_rows(context, "", shown_changes(context)[:MAX_NEWEST]),
        href=context.link("", FOLDER),
        note=context.history.note,
    )


def newest_changes_section(context: Context) -> Section:
    """Return the same as a section of a page of data that is the front page."""
    return Section(newest_changes(context), "Perubahan terbaru", "perubahan-terbaru")


def changes_part(context: Context) -> str:
    """Return the newest changes by day and commit, for /perubahan/."""
    changes = shown_changes(context)
    shown = changes[:MAX_CHANGES]
    days = [
        DayRows(full_date(day), _by_commit(context, in_day))
        for day, in_day in groupby(shown, key=lambda pair: pair[0].commit.day)
    ]
    caption = _caption(len(shown), len(changes))
    return part(_CHANGES.changes(caption=caption, days=days, note=context.history.note))


def shown_changes(context: Context) -> list[tuple[NumberChange, Instansi]]:
    """Return every change with the instansi that owns it, newest first.

    Changes of an instansi without a page here are left out: another Pemda's, or one removed.
    """
    instansi = {node.id: node for node in context.all_instansi()}
    return [
        (change, owner)
        for change in context.history.changes
        if (owner := instansi.get(change.key.rpartition("/")[0]))
    ]


def full_date(day: date | None) -> str:
    if day is None:
        return "Tanggal tidak diketahui"
    return date_text(Tanggal(day.year, day.month, day.day))


def _by_commit(
    context: Context, changes: Iterable[tuple[NumberChange, Instansi]]
) -> tuple[CommitRows, ...]:
    return tuple(
        CommitRows(_commit_view(context, commit), _rows(context, FOLDER, pairs))
        for commit, pairs in groupby(changes, key=lambda pair: pair[0].commit)
    )


def _rows(
    context: Context, folder: str, changes: Iterable[tuple[NumberChange, Instansi]]
) -> tuple[ChangeRow, ...]:
    """Return changes with their indicators, as links from ``folder``."""
    return tuple(_row(context, folder, change, owner) for change, owner in changes)


def _row(context: Context, folder: str, change: NumberChange, owner: Instansi) -> ChangeRow:
    pemda = context.pemda(owner.id).nama
    indikator = next(
        (indikator for indikator in owner.indikator if indikator.kunci == change.key), None
    )
    return ChangeRow(
        nama=indikator.nama if indikator else change.key.rpartition("/")[2],
        href=context.link(folder, context.folder(indikator.kunci)) if indikator else "",
        owner=pemda if "/" not in owner.id else f"{pemda} · {owner.nama}",
        change=_change(
            context, indikator, counted_change(change, indikator) if indikator else change
        ),
    )


def _change(context: Context, indikator: Indikator | None, change: NumberChange) -> Change:
    """Return a change in words; ``indikator`` is ``None`` when it exists no more."""
    old, new = old_and_new(change, indikator.satuan(change.tahun) if indikator else None)
    return Change(
        label=changed_number(change),
        old=old,
        new=new,
        after_start=change.after_start,
        commit=_commit_view(context, change.commit),
    )


def _commit_view(context: Context, commit: Commit) -> CommitView:
    return CommitView(
        date=full_date(commit.day),
        subject=commit.subject,
        short=commit.short,
        href=context.forge.commit_url(commit.hash) if context.forge else "",
        ralat=commit.ralat,
    )


def _caption(shown: int, total: int) -> str:
    if shown == total:
        return f"{total} perubahan, dari yang terbaru"
    return f"{shown} perubahan terbaru dari {total}"
