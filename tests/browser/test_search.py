"""The search knows Indonesian: for each query the page that must come first, from a file too."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from iku_terbuka.check.catalogue import entries
from tests.browser.conftest import Window

BALANGAN = "kabupaten-balangan"
SETDA = f"{BALANGAN}/sekretariat-daerah"
HUKUM = f"{SETDA}/bagian-hukum"
PROKOPIM = f"{SETDA}/bagian-protokol-dan-komunikasi-pimpinan"
PBJ = f"{SETDA}/bagian-pengadaan-barang-dan-jasa"
EKONOMI = f"{SETDA}/bagian-ekonomi-dan-sumber-daya-alam"
JEMBER = "kabupaten-jember/bagian-protokol-dan-komunikasi-pimpinan"
# What is typed, and the folder of the page that comes first; None: nothing is found.
QUERIES: list[tuple[str, str | None]] = [
    # names as they stand
    ("Kabupaten Jember", "kabupaten-jember"),
    ("jember", "kabupaten-jember"),
    ("bagian hukum", HUKUM),
    ("Sekretariat Daerah Balangan", SETDA),
    ("nilai sakip", f"{SETDA}/nilai-sakip"),
    ("indeks kepuasan masyarakat", f"{SETDA}/indeks-kepuasan-masyarakat"),
    ("INDEKS PELAYANAN PUBLIK", f"{SETDA}/indeks-pelayanan-publik"),
    ("metodologi", "metodologi"),
    ("glosarium", "glosarium"),
    ("panduan", "panduan"),
    # stems
    ("pelayanan publik", f"{SETDA}/indeks-pelayanan-publik"),
    ("layanan publik", f"{SETDA}/indeks-pelayanan-publik"),
    ("melayani publik", f"{SETDA}/indeks-pelayanan-publik"),
    ("penanganan perkara", f"{HUKUM}/tingkat-kepuasan-penanganan-perkara"),
    ("menangani perkara", f"{HUKUM}/tingkat-kepuasan-penanganan-perkara"),
    ("ditangani perkara", f"{HUKUM}/tingkat-kepuasan-penanganan-perkara"),
    ("aduan tertangani", f"{HUKUM}/penanganan-kasus-pengaduan"),
    ("mengadukan kasus", f"{HUKUM}/penanganan-kasus-pengaduan"),
    ("harmonisasi produk hukum", f"{HUKUM}/produk-hukum-diharmonisasi"),
    ("kepuasan warga masyarakat", None),
    ("memanfaatkan sistem pengadaan", f"{PBJ}/pemanfaatan-sistem-pengadaan"),
    ("perekonomian", f"{EKONOMI}/pelaksanaan-kebijakan-sektor-perekonomian"),
    ("mengawasi ekonomi mikro", f"{EKONOMI}/laporan-pengawasan-ekonomi-mikro"),
    # abbreviations, both ways
    ("Prokopim", PROKOPIM),
    ("prokopim jember", JEMBER),
    ("IKM", f"{SETDA}/indeks-kepuasan-masyarakat"),
    ("IPP", f"{SETDA}/indeks-pelayanan-publik"),
    ("setda", SETDA),
    ("sistem akuntabilitas kinerja instansi pemerintah", f"{SETDA}/nilai-sakip"),
    ("rencana aksi nasional hak asasi manusia", f"{HUKUM}/pelaporan-ranham"),
    ("sdm pengadaan barang dan jasa", f"{PBJ}/sdm-pbj-berkompetensi"),
    # terms that only the glossary has
    ("LKjIP", "glosarium"),
    ("WTP", "glosarium"),
    ("wajar tanpa pengecualian", "glosarium"),
    # a question: its small words match nothing by chance
    ("cara mengubah data", "panduan/peramban"),
    ("bagaimana mengubah data", "panduan/peramban"),
    ("akumulasi", "panduan/kunci"),
    # one letter wrong
    ("pelayaan publik", f"{SETDA}/indeks-pelayanan-publik"),
    ("balagnan", BALANGAN),
    ("mojokreto", "kota-mojokerto"),
    ("lumajnag", "kabupaten-lumajang"),
    ("protokl pimpinan", PROKOPIM),
    # while typing
    ("probol", "kota-probolinggo"),
    ("kepuasan mas", f"{SETDA}/indeks-kepuasan-masyarakat"),
    # numbers, and nothing
    ("188.45/45", HUKUM),
    ("xyzzy", None),
]


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    if request.param == "http":
        return str(request.getfixturevalue("http"))
    built: Path = request.getfixturevalue("built")
    return f"{built.as_uri()}/"


def test_forty_queries(window: Window, address: str) -> None:
    page = window.open(f"{address}index.html")
    found = page.evaluate(
        """async (queries) => {
          const index = await ikuCari.loadIndex();
          return queries.map((query) => {
            const result = index.search(query);
            return [result.complete, result.documents.map((found) => found.path)];
          });
        }""",
        [text for text, _ in QUERIES],
    )
    wrong = {}
    for (text, wanted), (complete, paths) in zip(QUERIES, found, strict=True):
        first = paths[0] if complete and paths else None
        if first != wanted:
            wrong[text] = (wanted, first)
    assert wrong == {}
    assert len(QUERIES) >= 40


FIRST = """async (queries) => {
  const index = await ikuCari.loadIndex();
  return queries.map((query) => {
    const found = index.search(query).documents[0];
    return found && found.path + (found.anchor ? "#" + found.anchor : "");
  });
}"""


def test_a_term_leads_to_its_entry_after_the_indicators_with_that_name(
    window: Window, http: str
) -> None:
    page = window.open(f"{http}index.html")
    asked = ["LKjIP", "WTP", "target", "SAKIP"]
    assert page.evaluate(FIRST, asked) == [
        "glosarium#lkjip",
        "glosarium#wtp",
        "glosarium#target",
        f"{SETDA}/nilai-sakip",
    ]
    names = window.search("sakip").get_by_role("link").locator("strong")
    expect(names).to_have_text(["Nilai SAKIP", "SAKIP"])


def test_initials_find_an_indicator_as_a_whole_alone(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}index.html")
    asked = ["AKB", "aki", "AKI 2024", "AKX", "kb"]
    dinas = "kabupaten-contoh/dinas-kesehatan"
    found = page.evaluate(FIRST, asked)
    assert found[:3] == [
        f"{dinas}/angka-kematian-bayi",
        "kabupaten-contoh/angka-kematian-ibu",
        "kabupaten-contoh/angka-kematian-ibu",
    ]
    assert not [path for path in found[3:] if path and "angka-kematian" in path]


def test_words_of_every_day_find_those_of_the_documents(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}index.html")
    dinas = "kabupaten-contoh/dinas-kesehatan"
    assert page.evaluate(FIRST, ["dinkes", "TBC", "dbd", "disdik"]) == [
        dinas,
        f"{dinas}/penemuan-tuberkulosis",
        f"{dinas}/kematian-demam-berdarah",
        "kabupaten-contoh/dinas-pendidikan",
    ]


def test_programmes_and_decrees_for_many_are_found(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}index.html")
    found = page.evaluate(FIRST, ["program penanggulangan bencana", "perbup 00/rekaan/tahun 2025"])
    assert found == [
        "kabupaten-contoh/badan-penanggulangan-bencana-rekaan",
        "kabupaten-contoh/dokumen/perbup-rekaan-2025",
    ]


def test_the_words_of_a_status_find_its_indicators(window: Window, http_contoh: str) -> None:
    window.open(f"{http_contoh}index.html")
    rows = window.search("belum tercapai").get_by_role("link")
    expect(rows.first.locator(".iku-keping")).to_contain_text("Belum tercapai")
    expect(rows.nth(5).locator(".iku-keping")).to_contain_text("Belum tercapai")


def test_both_spellings_of_persentase_find_both(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}index.html")
    first, second = page.evaluate(
        """async () => {
          const index = await ikuCari.loadIndex();
          return ["persentase", "prosentase"].map((query) =>
            index.search(query).documents.map((found) => found.name));
        }"""
    )
    assert sorted(first) == sorted(second)
    # the code of a check on percentages is found too
    assert {name[:10].lower() for name in first} >= {"persentase", "prosentase"}


def test_a_guess_says_that_it_is_one(window: Window, address: str) -> None:
    page = window.open(f"{address}index.html")
    status = page.get_by_role("banner").get_by_role("search").get_by_role("status")
    rows = window.search("SPSA").get_by_role("link")  # a slip of the finger
    expect(status).to_have_text("Tidak ada yang persis; 2 hasil yang mirip")
    expect(rows.first).to_contain_text("SPSE")
    window.search("SPSE")
    expect(status).to_have_text("2 hasil")


def test_every_code_of_the_check_is_found_as_it_is_printed(window: Window, http: str) -> None:
    page = window.open(f"{http}index.html")
    found = page.evaluate(FIRST, list(entries()))
    assert dict(zip(entries(), found, strict=True)) == {
        code: f"panduan/pesan#{code}" for code in entries()
    }


HEADINGS = {
    "angka memakai koma": "panduan/pesan#koma-desimal",
    "[koma-desimal]": "panduan/pesan#koma-desimal",
    "melihat perbedaan": "panduan/meninjau#melihat-perbedaan-di-komputer-sendiri",
    "tanpa internet": "panduan/menerbitkan#tanpa-internet",
    "capaian.csv": "data#kolom",
    "mengubah angka": "panduan/peramban#mengubah-angka-yang-sudah-ada",
}


def test_a_heading_of_the_guide_is_found(window: Window, http: str) -> None:
    page = window.open(f"{http}index.html")
    assert page.evaluate(FIRST, list(HEADINGS)) == list(HEADINGS.values())
    text, target = next(iter(HEADINGS.items()))
    window.search(text).get_by_role("link").first.click()
    expect(page).to_have_url(f"{http}{target.replace('#', '/index.html#')}")
    expect(page.locator(f"[id='{target.partition('#')[2]}']")).to_be_in_viewport()


def test_the_anchors_of_the_index_are_on_their_pages(built: Path) -> None:
    text = (built / "cari/indeks.js").read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("window.ikuIndex=").removesuffix(";\n"))
    assert len(data["sections"]) > 100
    missing = [
        (page_path, anchor)
        for _, anchor, number in data["sections"]
        for page_path in [data["pages"][number][1]]
        if f'id="{anchor}"' not in (built / page_path / "index.html").read_text(encoding="utf-8")
    ]
    assert missing == []


def test_results_name_where_and_lead_there(window: Window, address: str) -> None:
    page = window.open(f"{address}kabupaten-jember/index.html")
    results = window.search("melayani")
    row = results.get_by_role("link").filter(has_text="Indeks Pelayanan Publik")
    expect(row).to_contain_text("Sekretariat Daerah · Kabupaten Balangan")
    expect(row).to_contain_text("Melampaui 2025")
    row.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Indeks Pelayanan Publik")


def test_the_keyboard_alone_is_enough(window: Window, address: str) -> None:
    page = window.open(f"{address}index.html")
    page.keyboard.press("/")
    page.keyboard.type("nilai sakip")
    panel = page.get_by_role("banner").locator(".iku-cari-panel")
    expect(panel.get_by_role("status")).to_have_text("1 hasil")
    page.keyboard.press("ArrowDown")
    expect(panel.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cari")
    expect(page.get_by_role("main").get_by_role("link", name="Nilai SAKIP")).to_be_visible()


def test_the_slash_leads_to_the_header_and_can_be_switched_off(browser: Browser, http: str) -> None:
    """A single character as a shortcut needs a switch (WCAG 2.2, 2.1.4)."""
    window = Window(browser.new_context())
    page = window.open(f"{http}index.html")
    header = page.get_by_role("banner").get_by_role("searchbox")
    page.keyboard.press("/")
    expect(header).to_be_focused()
    expect(header).to_have_value("")
    page.keyboard.press("/")
    expect(header).to_have_value("/")
    window.open(f"{http}aksesibilitas/index.html")
    switch = page.get_by_role("main").get_by_role("checkbox", name="Tombol /")
    expect(switch).to_be_checked()
    switch.uncheck()
    window.open(f"{http}index.html")
    page.keyboard.press("/")
    expect(header).not_to_be_focused()
    # the letters that the theme gives a meaning do nothing either
    for key in ("n", "p", ",", ".", "s", "f"):
        page.keyboard.press(key)
    expect(page).to_have_url(f"{http}index.html")
    expect(header).not_to_be_focused()
    page.context.close()
    assert window.wrong == []


def test_nothing_found_says_what_to_do(window: Window, address: str) -> None:
    window.open(f"{address}cari/index.html?q=xyzzy")
    status = window.page.get_by_role("main").get_by_role("status").last
    expect(status).to_contain_text("Tidak ada yang cocok. Coba kata lain")


def test_without_javascript_the_form_leads_to_a_way(window_without_js: Window, http: str) -> None:
    page = window_without_js.open(http)
    box = page.get_by_role("banner").get_by_role("searchbox")
    box.fill("sakip")
    box.press("Enter")
    main = page.get_by_role("main")
    expect(main.get_by_text("Pencarian memerlukan JavaScript")).to_be_visible()
    # nothing is offered there that does nothing
    for role in ("searchbox", "button"):
        expect(main.get_by_role(role)).to_have_count(0)
    for words in ("Ketik nama", "Di halaman mana pun", "dimatikan"):
        expect(main.get_by_text(words)).to_be_hidden()


def test_with_javascript_the_page_has_its_box_and_no_excuse(window: Window, address: str) -> None:
    main = window.open(f"{address}cari/index.html").get_by_role("main")
    expect(main.get_by_role("searchbox")).to_be_visible()
    expect(main.get_by_text("Di halaman mana pun")).to_be_visible()
    expect(main.get_by_text("Pencarian memerlukan JavaScript")).to_be_hidden()


def test_a_first_search_costs_little(window: Window, http: str) -> None:
    asked: list[int] = []
    page = window.open(http)
    page.on("response", lambda response: asked.append(len(response.body())))
    window.search("hukum")
    assert sum(asked) < 45_000  # before compression; a quarter of it after


def test_the_index_has_the_folder_of_every_answer(built: Path) -> None:
    text = (built / "cari/indeks.js").read_text(encoding="utf-8")
    json.loads(text.removeprefix("window.ikuIndex=").removesuffix(";\n"))
    for _, folder in QUERIES:
        assert folder is None or (built / folder / "index.html").is_file(), folder
