"""What indicators say that they support: it must be there, and lead to no circle."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from iku_terbuka.load.files import DataFiles, InstansiFiles
from iku_terbuka.load.references import listed
from iku_terbuka.load.salvage import WITHOUT_ID
from iku_terbuka.model import Indikator, Instansi, Laporan, Lokasi
from iku_terbuka.model.pohon import PohonKinerja, pohon_kinerja
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Unknown keys for which a similar one is looked for; each search compares with many.
_MAX_SEARCHED = 20
_MAX_TYPED = 300
# Indicators of a circle that are named, and characters of a key in a sentence.
_MAX_NAMED, _MAX_SHOWN = 5, 120


def check_menopang(data: DataFiles, laporan: Laporan) -> Iterator[Problem]:
    """Yield every ``menopang`` that leads nowhere, to itself, or in a circle."""
    known = _known(data, laporan)
    searches = iter(range(_MAX_SEARCHED))
    for indikator in known.indikator.values():
        for penetapan in indikator.penetapan:
            keys = penetapan.definisi.menopang
            seen: set[str] = set()
            for i, key in enumerate(keys):
                found = _problem(indikator, key, seen, known, searches)
                if found:
                    document = data.documents[penetapan.lokasi.berkas]
                    yield document.problem(_place(document, penetapan.lokasi, i), *found)
                seen.add(key)
    for circle in _circles(pohon_kinerja(laporan)):
        yield _circle_problem(circle, data.documents)


@dataclass(frozen=True)
class _Known:
    """``indikator`` and ``instansi`` by key and id, ``first`` the first key by Pemda and id.

    ``moved`` names what goes on with an instansi or an indicator that had another id.
    ``unread`` are the instansi of which a decree or an id could not be read.
    """

    indikator: Mapping[str, Indikator]
    instansi: Mapping[str, Instansi]
    first: Mapping[tuple[str, str], str]
    moved: Mapping[str, str]
    unread: frozenset[str]


def _known(data: DataFiles, laporan: Laporan) -> _Known:
    indikator = {each.kunci: each for each in laporan.all_indikator()}
    first: dict[tuple[str, str], str] = {}
    for each in indikator.values():
        first.setdefault((_pemda(each.instansi_id), each.id), each.kunci)
    unread = {id_ for pemda in data.pemda for id_ in _unread(pemda)}
    unread |= {each.instansi_id for each in indikator.values() if each.id.startswith(WITHOUT_ID)}
    nodes = {n.id: n for pemda in laporan.pemda for n in pemda.instansi.descendants()}
    moved = {
        old: node.id for node in nodes.values() for file in node.iku for old in file.iku.dahulu
    }
    moved |= {
        old: each.kunci
        for each in indikator.values()
        for penetapan in each.penetapan
        for old in penetapan.definisi.dahulu
    }
    return _Known(indikator, nodes, first, moved, frozenset(unread))


def _unread(files: InstansiFiles) -> Iterator[str]:
    if len(files.iku) < len(files.folder.of("iku")):
        yield files.folder.id
    for anak in files.anak:
        yield from _unread(anak)


def _place(document: Document, lokasi: Lokasi, i: int) -> Path:
    """Return the path of item ``i``; one alone may stand without a list."""
    path = (*lokasi.path, "menopang")
    return (*path, i) if (*path, i) in document.value_marks else path


def _problem(
    indikator: Indikator, key: str, seen: set[str], known: _Known, searches: Iterator[int]
) -> tuple[str, str, str] | None:
    """Return code, message and hint for one item of ``menopang``, if there is anything wrong."""
    shown = quoted(key, _MAX_SHOWN)
    if key in seen:
        return ("menopang-ganda", f"{shown} ditulis dua kali di “menopang”.", "Hapus satu.")
    if key == indikator.kunci:
        return (
            "menopang-diri-sendiri",
            f"{shown} adalah indikator ini sendiri.",
            "Tulis indikator lain yang ditopangnya, atau hapus baris ini.",
        )
    pemda, own = _pemda(key), _pemda(indikator.instansi_id)
    if pemda not in {key, own} and pemda in known.instansi:
        return (
            "menopang-daerah-lain",
            f"{shown} milik daerah lain.",
            f"Indikator hanya menopang indikator di daerah yang sama, yaitu {own}/….",
        )
    if key in known.indikator or key.rpartition("/")[0] in known.unread:
        return None
    hint = _hint(indikator, key, known, searches)
    return ("menopang-tidak-dikenal", f"Tidak ada indikator {shown}.", hint)


def _hint(indikator: Indikator, key: str, known: _Known, searches: Iterator[int]) -> str:
    """Name the indicator that is most likely meant, else how a key is written."""
    own, key = _pemda(indikator.instansi_id), _as_key(key)
    if key in known.instansi:
        first = _indikator_of(key, known)[:1]
        example = f", misalnya {first[0].kunci}" if first else "."
        return f"Itu sebuah instansi; tambahkan id indikatornya{example}"
    for full in (key, f"{indikator.instansi_id}/{key}", f"{own}/{key}"):
        if full in known.indikator:
            return f"Tulis id lengkapnya: {full}"
    instansi, _, id_ = key.rpartition("/")
    new = known.moved.get(key) or f"{known.moved.get(instansi, '')}/{id_}"
    if new in known.indikator:
        return f"Indikator itu dilanjutkan di tempat lain; tulis {new}"
    meant = known.first.get((own, id_))
    if meant is None and next(searches, None) is not None:
        meant = _similar(key if _pemda(key) == own else f"{own}/{key}", known)
    if meant:
        return f"Maksudnya {meant}?"
    ids = [each.id for each in _indikator_of(instansi, known)]
    if ids:
        return (
            f"Yang ada di sana: {listed(ids)}. Kalau id di sana baru diganti, kembalikan: id tidak "
            "pernah berubah."
        )
    return "Tulis id lengkapnya: folder daerah, folder instansi, lalu id indikatornya."


def _as_key(text: str) -> str:
    """Return what was typed as a key is written: “Dinas X / Nilai SAKIP” → dinas-x/nilai-sakip."""
    parts = text[:_MAX_TYPED].lower().split("/")
    return "/".join(re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in parts)


def _similar(key: str, known: _Known) -> str | None:
    """Return the most similar key: of the instansi that is meant, its most similar indicator."""
    instansi, _, id_ = key.rpartition("/")
    if instansi not in known.instansi:
        nodes = [node for node in known.instansi if _pemda(node) == _pemda(instansi)]
        instansi = _closest(instansi, nodes)
    ids = [each.id for each in _indikator_of(instansi, known)]
    closest = _closest(id_, ids)
    return f"{instansi}/{closest}" if closest else None


def _indikator_of(instansi: str, known: _Known) -> Sequence[Indikator]:
    return known.instansi[instansi].indikator if instansi in known.instansi else ()


def _closest(text: str, known: Sequence[str]) -> str:
    return next(iter(difflib.get_close_matches(text, known, n=1, cutoff=0.6)), "")


def _pemda(key: str) -> str:
    return key.partition("/")[0]


def _circle_problem(circle: Sequence[Indikator], documents: Mapping[str, Document]) -> Problem:
    """Tell a circle once, at its first indicator."""
    first, second = circle[0], circle[1]
    lokasi = first.terbaru.lokasi
    document = documents[lokasi.berkas]
    place = _place(document, lokasi, first.definisi.menopang.index(second.kunci))
    names = [each.kunci for each in circle]
    if len(names) > _MAX_NAMED:
        names[_MAX_NAMED - 1 : -1] = [f"… ({len(names) - _MAX_NAMED} lagi)"]
    return document.problem(
        place,
        "menopang-melingkar",
        f"“menopang” kembali ke awalnya: {' → '.join([*names, names[0]])}.",
        "Hapus satu di antaranya: yang ditopang tidak dapat ikut menopang penopangnya.",
    )


def _circles(pohon: PohonKinerja) -> Iterator[tuple[Indikator, ...]]:
    """Yield a shortest circle of each group that has one, from its first indicator on."""
    every = {each.kunci: each for found in pohon.penopang.values() for each in found}
    for group in _entangled(pohon, every):
        first = min(group, key=lambda key: _order(every[key]))
        # Breadth first from the first indicator until it is met again.
        before: dict[str, str] = {}
        waiting = [first]
        for key in waiting:
            ahead = [each.kunci for each in pohon.menopang.get(key, ()) if each.kunci in group]
            if first in ahead:
                circle = [key]
                while circle[-1] != first:
                    circle.append(before[circle[-1]])
                yield tuple(every[each] for each in reversed(circle))
                break
            for each in ahead:
                if each not in before:
                    before[each] = key
                    waiting.append(each)


def _order(indikator: Indikator) -> tuple[str, int]:
    return indikator.terbaru.lokasi.berkas, indikator.terbaru.lokasi.baris


def _entangled(pohon: PohonKinerja, every: Mapping[str, Indikator]) -> Iterator[frozenset[str]]:
    """Yield the groups of more than one whose members all lead to each other.

    Strongly connected components after Kosaraju, without recursion: a chain may be long.
    """
    done: set[str] = set()
    finished: list[str] = []
    for start in every:
        stack = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                finished.append(key)
            elif key not in done:
                done.add(key)
                stack.append((key, True))
                stack += [(each.kunci, False) for each in pohon.menopang.get(key, ())]
    taken: set[str] = set()
    for start in reversed(finished):
        group: set[str] = set()
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key not in taken:
                taken.add(key)
                group.add(key)
                waiting += [each.kunci for each in pohon.penopang.get(key, ())]
        if len(group) > 1:
            yield frozenset(group)
