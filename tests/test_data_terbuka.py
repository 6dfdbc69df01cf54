"""Open data against the pages: the same figures, the same digits, everywhere."""

import csv
import io
import json
import posixpath
import re
from pathlib import Path
from typing import Any

import pytest

from generator.build import build
from generator.model import Indikator, Laporan
from tests.conftest import EPOCH, copy_project
from tests.halaman import (
    Halaman,
    Simpul,
    baca_situs,
    baris_tabel,
    fakta_satuan,
    sel_angka,
)
from tests.test_transkripsi import angka_tercetak, bacaan, pasangkan, per_baris

# Open data against the pages

KOLOM = (
    *("kode_wilayah", "pemda", "instansi_id", "instansi", "jenjang", "sasaran", "indikator_id"),
    *("indikator", "satuan", "arah", "rumus_capaian", "tahun", "target", "realisasi", "keadaan"),
    *("capaian", "status", "kategori", "predikat", "sumber", "halaman"),
)
# Invented results for the three indicators of the Setda beside the one that is known, one of each
# kind; capaian 99,125 is a tie, 10 of 3 is computed from components.
_HASIL = {
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
    for tahun, isi in _HASIL.items():
        text = f"tahun: {tahun}\nstatus: final\ncapaian:\n  {isi}\n"
        (folder / f"{tahun}.yaml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(project / "mkdocs.yml", project / "site", None)
    return project / "site"


@pytest.fixture(params=["built", "berhasil"])
def situs(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def _csv(situs: Path) -> list[dict[str, str]]:
    raw = (situs / "data/capaian.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read UTF-8"
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_has_a_row_for_every_indicator_and_year(built: Path, laporan: Laporan) -> None:
    rows = _csv(built)
    assert set(KOLOM) <= set(rows[0])
    assert [(row["instansi_id"], row["indikator_id"], row["tahun"]) for row in rows] == [
        (satu.instansi_id, satu.id, str(tahun))
        for satu in laporan.semua_indikator()
        for tahun in satu.tahun or ("",)
    ]
    assert len({row["halaman"] for row in rows}) == 63


def test_csv_says_what_the_pages_show(situs: Path) -> None:
    pages = baca_situs(situs)
    for row in _csv(situs):
        assert not row["halaman"].startswith("/")
        assert row["halaman"].endswith("/")
        akar = pages[f"{row['halaman']}index.html"]
        assert next(akar.semua("h1")).teks == row["indikator"]
        assert akar.kelas("iku-atas")[0].teks.endswith(f"Sasaran: {row['sasaran']}")
        assert row["satuan"] == fakta_satuan(akar)
        if not row["tahun"]:
            assert baris_tabel(akar) == {}
            continue
        cells = baris_tabel(akar)[row["tahun"]]
        assert sel_angka(cells[1]) == (row["target"], row["target_predikat"])
        (keping,) = cells[-1].kelas("iku-keping")
        assert keping.atribut["data-status"].replace("-", "_") == row["status"]
        if row["realisasi"]:
            assert sel_angka(cells[2]) == (row["realisasi"], row["predikat"])
            assert re.sub(r"%$", "", cells[3].teks).replace(",", ".") == row["capaian"] or (
                not row["capaian"] and list(cells[3].semua("small"))
            )
            assert row["keadaan"] == ""
        else:
            assert len(cells) == 3
            # A year that is not over has not been reported either; only the status tells why.
            state = row["status"].replace("belum_waktunya", "belum_dilaporkan")
            assert (row["capaian"], row["keadaan"]) == ("", state)


def test_csv_says_what_the_tables_of_a_year_show(situs: Path) -> None:
    pages = baca_situs(situs)
    rows = [row for row in _csv(situs) if row["tahun"]]
    for row in rows:
        folder = f"{row['instansi_id']}/tahun-{row['tahun']}"
        link = posixpath.relpath(row["halaman"], folder) + "/index.html"
        (cells,) = (
            list(baris.semua("th", "td"))
            for baris in pages[f"{folder}/index.html"].semua("tr")
            if any(satu.atribut.get("href") == link for satu in baris.semua("a"))
        )
        assert sel_angka(cells[2]) == (row["target"], row["target_predikat"])
        if row["realisasi"]:
            assert sel_angka(cells[3]) == (row["realisasi"], row["predikat"])
            percent, *category = cells[4].isi
            assert [satu.teks for satu in category if isinstance(satu, Simpul)] == [
                satu for satu in [row["kategori"]] if satu
            ]
            if row["capaian"]:
                assert str(percent).removesuffix("%").replace(",", ".") == row["capaian"]
            else:
                assert isinstance(percent, Simpul), "says why there is no percentage"
                assert percent.tag == "small"
                assert percent.teks
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


def test_every_column_is_explained_on_the_data_page(built: Path, halaman: Halaman) -> None:
    (tabel,) = halaman["data/index.html"].semua("table")
    explained = [kepala.teks for kepala in tabel.semua("th") if kepala.atribut["scope"] == "row"]
    assert explained == list(_csv(built)[0])
    words = {kode.teks for kode in tabel.semua("code")}
    assert {row["keadaan"] for row in _csv(built)} - {""} <= words


def _json(situs: Path) -> dict[str, dict[str, Any]]:
    """Return the indicators of iku.json by page; a number in it must be a whole year or page."""

    def refuse(number: str) -> None:
        raise AssertionError(f"{number} is not a string")

    def check(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        for key, value in pairs:
            if type(value) is int:
                assert key in {"tahun", "awal", "akhir", "halaman"}, key
        return dict(pairs)

    text = (situs / "data/iku.json").read_text("utf-8")
    data = json.loads(text, parse_float=refuse, object_pairs_hook=check)
    return {
        satu["halaman"]: satu
        for pemda in data["pemda"]
        for instansi in pemda["instansi"]
        for satu in instansi["indikator"]
    }


@per_baris
def test_json_keeps_the_digits_as_printed(
    baris: dict[str, Any], indikator: dict[str, Indikator], built: Path
) -> None:
    satu = _json(built)[f"{indikator[baris['id']].kunci}/"]
    isi = {"awal": satu.get("kondisi_awal"), "akhir": satu.get("target_akhir")}
    isi |= satu.get("target", {})
    assert {tempat: nilai["nilai"] for tempat, nilai in isi.items() if nilai} == {
        tempat: angka_tercetak(tercetak) for tempat, tercetak in bacaan(baris).items()
    }


def test_json_and_csv_agree(situs: Path) -> None:
    entries = _json(situs)
    rows = _csv(situs)
    assert set(entries) == {row["halaman"] for row in rows}
    for row in rows:
        if not row["tahun"]:
            assert entries[row["halaman"]]["pengukuran"] == []
            continue
        (satu,) = (
            ukuran
            for ukuran in entries[row["halaman"]]["pengukuran"]
            if ukuran["tahun"] == int(row["tahun"])
        )
        for key in ("target", "realisasi"):
            assert (satu[key] or {}).get("nilai", "") == row[key]
        for key in ("capaian", "status", "kategori", "predikat"):
            assert (satu[key] or "") == row[key]


def test_digits_survive_into_every_file(built: Path) -> None:
    """The example of the contract: 3,40 in the decree."""
    folder = "kabupaten-balangan/sekretariat-daerah/indeks-pelayanan-publik/"
    assert _json(built)[folder]["target"]["2022"]["nilai"] == "3.40"
    (row,) = (r for r in _csv(built) if (r["halaman"], r["tahun"]) == (folder, "2022"))
    assert row["target"] == "3.40"
    assert "3,40" in (built / folder / "index.html").read_text("utf-8")
