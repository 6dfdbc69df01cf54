"""The zip of everything, and the text in it that says what it is."""

import io
import zipfile

import pytest

from iku_terbuka.context import Context
from iku_terbuka.opendata import COLUMN_NAMES, downloads
from iku_terbuka.opendata.origin import cite_site
from tests.conftest import DATA
from tests.opendata.sites import bare, made, read_site

ISI = {
    *("BACA-SAYA.txt", "capaian.csv", "iku.json", "iku.schema.json", "iku.xlsx"),
    *("datapackage.json", "dcat.jsonld", "indikator.csv"),
}


@pytest.fixture(scope="module", params=["lengkap", "polos"])
def context(request: pytest.FixtureRequest) -> Context:
    whole = read_site(DATA / "indicators")
    return whole if request.param == "lengkap" else bare(whole)


@pytest.fixture(scope="module")
def archive(context: Context) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made(context, "data/iku.zip")))


def test_it_holds_what_lies_beside_it(archive: zipfile.ZipFile, context: Context) -> None:
    assert set(archive.namelist()) == ISI
    assert len(archive.namelist()) == len(ISI)
    assert archive.testzip() is None
    beside = {plan.path: plan for plan in downloads(context)}
    for name in ISI - {"BACA-SAYA.txt"}:
        assert archive.read(name) == beside[f"data/{name}"].make()


def test_its_entries_tell_nothing_of_the_machine(
    archive: zipfile.ZipFile, context: Context
) -> None:
    day = context.acuan
    expected = (day.year, day.month, day.day) if day else (1980, 1, 1)
    for entry in archive.infolist():
        assert entry.date_time == (*expected, 0, 0, 0)
        assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)


def test_its_readme_says_what_one_must_know(archive: zipfile.ZipFile, context: Context) -> None:
    raw = archive.read("BACA-SAYA.txt")
    text = raw.decode("utf-8-sig")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert "\r\n" in text
    assert max(len(line) for line in text.splitlines()) <= 100
    joined = " ".join(text.split())
    assert text.startswith("IKU Terbuka: Indikator Kinerja Utama\r\n")
    for name in ISI - {"BACA-SAYA.txt"}:
        assert f"- {name}: " in text
    for name in COLUMN_NAMES:
        assert f"- {name}: " in text
    assert "salinan dari dokumen publik" in joined
    assert "bukan nol" in joined
    assert " ".join(cite_site(context).full.split()) in joined
    for instansi in context.all_instansi():
        for dasar in (dasar for one in instansi.iku for dasar in one.iku.dasar_hukum[:1]):
            assert " ".join(dasar.jenis.split()) in joined
    if context.lisensi:
        assert "CC-BY-4.0" in joined
        assert "21 November 2026" in joined
        assert context.site_url in joined
        assert context.kontak.text in joined
    else:
        assert "Lisensi data belum dinyatakan." in joined
