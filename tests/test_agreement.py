"""A Perjanjian Kinerja whose targets differ from the decree: both stand side by side, named."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from iku_terbuka.capaian import Measurement
from iku_terbuka.context import Context, build_context
from iku_terbuka.history import Commit, History
from iku_terbuka.load import load_laporan
from iku_terbuka.model.skeleton import capaian_skeleton
from iku_terbuka.opendata.rows import COLUMN_NAMES, indikator_rows
from iku_terbuka.publish import PagePlan
from iku_terbuka.publish.fingerprint import data_fingerprints
from iku_terbuka.site import Site
from tests.fictional import PEMDA, Write

DINAS = "kabupaten-contoh/dinas-contoh"
DECREE = """\
instansi: Dinas Contoh
periode: {awal: 2025, akhir: 2029}
dasar_hukum: [{jenis: Keputusan Kepala Dinas, nomor: 1/2025, tanggal: 2025-01}]
sasaran:
  - nama: Meningkatnya kesiapsiagaan
    indikator:
      - id: nilai-sakip
        nama: Nilai SAKIP
        satuan: nilai
        arah: naik
        rumus_capaian: naik
        target: {2025: 74, 2026: 75, 2027: 76}
      - id: spm
        nama: Capaian SPM
        satuan: persen
        arah: naik
        rumus_capaian: naik
        target: {2026: 100}
"""
AGREEMENT = """\
tahun: 2026
pihak: {pertama: Kepala Dinas Contoh, kedua: Bupati}
versi:
  - jenis: awal
    tanggal: 2026-01
    target: {nilai-sakip: 75.35, spm: 100, pelatihan: 12}
  - jenis: perubahan
    tanggal: 2026-09-15
    alasan: perubahan_anggaran
    target: {nilai-sakip: 75.50}
indikator:
  - {id: pelatihan, nama: Jumlah pelatihan, satuan: kegiatan, arah: naik, rumus_capaian: naik}
"""
RESULTS = """\
tahun: 2026
status: final
capaian:
  nilai-sakip: {realisasi: 75.40}
  pelatihan: {realisasi: 12}
