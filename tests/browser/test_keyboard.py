"""By keyboard alone: to a number, to its file, and back; every stop seen, none of them a trap."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.colours import COLOURS
from tests.browser.conftest import Window
from tests.browser.pages import DINKES, PAGES

pytestmark = pytest.mark.browser

PEMDA = "Kabupaten Contoh"
INSTANSI = "Dinas Kesehatan Contoh"
INDIKATOR = "Angka Kematian Bayi"
# Kinds that stand otherwise on a phone, and those that do not.
OTHER_LAYOUT = ("beranda", "pemda", "instansi", "indikator", "kelengkapan")
SAME_LAYOUT = ("data", "cari", "aksesibilitas")
MAX_STOPS = 250  # stops; no page of the fictional site comes near

# What has the focus, whether it is on the screen and nothing lies above it, neither the fixed
# header nor a panel (WCAG 2.2, 2.4.7 and 2.4.11), and whether its outline differs from what lies
# around it (1.4.11).
FOCUS = f"""() => {{
  {COLOURS}
  const element = document.activeElement;
  // The switch of colours is an invisible radio button: its label is what people see.
  const el = element.matches('.md-option') ? element.nextElementSibling : element;
  const style = getComputedStyle(el), box = el.getBoundingClientRect();
  const header = el.closest('.md-header, .md-skip')
    ? 0 : document.querySelector('.md-header').getBoundingClientRect().bottom;
  // What lies on top where it begins, as far as that is on the screen.
  const first = el.getClientRects()[0] ?? box;
  const between = (value, least, most) => Math.min(Math.max(value, least), most);
  const top = document.elementFromPoint(
    between(first.x + first.width / 2, 0, innerWidth - 1),
    between(first.y + first.height / 2, header, innerHeight - 1),
  );
  return {{
    element: element.tagName,
    href: element.getAttribute('href'),
    words: (element.getAttribute('aria-label') ?? element.innerText).trim().slice(0, 60),
    seen: box.width > 0 && box.bottom > header && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth && el.contains(top),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && contrast(style.outlineColor, behind(el.parentElement)) >= 3,
  }};
}}"""


SIZES = [("light", 1366), ("dark", 360)]


@pytest.fixture(scope="module", params=SIZES, ids=lambda one: f"{one[0]}-{one[1]}")
def keyboard_window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Window]:
    """A window without motion: an outline is measured when it is drawn in full."""
    scheme, width = request.param
    context = browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 800}
    )
    yield Window(context)
    context.close()


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab, or another key, until ``target`` has the focus."""
    element = target.element_handle()
    for _ in range(MAX_STOPS):
        page.keyboard.press(key)
        if element.evaluate("el => el === document.activeElement"):
            return
    pytest.fail(f"{target} tidak tercapai dengan tombol Tab")


def test_from_the_home_page_to_a_download_and_back(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}index.html")
    main = page.get_by_role("main")
    heading = main.get_by_role("heading", level=1)
    for nama in (PEMDA, INSTANSI, INDIKATOR):
        tab_to(page, main.get_by_role("link", name=nama, exact=True).first)
        page.keyboard.press("Enter")
        expect(heading).to_have_text(nama)
    tab_to(page, main.locator("a[href$='.csv']").first)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    breadcrumb = page.get_by_role("navigation", name="Lokasi halaman")
    # On the page of the file the breadcrumb lies behind; on those that follow, ahead.
    for nama, key in ((INSTANSI, "Shift+Tab"), (PEMDA, "Tab"), ("Beranda", "Tab")):
        tab_to(page, breadcrumb.get_by_role("link", name=nama, exact=True), key)
        page.keyboard.press("Enter")
        expect(page).to_have_title(re.compile(f"^{nama}"))
    expect(page).to_have_url(f"{http_contoh}index.html")
    assert window.wrong == []


@pytest.mark.parametrize("kind", OTHER_LAYOUT)
def test_every_stop_is_seen_and_none_is_a_trap(
    keyboard_window: Window, http_contoh: str, kind: str
) -> None:
    walk(keyboard_window.open(f"{http_contoh}{PAGES[kind]}index.html"))


@pytest.mark.parametrize("kind", SAME_LAYOUT)
def test_so_it_is_where_the_layout_is_always_the_same(
    still_window: Window, http_contoh: str, kind: str
) -> None:
    still_window.page.set_viewport_size({"width": 360, "height": 800})
    walk(still_window.open(f"{http_contoh}{PAGES[kind]}index.html"))


def test_so_it_is_on_a_site_of_several_pemda(still_window: Window, http: str) -> None:
    walk(still_window.open(f"{http}index.html"))


