"""The site as people meet it: from a folder or a server, with or without JavaScript, on a phone,
in the dark, by keyboard.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Jendela

pytestmark = pytest.mark.browser

SETDA = "kabupaten-balangan/sekretariat-daerah"
# One page of each kind.
HALAMAN = {
    "beranda": "",
    "pemda": "kabupaten-balangan/",
    "instansi": f"{SETDA}/",
    "indikator": f"{SETDA}/indeks-pelayanan-publik/",
    "indikator-tanpa-target": "kota-mojokerto/bagian-humas-dan-protokol/pelayanan-keprotokolan/",
    "tahun": f"{SETDA}/tahun-2025/",
    "metodologi": "metodologi/",
    "glosarium": "glosarium/",
    "panduan": "panduan/",
    "data": "data/",
}
# The hostile data has results, so charts with both lines, and words that are far too long.
BERMUSUHAN = {
    "indikator-dengan-hasil": "kabupaten-contoh/dinas-contoh/naskah/",
    "indikator-dengan-rumus": "kabupaten-contoh/dinas-contoh/rumus/",
    "indikator-dengan-skala": "kabupaten-contoh/dinas-contoh/gambar/",
    "metodologi-kata-panjang": "metodologi/",
    "tahun-kata-panjang": "kabupaten-contoh/dinas-contoh/bidang-contoh/tahun-2022/",
    "tahun-dengan-hasil": "kabupaten-contoh/dinas-contoh/tahun-2021/",
    "instansi-kata-panjang": "kabupaten-contoh/dinas-contoh/bidang-contoh/",
    "indikator-kata-panjang": "kabupaten-contoh/dinas-contoh/bidang-contoh/kata-panjang/",
}


@pytest.fixture(params=["berkas", "server"])
def alamat(request: pytest.FixtureRequest, built: Path, http: str) -> str:
    """The address of the home page: opened from a folder, then from a sub-path of a server."""
    return http if request.param == "server" else f"{built.as_uri()}/index.html"


def jelajahi(page: Page) -> None:
    """Walk down to an indicator and back up, by the links that a reader sees."""
    isi = page.get_by_role("main")
    down = [
        ("Kabupaten Balangan", "Kabupaten Balangan"),
        ("Sekretariat Daerah", "Sekretariat Daerah"),
        ("Indeks Pelayanan Publik", "Indeks Pelayanan Publik"),
    ]
    for tautan, judul in down:
        isi.get_by_role("link", name=tautan, exact=True).first.click()
        expect(isi.get_by_role("heading", level=1)).to_have_text(judul)
    expect(
        isi.locator("p").get_by_text("Indeks Pelayanan Publik Kabupaten Balangan tahun 2025: 4,57")
    ).to_be_visible()
    expect(isi.get_by_role("img", name="Grafik target dan realisasi")).to_be_visible()
    for kata in ("113,97%", "Melampaui", "Belum dilaporkan", "2026"):
        expect(isi.get_by_role("table")).to_contain_text(kata)
    expect(isi.get_by_text("2025: 4,57 ÷ 4,01 × 100% = 113,97%")).to_be_visible()
    remah = page.get_by_role("navigation", name="Lokasi halaman")
    for tautan in ("Sekretariat Daerah", "Kabupaten Balangan"):
        remah.get_by_role("link", name=tautan, exact=True).click()
        expect(isi.get_by_role("heading", level=1)).to_have_text(tautan)
    remah.get_by_role("link", name="Beranda", exact=True).click()
    expect(isi.get_by_role("heading", level=1)).to_contain_text("target pemerintah daerah")


def test_dari_beranda_ke_indikator_dan_kembali(jendela: Jendela, alamat: str) -> None:
    jelajahi(jendela.buka(alamat))


def test_semua_dapat_dibaca_tanpa_javascript(jendela_tanpa_js: Jendela, alamat: str) -> None:
    jelajahi(jendela_tanpa_js.buka(alamat))


def test_navigasi_membawa_ke_halaman_tulisan(jendela: Jendela, alamat: str) -> None:
    page = jendela.buka(alamat)
    for nama in ("Metodologi", "Data", "Glosarium", "Panduan", "Beranda"):
        page.get_by_role("navigation", name="Tab").get_by_role("link", name=nama).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page).to_have_title(f"{nama} - IKU Terbuka")


def test_pencarian_menemukan_indikator(jendela: Jendela, http: str) -> None:
    page = jendela.buka(http)
    results = jendela.cari("kepuasan masyarakat")
    results.get_by_role("link").filter(has_text="Indeks Kepuasan Masyarakat").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Indeks Kepuasan Masyarakat")


# ── Phone and dark ────────────────────────────────────────────────────────────────────────────

# The colour that lies behind an element, and what the eye makes of two colours (WCAG 2.2).
WARNA = """
const latar = (el) => {
  for (; el; el = el.parentElement) {
    const warna = getComputedStyle(el).backgroundColor;
    if (!/^rgba\\(.*, 0\\)$|^transparent$/.test(warna)) return warna;
  }
  return 'rgb(255, 255, 255)';
};
const terang = (warna) => {
  const [r, g, b] = warna.match(/[\\d.]+/g).slice(0, 3).map((bagian) => {
    const c = bagian / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const kontras = (satu, lain) => {
  const [a, b] = [terang(satu), terang(lain)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};
"""
TEKS_GRAFIK = f"""() => {{
  {WARNA}
  return [...document.querySelectorAll('svg.iku-tren text')].map((el) => {{
    const gaya = getComputedStyle(el);
    return {{
      kata: el.textContent,
      ukuran: parseFloat(gaya.fontSize) * el.getScreenCTM().a,
      kontras: kontras(gaya.fill, latar(el)),
    }};
  }});
}}"""


@pytest.fixture(params=["terang", "gelap"])
def rupa(
    request: pytest.FixtureRequest, jendela: Jendela, jendela_gelap: Jendela
) -> tuple[Jendela, str]:
    """A window of a reader who likes it light, or dark, and the scheme that it should get."""
    return (jendela_gelap, "slate") if request.param == "gelap" else (jendela, "default")


@pytest.mark.parametrize("jenis", [*HALAMAN, *BERMUSUHAN])
def test_tidak_bergulir_ke_samping(
    rupa: tuple[Jendela, str], http: str, http_bermusuhan: str, jenis: str
) -> None:
    jendela, skema = rupa
    alamat = http + HALAMAN[jenis] if jenis in HALAMAN else http_bermusuhan + BERMUSUHAN[jenis]
    for lebar in (360, 1366):
        # Before the page comes: while a window changes its size, parts of the header still move.
        jendela.page.set_viewport_size({"width": lebar, "height": 740})
        page = jendela.buka(alamat)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", skema)
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar


@pytest.mark.parametrize("hasil", [False, True])
def test_huruf_grafik_terbaca_di_ponsel(
    rupa: tuple[Jendela, str], http: str, http_bermusuhan: str, hasil: bool
) -> None:
    jendela, skema = rupa
    jendela.page.set_viewport_size({"width": 360, "height": 740})
    page = jendela.buka(
        http_bermusuhan + BERMUSUHAN["indikator-dengan-hasil"]
        if hasil
        else http + HALAMAN["indikator"]
    )
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", skema)
    texts = page.evaluate(TEKS_GRAFIK)
    words = {satu["kata"] for satu in texts}
    assert ({"Realisasi", "Target", "95%", "90%"} if hasil else {"2026", "akhir"}) <= words
    assert [satu for satu in texts if satu["ukuran"] < 12 or satu["kontras"] < 4.5] == []


# Every fraction with its parts; words in it must be as large as the text around, and readable.
PECAHAN = f"""() => {{
  {WARNA}
  return [...document.querySelectorAll('math mfrac')].map((el) => {{
    const [atas, bawah] = [...el.children].map((bagian) => bagian.getBoundingClientRect());
    const kata = el.querySelector('mtext span') ?? el;
    return {{
      bersusun: atas.height > 0 && bawah.height > 0 && atas.bottom <= bawah.top,
      ukuran: parseFloat(getComputedStyle(kata).fontSize),
      kontras: kontras(getComputedStyle(kata).color, latar(document.querySelector('.iku-rumus'))),
    }};
  }});
}}"""


def test_rumus_tersusun_sebagai_pecahan_yang_terbaca(rupa: tuple[Jendela, str], http: str) -> None:
    """Native MathML, without JavaScript of ours: a numerator above its denominator."""
    jendela, _ = rupa
    jendela.page.set_viewport_size({"width": 360, "height": 740})
    fractions = jendela.buka(http + HALAMAN["indikator"]).evaluate(PECAHAN)
    assert len(fractions) == 2, "of the indicator, of its capaian"
    for satu in fractions:
        assert satu["bersusun"]
        assert satu["ukuran"] >= 12
        assert satu["kontras"] >= 4.5


def test_tampilan_gelap_memang_gelap(jendela: Jendela, jendela_gelap: Jendela, http: str) -> None:
    brightness = f"() => {{ {WARNA} return terang(latar(document.querySelector('main'))); }}"
    assert jendela.buka(http + HALAMAN["indikator"]).evaluate(brightness) > 0.8
    assert jendela_gelap.buka(http + HALAMAN["indikator"]).evaluate(brightness) < 0.05


# ── Keyboard ──────────────────────────────────────────────────────────────────────────────────

FOKUS = f"""() => {{
  {WARNA}
  const el = document.activeElement;
  const gaya = getComputedStyle(el), kotak = el.getBoundingClientRect();
  return {{
    unsur: el.tagName,
    href: el.getAttribute('href'),
    isi: !!el.closest('main'),
    terlihat: kotak.width > 0 && kotak.bottom > 0 && kotak.top < innerHeight,
    garis: gaya.outlineStyle !== 'none' && parseFloat(gaya.outlineWidth) >= 1
      && kontras(gaya.outlineColor, latar(el.parentElement)) >= 3,
  }};
}}"""


@pytest.mark.parametrize("jenis", ["beranda", "pemda", "indikator"])
def test_tab_sampai_ke_setiap_tautan_dengan_fokus_yang_terlihat(
    jendela: Jendela, http: str, jenis: str
) -> None:
    page = jendela.buka(http + HALAMAN[jenis])
    links = set(
        page.locator("main a:visible").evaluate_all("els => els.map(el => el.getAttribute('href'))")
    )
    assert links
    reached, unseen = set(), []
    for _ in range(150):
        page.keyboard.press("Tab")
        here = page.evaluate(FOKUS)
        if here["unsur"] == "BODY":
            break
        if here["isi"]:
            reached.add(here["href"])
            if not (here["terlihat"] and here["garis"]):
                unseen.append(here)
    assert links - reached == set()
    assert unseen == []


def test_tautan_lewati_membawa_ke_isi(jendela: Jendela, http: str) -> None:
    page = jendela.buka(http + HALAMAN["indikator"])
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Lewati ke isi")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#judul"
