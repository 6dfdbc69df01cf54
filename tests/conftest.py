"""Shared: the frozen copy of the five documents, and one built site for every test that reads it.

Tests never read ``indicators/``: a Pemda that replaces the data must not break them.
"""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model import Laporan
from tests.html_tree import Pages, read_pages

# A busy machine is no defect: properties are checked, not the clock.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"
CONTOH = Path(__file__).parent / "contoh"
# A fictional Pemda with agreements, an evaluation, a register, and one decree for many.
RENCANA = Path(__file__).parent / "rencana" / "indicators"
ACUAN = date(2026, 11, 21)
EPOCH = "1795237200"  # noon of that day in WIB


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: browsers, servers and commands are waited for."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def laporan() -> Laporan:
    """The five documents."""
    loaded = load_laporan(DATA / "indicators")
    assert loaded.laporan is not None, loaded.problems
    return loaded.laporan


@pytest.fixture(scope="session")
def context(laporan: Laporan) -> Context:
    return build_context(laporan, acuan=ACUAN)


def copy_project(to: Path, indicators: Path | None = None) -> Path:
    """Copy what a site is made of (configuration, words, theme) with other data; return it."""
    shutil.copy(ROOT / "mkdocs.yml", to / "mkdocs.yml")
    shutil.copytree(ROOT / "content", to / "content")
    shutil.copytree(ROOT / "theme", to / "theme")
    shutil.copytree(indicators or DATA / "indicators", to / "indicators")
    return to


_NO_GUIDE = "\nexclude_docs: /panduan/*/\n"


def leave_out_guide(project: Path) -> None:
    """Leave out the pages below the guide, which cost as much as all others together."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(_NO_GUIDE)


def add_guide(project: Path) -> None:
    """Take back what :func:`leave_out_guide` did."""
    settings = project / "mkdocs.yml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(said.replace(_NO_GUIDE, ""), encoding="utf-8")


def copy_small_project(to: Path) -> Path:
    """Copy a project with a part of the documents of two Pemda, which is built in a second.

    Of the guide it has the first page alone.
    """
    project = copy_project(to)
    leave_out_guide(project)
    for path in (project / "indicators").iterdir():
        if path.name not in {"kabupaten-balangan", "kota-mojokerto", "skala"}:
            shutil.rmtree(path)
    for path in (project / "indicators/kabupaten-balangan/sekretariat-daerah").glob("bagian-*"):
        if path.name != "bagian-hukum":
            shutil.rmtree(path)
    return project


def build_site(folder: Path, indicators: Path) -> Path:
    """Build the site of ``indicators`` in ``folder`` as on the reference date; return it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        project = copy_project(folder, indicators)
        build(project / "mkdocs.yml", project / "site", None)
    return project / "site"


def build_once(factory: pytest.TempPathFactory, name: str, indicators: Path) -> Path:
    """Build a site that no test changes, once for all workers; return its folder."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    folder = (factory.getbasetemp().parent if worker else factory.getbasetemp()) / name
    with FileLock(f"{folder}.lock"):
        if not (folder / "site").is_dir():
            folder.mkdir()
            build_site(folder, indicators)
    return folder / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from the five documents."""
    return build_once(tmp_path_factory, "proyek", DATA / "indicators")


@pytest.fixture(scope="session")
def site_contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the fictional Kabupaten Contoh, with results of every kind."""
    return build_once(tmp_path_factory, "contoh", CONTOH)


@pytest.fixture(scope="session")
def pages(built: Path) -> Pages:
    return read_pages(built)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write files below a fresh ``indicators`` folder and return it."""

    def write_files(files: dict[str, str]) -> Path:
        root = tmp_path / "indicators"
        shutil.rmtree(root, ignore_errors=True)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return write_files
