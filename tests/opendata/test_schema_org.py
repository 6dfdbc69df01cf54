"""Structured data in the pages: what search engines ask for, and nothing that breaks out."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.opendata.schema_org import indikator_dataset, site_catalogue
from tests.conftest import DATA
from tests.html_tree import Element, read_pages
from tests.opendata.sites import SITE_URL, bare, paths, read_site

KUNCI = "kabupaten-contoh/indeks-kesejahteraan-daerah"


@pytest.fixture(scope="module")
def contoh() -> Context:
    return read_site()


def indikator(context: Context, kunci: str = KUNCI) -> Indikator:
    return next(one for one in context.laporan.all_indikator() if one.kunci == kunci)


def dataset(context: Context) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(indikator_dataset(context, indikator(context)))
    return made


def test_an_indicator_is_a_dataset(contoh: Context) -> None:
    made = dataset(contoh)
    assert made["@type"] == "Dataset"
    assert made["url"] == f"{SITE_URL}{KUNCI}/"
    assert made["name"] == "Indeks Kesejahteraan Daerah · Kabupaten Contoh"
    assert made["description"].startswith("Indeks Kesejahteraan Daerah tahun 2025: 72,46")
    assert "rekaan" in made["description"]
    assert made["variableMeasured"]["unitText"] == "indeks"
    assert made["temporalCoverage"] == "2021/2026"
    assert made["spatialCoverage"]["identifier"] == "99.99"
    assert made["creator"] == {"@type": "Organization", "name": "Kabupaten Contoh"}
    assert made["publisher"] == {"@type": "Organization", "name": "Kabupaten Contoh"}
    assert made["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert made["isBasedOn"]["name"].startswith("Keputusan Bupati Contoh Nomor")
    assert made["dateModified"] == "2026-11-21"


def test_every_description_is_long_enough_for_search_engines(contoh: Context) -> None:
    """Google takes 50 to 5000 characters."""
    lengths = [
        len(json.loads(indikator_dataset(context, one))["description"])
        for context in (contoh, read_site(DATA / "indicators"), read_site(DATA / "hostile"))
        for one in context.laporan.all_indikator()
    ]
    assert len(lengths) > 100
    assert 50 <= min(lengths) <= max(lengths) <= 1000


def test_every_distribution_is_a_file_of_the_site(contoh: Context) -> None:
    found = [
        one["contentUrl"].removeprefix(SITE_URL)
        for owner in contoh.laporan.all_indikator()
        for one in json.loads(indikator_dataset(contoh, owner))["distribution"]
    ]
    found += [
        one["contentUrl"].removeprefix(SITE_URL)
        for one in json.loads(site_catalogue(contoh))["dataset"]["distribution"]
    ]
    assert len(found) == 2 * len(list(contoh.laporan.all_indikator())) + 3
    assert set(found) <= paths(contoh)


def test_a_site_that_knows_nothing_of_itself_claims_nothing(contoh: Context) -> None:
    made = dataset(bare(contoh))
    assert made["identifier"] == f"urn:iku:{KUNCI}"
    assert not {"url", "license", "dateModified"} & set(made)
    links = [one["contentUrl"] for one in made["distribution"]]
    assert links[0] == f"../../data/{KUNCI}/capaian.csv"


def test_an_official_site_is_published_by_the_pemda(contoh: Context) -> None:
    (pemda,) = contoh.laporan.pemda
    profil = pemda.profil.model_copy(update={"resmi": True, "contoh": False})
    official = replace(pemda, profil=profil)
    context = replace(contoh, _pemda={pemda.id: official})
    assert dataset(context)["publisher"]["name"] == "Kabupaten Contoh"
    assert "rekaan" not in dataset(context)["description"]


def test_no_name_ends_the_script() -> None:
    hostile = read_site(DATA / "hostile")
    hostile = replace(hostile, site_name="</script><script>alert(1)//<!--\u2028&")
    texts = [site_catalogue(hostile)]
    texts += [indikator_dataset(hostile, one) for one in hostile.laporan.all_indikator()]
    assert any("\\u003cimg src=x onerror=alert(1)\\u003e" in text for text in texts)
    for text in texts:
        assert not set("<>&\u2028\u2029\n") & set(text)
        assert json.loads(text)["publisher"]["name"] == hostile.site_name.replace("\u2028", " ")


def structured_data(root: Element) -> list[dict[str, Any]]:
    return [
        json.loads("".join(str(part) for part in one.children))
        for one in root.find_all("script")
        if one.attributes.get("type") == "application/ld+json"
    ]


def test_pages_carry_their_structured_data_and_feeds(contoh: Context, site_contoh: Path) -> None:
    pages = read_pages(site_contoh)
    kinds = {path: [made["@type"] for made in structured_data(pages[path])] for path in pages}
    assert kinds["index.html"] == ["DataCatalog"]
    assert kinds[f"{KUNCI}/index.html"] == ["Dataset"]
    assert kinds["kabupaten-contoh/index.html"] == []
    charts = [path for path in pages if kinds[path] == ["Dataset"]]
    assert charts == sorted(f"{one.kunci}/index.html" for one in contoh.laporan.all_indikator())
    for path, root in pages.items():
        feeds = [
            (one.attributes["title"], one.attributes["href"])
            for one in root.find_all("link")
            if one.attributes.get("type") == "application/atom+xml"
        ]
        if path == "404.html" or "Halaman ini pindah" in root.text:
            assert feeds == []
            continue
        own = path.startswith("kabupaten-contoh/")
        owner = "Kabupaten Contoh" if own else "IKU Terbuka"
        assert [title for title, _ in feeds] == [f"Perubahan angka: {owner}"]
        for _, href in feeds:
            assert (site_contoh / path).parent.joinpath(href).resolve().is_file()
