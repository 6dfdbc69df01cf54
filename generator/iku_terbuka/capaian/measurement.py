"""One indicator in one year: target, result, status, capaian, category."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from iku_terbuka.capaian.aturan import compute_capaian, effective_arah, nearest_limit
from iku_terbuka.capaian.bagian_tahun import ToDate, figure_to_date
from iku_terbuka.capaian.predikat import denies, predikat_rank, same_predikat
from iku_terbuka.capaian.promise import DasarTarget, Promise, TargetDocument, goal_of
from iku_terbuka.capaian.skala import kelas_of_number
from iku_terbuka.capaian.status import NoCapaian, Status, for_readers
from iku_terbuka.formula import NotComputable, evaluate, parse_rumus
from iku_terbuka.model import Arah, Hasil, Indikator, Keadaan
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import Skala
from iku_terbuka.model.tahun import last_day
from iku_terbuka.model.tanggal import Tanggal

# What a formula may give, as a power of ten; more than that is a slip in the components.
_LARGEST_POWER, _SMALLEST_POWER = 15, -20


@dataclass(frozen=True)
class MeasureBasis:
    """What measuring needs besides the indicator: the reference date and the scales."""

    acuan: date | None
    skala: Mapping[str, Skala]
    skala_capaian: Skala | None = None


@dataclass(frozen=True)
class Measurement:
    """One indicator in one year, ``tahun``, as its decree counts it.

    ``capaian`` is in percent, uncapped and not rounded.
    ``realisasi`` is what the page shows; ``computed`` the exact value where it was computed from
    components. ``reason`` says why there is a result but no status, else why there is no
    percentage. ``sementara`` says that the figures may still change. ``target`` is what the year
    was measured against, by ``dasar_target``; ``target_iku`` is that of the decree, and ``semula``
    what was promised for the year before it was changed. ``sampai`` is how far the year has come by
    its parts, where it has no figure of its own.
    """

    tahun: int
    target: IsiNilai | None
    realisasi: IsiNilai | None
    status: Status
    capaian: Decimal | None = None
    reason: NoCapaian | str | None = None
    computed: Decimal | None = None
    kategori: str | None = None
    predikat: str | None = None
    sementara: bool = False
    semula: tuple[Promise, ...] = ()
    target_iku: IsiNilai | None = None
    dasar_target: DasarTarget | None = None
    dokumen_target: TargetDocument | None = None
    sampai: ToDate | None = None

    @property
    def exact(self) -> Decimal | None:
        """The number before rounding: computed from components, else as reported."""
        if self.computed is not None:
            return self.computed
        return self.realisasi.nilai if self.realisasi else None


def realisasi_from_variabel(definisi: DefinisiIndikator, hasil: Hasil) -> Decimal | str | None:
    """Return the exact realisasi of reported components, why it cannot be, or ``None``."""
    if not hasil.variabel:
        return None
    if definisi.formula is None or definisi.formula.rumus is None:
        return "rumus indikator belum terstruktur"
    try:
        value = evaluate(parse_rumus(definisi.formula.rumus), hasil.variabel)
    except NotComputable as error:
        return error.reason
    if value and not _SMALLEST_POWER <= value.adjusted() < _LARGEST_POWER:
        return "hasil rumusnya terlalu besar atau terlalu kecil"
    return value


def measure(indikator: Indikator, tahun: int, basis: MeasureBasis) -> Measurement:
    """Measure ``indikator`` in ``tahun`` against what was promised for that year.

    That is the target of the Perjanjian Kinerja, where there is one that is signed on the reference
    date, else that of the decree in force.
    """
    tahun = indikator.year(tahun)
    goal = goal_of(indikator, tahun, basis.acuan)
    measured = _measured(indikator, tahun, basis, goal.target)
    if goal.dasar is not DasarTarget.PK and indikator.pengganti(tahun):
        measured = replace(
            measured,
            status=Status.DIGANTIKAN,
            reason=_why_replaced(indikator, tahun),
            capaian=None,
            kategori=None,
        )
    return replace(
        measured,
        target_iku=goal.target_iku,
        dasar_target=goal.dasar,
        dokumen_target=goal.dokumen,
        semula=goal.semula,
    )


def _why_replaced(indikator: Indikator, tahun: int) -> NoCapaian:
    successor = indikator.successor(tahun)
    if successor is None:
        return NoCapaian.DIGANTIKAN
    if successor.continues:
        return NoCapaian.DILANJUTKAN
    if successor.kunci.rpartition("/")[0] == indikator.instansi_id:
        return NoCapaian.DIGANTIKAN_INDIKATOR
    return NoCapaian.BERAKHIR


def _measured(
    indikator: Indikator, tahun: int, basis: MeasureBasis, target: IsiNilai | None
) -> Measurement:
    penetapan, hasil = indikator.berlaku(tahun), indikator.hasil.get(tahun)
    if hasil is None or penetapan is None or not hasil.has_number:
        return _without_number(indikator, tahun, target, basis.acuan)
    definisi = penetapan.definisi
    runs = _runs(tahun, basis.acuan)
    draft = _is_provisional(indikator.status_data.get(tahun), runs=runs)
    computed = realisasi_from_variabel(definisi, hasil)
    if hasil.realisasi is None and not isinstance(computed, Decimal):
        status = Status.TIDAK_DAPAT_DIHITUNG
        return Measurement(tahun, target, None, status, reason=computed, sementara=draft)
    exact = computed if isinstance(computed, Decimal) else None
    shown = hasil.realisasi or _value(None if exact is None else for_readers(exact))
    measured = shown if exact is None else _value(exact, shown.predikat)
    skala = basis.skala.get(definisi.skala) if definisi.skala else None
    predikat = _predikat(measured, skala)
    result = Measurement(
        tahun,
        target,
        shown,
        Status.BERJALAN,
        computed=exact,
        predikat=predikat,
        sementara=draft,
    )
    if running := _why_not_judged(draft, runs=runs, dated=basis.acuan is not None):
        return replace(result, reason=running)
    judged = (
        _status_of_date(effective_arah(definisi), target.tanggal, measured.tanggal)
        if target and target.tanggal and measured.tanggal
        else _status(definisi, target, (measured.nilai, predikat), skala)
    )
    if isinstance(judged, NoCapaian):
        return replace(result, status=Status.TIDAK_DAPAT_DIHITUNG, reason=judged)
    capaian = compute_capaian(definisi.rumus_capaian, target, measured)
    if target and target.tegas and target.nilai == measured.nilai is not None:
        judged, capaian = Status.BELUM_TERCAPAI, NoCapaian.BATAS_TEGAS
    if isinstance(capaian, NoCapaian):
        return replace(result, status=judged, reason=capaian)
    kategori = _kategori(capaian, basis.skala_capaian)
    return replace(result, status=judged, capaian=capaian, kategori=kategori)


def _without_number(
    indikator: Indikator, tahun: int, target: IsiNilai | None, acuan: date | None
) -> Measurement:
    """Return a year without a figure of its own; its parts tell how far it has come, no more."""
    hasil = indikator.hasil.get(tahun)
    runs = _runs(tahun, acuan)
    status = _status_without_number(hasil.keadaan if hasil else None, runs=runs)
    if hasil is None or not hasil.bagian:
        return Measurement(tahun, target, None, status)
    sampai, running = figure_to_date(indikator, tahun, acuan), status is Status.BELUM_WAKTUNYA
    return Measurement(
        tahun,
        target,
        None,
        Status.BERJALAN if running else status,
        reason=NoCapaian.TAHUN_BERJALAN if running else None,
        sampai=sampai,
    )


def _runs(tahun: int, acuan: date | None) -> bool:
    """Tell whether a year is not over on ``acuan``: a school year ends in June of the next one.

    Its figures are then provisional unless their file says otherwise, and nothing of it is due.
    """
    return acuan is not None and acuan <= last_day(tahun)


def _is_provisional(status: StatusData | None, *, runs: bool) -> bool:
    """Tell whether figures may still change: as the file says, else while their year runs."""
    return runs if status is None else status is StatusData.SEMENTARA


def _why_not_judged(sementara: bool, *, runs: bool, dated: bool) -> NoCapaian | None:
    """Return why provisional figures are not judged: the year runs, or nobody knows if it does."""
    if not sementara:
        return None
    if not dated:
        return NoCapaian.ANGKA_SEMENTARA
    return NoCapaian.TAHUN_BERJALAN if runs else None


def _value(number: Decimal | None, predikat: str | None = None) -> IsiNilai:
    """Return a computed value; only typed ones are validated."""
    return IsiNilai.model_construct(nilai=number, predikat=predikat)


def _status_without_number(keadaan: Keadaan | None, *, runs: bool) -> Status:
    if keadaan is Keadaan.TIDAK_DIUKUR:
        return Status.TIDAK_DIUKUR
    if keadaan is Keadaan.TIDAK_BERLAKU:
        return Status.TIDAK_BERLAKU
    return Status.BELUM_WAKTUNYA if runs else Status.BELUM_DILAPORKAN


def _kategori(capaian: Decimal, skala: Skala | None) -> str | None:
    """Return the category of a capaian."""
    kelas = kelas_of_number(skala, capaian) if skala else None
    return kelas.predikat if kelas else None


def _predikat(realisasi: IsiNilai, skala: Skala | None) -> str | None:
    """Return the grade: the reported one, else the scale's."""
    if realisasi.predikat or skala is None or realisasi.nilai is None:
        return realisasi.predikat
    kelas = kelas_of_number(skala, realisasi.nilai)
    return kelas.predikat if kelas else None


