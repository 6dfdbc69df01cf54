"""Citations: complete where everything is known, honest where it is not, and on every page."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.context import Context
from iku_terbuka.history import read_history
from iku_terbuka.model import Indikator
from iku_terbuka.opendata.origin import Citation, cite_indikator, cite_site
from tests.conftest import DATA
from tests.html_tree import read_pages
from tests.opendata.sites import COMMIT, SITE_URL, bare, read_site
from tests.repository import Repository, iku

HUKUM = "kabupaten-balangan/sekretariat-daerah/nilai-sakip"


@pytest.fixture(scope="module")
def five() -> Context:
    return read_site(DATA / "indicators")


def indikator(context: Context, kunci: str = HUKUM) -> Indikator:
    return next(one for one in context.laporan.all_indikator() if one.kunci == kunci)


def citation(context: Context) -> Citation:
    return cite_indikator(context, indikator(context))


def test_a_full_citation_says_who_when_what_where_and_which_state(five: Context) -> None:
    made = citation(five)
    assert made.full == (
        "Sekretariat Daerah Kabupaten Balangan. (2026). Nilai SAKIP "
        "[data salinan dari dokumen publik]. IKU Terbuka. Data per 21 November 2026, "
        f"komit 0123456. {SITE_URL}{HUKUM}/"
    )
    assert made.title == "Nilai SAKIP"
    assert made.short == "Sekretariat Daerah Kabupaten Balangan (2026)"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"commit": ""}, f"IKU Terbuka. Data per 21 November 2026. {SITE_URL}{HUKUM}/"),
        ({"acuan": None}, f"IKU Terbuka. Komit 0123456. {SITE_URL}{HUKUM}/"),
        ({"site_url": ""}, "IKU Terbuka. Data per 21 November 2026, komit 0123456."),
        ({"acuan": date(2027, 1, 1), "commit": "", "site_url": ""}, "Data per 1 Januari 2027."),
    ],
)
def test_what_is_not_known_falls_away(
    five: Context, changes: dict[str, object], expected: str
) -> None:
    assert citation(replace(five, **changes)).full.endswith(expected)  # type: ignore[arg-type]


def test_a_site_that_knows_nothing_is_cited_without_a_year(five: Context) -> None:
    made = citation(bare(five))
    assert made.short == "Sekretariat Daerah Kabupaten Balangan (t.t.)"
    assert made.full.endswith("[data salinan dari dokumen publik]. IKU Terbuka.")


def test_fictional_data_is_cited_as_such() -> None:
    assert "[data contoh dengan nama dan angka rekaan]" in cite_site(read_site()).full


def test_the_whole_site_is_cited_by_its_name(five: Context) -> None:
    assert cite_site(five).full == (
        "IKU Terbuka. (2026). Indikator Kinerja Utama: target, realisasi, dan capaian [data]. "
        f"Data per 21 November 2026, komit {COMMIT[:7]}. {SITE_URL}"
    )


def test_every_indicator_page_has_its_citation(site_contoh: Path) -> None:
    context = replace(bare(read_site()), acuan=read_site().acuan)
    pages = read_pages(site_contoh)
    for one in context.laporan.all_indikator():
        made = cite_indikator(context, one)
        full, short = pages[f"{one.kunci}/index.html"].with_class("iku-kutip")
        assert full.text == " ".join(made.full.split())
        assert [part.text for part in full.find_all("cite")] == [made.title]
        assert short.text == made.short


def test_a_commit_is_named_only_when_it_holds_exactly_this_data(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "repo")
    assert read_history(repo.data).commit == ""
    name = repo.commit(iku=iku(x="{2024: 80}"))
    assert read_history(repo.data).commit == name
    (repo.root / "catatan.txt").write_text("not data", encoding="utf-8")
    assert read_history(repo.data).commit == name
    repo.write("kabupaten-contoh/pemda.yaml", "nama: Kabupaten Contoh\njenis: kabupaten\n")
    assert read_history(repo.data).commit == ""
    assert read_history(tmp_path).commit == ""
