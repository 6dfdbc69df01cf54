"""Abbreviations: read from the glossary, their only source, and explained where first used.

The first use on a page becomes a link to the entry, around an ``<abbr>`` with the full name. The
``title`` alone would reach only those with a mouse; the link serves touch, keyboard and screen
readers too, without a script.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

# What an entry says first where no document explains the letters: nobody is to guess.
TIDAK_PASTI = "Kepanjangan tidak pasti"

_ENTRI = re.compile(r'<dt id="([^"]+)">([^<]+)</dt><dd>([^<:.]+):')
# A piece of a page: an element left as it is with all that is in it, the start or end of a name,
# another tag, or a word. A link in text that only screen readers get (iku-baca) would be a stop
# that nobody sees; one in a name would stand in another link, or in the list of headings; and a
# citation (iku-kutip) is there to be copied.
_POTONGAN = re.compile(
    r"""<(?:(?P<utuh>abbr|button|code|math|nav|pre|script|select|style|svg|textarea|title)(?=[\s>])
           |(?P<baca>p|span)\s+class="iku-(?:baca|kutip)")
        [^<]*+ (?:<(?!/(?:(?P=utuh)|(?P=baca))>)[^<]*+)*+ </(?:(?P=utuh)|(?P=baca))>
      | <!--.*?-->
      | <(?P<nama>/?)(?:a|h[1-6]|label|summary)(?=[\s>])(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>
      | <(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>
      | <[^>]*+
      | \w\w+
    """,
    re.DOTALL | re.VERBOSE,
)

# A note that says so leaves the letters to the reader.
_DIRAGUKAN = re.compile(r"Singkatan “?(\w+)”? tidak dijelaskan")


@dataclass(frozen=True)
class Singkatan:
    """An abbreviation as the glossary has it; ``id`` is the anchor of its entry."""

    nama: str
    kepanjangan: str
    id: str


def baca_singkatan(glosarium: str) -> Iterator[Singkatan]:
    """Yield the abbreviations among the entries of the glossary.

    An entry is one when it explains itself as ``SAKIP: Sistem Akuntabilitas …: more``, a short
    name followed by words that its letters come from, or by :data:`TIDAK_PASTI`.
    """
    for anchor, istilah, arti in _ENTRI.findall(glosarium):
        name, full = html.unescape(istilah).strip(), html.unescape(arti).strip()
        short = " " not in name and 2 * len(name) <= len(full)
        spelt = full[:1].isupper() and " " in full and _sesuai(name, full)
        if short and (spelt or full == TIDAK_PASTI):
            yield Singkatan(name, full, html.unescape(anchor))


def singkatan(glosarium: str) -> Iterator[tuple[str, str]]:
    """Yield each abbreviation with a full name of it, as often as it has one, for the search."""
    for satu in baca_singkatan(glosarium):
        if satu.kepanjangan != TIDAK_PASTI:
            yield from ((satu.nama, full) for full in satu.kepanjangan.split(" atau "))


def kamus_singkatan(glosarium: str) -> dict[str, Singkatan]:
    """Return the abbreviation that each word of a page stands for: Rakor and rakor are one."""
    kamus: dict[str, Singkatan] = {}
    for satu in baca_singkatan(glosarium):
        kamus.setdefault(satu.nama, satu)
        if satu.nama[1:].islower():
            kamus.setdefault(satu.nama[0].lower() + satu.nama[1:], satu)
    return kamus


def terangkan(halaman: str, kamus: Mapping[str, Singkatan], glosarium: str) -> str:
    """Return the HTML of a page with the first use of each abbreviation explained.

    ``glosarium`` is the address of the glossary as seen from the page. Links and headings stay as
    they are; what only they use is explained at the end. A use that the text itself explains stays
    too: ``Nomor Induk Pegawai (NIP)``, and so does one that a note of the page calls unexplained.
    Only whole words of ``kamus`` are touched, so that text
    cannot become markup.
    """
    done: set[str] = set()
    doubtful = set(_DIRAGUKAN.findall(halaman))
    names: dict[str, Singkatan] = {}
    parts: list[str] = []
    end = depth = 0
    for found in _POTONGAN.finditer(halaman):
        if found.lastindex:
            if found.lastgroup == "nama":
                depth += -1 if found["nama"] else 1
            continue
        satu = kamus.get(found[0])
        if satu is None or found[0] in doubtful or _alamat(halaman, found):
            continue
        if satu.id in done or _diuraikan(halaman, found, satu):
            done.add(satu.id)
        elif depth:
            names[satu.id] = satu
        else:
            done.add(satu.id)
            inside = f'<abbr title="{html.escape(satu.kepanjangan)}">{found[0]}</abbr>'
            parts += (halaman[end : found.start()], _tautan(glosarium, satu, inside))
            end = found.end()
    rest = [satu for key, satu in names.items() if key not in done]
    return "".join(parts) + halaman[end:] + (_penutup(rest, glosarium) if rest else "")


def _penutup(singkatan: Iterable[Singkatan], glosarium: str) -> str:
    entries = ", ".join(
        f"{_tautan(glosarium, satu, html.escape(satu.nama))} ({html.escape(satu.kepanjangan)})"
        for satu in singkatan
    )
    return f'\n<p class="iku-kecil">Singkatan lain di halaman ini: {entries}.</p>\n'


def _tautan(glosarium: str, satu: Singkatan, isi: str) -> str:
    return f'<a class="iku-singkat" href="{html.escape(f"{glosarium}#{satu.id}")}">{isi}</a>'


def _alamat(halaman: str, kata: re.Match[str]) -> bool:
    """Tell whether the word is part of a typed address, like ``bangsa.kemendagri.go.id``."""
    after = halaman[kata.end() : kata.end() + 2]
    return after[:1] == "." and after[1:].islower()


def _diuraikan(halaman: str, kata: re.Match[str], satu: Singkatan) -> bool:
    """Tell whether the full name stands right before the word: ``Nomor Induk Pegawai (NIP)``."""
    before = f"{satu.kepanjangan} (".casefold()
    return halaman[max(0, kata.start() - len(before)) : kata.start()].casefold() == before


def _sesuai(singkat: str, panjang: str) -> bool:
    """Tell whether the letters of ``singkat`` stand in ``panjang`` in the same order."""
    letters = iter(panjang.lower())
    return all(letter in letters for letter in singkat.lower())
