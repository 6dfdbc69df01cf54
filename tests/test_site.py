"""The built site as a reader gets it: complete, linked, from one host, the same every time."""

import os
import posixpath
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from iku_terbuka.capaian import ATURAN
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model import Indikator, Laporan
from iku_terbuka.model.definisi import IsiFormula
from tests.conftest import DATA, EPOCH, copy_project
from tests.html_tree import (
    Element,
    Pages,
    facts,
    in_order_of_time,
    kondisi_awal,
    links,
    one_line,
    table_rows,
)
from tests.test_transcription import (
    INVENTARIS,
    angka_tercetak,
    bacaan,
    by_row,
    pasangkan,
    predikat_tercetak,
)

# What is below a Pemda


@pytest.fixture(scope="session")
def indikator(laporan: Laporan) -> dict[str, Indikator]:
    return pasangkan(laporan)


def test_every_node_indicator_and_year_has_its_page(pages: Pages, laporan: Laporan) -> None:
    expected = set()
    for pemda in laporan.pemda:
        for instansi in pemda.instansi.descendants():
            expected.add(instansi.id)
            expected.update(one.kunci for one in instansi.indikator)
            expected.update(f"{instansi.id}/tahun-{tahun}" for tahun in instansi.tahun)
    below = {path for path in pages if path.startswith(tuple(f"{p.id}/" for p in laporan.pemda))}
    assert below == {f"{kunci}/index.html" for kunci in expected}
    assert sum(1 for _ in laporan.all_indikator()) == len(INVENTARIS) == 63


def test_every_page_below_a_pemda_says_that_it_is_a_copy(pages: Pages, laporan: Laporan) -> None:
    for path, root in pages.items():
        notices = root.with_class("iku-salinan")
        if path.startswith(tuple(f"{pemda.id}/" for pemda in laporan.pemda)):
            (notice,) = notices
            assert notice.text.startswith("Salinan dari dokumen publik, bukan situs resmi.")
            assert "Sumber:" in notice.text
        else:
            assert notices == [], path


@by_row
def test_indicator_page_says_what_the_document_says(
    baris: dict[str, Any], indikator: dict[str, Indikator], pages: Pages
) -> None:
    one = indikator[baris["id"]]
    root = pages[f"{one.kunci}/index.html"]
    definisi, sasaran = one.definisi, one.terbaru.sasaran
    assert [heading.text for heading in root.find_all("h1")] == [definisi.nama]
    (above,) = root.with_class("iku-atas")
    assert above.text.endswith(f"Sasaran: {sasaran.nama}")
    assert (sasaran.jenjang or "") in above.text
    boxes = root.with_class("iku-rumus")
    own = [box for box in boxes if not box.text.startswith("capaian =")]
    assert len(boxes) - len(own) == (definisi.rumus_capaian is not None)
    if definisi.formula:
        (box,) = own
        _rumus_tampil(box, definisi.formula)
    else:
        assert baris["id"] == "BLG-SETDA-1", "the only row without any"
        assert own == []
        assert "Rumus indikator Tidak disebut di dokumen" in root.text
    details = facts(root)
    for label, content in (
        ("Sumber data", definisi.sumber_data),
        ("Penanggung jawab", definisi.penanggung_jawab),
    ):
        if len(content) > 1:
            assert [item.text for item in details[label].find_all("li")] == list(content)
        else:
            assert (
                details[label].children[0] == content[0]
                if content
                else details[label].with_class("iku-kosong")
            )


def _rumus_tampil(box: Element, formula: IsiFormula) -> None:
    """The document's own words stand there; a structured formula is typeset besides."""
    lines = [line.text for line in box.find_all("p")]
    if formula.rumus is None:
        assert lines[0] == one_line(formula.teks)
        assert not list(box.find_all("math"))
        return
    quoted = f"Di dokumen: “{one_line(formula.tercetak)}”" if formula.tercetak else ""
    assert lines[-1] == (quoted or f"Menurut dokumen: {one_line(formula.teks)}")
    (math,) = box.find_all("math")
    (hidden,) = (one for one in box.find_all("div") if one.attributes.get("aria-hidden") == "true")
    assert math in hidden.children
    (spoken,) = (line.text for line in box.with_class("iku-baca"))
    (text,) = (line for line in lines if line.startswith("Dalam teks: "))
    for arti in formula.variabel.values():
        for shown in (math.text, spoken, text):
            assert _huruf(arti) in _huruf(shown)