def _status(
    definisi: DefinisiIndikator,
    target: IsiNilai | None,
    realisasi: tuple[Decimal | None, str | None],
    skala: Skala | None,
) -> Status | NoCapaian:
    """Compare the numbers (or the grades) themselves; a percentage is not needed for that.

    ``realisasi`` is a number and a grade; this may come from the scale, where only that was
    reported. Returns why there is no status where the two cannot be compared.
    """
    nilai, predikat = realisasi
    arah = effective_arah(definisi)
    if target is None:
        return NoCapaian.TANPA_TARGET
    if target.rentang and nilai is not None:
        return _status_of_rentang(arah, target.rentang, nilai)
    if target.nilai is not None and nilai is not None:
        return _status_of_number(arah, target.nilai, nilai)
    if target.predikat and predikat:
        graded = compare_predikat(arah, target.predikat, predikat, skala)
        if graded is not Status.TIDAK_DAPAT_DIHITUNG:
            return graded
    return NoCapaian.TAK_TERBANDING


def _status_of_date(arah: Arah | None, target: Tanggal, realisasi: Tanggal) -> Status | NoCapaian:
    """Judge a day by which something was to be done: reached on it or before, never exceeded.

    Where later is better (``naik``) a date says nothing that we know.
    """
    if arah is None:
        return NoCapaian.TANPA_ARAH
    by = realisasi.is_by(target) if arah in {Arah.TURUN, Arah.STATUS} else None
    if by is None:
        return NoCapaian.TAK_TERBANDING
    return Status.TERCAPAI if by else Status.BELUM_TERCAPAI


