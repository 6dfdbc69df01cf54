"""From mkdocs.yml to values: the measured data and the texts that it was read from."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from iku_terbuka.check import find_errors
from iku_terbuka.context import Context, UnknownRootError, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.history import read_history, reference_date
from iku_terbuka.load import load_laporan, without_collector
from iku_terbuka.mkdocs_plugin.config import IkuConfig, Preview, data_folder, project_folder
from iku_terbuka.model import Laporan


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
    context = _measured(loaded.laporan, options.hanya, reference_date(folder), preview)
    context = replace(
        context,
        # A preview has an address of its own, which nobody shares: no cards, no citations of it.
        site_url="" if preview else config.site_url or "",
        site_name=config.site_name,
        kartu_indikator=options.kartu_indikator,
        kontak=options.kontak.strip(),
        **_repository(options),
    )
    context = context.with_history(read_history(folder), texts)
    return Project(context, texts)


def _measured(laporan: Laporan, hanya: str, acuan: date | None, preview: Preview | None) -> Context:
    measured = preview.measured if preview else None
    try:
        return build_context(laporan, hanya.strip("/"), acuan, measured)
    except UnknownRootError as error:
        raise PluginError(
            f"Opsi “hanya: {hanya}” di mkdocs.yml tidak menunjuk instansi mana pun. "
            "Tulis nama folder di bawah indicators/, misalnya kabupaten-balangan."
        ) from error


def _repository(options: IkuConfig) -> dict[str, Any]:
    """Return where the data are and under which licence, as fields of ``Context``."""
    try:
        forge = find_forge(options.repositori, options.cabang, options.jenis_forge)
        return {"forge": forge, "lisensi": find_lisensi(options.lisensi)}
    except ValueError as error:
        raise PluginError(str(error)) from error
