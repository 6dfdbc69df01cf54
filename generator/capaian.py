"""Rules of capaian and the status of an indicator in a year. Numbers in, a frozen value out.

The rules are conventions of the reports themselves; no regulation prescribes them. ``naik`` is
R / T × 100, ``turun`` (2T − R) / T × 100, ``turun_rasio`` T / R × 100. A rule is the indicator's
own field and never guessed; nothing is ever divided by zero.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from generator.model import Arah, Indikator, Keadaan, RumusCapaian
from generator.model.iku import DefinisiIndikator, IsiNilai

_EXACT = Context(prec=60)
SERATUS = Decimal(100)


class Status(StrEnum):
    """What a year's result means. Only the first three compare a number with a target."""

    MELAMPAUI = "melampaui"
    TERCAPAI = "tercapai"
    BELUM_TERCAPAI = "belum_tercapai"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    TIDAK_DIUKUR = "tidak_diukur"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_WAKTUNYA = "belum_waktunya"

    @property
    def terpenuhi(self) -> bool:
        return self in {Status.MELAMPAUI, Status.TERCAPAI}


def dua_desimal(value: Decimal) -> Decimal:
    """Return a percentage as it is published everywhere: two decimals, half up."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


class TanpaCapaian(StrEnum):
    """Why there is a result but no percentage or no status."""

    TANPA_TARGET = "target tahun ini tidak dicantumkan"
    TANPA_RUMUS = "rumus capaian belum ditetapkan"
    TANPA_ARAH = "arah indikator belum ditetapkan"
    TARGET_NOL = "targetnya nol, dan bilangan tidak dapat dibagi nol"
    REALISASI_NOL = "realisasinya nol, dan bilangan tidak dapat dibagi nol"
    BUKAN_ANGKA = "target atau realisasinya bukan angka"
    RUMUS_STATUS = "target ini hanya tercapai atau tidak, tanpa persentase"
    VARIABEL = "realisasi dinyatakan dengan komponen rumus"


@dataclass(frozen=True)
class Pengukuran:
    """One indicator in one year. ``capaian`` is in percent, uncapped and not rounded."""

    tahun: int
    target: IsiNilai | None
    realisasi: IsiNilai | None
    status: Status
    capaian: Decimal | None = None
    sebab: TanpaCapaian | None = None


def naik(target: Decimal, realisasi: Decimal) -> Decimal | TanpaCapaian:
    if target == 0:
        return TanpaCapaian.TARGET_NOL
    return _EXACT.divide(realisasi * SERATUS, target)


def turun(target: Decimal, realisasi: Decimal) -> Decimal | TanpaCapaian:
    if target == 0:
        return TanpaCapaian.TARGET_NOL
    return _EXACT.divide((2 * target - realisasi) * SERATUS, target)


def turun_rasio(target: Decimal, realisasi: Decimal) -> Decimal | TanpaCapaian:
    if realisasi == 0:
        return TanpaCapaian.REALISASI_NOL
    return _EXACT.divide(target * SERATUS, realisasi)


RUMUS: Mapping[RumusCapaian, Callable[[Decimal, Decimal], Decimal | TanpaCapaian]] = {
    RumusCapaian.NAIK: naik,
    RumusCapaian.TURUN: turun,
    RumusCapaian.TURUN_RASIO: turun_rasio,
}


def ukur(indikator: Indikator, tahun: int, acuan: date | None) -> Pengukuran:
    """Measure ``indikator`` in ``tahun``. ``acuan`` is the reference date of the site, if any."""
    target, hasil = indikator.target(tahun), indikator.hasil.get(tahun)
    if hasil is None or (hasil.realisasi is None and not hasil.variabel):
        keadaan = hasil.keadaan if hasil else None
        return Pengukuran(tahun, target, None, _status_tanpa_angka(keadaan, tahun, acuan))
    penetapan = indikator.berlaku(tahun)
    if hasil.realisasi is None or penetapan is None:
        return Pengukuran(
            tahun, target, None, Status.TIDAK_DAPAT_DIHITUNG, None, TanpaCapaian.VARIABEL
        )
    return _bandingkan(tahun, penetapan.definisi, target, hasil.realisasi)


def _status_tanpa_angka(keadaan: Keadaan | None, tahun: int, acuan: date | None) -> Status:
    if keadaan is Keadaan.TIDAK_DIUKUR:
        return Status.TIDAK_DIUKUR
    if keadaan is Keadaan.TIDAK_BERLAKU:
        return Status.TIDAK_BERLAKU
    if acuan is not None and tahun >= acuan.year:
        return Status.BELUM_WAKTUNYA
    return Status.BELUM_DILAPORKAN


def _bandingkan(
    tahun: int, definisi: DefinisiIndikator, target: IsiNilai | None, realisasi: IsiNilai
) -> Pengukuran:
    if target is None:
        capaian: Decimal | TanpaCapaian = TanpaCapaian.TANPA_TARGET
    else:
        capaian = _capaian(definisi.rumus_capaian, target, realisasi)
    status = _status(definisi.arah, target, realisasi)
    if isinstance(capaian, TanpaCapaian):
        return Pengukuran(tahun, target, realisasi, status, None, capaian)
    return Pengukuran(tahun, target, realisasi, status, capaian)


def _capaian(
    rumus: RumusCapaian | None, target: IsiNilai, realisasi: IsiNilai
) -> Decimal | TanpaCapaian:
    if rumus is None:
        return TanpaCapaian.TANPA_RUMUS
    if rumus is RumusCapaian.STATUS:
        return TanpaCapaian.RUMUS_STATUS
    if realisasi.nilai is None:
        return TanpaCapaian.BUKAN_ANGKA
    if rumus is RumusCapaian.RENTANG:
        return _rentang(target, realisasi.nilai)
    if target.nilai is None:
        return TanpaCapaian.BUKAN_ANGKA
    return RUMUS[rumus](target.nilai, realisasi.nilai)


def _rentang(target: IsiNilai, realisasi: Decimal) -> Decimal | TanpaCapaian:
    """Inside the range 100; outside against the nearer limit (PermenPANRB 8/2021, for SKP)."""
    if target.rentang is None:
        return TanpaCapaian.BUKAN_ANGKA
    bawah, atas = target.rentang
    if bawah <= realisasi <= atas:
        return SERATUS
    return naik(atas if realisasi > atas else bawah, realisasi)


def _status(arah: Arah | None, target: IsiNilai | None, realisasi: IsiNilai) -> Status:
    """Compare the numbers themselves; a percentage is not needed for that."""
    value = realisasi.nilai
    if target is not None and target.rentang and value is not None:
        bawah, atas = target.rentang
        return Status.TERCAPAI if bawah <= value <= atas else Status.BELUM_TERCAPAI
    if target is not None and arah is Arah.STATUS and target.predikat and realisasi.predikat:
        same = target.predikat == realisasi.predikat
        return Status.TERCAPAI if same else Status.BELUM_TERCAPAI
    goal = target.nilai if target else None
    if goal is None or value is None or arah not in {Arah.NAIK, Arah.TURUN}:
        return Status.TIDAK_DAPAT_DIHITUNG
    if goal == 0 and arah is Arah.NAIK:
        return Status.TIDAK_DAPAT_DIHITUNG  # nothing was promised that year
    better = value - goal if arah is Arah.NAIK else goal - value
    if better > 0:
        return Status.MELAMPAUI
    return Status.TERCAPAI if better == 0 else Status.BELUM_TERCAPAI
