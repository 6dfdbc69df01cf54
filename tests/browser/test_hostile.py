"""The hostile data in a real browser: nothing runs, nothing leaves, everything reads as typed."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Window

pytestmark = pytest.mark.browser

DINAS = "kabupaten-contoh/dinas-contoh/"


def test_no_page_runs_what_was_typed(window: Window, http_hostile: str) -> None:
    """Follow the links of the site; the window reports dialogs, requests out, and errors.

    Below the guide are only pages that no data reaches.
    """
    waiting, seen = [http_hostile + "index.html"], set[str]()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        page = window.open(here)
        hrefs = page.locator("a[href]").evaluate_all(
            "els => els.map(el => el.getAttribute('href'))"
        )
        links = {urljoin(here, href).partition("#")[0] for href in hrefs}
        waiting += [
            link
            for link in links
            if link.startswith(http_hostile)
            and link.endswith(".html")
            and not link.startswith(f"{http_hostile}panduan/")
        ]
        assert window.wrong == [], here
    assert len(seen) > 30


NAMES = {
    "gambar": "<img src=x onerror=alert(1)> | *x*",
    "naskah": "</script><script>alert(1)</script>",
    "rumus": r"Rumus <math><mtext>x</mtext></math> $\frac{a}{b}$",
    "judul-html": "</title><script>alert(1)</script>",
    "atribut": "Atribut { #judul onclick=alert(1) }",
    "entitas": "&lt;b&gt; &#60;b&#62; &copy; &amp;lt; & &x",
}


def test_a_name_is_shown_as_typed(window: Window, http_hostile: str) -> None:
    page = window.open(http_hostile + DINAS)
    main = page.get_by_role("main")
    for indikator_id, nama in NAMES.items():
        link = main.get_by_role("link", name=nama, exact=True).first
        assert link.get_attribute("href") == f"{indikator_id}/index.html"
    for indikator_id, nama in NAMES.items():
        page = window.open(f"{http_hostile}{DINAS}{indikator_id}/index.html")
        expect(page.get_by_role("heading", level=1)).to_have_text(nama)
        assert page.title().startswith(nama)


@pytest.mark.parametrize(
    ("words", "nama"),
    [
        ("onerror", "<img src=x onerror=alert(1)> | *x*"),
        ("atribut", "Atribut { #judul onclick=alert(1) }"),
        ("onmouseover", 'Indikator daerah " onmouseover="alert(1)'),
        ("tercetak", "Nilai tercetak ]]> <![CDATA[ x <!-- y -->"),
        ("contoh", "Kabupaten Contoh </title><script>alert(1)</script>"),
    ],
)
def test_the_search_shows_names_as_text(
    window: Window, http_hostile: str, words: str, nama: str
) -> None:
    window.open(http_hostile)
    results = window.search(words)
    expect(results.locator("strong").filter(has_text=nama).first).to_be_visible()
    assert results.locator("img, script, iframe, a[href^='javascript']").count() == 0