def _huruf(text: str) -> str:
    """Return words to compare: a line may break within them, a sentence begin with them."""
    return "".join(text.split()).casefold()


def test_most_documents_have_structured_formulas(laporan: Laporan) -> None:
    """Else the test above checks less than it seems to."""
    formulas = [one.definisi.formula for one in laporan.all_indikator()]
    assert sum(1 for formula in formulas if formula and formula.rumus) >= 40


def test_the_one_result_stands_with_its_source_beside_the_target(pages: Pages) -> None:
    """Indeks Pelayanan Publik 2025, from the press: 4,57 of 4,01."""
    folder = "kabupaten-balangan/sekretariat-daerah"
    root = pages[f"{folder}/indeks-pelayanan-publik/index.html"]
    row = [cell.text for cell in table_rows(root)["2025"]]
    assert row == ["2025", "4,01 A- tercetak “4,01 (-A)”", "4,57 A", "113,97%", "Melampaui"]
    (ringkas,) = root.with_class("iku-ringkas")
    for words in ("4,57", "4,01", "113,97%", "melampaui target"):
        assert words in ringkas.text
    assert "2025: 4,57 ÷ 4,01 × 100% = 113,97%" in [
        line.text for line in root.with_class("iku-hitung")
    ], "a reader can check it by hand"
    (kelas,) = (
        one for one in root.with_class("iku-skala")[0].find_all("li") if "Realisasi" in one.text
    )
    assert kelas.text.startswith("A 4,51–5,00")
    sumber = facts(root)["Sumber"]
    assert sumber.text.startswith("Berita pers")
    assert [link.attributes["href"] for link in sumber.find_all("a")] == [
        "https://redaksipos.com/2026/02/22/semangat-beinovasi-selaras-dengan-psn"
    ]
    assert "bukan dari dokumen resmi" in facts(root)["Catatan"].text
    assert "113,97%" in pages[f"{folder}/tahun-2025/index.html"].text
    assert "Angka tahun ini masih sementara" in pages[f"{folder}/tahun-2025/index.html"].text


def test_methodology_explains_every_rule_and_scale(pages: Pages, laporan: Laporan) -> None:
    root = pages["metodologi/index.html"]
    for aturan in ATURAN.values():
        assert aturan.kalimat in root.text
        source = aturan.sumber.format(*(report.judul for report in aturan.rujukan))
        assert "".join(source.split()) in "".join(root.text.split())
    captions = [heading.text for heading in root.find_all("caption")]
    for skala in laporan.skala.values():
        assert skala.nama in captions
        assert skala.sumber in root.text
        for kelas in skala.kelas:
            assert kelas.predikat in root.text
    assert len(laporan.skala) == 11


@by_row
def test_indicator_page_shows_each_printed_value_beside_its_year(
    baris: dict[str, Any], indikator: dict[str, Indikator], pages: Pages
) -> None:
    one = indikator[baris["id"]]
    root = pages[f"{one.kunci}/index.html"]
    printed = bacaan(baris)
    label = {"awal": "Kondisi awal", "akhir": "Akhir periode"}
    rows = {place: row[1] for place, row in table_rows(root).items()}
    assert "Kondisi awal" not in rows, "it is no target"
    rows = {**kondisi_awal(root), **rows}
    years = [str(tahun) for tahun in one.tahun]
    assert list(rows) == [label.get(place, place) for place in in_order_of_time(printed, years)]
    for place, target in rows.items():
        tercetak = {label.get(key, key): value for key, value in printed.items()}.get(place)
        if tercetak is None:
            unread = "tercetak, tetapi tidak terbaca per tahun"
            surplus = len(baris["values"]) > len(baris["header"])
            assert target.text == (unread if surplus else "tidak disebut")
            continue
        (utuh,) = target.with_class("iku-utuh")
        (shown,) = re.findall(r"^[\d.,]+", utuh.text)
        assert shown == angka_tercetak(tercetak).replace(".", ",")
        grades = [kuat.text for kuat in utuh.find_all("strong")]
        assert grades == [predikat for predikat in [predikat_tercetak(tercetak)] if predikat]
        unit = re.fullmatch(r"[\d.,]+ ?(%|[^\W\d]+)", tercetak)
        assert unit is None or utuh.text.casefold().endswith(unit[1].casefold())
    surplus = len(baris["values"]) > len(baris["header"])
    listed = [
        item.text for daftar in root.with_class("iku-tercetak") for item in daftar.find_all("li")
    ]
    assert listed == (baris["values"] if surplus else [])
    if not rows:
        assert "Target per tahun: tidak disebut di dokumen" in root.text


