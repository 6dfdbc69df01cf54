"""Every abbreviation on any page has its entry in the glossary, and is explained where it is used.

The pages are those of the five documents and of the fictional Kabupaten Contoh.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.pages.singkatan import (
    UNCERTAIN,
    Abbreviation,
    abbreviations,
    explain,
    full_names,
    read_abbreviations,
)
from tests.conftest import ROOT
from tests.html_tree import Element, Pages, parse

GLOSSARY = (ROOT / "content/glosarium/index.md").read_text(encoding="utf-8")
ENTRIES = re.findall(r'<dt id="([^"]+)">(.*?)</dt>', GLOSSARY)
KNOWN = abbreviations(GLOSSARY)
ADDRESS = "../glosarium/index.html"
SAKIP = "Sistem Akuntabilitas Kinerja Instansi Pemerintah"

# Looks like an abbreviation: two capitals or more, also in one word with small letters (LKjIP).
_LIKE_ONE = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
# What looks like one and needs no entry, with the reason.
NOT_ABBREVIATIONS = {
    "a grade": "AA BB CC",
    "the name of a format, an encoding, a licence or a unit": (
        "BOM CO₂ CSV DCAT JSON MB MIT MathML PDF PNG SVG UTF XLSX YAML ZIP"
    ),
    "the name of a product": (
        "GitHub GitLab JavaScript LibreOffice NVDA README TalkBack VS VoiceOver"
    ),
    "spelt out beside its only use": "WCAG",
    "a word printed in capitals": (
        "INFO JAWAB KEDUA KEEMPAT KEENAM KELIMA KESATU KETIGA PROGRAM SKOR TAHUN TEMPO"
    ),
    "part of the number of a decree": "PAN PER SETDA",
    "a misprint; a note on the page says what it may be": (
        "ENGDALIAN ESSEKON IN KASUBB KEMENPAN KEMERIPAN RATOR RJPMD SPPD"
    ),
}
_ROMAN = re.compile(r"[IVX]+")
_NO_TEXT = {"code", "math", "pre", "script", "style", "svg"}


@pytest.fixture(scope="module")
def all_pages(built: Path, site_contoh: Path) -> Pages:
    """Every page of both sites."""
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": parse(path.read_text(encoding="utf-8"))
        for name, folder in (("nyata", built), ("contoh", site_contoh))
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def contents(all_pages: Pages) -> Pages:
    """What stands on each page but the glossary, without the frame around it."""
    return {
        path: article
        for path, one in all_pages.items()
        for article in one.with_class("md-content__inner")
        if "/glosarium/" not in path
    }


def texts(node: Element) -> Iterator[str]:
    """Yield the texts below that people read as words; in a citation stands the site's name."""
    for one in node.children:
        if isinstance(one, str):
            yield one
        elif one.tag not in _NO_TEXT and one.attributes.get("class") != "iku-kutip":
            yield from texts(one)


def abbreviation_links(node: Element) -> list[Element]:
    return node.with_class("iku-singkat")


# ── The glossary ──────────────────────────────────────────────────────────────────────────────


def test_every_abbreviation_on_any_page_is_in_the_glossary(all_pages: Pages) -> None:
    allowed = {word for words in NOT_ABBREVIATIONS.values() for word in words.split()}
    names = {one.short for one in read_abbreviations(GLOSSARY)}
    assert not allowed & names
    unknown: dict[str, str] = {}
    known = set()
    for path, one in all_pages.items():
        for text in texts(one):
            for word in _LIKE_ONE.findall(text):
                short = word.lstrip("0123456789")
                if short in names:
                    known.add(short)
                elif short not in allowed and not _ROMAN.fullmatch(short):
                    unknown.setdefault(short, f"{path}: {' '.join(text.split())[:120]}")
    assert unknown == {}, "add an entry to content/glosarium/index.md"
    assert len(known) > 40


def test_entries_are_sorted_and_have_addresses_of_their_own() -> None:
    names = [unescape(re.sub(r"<[^>]+>", "", name)) for _, name in ENTRIES]
    assert names == sorted(names, key=str.casefold)
    assert [anchor for anchor, _ in ENTRIES] == [
        name.casefold().replace(" ", "-") for name in names
    ], "a reader of LKjIP lands on #lkjip"
    assert max(Counter(names).values()) == 1
    assert len(ENTRIES) > 90


