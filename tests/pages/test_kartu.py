"""Share cards: a picture of the right size, the same bytes each time, and named by the pages."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from iku_terbuka.charts import BarPart, CardFigure, ShareCard
from iku_terbuka.charts.card_picture import card_picture
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.pages import indikator_card, instansi_card
from iku_terbuka.site import Site
from tests.conftest import ACUAN, CONTOH, copy_small_project

SITE_URL = "https://iku.example/a/"


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return replace(build_context(laporan, acuan=ACUAN), site_url=SITE_URL)


def picture(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def test_every_instansi_has_a_card_of_the_usual_size(contoh: Context) -> None:
    for instansi in contoh.all_instansi():
        made = instansi_card(contoh, instansi)
        assert made.path == f"{instansi.id}/kartu.png"
        assert picture(made.make()).size == (1200, 630)
        assert len(made.make()) < 40_000


def test_the_same_card_has_the_same_bytes_and_another_has_others(contoh: Context) -> None:
    instansi = contoh.instansi["kabupaten-contoh/dinas-kesehatan"]
    first = instansi_card(contoh, instansi).make()
    assert instansi_card(contoh, instansi).make() == first
    later = replace(contoh, acuan=date(2027, 1, 1))
    assert instansi_card(later, instansi).make() != first


@pytest.mark.parametrize(
    "title", ["", "A", "Kata " * 80, "Sangat" * 60, "Indeks\u200b \U0001f600 نص عربي"]
)
def test_no_title_is_too_long_or_too_odd(title: str) -> None:
    card = ShareCard(
        title, title, [CardFigure(title, title, title)] * 3, [BarPart(0, None)], "#16324c", title
    )
    assert picture(card_picture(card)).size == (1200, 630)


def test_a_card_has_the_colour_of_the_pemda(contoh: Context) -> None:
    instansi = contoh.instansi["kabupaten-contoh/dinas-kesehatan"]
    for warna, found in (("", (0x16, 0x32, 0x4C)), ("#7a1f2b", (0x7A, 0x1F, 0x2B))):
        card = picture(instansi_card(replace(contoh, warna=warna), instansi).make())
        shown = card.convert("RGB").getpixel((4, 4))
        # The palette of the picture rounds.
        assert all(abs(a - b) < 8 for a, b in zip(shown, found, strict=True))


def test_cards_of_indicators_are_an_option(contoh: Context) -> None:
    def cards(context: Context) -> set[str]:
        return {made.path for made in Site(context, {}).plans() if made.path.endswith(".png")}

    without = cards(contoh)
    assert len(without) == len(list(contoh.all_instansi()))
    indikator = next(contoh.laporan.all_indikator())
    both = cards(replace(contoh, kartu_indikator=True))
    assert f"{indikator.kunci}/kartu.png" in both - without
    assert picture(indikator_card(contoh, indikator).make()).size == (1200, 630)
    assert cards(replace(contoh, site_url="")) == set()


def test_pages_name_their_card_by_its_public_address(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path)
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace('site_url: ""', f"site_url: {SITE_URL}"), "utf-8"
    )
    build(config, project / "site", None)
    page = project / "site/kabupaten-balangan/sekretariat-daerah/nilai-sakip/index.html"
    html = page.read_text(encoding="utf-8")
    card = "kabupaten-balangan/sekretariat-daerah/kartu.png"
    assert f'<meta property="og:image" content="{SITE_URL}{card}">' in html
    assert f'<link rel="canonical" href="{SITE_URL}{page.relative_to(project / "site")}">' in html
    assert (project / "site" / card).is_file()
    assert "og:image" not in (project / "site/glosarium/index.html").read_text(encoding="utf-8")
