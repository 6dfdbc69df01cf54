"""Open data against the pages: the same figures, the same digits, everywhere."""

import csv
import io
import json
import posixpath
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from iku_terbuka.capaian import ATURAN, Status
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model import Arah, Indikator, Laporan, RumusCapaian
from iku_terbuka.model.tanggal import BULAN
from iku_terbuka.wording import STATUS_ICONS
from iku_terbuka.wording.terms import ARAH_WORDS
from tests.conftest import EPOCH, copy_project
from tests.html_tree import (
    Element,
    facts,
    read_pages,
    satuan_fact,
    table_rows,
)
from tests.test_transcription import angka_tercetak, bacaan, by_row, pasangkan

# Open data against the pages

# Of the contract.
COLUMNS = (
    *("kode_wilayah", "pemda", "instansi_id", "instansi", "jenjang", "sasaran", "indikator_id"),
    *("indikator", "satuan", "arah", "rumus_capaian", "tahun", "target", "realisasi", "keadaan"),
    *("capaian", "status", "kategori", "predikat", "sumber", "halaman"),
)
# Invented results for the three indicators of the Setda beside the one that is known, one of each
# kind; capaian 99,125 is a tie, 10 of 3 is computed from components.
_RESULTS = {
    2021: "nilai-sakip: {realisasi: 67.8015}\n  indeks-pelayanan-publik: {realisasi: 3.50}\n"
    "  indeks-kepuasan-masyarakat: {realisasi: 82.55}",
    2022: "nilai-sakip: {realisasi: {nilai: 75.20, predikat: BB}, sumber: {judul: LKjIP 2022}}\n"
    "  indeks-pelayanan-publik: {keadaan: tidak_diukur}\n"
    "  indeks-kepuasan-masyarakat: {realisasi: 0}",
    2023: "indeks-pelayanan-publik: {variabel: {nilai_aspek: 10, bobot_aspek: 3}}",
    2026: "nilai-sakip: {realisasi: 78.0}",
}


@pytest.fixture(scope="session")
def indikator(laporan: Laporan) -> dict[str, Indikator]:
    return pasangkan(laporan)


