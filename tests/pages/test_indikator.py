"""What only shows when a later decree changes an indicator."""

import re

import pytest

from iku_terbuka.charts import time_slots
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import indikator_page, instansi_page, tahun_pages
from iku_terbuka.pages.hasil import result_sources, target_sources
from iku_terbuka.pages.template import paragraphs
from tests.conftest import ACUAN, CONTOH
from tests.fictional import PEMDA, Write, iku, muat, one_indikator
from tests.html_tree import Element, facts, kondisi_awal, parse_page, table_rows

DINAS = "kabupaten-contoh/dinas-lingkungan-hidup-rekaan"


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan
    return build_context(laporan, acuan=ACUAN)


def read_page(contoh: Context, key: str) -> Element:
    (indikator,) = [one for one in contoh.laporan.all_indikator() if one.kunci == key]
    return parse_page(indikator_page(contoh, indikator).html)


def dinas_page(contoh: Context, nama: str) -> Element:
    return read_page(contoh, f"{DINAS}/{nama}")


def test_a_result_keeps_the_unit_of_its_own_decree(write: Write) -> None:
    item = "      - id: x\n        nama: Sampah\n        satuan: {}\n        target: {{{}: {}}}\n"
    dinas = "kabupaten-contoh/dinas-contoh"
    loaded = load_laporan(
        write(
            {
                "kabupaten-contoh/pemda.yaml": PEMDA,
                f"{dinas}/iku/2021.yaml": iku(
                    item.format("ton", 2023, 500), "{awal: 2021, akhir: 2023}"
                ),
                f"{dinas}/iku/2024.yaml": iku(
                    item.format("persen", 2026, 20), "{awal: 2024, akhir: 2026}"
                ),
                f"{dinas}/capaian/2023.yaml": "tahun: 2023\ncapaian:\n  x: {realisasi: 480}\n",
            }
        )
    )
    assert loaded.laporan is not None, loaded.problems
    context = build_context(loaded.laporan, acuan=ACUAN)
    (indikator,) = loaded.laporan.all_indikator()
    page = indikator_page(context, indikator).html
    figures = [
        cell.text
        for cell in parse_page(page).find_all("dd")
        if "n" in cell.attributes.get("class", "")
    ]
    assert figures[:2] == ["480 ton", "500 ton"]
    assert "480%" not in page
    assert "Satuannya berubah sejak 2026" in page
    listed = instansi_page(context, context.instansi[dinas]).html
    assert "500%" not in listed


@pytest.mark.parametrize(
    ("nama", "starts"),
    [
        ("indeks-kualitas-lingkungan", {"2019–2023": "61,20", "2024–2026": "64,10"}),
        ("pengurangan-sampah", {"2019–2023": "1.850 ton", "2024–2026": "19,8%"}),
        ("emisi-bersih-lahan", {"": "4,2 ribu ton setara CO₂"}),
        ("pengaduan-ditangani", {}),
    ],
)
def test_the_start_of_each_decree_stands_outside_the_table_of_targets(
    contoh: Context, nama: str, starts: dict[str, str]
) -> None:
    page = dinas_page(contoh, nama)
    assert not any("awal" in label.lower() for label in table_rows(page))
    found = {label: body.text.replace("\xa0", " ") for label, body in kondisi_awal(page).items()}
    assert found == {
        " ".join(["Kondisi awal", *(["untuk", span] if span else [])]): words
        for span, words in starts.items()
    }


def test_a_chart_never_moves_from_the_start_of_a_later_decree_to_years_before_it(
    contoh: Context,
) -> None:
    names = {
        indikator.id: [one.label for one in time_slots(indikator, tuple(measurements.values()))]
        for indikator in contoh.laporan.all_indikator()
        if (measurements := contoh.pengukuran(indikator))
    }
    assert names["indeks-kualitas-lingkungan"][:2] == ["2019", "2020"]
    # Its older years have another unit, so they are not drawn.
    assert names["pengurangan-sampah"] == ["awal", "2024", "2025", "2026", "akhir"]
    assert names["emisi-bersih-lahan"][:2] == ["awal", "2024"]


