"""The site as people meet it: from a folder or a server, with or without JavaScript, on a phone,
in the dark, by keyboard.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.colours import COLOURS
from tests.browser.conftest import Window

pytestmark = pytest.mark.browser

INDIKATOR = "kabupaten-balangan/sekretariat-daerah/indeks-pelayanan-publik/"
# The hostile data has results, so charts with both lines, and words that are far too long.
HOSTILE = {
    "indikator-dengan-hasil": "kabupaten-contoh/dinas-contoh/naskah/",
    "indikator-dengan-rumus": "kabupaten-contoh/dinas-contoh/rumus/",
    "indikator-dengan-skala": "kabupaten-contoh/dinas-contoh/gambar/",
    "metodologi-kata-panjang": "metodologi/",
    "tahun-kata-panjang": "kabupaten-contoh/dinas-contoh/bidang-contoh/tahun-2022/",
    "tahun-dengan-hasil": "kabupaten-contoh/dinas-contoh/tahun-2021/",
    "instansi-kata-panjang": "kabupaten-contoh/dinas-contoh/bidang-contoh/",
    "indikator-kata-panjang": "kabupaten-contoh/dinas-contoh/bidang-contoh/kata-panjang/",
}


def walk(page: Page) -> None:
    """Walk down to an indicator and back up, by the links that a reader sees."""
    main = page.get_by_role("main")
    down = [
        ("Kabupaten Balangan", "Kabupaten Balangan"),
        ("Sekretariat Daerah", "Sekretariat Daerah"),
        ("Indeks Pelayanan Publik", "Indeks Pelayanan Publik"),
    ]
    for link, heading in down:
        main.get_by_role("link", name=link, exact=True).first.click()
        expect(main.get_by_role("heading", level=1)).to_have_text(heading)
    expect(
        main.locator("p").get_by_text("Indeks Pelayanan Publik Kabupaten Balangan tahun 2025: 4,57")
    ).to_be_visible()
    expect(main.get_by_role("img", name="Grafik target dan realisasi")).to_be_visible()
    for words in ("113,97%", "Melampaui", "Belum dilaporkan", "2026"):
        expect(main.get_by_role("table")).to_contain_text(words)
    expect(main.get_by_text("2025: 4,57 ÷ 4,01 × 100% = 113,97%")).to_be_visible()
    breadcrumb = page.get_by_role("navigation", name="Lokasi halaman")
    for link in ("Sekretariat Daerah", "Kabupaten Balangan"):
        breadcrumb.get_by_role("link", name=link, exact=True).click()
        expect(main.get_by_role("heading", level=1)).to_have_text(link)
    breadcrumb.get_by_role("link", name="Beranda", exact=True).click()
    expect(main.get_by_role("heading", level=1)).to_contain_text("target pemerintah daerah")


def test_from_the_home_page_to_an_indicator_and_back(window: Window, built: Path) -> None:
    """Opened from a folder; ``test_keyboard`` walks through the site on a server."""
    walk(window.open(f"{built.as_uri()}/index.html"))


def test_all_can_be_read_without_javascript(window_without_js: Window, http: str) -> None:
    walk(window_without_js.open(http))


def test_the_navigation_leads_to_the_written_pages(window: Window, http: str) -> None:
    page = window.open(http)
    for nama in ("Metodologi", "Data", "Glosarium", "Panduan", "Beranda"):
        page.get_by_role("navigation", name="Tab").get_by_role("link", name=nama).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page).to_have_title(f"{nama} - IKU Terbuka")


def test_the_search_finds_an_indicator(window: Window, http: str) -> None:
    page = window.open(http)
    results = window.search("kepuasan masyarakat")
    results.get_by_role("link").filter(has_text="Indeks Kepuasan Masyarakat").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Indeks Kepuasan Masyarakat")


# ── Phone and dark ────────────────────────────────────────────────────────────────────────────

CHART_TEXTS = f"""() => {{
  {COLOURS}
  return [...document.querySelectorAll('svg.iku-tren text')].map((el) => {{
    const style = getComputedStyle(el);
    return {{
      words: el.textContent,
      size: parseFloat(style.fontSize) * el.getScreenCTM().a,
      contrast: contrast(style.fill, behind(el)),
    }};
  }});
}}"""


@pytest.fixture(params=["light", "dark"])
def appearance(
    request: pytest.FixtureRequest, window: Window, dark_window: Window
) -> tuple[Window, str]:
    """A window of a reader who likes it light, or dark, and the scheme that it should get."""
    return (dark_window, "slate") if request.param == "dark" else (window, "default")


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_scrolls_sideways(still_window: Window, http_hostile: str, kind: str) -> None:
    page = still_window.open(http_hostile + HOSTILE[kind])
    for width in (360, 1366):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_emblem_and_name_of_the_site_are_there_at_every_width(
    still_window: Window, http: str
) -> None:
    page = still_window.open(http + INDIKATOR)
    for width in (320, 360, 1093, 1366):
        page.set_viewport_size({"width": width, "height": 740})
        emblem = page.locator(".md-logo img").bounding_box()
        name = page.locator(".md-header__topic .md-ellipsis").first.bounding_box()
        assert emblem, width
        assert name, width
        assert emblem["height"] >= 36, width
        assert name["x"] >= emblem["x"] + emblem["width"], width
        assert name["width"] >= 80, width


@pytest.mark.parametrize("with_result", [False, True])
def test_the_words_of_a_chart_are_readable_on_a_phone(
    appearance: tuple[Window, str], http: str, http_hostile: str, with_result: bool
) -> None:
    window, scheme = appearance
    window.page.set_viewport_size({"width": 360, "height": 740})
    page = window.open(
        http_hostile + HOSTILE["indikator-dengan-hasil"] if with_result else http + INDIKATOR
    )
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    texts = page.evaluate(CHART_TEXTS)
    words = {one["words"] for one in texts}
    assert ({"Realisasi", "Target", "95%", "90%"} if with_result else {"2026", "akhir"}) <= words
    assert [one for one in texts if one["size"] < 12 or one["contrast"] < 4.5] == []


# Every fraction with its parts; words in it must be as large as the text around, and readable.
FRACTIONS = f"""() => {{
  {COLOURS}
  return [...document.querySelectorAll('math mfrac')].map((el) => {{
    const [over, under] = [...el.children].map((part) => part.getBoundingClientRect());
    const words = el.querySelector('mtext span') ?? el;
    return {{
      stacked: over.height > 0 && under.height > 0 && over.bottom <= under.top,
      size: parseFloat(getComputedStyle(words).fontSize),
      contrast: contrast(getComputedStyle(words).color, behind(el.closest('.iku-rumus'))),
    }};
  }});
}}"""


def test_a_formula_is_typeset_as_a_readable_fraction(
    appearance: tuple[Window, str], http: str
) -> None:
    """Native MathML, without JavaScript of ours: a numerator above its denominator."""
    window, _ = appearance
    window.page.set_viewport_size({"width": 360, "height": 740})
    fractions = window.open(http + INDIKATOR).evaluate(FRACTIONS)
    assert len(fractions) == 2, "of the indicator, of its capaian"
    for one in fractions:
        assert one["stacked"]
        assert one["size"] >= 12
        assert one["contrast"] >= 4.5


def test_the_dark_scheme_is_dark(window: Window, dark_window: Window, http: str) -> None:
    brightness = f"() => {{ {COLOURS} return brightness(behind(document.querySelector('main'))); }}"
    assert window.open(http + INDIKATOR).evaluate(brightness) > 0.8
    assert dark_window.open(http + INDIKATOR).evaluate(brightness) < 0.05
