"""Paper: an indicator on two A4 sheets, nothing cut off, nothing to press, always light."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Jendela
from tests.browser.test_situs import WARNA

pytestmark = pytest.mark.browser

HALAMAN = {
    "beranda": "",
    "pemda": "kabupaten-contoh/",
    "instansi": "kabupaten-contoh/dinas-kesehatan/",
    "indikator": "kabupaten-contoh/dinas-pendidikan/rata-rata-lama-sekolah/",
    "indikator-skala": "kabupaten-contoh/sekretariat-daerah/indeks-pelayanan-publik/",
    "tahun": "kabupaten-contoh/dinas-kesehatan/tahun-2025/",
    "kelengkapan": "kelengkapan/",
    "metodologi": "metodologi/",
    "glosarium": "glosarium/",
}
# A4 is 210 × 297 mm; at 96 dpi, without the margins that iku.css sets for paper.
LEBAR_ISI = round((210 - 2 * 13) / 25.4 * 96)
LEMBAR = re.compile(rb"/Type\s*/Page\b")
# Whatever can only be used on a screen.
RANGKA = (
    ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, nav, form, button, input, select, "
    ".iku-tombol, .iku-berkas"
)


@pytest.fixture
def jendela_kertas(jendela_gelap: Jendela) -> Iterator[Jendela]:
    """A window of a reader who likes it dark, as wide as the paper, showing what it would print."""
    jendela_gelap.page.emulate_media(media="print")
    jendela_gelap.page.set_viewport_size({"width": LEBAR_ISI, "height": 1000})
    yield jendela_gelap
    jendela_gelap.page.emulate_media(media="null")


@pytest.fixture(params=HALAMAN)
def kertas(request: pytest.FixtureRequest, jendela_kertas: Jendela, http_contoh: str) -> Page:
    """Each kind of page on paper."""
    return jendela_kertas.buka(f"{http_contoh}{HALAMAN[request.param]}index.html")


def test_setiap_indikator_muat_di_dua_lembar(situs_contoh: Path, jendela_tanpa_js: Jendela) -> None:
    lembar = {}
    for path in sorted(situs_contoh.rglob("index.html")):
        if 'id="cara"' not in path.read_text(encoding="utf-8"):
            continue
        page = jendela_tanpa_js.buka(path.as_uri())
        lembar[path.parent.name] = len(LEMBAR.findall(page.pdf(format="A4")))
    assert len(lembar) > 30
    assert {nama: jumlah for nama, jumlah in lembar.items() if not 1 <= jumlah <= 2} == {}


# Nothing that is left over may take a sheet of its own.
LEMBAR_PALING_BANYAK = {"beranda": 1, "pemda": 2, "instansi": 1, "tahun": 2, "kelengkapan": 1}


@pytest.mark.parametrize("jenis", LEMBAR_PALING_BANYAK)
def test_tanpa_lembar_sisa(jendela_tanpa_js: Jendela, http_contoh: str, jenis: str) -> None:
    page = jendela_tanpa_js.buka(f"{http_contoh}{HALAMAN[jenis]}index.html")
    lembar = len(LEMBAR.findall(page.pdf(format="A4")))
    assert 1 <= lembar <= LEMBAR_PALING_BANYAK[jenis]


def test_tanpa_yang_hanya_berguna_di_layar(kertas: Page) -> None:
    shown = kertas.locator(RANGKA).evaluate_all(
        "els => els.filter(el => el.checkVisibility() && el.getBoundingClientRect().width > 1)"
        ".map(el => el.outerHTML.slice(0, 120))"
    )
    assert shown == []
    assert kertas.locator("h1").is_visible()


# Elements that reach beyond the paper, or that hide a part of what they hold.
TERPOTONG = """() => {
  const salah = [];
  for (const el of document.querySelectorAll('main *, .iku-acuan *')) {
    if (!el.checkVisibility() || el.closest('.iku-baca, math, symbol')) continue;
    const { left, right, width } = el.getBoundingClientRect();
    const gaya = getComputedStyle(el);
    const menyembunyikan = !(el instanceof SVGElement) && gaya.overflowX !== 'visible'
      && el.scrollWidth > el.clientWidth + 1;
    if (width > 1 && (left < -1 || right > innerWidth + 1 || menyembunyikan))
      salah.push(`${el.outerHTML.slice(0, 100)} ${left}–${right}`);
  }
  return salah;
}"""


def test_tidak_ada_yang_terpotong(kertas: Page) -> None:
    assert kertas.evaluate(TERPOTONG) == []
    # A table is a table on paper, however narrow the sheet.
    rows = kertas.locator("table.iku tr:visible")
    assert {satu.evaluate("el => getComputedStyle(el).display") for satu in rows.all()} <= {
        "table-row"
    }


TINTA = f"""() => {{
  {WARNA}
  const kabur = [];
  for (const el of document.querySelectorAll('main :is(p, li, td, th, dt, dd, a, h1, h2, h3)')) {{
    if (!el.checkVisibility() || !el.textContent.trim()) continue;
    const gaya = getComputedStyle(el);
    if (kontras(gaya.color, latar(el)) < 4.5) kabur.push(el.outerHTML.slice(0, 120));
  }}
  return {{
    kabur,
    kertas: terang(latar(document.querySelector('main'))),
    // An abbreviation leads to the glossary on a screen only.
  tautan: [...document.querySelectorAll('main p a:not(.iku-singkat)')]
      .filter(el => el.checkVisibility()
        && !getComputedStyle(el).textDecorationLine.includes('underline'))
      .map(el => el.outerHTML.slice(0, 120)),
  }};
}}"""


def test_terang_dan_terbaca_juga_bagi_pembaca_gelap(kertas: Page) -> None:
    ink = kertas.evaluate(TINTA)
    assert ink["kertas"] > 0.9
    assert ink["kabur"] == []
    assert ink["tautan"] == []


WARNA_TANDA = """() => [...document.querySelectorAll(
  '.iku-keping[data-status="melampaui"], .iku-keping[data-status="belum-tercapai"], .sel.h3'
)].filter((el) => el.checkVisibility()).map((el) => {
  const gaya = getComputedStyle(el);
  return [gaya.printColorAdjust, gaya.backgroundColor, gaya.color].join(' | ');
})"""


@pytest.mark.parametrize("jenis", ["indikator", "instansi", "tahun", "pemda", "kelengkapan"])
def test_keping_dan_kotak_tetap_berwarna(
    jendela_kertas: Jendela, http_contoh: str, jenis: str
) -> None:
    page = jendela_kertas.buka(f"{http_contoh}{HALAMAN[jenis]}index.html")
    assert set(page.evaluate(WARNA_TANDA)) & {
        "exact | rgb(18, 67, 109) | rgb(255, 255, 255)",
        "exact | rgb(252, 230, 212) | rgb(127, 53, 0)",
    }
    assert all(satu.startswith("exact | rgb(") for satu in page.evaluate(WARNA_TANDA))
