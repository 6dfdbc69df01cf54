"""The sentences that state results: one per indicator and year, the same wherever it is read.

Lead, text alternative, search and share text use the same words. Each says year, indicator,
realisasi, target, verdict; without a result it says so and why. Never “gagal”, never a zero for a
missing number. They are ``Markup`` with the figures in bold; ``striptags()`` gives the plain text.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from iku_terbuka.capaian import Measurement, NoCapaian, Status, effective_arah, nearest_limit
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model import Arah
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent, is_rank
from iku_terbuka.wording.bagian_tahun import to_date_words
from iku_terbuka.wording.notation import (
    BARE_UNITS,
    number_text,
    percent_text,
    short_satuan,
    value_text,
    with_predikat,
    with_satuan,
)
from iku_terbuka.wording.promise import basis_words, earlier_values

_MAX_DECIMALS = 60
_VERDICTS = {
    Status.MELAMPAUI: Markup("<strong>melampaui target</strong>"),
    Status.TERCAPAI: Markup("<strong>tercapai</strong>"),
    Status.BELUM_TERCAPAI: Markup("<strong>belum tercapai</strong>"),
}
_WITHOUT_RESULT = {
    Status.TIDAK_DIUKUR: Markup("Pada {tahun}, {nama} <strong>tidak diukur</strong>."),
    Status.TIDAK_BERLAKU: Markup("Pada {tahun}, {nama} <strong>tidak berlaku</strong>."),
    Status.DIGANTIKAN: Markup("Untuk {tahun}, {nama} <strong>digantikan</strong>: {why}."),
    Status.BELUM_WAKTUNYA: Markup(
        "Untuk {tahun}, {nama} <strong>belum waktunya</strong> dilaporkan."
    ),
    Status.TIDAK_DAPAT_DIHITUNG: Markup(
        "Pada {tahun}, {nama} <strong>tidak dapat dihitung</strong> karena {why}."
    ),
    Status.BELUM_DILAPORKAN: Markup(
        "Untuk {tahun}, {nama} <strong>belum dilaporkan</strong> di sini."
    ),
    Status.BERJALAN: Markup(
        "Tahun {tahun}, {nama} <strong>masih berjalan</strong>; lihat angka dalam tahunnya."
    ),
}
# Of a year that runs, where its parts tell how far it has come.
_TO_DATE = Markup(
    "{nama} tahun {tahun}, <strong>{progress}</strong>. Setahun belum dinilai karena {why}."
)
# Targets of these kinds have no percentage by their nature; the sentence says what there is.
_NO_PERCENTAGE = {NoCapaian.RUMUS_STATUS, NoCapaian.TANGGAL, NoCapaian.DI_LUAR_RENTANG}


def year_sentence(definisi: DefinisiIndikator, measurement: Measurement) -> Markup:
    """Return the sentence on one indicator in one year."""
    nama, tahun = _name(definisi), measurement.tahun
    if measurement.realisasi is not None:
        return _with_result(definisi, measurement, measurement.realisasi)
    progress = to_date_words(measurement.sampai, definisi.satuan) if measurement.sampai else ""
    running = measurement.status is Status.BERJALAN
    target = (
        Markup(" {} {}{}.").format(
            "Target setahun" if running else "Targetnya",
            target_text(definisi, measurement.target),
            _promised_otherwise(definisi, measurement),
        )
        if measurement.target
        else Markup("")
    )
    words = _WITHOUT_RESULT.get(measurement.status, _WITHOUT_RESULT[Status.BELUM_DILAPORKAN])
    if running and progress:
        words = _TO_DATE
    why = measurement.reason or "datanya belum lengkap"
    first = words.format(tahun=tahun, nama=nama, why=why, progress=progress)
    if progress and not running:
        target += Markup(" Yang ada baru {}.").format(progress)
    return first if measurement.status is Status.TIDAK_BERLAKU else first + target


def _name(definisi: DefinisiIndikator) -> str:
    """Return the name, with whose figure it is where that is not the instansi alone."""
    whose = definisi.cakupan
    return definisi.nama if whose is None or whose in definisi.nama else f"{definisi.nama} {whose}"


def _with_result(
    definisi: DefinisiIndikator, measurement: Measurement, realisasi: IsiNilai
) -> Markup:
    value = with_predikat(realisasi, definisi.satuan, measurement.predikat)
    if measurement.status is Status.BERJALAN:
        return _running(definisi, measurement)
    start = Markup("{} tahun {}: <strong>{}</strong>").format(
        _name(definisi), measurement.tahun, value
    )
    draft = " (angka sementara)" if measurement.sementara else ""
    if measurement.target is None:
        why = (
            "Targetnya tercetak, tetapi tidak dapat dipasangkan dengan tahunnya"
            if definisi.nilai_tercetak
            else "Target tahun itu tidak disebut"
        )
        return start + Markup("{}. {}, jadi hasilnya tidak dinilai.").format(draft, why)
    goal = target_text(definisi, measurement.target, short=realisasi.nilai is not None)
    before = _promised_otherwise(definisi, measurement)
    start += Markup("{}. Target {}{}").format(draft, goal, before)
    verdict = _VERDICTS.get(measurement.status)
    if verdict is None:
        words = Markup("; hasilnya <strong>tidak dapat dinilai</strong> karena {}.")
        return start + words.format(measurement.reason)
    percent = (
        "" if measurement.capaian is None else f" (capaian {percent_text(measurement.capaian)})"
    )
    more = "".join(f" {words}" for words in _additions(definisi, measurement))
    # Beside “paling tinggi”, a target that is exceeded would sound like a failure.
    beyond = (
        f"; hasilnya {_better_side(definisi)}" if measurement.status is Status.MELAMPAUI else ""
    )
    return start + Markup("{}, jadi {}{}.{}").format(beyond, verdict, percent, more)


def _promised_otherwise(definisi: DefinisiIndikator, measurement: Measurement) -> str:
    """Say which document counts and what was promised besides, in brackets; empty if nothing."""
    said = (basis_words(measurement, definisi.satuan), earlier_values(measurement))
    words = "; ".join(filter(None, said))
    return f" ({words})" if words else ""


def _better_side(definisi: DefinisiIndikator) -> str:
    if is_rank(definisi.satuan):
        return "lebih baik"
    return "lebih rendah" if effective_arah(definisi) is Arah.TURUN else "lebih tinggi"


def _running(definisi: DefinisiIndikator, measurement: Measurement) -> Markup:
    """Say how far a year has come that is not judged yet."""
    unit = with_satuan("", definisi.satuan) if _is_count(definisi, measurement) else ""
    return Markup("{} tahun {} <strong>{}</strong>{}. Hasil ini belum dinilai karena {}.").format(
        _name(definisi),
        measurement.tahun,
        progress_words(definisi, measurement),
        unit,
        measurement.reason,
    )


def progress_words(definisi: DefinisiIndikator, measurement: Measurement) -> str:
    """Say a result that is not judged in a few words: berjalan: 210 dari 400."""
    word = "berjalan" if measurement.reason is NoCapaian.TAHUN_BERJALAN else "sementara"
    if measurement.realisasi is None:
        sampai = measurement.sampai
        return f"{word}, {to_date_words(sampai, definisi.satuan)}" if sampai else word
    if measurement.target and _is_count(definisi, measurement):
        return f"{word}: {value_text(measurement.realisasi)} dari {value_text(measurement.target)}"
    value = with_predikat(measurement.realisasi, definisi.satuan, measurement.predikat)
    goal = (
        f"; target {target_text(definisi, measurement.target, short=True)}"
        if measurement.target
        else ""
    )
    return f"{word}: {value}{goal}"


def _is_count(definisi: DefinisiIndikator, measurement: Measurement) -> bool:
    """Tell whether a result is so many of so many: 210 of 400 persons, never 65% of 80%."""
    unit = definisi.satuan
    numbers = [value.nilai for value in (measurement.realisasi, measurement.target) if value]
    counted = unit is not None and unit.lower() not in BARE_UNITS and not in_percent(unit)
    return (
        counted
        and len(numbers) == 2
        and None not in numbers
        and not measurement.predikat
        and not is_rank(unit)
        and effective_arah(definisi) is not Arah.TURUN
    )


def target_text(definisi: DefinisiIndikator, target: IsiNilai, *, short: bool = False) -> str:
    """Say a target with its unit; ``short`` leaves out a long one, said already."""
    satuan = short_satuan(definisi.satuan) if short else definisi.satuan
    return _goal(definisi, target, satuan)


def _goal(definisi: DefinisiIndikator, target: IsiNilai, satuan: str | None) -> str:
    """Say a target so that it is clear on which side of it the good lies."""
    if target.rentang and is_rank(satuan):
        words = value_text(target, satuan)
        return f"{words} ({target.predikat})" if target.predikat else words
    if target.rentang:
        low, high = (IsiNilai.model_construct(nilai=limit) for limit in target.rentang)
        words = f"{value_text(low)} sampai {value_text(high, satuan)}"
        return f"{words} ({target.predikat})" if target.predikat else words
    words = with_predikat(target, satuan, target.predikat)
    if target.tanggal:
        return f"paling lambat {words}"
    if target.nilai is None or effective_arah(definisi) is not Arah.TURUN:
        return f"lebih dari {words}" if target.tegas == ">" else words
    if is_rank(satuan):
        return f"{words} atau lebih baik"
    return f"kurang dari {words}" if target.tegas == "<" else f"paling tinggi {words}"


def _additions(definisi: DefinisiIndikator, measurement: Measurement) -> Iterator[str]:
    """Yield what a reader needs to believe the verdict: why there is no percentage, and so on."""
    if measurement.reason and measurement.reason not in _NO_PERCENTAGE:
        yield f"Persentasenya tidak dapat dihitung karena {measurement.reason}."
    if measurement.target is None or measurement.exact is None:
        return
    if exact := rounding_sentence(definisi.satuan, measurement):
        yield exact
    if far := distance_from_range(definisi, measurement):
        yield f"Hasilnya {far}."


def distance_from_range(definisi: DefinisiIndikator, measurement: Measurement) -> str:
    """Say how far a result lies from a band that it missed: 3,43 poin persen di atas rentang.

    Empty for a range with a direction, which has a percentage.
    """
    if measurement.reason is not NoCapaian.DI_LUAR_RENTANG:
        return ""
    if (
        measurement.exact is None
        or measurement.target is None
        or measurement.target.rentang is None
    ):
        return ""
    limit = nearest_limit(measurement.target.rentang, measurement.exact)
    if limit is None:
        return ""
    shown = measurement.realisasi.nilai if measurement.realisasi else None
    hidden = shown is None or _side(shown, limit) != _side(measurement.exact, limit)
    # As a reader subtracts it, unless rounding hides the side.
    others = (limit,) if shown is None else (limit, shown)
    value = _distinct(measurement.exact, *others) if shown is None or hidden else shown
    side = "di atas" if value > limit else "di bawah"
    far = abs(value - limit)
    percent = in_percent(definisi.satuan)
    unit = short_satuan(definisi.satuan)
    words = f"{number_text(far)} poin persen" if percent else with_satuan(number_text(far), unit)
    return f"{words} {side} rentang target"


def rounding_sentence(satuan: str | None, measurement: Measurement) -> str:
    """Return the value before rounding where the printed one lies on another side of the target.

    Empty where rounding hides nothing.
    """
    shown = measurement.realisasi.nilai if measurement.realisasi else None
    if measurement.target is None or shown is None or measurement.computed is None:
        return ""
    exact = measurement.computed
    for limit in (measurement.target.nilai, measurement.target.bawah, measurement.target.atas):
        if limit is not None and _side(shown, limit) != _side(exact, limit):
            more = IsiNilai.model_construct(nilai=_distinct(exact, limit, shown))
            return f"Sebelum dibulatkan, hasilnya {value_text(more, short_satuan(satuan))}."
    return ""


def _side(value: Decimal, limit: Decimal) -> int:
    return (value > limit) - (value < limit)


def _distinct(exact: Decimal, *others: Decimal) -> Decimal:
    """Round ``exact`` to the fewest decimals, from two, at which it differs from ``others``."""
    for places in range(2, _MAX_DECIMALS):
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
        if rounded not in others:
            return rounded
    return exact
