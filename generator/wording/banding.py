"""Comparisons in words: trend (did it rise?) is kept apart from achievement (was it enough?)."""

from decimal import ROUND_HALF_UP, Decimal

from generator.capaian import TanpaCapaian, Terbitan, TerhadapAcuan, Tren
from generator.capaian.status import LEGA
from generator.model.iku import IsiNilai
from generator.model.satuan import adalah_persen
from generator.wording.angka import angka, dengan_satuan, nilai, persen, rentang_tahun

_SERATUS = Decimal(100)
_KAMI = {"realisasi": "realisasi di sini", "target": "target di sini", "capaian": "hitungan kami"}


def kalimat_tren(tren: Tren, satuan: str | None) -> str:
    """Say how the value moved since an earlier year, and whether that is better."""
    menjadi = _dengan_satuan(tren.menjadi, satuan)
    if tren.selisih == 0:
        return f"Tetap {menjadi}, sama dengan {tren.tahun}."
    percent = adalah_persen(satuan)
    dari = _dengan_satuan(tren.dari, satuan if percent else None)
    if tren.setara:
        return f"{menjadi}, sama dengan {tren.tahun} ({dari}) pada ketelitian yang diterbitkan."
    gerak = "Naik" if tren.selisih > 0 else "Turun"
    change = angka(abs(tren.selisih)) + (" poin persen" if percent else "")
    verdict = {True: " Ini membaik.", False: " Ini memburuk.", None: ""}[tren.membaik]
    return f"{gerak} {change} sejak {tren.tahun}, dari {dari} menjadi {menjadi}.{verdict}"


def kalimat_acuan(banding: TerhadapAcuan, satuan: str | None) -> str:
    """Say how the value stands against a fixed point, whichever side of it is the good one."""
    goal = _acuan(banding.acuan, satuan)
    value = _dengan_satuan(banding.nilai, None if satuan and " " in satuan else satuan)
    value += f" ({banding.predikat})" if banding.predikat else ""
    if len(banding.tahun_dijumlahkan) > 1:
        value = f"Jumlah {rentang_tahun(banding.tahun_dijumlahkan)}: {value}"
    if banding.capaian is TanpaCapaian.RUMUS_STATUS:
        return f"{value}; acuannya {goal}."
    if banding.acuan.rentang:
        return f"{value}, {_letak(banding, *banding.acuan.rentang)} rentang {goal}."
    first = f"{value} dibanding {goal}"
    if isinstance(banding.capaian, Decimal):
        return f"{first}, capaiannya {persen(banding.capaian)}."
    return f"{first}. Capaiannya tidak dapat dihitung karena {banding.capaian}."


def _letak(banding: TerhadapAcuan, bawah: Decimal, atas: Decimal) -> str:
    """Say where a value lies; a percentage of a range would read as a triumph above it."""
    value = banding.nilai
    if isinstance(banding.capaian, Decimal):  # from the value before rounding; 100 is inside
        value, bawah, atas = banding.capaian, _SERATUS, _SERATUS
    return "di atas" if value > atas else "di bawah" if value < bawah else "di dalam"


def kalimat_terbitan(terbitan: Terbitan, rumus_lain: str | None) -> str:
    """Say which of two figures follows from the numbers; neither is overwritten."""
    apa, unit = terbitan.apa, "%" if terbitan.apa == "capaian" else ""
    first = f"{apa.capitalize()} yang diterbitkan: {angka(terbitan.terbit)}{unit}."
    if terbitan.sama:
        return f"{first} Sama dengan {_KAMI[apa]} pada ketelitian yang diterbitkan."
    return " ".join([first, _angka_kami(terbitan, unit), *_penjelasan(terbitan, rumus_lain)])


def _angka_kami(terbitan: Terbitan, unit: str) -> str:
    if terbitan.kami is not None:
        shown = angka(_seteliti(terbitan.kami, terbitan.terbit, exact=bool(unit)))
        return f"{_KAMI[terbitan.apa].capitalize()}: {shown}{unit}. Keduanya berbeda."
    if terbitan.apa == "capaian":
        return "Kami tidak menghitung persentasenya."
    return f"Di sini tidak ada angka {terbitan.apa} untuk dibandingkan."


def _penjelasan(terbitan: Terbitan, rumus_lain: str | None) -> list[str]:
    if terbitan.dari_terbitan:
        return ["Angka yang diterbitkan mengikuti target dan realisasi yang diterbitkan."]
    if rumus_lain:
        other = "rumus lain" if terbitan.kami is not None else "rumus"
        return [f"Angka yang diterbitkan mengikuti {other}: {rumus_lain}."]
    if terbitan.apa == "capaian":
        return ["Angka yang diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."]
    return []


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
    return kami.quantize(Decimal(1).scaleb(-max(2, theirs)), ROUND_HALF_UP, LEGA)
