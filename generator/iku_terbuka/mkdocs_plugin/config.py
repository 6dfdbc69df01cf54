"""The options of the plugin in mkdocs.yml, and what a run of ours adds to one of MkDocs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from iku_terbuka.context import Measured
from iku_terbuka.load.files import ParseCache
from iku_terbuka.publish import Tree


class IkuConfig(Config):
    """Options below ``plugins: - iku:`` in mkdocs.yml."""

    # Folder of the data, relative to mkdocs.yml.
    indicators = opt.Type(str, default="indicators")
    # Build one Pemda or one instansi alone, as the home page: kabupaten-x or kabupaten-x/dinas-y.
    hanya = opt.Type(str, default="")
    # The repository of the data, for “Ubah data ini” and “Laporkan kesalahan”; empty: neither.
    repositori = opt.Type(str, default="")
    cabang = opt.Type(str, default="main")
    # github, gitlab or forgejo, where the host's name does not tell.
    jenis_forge = opt.Type(str, default="")
    # Colour of the header, #rrggbb; white words must be readable on it.
    warna = opt.Type(str, default="")
    # Whom readers may ask, shown at the foot of every page: an office, an address, a number.
    kontak = opt.Type(str, default="")
    # The licence of the data, by its SPDX name: CC-BY-4.0; empty: none is stated.
    lisensi = opt.Type(str, default="")
    # A share card for every indicator too, where there is a site_url: about 15 ms and 15 kB each.
    kartu_indikator = opt.Type(bool, default=False)


@dataclass(frozen=True)
class Preview:
    """What a running preview remembers from build to build, so that a change costs what it changes.

    ``files`` are the data files as last read, ``measured`` what was measured of each indicator.
    """

    files: ParseCache = field(default_factory=dict)
    measured: dict[str, Measured] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """What :mod:`.build` tells the plugin; a plain ``mkdocs build`` has the defaults.

    Our pages and files go to ``tree``, otherwise to ``site_dir``; ``progress`` is called with the
    number of files that are done and of all.
    """

    tree: Tree | None = None
    progress: Callable[[int, int], None] | None = None
    preview: Preview | None = None


def data_folder(config: MkDocsConfig, options: IkuConfig) -> Path:
    return project_folder(config) / options.indicators


def project_folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent


def header_colour(warna: str) -> str:
    """Return the colour of the header. White on it must reach 4.5:1 (WCAG 2.2, 1.4.3)."""
    if not warna:
        return ""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", warna):
        raise PluginError(
            f"Opsi “warna: {warna}” di mkdocs.yml bukan warna. Tulis misalnya “#16324c”, "
            "dalam tanda kutip."
        )
    channels = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    contrast = 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
    if contrast < 4.5:
        raise PluginError(
            f"Opsi “warna: {warna}” di mkdocs.yml terlalu terang: tulisan putih di atasnya sulit "
            f"dibaca (kontras {contrast:.1f}, paling sedikit 4,5). Pilih warna yang lebih gelap."
        )
    return warna.lower()
