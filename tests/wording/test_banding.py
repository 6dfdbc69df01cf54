"""Comparisons and published figures, word for word."""

from decimal import Decimal

import pytest

from generator.capaian import TanpaCapaian, Terbitan, TerhadapAcuan, Tren
from generator.model.iku import IsiNilai
from generator.wording import kalimat_acuan, kalimat_terbitan, kalimat_tren
from tests.wording.test_kalimat import KH, baik

RASIO = "Makin rendah makin baik, menurut rasio"


def polos(text: str) -> str:
    text = text.replace("\xa0", " ")
    baik(text)
    return text


@pytest.mark.parametrize(
    ("dari", "menjadi", "membaik", "satuan", "expected"),
    [
        ("88.94", "88.95", True, "indeks",
         "Naik 0,01 sejak 2023, dari 88,94 menjadi 88,95. Ini membaik."),
        ("66.67", "55.5", False, "persen",
         "Turun 11,17 poin persen sejak 2023, dari 66,67% menjadi 55,5%. Ini memburuk."),
        ("9", "2", True, "temuan", "Turun 7 sejak 2023, dari 9 menjadi 2 temuan. Ini membaik."),
        ("112.36", "125.79", False, KH,
         "Naik 13,43 sejak 2023, dari 112,36 menjadi 125,79 per 100.000 kelahiran hidup. "
         "Ini memburuk."),
        ("3.6", "4.4", None, "%", "Naik 0,8 poin persen sejak 2023, dari 3,6% menjadi 4,4%."),
        ("-2.0", "1.5", True, "persen",
         "Naik 3,5 poin persen sejak 2023, dari −2,0% menjadi 1,5%. Ini membaik."),
        ("12", "12.0", None, "kasus", "Tetap 12,0 kasus, sama dengan 2023."),
        ("0", "0", None, None, "Tetap 0, sama dengan 2023."),
    ],
)  # fmt: skip
def test_trend(dari: str, menjadi: str, membaik: bool | None, satuan: str, expected: str) -> None:
    tren = Tren(2023, Decimal(dari), Decimal(menjadi), membaik)
    assert polos(kalimat_tren(tren, satuan)) == expected


def test_a_trend_that_rounding_may_have_made() -> None:
    tren = Tren(2019, Decimal("66.67"), Decimal("66.7"), None, setara=True)
    assert polos(kalimat_tren(tren, "%")) == (
        "66,7%, sama dengan 2019 (66,67%) pada ketelitian yang diterbitkan."
    )


@pytest.mark.parametrize(
    ("nilai", "acuan", "capaian", "satuan", "expected"),
    [
        ("4.57", IsiNilai(nilai="4.91", predikat="A"), "93.0754", "indeks",
         "4,57 dibanding 4,91 (A), capaiannya 93,08%."),
        ("89.51", IsiNilai(nilai="90"), "100.54", KH,
         "89,51 dibanding 90 per 100.000 kelahiran hidup, capaiannya 100,54%."),
        ("19", IsiNilai(nilai="40"), "47.5", "layanan: 2021, 2022, 2024",
         "Jumlah 2021–2022 dan 2024: 19 layanan dibanding 40 layanan, capaiannya 47,50%."),
        ("6", IsiNilai(nilai="40"), "15", "layanan: 2021",
         "6 layanan dibanding 40 layanan, capaiannya 15,00%."),
        ("2", IsiNilai(nilai="0"), TanpaCapaian.TARGET_NOL, "temuan",
         "2 temuan dibanding 0 temuan. Capaiannya tidak dapat dihitung karena targetnya nol, dan "
         "persentase terhadap nol tidak ada artinya."),
        ("5", IsiNilai(nilai="8"), TanpaCapaian.TANPA_RUMUS, "persen",
         "5% dibanding 8%. Capaiannya tidak dapat dihitung karena rumus capaian belum ditetapkan."),
        ("79.60", IsiNilai(predikat="A"), TanpaCapaian.RUMUS_STATUS, "nilai",
         "79,60; acuannya A."),
        ("4", IsiNilai(bawah="3.6", atas="4.4"), "100", "%",
         "4%, di dalam rentang 3,6–4,4%."),
        ("5.93", IsiNilai(bawah="1.5", atas="3.5"), "169.43", "%",
         "5,93%, di atas rentang 1,5–3,5%."),
        ("3.50", IsiNilai(bawah="1.5", atas="3.5"), "100.01", "%",
         "3,50%, di atas rentang 1,5–3,5%."),
        ("22.4", IsiNilai(bawah="25", atas="30"), TanpaCapaian.TANPA_RUMUS, "siswa",
         "22,4 siswa, di bawah rentang 25–30 siswa."),
        ("0.5", IsiNilai(bawah="-2", atas="-1"), TanpaCapaian.TARGET_NEGATIF, "%",
         "0,5%, di atas rentang −2–−1%."),
    ],
)  # fmt: skip
def test_against_a_fixed_point(
    nilai: str, acuan: IsiNilai, capaian: str | TanpaCapaian, satuan: str, expected: str
) -> None:
    percent = capaian if isinstance(capaian, TanpaCapaian) else Decimal(capaian)
    unit, _, summed = satuan.partition(": ")
    years = tuple(int(year) for year in summed.split(", ") if year)
    banding = TerhadapAcuan(acuan, Decimal(nilai), percent, years)
    assert polos(kalimat_acuan(banding, unit)) == expected


