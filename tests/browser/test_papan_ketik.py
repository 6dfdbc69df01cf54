"""By keyboard alone: to a number, to its file, and back; every stop seen, none of them a trap."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Jendela
from tests.browser.test_situs import WARNA

pytestmark = pytest.mark.browser

PEMDA = "Kabupaten Contoh"
INSTANSI = "Dinas Kesehatan Contoh"
INDIKATOR = "Angka Kematian Bayi"
DINKES = "kabupaten-contoh/dinas-kesehatan/"
HALAMAN = {
    "beranda": "",
    "pemda": "kabupaten-contoh/",
    "instansi": DINKES,
    "indikator": f"{DINKES}angka-kematian-bayi/",
    "tahun": f"{DINKES}tahun-2025/",
    "kelengkapan": "kelengkapan/",
    "data": "data/",
    "panduan": "panduan/",
    "cari": "cari/",
    "aksesibilitas": "aksesibilitas/",
}
BATAS = 250  # stops; no page of the fictional site comes near

# What has the focus, whether it is on the screen and not behind the fixed header (WCAG 2.2, 2.4.7
# and 2.4.11), and whether its outline differs from what lies around it (1.4.11).
FOKUS = f"""() => {{
  {WARNA}
  const unsur = document.activeElement;
  // The switch of colours is an invisible radio button: its label is what people see.
  const el = unsur.matches('.md-option') ? unsur.nextElementSibling : unsur;
  const gaya = getComputedStyle(el), kotak = el.getBoundingClientRect();
  const kepala = el.closest('.md-header, .md-skip')
    ? 0 : document.querySelector('.md-header').getBoundingClientRect().bottom;
  return {{
    unsur: unsur.tagName,
    kata: (unsur.getAttribute('aria-label') ?? unsur.innerText).trim().slice(0, 60),
    terlihat: kotak.width > 0 && kotak.bottom > kepala && kotak.top < innerHeight
      && kotak.right > 0 && kotak.left < innerWidth,
    garis: gaya.outlineStyle !== 'none' && parseFloat(gaya.outlineWidth) >= 2
      && kontras(gaya.outlineColor, latar(el.parentElement)) >= 3,
  }};
}}"""


@pytest.fixture(scope="module", params=[("light", 1366), ("dark", 360)], ids=["terang", "gelap"])
def papan(request: pytest.FixtureRequest, peramban: Browser) -> Iterator[Jendela]:
    """A window without motion: an outline is measured when it is drawn in full.

    Dark, it is as narrow as a large window at 400 % zoom.
    """
    warna, lebar = request.param
    context = peramban.new_context(
        color_scheme=warna, reduced_motion="reduce", viewport={"width": lebar, "height": 800}
    )
    yield Jendela(context)
    context.close()


def tab_sampai(page: Page, tujuan: Locator) -> None:
    """Press Tab until ``tujuan`` has the focus."""
    for _ in range(BATAS):
        page.keyboard.press("Tab")
        if tujuan.evaluate("el => el === document.activeElement"):
            return
    pytest.fail(f"{tujuan} tidak tercapai dengan tombol Tab")


def test_dari_beranda_ke_unduhan_dan_kembali(papan: Jendela, http_contoh: str) -> None:
    page = papan.buka(f"{http_contoh}index.html")
    isi = page.get_by_role("main")
    judul = isi.get_by_role("heading", level=1)
    for nama in (PEMDA, INSTANSI, INDIKATOR):
        tab_sampai(page, isi.get_by_role("link", name=nama, exact=True).first)
        page.keyboard.press("Enter")
        expect(judul).to_have_text(nama)
    tab_sampai(page, isi.locator("a[href$='.csv']").first)
    with page.expect_download() as unduhan:
        page.keyboard.press("Enter")
    assert unduhan.value.suggested_filename.endswith(".csv")
    remah = page.get_by_role("navigation", name="Lokasi halaman")
    for nama in (INSTANSI, PEMDA, "Beranda"):
        # The breadcrumb comes before what was just left: round the end, from the top again.
        tab_sampai(page, remah.get_by_role("link", name=nama, exact=True))
        page.keyboard.press("Enter")
        expect(page).to_have_title(re.compile(f"^{nama}"))
    expect(page).to_have_url(f"{http_contoh}index.html")
    assert papan.salah == []


@pytest.mark.parametrize("jenis", HALAMAN)
def test_setiap_perhentian_terlihat_dan_tidak_menjebak(
    papan: Jendela, http_contoh: str, jenis: str
) -> None:
    page = papan.buka(f"{http_contoh}{HALAMAN[jenis]}index.html")
    stops, unseen = [], []
    for _ in range(BATAS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOKUS)
        if here["unsur"] == "BODY":
            break
        stops.append((here["unsur"], here["kata"]))
        if not (here["terlihat"] and here["garis"]):
            unseen.append(here)
    else:
        pytest.fail("Tab tidak pernah keluar dari halaman")
    assert unseen == []
    assert len(stops) > 3, "the header alone has as many"
    # Backwards the same stops, in the opposite order, and none of them behind the header.
    back = []
    for _ in stops:
        page.keyboard.press("Shift+Tab")
        here = page.evaluate(FOKUS)
        back.append((here["unsur"], here["kata"]))
        if not here["terlihat"]:
            unseen.append(here)
    assert back == stops[::-1]
    assert unseen == []


@pytest.mark.parametrize("jenis", HALAMAN)
def test_tautan_lewati_melompati_navigasi(jendela: Jendela, http_contoh: str, jenis: str) -> None:
    page = jendela.buka(f"{http_contoh}{HALAMAN[jenis]}index.html")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Lewati ke isi")
    page.keyboard.press("Enter")
    judul = page.locator("h1")
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#{judul.get_attribute('id')}"
    expect(judul).to_be_in_viewport()
    page.keyboard.press("Tab")
    after = page.evaluate(
        """() => {
          const el = document.activeElement, h1 = document.querySelector('h1');
          return el.matches('body, .md-skip')  // nothing to stop at below: round the end
            || !!(h1.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
        }"""
    )
    assert after, "the next stop lies below the heading"


JUDUL = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter(el => el.checkVisibility()).map(el => [+el.tagName[1], el.textContent.trim()])"""


@pytest.mark.parametrize("jenis", [*HALAMAN, "metodologi", "glosarium", "perubahan"])
def test_judul_berurutan(jendela: Jendela, http_contoh: str, jenis: str) -> None:
    page = jendela.buka(f"{http_contoh}{HALAMAN.get(jenis, f'{jenis}/')}index.html")
    titles = page.evaluate(JUDUL)
    levels = [tingkat for tingkat, _ in titles]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels)), titles
    assert all(nama for _, nama in titles)


def test_rincian_dibuka_dan_ditutup(jendela: Jendela, http_contoh: str) -> None:
    page = jendela.buka(f"{http_contoh}{DINKES}index.html")
    rincian = page.locator("main details").first
    isi = rincian.locator("dl")
    expect(isi).not_to_be_visible()
    tab_sampai(page, rincian.locator("summary"))
    page.keyboard.press("Enter")
    expect(isi).to_be_visible()
    page.keyboard.press("Space")
    expect(isi).not_to_be_visible()


def test_saringan_dipakai_tanpa_tetikus(jendela: Jendela, http_contoh: str) -> None:
    page = jendela.buka(f"{http_contoh}{DINKES}index.html")
    status = page.get_by_role("form", name="Saring tabel").get_by_role("status")
    semua = page.locator("table[data-saring] tr.data:visible").count()
    tab_sampai(page, page.get_by_role("combobox", name="Status"))
    page.keyboard.press("ArrowDown")
    shown = page.locator("table[data-saring] tr.data:visible").count()
    assert 0 < shown < semua
    expect(status).to_have_text(f"{shown} dari {semua} indikator")
