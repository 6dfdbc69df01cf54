"""Documents in the shapes that governments publish: each can be entered, and all of it is shown.

Renstra 2025–2029 with a baseline, targets to 2030 and IKK; a Perjanjian Kinerja with a target for
each month and two programmes, without a decree; one regulation for a Pemda and its perangkat
daerah; a Renstra with the rows T1, S1, S2 whose targets begin a year after its title.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from iku_terbuka.check import check
from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.publish import PagePlan
from iku_terbuka.site import Site
from tests.html_tree import parse_page

SHAPES = Path(__file__).parent / "shapes"
PEMDA = "kabupaten-bentuk-rekaan"
FILES = sorted(path.relative_to(SHAPES).as_posix() for path in SHAPES.rglob("*.yaml"))
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
# What a page says for a choice; other keys of this kind name things for the program alone.
CHOICES = {
    ("arah", "naik"): "Makin tinggi makin baik",
    ("arah", "turun"): "Makin rendah makin baik",
    ("cara", "kumulatif"): "dihitung sejak Januari",
    ("jenis", "iku"): "Indikator Kinerja Utama (IKU)",
    ("jenis", "ikk"): "Indikator Kinerja Kunci (IKK)",
    ("jenis", "awal"): "Awal",
    ("contoh", "true"): "Data contoh",
    ("satuan", "persen"): "%",
    ("disimpulkan", "arah"): "Arah",
}
NOT_SHOWN = {("jenis", "kabupaten"), ("sebagian", "true")}
BY_PROGRAM = {"id", "dokumen_ref"}


def leaves(node: object, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every value that somebody typed, with the keys that lead to it."""
    if isinstance(node, dict):
        for key, below in node.items():
            yield from leaves(below, (*keys, str(key)))
    elif isinstance(node, list):
        for below in node:
            yield from leaves(below, keys)
    else:
        yield keys, str(node)


def shown(keys: tuple[str, ...], value: str) -> str:
    """Return how a page writes a value; empty for one that no page has to write."""
    key = keys[-1]
    if (key, value) in NOT_SHOWN or key in BY_PROGRAM:
        return ""
    if (key, value) in CHOICES:
        return CHOICES[key, value]
    if found := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", value):
        tahun, bulan, hari = found.groups()
        day = f"{int(hari)} " if hari else ""
        return f"{day}{MONTHS[int(bulan) - 1]} {tahun}"
    if key == "pagu":
        return f"{int(value):,}".replace(",", ".")
    return value.replace(".", ",") if re.fullmatch(r"\d+(?:\.\d+)?", value) else value


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """What a reader sees of each page, with the addresses of its links, by folder."""
    laporan = load_laporan(SHAPES).laporan
    assert laporan is not None
    context = build_context(laporan, acuan=date(2026, 2, 1))
    plans = Site(context, {}).pages()
    made = (plan.make() for plan in plans if isinstance(plan, PagePlan))
    return {page.folder: _words(str(page.html)) for page in made}


def _words(html: str) -> str:
    addresses = " ".join(re.findall(r'href="(https://[^"]+)"', html))
    return f"{parse_page(html).text} {addresses}".replace("\u00a0", " ")


def test_each_shape_is_entered_without_error() -> None:
    problems = check(load_laporan(SHAPES))
    assert [str(problem) for problem in problems if problem.is_error] == []


@pytest.mark.parametrize("name", FILES)
def test_all_that_was_entered_is_on_a_page(name: str, pages: dict[str, str]) -> None:
    data = yaml.load((SHAPES / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    owner = re.sub(r"/(?:(?:iku|perjanjian-kinerja|dokumen)/[^/]+|[^/]+)$", "", name)
    below = " ".join(
        words
        for folder, words in pages.items()
        if folder == owner or folder.startswith(f"{owner}/")
    )
    entered = [(keys, shown(keys, value)) for keys, value in leaves(data)]
    missing = [(keys, words) for keys, words in entered if words not in below]
    assert missing == []


def test_the_pages_say_which_decree_counts(pages: dict[str, str]) -> None:
    regulation = "Peraturan Bupati Bentuk Rekaan Nomor 85 Tahun 2021"
    for owner in (PEMDA, f"{PEMDA}/dinas-arsip"):
        assert regulation in pages[owner]
    kecamatan = pages[f"{PEMDA}/kecamatan-rekaan/indeks-kecamatan"]
    assert "belum dilaporkan" not in kecamatan
    assert "menurut Perjanjian Kinerja" in pages[f"{PEMDA}/bpbd/spm"]
