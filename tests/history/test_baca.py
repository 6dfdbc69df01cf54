"""Which changes of numbers a repository's history holds, and which it does not."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from iku_terbuka.history import JenisAngka, PerubahanAngka, Riwayat, baca, baca_riwayat
from iku_terbuka.history.nilai import SEBAGIAN, TIDAK_TERSEDIA, Isian
from tests.history.gudang import DINAS, Gudang, capaian, iku


@pytest.fixture
def gudang(tmp_path: Path) -> Gudang:
    return Gudang(tmp_path / "repo")


def kata(isian: Isian | None) -> str:
    """Return a value as one short text."""
    if isian is None:
        return "-"
    parts = [isian.nilai, isian.bawah, isian.atas, isian.predikat, isian.keadaan]
    parts += [f"{nama}={'+'.join(map(str, isi))}" for nama, isi in isian.variabel]
    return " ".join(str(part) for part in parts if part not in {None, ""})


def ringkas(satu: PerubahanAngka) -> str:
    where = satu.kunci.removeprefix("kabupaten-contoh/")
    return f"{where} {satu.jenis} {satu.tahun}: {kata(satu.lama)} → {kata(satu.baru)}"


def perubahan(gudang: Gudang) -> list[str]:
    riwayat = baca_riwayat(gudang.data)
    assert riwayat.catatan == ""
    return [ringkas(satu) for satu in riwayat.terbaru]


def test_a_change_says_when_what_and_in_which_commit(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2025: 80, 2026: 85}"), c2025=capaian(2025, x="{realisasi: 81.2}"))
    # Half past six in the evening in London is the next day in Jakarta.
    first = gudang.komit(
        "Perbarui target", "2025-12-31T18:30:00+0000", iku=iku(x="{2025: 80, 2026: 84.50}")
    )
    second = gudang.komit("Ralat hasil", c2025=capaian(2025, x="{realisasi: 84}"))
    newest, oldest = baca_riwayat(gudang.data).indikator(f"{DINAS}/x")
    assert (oldest.lama, oldest.baru) == (Isian(Decimal(85)), Isian(Decimal("84.50")))
    assert str(oldest.baru and oldest.baru.nilai) == "84.50"
    assert (oldest.jenis, oldest.tahun) == (JenisAngka.TARGET, 2026)
    assert oldest.komit.tanggal == date(2026, 1, 1)
    assert oldest.setelah_berjalan
    assert (oldest.komit.hash, oldest.komit.subjek) == (first, "Perbarui target")
    assert not oldest.komit.ralat
    assert (newest.jenis, newest.tahun) == (JenisAngka.REALISASI, 2025)
    assert (newest.komit.hash, newest.komit.ralat) == (second, True)
    assert not newest.setelah_berjalan


def test_a_first_entry_is_no_change(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2024: 80}"))
    gudang.komit(iku=iku(x="{2024: 80, 2025: 85}"), c2024=capaian(2024, x="{realisasi: 1}"))
    gudang.komit(iku=iku(x="{2024: 80, 2025: 85}", y="{2024: 3}"))
    gudang.komit(c2024=capaian(2024, x="{realisasi: 1}", y="{keadaan: tidak_diukur}"))
    assert perubahan(gudang) == []
    assert baca_riwayat(gudang.data).sejak == {DINAS: date(2026, 1, 1)}


@pytest.mark.parametrize("baru", ["3.20", '"3.2"', "{nilai: 3.20, tercetak: '3,20'}", "'3,2'"])
def test_the_same_number_written_otherwise_is_no_change(gudang: Gudang, baru: str) -> None:
    gudang.komit(iku=iku(x="{2024: 3.2}"))
    gudang.komit(iku=iku(x=f"{{2024: {baru}}}"))
    gudang.komit(iku=iku(x="{2024: 3.2}").replace("\n", "\r\n"))
    assert perubahan(gudang) == []


@pytest.mark.parametrize(
    ("lama", "baru", "harapan"),
    [
        ("{realisasi: 1}", "{}", "1 → -"),
        ("{realisasi: 1}", "{keadaan: tidak_diukur}", "1 → tidak_diukur"),
        ("{keadaan: tidak_diukur}", "{realisasi: 0}", "tidak_diukur → 0"),
        ("{realisasi: {predikat: B}}", "{realisasi: {predikat: BB}}", "B → BB"),
        ("{realisasi: 70}", "{realisasi: {nilai: 70, predikat: BB}}", "70 → 70 BB"),
        ("{variabel: {a: 1, b: 2}}", "{variabel: {b: 3, a: 1.0}}", "a=1 b=2 → a=1.0 b=3"),
        ("{variabel: {a: [1, 2]}}", "{variabel: {a: [1, 3]}}", "a=1+2 → a=1+3"),
        ("{realisasi: 3.201}", "{realisasi: '3.201,00'}", "3.201 → 3.201,00"),
    ],
)
def test_every_kind_of_result_is_compared(
    gudang: Gudang, lama: str, baru: str, harapan: str
) -> None:
    gudang.komit(iku=iku(x="{}"), c2024=capaian(2024, x=lama))
    gudang.komit(c2024=capaian(2024, x=baru))
    assert perubahan(gudang) == [f"dinas-contoh/x realisasi 2024: {harapan}"]


def test_a_range_and_a_grade_are_targets_too(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2024: {bawah: 3.6, atas: 4.4}}", y="{2024: {predikat: B}}"))
    gudang.komit(iku=iku(x="{2024: {bawah: 3.6, atas: 4.5}}", y="{2024: {predikat: BB}}"))
    assert perubahan(gudang) == [
        "dinas-contoh/x target 2024: 3.6 4.4 → 3.6 4.5",
        "dinas-contoh/y target 2024: B → BB",
    ]


def test_what_is_deleted_and_restored_is_seen_twice(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
    gudang.hapus(f"{DINAS}/capaian/2024.yaml")
    gudang.komit()
    gudang.komit(c2024=capaian(2024, x="{realisasi: 1}", y="{realisasi: 5}"))
    assert perubahan(gudang) == [
        "dinas-contoh/x realisasi 2024: - → 1",
        "dinas-contoh/x realisasi 2024: 1 → -",
    ]


def test_a_revert_is_a_change_back(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2024: 80}"))
    gudang.komit(iku=iku(x="{2024: 70}"))
    gudang.git("revert", "--no-edit", "HEAD", waktu="2026-03-01T12:00:00+0700")
    assert perubahan(gudang) == [
        "dinas-contoh/x target 2024: 70 → 80",
        "dinas-contoh/x target 2024: 80 → 70",
    ]


@pytest.mark.parametrize(
    "rusak",
    [
        "instansi: 'tidak ditutup\n",
        "- daftar\n",
        "",
        "a: &x [*x]\n",
        "bin: \0",
        "sasaran: " + "[" * 300,
        "x" * 1_000_001,
    ],
)
def test_a_version_that_cannot_be_read_is_passed_over(gudang: Gudang, rusak: str) -> None:
    gudang.komit(iku=iku(x="{2024: 80}"))
    gudang.komit("Rusak", iku=rusak)
    gudang.komit("Masih rusak", iku=f"{rusak} ")
    gudang.komit("Mendingan", iku=iku(x="{2024: 75}"))
    (satu,) = baca_riwayat(gudang.data).terbaru
    assert ringkas(satu) == "dinas-contoh/x target 2024: 80 → 75"
    assert satu.komit.subjek == "Mendingan"


def test_what_was_never_readable_before_is_a_first_entry(gudang: Gudang) -> None:
    gudang.komit(iku="instansi: 'tidak ditutup\n")
    gudang.komit(iku=iku(x="{2024: 75}"))
    assert perubahan(gudang) == []


def test_odd_shapes_in_old_versions_are_left_out(gudang: Gudang) -> None:
    gudang.komit(iku="sasaran: {indikator: [x]}\n", c2024="tahun: 2024\ncapaian: [x]\n")
    gudang.komit(iku="sasaran: [x, {indikator: [y, {id: [z], target: {2024: 1}}]}]\n")
    gudang.komit(iku="sasaran: [{indikator: [{id: x, target: {dua: 1, 2024: {a: b}}}]}]\n")
    gudang.komit(iku=iku(x="{2024: 75}"), c2024=capaian(2024, x="[1]"))
    assert perubahan(gudang) == []


class TestPenggabungan:
    """Merges: what the published branch showed."""

    def test_a_merged_branch_counts_as_one_step(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"))
        gudang.cabang("budi")
        gudang.komit("Coba", iku=iku(x="{2024: 10}"))
        gudang.komit("Ralat target", iku=iku(x="{2024: 75}"))
        merge = gudang.gabung("budi", "Merge pull request #5 from budi/budi\n\nPerbaiki")
        (satu,) = baca_riwayat(gudang.data).terbaru
        assert ringkas(satu) == "dinas-contoh/x target 2024: 80 → 75"
        assert satu.komit.hash == merge
        assert satu.komit.tanggal == date(2026, 2, 1)
        assert satu.komit.subjek == "Perbaiki"
        assert satu.komit.ralat

    def test_one_commit_lends_the_merge_its_subject(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"))
        gudang.cabang("budi")
        gudang.komit("Sesuaikan target", iku=iku(x="{2024: 75}"))
        gudang.gabung("budi", "Merge branch 'budi'")
        (satu,) = baca_riwayat(gudang.data).terbaru
        assert satu.komit.subjek == "Sesuaikan target"
        assert not satu.komit.ralat

    def test_branches_side_by_side_and_main_merged_into_one(self, gudang: Gudang) -> None:
        gudang.komit(
            iku=iku(x="{2024: 80}"),
            c2024=capaian(2024, x="{realisasi: 1}"),
            c2025=capaian(2025, x="{realisasi: 1}"),
        )
        gudang.cabang("a")
        gudang.komit("A", c2024=capaian(2024, x="{realisasi: 2}"))
        gudang.git("checkout", "--quiet", "main")
        gudang.cabang("b")
        gudang.komit("Ralat B", c2025=capaian(2025, x="{realisasi: 3}"))
        gudang.gabung("a", "Merge branch 'a'", "2026-02-01T12:00:00+0700")
        gudang.git("checkout", "--quiet", "b")
        gudang.git("merge", "--quiet", "main", "-m", "Merge branch 'main' into b")
        gudang.gabung("b", "Merge branch 'b'", "2026-02-02T12:00:00+0700")
        newest, oldest = baca_riwayat(gudang.data).terbaru
        assert ringkas(newest) == "dinas-contoh/x realisasi 2025: 1 → 3"
        assert (newest.komit.subjek, newest.komit.ralat) == ("Ralat B", True)
        assert ringkas(oldest) == "dinas-contoh/x realisasi 2024: 1 → 2"
        assert (oldest.komit.subjek, oldest.komit.ralat) == ("A", False)

    def test_a_squashed_branch_is_an_ordinary_step(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"))
        gudang.cabang("budi")
        gudang.komit("Coba", iku=iku(x="{2024: 10}"))
        gudang.komit("Lagi", iku=iku(x="{2024: 75}"))
        gudang.git("checkout", "--quiet", "main")
        gudang.git("merge", "--quiet", "--squash", "budi")
        gudang.komit("Perbaiki target (#5)")
        (satu,) = baca_riwayat(gudang.data).terbaru
        assert ringkas(satu) == "dinas-contoh/x target 2024: 80 → 75"
        assert satu.komit.subjek == "Perbaiki target (#5)"


class TestPindah:
    """A number keeps its past where its file goes."""

    def test_a_folder_that_moves_takes_its_history_along(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
        gudang.komit(iku=iku(x="{2024: 75}"), c2024=capaian(2024, x="{realisasi: 2}"))
        gudang.pindah(DINAS, "kabupaten-contoh/badan-contoh")
        gudang.komit("Ganti nama")
        gudang.tulis(
            "kabupaten-contoh/badan-contoh/capaian/2024.yaml", capaian(2024, x="{realisasi: 3}")
        )
        gudang.komit()
        assert perubahan(gudang) == [
            "badan-contoh/x realisasi 2024: 2 → 3",
            "badan-contoh/x realisasi 2024: 1 → 2",
            "badan-contoh/x target 2024: 80 → 75",
        ]
        assert set(baca_riwayat(gudang.data).sejak) == {"kabupaten-contoh/badan-contoh"}

    def test_a_number_that_changes_while_its_folder_moves(self, gudang: Gudang) -> None:
        """The small file of results is too unlike itself for Git to know it again."""
        gudang.komit(iku=iku(x="{2024: 80}", y="{2024: 1}"), c2024="capaian: {x: {realisasi: 1}}")
        gudang.pindah(DINAS, "kabupaten-contoh/badan-contoh")
        gudang.tulis(
            "kabupaten-contoh/badan-contoh/capaian/2024.yaml",
            capaian(2024, x="{realisasi: 2, sumber: {judul: Laporan kinerja tahun itu}}"),
        )
        gudang.komit()
        assert perubahan(gudang) == ["badan-contoh/x realisasi 2024: 1 → 2"]

    def test_a_decree_that_becomes_one_of_two_has_not_changed(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}", y="{2024: 3}", z="{2027: 9}"))
        gudang.komit(iku=iku(x="{2024: 75}", y="{2024: 3}", z="{2027: 9}"))
        gudang.hapus(f"{DINAS}/iku.yaml")
        gudang.tulis(f"{DINAS}/iku/2021.yaml", iku(x="{2024: 75}"))
        gudang.tulis(f"{DINAS}/iku/2027.yaml", iku(y="{2024: 3}", z="{2027: 9}", x="{2027: 90}"))
        gudang.komit("Pecah")
        gudang.tulis(f"{DINAS}/iku/2021.yaml", iku(x="{2024: 70}"))
        gudang.komit()
        assert perubahan(gudang) == [
            "dinas-contoh/x target 2024: 75 → 70",
            "dinas-contoh/x target 2024: 80 → 75",
        ]

    def test_a_new_decree_is_no_change_unless_it_takes_over_a_year(self, gudang: Gudang) -> None:
        gudang.tulis(f"{DINAS}/iku/2021.yaml", iku(x="{2025: 80, 2026: 85}"))
        gudang.komit()
        gudang.tulis(f"{DINAS}/iku/2027.yaml", iku(x="{2027: 50}"))
        gudang.komit("Keputusan baru")
        assert perubahan(gudang) == []
        gudang.tulis(f"{DINAS}/iku/2021.yaml", iku(x="{2025: 80}"))
        gudang.hapus(f"{DINAS}/iku/2027.yaml")
        gudang.tulis(f"{DINAS}/iku/2026.yaml", iku(x="{2026: 60, 2027: 50}"))
        gudang.komit("Keputusan pengganti")
        assert perubahan(gudang) == ["dinas-contoh/x target 2026: 85 → 60"]

    def test_a_result_moved_to_its_right_year(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"), c2023="tahun: 2023\ncapaian: {x: {realisasi: 1}}\n")
        gudang.pindah(f"{DINAS}/capaian/2023.yaml", f"{DINAS}/capaian/2024.yaml")
        gudang.komit()
        assert perubahan(gudang) == ["dinas-contoh/x realisasi 2023: 1 → -"]


def test_other_files_are_no_data(gudang: Gudang) -> None:
    paths = ["skala/iku.yaml", ".skema/x/iku.yaml", f"{DINAS}/.lama/iku.yaml", f"{DINAS}/iku.yml"]
    gudang.komit(iku=iku(x="{2024: 80}"))
    for value in (1, 2):
        for path in paths:
            gudang.tulis(path, iku(x=f"{{2024: {value}}}"))
        gudang.komit()
    (gudang.data / DINAS / "iku.yaml").unlink()
    (gudang.data / DINAS / "iku.yaml").symlink_to("iku.yml")
    gudang.komit("Tautan")
    assert perubahan(gudang) == ["dinas-contoh/x target 2024: 80 → -"]


@pytest.mark.parametrize("data", [".", "data/pemda", "folder – lain"])
def test_the_data_may_lie_anywhere_in_the_repository(tmp_path: Path, data: str) -> None:
    gudang = Gudang(tmp_path / "repo", data)
    (gudang.akar / "README.md").write_text("x")
    gudang.komit(iku=iku(x="{2024: 80}"))
    gudang.komit(iku=iku(x="{2024: 75}"))
    (gudang.akar / "README.md").write_text("y")
    gudang.komit("Tanpa data")
    assert perubahan(gudang) == ["dinas-contoh/x target 2024: 80 → 75"]


def test_what_is_not_committed_is_not_public(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2024: 80}"))
    gudang.tulis(f"{DINAS}/iku.yaml", iku(x="{2024: 75}"))
    assert perubahan(gudang) == []


def test_nothing_depends_on_what_a_user_configured(gudang: Gudang) -> None:
    gudang.komit(iku=iku(x="{2024: 80}", y="{2024: 1}"))
    gudang.cabang("budi")
    gudang.komit("Éka", iku=iku(x="{2024: 75}", y="{2024: 1}"))
    gudang.gabung("budi", "Merge branch 'budi'")
    gudang.pindah(DINAS, "kabupaten-contoh/badan-contoh")
    gudang.komit("Pindah")
    before = baca_riwayat(gudang.data)
    assert [ringkas(satu) for satu in before.terbaru] == ["badan-contoh/x target 2024: 80 → 75"]
    for setting in (
        *("log.showSignature=true", "log.follow=true", "log.showRoot=false", "log.diffMerges=off"),
        *("log.decorate=full", "log.date=raw", "log.mailmap=true", "format.pretty=fuller"),
        *("diff.renames=false", "diff.renameLimit=1", "diff.relative=true", "diff.external=false"),
        *("diff.noprefix=true", "core.quotePath=true", "core.abbrev=4", "color.ui=always"),
        *("i18n.logOutputEncoding=ISO-8859-1", "notes.displayRef=*"),
    ):
        gudang.git("config", *setting.split("="))
    gudang.git("notes", "add", "-m", "catatan", "HEAD")
    baca._riwayat.cache_clear()
    assert baca_riwayat(gudang.data) == before


class TestTanpaRiwayat:
    """Whatever is missing, the site is built and says so."""

    def test_no_repository(self, tmp_path: Path) -> None:
        assert baca_riwayat(tmp_path) == Riwayat()
        assert baca_riwayat(tmp_path / "tidak-ada") == Riwayat()
        assert Riwayat().catatan == TIDAK_TERSEDIA

    def test_a_repository_without_commits(self, gudang: Gudang) -> None:
        gudang.tulis(f"{DINAS}/iku.yaml", iku(x="{2024: 80}"))
        assert baca_riwayat(gudang.data) == Riwayat()

    def test_data_that_a_repository_around_it_does_not_know(self, gudang: Gudang) -> None:
        (gudang.akar / ".gitignore").write_text("indicators/\n")
        gudang.tulis(f"{DINAS}/iku.yaml", iku(x="{2024: 80}"))
        gudang.komit()
        assert baca_riwayat(gudang.data) == Riwayat()

    def test_no_git_at_all(self, gudang: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"))
        monkeypatch.setenv("PATH", "")
        assert baca_riwayat(gudang.data) == Riwayat()

    def test_a_shallow_clone_says_that_it_is_one(self, gudang: Gudang, tmp_path: Path) -> None:
        for value in (80, 75, 70):
            gudang.komit(iku=iku(x=f"{{2024: {value}}}"))
        gudang.git("clone", "--quiet", "--depth=2", f"file://{gudang.akar}", str(tmp_path / "c"))
        riwayat = baca_riwayat(tmp_path / "c/indicators")
        assert [ringkas(satu) for satu in riwayat.terbaru] == [
            "dinas-contoh/x target 2024: 75 → 70"
        ]
        assert riwayat.catatan == SEBAGIAN
        assert riwayat.sejak == {}  # the first day is not known


def test_only_files_that_were_edited_are_read(
    gudang: Gudang, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    real: Callable[..., object] = baca.baca_isi
    monkeypatch.setattr(baca, "baca_isi", lambda raw, tahun: read.append(raw) or real(raw, tahun))
    for number in range(8):
        gudang.tulis(f"kabupaten-contoh/dinas-{number}/iku.yaml", iku(x=f"{{2024: {number}}}"))
    gudang.komit()
    gudang.tulis("kabupaten-contoh/dinas-1/capaian/2024.yaml", capaian(2024, x="{realisasi: 1}"))
    gudang.komit()
    assert perubahan(gudang) == []
    assert read == []
    for value in (50, 60, 50):
        gudang.tulis("kabupaten-contoh/dinas-1/iku.yaml", iku(x=f"{{2024: {value}}}"))
        gudang.komit()
    assert len(perubahan(gudang)) == 3
    assert len(read) == 3  # each version once, however often it was there
    assert len(perubahan(gudang)) == 3
    assert len(read) == 3  # HEAD has not moved

    def test_a_correction_of_one_file_does_not_excuse_another(self, gudang: Gudang) -> None:
        gudang.komit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
        gudang.cabang("budi")
        gudang.komit("Ralat salah ketik hasil", c2024=capaian(2024, x="{realisasi: 2}"))
        gudang.komit("Sesuaikan", iku=iku(x="{2024: 60}"))
        gudang.gabung("budi", "Merge pull request #6 from budi/ralat-hasil")
        ralat = {ringkas(satu): satu.komit.ralat for satu in baca_riwayat(gudang.data).terbaru}
        assert ralat == {
            "dinas-contoh/x realisasi 2024: 1 → 2": True,
            "dinas-contoh/x target 2024: 80 → 60": False,
        }


def test_results_of_two_instansi_never_become_one_change(gudang: Gudang) -> None:
    hasil = "{realisasi: %s, sumber: {judul: Laporan Kinerja Tahun 2024, halaman: 12}}"
    gudang.komit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x=hasil % 70))
    gudang.tulis("kabupaten-contoh/dinas-lain/iku.yaml", iku(x="{2024: 80}"))
    gudang.git("add", "-A")
    gudang.git("commit", "--quiet", "-m", "Dinas lain")
    (gudang.data / DINAS / "capaian/2024.yaml").unlink()
    gudang.tulis("kabupaten-contoh/dinas-lain/capaian/2024.yaml", capaian(2024, x=hasil % 91))
    gudang.git("add", "-A")
    gudang.git("commit", "--quiet", "-m", "Keduanya")
    assert perubahan(gudang) == ["dinas-contoh/x realisasi 2024: 70 → -"]
