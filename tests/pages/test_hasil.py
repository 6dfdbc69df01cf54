"""What a page says beside a result: published figures and grades, from files to words."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.check import check
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages.hasil import breakdowns, result_facts
from iku_terbuka.wording import year_sentence
from tests.capaian.made import ACUAN
from tests.conftest import DATA

PEMDA = "nama: Kabupaten Contoh\njenis: kabupaten\ncontoh: true\nbatas_capaian: 120\n"
# Ordinary figures of reports, none of which follows the rule of its indicator.
IKU = """\
instansi: Pemerintah Kabupaten Contoh
periode: {awal: 2024, akhir: 2025}
sasaran:
  - nama: Uji
    indikator:
      - {id: dibatasi, nama: Nilai, satuan: persen, rumus_capaian: naik, target: {2024: 50}}
      - {id: nol, nama: Kasus, satuan: kasus, rumus_capaian: turun, target: {2024: 0}}
      - {id: wtp, nama: Opini BPK, rumus_capaian: status, target: {2024: {predikat: WTP}}}
      - id: sakip
        nama: Predikat SAKIP
        rumus_capaian: status
        skala: sakip
        target: {2024: {predikat: BB}}
      - id: rentang
        nama: Inflasi
        satuan: persen
        arah: rentang
        rumus_capaian: rentang
        target: {2024: {bawah: 1.5, atas: 3.5, tercetak: "2,5±1"}}
      - {id: tanpa, nama: Tahun lama, satuan: persen}
      - id: awal
        nama: Stunting
        satuan: persen
        arah: turun
        rumus_capaian: turun
        kondisi_awal: 30
        target: {2024: 20}
      - {id: desa, nama: Desa, satuan: persen, rumus_capaian: naik, target: {2024: 70}}
      - {id: lain, nama: Lain, satuan: persen, rumus_capaian: naik, target: {2024: 70}}
"""
HASIL = """\
tahun: 2024
capaian:
  dibatasi: {realisasi: 75, diterbitkan: {capaian: 120}}
  nol: {realisasi: 0, diterbitkan: {capaian: 100}}
  wtp: {realisasi: {predikat: Opini wtp}, diterbitkan: {capaian: 100}}
  sakip: {realisasi: {predikat: bb}, diterbitkan: {capaian: 100, predikat: Bb}}
  rentang: {realisasi: 1.2, diterbitkan: {capaian: 100}, catatan: Inflasi rendah dinilai baik.}
  tanpa: {diterbitkan: {capaian: 97.31}}
  awal: {realisasi: 24, diterbitkan: {capaian: 60}}
  desa: {realisasi: 66.7, diterbitkan: {capaian: 95.24, catatan: "Tabel membulatkan 66,67."}}
  lain: {realisasi: 66.7, diterbitkan: {capaian: 12.34}}
"""


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return _context(tmp_path, IKU, HASIL)


def _context(root: Path, iku: str, hasil: str) -> Context:
    folder = root / "kabupaten-contoh"
    (folder / "capaian").mkdir(parents=True)
    (folder / "pemda.yaml").write_text(PEMDA, encoding="utf-8")
    (folder / "iku.yaml").write_text(iku, encoding="utf-8")
    (folder / "capaian" / "2024.yaml").write_text(hasil, encoding="utf-8")
    shutil.copytree(DATA / "indicators" / "skala", root / "skala")
    loaded = load_laporan(root)
    assert loaded.laporan is not None, loaded.problems
    assert [str(problem) for problem in check(loaded) if problem.is_error] == []
    return build_context(loaded.laporan, acuan=ACUAN)


def _published(context: Context, id_: str) -> tuple[str, ...]:
    (indikator,) = (one for one in context.laporan.all_indikator() if one.id == id_)
    (found,) = (
        fact
        for fact in result_facts(context, indikator, 2024)
        if "diterbitkan" in " ".join(map(str, fact.values))
    )
    return tuple(str(line) for line in found.values)


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("dibatasi", "hitungan kami yang dibatasi 120%, batas yang dipakai daerah ini."),
        ("nol", "Angka 100% di sini berarti target tercapai."),
        ("wtp", "Angka 100% di sini berarti target tercapai."),
        ("sakip", "Angka 100% di sini berarti target tercapai."),
        ("rentang", "tidak menghasilkan angka itu; lihat catatan."),
        ("tanpa", "Target dan realisasi tahun itu tidak ada di sini"),
        ("awal", "kemajuan dari kondisi awal"),
        ("desa", "cocok dengan realisasi yang belum dibulatkan."),
        ("lain", "tidak dijelaskan oleh rumus mana pun yang kami kenal."),
    ],
)
def test_a_published_figure_is_explained_where_it_can_be(
    context: Context, id_: str, words: str
) -> None:
    line = _published(context, id_)[0]
    assert words in line
    assert ("tidak dijelaskan oleh rumus mana pun" in line) is (id_ == "lain")


def test_the_same_grade_in_other_letters_is_no_difference(context: Context) -> None:
    assert "Predikat yang diterbitkan: Bb." in _published(context, "sakip")


@pytest.mark.parametrize("arah", ["status", "naik"])
@pytest.mark.parametrize("predikat", ["WDP", "Opini WDP", "wajar dengan pengecualian", "TMP"])
def test_a_worse_opinion_reads_as_not_reached(tmp_path: Path, arah: str, predikat: str) -> None:
    iku = f"""\
