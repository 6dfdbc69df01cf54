"""The Atom feeds (RFC 4287): what changed lately, of the whole site and of each Pemda."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from html import escape

from iku_terbuka.context import Context
from iku_terbuka.history import Commit, FirstResults, NumberChange
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.opendata.origin import file_url, one_line, page_url, publisher, xml_text
from iku_terbuka.wording import changed_number, counted_change, old_and_new

FEED = "feed.xml"
MAX_ENTRIES = 50
# An empty feed of data without a date must have some.
_NO_DATE = date(1980, 1, 1)
_NOT_URN = re.compile("[^a-z0-9/._-]+")


@dataclass(frozen=True)
class FeedEntry:
    """An entry; ``folder`` is that of the page it is about."""

    id: str
    day: date
    title: str
    summary: str
    author: str
    folder: str


def feeds(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Return what makes each feed, by path."""
    entries = cache(partial(newest_entries, context))

    def make(folder: str) -> bytes:
        return _feed(context, folder, entries().get(folder, ()))

    return {
        f"{folder}/{FEED}".lstrip("/"): partial(make, folder) for folder in feed_titles(context)
    }


def feed_titles(context: Context) -> Mapping[str, str]:
    """Return the title of every feed by the folder whose pages it is about; the site's is ``""``.

    A site of one part alone has that one.
    """
    owners = () if context.root else context.laporan.pemda
    titles = {"": context.site_name, **{context.folder(pemda.id): pemda.nama for pemda in owners}}
    return {folder: f"Perubahan angka: {one_line(name)}" for folder, name in titles.items()}


def newest_entries(context: Context) -> Mapping[str, Sequence[FeedEntry]]:
    """Return the newest entries of the site (``""``) and of each Pemda by its id, newest first."""
    owners = {node.id: node for node in context.all_instansi()}
    past = context.history
    steps: list[NumberChange | FirstResults] = [*past.changes, *past.first_results]
    found: dict[str, list[FeedEntry]] = defaultdict(list)
    known = set()
    for step in sorted(steps, key=lambda step: step.commit.day or _NO_DATE, reverse=True):
        owner = owners.get(
            step.instansi_id if isinstance(step, FirstResults) else step.key.rpartition("/")[0]
        )
        names = ["", owner.id.partition("/")[0]] if owner else []
        room = [found[name] for name in names if len(found[name]) < MAX_ENTRIES]
        if owner and room:
            entry = _entry(context, owner, step)
            if entry and entry.id not in known:
                known.add(entry.id)
                for feed in room:
                    feed.append(entry)
    return found


def _entry(
    context: Context, owner: Instansi, step: NumberChange | FirstResults
) -> FeedEntry | None:
    if isinstance(step, FirstResults):
        return _first_results(context, owner, step)
    return _number_change(context, owner, step)


def _number_change(context: Context, owner: Instansi, change: NumberChange) -> FeedEntry:
    indikator = next(
        (indikator for indikator in owner.indikator if indikator.kunci == change.key), None
    )
    satuan = indikator.satuan(change.tahun) if indikator else None
    change = counted_change(change, indikator) if indikator else change
    words = _change_words(change, *old_and_new(change, satuan))
    more = [f"{context.full_name(owner)}: {words}."]
    more += ["Target diubah setelah tahunnya berjalan."] if change.after_start else []
    more += [] if indikator else ["Indikator ini sudah tidak ada."]
    nama = indikator.nama if indikator else change.key.rpartition("/")[2]
    return FeedEntry(
        id=f"urn:iku:perubahan:{_urn(change.key)}:{change.kind}:{_when(change)}:{change.commit.hash}",
        day=change.commit.day or _NO_DATE,
        title=f"{nama}: {words[0].lower()}{words[1:]}",
        summary=" ".join([*more, _explanation(change.commit)]),
        author=publisher(context, context.pemda(owner.id)),
        folder=context.folder(indikator.kunci if indikator else owner.id),
    )


def _first_results(context: Context, owner: Instansi, first: FirstResults) -> FeedEntry | None:
    """Return the entry of new results; nothing where none of that year is shown today."""
    tahun = first.tahun
    if not any(
        tahun in indikator.hasil and tahun not in indikator.read_from
        for indikator in owner.indikator
    ):
        return None
    years = [
        context.pengukuran(indikator)[tahun]
        for indikator in owner.indikator
        if tahun in indikator.own_years
    ]
    count = sum(1 for year in years if year.realisasi is not None)
    parts = sum(1 for year in years if year.realisasi is None and year.sampai)
    title = f"{context.full_name(owner)}: hasil {tahun} dimuat"
    of_parts = f" setahun, {parts} punya angka sebagian tahun" if parts else ""
    counted = f"{title}. Kini {count} dari {len(years)} indikatornya punya angka{of_parts}."
    return FeedEntry(
        id=f"urn:iku:hasil:{_urn(owner.id)}:{tahun}:{first.commit.hash}",
        day=first.commit.day or _NO_DATE,
        title=title,
        summary=f"{counted} {_explanation(first.commit)}",
        author=publisher(context, context.pemda(owner.id)),
        folder=context.folder(f"{owner.id}/tahun-{tahun}"),
    )


def _when(change: NumberChange) -> str:
    """Return the year of a number, with its part: 2026, 2026:triwulan:2."""
    return ":".join(map(str, (int(change.tahun), *(change.bagian or ()))))


def _explanation(commit: Commit) -> str:
    mark = "Ralat. " if commit.ralat else ""
    return f"{mark}Keterangan: “{commit.subject}” (komit {commit.short})."


def _change_words(change: NumberChange, old: str, new: str) -> str:
    number = changed_number(change)
    if change.new is None:
        return f"{number} dihapus, sebelumnya {old}"
    if change.old is None:
        return f"{number} dimuat lagi: {new}"
    return f"{number} diubah dari {old} menjadi {new}"


def _feed(context: Context, folder: str, entries: Sequence[FeedEntry]) -> bytes:
    pemda: Pemda | None = context.pemda(folder) if folder else None
    day = entries[0].day if entries else context.state().day or _NO_DATE
    own = file_url(context, f"{folder}/{FEED}".lstrip("/"), folder)
    name = own if context.site_url else f"urn:iku:umpan:{folder or context.root or 'situs'}"
    home = page_url(context, folder, folder)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">',
        _element("id", name),
        _element("title", feed_titles(context)[folder]),
        _element("subtitle", "Hasil yang baru dimuat, dan angka yang diubah sesudah dimuat."),
        _element("updated", _instant(day)),
        f"<author>{_element('name', publisher(context, pemda))}</author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(home)}"/>',
        *(_entry_xml(context, entry, folder) for entry in entries),
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode()


def _entry_xml(context: Context, entry: FeedEntry, here: str) -> str:
    page = page_url(context, entry.folder, here)
    parts = [
        _element("id", entry.id),
        _element("title", entry.title),
        _element("updated", _instant(entry.day)),
        f"<author>{_element('name', entry.author)}</author>",
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
        _element("summary", entry.summary),
    ]
    return "\n".join(["<entry>", *parts, "</entry>"])


def _element(tag: str, text: str) -> str:
    # Old versions of the data were never checked for characters.
    return f"<{tag}>{escape(xml_text(one_line(text)), quote=False)}</{tag}>"


def _instant(day: date) -> str:
    """Return a day as an instant: its beginning in WIB, the zone of the history's days."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _urn(text: str) -> str:
    """Return text as a part of a URN; ids of today need no change, those of old files may."""
    return _NOT_URN.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace")), text
    )
