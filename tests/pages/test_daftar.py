"""The table of an instansi's indicators: each below its own jenjang, with the year that counts."""

from datetime import date

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import continued_pages, instansi_page, paging
from tests.fictional import PEMDA, Write
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-contoh/dinas-contoh"
TODAY = date(2025, 6, 1)
SOURCE = "sumber: {judul: LKjIP}"


def site(write: Write, sasaran: str, acuan: date | None = TODAY, **capaian: str) -> Context:
    """Return the site of one instansi with these sasaran and results by year, ``t2024="…"``."""
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{DINAS}/iku.yaml": f"instansi: Dinas Contoh\nsasaran:\n{sasaran}",
    }
    for key, results in capaian.items():
        year = key.removeprefix("t")
        files[f"{DINAS}/capaian/{year}.yaml"] = f"tahun: {year}\n{results}\n"
    loaded = load_laporan(write(files))
    assert loaded.laporan is not None, loaded.problems
    return build_context(loaded.laporan, acuan=acuan)


def sasaran(nama: str, jenjang: str, *indicators: str) -> str:
    """Return a sasaran of iku.yaml; an indicator is its name with more keys behind it."""
    ids = [one.partition(",")[0].lower() for one in indicators]
    rows = "".join(
        f"      - {{id: {id_}, nama: {one}}}\n" for id_, one in zip(ids, indicators, strict=True)
    )
    level = f"    jenjang: {jenjang}\n" if jenjang else ""
    return f"  - nama: {nama}\n{level}    indikator:\n{rows}"


def page(context: Context) -> Element:
    return parse_page(instansi_page(context, context.instansi[DINAS]).html)


def table(page: Element) -> Element:
    (found,) = (table for table in page.find_all("table") if "data-saring" in table.attributes)
    return found


def lines(page: Element) -> list[str]:
    """Return the headings within the table and the names of the indicators, from the top down."""
    rows = list(table(page).find_all("tr"))[1:]
    return [
        row.with_class("iku-nama")[0].text if row.with_class("iku-nama") else row.text
        for row in rows
    ]


def cells(page: Element, indikator: str) -> dict[str, str]:
    """Return what the row of an indicator says in each column."""
    (row,) = (
        row for row in page.with_class("data") if row.with_class("iku-nama")[0].text == indikator
    )
    return {
        cell.attributes.get("data-l", "Gambar"): cell.text.replace("\xa0", " ")
        for cell in row.find_all("td")
    }


# Jenjang and sasaran


def test_every_indicator_stands_below_its_own_jenjang_and_sasaran(write: Write) -> None:
    decree = (
        sasaran("Warga sehat", "Tujuan", "Umur")
        + sasaran("Layanan baik", "Sasaran strategis", "Antrean", "Kepuasan")
        + sasaran("Dokter cukup", "Sasaran strategis", "Dokter")
        + sasaran("Warga sehat", "Program", "Posyandu")
        + sasaran("Warga sehat", "Tujuan", "Gizi")
    )
    assert lines(page(site(write, decree))) == [
        "Tujuan · 1 indikator",
        "Sasaran: Warga sehat",
        "Umur",
        "Sasaran strategis · 3 indikator",
        "Sasaran: Layanan baik",
        "Antrean",
        "Kepuasan",
        "Sasaran: Dokter cukup",
        "Dokter",
        # The same sasaran again, which is another below another jenjang.
        "Program · 1 indikator",
        "Sasaran: Warga sehat",
        "Posyandu",
        # In the order of the decree, not sorted together with the first.
        "Tujuan · 1 indikator",
        "Sasaran: Warga sehat",
        "Gizi",
    ]


def test_headings_within_the_table_are_headings_to_a_screen_reader(write: Write) -> None:
    found = table(page(site(write, sasaran("Warga sehat", "Tujuan", "Umur"))))
    groups = list(found.find_all("tbody"))
    assert len(groups) == 1
    columns = len(list(next(found.find_all("thead")).find_all("th")))
    for kind in ("jenjang", "sasaran"):
        (row,) = found.with_class(kind)
        (head,) = row.find_all("th")
        assert head.attributes == {"scope": "rowgroup", "colspan": str(columns)}
    assert [
        th.attributes["scope"] for row in found.with_class("data") for th in row.find_all("th")
    ] == ["row"]


