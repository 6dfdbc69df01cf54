"""Every command of the guide works, in the order of reading, and prints what the guide shows.

A ``console`` block holds commands (``$ …``) and what they print. A ``yaml`` block that begins with
``# indicators/…`` is the file itself.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from iku_terbuka.capaian import MeasureBasis, Status, measure
from iku_terbuka.check import check
from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.mkdocs_plugin.project import IkuConfig
from iku_terbuka.model import Laporan
from iku_terbuka.model.daftar_dokumen import JENIS_DOKUMEN
from iku_terbuka.model.pohon import pohon_kinerja
from iku_terbuka.pages import instansi_page, tahun_pages
from iku_terbuka.wording import decree_label, earlier_words, to_date_words
from tests.conftest import EPOCH, ROOT, copy_project
from tests.html_tree import parse_page

PANDUAN = ROOT / "content" / "panduan"
URUTAN = ("pemda", "instansi", "komputer", "excel", "triwulan", "menerbitkan")
_BLOK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (
            ("NAME", "Staf"),
            ("EMAIL", "staf@example.org"),
            ("DATE", f"{EPOCH} +0700"),
        )
    },
}


def block(halaman: str) -> list[tuple[str, str]]:
    return _BLOK.findall((PANDUAN / halaman / "index.md").read_text(encoding="utf-8"))


def step_list(text: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a ``console`` block, each with the lines that it prints."""
    steps: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            steps.append((line.removeprefix("$ "), []))
        else:
            steps[-1][1].append(line)
    return steps


