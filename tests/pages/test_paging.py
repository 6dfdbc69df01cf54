"""A long list in pages: nothing lost, nothing twice, a sasaran kept together where it can be."""

import posixpath
from itertools import chain

import pytest

from bench.data import ACUAN, data
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import continued_pages, instansi_page, paging, tahun_pages
from iku_terbuka.pages.paging import slices
from iku_terbuka.publish import Page
from iku_terbuka.publish.page import page_path
from tests.html_tree import Element, parse_page

MOST = 7


@pytest.mark.parametrize(
    ("runs", "sizes"),
    [
        ([], [0]),
        ([3, 4], [7]),
        ([3, 5, 2], [3, 7]),
        ([16, 2, 3], [7, 7, 7]),
        ([1] * 15, [7, 7, 1]),
    ],
)
def test_neighbours_stay_together_while_a_page_can_hold_them(
    monkeypatch: pytest.MonkeyPatch, runs: list[int], sizes: list[int]
) -> None:
    monkeypatch.setattr(paging, "MAX_ROWS", MOST)
    items = [(run, i) for run, count in enumerate(runs) for i in range(count)]
    parts = slices(items, lambda item: item[0])
    assert [len(part.items) for part in parts] == sizes
    assert [item for part in parts for item in part.items] == items
    assert [part.number for part in parts] == [*range(1, len(sizes) + 1)]
    assert all(items[part.first - 1] == part.items[0] for part in parts if part.items)
    assert {part.total for part in parts} == {len(items)}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A Pemda with one instansi of 15 indicators in three sasaran of five."""
    root = tmp_path_factory.mktemp("daftar")
    for name, text in data(15).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    laporan = load_laporan(root).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MAX_ROWS", MOST)


def names_of(page: Element) -> list[str]:
    return [a.text for row in page.with_class("data") for a in row.with_class("iku-nama")]


def addresses(page: Page, body: Element) -> list[str]:
    """Return the files that the links to other pages of the list name; “kini” for the page."""
    (nav,) = (
        one for one in body.find_all("nav") if one.attributes["aria-label"].startswith("Bagian ")
    )
    folder = page.folder
    return [
        posixpath.normpath(f"{folder}/{one.attributes['href']}") if one.tag == "a" else "kini"
        for one in nav.with_class("iku-tombol")
    ]


@pytest.mark.usefixtures("short_pages")
def test_the_list_of_an_instansi_goes_on_below_its_page(context: Context) -> None:
    instansi = next(one for one in context.all_instansi() if one.indikator)
    pages = [
        instansi_page(context, instansi),
        *(plan.make() for plan in continued_pages(context, instansi)),
    ]
    paths = [f"{instansi.id}{below}/index.html" for below in ("", "/iku/2", "/iku/3")]
    assert [page_path(page.folder) for page in pages] == paths
    shown = [parse_page(page.html) for page in pages]
    assert [len(names_of(page)) for page in shown] == [5, 5, 5]
    assert [*chain(*map(names_of, shown))] == [one.nama for one in instansi.indikator]
    for i, (page, body) in enumerate(zip(pages, shown, strict=True)):
        assert addresses(page, body) == [*paths[:i], "kini", *paths[i + 1 :]]
        assert [
            th.text.partition(":")[0] for th in body.find_all("th") if "colspan" in th.attributes
        ] == ["Sasaran"]
        (table,) = (one for one in body.find_all("table") if "data-saring" in one.attributes)
        assert table.attributes["data-saring"] == "sebagian"
        folder = page.folder
        for row, indikator in zip(
            body.with_class("data"), instansi.indikator[i * 5 : i * 5 + 5], strict=True
        ):
            (link,) = row.with_class("iku-nama")
            target = posixpath.normpath(f"{folder}/{link.attributes['href']}")
            assert target == f"{indikator.kunci}/index.html"
    assert "indikator 6–10 dari 15" in shown[1].text


@pytest.mark.usefixtures("short_pages")
def test_the_table_of_a_year_goes_on_below_its_page(context: Context) -> None:
    instansi = next(one for one in context.all_instansi() if one.indikator)
    pages = [plan.make() for plan in tahun_pages(context, instansi, 2024)]
    top = f"{instansi.id}/tahun-2024"
    paths = [f"{top}{below}/index.html" for below in ("", "/2", "/3")]
    assert [page_path(page.folder) for page in pages] == paths
    shown = [parse_page(page.html) for page in pages]
    assert [*chain(*map(names_of, shown))] == [one.nama for one in instansi.indikator]
    for i, (page, body) in enumerate(zip(pages, shown, strict=True)):
        assert addresses(page, body) == [*paths[:i], "kini", *paths[i + 1 :]]
        explained = [h3.text for h3 in body.find_all("h3")]
        assert explained == names_of(body)
        assert ("Rata-rata capaian" in body.text) is (i == 0)
        assert "Belum ada laporan kinerja" not in body.text
    years = [
        one for one in shown[1].find_all("nav") if one.attributes["aria-label"] == "Tahun lain"
    ]
    links = [a.attributes["href"] for a in years[0].find_all("a")]
    assert "../index.html" in links, "back to the beginning of this year"


def test_a_list_that_fits_has_no_other_pages(context: Context) -> None:
    instansi = next(one for one in context.all_instansi() if one.indikator)
    assert list(continued_pages(context, instansi)) == []
    page = next(tahun_pages(context, instansi, 2024)).make()
    first = instansi_page(context, instansi)
    for one in (page, first):
        assert 'aria-label="Bagian' not in one.html
        assert "data-saring=" not in one.html
