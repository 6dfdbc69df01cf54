"""A long list in pages: nothing lost, nothing twice, a sasaran kept together where it can be."""

import posixpath
from itertools import chain

import pytest

from bench.data import ACUAN, data
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.output import OutputFile
from iku_terbuka.pages import halaman_instansi, halaman_lanjutan, halaman_tahun
from iku_terbuka.pages import potong as modul
from iku_terbuka.pages.potong import potong
from tests.halaman import Simpul, baca

MAKS = 7


@pytest.mark.parametrize(
    ("runs", "sizes"),
    [
        ([], [0]),
        ([3, 4], [7]),
        ([3, 5, 2], [3, 7]),
        ([16, 2, 3], [7, 7, 7]),
        ([1] * 15, [7, 7, 1]),
    ],
)
def test_neighbours_stay_together_while_a_page_can_hold_them(
    monkeypatch: pytest.MonkeyPatch, runs: list[int], sizes: list[int]
) -> None:
    monkeypatch.setattr(modul, "MAX_BARIS", MAKS)
    items = [(run, i) for run, count in enumerate(runs) for i in range(count)]
    parts = potong(items, lambda item: item[0])
    assert [len(part.isi) for part in parts] == sizes
    assert [item for part in parts for item in part.isi] == items
    assert [part.ke for part in parts] == [*range(1, len(sizes) + 1)]
    assert all(items[part.awal - 1] == part.isi[0] for part in parts if part.isi)
    assert {part.jumlah for part in parts} == {len(items)}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A Pemda with one instansi of 15 indicators in three sasaran of five."""
    root = tmp_path_factory.mktemp("daftar")
    for name, text in data(15).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    laporan = load_laporan(root).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


@pytest.fixture
def pendek(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "MAX_BARIS", MAKS)


def nama(page: Simpul) -> list[str]:
    return [a.teks for row in page.kelas("data") for a in row.kelas("iku-nama")]


def alamat(page: OutputFile, isi: Simpul) -> list[str]:
    """Return the files that the links to other pages of the list name; “kini” for the page."""
    (nav,) = (satu for satu in isi.semua("nav") if satu.atribut["aria-label"].startswith("Bagian "))
    folder = posixpath.dirname(page.path)
    return [
        posixpath.normpath(f"{folder}/{satu.atribut['href']}") if satu.tag == "a" else "kini"
        for satu in nav.kelas("iku-tombol")
    ]


@pytest.mark.usefixtures("pendek")
def test_the_list_of_an_instansi_goes_on_below_its_page(context: Context) -> None:
    instansi = next(satu for satu in context.all_instansi() if satu.indikator)
    pages = [
        halaman_instansi(context, instansi),
        *(satu.buat() for satu in halaman_lanjutan(context, instansi)),
    ]
    paths = [f"{instansi.id}{below}/index.html" for below in ("", "/iku/2", "/iku/3")]
    assert [page.path for page in pages] == [path.replace(".html", ".md") for path in paths]
    shown = [baca(str(page.content)) for page in pages]
    assert [len(nama(page)) for page in shown] == [5, 5, 5]
    assert [*chain(*map(nama, shown))] == [satu.nama for satu in instansi.indikator]
    for i, (page, isi) in enumerate(zip(pages, shown, strict=True)):
        assert alamat(page, isi) == [*paths[:i], "kini", *paths[i + 1 :]]
        assert [th.teks.partition(":")[0] for th in isi.semua("th") if "colspan" in th.atribut] == [
            "Sasaran"
        ]
        (tabel,) = (satu for satu in isi.semua("table") if "data-saring" in satu.atribut)
        assert tabel.atribut["data-saring"] == "sebagian"
        folder = posixpath.dirname(page.path)
        for row, indikator in zip(
            isi.kelas("data"), instansi.indikator[i * 5 : i * 5 + 5], strict=True
        ):
            (link,) = row.kelas("iku-nama")
            target = posixpath.normpath(f"{folder}/{link.atribut['href']}")
            assert target == f"{indikator.kunci}/index.html"
    assert "indikator 6–10 dari 15" in shown[1].teks


@pytest.mark.usefixtures("pendek")
def test_the_table_of_a_year_goes_on_below_its_page(context: Context) -> None:
    instansi = next(satu for satu in context.all_instansi() if satu.indikator)
    pages = [satu.buat() for satu in halaman_tahun(context, instansi, 2024)]
    top = f"{instansi.id}/tahun-2024"
    paths = [f"{top}{below}/index.html" for below in ("", "/2", "/3")]
    assert [page.path for page in pages] == [path.replace(".html", ".md") for path in paths]
    shown = [baca(str(page.content)) for page in pages]
    assert [*chain(*map(nama, shown))] == [satu.nama for satu in instansi.indikator]
    for i, (page, isi) in enumerate(zip(pages, shown, strict=True)):
        assert alamat(page, isi) == [*paths[:i], "kini", *paths[i + 1 :]]
        explained = [h3.teks for h3 in isi.semua("h3")]
        assert explained == nama(isi)
        assert ("Rata-rata capaian" in isi.teks) is (i == 0)
        assert "Belum ada laporan kinerja" not in isi.teks
    years = [satu for satu in shown[1].semua("nav") if satu.atribut["aria-label"] == "Tahun lain"]
    links = [a.atribut["href"] for a in years[0].semua("a")]
    assert "../index.html" in links, "back to the beginning of this year"


def test_a_list_that_fits_has_no_other_pages(context: Context) -> None:
    instansi = next(satu for satu in context.all_instansi() if satu.indikator)
    assert list(halaman_lanjutan(context, instansi)) == []
    page = next(halaman_tahun(context, instansi, 2024)).buat()
    first = halaman_instansi(context, instansi)
    for satu in (page, first):
        assert 'aria-label="Bagian' not in str(satu.content)
        assert "data-saring=" not in str(satu.content)
