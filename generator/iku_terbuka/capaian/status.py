"""What a year's result means, why it may have no percentage, and by when it is to be reported."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from iku_terbuka.model import Instansi
from iku_terbuka.model.tahun import last_day

# Enough for any quotient of typed numbers; the usual 28 digits raise on large ones.
WIDE = Context(prec=200)


class Status(StrEnum):
    """What a year's result means. Only the first three compare a result with a target.

    ``BERJALAN`` is a provisional result of a year that still runs: neither kept nor missed.
    ``DIGANTIKAN`` is a year that a later decree governs without listing the indicator: its old
    promise is neither measured nor missing.
    """

    MELAMPAUI = "melampaui"
    TERCAPAI = "tercapai"
    BELUM_TERCAPAI = "belum_tercapai"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"
    BERJALAN = "berjalan"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    TIDAK_DIUKUR = "tidak_diukur"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_WAKTUNYA = "belum_waktunya"
    DIGANTIKAN = "digantikan"

    @property
    def terpenuhi(self) -> bool:
        return self in {Status.MELAMPAUI, Status.TERCAPAI}

    @property
    def dinilai(self) -> bool:
        """Whether a result was compared with its target."""
        return self.terpenuhi or self is Status.BELUM_TERCAPAI

    @property
    def ada_hasil(self) -> bool:
        """Whether there is the result of a whole year, whatever it says."""
        return self.dinilai or self is Status.TIDAK_DAPAT_DIHITUNG


class NoCapaian(StrEnum):
    """Why there is a result but no percentage or status; a clause to be read after “karena”."""

    TAHUN_BERJALAN = "tahunnya masih berjalan"
    ANGKA_SEMENTARA = "angkanya masih sementara"
    TANPA_TARGET = "target tahun itu tidak disebut"
    DIGANTIKAN = "keputusan yang berlaku tahun itu tidak memuat indikator ini lagi"
    DILANJUTKAN = "sejak tahun itu dilanjutkan instansi lain"
    BERAKHIR = "sejak tahun itu instansinya tidak ada lagi"
    DIGANTIKAN_INDIKATOR = "sejak tahun itu diganti indikator lain"
    TANPA_ARAH = "arah belum ditetapkan"
    ARAH_STATUS = "belum ditetapkan apakah hasil di atas target lebih baik"
    BATAS_TEGAS = "hasilnya tepat di batas yang tidak termasuk target"
    TANPA_RUMUS = "rumus capaian belum ditetapkan"
    TARGET_NOL = "targetnya nol, dan persentase terhadap nol tidak ada artinya"
    TARGET_NEGATIF = "targetnya negatif, dan rumus ini tidak bermakna untuk angka negatif"
    REALISASI_NOL = "realisasinya nol, dan bilangan tidak dapat dibagi nol"
    REALISASI_NEGATIF = "realisasinya negatif, dan rumus ini tidak bermakna untuk angka negatif"
    BUKAN_ANGKA = "target atau realisasinya bukan satu angka"
    BUKAN_RENTANG = "targetnya bukan rentang"
    DI_LUAR_RENTANG = "jarak dari rentang bukan persentase"
    TANGGAL = "targetnya tanggal, yang hanya tercapai atau tidak"
    RUMUS_STATUS = "target ini hanya tercapai atau tidak, tanpa persentase"
    TAK_TERBANDING = "hasil dan targetnya tidak dapat dibandingkan"


def two_decimals(value: Decimal) -> Decimal:
    """Return a percentage as it is published everywhere: two decimals, half up."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP, WIDE)


def for_readers(exact: Decimal) -> Decimal:
    """Return a computed value rounded for the reader: two decimals, none where it is whole."""
    whole = exact == exact.to_integral_value()
    return exact.quantize(Decimal(1)) if whole else two_decimals(exact)


def report_due(instansi: Instansi, tahun: int) -> date | None:
    """Return the last day to report ``tahun``; ``None`` for a unit that follows its parent.

    Two months after the year for a perangkat daerah, three for the Pemda: Perpres 29/2014 on SAKIP,
    as secondary sources tell it. A unit below a perangkat daerah reports to its parent. It knows
    years of the budget alone; of a school year the same months are counted from its own end, so
    that nobody is late while it runs.
    """
    depth = instansi.id.count("/")
    if depth > 1:
        return None
    over = last_day(tahun) + timedelta(days=1)
    return over.replace(month=over.month + (2 if depth else 3)) - timedelta(days=1)


def days_late(instansi: Instansi, tahun: int, acuan: date) -> int:
    """Return how many days after its last day ``tahun`` is on ``acuan``; 0 when still in time."""
    due = report_due(instansi, tahun)
    return max(0, (acuan - due).days) if due else 0
