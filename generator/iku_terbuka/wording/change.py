"""A published number that became another, in words: what it was and what it is."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from iku_terbuka.history import Entry, NumberChange, has_begun
from iku_terbuka.model import Indikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.tanggal import parse_tanggal
from iku_terbuka.wording.bagian_tahun import part_name
from iku_terbuka.wording.notation import MAX_SATUAN, date_text, number_text, value_text

# Old versions may hold anything; the beginning is shown.
_MAX_TEXT = 80


def counted_change(change: NumberChange, indikator: Indikator) -> NumberChange:
    """Return a change with its year as the indicator counts it: a school year begins in July."""
    year = indikator.year(change.tahun)
    late = change.after_start and has_begun(year, change.commit.day)
    return replace(change, tahun=year, after_start=late)


def changed_number(change: NumberChange) -> str:
    """Name the number that changed: Target 2026, Realisasi TW II 2026."""
    part = f"{part_name(*change.bagian)} " if change.bagian else ""
    return f"{change.kind.capitalize()} {part}{change.tahun}"


def old_and_new(change: NumberChange, satuan: str | None) -> tuple[str, str]:
    """Return both sides of a change; a long unit is left out."""
    if satuan and len(satuan) > MAX_SATUAN:
        satuan = None
    old, new = _what_differs(change.old, change.new)
    return (
        (old and _entry(old, satuan)) or "tidak ada",
        (new and _entry(new, satuan)) or "dihapus",
    )


def _what_differs(old: Entry | None, new: Entry | None) -> tuple[Entry | None, Entry | None]:
    """Leave out the components that both have in common."""
    if not (old and new and old.variabel and new.variabel):
        return old, new
    same = set(old.variabel) & set(new.variabel)

    def rest(entry: Entry) -> Entry:
        return replace(entry, variabel=tuple(part for part in entry.variabel if part not in same))

    return rest(old), rest(new)


def _entry(entry: Entry, satuan: str | None) -> str:
    """Return a value in Indonesian notation; what is no number stays as it was typed."""
    if entry.keadaan:
        return _shorten(entry.keadaan.replace("_", " "))
    if entry.variabel:
        return _shorten("; ".join(_component(*part) for part in entry.variabel))
    number, low, high = entry.nilai, entry.bawah, entry.atas
    if isinstance(number, Decimal):
        words = value_text(IsiNilai.model_construct(nilai=number), satuan)
    elif isinstance(low, Decimal) and isinstance(high, Decimal):
        words = value_text(IsiNilai.model_construct(bawah=low, atas=high), satuan)
    elif entry.tanggal:
        words = _date(entry.tanggal)
    else:
        words = "–".join(_written(part) for part in (number, low, high) if part is not None)
    return _shorten(" ".join(part for part in (words, entry.predikat) if part))


def _date(written: str) -> str:
    """Return a date in words; what is none stays as it was typed."""
    try:
        return date_text(parse_tanggal(written))
    except ValueError:
        return written


def _component(nama: str, numbers: Iterable[object]) -> str:
    return f"{nama.replace('_', ' ')} {' + '.join(map(_written, numbers))}"


def _written(number: object) -> str:
    return number_text(number) if isinstance(number, Decimal) else str(number)


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_TEXT else f"{text[: _MAX_TEXT - 1]}…"