def test_indicator_pages_name_the_line_of_their_data(pages: Pages, laporan: Laporan) -> None:
    """Wherever the build was started, the path begins at the folder of mkdocs.yml."""
    named, expected = {}, {}
    for one in laporan.all_indikator():
        (kalimat,) = (
            small
            for small in pages[f"{one.kunci}/index.html"].with_class("iku-kecil")
            if small.text.startswith("Data halaman ini tersimpan di")
        )
        (kode,) = kalimat.find_all("code")
        (line,) = re.findall(r"mulai baris (\d+)\.$", kalimat.text)
        named[one.kunci] = (kode.text, int(line))
        path = f"indicators/{one.instansi_id}/iku.yaml"
        lines = [line.strip() for line in (DATA / path).read_text("utf-8").splitlines()]
        expected[one.kunci] = (path, lines.index(f"- id: {one.id}") + 1)
    assert named == expected


# Every page


def test_every_page_is_indonesian_and_says_what_it_is(pages: Pages) -> None:
    for path, root in pages.items():
        (html,) = root.find_all("html")
        assert html.attributes["lang"] == "id", path
        assert len(list(root.find_all("h1"))) == 1, path
        assert next(root.find_all("h1")).text, path
        (head,) = root.find_all("head")
        assert [bool(heading.text) for heading in head.find_all("title")] == [True], path
        descriptions = [
            meta.attributes["content"].strip()
            for meta in head.find_all("meta")
            if meta.attributes.get("name") == "description"
        ]
        assert len(descriptions) == 1, path
        assert descriptions[0], path


def test_titles_tell_indicators_apart(pages: Pages, laporan: Laporan) -> None:
    titles = Counter(
        next(pages[f"{one.kunci}/index.html"].find_all("title")).text
        for one in laporan.all_indikator()
    )
    assert max(titles.values()) == 1


def test_a_missing_page_is_announced_in_indonesian(pages: Pages) -> None:
    assert "not found" not in pages["404.html"].text.lower()


def test_every_link_leads_to_a_file_of_the_site(pages: Pages, built: Path) -> None:
    """A folder is no file: opened from a disk, a link to one shows a listing."""
    ids = {
        path: {one.attributes.get("id") for one in root.find_all()} for path, root in pages.items()
    }
    broken = []
    for path, root in pages.items():
        for link in links(root):
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = path
            if address.path:
                # Only the page for a missing address may be anywhere, so it alone links from “/”.
                start = "/" if path == "404.html" else f"/{posixpath.dirname(path)}/"
                assert path == "404.html" or not link.startswith("/"), (path, link)
                target = posixpath.normpath(start + unquote(address.path)).lstrip("/")
            if not (built / target).is_file() or (
                address.fragment and unquote(address.fragment) not in ids.get(target, set())
            ):
                broken.append((path, link))
    assert broken == []


