"""A diff in words: groups of lines of styled pieces, the same for a terminal and for a forge.

Nothing here is escaped; whoever writes the pieces out does that to all of them alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain

from iku_terbuka.diff.values import (
    ChangeKind,
    Diff,
    IndikatorDiff,
    InstansiDiff,
    KeyChange,
    LeftReason,
    Obstacle,
    PemdaDiff,
    Revision,
    SasaranDiff,
    Sides,
    YearDiff,
)
from iku_terbuka.diff.words import (
    MAX_NAME,
    cause_words,
    effect_words,
    figure_words,
    key_change_words,
    left_behind_words,
    shorten,
    source_words,
    target_words,
)
from iku_terbuka.source.problems import Problem
from iku_terbuka.wording import join_words, years_text

_MAX_PROBLEM = 600
_OBSTACLES = {
    Obstacle.HEAD: "Angka belum dapat dibandingkan karena data yang diusulkan memuat kesalahan. "
    "Perbaiki dahulu kesalahan ini.",
    Obstacle.BASE: "Angka tidak dapat dibandingkan karena data sebelumnya memuat kesalahan.",
}


class Emphasis(Enum):
    """How a piece is set."""

    PLAIN = auto()
    NAME = auto()
    REMOVED = auto()
    ADDED = auto()
    WARNING = auto()
    CODE = auto()


_OF_WORDS = {
    None: Emphasis.PLAIN,
    ChangeKind.REMOVED: Emphasis.REMOVED,
    ChangeKind.NEW: Emphasis.ADDED,
}


@dataclass(frozen=True)
class Piece:
    """A piece of a line: one line itself, without hidden characters, of bounded length.

    ``place`` is the file and line that it speaks of, ``href`` an address on the web.
    """

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    place: tuple[str, int] | None = None
    href: str = ""


_SEPARATOR = Piece(" · ")


@dataclass(frozen=True)
class Line:
    """One line with those that belong to it.

    ``important``: it needs attention, and is shown whatever else has to go; so is a ``summary``.
    """

    pieces: tuple[Piece, ...]
    children: tuple["Line", ...] = ()
    important: bool = False
    summary: bool = False


@dataclass(frozen=True)
class LineGroup:
    """What is said about one instansi or scale (``name``), or about problems, below ``title``."""

    title: str
    name: str
    lines: tuple[Line, ...]


def side_pieces(sides: Sides) -> tuple[Piece, ...]:
    """Say what is compared with what."""
    said = [Piece("Dari "), *_revision(sides.dari), Piece(" ke ")]
    said += [*_revision(sides.ke), Piece(".")]
    if not sides.bercabang:
        said.append(Piece(" Titik cabangnya tidak ada dalam riwayat yang tersedia."))
    return tuple(said)


def _revision(revision: Revision) -> tuple[Piece, ...]:
    if revision.nama is None or revision.komit is None:
        return (Piece("berkas di folder kerja"),)
    name, short_hash = shorten(revision.nama, MAX_NAME), revision.komit[:7]
    return Piece(name, Emphasis.CODE), Piece(" ("), Piece(short_hash, Emphasis.CODE), Piece(")")


def obstacle_words(diff: Diff) -> str:
    """Say why figures are not compared; empty when they are."""
    return _OBSTACLES[diff.kendala] if diff.kendala else ""


def line_groups(diff: Diff) -> tuple[LineGroup, ...]:
    """Return everything to say, in order."""
    errors = diff.kesalahan
    new = diff.masalah_baru
    if errors:
        new = tuple(problem for problem in new if not problem.is_error)
    found = [
        LineGroup("Kesalahan", "", tuple(map(_problem, errors))),
        *(
            LineGroup(
                "Skala", shorten(skala.nama, MAX_NAME), _general("Skala", skala.jenis, skala.ubah)
            )
            for skala in diff.skala
        ),
        *chain.from_iterable(_pemda(pemda) for pemda in diff.pemda),
        LineGroup("Masalah baru", "", tuple(map(_problem, new))),
        LineGroup("Masalah selesai", "", tuple(map(_solved, diff.masalah_selesai))),
    ]
    return tuple(group for group in found if group.lines)


def _problem(problem: Problem) -> Line:
    kind = "" if problem.is_error else "peringatan: "
    file = shorten(problem.file, _MAX_PROBLEM)
    here = (problem.file, problem.line)
    place = Piece(f"{file}:{problem.line}:{problem.column}:", Emphasis.CODE, place=here)
    words = shorten(f"{kind}{problem.text}", _MAX_PROBLEM)
    return Line((place, Piece(f" {words} [{problem.code}]")), (), problem.is_error)


def _solved(problem: Problem) -> Line:
    """Name a problem that is gone; its line is gone as well."""
    place = Piece(f"{shorten(problem.file, _MAX_PROBLEM)}:", Emphasis.CODE)
    return Line((place, Piece(f" {shorten(problem.message, _MAX_PROBLEM)} [{problem.code}]")))


def _general(what: str, jenis: ChangeKind, ubah: Iterable[KeyChange]) -> tuple[Line, ...]:
    """Say that something came or went, or what changed in it."""
    if jenis is not ChangeKind.CHANGED:
        gone = jenis is ChangeKind.REMOVED
        emphasis = Emphasis.WARNING if gone else Emphasis.PLAIN
        return (Line((Piece(f"{what} {jenis}", emphasis),), important=gone),)
    return tuple(Line(_key_change(change)) for change in ubah)


def _key_change(change: KeyChange) -> tuple[Piece, ...]:
    key, runs = key_change_words(change)
    pieces: list[Piece] = [Piece(f"{key}:")]
    for run in runs:
        pieces += [Piece(" "), Piece(run.text, _OF_WORDS[run.kind])]
    return tuple(pieces)


def _pemda(pemda: PemdaDiff) -> Iterator[LineGroup]:
    name = shorten(pemda.nama, MAX_NAME)
    yield LineGroup(name, name, _general("Pemda", pemda.jenis, pemda.ubah))
    for instansi in pemda.instansi:
        lines = chain(
            _effect(instansi),
            _instansi_head(pemda, instansi),
            *(_sasaran(sasaran) for sasaran in instansi.sasaran),
            *(_indikator(indikator) for indikator in instansi.indikator),
        )
        yield LineGroup(name, shorten(instansi.nama, MAX_NAME), tuple(lines))


def _effect(instansi: InstansiDiff) -> Iterator[Line]:
    """Yield what several changes come to; one alone says so itself."""
    if instansi.akibat and len(instansi.indikator) > 1:
        yield Line((Piece(f"Akibat: {effect_words(instansi.akibat)}"),), summary=True)


def _instansi_head(pemda: PemdaDiff, instansi: InstansiDiff) -> Iterator[Line]:
    moved = _moved_words(instansi)
    if moved:
        yield Line((Piece(moved),), important=True)
    if instansi.id != pemda.id and not (moved and instansi.jenis is not ChangeKind.CHANGED):
        yield from _general("Instansi", instansi.jenis, instansi.ubah)
    elif instansi.jenis is ChangeKind.CHANGED:
        yield from _general("", instansi.jenis, instansi.ubah)
    if instansi.menjadi and not moved:
        words = f"Folder tampaknya diganti menjadi {instansi.menjadi}; alamat halaman lama hilang"
        yield Line((Piece(words, Emphasis.WARNING),), important=True)


def _moved_words(instansi: InstansiDiff) -> str:
    """Say that an instansi goes on elsewhere, or with others; empty where it does not."""
    names = join_words([shorten(each, MAX_NAME) for each in instansi.dari])
    match instansi.jenis:
        case ChangeKind.REMOVED if instansi.dilanjutkan:
            heir = shorten(instansi.dilanjutkan, MAX_NAME)
            return f"Instansi dilanjutkan {heir}; alamat lama mengantar ke sana"
        case ChangeKind.NEW if names:
            return f"Instansi baru, melanjutkan {names}"
        case ChangeKind.CHANGED if names:
            return f"Instansi pindah dari {names}; alamat lama mengantar ke sini"
        case _:
            return ""


def _sasaran(sasaran: SasaranDiff) -> Iterator[Line]:
    name = Piece(shorten(sasaran.nama, MAX_NAME), Emphasis.NAME)
    if sasaran.jenis is not ChangeKind.CHANGED:
        yield Line((Piece(f"Sasaran {sasaran.jenis}: "), name))
    for change in sasaran.ubah:
        yield Line((Piece("Sasaran "), name, _SEPARATOR, *_key_change(change)))


def _indikator(indikator: IndikatorDiff) -> Iterator[Line]:
    name = _name(indikator.nama, indikator.berkas, indikator.baris)
    if indikator.jenis is ChangeKind.NEW:
        yield _new_indikator(indikator, name)
    elif indikator.jenis is ChangeKind.REMOVED:
        yield _removed_indikator(indikator, name)
    else:
        if indikator.dari:
            former = join_words([shorten(each, MAX_NAME) for each in indikator.dari])
            words = f"pindah dari {former}; alamat lama mengantar ke sini"
            yield Line((name, _SEPARATOR, Piece(words)), important=True)
        for change in indikator.definisi:
            yield Line((name, _SEPARATOR, *_key_change(change)))
        for year in indikator.tahun:
            named = _name(indikator.nama, year.berkas, year.baris) if year.berkas else name
            yield _year(year, (named, _SEPARATOR))


def _name(nama: str, berkas: str, baris: int) -> Piece:
    place = (berkas, baris) if berkas else None
    return Piece(shorten(nama, MAX_NAME), Emphasis.NAME, place=place)


def _new_indikator(indikator: IndikatorDiff, name: Piece) -> Line:
    targets = target_words(indikator.tahun)
    satuan = next((year.satuan for year in indikator.tahun if year.satuan), "")
    unit = f" ({shorten(satuan, MAX_NAME)})" if satuan else ""
    more = (Piece(f" · target {targets}{unit}"),) if targets else ()
    results = (year for year in indikator.tahun if year.jenis is ChangeKind.NEW)
    lines = tuple(_year(_without_target(year), ()) for year in results)
    if indikator.dari:
        former = join_words([shorten(each, MAX_NAME) for each in indikator.dari])
        more = (Piece(f" · melanjutkan {former}"), *more)
    first = "Indikator lanjutan: " if indikator.dari else "Indikator baru: "
    return Line((Piece(first), name, *more), lines)


def _without_target(year: YearDiff) -> YearDiff:
    return replace(year, angka=tuple(c for c in year.angka if c.kunci != "target"))


def _removed_indikator(indikator: IndikatorDiff, name: Piece) -> Line:
    lost = indikator.kunci.rsplit("/", 1)[-1]
    pieces = [Piece("Indikator dihapus: "), name]
    if indikator.dilanjutkan:
        heir = shorten(indikator.dilanjutkan, MAX_NAME)
        words = f"dilanjutkan {heir}; alamat lama mengantar ke sana"
        pieces = [Piece("Indikator pindah: "), name, _SEPARATOR, Piece(words)]
    elif indikator.menjadi:
        new = indikator.menjadi.rsplit("/", 1)[-1]
        words = f"id tampaknya diganti, {lost} menjadi {new}; alamat halaman lama hilang"
        pieces += [_SEPARATOR, Piece(words, Emphasis.WARNING)]
    if indikator.hilang:
        words = f"hasil {years_text(indikator.hilang)} dengan id {lost} hilang dari situs"
        pieces += [_SEPARATOR, Piece(words, Emphasis.WARNING)]
    return Line(tuple(pieces), important=True)


def _year(year: YearDiff, head: tuple[Piece, ...]) -> Line:
    said = [Piece(f"{year.tahun}: "), Piece(" · ".join(figure_words(year)))]
    changed_late = (change for change in year.angka if change.setelah_berjalan)
    target = next(changed_late, None)
    late = target is not None
    if target:
        verb = "dihapus" if target.baru is None else "diubah"
        said += [_SEPARATOR, Piece(f"target {verb} setelah tahunnya berjalan", Emphasis.WARNING)]
    if year.jenis is ChangeKind.REMOVED:
        said += [_SEPARATOR, Piece("hasil dihapus", Emphasis.WARNING)]
    if year.final_tanpa_ralat:
        words = "angka final diubah tanpa kata “Ralat” di pesan commit"
        said += [_SEPARATOR, Piece(words, Emphasis.WARNING)]
    if year.sebab:
        said.append(Piece(f" · {cause_words(year.sebab)}"))
    important = late or year.final_tanpa_ralat or year.jenis is ChangeKind.REMOVED
    return Line((*head, *said), tuple(_below_year(year)), important)


def _below_year(year: YearDiff) -> Iterator[Line]:
    """Yield the source of its result, other keys that changed, and what did not change with it."""
    for sumber in year.sumber:
        holder = f"{sumber.kunci.removesuffix('realisasi')}sumber"
        # A source that is another one is told word by word.
        if not any(one.kunci.startswith(holder) for one in year.keterangan):
            label, title = source_words(sumber)
            yield Line((Piece(label), Piece(title, href=sumber.tautan or "")))
    for change in year.keterangan:
        yield Line(_key_change(change))
    for left in year.tertinggal:
        doubtful = left.sebab is not LeftReason.UNCHANGED
        words = left_behind_words(left)
        yield Line((Piece(words, Emphasis.WARNING if doubtful else Emphasis.PLAIN),))
