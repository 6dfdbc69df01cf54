"""The direction of an indicator against its own targets and against its namesakes."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from iku_terbuka.capaian import effective_arah
from iku_terbuka.check.notes import explained
from iku_terbuka.load import Loaded
from iku_terbuka.load.salvage import WITHOUT_ID
from iku_terbuka.model import Arah, Indikator, Pemda, Penetapan
from iku_terbuka.model.definisi import Akumulasi, DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Units of levels: a plan lets them get better only. Amounts differ from year to year.
_LEVELS = re.compile(
    r"(?:indeks|nilai|skor|poin|rasio|angka|level|tahun|hari|jam|menit|detik)\b|.*\bper\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?:jumlah|banyak)", re.IGNORECASE)
_SPELLINGS = re.compile(r"\b(?:prosentase|presentase)\b")
_NOT_LETTERS = re.compile(r"[\W_]+")
_OPPOSITE = {Arah.NAIK: Arah.TURUN, Arah.TURUN: Arah.NAIK}


@dataclass(frozen=True)
class _Target:
    """A target: its name in messages, its place, its limits; of a single number both are equal."""

    name: str
    path: Path
    bawah: Decimal
    atas: Decimal

    def __str__(self) -> str:
        return str(self.bawah) if self.bawah == self.atas else f"{self.bawah} sampai {self.atas}"


def targets_against_arah(
    penetapan: Penetapan, document: Document, doubted: Container[Path]
) -> Iterator[Problem]:
    """Yield the targets of a decree that move against its direction.

    Of a level (percent, an index, a rate, a duration, ``akumulasi: posisi``) each step counts.
    Yearly amounts, such as reports or kilometres, rise and fall; of them only three targets or
    more that all go the wrong way count. A target of 0 under ``arah: naik`` is left out; a range
    lies beyond another one only with both its limits. ``doubted`` are the places of numbers that
    have a warning already.
    """
    definisi = penetapan.definisi
    arah = effective_arah(definisi)
    if arah not in _OPPOSITE or explained("(?:target|arah)", *definisi.catatan):
        return
    row = [target for target in _targets(penetapan, arah) if target.path not in doubted]
    wrong = [(a, b) for a, b in pairwise(row) if _goes(_OPPOSITE[arah], a, b)]
    all_along = len(wrong) > 1 and not any(_goes(arah, a, b) for a, b in pairwise(row))
    if all_along:
        wrong = [(row[0], row[-1])]
    elif not is_level(definisi):
        return
    lower, falling = ("rendah", "turun") if arah is Arah.NAIK else ("tinggi", "naik")
    for before, after in wrong:
        along = f", dan target di antaranya terus {falling} atau tetap" if all_along else ""
        yield document.warning(
            (*penetapan.lokasi.path, *after.path),
            "target-lawan-arah",
            f"{after.name} ({after}) lebih {lower} daripada {before.name.lower()} "
            f"({before}){along}, padahal arahnya {arah}.",
            "Periksa angkanya dan “arah”. Kalau memang begitu tercetak, jelaskan “target” itu di "
            "“catatan”.",
        )


def _targets(penetapan: Penetapan, arah: Arah) -> Iterator[_Target]:
    """Yield the targets of the years, and the target akhir unless it is a sum of all years.

    Without the target akhir where targets go on beyond the period.
    """
    definisi, periode = penetapan.definisi, penetapan.iku.periode
    beyond = periode is not None and any(tahun > periode.akhir for tahun in definisi.target)
    values: list[tuple[str, Path, IsiNilai]] = [
        (f"Target {tahun}", ("target", str(tahun)), value)
        for tahun, value in sorted(definisi.target.items())
    ]
    if definisi.target_akhir and is_level(definisi) and not beyond:
        values.append(("Target akhir", ("target_akhir",), definisi.target_akhir))
    for name, path, value in values:
        bawah, atas = value.rentang or (value.nilai, value.nilai)
        if bawah is not None and atas is not None and (atas != 0 or arah is Arah.TURUN):
            yield _Target(name, path, bawah, atas)


def _goes(arah: Arah, before: _Target, after: _Target) -> bool:
    """Tell whether a target lies beyond the one before it in the direction of ``arah``."""
    if arah is Arah.NAIK:
        return after.bawah > before.bawah and after.atas > before.atas
    return after.bawah < before.bawah and after.atas < before.atas


def is_level(definisi: DefinisiIndikator) -> bool:
    """Tell whether an indicator measures a level, such as a percentage, and not a yearly amount."""
    if definisi.akumulasi is not None and definisi.akumulasi is not Akumulasi.TAHUNAN:
        return definisi.akumulasi is Akumulasi.POSISI
    return has_level_unit(definisi)


def has_level_unit(definisi: DefinisiIndikator) -> bool:
    """Tell whether the unit is one of levels, such as percent, whatever the years add up to."""
    if definisi.satuan is None:
        return not _AMOUNT.match(definisi.nama)
    return in_percent(definisi.satuan) or _LEVELS.match(definisi.satuan) is not None


def opposite_arah(pemda: Pemda, loaded: Loaded) -> Iterator[Problem]:
    """Yield the indicators of a Pemda that have the name of others and the opposite direction.

    Of those with one name the direction of fewer is reported; of two, the one in the later folder.
    Only what the newest decree of an instansi lists counts.
    """
    namesakes: dict[str, list[Indikator]] = defaultdict(list)
    for instansi in pemda.instansi.descendants():
        newest = instansi.terbaru.lokasi.berkas if instansi.terbaru else ""
        for indikator in instansi.indikator:
            in_force = indikator.terbaru.lokasi.berkas == newest
            if in_force and not indikator.id.startswith(WITHOUT_ID):
                namesakes[_plain_name(indikator)].append(indikator)
    for same in namesakes.values():
        naik, turun = (
            [indikator for indikator in same if effective_arah(indikator.definisi) is arah]
            for arah in (Arah.NAIK, Arah.TURUN)
        )
        if not naik or not turun:
            continue
        fewer, more = (naik, turun) if len(naik) < len(turun) else (turun, naik)
        if len(naik) == len(turun) and same.index(naik[0]) > same.index(turun[0]):
            fewer, more = naik, turun
        for indikator in fewer:
            if not explained("arah", *indikator.definisi.catatan):
                yield _opposite(indikator, more[0], loaded)


def _opposite(indikator: Indikator, other: Indikator, loaded: Loaded) -> Problem:
    lokasi = indikator.terbaru.lokasi
    document = loaded.documents[lokasi.berkas]
    key = "arah" if indikator.definisi.arah else "rumus_capaian"
    return document.warning(
        (*lokasi.path, key),
        "arah-berlawanan",
        f"Arah {quoted(indikator.nama, 80)} di sini {effective_arah(indikator.definisi)}, "
        f"sedangkan di {other.terbaru.lokasi.berkas} {effective_arah(other.definisi)}.",
        "Samakan “arah” keduanya. Kalau keduanya memang lain, jelaskan “arah” itu di “catatan”.",
    )


def _plain_name(indikator: Indikator) -> str:
    """Return the name without capitals and signs, and in one spelling, to compare names by."""
    words = _NOT_LETTERS.sub(" ", indikator.nama.lower()).strip()
    return _SPELLINGS.sub("persentase", words)
