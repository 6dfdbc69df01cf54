"""``iku new``, as staff and scripts use it."""

import os
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner, Result

from iku_terbuka.cli.commands import iku
from iku_terbuka.cli.language import error_message
from iku_terbuka.model.schema import FILE_MODELS, json_schema, schema_file
from tests.fictional import PEMDA, Write
from tests.fictional import iku as iku_yaml

DINAS = "kabupaten-contoh/dinas-contoh"


def run(root: Path, *args: str) -> Result:
    return CliRunner().invoke(
        iku, [*args, "--indicators", str(root)], standalone_mode=False, input=""
    )


def refused(root: Path, *args: str) -> str:
    """Return why ``iku new …`` is refused; it must leave everything as it was."""
    before = contents(root)
    result = run(root, "new", *args)
    assert result.exception is not None, result.stdout
    assert getattr(result.exception, "exit_code", None) == 2, repr(result.exception)
    assert contents(root) == before
    return str(getattr(result.exception, "message", ""))


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def data(write: Write) -> Path:
    return write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{DINAS}/iku.yaml": iku_yaml(
                "      - id: aduan-selesai\n        nama: Aduan selesai\n        satuan: persen\n"
                "        target: {2025: 90}\n      - id: lain\n        nama: Lain\n"
            ),
            f"{DINAS}/capaian/2024.yaml": (
                "tahun: 2024\ncapaian:\n  lain: {realisasi: 5, sumber: {judul: LKjIP}}\n"
            ),
        }
    )


def test_from_nothing_to_a_year_of_results(tmp_path: Path) -> None:
    root = tmp_path / "indicators"
    root.mkdir()
    made = run(root, "new", "pemda", "kota-baru")
    assert made.exception is None
    assert "Lalu buat instansinya: iku new instansi kota-baru/FOLDER" in made.stdout
    made = run(root, "new", "instansi", "kota-baru/dinas-a")
    assert made.exception is None
    made = run(root, "new", "instansi", "kota-baru/dinas-a/bidang-b")
    assert made.exception is None
    assert "iku check" in made.stdout
    checked = run(root, "check")
    assert checked.return_value == 0
    assert "0 kesalahan" in checked.stderr
    assert "belum punya indikator" in refused(
        root, "capaian", "kota-baru/dinas-a", "--tahun", "2025"
    )


def test_results_lie_in_their_place_beside_the_schema_they_name(data: Path) -> None:
    made = run(data, "new", "capaian", DINAS, "--tahun", "2025")
    assert made.exception is None
    path = data / DINAS / "capaian/2025.yaml"
    first, *_ = path.read_text(encoding="utf-8").splitlines()
    beside = path.parent / first.rpartition("=")[2]
    assert beside.resolve() == data / schema_file("capaian")
    assert beside.read_text(encoding="utf-8") == json_schema("capaian")
    place = Path(os.path.relpath(path)).as_posix()
    assert made.stdout.splitlines()[0] == f"Ditulis: {place}"
    assert made.stdout.splitlines()[-1] == (
        "Buka berkas itu, isi realisasi dan sumber 2 indikator. Lalu jalankan: iku check"
    )
    assert run(data, "check").return_value == 0


def test_a_schema_that_is_there_is_left_alone(data: Path) -> None:
    beside = data / schema_file("capaian")
    beside.parent.mkdir()
    beside.write_text("{}", encoding="utf-8")
    assert run(data, "new", "capaian", DINAS, "--tahun", "2025").exception is None
    assert beside.read_text(encoding="utf-8") == "{}"
    assert sorted(contents(data / ".skema")) == ["capaian.schema.json"]
    assert set(FILE_MODELS) >= {"capaian"}


@pytest.mark.parametrize(
    "typed", ["{root}/{id}/", "{id}/", "{id}", r"kabupaten-contoh\dinas-contoh"]
)
def test_the_folder_may_be_typed_as_the_shell_completes_it(data: Path, typed: str) -> None:
    folder = typed.format(root=data.as_posix(), id=DINAS)
    assert run(data, "new", "capaian", folder, "--tahun", "2025").exception is None
    assert (data / DINAS / "capaian/2025.yaml").is_file()


DOCUMENTS = {
    "perjanjian-kinerja": ([DINAS, "--tahun", "2026"], f"{DINAS}/perjanjian-kinerja/2026.yaml"),
    "evaluasi": ([DINAS, "--tahun", "2025"], f"{DINAS}/evaluasi/2025.yaml"),
    "daftar-dokumen": (["kabupaten-contoh"], "kabupaten-contoh/daftar-dokumen.yaml"),
    "dokumen": (["kabupaten-contoh/perbup-85"], "kabupaten-contoh/dokumen/perbup-85.yaml"),
}


def test_documents_lie_in_their_place_and_are_valid(data: Path) -> None:
    for kind, (args, file) in DOCUMENTS.items():
        made = run(data, "new", kind, *args)
        assert made.exception is None, made.exception
        assert f"{file}\n" in made.stdout
        assert (data / schema_file(kind)).is_file()
        assert "sudah ada dan tidak diubah" in refused(data, kind, *args)
    assert run(data, "check").return_value == 0