def test_the_end_of_a_period_is_not_read_as_the_target_and_result_of_a_year(
    contoh: Context,
) -> None:
    rows = table_rows(dinas_page(contoh, "emisi-bersih-lahan"))
    head, value, rest = rows["Akhir periode"]
    assert value.attributes["data-l"] == "Target akhir"
    assert value.attributes["headers"] == rest.attributes["headers"] == head.attributes["id"]
    assert rest.text == ""
    assert "data-l" not in rest.attributes
    assert rows["2024"][2].attributes["data-l"] == "Realisasi"


def test_each_decree_is_named_with_its_own_years(contoh: Context) -> None:
    page = dinas_page(contoh, "pengurangan-sampah")
    # The years are an element of their own.
    lines = [one.text.replace(" :", ":") for one in page.with_class("iku-kecil")]
    said = [line for line in lines if line.startswith("Target")]
    decree = "Keputusan Kepala Dinas Lingkungan Hidup Rekaan Nomor 660/Rekaan/Tahun"
    assert said == [f"Target 2019–2023: {decree} 2019.", f"Target 2024–2026: {decree} 2024."]
    (figure,) = page.with_class("iku-grafik")
    # Only the years that are drawn: those before have another unit.
    assert figure.attributes["data-sumber"] == (
        f"Sumber target: {decree} 2024; realisasi: "
        "LKjIP Dinas Lingkungan Hidup Rekaan 2024–2025 (rekaan)"
    )
    (other,) = dinas_page(contoh, "indeks-kualitas-lingkungan").with_class("iku-grafik")
    assert other.attributes["data-sumber"] == (
        f"Sumber target 2019–2023: {decree} 2019; target 2024–2026: {decree} 2024; realisasi: "
        "LKjIP Dinas Lingkungan Hidup Rekaan 2019 dan 2021–2025 (rekaan)"
    )


def test_a_result_without_a_source_is_said_to_have_none(write: Write) -> None:
    judul = "{judul: Laporan akhir periode}"
    one = one_indikator(
        write,
        "target: {2021: 1}",
        t2021="x: {realisasi: 1}",
        t2022="x: {realisasi: 2}",
        t2023=f"x: {{realisasi: 3, sumber: {judul}}}",
        t2024="x: {keadaan: tidak_diukur}",
    )
    assert result_sources(one, one.tahun) == (
        "realisasi: 2021–2022 tanpa sumber; Laporan akhir periode"
    )
    # The decree of this test cites nothing.
    assert target_sources(one, []) == ()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "kabupaten-contoh/sekretariat-daerah/bagian-perencanaan-dan-protokol-rekaan/"
            "layanan-daring",
            "Target akhir periode tidak digambar karena merupakan jumlah semua tahun; lihat tabel.",
        ),
        (
            f"{DINAS}/indeks-kualitas-lingkungan",
            "Kondisi awal tidak digambar karena tahun-tahun sebelumnya memakai keputusan lama; "
            "angkanya ada di atas tabel.",
        ),
        ("kabupaten-contoh/nilai-sakip", "Target berupa predikat; lihat tabel."),
    ],
)
def test_what_a_chart_leaves_out_is_said_below_it(contoh: Context, key: str, said: str) -> None:
    (figure,) = read_page(contoh, key).with_class("iku-grafik")
    notes = [one.text for one in figure.with_class("iku-kecil")]
    assert said in notes
    assert len([note for note in notes if re.search(r"(lihat|di atas) tabel\.$", note)]) == 1


def missing(read_page: str) -> list[str]:
    """Return what the years say they lack, newest first."""
    rows = [
        (head.text, body.text)
        for listing in parse_page(read_page).with_class("iku-fakta")
        for head, body in zip(listing.find_all("dt"), listing.find_all("dd"), strict=True)
    ]
    return [words for label, words in rows if label == "Belum dilaporkan"]


ALL = "Analisis, faktor pendukung, faktor penghambat, tindak lanjut, dan anggaran"


def test_what_all_years_lack_is_said_once(write: Write) -> None:
    plain = "x: {realisasi: 1}"
    laporan = muat(write, "      - id: x\n        nama: X\n", t2021=plain, t2022=plain, t2023=plain)
    context = build_context(laporan, acuan=ACUAN)
    (indikator,) = laporan.all_indikator()
    page = indikator_page(context, indikator).html
    assert missing(page) == [f"{ALL}; begitu juga pada 2021–2022"]
    (instansi,) = [one for one in context.all_instansi() if one.indikator]
    (year,) = tahun_pages(context, instansi, 2022)
    assert missing(year.make().html) == [ALL], "a page of one year speaks of that year"