def test_without_jenjang_there_is_no_heading_of_one(write: Write) -> None:
    decree = sasaran("Warga sehat", "", "Umur") + sasaran("Layanan baik", "Program", "Antrean")
    assert lines(page(site(write, decree))) == [
        "Sasaran: Warga sehat",
        "Umur",
        "Program · 1 indikator",
        "Sasaran: Layanan baik",
        "Antrean",
    ]


def test_a_page_of_a_long_list_counts_what_it_shows_itself(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MAX_ROWS", 2)
    context = site(write, sasaran("Warga sehat", "Tujuan", "Umur", "Gizi", "Imunisasi"))
    (plan,) = continued_pages(context, context.instansi[DINAS])
    first, second = page(context), parse_page(plan.make().html)
    assert lines(first)[0] == "Tujuan · 2 indikator di halaman ini"
    assert lines(second) == [
        "Tujuan · 1 indikator di halaman ini",
        "Sasaran: Warga sehat",
        "Imunisasi",
    ]
    assert next(table(first).find_all("caption")).text == "Indikator Dinas Contoh: 1–2 dari 3"
    assert next(table(second).find_all("caption")).text == "Indikator Dinas Contoh: 3 dari 3"


# The year of a row

TARGETS = "arah: naik, rumus_capaian: naik, target: {2022: 10, 2023: 20, 2024: 30, 2025: 40}"


def result(number: object, year_status: str = "final") -> str:
    return f"status: {year_status}\ncapaian:\n  x: {{realisasi: {number}, {SOURCE}}}"


def row(write: Write, keys: str, acuan: date | None = TODAY, **capaian: str) -> dict[str, str]:
    context = site(write, sasaran("Warga sehat", "", f"x, {keys}"), acuan, **capaian)
    return cells(page(context), "x")


def test_a_row_shows_the_newest_year_with_a_result_and_what_is_due_since(write: Write) -> None:
    shown = row(write, TARGETS, t2022=result(10), t2023=result(15))
    assert shown["Tahun"] == "2023"
    assert shown["Target"] == "20"
    assert shown["Realisasi dan status"] == "15 Belum tercapai 2024: belum dilaporkan"


def test_years_that_are_due_are_named_together(write: Write) -> None:
    shown = row(write, TARGETS, t2022=result(12))
    assert shown["Tahun"] == "2022"
    assert shown["Realisasi dan status"] == "12 Melampaui 2023–2024: belum dilaporkan"


def test_without_any_result_a_row_shows_the_newest_year_that_is_due(write: Write) -> None:
    shown = row(write, TARGETS)
    assert (shown["Tahun"], shown["Target"]) == ("2024", "30")
    # The year on show is not named a second time among those that are due.
    assert shown["Realisasi dan status"] == "Belum dilaporkan 2022–2023: belum dilaporkan"


def test_a_year_that_still_runs_is_told_beside_the_last_result(write: Write) -> None:
    shown = row(write, TARGETS, t2024=result(30), t2025=result(12, "sementara"))
    assert (shown["Tahun"], shown["Target"]) == ("2024", "30")
    assert shown["Realisasi dan status"].startswith("30 Tercapai 2025 ")
    assert "12" in shown["Realisasi dan status"].partition("2025")[2]
    assert "belum dilaporkan" not in shown["Realisasi dan status"]


def test_figures_that_may_change_are_called_so(write: Write) -> None:
    draft = row(write, TARGETS, t2024=result(30, "sementara"))
    assert draft["Realisasi dan status"] == "30 Tercapai angka sementara"
    final = row(write, TARGETS, t2024=result(30))
    assert final["Realisasi dan status"] == "30 Tercapai"
    # Where nothing was judged, the status itself says so.
    running = row(write, "arah: naik, target: {2025: 40}", t2025=result(12, "sementara"))
    assert "12" in running["Realisasi dan status"]
    assert "angka sementara" not in running["Realisasi dan status"]


def test_the_first_target_of_a_new_plan_is_announced(write: Write) -> None:
    item = "      - {{id: x, nama: x, satuan: {}, target: {{{}: {}}}}}\n"
    decree = "instansi: Dinas Contoh\nperiode: {}\nsasaran:\n  - nama: S\n    indikator:\n{}"
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{DINAS}/iku/2021.yaml": decree.format(
            "{awal: 2021, akhir: 2024}", item.format("ton", 2024, 500)
        ),
        f"{DINAS}/iku/2025.yaml": decree.format(
            "{awal: 2025, akhir: 2029}", item.format("persen", 2026, 20)
        ),
        f"{DINAS}/capaian/2024.yaml": f"tahun: 2024\n{result(480)}\n",
    }
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    shown = cells(page(build_context(laporan, acuan=TODAY)), "x")
    assert (shown["Tahun"], shown["Target"]) == ("2024", "500 ton")
    assert shown["Realisasi dan status"].startswith("480 ton ")
    assert shown["Realisasi dan status"].endswith("Target 2026: 20%, belum waktunya")
    # Of the same plan nothing is announced: its targets stand in the picture and on the page.
    same = row(write, TARGETS, t2024=result(30))
    assert "belum waktunya" not in same["Realisasi dan status"]


