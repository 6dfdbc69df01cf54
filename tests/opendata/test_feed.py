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
from tests.history.repository import Repository, capaian, iku
from tests.opendata.sites import SITUS, bare, read_site

ATOM = "{http://www.w3.org/2005/Atom}"
DINAS = "kabupaten-contoh/dinas-kesehatan"
HASH = "0123456789abcdef0123456789abcdef01234567"
_WAKTU = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+07:00")


def ubah(
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


def dengan(
    context: Context, *changes: NumberChange, baru: tuple[FirstResults, ...] = ()
) -> Context:
    return replace(context, riwayat=History(changes, {}, "", baru))


def periksa(text: str) -> ET.Element:
    """Return a feed that keeps the rules of RFC 4287 which a reader relies on."""
    akar = ET.fromstring(text.encode())
    assert akar.tag == f"{ATOM}feed"
    for unsur in [akar, *akar.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            (found,) = unsur.findall(f"{ATOM}{name}")
            assert found.text
        (updated,) = unsur.findall(f"{ATOM}updated")
        assert _WAKTU.fullmatch(updated.text or "")
        assert [bool(satu.text) for satu in unsur.iterfind(f"{ATOM}author/{ATOM}name")] == [True]
        rels = [satu.get("rel", "alternate") for satu in unsur.findall(f"{ATOM}link")]
        assert rels.count("alternate") == 1
    assert [satu.get("rel") for satu in akar.findall(f"{ATOM}link")] == ["self", "alternate"]
    ids = [satu.text for satu in akar.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"(urn:iku|https):[\x21-\x7e]+", name or "") for name in ids)
    times = [satu.findtext(f"{ATOM}updated") or "" for satu in akar.findall(f"{ATOM}entry")]
    assert times == sorted(times, reverse=True)
    assert not times or akar.findtext(f"{ATOM}updated") == times[0]
    read = feedparser.parse(text)
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return akar


def butir(akar: ET.Element) -> list[dict[str, str]]:
    return [
        {
            **{name: satu.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "summary")},
            "link": satu.findall(f"{ATOM}link")[0].get("href", ""),
        }
        for satu in akar.findall(f"{ATOM}entry")
    ]


def semua(context: Context) -> dict[str, ET.Element]:
    return {path: periksa(make().decode()) for path, make in feeds(context).items()}


def test_a_change_is_an_entry_of_the_site_and_of_its_pemda(contoh: Context) -> None:
    feeds = semua(dengan(contoh, ubah(setelah=True, ralat=True, subjek="Ralat target")))
    assert set(feeds) == {"feed.xml", "kabupaten-contoh/feed.xml"}
    (satu,) = butir(feeds["feed.xml"])
    assert butir(feeds["kabupaten-contoh/feed.xml"]) == [satu]
    assert satu == {
        "id": f"urn:iku:perubahan:{DINAS}/prevalensi-stunting:target:2024:{HASH}",
        "title": "Prevalensi stunting pada anak balita: target 2024 diubah dari 80% menjadi 81,5%",
        "summary": "Dinas Kesehatan Contoh Kabupaten Contoh: Target 2024 diubah dari 80% menjadi "
        "81,5%. Target diubah setelah tahunnya berjalan. Ralat. "
        "Keterangan: “Ralat target” (komit 0123456).",
        "link": f"{SITUS}{DINAS}/prevalensi-stunting/",
    }


def test_the_address_of_the_site_changes_no_id_of_an_entry(contoh: Context) -> None:
    public, plain = (
        semua(dengan(context, ubah()))["kabupaten-contoh/feed.xml"]
        for context in (contoh, bare(contoh))
    )
    assert butir(public)[0]["id"] == butir(plain)[0]["id"]
    assert public.findtext(f"{ATOM}id") == f"{SITUS}kabupaten-contoh/feed.xml"
    assert plain.findtext(f"{ATOM}id") == "urn:iku:umpan:kabupaten-contoh"
    assert butir(plain)[0]["link"] == "dinas-kesehatan/prevalensi-stunting/index.html"


def test_the_newest_fifty_are_kept(contoh: Context) -> None:
    changes = [
        ubah(hari=date(2025, 1, 1 + n % 28), hash_=f"{n:040x}", tahun=2021 + n % 5)
        for n in range(120)
    ]
    akar = semua(dengan(contoh, *changes))["feed.xml"]
    assert len(butir(akar)) == 50
    assert akar.findtext(f"{ATOM}updated") == "2025-01-28T00:00:00+07:00"


