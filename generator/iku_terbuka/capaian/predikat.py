"""Grades as words: when two are the same, and which class of a scale a word names."""

from functools import lru_cache

from iku_terbuka.model.skala import Kelas, Skala

# Words before a grade that say only what it is: “Opini WTP”, “Predikat: BB”.
_PREFIXES = frozenset({"opini", "bpk", "predikat", "peringkat", "kategori"})
_SIGNS = {"+": "+", "-": "-", "−": "-", "–": "-"}


@lru_cache(maxsize=4096)  # the few words of a scale, asked for with every grade
def predikat_key(predikat: str) -> str:
    """Return what tells one grade from another.

    Case, spaces, dots, hyphens and a word like “Opini” before it do not: ``Opini W.T.P`` is
    ``wtp``. A sign at an end does: ``B-`` is not ``B``; ``-B``, as some decrees print it, is
    ``B-``.
    """
    words = predikat.casefold().split()
    while len(words) > 1 and words[0].rstrip(":.") in _PREFIXES:
        del words[0]
    text = "".join(words)
    letters = "".join(letter for letter in text if letter.isalnum())
    if not letters:
        return text
    return letters + (_SIGNS.get(text[-1]) or _SIGNS.get(text[0]) or "")


def same_predikat(predikat: str, other: str) -> bool:
    """Tell whether two grades are the same word."""
    return predikat_key(predikat) == predikat_key(other)


def denies(predikat: str, target: str) -> bool:
    """Tell whether ``predikat`` says that ``target`` was not reached: “Belum WTP”, “Tidak ada”."""
    goal = predikat_key(target)
    return predikat_key(predikat) in {f"tidak{goal}", f"belum{goal}"}


def duplicate_names(skala: Skala) -> tuple[tuple[int, str, int], ...]:
    """Return (index of a class, its name, index of the earlier class that has it too)."""
    first: dict[str, int] = {}
    found = []
    for index, kelas in enumerate(skala.kelas):
        for name in (kelas.predikat, *kelas.sinonim):
            earlier = first.setdefault(predikat_key(name), index)
            if earlier != index:
                found.append((index, name, earlier))
    return tuple(found)


def predikat_rank(skala: Skala, predikat: str) -> int | None:
    """Return the place of a grade from the lowest (0), ``None`` when the scale lacks it."""
    names = _places_by_name(skala)
    place = names.get(predikat_key(predikat))
    if place is not None:
        return place
    outside, bracket, inside = predikat.partition("(")
    if not bracket:
        return None
    # “WTP (dengan paragraf penjelasan)” is WTP; “BB (Baik)” names two grades.
    place, other = (names.get(predikat_key(part)) for part in (outside, inside))
    return place if other in {None, place} else None


def kelas_of_predikat(skala: Skala, predikat: str) -> Kelas | None:
    """Return the class that a grade names."""
    place = predikat_rank(skala, predikat)
    return None if place is None else skala.kelas[place]


def _places_by_name(skala: Skala) -> dict[str, int]:
    """Return the place of each class by every name it goes by.

    What a grade means names it too, alone or behind it (“BB Sangat Baik”), unless another class
    has that name or that meaning.
    """
    names: dict[str, int] = {}
    meanings: dict[str, list[int]] = {}
    for index, kelas in enumerate(skala.kelas):
        for name in (kelas.predikat, *kelas.sinonim):
            names.setdefault(predikat_key(name), index)
            if kelas.arti:
                meanings.setdefault(predikat_key(f"{name} {kelas.arti}"), []).append(index)
        if kelas.arti:
            meanings.setdefault(predikat_key(kelas.arti), []).append(index)
    sure = {name: places[0] for name, places in meanings.items() if len(set(places)) == 1}
    return sure | names
