"""What a page says of its document: whose words, where they stand, and what is missing."""

import pytest

from iku_terbuka.load import load_laporan
from iku_terbuka.model import Penetapan
from iku_terbuka.wording import (
    capaian_rule_sentence,
    document_title,
    empty_word,
    key_origin,
    no_target_word,
    no_year_sentence,
    origin_sentences,
    printed_formula_sentence,
    without_latex,
)
from tests.fictional import PEMDA, Write


def penetapan(write: Write, fields: str, *, dokumen: str = "", sasaran: str = "") -> Penetapan:
    """Load the indicator ``x`` with ``fields``, one per line, of a document and a sasaran."""
    lines = "".join(f"        {line}\n" for line in fields.strip().splitlines())
    more = "".join(f"    {line}\n" for line in sasaran.strip().splitlines())
    text = (
        f"instansi: Dinas Contoh\n{dokumen}sasaran:\n  - nama: Sasaran contoh\n{more}"
        f"    indikator:\n      - id: x\n        nama: Indikator contoh\n{lines}"
    )
    files = {"kabupaten-contoh/pemda.yaml": PEMDA, "kabupaten-contoh/dinas-contoh/iku.yaml": text}
    loaded = load_laporan(write(files))
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    return next(loaded.laporan.all_indikator()).terbaru


SEBAGIAN = "dokumen: {judul: LKjIP Dinas Contoh 2025, sebagian: true}\n"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("satuan: persen", ()),
        (
            "satuan: persen\ndisimpulkan: [satuan]",
            ("Satuan tidak tercetak untuk baris ini di dokumen; penyunting menambahkannya.",),
        ),
        (
            "target: {2021: 1}\ndisimpulkan: [target]",
            (
                "Target per tahun tidak tercetak untuk baris ini di dokumen; penyunting "
                "menambahkannya.",
            ),
        ),
        (
            'target: {2021: 1}\nnilai_tercetak: ["1", "1"]\ndisimpulkan: [target]',
            ("Nilai targetnya tercetak; tahun tiap nilai itu bacaan penyunting.",),
        ),
        (
            "makna: a\nalasan: b\nformula: c\narah: naik\ndisimpulkan: [arah]\n"
            "tercetak_di: {makna: baris nomor 1, formula: kolom kiri, alasan: baris nomor 1}",
            (
                "Arah tidak tercetak untuk baris ini di dokumen; penyunting menambahkannya.",
                "Arti dan alasan pemilihan tercetak di tempat lain dalam dokumen ini: baris nomor "
                "1. Bahwa itu berlaku untuk indikator ini adalah bacaan penyunting.",
                "Rumus tercetak di tempat lain dalam dokumen ini: kolom kiri. Bahwa itu berlaku "
                "untuk indikator ini adalah bacaan penyunting.",
            ),
        ),
    ],
)
def test_ours_and_the_document_s_words_are_told_apart(
    write: Write, fields: str, said: tuple[str, ...]
) -> None:
    assert origin_sentences(penetapan(write, fields)) == said


def test_the_name_of_a_sasaran_is_not_that_of_the_indicator(write: Write) -> None:
    row = penetapan(
        write,
        "satuan: persen\ndisimpulkan: [satuan]",
        dokumen=SEBAGIAN,
        sasaran="jenjang: Eselon IV\ndisimpulkan: [nama]\ntercetak_di: {jenjang: judul halaman}",
    )
    assert origin_sentences(row) == (
        "Satuan dan nama sasaran tidak ada pada bagian dokumen yang disalin; penyunting "
        "menambahkannya.",
        "Jenjang tercetak di tempat lain dalam dokumen ini: judul halaman. Bahwa itu berlaku untuk "
        "indikator ini adalah bacaan penyunting.",
    )


def test_only_a_document_read_whole_lacks_anything(write: Write) -> None:
    fields = "rumus_capaian: naik\ndisimpulkan: [rumus_capaian]"
    whole = penetapan(write, fields, dokumen="dokumen: {judul: IKU}\n")
    part, none = penetapan(write, fields, dokumen=SEBAGIAN), penetapan(write, fields)
    assert [(empty_word(made.iku), no_target_word(made)) for made in (whole, part, none)] == [
        ("Tidak disebut di dokumen", "Tidak disebut"),
        ("Belum disalin", "Belum disalin"),
        ("Belum dimuat", "Belum dimuat"),
    ]
    unread = "Belum ada target per tahun yang dimuat di sini"
    assert [no_year_sentence([made]).partition(",")[0] for made in (whole, part, none)] == [
        "Dokumennya tidak menyebut target per tahun",
        unread,
        unread,
    ]
    assert no_year_sentence([whole, part]).startswith(unread)


