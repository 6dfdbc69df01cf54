"""A result with components, as a reader sees and a screen reader hears it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Window

pytestmark = pytest.mark.browser


def test_formula_calculation_and_result_agree(site_contoh: Path, window: Window) -> None:
    path = "kabupaten-contoh/angka-kematian-ibu/index.html"
    page = window.open((site_contoh / path).as_uri())
    box = page.locator(".iku-rumus").first
    formula = box.locator("math").bounding_box()
    assert formula is not None
    assert formula["height"] > 30, "a fraction is stacked"
    newest = box.locator(".iku-hitung").first
    expect(newest).to_be_visible()
    year, _, line = newest.inner_text().partition(": ")
    result = line.rpartition(" = ")[2]
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=year))
    expect(row).to_contain_text(result)
    expect(page.locator(".iku-angka dd.n").first).to_contain_text(result)
    expect(page.locator(".iku-ringkas")).to_contain_text(f"tahun {year}")
    expect(page.locator(".iku-ringkas")).to_contain_text(result)


def test_a_screen_reader_hears_a_sentence(site_contoh: Path, window: Window) -> None:
    path = "kabupaten-contoh/angka-kematian-ibu/index.html"
    page = window.open((site_contoh / path).as_uri())
    heard = page.locator(".iku-rumus").first.aria_snapshot()
    assert "Rumusnya: " in heard
    assert " dibagi " in heard
    assert "math" not in heard, "the typeset formula is not read a second time"


WIDER = (
    "() => [...document.querySelectorAll('.iku-rumus')].map((e) => e.scrollWidth > e.clientWidth)"
)


def test_a_formula_of_three_columns_fits_a_phone_and_a_wider_one_scrolls_with_the_keys(
    site_contoh: Path, window: Window
) -> None:
    path = "kabupaten-contoh/indeks-kesejahteraan-daerah/index.html"
    window.page.set_viewport_size({"width": 360, "height": 900})
    page = window.open((site_contoh / path).as_uri())
    box = page.locator(".iku-rumus").first
    expect(box).not_to_have_attribute("tabindex", "0")
    assert not any(page.evaluate(WIDER))
    page.set_viewport_size({"width": 240, "height": 900})
    assert page.evaluate(WIDER)[0]
    expect(box).to_have_attribute("tabindex", "0")