def test_an_entry_explains_itself_with_its_full_name_first() -> None:
    assert dict(full_names(GLOSSARY))["SAKIP"] == SAKIP
    assert KNOWN["Prokopim"].full == "Protokol dan Komunikasi Pimpinan"
    assert "Arah" not in KNOWN
    # Every entry in capitals is read as an abbreviation; none slips through by its wording.
    assert [name for _, name in ENTRIES if _LIKE_ONE.fullmatch(name) and name not in KNOWN] == []


def test_two_meanings_are_both_told_and_both_searched() -> None:
    assert KNOWN["SPM"].full == "Standar Pelayanan Minimal atau Surat Perintah Membayar"
    found = [full for short, full in full_names(GLOSSARY) if short == "SPM"]
    assert found == ["Standar Pelayanan Minimal", "Surat Perintah Membayar"]


def test_what_no_document_explains_is_not_guessed() -> None:
    assert KNOWN["LH"].full == UNCERTAIN
    assert "LH" not in dict(full_names(GLOSSARY))
    assert UNCERTAIN not in dict(full_names(GLOSSARY)).values()


# ── The pages ─────────────────────────────────────────────────────────────────────────────────


def test_every_page_explains_every_abbreviation_it_uses(contents: Pages) -> None:
    explained = 0
    missing = []
    for path, one in contents.items():
        text = " ".join(" ".join(texts(one)).split())
        here = {a.attributes["href"].partition("#")[2] for a in abbreviation_links(one)}
        for word in sorted(set(re.findall(r"\w+", text)) & KNOWN.keys()):
            found = KNOWN[word]
            if found.id in here or f"{found.full} ({word}".casefold() in text.casefold():
                explained += 1
            elif f"Singkatan {word} tidak dijelaskan" in text.replace("“", "").replace("”", ""):
                pass  # a note doubts it
            elif not re.search(rf"\b{word}\.[a-z]", text):  # part of an address
                missing.append(f"{path}: {word}")
    assert missing == []
    assert explained > 300


def test_links_lead_to_the_entry_from_any_page(contents: Pages) -> None:
    anchors = {anchor for anchor, _ in ENTRIES}
    seen = 0
    for path, one in contents.items():
        # The folder of the page below that of its site.
        depth = path.count("/") - 1
        for a in abbreviation_links(one):
            address, _, anchor = a.attributes["href"].partition("#")
            assert address == "../" * depth + "glosarium/index.html", path
            assert anchor in anchors, path
            seen += 1
    assert seen > 200


def test_an_abbreviation_is_linked_once_and_never_within_a_name(contents: Pages) -> None:
    for path, one in contents.items():
        targets = [a.attributes["href"] for a in abbreviation_links(one)]
        assert len(targets) == len(set(targets)), path
        for name in one.find_all("a", "h1", "h2", "h3", "nav", "summary", "svg", "math", "button"):
            assert not abbreviation_links(name), path


def test_the_glossary_does_not_link_to_itself(all_pages: Pages) -> None:
    assert abbreviation_links(all_pages["nyata/glosarium/index.html"]) == []


# ── The words of one page ─────────────────────────────────────────────────────────────────────


def link_to(name: str, word: str = "") -> str:
    one = KNOWN[name]
    title = f'<abbr title="{one.full}">{word or name}</abbr>'
    return f'<a class="iku-singkat" href="{ADDRESS}#{one.id}">{title}</a>'


def explained_in(halaman: str) -> str:
    return explain([halaman], KNOWN, ADDRESS)[0]


def test_the_first_use_is_explained_and_no_other() -> None:
    assert explained_in("<p>Nilai SAKIP, lalu SAKIP dan <b>SKPD</b>.</p>") == (
        f"<p>Nilai {link_to('SAKIP')}, lalu SAKIP dan <b>{link_to('SKPD')}</b>.</p>"
    )
    assert explained_in("<p>KDH/WKDH</p>") == f"<p>{link_to('KDH')}/{link_to('WKDH')}</p>"


