"""An address that is there no more leads on, without the theme and from any folder."""

from dataclasses import replace

from iku_terbuka.context import Context, build_context
from iku_terbuka.pages import moved_pages
from iku_terbuka.publish import PagePlan
from iku_terbuka.site import Site
from tests import moves
from tests.fictional import Write
from tests.moves import BARU, KAB, LAIN, LAMA, MERGED, decree, row

GONE = {path: text for path, text in MERGED.items() if not path.startswith(f"{LAMA}/")}


def pages(context: Context) -> dict[str, str]:
    return {plan.path: plan.make().decode() for plan in moved_pages(context)}


def test_the_old_instansi_and_its_indicators_lead_to_the_new_ones(write: Write) -> None:
    found = pages(moves.context(write, GONE))
    assert set(found) == {
        f"{LAMA}/index.html",
        f"{LAMA}/keluarga/index.html",
        f"{LAMA}/pelatihan/index.html",
        f"{LAMA}/tahun-2025/index.html",
        f"{LAMA}/tahun-2026/index.html",
    }
    page = found[f"{LAMA}/keluarga/index.html"]
    target = "../../dinas-sosial-kerja/keluarga/index.html"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    assert f'<link rel="canonical" href="{target}">' in page
    name = "Indikator keluarga, Dinas Sosial dan Tenaga Kerja Kabupaten Contoh"
    assert f'<a href="{target}">{name}</a>' in page
    assert '<html lang="id">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<script" not in page


def test_a_year_leads_to_that_year_of_the_new_instansi(write: Write) -> None:
    page = pages(moves.context(write, GONE))[f"{LAMA}/tahun-2025/index.html"]
    target = "../../dinas-sosial-kerja/tahun-2025/index.html"
    name = "Dinas Sosial dan Tenaga Kerja Kabupaten Contoh, tahun 2025"
    assert f'<a href="{target}">{name}</a>' in page


def test_the_canonical_address_is_absolute_where_the_site_has_one(write: Write) -> None:
    context = replace(moves.context(write, GONE), site_url="https://contoh.go.id/iku/")
    page = pages(context)[f"{LAMA}/index.html"]
    assert f'<link rel="canonical" href="https://contoh.go.id/iku/{BARU}/">' in page
    assert "url=../dinas-sosial-kerja/index.html" in page


def test_what_was_split_names_every_part_and_chooses_none(write: Write) -> None:
    other = f"{KAB}/dinas-lain"
    files = GONE | {
        f"{other}/iku.yaml": decree(
            "Dinas Lain", (2025, 2029), row("keluarga", {2025: 1}), f"dahulu: {LAMA}\n"
        )
    }
    page = pages(moves.context(write, files))[f"{LAMA}/keluarga/index.html"]
    assert "refresh" not in page
    assert page.count("<li>") == 2


def test_where_the_folder_still_is_nothing_takes_its_place(write: Write) -> None:
    assert pages(moves.context(write, MERGED)) == {}


def test_a_site_of_one_instansi_has_no_address_of_another(write: Write) -> None:
    laporan = moves.load(write, GONE)
    context = build_context(laporan, root=BARU, acuan=moves.ACUAN)
    assert pages(context) == {}


def test_they_are_files_that_the_sitemap_leaves_out(write: Write) -> None:
    plans = {plan.path: plan for plan in Site(moves.context(write, GONE), {}).plans()}
    assert not isinstance(plans[f"{LAMA}/index.html"], PagePlan)
    assert isinstance(plans[f"{LAIN}/index.html"], PagePlan)
