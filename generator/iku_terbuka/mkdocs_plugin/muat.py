"""From mkdocs.yml to values: the measured data, its texts, and what is kept of other builds."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from iku_terbuka.check import find_errors
from iku_terbuka.context import Context, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.history import read_history
from iku_terbuka.history.git import GitError, git
from iku_terbuka.history.reference import reference_commit, reference_date
from iku_terbuka.load import load_laporan, without_collector
from iku_terbuka.mkdocs_plugin.opsi import IkuConfig, folder_data, folder_proyek
from iku_terbuka.mkdocs_plugin.pratinjau import pratinjau_kini
from iku_terbuka.simpanan import Simpanan

SIMPANAN = ".cache/iku"


def muat(config: MkDocsConfig, options: IkuConfig) -> tuple[Context, Mapping[str, str]]:
    """Return the site as a value, and the texts that it was read from by path below the data.

    Raises ``PluginError`` with every problem of the data, or for an option that says nothing.
    """
    # A preview loads again and again, and what it loaded before must go.
    with without_collector(forever=pratinjau_kini() is None):
        return _muat(config, options)


def _muat(config: MkDocsConfig, options: IkuConfig) -> tuple[Context, Mapping[str, str]]:
    folder = folder_data(config, options)
    # Relative to the project: the same words in messages and pages from wherever it is built.
    shown = Path(os.path.relpath(folder, folder_proyek(config))).as_posix()
    lanjut = pratinjau_kini()
    muatan = load_laporan(folder, shown, lanjut.berkas if lanjut else None)
    acuan = reference_date(folder)
    errors = find_errors(muatan)
    if errors or muatan.laporan is None:
        lines = "\n".join(str(problem) for problem in errors)
        raise PluginError(f"Ada {len(errors)} masalah di data:\n{lines}")
    try:
        tempat = find_forge(options.repositori, options.cabang, options.jenis_forge)
        izin = find_lisensi(options.lisensi)
    except ValueError as error:
        raise PluginError(str(error)) from error
    try:
        context = build_context(
            muatan.laporan, options.hanya.strip("/"), acuan, lanjut.ukuran if lanjut else None
        )
    except KeyError as error:
        raise PluginError(
            f"Opsi “hanya: {options.hanya}” di mkdocs.yml tidak menunjuk instansi mana pun. "
            "Tulis nama folder di bawah indicators/, misalnya kabupaten-balangan."
        ) from error
    context = replace(
        context,
        forge=tempat,
        riwayat=read_history(folder),
        # A preview has an address of its own, which nobody shares: no cards, no citations of it.
        site_url="" if lanjut else config.site_url or "",
        kartu_indikator=options.kartu_indikator,
        site_name=config.site_name,
        kontak=options.kontak.strip(),
        lisensi=izin,
        commit=reference_commit(folder),
    )
    prefix = f"{shown}/"
    return context, {path.removeprefix(prefix): text for path, text in muatan.texts.items()}


def simpanan(config: MkDocsConfig) -> Simpanan:
    """Return what is kept of other builds. What may have come with the repository is not trusted.

    A folder that Git knows, or one that leads elsewhere, may hold what others wrote.
    """
    folder = folder_proyek(config)
    try:
        foreign = bool(git(folder, "ls-files", "--", SIMPANAN.partition("/")[0]))
    except GitError:
        foreign = (folder / ".git").exists()
    whole = Simpanan(folder / SIMPANAN)
    foreign = foreign or any(path.is_symlink() for path in whole.tempat)
    return Simpanan(None) if foreign else whole
