"""Comparisons in words: trend (did it rise?) is kept apart from achievement (was it enough?)."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from iku_terbuka.capaian import (
    TREND_THRESHOLD,
    AgainstEnd,
    AgainstPoint,
    Explanation,
    PublishedFigure,
    Status,
    Trend,
)
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model import Arah
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.wording.notation import (
    number_text,
    short_satuan,
    with_predikat,
    with_satuan,
    years_text,
)

_OURS = {"realisasi": "realisasi di sini", "target": "target di sini", "capaian": "hitungan kami"}
_IMPROVED = {True: " (membaik)", False: " (memburuk)", None: ""}
_VERDICTS = {
    Status.MELAMPAUI: "terlampaui",
    Status.TERCAPAI: "tercapai",
    Status.BELUM_TERCAPAI: "belum tercapai",
}
_EXPLANATIONS = {
    Explanation.DARI_TERBITAN: "Angka yang diterbitkan mengikuti target dan realisasi yang "
    "diterbitkan.",
    Explanation.PEMBULATAN: "Angka yang diterbitkan cocok dengan realisasi yang belum dibulatkan.",
    Explanation.BATAS_LAIN: "Angka yang diterbitkan dihitung dari batas lain rentang targetnya.",
    Explanation.KONDISI_AWAL: "Angka yang diterbitkan adalah kemajuan dari kondisi awal: "
    "(realisasi − kondisi awal) ÷ (target − kondisi awal).",
    Explanation.BUKAN_ANGKA: "Target atau realisasinya berupa predikat, jadi persentasenya tidak "
    "dapat kami periksa.",
    Explanation.CATATAN: "Rumus yang kami kenal tidak menghasilkan angka itu; lihat catatan.",
}
_UNEXPLAINED = "Angka yang diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."
_MAX_DECIMALS = 60


def threshold_sentence() -> str:
    """Say when a change is called none, as the methodology prints it."""
    return (
        f"Perubahan disebut naik atau turun kalau besarnya sedikitnya {trend_threshold()} dari "
        "angka sebelumnya. Kalau lebih kecil, kami menyebutnya tetap. Contoh: dari 88,94 menjadi "
        "88,95 disebut tetap; dari 3 menjadi 4 orang disebut naik."
    )


def trend_threshold() -> str:
    """Return the threshold of a trend in percent: 0,1%."""
    return f"{number_text((TREND_THRESHOLD * 100).normalize())}%"


def trend_sentence(trend: Trend, satuan: str | None) -> str:
    """Say how the value moved since an earlier year, and whether that is better."""
    after = _with_satuan(trend.after, satuan)
    if trend.change == 0:
        return f"Tetap {after}, sama dengan {trend.tahun}."
    percent = in_percent(satuan)
    before = _with_satuan(trend.before, satuan if percent else None)
    if trend.alike:
        return (
            f"Hasil {after}, sama dengan {trend.tahun} ({before}) pada ketelitian yang diterbitkan."
        )
    change = number_text(abs(trend.change)) + (" poin persen" if percent else "")
    if trend.movement == 0:
        return (
            f"Tetap: dari {before} pada {trend.tahun} menjadi {after}. Selisihnya, {change}, "
            f"kurang dari {trend_threshold()}."
        )
    verb, verdict = "Naik" if trend.movement > 0 else "Turun", _IMPROVED[trend.improved]
    return f"{verb} {change} sejak {trend.tahun}, dari {before} menjadi {after}{verdict}."


def point_sentence(comparison: AgainstPoint, satuan: str | None) -> str:
    """Say how far the value is from a fixed point in its unit, and which side is the better one."""
    value, goal = (
        _compared(comparison, satuan),
        with_predikat(comparison.point, satuan, comparison.point.predikat),
    )
    if comparison.side is None:
        return f"{value}; acuannya {goal}."
    if comparison.point.rentang:
        return f"{value}, {_position(comparison, satuan)} rentang {goal}{_better(comparison)}."
    if comparison.side == 0:
        return f"{value}, sama dengan {goal}."
    side = "lebih tinggi" if comparison.side > 0 else "lebih rendah"
    return f"{value}, {side} {_distance(comparison, satuan)} daripada {goal}{_better(comparison)}."


def elsewhere_sentence(
    wilayah: str, nilai: IsiNilai, comparison: AgainstPoint | None, satuan: str | None
) -> str:
    """Say what a result came to elsewhere, and on which side of it the result here lies."""
    words = f"{wilayah}: {with_predikat(nilai, satuan, nilai.predikat)}"
    if comparison is None or comparison.side is None:
        return f"{words}."
    if comparison.side == 0:
        return f"{words}; hasil di sini sama."
    side = "lebih tinggi" if comparison.side > 0 else "lebih rendah"
    how_far = f"{side} {_distance(comparison, satuan)}{_better(comparison)}"
    return f"{words}; hasil di sini {how_far}."


def _better(comparison: AgainstPoint) -> str:
    """Say which side is the better one; nothing without a direction, or inside of a range."""
    if not comparison.side or comparison.arah not in {Arah.NAIK, Arah.TURUN}:
        return ""
    better = (comparison.side > 0) is (comparison.arah is Arah.NAIK)
    return " (lebih baik)" if better else " (kurang baik)"


def end_sentence(end: AgainstEnd, satuan: str | None) -> str:
    """Say how much of the way to the end of the period is gone, and how much of the time.

    Where there is no way to measure, the distance in the unit. Never a percentage of the target.
    """
    comparison = end.comparison
    value, goal = (
        _compared(comparison, satuan),
        with_predikat(comparison.point, satuan, comparison.point.predikat),
    )
    if comparison.side is None:
        verdict = _VERDICTS.get(comparison.status) if comparison.status else None
        words = f"{value}; target akhir {goal}" + (f" {verdict}" if verdict else "")
        reached = comparison.status is not None and comparison.status.terpenuhi
    elif comparison.point.rentang and end.beyond:
        side = "di atas" if comparison.side > 0 else "di bawah"
        how_far = f"{_distance(comparison, satuan)} {side}nya"
        words, reached = f"{value}, sudah melewati rentang target akhir {goal}: {how_far}", True
    elif comparison.point.rentang:
        words = f"{value}, {_position(comparison, satuan)} rentang target akhir {goal}"
        reached = comparison.side == 0
    elif comparison.side == 0:
        words, reached = f"{value}, sama dengan target akhir", True
    elif end.beyond and not (comparison.summed_years and end.arah is Arah.TURUN):
        side = "di atas" if comparison.side > 0 else "di bawah"
        how_far = f"{_distance(comparison, satuan)} {side}nya"
        words, reached = f"{value}, sudah melewati target akhir {goal}: {how_far}", True
    else:
        words, reached = f"{value}{_way(end, goal, satuan)}", False
    return f"{words}{'' if reached else _elapsed(end.elapsed)}."


def _way(end: AgainstEnd, goal: str, satuan: str | None) -> str:
    """Say how far the way is gone; without one, how far the end is."""
    way, comparison = end.progress, end.comparison
    if way is None or end.start is None or comparison.nilai is None:
        side = "di atas" if comparison.side == 1 else "di bawah"
        still = "masih " if end.arah and not end.beyond else ""
        same = " (sama dengan kondisi awal)" if end.start == comparison.point.nilai else ""
        return f", {still}{_distance(comparison, satuan)} {side} target akhir {goal}{same}"
    if comparison.summed_years:
        return f", {_whole_percent(way)} dari target akhir {goal}"
    start = _with_satuan(end.start, satuan if in_percent(satuan) else None)
    if way > 0:
        share = _whole_percent(way)
        return f": sudah {share} dari jalan antara kondisi awal {start} dan target akhir {goal}"
    if way == 0 or Trend(0, end.start, comparison.nilai, None).movement == 0:
        return f": belum bergerak dari kondisi awal {start} menuju target akhir {goal}"
    return f": menjauh dari target akhir {goal}, karena kondisi awalnya {start}"


def _whole_percent(way: Decimal) -> str:
    """Return a share without decimals; what is not the whole never reads 100%, nor 0%."""
    if 0 < way < 1:
        return "kurang dari 1%"
    if 99 < way < 100:
        return "lebih dari 99%"
    return f"{number_text(way.quantize(Decimal(1), ROUND_HALF_UP, WIDE))}%"


def _elapsed(elapsed: Decimal | None) -> str:
    if elapsed is None:
        return ""
    if elapsed == 100:
        return "; pada akhir tahun itu seluruh waktu periode sudah lewat"
    return f"; pada akhir tahun itu {_whole_percent(elapsed)} waktu periode sudah lewat"


def _compared(comparison: AgainstPoint, satuan: str | None) -> str:
    """Return what was compared: a value with its grade, a sum of years, or a grade alone."""
    if comparison.nilai is None:
        return f"Predikat {comparison.predikat}"
    value = _with_satuan(comparison.nilai, short_satuan(satuan))
    value += f" ({comparison.predikat})" if comparison.predikat else ""
    if len(comparison.summed_years) > 1:
        return f"Jumlah {years_text(comparison.summed_years)}: {value}"
    return f"Hasil {value}"  # a sentence does not begin with digits


def _position(comparison: AgainstPoint, satuan: str | None) -> str:
    """Say where a value lies by a range, and how far from the nearer limit."""
    if comparison.side == 0:
        return "di dalam"
    return f"{_distance(comparison, satuan)} di {'atas' if comparison.side == 1 else 'bawah'}"


def _distance(comparison: AgainstPoint, satuan: str | None) -> str:
    """Return the distance with the decimals of what is compared; what differs is never 0 apart."""
    limits = (
        comparison.nilai,
        comparison.point.nilai,
        comparison.point.bawah,
        comparison.point.atas,
    )
    distance, places = comparison.distance or Decimal(0), _decimals(limits)
    shown = _rounded(distance, places)
    while shown == 0 != distance and places < _MAX_DECIMALS:
        places += 1
        shown = _rounded(distance, places)
    if in_percent(satuan):
        return f"{number_text(shown)} poin persen"
    return _with_satuan(shown, short_satuan(satuan))


def _decimals(values: Sequence[Decimal | None]) -> int:
    exponents = [value.as_tuple().exponent for value in values if value is not None]
    return max(-power if isinstance(power, int) and power < 0 else 0 for power in exponents)


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def published_sentence(published: PublishedFigure, other_rumus: str | None) -> str:
    """Say which of two figures follows from the numbers; neither is overwritten."""
    figure, unit = published.figure, "%" if published.figure == "capaian" else ""
    first = f"{figure.capitalize()} yang diterbitkan: {number_text(published.published)}{unit}."
    if published.agrees:
        return f"{first} Sama dengan {_OURS[figure]} pada ketelitian yang diterbitkan."
    return " ".join([first, _our_figure(published, unit), *_explanation(published, other_rumus)])


def _our_figure(published: PublishedFigure, unit: str) -> str:
    if published.ours is not None:
        shown = number_text(as_precise(published.ours, published.published, exact=bool(unit)))
        return f"{_OURS[published.figure].capitalize()}: {shown}{unit}. Keduanya berbeda."
    if published.figure == "capaian":
        return "Kami tidak menghitung persentasenya."
    return f"Di sini tidak ada angka {published.figure} untuk dibandingkan."


def _explanation(published: PublishedFigure, other_rumus: str | None) -> list[str]:
    if published.figure != "capaian":
        return []
    if published.explanation is None:
        return [_UNEXPLAINED]
    theirs, alone = f"{number_text(published.published)}%", published.ours is None
    missing = " dan ".join(published.missing).capitalize()
    reached = "target tercapai" + ("" if alone else ", tanpa kelebihannya")
    words = {
        Explanation.RUMUS_LAIN: "Angka yang diterbitkan mengikuti rumus"
        f"{'' if alone else ' lain'}: {other_rumus}.",
        Explanation.DIBATASI: f"Angka yang diterbitkan adalah hitungan kami yang dibatasi "
        f"{theirs}, batas yang dipakai daerah ini.",
        Explanation.STATUS: f"Angka {theirs} di sini berarti "
        f"{reached if published.published else 'target belum tercapai'}.",
        Explanation.TANPA_DATA: f"{missing} tahun itu tidak ada di sini, jadi angka yang "
        "diterbitkan tidak dapat kami periksa.",
    }
    return [(words | _EXPLANATIONS)[published.explanation]]


def _point(point: IsiNilai, satuan: str | None) -> str:
    return with_predikat(point, satuan, point.predikat)


def _with_satuan(value: Decimal, satuan: str | None) -> str:
    return with_satuan(number_text(value), satuan)


def as_precise(ours: Decimal, theirs: Decimal, *, exact: bool) -> Decimal:
    """Round a computed value to two decimals, or to as many as were published."""
    exponents = [value.as_tuple().exponent for value in (ours, theirs)]
    own, published = (-power if isinstance(power, int) else 0 for power in exponents)
    if not exact and own <= 6:
        return ours  # as typed
    return _rounded(ours, max(2, published))
