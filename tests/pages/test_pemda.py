"""The page of a Pemda: its organisation as a tree, and who reported what in which year."""

from collections import Counter
from datetime import date

import pytest

from iku_terbuka.capaian import Standing, Status
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Instansi, Pemda
from iku_terbuka.pages import kelengkapan_pages, pemda_page
from tests.conftest import ACUAN, CONTOH
from tests.fictional import PEMDA, Write, iku, muat
from tests.html_tree import Element, parse_page


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def html_of(context: Context, pemda: Pemda) -> str:
    return pemda_page(context, pemda).html


def read_page(context: Context, pemda: Pemda) -> Element:
    return parse_page(html_of(context, pemda))


def directly_below(node: Element, *tags: str) -> list[Element]:
    return [one for one in node.children if isinstance(one, Element) and one.tag in tags]


# The tree


def shown_name(instansi: Instansi) -> str:
    """Return the name with the last year of one that is no more."""
    last = min((each.sejak - 1 for each in instansi.endings), default=0)
    return f"{instansi.nama} (sampai {last})" if last else instansi.nama


def compare(listing: Element, instansi: tuple[Instansi, ...]) -> None:
    """Compare a list with the instansi that it must show, and all below them."""
    items = directly_below(listing, "li")
    assert [directly_below(li, "a")[0].text for li in items] == [*map(shown_name, instansi)]
    for li, one in zip(items, instansi, strict=True):
        words = directly_below(li, "small")[0].text
        total = sum(each.is_counted for each in one.all_indikator())
        why = "dilanjutkan instansi lain" if one.indikator else "belum ada indikator"
        assert words.startswith(f"{total} indikator" if total else why)
        assert ("termasuk unit di bawahnya" in words) is bool(one.anak)
        pieces = [
            int(one.attributes["class"].removeprefix("n"))
            for bar in directly_below(li, "span")
            for one in bar.find_all("i")
        ]
        assert sum(pieces) == pytest.approx(100 if total else 0, abs=3)
        folds = directly_below(li, "details")
        assert len(folds) == bool(one.anak)
        for fold in folds:
            assert "open" in fold.attributes, "nothing is hidden without a click"
            (summary,) = directly_below(fold, "summary")
            assert list(summary.find_all("a")) == [], (
                "a link within a button confuses screen readers"
            )
            assert summary.text == f"{len(one.anak)} instansi di bawahnya"
            compare(directly_below(fold, "ul")[0], one.anak)


def test_the_tree_is_the_organisation(contoh: Context, context: Context) -> None:
    deep = 0
    for site in (contoh, context):
        for pemda in site.laporan.pemda:
            (listing,) = read_page(site, pemda).with_class("iku-pohon")
            own = (Instansi(pemda.id, pemda.nama, indikator=pemda.instansi.indikator),)
            compare(listing, (*own * bool(own[0].indikator), *pemda.instansi.anak))
            deep += sum(1 for _ in listing.find_all("details"))
    assert deep >= 2


@pytest.fixture
def single(write: Write) -> Context:
    """The site of a Pemda with one instansi, whose one indicator was kept in 2021."""
    return build_context(
        muat(
            write,
            "      - id: x\n        nama: Indikator\n        target: {2021: 1}\n",
            t2021="x: {realisasi: 1, sumber: {judul: LKjIP}}",
        ),
        acuan=date(2022, 6, 1),
    )


def test_a_pemda_with_one_instansi_is_short(single: Context) -> None:
    page = read_page(single, single.laporan.pemda[0])
    (listing,) = page.with_class("iku-pohon")
    assert [li.with_class("iku-pita") != [] for li in listing.find_all("li")] == [True]
    assert list(page.find_all("details")) == []
    (table,) = page.with_class("iku-heat")
    assert len(list(table.find_all("tr"))) == 2, "the head and the one row; no sum of one"
    assert "IKU Kabupaten Contoh sendiri belum dimuat di sini." in page.text


def test_a_pemda_without_years_has_no_map(context: Context) -> None:
    (pemda,) = (one for one in context.laporan.pemda if one.id == "kabupaten-jember")
    page = read_page(context, pemda)
    assert page.with_class("iku-heat") == []
    assert "Kelengkapan laporan" not in page.text


# The map


def test_the_map_says_how_many_targets_were_missed(contoh: Context) -> None:
    pemda = contoh.laporan.pemda[0]
    (table,) = read_page(contoh, pemda).with_class("iku-heat")
    years = [int(th.text) for th in table.with_class("t") if th.tag == "th"]
    units = {shown_name(one): one for one in pemda.instansi.descendants()}
    told = expected = 0
    for row in list(table.find_all("tr"))[1:]:
        name, *cells = row.find_all("th", "td")
        unit = units.get(name.text)
        indikator = unit.indikator if unit else tuple(pemda.instansi.all_indikator())
        for tahun, cell in zip(years, cells[1:], strict=True):
            states = Counter(
                measurement.status
                for one in indikator
                if (measurement := contoh.own_pengukuran(one).get(tahun)) is not None
            )
            missed = states[Status.BELUM_TERCAPAI]
            words = f"; belum tercapai: {missed}"
            assert cell.text.replace(" ;", ";").endswith(words) is bool(missed), (name.text, tahun)
            told += bool(missed)
            expected += 1
    assert 0 < told < expected