def test_a_year_that_lacks_something_else_says_so_itself(write: Write) -> None:
    plain = "x: {realisasi: 1}"
    explained = (
        "x: {realisasi: 1, analisis: Baik., faktor_pendukung: [a], faktor_penghambat: [b], "
        "tindak_lanjut: c, anggaran: {pagu: 1, realisasi: 1}}"
    )
    laporan = muat(
        write,
        "      - id: x\n        nama: X\n",
        t2021=plain,
        t2022=explained,
        t2023="x: {realisasi: 1, analisis: Baik.}",
        t2024=plain,
    )
    (indikator,) = laporan.all_indikator()
    page = indikator_page(build_context(laporan, acuan=ACUAN), indikator).html
    assert missing(page) == [
        f"{ALL}; begitu juga pada 2021",
        "Faktor pendukung, faktor penghambat, tindak lanjut, dan anggaran",
    ]


def test_a_doubt_about_one_value_stands_with_the_numbers_and_in_the_title(write: Write) -> None:
    target = "{2021: 3, 2022: {nilai: 15, catatan: Mungkin jumlah lima tahun.}}"
    laporan = muat(write, f"      - id: x\n        nama: X\n        target: {target}\n")
    (indikator,) = laporan.all_indikator()
    page = parse_page(indikator_page(build_context(laporan, acuan=ACUAN), indikator).html)
    (figure,) = page.with_class("iku-grafik")
    assert "Target naik dari 3 menjadi 15 (lihat catatan tentang 2022)" in figure.text
    assert "Target 2022: Mungkin jumlah lima tahun." in page.text
    *_, tile = next(iter(page.with_class("iku-angka"))).find_all("div")
    assert tile.text.split() == ["Target", "2022", "15", "Lihat", "catatan"]
    assert [row.text for row in page.find_all("tr") if "lihat catatan" in row.text] == [
        row.text for row in page.find_all("tr") if "2022" in row.text
    ]


def test_whose_result_it_is_stands_below_the_lead(write: Write) -> None:
    laporan = muat(
        write,
        "      - id: x\n        nama: X\n        cakupan: Kabupaten Contoh\n"
        "      - id: y\n        nama: Y\n",
    )
    context = build_context(laporan, acuan=ACUAN)
    whole, own = (
        parse_page(indikator_page(context, one).html).text for one in laporan.all_indikator()
    )
    said = "Angka ini untuk seluruh Kabupaten Contoh, bukan Dinas Contoh Kabupaten Contoh saja."
    assert said in whole
    assert "Angka ini untuk" not in own
    assert "Cakupan" not in own


@pytest.mark.parametrize(
    ("sumber", "label", "explained"),
    [
        ("sumber: {judul: LKjIP}", "Belum dilaporkan", 0),
        ("sumber: {judul: Berita, sebagian: true}", "Belum disalin", 1),
    ],
)
def test_of_a_report_read_in_part_nothing_is_said_to_lack(
    write: Write, sumber: str, label: str, explained: int
) -> None:
    laporan = muat(
        write, "      - id: x\n        nama: X\n", t2024=f"x: {{realisasi: 1, {sumber}}}"
    )
    (indikator,) = laporan.all_indikator()
    page = indikator_page(build_context(laporan, acuan=ACUAN), indikator).html
    rows = {
        head.text: body.text
        for listing in parse_page(page).with_class("iku-fakta")
        for head, body in zip(listing.find_all("dt"), listing.find_all("dd"), strict=True)
    }
    assert rows[label] == ALL
    assert page.count("Dokumen ini disalin sebagian saja.") == explained


def formulas(page: Element) -> dict[str, str]:
    """Return what stands below each heading of “Cara menghitung”."""
    found: dict[str, str] = {}
    for one in page.find_all("h3", "div", "p"):
        if one.tag == "h3":
            heading = one.text.replace(" ,", ",")  # the years are an element of their own
            found[heading] = ""
        elif found:
            found[heading] += f" {one.text}"
    return {name: words for name, words in found.items() if name.startswith("Rumus indikator")}


