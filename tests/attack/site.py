"""A project to build, and the whole site looked through: what is planned is there and leads on."""

import csv
import json
import posixpath
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from iku_terbuka.site import Site
from tests.attack.common import COUNTS, Fault
from tests.conftest import ACUAN, EPOCH, ROOT
from tests.html_tree import Element, links, parse

SCHEMES = {"", "http", "https", "mailto", "data"}


def new_project(folder: Path) -> Path:
    """Copy what a site is made of besides data; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for part in ("content", "theme"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def build_site(project: Path, epoch: str | None = EPOCH) -> Path | None:
    """Build the site of a project and look it through; nothing where its data are refused."""
    site = project / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        if epoch is not None:
            patch.setenv("SOURCE_DATE_EPOCH", epoch)
        try:
            build(project / "mkdocs.yml", site, None)
        except BuildError:
            COUNTS["builds refused"] += 1
            return None
    COUNTS["sites built"] += 1
    check_site(site, planned(project / "indicators"))
    check_beside(site)
    return site


def planned(indicators: Path) -> Iterable[str]:
    """Return the path of every page and file that the data make."""
    laporan = load_laporan(indicators).laporan
    if laporan is None:
        raise Fault("data with errors are built")
    return (plan.path for plan in Site(build_context(laporan, acuan=ACUAN), {}).plans())


def check_beside(site: Path) -> None:
    """Raise where a build leaves anything beside its site."""
    rubbish = [path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}")]
    if rubbish:
        raise Fault("a build leaves rubbish beside the site")


def check_site(site: Path, paths: Iterable[str] = ()) -> None:
    """Raise :class:`Fault` unless the site is whole: pages, links, and every file readable."""
    if any(not (site / path).is_file() for path in paths):
        raise Fault("a planned page or file is missing")
    pages: dict[str, Element] = {}
    for path in site.rglob("*"):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            try:
                if path.suffix == ".html":
                    pages[name] = parse(path.read_text("utf-8"))
                else:
                    _read(path)
            except Exception as error:
                raise Fault(f"a {path.suffix} file is broken: {type(error).__name__}") from error
    if "index.html" not in pages:
        raise Fault("the site has no home page")
    COUNTS["pages"] += len(pages)
    _check_links(site, pages)


def _read(path: Path) -> None:
    """Read a file as a program would; raises whatever its reader raises."""
    match path.suffix:
        case ".json" | ".jsonld":
            json.loads(path.read_text("utf-8"))
        case ".xml" | ".svg" | ".rdf":
            ElementTree.parse(path)
        case ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                widths = {len(row) for row in csv.reader(file, strict=True)}
            if len(widths) != 1:
                raise ValueError("rows of different length")
        case ".zip" | ".xlsx":
            with zipfile.ZipFile(path) as archive:
                if archive.testzip():
                    raise ValueError("a damaged part")


def _check_links(site: Path, pages: Mapping[str, Element]) -> None:
    ids = {
        path: {one.attributes.get("id") for one in top.find_all()} for path, top in pages.items()
    }
    for path, top in pages.items():
        for one in top.find_all():
            if any(name.startswith("on") for name in one.attributes):
                raise Fault("an element has a handler")
        for link in links(top):
            address = urlsplit(link)
            if address.scheme.lower() not in SCHEMES:
                raise Fault("a link has a scheme of its own")
            if address.scheme or address.netloc:
                continue
            start = "/" if path == "404.html" else f"/{posixpath.dirname(path)}/"
            inside = posixpath.normpath(start + unquote(address.path)).lstrip("/")
            target = inside if address.path else path
            anchors = ids.get(target, set())
            if not (site / target).is_file() or (
                address.fragment and unquote(address.fragment) not in anchors
            ):
                raise Fault("a link leads nowhere")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
