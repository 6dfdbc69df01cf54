"""The feeds: valid Atom, ids that stay, newest first, and true words."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.history import (
    Commit,
    Entry,
    FirstResults,
    History,
    NumberChange,
    NumberKind,
    read_history,
)
from iku_terbuka.load import load_laporan
from iku_terbuka.opendata.feed import feeds
from tests.opendata.sites import SITE_URL, bare, read_site
from tests.repository import Repository, capaian, iku

ATOM = "{http://www.w3.org/2005/Atom}"
DINAS = "kabupaten-contoh/dinas-kesehatan"
HASH = "0123456789abcdef0123456789abcdef01234567"
_WAKTU = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+07:00")


def number_change(
    lama: str | None = "80",
    baru: str | None = "81.5",
    *,
    kunci: str = f"{DINAS}/prevalensi-stunting",
    tahun: int = 2024,
    hari: date = date(2025, 3, 2),
    subjek: str = "Perbarui",
    ralat: bool = False,
    setelah: bool = False,
    hash_: str = HASH,
) -> NumberChange:
    sides = [None if text is None else Entry(Decimal(text)) for text in (lama, baru)]
    komit = Commit(hash_, hari, subjek, ralat)
    return NumberChange(komit, kunci, NumberKind.TARGET, tahun, sides[0], sides[1], setelah)


@pytest.fixture(scope="module")
def contoh() -> Context:
    return read_site()


def with_changes(
    context: Context, *changes: NumberChange, baru: tuple[FirstResults, ...] = ()
) -> Context:
    return replace(context, history=History(changes, {}, "", baru))


def parse(text: str) -> ET.Element:
    """Return a feed that keeps the rules of RFC 4287 which a reader relies on."""
    root = ET.fromstring(text.encode())
    assert root.tag == f"{ATOM}feed"
    for element in [root, *root.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        (updated,) = element.findall(f"{ATOM}updated")
        assert _WAKTU.fullmatch(updated.text or "")
        assert [bool(one.text) for one in element.iterfind(f"{ATOM}author/{ATOM}name")] == [True]
        rels = [one.get("rel", "alternate") for one in element.findall(f"{ATOM}link")]
        assert rels.count("alternate") == 1
    assert [one.get("rel") for one in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"(urn:iku|https):[\x21-\x7e]+", name or "") for name in ids)
    times = [one.findtext(f"{ATOM}updated") or "" for one in root.findall(f"{ATOM}entry")]
    assert times == sorted(times, reverse=True)
    assert not times or root.findtext(f"{ATOM}updated") == times[0]
    read = feedparser.parse(text)
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return root


def entries(root: ET.Element) -> list[dict[str, str]]:
    return [
        {
            **{name: one.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "summary")},
            "link": one.findall(f"{ATOM}link")[0].get("href", ""),
        }
        for one in root.findall(f"{ATOM}entry")
    ]


def all_feeds(context: Context) -> dict[str, ET.Element]:
    return {path: parse(make().decode()) for path, make in feeds(context).items()}


def test_a_change_is_an_entry_of_the_site_and_of_its_pemda(contoh: Context) -> None:
    feeds = all_feeds(
        with_changes(contoh, number_change(setelah=True, ralat=True, subjek="Ralat target"))
    )
    assert set(feeds) == {"feed.xml", "kabupaten-contoh/feed.xml"}
    (one,) = entries(feeds["feed.xml"])
    assert entries(feeds["kabupaten-contoh/feed.xml"]) == [one]
    assert one == {
        "id": f"urn:iku:perubahan:{DINAS}/prevalensi-stunting:target:2024:{HASH}",
        "title": "Prevalensi stunting pada anak balita: target 2024 diubah dari 80% menjadi 81,5%",
        "summary": "Dinas Kesehatan Contoh Kabupaten Contoh: Target 2024 diubah dari 80% menjadi "
        "81,5%. Target diubah setelah tahunnya berjalan. Ralat. "
        "Keterangan: “Ralat target” (komit 0123456).",
        "link": f"{SITE_URL}{DINAS}/prevalensi-stunting/",
    }


def test_the_address_of_the_site_changes_no_id_of_an_entry(contoh: Context) -> None:
    public, plain = (
        all_feeds(with_changes(context, number_change()))["kabupaten-contoh/feed.xml"]
        for context in (contoh, bare(contoh))
    )
    assert entries(public)[0]["id"] == entries(plain)[0]["id"]
    assert public.findtext(f"{ATOM}id") == f"{SITE_URL}kabupaten-contoh/feed.xml"
    assert plain.findtext(f"{ATOM}id") == "urn:iku:umpan:kabupaten-contoh"
    assert entries(plain)[0]["link"] == "dinas-kesehatan/prevalensi-stunting/index.html"


def test_the_newest_fifty_are_kept(contoh: Context) -> None:
    changes = [
        number_change(hari=date(2025, 1, 1 + n % 28), hash_=f"{n:040x}", tahun=2021 + n % 5)
        for n in range(120)
    ]
    root = all_feeds(with_changes(contoh, *changes))["feed.xml"]
    assert len(entries(root)) == 50
    assert root.findtext(f"{ATOM}updated") == "2025-01-28T00:00:00+07:00"


def test_what_is_gone_is_told_without_a_dead_link(contoh: Context) -> None:
    feeds = all_feeds(
        with_changes(
            contoh,
            number_change("1", None, kunci=f"{DINAS}/sudah-dihapus"),
            number_change(None, "2", tahun=2023),
            number_change(kunci="kabupaten-lain/dinas/x"),
        )
    )
    gone, back = entries(feeds["feed.xml"])
    assert gone["title"] == "sudah-dihapus: target 2024 dihapus, sebelumnya 1"
    assert "Indikator ini sudah tidak ada." in gone["summary"]
    assert gone["link"] == f"{SITE_URL}{DINAS}/"
    assert back["title"].endswith(": target 2023 dimuat lagi: 2%")


def test_new_results_are_told_once_per_instansi_and_year(contoh: Context) -> None:
    komit = Commit(HASH, date(2026, 2, 1), "Hasil tahun lalu")
    baru = (
        FirstResults(komit, DINAS, 2025),
        FirstResults(komit, DINAS, 2031),  # nothing of that year is shown
        FirstResults(komit, "kabupaten-lain/dinas", 2025),
    )
    newest, older = entries(all_feeds(with_changes(contoh, number_change(), baru=baru))["feed.xml"])
    assert newest["id"] == f"urn:iku:hasil:{DINAS}:2025:{HASH}"
    assert newest["title"] == "Dinas Kesehatan Contoh Kabupaten Contoh: hasil 2025 dimuat"
    assert re.search(r"Kini \d+ dari \d+ indikatornya punya angka\.", newest["summary"])
    assert newest["link"] == f"{SITE_URL}{DINAS}/tahun-2025/"
    assert older["id"].startswith("urn:iku:perubahan:")


def test_figures_of_quarters_are_not_told_as_those_of_a_year(contoh: Context) -> None:
    badan = "kabupaten-contoh/badan-penanggulangan-bencana-rekaan"
    first = FirstResults(Commit(HASH, date(2026, 8, 1), "Triwulan II"), badan, 2026)
    (entry,) = entries(all_feeds(with_changes(contoh, baru=(first,)))["feed.xml"])
    words = r"Kini 0 dari \d+ indikatornya punya angka setahun, [1-9] punya angka sebagian tahun\."
    assert re.search(words, entry["summary"])


@pytest.mark.parametrize("root", ["", "kabupaten-contoh", DINAS])
def test_without_history_the_feed_is_empty_and_valid(root: str) -> None:
    context = read_site(root=root)
    for one in (context, bare(context)):
        feeds = all_feeds(one)
        assert [entries(root) for root in feeds.values()] == [[]] * len(feeds)
        assert set(feeds) == {"feed.xml"} | ({"kabupaten-contoh/feed.xml"} if not root else set())
    assert all_feeds(context)["feed.xml"].findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+07:00"


def test_a_part_alone_tells_its_own_changes() -> None:
    changes = (number_change(), number_change(kunci="kabupaten-contoh/indeks-kesejahteraan-daerah"))
    (one,) = entries(all_feeds(with_changes(read_site(root=DINAS), *changes))["feed.xml"])
    assert one["link"] == f"{SITE_URL}prevalensi-stunting/"


@pytest.mark.parametrize(
    "subjek", ["</summary><script>alert(1)</script>", "a & b \x0b\x00\ud800\ufffe]]>", "“" * 160]
)
def test_nothing_in_the_history_breaks_the_feed(contoh: Context, subjek: str) -> None:
    odd = replace(
        number_change(subjek=subjek, kunci=f"{DINAS}/Lama <b> é\ud800"),
        old=Entry("<i>\x00&\ud800</i>"),
    )
    context = replace(with_changes(contoh, odd), site_name="Situs <\"&'>")
    (one,) = entries(all_feeds(context)["feed.xml"])
    assert one["id"].startswith(f"urn:iku:perubahan:{DINAS}/%4Cama%20%3Cb%3E%20%C3%A9")


def test_the_feed_follows_a_real_repository(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "repo")
    repo.write(
        "kabupaten-contoh/pemda.yaml", "nama: Kabupaten Contoh\njenis: kabupaten\nresmi: true\n"
    )
    repo.commit("Keputusan", iku=iku(x="{2024: 80, 2025: 85}", y="{2025: 3}"))
    first = repo.commit("Hasil pertama", c2024=capaian(2024, x="{realisasi: 81.2}"))
    repo.commit("Target baru", iku=iku(x="{2024: 80, 2025: 90}", y="{2025: 3}"))
    last = repo.commit("Hasil kedua", c2025=capaian(2025, x="{realisasi: 91}"))
    more = repo.commit("Lengkapi", c2025=capaian(2025, x="{realisasi: 91}", y="{realisasi: 4}"))
    laporan = load_laporan(repo.data).laporan
    assert laporan is not None
    context = replace(build_context(laporan), history=read_history(repo.data))
    root = all_feeds(context)["kabupaten-contoh/feed.xml"]
    dinas = "kabupaten-contoh/dinas-contoh"
    assert [one["id"].rpartition(":")[2] for one in entries(root)][:2] == [more, last]
    assert [(one["title"], one["id"].rpartition(":")[2] == first) for one in entries(root)] == [
        ("Dinas Contoh Kabupaten Contoh: hasil 2025 dimuat", False),
        ("Dinas Contoh Kabupaten Contoh: hasil 2025 dimuat", False),
        ("Indikator x: target 2025 diubah dari 85 menjadi 90", False),
        ("Dinas Contoh Kabupaten Contoh: hasil 2024 dimuat", True),
    ]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Kabupaten Contoh"
    assert dinas in entries(root)[0]["id"]
