"""What a reviewer decides by: source, unit, what contradicts, what it comes to, and links."""

import pytest

from iku_terbuka.context.forge import ForgeKind, find_forge
from iku_terbuka.diff import diff_markdown, diff_text
from iku_terbuka.diff.summary import count_changes
from tests.diff.sides import BASE, HASIL, HUKUM, SIDES, diff, first_line, replaced, shown_lines
from tests.fictional import Write

RESULT_FILE = f"{HUKUM}/capaian/2024.yaml"
FINAL = HASIL.replace("sementara", "final")
WITHOUT_RALAT = "angka final diubah tanpa kata “Ralat” di pesan commit"


def result(text: str, base: str = HASIL) -> dict[str, str]:
    """Return the data with more about the result of 2024, indented by four."""
    return {**BASE, RESULT_FILE: base + text}


# Source


def test_a_new_result_names_its_source_page_and_link(write: Write) -> None:
    link = "https://contoh.example/a(1).pdf"
    source = f"{{judul: LKjIP 2024, halaman: 12, tautan: '{link}'}}"
    new = replaced(RESULT_FILE, ("{judul: LKjIP 2024}", source))
    without = {name: text for name, text in BASE.items() if name != RESULT_FILE}
    found = diff(write, new, without)
    assert f"    sumber: LKjIP 2024, halaman 12, {link}" in shown_lines(found)
    said = diff_markdown(found, SIDES)
    assert "  - sumber: [LKjIP 2024, halaman 12](<https://contoh.example/a%281%29.pdf>)" in said


def test_another_number_of_the_same_source_says_so(write: Write) -> None:
    lines = shown_lines(diff(write, replaced(RESULT_FILE, ("81.2", "84"))))
    assert lines[-1] == "    sumber tetap: LKjIP 2024"


def test_another_source_is_told_once(write: Write) -> None:
    new = replaced(RESULT_FILE, ("81.2", "84"), ("LKjIP 2024", "LKjIP 2024 Perubahan"))
    lines = shown_lines(diff(write, new))
    assert [line for line in lines if "sumber" in line] == [
        "    sumber judul: LKjIP 2024 {+Perubahan+}"
    ]


# Unit


def test_a_unit_stands_behind_the_number(write: Write) -> None:
    old = replaced(f"{HUKUM}/iku.yaml", ("{2024: 10}", "{2024: 10, 2026: 12}"))
    new = replaced(f"{HUKUM}/iku.yaml", ("2026: 12", "2026: 1300"), files=old)
    assert "target 12 → 1.300 dokumen ·" in "\n".join(shown_lines(diff(write, new, old)))


# A final figure


def test_a_final_figure_that_changes_without_the_word_is_marked(write: Write) -> None:
    old = result("", FINAL)
    new = result("", FINAL.replace("81.2", "84"))
    found = diff(write, new, old)
    assert first_line(found) == "1 angka final diubah tanpa “Ralat”; 1 instansi tersentuh."
    assert f" · {WITHOUT_RALAT}" in shown_lines(found)[2]
    assert f"**{WITHOUT_RALAT}**" in diff_markdown(found, SIDES)
    said = diff(write, new, old, frozenset({f"indicators/{RESULT_FILE}"}))
    assert WITHOUT_RALAT not in diff_text(said, SIDES)
    assert count_changes(said).realisasi_diubah == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HASIL, HASIL.replace("81.2", "84")),  # provisional
        (FINAL, FINAL.replace("81.2", "81.20")),  # the same number
        (FINAL, FINAL.replace("LKjIP 2024", "LKjIP")),  # no number
    ],
)
def test_what_is_no_other_final_figure_is_not_marked(write: Write, before: str, after: str) -> None:
    found = diff(write, result("", after), result("", before))
    assert WITHOUT_RALAT not in diff_text(found, SIDES)


# What did not change


def test_a_published_figure_that_no_longer_agrees_is_told(write: Write) -> None:
    published = "    diterbitkan: {capaian: 94.4}\n"
    new = HASIL.replace("81.2", "84")
    said = diff_text(diff(write, result(published, new), result(published)), SIDES)
    assert "    diterbitkan capaian 94,4%, sedangkan menurut hitungan 97,67%\n" in said
    agreed = "    diterbitkan: {capaian: 97.67}\n"
    assert "sedangkan" not in diff_text(diff(write, result(agreed, new), result(published)), SIDES)
    # It differed before, and that is said on the page.
    differed = "    diterbitkan: {capaian: 50.11}\n"
    found = diff(write, result(differed, new), result(differed))
    assert "sedangkan" not in diff_text(found, SIDES)


def test_a_computed_figure_beside_a_published_one_is_rounded(write: Write) -> None:
    formula = "        formula: {teks: a / b, rumus: a / b * 100, variabel: {a: a, b: b}}\n"
    makna = "        makna: Kepuasan warga atas layanan hukum\n"
    decree = f"{HUKUM}/iku.yaml"
    files = replaced(decree, (makna, makna + formula))
    computed = HASIL.replace("realisasi: 81.2", "variabel: {a: 5, b: 6}")
    published = computed + "    diterbitkan: {realisasi: 83.3}\n"
    old = files | {RESULT_FILE: published}
    new = files | {RESULT_FILE: published.replace("a: 5, b: 6", "a: 6, b: 7")}
    said = diff_text(diff(write, new, old), SIDES)
    assert "diterbitkan realisasi 83,3, sedangkan menurut hitungan 85,71\n" in said


