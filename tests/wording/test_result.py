"""The one sentence per indicator and year, word for word, for every rule, status and unit."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from iku_terbuka.capaian import Measurement, NoCapaian, Status, measure, standing
from iku_terbuka.model import RumusCapaian
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording import indikator_lead, year_sentence
from tests.capaian.made import basis, definisi, indikator, shipped_skala
from tests.capaian.made import measured_year as ukur_langsung
from tests.capaian.test_aturan import nilai as sembarang_nilai
from tests.capaian.test_aturan import satu_rumus

SKALA = shipped_skala()
IKM, AKI = "Indeks Kepuasan Masyarakat", "Angka Kematian Ibu"
KH = "per 100.000 kelahiran hidup"
RUMUS = {"formula": {"teks": "a", "rumus": "a / b * 100", "variabel": {"a": "a", "b": "b"}}}


def measured(
    nama: str, hasil: Any, target: Any = None, tahun: int = 2020, **fields: Any
) -> tuple[DefinisiIndikator, Measurement]:
    made = definisi(nama=nama, target={str(tahun): target} if target else {}, **fields)
    one = indikator({tahun: hasil} if hasil else {}, made)
    return made, measure(one, tahun, basis(SKALA))


def plain(markup: Markup) -> str:
    """Return what a reader reads; a no-break space is a space."""
    return markup.striptags().replace("\xa0", " ")


def check_words(text: str) -> None:
    """Assert what holds for every sentence of ours."""
    assert text.endswith(".")
    assert not re.search(r"  |\.\.|[<>]| [.,;:]|\( |None|&\w+;", text), text
    assert "gagal" not in text.lower()
    assert not text[0].islower()


DENGAN_HASIL: list[tuple[str, Any, Any, dict[str, Any], str]] = [
    # a date: reached on it or before, without a percentage
    (
        "Penyampaian laporan", {"realisasi": {"tanggal": "2021-03-24"}},
        {"tanggal": "2021-03-31"}, {"arah": "turun", "satuan": "tanggal"},
        "Penyampaian laporan tahun 2020: 24 Maret 2021. Target paling lambat 31 Maret 2021, jadi "
        "tercapai.",
    ),
    (
        "Penyampaian laporan", {"realisasi": {"tanggal": "2021-04"}},
        {"tanggal": "2021-03-31"}, {"arah": "status", "satuan": "tanggal"},
        "Penyampaian laporan tahun 2020: April 2021. Target paling lambat 31 Maret 2021, jadi "
        "belum tercapai.",
    ),
    (
        "Penyampaian laporan", {"realisasi": {"tanggal": "2021-03"}},
        {"tanggal": "2021-03-30"}, {"arah": "turun", "satuan": "tanggal"},
        "Penyampaian laporan tahun 2020: Maret 2021. Target paling lambat 30 Maret 2021; hasilnya "
        "tidak dapat dinilai karena hasil dan targetnya tidak dapat dibandingkan.",
    ),
    # naik: indeks, persen, a counted thing, a share above all
    (
        IKM, "88.95", "84.75", {"rumus_capaian": "naik", "satuan": "indeks"},
        "Indeks Kepuasan Masyarakat tahun 2020: 88,95. Target 84,75; hasilnya lebih tinggi, jadi "
        "melampaui target (capaian 104,96%).",
    ),
    (
        "Persentase desa mandiri", "66.7", "70", {"rumus_capaian": "naik", "satuan": "persen"},
        "Persentase desa mandiri tahun 2020: 66,7%. Target 70%, jadi belum tercapai (capaian "
        "95,29%).",
    ),
    (
        "Persentase desa mandiri", "70.0", "70", {"rumus_capaian": "naik", "satuan": "%"},
        "Persentase desa mandiri tahun 2020: 70,0%. Target 70%, jadi tercapai (capaian 100,00%).",
    ),
    (
        "Jumlah laporan", "2016", "2000", {"rumus_capaian": "naik", "satuan": "laporan"},
        "Jumlah laporan tahun 2020: 2.016 laporan. Target 2.000 laporan; hasilnya lebih tinggi, "
        "jadi melampaui target (capaian 100,80%).",
    ),
    (
        "Penemuan kasus", "83.13", "80",
        {"rumus_capaian": "naik", "satuan": "per 100.000 penduduk"},
        "Penemuan kasus tahun 2020: 83,13 per 100.000 penduduk. Target 80; hasilnya lebih tinggi,"
        " jadi melampaui target (capaian 103,91%).",
    ),
    # zero, negative and nothing promised
    (
        "Jumlah kerja sama", "0", "2", {"rumus_capaian": "naik", "satuan": "kesepakatan"},
        "Jumlah kerja sama tahun 2020: 0 kesepakatan. Target 2 kesepakatan, jadi belum tercapai "
        "(capaian 0,00%).",
    ),
    (
        "Penurunan sisa perkara", "-100", "3", {"rumus_capaian": "naik", "satuan": "persen"},
        "Penurunan sisa perkara tahun 2020: −100%. Target 3%, jadi belum tercapai. Persentasenya "
        "tidak dapat dihitung karena realisasinya negatif, dan rumus ini tidak bermakna untuk "
        "angka negatif.",
    ),
    (
        "Pertumbuhan", "-1.5", "-2.0", {"rumus_capaian": "naik", "satuan": "persen"},
        "Pertumbuhan tahun 2020: −1,5%. Target −2,0%; hasilnya lebih tinggi, jadi melampaui "
        "target. Persentasenya tidak dapat dihitung karena targetnya negatif, dan rumus ini tidak"
        " bermakna untuk angka negatif.",
    ),
    (
        "Jumlah kerja sama", "3", "0", {"rumus_capaian": "naik", "satuan": "kesepakatan"},
        "Jumlah kerja sama tahun 2020: 3 kesepakatan. Target 0 kesepakatan; hasilnya tidak dapat "
        "dinilai karena targetnya nol, dan persentase terhadap nol tidak ada artinya.",
    ),
    # turun and turun_rasio, with a long unit said once
    (
        AKI, "186", "162", {"rumus_capaian": "turun_rasio", "satuan": KH},
        "Angka Kematian Ibu tahun 2020: 186 per 100.000 kelahiran hidup. Target paling tinggi "
        "162, jadi belum tercapai (capaian 87,10%).",
    ),
    (
        AKI, "162.0", "162", {"rumus_capaian": "turun_rasio", "satuan": KH},
        "Angka Kematian Ibu tahun 2020: 162,0 per 100.000 kelahiran hidup. Target paling tinggi "
        "162, jadi tercapai (capaian 100,00%).",
    ),
    (
        "Waktu tunggu", "38", "55", {"rumus_capaian": "turun", "satuan": "menit"},
        "Waktu tunggu tahun 2020: 38 menit. Target paling tinggi 55 menit; hasilnya lebih rendah,"
        " jadi melampaui target (capaian 130,91%).",
    ),
    (
        AKI, "186", "162", {"rumus_capaian": "turun", "satuan": KH},
        "Angka Kematian Ibu tahun 2020: 186 per 100.000 kelahiran hidup. Target paling tinggi "
        "162, jadi belum tercapai (capaian 85,19%).",
    ),
    (
        "Persentase penduduk miskin", "6.5", "6.50", {"rumus_capaian": "turun", "satuan": "%"},
        "Persentase penduduk miskin tahun 2020: 6,5%. Target paling tinggi 6,50%, jadi tercapai "
        "(capaian 100,00%).",
    ),
    (
        "Jumlah kejadian keracunan", "12", "5", {"rumus_capaian": "turun", "satuan": "kasus"},
        "Jumlah kejadian keracunan tahun 2020: 12 kasus. Target paling tinggi 5 kasus, jadi belum"
        " tercapai (capaian −40,00%).",
    ),
    (
        "Jumlah temuan berulang", "0", "0", {"rumus_capaian": "turun", "satuan": "temuan"},
        "Jumlah temuan berulang tahun 2020: 0 temuan. Target paling tinggi 0 temuan, jadi "
        "tercapai. Persentasenya tidak dapat dihitung karena targetnya nol, dan persentase "
        "terhadap nol tidak ada artinya.",
    ),
    (
        "Angka kematian", "0", "0.5", {"rumus_capaian": "turun_rasio", "satuan": "persen"},
        "Angka kematian tahun 2020: 0%. Target paling tinggi 0,5%; hasilnya lebih rendah, jadi "
        "melampaui target. Persentasenya tidak dapat dihitung karena realisasinya nol, dan "
        "bilangan tidak dapat dibagi nol.",
    ),
    # rentang
    (
        "Nilai inflasi", "3.60", {"bawah": "3.6", "atas": "4.4"},
        {"rumus_capaian": "rentang", "satuan": "persen"},
        "Nilai inflasi tahun 2020: 3,60%. Target 3,6 sampai 4,4%, jadi tercapai (capaian "
        "100,00%).",
    ),
    (
        "Rasio siswa", "22.4", {"bawah": "15", "atas": "20"},
        {"rumus_capaian": "rentang", "satuan": "siswa per guru"},
        "Rasio siswa tahun 2020: 22,4 siswa per guru. Target 15 sampai 20, jadi belum tercapai. "
        "Hasilnya 2,4 di atas rentang target.",
    ),
    (
        "Nilai SAKIP", "70", {"bawah": "80", "atas": "90", "predikat": "A"},
        {"rumus_capaian": "rentang", "satuan": "nilai"},
        "Nilai SAKIP tahun 2020: 70. Target 80 sampai 90 (A), jadi belum tercapai. Hasilnya 10 di"
        " bawah rentang target.",
    ),
    (
        "Neraca", "0.5", {"bawah": "-2", "atas": "-1"},
        {"rumus_capaian": "rentang", "satuan": "persen"},
        "Neraca tahun 2020: 0,5%. Target −2 sampai −1%, jadi belum tercapai. Hasilnya 1,5 poin "
        "persen di atas rentang target.",
    ),
    (
        "Nilai inflasi", "4", "4", {"rumus_capaian": "rentang", "satuan": "persen"},
        "Nilai inflasi tahun 2020: 4%. Target 4%; hasilnya tidak dapat dinilai karena targetnya "
        "bukan rentang.",
    ),
    # status and grades
    (
        "Predikat SAKIP", {"realisasi": {"predikat": "A"}}, {"predikat": "BB"},
        {"rumus_capaian": "status", "skala": "sakip"},
        "Predikat SAKIP tahun 2020: A. Target BB, jadi tercapai.",
    ),
    (
        "Predikat SAKIP", {"realisasi": {"predikat": "B"}}, {"predikat": "BB"},
        {"arah": "naik", "skala": "sakip", "rumus_capaian": "status"},
        "Predikat SAKIP tahun 2020: B. Target BB, jadi belum tercapai.",
    ),
    (
        "Nilai SAKIP", "70.41", {"predikat": "BB"},
        {"rumus_capaian": "status", "skala": "sakip", "satuan": "nilai"},
        "Nilai SAKIP tahun 2020: 70,41 (BB). Target BB, jadi tercapai.",
    ),
    (
        "Opini laporan keuangan", {"realisasi": {"predikat": "WTP"}}, {"predikat": "WTP"},
        {"rumus_capaian": "status"},
        "Opini laporan keuangan tahun 2020: WTP. Target WTP, jadi tercapai.",
    ),
    (
        "Opini laporan keuangan", {"realisasi": {"predikat": "WDP"}}, {"predikat": "WTP"},
        {"rumus_capaian": "status"},
        "Opini laporan keuangan tahun 2020: WDP. Target WTP; hasilnya tidak dapat dinilai karena "
        "hasil dan targetnya tidak dapat dibandingkan.",
    ),
    (
        "Konflik sosial", "3", "0", {"rumus_capaian": "status", "satuan": "kasus"},
        "Konflik sosial tahun 2020: 3 kasus. Target 0 kasus; hasilnya tidak dapat dinilai karena "
        "belum ditetapkan apakah hasil di atas target lebih baik.",
    ),
    (
        "Waktu tunggu", "60", {"nilai": "60", "tercetak": "< 60"},
        {"rumus_capaian": "turun", "satuan": "hari"},
        "Waktu tunggu tahun 2020: 60 hari. Target kurang dari 60 hari, jadi belum tercapai. "
        "Persentasenya tidak dapat dihitung karena hasilnya tepat di batas yang tidak termasuk "
        "target.",
    ),
    (
        "Cakupan imunisasi", "95.1", {"nilai": "95", "tercetak": ">95%"},
        {"rumus_capaian": "naik", "satuan": "persen"},
        "Cakupan imunisasi tahun 2020: 95,1%. Target lebih dari 95%; hasilnya lebih tinggi, jadi "
        "melampaui target (capaian 100,11%).",
    ),
    (
        "Peringkat daerah", "2", "3", {"rumus_capaian": "turun", "satuan": "peringkat"},
        "Peringkat daerah tahun 2020: peringkat 2. Target peringkat 3 atau lebih baik; hasilnya "
        "lebih baik, jadi melampaui target (capaian 133,33%).",
    ),
    (
        "Rencana induk", "1", "1", {"rumus_capaian": "status", "satuan": "dokumen"},
        "Rencana induk tahun 2020: 1 dokumen. Target 1 dokumen, jadi tercapai.",
    ),
    (
        "Indeks Pelayanan Publik", "4.57", {"nilai": "4.01", "predikat": "A-"},
        {"rumus_capaian": "naik", "satuan": "indeks", "skala": "ipp"},
        "Indeks Pelayanan Publik tahun 2020: 4,57 (A). Target 4,01 (A-); hasilnya lebih tinggi, "
        "jadi melampaui target (capaian 113,97%).",
    ),
    (
        "Indeks Pelayanan Publik", {"realisasi": {"predikat": "A"}}, "4.01",
        {"rumus_capaian": "naik", "satuan": "indeks"},
        "Indeks Pelayanan Publik tahun 2020: A. Target 4,01; hasilnya tidak dapat dinilai karena "
        "hasil dan targetnya tidak dapat dibandingkan.",
    ),
    # no rule, no direction, no target
    (
        "Jumlah laporan", "30", "24", {"arah": "naik", "satuan": "laporan"},
        "Jumlah laporan tahun 2020: 30 laporan. Target 24 laporan; hasilnya lebih tinggi, jadi "
        "melampaui target. Persentasenya tidak dapat dihitung karena rumus capaian belum "
        "ditetapkan.",
    ),
    (
        "Waktu penyiapan bahan", "51.5", "48", {"arah": "turun", "satuan": "jam"},
        "Waktu penyiapan bahan tahun 2020: 51,5 jam. Target paling tinggi 48 jam, jadi belum "
        "tercapai. Persentasenya tidak dapat dihitung karena rumus capaian belum ditetapkan.",
    ),
    (
        "Waktu penyiapan bahan", "36", "36", {"arah": "turun", "satuan": "jam"},
        "Waktu penyiapan bahan tahun 2020: 36 jam. Target paling tinggi 36 jam, jadi tercapai. "
        "Persentasenya tidak dapat dihitung karena rumus capaian belum ditetapkan.",
    ),
    (
        "Jumlah laporan", "30", "24", {"satuan": "laporan"},
        "Jumlah laporan tahun 2020: 30 laporan. Target 24 laporan; hasilnya tidak dapat dinilai "
        "karena arah belum ditetapkan.",
    ),
    (
        IKM, "88.95", None, {"rumus_capaian": "naik", "satuan": "indeks"},
        "Indeks Kepuasan Masyarakat tahun 2020: 88,95. Target tahun itu tidak disebut, jadi "
        "hasilnya tidak dinilai.",
    ),
    # computed from components
    (
        "Rekomendasi ditindaklanjuti", {"variabel": {"a": "47", "b": "49"}}, "95",
        {"rumus_capaian": "naik", "satuan": "persen", **RUMUS},
        "Rekomendasi ditindaklanjuti tahun 2020: 95,92%. Target 95%; hasilnya lebih tinggi, jadi "
        "melampaui target (capaian 100,97%).",
    ),
    # rounding would hide on which side of the target it lies
    (
        "Rekomendasi ditindaklanjuti", {"variabel": {"a": "2", "b": "3"}}, "66.67",
        {"rumus_capaian": "naik", "satuan": "persen", **RUMUS},
        "Rekomendasi ditindaklanjuti tahun 2020: 66,67%. Target 66,67%, jadi belum tercapai "
        "(capaian 99,995%). Sebelum dibulatkan, hasilnya 66,667%.",
    ),
    (
        "Rekomendasi ditindaklanjuti",
        {"variabel": {"a": "1", "b": "3"}, "realisasi": "33.3"}, "33.3",
        {"rumus_capaian": "naik", "satuan": "persen", **RUMUS},
        "Rekomendasi ditindaklanjuti tahun 2020: 33,3%. Target 33,3%; hasilnya lebih tinggi, jadi"
        " melampaui target (capaian 100,10%). Sebelum dibulatkan, hasilnya 33,33%.",
    ),
    (
        "Rasio contoh", {"variabel": {"a": "1", "b": "3"}}, {"bawah": "30", "atas": "33.33"},
        {"rumus_capaian": "rentang", "satuan": "persen", **RUMUS},
        "Rasio contoh tahun 2020: 33,33%. Target 30 sampai 33,33%, jadi belum tercapai. Sebelum "
        "dibulatkan, hasilnya 33,333%. Hasilnya 0,003 poin persen di atas rentang target.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("nama", "hasil", "target", "fields", "expected"), DENGAN_HASIL)
def test_the_sentence_on_a_result(
    nama: str, hasil: Any, target: Any, fields: dict[str, Any], expected: str
) -> None:
    text = plain(year_sentence(*measured(nama, hasil, target, **fields)))
    assert text == expected
    check_words(text)


def test_the_table_has_every_rule_with_every_status_that_it_can_give() -> None:
    cases = [
        measured(nama, hasil, target, **fields) for nama, hasil, target, fields, _ in DENGAN_HASIL
    ]
    results = {status for status in Status if status.ada_hasil}
    impossible = {
        RumusCapaian.RENTANG: {Status.MELAMPAUI},
        RumusCapaian.STATUS: {Status.MELAMPAUI},  # reached or not
        RumusCapaian.TURUN: {Status.TIDAK_DAPAT_DIHITUNG},  # with numbers, and a target
        RumusCapaian.TURUN_RASIO: {Status.TIDAK_DAPAT_DIHITUNG},
    }
    # Between kinds that every rule takes; of a year that runs, see below.
    elsewhere = {
        NoCapaian.TAHUN_BERJALAN,
        NoCapaian.ANGKA_SEMENTARA,
        NoCapaian.BUKAN_ANGKA,
        NoCapaian.DIGANTIKAN,
        NoCapaian.DILANJUTKAN,
        NoCapaian.BERAKHIR,
        NoCapaian.DIGANTIKAN_INDIKATOR,
    }
    for rumus in (*RumusCapaian, None):
        seen = {one.status for made, one in cases if made.rumus_capaian is rumus}
        assert seen == results - impossible.get(rumus, set()), rumus
    reasons = {one.reason for _, one in cases}
    assert reasons >= set(NoCapaian) - elsewhere


BERJALAN: list[tuple[str, Any, dict[str, Any], str]] = [
    (
        "210", "400", {"arah": "naik", "satuan": "orang"},
        "Peserta pelatihan tahun 2026 berjalan: 210 dari 400 orang. Hasil ini belum dinilai karena "
        "tahunnya masih berjalan.",
    ),
    (
        "15", "60", {"rumus_capaian": "naik", "satuan": "persen"},
        "Peserta pelatihan tahun 2026 berjalan: 15%; target 60%. Hasil ini belum dinilai karena "
        "tahunnya masih berjalan.",
    ),
    (
        "11", "12", {"rumus_capaian": "turun", "satuan": "kasus"},
        "Peserta pelatihan tahun 2026 berjalan: 11 kasus; target paling tinggi 12 kasus. Hasil ini "
        "belum dinilai karena tahunnya masih berjalan.",
    ),
    (
        "2.4", {"bawah": "1.5", "atas": "3.5"}, {"rumus_capaian": "rentang", "satuan": "%"},
        "Peserta pelatihan tahun 2026 berjalan: 2,4%; target 1,5 sampai 3,5%. Hasil ini belum "
        "dinilai karena tahunnya masih berjalan.",
    ),
    (
        "210", None, {"arah": "naik", "satuan": "orang"},
        "Peserta pelatihan tahun 2026 berjalan: 210 orang. Hasil ini belum dinilai karena tahunnya "
        "masih berjalan.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("hasil", "target", "fields", "expected"), BERJALAN)
def test_a_year_that_runs_is_told_and_not_judged(
    hasil: Any, target: Any, fields: dict[str, Any], expected: str
) -> None:
    text = plain(year_sentence(*measured("Peserta pelatihan", hasil, target, 2026, **fields)))
    assert text == expected
    check_words(text)


def test_a_provisional_figure_of_a_year_that_is_over_is_called_so() -> None:
    made, one = measured(IKM, "88.95", "84.75", rumus_capaian="naik")
    text = plain(year_sentence(made, replace(one, sementara=True)))
    assert text.startswith(
        "Indeks Kepuasan Masyarakat tahun 2020: 88,95 (angka sementara). Target 84,75;"
    )


TANPA_HASIL: list[tuple[Any, int, dict[str, Any], str]] = [
    (
        None, 2024, {"rumus_capaian": "naik", "satuan": "indeks"},
        "Untuk 2024, Contoh belum dilaporkan di sini. Targetnya 68,4.",
    ),
    (
        None, 2024, {"rumus_capaian": "turun", "satuan": KH},
        "Untuk 2024, Contoh belum dilaporkan di sini. Targetnya paling tinggi 68,4 per 100.000 "
        "kelahiran hidup.",
    ),
    (
        None, 2026, {"satuan": "laporan"},
        "Untuk 2026, Contoh belum waktunya dilaporkan. Targetnya 68,4 laporan.",
    ),
    (
        {"keadaan": "belum_dilaporkan"}, 2024, {"satuan": "persen"},
        "Untuk 2024, Contoh belum dilaporkan di sini. Targetnya 68,4%.",
    ),
    (
        {"keadaan": "tidak_diukur"}, 2024, {"satuan": "persen"},
        "Pada 2024, Contoh tidak diukur. Targetnya 68,4%.",
    ),
    ({"keadaan": "tidak_berlaku"}, 2024, {}, "Pada 2024, Contoh tidak berlaku."),
    (
        {"variabel": {"a": "1", "b": "0"}}, 2024, {"satuan": "persen", **RUMUS},
        "Pada 2024, Contoh tidak dapat dihitung karena pembaginya nol. Targetnya 68,4%.",
    ),
    (
        {"variabel": {"a": "1"}}, 2024, {"satuan": "persen", **RUMUS},
        "Pada 2024, Contoh tidak dapat dihitung karena variabel “b” belum diisi. Targetnya 68,4%.",
    ),
    (
        {"variabel": {"a": "1"}}, 2024, {"satuan": "persen"},
        "Pada 2024, Contoh tidak dapat dihitung karena rumus indikator belum terstruktur. "
        "Targetnya 68,4%.",
    ),
    (
        {"variabel": {"a": "999999999999999", "b": "0.000001"}}, 2024, RUMUS,
        "Pada 2024, Contoh tidak dapat dihitung karena hasil rumusnya terlalu besar atau terlalu "
        "kecil. Targetnya 68,4.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("hasil", "tahun", "fields", "expected"), TANPA_HASIL)
def test_without_a_number_the_sentence_says_why_and_never_zero(
    hasil: Any, tahun: int, fields: dict[str, Any], expected: str
) -> None:
    text = plain(year_sentence(*measured("Contoh", hasil, "68.4", tahun, **fields)))
    assert text == expected
    check_words(text)
    text = plain(year_sentence(*measured("Contoh", hasil, None, tahun, **fields)))
    assert text == expected.partition(" Targetnya")[0]
    assert not re.search(r"\b0\b", text)


@pytest.mark.parametrize("sebab", list(NoCapaian))
@pytest.mark.parametrize("status", [status for status in Status if status.ada_hasil])
def test_every_reason_reads_as_a_clause_after_karena(sebab: NoCapaian, status: Status) -> None:
    made = definisi(nama="Contoh", arah="naik")
    number = IsiNilai(nilai="1")
    text = plain(year_sentence(made, Measurement(2024, number, number, status, reason=sebab)))
    check_words(text)
    if status is Status.TIDAK_DAPAT_DIHITUNG:
        assert text.endswith(f"; hasilnya tidak dapat dinilai karena {sebab}.")
    elif sebab in {NoCapaian.RUMUS_STATUS, NoCapaian.DI_LUAR_RENTANG, NoCapaian.TANGGAL}:
        assert "tidak dapat" not in text
    else:
        _, verdict, reason = text.split(". ")
        assert "tidak dapat" not in verdict
        assert reason == f"Persentasenya tidak dapat dihitung karena {sebab}."


@given(
    st.none() | satu_rumus,
    st.none() | sembarang_nilai(),
    sembarang_nilai(),
    st.sampled_from([None, "%", "persen", "indeks", "laporan", KH]),
)
def test_every_sentence_is_whole(
    rumus: RumusCapaian | None, target: IsiNilai | None, hasil: IsiNilai, satuan: str | None
) -> None:
    if hasil.rentang:
        return  # the model refuses it
    made = definisi(rumus_capaian=rumus, satuan=satuan) if rumus else definisi(satuan=satuan)
    one = ukur_langsung(rumus, target, hasil)
    text = plain(year_sentence(made, one))
    check_words(text)
    assert ("jadi belum tercapai" in text) is (one.status is Status.BELUM_TERCAPAI)
    assert ("jadi tercapai" in text) is (one.status is Status.TERCAPAI)
    assert ("jadi melampaui target" in text) is (one.status is Status.MELAMPAUI)


def test_a_name_from_a_document_cannot_bring_markup() -> None:
    markup = year_sentence(*measured("<b>A & B</b>", "1", "2", rumus_capaian="naik"))
    assert "<b>" not in markup
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in markup
    assert "<strong>belum tercapai</strong>" in markup


def lead(hasil: dict[int, Any], **fields: Any) -> str:
    made = definisi(nama="Contoh", **fields)
    one = indikator(hasil, made)
    find_all = {tahun: measure(one, tahun, basis(SKALA)) for tahun in one.tahun}
    text = plain(indikator_lead(one, "Dinas Contoh", standing(find_all, dated=True)))
    check_words(text)
    return text


def test_the_lead_is_the_sentence_on_the_newest_result() -> None:
    target = {"2022": "5", "2023": "5", "2024": "5", "2026": "6"}
    hasil = {2022: "4", 2023: "5", 2024: {"keadaan": "tidak_diukur"}}
    text = lead(hasil, rumus_capaian="naik", target=target)
    assert text == "Contoh tahun 2023: 5. Target 5, jadi tercapai (capaian 100,00%)."


@pytest.mark.parametrize(
    ("terbit", "more"),
    [
        (
            "72.52",
            " Laporannya sendiri menerbitkan capaian 72,52%, artinya belum tercapai; lihat "
            "Penjelasan "
            "hasil.",
        ),
        ("100.00", ""),
        ("355.56", ""),
        (None, ""),
    ],
)
def test_the_lead_says_that_the_report_itself_came_to_the_opposite(
    terbit: str | None, more: str
) -> None:
    hasil = {
        2024: {"realisasi": "0.18", **({"diterbitkan": {"capaian": terbit}} if terbit else {})}
    }
    assert lead(hasil, rumus_capaian="turun_rasio", target={"2024": "0.64"}) == (
        "Contoh tahun 2024: 0,18. Target paling tinggi 0,64; hasilnya lebih rendah, jadi melampaui "
        f"target (capaian 355,56%).{more}"
    )


def test_a_published_figure_that_only_rounds_ours_is_no_contradiction() -> None:
    hasil = {2024: {"realisasi": "99.996", "diterbitkan": {"capaian": "100.00"}}}
    text = lead(hasil, rumus_capaian="naik", target={"2024": "100"})
    assert text.endswith("jadi belum tercapai (capaian 99,996%).")


def test_the_lead_says_that_newer_years_are_due() -> None:
    target = {str(tahun): "5" for tahun in range(2022, 2028)}
    first = "Contoh tahun 2023: 5. Target 5, jadi tercapai (capaian 100,00%)."
    assert lead({2023: "5"}, rumus_capaian="naik", target=target) == (
        f"{first} Hasil 2024–2025 belum dilaporkan di sini."
    )
    hasil = {2023: "5", 2024: {"keadaan": "tidak_diukur"}}
    assert lead(hasil, rumus_capaian="naik", target=target) == (
        f"{first} Hasil 2025 belum dilaporkan di sini."
    )


def test_the_lead_says_that_components_gave_no_result() -> None:
    hasil = {2024: {"variabel": {"a": "1", "b": "0"}}}
    assert lead(hasil, rumus_capaian="naik", target={"2024": "5"}, **RUMUS) == (
        "Pada 2024, Contoh tidak dapat dihitung karena pembaginya nol. Targetnya 5."
    )


def test_the_lead_says_that_nothing_was_measured() -> None:
    hasil = {2024: {"keadaan": "tidak_diukur"}}
    assert lead(hasil, target={"2024": "5", "2026": "6"}) == (
        "Pada 2024, Contoh tidak diukur. Targetnya 5."
    )


def test_the_lead_without_results_says_what_was_promised() -> None:
    target = {"2023": "90", "2024": "85", "2025": "80", "2026": "75"}
    assert lead({}, arah="turun", satuan="hari", target=target) == (
        "Dinas Contoh menargetkan paling tinggi 80 hari pada 2025. Realisasi 2023–2025 belum "
        "dilaporkan di sini, jadi belum diketahui apakah target tercapai."
    )
    assert lead({}, arah="naik", target={"2026": {"nilai": "70.1", "predikat": "BB"}}) == (
        "Dinas Contoh menargetkan 70,1 (BB) pada 2026. Tahun itu belum selesai, jadi hasilnya "
        "belum waktunya dilaporkan."
    )
    assert lead({}, target={"2026": {"bawah": "3.6", "atas": "4.4"}}, satuan="%") == (
        "Dinas Contoh menargetkan 3,6 sampai 4,4% pada 2026. Tahun itu belum selesai, jadi "
        "hasilnya belum waktunya dilaporkan."
    )


def test_the_lead_without_targets_says_so() -> None:
    assert lead({}) == (
        "Dinas Contoh memakai indikator ini untuk mengukur kinerjanya, tetapi dokumennya tidak "
        "memuat target per tahun. Hasilnya belum dilaporkan di sini."
    )
    assert lead({}, nilai_tercetak=["1", "2", "3"]).startswith(
        "Dokumen mencetak tiga nilai untuk indikator ini, tetapi"
    )
