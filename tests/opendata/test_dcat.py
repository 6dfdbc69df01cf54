"""The catalogue as a portal reads it: RDF, with what DCAT-AP requires, and addresses that work."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.request import OpenerDirector

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef
from rdflib.namespace import Namespace
from rdflib.term import Node

from iku_terbuka.context import Context
from iku_terbuka.history import History
from iku_terbuka.opendata.dcat import dcat
from tests.conftest import CONTOH, DATA
from tests.opendata.sites import SITE_URL, bare, paths, read_site

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
UE = "http://publications.europa.eu/resource/authority"
# What DCAT-AP 3 requires, and of what it recommends what every dataset here has.
WAJIB = {
    DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset],
    DCAT.Dataset: [
        *(DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.identifier),
        *(DCTERMS.spatial, DCTERMS.modified, DCTERMS.accrualPeriodicity, DCTERMS.language),
        *(DCTERMS.conformsTo, DCTERMS.provenance),
        *(DCAT.keyword, DCAT.theme, DCAT.contactPoint, DCAT.distribution, DCAT.landingPage),
    ],
    DCAT.Distribution: [
        *(DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType),
        *(DCTERMS.title, DCTERMS.format, DCTERMS.license, DCTERMS.modified),
    ],
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the catalogue may fetch nothing, a context least of all."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the catalogue asked for something from the network")

    monkeypatch.setattr(OpenerDirector, "open", refuse)


@pytest.fixture(scope="module")
def five() -> Context:
    return read_site(DATA / "indicators")


def graph(context: Context, dasar: str = "") -> Graph:
    return Graph().parse(data=dcat(context), format="json-ld", publicID=dasar or None)


def addresses(the_only: Graph) -> Iterator[str]:
    yield from (str(value) for value in the_only.objects(None, DCAT.downloadURL))


@pytest.mark.parametrize("folder", [DATA / "indicators", CONTOH, DATA / "hostile"])
def test_everything_has_what_dcat_ap_requires(folder: object) -> None:
    context = read_site(folder)  # type: ignore[arg-type]
    made = graph(context)
    for kelas, properties in WAJIB.items():
        things = list(made.subjects(RDF.type, kelas))
        assert things, kelas
        for thing in things:
            missing = [name for name in properties if not list(made.objects(thing, name))]
            assert not missing, (thing, missing)
    for publisher in made.objects(None, DCTERMS.publisher):
        assert (publisher, RDF.type, FOAF.Organization) in made
        assert list(made.objects(publisher, FOAF.name))
    assert len(list(made.subjects(RDF.type, DCAT.Dataset))) == len(context.laporan.pemda)


def test_every_name_is_an_absolute_address(five: Context) -> None:
    for triple in graph(five):
        for node in triple:
            if isinstance(node, URIRef):
                assert str(node).startswith(("https://", "http://", "urn:", "mailto:")), node


def test_a_dataset_says_who_where_when(five: Context) -> None:
    made = graph(five)
    thing = URIRef(f"{SITE_URL}kabupaten-balangan/#data")

    def the_only(subject: Node, name: URIRef) -> Node:
        (found,) = made.objects(subject, name)
        return found

    assert the_only(thing, DCTERMS.title) == Literal(
        "Indikator Kinerja Utama Kabupaten Balangan", lang="id"
    )
    assert the_only(thing, DCTERMS.identifier) == Literal("urn:iku:kabupaten-balangan")
    place = the_only(thing, DCTERMS.spatial)
    assert the_only(place, DCTERMS.identifier) == Literal("63.11")
    period = the_only(thing, DCTERMS.temporal)
    assert [str(the_only(period, name)) for name in (DCAT.startDate, DCAT.endDate)] == [
        "2021-01-01",
        "2026-12-31",
    ]
    assert the_only(thing, DCAT.theme) == URIRef(f"{UE}/data-theme/GOVE")
    assert the_only(the_only(thing, DCAT.contactPoint), VCARD.hasEmail) == URIRef(
        "mailto:organisasi@contoh.example"
    )
    # A copy is published by the site, not by the Pemda.
    assert the_only(the_only(thing, DCTERMS.publisher), FOAF.name) == Literal(
        "IKU Terbuka", lang="id"
    )
    assert "Keputusan Sekretaris Daerah Kabupaten Balangan" in dcat(five).decode()


def test_the_first_day_of_the_history_is_the_day_of_issue(five: Context) -> None:
    assert not list(graph(five).objects(None, DCTERMS.issued))
    since = {
        "kabupaten-balangan/sekretariat-daerah": date(2025, 3, 2),
        "kabupaten-balangan/sekretariat-daerah/bagian-hukum": date(2025, 1, 2),
        "kabupaten-balangan-baru": date(2020, 1, 1),
    }
    made = graph(replace(five, history=History((), since, "")))
    assert [str(day) for day in made.objects(None, DCTERMS.issued)] == ["2025-01-02"]


@pytest.mark.parametrize("root", ["", "kabupaten-contoh", "kabupaten-contoh/dinas-kesehatan"])
def test_every_download_is_a_file_of_the_site(root: str) -> None:
    context = read_site(CONTOH, root)
    found = [url.removeprefix(SITE_URL) for url in addresses(graph(context))]
    assert len(found) == 3
    assert set(found) <= paths(context)


def test_without_a_public_address_downloads_are_relative_to_the_file() -> None:
    context = bare(read_site())
    text = dcat(context)
    assert json.loads(text)["@id"] == "urn:iku:situs:katalog"
    made = graph(context, "https://lain.example/x/data/dcat.jsonld")
    assert {url.removeprefix("https://lain.example/x/") for url in addresses(made)} <= paths(
        context
    )
    things = {str(thing) for thing in made.subjects(RDF.type, DCAT.Dataset)}
    assert "urn:iku:kabupaten-contoh:data" in things
    for name in (DCTERMS.modified, DCTERMS.license, DCAT.contactPoint):
        assert not list(made.objects(None, name))
