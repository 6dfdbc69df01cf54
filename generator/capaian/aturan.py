"""The named rules of capaian: formula, guard, words, source and certainty, in one registry.

No regulation that we could read prescribes a formula for agencies; each is a convention of the
reports themselves. So the rule is the indicator's own field and is printed beside every result.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.capaian.status import TanpaCapaian
from generator.formula import Rumus, hitung, urai
from generator.model import Arah, RumusCapaian
from generator.model.iku import IsiNilai
from generator.model.skala import Kepastian

SERATUS = Decimal(100)


@dataclass(frozen=True)
class Contoh:
    """A worked example with figures that were published."""

    target: Decimal
    realisasi: Decimal
    sumber: str


@dataclass(frozen=True)
class Aturan:
    """A rule. ``rumus`` is over ``realisasi`` and ``target``, in percent; ``None`` without one."""

    kunci: RumusCapaian
    arah: Arah
    judul: str
    rumus: Rumus | None
    kalimat: str
    sumber: str
    kepastian: Kepastian
    contoh: Contoh | None = None
    contoh_kata: str = ""


ATURAN: Mapping[RumusCapaian, Aturan] = {
    aturan.kunci: aturan
    for aturan in (
        Aturan(
            RumusCapaian.NAIK,
            Arah.NAIK,
            "Makin tinggi makin baik",
            urai("realisasi / target * 100"),
            "Realisasi dibagi target. Hasil di atas 100% berarti target terlampaui.",
            "Dipakai antara lain LKjIP Kota Mojokerto 2020 dan LKjIP Maluku Tengah 2021.",
            Kepastian.TERBACA,
            Contoh(Decimal("84.75"), Decimal("88.95"), "LKjIP Kecamatan Gunung Kaler 2020"),
        ),
        Aturan(
            RumusCapaian.TURUN,
            Arah.TURUN,
            "Makin rendah makin baik, menurut selisih",
            urai("(2 * target - realisasi) / target * 100"),
            "Selisih antara target dan realisasi ditambahkan pada 100%. Hasilnya dapat negatif "
            "bila realisasi lebih dari dua kali target.",
            "Dipakai antara lain LKjIP Kota Mojokerto 2020 dan LKjIP Maluku Tengah 2021.",
            Kepastian.TERBACA,
            Contoh(
                Decimal("0.350"),
                Decimal("0.381"),
                "Indeks Gini Kota Mojokerto 2022, dihitung di sini",
            ),
        ),
        Aturan(
            RumusCapaian.TURUN_RASIO,
            Arah.TURUN,
            "Makin rendah makin baik, menurut rasio",
            urai("target / realisasi * 100"),
            "Target dibagi realisasi. Makin kecil realisasinya, makin besar capaiannya, "
            "tanpa batas.",
            "Dipakai LKjIP Kabupaten Manggarai Timur 2019.",
            Kepastian.TERBACA,
            Contoh(Decimal(162), Decimal(186), "LKjIP Kabupaten Manggarai Timur 2019"),
        ),
        Aturan(
            RumusCapaian.RENTANG,
            Arah.RENTANG,
            "Di dalam rentang",
            None,
            "Realisasi di dalam rentang target bernilai 100%. Di luarnya, realisasi dibagi batas "
            "yang terdekat; target itu lalu tidak tercapai, berapa pun persentasenya.",
            "Peraturan Menteri PANRB Nomor 8 Tahun 2021, lampiran, untuk kinerja pegawai. "
            "Nilai 100% di dalam rentang belum dipastikan.",
            Kepastian.BELUM_DIPASTIKAN,
            contoh_kata="Contoh: target 80 sampai 90, realisasi 70: 70 ÷ 80 × 100% = 87,50% "
            "(PermenPANRB 8/2021).",
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


def hitung_capaian(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai
) -> Decimal | TanpaCapaian:
    """Return the capaian in percent, uncapped and not rounded, or why there is none."""
    goal = target.nilai if target else None
    value = realisasi.nilai
    if rumus is None:
        why = TanpaCapaian.TANPA_RUMUS
    elif target is None:
        why = TanpaCapaian.TANPA_TARGET
    elif rumus is RumusCapaian.STATUS:
        why = TanpaCapaian.RUMUS_STATUS
    elif rumus is RumusCapaian.RENTANG and value is not None:
        return _rentang(target, value)
    elif goal is not None and value is not None:
        return _rasio(rumus, goal, value)
    else:
        why = TanpaCapaian.BUKAN_ANGKA
    return why


def _rasio(rumus: RumusCapaian, target: Decimal, realisasi: Decimal) -> Decimal | TanpaCapaian:
    if target == 0:
        return TanpaCapaian.TARGET_NOL
    if target < 0:
        return TanpaCapaian.TARGET_NEGATIF
    if realisasi < 0:
        return TanpaCapaian.REALISASI_NEGATIF
    if rumus is RumusCapaian.TURUN_RASIO and realisasi == 0:
        return TanpaCapaian.REALISASI_NOL
    formula = ATURAN[rumus].rumus
    if formula is None:
        raise ValueError(f"{rumus} has no formula over target and realisasi")
    return hitung(formula, {"target": (target,), "realisasi": (realisasi,)})


def _rentang(target: IsiNilai, realisasi: Decimal) -> Decimal | TanpaCapaian:
    if target.rentang is None:
        return TanpaCapaian.BUKAN_RENTANG
    bawah, atas = target.rentang
    if bawah <= realisasi <= atas:
        return SERATUS
    return _rasio(RumusCapaian.NAIK, atas if realisasi > atas else bawah, realisasi)
