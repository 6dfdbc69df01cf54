"""From a folder to the Laporan: what may be left out, and that no accident stops the program."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iku_terbuka.check import check
from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.source.problems import Problem
from tests.conftest import ACUAN
from tests.fictional import PEMDA, Write, iku

# A busy machine is no failure.
TENANG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
KABUPATEN = "kabupaten-contoh"
DINAS = f"{KABUPATEN}/dinas-contoh"
IKU = iku(
    "      - id: satu\n        nama: Indikator satu\n        satuan: kegiatan\n"
    '        target: {2024: 12, 2025: {nilai: 14, tercetak: "14 kegiatan"}}\n'
    "      - id: dua\n        nama: Indikator dua\n        satuan: persen\n"
    "        makna: >-\n          Makna yang panjang: dengan titik dua\n          dan dua baris.\n"
    "        disimpulkan: [satuan]\n"
)
CAPAIAN = (
    "tahun: 2025\nstatus: final\ncapaian:\n  satu:\n    realisasi: 13\n"
    "    sumber: {judul: LKjIP 2025, halaman: 12}\n  dua:\n    keadaan: tidak_diukur\n"
)
BERKAS = {
    f"{KABUPATEN}/pemda.yaml": PEMDA,
    f"{DINAS}/iku.yaml": IKU,
    f"{DINAS}/capaian/2025.yaml": CAPAIAN,
}
# The same with a scale, and an indicator whose result is computed from its components.
LENGKAP = {
    **BERKAS,
    f"{DINAS}/iku.yaml": IKU
    + (
        "      - id: tiga\n        nama: Indikator tiga\n        satuan: persen\n"
        "        skala: mutu\n        rumus_capaian: naik\n        formula:\n"
        "          teks: Selesai per diterima\n          rumus: selesai / sum(diterima) * 100\n"
        "          variabel: {selesai: Yang selesai, diterima: Yang diterima}\n"
        "        target: {2025: 90}\n        target_akhir: {nilai: 100, predikat: A}\n"
    ),
    f"{DINAS}/capaian/2025.yaml": CAPAIAN
    + (
        "  tiga:\n    realisasi: 95.92\n    variabel: {selesai: 47, diterima: [40, 9]}\n"
        "    sumber: {judul: LKjIP 2025}\n    diterbitkan: {capaian: 106.57}\n"
    ),
    "skala/mutu.yaml": (
        "nama: Mutu\njenis: nilai\nsumber: Rekaan untuk tes\nkepastian: terbaca\nterendah: 0\n"
        "tertinggi: 100\npembulatan: 0.01\nkelas:\n"
        "  - {predikat: B, mulai: 0, sampai: 50.00}\n"
        "  - {predikat: A, mulai: 50.01, sampai: 100}\n"
    ),
}


def muat(root: Path) -> Laporan:
    loaded = load_laporan(root)
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    assert loaded.problems == ()
    return loaded.laporan


def test_files_meet_in_the_indicator(write: Write) -> None:
    each, dua, tiga = muat(write(LENGKAP)).all_indikator()
    assert each.kunci == f"{DINAS}/satu"
    assert [str(nilai.nilai) for nilai in each.definisi.target.values()] == ["12", "14"]
    assert each.hasil[2025].sumber is not None
    assert dua.hasil[2025].keadaan == "tidak_diukur"
    components = tiga.hasil[2025].variabel
    assert {nama: [str(angka) for angka in content] for nama, content in components.items()} == {
        "selesai": ["47"],
        "diterima": ["40", "9"],
    }


@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: "---\n" + text + "...\n",
        lambda text: "# catatan\n\n" + text,
    ],
    ids=["BOM", "CRLF", "BOM and CRLF", "no last line end", "document marks", "comments"],
)
def test_the_same_data_may_be_saved_in_many_ways(
    write: Write, tmp_path_factory: pytest.TempPathFactory, disguise: Callable[[str], str]
) -> None:
    other = tmp_path_factory.mktemp("lain") / "indicators"
    for name, text in BERKAS.items():
        path = other / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(disguise(text).encode())
    plain, disguised = muat(write(BERKAS)), muat(other)
    assert [each.definisi for each in disguised.all_indikator()] == [
        each.definisi for each in plain.all_indikator()
    ]
    assert [dict(each.hasil) for each in disguised.all_indikator()] == [
        dict(each.hasil) for each in plain.all_indikator()
    ]


def test_scales_are_known_by_the_name_of_their_file(write: Write) -> None:
    loaded = load_laporan(write(LENGKAP), "data")
    assert loaded.laporan is not None
    assert loaded.skala_files == {"mutu": "data/skala/mutu.yaml"}
    assert loaded.laporan.skala["mutu"].nama == "Mutu"
    assert [each.id for each in loaded.laporan.pemda] == [KABUPATEN], "skala/ is no Pemda"


def test_a_pemda_may_have_indicators_of_its_own(write: Write) -> None:
    root = write(
        {
            **BERKAS,
            f"{KABUPATEN}/iku.yaml": IKU.replace("Dinas Contoh", "Kabupaten Contoh, menurut RPJMD"),
            f"{KABUPATEN}/capaian/2025.yaml": CAPAIAN,
        }
    )
    (pemda,) = muat(root).pemda
    assert pemda.id == KABUPATEN
    assert [each.kunci for each in pemda.instansi.indikator] == [
        f"{KABUPATEN}/satu",
        f"{KABUPATEN}/dua",
    ]
    assert pemda.instansi.nama == "Kabupaten Contoh", "its profile says what it is called"
    assert [instansi.id for instansi in pemda.instansi.descendants()] == [KABUPATEN, DINAS]
    assert len(list(pemda.instansi.all_indikator())) == 4


def test_an_instansi_may_have_no_indicators_and_still_have_children(write: Write) -> None:
    root = write(
        {
            f"{KABUPATEN}/pemda.yaml": PEMDA,
            f"{DINAS}/iku.yaml": "instansi: Dinas Contoh\n",
            f"{DINAS}/bidang-contoh/iku.yaml": IKU.replace("Dinas", "Bidang"),
        }
    )
    (pemda,) = muat(root).pemda
    (dinas,) = pemda.instansi.anak
    assert (dinas.nama, dinas.indikator, dinas.tahun) == ("Dinas Contoh", (), ())
    assert [each.instansi_id for each in dinas.all_indikator()] == [f"{DINAS}/bidang-contoh"] * 2


def test_a_pemda_may_have_nothing_but_its_profile(write: Write) -> None:
    (pemda,) = muat(write({f"{KABUPATEN}/pemda.yaml": PEMDA})).pemda
    assert pemda.nama == "Kabupaten Contoh"
    assert list(pemda.instansi.all_indikator()) == []


def test_no_pemda_at_all_is_an_error(tmp_path: Path) -> None:
    """Otherwise a site without any would take the place of the full one."""
    loaded = load_laporan(tmp_path, "indicators")
    assert [problem.code for problem in loaded.problems] == ["tanpa-pemda"]
    assert loaded.laporan is None


def test_a_folder_of_other_things_is_not_walked(tmp_path: Path) -> None:
    """``iku check --indicators /`` would read the whole disk."""
    (tmp_path / "proc" / "1" / "fd").mkdir(parents=True)
    (tmp_path / "bin").symlink_to(tmp_path / "proc")
    assert [problem.code for problem in load_laporan(tmp_path).problems] == ["tanpa-pemda"]


def test_what_is_no_folder_of_a_pemda_is_named_alone(write: Write) -> None:
    root = write({f"{KABUPATEN}/pemda.yaml": PEMDA})
    (root / "Foto Kegiatan" / "2025" / "Januari").mkdir(parents=True)
    assert [str(problem) for problem in load_laporan(root, "indicators").problems] == [
        "indicators/Foto Kegiatan:1:1: Folder Pemda ini tidak memuat pemda.yaml. Buat pemda.yaml "
        "dengan nama, jenis, provinsi, dan kode_wilayah. [pemda-tanpa-profil]"
    ]


def test_an_entry_that_the_system_hides_is_a_problem_of_its_path(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({f"{KABUPATEN}/pemda.yaml": PEMDA, f"{KABUPATEN}/rahasia/iku.yaml": "instansi: A"})
    listing = os.scandir

    class Hidden:
        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name, self.path = entry.name, entry.path

        def is_symlink(self) -> bool:
            return False

        def is_dir(self) -> bool:
            raise PermissionError

    @contextmanager
    def scandir(path: Path) -> Iterator[Iterator[object]]:
        with listing(path) as found:
            yield (Hidden(entry) if entry.name == "rahasia" else entry for entry in found)

    monkeypatch.setattr(os, "scandir", scandir)
    (problem,) = load_laporan(root, "indicators").problems
    assert problem.file == f"indicators/{KABUPATEN}/rahasia"
    assert problem.code == "berkas-tidak-terbaca"


def test_a_key_left_empty_counts_as_absent(write: Write) -> None:
    empty = (
        "satuan:\narah:\nmakna: ~\nformula:\nkondisi_awal:\ntarget: {2024: , 2025: 14}\ncatatan:"
    )
    lines = "".join(f"        {line}\n" for line in empty.split("\n"))
    root = write(
        {
            f"{KABUPATEN}/pemda.yaml": f"{PEMDA}situs:\ncatatan:\n",
            f"{DINAS}/iku.yaml": iku(f"      - id: satu\n        nama: Satu\n{lines}"),
            f"{DINAS}/capaian/2025.yaml": "tahun: 2025\nstatus:\ncapaian:\n  satu: {realisasi: }\n",
        }
    )
    (each,) = muat(root).all_indikator()
    definisi = each.definisi
    assert (definisi.satuan, definisi.arah, definisi.makna) == (None, None, None)
    assert (definisi.formula, definisi.kondisi_awal, definisi.catatan) == (None, None, ())
    assert list(definisi.target) == [2025]


def test_what_is_not_yaml_or_hidden_is_left_alone(write: Write) -> None:
    others = {"README.md": "x", ".kunci.yaml": "[", f"{DINAS}/lampiran.pdf": "x"}
    more = {f"{KABUPATEN}/.git/iku.yaml": "[", f"{DINAS}/capaian/catatan.txt": "x"}
    assert len(list(muat(write({**BERKAS, **others, **more})).all_indikator())) == 2


def test_one_error_anywhere_means_no_laporan_but_every_problem(write: Write) -> None:
    root = write(
        {
            **BERKAS,
            f"{DINAS}/capaian/2025.yaml": CAPAIAN.replace("13", "13,5"),
            "kota-contoh/pemda.yaml": PEMDA.replace("jenis: kabupaten", "jenis: desa"),
        }
    )
    loaded = load_laporan(root)
    assert loaded.laporan is None
    assert [problem.code for problem in loaded.problems] == [
        "koma-desimal",
        "pilihan-tidak-dikenal",
    ]
    assert list(loaded.problems) == sorted(loaded.problems)


def test_documents_know_the_line_of_every_value(write: Write) -> None:
    loaded = load_laporan(write(BERKAS), "data")
    document = loaded.documents[f"data/{DINAS}/capaian/2025.yaml"]
    assert document.mark(("capaian", "dua", "keadaan")).line == 8


def test_folders_load_in_one_order(write: Write) -> None:
    names = ["c-contoh", "a-contoh", "b-contoh"]
    files = {f"{DINAS}/{name}/iku.yaml": f"instansi: {name}\n" for name in names}
    (dinas,) = muat(write({**BERKAS, **files})).pemda[0].instansi.anak
    assert [anak.nama for anak in dinas.anak] == sorted(names)


def mutations(text: str) -> st.SearchStrategy[str]:
    """Small accidents: something is deleted, inserted, doubled or moved."""
    place = st.integers(0, len(text))
    piece = st.one_of(
        st.text(max_size=3),
        st.text(alphabet=" \n\t:-'\"[]{},#&*!|>%@3.,", max_size=3),
    )
    lines = text.splitlines(keepends=True)
    line = st.integers(0, len(lines) - 1)
    return st.one_of(
        st.builds(
            lambda a, b, new: text[: min(a, b)] + new + text[max(a, b) :], place, place, piece
        ),
        st.builds(lambda at, new: text[:at] + new + text[at:], place, piece),
        st.builds(lambda at, new: text[:at] + new + text[at + 1 :], place, piece),
        st.builds(lambda a, b: "".join(lines[:a] + lines[b : b + 1] + lines[a:]), line, line),
        st.builds(lambda a: "".join(lines[:a] + lines[a + 1 :]), line),
        st.builds(lambda a, by: "".join([*lines[:a], by + lines[a], *lines[a + 1 :]]), line, piece),
    )


@TENANG
@given(st.data())
def test_no_small_accident_stops_the_program(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(LENGKAP)))
    broken = data.draw(mutations(LENGKAP[name]))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "indicators"
        for path, text in {**LENGKAP, name: broken}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
        loaded = load_laporan(root)
    assert (loaded.laporan is None) == any(problem.is_error for problem in loaded.problems)
    problems = check(loaded)
    if loaded.laporan and not any(problem.is_error for problem in problems):
        build_context(loaded.laporan, acuan=ACUAN)  # what is no error can be measured
    for problem in problems:
        assert _has_a_place(problem, broken if problem.file.endswith(name) else None), problem


def _has_a_place(problem: Problem, text: str | None) -> bool:
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) if text else 100
    return 1 <= problem.line <= lines and problem.column >= 1


def test_every_unknown_id_is_named_and_a_similar_one_looked_for_as_long_as_it_helps(
    write: Write,
) -> None:
    known = "".join(
        f"      - id: jumlah-desa-{n}\n        nama: Desa {n}\n" for n in range(100, 400)
    )
    results = "".join(f"  jumlah-dessa-{n}:\n    realisasi: 1\n" for n in range(100, 400))
    files = BERKAS | {
        f"{DINAS}/iku.yaml": iku(known),
        f"{DINAS}/capaian/2025.yaml": f"tahun: 2025\ncapaian:\n{results}",
    }
    hints = [found.hint for found in load_laporan(write(files)).problems]
    assert len(hints) == 300
    assert hints[0].startswith("Maksudnya “jumlah-desa-100”?")
    assert hints[-1].startswith("Pakai id yang ada di iku.yaml.")


@pytest.mark.parametrize(
    "line",
    ["sumber: {judul: LKjIP, halaman: 3}", "sumber:", "analisis: Baik.", "tindak_lanjut: Baik.",
     "faktor_pendukung: [Baik.]", "anggaran: {realisasi: 5}", "variabel: {a: 1}", "realisasi: 5"],
)  # fmt: skip
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_key_too_far_out_is_told_once_with_its_place(
    write: Write, line: str, indent: str
) -> None:
    text = f"tahun: 2025\ncapaian:\n  satu:\n    catatan: Baik.\n{indent}{line}\n"
    files = {f"{KABUPATEN}/pemda.yaml": PEMDA, f"{DINAS}/iku.yaml": IKU}
    root = write({**files, f"{DINAS}/capaian/2025.yaml": text})
    (found,) = [one for one in check(load_laporan(root)) if one.is_error]
    name = line.partition(":")[0]
    assert (found.line, found.message) == (5, f"Kunci “{name}” tidak dikenal di sini.")
    assert found.hint == "Kalau kunci ini milik “satu”, awali barisnya dengan 4 spasi."


def test_an_unknown_id_is_looked_for_in_the_decree_by_its_name(write: Write) -> None:
    decree = IKU.replace("\n", "\nperiode: {awal: 2024, akhir: 2026}\n", 1)
    files = {f"{KABUPATEN}/pemda.yaml": PEMDA, f"{DINAS}/iku/2024.yaml": decree}
    text = "tahun: 2025\ncapaian:\n  lain: {realisasi: 5}\n"
    root = write({**files, f"{DINAS}/capaian/2025.yaml": text})
    problems = check(load_laporan(root))
    (found,) = [one for one in problems if one.code == "indikator-tidak-dikenal"]
    assert found.hint.startswith("Pakai id yang ada di iku/2024.yaml. ")
