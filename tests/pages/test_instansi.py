"""The page of an instansi: lists keep their printed marks, notes stand beside what they doubt."""

import pytest

from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import instansi_page
from iku_terbuka.pages.blocks import Fact
from tests.conftest import ACUAN
from tests.fictional import PEMDA, Write
from tests.html_tree import Element, facts, parse_page

DINAS = "kabupaten-contoh/dinas-contoh"


def read_page(write: Write, iku: str) -> Element:
    files = {"kabupaten-contoh/pemda.yaml": PEMDA, f"{DINAS}/iku.yaml": iku}
    loaded = load_laporan(write(files))
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    context = build_context(loaded.laporan, acuan=ACUAN)
    return parse_page(instansi_page(context, context.instansi[DINAS]).html)


@pytest.mark.parametrize(
    ("items", "marked"),
    [
        (("a. Satu", "b. Dua"), True),
        (("1. Satu", "2. Dua"), True),
        (("a) Satu", "b) Dua"), True),
        (("(1) Satu", "(2) Dua"), True),
        (("3.1.2. Satu", "3.1.3. Dua"), True),
        (("KESATU: Satu", "KEDUA: Dua"), True),
        (("Satu", "Dua"), False),
        # One mark that was lost leaves a list of bullets, and no word is taken for a mark.
        (("a. Satu", "Dua"), False),
        (("Dinas. Contoh", "Bidang. Contoh"), False),
        (("2024 Satu", "2025 Dua"), False),
    ],
)
def test_printed_marks_are_seen(items: tuple[str, ...], marked: bool) -> None:
    assert Fact("Fungsi", items).marked is marked


def test_lists_keep_the_marks_that_notes_cite(write: Write) -> None:
    page = read_page(
        write,
        "instansi: Dinas Contoh\n"
        'misi: [{nomor: 2, isi: Misi kedua}, "Misi tanpa nomor"]\n'
        'fungsi: ["a. Perumusan", "b. Pelaksanaan"]\n'
        "dasar_hukum:\n"
        "  - jenis: Keputusan Kepala Dinas Contoh\n"
        '    menimbang: ["a. bahwa satu", "b. bahwa dua"]\n'
        "    mengingat: [Undang-Undang Nomor 1, Undang-Undang Nomor 2]\n"
        "    diktum:\n"
        "      - {nomor: Menetapkan, isi: Keputusan Kepala Dinas Contoh}\n"
        '      - {nomor: KESATU, isi: "Dipakai untuk:", butir: ["a. rencana", "b. laporan"]}\n',
    )
    details = facts(page)
    listed = {label: [li.text for li in body.find_all("li")] for label, body in details.items()}
    assert listed["Misi Kabupaten Contoh"] == ["2. Misi kedua", "Misi tanpa nomor"]
    assert listed["Fungsi"] == ["a. Perumusan", "b. Pelaksanaan"]
    assert listed["Menimbang"] == ["a. bahwa satu", "b. bahwa dua"]
    assert listed["Memutuskan"] == [
        "Menetapkan: Keputusan Kepala Dinas Contoh",
        "KESATU: Dipakai untuk: a. rencana; b. laporan",
    ]
    marked = {label for label, body in details.items() if body.with_class("iku-polos")}
    assert marked >= {"Fungsi", "Menimbang"}
    assert not marked & {"Misi Kabupaten Contoh", "Mengingat"}, "bullets, for want of marks"


def test_a_definition_without_a_row_shows_what_is_doubtful_about_its_formula(write: Write) -> None:
    page = read_page(
        write,
        "instansi: Dinas Contoh\n"
        "definisi_tanpa_baris:\n"
        "  - nama: Naskah\n"
        "    formula: {teks: 'Jumlah $1 \\times 2$', catatan: Mungkin milik definisi lain.}\n"
        "  - nama: Laporan\n"
        "    nama_disimpulkan: true\n"
        "    makna: Banyaknya laporan\n",
    )
    assert "Mungkin milik definisi lain." in page.text
    assert "Jumlah 1 × 2" in page.text
    assert page.text.count("Tidak tercetak; diambil dari kata-kata definisi ini.") == 1
