"""Every kind of page everywhere: on a server below a sub-path and from a folder, with and without
JavaScript, wide and on a phone, light and dark, enlarged, without motion.

A :class:`Jendela` keeps console messages, failed and outside requests.
"""

from collections import Counter
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Jendela

pytestmark = pytest.mark.browser

SETDA = "kabupaten-contoh/sekretariat-daerah/"
TANPA_HASIL = f"{SETDA}bagian-perencanaan-dan-protokol-rekaan/kepuasan-tamu/"
HALAMAN = [
    "index.html",
    "kabupaten-contoh/index.html",
    "kabupaten-contoh/dinas-kesehatan/index.html",
    "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/index.html",
    f"{SETDA}indeks-pelayanan-publik/index.html",
    f"{TANPA_HASIL}index.html",
    "kabupaten-contoh/dinas-kesehatan/tahun-2025/index.html",
    "kelengkapan/index.html",
    "metodologi/index.html",
    "data/index.html",
    "perubahan/index.html",
    "glosarium/index.html",
    "panduan/index.html",
    "panduan/peramban/index.html",  # with pictures
    "panduan/pesan/index.html",
    "cari/index.html",
    "aksesibilitas/index.html",
    "404.html",
]

# Where it is narrow, the map of a Pemda leaves out the years in which an instansi promised nothing.
BOLEH_HILANG = {"Tidak", "berlaku"}

# What is wrong with the page as it stands now; nothing, if all is well.
PERIKSA = """() => {
  const salah = [];
  const lebar = document.documentElement.scrollWidth;
  if (lebar > innerWidth) salah.push(`selebar ${lebar} di jendela ${innerWidth}`);
  const judul = [...document.querySelectorAll('h1')].filter((el) => el.checkVisibility());
  if (judul.length !== 1) salah.push(`${judul.length} judul utama`);
  for (const el of judul) {
    const { left, right, width, height } = el.getBoundingClientRect();
    if (!width || !height || left < 0 || right > innerWidth) salah.push('judul tidak terlihat');
  }
  for (const el of document.images)
    if (!el.complete || !el.naturalWidth) salah.push(`gambar ${el.src}`);
  for (const el of document.querySelectorAll('use'))
    if (!document.querySelector(el.getAttribute('href'))) salah.push(`ikon ${el.outerHTML}`);
  if (document.documentElement.lang !== 'id') salah.push('bahasa');
  if (!document.title.trim()) salah.push('tanpa judul jendela');
  return salah;
}"""


def kata_kata(page: Page) -> Counter[str]:
    """Return the words that a reader meets, to compare one width with another."""
    return Counter(page.locator("article, body:not(:has(article))").inner_text().split())


def ukuran(page: Page, lebar: int) -> None:
    page.set_viewport_size({"width": lebar, "height": 800})


# Each colour from a server and from a folder, with and without JavaScript.
@pytest.mark.parametrize(
    ("asal", "javascript", "warna"),
    [
        ("server", True, "light"),
        ("server", False, "dark"),
        ("berkas", True, "dark"),
        ("berkas", False, "light"),
    ],
)
def test_utuh_di_mana_pun(  # noqa: PLR0917
    peramban: Browser,
    situs_contoh: Path,
    http_contoh: str,
    asal: str,
    javascript: bool,
    warna: Literal["light", "dark"],
) -> None:
    pangkal = http_contoh if asal == "server" else f"{situs_contoh.as_uri()}/"
    context = peramban.new_context(
        color_scheme=warna, java_script_enabled=javascript, reduced_motion="reduce"
    )
    jendela = Jendela(context)
    salah: dict[str, list[str]] = {}
    # A phone, or as narrow as WCAG 2.2 asks (1.4.10); then turned wide.
    sempit = 360 if warna == "light" else 320
    for path in HALAMAN:
        ukuran(jendela.page, sempit)
        page = jendela.buka(f"{pangkal}{path}")
        temuan = page.evaluate(PERIKSA)
        sedikit = kata_kata(page)
        ukuran(page, 1366)
        temuan += page.evaluate(PERIKSA)
        semua = kata_kata(page)
        assert semua.total() > 10, path
        temuan += sorted((semua - sedikit).keys() - BOLEH_HILANG)
        if temuan:
            salah[path] = temuan
    context.close()
    assert salah == {}
    assert jendela.salah == []


def test_warna_mengikuti_perangkat(peramban: Browser, http_contoh: str) -> None:
    """So that the walks above do not see the light pages twice, whether JavaScript runs or not."""
    latar = {}
    for warna in ("light", "dark"):
        context = peramban.new_context(color_scheme="dark" if warna == "dark" else "light")
        page = Jendela(context).buka(f"{http_contoh}index.html")
        latar[warna] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        context.close()
    assert latar["light"] != latar["dark"]


def test_dua_ratus_persen_tanpa_kehilangan(peramban: Browser, http_contoh: str) -> None:
    """A window of 1280 at 200 % zoom is 640 wide, with two dots to a pixel (WCAG 2.2, 1.4.4)."""
    context = peramban.new_context(
        viewport={"width": 640, "height": 400}, device_scale_factor=2, reduced_motion="reduce"
    )
    jendela = Jendela(context)
    salah = {}
    for path in HALAMAN:
        page = jendela.buka(f"{http_contoh}{path}")
        temuan = page.evaluate(PERIKSA)
        besar = kata_kata(page)
        ukuran(page, 1280)
        temuan += sorted((kata_kata(page) - besar).keys() - BOLEH_HILANG)
        if temuan:
            salah[path] = temuan
    context.close()
    assert salah == {}
    assert jendela.salah == []


# Whatever would still move for longer than a hundredth of a second.
GERAK = """() => {
  const detik = (daftar) => Math.max(...daftar.split(',').map(parseFloat));
  const salah = new Set();
  for (const el of document.querySelectorAll('*'))
    for (const bagian of [null, '::before', '::after']) {
      const gaya = getComputedStyle(el, bagian);
      const animasi = gaya.animationName === 'none' ? 0 : detik(gaya.animationDuration);
      const peralihan = gaya.transitionProperty === 'none' ? 0 : detik(gaya.transitionDuration);
      if (Math.max(animasi, peralihan) > 0.01)
        salah.add(`${el.tagName}.${el.getAttribute('class')}${bagian ?? ''}`);
    }
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') salah.add('gulir');
  return [...salah];
}"""


def test_tanpa_gerak_bila_diminta(peramban: Browser, http_contoh: str) -> None:
    context = peramban.new_context(reduced_motion="reduce")
    jendela = Jendela(context)
    bergerak = {}
    for path in HALAMAN:
        if gerak := jendela.buka(f"{http_contoh}{path}").evaluate(GERAK):
            bergerak[path] = gerak
    context.close()
    assert bergerak == {}
    context = peramban.new_context(reduced_motion="no-preference")
    assert Jendela(context).buka(f"{http_contoh}index.html").evaluate(GERAK), (
        "the check sees motion"
    )
    context.close()


def test_setiap_jenis_halaman_ada(situs_contoh: Path) -> None:
    """A kind of page that is new has to be named above."""
    ada = {path.relative_to(situs_contoh).as_posix() for path in situs_contoh.rglob("*.html")}
    assert set(HALAMAN) <= ada
    jenis = {path.partition("/")[0] for path in ada}
    assert jenis == {path.partition("/")[0] for path in HALAMAN}
    assert "Target per tahun" in (situs_contoh / TANPA_HASIL / "index.html").read_text("utf-8")
