"""What a changed figure leaves behind: published figures and texts that now may contradict it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from iku_terbuka.capaian import Explanation, Measurement, compare_published, two_decimals
from iku_terbuka.diff.values import LeftBehind, LeftReason
from iku_terbuka.model import Hasil
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording import as_precise, number_text, percent_text

# Texts about a result, in the order of its page.
_TEXTS = ("analisis", "faktor_pendukung", "faktor_penghambat", "tindak_lanjut", "catatan")
# Characters of a text that are shown, and before the number that it is shown for.
_EXCERPT, _BEFORE = 160, 60


def left_behind(
    old: tuple[Hasil, Measurement],
    new: tuple[Hasil, Measurement],
    definisi: DefinisiIndikator | None,
    cap: Decimal | None,
) -> Iterator[LeftBehind]:
    """Yield what contradicts the new figures, or was not touched although they changed.

    Both sides have a result, and a figure of it is another one. ``definisi`` is that of the new
    side, ``cap`` the cap that the Pemda names.
    """
    yield from _published(old, new, definisi, cap)
    gone = _numbers(old[1]) - _numbers(new[1])
    judged = old[1].status is not new[1].status
    for key in _TEXTS:
        before, after = (_text(side, key) for side in (old[0], new[0]))
        place = _find(after, gone)
        if place is not None:
            yield LeftBehind(key, LeftReason.OLD_FIGURE, _excerpt(after, place))
        elif after and after == before and key != "catatan" and judged:
            yield LeftBehind(key, LeftReason.UNCHANGED, _excerpt(after, 0))


def _published(
    old: tuple[Hasil, Measurement],
    new: tuple[Hasil, Measurement],
    definisi: DefinisiIndikator | None,
    cap: Decimal | None,
) -> Iterator[LeftBehind]:
    """Yield the published figures that agreed with ours, or were not there, and now differ."""
    known = {
        (each.figure, each.published)
        for each in compare_published(*old, definisi, cap)
        if not each.agrees
    }
    for each in compare_published(*new, definisi, cap):
        explained = each.explanation not in {None, Explanation.CATATAN}
        same = each.agrees or (each.figure, each.published) in known
        if same or explained or each.ours is None:
            continue
        is_percent = each.figure == "capaian"
        ours = as_precise(each.ours, each.published, exact=False)
        yield LeftBehind(
            f"diterbitkan.{each.figure}",
            LeftReason.PUBLISHED,
            f"{number_text(each.published)}{'%' if is_percent else ''}",  # the digits as typed
            percent_text(each.ours) if is_percent else number_text(ours),
        )


def _text(hasil: Hasil, key: str) -> str:
    value = getattr(hasil, key)
    return " ".join(value) if isinstance(value, tuple) else value or ""


def _numbers(measured: Measurement) -> set[str]:
    """Return the figures of a year as texts may name them; one digit alone may count anything."""
    values = [*_parts(measured.realisasi), *_parts(measured.target)]
    if measured.capaian is not None:
        values.append(two_decimals(measured.capaian))
    words = (number_text(value) for value in values if value is not None)
    return {each for each in words if len(each) > 1}


def _parts(value: IsiNilai | None) -> tuple[Decimal | None, ...]:
    return (value.nilai, value.bawah, value.atas) if value else ()


def _find(text: str, numbers: set[str]) -> int | None:
    """Return where a text names one of ``numbers``, as a whole number."""
    places = (
        found.start()
        for number in numbers
        for found in re.finditer(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", text)
    )
    return min(places, default=None)


def _excerpt(text: str, place: int) -> str:
    """Return a piece of a text around ``place``, cut between words."""
    text = " ".join(text.split())
    start = max(0, min(place - _BEFORE, len(text) - _EXCERPT))
    piece = text[start : start + _EXCERPT]
    if start:
        piece = f"… {piece.partition(' ')[2]}"
    if start + _EXCERPT < len(text):
        piece = f"{piece.rpartition(' ')[0]} …"
    return piece
