"""No page says otherwise than another, whatever the day: read as a citizen would, and compared.

The fictional Kabupaten Contoh on a new year's 15 January, on 1 March, in July, in the first and in
the last year of a plan, and without a date. What was not known on that day is taken away first.
"""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Instansi, Laporan
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.pages import (
    generated_parts,
    indikator_page,
    instansi_page,
    pemda_page,
    tahun_pages,
)
from iku_terbuka.publish import PagePlan
from tests.conftest import CONTOH
from tests.html_tree import Element, parse_page
from tests.said import (
    Baris,
    angka_besar,
    baris_indikator,
    daftar,
    disebut,
    legenda,
    pohon,
    ringkas,
    tahunan,
)

# The day, the last year whose results are known, whether that year still runs.
HARI = {
    "15 Januari, tahun lalu belum dilaporkan": (date(2026, 1, 15), 2024, False),
    "1 Maret, tahun lalu dilaporkan": (date(2026, 3, 1), 2025, False),
    "Juli, ada angka sementara": (date(2025, 7, 15), 2025, True),
    "tahun pertama sebuah rencana": (date(2021, 6, 30), 2020, False),
    "tahun terakhir sebuah rencana": (date(2026, 12, 30), 2025, False),
    "tanpa tanggal": (None, 2025, False),
}


def html(plan: PagePlan) -> str:
    return plan.make().html


def sampai(laporan: Laporan, tahun: int, *, berjalan: bool) -> Laporan:
    """Return what was known at the end of ``tahun``, or while it ran."""

    def known(each: Indikator) -> Indikator:
        status = dict(each.status_data)
        if berjalan:
            status[tahun] = StatusData.SEMENTARA
        return replace(
            each,
            hasil={year: hasil for year, hasil in each.hasil.items() if year <= tahun},
            status_data=status,
        )

    def unit(each: Instansi) -> Instansi:
        return replace(
            each,
            indikator=tuple(map(known, each.indikator)),
            anak=tuple(map(unit, each.anak)),
        )

    return replace(
        laporan,
        pemda=tuple(replace(pemda, instansi=unit(pemda.instansi)) for pemda in laporan.pemda),
    )


@pytest.fixture(scope="module", params=HARI)
def site(request: pytest.FixtureRequest) -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    acuan, tahun, berjalan = HARI[request.param]
    return build_context(sampai(laporan, tahun, berjalan=berjalan), acuan=acuan)


# What must agree


def test_counts_agree_from_home_to_instansi(site: Context) -> None:
    (pemda,) = site.laporan.pemda
    home = parse_page(generated_parts(site)["ringkasan"])
    top = pohon(pemda_page(site, pemda).html)
    assert legenda(home) == legenda(top)
    total: Counter[Status] = Counter()
    for instansi in pemda.instansi.descendants():
        page = top if instansi is pemda.instansi else None
        if page is None and instansi.indikator:
            page = pohon(instansi_page(site, instansi).html)
        if page is None:
            continue
        states = list(zip(instansi.indikator, daftar(page), strict=True))
        total += Counter(row.status for indikator, row in states if indikator.is_counted)
        if instansi is not pemda.instansi:
            own = Counter(row.status for indikator, row in states if indikator in instansi.counted)
            _sentences_agree(page, own)
    assert total == legenda(top)
    _sentences_agree(top, total)


def _sentences_agree(page: Element, counts: Counter[Status]) -> None:
    """The lead and the large figures count what the rows show."""
    (lead,) = page.with_class("iku-ringkas")
    said = disebut(lead.text)
    if said:
        renamed = Counter(
            {words.replace("belum pernah", "belum"): count for words, count in said.items()}
        )
        assert renamed == ringkas(counts), lead.text
    else:
        assert len(counts) == 1, lead.text
    figures = angka_besar(page)
    kept = sum(count for status, count in counts.items() if status.terpenuhi)
    judged = sum(count for status, count in counts.items() if status.dinilai)
    if judged:
        assert figures["Target tercapai (hasil terakhir)"].startswith(f"{kept} dari {judged} ")
    else:
        assert figures["Target tercapai (hasil terakhir)"].startswith("Belum diketahui")
    missing = counts[Status.BELUM_DILAPORKAN]
    assert figures["Belum pernah dilaporkan"].startswith(f"{missing} dari {counts.total()}")


def test_every_list_shows_what_the_page_of_the_indicator_shows(site: Context) -> None:
    (pemda,) = site.laporan.pemda
    seen = 0
    for instansi in pemda.instansi.descendants():
        if not instansi.indikator:
            continue
        own = pemda_page(site, pemda) if "/" not in instansi.id else None
        page = pohon((own or instansi_page(site, instansi)).html)
        shown = list(daftar(page))
        years = {
            tahun: list(
                tahunan(
                    parse_page("".join(map(html, parts))),
                    tahun,
                )
            )
            for tahun in instansi.tahun
            if (parts := list(tahun_pages(site, instansi, tahun)))
        }
        for each, row in zip(instansi.indikator, shown, strict=True):
            assert row.nama == each.nama
            text = pohon(indikator_page(site, each).html)
            rows = baris_indikator(text, each.nama)
            if row.tahun in rows:
                assert rows[row.tahun] == row
            for tahun, table in years.items():
                if (year := str(each.year(tahun))) in rows:
                    decree = each.berlaku(tahun) or each.terbaru
                    names = {decree.definisi.nama, each.nama}
                    (there,) = (one for one in table if one.nama in names)
                    assert replace(there, nama=each.nama) == rows[year]
                    seen += 1
            _page_agrees(site, text, row, rows)
    assert seen > 100


def _page_agrees(site: Context, page: Element, row: Baris, rows: dict[str, Baris]) -> None:
    """Lead, large figures, chart and table of one page speak of the same year and verdict."""
    (lead,) = page.with_class("iku-ringkas")
    figures = angka_besar(page)
    realisasi = next(label for label in figures if label.startswith("Realisasi"))
    assert realisasi == f"Realisasi {row.tahun}".strip().replace(" tidak disebut", "")
    words = {
        Status.MELAMPAUI: "jadi melampaui target",
        Status.TERCAPAI: "jadi tercapai",
        Status.BELUM_TERCAPAI: "jadi belum tercapai",
        Status.BERJALAN: "belum dinilai karena tahunnya masih berjalan",
        Status.BELUM_WAKTUNYA: "belum waktunya",
        Status.BELUM_DILAPORKAN: "belum dilaporkan",
        Status.TIDAK_DIUKUR: "tidak diukur",
        Status.TIDAK_BERLAKU: "tidak berlaku",
    }
    if row.status in words:
        assert words[row.status] in lead.text
    for status, phrase in words.items():
        if status.dinilai and status is not row.status:
            assert phrase not in lead.text
    # The first chart is that of the years; another one may show the parts of a year.
    title = next(page.with_class("iku-grafik")[0].find_all("figcaption"))
    verdict = re.search(r"(belum tercapai|tercapai|melampaui)", title.text)
    judged = [one for one in rows.values() if one.status.dinilai]
    if verdict and judged:
        assert verdict[1] in words[judged[-1].status]
    # What a year that is not over owes is never missing.
    if site.acuan:
        for year in map(int, re.findall(r"Realisasi (\d{4}) Belum dilaporkan", page.text)):
            assert year < site.acuan.year
    # A target that is drawn is not called missing above the picture.
    target = next(label for label in figures if label.startswith("Target"))
    if any(one.target for one in rows.values()) and not row.realisasi:
        assert "Tidak disebut" not in figures[target]