def test_what_is_gone_is_told_without_a_dead_link(contoh: Context) -> None:
    feeds = semua(
        dengan(
            contoh,
            ubah("1", None, kunci=f"{DINAS}/sudah-dihapus"),
            ubah(None, "2", tahun=2023),
            ubah(kunci="kabupaten-lain/dinas/x"),
        )
    )
    gone, back = butir(feeds["feed.xml"])
    assert gone["title"] == "sudah-dihapus: target 2024 dihapus, sebelumnya 1"
    assert "Indikator ini sudah tidak ada." in gone["summary"]
    assert gone["link"] == f"{SITUS}{DINAS}/"
    assert back["title"].endswith(": target 2023 dimuat lagi: 2%")


def test_new_results_are_told_once_per_instansi_and_year(contoh: Context) -> None:
    komit = Commit(HASH, date(2026, 2, 1), "Hasil tahun lalu")
    baru = (
        FirstResults(komit, DINAS, 2025),
        FirstResults(komit, DINAS, 2031),  # nothing of that year is shown
        FirstResults(komit, "kabupaten-lain/dinas", 2025),
    )
    newest, older = butir(semua(dengan(contoh, ubah(), baru=baru))["feed.xml"])
    assert newest["id"] == f"urn:iku:hasil:{DINAS}:2025:{HASH}"
    assert newest["title"] == "Dinas Kesehatan Contoh Kabupaten Contoh: hasil 2025 dimuat"
    assert re.search(r"Kini \d+ dari \d+ indikatornya punya angka\.", newest["summary"])
    assert newest["link"] == f"{SITUS}{DINAS}/tahun-2025/"
    assert older["id"].startswith("urn:iku:perubahan:")


@pytest.mark.parametrize("akar", ["", "kabupaten-contoh", DINAS])
def test_without_history_the_feed_is_empty_and_valid(akar: str) -> None:
    context = read_site(root=akar)
    for satu in (context, bare(context)):
        feeds = semua(satu)
        assert [butir(akar) for akar in feeds.values()] == [[]] * len(feeds)
        assert set(feeds) == {"feed.xml"} | ({"kabupaten-contoh/feed.xml"} if not akar else set())
    assert semua(context)["feed.xml"].findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+07:00"


def test_a_part_alone_tells_its_own_changes() -> None:
    changes = (ubah(), ubah(kunci="kabupaten-contoh/indeks-kesejahteraan-daerah"))
    (satu,) = butir(semua(dengan(read_site(root=DINAS), *changes))["feed.xml"])
    assert satu["link"] == f"{SITUS}prevalensi-stunting/"


@pytest.mark.parametrize(
    "subjek", ["</summary><script>alert(1)</script>", "a & b \x0b\x00\ud800\ufffe]]>", "“" * 160]
)
def test_nothing_in_the_history_breaks_the_feed(contoh: Context, subjek: str) -> None:
    odd = replace(
        ubah(subjek=subjek, kunci=f"{DINAS}/Lama <b> é\ud800"),
        old=Entry("<i>\x00&\ud800</i>"),
    )
    context = replace(dengan(contoh, odd), site_name="Situs <\"&'>")
    (satu,) = butir(semua(context)["feed.xml"])
    assert satu["id"].startswith(f"urn:iku:perubahan:{DINAS}/%4Cama%20%3Cb%3E%20%C3%A9")


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
    context = replace(build_context(laporan), riwayat=read_history(repo.data))
    akar = semua(context)["kabupaten-contoh/feed.xml"]
    dinas = "kabupaten-contoh/dinas-contoh"
    assert [satu["id"].rpartition(":")[2] for satu in butir(akar)][:2] == [more, last]
    assert [(satu["title"], satu["id"].rpartition(":")[2] == first) for satu in butir(akar)] == [
        ("Dinas Contoh Kabupaten Contoh: hasil 2025 dimuat", False),
        ("Dinas Contoh Kabupaten Contoh: hasil 2025 dimuat", False),
        ("Indikator x: target 2025 diubah dari 85 menjadi 90", False),
        ("Dinas Contoh Kabupaten Contoh: hasil 2024 dimuat", True),
    ]
    assert akar.findtext(f"{ATOM}author/{ATOM}name") == "Kabupaten Contoh"
    assert dinas in butir(akar)[0]["id"]
