"""The fingerprints of all that a site is made from: data, options, program, libraries, theme."""

import os
import platform
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime
from mkdocs.utils.yaml import yaml_load

from iku_terbuka.context import Context
from iku_terbuka.history import History
from iku_terbuka.model import Laporan
from iku_terbuka.sidik import SidikData, path_indikator, sidik, sidik_byte

# The libraries that have a say in what a file holds, before the theme and in it.
_PUSTAKA = (
    *("babel", "jinja2", "markupsafe", "matplotlib", "pillow", "pydantic", "pyyaml"),
    "xlsxwriter",
)
_PUSTAKA_TEMA = ("markdown", "mkdocs", "mkdocs-material")


def sidik_data(context: Context, teks: Mapping[str, str]) -> SidikData:
    """Return the fingerprints of the data; ``teks`` are its files by path."""
    texts = chain(teks.items(), _hasil(context.laporan), _riwayat(context.riwayat))
    return SidikData(texts, context.instansi.keys())


def _riwayat(riwayat: History) -> Iterator[tuple[str, str]]:
    for kunci in {satu.key for satu in riwayat.changes}:
        instansi, _, id_ = kunci.rpartition("/")
        yield path_indikator(instansi, id_, "riwayat"), repr(riwayat.of_indikator(kunci))
    for id_, since in riwayat.since.items():
        yield f"{id_}/sejak", since.isoformat()


def _hasil(laporan: Laporan) -> Iterator[tuple[str, str]]:
    """Yield what each year says, and what all years say of each indicator.

    Values, not their text: that would not tell for sure which lines are whose.
    """
    for pemda in laporan.pemda:
        for instansi in pemda.instansi.descendants():
            for tahun, tahunan in (instansi.capaian or {}).items():
                path = f"{instansi.id}/capaian/{tahun}.yaml"
                yield path, tahunan.model_dump_json(exclude={"capaian"})
            for satu in instansi.indikator:
                told = (
                    f"{tahun} {satu.lokasi_hasil[tahun].baris} {hasil.model_dump_json()}"
                    for tahun, hasil in satu.hasil.items()
                )
                yield path_indikator(instansi.id, satu.id, "hasil"), "\n".join(told)


def sidik_umum(context: Context, glosarium: str = "") -> str:
    """Return the fingerprint of what files about the data are made from besides it."""
    past, day = context.riwayat, context.acuan
    options = (
        *(context.root, context.forge, context.site_url, context.kartu_indikator),
        *(context.site_name, context.kontak, context.lisensi, past.note, _tempat(context)),
        *((day and day.year, context.penanda) if context.penanda else (day, context.commit)),
    )
    return sidik(versi(), repr(options), glosarium)


def _tempat(context: Context) -> str:
    """Return the folder of the data as pages name it."""
    return next((satu.lokasi.berkas for satu in context.laporan.pemda), "")


@cache
def versi() -> str:
    """Return the fingerprint of this program and of the libraries that it works with."""
    package = Path(__file__).parent.parent
    files = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".j2", ".yaml"})
    code = (
        part
        for path in files
        for part in (path.relative_to(package).as_posix(), path.read_text(encoding="utf-8"))
    )
    return sidik(platform.python_version(), *map(version, _PUSTAKA), *code)


def sidik_tema(config: MkDocsConfig, glosarium: str) -> str:
    """Return the fingerprint of what goes into every page besides its own text and the day."""
    folder = config.theme.dirs[0]
    found = (
        Path(here, name) for here, _, names in os.walk(folder, followlinks=True) for name in names
    )
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    theme = (part for path in sorted(texts) for part in (path, sidik_byte(texts[path])))
    # Hardly a theme shows the moment of the build; one that does has no page twice the same.
    clock = any(b"build_date_utc" in text for text in texts.values())
    with Path(config.config_file_path or "mkdocs.yml").open("rb") as file:
        options = yaml_load(file)  # with what it inherits; a preview has an address of its own
    moment = get_build_datetime().isoformat() if clock else ""
    written = repr(
        (options, config.nav, config.site_url, config.use_directory_urls, config.extra, moment)
    )
    return sidik(versi(), *map(version, _PUSTAKA_TEMA), written, glosarium, *theme)
