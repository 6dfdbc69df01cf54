"""The hostile data in a real browser: nothing runs, nothing leaves, everything reads as typed."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Jendela

pytestmark = pytest.mark.browser

DINAS = "kabupaten-contoh/dinas-contoh/"


def test_tidak_satu_halaman_pun_menjalankan_isian(jendela: Jendela, http_bermusuhan: str) -> None:
    """Follow every link of the site; the window reports dialogs, requests out, and errors."""
    waiting, seen = [http_bermusuhan + "index.html"], set[str]()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        page = jendela.buka(here)
        hrefs = page.locator("a[href]").evaluate_all(
            "els => els.map(el => el.getAttribute('href'))"
        )
        links = {urljoin(here, href).partition("#")[0] for href in hrefs}
        waiting += [
            link for link in links if link.startswith(http_bermusuhan) and link.endswith(".html")
        ]
        assert jendela.salah == [], here
    assert len(seen) > 30


@pytest.mark.parametrize(
    ("id_indikator", "nama"),
    [
        ("gambar", "<img src=x onerror=alert(1)> | *x*"),
        ("naskah", "</script><script>alert(1)</script>"),
        ("rumus", r"Rumus <math><mtext>x</mtext></math> $\frac{a}{b}$"),
        ("judul-html", "</title><script>alert(1)</script>"),
        ("atribut", "Atribut { #judul onclick=alert(1) }"),
        ("entitas", "&lt;b&gt; &#60;b&#62; &copy; &amp;lt; & &x"),
    ],
)
def test_nama_tampil_seperti_diketik(
    jendela: Jendela, http_bermusuhan: str, id_indikator: str, nama: str
) -> None:
    page = jendela.buka(http_bermusuhan + DINAS)
    page.get_by_role("main").get_by_role("link", name=nama, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(nama)
    assert page.title().startswith(nama)
    assert page.url == f"{http_bermusuhan}{DINAS}{id_indikator}/index.html"


@pytest.mark.parametrize(
    ("kata", "nama"),
    [
        ("onerror", "<img src=x onerror=alert(1)> | *x*"),
        ("atribut", "Atribut { #judul onclick=alert(1) }"),
        ("onmouseover", 'Indikator daerah " onmouseover="alert(1)'),
        ("tercetak", "Nilai tercetak ]]> <![CDATA[ x <!-- y -->"),
        ("contoh", "Kabupaten Contoh </title><script>alert(1)</script>"),
    ],
)
def test_pencarian_menampilkan_nama_sebagai_teks(
    jendela: Jendela, http_bermusuhan: str, kata: str, nama: str
) -> None:
    jendela.buka(http_bermusuhan)
    results = jendela.cari(kata)
    expect(results.locator("strong").filter(has_text=nama).first).to_be_visible()
    assert results.locator("img, script, iframe, a[href^='javascript']").count() == 0
