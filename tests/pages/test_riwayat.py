"""What the indicator's page and /perubahan/ say about the past of the numbers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.history import Commit, Entry, History, NumberChange, NumberKind
from iku_terbuka.model import Laporan
from iku_terbuka.pages import halaman_indikator, isi_perubahan
from tests.conftest import ACUAN
from tests.halaman import Simpul, baca
from tests.rekaan import Tulis, muat

DINAS = "kabupaten-contoh/dinas-contoh"
ITEM = (
    "      - {id: x, nama: Sampah terkelola, satuan: persen, target: {2024: 80, 2025: 85}}\n"
    "      - {id: y, nama: Aduan selesai, target: {2024: 3.6}}\n"
)
HASH = "0123456789abcdef0123456789abcdef01234567"


def angka(value: str | None) -> Entry | None:
    return None if value is None else Entry(Decimal(value))


def ubah(
    lama: Entry | None,
    baru: Entry | None,
    *,
    kunci: str = f"{DINAS}/x",
    jenis: NumberKind = NumberKind.TARGET,
    tahun: int = 2024,
    hari: date = date(2025, 3, 2),
    subjek: str = "Perbarui",
    ralat: bool = False,
    setelah: bool = False,
) -> NumberChange:
    komit = Commit(HASH, hari, subjek, ralat)
    return NumberChange(komit, kunci, jenis, tahun, lama, baru, setelah)


@pytest.fixture
def dasar(tulis: Tulis) -> Laporan:
    return muat(tulis, ITEM, t2024="x: {realisasi: 81.2}")


def context(laporan: Laporan, riwayat: History, akar: str = "") -> Context:
    return replace(build_context(laporan, akar, ACUAN), riwayat=riwayat)


def lengkap(*changes: NumberChange) -> History:
    return History(changes, {DINAS: date(2025, 1, 12)}, "")


def halaman(tempat: Context) -> Simpul:
    indikator = next(iter(tempat.instansi[DINAS].indikator))
    return baca(str(halaman_indikator(tempat, indikator).content))


def tabel(akar: Simpul) -> list[list[str]]:
    """Return the words of the rows of changes."""
    return [
        [sel.teks for sel in baris.semua("th", "td")]
        for satu in akar.kelas("iku-riwayat")
        for baris in satu.semua("tr")
        if not baris.atribut and "row" in [sel.atribut.get("scope") for sel in baris.semua("th")]
    ]


def test_a_change_is_a_row_in_indonesian(dasar: Laporan) -> None:
    rows = (
        ubah(angka("80"), angka("81234.50"), setelah=True, ralat=True, subjek="Ralat target"),
        ubah(angka("1"), None, jenis=NumberKind.REALISASI),
        ubah(Entry(keadaan="tidak_diukur"), angka("81.2"), jenis=NumberKind.REALISASI),
    )
    page = halaman(context(dasar, lengkap(*rows)))
    assert tabel(page) == [
        [
            "2 Maret 2025",
            "Target 2024: 80% → 81.234,50% Target diubah setelah tahunnya berjalan "
            "Ralat Ralat target 0123456",
        ],
        ["2 Maret 2025", "Realisasi 2024: 1% → dihapus Perbarui 0123456"],
        ["2 Maret 2025", "Realisasi 2024: tidak diukur → 81,2% Perbarui 0123456"],
    ]
    (table,) = page.kelas("iku-riwayat")
    assert [head.atribut["scope"] for head in table.semua("th")] == ["col"] * 2 + ["row"] * 3
    assert next(table.semua("caption")).teks


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        (Entry(bawah=Decimal("3.6"), atas=Decimal("4.4")), angka("4"), "3,6–4,4% → 4%"),
        (Entry(predikat="B"), Entry(Decimal("70.0"), predikat="BB"), "B → 70,0% BB"),
        (Entry("3,01 (-B)"), angka("3.01"), "3,01 (-B) → 3,01%"),
        (Entry("<b>1</b>"), None, "<b>1</b> → dihapus"),
        (None, Entry("x" * 500), f"tidak ada → {'x' * 79}…"),
        (Entry(bawah=Decimal(1)), Entry(bawah=Decimal(1), atas="dua"), "1 → 1–dua"),
        (
            Entry(variabel=(("jumlah_kasus", (Decimal(1250),)), ("warga", (Decimal(9),)))),
            Entry(
                variabel=(("jumlah_kasus", (Decimal(1300), Decimal(2))), ("warga", (Decimal(9),)))
            ),
            "jumlah kasus 1.250 → jumlah kasus 1.300 + 2",
        ),
    ],
)
def test_what_is_no_plain_number_is_shown_as_it_was(
    dasar: Laporan, lama: Entry | None, baru: Entry | None, kata: str
) -> None:
    page = halaman(context(dasar, lengkap(ubah(lama, baru))))
    assert tabel(page)[0][1] == f"Target 2024: {kata} Perbarui 0123456"


def test_a_subject_does_nothing_but_stand_there(dasar: Laporan) -> None:
    hostile = "<script>x</script> *tebal* [tautan](javascript:1) {{ 1 }}"
    page = halaman(context(dasar, lengkap(ubah(angka("1"), angka("2"), subjek=hostile))))
    assert tabel(page)[0][1].endswith(f" {hostile} 0123456")
    (table,) = page.kelas("iku-riwayat")
    assert not list(table.semua("script", "strong", "a"))


def test_the_commit_is_a_link_where_there_is_a_repository(dasar: Laporan) -> None:
    tempat = context(dasar, lengkap(ubah(angka("1"), angka("2"))))
    linked = replace(tempat, forge=find_forge("https://github.com/o/r", "main"))
    (link,) = halaman(linked).kelas("iku-komit")
    assert (link.tag, link.atribut["href"]) == ("a", f"https://github.com/o/r/commit/{HASH}")
    (plain,) = halaman(tempat).kelas("iku-komit")
    assert plain.tag == "span"


def test_a_target_changed_in_its_year_is_marked_where_it_stands(dasar: Laporan) -> None:
    words = "Target 2024 diubah setelah tahunnya berjalan"
    changed = ubah(angka("1"), angka("2"), setelah=True)
    page = halaman(context(dasar, lengkap(changed)))
    assert words in [mark.teks for mark in page.kelas("iku-keping")]
    yearly = next(table for table in page.semua("table") if "iku-riwayat" not in str(table.atribut))
    marked = [next(row.semua("th")).teks for row in yearly.kelas("data") if row.kelas("iku-ubah")]
    assert marked == ["2024"]
    # Not the year on show, so it is marked in the table alone.
    later = halaman(context(dasar, lengkap(replace(changed, tahun=2025))))
    assert words not in later.teks
    assert "Target 2025 diubah" not in later.teks
    assert "Diubah: target diubah setelah tahunnya berjalan." in later.teks
    # A result, or a target changed in time, is not marked at all.
    for calm in (replace(changed, after_start=False), ubah(None, None, hari=ACUAN)):
        assert "setelah tahunnya berjalan" not in halaman(context(dasar, lengkap(calm))).teks


def test_the_newest_twenty_are_in_sight_and_the_rest_is_folded(dasar: Laporan) -> None:
    changes = [ubah(angka(str(n)), angka(str(n + 1))) for n in range(25)]
    page = halaman(context(dasar, lengkap(*changes)))
    (folded,) = page.kelas("iku-lipat")
    assert len(tabel(page)) == 25
    assert len(tabel(folded)) == 5
    assert next(folded.semua("summary")).teks == "Perubahan yang lebih lama (5)"
    assert len({t.atribut["id"] for t in page.semua("caption")}) == len(list(page.semua("caption")))


def test_without_changes_the_page_claims_only_what_is_known(dasar: Laporan) -> None:
    quiet = "Belum ada angka yang diubah sejak pertama dimuat (12 Januari 2025)."
    assert quiet in halaman(context(dasar, lengkap())).teks
    undated = halaman(context(dasar, History(note=""))).teks
    assert "Belum ada angka yang diubah sejak pertama dimuat." in undated
    unknown = halaman(context(dasar, History())).teks
    assert "Riwayat perubahan tidak tersedia" in unknown
    assert "Belum ada angka yang diubah" not in unknown


def daftar(tempat: Context) -> Simpul:
    return baca(isi_perubahan(tempat)["perubahan"])


def test_the_list_names_the_owner_and_links_the_indicator(dasar: Laporan) -> None:
    changes = lengkap(
        ubah(angka("80"), angka("81"), hari=date(2025, 3, 2), setelah=True),
        ubah(angka("3.6"), angka("3.8"), hari=date(2025, 3, 1), kunci=f"{DINAS}/y"),
        ubah(angka("1"), None, hari=date(2025, 3, 1), kunci=f"{DINAS}/tidak-ada-lagi"),
        ubah(angka("1"), angka("2"), kunci="kabupaten-lain/dinas-contoh/x"),
    )
    page = daftar(context(dasar, changes))
    owner = "Kabupaten Contoh · Dinas Contoh"
    mark = "Target diubah setelah tahunnya berjalan"
    assert tabel(page) == [
        [f"Sampah terkelola {owner}", f"Target 2024: 80% → 81% {mark}"],
        [f"Aduan selesai {owner}", "Target 2024: 3,6 → 3,8"],
        [f"tidak-ada-lagi indikator ini sudah tidak ada {owner}", "Target 2024: 1 → dihapus"],
    ]
    assert [row.teks for row in page.kelas("jenjang")] == ["2 Maret 2025", "1 Maret 2025"]
    assert next(page.semua("caption")).teks == "3 perubahan, dari yang terbaru"
    links = [link.atribut["href"] for link in page.kelas("iku-nama")]
    assert links == [f"../{DINAS}/x/index.html", f"../{DINAS}/y/index.html"]


def test_one_step_that_changed_much_is_told_once(dasar: Laporan) -> None:
    changes = [ubah(angka(str(n)), angka(str(n + 1)), subjek="Perbarui semua") for n in range(300)]
    page = daftar(context(dasar, lengkap(*changes)))
    assert len(tabel(page)) == 200
    assert page.teks.count("Perbarui semua") == 1
    assert next(page.semua("caption")).teks == "200 perubahan terbaru dari 300"


def test_a_part_alone_lists_its_own_changes(dasar: Laporan) -> None:
    changes = lengkap(ubah(angka("1"), angka("2")))
    page = daftar(context(dasar, changes, akar=DINAS))
    assert [link.atribut["href"] for link in page.kelas("iku-nama")] == ["../x/index.html"]


def test_an_empty_list_is_honest(dasar: Laporan) -> None:
    assert daftar(context(dasar, lengkap())).teks == (
        "Belum ada angka yang diubah sejak data dimuat di sini."
    )
    assert daftar(context(dasar, History())).teks.startswith("Riwayat perubahan tidak tersedia")
    partly = History((ubah(angka("1"), angka("2")),), {}, "Riwayat hanya sebagian.")
    page = daftar(context(dasar, partly))
    assert len(tabel(page)) == 1
    assert page.teks.endswith("Riwayat hanya sebagian.")