def test_a_grade_to_reach_stands_beside_the_grade_reached() -> None:
    banding = TerhadapAcuan(
        IsiNilai(predikat="A"), Decimal("79.60"), TanpaCapaian.RUMUS_STATUS, predikat="BB"
    )
    assert polos(kalimat_acuan(banding, "nilai")) == "79,60 (BB); acuannya A."


def terbitan(
    apa: str, terbit: str, kami: str | None, sama: bool = False, *, dari: bool = False
) -> Terbitan:
    ours = None if kami is None else Decimal(kami)
    return Terbitan(apa, Decimal(terbit), ours, sama, None, dari)


@pytest.mark.parametrize(
    ("satu", "lain", "expected"),
    [
        (terbitan("capaian", "104.96", "104.955752", True), None,
         "Capaian yang diterbitkan: 104,96%. Sama dengan hitungan kami pada ketelitian yang "
         "diterbitkan."),
        (terbitan("realisasi", "9.53", "9.532710", True), None,
         "Realisasi yang diterbitkan: 9,53. Sama dengan realisasi di sini pada ketelitian yang "
         "diterbitkan."),
        (terbitan("target", "75", "75", True), None,
         "Target yang diterbitkan: 75. Sama dengan target di sini pada ketelitian yang "
         "diterbitkan."),
        (terbitan("realisasi", "186", "186.9158878504672897196261682"), None,
         "Realisasi yang diterbitkan: 186. Realisasi di sini: 186,92. Keduanya berbeda."),
        (terbitan("realisasi", "0.1234", "0.1236666666666666666"), None,
         "Realisasi yang diterbitkan: 0,1234. Realisasi di sini: 0,1237. Keduanya berbeda."),
        (terbitan("target", "9.5", "9.20"), None,
         "Target yang diterbitkan: 9,5. Target di sini: 9,20. Keduanya berbeda."),
        (terbitan("target", "9.5", None), None,
         "Target yang diterbitkan: 9,5. Di sini tidak ada angka target untuk dibandingkan."),
        (terbitan("capaian", "87.10", "86.67", dari=True), None,
         "Capaian yang diterbitkan: 87,10%. Hitungan kami: 86,67%. Keduanya berbeda. Angka yang "
         "diterbitkan mengikuti target dan realisasi yang diterbitkan."),
        (terbitan("capaian", "87.10", "85.185185"), RASIO,
         "Capaian yang diterbitkan: 87,10%. Hitungan kami: 85,19%. Keduanya berbeda. Angka yang "
         "diterbitkan mengikuti rumus lain: Makin rendah makin baik, menurut rasio."),
        (terbitan("capaian", "72.52", "355.555"), None,
         "Capaian yang diterbitkan: 72,52%. Hitungan kami: 355,56%. Keduanya berbeda. Angka yang "
         "diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."),
        (terbitan("capaian", "-33.33", None), None,
         "Capaian yang diterbitkan: −33,33%. Kami tidak menghitung persentasenya. Angka yang "
         "diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."),
        (terbitan("capaian", "119.79", None), RASIO,
         "Capaian yang diterbitkan: 119,79%. Kami tidak menghitung persentasenya. Angka yang "
         "diterbitkan mengikuti rumus: Makin rendah makin baik, menurut rasio."),
        (terbitan("capaian", "86", "85.5"), None,
         "Capaian yang diterbitkan: 86%. Hitungan kami: 85,50%. Keduanya berbeda. Angka yang "
         "diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."),
    ],
)  # fmt: skip
def test_what_others_published(satu: Terbitan, lain: str | None, expected: str) -> None:
    assert polos(kalimat_terbitan(satu, lain)) == expected
