"""The pohon kinerja: everything once as a whole, nothing lost, and no page that grows for ever."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from iku_terbuka.context import Context
from iku_terbuka.pages import grow_pohon, indikator_page, neighbours, paging, pemda_page
from iku_terbuka.pages import pohon as pohon_module
from iku_terbuka.publish import Page, PagePlan
from iku_terbuka.site import Site
from tests.cascade import KAB, SMALL, Units, cascade_context
from tests.fictional import Write
from tests.html_tree import Element, parse_page

WIDE: Units = {
    "": {"puncak": []},
    **{f"dinas-{i}": {f"i{j}": ["puncak"] for j in range(40)} for i in range(30)},
}
DEEP: Units = {"": {f"i{i}": [f"i{i - 1}"] if i else [] for i in range(40)}}


def tree_pages(context: Context) -> Iterator[Page]:
    for plan in Site(context, {}).pages():
        if isinstance(plan, PagePlan) and "pohon-kinerja" in plan.path:
            yield plan.make()


def tree_page(context: Context) -> Page:
    (page,) = tree_pages(context)
    return page


def below(node: Element, *tags: str) -> list[Element]:
    return [one for one in node.children if isinstance(one, Element) and one.tag in tags]


def outline(node: Element) -> list[object]:
    """Return the lines of the tree: name, then what stands below it."""
    lines: list[object] = []
    for li in below(node, "li"):
        (name,) = below(li, "a", "strong")
        lines.append(name.text.removeprefix("Indikator "))
        for details in below(li, "details"):
            assert "open" in details.attributes
            (listed,) = below(details, "ul")
            lines.append(outline(listed))
    return lines


def links(page: Element) -> list[tuple[str, str]]:
    return [(a.text, a.attributes["href"]) for a in page.find_all("a")]


def ids(page: Element) -> dict[str, str]:
    """Return the words of what can be led to, by id."""
    return {one.attributes["id"]: one.text for one in page.find_all() if "id" in one.attributes}


def test_the_tree_goes_from_the_sasaran_of_the_pemda_down(write: Write) -> None:
    (tree,) = parse_page(tree_page(cascade_context(write)).html).with_class("iku-kinerja")
    assert outline(tree) == [
        "Sasaran: Sasaran Kabupaten Contoh",
        [
            "mutu hidup",
            ["kematian", ["gizi", ["imunisasi", "posyandu"]]],
            "kemiskinan",
            ["gizi"],
            "akuntabilitas",
        ],
        "Dinas Pendidikan · Sasaran: Sasaran Dinas Pendidikan",
        ["literasi", ["guru"]],
    ]


def test_what_supports_several_is_whole_once_and_linked_elsewhere(write: Write) -> None:
    page = parse_page(tree_page(cascade_context(write)).html)
    (link,) = [a for a in page.find_all("a") if "Juga menopang" in a.text]
    assert link.text == "Juga menopang “Indikator kematian”; 2 penopangnya ditulis di sana"
    (target,) = [
        a for a in page.find_all("a") if a.attributes.get("id") == link.attributes["href"][1:]
    ]
    assert target.text == "Indikator gizi"


def test_the_lead_counts_and_names_what_is_not_there(write: Write) -> None:
    words = parse_page(tree_page(cascade_context(write)).html).text
    assert "5 dari 10 indikator Kabupaten Contoh menopang indikator lain" in words
    assert "1 indikator lain tidak ada di sini" in words
    assert "Indikator antrean" not in words


def test_statuses_are_each_their_own(write: Write) -> None:
    page = parse_page(tree_page(cascade_context(write)).html)
    statuses = Counter(keping.text for keping in page.with_class("iku-keping"))
    assert statuses == {"Belum tercapai": 6, "Belum dilaporkan": 4}


def test_a_site_without_the_key_has_nothing_of_it(write: Write) -> None:
    units = {folder: dict.fromkeys(own, ()) for folder, own in SMALL.items()}
    context = cascade_context(write, units)
    assert list(tree_pages(context)) == []
    (pemda,) = context.laporan.pemda
    assert grow_pohon(context, pemda) is None
    assert "ohon kinerja" not in pemda_page(context, pemda).html
    for indikator in context.laporan.all_indikator():
        assert neighbours(context, indikator, None) is None
        assert "itopang" not in indikator_page(context, indikator).html


def test_the_page_of_the_pemda_and_the_search_lead_there(write: Write) -> None:
    context = cascade_context(write)
    (pemda,) = context.laporan.pemda
    hrefs = [
        a.attributes["href"] for a in parse_page(pemda_page(context, pemda).html).find_all("a")
    ]
    assert "pohon-kinerja/index.html" in hrefs
    index = next(plan for plan in Site(context, {}).pages() if plan.path == "cari/indeks.js")
    assert f'["Pohon kinerja Kabupaten Contoh","{KAB}/pohon-kinerja",' in index.make().decode()


def section_of(context: Context, key: str) -> Element:
    (indikator,) = (one for one in context.laporan.all_indikator() if one.kunci == f"{KAB}/{key}")
    (pemda,) = context.laporan.pemda
    pohon = None if "/" in context.root else grow_pohon(context, pemda)
    page = indikator_page(context, indikator, neighbours(context, indikator, pohon))
    return parse_page(next(s.html for s in page.sections if s.id == "menopang"))


def test_an_indicator_names_what_is_above_and_below_it(write: Write) -> None:
    section = section_of(cascade_context(write), "dinas-kesehatan/gizi")
    assert [h.text for h in section.find_all("h3")] == ["Menopang", "Ditopang oleh"]
    above, below = section.with_class("iku-kinerja")
    assert [li.text for li in above.find_all("li")] == [
        "Indikator kemiskinan Belum dilaporkan Kabupaten Contoh · 2025",
        "Indikator kematian Belum tercapai 2025",
    ]
    assert [li.text for li in below.find_all("li")] == [
        "Indikator imunisasi Belum tercapai 2025",
        "Indikator posyandu Belum tercapai Bidang Gizi · 2025",
    ]
    assert [a.attributes["href"] for a in section.find_all("a")][-1] == (
        "../../pohon-kinerja/index.html#kabupaten-contoh--dinas-kesehatan--gizi"
    )


def test_a_site_of_one_instansi_names_the_others_without_a_link(write: Write) -> None:
    context = cascade_context(write, root=f"{KAB}/dinas-kesehatan")
    assert list(tree_pages(context)) == []
    above, _ = section_of(context, "dinas-kesehatan/gizi").with_class("iku-kinerja")
    assert [a.text for a in above.find_all("a")] == ["Indikator kematian"]
    assert "Indikator kemiskinan" in above.text


def test_a_site_of_one_pemda_has_its_tree(write: Write) -> None:
    assert tree_page(cascade_context(write, root=KAB)).folder == "pohon-kinerja"


def test_twelve_hundred_supporters_fill_pages_of_one_size(write: Write) -> None:
    context = cascade_context(write, WIDE)
    pages = list(tree_pages(context))
    assert len(pages) == 13
    assert max(len(page.html) for page in pages) < 60_000
    anchors = [name for page in pages for name in re.findall(r' id="(kabupaten[^"]+)"', page.html)]
    assert len(anchors) == len(set(anchors)) == 1201
    later = parse_page(pages[5].html)
    (tree,) = later.with_class("iku-kinerja")
    assert [one.text for one in tree.find_all("strong")] == [
        "Sasaran: Sasaran Kabupaten Contoh (lanjutan)"
    ]
    assert "Indikator puncak (lanjutan)" in later.text
    last = section_of(context, "dinas-9/i39").find_all("a")
    assert [a.attributes["href"] for a in last][-1].startswith("../../pohon-kinerja/13/index.html#")


def test_of_many_supporters_an_indicator_names_some(write: Write) -> None:
    section = section_of(cascade_context(write, WIDE), "puncak")
    assert len(list(section.find_all("li"))) == 20
    assert "Dan 1.180 indikator lain, semuanya di pohon kinerja ." in section.text


def test_what_is_too_deep_for_a_phone_gets_a_heading(write: Write) -> None:
    context = cascade_context(write, DEEP)
    html = tree_page(context).html
    assert len(re.findall(r' id="kabupaten[^"]+"', html)) == 40
    page = parse_page(html)
    most = pohon_module.MAX_LEVELS
    (more,) = [
        a for a in page.find_all("a") if a.attributes["href"] == f"#penopang--{KAB}--i{most - 1}"
    ]
    assert more.text == "1 penopangnya ditulis tersendiri"
    assert f"Penopang “Indikator i{most - 1}”" in [one.text for one in page.find_all("strong")]
    targets = {one.attributes["id"] for one in page.find_all() if "id" in one.attributes}
    hashes = {
        a.attributes["href"][1:] for a in page.find_all("a") if a.attributes["href"][0] == "#"
    }
    assert hashes <= targets


@pytest.mark.parametrize("most", [3, 4, 7])
def test_links_between_pages_lead_to_a_line(
    write: Write, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(paging, "MAX_ROWS", most)
    monkeypatch.setattr(pohon_module, "MAX_LEVELS", 2)
    pages = {page.folder: parse_page(page.html) for page in tree_pages(cascade_context(write))}
    assert len(pages) > 1
    followed = 0
    for folder, page in pages.items():
        for _, href in links(page):
            path, _, anchor = href.partition("#")
            if anchor:
                there = folder
                for part in path.removesuffix("index.html").strip("/").split("/") if path else ():
                    there = there.rpartition("/")[0] if part == ".." else f"{there}/{part}"
                assert anchor in ids(pages[there]), href
                followed += 1
    assert followed >= 3
