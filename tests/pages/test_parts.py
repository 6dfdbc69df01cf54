"""The generated parts of the home page and of the methodology."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.history import Commit, Entry, History, NumberChange, NumberKind
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.pages import instansi_page, pemda_page
from iku_terbuka.pages.parts import front_page_parts, methodology_parts
from iku_terbuka.site import Site
from tests.conftest import ACUAN, CONTOH, ROOT
from tests.fictional import PEMDA, Write, iku, muat
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-contoh/dinas-contoh"
TWO = "".join(
    f"      - id: {name}\n        nama: {name}\n        target: {{2022: 10, 2023: 10}}\n"
    "        arah: naik\n        rumus_capaian: naik\n"
    for name in ("satu", "dua")
)


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def read_part(context: Context, nama: str) -> Element:
    return parse_page(front_page_parts(context)[nama])


def numbers(tree: Element) -> list[str]:
    return [one.text for one in tree.with_class("n")]


def small_print(tree: Element) -> str:
    return " ".join(one.text for one in tree.with_class("iku-kecil"))


# The counts


def two_years(write: Write) -> Context:
    """Two indicators: both reported for 2022, for 2023 only one, which missed its target."""
    result = "{{realisasi: {}, sumber: {{judul: LKjIP}}}}"
    laporan = muat(
        write,
        TWO,
        t2022=f"satu: {result.format(11)}\n  dua: {result.format(10)}",
        t2023=f"satu: {result.format(9)}",
    )
    return build_context(laporan, acuan=date(2024, 6, 1))


def test_the_newest_result_counts_and_the_newest_year_is_told_apart(write: Write) -> None:
    tree = read_part(two_years(write), "ringkasan")
    assert numbers(tree) == ["2", "1 dari 2", "0 dari 2"]
    assert "yang dapat dinilai, tahun 2022–2023" in tree.text
    assert small_print(tree).endswith(
        "Untuk 2023 saja, tahun terbaru yang ada hasilnya: 1 dari 2 indikator sudah ada "
        "hasilnya, 1 belum dilaporkan."
    )


def test_a_year_that_says_nothing_more_is_not_repeated(write: Write) -> None:
    result = "{realisasi: 11, sumber: {judul: LKjIP}}"
    laporan = muat(write, TWO, t2022=f"satu: {result}\n  dua: {result}")
    tree = read_part(build_context(laporan, acuan=date(2023, 6, 1)), "ringkasan")
    assert numbers(tree) == ["2", "2 dari 2", "0 dari 2"]
    assert small_print(tree) == "Satu petak mewakili satu indikator."


def test_without_results_nothing_is_said_to_be_kept_or_missed(context: Context) -> None:
    laporan = replace(
        context.laporan, pemda=tuple(p for p in context.laporan.pemda if p.id == "kabupaten-jember")
    )
    tree = read_part(build_context(laporan, acuan=ACUAN), "ringkasan")
    assert numbers(tree) == ["2", "Belum diketahui", "2 dari 2"]


def test_an_empty_site_has_a_home_page() -> None:
    tree = read_part(build_context(Laporan()), "ringkasan")
    assert numbers(tree) == ["0", "Belum diketahui"]


def test_squares_and_bar_show_what_the_words_say(
    contoh: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kunci(tree: Element) -> dict[str, int]:
        (listing,) = tree.with_class("iku-kunci")
        return {
            li.with_class("iku-petak-contoh")[0].attributes["data-status"]: int(li.text.split()[0])
            for li in listing.find_all("li")
        }

    tree = read_part(contoh, "ringkasan")
    (squares_of,) = tree.with_class("iku-petak")
    squares = {
        one.attributes["data-status"]: sum(1 for _ in one.find_all("i"))
        for one in squares_of.find_all("b")
    }
    assert squares == kunci(tree)
    counted = [indikator for indikator in contoh.laporan.all_indikator() if indikator.is_counted]
    assert sum(squares.values()) == len(counted)
    monkeypatch.setattr("iku_terbuka.pages.overview.MAX_SQUARES", 10)
    many = read_part(contoh, "ringkasan")
    assert many.with_class("iku-petak") == []
    assert ("Satu petak" in tree.text, "Satu petak" in many.text) == (True, False)
    (bar,) = many.with_class("iku-pita")
    assert kunci(many) == squares
    assert list(bar_counts(bar)) == list(squares), "in the order of the key"
    whole = sum(squares.values())
    for status, percent in bar_counts(bar).items():
        assert percent == pytest.approx(100 * squares[status] / whole, abs=1)


def bar_counts(bar: Element) -> dict[str, int]:
    return {
        one.attributes["data-status"]: int(one.attributes["class"].removeprefix("n"))
        for one in bar.find_all("i")
    }


# The Pemda


def test_every_pemda_is_a_card_with_its_counts(context: Context) -> None:
    tree = read_part(context, "daftar-pemda")
    cards = list(tree.find_all("li"))
    assert len(cards) == len(context.laporan.pemda) > 1
    for pemda, card in zip(context.laporan.pemda, cards, strict=True):
        (link,) = card.find_all("a")
        assert (link.text, link.attributes["href"]) == (pemda.nama, f"{pemda.id}/index.html")
        total = sum(1 for _ in pemda.instansi.all_indikator())
        assert f"{pemda.profil.provinsi} salinan {total} indikator · " in card.text
        (bar,) = card.with_class("iku-pita")
        assert sum(bar_counts(bar).values()) == pytest.approx(100, abs=3)
        assert bar.attributes["aria-hidden"] == "true"
        words = list(card.find_all("p"))[-1].text.partition("; ")[0]
        assert sum(int(part.split()[0]) for part in words.split(" · ")) == total


@pytest.mark.parametrize(
    ("tambahan", "tags"),
    [("", ["salinan"]), ("contoh: true\n", ["data contoh"]), ("resmi: true\n", [])],
)
def test_a_card_says_whose_data_it_is(write: Write, tambahan: str, tags: list[str]) -> None:
    laporan = load_laporan(
        write({"kabupaten-contoh/pemda.yaml": PEMDA + tambahan, f"{DINAS}/iku.yaml": iku(TWO)})
    ).laporan
    assert laporan is not None
    tree = read_part(build_context(laporan, acuan=ACUAN), "daftar-pemda")
    assert [one.text for one in tree.with_class("iku-tanda")] == tags


# What changed lately


def with_changes(context: Context, *kunci: str) -> Context:
    """Return the site with these indicators changed, the first the newest."""
    changes = tuple(
        NumberChange(
            Commit("a" * 40, date(2026, 3, 30 - i), "Ralat hasil", ralat=i == 0),
            one,
            NumberKind.REALISASI,
            2025,
            Entry(Decimal("81.2")),
            Entry(Decimal(84)),
        )
        for i, one in enumerate(kunci)
    )
    return replace(context, history=History(changes, note=""))


def test_the_five_newest_changes_are_told(context: Context) -> None:
    kunci = [one.kunci for one in context.laporan.all_indikator()][:7]
    tree = read_part(
        with_changes(context, "kabupaten-lain/x/y", *kunci[:6]),
        "perubahan-terbaru",
    )
    rows = list(tree.find_all("li"))
    links = [link.attributes["href"] for row in rows for link in row.find_all("a")]
    assert links == [f"{one}/index.html" for one in kunci[:5]], "another Pemda's has no page"
    assert rows[0].text.startswith("29 Maret 2026")
    assert "Realisasi 2025: 81,2" in rows[0].text
    assert [link.attributes["href"] for link in tree.find_all("a")][-1] == "perubahan/index.html"


def test_a_change_of_an_indicator_that_is_gone_stands_without_a_link(context: Context) -> None:
    owner = next(context.laporan.all_indikator()).instansi_id
    tree = read_part(with_changes(context, f"{owner}/sudah-hilang"), "perubahan-terbaru")
    (row,) = tree.find_all("li")
    assert list(row.find_all("a")) == []
    assert "indikator ini sudah tidak ada" in row.text
    assert row.text.endswith("Ralat")


def test_without_changes_the_page_says_so_and_without_a_past_claims_nothing(
    context: Context,
) -> None:
    known = read_part(replace(context, history=History(note="")), "perubahan-terbaru")
    assert known.text == "Belum ada angka yang diubah sejak data dimuat di sini."
    unknown = read_part(replace(context, history=History()), "perubahan-terbaru")
    assert unknown.text.startswith("Riwayat perubahan tidak tersedia")


# The front page, whichever it is


def search_forms(tree: Element) -> list[str]:
    return [
        form.attributes["action"]
        for form in tree.find_all("form")
        if form.attributes.get("role") == "search"
    ]


def test_the_search_stands_right_below_the_lead(context: Context) -> None:
    written = (ROOT / "content/index.md").read_text(encoding="utf-8")
    page = Site(context, {"index.md": written}).filled["index.md"]
    assert "<!-- iku:" not in page
    tree = parse_page(page)
    assert search_forms(tree) == ["cari/index.html"]
    (front,) = tree.with_class("iku-muka")
    assert [one.tag for one in front.find_all("p", "form", "dl")][:3] == ["p", "form", "p"]
    assert (ROOT / "content/cari/index.md").is_file()


@pytest.mark.parametrize("root", ["", "kabupaten-contoh", "kabupaten-contoh/sekretariat-daerah"])
def test_a_pemda_or_an_instansi_as_home_has_search_and_changes(contoh: Context, root: str) -> None:
    context = build_context(contoh.laporan, root, ACUAN)
    pemda = parse_page(pemda_page(context, context.laporan.pemda[0]).html)
    instansi = context.instansi["kabupaten-contoh/sekretariat-daerah"]
    setda = parse_page(instansi_page(context, instansi).html)
    for tree, home in ((pemda, root == "kabupaten-contoh"), (setda, root.count("/") == 1)):
        assert search_forms(tree) == ["cari/index.html"] * home
        assert ("Perubahan terbaru" in tree.text) is home


# The methodology


SCALE = """\
nama: Skala contoh
jenis: nilai
sumber: Peraturan contoh
kepastian: sekunder
kelas:
"""


@pytest.mark.parametrize(
    ("kelas", "headings", "remarks"),
    [
        (["{predikat: B, di_bawah: 5}", "{predikat: A, mulai: 5}"], ["Kelas", "Rentang"], []),
        (
            ["{predikat: B, di_bawah: 5, tercetak: 0–4}", "{predikat: A, mulai: 5}"],
            ["Kelas", "Rentang", "Keterangan"],
            ["Tercetak: 0–4", ""],
        ),
        (["{predikat: B}", "{predikat: A}"], ["Kelas", "Urutan"], []),
        (
            ["{predikat: B}", "{predikat: A, sinonim: [Baik]}"],
            ["Kelas", "Urutan", "Keterangan"],
            ["", "Juga ditulis: Baik"],
        ),
    ],
)
def test_a_scale_shows_as_printed_only_what_was_read(
    write: Write, kelas: list[str], headings: list[str], remarks: list[str]
) -> None:
    files = {
        "skala/contoh.yaml": SCALE + "".join(f"  - {one}\n" for one in kelas),
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": iku("      - {id: x, nama: X, skala: contoh}\n"),
    }
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    root = parse_page(methodology_parts(build_context(laporan, acuan=ACUAN))["skala"])
    head, *rows = root.find_all("tr")
    assert [th.text for th in head.find_all("th")] == headings
    cells = [[td.text for td in row.find_all("td")] for row in rows]
    assert [text for row in cells for text in row[1:]] == remarks