def test_small_letters_count_only_where_the_glossary_writes_them() -> None:
    assert explained_in("<p>rakor, Rakor</p>") == f"<p>{link_to('Rakor', 'rakor')}, Rakor</p>"
    assert explained_in("<p>sakip Sakip paten</p>") == "<p>sakip Sakip paten</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>XSAKIP SAKIPX SAKIP1 1SAKIP _SAKIP</p>",
        "<p><code>SAKIP</code> <kbd></kbd></p>",
        "<pre><code>SAKIP\n<b>SAKIP</b></code></pre>",
        '<script>var a = "SAKIP";</script><style>.SAKIP {}</style>',
        "<svg><title>SAKIP</title><text>SAKIP</text></svg>",
        "<math><mtext>SAKIP</mtext></math>",
        "<button type=button>SAKIP</button><textarea>SAKIP</textarea>",
        '<p><abbr title="x">SAKIP</abbr></p>',
        '<p title="SAKIP" data-a=\'SAKIP > SAKIP\'>a <img alt="a > SAKIP"></p>',
        "<!-- SAKIP > SAKIP -->",
        '<p class="iku-baca">Rumusnya: SAKIP.</p>',
        '<p>Kutip: <span class="iku-kutip">Nilai <cite>SAKIP</cite>. SAKIP.</span></p>',
        '<nav aria-label="a"><ol><li>SAKIP</li></ol></nav>',
        f"<p>{SAKIP} (SAKIP), lalu SAKIP</p>",
        "<p>Nilai SAKIP</p><p>Singkatan “SAKIP” tidak dijelaskan; mungkin nama lain.</p>",
        "<p>Nilai SAKIP</p><p>Singkatan SAKIP tidak dijelaskan.</p>",
        "<p>https://smpn.bangsa.kemendagri.go.id/</p>",
        '<p title="SAKIP',
    ],
)
def test_what_is_no_running_text_stays(html: str) -> None:
    assert explained_in(html) == html


@pytest.mark.parametrize(
    "name",
    [
        '<a href="x">Nilai SAKIP</a>',
        "<h1>SAKIP</h1>",
        '<h3><a href="x">Nilai <b>SAKIP</b></a></h3>',
        "<details><summary>SAKIP</summary>isi</details>",
        "<table><thead><tr><th>SAKIP</th></tr></thead></table>",
    ],
)
def test_what_only_names_use_is_explained_at_the_end(name: str) -> None:
    link = f'<a class="iku-singkat" href="{ADDRESS}#sakip">SAKIP</a>'
    end = f'\n<p class="iku-kecil">Singkatan lain di halaman ini: {link} ({SAKIP}).</p>\n'
    assert explained_in(name) == name + end
    assert explained_in(f"{name}<p>SAKIP</p>") == f"{name}<p>{link_to('SAKIP')}</p>"


def test_what_the_glossary_says_is_escaped() -> None:
    glossary = '<dt id="a&quot;b">AB</dt><dd>Ada &quot;&lt;b&gt;&amp; Baris: lebih jauh.</dd>'
    (one,) = read_abbreviations(glossary)
    assert one == Abbreviation("AB", 'Ada "<b>& Baris', 'a"b')
    made = parse(explain(["<p>AB</p><h2>AB</h2>"], {"AB": one}, "g?a=1&b=2")[0])
    (abbr,) = made.find_all("abbr")
    assert abbr.attributes == {"title": 'Ada "<b>& Baris'}
    (a,) = made.find_all("a")
    assert a.attributes["href"] == 'g?a=1&b=2#a"b'
    (at_end,) = explain(["<h2>AB</h2>"], {"AB": one}, "g")
    assert "<b>" not in at_end
    assert 'Ada "<b>& Baris' in parse(at_end).text


PIECES = st.sampled_from(
    [
        *("SAKIP", "SKPD", "rakor", " ", "(", ")", "&", "&lt;", "&amp;", '"', "'", "<", ">", "</"),
        *("<p>", "</p>", '<a href="SAKIP">', "</a>", "<h2>", "</h2>", "<code>", "</code>", "<!--"),
        *("-->", "<script>", "</script>", '<p class="iku-baca">', "<b title='", "x", "\n", SAKIP),
        *("<svg>", "</svg>", "<br>", "<abbr>", "</abbr>", "=", "."),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_but_our_link_around_known_words_is_ever_added(html: str) -> None:
    """However broken a page is: taking the links away again leaves the page as it was."""
    made = explained_in(html)
    back = re.sub(
        rf'<a class="iku-singkat" href="{re.escape(ADDRESS)}#\w+"><abbr title="[^"<>]*">(\w+)'
        "</abbr></a>",
        r"\1",
        made,
    )
    kept, end = back[: len(html)], back[len(html) :]
    assert kept == html
    assert end == "" or re.fullmatch(
        r'\n<p class="iku-kecil">Singkatan lain di halaman ini: [^\n]*\.</p>\n', end
    )
    assert explained_in(html) == made


@pytest.mark.parametrize("hostile", ["<", "< a", '<a "', "SKPD (", "a.b", "&", "SAKIPX", "</a>"])
def test_no_text_makes_it_slow(hostile: str) -> None:
    start = time.process_time()
    explained_in(hostile * (200_000 // len(hostile)))
    assert time.process_time() - start < 2
