"""Git → Riwayat: one log, one batch of blobs, one walk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from iku_terbuka.history.git import GitError, git
from iku_terbuka.history.isi import Kunci, Tempat, baca_isi, tempat
from iku_terbuka.history.langkah import Langkah, Versi, baca_langkah
from iku_terbuka.history.nilai import SEBAGIAN, Isian, Riwayat
from iku_terbuka.history.telusur import Pembaca, Penelusur


def baca_riwayat(folder: Path) -> Riwayat:
    """Return the past of every number in ``folder``, as the branch of HEAD published it.

    Uncommitted changes are no part of it. Never fails: what cannot be known is said in ``catatan``.
    """
    try:
        said = git(folder, "rev-parse", "HEAD", "--is-shallow-repository").decode()
        head, shallow = said.split()
        return _riwayat(folder.absolute(), head, shallow == "true")
    except GitError:
        return Riwayat()


# The preview asks again after every change of a file, while HEAD stays where it is.
@lru_cache(maxsize=2)
def _riwayat(folder: Path, head: str, sebagian: bool) -> Riwayat:
    steps = baca_langkah(folder, head)
    walker = Penelusur(_pembaca(folder, steps))
    for step in steps:
        walker.ikuti(step)
    since = walker.sejak()
    if not since:
        return Riwayat()  # Git does not know this folder
    fresh = walker.hasil_baru()
    if sebagian:
        # Where the past is cut off, everything seems to come at once.
        later = tuple(satu for satu in fresh if satu.komit != steps[0].komit)
        return Riwayat(walker.perubahan(), {}, SEBAGIAN, later)
    return Riwayat(walker.perubahan(), since, "", fresh)


def _pembaca(folder: Path, steps: Sequence[Langkah]) -> Pembaca:
    """Return what reads a version of a file; each blob is parsed once, and only when asked for."""
    blobs = _blob(folder, sorted(set(_diperlukan(steps))))
    known: dict[tuple[str, int], Mapping[Kunci, Isian] | None] = {}

    def baca(versi: Versi, place: Tempat) -> Mapping[Kunci, Isian] | None:
        key = (versi.blob, place.tahun)
        if key not in known:
            known[key] = baca_isi(blobs.get(versi.blob, b""), place.tahun)
        return known[key]

    return baca


def _diperlukan(steps: Iterable[Langkah]) -> Iterator[str]:
    """Yield the blobs that may be asked for: not those of files new to an untouched instansi."""
    touched: set[str] = set()
    for step in steps:
        for beda in step.beda:
            places = [tempat(satu.path) for satu in (beda.lama, beda.baru) if satu]
            if beda.lama:
                touched.update(place.instansi for place in places if place)
        for beda in step.beda:
            for satu in (beda.lama, beda.baru):
                place = tempat(satu.path) if satu else None
                if satu and place and place.instansi in touched:
                    yield satu.blob


def _blob(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Return the content of blobs by name; one that is not there is left out."""
    if not names:
        return {}
    asked = "\n".join([*names, ""]).encode()
    raw = git(folder, "cat-file", "--batch", masukan=asked)
    found, at = {}, 0
    for _ in names:
        end = raw.index(b"\n", at)
        name, *rest = raw[at:end].decode().split()
        at = end + 1
        if rest[0] == "blob":
            size = int(rest[1])
            found[name] = raw[at : at + size]
            at += size + 1
    return found
