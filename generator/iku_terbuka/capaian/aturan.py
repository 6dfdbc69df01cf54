"""The named rules of capaian: formula, guard, words, source and certainty, in one registry.

No regulation that we could read prescribes a formula for agencies; each is a convention of the
reports themselves. So the rule is the indicator's own field and is printed beside every result.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.capaian.status import NoCapaian
from iku_terbuka.formula import Rumus, evaluate, parse_rumus
from iku_terbuka.model import Arah, RumusCapaian
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import Kepastian

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class WorkedExample:
    """A worked example, with figures that are nobody's."""

    target: Decimal
    realisasi: Decimal


@dataclass(frozen=True)
class Rujukan:
    """A report that a rule was found in, without the name of the Pemda: any Pemda prints this."""

    judul: str
    tautan: str


@dataclass(frozen=True)
class Aturan:
    """A rule. ``rumus`` is over ``realisasi`` and ``target``, in percent; ``None`` without one.

    ``sumber`` is a sentence with a place ``{}`` for each of ``rujukan``. ``rentang`` says how the
    rule takes a target that is a range, with a worked example.
    """

    kunci: RumusCapaian
    arah: Arah
    judul: str
    rumus: Rumus | None
    kalimat: str
    sumber: str
    kepastian: Kepastian
    rujukan: tuple[Rujukan, ...] = ()
    contoh: WorkedExample | None = None
    contoh_kata: str = ""
    rentang: str = ""


_BOTH_RULES = (
    Rujukan(
        "LKjIP sebuah kota, 2020",
        "https://123dok.com/document/qojnr5kz-bab-iii-akuntabilitas-kinerja.html",
    ),
    Rujukan("LKjIP sebuah kabupaten, 2021", "https://fliphtml5.com/qdghn/orip"),
)
_RATIO = Rujukan(
    "LKjIP sebuah kabupaten, 2019",
    "https://123dok.com/article/menurunnya-kematian-ibu-baru-melahirkan-anak-baru-lahir.qojrmjjz",
)

ATURAN: Mapping[RumusCapaian, Aturan] = {
    aturan.kunci: aturan
    for aturan in (
        Aturan(
            RumusCapaian.NAIK,
            Arah.NAIK,
            "Makin tinggi makin baik",
            parse_rumus("realisasi / target * 100"),
            "Realisasi dibagi target. Hasil di atas 100% berarti target terlampaui.",
            "Dipakai antara lain dalam {} dan {}.",
            Kepastian.TERBACA,
            _BOTH_RULES,
            WorkedExample(Decimal(80), Decimal(84)),
            rentang="Target berupa rentang: di dalamnya 100%; di atasnya realisasi dibagi batas "
            "atas dan target terlampaui; di bawahnya realisasi dibagi batas bawah dan target belum "
            "tercapai. Contoh: target 80 sampai 90, realisasi 92: 92 ÷ 90 × 100% = 102,22%.",
        ),
        Aturan(
            RumusCapaian.TURUN,
            Arah.TURUN,
            "Makin rendah makin baik, menurut selisih",
            parse_rumus("(2 * target - realisasi) / target * 100"),
            "Selisih antara target dan realisasi ditambahkan pada 100%. Hasilnya dapat negatif "
            "bila realisasi lebih dari dua kali target.",
            "Dipakai antara lain dalam {} dan {}.",
            Kepastian.TERBACA,
            _BOTH_RULES,
            WorkedExample(Decimal(20), Decimal(24)),
            rentang="Target berupa rentang: di dalamnya 100%; di bawahnya batas bawah menjadi "
            "target dalam rumus ini dan target terlampaui; di atasnya batas atas, dan target belum "
            "tercapai. Contoh: target 7 sampai 8 bulan, realisasi 6,5 bulan: "
            "(2 × 7 − 6,5) ÷ 7 × 100% = 107,14%; realisasi 9 bulan: "
            "(2 × 8 − 9) ÷ 8 × 100% = 87,50%.",
        ),
        Aturan(
            RumusCapaian.TURUN_RASIO,
            Arah.TURUN,
            "Makin rendah makin baik, menurut rasio",
            parse_rumus("target / realisasi * 100"),
            "Target dibagi realisasi. Makin kecil realisasinya, makin besar capaiannya, "
            "tanpa batas.",
            "Cocok dengan dua angka yang diterbitkan {}; rumusnya sendiri tidak tercetak pada "
            "bagian yang dibaca.",
            Kepastian.BELUM_DIPASTIKAN,
            (_RATIO,),
            WorkedExample(Decimal(20), Decimal(24)),
            rentang="Target berupa rentang: di dalamnya 100%; di bawahnya batas bawah dibagi "
            "realisasi dan target terlampaui; di atasnya batas atas dibagi realisasi dan target "
            "belum tercapai. Contoh: target 7 sampai 8 bulan, realisasi 9 bulan: "
            "8 ÷ 9 × 100% = 88,89%.",
        ),
        Aturan(
            RumusCapaian.RENTANG,
            Arah.RENTANG,
            "Di dalam rentang",
            None,
            "Yang baik adalah nilai di dalam rentang, misalnya inflasi. Di dalam rentang "
            "capaiannya 100%. Di luarnya, ke atas maupun ke bawah, target belum tercapai; yang "
            "disebut jaraknya dari batas terdekat dalam satuannya, tanpa persentase.",
            "Kebiasaan situs ini; tidak ada peraturan yang kami temukan.",
            Kepastian.BELUM_DIPASTIKAN,
            contoh_kata="Contoh: target inflasi 1,5% sampai 3,5%, realisasi 5,9%: belum tercapai, "
            "2,4 poin persen di atas rentang.",
        ),
        Aturan(
            RumusCapaian.STATUS,
            Arah.STATUS,
            "Tercapai atau belum",
            None,
            "Target berupa predikat atau keadaan. Target itu tercapai atau belum, tanpa "
            "persentase.",
            "Kebiasaan situs ini; tidak ada peraturan yang kami temukan.",
            Kepastian.BELUM_DIPASTIKAN,
            contoh_kata="Contoh: target BB, realisasi BB: tercapai.",
        ),
    )
}