def test_nothing_is_ever_overwritten(data: Path) -> None:
    said = refused(data, "capaian", DINAS, "--tahun", "2024")
    assert "capaian/2024.yaml sudah ada dan tidak diubah; 1 dari 2 indikator sudah terisi" in said
    assert "sudah ada dan tidak diubah" in refused(data, "pemda", "kabupaten-contoh")
    assert "sudah ada dan tidak diubah" in refused(data, "instansi", DINAS)
    (data / DINAS / "iku").mkdir()
    (data / DINAS / "iku.yaml").rename(data / DINAS / "iku/2021.yaml")
    assert "iku/2021.yaml" in refused(data, "instansi", DINAS)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["pemda", "Kota Baru"], "Pakai huruf kecil a–z, angka, dan tanda hubung"),
        (["pemda", ".."], "tidak aman"),
        (["pemda", "/etc"], "tidak aman"),
        (["pemda", "kota-baru/dinas"], "tulis kota-baru."),
        (["pemda", "panduan"], "dipakai oleh situs ini sendiri"),
        (["pemda", "con"], "Windows"),
        (["pemda", "Kabupaten Suka Maju"], "misalnya kabupaten-suka-maju"),
        (["instansi", "kabupaten-contoh"], "iku new instansi kabupaten-contoh/FOLDER"),
        (["instansi", "dinas-a"], "iku new instansi kabupaten-contoh/dinas-a"),
        (["instansi", "kota-lain/dinas-a"], "iku new pemda kota-lain"),
        (["instansi", "kabupaten-contoh/tiada/bidang"], "iku new instansi kabupaten-contoh/tiada"),
        (["instansi", f"{DINAS}/capaian"], "dipakai oleh situs ini sendiri"),
        (["instansi", f"{DINAS}/aduan-selesai"], "sudah dipakai sebagai id indikator"),
        (["instansi", f"{DINAS}/../x"], "tidak aman"),
        (["capaian", "kabupaten-contoh/tiada", "--tahun", "2025"], "Periksa ejaannya"),
        (["capaian", DINAS], "Sebutkan tahunnya"),
        (["perjanjian-kinerja", DINAS], "Sebutkan tahunnya"),
        (["perjanjian-kinerja", DINAS, "--tahun", "2035"], "Periodenya: 2021–2026."),
        (["evaluasi", "kabupaten-contoh/tiada", "--tahun", "2025"], "Periksa ejaannya"),
        (["daftar-dokumen", "kota-lain"], "iku new pemda kota-lain"),
        (["dokumen", "kabupaten-contoh"], "iku new dokumen kabupaten-contoh/perbup-85-2021"),
        (["dokumen", f"{DINAS}/perbup"], "iku new dokumen kabupaten-contoh/perbup-85-2021"),
        (["capaian", DINAS, "--tahun", "25"], "“25” bukan tahun"),
        (["capaian", DINAS, "--tahun", "٢٠٢٥"], "bukan tahun"),
        (["capaian", DINAS, "--tahun", "2035"], "Periodenya: 2021–2026."),
        (["pemda", "kota-baru", "--tahun", "2025"], "--tahun"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_to_do(
    data: Path, args: list[str], said: str
) -> None:
    assert said in refused(data, *args)


def test_a_folder_of_data_that_is_missing_is_not_made(tmp_path: Path) -> None:
    result = run(tmp_path / "tiada", "new", "pemda", "kota-baru")
    assert "tidak ada. Jalankan di folder proyek" in str(getattr(result.exception, "message", ""))
    assert list(tmp_path.iterdir()) == []


def test_an_error_elsewhere_does_not_stand_in_the_way(data: Path) -> None:
    (data / "kabupaten-contoh/pemda.yaml").write_text("nama: X\njenis: desa\n", encoding="utf-8")
    assert run(data, "new", "capaian", DINAS, "--tahun", "2025").exception is None


def test_an_error_in_the_decree_does(data: Path) -> None:
    path = data / DINAS / "iku.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("{2025: 90}", "{2025: 9,0}"), encoding="utf-8"
    )
    assert "Ada 1 kesalahan di keputusan instansi ini" in refused(
        data, "capaian", DINAS, "--tahun", "2025"
    )


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_nothing_is_written_through_a_symbolic_link(data: Path, tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    (data / DINAS / "bidang-a").symlink_to(outside)
    assert "tautan simbolik" in refused(data, "instansi", f"{DINAS}/bidang-a")
    assert list(outside.iterdir()) == []


def test_what_click_says_itself_is_indonesian() -> None:
    run = CliRunner().invoke
    assert "Ada isian yang berlebih: a b." in error_message(
        _error(run(iku, ["check", "a", "b"], standalone_mode=False))
    )
    assert error_message(_error(run(iku, ["new", "pemda"], standalone_mode=False))).startswith(
        "FOLDER wajib diisi."
    )
    bantuan = run(iku, ["template", "--help"]).output
    assert "[wajib]" in bantuan
    assert "required" not in bantuan
    assert "Opsi:\n  --tahun" in bantuan


def _error(result: Result) -> ClickException:
    assert isinstance(result.exception, ClickException)
    return result.exception