def test_the_formulas_of_all_decrees_stay_each_with_its_years(contoh: Context) -> None:
    found = formulas(dinas_page(contoh, "indeks-kualitas-lingkungan"))
    assert list(found) == ["Rumus indikator 2024–2026", "Rumus indikator 2019–2023"]
    new, old = found.values()
    assert "0,4 × indeks air" in new
    assert "2024: " in new
    assert "2023: " not in new
    assert "(indeks air + indeks udara + indeks lahan) ÷ 3" in old
    assert {year for year in ("2019", "2023", "2024") if f"{year}: " in old} == {"2019", "2023"}


def test_a_formula_of_another_unit_is_named_with_its_unit(contoh: Context) -> None:
    found = formulas(dinas_page(contoh, "pengurangan-sampah"))
    assert list(found) == ["Rumus indikator 2024–2026", "Rumus indikator 2019–2023, dalam ton"]


@pytest.mark.parametrize("nama", ["emisi-bersih-lahan", "pengaduan-ditangani"])
def test_what_decrees_agree_on_stands_once(contoh: Context, nama: str) -> None:
    assert list(formulas(dinas_page(contoh, nama))) == ["Rumus indikator"]


PROSE = {
    # Folded by YAML, where a blank line is one break; kept as typed; one line.
    "analisis: >": ["Kualitas air membaik.", "Kualitas udara tetap."],
    "analisis: |": ["Kualitas air membaik.", "Kualitas udara tetap."],
    "tindak_lanjut: |": ["Kualitas air membaik.", "Kualitas udara tetap."],
    "faktor_pendukung: >": ["Kualitas air membaik.", "Kualitas udara tetap."],
    "catatan: |": ["Kualitas air membaik.", "Kualitas udara tetap."],
}


@pytest.mark.parametrize("key", PROSE)
def test_prose_keeps_its_paragraphs_on_both_pages(write: Write, key: str) -> None:
    text = "\n\n".join(f"      {line}" for line in PROSE[key])
    body = f"x:\n    realisasi: 1\n    {key}\n{text}"
    laporan = muat(write, "      - id: x\n        nama: X\n", t2024=body)
    context = build_context(laporan, acuan=ACUAN)
    (indikator,) = laporan.all_indikator()
    (instansi,) = [one for one in context.all_instansi() if one.indikator]
    (year,) = tahun_pages(context, instansi, 2024)
    for page in (indikator_page(context, indikator), year.make()):
        facts = parse_page(page.html).with_class("iku-fakta")
        cells = [cell for rows in facts for cell in rows.find_all("dd")]
        kept = [[one.text for one in cell.find_all("p")] for cell in cells]
        assert PROSE[key] in kept


def test_lines_of_one_paragraph_stay_lines() -> None:
    assert paragraphs("a\nb\n\nc <i>") == "<p>a<br>b</p>\n<p>c &lt;i&gt;</p>"
    assert paragraphs("a\nb") == "<p>a</p>\n<p>b</p>"
    assert paragraphs("a") == "<p>a</p>"


def test_the_operational_definition_and_the_kind(write: Write) -> None:
    laporan = muat(
        write,
        "      - {id: x, nama: X, jenis: ikk, definisi_operasional: Dihitung tiap akhir tahun}\n"
        "      - {id: y, nama: Y, jenis: iku, makna: Arti Y}\n",
    )
    context = build_context(laporan, acuan=ACUAN)
    key, main = (indikator_page(context, one).html for one in laporan.all_indikator())
    page = parse_page(key)
    (above,) = page.with_class("iku-atas")
    assert above.text == "Indikator Kinerja Kunci (IKK) · Sasaran: Sasaran contoh"
    titles = [title.text for title in page.find_all("h3")]
    assert titles.index("Definisi operasional") + 1 == titles.index("Arti")
    assert "Dihitung tiap akhir tahun" in page.text
    assert facts(page)["Jenis"].text == "Indikator Kinerja Kunci (IKK)"
    page = parse_page(main)
    assert page.with_class("iku-atas")[0].text == "Sasaran: Sasaran contoh"
    assert facts(page)["Jenis"].text == "Indikator Kinerja Utama (IKU)"
    assert "Definisi operasional" not in page.text
    instansi = context.instansi["kabupaten-contoh/dinas-contoh"]
    page = parse_page(instansi_page(context, instansi).html)
    assert [tag.text for tag in page.with_class("iku-tanda")] == ["IKK"]
    assert "di antaranya 1 IKK" in page.text
