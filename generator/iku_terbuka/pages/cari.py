"""The search: its form, and its index with every shared name written once.

One entry for each page, each heading of a hand-written page, each term of the glossary, and each
code of ``iku check``. A script rather than JSON, because a browser loads a script from ``file://``
too. What is done with it stands in ``theme/assets/cari.js``; its size grows with the indicators
alone, about 100 bytes each before compression.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any

from iku_terbuka.capaian import Status
from iku_terbuka.check.catalogue import catalogue
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.model.keys import file_keys
from iku_terbuka.model.perjanjian_kinerja import merged_program
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.pages.blocks import BLOCKS
from iku_terbuka.pages.pohon import TITLE, has_pohon, pohon_folder, search_words
from iku_terbuka.pages.singkatan import full_names
from iku_terbuka.publish import FilePlan
from iku_terbuka.wording import SHORT_STATUS_WORDS, STATUS_ICONS, cite_decree

FOLDER = "cari"
CODES = "panduan/pesan/index.md"
KEYS = "panduan/kunci/index.md"
GLOSSARY = "glosarium/index.md"
# What citizens type for a word of the documents: other spellings, and short names in daily use.
EVERYDAY_WORDS = (
    ["persentase", "prosentase"],
    ["dinas kesehatan", "dinkes"],
    ["dinas pendidikan", "disdik", "dispendik"],
    ["dinas sosial", "dinsos"],
    ["dinas perhubungan", "dishub"],
    ["dinas tenaga kerja", "disnaker"],
    ["dinas pariwisata", "dispar"],
    ["dinas komunikasi", "diskominfo", "kominfo"],
    ["dinas lingkungan hidup", "dlh"],
    ["dinas kependudukan", "disdukcapil", "dukcapil"],
    ["badan perencanaan pembangunan", "bappeda", "bapperida"],
    ["badan penanggulangan bencana", "bpbd"],
    ["badan pendapatan", "bapenda"],
    ["sekretariat daerah", "setda"],
    ["tuberkulosis", "tbc", "tb"],
    ["demam berdarah", "dbd"],
    ["pengaduan", "keluhan"],
)
STATUSES = tuple(Status)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIELD = re.compile(r"^(title|description): *(.*)$", re.MULTILINE)
_HEADING = re.compile(r"^#{2,3} +(\S.*)$", re.MULTILINE)
_ANCHOR = re.compile(r"\{:? *#([\w-]+) *\}")
_TERM = re.compile(r'<dt id="([^"]+)">(.*)')
_MARKUP = re.compile(r"[*_`]|<[^<>]*>")
_NOT_IN_WORDS = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[-\s]+")


def search_form(context: Context, folder: str) -> str:
    """Return the form of the front page, and nothing for any other."""
    return "" if folder else BLOCKS.search_form(context.link("", FOLDER))


def search_index(context: Context, written: Mapping[str, str]) -> FilePlan:
    """Plan ``cari/indeks.js`` for every page of the site; ``written`` are those in Markdown."""
    texts = tuple(chain.from_iterable(sorted(written.items())))
    return FilePlan(f"{FOLDER}/indeks.js", partial(_index, context, written), texts=texts)


def _index(context: Context, written: Mapping[str, str]) -> bytes:
    pages = [
        (path, text)
        for path, text in sorted(written.items())
        if not (context.root and path == "index.md")
    ]
    data = {
        "status": [[STATUS_ICONS[status], SHORT_STATUS_WORDS[status]] for status in STATUSES],
        **_data_entries(context),
        "pages": [*(_page_entry(path, text) for path, text in pages), *_extra_pages(context)],
        "sections": [
            [*entry, number]
            for number, (path, text) in enumerate(pages)
            for entry in _heading_entries(path, text)
        ],
        "synonyms": [*EVERYDAY_WORDS, *_synonyms(written.get(GLOSSARY, ""))],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.ikuIndex={text};\n".encode()


def _synonyms(glossary: str) -> list[list[str]]:
    """Return each full name with the abbreviations that stand for it."""
    names: dict[str, list[str]] = {}
    for short, full in full_names(glossary):
        names.setdefault(full, [full]).append(short)
    return list(names.values())


def _data_entries(context: Context) -> dict[str, list[Any]]:
    """Return the entries of nodes and indicators, which name nodes and sasaran by number."""
    nodes = list(context.all_instansi())
    numbers = {instansi.id: number for number, instansi in enumerate(nodes)}
    sasaran: dict[str, int] = {}
    indicators = [
        _indikator_entry(context, indikator, numbers[instansi.id], sasaran)
        for instansi in nodes
        for indikator in instansi.indikator
    ]
    return {
        "nodes": [_node_entry(context, instansi, numbers) for instansi in nodes],
        "sasaran": list(sasaran),
        "indikator": indicators,
    }


def _node_entry(context: Context, instansi: Instansi, numbers: Mapping[str, int]) -> list[Any]:
    above, _, own = instansi.id.rpartition("/")
    parent = numbers.get(above, -1)
    folder = context.folder(instansi.id) if parent < 0 else own
    decrees = (dasar.nomor for version in instansi.iku for dasar in version.dasar_hukum)
    # Without its last year, which would be found before the indicators of that year.
    return [
        instansi.nama,
        parent,
        folder,
        " ".join([*filter(None, decrees), *_programmes(instansi)]),
    ]


def _programmes(instansi: Instansi) -> Iterator[str]:
    """Yield the names of the programmes in its newest agreement."""
    if instansi.perjanjian_kinerja:
        agreement = instansi.perjanjian_kinerja[max(instansi.perjanjian_kinerja)]
        for program in merged_program(agreement.versi):
            yield program.nama or program.kode


def _indikator_entry(
    context: Context, indikator: Indikator, node: int, sasaran: dict[str, int]
) -> list[Any]:
    state = context.standing(indikator)
    status, shown = state.status, state.latest or state.running
    place = sasaran.setdefault(indikator.terbaru.parent.nama, len(sasaran))
    year = shown.tahun if shown else 0
    # The search writes what stands here.
    named = str(year) if isinstance(year, TahunAjaran) else year
    return [indikator.nama, node, indikator.id, STATUSES.index(status), named, place]


def _extra_pages(context: Context) -> Iterator[list[str]]:
    """Yield the decrees for many instansi and the pohon kinerja of each Pemda."""
    for node in context.top_nodes():
        pemda = context.pemda(node.id)
        if node is not pemda.instansi:
            continue
        for name, dokumen in pemda.dokumen.items():
            cited = cite_decree(dokumen.dasar_hukum)
            yield [cited, context.dokumen_folder(pemda, name), dokumen.tentang or ""]
        if has_pohon(context, pemda):
            yield [f"{TITLE} {pemda.nama}", pohon_folder(context, pemda), search_words(pemda)]


def _page_entry(path: str, text: str) -> list[str]:
    head = _FRONT_MATTER.match(text)
    meta = dict(_FIELD.findall(head[1])) if head else {}
    folder = path.removesuffix("index.md").rstrip("/")
    words = _key_names() if path == KEYS else meta.get("description", "")
    return [meta.get("title", folder), folder, words]


def _key_names() -> str:
    """Return the keys of one word; words of others, as in “mengubah_sebagian”, mislead."""
    keys = (key.name for file in file_keys() for table in file.tables for key in table.keys)
    return " ".join(dict.fromkeys(name for name in keys if "_" not in name))


def _heading_entries(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield title and anchor of every heading, of every term of the glossary, and of every code.

    A code is its own anchor, so that it is found as it is printed. The parts of the home page are
    pages of their own.
    """
    if path == "index.md":
        return
    for heading in _HEADING.findall(text):
        title, brace, attribute = heading.rstrip().rpartition("{")
        anchor = _ANCHOR.fullmatch(brace + attribute)
        plain = _MARKUP.sub("", title.rstrip() if anchor else heading.rstrip())
        yield plain, anchor[1] if anchor else _anchor(plain)
    for before in text.split("</dt>")[:-1]:
        term = _TERM.search(before.rpartition("\n")[2])
        if term:
            yield html.unescape(_MARKUP.sub("", term[2])), term[1]
    if path == CODES:
        for area in catalogue():
            yield area.judul, area.id
            yield from ((entry.judul, entry.kode) for entry in area.kode)


def _anchor(title: str) -> str:
    """Return the anchor that Markdown gives a heading (``toc`` of Python-Markdown)."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _GAP.sub("-", _NOT_IN_WORDS.sub("", ascii_only).strip().lower())
