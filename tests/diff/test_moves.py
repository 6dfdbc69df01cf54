"""A move is told as a move, and nothing as lost or new that only lies elsewhere."""

from iku_terbuka.diff import Diff, compare, diff_data, diff_text
from iku_terbuka.diff.scope import scope_of, with_related
from tests.diff.sides import SIDES, measured
from tests.fictional import Write
from tests.moves import BARU, LAIN, LAMA, MERGED, OLD, decree, results, row

UTUH = OLD | {path: text for path, text in MERGED.items() if path.startswith(f"{LAIN}/")}
RENAMED = {
    path.replace("dinas-sosial/", "dinas-kesejahteraan/"): text for path, text in OLD.items()
}
RENAMED["kabupaten-contoh/dinas-kesejahteraan/iku.yaml"] = OLD[f"{LAMA}/iku.yaml"].replace(
    "instansi: Dinas Sosial\n", f"instansi: Dinas Kesejahteraan\ndahulu: [{LAMA}]\n"
)


def between(write: Write, old: dict[str, str], new: dict[str, str]) -> Diff:
    before = measured(write, old)
    return compare(before, measured(write, new))


def test_a_renamed_folder_is_told_as_moved(write: Write) -> None:
    diff = between(write, OLD, RENAMED)
    said = diff_text(diff, SIDES)
    assert "Instansi pindah dari kabupaten-contoh/dinas-sosial" in said
    for word in ("dihapus", "hilang", "baru:", "Indikator"):
        assert word not in said, said
    assert diff_data(diff, SIDES)["hitungan"]["instansi_pindah"] == 1


def test_a_number_that_changes_on_the_way_is_told(write: Write) -> None:
    new = {path: text.replace("realisasi: 21", "realisasi: 20") for path, text in RENAMED.items()}
    assert "realisasi 21 → 20" in diff_text(between(write, OLD, new), SIDES)


def test_a_merger_beside_the_old_folders_has_no_new_results_but_its_own(write: Write) -> None:
    diff = between(write, UTUH, MERGED)
    said = diff_text(diff, SIDES)
    assert f"Instansi baru, melanjutkan {LAMA} dan {LAIN}" in said
    assert f"Indikator lanjutan: Indikator keluarga · melanjutkan {LAMA}/keluarga" in said
    assert "2025: belum dilaporkan → digantikan" in said
    counts = diff_data(diff, SIDES)["hitungan"]
    assert counts["hasil_baru"] == 1
    assert counts["hasil_dihapus"] == counts["indikator_dihapus"] == 0
    assert counts["indikator_lanjutan"] == 2


def test_of_a_folder_that_is_gone_the_results_are_lost_unless_moved(write: Write) -> None:
    new = {path: text for path, text in MERGED.items() if not path.startswith(f"{LAIN}/")}
    said = diff_text(between(write, MERGED, new), SIDES)
    assert f"Instansi dilanjutkan {BARU}; alamat lama mengantar ke sana" in said
    assert f"Indikator pindah: Indikator pelatihan · dilanjutkan {BARU}/pelatihan" in said
    assert "hasil 2024 dengan id pelatihan hilang dari situs" in said


def test_an_indicator_that_moves_alone_is_compared_where_it_is(write: Write) -> None:
    old = UTUH | {f"{LAMA}/iku.yaml": decree("Dinas Sosial", (2021, 2026), row("aduan", {2024: 5}))}
    old[f"{LAMA}/capaian/2024.yaml"] = results(2024, aduan=5)
    del old[f"{LAMA}/capaian/2023.yaml"]
    new = dict(old)
    new[f"{LAMA}/iku.yaml"] = decree("Dinas Sosial", (2021, 2026), row("lain", {2024: 1}))
    del new[f"{LAMA}/capaian/2024.yaml"]
    new[f"{LAIN}/iku.yaml"] = decree(
        "Dinas Tenaga Kerja",
        (2021, 2026),
        row("pelatihan", {2024: 7}) + row("keluhan", {2024: 6}, f"dahulu: {LAMA}/aduan"),
    )
    new[f"{LAIN}/capaian/2024.yaml"] = results(2024, pelatihan=8, keluhan=5)
    said = diff_text(between(write, old, new), SIDES)
    assert f"pindah dari {LAMA}/aduan; alamat lama mengantar ke sini" in said
    assert "target 5 → 6" in said
    assert "hilang" not in said


def test_the_other_side_of_a_move_is_read_and_not_compared(write: Write) -> None:
    new = measured(write, MERGED)
    scope = with_related(scope_of("", [f"{BARU}/capaian/2025.yaml"]), new.instansi)
    assert scope.beside == {LAMA, LAIN}
    assert scope.needs(f"{LAMA}/capaian/2024.yaml")
    assert not scope.includes(LAMA)
