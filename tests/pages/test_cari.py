"""The index of the search holds every page once, and what abbreviations stand for."""

import gzip
import json
from typing import Any

from bench.data import data
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.pages import search_index
from iku_terbuka.pages.singkatan import full_names
from tests.conftest import ACUAN, ROOT
from tests.fictional import Write

CONTENT = ROOT / "content"
WRITTEN = {
    path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8")
    for path in CONTENT.rglob("*.md")
}


def index_of(context: Context) -> dict[str, Any]:
    return parse_index(search_index(context, WRITTEN).make())


def parse_index(index: bytes) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(index.removeprefix(b"window.ikuIndex=").removesuffix(b";\n"))
    return data


def folders(data: dict[str, Any]) -> list[str]:
    """Return the folder of every entry, put together as the script in the page does."""
    nodes: list[str] = []
    for _, parent, folder, _ in data["nodes"]:
        nodes.append(folder if parent < 0 else "/".join(filter(None, [nodes[parent], folder])))
    pages = [folder for _, folder, _ in data["pages"]]
    return (
        nodes + pages + ["/".join(filter(None, [nodes[s], i])) for _, s, i, *_ in data["indikator"]]
    )


def test_every_page_but_those_of_a_year_is_there_once(context: Context) -> None:
    laporan = context.laporan
    wanted = [one.id for pemda in laporan.pemda for one in pemda.instansi.descendants()]
    wanted += [one.kunci for one in laporan.all_indikator()]
    wanted += [path.removesuffix("index.md").rstrip("/") for path in WRITTEN]
    assert sorted(folders(index_of(context))) == sorted(wanted)


def test_with_one_pemda_alone_paths_lose_its_name(laporan: Laporan) -> None:
    context = build_context(laporan, "kabupaten-balangan/sekretariat-daerah", ACUAN)
    paths = folders(index_of(context))
    assert "nilai-sakip" in paths
    assert "bagian-hukum/tingkat-kepuasan-penanganan-perkara" in paths
    assert not [path for path in paths if path.startswith("kabupaten")]
    assert paths.count("") == 1


def test_status_is_that_of_the_newest_result(context: Context) -> None:
    data = index_of(context)
    (row,) = [one for one in data["indikator"] if one[2] == "indeks-pelayanan-publik"]
    assert data["status"][row[3]] == ["melampaui", "Melampaui"]
    assert row[4] == 2025
    (row,) = [one for one in data["indikator"] if one[2] == "nilai-sakip"]
    assert data["status"][row[3]][1] == "Belum dilaporkan"
    assert row[4] == 0


def test_abbreviations_come_from_the_glossary() -> None:
    found = dict(full_names(WRITTEN["glosarium/index.md"]))
    assert found["SAKIP"] == "Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    assert found["Prokopim"] == "Protokol dan Komunikasi Pimpinan"
    assert "Arah" not in found
    assert "Renja" in found


def test_every_entry_of_the_glossary_is_there_by_its_name(context: Context) -> None:
    data = index_of(context)
    terms = {
        anchor: name
        for name, anchor, page in data["sections"]
        if data["pages"][page][1] == "glosarium"
    }
    assert len(terms) == WRITTEN["glosarium/index.md"].count("<dt ") > 100
    assert terms["lkjip"] == "LKjIP"
    assert terms["outcome"] == "Outcome"


def test_a_first_search_among_1200_indicators_costs_at_most_150_kb(write: Write) -> None:
    """The index and the script that reads it, as a server sends them. Names alike compress well,
    so the bytes before compression are held too.
    """
    laporan = load_laporan(write(dict(data(1200)))).laporan
    assert laporan is not None
    index = search_index(build_context(laporan, acuan=ACUAN), WRITTEN).make()
    assert len(parse_index(index)["indikator"]) == 1200
    script = (ROOT / "theme/assets/cari.js").read_bytes()
    assert len(gzip.compress(index)) + len(gzip.compress(script)) <= 150_000
    assert len(index) <= 250_000


def test_an_indicator_costs_less_than_90_bytes(context: Context) -> None:
    """So that 1,200 with names of their own, as real documents have, come below 150 kB too."""
    index = search_index(context, {}).make()
    count = sum(1 for _ in context.laporan.all_indikator())
    assert len(gzip.compress(index)) / count < 90
