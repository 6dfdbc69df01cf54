"""Comparisons and published figures, word for word."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import (
    TREND_THRESHOLD,
    AgainstEnd,
    AgainstPoint,
    Explanation,
    PublishedFigure,
    Status,
    Trend,
)
from iku_terbuka.model import Arah, RumusCapaian
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording import (
    end_sentence,
    point_sentence,
    published_sentence,
    threshold_sentence,
    trend_sentence,
)
from tests.wording.test_result import KH, check_words

RASIO = "Makin rendah makin baik, menurut rasio"


def plain(text: str) -> str:
    text = text.replace("\xa0", " ")
    check_words(text)
    return text


@pytest.mark.parametrize(
    ("before", "after", "improved", "satuan", "expected"),
    [
        ("88.94", "88.95", None, "indeks",
         "Tetap: dari 88,94 pada 2023 menjadi 88,95. Selisihnya, 0,01, kurang dari 0,1%."),
        ("75.00", "74.93", None, "persen",
         "Tetap: dari 75,00% pada 2023 menjadi 74,93%. Selisihnya, 0,07 poin persen, kurang dari "
         "0,1%."),
        ("12500", "12501", None, "ekor",
         "Tetap: dari 12.500 pada 2023 menjadi 12.501 ekor. Selisihnya, 1, kurang dari 0,1%."),
        ("88.94", "89.10", True, "indeks",
         "Naik 0,16 sejak 2023, dari 88,94 menjadi 89,10 (membaik)."),
        ("3", "4", False, "orang", "Naik 1 sejak 2023, dari 3 menjadi 4 orang (memburuk)."),
        ("0.381", "0.379", True, "indeks",
         "Turun 0,002 sejak 2023, dari 0,381 menjadi 0,379 (membaik)."),
        ("66.67", "55.5", False, "persen",
         "Turun 11,17 poin persen sejak 2023, dari 66,67% menjadi 55,5% (memburuk)."),
        ("9", "2", True, "temuan", "Turun 7 sejak 2023, dari 9 menjadi 2 temuan (membaik)."),
        ("112.36", "125.79", False, KH,
         "Naik 13,43 sejak 2023, dari 112,36 menjadi 125,79 per 100.000 kelahiran hidup "
         "(memburuk)."),
        ("3.6", "4.4", None, "%", "Naik 0,8 poin persen sejak 2023, dari 3,6% menjadi 4,4%."),
        ("-2.0", "1.5", True, "persen",
         "Naik 3,5 poin persen sejak 2023, dari −2,0% menjadi 1,5% (membaik)."),
        ("12", "12.0", None, "kasus", "Tetap 12,0 kasus, sama dengan 2023."),
        ("0", "0", None, None, "Tetap 0, sama dengan 2023."),
    ],
)  # fmt: skip
def test_trend(before: str, after: str, improved: bool | None, satuan: str, expected: str) -> None:
    tren = Trend(2023, Decimal(before), Decimal(after), improved)
    assert plain(trend_sentence(tren, satuan)) == expected


def test_a_trend_that_rounding_may_have_made() -> None:
    tren = Trend(2019, Decimal("66.67"), Decimal("66.7"), None, alike=True)
    assert plain(trend_sentence(tren, "%")) == (
        "Hasil 66,7%, sama dengan 2019 (66,67%) pada ketelitian yang diterbitkan."
    )


def banding(
    result: str | None, point: IsiNilai, arah: str | None, predikat: str | None = None, **lain: Any
) -> AgainstPoint:
    value = None if result is None else Decimal(result)
    return AgainstPoint(point, value, value, Arah(arah) if arah else None, predikat, **lain)


@pytest.mark.parametrize(
    ("result", "point", "arah", "satuan", "expected"),
    [
        ("7", IsiNilai(nilai="16"), "turun", KH,
         "Hasil 7, lebih rendah 9 daripada 16 per 100.000 kelahiran hidup (lebih baik)."),
        ("18.5", IsiNilai(nilai="16"), "turun", KH,
         "Hasil 18,5, lebih tinggi 2,5 daripada 16 per 100.000 kelahiran hidup (kurang baik)."),
        ("89", IsiNilai(nilai="85"), "naik", "persen",
         "Hasil 89%, lebih tinggi 4 poin persen daripada 85% (lebih baik)."),
        ("4.1", IsiNilai(nilai="4.51", predikat="A"), "naik", "indeks",
         "Hasil 4,1, lebih rendah 0,41 daripada 4,51 (A) (kurang baik)."),
        ("70", IsiNilai(nilai="60"), None, "menit",
         "Hasil 70 menit, lebih tinggi 10 menit daripada 60 menit."),
        ("16", IsiNilai(nilai="16"), "turun", None, "Hasil 16, sama dengan 16."),
        ("4", IsiNilai(bawah="3.6", atas="4.4"), "rentang", "%", "Hasil 4%, di dalam rentang "
                                                                 "3,6–4,4%."),
        ("5.93", IsiNilai(bawah="1.5", atas="3.5"), "rentang", "%",
         "Hasil 5,93%, 2,43 poin persen di atas rentang 1,5–3,5%."),
        ("22.4", IsiNilai(bawah="25", atas="30"), None, "siswa",
         "Hasil 22,4 siswa, 2,6 siswa di bawah rentang 25–30 siswa."),
        ("0.5", IsiNilai(bawah="-2", atas="-1"), None, "%",
         "Hasil 0,5%, 1,5 poin persen di atas rentang −2–−1%."),
        ("79.60", IsiNilai(predikat="A"), "status", "nilai", "Hasil 79,60; acuannya A."),
    ],
)  # fmt: skip
def test_against_a_national_standard(
    result: str, point: IsiNilai, arah: str | None, satuan: str, expected: str
) -> None:
    assert plain(point_sentence(banding(result, point, arah), satuan)) == expected


def akhir(one: AgainstPoint, awal: str | None = None, waktu: str | None = None) -> AgainstEnd:
    start, time = (None if value is None else Decimal(value) for value in (awal, waktu))
    return AgainstEnd(one, start, time)


EMPAT = IsiNilai(nilai="14")


@pytest.mark.parametrize(
    ("one", "satuan", "expected"),
    [
        (akhir(banding("15.4", EMPAT, "turun"), "24", "83.33"), "kasus",
         "Hasil 15,4 kasus: sudah 86% dari jalan antara kondisi awal 24 dan target akhir 14 "
         "kasus; pada akhir tahun itu 83% "
         "waktu periode sudah lewat."),
        (akhir(banding("15.4", EMPAT, "turun"), "24"), None,
         "Hasil 15,4: sudah 86% dari jalan antara kondisi awal 24 dan target akhir 14."),
        (akhir(banding("4.57", IsiNilai(nilai="4.91", predikat="A"), "naik", "A"), "3.01", "100"),
         "indeks",
         "Hasil 4,57 (A): sudah 82% dari jalan antara kondisi awal 3,01 dan target akhir 4,91 "
         "(A); pada akhir tahun itu "
         "seluruh waktu periode sudah lewat."),
        (akhir(banding("12.4", IsiNilai(nilai="10"), "turun"), "27.3", "50"), "%",
         "Hasil 12,4%: sudah 86% dari jalan antara kondisi awal 27,3% dan target akhir 10%; pada "
         "akhir tahun itu 50% waktu "
         "periode sudah lewat."),
        # almost there is not there, and hardly gone is not nothing
        (akhir(banding("4.5", IsiNilai(nilai="4.51"), "naik"), "2.76"), "indeks",
         "Hasil 4,5: sudah lebih dari 99% dari jalan antara kondisi awal 2,76 dan target akhir "
         "4,51."),
        (akhir(banding("10.01", IsiNilai(nilai="20"), "naik"), "10"), None,
         "Hasil 10,01: sudah kurang dari 1% dari jalan antara kondisi awal 10 dan target akhir "
         "20."),
        # there, beyond
        (akhir(banding("14", EMPAT, "turun"), "24", "50"), "kasus",
         "Hasil 14 kasus, sama dengan target akhir."),
        (akhir(banding("12", EMPAT, "turun"), "24", "50"), "kasus",
         "Hasil 12 kasus, sudah melewati target akhir 14 kasus: 2 kasus di bawahnya."),
        (akhir(banding("89.5", IsiNilai(nilai="88.31"), "naik")), "indeks",
         "Hasil 89,5, sudah melewati target akhir 88,31: 1,19 di atasnya."),
        # not moved, or the wrong way
        (akhir(banding("24", EMPAT, "turun"), "24", "50"), "kasus",
         "Hasil 24 kasus: belum bergerak dari kondisi awal 24 menuju target akhir 14 kasus; pada "
         "akhir tahun itu 50% waktu "
         "periode sudah lewat."),
        (akhir(banding("88.93", IsiNilai(nilai="90"), "naik"), "88.94"), None,
         "Hasil 88,93: belum bergerak dari kondisi awal 88,94 menuju target akhir 90."),
        (akhir(banding("26", EMPAT, "turun"), "24", "50"), "kasus",
         "Hasil 26 kasus: menjauh dari target akhir 14 kasus, karena kondisi awalnya 24; pada "
         "akhir tahun itu 50% waktu "
         "periode sudah lewat."),
        # no way to measure
        (akhir(banding("85", IsiNilai(nilai="90"), "naik"), None, "50"), "%",
         "Hasil 85%, masih 5 poin persen di bawah target akhir 90%; pada akhir tahun itu 50% "
         "waktu periode sudah lewat."),
        (akhir(banding("85", IsiNilai(nilai="90"), None)), "%",
         "Hasil 85%, 5 poin persen di bawah target akhir 90%."),
        (akhir(banding("26", IsiNilai(nilai="24"), "turun"), "24"), "kasus",
         "Hasil 26 kasus, masih 2 kasus di atas target akhir 24 kasus (sama dengan kondisi awal)."),
        (akhir(banding("91", IsiNilai(nilai="92"), "naik"), "95"), "%",
         "Hasil 91%, masih 1 poin persen di bawah target akhir 92%."),
        # sums of years
        (akhir(banding("19", IsiNilai(nilai="40"), "naik", summed_years=(2021, 2022, 2024)),
               "0", "66.67"), "layanan",
         "Jumlah 2021–2022 dan 2024: 19 layanan, 48% dari target akhir 40 layanan; pada akhir "
         "tahun itu 67% waktu "
         "periode sudah lewat."),
        (akhir(banding("6", IsiNilai(nilai="40"), "naik", summed_years=(2021,)), "0"),
         "layanan", "Hasil 6 layanan, 15% dari target akhir 40 layanan."),
        (akhir(banding("41", IsiNilai(nilai="40"), "naik", summed_years=(2021,)), "0"),
         "layanan", "Hasil 41 layanan, sudah melewati target akhir 40 layanan: 1 layanan di "
                    "atasnya."),
        (akhir(banding("60", IsiNilai(nilai="100"), "turun", summed_years=(2021, 2022)), "0"),
         "kasus", "Jumlah 2021–2022: 60 kasus, 40 kasus di bawah target akhir 100 kasus."),
        # ranges
        (akhir(banding("4", IsiNilai(bawah="3.6", atas="4.4"), "rentang"), "3", "50"), "%",
         "Hasil 4%, di dalam rentang target akhir 3,6–4,4%."),
        (akhir(banding("5.5", IsiNilai(bawah="3.6", atas="4.4"), "rentang"), "3", "50"), "%",
         "Hasil 5,5%, 1,1 poin persen di atas rentang target akhir 3,6–4,4%; pada akhir tahun "
         "itu 50% waktu periode sudah "
         "lewat."),
        (akhir(banding("5.5", IsiNilai(bawah="3.6", atas="4.4"), "naik"), "3", "50"), "%",
         "Hasil 5,5%, sudah melewati rentang target akhir 3,6–4,4%: 1,1 poin persen di atasnya."),
        # grades
        (akhir(banding("79.60", IsiNilai(predikat="A"), "status", "BB",
                       status=Status.BELUM_TERCAPAI), None, "50"), "nilai",
         "Hasil 79,60 (BB); target akhir A belum tercapai; pada akhir tahun itu 50% waktu "
         "periode sudah lewat."),
        (akhir(banding(None, IsiNilai(predikat="WTP"), "status", "WTP", status=Status.TERCAPAI)),
         None, "Predikat WTP; target akhir WTP tercapai."),
        (akhir(banding(None, IsiNilai(predikat="BB"), "naik", "A", status=Status.MELAMPAUI)),
         None, "Predikat A; target akhir BB terlampaui."),
        (akhir(banding(None, IsiNilai(predikat="WTP"), None, "x",
                       status=Status.TIDAK_DAPAT_DIHITUNG)), None, "Predikat x; target akhir WTP."),
    ],
)  # fmt: skip
def test_against_the_end_of_the_period(one: AgainstEnd, satuan: str, expected: str) -> None:
    assert plain(end_sentence(one, satuan)) == expected


angka = st.decimals(-1000, 1000, places=2)


@given(angka, angka, st.none() | angka, st.sampled_from(["naik", "turun", "rentang", None]))
def test_no_comparison_speaks_of_absurd_shares(
    result: Decimal, target: Decimal, awal: Decimal | None, arah: str | None
) -> None:
    goal = IsiNilai(nilai=str(target))
    one = banding(str(result), goal, arah)
    said = plain(end_sentence(AgainstEnd(one, awal, Decimal(50)), "kasus"))
    plain(point_sentence(one, "kasus"))
    shares = [int(found) for found in re.findall(r"(\d+)%", said)]
    assert all(0 < share <= 100 for share in shares)
    assert "capaian" not in said
    assert not re.search(r"(?<!\d)0(,0+)? kasus (di|daripada)", said)


def test_the_threshold_is_printed_as_it_is_used() -> None:
    said = plain(threshold_sentence())
    assert "sedikitnya 0,1% dari" in said
    assert Decimal("0.1") / 100 == TREND_THRESHOLD
    for before, after, verb in (("88.94", "88.95", "Tetap"), ("3", "4", "Naik")):
        assert trend_sentence(Trend(2023, Decimal(before), Decimal(after), None), None).startswith(
            verb
        )


def published(
    apa: str,
    terbit: str,
    kami: str | None,
    same: bool = False,
    *,
    before: bool = False,
    reason: Explanation | None = None,
    kurang: tuple[str, ...] = (),
) -> PublishedFigure:
    ours = None if kami is None else Decimal(kami)
    why = Explanation.DARI_TERBITAN if before else reason
    return PublishedFigure(apa, Decimal(terbit), ours, same, why, missing=kurang)


@pytest.mark.parametrize(
    ("one", "lain", "expected"),
    [
        (published("capaian", "104.96", "104.955752", True), None,
         "Capaian yang diterbitkan: 104,96%. Sama dengan hitungan kami pada ketelitian yang "
         "diterbitkan."),
        (published("realisasi", "9.53", "9.532710", True), None,
         "Realisasi yang diterbitkan: 9,53. Sama dengan realisasi di sini pada ketelitian yang "
         "diterbitkan."),
        (published("target", "75", "75", True), None,
         "Target yang diterbitkan: 75. Sama dengan target di sini pada ketelitian yang "
         "diterbitkan."),
        (published("realisasi", "186", "186.9158878504672897196261682"), None,
         "Realisasi yang diterbitkan: 186. Realisasi di sini: 186,92. Keduanya berbeda."),
        (published("realisasi", "0.1234", "0.1236666666666666666"), None,
         "Realisasi yang diterbitkan: 0,1234. Realisasi di sini: 0,1237. Keduanya berbeda."),
        (published("target", "9.5", "9.20"), None,
         "Target yang diterbitkan: 9,5. Target di sini: 9,20. Keduanya berbeda."),
        (published("target", "9.5", None), None,
         "Target yang diterbitkan: 9,5. Di sini tidak ada angka target untuk dibandingkan."),
        (published("capaian", "87.10", "86.67", before=True), None,
         "Capaian yang diterbitkan: 87,10%. Hitungan kami: 86,67%. Keduanya berbeda. Angka yang "
         "diterbitkan mengikuti target dan realisasi yang diterbitkan."),
        (published("capaian", "87.10", "85.185185"), RASIO,
         "Capaian yang diterbitkan: 87,10%. Hitungan kami: 85,19%. Keduanya berbeda. Angka yang "
         "diterbitkan mengikuti rumus lain: Makin rendah makin baik, menurut rasio."),
        (published("capaian", "72.52", "355.555"), None,
         "Capaian yang diterbitkan: 72,52%. Hitungan kami: 355,56%. Keduanya berbeda. Angka yang "
         "diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."),
        (published("capaian", "-33.33", None), None,
         "Capaian yang diterbitkan: −33,33%. Kami tidak menghitung persentasenya. Angka yang "
         "diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."),
        (published("capaian", "119.79", None), RASIO,
         "Capaian yang diterbitkan: 119,79%. Kami tidak menghitung persentasenya. Angka yang "
         "diterbitkan mengikuti rumus: Makin rendah makin baik, menurut rasio."),
        (published("capaian", "86", "85.5"), None,
         "Capaian yang diterbitkan: 86%. Hitungan kami: 85,50%. Keduanya berbeda. Angka yang "
         "diterbitkan tidak dijelaskan oleh rumus mana pun yang kami kenal."),
    ],
)  # fmt: skip
def test_what_others_published(one: PublishedFigure, lain: str | None, expected: str) -> None:
    if lain:
        one = replace(one, explanation=Explanation.RUMUS_LAIN, other_rumus=RumusCapaian.TURUN_RASIO)
    assert plain(published_sentence(one, lain)) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (published("capaian", "100", None, reason=Explanation.STATUS),
         "Kami tidak menghitung persentasenya. Angka 100% di sini berarti target tercapai."),
        (published("capaian", "100.00", "133.33", reason=Explanation.STATUS),
         "Hitungan kami: 133,33%. Keduanya berbeda. Angka 100,00% di sini berarti target tercapai, "
         "tanpa kelebihannya."),
        (published("capaian", "0", None, reason=Explanation.STATUS),
         "Kami tidak menghitung persentasenya. Angka 0% di sini berarti target belum tercapai."),
        (published("capaian", "120", "150", reason=Explanation.DIBATASI),
         "Hitungan kami: 150,00%. Keduanya berbeda. Angka yang diterbitkan adalah hitungan kami "
         "yang dibatasi 120%, batas yang dipakai daerah ini."),
        (published("capaian", "113.26", "105.25", reason=Explanation.BATAS_LAIN),
         "Hitungan kami: 105,25%. Keduanya berbeda. Angka yang "
         "diterbitkan dihitung dari batas lain rentang targetnya."),
        (published("capaian", "60", "80", reason=Explanation.KONDISI_AWAL),
         "Hitungan kami: 80,00%. Keduanya berbeda. Angka yang diterbitkan adalah kemajuan dari "
         "kondisi awal: (realisasi − kondisi awal) ÷ (target − kondisi awal)."),
        (published("capaian", "95.24", "95.2857", reason=Explanation.PEMBULATAN),
         "Hitungan kami: 95,29%. Keduanya berbeda. Angka yang diterbitkan cocok dengan realisasi "
         "yang belum dibulatkan."),
        (published("capaian", "97.31", None, reason=Explanation.TANPA_DATA,
                  kurang=("target", "realisasi")),
         "Kami tidak menghitung persentasenya. Target dan realisasi tahun itu tidak ada di sini, "
         "jadi angka yang diterbitkan tidak dapat kami periksa."),
        (published("capaian", "97.31", None, reason=Explanation.TANPA_DATA, kurang=("target",)),
         "Kami tidak menghitung persentasenya. Target tahun itu tidak ada di sini, jadi angka yang "
         "diterbitkan tidak dapat kami periksa."),
        (published("capaian", "75", None, reason=Explanation.BUKAN_ANGKA),
         "Kami tidak menghitung persentasenya. Target atau realisasinya berupa predikat, jadi "
         "persentasenya tidak dapat kami periksa."),
        (published("capaian", "77", "75", reason=Explanation.CATATAN),
         "Hitungan kami: 75,00%. Keduanya berbeda. Rumus yang kami kenal tidak menghasilkan angka "
         "itu; lihat catatan."),
    ],
)  # fmt: skip
def test_what_a_published_figure_is_explained_by(one: PublishedFigure, expected: str) -> None:
    said = plain(published_sentence(one, None))
    assert said.partition("%. ")[2] == expected