"""


@pytest.fixture
def site(write: Write) -> Callable[[date | None], Context]:
    """Return a function that returns the site as on a day."""
    root = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{DINAS}/iku/2025.yaml": DECREE,
            f"{DINAS}/perjanjian-kinerja/2026.yaml": AGREEMENT,
            f"{DINAS}/capaian/2026.yaml": RESULTS,
        }
    )
    loaded = load_laporan(root)
    assert loaded.laporan is not None
    assert [problem for problem in loaded.problems if problem.is_error] == []
    laporan = loaded.laporan
    return lambda acuan: build_context(laporan, acuan=acuan)


def measured(context: Context, indikator_id: str, tahun: int) -> Measurement:
    found = {each.id: each for each in context.laporan.all_indikator()}
    return context.pengukuran(found[indikator_id])[tahun]


def pages(context: Context) -> Mapping[str, str]:
    """Return the pages by folder, with plain spaces."""
    plans = Site(context, {}).pages()
    made = (plan.make() for plan in plans if isinstance(plan, PagePlan))
    return {page.folder: str(page.html).replace("\u00a0", " ") for page in made}


@pytest.mark.parametrize(
    ("acuan", "target", "dasar", "status"),
    [
        (date(2025, 12, 31), "75", "iku", "berjalan"),  # not signed yet
        (date(2026, 1, 1), "75.35", "pk", "berjalan"),  # no day is printed
        (date(2026, 9, 14), "75.35", "pk", "berjalan"),
        (date(2026, 9, 15), "75.50", "pk", "berjalan"),
        (date(2027, 1, 1), "75.50", "pk", "belum_tercapai"),
        (None, "75.50", "pk", "belum_tercapai"),
    ],
)
def test_the_version_signed_by_the_reference_date_counts(
    site: Callable[[date | None], Context],
    acuan: date | None,
    target: str,
    dasar: str,
    status: str,
) -> None:
    year = measured(site(acuan), "nilai-sakip", 2026)
    assert year.target is not None
    assert year.target_iku is not None
    assert (str(year.target.nilai), year.dasar_target) == (target, dasar)
    assert str(year.target_iku.nilai) == "75"
    if status != "berjalan":
        assert year.status == status


def test_both_targets_are_named_on_every_page(site: Callable[[date | None], Context]) -> None:
    html = pages(site(date(2027, 2, 1)))
    words = "menurut Perjanjian Kinerja; keputusan IKU: 75"
    indikator, year = html[f"{DINAS}/nilai-sakip"], html[f"{DINAS}/tahun-2026"]
    for page in (indikator, year):
        assert f"<small>{words}</small><small>semula 75,35 (PK awal)</small>" in page
    assert (
        f"Target 75,50 ({words}; semula 75,35), jadi <strong>belum tercapai</strong>" in indikator
    )
    assert "Target 2026: Perjanjian Kinerja 2026." in indikator
    assert "menurut Perjanjian Kinerja, sama dengan keputusan IKU" in html[f"{DINAS}/spm"]


def test_the_year_tells_of_its_agreement(site: Callable[[date | None], Context]) -> None:
    page = pages(site(date(2026, 10, 1)))[f"{DINAS}/tahun-2026"]
    assert "Perjanjian Kinerja 2026</h2>" in page
    assert "<li>Kepala Dinas Contoh</li><li>Bupati</li>" in page
    assert "15 September 2026, karena perubahan strategi, program, atau anggaran" in page
    assert "Nilai SAKIP: 75,35 → 75,50" in page
    before = pages(site(date(2026, 6, 1)))[f"{DINAS}/tahun-2026"]
    assert "Belum berlaku pada tanggal acuan situs ini." in before


def test_an_indicator_that_only_the_agreement_has_is_measured_like_any(
    site: Callable[[date | None], Context],
) -> None:
    context = site(date(2027, 2, 1))
    year = measured(context, "pelatihan", 2026)
    assert (year.status, year.dasar_target, year.target_iku) == ("tercapai", "pk", None)
    html = pages(context)
    assert "tidak ada di keputusan IKU" in html[f"{DINAS}/pelatihan"]
    assert "Hanya dalam Perjanjian Kinerja" in html[DINAS]


def test_the_data_name_both_targets(site: Callable[[date | None], Context]) -> None:
    context = site(date(2027, 2, 1))
    rows = [
        dict(zip(COLUMN_NAMES, row, strict=True))
        for indikator in context.laporan.all_indikator()
        for row in indikator_rows(context, indikator)
    ]
    row = next(r for r in rows if (r["indikator_id"], r["tahun"]) == ("nilai-sakip", "2026"))
    names = ("target", "target_iku", "dasar_target", "target_semula")
    assert [row[name] for name in names] == ["75.50", "75", "pk", "75.35"]


def test_the_skeleton_of_results_shows_what_was_agreed(
    site: Callable[[date | None], Context],
) -> None:
    text = capaian_skeleton(site(None).instansi[DINAS], 2026)
    assert "Target 2026: 75.50" in text
    assert "  pelatihan:" in text


def test_pages_are_made_again_when_another_version_counts(
    site: Callable[[date | None], Context],
) -> None:
    paths = [f"{DINAS}/{name}/2026.yaml" for name in ("iku", "capaian", "perjanjian-kinerja")]
    commit = Commit("0" * 40, date(2026, 1, 1), "Isi")
    history = History(files=dict.fromkeys(paths, commit), note="")
    first, second, third = (
        data_fingerprints(site(day).with_history(history, paths), {}).of(DINAS)
        for day in (date(2026, 9, 13), date(2026, 9, 14), date(2026, 9, 15))
    )
    assert first == second != third
