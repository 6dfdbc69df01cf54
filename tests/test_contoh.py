"""The fictional Kabupaten Contoh, with results of every kind: what its pages claim holds."""

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.check import check
from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.wording import threshold_sentence
from tests.conftest import ACUAN, CONTOH
from tests.html_tree import Pages, read_pages


@pytest.fixture(scope="module")
def contoh(site_contoh: Path) -> Pages:
    return read_pages(site_contoh)


def test_the_data_hold_no_error_and_every_status() -> None:
    loaded = load_laporan(CONTOH)
    assert [str(problem) for problem in check(loaded) if problem.is_error] == []
    assert loaded.laporan is not None
    context = build_context(loaded.laporan, acuan=ACUAN)
    seen = {
        each.status
        for indikator in loaded.laporan.all_indikator()
        for each in context.pengukuran(indikator).values()
    }
    assert seen == set(Status)


def test_every_page_of_the_pemda_says_that_it_is_fiction(contoh: Pages) -> None:
    pages = [
        page
        for path, page in contoh.items()
        if path.startswith("kabupaten-contoh/") and "Halaman ini pindah" not in page.text
    ]
    assert len(pages) > 60
    for page in pages:
        assert "Data contoh. Semua nama dan angka di halaman ini rekaan." in page.text
        assert "Salinan dari dokumen publik" not in page.text


def _exact(expression: str) -> Fraction:
    """Compute a line as a reader would: Indonesian notation, × ÷ −, percent as a hundredth."""
    plain = expression.replace(".", "").replace(",", ".").replace("%", " / 100")
    plain = plain.replace("×", "*").replace("÷", "/").replace("−", "-")
    assert re.fullmatch(r"[\d\s.+*/()-]+", plain), expression
    numbers = re.sub(r"\d+(?:\.\d+)?", lambda found: f"Fraction('{found[0]}')", plain)
    return Fraction(eval(numbers, {"Fraction": Fraction}))


def test_every_line_of_a_computation_can_be_checked_by_hand(contoh: Pages) -> None:
    checked = 0
    for path, page in contoh.items():
        for line in page.with_class("iku-hitung"):
            words = re.sub(r"^\d{4}(?:/\d{4})?: ", "", line.text)
            words = re.sub(", dari realisasi sebelum dibulatkan.*$", "", words)
            left, _, right = re.sub(r" \(.*\)$", "", words).rpartition(" = ")
            shown = Fraction(_exact(right))
            places = len(right.rstrip("%").partition(",")[2]) + 2 * right.endswith("%")
            assert abs(_exact(left) - shown) <= Fraction(1, 2 * 10**places), (path, words)
            checked += 1
    assert checked > 30


def test_a_formula_reads_as_a_sentence(contoh: Pages) -> None:
    spoken = [
        line.text
        for path, page in contoh.items()
        if path.startswith("kabupaten-contoh/")
        for line in page.with_class("iku-baca")
        if " dibagi " in line.text
    ]
    assert spoken
    for sentence in spoken:
        assert sentence.startswith(("Rumusnya: ", "Capaian sama dengan "))
        assert sentence.endswith(".")
        assert not re.search(r"[÷×=*/]", sentence), sentence


def test_an_opinion_below_the_target_reads_so_on_the_page_and_in_the_csv(
    contoh: Pages, site_contoh: Path
) -> None:
    assert "WDP" in contoh["kabupaten-contoh/tahun-2021/index.html"].text
    page = contoh["kabupaten-contoh/opini-laporan-keuangan/index.html"].text
    assert "WDP" in page
    text = (site_contoh / "data" / "capaian.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    (row,) = (
        each
        for each in rows
        if each["indikator_id"] == "opini-laporan-keuangan" and each["tahun"] == "2021"
    )
    assert (row["target_predikat"], row["predikat"], row["status"]) == (
        "WTP",
        "WDP",
        "belum_tercapai",
    )


def test_the_threshold_of_trends_and_every_scale_stand_with_the_methodology(
    contoh: Pages,
) -> None:
    text = contoh["metodologi/index.html"].text
    assert threshold_sentence() in text
    assert "Urutannya: TMP < TW < WDP < WTP." in text
    assert "Juga ditulis: WTP-DPP" in text


def test_programmes_evaluations_and_documents_are_on_pages(contoh: Pages) -> None:
    unit = "kabupaten-contoh/badan-penanggulangan-bencana-rekaan"
    budget = contoh[f"{unit}/tahun-2025/index.html"].text.partition("Program dan anggaran")[2]
    assert "Jumlah 5.850.000.000 5.751.250.000 98,31%" in budget
    page = contoh[f"{unit}/index.html"].text
    assert "Evaluasi akuntabilitas kinerja (AKIP)" in page
    assert "LHE tidak memuat nilai evaluasi internal." in page
    assert "Renja 2026 tautan belum diketahui" in page
    matrix = contoh["kelengkapan/index.html"].text.partition("dokumen terbaru tiap jenis")[2]
    assert "PK Perubahan 2026 ditetapkan 15 September 2026" in matrix