def effective_arah(definisi: DefinisiIndikator) -> Arah | None:
    """Return which way is better: as written, else as the rule of capaian has it."""
    if definisi.arah or definisi.rumus_capaian is None:
        return definisi.arah
    return ATURAN[definisi.rumus_capaian].arah


# How a range is taken, for every rule that computes a ratio.
RENTANG_SOURCE = (
    "Cara menghitung rentang yang punya arah berasal dari lampiran Peraturan Menteri PANRB Nomor 8 "
    "Tahun 2021, halaman 91 dan 100. Peraturan itu tentang kinerja pegawai, dan sudah digantikan "
    "Peraturan Menteri PANRB Nomor 6 Tahun 2022. Kami memakainya karena tidak menemukan aturan "
    "rentang untuk kinerja instansi."
)


def compute_capaian(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai
) -> Decimal | NoCapaian:
    """Return the capaian in percent, uncapped and not rounded, or why there is none."""
    if target is None:
        return NoCapaian.TANPA_TARGET
    if target.tanggal:
        return NoCapaian.TANGGAL
    if rumus is None or rumus is RumusCapaian.STATUS:
        return NoCapaian.TANPA_RUMUS if rumus is None else NoCapaian.RUMUS_STATUS
    value = realisasi.nilai
    if value is not None and target.rentang:
        return _over_rentang(rumus, target.rentang, value)
    if value is not None and target.nilai is not None:
        return _ratio(rumus, target.nilai, value)
    return NoCapaian.BUKAN_ANGKA


def _over_rentang(
    rumus: RumusCapaian, target: tuple[Decimal, Decimal], realisasi: Decimal
) -> Decimal | NoCapaian:
    limit = nearest_limit(target, realisasi)
    if limit is None:
        return HUNDRED
    if rumus is RumusCapaian.RENTANG:
        return NoCapaian.DI_LUAR_RENTANG
    return _ratio(rumus, limit, realisasi)


def nearest_limit(rentang: tuple[Decimal, Decimal], nilai: Decimal) -> Decimal | None:
    """Return the limit that ``nilai`` lies beyond; ``None`` inside of the range."""
    bawah, atas = rentang
    if nilai < bawah:
        return bawah
    return atas if nilai > atas else None


def _ratio(rumus: RumusCapaian, target: Decimal, realisasi: Decimal) -> Decimal | NoCapaian:
    if rumus is RumusCapaian.RENTANG:
        return NoCapaian.BUKAN_RENTANG
    if target == 0:
        return NoCapaian.TARGET_NOL
    if target < 0:
        return NoCapaian.TARGET_NEGATIF
    if realisasi < 0:
        return NoCapaian.REALISASI_NEGATIF
    if rumus is RumusCapaian.TURUN_RASIO and realisasi == 0:
        return NoCapaian.REALISASI_NOL
    formula = ATURAN[rumus].rumus
    if formula is None:
        raise ValueError(f"{rumus} has no formula over target and realisasi")
    return evaluate(formula, {"target": (target,), "realisasi": (realisasi,)})