def test_nothing_is_fetched_from_another_host(pages: Pages, built: Path) -> None:
    foreign = [
        (path, one.tag, content)
        for path, root in pages.items()
        for one in root.find_all()
        for nama, content in one.attributes.items()
        if nama in {"href", "src", "srcset", "action", "data", "poster", "style"}
        and re.search(r"(?:^|[\s,(\"'])(?:[a-z]+:)?//", content)
        # An ordinary link to a source is followed by the reader, not by the page.
        and not (one.tag == "a" and nama == "href" and content.startswith("https://"))
    ]
    assert foreign == []
    for style in (built / "assets").rglob("*.css"):
        assert not re.search(r"(url\(\s*['\"]?|@import\s+['\"])(https?:)?//", style.read_text())


def test_ids_are_unique_and_references_to_them_hold(pages: Pages) -> None:
    for path, root in pages.items():
        ids = Counter(one.attributes["id"] for one in root.find_all() if "id" in one.attributes)
        assert [nama for nama, count in ids.items() if count > 1] == [], path
        named = {
            nama
            for one in root.find_all()
            for key in ("aria-labelledby", "aria-describedby")
            for nama in one.attributes.get(key, "").split()
        }
        assert named - ids.keys() == set(), path


def test_every_table_has_a_caption_and_says_what_its_headings_head(pages: Pages) -> None:
    count = 0
    for path, root in pages.items():
        for table in root.find_all("table"):
            count += 1
            first = next(one for one in table.children if isinstance(one, Element))
            assert first.tag == "caption", path
            assert first.text, path
            scopes = [kepala.attributes.get("scope") for kepala in table.find_all("th")]
            assert {"col", "row"} <= set(scopes) <= {"col", "row", "rowgroup", "colgroup"}, path
    assert count > 52, "every indicator with targets has one"


def test_every_figure_is_named_and_described(pages: Pages) -> None:
    count = 0
    for path, root in pages.items():
        for svg in root.find_all("svg"):
            if svg.attributes.get("role") != "img":
                continue
            count += 1
            names = [one for one in svg.children if isinstance(one, Element)][:2]
            assert [one.tag for one in names] == ["title", "desc"], path
            assert all(one.text for one in names), path
            assert svg.attributes["aria-labelledby"].split() == [
                one.attributes["id"] for one in names
            ]
    # A figure on the page and a spark line in the list, for each row with targets that were read.
    assert count >= 2 * sum(1 for baris in INVENTARIS if bacaan(baris))


# The same input, the same bytes


def _bytes(situs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(situs).as_posix(): path.read_bytes()
        for path in situs.rglob("*")
        if path.is_file()
    }


def _beda(one: Path, other: Path) -> list[str]:
    ini, itu = _bytes(one), _bytes(other)
    assert "sitemap.xml.gz" in ini
    return sorted(path for path in ini.keys() | itu.keys() if ini.get(path) != itu.get(path))


def test_a_second_build_is_byte_identical(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    build(built.parent / "mkdocs.yml", tmp_path / "situs", None)
    assert _beda(built, tmp_path / "situs") == []


def test_another_machine_builds_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another folder, time zone, language and order of hashing."""
    project = copy_project(tmp_path)
    subprocess.run(
        [sys.executable, "-c", _BUILD],
        cwd=project,
        env={
            **os.environ,
            "SOURCE_DATE_EPOCH": EPOCH,
            "PYTHONHASHSEED": "7",
            "TZ": "America/Los_Angeles",
            "LC_ALL": "C",
        },
        check=True,
        timeout=300,
    )
    assert _beda(built, project / "site") == []


_BUILD = """
from pathlib import Path
from iku_terbuka.mkdocs_plugin.build import build
build(Path("mkdocs.yml"), Path("site"), None)
"""


def test_without_a_date_the_clock_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Data that was downloaded without its history has no reference date."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    project = copy_project(tmp_path)
    for year in (2026, 2031):
        now = datetime(year, 1, 1, tzinfo=UTC)
        monkeypatch.setattr("mkdocs.utils.get_build_datetime", lambda now=now: now)
        build(project / "mkdocs.yml", project / f"situs-{year}", None)
    assert _beda(project / "situs-2026", project / "situs-2031") == []
    assert "Data per" not in (project / "situs-2031" / "index.html").read_text("utf-8")
