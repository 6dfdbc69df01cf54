"""The contexts that tests of the descriptions share: with and without a public address."""

from dataclasses import replace
from pathlib import Path

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.kontak import Kontak
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.load import load_laporan
from iku_terbuka.opendata import downloads
from tests.conftest import ACUAN, CONTOH

SITE_URL = "https://iku.example/a/"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def read_site(folder: Path = CONTOH, root: str = "") -> Context:
    """Return the data in ``folder`` as a site that knows everything about itself."""
    laporan = load_laporan(folder).laporan
    assert laporan is not None
    return replace(
        build_context(laporan, root, ACUAN),
        site_url=SITE_URL,
        kontak=Kontak("Bagian Organisasi, organisasi@contoh.example"),
        lisensi=find_lisensi("CC-BY-4.0"),
        commit=COMMIT,
    )


def bare(context: Context) -> Context:
    """Return the same data as a site that knows nothing of itself."""
    return replace(
        context,
        acuan=None,
        site_url="",
        kontak=Kontak(),
        lisensi=None,
        commit="",
        kartu_indikator=False,
    )


def paths(context: Context) -> set[str]:
    """Return the path of every data file of the site."""
    return {plan.path for plan in downloads(context)}


def made(context: Context, path: str) -> bytes:
    """Return one data file of the site."""
    return next(plan for plan in downloads(context) if plan.path == path).make()


def write_data(context: Context, folder: Path) -> Path:
    """Write the Data Package and its tables into ``folder``, and return it."""
    tables = {path.removeprefix("data/") for path in paths(context) if path.count("/") == 1}
    for name in ("datapackage.json", *(name for name in tables if name.endswith(".csv"))):
        (folder / name).write_bytes(made(context, f"data/{name}"))
    return folder
