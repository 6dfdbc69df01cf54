"""What goes on elsewhere: both pages link, the years are told once, and counted once."""

import html
import json
import re
from datetime import date

from iku_terbuka.context import Context, build_context
from iku_terbuka.opendata import capaian_csv, iku_json
from iku_terbuka.pages import indikator_page, instansi_page, pemda_page
from iku_terbuka.pages.overview import count_statuses, counted
from iku_terbuka.site import Site
from tests import moves
from tests.fictional import Write
from tests.load.test_continuation import of
from tests.moves import BARU, KAB, LAIN, LAMA, MERGED, OLD, decree, results, row


def text(page_html: str) -> str:
    without = re.sub(r"<svg.*?</svg>", "", page_html, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", without)))


def indikator_html(context: Context, kunci: str) -> str:
    return indikator_page(context, of(context, kunci)).html


def test_the_new_page_tells_the_old_years_as_those_of_the_old_one(write: Write) -> None:
    page = indikator_html(moves.context(write, MERGED), f"{BARU}/keluarga")
    assert "Angka 2023–2024 dari Indikator keluarga, Dinas Sosial" in text(page)
    assert '<a href="../../dinas-sosial/keluarga/index.html">' in page
    row = r'<th scope="row"><a href="../../dinas-sosial/tahun-2024/index.html">2024</a>'
    assert f"{row}<small>Dinas Sosial</small></th>" in page
    assert '<a href="../tahun-2025/index.html">2025</a></th>' in page
    assert "semula 30 keluarga (Keputusan 2021)" in text(page)
    assert "Angka sejak 2025 dari instansi yang melanjutkan indikator ini." in page
    assert "Naik 5 sejak 2024" in text(page)


def test_the_old_page_says_since_when_and_leads_on(write: Write) -> None:
    context = moves.context(write, MERGED)
    page = indikator_html(context, f"{LAMA}/keluarga")
    assert "Sejak 2025 indikator ini dilanjutkan Dinas Sosial dan Tenaga Kerja." in text(page)
    assert '<a href="../../dinas-sosial-kerja/keluarga/index.html">' in page
    ended = indikator_html(context, f"{LAMA}/aduan")
    assert "Sejak 2025 instansinya tidak ada lagi, dan indikator ini tidak dilanjutkan." in text(
        ended
    )
    unit = instansi_page(context, context.instansi[LAMA]).html
    assert "Dinas Sosial tidak ada lagi sejak 2025." in text(unit)
    assert '<a href="../dinas-sosial-kerja/index.html">' in unit


def test_the_new_instansi_names_those_that_it_goes_on_with(write: Write) -> None:
    context = moves.context(write, MERGED)
    page = instansi_page(context, context.instansi[BARU])
    assert "Melanjutkan Dinas Sosial dan Dinas Tenaga Kerja" in text(page.html)
    assert "2025–2026" in page.description
    assert "2023" not in page.description


def test_nothing_counts_twice(write: Write) -> None:
    context = moves.context(write, MERGED)
    every = counted(context.laporan.all_indikator())
    assert [each.kunci for each in every] == [
        f"{LAMA}/aduan",
        f"{BARU}/keluarga",
        f"{BARU}/pelatihan",
    ]
    assert count_statuses(context, every).total == 3
    page = text(pemda_page(context, context.laporan.pemda[0]).html)
    assert "Dua instansi di Kabupaten Contoh menetapkan target untuk 3 indikator" in page
    assert "Dinas Tenaga Kerja (sampai 2024) dilanjutkan instansi lain" in page
    # Semua instansi: one of one in 2023, three of three in 2024.
    assert "Semua instansi 3 1/1 ; belum tercapai: 1 3/3" in page


def test_before_the_new_decree_governs_the_old_one_counts(write: Write) -> None:
    context = build_context(moves.load(write, OLD | MERGED), acuan=date(2024, 6, 1))
    every = counted(context.laporan.all_indikator())
    assert [each.kunci for each in every] == [
        f"{LAMA}/keluarga",
        f"{LAMA}/aduan",
        f"{LAIN}/pelatihan",
    ]


def test_no_row_and_no_result_stands_twice_in_the_open_data(write: Write) -> None:
    context = moves.context(write, MERGED)
    rows = [line.split(",") for line in capaian_csv(context).decode("utf-8-sig").splitlines()]
    head = rows[0]
    at = [head.index(name) for name in ("instansi_id", "indikator_id", "tahun", "status")]
    found = [tuple(row[i] for i in at) for row in rows[1:]]
    assert (LAMA, "keluarga", "2024", "melampaui") in found
    assert (LAMA, "keluarga", "2025", "digantikan") in found
    assert (BARU, "keluarga", "2025", "melampaui") in found
    assert not [row for row in found if row[0] == BARU and row[2] < "2025"]
    data = json.loads(iku_json(context))
    units = {unit["id"]: unit for unit in data["pemda"][0]["instansi"]}
    new = next(each for each in units[BARU]["indikator"] if each["id"] == "keluarga")
    assert list(new["hasil"]) == ["2025"]
    assert new["melanjutkan"] == [f"{LAMA}/keluarga"]
    assert new["penetapan_lama"] == []
    assert units[LAMA]["penerus"] == [{"id": BARU, "sejak": 2025, "melanjutkan": False}]
    old = next(each for each in units[LAMA]["indikator"] if each["id"] == "keluarga")
    assert old["penerus"] == [{"id": f"{BARU}/keluarga", "sejak": 2025, "melanjutkan": True}]


def test_the_download_of_the_new_one_has_the_rows_of_the_old_years(write: Write) -> None:
    plans = {plan.path: plan for plan in Site(moves.context(write, MERGED), {}).plans()}
    raw = plans[f"data/{BARU}/keluarga/capaian.csv"].content(lambda page: b"").decode()
    assert [line.split(",")[11] for line in raw.splitlines()[1:]] == [
        *("2023", "2024", "2025", "2026"),
        *("2025", "2026"),
    ]


def test_what_was_merged_and_is_not_one_series_is_named(write: Write) -> None:
    files = MERGED | {
        f"{LAIN}/iku.yaml": decree("Dinas Tenaga Kerja", (2021, 2026), row("keluarga", {2024: 7})),
        f"{LAIN}/capaian/2024.yaml": results(2024, keluarga=8),
    }
    page = text(indikator_html(moves.context(write, files), f"{BARU}/keluarga"))
    assert (
        "Melanjutkan Indikator keluarga, Dinas Sosial dan Indikator keluarga, Dinas Tenaga Kerja ."
        in page
    )
    assert "jadi tidak digabung" in page


def test_what_replaces_and_what_is_replaced_name_the_reason(write: Write) -> None:
    files = OLD | {
        f"{LAMA}/iku.yaml": decree(
            "Dinas Sosial",
            (2021, 2026),
            row("keluarga", {2023: 10, 2024: 20, 2025: 30})
            + row("aduan", {2025: 5}, "menggantikan: {id: keluarga, sejak: 2025, dasar: Surat 7}"),
        ),
        f"{LAMA}/capaian/2024.yaml": results(2024, keluarga=21),
    }
    context = moves.context(write, files)
    old = indikator_html(context, f"{LAMA}/keluarga")
    assert "Sejak 2025 indikator ini digantikan “Indikator aduan”, dasar: Surat 7." in text(old)
    assert '<a href="../aduan/index.html">' in old
    new = indikator_html(context, f"{LAMA}/aduan")
    assert "Menggantikan Indikator keluarga, Dinas Sosial sejak 2025, dasar: Surat 7." in re.sub(
        r" +(?=[.,])", "", text(new)
    )


def test_a_site_of_the_new_instansi_alone_tells_the_old_years_without_a_link(write: Write) -> None:
    context = build_context(moves.load(write, MERGED), root=BARU, acuan=moves.ACUAN)
    page = indikator_html(context, f"{BARU}/keluarga")
    assert "Angka 2023–2024 dari Indikator keluarga, Dinas Sosial." in text(page)
    assert "dinas-sosial/" not in page.replace("kabupaten-contoh/dinas-sosial/", "")
    assert KAB in page
