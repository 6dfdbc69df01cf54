"""The index of the search, with every shared name written once.

One entry for each page, each heading of a hand-written page, each term of the glossary, and each
code of ``iku check``. A
script rather than JSON, because a browser loads a script from ``file://`` too. What is done with
it stands in ``theme/assets/cari.js``; its size grows with the indicators alone, about 100 bytes
each before compression.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from iku_terbuka.capaian import Status
from iku_terbuka.check.catalogue import catalogue
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.output import OutputFile
from iku_terbuka.singkatan import singkatan
from iku_terbuka.wording import SHORT_STATUS_WORDS, STATUS_ICONS

_KEPALA = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_ISIAN = re.compile(r"^(title|description): *(.*)$", re.MULTILINE)
_JUDUL = re.compile(r"^#{2,3} +(.*?)(?: *\{:? *#([\w-]+) *\})? *$", re.MULTILINE)
_ISTILAH = re.compile(r'<dt id="([^"]+)">(.*?)</dt>')
_TANDA = re.compile(r"[*_`]|<[^>]*>")
_BUKAN_KATA = re.compile(r"[^\w\s-]")
_PISAH = re.compile(r"[-\s]+")
PESAN = "panduan/pesan/index.md"
# Spellings of one word, both in use in the documents.
EJAAN = (["persentase", "prosentase"],)
STATUS = tuple(Status)


def indeks_cari(context: Context, naskah: Mapping[str, str]) -> OutputFile:
    """Return ``cari/indeks.js`` for every page that the site has."""
    nodes = list(context.all_instansi())
    nomor = {instansi.id: i for i, instansi in enumerate(nodes)}
    sasaran: dict[str, int] = {}
    pages = [
        (path, text)
        for path, text in sorted(naskah.items())
        if not (context.root and path == "index.md")
    ]
    data = {
        "status": [[STATUS_ICONS[status], SHORT_STATUS_WORDS[status]] for status in STATUS],
        "simpul": [_simpul(context, instansi, nomor) for instansi in nodes],
        "sasaran": sasaran,
        "indikator": [
            _indikator(context, indikator, nomor[instansi.id], sasaran)
            for instansi in nodes
            for indikator in instansi.indikator
        ],
        "halaman": [_halaman(path, text) for path, text in pages],
        "bagian": [
            [*bagian, nomor]
            for nomor, (path, text) in enumerate(pages)
            for bagian in _bagian(path, text)
        ],
        "sinonim": [*EJAAN, *_sinonim(naskah.get("glosarium/index.md", ""))],
    }
    data["sasaran"] = list(sasaran)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return OutputFile("cari/indeks.js", f"window.ikuIndeks={text};\n")


def _sinonim(glosarium: str) -> list[list[str]]:
    """Return each full name with the abbreviations that stand for it."""
    names: dict[str, list[str]] = {}
    for short, full in singkatan(glosarium):
        names.setdefault(full, [full]).append(short)
    return list(names.values())


def _simpul(context: Context, instansi: Instansi, nomor: Mapping[str, int]) -> list[Any]:
    parent, _, own = instansi.id.rpartition("/")
    induk = nomor.get(parent, -1)
    folder = context.folder(instansi.id) if induk < 0 else own
    decrees = (dasar.nomor for berkas in instansi.iku for dasar in berkas.iku.dasar_hukum)
    return [instansi.nama, induk, folder, " ".join(filter(None, decrees))]


def _indikator(
    context: Context, indikator: Indikator, simpul: int, sasaran: dict[str, int]
) -> list[Any]:
    state = context.standing(indikator)
    status, shown = state.status, state.latest or state.running
    name = indikator.terbaru.sasaran.nama
    place = sasaran.setdefault(name, len(sasaran))
    year = shown.tahun if shown else 0
    return [indikator.nama, simpul, indikator.id, STATUS.index(status), year, place]


def _halaman(path: str, text: str) -> list[str]:
    kepala = _KEPALA.match(text)
    meta = dict(_ISIAN.findall(kepala[1])) if kepala else {}
    folder = path.removesuffix("index.md").rstrip("/")
    return [meta.get("title", folder), folder, meta.get("description", "")]


def _bagian(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield title and anchor of every heading, of every term of the glossary, and of every code.

    A code is its own anchor, so that it is found as it is printed. The parts of the home page are
    pages of their own.
    """
    if path == "index.md":
        return
    for title, anchor in _JUDUL.findall(text):
        plain = _TANDA.sub("", title)
        yield plain, anchor or _jangkar(plain)
    for anchor, term in _ISTILAH.findall(text):
        yield html.unescape(_TANDA.sub("", term)), anchor
    if path == PESAN:
        for area in catalogue():
            yield area.judul, area.id
            yield from ((entry.judul, entry.kode) for entry in area.kode)


def _jangkar(title: str) -> str:
    """Return the anchor that Markdown gives a heading (``toc`` of Python-Markdown)."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _PISAH.sub("-", _BUKAN_KATA.sub("", ascii_only).strip().lower())