@pytest.fixture(scope="session")
def berhasil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of the same data with more results, and categories of capaian."""
    project = copy_project(tmp_path_factory.mktemp("berhasil"))
    folder = project / "indicators/kabupaten-balangan/sekretariat-daerah/capaian"
    profil = project / "indicators/kabupaten-balangan/pemda.yaml"
    with profil.open("a", encoding="utf-8") as file:
        file.write("skala_capaian: permendagri-86-2017\n")
    for tahun, content in _RESULTS.items():
        text = f"tahun: {tahun}\nstatus: final\ncapaian:\n  {content}\n"
        (folder / f"{tahun}.yaml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(project / "mkdocs.yml", project / "site", None)
    return project / "site"


@pytest.fixture(params=["built", "berhasil", "site_contoh"])
def site(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def _csv(site: Path) -> list[dict[str, str]]:
    raw = (site / "data/capaian.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read UTF-8"
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_has_a_row_for_every_indicator_and_year(built: Path, laporan: Laporan) -> None:
    rows = _csv(built)
    assert set(COLUMNS) <= set(rows[0])
    assert [(row["instansi_id"], row["indikator_id"], row["tahun"]) for row in rows] == [
        (one.instansi_id, one.id, str(tahun))
        for one in laporan.all_indikator()
        for tahun in one.tahun or ("",)
    ]
    assert len({row["halaman"] for row in rows}) == 63


def test_csv_says_what_the_pages_show(site: Path) -> None:
    pages = read_pages(site)
    rows = _csv(site)
    newest = {row["halaman"]: row for row in rows}  # the years are in order
    for row in rows:
        assert not row["halaman"].startswith("/")
        assert row["halaman"].endswith("/")
        root = pages[f"{row['halaman']}index.html"]
        _same(row["instansi"], next(pages[f"{row['instansi_id']}/index.html"].find_all("h1")).text)
        pemda = row["instansi_id"].partition("/")[0]
        profil = pages[f"{pemda}/index.html"]
        _same(row["pemda"], next(profil.find_all("h1")).text)
        assert facts(profil)["Kode wilayah"].text == row["kode_wilayah"]
        _huruf_di(row["sumber"], root)
        if row is newest[row["halaman"]]:
            _sekarang(row, root)
        if not row["tahun"]:
            assert table_rows(root) == {}
            continue
        cells = table_rows(root)[row["tahun_ajaran"] or row["tahun"]]
        assert _nilai(cells[1]) == (_isi(row, "target"), row["target_predikat"])
        (keping,) = cells[-1].with_class("iku-keping")
        assert keping.attributes["data-status"] == STATUS_ICONS[Status(row["status"])]
        if len(cells) > 3:
            assert _nilai(cells[2]) == (_isi(row, "realisasi"), row["predikat"])
            assert _capaian(cells[3].text) == row["capaian"] or (
                not row["capaian"] and list(cells[3].find_all("small"))
            )
            assert row["keadaan"] == ""
        elif row["status"] != "tidak_dapat_dihitung":
            # A year that is not over has not been reported either; only the status tells why. A
            # target that was replaced is not awaited.
            state = {
                "belum_waktunya": "belum_dilaporkan",
                "berjalan": "belum_dilaporkan",
                "digantikan": "",
            }.get(row["status"], row["status"])
            assert (row["realisasi"], row["capaian"], row["keadaan"]) == ("", "", state)
    assert len(newest) == len({row["halaman"] for row in rows})


def _diukur(row: dict[str, str]) -> str:
    """Return what an indicator measures as a page writes it."""
    return f"Tujuan: {row['tujuan']}" if row["tujuan"] else f"Sasaran: {row['sasaran']}"


def _sekarang(row: dict[str, str], root: Element) -> None:
    """Compare what the page says once, by the newest decree."""
    _same(row["indikator"], next(root.find_all("h1")).text)
    above = "Indikator Kinerja Kunci (IKK) · " if row["jenis"] == "ikk" else ""
    above += f"{row['jenjang']} · " if row["jenjang"] else ""
    _same(f"{above}{_diukur(row)}", root.with_class("iku-atas")[0].text)
    assert row["satuan"].replace("%", "persen") == satuan_fact(root)
    said = facts(root)["Arah"].text
    words = ARAH_WORDS[Arah(row["arah"])] if row["arah"] else "Belum ditetapkan"
    if row["target_tanggal"]:
        words = words.replace("rendah", "awal")
    assert said.startswith(words)
    if row["rumus_capaian"]:
        _huruf_di(ATURAN[RumusCapaian(row["rumus_capaian"])].judul, root)
    elif not row["target_tanggal"]:  # a date needs no rule
        assert "belum ditetapkan" in root.text


def _same(kiri: str, kanan: str) -> None:
    """Compare words; an abbreviation that the page explains may stand apart there."""
    assert "".join(kiri.split()) == "".join(kanan.split())


def _huruf_di(text: str, root: Element) -> None:
    assert "".join(text.split()) in "".join(root.text.split())


_ANGKA = r"−?[\d.]+(?:,\d+)?"


def _isi(row: dict[str, str], key: str) -> str:
    """Return the number of a row, or the date in place of one."""
    return row[key] or row[f"{key}_tanggal"]


def _nilai(cell: Element) -> tuple[str, str]:
    """Return a number, a range or a date as the CSV writes it, and the grade, in a cell."""
    if not cell.with_class("iku-utuh"):
        return "", ""
    utuh = cell.with_class("iku-utuh")[0]
    if day := re.fullmatch(r"(?:(\d+) )?([A-Z][a-z]+) (\d{4})", utuh.text.replace("\u00a0", " ")):
        month = f"{day[3]}-{BULAN.index(day[2].lower()) + 1:02d}"
        return (f"{month}-{int(day[1]):02d}" if day[1] else month), ""
    found = re.match(f"({_ANGKA})(?:–({_ANGKA}))?", utuh.text)
    if found is None:
        return "", utuh.text
    numbers = [_persen(part) for part in found.groups() if part]
    return "..".join(numbers), " ".join(kuat.text for kuat in utuh.find_all("strong"))


def _persen(text: str) -> str:
    return text.removesuffix("%").replace(".", "").replace(",", ".").replace("−", "-")


def _capaian(text: str) -> str:
    """Return a capaian with two decimals; a page has more only where these would hide a miss."""
    figure = _persen(text)
    if len(figure.partition(".")[2]) <= 2 or not text.endswith("%"):
        return figure
    assert 0 < abs(Decimal(figure) - 100) <= Decimal("0.005"), text
    return "100.00"


def test_csv_says_what_the_tables_of_a_year_show(site: Path) -> None:
    pages = read_pages(site)
    rows = [row for row in _csv(site) if row["tahun"]]
    for row in rows:
        folder = f"{row['instansi_id']}/tahun-{row['tahun']}"
        root = pages[f"{folder}/index.html"]
        link = posixpath.relpath(row["halaman"], folder) + "/index.html"
        (cells,) = (
            list(baris.find_all("th", "td"))
            for baris in root.find_all("tr")
            if any(one.attributes.get("href") == link for one in baris.find_all("a"))
        )
        _same(row["indikator"], next(cells[0].find_all("a")).text)
        _same(row["satuan"].replace("%", "persen") or "tidak disebut", cells[1].text)
        _huruf_di(_diukur(row), root)
        assert _nilai(cells[2]) == (_isi(row, "target"), row["target_predikat"])
        if row["status_data"] == "sementara":
            assert "Angka tahun ini masih sementara." in root.text
        if len(cells) > 4:
            assert _nilai(cells[3]) == (_isi(row, "realisasi"), row["predikat"])
            percent, *category = cells[4].children
            assert [one.text for one in category if isinstance(one, Element)] == [
                one for one in [row["kategori"]] if one
            ]
            if row["capaian"]:
                assert _capaian(str(percent)) == row["capaian"]
            else:
                assert isinstance(percent, Element), "says why there is no percentage"
                assert percent.tag == "small"
                assert percent.text
        else:
            assert (row["realisasi"], row["capaian"]) == ("", "")
    assert rows


def test_capaian_of_known_results(berhasil: Path) -> None:
    """Half up, uncapped, zero is a result, and no result is no number."""
    rows = {
        (row["indikator_id"], row["tahun"]): row
        for row in _csv(berhasil)
        if row["instansi_id"] == "kabupaten-balangan/sekretariat-daerah"
    }
    found = {key: (row["capaian"], row["status"]) for key, row in rows.items()}
    assert found["nilai-sakip", "2021"] == ("99.13", "belum_tercapai")
    assert found["indeks-pelayanan-publik", "2021"] == ("116.28", "melampaui")
    assert found["indeks-kepuasan-masyarakat", "2021"] == ("100.00", "tercapai")
    assert found["nilai-sakip", "2022"] == ("106.82", "melampaui")
    assert found["indeks-pelayanan-publik", "2022"] == ("", "tidak_diukur")
    assert found["indeks-kepuasan-masyarakat", "2022"] == ("0.00", "belum_tercapai")
    assert found["nilai-sakip", "2023"] == ("", "belum_dilaporkan")
    assert found["nilai-sakip", "2026"] == ("", "tidak_dapat_dihitung"), "no target was read"
    # The one real result: 4,57 of 4,01.
    assert found["indeks-pelayanan-publik", "2025"] == ("113.97", "melampaui")
    # From components: shown rounded, measured exactly (10 / 3 of 3,51 is 94,9667…).
    assert rows["indeks-pelayanan-publik", "2023"]["realisasi"] == "3.33"
    assert found["indeks-pelayanan-publik", "2023"] == ("94.97", "belum_tercapai")


def test_grades_and_categories_come_from_the_scales(berhasil: Path, built: Path) -> None:
    """Reported grades stay; the scale gives the rest; without a scale there is no category."""
    rows = {
        (row["indikator_id"], row["tahun"]): (row["predikat"], row["kategori"])
        for row in _csv(berhasil)
        if row["instansi_id"] == "kabupaten-balangan/sekretariat-daerah"
    }
    assert rows["indeks-pelayanan-publik", "2021"] == ("B-", "Sangat Tinggi")
    assert rows["indeks-pelayanan-publik", "2025"] == ("A", "Sangat Tinggi")
    assert rows["nilai-sakip", "2022"] == ("BB", "Sangat Tinggi")
    assert rows["indeks-kepuasan-masyarakat", "2022"][1] == "Sangat Rendah", "0 is a result"
    assert rows["indeks-pelayanan-publik", "2022"] == ("", ""), "not measured"
    assert {row["kategori"] for row in _csv(built)} == {""}


def test_every_column_is_explained_on_the_data_page(site: Path) -> None:
    root = read_pages(site)["data/index.html"]
    tables = {next(table.find_all("caption")).text: table for table in root.find_all("table")}
    for berkas in ("capaian.csv", "indikator.csv"):
        table = tables[f"Kolom {berkas}"]
        explained = [
            head.text for head in table.find_all("th") if head.attributes["scope"] == "row"
        ]
        raw = (site / "data" / berkas).read_text("utf-8-sig")
        assert explained == raw.splitlines()[0].split(",")
    words = {kode.text for kode in tables["Kolom capaian.csv"].find_all("code")}
    for row in _csv(site):
        assert {row["keadaan"], row["status"], row["arah"], row["status_data"]} - {""} <= words


def test_every_link_of_the_data_page_resolves(site: Path) -> None:
    root = read_pages(site)["data/index.html"]
    (content,) = root.find_all("article")
    links = [
        urlsplit(one.attributes["href"])
        for one in content.find_all("a")
        if "href" in one.attributes
    ]
    files = {one.path for one in links if not one.netloc and one.path}
    assert {"capaian.csv", "iku.json", "iku.xlsx", "iku.zip", "iku.schema.json"} <= files
    for path in files:
        assert (site / "data" / path).is_file(), path
    # A stable address is written out beside each example.
    spelled = {kode.text for kode in content.find_all("code")}
    assert sum((site / text).is_file() for text in spelled if text.startswith("data/")) == 2


@pytest.mark.parametrize("nama", ["contoh-pandas", "contoh-python"])
def test_the_examples_print_what_the_page_says(site: Path, nama: str) -> None:
    blocks = {
        one.attributes.get("id"): "".join(
            str(content) for content in next(one.find_all("code")).children
        )
        for one in read_pages(site)["data/index.html"].find_all("pre")
    }
    done = subprocess.run(
        [sys.executable, "-c", blocks[nama]],
        cwd=site / "data",
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == blocks["contoh-hasil"]
    assert sum(int(line.split()[1]) for line in done.stdout.splitlines()) == len(_csv(site))


def test_every_page_offers_its_own_files(site: Path) -> None:
    """A node and a year: CSV, JSON and Excel; an indicator: CSV and JSON, of that indicator."""
    all_rows = _csv(site)
    indikator = {row["halaman"] for row in all_rows}
    text = (site / "data/indikator.csv").read_text("utf-8-sig")
    former = {
        row["halaman"]: [f"{key}/" for key in row["melanjutkan"].split("; ")]
        for row in csv.DictReader(io.StringIO(text))
    }
    offered = 0
    for path, root in read_pages(site).items():
        folder = posixpath.dirname(path)
        links = [
            one.attributes["href"] for one in root.find_all("a") if "download" in one.attributes
        ]
        if folder == "data" or not links:
            continue
        offered += 1
        kinds = ["capaian.csv", "iku.json", "iku.xlsx"][: 2 if f"{folder}/" in indikator else 3]
        files = [site / posixpath.normpath(posixpath.join(folder, link)) for link in links]
        assert [file.name for file in files] == kinds, path
        assert all(file.is_file() for file in files)
        about = re.sub(r"/tahun-\d+$", "", folder) + "/"
        found = list(csv.DictReader(io.StringIO(files[0].read_text("utf-8-sig"))))
        own = [row for row in all_rows if row["halaman"].startswith(about)]
        assert found[-len(own) :] == own
        # Before them stand those of the indicator that it goes on with.
        assert {row["halaman"] for row in found[: -len(own)]} <= {*former.get(about, ())}
    assert offered > len(indikator)


def _json(site: Path) -> dict[str, dict[str, Any]]:
    """Return the indicators of iku.json by page; a number in it is a year, its part or a page."""

    def refuse(number: str) -> None:
        raise AssertionError(f"{number} is not a string")

    def check(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        known = {"tahun", "awal", "akhir", "sejak", "berlaku_sejak", "halaman", "bagian"}
        for key, value in pairs:
            if type(value) is int:
                assert key in known, key
        return dict(pairs)

    text = (site / "data/iku.json").read_text("utf-8")
    data = json.loads(text, parse_float=refuse, object_pairs_hook=check)
    return {
        one["halaman"]: one
        for pemda in data["pemda"]
        for instansi in pemda["instansi"]
        for one in instansi["indikator"]
    }


@by_row
def test_json_keeps_the_digits_as_printed(
    baris: dict[str, Any], indikator: dict[str, Indikator], built: Path
) -> None:
    one = _json(built)[f"{indikator[baris['id']].kunci}/"]
    content = {"awal": one.get("kondisi_awal"), "akhir": one.get("target_akhir")}
    content |= one.get("target", {})
    assert {tempat: nilai["nilai"] for tempat, nilai in content.items() if nilai} == {
        tempat: angka_tercetak(tercetak) for tempat, tercetak in bacaan(baris).items()
    }


def test_json_and_csv_agree(site: Path) -> None:
    entries = _json(site)
    rows = _csv(site)
    assert set(entries) == {row["halaman"] for row in rows}
    for row in rows:
        if not row["tahun"]:
            assert entries[row["halaman"]]["pengukuran"] == []
            continue
        (one,) = (
            ukuran
            for ukuran in entries[row["halaman"]]["pengukuran"]
            if ukuran["tahun"] == int(row["tahun"])
        )
        for key in ("target", "realisasi"):
            content = one[key] or {}
            bounds = [content[name] for name in ("bawah", "atas") if name in content]
            assert content.get("nilai", "..".join(bounds)) == row[key]
        for key in ("capaian", "status", "kategori", "predikat"):
            assert (one[key] or "") == row[key]


def test_digits_survive_into_every_file(built: Path) -> None:
    """The example of the contract: 3,40 in the decree."""
    folder = "kabupaten-balangan/sekretariat-daerah/indeks-pelayanan-publik/"
    assert _json(built)[folder]["target"]["2022"]["nilai"] == "3.40"
    (row,) = (r for r in _csv(built) if (r["halaman"], r["tahun"]) == (folder, "2022"))
    assert row["target"] == "3.40"
    assert "3,40" in (built / folder / "index.html").read_text("utf-8")
