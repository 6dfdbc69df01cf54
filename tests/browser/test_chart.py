"""The chart tells exact values to pointer and keyboard, and can be taken away as a picture."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import Window

PAGE = "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/index.html"
NILAI_2022 = "2022: Target 7,5; Realisasi 8,30; Capaian 90,34%; Status Belum tercapai"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    if request.param == "http":
        return f"{request.getfixturevalue('http_contoh')}{PAGE}"
    return f"{request.getfixturevalue('site_contoh').as_uri()}/{PAGE}"


def test_a_year_tells_its_values(window: Window, address: str) -> None:
    page = window.open(address)
    said = page.locator(".iku-nilai")
    expect(said).to_contain_text("tunjuk satu tahun")
    page.get_by_role("button", name=re.compile("^2022: ")).hover()
    expect(said).to_have_text(NILAI_2022)
    page.get_by_role("button", name=re.compile("^2022: ")).focus()
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("2023: Target 7,2")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(said).to_contain_text("2021: Target 8,0")


def test_the_start_and_the_end_are_told_as_such_and_tab_comes_to_the_newest_result(
    window: Window, site_contoh: Path
) -> None:
    path = "kabupaten-contoh/dinas-kesehatan/prevalensi-stunting/index.html"
    page = window.open(f"{site_contoh.as_uri()}/{path}")
    told = page.locator(".iku-titik button").evaluate_all(
        "(all) => all.map((element) => element.getAttribute('aria-label'))"
    )
    assert told[0] == "Kondisi awal: 27,3%"
    assert re.fullmatch(r"Akhir periode: Target akhir [\d,]+%", told[-1])
    reported = [words for words in told if re.search(r"Realisasi \d", words)]
    assert len(reported) > 1
    first = page.locator(".iku-titik button[tabindex='0']")
    expect(first).to_have_attribute("aria-label", reported[-1])


def test_no_range_of_years_breaks_at_its_dash_however_narrow(
    window: Window, site_contoh: Path
) -> None:
    path = "dinas-lingkungan-hidup-rekaan/pengurangan-sampah/index.html"
    page = window.open(f"{site_contoh.as_uri()}/kabupaten-contoh/{path}")
    page.set_viewport_size({"width": 320, "height": 800})
    lines = """(all) => all.map((element) => {
      element.parentElement.style.width = '2em';  // no line is as long as a range
      return [element.textContent, element.getClientRects().length];
    })"""
    kept = page.locator(".iku-dua .iku-tahun").evaluate_all(lines)
    assert {words for words, _ in kept} == {"2024–2026", "2019–2023"}
    assert len(kept) == 5  # subtitle; the start and the name of each of the two decrees
    assert {count for _, count in kept} == {1}


def test_the_buttons_lie_over_their_years(window: Window, address: str) -> None:
    page = window.open(address)
    for tahun in ("2021", "2024", "2026"):
        button = page.get_by_role("button", name=re.compile(f"^{tahun}: ")).bounding_box()
        label = page.locator("svg.iku-tren text", has_text=re.compile(f"^{tahun}$")).bounding_box()
        assert button is not None
        assert label is not None
        middle = label["x"] + label["width"] / 2
        assert button["x"] < middle < button["x"] + button["width"]


@pytest.mark.parametrize("format_", ["SVG", "PNG"])
def test_the_picture_carries_its_name_source_and_date(
    window: Window, address: str, format_: str
) -> None:
    page = window.open(address)
    with page.expect_download() as download:
        page.get_by_role("button", name=format_, exact=True).click()
    assert download.value.suggested_filename == f"angka-kematian-bayi.{format_.lower()}"
    raw = Path(download.value.path()).read_bytes()
    if format_ == "PNG":
        picture = Image.open(io.BytesIO(raw))
        assert picture.width == 1536
        assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 10
        return
    root = ElementTree.fromstring(raw)
    text = " ".join(element.text or "" for element in root.iter() if element.tag.endswith("text"))
    title, subtitle = page.locator("figcaption").inner_text().split("\n")
    assert title == "Realisasi turun dua tahun beruntun, dan target 2024 tercapai"
    assert subtitle.startswith("Target dan realisasi 2021–2026, per 1.000 kelahiran hidup")
    for words in (
        title,
        f"Angka Kematian Bayi. {subtitle}.",
        "Dinas Kesehatan Contoh",
        "Sumber target: ",
    ):
        assert words in text
    assert "; realisasi: LKjIP" in " ".join(text.split())
    assert "21 November 2026" in text
    assert b"var(" not in raw


# The texts of a picture that reach beyond its paper; it is opened as the file that was saved.
CUT_OFF = """() => {
  const kertas = document.documentElement.viewBox.baseVal;
  return [...document.querySelectorAll('text')].filter((el) => {
    const { x, y, width, height } = el.getBBox();
    const element = new DOMPoint(x, y).matrixTransform(el.getCTM());
    const dua = new DOMPoint(x + width, y + height).matrixTransform(el.getCTM());
    const skala = document.documentElement.getCTM().a || 1;
    return element.x < 0 || element.y < 0
      || dua.x > kertas.width * skala || dua.y > kertas.height * skala;
  }).map((el) => el.textContent);
}"""


@pytest.mark.parametrize(
    "page_path",
    [
        PAGE,
        "kabupaten-contoh/dinas-pendidikan/rata-rata-lama-sekolah/index.html",
        "kabupaten-contoh/dinas-lingkungan-hidup-rekaan/indeks-kualitas-lingkungan/index.html",
    ],
)
def test_nothing_is_cut_off_in_the_picture(
    window: Window, site_contoh: Path, tmp_path: Path, page_path: str
) -> None:
    page = window.open(f"{site_contoh.as_uri()}/{page_path}")
    page.locator("h1").evaluate("el => { el.textContent += ' ' + 'panjang'.repeat(20); }")
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    file = tmp_path / "grafik.svg"
    download.value.save_as(file)
    page = window.open(file.as_uri())
    assert page.locator("text").count() > 8
    assert page.evaluate(CUT_OFF) == []


def test_without_javascript_nothing_promises_more(
    window_without_js: Window, http_contoh: str
) -> None:
    page = window_without_js.open(f"{http_contoh}{PAGE}")
    expect(page.locator("svg.iku-tren")).to_be_visible()
    expect(page.locator(".iku-nilai")).to_be_hidden()
    expect(page.locator(".iku-unduh")).to_be_hidden()
