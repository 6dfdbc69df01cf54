"""What the indicator's page and /perubahan/ say about the past of the numbers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.history import Commit, Entry, History, NumberChange, NumberKind
from iku_terbuka.model import Laporan
from iku_terbuka.pages import indikator_page
from iku_terbuka.pages.perubahan import changes_part
from tests.conftest import ACUAN
from tests.fictional import Write, muat
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-contoh/dinas-contoh"
ITEM = (
    "      - {id: x, nama: Sampah terkelola, satuan: persen, target: {2024: 80, 2025: 85}}\n"
    "      - {id: y, nama: Aduan selesai, target: {2024: 3.6}}\n"
)
HASH = "0123456789abcdef0123456789abcdef01234567"


def number(value: str | None) -> Entry | None:
    return None if value is None else Entry(Decimal(value))


def change(
    old: Entry | None,
    new: Entry | None,
    *,
    kunci: str = f"{DINAS}/x",
    kind: NumberKind = NumberKind.TARGET,
    tahun: int = 2024,
    day: date = date(2025, 3, 2),
    subject: str = "Perbarui",
    ralat: bool = False,
    after_start: bool = False,
) -> NumberChange:
    commit = Commit(HASH, day, subject, ralat)
    return NumberChange(commit, kunci, kind, tahun, old, new, after_start)


@pytest.fixture
def data(write: Write) -> Laporan:
    return muat(write, ITEM, t2024="x: {realisasi: 81.2}")


def context(laporan: Laporan, history: History, root: str = "") -> Context:
    return replace(build_context(laporan, root, ACUAN), history=history)


def complete_history(*changes: NumberChange) -> History:
    return History(changes, {DINAS: date(2025, 1, 12)}, "")


def read_page(site: Context) -> Element:
    indikator = next(iter(site.instansi[DINAS].indikator))
    return parse_page(indikator_page(site, indikator).html)


def change_rows(root: Element) -> list[list[str]]:
    """Return the words of the rows of changes."""
    return [
        [cell.text for cell in row.find_all("th", "td")]
        for one in root.with_class("iku-riwayat")
        for row in one.find_all("tr")
        if not row.attributes
        and "row" in [cell.attributes.get("scope") for cell in row.find_all("th")]
    ]


def test_a_change_is_a_row_in_indonesian(data: Laporan) -> None:
    rows = (
        change(
            number("80"), number("81234.50"), after_start=True, ralat=True, subject="Ralat target"
        ),
        change(number("1"), None, kind=NumberKind.REALISASI),
        change(Entry(keadaan="tidak_diukur"), number("81.2"), kind=NumberKind.REALISASI),
    )
    page = read_page(context(data, complete_history(*rows)))
    assert change_rows(page) == [
        [
            "2 Maret 2025",
            "Target 2024: 80% → 81.234,50% Target diubah setelah tahunnya berjalan "
            "Ralat Ralat target 0123456",
        ],
        ["2 Maret 2025", "Realisasi 2024: 1% → dihapus Perbarui 0123456"],
        ["2 Maret 2025", "Realisasi 2024: tidak diukur → 81,2% Perbarui 0123456"],
    ]
    (table,) = page.with_class("iku-riwayat")
    assert [head.attributes["scope"] for head in table.find_all("th")] == ["col"] * 2 + ["row"] * 3
    assert next(table.find_all("caption")).text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (Entry(bawah=Decimal("3.6"), atas=Decimal("4.4")), number("4"), "3,6–4,4% → 4%"),
        (Entry(predikat="B"), Entry(Decimal("70.0"), predikat="BB"), "B → 70,0% BB"),
        (Entry("3,01 (-B)"), number("3.01"), "3,01 (-B) → 3,01%"),
        (Entry("<b>1</b>"), None, "<b>1</b> → dihapus"),
        (None, Entry("x" * 500), f"tidak ada → {'x' * 79}…"),
        (Entry(bawah=Decimal(1)), Entry(bawah=Decimal(1), atas="dua"), "1 → 1–dua"),
        (
            Entry(variabel=(("jumlah_kasus", (Decimal(1250),)), ("warga", (Decimal(9),)))),
            Entry(
                variabel=(("jumlah_kasus", (Decimal(1300), Decimal(2))), ("warga", (Decimal(9),)))
            ),
            "jumlah kasus 1.250 → jumlah kasus 1.300 + 2",
        ),
    ],
)
def test_what_is_no_plain_number_is_shown_as_it_was(
    data: Laporan, old: Entry | None, new: Entry | None, words: str
) -> None:
    page = read_page(context(data, complete_history(change(old, new))))
    assert change_rows(page)[0][1] == f"Target 2024: {words} Perbarui 0123456"


def test_a_subject_does_nothing_but_stand_there(data: Laporan) -> None:
    hostile = "<script>x</script> *tebal* [tautan](javascript:1) {{ 1 }}"
    page = read_page(
        context(data, complete_history(change(number("1"), number("2"), subject=hostile)))
    )
    assert change_rows(page)[0][1].endswith(f" {hostile} 0123456")
    (table,) = page.with_class("iku-riwayat")
    assert not list(table.find_all("script", "strong", "a"))


def test_the_commit_is_a_link_where_there_is_a_repository(data: Laporan) -> None:
    site = context(data, complete_history(change(number("1"), number("2"))))
    linked = replace(site, forge=find_forge("https://github.com/o/r", "main"))
    (link,) = read_page(linked).with_class("iku-komit")
    assert (link.tag, link.attributes["href"]) == ("a", f"https://github.com/o/r/commit/{HASH}")
    (plain,) = read_page(site).with_class("iku-komit")
    assert plain.tag == "span"


def test_a_target_changed_in_its_year_is_marked_where_it_stands(data: Laporan) -> None:
    words = "Target 2024 diubah setelah tahunnya berjalan"
    changed = change(number("1"), number("2"), after_start=True)
    page = read_page(context(data, complete_history(changed)))
    assert words in [mark.text for mark in page.with_class("iku-keping")]
    yearly = next(
        table for table in page.find_all("table") if "iku-riwayat" not in str(table.attributes)
    )
    marked = [
        next(row.find_all("th")).text
        for row in yearly.with_class("data")
        if row.with_class("iku-ubah")
    ]
    assert marked == ["2024"]
    # Not the year on show, so it is marked in the table alone.
    later = read_page(context(data, complete_history(replace(changed, tahun=2025))))
    assert words not in later.text
    assert "Target 2025 diubah" not in later.text
    assert "Diubah: target diubah setelah tahunnya berjalan." in later.text
    # A result, or a target changed in time, is not marked at all.
    for calm in (replace(changed, after_start=False), change(None, None, day=ACUAN)):
        assert (
            "setelah tahunnya berjalan" not in read_page(context(data, complete_history(calm))).text
        )


def test_the_newest_twenty_are_in_sight_and_the_rest_is_folded(data: Laporan) -> None:
    changes = [change(number(str(n)), number(str(n + 1))) for n in range(25)]
    page = read_page(context(data, complete_history(*changes)))
    (folded,) = page.with_class("iku-lipat")
    assert len(change_rows(page)) == 25
    assert len(change_rows(folded)) == 5
    assert next(folded.find_all("summary")).text == "Perubahan yang lebih lama (5)"
    assert len({t.attributes["id"] for t in page.find_all("caption")}) == len(
        list(page.find_all("caption"))
    )


def test_without_changes_the_page_claims_only_what_is_known(data: Laporan) -> None:
    quiet = "Belum ada angka yang diubah sejak pertama dimuat (12 Januari 2025)."
    assert quiet in read_page(context(data, complete_history())).text
    undated = read_page(context(data, History(note=""))).text
    assert "Belum ada angka yang diubah sejak pertama dimuat." in undated
    unknown = read_page(context(data, History())).text
    assert "Riwayat perubahan tidak tersedia" in unknown
    assert "Belum ada angka yang diubah" not in unknown


def listing(site: Context) -> Element:
    return parse_page(changes_part(site))


def test_the_list_names_the_owner_and_links_the_indicator(data: Laporan) -> None:
    changes = complete_history(
        change(number("80"), number("81"), day=date(2025, 3, 2), after_start=True),
        change(number("3.6"), number("3.8"), day=date(2025, 3, 1), kunci=f"{DINAS}/y"),
        change(number("1"), None, day=date(2025, 3, 1), kunci=f"{DINAS}/tidak-ada-lagi"),
        change(number("1"), number("2"), kunci="kabupaten-lain/dinas-contoh/x"),
    )
    page = listing(context(data, changes))
    owner = "Kabupaten Contoh · Dinas Contoh"
    mark = "Target diubah setelah tahunnya berjalan"
    assert change_rows(page) == [
        [f"Sampah terkelola {owner}", f"Target 2024: 80% → 81% {mark}"],
        [f"Aduan selesai {owner}", "Target 2024: 3,6 → 3,8"],
        [f"tidak-ada-lagi indikator ini sudah tidak ada {owner}", "Target 2024: 1 → dihapus"],
    ]
    assert [row.text for row in page.with_class("jenjang")] == ["2 Maret 2025", "1 Maret 2025"]
    assert next(page.find_all("caption")).text == "3 perubahan, dari yang terbaru"
    links = [link.attributes["href"] for link in page.with_class("iku-nama")]
    assert links == [f"../{DINAS}/x/index.html", f"../{DINAS}/y/index.html"]


def test_one_step_that_changed_much_is_told_once(data: Laporan) -> None:
    changes = [
        change(number(str(n)), number(str(n + 1)), subject="Perbarui semua") for n in range(300)
    ]
    page = listing(context(data, complete_history(*changes)))
    assert len(change_rows(page)) == 200
    assert page.text.count("Perbarui semua") == 1
    assert next(page.find_all("caption")).text == "200 perubahan terbaru dari 300"


def test_a_part_alone_lists_its_own_changes(data: Laporan) -> None:
    changes = complete_history(change(number("1"), number("2")))
    page = listing(context(data, changes, root=DINAS))
    assert [link.attributes["href"] for link in page.with_class("iku-nama")] == ["../x/index.html"]


def test_an_empty_list_is_honest(data: Laporan) -> None:
    assert listing(context(data, complete_history())).text == (
        "Belum ada angka yang diubah sejak data dimuat di sini."
    )
    assert listing(context(data, History())).text.startswith("Riwayat perubahan tidak tersedia")
    partly = History((change(number("1"), number("2")),), {}, "Riwayat hanya sebagian.")
    page = listing(context(data, partly))
    assert len(change_rows(page)) == 1
    assert page.text.endswith("Riwayat hanya sebagian.")