def test_the_reason_of_an_addition_is_said_once(write: Write) -> None:
    fields = "rumus_capaian: naik\ndisimpulkan: [rumus_capaian]"
    part = penetapan(write, fields, dokumen=SEBAGIAN)
    assert capaian_rule_sentence(part).endswith("Rumus ini ditambahkan penyunting.")
    assert key_origin(part, "rumus_capaian") == ("Disimpulkan penyunting.",)
    assert origin_sentences(part) == (
        "Rumus capaian tidak ada pada bagian dokumen yang disalin; penyunting menambahkannya.",
    )


def test_a_rule_that_nobody_chose_says_nothing_of_the_document(write: Write) -> None:
    assert capaian_rule_sentence(penetapan(write, "satuan: persen")) == (
        "Rumus capaian belum ditetapkan di sini, jadi persentase capaian tidak dihitung."
    )


def test_values_that_were_not_read_are_printed_all_the_same(write: Write) -> None:
    row = penetapan(write, 'nilai_tercetak: ["1", "2", "2"]', dokumen=SEBAGIAN)
    assert no_target_word(row) == "Tercetak, tetapi tidak terbaca per tahun"


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("A dibagi B", ""),
        ("{teks: A / B, tercetak: A B}", "Di dokumen: “A B”"),
        ("{teks: A / B, rumus: a / b, variabel: {a: A, b: B}}", "Menurut dokumen: A / B"),
        (
            "{teks: A / B, tercetak: 'A B', rumus: a / b, variabel: {a: A, b: B}}",
            "Di dokumen: “A B”",
        ),
        (
            "{teks: A, tercetak: 'A dibagi B $1 \\times 100\\%$'}",
            "Di dokumen: “A dibagi B 1 × 100%”",
        ),
    ],
)
def test_only_what_was_kept_as_printed_is_quoted(write: Write, formula: str, said: str) -> None:
    assert printed_formula_sentence(penetapan(write, f"formula: {formula}")) == said


def test_a_formula_of_ours_is_no_quotation(write: Write) -> None:
    fields = "formula: {teks: A / B, rumus: a / b, variabel: {a: A, b: B}}\ndisimpulkan: [formula]"
    assert printed_formula_sentence(penetapan(write, fields)) == "Susunan penyunting: A / B"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"selesai dibagi masuk $1 \times 100\%$", "selesai dibagi masuk 1 × 100%"),
        (r"$\frac{\text{Jumlah A}}{\text{Jumlah B}} \times 100\%$", "Jumlah A / Jumlah B × 100%"),
        (r"$\frac{A}{B}$ dan $x \leq 5$", "A / B dan x ≤ 5"),
        # Not LaTeX, not whole, or not known: as typed.
        (r"Rp$ 5.000 dan $ 3", r"Rp$ 5.000 dan $ 3"),
        (r"$1 \times 2", r"$1 \times 2"),
        (r"$\sqrt{A} \times 2$", r"$\sqrt{A} \times 2$"),
        (r"\frac{A}{B} <b>", r"\frac{A}{B} <b>"),
        ("5% dari $a$", "5% dari $a$"),
    ],
)
def test_signs_of_a_scan_are_shown_as_they_were_printed(typed: str, shown: str) -> None:
    assert without_latex(typed) == shown


@pytest.mark.parametrize(
    ("dokumen", "judul"),
    [
        ("{judul: IKU, tahun: 2018}", "IKU, 2018"),
        ("{judul: IKU Tahun 2018, tahun: 2018}", "IKU Tahun 2018"),
        ("{judul: IKU 2022–2026, tahun: 2021}", "IKU 2022–2026, 2021"),
        ("{judul: IKU}", "IKU"),
    ],
)
def test_a_title_is_cited_with_its_year(write: Write, dokumen: str, judul: str) -> None:
    iku = penetapan(write, "satuan: persen", dokumen=f"dokumen: {dokumen}\n").iku
    assert iku.dokumen is not None
    assert document_title(iku.dokumen) == judul
