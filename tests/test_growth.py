"""Nothing costs more than linear time in what a stranger can send.

A row feeds one function with n and with 10 n of the same. Times are compared with each other alone,
so a slow machine changes nothing: what is linear takes about ten times as long, what is quadratic a
hundred times.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from pydantic import BaseModel

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.kontak import Kontak
from iku_terbuka.history.commit import public_subject
from iku_terbuka.load import load_laporan
from iku_terbuka.load.claims import Claim, in_order
from iku_terbuka.load.files import parse_file
from iku_terbuka.mkdocs_plugin.shell import minify
from iku_terbuka.model import IkuFile, Laporan, Lokasi
from iku_terbuka.model.iku import Iku
from iku_terbuka.opendata.dcat import dcat
from iku_terbuka.opendata.rows import safe_cell
from iku_terbuka.pages import abbreviations, explain, search_index
from tests.opendata.sites import read_site

# Between ten and a hundred.
MOST = 30
# Seconds of CPU below which a time says nothing.
LEAST = 0.001
GLOSSARY = '<dt id="iku">IKU</dt><dd>Indikator Kinerja Utama: ukuran.</dd>'
KNOWN = abbreviations(GLOSSARY)
IKU = "instansi: A\nsasaran:\n- nama: S\n  indikator:\n  - id: i\n    nama: N\n"


class Row(NamedTuple):
    """What is fed with ``make(n)``, a text that grows with ``n``."""

    feed: Callable[[str], object]
    n: int
    make: Callable[[int], str]


def read(text: str, model: type[BaseModel] = Iku) -> object:
    return parse_file(text, "iku.yaml", model)


def supports(text: str) -> object:
    with TemporaryDirectory() as folder:
        Path(folder, "k").mkdir()
        Path(folder, "k", "pemda.yaml").write_text("nama: K\njenis: kabupaten\n")
        Path(folder, "k", "iku.yaml").write_text(text)
        return load_laporan(Path(folder))


def cascade(n: int, target: Callable[[int], str]) -> str:
    lines = (f"  - {{id: i{i}, nama: N, menopang: [{target(i)}]}}\n" for i in range(n))
    return "instansi: A\nsasaran:\n- nama: S\n  indikator:\n" + "".join(lines)


def index(text: str, path: str = "tentang/index.md") -> object:
    return search_index(build_context(Laporan()), {path: text}).make()


@cache
def site() -> Context:
    return read_site()


def catalogue(contact: str) -> object:
    return dcat(replace(site(), kontak=Kontak(contact)))


def chain(names: str) -> object:
    """Order claims of each name on the one before it, and of the first on the last: a circle."""
    known, decree = names.split(), IkuFile(Iku(instansi="A"), Lokasi(""))
    return in_order([Claim(new, old, decree, ()) for old, new in pairwise([*known, known[0]])])


def keys(n: int, end: str = ": a\n") -> str:
    return "".join(f"k{i}{end}" for i in range(n))


explained = partial(explain, known=KNOWN, glossary="glosarium/")

ROWS = {
    "a circle of dahulu": Row(chain, 300, lambda n: " ".join(map(str, range(n)))),
    "a subject of capitals": Row(public_subject, 300, lambda n: "A " * n),
    "a subject of initials": Row(public_subject, 300, lambda n: "Aa. " * n),
    "a subject of one word": Row(public_subject, 2_000, lambda n: "a" * n),
    "a subject of hyphens": Row(public_subject, 2_000, lambda n: "-" * n),
    "the body of a merge": Row(public_subject, 300, lambda n: "Merge branch 'x'\n\n" + "A " * n),
    "a cell of line ends": Row(safe_cell, 1_000, lambda n: "\n" * n + "x"),
    "elements of a page": Row(minify, 1_000, lambda n: "<pre>" * n),
    "scripts of a page": Row(minify, 700, lambda n: "<script>" * n),
    "elements to explain": Row(explained, 1_000, lambda n: "<code>" * n),
    "comments to explain": Row(explained, 1_000, lambda n: "<!-- > " * n),
    "quotes in tags to explain": Row(explained, 1_000, lambda n: '<a">"' * n),
    "terms of the glossary": Row(
        partial(index, path="glosarium/index.md"), 500, lambda n: '<dt id="a">' * n
    ),
    "marks in a heading": Row(index, 2_000, lambda n: "## " + "<" * n),
    "spaces in a heading": Row(index, 1_000, lambda n: "## a" + " " * n + "b"),
    "a contact of one word": Row(catalogue, 2_000, lambda n: "a" * n),
    "a contact of numbers": Row(lambda text: Kontak(text).parts, 2_000, lambda n: "0 8-" * n),
    "a contact of addresses": Row(lambda text: Kontak(text).parts, 2_000, lambda n: "http://." * n),
    "unknown keys": Row(read, 100, lambda n: f"instansi: A\n{keys(n)}"),
    "unknown keys of an indicator": Row(read, 100, lambda n: IKU + keys(n).replace("k", "    k")),
    "unknown keys without a value": Row(read, 100, lambda n: keys(n, ":\n")),
    "keys above a wrong indentation": Row(read, 100, lambda n: f"instansi: A\n{keys(n)}  x: a\n"),
    "numbers in curly quotes": Row(read, 500, lambda n: keys(n, ": {a: 1,5, b: “2”}\n")),
    "supports of one": Row(supports, 100, lambda n: cascade(n, lambda i: "k/i0" if i else "")),
    "a chain of supports": Row(
        supports, 100, lambda n: cascade(n, lambda i: f"k/i{max(0, i - 1)}")
    ),
    "a circle of supports": Row(supports, 100, lambda n: cascade(n, lambda i: f"k/i{(i + 1) % n}")),
    "unknown supports": Row(supports, 100, lambda n: cascade(n, lambda i: f"k/x{i}, y{i}, i{i}")),
    "entangled supports": Row(
        supports, 100, lambda n: cascade(n, lambda i: f"k/i{i * 7 % n}, k/i{i * 5 % n}, k/i{n - i}")
    ),
    "spaces behind a bound": Row(read, 1_000, lambda n: f"instansi: >1{' ' * n}x\n"),
}


def seconds(row: Row, n: int) -> float:
    """Return the CPU time of the fastest of three runs."""
    text = row.make(n)
    times = []
    for _ in range(3):
        start = time.process_time()
        row.feed(text)
        times.append(time.process_time() - start)
    return max(min(times), LEAST)


@pytest.mark.parametrize("name", ROWS)
def test_cost_grows_with_the_length_alone(name: str) -> None:
    row = ROWS[name]
    assert seconds(row, 10 * row.n) < MOST * seconds(row, row.n)
