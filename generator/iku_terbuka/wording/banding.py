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
from iku_terbuka.wording.angka import angka, dengan_satuan, nilai, rentang_tahun

_KAMI = {"realisasi": "realisasi di sini", "target": "target di sini", "capaian": "hitungan kami"}
_MEMBAIK = {True: " (membaik)", False: " (memburuk)", None: ""}
_PREDIKAT = {
    Status.MELAMPAUI: "terlampaui",
    Status.TERCAPAI: "tercapai",
    Status.BELUM_TERCAPAI: "belum tercapai",
}
_PENJELASAN = {
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
_TANPA_PENJELASAN = "Angka yang diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."
_PALING_TELITI = 60  # decimals


def kalimat_ambang() -> str:
    """Say when a change is called none, as the methodology prints it."""
    return (
        f"Perubahan disebut naik atau turun kalau besarnya sedikitnya {ambang()} dari angka "
        f"sebelumnya. Kalau lebih kecil, kami menyebutnya tetap. Contoh: dari 88,94 menjadi 88,95 "
        "disebut tetap; dari 3 menjadi 4 orang disebut naik."
    )


def ambang() -> str:
    """Return the threshold of a trend in percent: 0,1%."""
    return f"{angka((TREND_THRESHOLD * 100).normalize())}%"


def kalimat_tren(tren: Trend, satuan: str | None) -> str:
    """Say how the value moved since an earlier year, and whether that is better."""
    menjadi = _dengan_satuan(tren.after, satuan)
    if tren.change == 0:
        return f"Tetap {menjadi}, sama dengan {tren.tahun}."
    percent = in_percent(satuan)
    dari = _dengan_satuan(tren.before, satuan if percent else None)
    if tren.alike:
        return (
            f"Hasil {menjadi}, sama dengan {tren.tahun} ({dari}) pada ketelitian yang diterbitkan."
        )
    change = angka(abs(tren.change)) + (" poin persen" if percent else "")
    if tren.movement == 0:
        return (
            f"Tetap: dari {dari} pada {tren.tahun} menjadi {menjadi}. Selisihnya, {change}, kurang "
            f"dari {ambang()}."
        )
    verb, verdict = "Naik" if tren.movement > 0 else "Turun", _MEMBAIK[tren.improved]
    return f"{verb} {change} sejak {tren.tahun}, dari {dari} menjadi {menjadi}{verdict}."


def kalimat_acuan(banding: AgainstPoint, satuan: str | None) -> str:
    """Say how far the value is from a fixed point in its unit, and which side is the better one."""
    value, goal = _hasil(banding, satuan), _acuan(banding.point, satuan)
    if banding.side is None:
        return f"{value}; acuannya {goal}."
    if banding.point.rentang:
        return f"{value}, {_letak(banding, satuan)} rentang {goal}{_lebih_baik(banding)}."
    if banding.side == 0:
        return f"{value}, sama dengan {goal}."
    side = "lebih tinggi" if banding.side > 0 else "lebih rendah"
    return f"{value}, {side} {_jarak(banding, satuan)} daripada {goal}{_lebih_baik(banding)}."


def _lebih_baik(banding: AgainstPoint) -> str:
    """Say which side is the better one; nothing without a direction, or inside of a range."""
    if not banding.side or banding.arah not in {Arah.NAIK, Arah.TURUN}:
        return ""
    better = (banding.side > 0) is (banding.arah is Arah.NAIK)
    return " (lebih baik)" if better else " (kurang baik)"


def kalimat_akhir(akhir: AgainstEnd, satuan: str | None) -> str:
    """Say how much of the way to the end of the period is gone, and how much of the time.

    Where there is no way to measure, the distance in the unit. Never a percentage of the target.
    """
    banding = akhir.comparison
    value, goal = _hasil(banding, satuan), _acuan(banding.point, satuan)
    if banding.side is None:
        verdict = _PREDIKAT.get(banding.status) if banding.status else None
        words = f"{value}; target akhir {goal}" + (f" {verdict}" if verdict else "")
        reached = banding.status is not None and banding.status.terpenuhi
    elif banding.point.rentang and akhir.beyond:
        side = "di atas" if banding.side > 0 else "di bawah"
        how_far = f"{_jarak(banding, satuan)} {side}nya"
        words, reached = f"{value}, sudah melewati rentang target akhir {goal}: {how_far}", True
    elif banding.point.rentang:
        words = f"{value}, {_letak(banding, satuan)} rentang target akhir {goal}"
        reached = banding.side == 0
    elif banding.side == 0:
        words, reached = f"{value}, sama dengan target akhir", True
    elif akhir.beyond and not (banding.summed_years and akhir.arah is Arah.TURUN):
        side = "di atas" if banding.side > 0 else "di bawah"
        how_far = f"{_jarak(banding, satuan)} {side}nya"
        words, reached = f"{value}, sudah melewati target akhir {goal}: {how_far}", True
    else:
        words, reached = f"{value}{_jalan(akhir, goal, satuan)}", False
    return f"{words}{'' if reached else _waktu(akhir.elapsed)}."


def _jalan(akhir: AgainstEnd, goal: str, satuan: str | None) -> str:
    """Say how far the way is gone; without one, how far the end is."""
    jalan, banding = akhir.progress, akhir.comparison
    if jalan is None or akhir.start is None or banding.nilai is None:
        side = "di atas" if banding.side == 1 else "di bawah"
        still = "masih " if akhir.arah and not akhir.beyond else ""
        same = " (sama dengan kondisi awal)" if akhir.start == banding.point.nilai else ""
        return f", {still}{_jarak(banding, satuan)} {side} target akhir {goal}{same}"
    if banding.summed_years:
        return f", {_bulat(jalan)} dari target akhir {goal}"
    awal = _dengan_satuan(akhir.start, satuan if in_percent(satuan) else None)
    if jalan > 0:
        return (
            f": sudah {_bulat(jalan)} dari jalan antara kondisi awal {awal} dan target akhir {goal}"
        )
    if jalan == 0 or Trend(0, akhir.start, banding.nilai, None).movement == 0:
        return f": belum bergerak dari kondisi awal {awal} menuju target akhir {goal}"
    return f": menjauh dari target akhir {goal}, karena kondisi awalnya {awal}"


def _bulat(jalan: Decimal) -> str:
    """Return a share without decimals; what is not the whole never reads 100%, nor 0%."""
    if 0 < jalan < 1:
        return "kurang dari 1%"
    if 99 < jalan < 100:
        return "lebih dari 99%"
    return f"{angka(jalan.quantize(Decimal(1), ROUND_HALF_UP, WIDE))}%"


def _waktu(waktu: Decimal | None) -> str:
    if waktu is None:
        return ""
    if waktu == 100:
        return "; pada akhir tahun itu seluruh waktu periode sudah lewat"
    return f"; pada akhir tahun itu {_bulat(waktu)} waktu periode sudah lewat"


def _hasil(banding: AgainstPoint, satuan: str | None) -> str:
    """Return what was compared: a value with its grade, a sum of years, or a grade alone."""
    if banding.nilai is None:
        return f"Predikat {banding.predikat}"
    value = _dengan_satuan(banding.nilai, _satuan_pendek(satuan))
    value += f" ({banding.predikat})" if banding.predikat else ""
    if len(banding.summed_years) > 1:
        return f"Jumlah {rentang_tahun(banding.summed_years)}: {value}"
    return f"Hasil {value}"  # a sentence does not begin with digits


def _satuan_pendek(satuan: str | None) -> str | None:
    return None if satuan and " " in satuan else satuan


def _letak(banding: AgainstPoint, satuan: str | None) -> str:
    """Say where a value lies by a range, and how far from the nearer limit."""
    if banding.side == 0:
        return "di dalam"
    return f"{_jarak(banding, satuan)} di {'atas' if banding.side == 1 else 'bawah'}"


def _jarak(banding: AgainstPoint, satuan: str | None) -> str:
    """Return the distance with the decimals of what is compared; what differs is never 0 apart."""
    limits = (banding.nilai, banding.point.nilai, banding.point.bawah, banding.point.atas)
    distance, places = banding.distance or Decimal(0), _desimal(limits)
    shown = _dibulatkan(distance, places)
    while shown == 0 != distance and places < _PALING_TELITI:
        places += 1
        shown = _dibulatkan(distance, places)
    if in_percent(satuan):
        return f"{angka(shown)} poin persen"
    return _dengan_satuan(shown, _satuan_pendek(satuan))


def _desimal(values: Sequence[Decimal | None]) -> int:
    exponents = [value.as_tuple().exponent for value in values if value is not None]
    return max(-power if isinstance(power, int) and power < 0 else 0 for power in exponents)


def _dibulatkan(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def kalimat_terbitan(terbitan: PublishedFigure, rumus_lain: str | None) -> str:
    """Say which of two figures follows from the numbers; neither is overwritten."""
    apa, unit = terbitan.figure, "%" if terbitan.figure == "capaian" else ""
    first = f"{apa.capitalize()} yang diterbitkan: {angka(terbitan.published)}{unit}."
    if terbitan.agrees:
        return f"{first} Sama dengan {_KAMI[apa]} pada ketelitian yang diterbitkan."
    return " ".join([first, _angka_kami(terbitan, unit), *_penjelasan(terbitan, rumus_lain)])


def _angka_kami(terbitan: PublishedFigure, unit: str) -> str:
    if terbitan.ours is not None:
        shown = angka(_seteliti(terbitan.ours, terbitan.published, exact=bool(unit)))
        return f"{_KAMI[terbitan.figure].capitalize()}: {shown}{unit}. Keduanya berbeda."
    if terbitan.figure == "capaian":
        return "Kami tidak menghitung persentasenya."
    return f"Di sini tidak ada angka {terbitan.figure} untuk dibandingkan."


def _penjelasan(terbitan: PublishedFigure, rumus_lain: str | None) -> list[str]:
    if terbitan.figure != "capaian":
        return []
    if terbitan.explanation is None:
        return [_TANPA_PENJELASAN]
    terbit, alone = f"{angka(terbitan.published)}%", terbitan.ours is None
    missing = " dan ".join(terbitan.missing).capitalize()
    reached = "target tercapai" + ("" if alone else ", tanpa kelebihannya")
    words = {
        Explanation.RUMUS_LAIN: "Angka yang diterbitkan mengikuti rumus"
        f"{'' if alone else ' lain'}: {rumus_lain}.",
        Explanation.DIBATASI: f"Angka yang diterbitkan adalah hitungan kami yang dibatasi "
        f"{terbit}, batas yang dipakai daerah ini.",
        Explanation.STATUS: f"Angka {terbit} di sini berarti "
        f"{reached if terbitan.published else 'target belum tercapai'}.",
        Explanation.TANPA_DATA: f"{missing} tahun itu tidak ada di sini, jadi angka yang "
        "diterbitkan tidak dapat kami periksa.",
    }
    return [(words | _PENJELASAN)[terbitan.explanation]]


def _acuan(isi: IsiNilai, satuan: str | None) -> str:
    words = nilai(isi, satuan)
    return f"{words} ({isi.predikat})" if isi.predikat and isi.nilai is not None else words


def _dengan_satuan(value: Decimal, satuan: str | None) -> str:
    return dengan_satuan(angka(value), satuan)


def _seteliti(kami: Decimal, terbit: Decimal, *, exact: bool) -> Decimal:
    """Round a computed value to two decimals, or to as many as were published."""
    exponents = [value.as_tuple().exponent for value in (kami, terbit)]
    ours, theirs = (-power if isinstance(power, int) else 0 for power in exponents)
    if not exact and ours <= 6:
        return kami  # as typed
    return _dibulatkan(kami, max(2, theirs))