def test_a_grade_stands_behind_the_number_unless_it_is_the_result(write: Write) -> None:
    graded = "status: final\ncapaian:\n  x: {realisasi: {nilai: 71, predikat: BB}}"
    assert row(write, "target: {2024: 70}", t2024=graded)["Realisasi dan status"].startswith(
        "71 (BB) "
    )
    word = "status: final\ncapaian:\n  x: {realisasi: {predikat: WTP}}"
    shown = row(write, "arah: status, target: {2024: {predikat: WTP}}", t2024=word)
    assert shown["Realisasi dan status"] == "WTP Tercapai"


def test_what_is_missing_is_said_and_never_shown_as_zero(write: Write) -> None:
    shown = row(write, "satuan: orang")
    assert shown["Tahun"] == "tanpa tahun"
    assert shown["Target"] == "belum dimuat"
    assert shown["Realisasi dan status"] == "Belum dilaporkan"
    assert shown["Gambar"] == "tanpa gambar"
    drawn = row(write, TARGETS, t2024=result(30))
    assert drawn["Gambar"] != "tanpa gambar"


def test_whose_number_it_is_stands_below_the_name(write: Write) -> None:
    context = site(write, sasaran("S", "", "x, cakupan: Kabupaten Contoh", "y"))
    names = [next(row.find_all("th")).text for row in page(context).with_class("data")]
    assert names == ["x angka seluruh Kabupaten Contoh", "y"]


# Around the rows


@pytest.mark.parametrize(("count", "filtered"), [(3, False), (4, True)])
def test_a_list_can_be_filtered_once_it_is_long_enough(
    write: Write, count: int, filtered: bool
) -> None:
    decree = sasaran("S", "Tujuan", "a", "b") + sasaran("T", "Program", *"cdef"[: count - 2])
    assert bool(page(site(write, decree)).with_class("iku-saring")) is filtered


def test_the_caption_says_that_each_row_has_a_year_of_its_own(write: Write) -> None:
    def caption(**capaian: str) -> str:
        context = site(write, sasaran("S", "", f"x, {TARGETS}"), **capaian)
        return next(table(page(context)).find_all("caption")).text

    assert caption() == "Indikator Dinas Contoh"
    assert caption(t2024=result(30)) == (
        "Indikator Dinas Contoh, menurut hasil terakhir masing-masing"
    )


def test_the_column_of_pictures_is_named_by_its_years(write: Write) -> None:
    def last_column(keys: str) -> str:
        found = table(page(site(write, sasaran("S", "", f"x, {keys}"))))
        return [th.text for th in next(found.find_all("thead")).find_all("th")][-1]

    assert last_column(TARGETS) == "2022–2025"
    assert last_column("satuan: orang") == "Perjalanan"


def test_an_instansi_without_indicators_has_no_table(write: Write) -> None:
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{DINAS}/iku.yaml": "instansi: Dinas Contoh\ntugas: Melayani warga\n",
    }
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    shown = page(build_context(laporan, acuan=TODAY))
    assert "Sasaran dan indikator" not in shown.text
    assert list(shown.find_all("table")) == []
