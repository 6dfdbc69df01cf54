"""The one sentence per indicator and year, word for word, for every rule, status and unit."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.capaian import Pengukuran, Status, TanpaCapaian, ukur
from generator.model import RumusCapaian
from generator.model.iku import DefinisiIndikator, IsiNilai
from generator.wording import kalimat_tahun, ringkasan
from tests.capaian.buatan import dasar, definisi, indikator, skala_beku
from tests.capaian.test_aturan import nilai as sembarang_nilai
from tests.capaian.test_aturan import satu_rumus
from tests.capaian.test_aturan import terukur as ukur_langsung

SKALA = skala_beku()
IKM, AKI = "Indeks Kepuasan Masyarakat", "Angka Kematian Ibu"
KH = "per 100.000 kelahiran hidup"
RUMUS = {"formula": {"teks": "a", "rumus": "a / b * 100", "variabel": {"a": "a", "b": "b"}}}


def terukur(
    nama: str, hasil: Any, target: Any = None, tahun: int = 2020, **fields: Any
) -> tuple[DefinisiIndikator, Pengukuran]:
    made = definisi(nama=nama, target={str(tahun): target} if target else {}, **fields)
    satu = indikator({tahun: hasil} if hasil else {}, made)
    return made, ukur(satu, tahun, dasar(SKALA))


def polos(markup: Markup) -> str:
    """Return what a reader reads; a no-break space is a space."""
    return markup.striptags().replace("\xa0", " ")


def baik(text: str) -> None:
    """Assert what holds for every sentence of ours."""
    assert text.endswith(".")
    assert not re.search(r"  |\.\.|[<>]| [.,;:]|\( |None|&\w+;", text), text
    assert "gagal" not in text.lower()
    assert not text[0].islower()


DENGAN_HASIL: list[tuple[str, Any, Any, dict[str, Any], str]] = [
    # naik: indeks, persen, a counted thing, a share above all
    (
        IKM, "88.95", "84.75", {"rumus_capaian": "naik", "satuan": "indeks"},
        "Pada 2020, Indeks Kepuasan Masyarakat mencapai 88,95 dari target 84,75 (104,96%): target "
        "terlampaui.",
    ),
    (
        "Persentase desa mandiri", "66.7", "70", {"rumus_capaian": "naik", "satuan": "persen"},
        "Pada 2020, Persentase desa mandiri mencapai 66,7% dari target 70% (95,29%): target belum "
        "tercapai.",
    ),
    (
        "Persentase desa mandiri", "70.0", "70", {"rumus_capaian": "naik", "satuan": "%"},
        "Pada 2020, Persentase desa mandiri mencapai 70,0% dari target 70% (100,00%): target "
        "tercapai.",
    ),
    (
        "Jumlah laporan", "2016", "2000", {"rumus_capaian": "naik", "satuan": "laporan"},
        "Pada 2020, Jumlah laporan mencapai 2.016 laporan dari target 2.000 laporan (100,80%): "
        "target terlampaui.",
    ),
    (
        "Penemuan kasus", "83.13", "80",
        {"rumus_capaian": "naik", "satuan": "per 100.000 penduduk"},
        "Pada 2020, Penemuan kasus mencapai 83,13 per 100.000 penduduk dari target 80 (103,91%): "
        "target terlampaui.",
    ),
    # zero, negative and nothing promised
    (
        "Jumlah kerja sama", "0", "2", {"rumus_capaian": "naik", "satuan": "kesepakatan"},
        "Pada 2020, Jumlah kerja sama adalah 0 kesepakatan; targetnya 2 kesepakatan (0,00%): "
        "target belum tercapai.",
    ),
    (
        "Penurunan sisa perkara", "-100", "3", {"rumus_capaian": "naik", "satuan": "persen"},
        "Pada 2020, Penurunan sisa perkara adalah −100%; targetnya 3%: target belum tercapai. "
        "Persentasenya tidak dapat dihitung karena realisasinya negatif, dan rumus ini tidak "
        "bermakna untuk angka negatif.",
    ),
    (
        "Pertumbuhan", "-1.5", "-2.0", {"rumus_capaian": "naik", "satuan": "persen"},
        "Pada 2020, Pertumbuhan adalah −1,5%; targetnya −2,0%: target terlampaui. Persentasenya "
        "tidak dapat dihitung karena targetnya negatif, dan rumus ini tidak bermakna untuk angka "
        "negatif.",
    ),
    (
        "Jumlah kerja sama", "3", "0", {"rumus_capaian": "naik", "satuan": "kesepakatan"},
        "Pada 2020, Jumlah kerja sama mencapai 3 kesepakatan; targetnya 0 kesepakatan: capaian "
        "tidak dapat dihitung karena targetnya nol, dan persentase terhadap nol tidak ada artinya.",
    ),
    # turun and turun_rasio, with a long unit said once
    (
        AKI, "186", "162", {"rumus_capaian": "turun_rasio", "satuan": KH},
        "Pada 2020, Angka Kematian Ibu adalah 186 per 100.000 kelahiran hidup; targetnya paling "
        "tinggi 162 (87,10%): target belum tercapai.",
    ),
    (
        AKI, "162.0", "162", {"rumus_capaian": "turun_rasio", "satuan": KH},
        "Pada 2020, Angka Kematian Ibu adalah 162,0 per 100.000 kelahiran hidup; targetnya paling "
        "tinggi 162 (100,00%): target tercapai.",
    ),
    (
        "Waktu tunggu", "38", "55", {"rumus_capaian": "turun", "satuan": "menit"},
        "Pada 2020, Waktu tunggu adalah 38 menit; targetnya paling tinggi 55 menit (130,91%): "
        "target terlampaui.",
    ),
    (
        AKI, "186", "162", {"rumus_capaian": "turun", "satuan": KH},
        "Pada 2020, Angka Kematian Ibu adalah 186 per 100.000 kelahiran hidup; targetnya paling "
        "tinggi 162 (85,19%): target belum tercapai.",
    ),
    (
        "Persentase penduduk miskin", "6.5", "6.50", {"rumus_capaian": "turun", "satuan": "%"},
        "Pada 2020, Persentase penduduk miskin adalah 6,5%; targetnya paling tinggi 6,50% "
        "(100,00%): target tercapai.",
    ),
    (
        "Jumlah kejadian keracunan", "12", "5", {"rumus_capaian": "turun", "satuan": "kasus"},
        "Pada 2020, Jumlah kejadian keracunan adalah 12 kasus; targetnya paling tinggi 5 kasus "
        "(−40,00%): target belum tercapai.",
    ),
    (
        "Jumlah temuan berulang", "0", "0", {"rumus_capaian": "turun", "satuan": "temuan"},
        "Pada 2020, Jumlah temuan berulang adalah 0 temuan; targetnya paling tinggi 0 temuan: "
        "target tercapai. Persentasenya tidak dapat dihitung karena targetnya nol, dan persentase "
        "terhadap nol tidak ada artinya.",
    ),
    (
        "Angka kematian", "0", "0.5", {"rumus_capaian": "turun_rasio", "satuan": "persen"},
        "Pada 2020, Angka kematian adalah 0%; targetnya paling tinggi 0,5%: target terlampaui. "
        "Persentasenya tidak dapat dihitung karena realisasinya nol, dan bilangan tidak dapat "
        "dibagi nol.",
    ),
    # rentang
    (
        "Nilai inflasi", "3.60", {"bawah": "3.6", "atas": "4.4"},
        {"rumus_capaian": "rentang", "satuan": "persen"},
        "Pada 2020, Nilai inflasi adalah 3,60%; targetnya 3,6 sampai 4,4% (100,00%): target "
        "tercapai.",
    ),
    (
        "Rasio siswa", "22.4", {"bawah": "15", "atas": "20"},
        {"rumus_capaian": "rentang", "satuan": "siswa per guru"},
        "Pada 2020, Rasio siswa adalah 22,4 siswa per guru; targetnya 15 sampai 20 (112,00%): "
        "target belum tercapai. Hasilnya di atas rentang target.",
    ),
    (
        "Nilai SAKIP", "70", {"bawah": "80", "atas": "90", "predikat": "A"},
        {"rumus_capaian": "rentang", "satuan": "nilai"},
        "Pada 2020, Nilai SAKIP adalah 70; targetnya 80 sampai 90 (A), atau 87,50%: target belum "
        "tercapai. Hasilnya di bawah rentang target.",
    ),
    (
        "Neraca", "0.5", {"bawah": "-2", "atas": "-1"},
        {"rumus_capaian": "rentang", "satuan": "persen"},
        "Pada 2020, Neraca adalah 0,5%; targetnya −2 sampai −1%: target belum tercapai. "
        "Persentasenya tidak dapat dihitung karena targetnya negatif, dan rumus ini tidak bermakna "
        "untuk angka negatif. Hasilnya di atas rentang target.",
    ),
    (
        "Nilai inflasi", "4", "4", {"rumus_capaian": "rentang", "satuan": "persen"},
        "Pada 2020, Nilai inflasi adalah 4%; targetnya 4%: capaian tidak dapat dihitung karena "
        "targetnya bukan rentang.",
    ),
    # status and grades
    (
        "Predikat SAKIP", {"realisasi": {"predikat": "A"}}, {"predikat": "BB"},
        {"rumus_capaian": "status", "skala": "sakip"},
        "Pada 2020, Predikat SAKIP adalah A; targetnya BB: target tercapai.",
    ),
    (
        "Predikat SAKIP", {"realisasi": {"predikat": "B"}}, {"predikat": "BB"},
        {"arah": "naik", "skala": "sakip", "rumus_capaian": "status"},
        "Pada 2020, Predikat SAKIP mencapai B; targetnya BB: target belum tercapai.",
    ),
    (
        "Nilai SAKIP", "70.41", {"predikat": "BB"},
        {"rumus_capaian": "status", "skala": "sakip", "satuan": "nilai"},
        "Pada 2020, Nilai SAKIP adalah 70,41 (BB); targetnya BB: target tercapai.",
    ),
    (
        "Opini laporan keuangan", {"realisasi": {"predikat": "WTP"}}, {"predikat": "WTP"},
        {"rumus_capaian": "status"},
        "Pada 2020, Opini laporan keuangan adalah WTP; targetnya WTP: target tercapai.",
    ),
    (
        "Opini laporan keuangan", {"realisasi": {"predikat": "WDP"}}, {"predikat": "WTP"},
        {"rumus_capaian": "status"},
        "Pada 2020, Opini laporan keuangan adalah WDP; targetnya WTP: capaian tidak dapat dihitung "
        "karena hasil dan targetnya tidak dapat dibandingkan.",
    ),
    (
        "Rencana induk", "1", "1", {"rumus_capaian": "status", "satuan": "dokumen"},
        "Pada 2020, Rencana induk adalah 1 dokumen; targetnya 1 dokumen: target tercapai.",
    ),
    (
        "Indeks Pelayanan Publik", "4.57", {"nilai": "4.01", "predikat": "A-"},
        {"rumus_capaian": "naik", "satuan": "indeks", "skala": "ipp"},
        "Pada 2020, Indeks Pelayanan Publik mencapai 4,57 (A) dari target 4,01 (A-), atau "
        "113,97%: target terlampaui.",
    ),
    (
        "Indeks Pelayanan Publik", {"realisasi": {"predikat": "A"}}, "4.01",
        {"rumus_capaian": "naik", "satuan": "indeks"},
        "Pada 2020, Indeks Pelayanan Publik mencapai A; targetnya 4,01: capaian tidak dapat "
        "dihitung karena target atau realisasinya bukan satu angka.",
    ),
    # no rule, no direction, no target
    (
        "Jumlah laporan", "30", "24", {"arah": "naik", "satuan": "laporan"},
        "Pada 2020, Jumlah laporan mencapai 30 laporan dari target 24 laporan: target terlampaui. "
        "Persentasenya tidak dapat dihitung karena rumus capaian belum ditetapkan.",
    ),
    (
        "Waktu penyiapan bahan", "51.5", "48", {"arah": "turun", "satuan": "jam"},
        "Pada 2020, Waktu penyiapan bahan adalah 51,5 jam; targetnya paling tinggi 48 jam: target "
        "belum tercapai. Persentasenya tidak dapat dihitung karena rumus capaian belum ditetapkan.",
    ),
    (
        "Waktu penyiapan bahan", "36", "36", {"arah": "turun", "satuan": "jam"},
        "Pada 2020, Waktu penyiapan bahan adalah 36 jam; targetnya paling tinggi 36 jam: target "
        "tercapai. Persentasenya tidak dapat dihitung karena rumus capaian belum ditetapkan.",
    ),
    (
        "Jumlah laporan", "30", "24", {"satuan": "laporan"},
        "Pada 2020, Jumlah laporan adalah 30 laporan; targetnya 24 laporan: capaian tidak dapat "
        "dihitung karena rumus capaian belum ditetapkan.",
    ),
    (
        IKM, "88.95", None, {"rumus_capaian": "naik", "satuan": "indeks"},
        "Pada 2020, Indeks Kepuasan Masyarakat mencapai 88,95. Target tahun itu tidak dicantumkan, "
        "jadi capaian tidak dihitung.",
    ),
    # computed from components
    (
        "Rekomendasi ditindaklanjuti", {"variabel": {"a": "47", "b": "49"}}, "95",
        {"rumus_capaian": "naik", "satuan": "persen", **RUMUS},
        "Pada 2020, Rekomendasi ditindaklanjuti mencapai 95,92% dari target 95% (100,97%): target "
        "terlampaui.",
    ),
    # rounding would hide on which side of the target it lies
    (
        "Rekomendasi ditindaklanjuti", {"variabel": {"a": "2", "b": "3"}}, "66.67",
        {"rumus_capaian": "naik", "satuan": "persen", **RUMUS},
        "Pada 2020, Rekomendasi ditindaklanjuti mencapai 66,67% dari target 66,67% (99,995%): "
        "target belum tercapai. Sebelum dibulatkan, hasilnya 66,667%.",
    ),
    (
        "Rekomendasi ditindaklanjuti",
        {"variabel": {"a": "1", "b": "3"}, "realisasi": "33.3"}, "33.3",
        {"rumus_capaian": "naik", "satuan": "persen", **RUMUS},
        "Pada 2020, Rekomendasi ditindaklanjuti mencapai 33,3% dari target 33,3% (100,10%): target "
        "terlampaui. Sebelum dibulatkan, hasilnya 33,33%.",
    ),
    (
        "Rasio contoh", {"variabel": {"a": "1", "b": "3"}}, {"bawah": "30", "atas": "33.33"},
        {"rumus_capaian": "rentang", "satuan": "persen", **RUMUS},
        "Pada 2020, Rasio contoh adalah 33,33%; targetnya 30 sampai 33,33% (100,01%): target belum "
        "tercapai. Sebelum dibulatkan, hasilnya 33,333%. Hasilnya di atas rentang target.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("nama", "hasil", "target", "fields", "expected"), DENGAN_HASIL)
def test_the_sentence_on_a_result(
    nama: str, hasil: Any, target: Any, fields: dict[str, Any], expected: str
) -> None:
    text = polos(kalimat_tahun(*terukur(nama, hasil, target, **fields)))
    assert text == expected
    baik(text)


def test_the_table_has_every_rule_with_every_status_that_it_can_give() -> None:
    cases = [
        terukur(nama, hasil, target, **fields) for nama, hasil, target, fields, _ in DENGAN_HASIL
    ]
    results = {status for status in Status if status.ada_hasil}
    impossible = {
        RumusCapaian.RENTANG: {Status.MELAMPAUI},
        RumusCapaian.STATUS: {Status.MELAMPAUI},  # reached or not
        RumusCapaian.TURUN: {Status.TIDAK_DAPAT_DIHITUNG},  # with numbers, and a target
        RumusCapaian.TURUN_RASIO: {Status.TIDAK_DAPAT_DIHITUNG},
    }
    for rumus in (*RumusCapaian, None):
        seen = {satu.status for made, satu in cases if made.rumus_capaian is rumus}
        assert seen == results - impossible.get(rumus, set()), rumus
    reasons = {satu.sebab for _, satu in cases}
    assert reasons >= set(TanpaCapaian)


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
    text = polos(kalimat_tahun(*terukur("Contoh", hasil, "68.4", tahun, **fields)))
    assert text == expected
    baik(text)
    text = polos(kalimat_tahun(*terukur("Contoh", hasil, None, tahun, **fields)))
    assert text == expected.partition(" Targetnya")[0]
    assert not re.search(r"\b0\b", text)


@pytest.mark.parametrize("sebab", list(TanpaCapaian))
@pytest.mark.parametrize("status", [status for status in Status if status.ada_hasil])
def test_every_reason_reads_as_a_clause_after_karena(sebab: TanpaCapaian, status: Status) -> None:
    made = definisi(nama="Contoh", arah="naik")
    number = IsiNilai(nilai="1")
    text = polos(kalimat_tahun(made, Pengukuran(2024, number, number, status, sebab=sebab)))
    baik(text)
    if status is Status.TIDAK_DAPAT_DIHITUNG:
        assert text.endswith(f": capaian tidak dapat dihitung karena {sebab}.")
    elif sebab is TanpaCapaian.RUMUS_STATUS:
        assert "tidak dapat" not in text
    else:
        verdict, reason = text.split(". ")
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
    satu = ukur_langsung(rumus, target, hasil)
    text = polos(kalimat_tahun(made, satu))
    baik(text)
    assert ("belum tercapai" in text) is (satu.status is Status.BELUM_TERCAPAI)
    assert ("target tercapai" in text) is (satu.status is Status.TERCAPAI)
    assert ("terlampaui" in text) is (satu.status is Status.MELAMPAUI)


def test_a_name_from_a_document_cannot_bring_markup() -> None:
    markup = kalimat_tahun(*terukur("<b>A & B</b>", "1", "2", rumus_capaian="naik"))
    assert "<b>" not in markup
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in markup
    assert "<strong>belum tercapai</strong>" in markup


def lead(hasil: dict[int, Any], **fields: Any) -> str:
    made = definisi(nama="Contoh", **fields)
    satu = indikator(hasil, made)
    semua = [ukur(satu, tahun, dasar(SKALA)) for tahun in satu.tahun]
    text = polos(ringkasan(satu, "Dinas Contoh", semua))
    baik(text)
    return text


def test_the_lead_is_the_sentence_on_the_newest_result() -> None:
    target = {"2022": "5", "2023": "5", "2024": "5", "2026": "6"}
    hasil = {2022: "4", 2023: "5", 2024: {"keadaan": "tidak_diukur"}}
    text = lead(hasil, rumus_capaian="naik", target=target)
    assert text == "Pada 2023, Contoh mencapai 5 dari target 5 (100,00%): target tercapai."


@pytest.mark.parametrize(
    ("terbit", "more"),
    [
        ("72.52", " Laporannya sendiri menerbitkan 72,52%; lihat Penjelasan hasil."),
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
        "Pada 2024, Contoh adalah 0,18; targetnya paling tinggi 0,64 (355,56%): target terlampaui."
        + more
    )


def test_a_published_figure_that_only_rounds_ours_is_no_contradiction() -> None:
    hasil = {2024: {"realisasi": "99.996", "diterbitkan": {"capaian": "100.00"}}}
    text = lead(hasil, rumus_capaian="naik", target={"2024": "100"})
    assert text.endswith("(99,996%): target belum tercapai.")


def test_the_lead_says_that_newer_years_are_due() -> None:
    target = {str(tahun): "5" for tahun in range(2022, 2028)}
    first = "Pada 2023, Contoh mencapai 5 dari target 5 (100,00%): target tercapai."
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
        "Dinas Contoh menargetkan 70,1 (BB) pada 2026."
    )
    assert lead({}, target={"2026": {"bawah": "3.6", "atas": "4.4"}}, satuan="%") == (
        "Dinas Contoh menargetkan 3,6 sampai 4,4% pada 2026."
    )


def test_the_lead_without_targets_says_so() -> None:
    assert lead({}) == (
        "Dinas Contoh memakai indikator ini untuk mengukur kinerjanya, tetapi dokumennya tidak "
        "memuat target. Hasilnya belum dilaporkan di sini."
    )
    assert lead({}, nilai_tercetak=["1", "2", "3"]).startswith(
        "Dokumen mencetak tiga nilai untuk indikator ini, tetapi"
    )
