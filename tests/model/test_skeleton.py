"""A skeleton is valid as it is and after every line in it is put to use."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.check import check
from iku_terbuka.context import build_context
from iku_terbuka.load import Loaded, load_laporan
from iku_terbuka.model import Instansi, Laporan
from iku_terbuka.model.document_skeletons import (
    daftar_dokumen_skeleton,
    dokumen_skeleton,
    evaluasi_skeleton,
    perjanjian_skeleton,
)
from iku_terbuka.model.skeleton import (
    capaian_file,
    capaian_skeleton,
    comment_lines,
    iku_skeleton,
    indikator_in_force,
    name_from_folder,
    pemda_skeleton,
)
from tests.conftest import CONTOH
from tests.fictional import Write, iku, muat

# A comment that is YAML: a key, an item, or a comment deeper in an example.
_CONTOH = re.compile(r"^( *)# ((?: *- )?[a-z_]+:(?: .*)?|  +(?:- |# |[0-9a-z-]+:).*)$")


def pakai(text: str) -> str:
    """Take the hash away from every line of ``text`` that is an example, as its head says."""
    return "\n".join(_CONTOH.sub(r"\1\2", line) for line in text.splitlines()) + "\n"


def kesalahan(loaded: Loaded) -> list[str]:
    return [str(problem) for problem in check(loaded) if problem.is_error]


def semua_instansi(laporan: Laporan) -> Iterator[Instansi]:
    for pemda in laporan.pemda:
        yield from pemda.instansi.descendants()


@pytest.mark.parametrize("ubah", [str, pakai], ids=["segar", "dipakai"])
def test_pemda_and_instansi_are_valid_as_they_are_and_in_use(write: Write, ubah: type[str]) -> None:
    files = {
        "skala/permendagri-86-2017.yaml": (CONTOH / "skala/permendagri-86-2017.yaml").read_text(
            encoding="utf-8"
        ),
        "kota-contoh/pemda.yaml": ubah(pemda_skeleton("kota-contoh")),
        "kota-contoh/dinas-contoh/iku.yaml": ubah(iku_skeleton("kota-contoh/dinas-contoh")),
    }
    loaded = load_laporan(write(files))
    assert kesalahan(loaded) == []
    (pemda,) = loaded.readable.pemda
    assert pemda.nama == "Kota Contoh"
    assert pemda.profil.jenis == "kota"
    (dinas,) = pemda.instansi.anak
    assert dinas.nama == "Dinas Contoh"
    if ubah is pakai:
        assert pemda.profil.resmi
        assert pemda.profil.skala_capaian == "permendagri-86-2017"
        assert dinas.terbaru is not None
        (dasar,) = dinas.terbaru.iku.dasar_hukum
        assert str(dasar.tanggal) == "2025-01-31"
        (indikator,) = dinas.indikator
        assert [str(indikator.definisi.target[year].nilai) for year in (2025, 2026)] == [
            *("90", "92.5"),
        ]
    else:
        assert not pemda.profil.resmi
        assert dinas.indikator == ()


@pytest.mark.parametrize("ubah", [str, pakai], ids=["segar", "dipakai"])
def test_documents_are_valid_as_they_are_and_in_use(write: Write, ubah: type[str]) -> None:
    kota, dinas = "kota-contoh", "kota-contoh/dinas-contoh"
    decree = {
        f"{kota}/pemda.yaml": pemda_skeleton(kota),
        f"{dinas}/iku.yaml": iku(
            "      - {id: aduan, nama: Aduan selesai, satuan: persen, target: {2026: 90}}\n"
            "      - {id: sakip, nama: SAKIP, satuan: predikat, target: {2026: {predikat: BB}}}\n"
        ),
    }
    laporan = load_laporan(write(decree)).readable
    instansi = laporan.pemda[0].instansi.anak[0]
    agreement = perjanjian_skeleton(instansi, 2026, indikator_in_force(instansi, 2026))
    assert (
        "      # Aduan selesai. Satuan: persen. Target keputusan: 90\n      aduan:\n" in agreement
    )
    register = daftar_dokumen_skeleton(dinas)
    if ubah is pakai:
        register = register.replace("\n[]\n", "\n")  # as its head says
    documents = {
        f"{dinas}/perjanjian-kinerja/2026.yaml": agreement,
        f"{dinas}/evaluasi/2025.yaml": evaluasi_skeleton(dinas, 2025),
        f"{dinas}/daftar-dokumen.yaml": register,
        f"{kota}/dokumen/perwal-85.yaml": dokumen_skeleton(kota, "perwal-85"),
    }
    for text in documents.values():
        assert max(len(line) for line in text.splitlines()) <= 100
    loaded = load_laporan(write(decree | {file: ubah(text) for file, text in documents.items()}))
    assert kesalahan(loaded) == []
    (pemda,) = loaded.readable.pemda
    assert [document.jenis for document in pemda.dokumen.values()] == ["Peraturan Wali Kota Contoh"]
    (made,) = pemda.instansi.anak
    versions = made.perjanjian_kinerja[2026].versi
    assert [version.jenis for version in versions] == ["awal", "perubahan"][: len(versions)]
    assert not any(version.target for version in versions)
    assert len(versions) == (2 if ubah is pakai else 1)
    assert len(made.daftar_dokumen) == (2 if ubah is pakai else 0)


@pytest.fixture(scope="module")
def contoh() -> Laporan:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return laporan


def test_a_year_of_results_is_valid_and_reports_nothing(contoh: Laporan, write: Write) -> None:
    files = {
        path.relative_to(CONTOH).as_posix(): path.read_text(encoding="utf-8")
        for path in CONTOH.rglob("*.yaml")
    }
    tahun, filled = 2026, []
    for instansi in semua_instansi(contoh):
        berkas = capaian_file(instansi.id, tahun)
        if indikator_in_force(instansi, tahun) and berkas not in files:
            files[berkas] = capaian_skeleton(instansi, tahun)
            filled.append(instansi.id)
    assert len(filled) >= 3
    loaded = load_laporan(write(files))
    assert kesalahan(loaded) == []
    assert loaded.laporan is not None
    context = build_context(loaded.laporan)
    for instansi_id in filled:
        instansi = context.instansi[instansi_id]
        assert instansi.capaian is not None
        assert set(instansi.capaian[tahun].capaian) == {
            each.id for each in indikator_in_force(instansi, tahun)
        }
        for each in indikator_in_force(instansi, tahun):
            status = context.pengukuran(each)[tahun].status
            assert status is Status.BELUM_DILAPORKAN, (each.kunci, status)


def test_a_year_of_results_shows_name_unit_target_and_components(contoh: Laporan) -> None:
    dinas = next(each for each in semua_instansi(contoh) if each.id.endswith("/dinas-kesehatan"))
    text = capaian_skeleton(dinas, 2026)
    assert text.startswith(
        "# yaml-language-server: $schema=../../../.skema/capaian.schema.json\n"
        "# Hasil tahun 2026: Dinas Kesehatan Contoh.\n"
    )
    assert (
        "\n  # Angka Kematian Bayi\n  # Satuan: per 1.000 kelahiran hidup. Target 2026: 6.5\n"
        "  angka-kematian-bayi:\n    realisasi:\n"
    ) in text
    assert "    #   # jumlah kematian bayi\n    #   kematian_bayi:\n" in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_only_the_indicators_of_the_decree_in_force_are_listed(contoh: Laporan) -> None:
    dinas = next(s for s in semua_instansi(contoh) if s.id.endswith("-lingkungan-hidup-rekaan"))
    first, second = (each.iku.periode for each in dinas.iku)
    assert first
    assert second
    listed = {
        tahun: re.findall(r"^  ([a-z0-9-]+):$", capaian_skeleton(dinas, tahun), re.MULTILINE)
        for tahun in (first.awal, second.awal)
    }
    for tahun, berkas in zip(listed, dinas.iku, strict=True):
        assert listed[tahun] == [
            each.id for sasaran in berkas.iku.sasaran for each in sasaran.indikator
        ]
    assert listed[first.awal] != listed[second.awal]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("target: {2025: {bawah: 3.60, atas: 4.4}}", "Target 2025: 3.60 sampai 4.4"),
        ("target: {2025: {predikat: BB}}", "Target 2025: predikat BB"),
        ("target: {2025: {nilai: 3.01, predikat: B-}}", "Target 2025: 3.01 (predikat B-)"),
        ("target: {2024: 1}", "Tanpa target 2025"),
        ("satuan: nilai", "Satuan: nilai. Tanpa target 2025"),
    ],
)
def test_a_target_is_shown_as_it_is_typed(write: Write, fields: str, said: str) -> None:
    laporan = muat(write, f"      - id: x\n        nama: X\n        {fields}\n")
    (dinas,) = laporan.pemda[0].instansi.anak
    assert said in capaian_skeleton(dinas, 2025)


def test_a_grade_is_shown_how_it_is_typed(write: Write) -> None:
    said = "# Predikat ditulis begini, realisasi: {predikat: …}"
    for fields, shown in (
        ("target: {2025: {predikat: BB}}", True),
        ("satuan: predikat", True),
        ("target: {2025: {nilai: 3.01, predikat: B-}}", False),
    ):
        laporan = muat(write, f"      - id: x\n        nama: X\n        {fields}\n")
        (dinas,) = laporan.pemda[0].instansi.anak
        assert (said in capaian_skeleton(dinas, 2025)) is shown


def test_an_instansi_without_indicators_gets_an_empty_year(write: Write) -> None:
    laporan = muat(write, "      - id: x\n        nama: X\n")
    (dinas,) = laporan.pemda[0].instansi.anak
    assert capaian_skeleton(dinas, 2040).endswith("status: sementara\ncapaian: {}\n")


@pytest.mark.parametrize(
    "nama",
    [
        '"X\\nkunci: nilai\\n- butir"',
        '"<script>alert(1)</script> {{ 1 }} ${IFS} `id` # : - &a *a !!x"',
        '"' + "kata " * 60 + '"',
    ],
)
def test_a_name_cannot_leave_its_comment(write: Write, nama: str) -> None:
    laporan = muat(
        write,
        f"      - id: x\n        nama: {nama}\n        satuan: {nama}\n        formula:\n"
        f"          teks: T\n          rumus: a\n          variabel: {{a: {nama}}}\n",
    )
    (dinas,) = laporan.pemda[0].instansi.anak
    lines = capaian_skeleton(dinas, 2025).splitlines()
    bare = [line for line in lines if line and not line.lstrip().startswith("#")]
    assert bare == [
        *("tahun: 2025", "status: sementara", "capaian:", "  x:", "    realisasi:", "    sumber:"),
    ]


@pytest.mark.parametrize(
    "pemisah", ["\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x00", "\u202e"]
)
def test_no_character_breaks_a_comment(pemisah: str) -> None:
    made = comment_lines(f"a{pemisah}kunci: nilai")
    assert made.splitlines() == [made]
    assert made.isprintable()


@pytest.mark.parametrize(
    ("folder", "nama"),
    [
        ("kabupaten-balangan", "Kabupaten Balangan"),
        ("kab/dinas-cipta-karya-dan-tata-ruang", "Dinas Cipta Karya dan Tata Ruang"),
        ("kab/dan-lain", "Dan Lain"),
        ("kab/uptd-3", "Uptd 3"),
    ],
)
def test_a_name_is_guessed_from_the_folder(folder: str, nama: str) -> None:
    assert name_from_folder(folder) == nama


@pytest.mark.parametrize(
    ("pemda_id", "jenis"),
    [("provinsi-x", "provinsi"), ("kota-x", "kota"), ("x", "kabupaten"), ("kotabaru", "kabupaten")],
)
def test_the_kind_of_pemda_is_guessed_from_the_folder(pemda_id: str, jenis: str) -> None:
    assert f"\njenis: {jenis}\n" in pemda_skeleton(pemda_id)


def test_skeletons_name_no_real_place(tmp_path: Path) -> None:
    for text in (pemda_skeleton("kota-contoh"), iku_skeleton("kota-contoh/dinas-contoh")):
        assert "Balangan" not in text
        assert max(len(line) for line in text.splitlines()) <= 100