def test_the_key_names_what_occurs_and_nothing_else(
    context: Context, contoh: Context, single: Context
) -> None:
    def meanings(site: Context, key: str) -> list[str]:
        (pemda,) = (one for one in site.laporan.pemda if one.id == key)
        (listing,) = (
            one
            for one in read_page(site, pemda).with_class("iku-kunci")
            if one.attributes["aria-label"] == "Arti kotak"
        )
        return [str(li.children[-1]) for li in listing.find_all("li")]

    assert meanings(single, "kabupaten-contoh") == ["Lengkap"]
    assert not any("belum tercapai" in one for one in meanings(context, "kabupaten-balangan"))
    assert any("Belum waktunya" in one for one in meanings(context, "kabupaten-balangan"))
    assert any(
        one.endswith("target yang belum tercapai") for one in meanings(contoh, "kabupaten-contoh")
    )


# A large organisation


def large_site(write: Write, folders: list[str]) -> Context:
    """Return a site with an instansi of one indicator and six years in each of ``folders``."""
    line = "      - id: x\n        nama: Indikator\n        target: {2021: 1}\n"
    files = {
        f"kabupaten-contoh/{folder}/iku.yaml": iku(line).replace(
            "Dinas Contoh", f"Dinas {folder[-12:].replace('/', ' ')} Contoh"
        )
        for folder in folders
    }
    laporan = load_laporan(write({"kabupaten-contoh/pemda.yaml": PEMDA, **files})).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def test_bytes_grow_with_the_instansi_alone(write: Write) -> None:
    sizes = []
    for count in (20, 40, 80):
        context = large_site(write, [f"dinas-{i:03}" for i in range(count)])
        sizes.append(len(html_of(context, context.laporan.pemda[0]).encode()))
    first, second = (sizes[1] - sizes[0]) / 20, (sizes[2] - sizes[1]) / 40
    assert second < 1_200
    assert abs(first - second) < 20


def test_a_deep_tree_is_counted_once(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting everything below each node anew would take its depth times as long."""
    asked = 0
    original = Context.standing

    def counted(context: Context, indikator: Indikator) -> Standing:
        nonlocal asked
        asked += 1
        return original(context, indikator)

    monkeypatch.setattr(Context, "standing", counted)
    context = large_site(write, ["/".join(f"d{i}" for i in range(depth)) for depth in range(1, 31)])
    page = html_of(context, context.laporan.pemda[0])
    assert page.count("<details open>") == 29
    # the tree, the figures above it and the sentence on the newest year
    assert asked <= 4 * 30


def test_a_large_organisation_is_shown_down_to_one_level(
    contoh: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    pemda = contoh.laporan.pemda[0]
    children = [one for one in pemda.instansi.anak if any(one.all_indikator())]
    deep = [one for one in children if any(anak.indikator for anak in one.anak)]
    assert deep
    for module in ("pemda", "kelengkapan", "paging"):
        monkeypatch.setattr(f"iku_terbuka.pages.{module}.MAX_ROWS", len(children))
    page = read_page(contoh, pemda)
    (listing,) = page.with_class("iku-pohon")
    assert list(listing.find_all("details")) == []
    names = [directly_below(li, "a")[0].text for li in directly_below(listing, "li")]
    assert names[-len(pemda.instansi.anak) :] == [*map(shown_name, pemda.instansi.anak)]

    (table,) = page.with_class("iku-heat")
    rows = {
        row[0].text: row[1].text
        for row in (list(tr.find_all("th", "td")) for tr in table.find_all("tr"))
        if row[0].attributes["scope"] == "row"
    }
    assert rows == {
        "Semua instansi": str(sum(one.is_counted for one in pemda.instansi.all_indikator())),
        **({pemda.nama: str(len(pemda.instansi.indikator))} if pemda.instansi.indikator else {}),
        **{shown_name(one): str(sum(1 for _ in one.all_indikator())) for one in children},
    }
    assert "bersama semua bawahannya" in page.text
    (link,) = (a for a in page.find_all("a") if a.text == "Kelengkapan setiap instansi")
    paths = [one.path for one in kelengkapan_pages(contoh)]
    assert f"{pemda.id}/../{paths[0]}".endswith(link.attributes["href"])

    for module in ("pemda", "kelengkapan", "paging"):
        monkeypatch.setattr(f"iku_terbuka.pages.{module}.MAX_ROWS", 1)
    (table,) = read_page(contoh, pemda).with_class("iku-heat")
    assert len(list(table.find_all("tr"))) == 2, "the head and the sum"


def test_a_notice_names_as_many_documents_as_one_reads(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"kabupaten-contoh/pemda.yaml": PEMDA}
    for nama in ("a", "b", "c"):
        text = (
            iku("      - id: x\n        nama: Indikator\n")
            + f"dokumen: {{judul: Renstra {nama}}}\n"
        )
        files[f"kabupaten-contoh/dinas-{nama}/iku.yaml"] = text
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    site = build_context(laporan)
    for most, named in (
        (3, "Renstra a; Renstra b; Renstra c"),
        (2, "Renstra a; Renstra b; dan 1 dokumen lain"),
    ):
        monkeypatch.setattr("iku_terbuka.pages.blocks.MAX_SOURCES", most)
        (notice,) = read_page(site, laporan.pemda[0]).with_class("iku-salinan")
        assert notice.text.endswith(f"Sumber: {named}.")
