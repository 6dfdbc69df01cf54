"""Pages that are ready: Markdown of which every part is a heading or a block of HTML.

Every page made from ``templates/`` is of this kind. Markdown hands HTML blocks on as they are, so
nothing has to be parsed but the headings: a tenth of the parser's time. What is not clearly of
this kind is left to the parser; for the rest, tests hold the result against the parser's.
"""

import re
from dataclasses import dataclass

# What the parser would treat in a way of its own, wherever it stands.
_LAIN = re.compile(
    r"[\t\r\x02\x03]|\n +\n|<(?:[!?]|(?:pre|script|style|textarea)\b)", re.IGNORECASE
)
_BARIS_JUDUL = re.compile(r"^(#.*)$", re.MULTILINE)
# Words, and punctuation as entities: nothing that Markdown would read as more than text.
_JUDUL = re.compile(r"(#{1,2}) ((?:[^\W_]|[ ,.?()–—·“”’…]|&#\d+;)+) \{ #([a-z][a-z0-9-]*) \}")
_TANDA = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^<>"]|"[^"<]*")*?(/?)>')
_BLOK = {"aside", "details", "div", "dl", "figure", "form", "h3", "h4", "nav", "ol", "p"} | {
    *("section", "table", "ul"),
}
_TANPA_ISI = {"br", "col", "hr", "img", "input", "wbr"}


@dataclass(frozen=True)
class Judul:
    """A heading of the Markdown: ``teks`` is HTML, ``id`` its anchor."""

    tingkat: int
    teks: str
    id: str


@dataclass(frozen=True)
class Siap:
    """The HTML of a page, and its headings in order."""

    html: str
    judul: tuple[Judul, ...]


def siap(naskah: str) -> Siap | None:
    """Return the page of ``naskah``, Markdown without front matter, or ``None`` for the parser."""
    if _LAIN.search(naskah):
        return None
    parts = _BARIS_JUDUL.split(naskah)
    found = [_JUDUL.fullmatch(line) for line in parts[1::2]]
    if not all(map(_blok_utuh, parts[::2])):
        return None
    headings = []
    for i, satu in enumerate(found):
        if satu is None:
            return None
        judul = Judul(len(satu[1]), satu[2].strip(), satu[3])
        parts[2 * i + 1] = f'<h{judul.tingkat} id="{judul.id}">{judul.teks}</h{judul.tingkat}>'
        headings.append(judul)
    return Siap("".join(parts).strip(), tuple(headings))


def _blok_utuh(html: str) -> bool:
    """Tell whether ``html`` is nothing but whole blocks, each beginning on a line of its own."""
    terbuka: list[str] = []
    akhir = jumlah = 0
    for tanda in _TANDA.finditer(html):
        jumlah += 1
        tutup, nama, sendiri = tanda.groups()
        if tutup:
            if not terbuka or terbuka.pop() != nama:
                return False
            if not terbuka:
                akhir = tanda.end()
        else:
            if not terbuka:
                sela = html[akhir : tanda.start()]
                if sela.strip() or not (sela.endswith("\n") or tanda.start() == 0):
                    return False
                if nama not in _BLOK or sendiri:
                    return False
            if not sendiri and nama not in _TANPA_ISI:
                terbuka.append(nama)
    return not terbuka and not html[akhir:].strip() and jumlah == html.count("<")
