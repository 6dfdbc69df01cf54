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

from iku_terbuka.singkatan import (
    TIDAK_PASTI,
    Singkatan,
    baca_singkatan,
    kamus_singkatan,
    singkatan,
    terangkan,
)
from tests.conftest import AKAR
from tests.halaman import Halaman, Simpul, urai

GLOSARIUM = (AKAR / "content/glosarium/index.md").read_text(encoding="utf-8")
ENTRI = re.findall(r'<dt id="([^"]+)">(.*?)</dt>', GLOSARIUM)
KAMUS = kamus_singkatan(GLOSARIUM)
ALAMAT = "../glosarium/index.html"
SAKIP = "Sistem Akuntabilitas Kinerja Instansi Pemerintah"

# Looks like an abbreviation: two capitals or more, also in one word with small letters (LKjIP).
_MIRIP = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
# What looks like one and needs no entry, with the reason.
BUKAN_SINGKATAN = {
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
_ROMAWI = re.compile(r"[IVX]+")
_BUKAN_TEKS = {"code", "math", "pre", "script", "style", "svg"}


@pytest.fixture(scope="module")
def semua_halaman(built: Path, situs_contoh: Path) -> Halaman:
    """Every page of both sites."""
    return {
        f"{nama}/{path.relative_to(situs).as_posix()}": urai(path.read_text(encoding="utf-8"))
        for nama, situs in (("nyata", built), ("contoh", situs_contoh))
        for path in sorted(situs.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def isi_halaman(semua_halaman: Halaman) -> Halaman:
    """What stands on each page but the glossary, without the frame around it."""
    return {
        path: article
        for path, satu in semua_halaman.items()
        for article in satu.kelas("md-content__inner")
        if "/glosarium/" not in path
    }


def teks(simpul: Simpul) -> Iterator[str]:
    """Yield the texts below that people read as words; in a citation stands the site's name."""
    for satu in simpul.isi:
        if isinstance(satu, str):
            yield satu
        elif satu.tag not in _BUKAN_TEKS and satu.atribut.get("class") != "iku-kutip":
            yield from teks(satu)


def tautan_singkat(simpul: Simpul) -> list[Simpul]:
    return simpul.kelas("iku-singkat")


# ── The glossary ──────────────────────────────────────────────────────────────────────────────


def test_every_abbreviation_on_any_page_is_in_the_glossary(semua_halaman: Halaman) -> None:
    allowed = {word for words in BUKAN_SINGKATAN.values() for word in words.split()}
    names = {satu.nama for satu in baca_singkatan(GLOSARIUM)}
    assert not allowed & names
    unknown: dict[str, str] = {}
    known = set()
    for path, satu in semua_halaman.items():
        for text in teks(satu):
            for word in _MIRIP.findall(text):
                short = word.lstrip("0123456789")
                if short in names:
                    known.add(short)
                elif short not in allowed and not _ROMAWI.fullmatch(short):
                    unknown.setdefault(short, f"{path}: {' '.join(text.split())[:120]}")
    assert unknown == {}, "add an entry to content/glosarium/index.md"
    assert len(known) > 40


def test_entries_are_sorted_and_have_addresses_of_their_own() -> None:
    names = [unescape(re.sub(r"<[^>]+>", "", name)) for _, name in ENTRI]
    assert names == sorted(names, key=str.casefold)
    assert [anchor for anchor, _ in ENTRI] == [
        name.casefold().replace(" ", "-") for name in names
    ], "a reader of LKjIP lands on #lkjip"
    assert max(Counter(names).values()) == 1
    assert len(ENTRI) > 90


def test_an_entry_explains_itself_with_its_full_name_first() -> None:
    assert dict(singkatan(GLOSARIUM))["SAKIP"] == SAKIP
    assert KAMUS["Prokopim"].kepanjangan == "Protokol dan Komunikasi Pimpinan"
    assert "Arah" not in KAMUS
    # Every entry in capitals is read as an abbreviation; none slips through by its wording.
    assert [name for _, name in ENTRI if _MIRIP.fullmatch(name) and name not in KAMUS] == []


def test_two_meanings_are_both_told_and_both_searched() -> None:
    assert KAMUS["SPM"].kepanjangan == "Standar Pelayanan Minimal atau Surat Perintah Membayar"
    found = [full for short, full in singkatan(GLOSARIUM) if short == "SPM"]
    assert found == ["Standar Pelayanan Minimal", "Surat Perintah Membayar"]


def test_what_no_document_explains_is_not_guessed() -> None:
    assert KAMUS["LH"].kepanjangan == TIDAK_PASTI
    assert "LH" not in dict(singkatan(GLOSARIUM))
    assert TIDAK_PASTI not in dict(singkatan(GLOSARIUM)).values()


# ── The pages ─────────────────────────────────────────────────────────────────────────────────


def test_every_page_explains_every_abbreviation_it_uses(isi_halaman: Halaman) -> None:
    explained = 0
    missing = []
    for path, satu in isi_halaman.items():
        text = " ".join(" ".join(teks(satu)).split())
        here = {a.atribut["href"].partition("#")[2] for a in tautan_singkat(satu)}
        for word in sorted(set(re.findall(r"\w+", text)) & KAMUS.keys()):
            found = KAMUS[word]
            if found.id in here or f"{found.kepanjangan} ({word}".casefold() in text.casefold():
                explained += 1
            elif f"Singkatan {word} tidak dijelaskan" in text.replace("“", "").replace("”", ""):
                pass  # a note doubts it
            elif not re.search(rf"\b{word}\.[a-z]", text):  # part of an address
                missing.append(f"{path}: {word}")
    assert missing == []
    assert explained > 300


def test_links_lead_to_the_entry_from_any_page(isi_halaman: Halaman) -> None:
    anchors = {anchor for anchor, _ in ENTRI}
    seen = 0
    for path, satu in isi_halaman.items():
        # The folder of the page below that of its site.
        depth = path.count("/") - 1
        for a in tautan_singkat(satu):
            address, _, anchor = a.atribut["href"].partition("#")
            assert address == "../" * depth + "glosarium/index.html", path
            assert anchor in anchors, path
            seen += 1
    assert seen > 200


def test_an_abbreviation_is_linked_once_and_never_within_a_name(isi_halaman: Halaman) -> None:
    for path, satu in isi_halaman.items():
        targets = [a.atribut["href"] for a in tautan_singkat(satu)]
        assert len(targets) == len(set(targets)), path
        for name in satu.semua("a", "h1", "h2", "h3", "nav", "summary", "svg", "math", "button"):
            assert not tautan_singkat(name), path


def test_the_glossary_does_not_link_to_itself(semua_halaman: Halaman) -> None:
    assert tautan_singkat(semua_halaman["nyata/glosarium/index.html"]) == []


# ── The words of one page ─────────────────────────────────────────────────────────────────────


def jelas(nama: str, word: str = "") -> str:
    satu = KAMUS[nama]
    title = f'<abbr title="{satu.kepanjangan}">{word or nama}</abbr>'
    return f'<a class="iku-singkat" href="{ALAMAT}#{satu.id}">{title}</a>'


def hasil(halaman: str) -> str:
    return terangkan(halaman, KAMUS, ALAMAT)


def test_the_first_use_is_explained_and_no_other() -> None:
    assert hasil("<p>Nilai SAKIP, lalu SAKIP dan <b>SKPD</b>.</p>") == (
        f"<p>Nilai {jelas('SAKIP')}, lalu SAKIP dan <b>{jelas('SKPD')}</b>.</p>"
    )
    assert hasil("<p>KDH/WKDH</p>") == f"<p>{jelas('KDH')}/{jelas('WKDH')}</p>"


def test_small_letters_count_only_where_the_glossary_writes_them() -> None:
    assert hasil("<p>rakor, Rakor</p>") == f"<p>{jelas('Rakor', 'rakor')}, Rakor</p>"
    assert hasil("<p>sakip Sakip paten</p>") == "<p>sakip Sakip paten</p>"


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
    assert hasil(html) == html


@pytest.mark.parametrize(
    "nama",
    [
        '<a href="x">Nilai SAKIP</a>',
        "<h1>SAKIP</h1>",
        '<h3><a href="x">Nilai <b>SAKIP</b></a></h3>',
        "<details><summary>SAKIP</summary>isi</details>",
    ],
)
def test_what_only_names_use_is_explained_at_the_end(nama: str) -> None:
    link = f'<a class="iku-singkat" href="{ALAMAT}#sakip">SAKIP</a>'
    end = f'\n<p class="iku-kecil">Singkatan lain di halaman ini: {link} ({SAKIP}).</p>\n'
    assert hasil(nama) == nama + end
    assert hasil(f"{nama}<p>SAKIP</p>") == f"{nama}<p>{jelas('SAKIP')}</p>"


def test_what_the_glossary_says_is_escaped() -> None:
    glosarium = '<dt id="a&quot;b">AB</dt><dd>Ada &quot;&lt;b&gt;&amp; Baris: lebih jauh.</dd>'
    (satu,) = baca_singkatan(glosarium)
    assert satu == Singkatan("AB", 'Ada "<b>& Baris', 'a"b')
    made = urai(terangkan("<p>AB</p><h2>AB</h2>", {"AB": satu}, "g?a=1&b=2"))
    (abbr,) = made.semua("abbr")
    assert abbr.atribut == {"title": 'Ada "<b>& Baris'}
    (a,) = made.semua("a")
    assert a.atribut["href"] == 'g?a=1&b=2#a"b'
    at_end = terangkan("<h2>AB</h2>", {"AB": satu}, "g")
    assert "<b>" not in at_end
    assert 'Ada "<b>& Baris' in urai(at_end).teks


POTONGAN = st.sampled_from(
    [
        *("SAKIP", "SKPD", "rakor", " ", "(", ")", "&", "&lt;", "&amp;", '"', "'", "<", ">", "</"),
        *("<p>", "</p>", '<a href="SAKIP">', "</a>", "<h2>", "</h2>", "<code>", "</code>", "<!--"),
        *("-->", "<script>", "</script>", '<p class="iku-baca">', "<b title='", "x", "\n", SAKIP),
        *("<svg>", "</svg>", "<br>", "<abbr>", "</abbr>", "=", "."),
    ]
)


@given(st.lists(POTONGAN, max_size=40).map("".join))
def test_nothing_but_our_link_around_known_words_is_ever_added(html: str) -> None:
    """However broken a page is: taking the links away again leaves the page as it was."""
    made = hasil(html)
    back = re.sub(
        rf'<a class="iku-singkat" href="{re.escape(ALAMAT)}#\w+"><abbr title="[^"<>]*">(\w+)'
        "</abbr></a>",
        r"\1",
        made,
    )
    kept, end = back[: len(html)], back[len(html) :]
    assert kept == html
    assert end == "" or re.fullmatch(
        r'\n<p class="iku-kecil">Singkatan lain di halaman ini: [^\n]*\.</p>\n', end
    )
    assert hasil(html) == made


@pytest.mark.parametrize("hostile", ["<", "< a", '<a "', "SKPD (", "a.b", "&", "SAKIPX", "</a>"])
def test_no_text_makes_it_slow(hostile: str) -> None:
    start = time.process_time()
    hasil(hostile * (200_000 // len(hostile)))
    assert time.process_time() - start < 2
