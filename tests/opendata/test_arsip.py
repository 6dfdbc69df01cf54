"""The zip of everything, and the text in it that says what it is."""

import io
import zipfile

import pytest

from iku_terbuka.context import Context
from iku_terbuka.opendata import NAMA_KOLOM, berkas_unduhan, dengan_zip
from iku_terbuka.opendata.sitasi import sitasi_situs
from iku_terbuka.opendata.uraian import berkas_uraian
from iku_terbuka.output import OutputFile, jadi
from tests.conftest import DATA
from tests.opendata.buatan import baca, polos

ISI = {
    *("BACA-SAYA.txt", "capaian.csv", "iku.json", "iku.schema.json", "iku.xlsx"),
    *("datapackage.json", "dcat.jsonld", "indikator.csv"),
}


@pytest.fixture(scope="module", params=["lengkap", "polos"])
def context(request: pytest.FixtureRequest) -> Context:
    made = baca(DATA / "indicators")
    return made if request.param == "lengkap" else polos(made)


@pytest.fixture(scope="module")
def berkas(context: Context) -> list[OutputFile]:
    return [*map(jadi, berkas_unduhan(context)), *berkas_uraian(context)]


@pytest.fixture(scope="module")
def arsip(context: Context, berkas: list[OutputFile]) -> zipfile.ZipFile:
    *_, made = dengan_zip(context, berkas)
    assert made.path == "data/iku.zip"
    assert isinstance(made.content, bytes)
    return zipfile.ZipFile(io.BytesIO(made.content))


def test_it_holds_what_lies_beside_it(arsip: zipfile.ZipFile, berkas: list[OutputFile]) -> None:
    assert set(arsip.namelist()) == ISI
    assert len(arsip.namelist()) == len(ISI)
    assert arsip.testzip() is None
    beside = {satu.path: satu.content for satu in berkas}
    for name in ISI - {"BACA-SAYA.txt"}:
        content = beside[f"data/{name}"]
        assert arsip.read(name) == (content if isinstance(content, bytes) else content.encode())


def test_its_entries_tell_nothing_of_the_machine(arsip: zipfile.ZipFile, context: Context) -> None:
    day = context.acuan
    expected = (day.year, day.month, day.day) if day else (1980, 1, 1)
    for entry in arsip.infolist():
        assert entry.date_time == (*expected, 0, 0, 0)
        assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)


def test_its_readme_says_what_one_must_know(arsip: zipfile.ZipFile, context: Context) -> None:
    raw = arsip.read("BACA-SAYA.txt")
    text = raw.decode("utf-8-sig")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert "\r\n" in text
    assert max(len(line) for line in text.splitlines()) <= 100
    joined = " ".join(text.split())
    assert text.startswith("IKU Terbuka: Indikator Kinerja Utama\r\n")
    for name in ISI - {"BACA-SAYA.txt"}:
        assert f"- {name}: " in text
    for name in NAMA_KOLOM:
        assert f"- {name}: " in text
    assert "salinan dari dokumen publik" in joined
    assert "bukan nol" in joined
    assert " ".join(sitasi_situs(context).lengkap.split()) in joined
    for instansi in context.all_instansi():
        for dasar in (dasar for satu in instansi.iku for dasar in satu.iku.dasar_hukum[:1]):
            assert " ".join(dasar.jenis.split()) in joined
    if context.lisensi:
        assert "CC-BY-4.0" in joined
        assert "21 November 2026" in joined
        assert context.site_url in joined
        assert context.kontak in joined
    else:
        assert "Lisensi data belum dinyatakan." in joined
