"""A commit as far as readers may see it: what and when, never who."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from iku_terbuka.source.visible import printable_line

_RALAT = re.compile(r"\bralat\b", re.IGNORECASE)
# What could name or reach a person: NIP (8, 6, 1 and 3 digits, with or without gaps), NIK, a
# telephone, a name with its degree, an address.
_GAP = r"[ .,\-/_]*"
_PERSONAL_NUMBER = re.compile(
    rf"\d{{8}}{_GAP}\d{{6}}{_GAP}\d{_GAP}\d{{3}}|\d{{12,}}"
    r"|(?<!\d)(?:\+?62|0)[ .\-]?8\d{1,3}(?:[ .\-]?\d{3,4}){2}"
)
_NAME_WITH_DEGREE = re.compile(
    r"\b(?:Drs|Dra)\.?\s+(?:[A-Z]\w*\.?\s*)+|(?:\b[A-Z]\w*\.?\s+)*\b[A-Z]\w*,\s*[SM]\.\s?[A-Z][A-Za-z]*"
)
_ADDRESS = re.compile(r"\S*@\S+")
# What hosts and Git write by themselves names branches and people.
_MERGE = re.compile(
    r"\bmerged? (in|into|pull request|(remote-tracking )?branch(es)?|commits?|tags?)\b"
    r"|^merg(e|ed|ing)\b.*(\b(into|of|from)\b|https?:)",
    re.IGNORECASE,
)
_NO_DESCRIPTION = re.compile(r"\S+-by:|see merge request|conflicts:|#|\* ", re.IGNORECASE)
_MAX_SUBJECT = 160
# Characters of a subject that are searched for persons. A name that the cut tears apart would not
# be known as one, so the last characters, more than a name has, are not shown.
_MAX_SEARCHED, _MAX_NAME = 640, 120
_WIB = timezone(timedelta(hours=7))
# What ZIP and gzip can hold in whole years; a clock that shows another year stands still.
FIRST_YEAR, LAST_YEAR = 1980, 2105
_FIRST_SECOND = int(datetime(FIRST_YEAR, 1, 1, tzinfo=_WIB).timestamp())
_END = int(datetime(LAST_YEAR + 1, 1, 1, tzinfo=_WIB).timestamp())


@dataclass(frozen=True)
class Commit:
    """One step of the data's public history.

    ``day`` is in WIB; none where the committer's clock was wrong beyond doubt. ``subject`` is plain
    text that names no branch, account or number of a person; it is not escaped. ``ralat``: the
    numbers that it is told of are corrected by it, as it says itself, or a commit that it merged.
    """

    hash: str
    day: date | None
    subject: str
    ralat: bool = False

    @property
    def short(self) -> str:
        return self.hash[:7]


def day_of(epoch: int) -> date | None:
    """Return the day of a time in seconds since 1970, in WIB; none for a year that cannot be."""
    if not _FIRST_SECOND <= epoch < _END:
        return None
    return datetime.fromtimestamp(epoch, _WIB).date()


def mentions_ralat(message: str) -> bool:
    """Tell whether a commit message says that it corrects an error."""
    return _RALAT.search(message) is not None


def own_message(message: str) -> str:
    """Return a message without a first line that Git or a host wrote: it may name a branch."""
    first, _, body = message.strip().partition("\n")
    return body if _MERGE.search(first) else message


def public_subject(message: str, merged: Sequence[str] = ()) -> str:
    """Return what readers are told about a step, from its message.

    ``merged`` are the messages of the commits that the step merged, merges aside: with one, its
    subject says more than a merge that nobody described.
    """
    first, *body = message.strip().split("\n")
    if len(merged) == 1 and _MERGE.search(first):
        return public_subject(merged[0])
    if not _MERGE.search(first):
        return _without_persons(first) or "Tanpa keterangan"
    if first.startswith("Revert"):
        return "Pembatalan perubahan"
    line = next((line.strip() for line in body if line.strip()), "")
    if _MERGE.search(line) or _NO_DESCRIPTION.match(line):
        line = ""
    return _without_persons(line) or "Penggabungan perubahan"


def _without_persons(text: str) -> str:
    """Return a subject on one line, shortened, without what could name or reach a person."""
    # Characters that nobody sees could turn the words around on screen.
    line = printable_line(text, " ")
    seen = line[:_MAX_SEARCHED]
    for pattern in (_PERSONAL_NUMBER, _NAME_WITH_DEGREE, _ADDRESS):
        seen = pattern.sub("…", seen)
    if len(line) > _MAX_SEARCHED:
        seen = f"{seen[:-_MAX_NAME].rstrip()}…"
    return seen if len(seen) <= _MAX_SUBJECT else f"{seen[: _MAX_SUBJECT - 1].rstrip()}…"
