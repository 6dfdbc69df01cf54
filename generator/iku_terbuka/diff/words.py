"""What changed, in the words of the pages: numbers in Indonesian notation, texts word by word."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from iku_terbuka.capaian import Status
from iku_terbuka.diff.values import (
    ChangeKind,
    FigureSource,
    KeyChange,
    LeftBehind,
    LeftReason,
    StatusShift,
    Value,
    YearDiff,
)
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.source.visible import printable_line
from iku_terbuka.wording import (
    STATUS_WORDS,
    count_text,
    join_words,
    number_text,
    part_name,
    percent_text,
    value_and_predikat,
    with_predikat,
)

MAX_NAME = 120
# Comparing costs the product of the two lengths; a longer text is shown as replaced.
MAX_WORDS = 400
_MAX_VALUE = 300
# What parts a key; the dots in the code of a programme, 1.05.03, are its own.
_KEY_GAP = re.compile(r"_|(?<!\d)\.|\.(?!\d)")
# How many words of a run are shown: of one that changed, and on each side of it.
_CHANGED, _AROUND = 40, 4
_CAUSES = {
    "periode": "periode",
    "rumus_capaian": "rumus capaian",
    "arah": "arah",
    "skala": "skala",
    "formula": "rumus indikator",
    "variabel": "isi variabel",
    "skala_capaian": "kategori capaian",
}


@dataclass(frozen=True)
class WordRun:
    """A run of words that both texts share (``kind`` is ``None``), or only one has."""

    text: str
    kind: ChangeKind | None = None


def key_change_words(change: KeyChange) -> tuple[str, tuple[WordRun, ...]]:
    """Return the key as words, and old and new: texts word by word, numbers as a → b."""
    key = shorten(_KEY_GAP.sub(" ", change.kunci), MAX_NAME)
    old, new = change.lama, change.baru
    if isinstance(old, str | None) and isinstance(new, str | None):
        return key, diff_words(old or "", new or "")
    return key, (WordRun(_arrow(change)),)


def figure_words(year: YearDiff) -> Iterator[str]:
    """Yield the figures of a year: realisasi 81,2 → 84, capaian 94,42% → 97,67%, the status."""
    if not year.angka:
        yield "keterangan diubah"
    for change in year.angka:
        key, old, new = change.kunci, change.lama, change.baru
        if key == "status":
            yield _status(change, year)
        elif change in year.parts:
            yield _part_figure(change, year.satuan)
        elif key == "dokumen_target":
            yield f"menurut {new}, sebelumnya {old}"
        elif key in {"realisasi", "target"}:
            yield f"{key} {_arrow(change, year.satuan)}" + (" (ralat)" if change.ralat else "")
        elif old is None and year.jenis is ChangeKind.NEW:
            yield f"{key} {_value(new, key)}"
        elif old == new:
            yield f"{key} tetap {_value(new, key)}"
        else:
            before, after = (_value(side, key) or "tidak ada" for side in (old, new))
            yield f"{key} {before} → {after}"


def _part_figure(change: KeyChange, satuan: str) -> str:
    """Say a figure of a part of the year: realisasi TW II 52 → 53,5%."""
    *_, what = change.kunci.split(".")
    return f"{what} {_part(change.kunci)} {_arrow(change, satuan)}"


def _part(key: str) -> str:
    """Name the part of a year that a figure is of: TW II; empty for the year itself."""
    jenis, _, rest = key.partition(".")
    return part_name(PembagianTahun(jenis), int(rest.partition(".")[0])) if rest else ""


def target_words(years: Iterable[YearDiff]) -> str:
    """Return the targets of a new indicator: 2021: 2,5; 2022: 4,0."""
    targets = ((year.tahun, year.figure("target")) for year in years)
    words = "; ".join(f"{tahun}: {_value(change.baru)}" for tahun, change in targets if change)
    return shorten(words, _MAX_VALUE)


def source_words(sumber: FigureSource) -> tuple[str, str]:
    """Return what is said of a source before its title, and its title with its page."""
    page = f", halaman {sumber.halaman}" if sumber.halaman else ""
    part = _part(sumber.kunci)
    words = ("sumber", part, "tetap" if sumber.tetap else "")
    label = f"{' '.join(filter(None, words))}: "
    return label, f"{shorten(sumber.judul, MAX_NAME)}{page}"


def left_behind_words(left: LeftBehind) -> str:
    """Say what did not change with a figure."""
    key = left.kunci.replace("_", " ").replace(".", " ")
    match left.sebab:
        case LeftReason.PUBLISHED:
            return f"{key} {left.isi}, sedangkan menurut hitungan {left.hitungan}"
        case LeftReason.OLD_FIGURE:
            return f"{key} masih menyebut angka lama: “{shorten(left.isi, _MAX_VALUE)}”"
        case LeftReason.UNCHANGED:
            return f"{key} tidak ikut diubah: “{shorten(left.isi, _MAX_VALUE)}”"


def effect_words(shifts: Iterable[StatusShift]) -> str:
    """Say how many indicators have another status: tercapai 5 → 6, belum tercapai 2 → 1."""
    return ", ".join(
        f"{_status_name(shift.status)} {count_text(shift.sebelum)} → {count_text(shift.sesudah)}"
        for shift in shifts
    )


def cause_words(causes: Iterable[str]) -> str:
    return f"karena {join_words([_CAUSES[cause] for cause in causes])} berubah"


def _status(change: KeyChange, year: YearDiff) -> str:
    before, after = (_status_name(side) for side in (change.lama, change.baru))
    if year.jenis is ChangeKind.NEW:
        # Without a number the status is the news itself: tidak diukur.
        after = after if year.figure("realisasi") else f"{after} (baru)"
    elif before and after:
        after = f"tetap {after}" if before == after else f"{before} → {after}"
    if not after:
        return f"{before} (dihapus)"
    return f"{after} karena {year.alasan}" if year.alasan else after


def _status_name(value: Value) -> str:
    return STATUS_WORDS[Status(value)].lower() if isinstance(value, str) else ""


def _arrow(change: KeyChange, satuan: str = "") -> str:
    """Return old → new; the unit stands behind the last of them."""
    before, after = (_value(side, change.kunci) for side in (change.lama, change.baru))
    if change.lama is None:
        return f"{_with_unit(change.baru, satuan)} (baru)"
    if change.baru is None:
        return f"{_with_unit(change.lama, satuan)} (dihapus)"
    return f"{before} → {_with_unit(change.baru, satuan) if satuan else after}"


def _with_unit(value: Value, satuan: str) -> str:
    if not isinstance(value, IsiNilai):
        return _value(value)
    return shorten(with_predikat(value, satuan or None, value.predikat), _MAX_VALUE)


def _value(value: Value, key: str = "") -> str:
    match value:
        case None:
            return ""
        case IsiNilai():
            words = value_and_predikat(value)
        case Decimal():
            words = percent_text(value) if key == "capaian" else number_text(value)
        case tuple():
            words = "; ".join(number_text(number) for number in value)
        case _:
            words = value
    return shorten(words, _MAX_VALUE)


def shorten(text: str, most: int) -> str:
    """Return a text on one line of at most ``most`` characters, cut between words if possible."""
    text = printable_line(text)
    if len(text) <= most:
        return text
    cut = text[: most - 2]
    return f"{cut.rsplit(' ', 1)[0]} …" if " " in cut else f"{cut}…"


def diff_words(old: str, new: str) -> tuple[WordRun, ...]:
    """Return both texts as runs of words: shared, gone, new; long runs are shortened."""
    runs = list(_runs(printable_line(old).split(), printable_line(new).split()))
    last = len(runs) - 1
    return tuple(_shorten_run(run, i == 0, i == last) for i, run in enumerate(runs))


def _runs(old: list[str], new: list[str]) -> Iterator[WordRun]:
    start = _shared_start(old, new)
    yield from _run(old[:start])
    old, new = old[start:], new[start:]
    end = _shared_start(old[::-1], new[::-1])
    yield from _middle_runs(old[: len(old) - end], new[: len(new) - end])
    yield from _run(old[len(old) - end :])


def _shared_start(old: list[str], new: list[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(old), len(new)))


def _middle_runs(old: list[str], new: list[str]) -> Iterator[WordRun]:
    if max(len(old), len(new)) > MAX_WORDS:
        yield from _run(old, ChangeKind.REMOVED)
        yield from _run(new, ChangeKind.NEW)
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=True)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from _run(old[a:b])
        else:
            yield from _run(old[a:b], ChangeKind.REMOVED)
            yield from _run(new[c:d], ChangeKind.NEW)


def _run(words: list[str], kind: ChangeKind | None = None) -> Iterator[WordRun]:
    if words:
        yield WordRun(" ".join(words), kind)


def _shorten_run(run: WordRun, is_first: bool, is_last: bool) -> WordRun:
    words = run.text.split(" ")
    if run.kind is not None:
        if len(words) > _CHANGED:
            words = [*words[:_CHANGED], f"… ({len(words) - _CHANGED} kata lagi)"]
    else:
        head = [] if is_first else words[:_AROUND]
        tail = [] if is_last else words[-_AROUND:]
        if len(head) + len(tail) + 1 < len(words):
            words = [*head, "…", *tail]
    return replace(run, text=shorten(" ".join(words), _MAX_VALUE))
