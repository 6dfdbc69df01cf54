"""What changes in the files beside decrees and results: agreements, evaluations, the register."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from iku_terbuka.diff.keys import diff_models, diff_notes, reads_same
from iku_terbuka.diff.values import KeyChange
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.model.daftar_dokumen import EntriDokumen
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.keputusan import DOKUMEN
from iku_terbuka.model.perjanjian_kinerja import (
    PerjanjianKinerja,
    VersiPerjanjian,
    merged_program,
)
from iku_terbuka.wording import cite_decree, years_text

_PROMISES = frozenset({"target", "program"})


def diff_shared_decrees(old: Pemda, new: Pemda) -> Iterator[KeyChange]:
    """Yield what differs in the decrees for many instansi; each is named where it came or went."""
    for name in sorted({*old.dokumen, *new.dokumen}):
        before, after = old.dokumen.get(name), new.dokumen.get(name)
        if before and after:
            yield from _below(f"{DOKUMEN}.{name}", diff_models(before, after))
        else:
            yield KeyChange(f"{DOKUMEN}.{name}", _citation(before), _citation(after))


def diff_files(old: Instansi, new: Instansi, acuan: date | None) -> Iterator[KeyChange]:
    """Yield what differs between the two sides of an instansi.

    Targets of agreements that count on ``acuan`` are told of with the year of their indicator.
    """
    for tahun in sorted({*old.perjanjian_kinerja, *new.perjanjian_kinerja}):
        before, after = old.perjanjian_kinerja.get(tahun), new.perjanjian_kinerja.get(tahun)
        yield from _below(f"perjanjian_kinerja.{tahun}", _agreement(before, after, acuan))
    for tahun in sorted({*old.evaluasi, *new.evaluasi}):
        sides = old.evaluasi.get(tahun), new.evaluasi.get(tahun)
        yield from _below(f"evaluasi.{tahun}", diff_models(*sides, frozenset({"tahun"})))
    yield from _register(old.daftar_dokumen, new.daftar_dokumen)


def _below(key: str, changes: Iterable[KeyChange]) -> Iterator[KeyChange]:
    for change in changes:
        yield replace(change, kunci=f"{key}.{change.kunci}")


def _citation(dokumen: DokumenHukum | None) -> str | None:
    return cite_decree(dokumen.dasar_hukum) if dokumen else None


def _agreement(
    old: PerjanjianKinerja | None, new: PerjanjianKinerja | None, acuan: date | None
) -> Iterator[KeyChange]:
    """Yield what differs, version by version: a new one against what was agreed before it."""
    yield from diff_models(old, new, frozenset({"tahun", "versi"}))
    before, after = old.versi if old else (), new.versi if new else ()
    counting = len(new.versi_sampai(acuan)) if new else len(before)
    for place in range(max(len(before), len(after))):
        was, now = before[place : place + 1], after[place : place + 1]
        label = _label(*(now or was))
        later = (*was, *now) if place >= counting else ()
        named = {key for side in later for key in side.target}
        codes = {program.kode for side in (*was, *now) for program in side.program}
        sides = before[: place + 1], after[: place + 1]
        if was and now:
            yield from _below(label, diff_models(was[0], now[0], _PROMISES))
        else:
            yield KeyChange("versi", _ground(*was), _ground(*now))
        yield from _below(label, (*_targets(named, *sides), *_programmes(codes, *sides)))


def _label(versi: VersiPerjanjian) -> str:
    return f"{versi.jenis} {versi.tanggal}" if versi.tanggal else str(versi.jenis)


def _ground(versi: VersiPerjanjian | None = None) -> str | None:
    """Return a version that came or went, with the ground on which it was made."""
    if versi is None:
        return None
    ground = f", alasan {versi.alasan.replace('_', ' ')}" if versi.alasan else ""
    return f"{_label(versi)}{ground}"


def _targets(
    named: AbstractSet[str], old: Sequence[VersiPerjanjian], new: Sequence[VersiPerjanjian]
) -> Iterator[KeyChange]:
    """Yield the targets of ``named`` that differ after these versions."""
    before, after = (
        {key: value for versi in side for key, value in versi.target.items()} for side in (old, new)
    )
    for key in sorted(named):
        was, now = before.get(key), after.get(key)
        if not reads_same(was, now):
            yield KeyChange(f"target.{key}", was, now)
        yield from diff_notes(f"target.{key}", was, now)


def _programmes(
    codes: AbstractSet[str], old: Sequence[VersiPerjanjian], new: Sequence[VersiPerjanjian]
) -> Iterator[KeyChange]:
    before, after = (
        {program.kode: program for program in merged_program(side)} for side in (old, new)
    )
    for kode in sorted(codes):
        was, now = before.get(kode), after.get(kode)
        name = next(side.nama or kode for side in (now, was) if side)
        yield from _below(name, diff_models(was, now, frozenset({"kode"})))


def _register(old: Sequence[EntriDokumen], new: Sequence[EntriDokumen]) -> Iterator[KeyChange]:
    """Yield what differs in the register; entries of one kind and year are paired in order."""
    before, after = _by_title(old), _by_title(new)
    for title in sorted({*before, *after}):
        was, now = before.get(title), after.get(title)
        if was and now:
            changes = diff_models(was, now, frozenset({"jenis", "tahun", "periode"}))
            yield from _below(f"daftar_dokumen.{title}", changes)
        else:
            yield KeyChange("daftar_dokumen", title if was else None, title if now else None)


def _by_title(entries: Sequence[EntriDokumen]) -> dict[str, EntriDokumen]:
    found: dict[str, EntriDokumen] = {}
    turns: Counter[str] = Counter()
    for entry in entries:
        title = f"{entry.jenis} {years_text(entry.tahun_dokumen)}"
        turns[title] += 1
        found[title if turns[title] == 1 else f"{title} ({turns[title]})"] = entry
    return found
