"""Who has reported what; only one who publishes here can be late, and only by a known date."""

import posixpath
from datetime import date

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.pages import halaman_kelengkapan, isi_kelengkapan
from iku_terbuka.pages.kelengkapan import folder_kelengkapan, punya_iku
from tests.halaman import baca
from tests.rekaan import PEMDA, Tulis, iku

TARGET = "        target: {2023: 1, 2024: 2, 2025: 3}\n"
DUA = "".join(f"      - id: {name}\n        nama: {name}\n{TARGET}" for name in ("satu", "dua"))
SUMBER = "sumber: {judul: LKjIP}"


def laporan(tulis: Tulis, pemda: str = PEMDA) -> Laporan:
    muatan = load_laporan(
        tulis(
            {
                "kabupaten-contoh/pemda.yaml": pemda,
                "kabupaten-contoh/dinas-contoh/iku.yaml": iku(DUA, "{awal: 2023, akhir: 2025}"),
                "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                    f"tahun: 2024\ncapaian:\n  satu: {{realisasi: 2, {SUMBER}}}\n"
                    f"  dua: {{realisasi: 2, {SUMBER}}}\n"
                ),
                "kabupaten-contoh/dinas-contoh/capaian/2025.yaml": (
                    f"tahun: 2025\ncapaian:\n  satu: {{realisasi: 0, {SUMBER}}}\n"
                ),
            }
        )
    )
    assert muatan.laporan is not None
    return muatan.laporan


def baris(context: Context) -> list[str]:
    pohon = baca(isi_kelengkapan(context)["kelengkapan"])
    return [tr.teks for tr in pohon.semua("tr") if not list(tr.semua("th"))[1:]]


RESMI = PEMDA + "resmi: true\n"


@pytest.mark.parametrize(
    ("acuan", "akhir"),
    [
        (date(2026, 2, 28), "28 Februari 2026 belum jatuh tempo"),
        (date(2026, 3, 10), "28 Februari 2026 terlambat 10 hari"),
    ],
)
def test_a_pemda_of_its_own_can_be_late(tulis: Tulis, acuan: date, akhir: str) -> None:
    (row,) = baris(build_context(laporan(tulis, RESMI), acuan=acuan))
    assert row.split() == f"Dinas Contoh 0/2 2/2 1/2 {akhir}".split()


def test_a_year_that_is_not_over_is_not_asked_for(tulis: Tulis) -> None:
    (row,) = baris(build_context(laporan(tulis, RESMI), acuan=date(2025, 7, 1)))
    assert row.split() == ["Dinas", "Contoh", "0/2", "2/2", "28", "Februari", "2025", "lengkap"]


@pytest.mark.parametrize(
    ("dokumen", "fields", "said"),
    [
        ("dokumen: {judul: IKU}", "", "Dokumennya tidak menyebut target per tahun"),
        ("dokumen: {judul: LKjIP, sebagian: true}", "", "Belum ada target per tahun yang dimuat"),
        ("tugas: Contoh", "", "Belum ada target per tahun yang dimuat"),
        ("dokumen: {judul: IKU}", 'nilai_tercetak: ["1"]', "Belum ada target per tahun yang"),
        ("dokumen: {judul: IKU}", "target: {2090: 1}", "Belum ada target tahunan yang tahunnya"),
    ],
)
def test_why_no_year_can_be_checked(tulis: Tulis, dokumen: str, fields: str, said: str) -> None:
    text = (
        f"instansi: Dinas Contoh\n{dokumen}\nsasaran:\n  - nama: Sasaran contoh\n"
        f"    indikator:\n      - id: x\n        nama: Indikator contoh\n        {fields}\n"
    )
    files = {"kabupaten-contoh/pemda.yaml": PEMDA, "kabupaten-contoh/dinas-contoh/iku.yaml": text}
    laporan = load_laporan(tulis(files)).laporan
    assert laporan is not None
    assert said in isi_kelengkapan(build_context(laporan, acuan=date(2026, 11, 21)))["kelengkapan"]


@pytest.mark.parametrize("acuan", [None, date(2026, 3, 10)])
def test_a_copy_is_never_late(tulis: Tulis, acuan: date | None) -> None:
    (row,) = baris(build_context(laporan(tulis), acuan=acuan))
    assert "terlambat" not in row
    assert "jatuh tempo" not in row


@pytest.mark.parametrize(
    ("tambahan", "expected"),
    [
        ("", "Data daerah ini salinan dari dokumen publik."),
        ("contoh: true\n", "Data contoh; keterlambatan tidak dihitung."),
        ("resmi: true\n", ""),
    ],
)
def test_why_nobody_is_late_is_said_as_it_is(tulis: Tulis, tambahan: str, expected: str) -> None:
    context = build_context(laporan(tulis, PEMDA + tambahan), acuan=date(2026, 3, 10))
    notes = [
        satu.teks
        for satu in baca(isi_kelengkapan(context)["kelengkapan"]).kelas("iku-kecil")
        if "keterlambatan" in satu.teks
    ]
    assert len(notes) == bool(expected)
    assert all(note.startswith(expected) for note in notes)


def test_many_instansi_become_one_row_for_each_pemda_and_pages_of_their_own(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(halaman_kelengkapan(context)) == []
    whole = baris(context)
    for modul in ("kelengkapan", "potong"):
        monkeypatch.setattr(f"iku_terbuka.pages.{modul}.MAX_BARIS", 3)
    filled = [
        satu
        for satu in context.laporan.pemda
        if any(indikator.tahun for indikator in satu.instansi.all_indikator())
    ]
    assert len(baris(context)) < len(whole)
    pages = {satu.path: baca(str(satu.content)) for satu in halaman_kelengkapan(context)}
    told = [page for page in pages.values() if "yang dapat diperiksa" in page.teks]
    names: list[str] = []
    for pemda in filled:
        paths = [path for path in pages if f"/{pemda.id}/" in path]
        assert paths[0] == f"{folder_kelengkapan(pemda)}/index.md"
        assert len(paths) == -(-len(punya_iku(pemda.instansi)) // 3)
        for path in paths:
            page = pages.pop(path)
            rows = [th for th in page.semua("th") if th.atribut["scope"] == "row"]
            names += [next(th.semua("a")).teks for th in rows]
            assert len(rows) <= 3
            links = [a.atribut["href"] for nav in page.kelas("iku-tindak") for a in nav.semua("a")]
            others = [posixpath.normpath(f"{path}/../{link}") for link in links]
            assert others == [lain.replace(".md", ".html") for lain in paths if lain != path]
    assert names == [unit.nama for satu in filled for unit in punya_iku(satu.instansi)]
    assert list(pages.values()) == told, "a Pemda without years says so on one page"
