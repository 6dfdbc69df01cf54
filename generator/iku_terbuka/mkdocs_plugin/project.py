"""From mkdocs.yml to values: its options, the measured data, the texts that it was read from."""

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from iku_terbuka.check import find_errors
from iku_terbuka.context import Context, Measured, UnknownRootError, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.context.kontak import Kontak
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.context.warna import parse_warna
from iku_terbuka.history import read_history, reference_date
from iku_terbuka.load import load_laporan, without_collector
from iku_terbuka.load.files import ParseCache
from iku_terbuka.model import Laporan

log = logging.getLogger(__name__)


class IkuConfig(Config):
    """Options below ``plugins: - iku:`` in mkdocs.yml."""

    # Folder of the data, relative to mkdocs.yml.
    indicators = opt.Type(str, default="indicators")
    # Build one Pemda or one instansi alone, as the home page: kabupaten-x or kabupaten-x/dinas-y.
    hanya = opt.Type(str, default="")
    # The repository of the data, for “Ubah data ini” and “Laporkan kesalahan”; where it is empty,
    # errors are reported to ``kontak``.
    repositori = opt.Type(str, default="")
    cabang = opt.Type(str, default="main")
    # github, gitlab or forgejo, where the host's name does not tell.
    jenis_forge = opt.Type(str, default="")
    # The colour of the Pemda, #rrggbb, for header, links, squares and share cards; white words must
    # be readable on it.
    warna = opt.Type(str, default="")
    # Whom readers may ask, shown at the foot of every page: an office with a mail address, the
    # address of a form, a number; each of these becomes a link.
    kontak = opt.Type(str, default="")
    # The licence of the data, by its SPDX name: CC-BY-4.0; empty: none is stated.
    lisensi = opt.Type(str, default="")
    # A share card for every indicator too, where there is a site_url: about 15 ms and 15 kB each.
    kartu_indikator = opt.Type(bool, default=False)


def _warna(options: IkuConfig) -> str:
    try:
        return parse_warna(options.warna)
    except ValueError as error:
        raise PluginError(str(error)) from error


def theme_options(options: IkuConfig) -> dict[str, object]:
    """Return what the theme reads below ``extra``. Raises ``PluginError``."""
    return {
        "iku_colour": _warna(options),
        "iku_contact": [list(part) for part in Kontak(options.kontak.strip()).parts],
        "iku_licence": _licence(options),
        "iku_search": True,
    }


def _licence(options: IkuConfig) -> dict[str, str]:
    """Return title and address of the licence, nothing where none is stated."""
    licence = _repository(options)["lisensi"]
    return {"title": licence.title, "url": licence.url} if licence else {}


def data_folder(config: MkDocsConfig, options: IkuConfig) -> Path:
    return project_folder(config) / options.indicators


def project_folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent


@dataclass(frozen=True)
class Preview:
    """What a running preview remembers from build to build, so that a change costs what it changes.

    ``files`` are the data files as last read, ``measured`` what was measured of each indicator.
    """

    files: ParseCache = field(default_factory=dict)
    measured: dict[str, Measured] = field(default_factory=dict)


@dataclass(frozen=True)
class Project:
    """What a build publishes. ``texts`` are the data files by path below their folder."""

    context: Context
    texts: Mapping[str, str]


def load_project(config: MkDocsConfig, options: IkuConfig, preview: Preview | None) -> Project:
    """Load and measure the data of a project.

    Raises ``PluginError`` with every problem of the data, or for an option that names nothing.
    """
    # A preview loads again and again, and the values of the load before must be freed.
    with without_collector(forever=preview is None):
        return _load(config, options, preview)


def _load(config: MkDocsConfig, options: IkuConfig, preview: Preview | None) -> Project:
    folder = data_folder(config, options)
    # Relative to the project: the same words in messages and pages from wherever it is built.
    shown = Path(os.path.relpath(folder, project_folder(config))).as_posix()
    loaded = load_laporan(folder, shown, preview.files if preview else None)
    errors = find_errors(loaded)
    if errors or loaded.laporan is None:
        lines = "\n".join(str(problem) for problem in errors)
        raise PluginError(f"Ada {len(errors)} masalah di data:\n{lines}")
    texts = {path.removeprefix(f"{shown}/"): text for path, text in loaded.texts.items()}
    hanya = options.hanya.strip("/")
    acuan = reference_date(folder / hanya)
    context = _measured(loaded.laporan, hanya, acuan, preview)
    context = replace(
        context,
        # A preview has an address of its own, which nobody shares: no cards, no citations of it.
        site_url="" if preview else config.site_url or "",
        site_name=config.site_name,
        kartu_indikator=options.kartu_indikator,
        kontak=Kontak(options.kontak.strip()),
        warna=_warna(options),
        **_repository(options),
    )
    history = read_history(folder)
    if history.trouble and preview is None:
        # Not a logger of MkDocs: where it is strict, a warning there fails the build.
        log.warning(history.trouble)
    context = context.with_history(history, texts)
    return Project(context, texts)


def _measured(laporan: Laporan, hanya: str, acuan: date | None, preview: Preview | None) -> Context:
    measured = preview.measured if preview else None
    try:
        return build_context(laporan, hanya, acuan, measured)
    except UnknownRootError as error:
        raise PluginError(
            f"Opsi “hanya: {hanya}” di mkdocs.yml tidak menunjuk instansi mana pun. "
            "Tulis nama folder di bawah indicators/, misalnya kabupaten-contoh."
        ) from error


def _repository(options: IkuConfig) -> dict[str, Any]:
    """Return where the data are and under which licence, as fields of ``Context``."""
    try:
        forge = find_forge(options.repositori, options.cabang, options.jenis_forge)
        return {"forge": forge, "lisensi": find_lisensi(options.lisensi)}
    except ValueError as error:
        raise PluginError(str(error)) from error
