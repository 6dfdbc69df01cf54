"""The contexts that tests of the descriptions share: with and without a public address."""

from dataclasses import replace
from pathlib import Path

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.load import load_laporan
from iku_terbuka.opendata import berkas_unduhan, capaian_csv
from iku_terbuka.opendata.uraian import berkas_uraian
from tests.conftest import ACUAN, CONTOH

SITUS = "https://iku.example/a/"
KOMIT = "0123456789abcdef0123456789abcdef01234567"


def baca(folder: Path = CONTOH, akar: str = "") -> Context:
    """Return the data in ``folder`` as a site that knows everything about itself."""
    laporan = load_laporan(folder).laporan
    assert laporan is not None
    return replace(
        build_context(laporan, akar, ACUAN),
        site_url=SITUS,
        kontak="Bagian Organisasi, organisasi@contoh.example",
        lisensi=find_lisensi("CC-BY-4.0"),
        commit=KOMIT,
    )


def polos(context: Context) -> Context:
    """Return the same data as a site that knows nothing of itself."""
    return replace(
        context,
        acuan=None,
        site_url="",
        kontak="",
        lisensi=None,
        commit="",
        kartu_indikator=False,
    )


def berkas(context: Context) -> set[str]:
    """Return the path of every data file of the site."""
    return {satu.path for satu in [*berkas_unduhan(context), *berkas_uraian(context)]}


def tulis_data(context: Context, folder: Path) -> Path:
    """Write the Data Package and its tables into ``folder``, and return it."""
    files = {satu.path.removeprefix("data/"): satu.content for satu in berkas_uraian(context)}
    files["capaian.csv"] = capaian_csv(context)
    for name in ("capaian.csv", "indikator.csv", "datapackage.json"):
        isi = files[name]
        (folder / name).write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return folder