def test_a_text_that_names_the_old_figure_is_told(write: Write) -> None:
    text = "    analisis: Angka 81,2 masih jauh dari target 86.\n"
    new = result(text, HASIL.replace("81.2", "85"))
    said = diff_text(diff(write, new, result(text)), SIDES)
    assert "analisis masih menyebut angka lama: “Angka 81,2 masih jauh dari target 86.”" in said


def test_a_long_text_is_shown_where_it_names_the_old_figure(write: Write) -> None:
    text = f"    analisis: {'Awal kalimat. ' * 30}Angka 81,2 belum cukup. {'Akhir. ' * 60}\n"
    new = result(text, HASIL.replace("81.2", "85"))
    (line,) = [line for line in shown_lines(diff(write, new, result(text))) if "angka lama" in line]
    assert "Angka 81,2 belum cukup." in line
    assert len(line) < 260


def test_an_old_number_within_another_is_not_meant(write: Write) -> None:
    text = "    analisis: Naik 181,2 dan 81,25 poin.\n"
    found = diff(write, result(text, HASIL.replace("81.2", "85")), result(text))
    assert "angka lama" not in diff_text(found, SIDES)


def test_an_analysis_of_another_verdict_is_shown(write: Write) -> None:
    text = "    analisis: Target belum tercapai.\n"
    said = diff_text(diff(write, result(text, HASIL.replace("81.2", "90")), result(text)), SIDES)
    assert "    analisis tidak ikut diubah: “Target belum tercapai.”\n" in said
    rewritten = "    analisis: Target tercapai.\n"
    found = diff(write, result(rewritten, HASIL.replace("81.2", "90")), result(text))
    assert "tidak ikut" not in diff_text(found, SIDES)


# What it comes to


def test_several_changes_of_an_instansi_are_summed_up(write: Write) -> None:
    both = HASIL.replace("81.2", "90") + "  produk-hukum: {realisasi: 12}\n"
    lines = shown_lines(diff(write, result("", both)))
    assert lines[2] == (
        "  Bagian Hukum · Akibat: melampaui target 0 → 1, belum tercapai 1 → 0, "
        "tidak dapat dihitung 0 → 1, belum dilaporkan 1 → 0"
    )
    (pemda,) = diff(write, result("", both)).pemda
    shifts = {one.status: (one.sebelum, one.sesudah) for one in pemda.instansi[0].akibat}
    assert shifts["belum_dilaporkan"] == (1, 0)


def test_why_there_is_no_verdict_is_told(write: Write) -> None:
    both = HASIL + "  produk-hukum: {realisasi: 12}\n"
    said = diff_text(diff(write, result("", both)), SIDES)
    assert "tidak dapat dihitung karena arah belum ditetapkan" in said


# Links


def test_names_and_problems_link_to_their_lines(write: Write) -> None:
    forge = find_forge("https://github.com/contoh/iku", "main")
    assert forge

    def locate(file: str, line: int) -> str:
        return forge.file_url("c" * 40, file, line)

    new = replaced(RESULT_FILE, ("81.2", "84"))
    new = replaced(f"{HUKUM}/iku.yaml", ("Kepuasan warga", "Kepuasan"), files=new)
    said = diff_markdown(diff(write, new), SIDES, locate=locate)
    base = f"https://github.com/contoh/iku/blob/{'c' * 40}/indicators/{HUKUM}"
    name = "[**Tingkat kepuasan layanan hukum**]"
    assert f"- {name}(<{base}/iku.yaml#L6>)" in said
    assert f"- {name}(<{base}/capaian/2024.yaml#L4>)" in said
    assert "](" not in diff_markdown(diff(write, new), SIDES)


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (ForgeKind.GITHUB, "/blob/abc/a%20b/iku.yaml#L7"),
        (ForgeKind.GITLAB, "/-/blob/abc/a%20b/iku.yaml#L7"),
        (ForgeKind.FORGEJO, "/src/commit/abc/a%20b/iku.yaml#L7"),
    ],
)
def test_each_forge_shows_a_line(kind: ForgeKind, path: str) -> None:
    forge = find_forge("https://git.contoh.example/a/b", "main", kind)
    assert forge
    assert forge.file_url("abc", "a b/iku.yaml", 7) == f"https://git.contoh.example/a/b{path}"


@pytest.mark.parametrize("address", ["https://jahat.example/)[x](y", "https://j.id/](b"])
def test_an_address_stays_within_its_link(write: Write, address: str) -> None:
    without = {name: text for name, text in BASE.items() if name != RESULT_FILE}
    new = replaced(
        RESULT_FILE, ("{judul: LKjIP 2024}", f'{{judul: LKjIP 2024, tautan: "{address}"}}')
    )
    said = diff_markdown(diff(write, new, without), SIDES)
    assert said.count("](<") == said.count("](") == 1