def walk(page: Page) -> None:
    """Walk through a page with Tab and back: every stop is seen, and none is a trap."""
    links = set(
        page.locator("main a:visible").evaluate_all("els => els.map(el => el.getAttribute('href'))")
    )
    stops, unseen, began = [], [], False
    for _ in range(MAX_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here["element"] == "BODY":
            break
        stops.append((here["element"], here["words"]))
        links.discard(here["href"])
        if not (here["seen"] and here["outlined"]):
            page.wait_for_timeout(300)  # what moves with the focus is given a moment
            here = page.evaluate(FOCUS)
        if not (here["seen"] and here["outlined"]):
            unseen.append(here)
    else:
        pytest.fail("Tab tidak pernah keluar dari halaman")
    assert unseen == []
    assert links == set(), "every link of the content is a stop"
    assert len(stops) > 3, "the header alone has as many"
    # Backwards the same stops, in the opposite order, and none of them behind the header. Where
    # the way back begins differs: the page itself may be one stop more.
    back: list[tuple[str, str]] = []
    while len(back) < len(stops):
        page.keyboard.press("Shift+Tab")
        here = page.evaluate(FOCUS)
        if here["element"] == "BODY" and not back:
            if began:
                pytest.fail("Shift+Tab tidak kembali ke halaman")
            began = True
            continue
        back.append((here["element"], here["words"]))
        if not here["seen"]:
            page.wait_for_timeout(300)
            here = page.evaluate(FOCUS)
        if not here["seen"]:
            unseen.append(here)
    assert back == stops[::-1]
    assert unseen == []


@pytest.mark.parametrize("kind", ["beranda", "indikator", "cari"])
def test_the_skip_link_jumps_over_the_navigation(
    window: Window, http_contoh: str, kind: str
) -> None:
    page = window.open(f"{http_contoh}{PAGES[kind]}index.html")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Lewati ke isi")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    heading = page.locator("h1")
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#{heading.get_attribute('id')}"
    expect(heading).to_be_in_viewport()
    page.keyboard.press("Tab")
    after = page.evaluate(
        """() => {
          const el = document.activeElement, h1 = document.querySelector('h1');
          return el.matches('body, .md-skip')  // nothing to stop at below: round the end
            || !!(h1.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
        }"""
    )
    assert after, "the next stop lies below the heading"


def test_details_open_and_close(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}{DINKES}index.html")
    details = page.locator("main details").first
    facts = details.locator("dl")
    expect(facts).not_to_be_visible()
    tab_to(page, details.locator("summary"))
    page.keyboard.press("Enter")
    expect(facts).to_be_visible()
    page.keyboard.press("Space")
    expect(facts).not_to_be_visible()


def test_the_filter_needs_no_mouse(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}{DINKES}index.html")
    status = page.get_by_role("form", name="Saring tabel").get_by_role("status")
    every = page.locator("table[data-saring] tr.data:visible").count()
    tab_to(page, page.get_by_role("combobox", name="Status"))
    page.keyboard.press("ArrowDown")
    shown = page.locator("table[data-saring] tr.data:visible").count()
    assert 0 < shown < every
    expect(status).to_have_text(f"{shown} dari {every} indikator")


MENU = [1093, 360]


@pytest.mark.parametrize("width", MENU)
def test_the_menu_of_a_narrow_screen_has_a_name_and_opens_by_keyboard(
    window: Window, http_contoh: str, width: int
) -> None:
    page = window.open(f"{http_contoh}kabupaten-contoh/index.html")
    page.set_viewport_size({"width": width, "height": 800})
    button, menu = page.locator("summary[aria-label=Menu]"), page.locator(".iku-menu nav")
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    links = menu.get_by_role("link")
    assert links.count() > 8
    for one in links.all():
        page.keyboard.press("Tab")
        assert one.evaluate("el => el === document.activeElement")
        here = page.evaluate(FOCUS.replace("const header = el", "const header = true ? 0 : el"))
        assert here["seen"], here
        assert here["outlined"], here
    # Leaving it closes it, so that it hides nothing; so does Esc, which leads back to the button.
    page.keyboard.press("Tab")
    expect(menu).not_to_be_visible()
    tab_to(page, button)
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(button).to_be_focused()
    # A link within the page closes it too.
    page.keyboard.press("Enter")
    menu.get_by_role("link", name="Profil").click()
    expect(menu).not_to_be_visible()
    expect(page.get_by_role("heading", name="Profil", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize("width", MENU)
def test_the_menu_opens_without_javascript(
    window_without_js: Window, http_contoh: str, width: int
) -> None:
    page = window_without_js.open(f"{http_contoh}index.html")
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("summary[aria-label=Menu]").press("Enter")
    page.locator(".iku-menu").get_by_role("link", name="Glosarium").click()
    expect(page.locator("h1")).to_have_text("Glosarium")


def test_a_wide_screen_needs_no_menu(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}index.html")
    page.set_viewport_size({"width": 1220, "height": 800})
    expect(page.locator(".iku-menu")).not_to_be_visible()
    expect(page.locator(".md-tabs")).to_be_visible()
    page.set_viewport_size({"width": 1219, "height": 800})
    expect(page.locator(".iku-menu")).to_be_visible()
