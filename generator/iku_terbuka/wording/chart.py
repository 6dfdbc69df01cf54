"""The title of an indicator's chart: what its numbers say, in one clause without a full stop.

It speaks only of what the chart draws (years in today's unit), names a verdict only as the status
does, and sets movement against it only where a direction says which way is better.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from iku_terbuka.capaian import (
    Measurement,
    Status,
    alike_when_rounded,
    movement,
    same_satuan,
    series_breaks,
)
from iku_terbuka.model import Arah, Indikator
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.wording.notation import BARE_UNITS, count_word, satuan_word, value_text, years_text
from iku_terbuka.wording.promise import unsigned_sentence

_VERDICTS = {
    Status.MELAMPAUI: "hasil {} melampaui target",
    Status.TERCAPAI: "target {} tercapai",
    Status.BELUM_TERCAPAI: "target {} belum tercapai",
}
_NO_RESULT = {
    Status.TIDAK_DIUKUR: "Realisasi {} tidak diukur",
    Status.TIDAK_BERLAKU: "Indikator ini tidak berlaku pada {}",
}


def chart_title(indikator: Indikator, measurements: Sequence[Measurement]) -> str:
    """Return the title."""
    drawn = _drawn(indikator, measurements)
    past = [year for year in drawn if year.status is not Status.BELUM_WAKTUNYA]
    results = [year for year in past if year.status.ada_hasil]
    if results:
        run = _run(results, [found.tahun for found in series_breaks(indikator)])
        words = _result(results[-1], run, indikator.definisi.arah, _percent_unit(indikator))
        drafts = [year.tahun for year in (*run, results[-1]) if year.sementara]
        if drafts:
            words += f" (angka {years_text(set(drafts))} sementara)"
    elif past and past[-1].status is Status.BERJALAN and past[-1].realisasi:
        words = _figure(past[-1].tahun, past[-1].realisasi, _percent_unit(indikator))
        words += f" (angka sementara); {past[-1].reason}"
    elif past and past[-1].status in _NO_RESULT:
        words = _NO_RESULT[past[-1].status].format(past[-1].tahun)
    else:
        since = max((found.tahun for found in series_breaks(indikator)), default=0)
        words = _targets(indikator, [year for year in drawn if year.tahun >= since] or drawn)
        if any(year.realisasi for year in measurements):
            words += "; belum ada realisasi dalam satuan ini"
        elif any(year.status is Status.BELUM_DILAPORKAN for year in past):
            words += "; realisasi belum dilaporkan"
    return words[0].upper() + words[1:]


def chart_subtitle(indikator: Indikator, measurements: Sequence[Measurement]) -> str:
    """Return what the chart shows: series, years, unit, and that low is good where it is."""
    drawn = _drawn(indikator, measurements)
    what = "Target dan realisasi" if any(year.realisasi for year in drawn) else "Target"
    years = f" {years_text(year.tahun for year in drawn)}" if drawn else ""
    satuan = indikator.definisi.satuan
    words = what + years
    if satuan is not None and satuan.lower() not in BARE_UNITS and not indikator.definisi.dated:
        words += f", dalam {satuan_word(satuan)}".replace("dalam per ", "per ")
    if indikator.definisi.arah is not Arah.TURUN:
        return words
    return f"{words}; makin {'awal' if indikator.definisi.dated else 'rendah'} makin baik"


def _drawn(indikator: Indikator, measurements: Sequence[Measurement]) -> list[Measurement]:
    satuan = indikator.definisi.satuan
    return [year for year in measurements if same_satuan(indikator.satuan(year.tahun), satuan)]


def _percent_unit(indikator: Indikator) -> str | None:
    """Return the unit where it belongs to each number; the subtitle names any other."""
    satuan = indikator.definisi.satuan
    return satuan if in_percent(satuan) else None


def _result(
    newest: Measurement, run: Sequence[Measurement], arah: Arah | None, unit: str | None
) -> str:
    moved = _movement(run) if arah is not Arah.STATUS else ""
    verdict = _VERDICTS.get(newest.status, "").format(newest.tahun)
    if moved and verdict:
        better = _improved(run, arah)
        against = better is not None and better is not newest.status.terpenuhi
        return f"{moved}, {'tetapi' if against else 'dan'} {verdict}"
    if verdict:
        return verdict
    if newest.realisasi is None:
        return f"realisasi {newest.tahun} tidak dapat dihitung"
    if newest.target is None:
        why = f"target {newest.tahun} tidak disebut"
    else:
        why = f"capaian {newest.tahun} tidak dapat dihitung"
    return f"{moved or _figure(newest.tahun, newest.realisasi, unit)}; {why}"


def _figure(tahun: int, realisasi: IsiNilai, unit: str | None) -> str:
    return f"realisasi {tahun} adalah {value_text(realisasi, unit)}"


def _run(results: Sequence[Measurement], breaks: Collection[int]) -> list[Measurement]:
    """Return the years that end with the newest, follow each other and move one way.

    In a year of ``breaks`` another series begins.
    """
    run = [results[-1]]
    for before in reversed(results[:-1]):
        if before.tahun != run[0].tahun - 1 or run[0].tahun in breaks:
            break
        side = _side(before, run[0])
        if side is None or (len(run) > 1 and (side == 0 or side != _side(run[0], run[1]))):
            break
        run.insert(0, before)
    return run if len(run) > 1 else []


def _side(before: Measurement, after: Measurement) -> int | None:
    """Return −1, 0 or 1 as a reader sees it; ``None`` where figures or their rounding hide it.

    A change below the threshold of trends is 0.
    """
    first, last = (year.realisasi.nilai if year.realisasi else None for year in (before, after))
    if first is None or last is None or alike_when_rounded(before, after):
        return None
    if first == last and before.exact != after.exact:
        return None
    return movement(first, last)


def _movement(run: Sequence[Measurement]) -> str:
    if not run:
        return ""
    side, steps = _side(run[-2], run[-1]), len(run) - 1
    if side == 0:
        alike = "sama" if run[-2].exact == run[-1].exact else "hampir sama"
        return f"realisasi {alike} seperti {run[-2].tahun}"
    verb = "naik" if side == 1 else "turun"
    since = f"{count_word(steps)} tahun beruntun" if steps > 1 else f"dari {run[-2].tahun}"
    return f"realisasi {verb} {since}"


def _improved(run: Sequence[Measurement], arah: Arah | None) -> bool | None:
    side = _side(run[-2], run[-1])
    if not side or arah not in {Arah.NAIK, Arah.TURUN}:
        return None
    return (side > 0) is (arah is Arah.NAIK)


def _targets(indikator: Indikator, drawn: Sequence[Measurement]) -> str:
    unit = _percent_unit(indikator)
    goals = [(year.tahun, year.target) for year in drawn if year.target]
    if not goals:
        signing = unsigned_sentence(indikator).removesuffix(".")
        return signing or _without_targets(indikator.definisi, unit)
    noted = [tahun for tahun, value in goals if value.catatan]
    note = f" (lihat catatan tentang {years_text(noted)})" if noted else ""
    return _drawn_targets(goals, unit) + note


def _drawn_targets(goals: Sequence[tuple[int, IsiNilai]], unit: str | None) -> str:
    words = [value_text(value, unit) for _, value in goals]
    if len(goals) == 1:
        return f"target {goals[0][0]} adalah {words[0]}"
    numbers = [value.nilai for _, value in goals if value.nilai is not None]
    if len(numbers) == len(goals):
        return _target_numbers(numbers, words)
    if len(set(words)) == 1:
        return f"target tetap {words[0]}"
    if words[0] == words[-1]:
        return "target berubah-ubah"
    return f"target berubah dari {words[0]} menjadi {words[-1]}"


def _without_targets(definisi: DefinisiIndikator, unit: str | None) -> str:
    if definisi.target_akhir:
        end = f"target akhir periode {value_text(definisi.target_akhir, unit)}"
        start = definisi.kondisi_awal
        return f"{end}, dari kondisi awal {value_text(start, unit)}" if start else end
    if definisi.nilai_tercetak:
        return "target per tahun tidak dapat dipastikan"
    return "tidak ada target per tahun"


def _target_numbers(numbers: Sequence[Decimal], words: Sequence[str]) -> str:
    if min(numbers) == max(numbers):
        return f"target tetap {words[0]}"
    for verb, order in (("naik", sorted(numbers)), ("turun", sorted(numbers, reverse=True))):
        if order == list(numbers):
            return f"target {verb} dari {words[0]} menjadi {words[-1]}"
    low, high = (words[numbers.index(pick(numbers))] for pick in (min, max))
    return f"target berubah-ubah antara {low} dan {high}"
