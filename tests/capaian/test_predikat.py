"""Grades as words: which are the same, which class they name, and what a year of them means."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import NoCapaian, Status, kelas_of_number, measure
from iku_terbuka.capaian.predikat import (
    denies,
    duplicate_names,
    kelas_of_predikat,
    predikat_key,
    predikat_rank,
    same_predikat,
)
from iku_terbuka.model import Skala
from tests.capaian.made import basis, definisi, indikator, shipped_skala

SKALA = shipped_skala()
WORDS = sorted(name for name, satu in SKALA.items() if not satu.berangka)


def words_(*kelas: dict[str, object]) -> Skala:
    return Skala.model_validate(
        {"nama": "x", "jenis": "nilai", "sumber": "x", "kepastian": "terbaca", "kelas": [*kelas]}
    )


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("WTP", "wtp"),
        ("Opini WTP", "W.T.P."),
        ("opini BPK: WTP", "WTP"),
        ("Predikat BB", "bb"),
        ("Peringkat Nindya", "NINDYA"),
        ("WTP-DPP", "WTP DPP"),
        ("Level 3", "level-3"),
        ("-B", "B-"),
        ("B–", "B-"),
        ("Wajar  Tanpa\xa0Pengecualian", "wajar tanpa pengecualian"),
    ],
)
def test_what_does_not_tell_grades_apart(satu: str, lain: str) -> None:
    assert same_predikat(satu, lain)


@pytest.mark.parametrize(
    ("satu", "lain"),
    [("B", "B-"), ("A+", "A"), ("A+", "A-"), ("WTP", "WDP"), ("Level 3", "3"), ("Ada", "Tidak ada"),
     ("Opini", "WTP"), ("BB", "B"), ("C", "CC")],
)  # fmt: skip
def test_what_does(satu: str, lain: str) -> None:
    assert not same_predikat(satu, lain)


@given(st.text(max_size=40))
def test_any_text_is_its_own_grade_and_denies_nothing_of_itself(text: str) -> None:
    assert same_predikat(text, text)
    assert not denies(text, text)
    assert predikat_key(f"  {text}  ") == predikat_key(text)
    for satu in SKALA.values():
        predikat_rank(satu, text)


@pytest.mark.parametrize(
    ("skala", "predikat", "nama"),
    [
        ("opini-bpk", "Opini WTP", "WTP"),
        ("opini-bpk", "Wajar Tanpa Pengecualian", "WTP"),
        ("opini-bpk", "Wajar Tanpa Pengecualian (WTP)", "WTP"),
        ("opini-bpk", "WTP DPP", "WTP"),
        ("opini-bpk", "WTP (dengan paragraf penjelasan)", "WTP"),
        ("opini-bpk", "disclaimer", "TMP"),
        ("opini-bpk", "Wajar", None),
        ("opini-bpk", "WTP (Wajar Dengan Pengecualian)", None),
        ("sakip", "bb", "BB"),
        ("sakip", "Sangat Baik", "BB"),
        ("sakip", "BB (Sangat Baik)", "BB"),
        ("sakip", "BB (Baik)", None),
        ("sakip", "E", None),
        ("ipp", "-B", "B-"),
        ("ipp", "Baik", "B"),
        ("ipp", "Baik (dengan catatan)", "B-"),
        ("ipp", "B- (Baik dengan catatan)", "B-"),
        ("kla", "peringkat madya", "Madya"),
        ("kla", "Kota Layak Anak", "KLA"),
        ("kematangan-ukpbj", "3 (Proaktif)", "Level 3"),
        ("kematangan-ukpbj", "Level 3 Proaktif", "Level 3"),
        ("kematangan-ukpbj", "proaktif", "Level 3"),
        ("kematangan-ukpbj", "Level 3 (Unggul)", None),
        ("maturitas-spip", "Terkelola dan Terukur", "Level 4"),
        ("spbe", "sangat baik", "Sangat Baik"),
        ("ada-tidak-ada", "belum ada", "Tidak ada"),
    ],
)
def test_a_word_names_its_class(skala: str, predikat: str, nama: str | None) -> None:
    found = kelas_of_predikat(SKALA[skala], predikat)
    assert (found.predikat if found else None) == nama


def test_what_a_grade_means_names_no_class_where_two_mean_it() -> None:
    satu = words_({"predikat": "B-", "arti": "Baik"}, {"predikat": "B", "arti": "Baik"})
    assert kelas_of_predikat(satu, "Baik") is None
    assert kelas_of_predikat(satu, "B Baik") is None  # may be “B- Baik” as well
    assert kelas_of_predikat(satu, "B (Baik)") is satu.kelas[1]
    other = words_({"predikat": "C", "arti": "B"}, {"predikat": "B"})
    assert kelas_of_predikat(other, "b") is other.kelas[1]  # a name before a meaning


@pytest.mark.parametrize("nama", sorted(SKALA))
def test_every_shipped_scale_knows_its_own_words_once(nama: str) -> None:
    satu = SKALA[nama]
    assert duplicate_names(satu) == ()
    for index, kelas in enumerate(satu.kelas):
        for word in (kelas.predikat, *kelas.sinonim):
            assert predikat_rank(satu, word) == index


def test_two_classes_with_one_name_are_found() -> None:
    satu = words_(
        {"predikat": "Madya", "sinonim": ["Tingkat 2", "madya"]},
        {"predikat": "Utama", "sinonim": "tingkat-2"},
        {"predikat": "MADYA"},
    )
    assert duplicate_names(satu) == ((1, "tingkat-2", 0), (2, "MADYA", 0))


@pytest.mark.parametrize("nama", WORDS)
def test_a_scale_of_words_knows_no_numbers(nama: str) -> None:
    assert WORDS == ["ada-tidak-ada", "kematangan-ukpbj", "kla", "opini-bpk"]
    assert kelas_of_number(SKALA[nama], Decimal(3)) is None


def status(skala: str | None, target: str, realisasi: str, **fields: str) -> Status:
    made = definisi(target={"2024": {"predikat": target}}, skala=skala, **fields)
    satu = indikator({2024: {"realisasi": {"predikat": realisasi}}}, made)
    return measure(satu, 2024, basis(SKALA)).status


@pytest.mark.parametrize("arah", ["status", "naik"])
@pytest.mark.parametrize(
    ("skala", "target", "realisasi"),
    [
        ("opini-bpk", "WTP", "WDP"),
        ("opini-bpk", "WTP", "Opini WDP"),
        ("opini-bpk", "Wajar Tanpa Pengecualian", "disclaimer"),
        ("opini-bpk", "WDP", "TMP"),
        ("kla", "Utama", "Nindya"),
        ("kla", "Kabupaten Layak Anak", "Utama"),
        ("kematangan-ukpbj", "Level 3", "2 (Esensi)"),
        ("maturitas-spip", "Terdefinisi", "Level 2"),
        ("sakip", "BB", "b"),
        ("ada-tidak-ada", "Ada", "Belum ada"),
        (None, "WTP", "Belum WTP"),
        (None, "Ada", "tidak ada"),
    ],
)
def test_a_lower_grade_is_not_reached(
    skala: str | None, target: str, realisasi: str, arah: str
) -> None:
    assert status(skala, target, realisasi, arah=arah) is Status.BELUM_TERCAPAI


@pytest.mark.parametrize(
    ("skala", "target", "realisasi"),
    [
        ("opini-bpk", "WDP", "WTP"),
        ("kla", "Madya", "peringkat Utama"),
        ("sakip", "B", "Memuaskan"),
        ("spbe", "Baik", "Sangat Baik"),
    ],
)
def test_a_better_grade_exceeds_a_target_only_where_there_is_more_and_less(
    skala: str, target: str, realisasi: str
) -> None:
    assert status(skala, target, realisasi, arah="naik") is Status.MELAMPAUI
    assert status(skala, target, realisasi, arah="status") is Status.TERCAPAI
    assert status(skala, target, realisasi, rumus_capaian="status") is Status.TERCAPAI
    assert status(skala, target, realisasi, arah="turun") is Status.BELUM_TERCAPAI
    assert status(skala, target, realisasi, arah="rentang") is Status.TIDAK_DAPAT_DIHITUNG
    assert status(skala, realisasi, target, arah="turun") is Status.MELAMPAUI


@pytest.mark.parametrize(
    ("skala", "target", "realisasi"),
    [("ada-tidak-ada", "Tidak ada", "Ada"), ("kla", "Pratama", "Utama")],
)
def test_above_the_lowest_grade_only_a_direction_tells_the_better(
    skala: str, target: str, realisasi: str
) -> None:
    assert status(skala, target, realisasi, arah="status") is Status.TIDAK_DAPAT_DIHITUNG
    assert status(skala, target, realisasi, arah="turun") is Status.BELUM_TERCAPAI
    assert status(skala, target, realisasi, arah="naik") is Status.MELAMPAUI
    assert status(skala, target, target, arah="status") is Status.TERCAPAI


@pytest.mark.parametrize("arah", ["status", "naik", "turun", "rentang"])
@pytest.mark.parametrize(
    ("skala", "target", "realisasi"),
    [
        ("opini-bpk", "WTP", "Wajar Tanpa Pengecualian"),
        ("opini-bpk", "WTP", "WTP-DPP"),
        (None, "WTP", "opini w.t.p."),
        ("sakip", "bb", "BB"),
        ("sakip", "WTP", "wtp"),  # not of that scale, and the same all the same
    ],
)
def test_the_same_grade_is_reached(
    skala: str | None, target: str, realisasi: str, arah: str
) -> None:
    assert status(skala, target, realisasi, arah=arah) is Status.TERCAPAI


@pytest.mark.parametrize(
    ("skala", "target", "realisasi"),
    [
        (None, "WTP", "WDP"),
        (None, "BB", "A"),
        ("opini-bpk", "WTP", "Wajar"),
        ("sakip", "BB", "Nindya"),
    ],
)
def test_what_no_scale_ranks_is_never_guessed(
    skala: str | None, target: str, realisasi: str
) -> None:
    assert status(skala, target, realisasi, arah="naik") is Status.TIDAK_DAPAT_DIHITUNG


@pytest.mark.parametrize(
    ("target", "realisasi", "skala"),
    [
        ({"predikat": "WTP"}, "4", "opini-bpk"),
        ("75", {"realisasi": {"predikat": "BB"}}, "sakip"),
        ({"bawah": "70", "atas": "80"}, {"realisasi": {"predikat": "BB"}}, "sakip"),
        ({"predikat": "Madya"}, "650", "kla"),
    ],
)
def test_a_grade_is_not_compared_with_a_number(
    target: object, realisasi: object, skala: str
) -> None:
    made = definisi(target={"2024": target}, skala=skala, rumus_capaian="status")
    found = measure(indikator({2024: realisasi}, made), 2024, basis(SKALA))  # type: ignore[dict-item]
    assert found.status is Status.TIDAK_DAPAT_DIHITUNG
    assert found.reason is NoCapaian.TAK_TERBANDING


def test_a_number_on_a_scale_of_numbers_meets_a_grade() -> None:
    made = definisi(target={"2024": {"predikat": "Level 3"}}, skala="maturitas-spip", arah="naik")
    found = measure(indikator({2024: "3.25"}, made), 2024, basis(SKALA))
    assert (found.status, found.predikat) == (Status.TERCAPAI, "Level 3")


@given(st.permutations(["Pratama", "Madya", "Nindya", "Utama", "KLA"]))
def test_the_order_is_the_order_of_the_list(order: list[str]) -> None:
    satu = words_(*({"predikat": word} for word in order))
    assert [predikat_rank(satu, word.upper()) for word in order] == [*range(5)]
