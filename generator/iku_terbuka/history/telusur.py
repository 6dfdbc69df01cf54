"""The walk through the steps: which number became which, and under which name it lives today."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from iku_terbuka.history.isi import Kunci, Tempat, tempat
from iku_terbuka.history.komit import Komit, sudah_berjalan
from iku_terbuka.history.langkah import Beda, Langkah, Versi
from iku_terbuka.history.nilai import HasilBaru, Isian, JenisAngka, PerubahanAngka

Isi = Mapping[Kunci, Isian]
# Returns the numbers of a version of a file in a place, or nothing when it cannot be read.
Pembaca = Callable[[Versi, Tempat], Isi | None]


@dataclass(frozen=True)
class _Ubah:
    """A change in a place that may still move; ``urutan`` counts the steps."""

    urutan: int
    komit: Komit
    kunci: Kunci
    lama: Isian | None
    baru: Isian | None


@dataclass
class _Jejak:
    """What is known of one place so far.

    ``hilang`` are the numbers that were there once; ``baru`` the steps that brought first entries,
    with their count.
    """

    sejak: list[date] = field(default_factory=list)
    ubah: list[_Ubah] = field(default_factory=list)
    hilang: set[Kunci] = field(default_factory=set)
    baru: list[tuple[int, Komit]] = field(default_factory=list)

    def terima(self, lain: "_Jejak") -> None:
        self.sejak += lain.sejak
        self.ubah += lain.ubah
        self.hilang |= lain.hilang
        self.baru += lain.baru


class Penelusur:
    """Follows the steps, oldest first.

    A number that appears for the first time is no change; what disappears is one, and so is its
    return. A version that cannot be read is passed over: the next is compared with the last that
    could. Only files in which a known number may have changed are read.
    """

    def __init__(self, baca: Pembaca) -> None:
        self._baca = baca
        self._jejak: defaultdict[Tempat, _Jejak] = defaultdict(_Jejak)
        self._terbaca: dict[str, Versi] = {}  # by path, while a file cannot be read
        self._urutan = 0

    def ikuti(self, langkah: Langkah) -> None:
        """Take the next step."""
        self._urutan += 1
        files: defaultdict[Tempat, list[Beda]] = defaultdict(list)
        moved: dict[Tempat, Tempat] = {}
        for place, beda in _menurut_tempat(langkah.beda):
            files[place].append(beda)
            before = tempat(beda.lama.path) if beda.lama else None
            if before and before != place:
                moved[before] = place
        for before, place in moved.items():
            self._jejak[place].terima(self._jejak.pop(before, _Jejak()))
        for place, changed in files.items():
            self._jejak[place].sejak.append(langkah.komit.tanggal)
            paths = {versi.path for beda in changed for versi in (beda.lama, beda.baru) if versi}
            komit = replace(langkah.komit, ralat=not langkah.ralat.isdisjoint(paths))
            self._bandingkan(komit, place, changed)

    def _bandingkan(self, komit: Komit, place: Tempat, files: Sequence[Beda]) -> None:
        jejak = self._jejak[place]
        if not jejak.hilang and all(beda.lama is None for beda in files):
            jejak.baru.append((self._urutan, komit))
            return  # every number here is a first entry
        before: dict[Kunci, Isian] = {}
        after: dict[Kunci, Isian] = {}
        for beda in files:
            lama, baru = self._isi(place, beda)
            before.update(lama)
            after.update(baru)
        fresh = False
        for kunci in before.keys() | after.keys():
            was, now = before.get(kunci), after.get(kunci)
            if was is None and kunci not in jejak.hilang:
                fresh = True
                continue
            if was == now:
                continue
            jejak.ubah.append(_Ubah(self._urutan, komit, kunci, was, now))
            (jejak.hilang.add if now is None else jejak.hilang.discard)(kunci)
        if fresh:
            jejak.baru.append((self._urutan, komit))

    def _isi(self, place: Tempat, beda: Beda) -> tuple[Isi, Isi]:
        """Return what a file held before and after a step, twice nothing where it is the same."""
        lama = self._terbaca.pop(beda.lama.path, beda.lama) if beda.lama else None
        if lama and beda.baru and lama.blob == beda.baru.blob:
            return {}, {}
        after = self._baca(beda.baru, place) if beda.baru else {}
        if after is None:
            if lama and beda.baru:
                self._terbaca[beda.baru.path] = lama
            return {}, {}
        return (self._baca(lama, place) if lama else None) or {}, after

    def perubahan(self) -> tuple[PerubahanAngka, ...]:
        """Return every change so far, newest first."""
        found = [
            (-satu.urutan, _perubahan(place, satu))
            for place, jejak in self._jejak.items()
            for satu in jejak.ubah
        ]
        found.sort(key=lambda pair: (pair[0], pair[1].kunci, pair[1].jenis, pair[1].tahun))
        return tuple(satu for _, satu in found)

    def hasil_baru(self) -> tuple[HasilBaru, ...]:
        """Return every first entry of results so far, newest first."""
        found = [
            (-urutan, place.instansi, place.tahun, komit)
            for place, jejak in self._jejak.items()
            if place.jenis is JenisAngka.REALISASI
            for urutan, komit in jejak.baru
        ]
        found.sort(key=lambda satu: satu[:3])
        return tuple(HasilBaru(komit, owner, tahun) for _, owner, tahun, komit in found)

    def sejak(self) -> dict[str, date]:
        """Return the day on which each instansi's indicators came, by its id."""
        return {
            place.instansi: min(jejak.sejak)
            for place, jejak in self._jejak.items()
            if place.jenis is JenisAngka.TARGET and jejak.sejak
        }


def _menurut_tempat(semua: Iterable[Beda]) -> Iterator[tuple[Tempat, Beda]]:
    """Yield what happened to each data file, with the place where its numbers live afterwards.

    When a decree moved, its folder is taken to have moved: what else left it counts as having gone
    along, even if Git sees a file that went and another that came. A results file that moves alone
    does not: results of two instansi look alike.
    """
    known = [
        (satu, satu.lama and tempat(satu.lama.path), satu.baru and tempat(satu.baru.path))
        for satu in semua
    ]
    moved = {
        before.instansi: after.instansi
        for _, before, after in known
        if before and after and before != after and before.jenis is after.jenis is JenisAngka.TARGET
    }
    for beda, before, after in known:
        if (
            before
            and after
            and before.tahun == after.tahun
            and moved.get(before.instansi, before.instansi) == after.instansi
        ):
            yield after, beda
            continue
        if before:
            name = moved.get(before.instansi, before.instansi)
            yield replace(before, instansi=name), Beda(beda.lama, None)
        if after:
            yield after, Beda(None, beda.baru)


def _perubahan(place: Tempat, ubah: _Ubah) -> PerubahanAngka:
    name, tahun = ubah.kunci
    return PerubahanAngka(
        ubah.komit,
        f"{place.instansi}/{name}",
        place.jenis,
        tahun,
        ubah.lama,
        ubah.baru,
        place.jenis is JenisAngka.TARGET and sudah_berjalan(tahun, ubah.komit.tanggal),
    )