def run(command: str, folder: Path) -> str:
    env = os.environ | GIT | {"SOURCE_DATE_EPOCH": EPOCH}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    done = subprocess.run(
        shlex.split(command),
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def cocok(shown: list[str], printed: str) -> bool:
    """Tell whether ``printed`` is what the guide shows; the hash of a commit may differ."""
    return _komit("\n".join(shown)).strip() == _komit(printed).strip()


def _komit(text: str) -> str:
    return re.sub(r"\([0-9a-f]{7,}\)", "(komit)", text)


def isi_formulir(path: Path) -> None:
    """Do what the page about Excel says that staff did: 13 where 12 stood."""
    book = load_workbook(path)
    sheet = book["Isian"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Id")
    column = next(cell.column for cell in header if cell.value == "Realisasi 2025")
    row = next(
        row[0].row for row in sheet.iter_rows() if row[1].value == "Jumlah kegiatan jemput bola"
    )
    sheet.cell(row, column).value = "13"
    book.save(path)


@pytest.fixture(scope="module")
def project_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the project, with nothing but the shared scales as data."""
    folder = copy_project(tmp_path_factory.mktemp("panduan"))
    for pemda in (folder / "indicators").iterdir():
        if pemda.is_dir() and pemda.name not in {"skala", ".skema"}:
            shutil.rmtree(pemda)
    shutil.copytree(ROOT / "indicators" / ".skema", folder / "indicators" / ".skema")
    (folder / ".gitignore").write_text("site/\n*.xlsx\n", encoding="utf-8")
    for command in ("git init -q -b main", "git add -A", "git commit -q -m Mulai"):
        assert run(command, folder) == ""
    return folder


def test_the_guide_works_from_the_first_command_to_the_last(project_folder: Path) -> None:
    run_commands = 0
    for halaman in URUTAN:
        for kind, text in block(halaman):
            first, _, _ = text.partition("\n")
            if kind == "yaml" and first.startswith("# indicators/"):
                path = project_folder / first.removeprefix("# ")
                assert path.is_file(), f"{halaman}: {path} is made by a command before"
                path.write_text(text, encoding="utf-8")
            if kind != "console":
                continue
            for command, shown in step_list(text):
                if command == "iku import isian.xlsx":
                    isi_formulir(project_folder / "isian.xlsx")
                printed = run(command, project_folder)
                assert cocok(shown, printed), f"{halaman}: $ {command}\n{printed}"
                run_commands += 1
        # What a page leaves behind is committed, so that the next one starts from main.
        run("git add -A", project_folder)
        run(f"git commit -q -m {halaman}", project_folder)
        if halaman != "komputer":
            run("git branch -f main", project_folder)
    assert run_commands >= 10


def test_no_page_of_the_guide_holds_a_command_that_is_not_run() -> None:
    pages = {path.parent.name for path in PANDUAN.glob("*/index.md")}
    assert set(URUTAN) <= pages
    for page in pages - {*URUTAN, "situs-baru"}:  # tests/test_new_site.py
        assert not [text for kind, text in block(page) if kind == "console"], page


def test_every_yaml_of_the_guide_can_be_read() -> None:
    pages = [PANDUAN / "index.md", *PANDUAN.glob("*/index.md")]
    texts = [
        text
        for page in pages
        for kind, text in _BLOK.findall(page.read_text(encoding="utf-8"))
        if kind == "yaml"
    ]
    assert len(texts) >= 6
    for text in texts:
        yaml.safe_load(text)


def test_the_whole_files_of_special_keys_are_complete(tmp_path: Path) -> None:
    """Each file of the page stands alone, and nothing in it is doubtful."""
    profil = "nama: Kabupaten Contoh\njenis: kabupaten\n"
    files = [text.partition("\n") for kind, text in block("isian-khusus") if kind == "yaml"]
    data, bare = tmp_path / "data", tmp_path / "data" / "kabupaten-contoh" / "pemda.yaml"
    for first, _, text in files:
        path = data / first.removeprefix("# indicators/")
        path.parent.mkdir(parents=True, exist_ok=True)
        bare.write_text(profil, encoding="utf-8")
        path.write_text(text, encoding="utf-8")
    assert [str(problem) for problem in check(load_laporan(data))] == []


def laporan_of(halaman: str, folder: Path) -> Laporan:
    """Return what the files of a page of the guide say together; nothing in them is doubtful."""
    (folder / "kabupaten-contoh").mkdir()
    profil = "nama: Kabupaten Contoh\njenis: kabupaten\n"
    (folder / "kabupaten-contoh" / "pemda.yaml").write_text(profil, encoding="utf-8")
    for kind, text in block(halaman):
        first = text.partition("\n")[0]
        if kind == "yaml" and first.startswith("# indicators/"):
            path = folder / first.removeprefix("# indicators/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    loaded = load_laporan(folder)
    assert [str(problem) for problem in check(loaded)] == []
    assert loaded.laporan is not None
    return loaded.laporan


def test_the_plans_that_follow_each_other_are_read_as_the_page_says(tmp_path: Path) -> None:
    laporan = laporan_of("rencana-berganti", tmp_path)
    found = {indikator.id: indikator for indikator in laporan.all_indikator()}
    waiting, counters = found["waktu-tunggu"], found["jumlah-loket"]
    basis = MeasureBasis(date(2026, 6, 1), {})
    page = (PANDUAN / "rencana-berganti" / "index.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^- (20\d\d): (\d+) \(([^)]*)\)(?:, (semula [^;]*\)))?[;.]", page, re.MULTILINE
    )
    assert len(rows) == 4
    for tahun, target, decree, earlier in rows:
        measured = measure(waiting, int(tahun), basis)
        governing = waiting.berlaku(int(tahun))
        assert measured.target is not None
        assert governing is not None
        assert str(measured.target.nilai) == target
        assert decree_label(governing.keputusan) == decree
        assert earlier_words(measured).replace("\u00a0menit", "") == earlier
    assert [tahun for tahun in counters.tahun if counters.pengganti(tahun)] == [2025, 2026]


def test_the_merger_of_the_guide_is_read_as_the_page_says(tmp_path: Path) -> None:
    laporan = laporan_of("instansi-berubah", tmp_path)
    found = {each.kunci.partition("/")[2]: each for each in laporan.all_indikator()}
    new = "dinas-sosial-dan-tenaga-kerja"
    old = {"kabupaten-contoh/dinas-sosial/keluarga-dibantu"}
    assert set(found[f"{new}/keluarga-dibantu"].read_from.values()) == old
    old = {"kabupaten-contoh/dinas-tenaga-kerja/lulusan-bekerja"}
    assert set(found[f"{new}/peserta-pelatihan-bekerja"].read_from.values()) == old
    assert found[f"{new}/nilai-sakip"].read_from == {}
    assert len(found[f"{new}/nilai-sakip"].former) == 2
    assert found["dinas-sosial/keluarga-dibantu"].pengganti(2025)
    assert found["dinas-kominfo/indeks-spbe"].pengganti(2026)
    assert found["dinas-kominfo/indeks-spbe"].pengganti(2025) is None


def test_the_agreement_of_the_guide_counts_as_the_page_says(tmp_path: Path) -> None:
    laporan = laporan_of("perjanjian-kinerja", tmp_path)
    found = {indikator.id: indikator for indikator in laporan.all_indikator()}
    page = (PANDUAN / "perjanjian-kinerja" / "index.md").read_text(encoding="utf-8")
    rows = re.findall(r"^- (20[-0-9]+): ([0-9.]+), menurut (\w+)", page, re.MULTILINE)
    assert len(rows) == 3
    for day, target, document in rows:
        measured = measure(found["nilai-sakip"], 2026, MeasureBasis(date.fromisoformat(day), {}))
        assert measured.target is not None
        assert str(measured.target.nilai) == target
        assert measured.dasar_target == {"keputusan": "iku", "PK": "pk"}[document]


def test_the_budget_of_the_guide_is_shown_as_the_page_says(tmp_path: Path) -> None:
    context = build_context(laporan_of("program-anggaran", tmp_path), acuan=date(2026, 3, 1))
    (year,) = tahun_pages(context, context.instansi["kabupaten-contoh/dinas-contoh"], 2025)
    table = parse_page(year.make().html).text.partition("Program dan anggaran")[2]
    page = (PANDUAN / "program-anggaran" / "index.md").read_text(encoding="utf-8")
    lines = page.partition("## Yang ditampilkan")[2].split("- ")[1:4]
    words = [re.findall(r"[\d.,]*\d%?", line) for line in lines]
    assert [len(found) for found in words] == [1, 3, 3]
    for found in words:
        assert all(number in table for number in found), found


def test_the_evaluation_of_the_guide_is_shown_only_where_the_page_says(tmp_path: Path) -> None:
    laporan = laporan_of("evaluasi", tmp_path)
    (pemda,) = laporan.pemda
    assert pemda.profil.resmi
    context = build_context(laporan, acuan=date(2026, 3, 1))
    dinas = context.instansi["kabupaten-contoh/dinas-contoh"]
    assert "75,35" in instansi_page(context, dinas).html
    (tmp_path / "kabupaten-contoh" / "pemda.yaml").write_text(
        "nama: Kabupaten Contoh\njenis: kabupaten\n", encoding="utf-8"
    )
    codes = [problem.code for problem in check(load_laporan(tmp_path))]
    assert codes == ["evaluasi-tidak-tampil"]


def test_the_register_of_the_guide_is_shown_as_the_page_says(tmp_path: Path) -> None:
    laporan = laporan_of("daftar-dokumen", tmp_path)
    page = (PANDUAN / "daftar-dokumen" / "index.md").read_text(encoding="utf-8")
    assert f"** {', '.join(JENIS_DOKUMEN)}. " in page
    (dinas,) = laporan.pemda[0].instansi.anak
    kinds = [entri.jenis_baku for entri in dinas.daftar_dokumen]
    assert kinds == ["Renstra", "Renja", "PK", "PK", "LKjIP", None]
    context = build_context(laporan, acuan=date(2026, 10, 1))
    html = instansi_page(context, context.instansi[dinas.id]).html
    assert html.count("belum diketahui") == 6


def test_the_quarters_of_the_guide_give_the_figures_that_the_page_says(tmp_path: Path) -> None:
    page = (PANDUAN / "triwulan" / "index.md").read_text(encoding="utf-8")
    data, profil = tmp_path / "kabupaten-contoh", "nama: Kabupaten Contoh\njenis: kabupaten\n"
    # The first file of results is the one that the sentence speaks of.
    files: dict[str, str] = {}
    for kind, text in block("triwulan"):
        first = text.partition("\n")[0]
        if kind == "yaml" and first.startswith("# indicators/"):
            files.setdefault(first.removeprefix("# indicators/"), text)
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (data / "pemda.yaml").write_text(profil, encoding="utf-8")
    laporan = load_laporan(tmp_path).laporan
    assert laporan is not None
    said = re.findall(r"“(s\.d\. TW II: [^”]*)”", page)
    measured = [
        (indikator, measure(indikator, 2026, MeasureBasis(date(2026, 8, 1), {})))
        for indikator in laporan.all_indikator()
    ]
    assert said == [
        to_date_words(year.sampai, indikator.satuan(2026))
        for indikator, year in measured
        if year.sampai
    ]
    assert {year.status for _, year in measured} == {Status.BERJALAN}


def test_the_cascade_of_the_guide_is_read_as_the_page_says(tmp_path: Path) -> None:
    pohon = pohon_kinerja(laporan_of("pohon-kinerja", tmp_path))
    top = "kabupaten-contoh/prevalensi-stunting"
    assert [each.id for each in pohon.penopang[top]] == [
        "rumah-berair-minum-layak",
        "balita-ditimbang",
    ]
    assert len(pohon.menopang["kabupaten-contoh/dinas-air-minum/rumah-berair-minum-layak"]) == 2


def test_every_picture_of_the_guide_is_there_and_described() -> None:
    found = 0
    for page in PANDUAN.glob("*/index.md"):
        for words, target in re.findall(r"!\[(.*?)\]\((.*?)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), target
            assert len(words) > 20, f"{page}: {target} needs words for those who cannot see it"
            found += 1
    assert found >= 2


def test_every_option_of_the_site_is_in_the_guide() -> None:
    page = parse_page((PANDUAN / "pilihan/index.md").read_text(encoding="utf-8"))
    rows = {row.attributes["id"] for row in page.find_all("tr") if "id" in row.attributes}
    assert set(IkuConfig()) <= rows