instansi: Pemerintah Kabupaten Contoh
sasaran:
  - nama: Uji
    indikator:
      - id: opini
        nama: Opini BPK
        arah: {arah}
        rumus_capaian: {arah}
        skala: opini-bpk
        target: {{2024: {{predikat: WTP}}}}
        target_akhir: {{predikat: WTP}}
"""
    hasil = f"tahun: 2024\ncapaian:\n  opini: {{realisasi: {{predikat: {predikat}}}}}\n"
    context = _context(tmp_path, iku, hasil)
    (indikator,) = context.laporan.all_indikator()
    one = context.pengukuran(indikator)[2024]
    assert one.status is Status.BELUM_TERCAPAI
    assert "jadi belum tercapai" in year_sentence(indikator.definisi, one).striptags()
    said = {fact.label: fact.values for fact in result_facts(context, indikator, 2024)}
    assert said["Dibanding target akhir periode"] == (
        f"Predikat {predikat}; target akhir WTP belum tercapai.",
    )


def test_what_it_came_to_elsewhere_and_in_groups(tmp_path: Path) -> None:
    hasil = """\
tahun: 2024
capaian:
  awal:
    realisasi: 24
    sumber: {judul: LKjIP 2024}
    rincian:
      - menurut: jenis kelamin
        nilai: {laki-laki: 25, perempuan: {nilai: 23, catatan: Angka sangat sementara.}}
        sumber: {judul: Profil Kesehatan}
    pembanding:
      - wilayah: Provinsi Contoh
        nilai: 21.5
        sumber: {judul: LKjIP Provinsi}
      - {wilayah: Nasional, nilai: 24}
      - {wilayah: Kota Lain, nilai: {predikat: Tinggi}}
"""
    context = _context(tmp_path, IKU, hasil)
    (indikator,) = [one for one in context.laporan.all_indikator() if one.id == "awal"]
    told = {fact.label: fact for fact in result_facts(context, indikator, 2024)}
    assert told["Dibanding wilayah lain"].values == (
        "Provinsi Contoh: 21,5%; hasil di sini lebih tinggi 2,5 poin persen (kurang baik). "
        "Sumber: LKjIP Provinsi.",
        "Nasional: 24%; hasil di sini sama.",
        "Kota Lain: Tinggi.",
    )
    (table,) = breakdowns(indikator, 2024)
    assert table.caption == "Realisasi 2024 menurut jenis kelamin (persen)"
    assert [(name, cell.number) for name, cell in table.rows] == [
        ("laki-laki", "25%"),
        ("perempuan", "23%"),
    ]
    assert table.note == "perempuan: Angka sangat sementara. Sumber: Profil Kesehatan."
    # Neither is a part of the verdict.
    assert context.pengukuran(indikator)[2024].status is Status.BELUM_TERCAPAI


def test_a_year_that_runs_is_not_compared_elsewhere(tmp_path: Path) -> None:
    hasil = "tahun: 2024\nstatus: sementara\ncapaian:\n  awal:\n    realisasi: 24\n"
    hasil += "    pembanding: [{wilayah: Nasional, nilai: 21}]\n"
    context = build_context(_context(tmp_path, IKU, hasil).laporan, acuan=date(2024, 7, 1))
    (indikator,) = [one for one in context.laporan.all_indikator() if one.id == "awal"]
    told = {fact.label: fact for fact in result_facts(context, indikator, 2024)}
    assert told["Dibanding wilayah lain"].values == ("Nasional: 21%.",)