def _status_of_rentang(
    arah: Arah | None, target: tuple[Decimal, Decimal], realisasi: Decimal
) -> Status | NoCapaian:
    """Judge by the side that is better; a true band (``rentang``) is missed on both sides.

    Source: PermenPANRB 8/2021, annex, pp. 91 and 100.
    """
    limit = nearest_limit(target, realisasi)
    if limit is None:
        return Status.TERCAPAI
    if arah is None:
        return NoCapaian.TANPA_ARAH
    above = realisasi > limit
    better = (arah is Arah.NAIK and above) or (arah is Arah.TURUN and not above)
    return Status.MELAMPAUI if better else Status.BELUM_TERCAPAI


def _status_of_number(arah: Arah | None, target: Decimal, realisasi: Decimal) -> Status | NoCapaian:
    if arah is None:
        return NoCapaian.TANPA_ARAH
    if arah is Arah.RENTANG:
        return NoCapaian.BUKAN_RENTANG
    if arah is Arah.STATUS:
        return _status_of_status(target, realisasi)
    if target == 0 and arah is Arah.NAIK:
        return NoCapaian.TARGET_NOL  # nothing was promised for that year
    better = realisasi - target if arah is Arah.NAIK else target - realisasi
    if better > 0:
        return Status.MELAMPAUI
    return Status.TERCAPAI if better == 0 else Status.BELUM_TERCAPAI


def _status_of_status(target: Decimal, realisasi: Decimal) -> Status | NoCapaian:
    """Judge a target that is only reached or not: beyond it, nothing says which side is better."""
    if realisasi > target:
        return NoCapaian.ARAH_STATUS
    return Status.TERCAPAI if realisasi == target else Status.BELUM_TERCAPAI


def compare_predikat(arah: Arah | None, target: str, realisasi: str, skala: Skala | None) -> Status:
    """Compare grades by their place on the scale; without one, unequal words prove nothing.

    A better grade than the target's exceeds it where a direction says that there is a better; a
    target that is only reached or not (``arah: status``) it reaches. Where the target is the lowest
    grade (“Tidak ada”), only a direction says whether more is better.
    """
    if same_predikat(realisasi, target):
        return Status.TERCAPAI
    goal, place = (predikat_rank(skala, grade) if skala else None for grade in (target, realisasi))
    if goal is None or place is None:
        denied = denies(realisasi, target)
        return Status.BELUM_TERCAPAI if denied else Status.TIDAK_DAPAT_DIHITUNG
    if goal == place:
        return Status.TERCAPAI
    if arah is Arah.RENTANG or (arah not in {Arah.NAIK, Arah.TURUN} and goal == 0):
        return Status.TIDAK_DAPAT_DIHITUNG
    if (place > goal) is (arah is Arah.TURUN):
        return Status.BELUM_TERCAPAI
    return Status.MELAMPAUI if arah in {Arah.NAIK, Arah.TURUN} else Status.TERCAPAI


ZERO = Decimal(0)


@dataclass(frozen=True)
class Average:
    """The mean capaian in percent of ``count`` indicators; ``left_out`` more have no percentage.

    With a cap (``cap``, the Pemda's option) each capaian counts as at most that much and at
    least 0; the figures beside it stay uncapped.
    """

    nilai: Decimal
    count: int
    left_out: int
    cap: Decimal | None


def average(measurements: Iterable[Measurement], cap: Decimal | None = None) -> Average | None:
    """Average the capaian of ``pengukuran``; ``None`` when fewer than two have one."""
    measured = tuple(measurements)
    values = [year.capaian for year in measured if year.capaian is not None]
    if len(values) < 2:
        return None
    if cap is not None:
        values = [min(max(value, ZERO), cap) for value in values]
    return Average(sum(values, ZERO) / len(values), len(values), len(measured) - len(values), cap)
