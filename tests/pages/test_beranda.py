"""The home page: the counts, the Pemda, what changed lately, and the way to the search."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.history import Commit, Entry, History, NumberChange, NumberKind
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.output import OutputFile
from iku_terbuka.pages import halaman_instansi, halaman_pemda, isi_beranda
from iku_terbuka.site import Situs
from tests.conftest import ACUAN, AKAR, CONTOH
from tests.halaman import Simpul, baca
from tests.rekaan import PEMDA, Tulis, iku, muat

DINAS = "kabupaten-contoh/dinas-contoh"
DUA = "".join(
    f"      - id: {name}\n        nama: {name}\n        target: {{2022: 10, 2023: 10}}\n"
    "        arah: naik\n        rumus_capaian: naik\n"
    for name in ("satu", "dua")
)


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def bagian(context: Context, nama: str) -> Simpul:
    return baca(isi_beranda(context)[nama])


def angka(pohon: Simpul) -> list[str]:
    return [satu.teks for satu in pohon.kelas("n")]


def kalimat(pohon: Simpul) -> str:
    return " ".join(satu.teks for satu in pohon.kelas("iku-kecil"))


# The counts


def dua_tahun(tulis: Tulis) -> Context:
    """Two indicators: both reported for 2022, for 2023 only one, which missed its target."""
    hasil = "{{realisasi: {}, sumber: {{judul: LKjIP}}}}"
    laporan = muat(
        tulis,
        DUA,
        t2022=f"satu: {hasil.format(11)}\n  dua: {hasil.format(10)}",
        t2023=f"satu: {hasil.format(9)}",
    )
    return build_context(laporan, acuan=date(2024, 6, 1))


def test_the_newest_result_counts_and_the_newest_year_is_told_apart(tulis: Tulis) -> None:
    pohon = bagian(dua_tahun(tulis), "ringkasan")
    assert angka(pohon) == ["2", "1 dari 2", "0 dari 2"]
    assert "yang dapat dinilai, tahun 2022–2023" in pohon.teks
    assert kalimat(pohon).endswith(
        "Untuk 2023 saja, tahun terbaru yang ada hasilnya: 1 dari 2 indikator sudah ada "
        "hasilnya, 1 belum dilaporkan."
    )


def test_a_year_that_says_nothing_more_is_not_repeated(tulis: Tulis) -> None:
    hasil = "{realisasi: 11, sumber: {judul: LKjIP}}"
    laporan = muat(tulis, DUA, t2022=f"satu: {hasil}\n  dua: {hasil}")
    pohon = bagian(build_context(laporan, acuan=date(2023, 6, 1)), "ringkasan")
    assert angka(pohon) == ["2", "2 dari 2", "0 dari 2"]
    assert kalimat(pohon) == "Satu petak mewakili satu indikator."


def test_without_results_nothing_is_said_to_be_kept_or_missed(context: Context) -> None:
    laporan = replace(
        context.laporan, pemda=tuple(p for p in context.laporan.pemda if p.id == "kabupaten-jember")
    )
    pohon = bagian(build_context(laporan, acuan=ACUAN), "ringkasan")
    assert angka(pohon) == ["2", "Belum diketahui", "2 dari 2"]


def test_an_empty_site_has_a_home_page() -> None:
    pohon = bagian(build_context(Laporan()), "ringkasan")
    assert angka(pohon) == ["0", "Belum diketahui"]


def test_squares_and_bar_show_what_the_words_say(
    contoh: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kunci(pohon: Simpul) -> dict[str, int]:
        (daftar,) = pohon.kelas("iku-kunci")
        return {
            li.kelas("iku-petak-contoh")[0].atribut["data-status"]: int(li.teks.split()[0])
            for li in daftar.semua("li")
        }

    pohon = bagian(contoh, "ringkasan")
    (petak,) = pohon.kelas("iku-petak")
    squares = {
        satu.atribut["data-status"]: sum(1 for _ in satu.semua("i")) for satu in petak.semua("b")
    }
    assert squares == kunci(pohon)
    assert sum(squares.values()) == sum(1 for _ in contoh.laporan.all_indikator())
    monkeypatch.setattr("iku_terbuka.pages.hitungan.MAX_PETAK", 10)
    many = bagian(contoh, "ringkasan")
    assert many.kelas("iku-petak") == []
    (batang,) = many.kelas("iku-pita")
    assert bagian_batang(batang) == kunci(many) == squares


def bagian_batang(batang: Simpul) -> dict[str, int]:
    return {
        satu.atribut["data-status"]: int(satu.atribut["style"].removeprefix("--n:"))
        for satu in batang.semua("i")
    }


# The Pemda


def test_every_pemda_is_a_card_with_its_counts(context: Context) -> None:
    pohon = bagian(context, "daftar-pemda")
    cards = list(pohon.semua("li"))
    assert len(cards) == len(context.laporan.pemda) > 1
    for pemda, card in zip(context.laporan.pemda, cards, strict=True):
        (link,) = card.semua("a")
        assert (link.teks, link.atribut["href"]) == (pemda.nama, f"{pemda.id}/index.html")
        total = sum(1 for _ in pemda.instansi.all_indikator())
        assert f"{pemda.profil.provinsi} salinan {total} indikator · " in card.teks
        (batang,) = card.kelas("iku-pita")
        assert sum(bagian_batang(batang).values()) == total
        assert batang.atribut["aria-hidden"] == "true"
        words = list(card.semua("p"))[-1].teks.partition("; ")[0]
        assert sum(int(part.split()[0]) for part in words.split(" · ")) == total


@pytest.mark.parametrize(
    ("tambahan", "tanda"),
    [("", ["salinan"]), ("contoh: true\n", ["data contoh"]), ("resmi: true\n", [])],
)
def test_a_card_says_whose_data_it_is(tulis: Tulis, tambahan: str, tanda: list[str]) -> None:
    laporan = load_laporan(
        tulis({"kabupaten-contoh/pemda.yaml": PEMDA + tambahan, f"{DINAS}/iku.yaml": iku(DUA)})
    ).laporan
    assert laporan is not None
    pohon = bagian(build_context(laporan, acuan=ACUAN), "daftar-pemda")
    assert [satu.teks for satu in pohon.kelas("iku-tanda")] == tanda


# What changed lately


def perubahan(context: Context, *kunci: str) -> Context:
    """Return the site with these indicators changed, the first the newest."""
    changes = tuple(
        NumberChange(
            Commit("a" * 40, date(2026, 3, 30 - i), "Ralat hasil", ralat=i == 0),
            satu,
            NumberKind.REALISASI,
            2025,
            Entry(Decimal("81.2")),
            Entry(Decimal(84)),
        )
        for i, satu in enumerate(kunci)
    )
    return replace(context, riwayat=History(changes, note=""))


def test_the_five_newest_changes_are_told(context: Context) -> None:
    kunci = [satu.kunci for satu in context.laporan.all_indikator()][:7]
    pohon = bagian(
        perubahan(context, "kabupaten-lain/x/y", *kunci[:6]),
        "perubahan-terbaru",
    )
    rows = list(pohon.semua("li"))
    links = [link.atribut["href"] for row in rows for link in row.semua("a")]
    assert links == [f"{satu}/index.html" for satu in kunci[:5]], "another Pemda's has no page"
    assert rows[0].teks.startswith("29 Maret 2026")
    assert "Realisasi 2025: 81,2" in rows[0].teks
    assert [link.atribut["href"] for link in pohon.semua("a")][-1] == "perubahan/index.html"


def test_a_change_of_an_indicator_that_is_gone_stands_without_a_link(context: Context) -> None:
    owner = next(context.laporan.all_indikator()).instansi_id
    pohon = bagian(perubahan(context, f"{owner}/sudah-hilang"), "perubahan-terbaru")
    (row,) = pohon.semua("li")
    assert list(row.semua("a")) == []
    assert "indikator ini sudah tidak ada" in row.teks
    assert row.teks.endswith("Ralat")


def test_without_changes_the_page_says_so_and_without_a_past_claims_nothing(
    context: Context,
) -> None:
    known = bagian(replace(context, riwayat=History(note="")), "perubahan-terbaru")
    assert known.teks == "Belum ada angka yang diubah sejak data dimuat di sini."
    unknown = bagian(replace(context, riwayat=History()), "perubahan-terbaru")
    assert unknown.teks.startswith("Riwayat perubahan tidak tersedia")


# The front page, whichever it is


def cari(pohon: Simpul) -> list[str]:
    return [
        formulir.atribut["action"]
        for formulir in pohon.semua("form")
        if formulir.atribut.get("role") == "search"
    ]


def test_the_search_stands_right_below_the_lead(context: Context) -> None:
    naskah = (AKAR / "content/index.md").read_text(encoding="utf-8")
    (page,) = (
        satu for satu in Situs(context, {"index.md": naskah}).berkas() if satu.path == "index.md"
    )
    assert isinstance(page.content, str)
    assert "<!-- iku:" not in page.content
    pohon = baca(page.content)
    assert cari(pohon) == ["cari/index.html"]
    (muka,) = pohon.kelas("iku-muka")
    assert [satu.tag for satu in muka.semua("p", "form", "dl")][:3] == ["p", "form", "p"]
    assert (AKAR / "content/cari/index.md").is_file()


def isi(page: OutputFile) -> Simpul:
    assert isinstance(page.content, str)
    return baca(page.content)


@pytest.mark.parametrize("akar", ["", "kabupaten-contoh", "kabupaten-contoh/sekretariat-daerah"])
def test_a_pemda_or_an_instansi_as_home_has_search_and_changes(contoh: Context, akar: str) -> None:
    context = build_context(contoh.laporan, akar, ACUAN)
    pemda = isi(halaman_pemda(context, context.laporan.pemda[0]))
    setda = isi(halaman_instansi(context, context.instansi["kabupaten-contoh/sekretariat-daerah"]))
    for pohon, home in ((pemda, akar == "kabupaten-contoh"), (setda, akar.count("/") == 1)):
        assert cari(pohon) == ["cari/index.html"] * home
        assert ("Perubahan terbaru" in pohon.teks) is home
