"""Runs MkDocs for ``iku build``, ``iku serve`` and ``iku export --markdown``. Imported lazily."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files

from iku_terbuka.mkdocs_plugin import IkuPlugin, situs
from iku_terbuka.mkdocs_plugin.pratinjau import pratinjau
from iku_terbuka.sebelum import simpan

Step = Callable[[int, int], None]


class BuildError(Exception):
    """The site could not be built; the message is ready to print."""


def build(config_file: Path, out: Path, indicators: str | None, step: Step | None = None) -> None:
    """Build the site into ``out``. It is built beside and swapped in, so a failure leaves no trace.

    What was built there before is replaced, anything else is refused. Raises :class:`BuildError`.
    """
    out = out.resolve()
    _check_target(out, config_file.absolute().parent)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as beside:
        fresh, by_mkdocs = Path(beside) / "baru", Path(beside) / "mkdocs"
        config = _load(config_file, indicators, site_dir=str(by_mkdocs))
        plugin = config.plugins["iku"]
        assert isinstance(plugin, IkuPlugin)
        plugin.tempat, plugin.langkah = fresh, step
        messages = _Messages()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(messages)
        logger.propagate = False
        try:
            mkdocs_build.build(config)
            plugin.terbitan.pindahkan(by_mkdocs)
            written = plugin.terbitan.selesai()
        except (MkDocsException, SystemExit) as error:
            raise BuildError("\n".join(messages.lines) or str(error)) from error
        finally:
            logger.removeHandler(messages)
            logger.propagate = True
        before = Path(beside) / "lama"
        try:
            if out.exists():
                out.rename(before)
            fresh.rename(out)
        except OSError as error:
            if before.exists() and not out.exists():
                before.rename(out)
            raise BuildError(
                f"Situs sudah dibuat, tetapi tidak dapat dipindahkan ke {out.name}: "
                f"{error.strerror}. Pilih folder lain dengan --out."
            ) from error
        simpan(plugin.simpanan.pohon, before, written)


def _check_target(out: Path, project: Path) -> None:
    """Refuse to replace what is not a site of ours: swapping a folder in deletes the old one."""
    kept = [project / name for name in ("content", "generator", "indicators", "theme", "tests")]
    real = out.resolve()
    if project.resolve().is_relative_to(real) or any(
        real.is_relative_to(folder.resolve()) for folder in kept if folder.exists()
    ):
        raise BuildError(
            f"Situs tidak dapat dibangun ke {out.name}: folder itu milik proyek. "
            "Pilih folder lain, misalnya site."
        )
    filled = out.is_file() or (out.is_dir() and any(out.iterdir()))
    if filled and not (out / "data" / "iku.json").is_file():
        raise BuildError(
            f"Folder {out.name} berisi berkas lain, dan tidak dihapus. Pilih folder kosong."
        )


class _Messages(logging.Handler):
    """Keeps what MkDocs reports as wrong."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def serve(config_file: Path) -> None:
    """Serve a live preview until interrupted; after a change only what it touches is made again."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    # MkDocs warns that such a site must not be published; nor can it be: it is deleted at the end.
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: "'dirty' build" not in str(record.msg)
    )
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415 (a web server)

    with pratinjau():
        mkdocs_serve.serve(str(config_file), build_type="dirty")


def export_markdown(config_file: Path, out: Path, indicators: str | None) -> int:
    """Write the tree that MkDocs would be given into ``out``; return the number of files."""
    config = _load(config_file, indicators)
    plugin = config.plugins["iku"]
    assert isinstance(plugin, IkuPlugin)
    files = get_files(config)
    try:
        made = tuple(situs(config, plugin.config, files).berkas())
    except MkDocsException as error:
        raise BuildError(str(error)) from error
    if out.exists() and any(out.iterdir()):
        raise BuildError(f"Folder {out} sudah berisi. Pilih folder kosong.")
    paths = {satu.path for satu in made}
    for file in files:
        if file.src_uri not in paths and file.abs_src_path:
            target = out / file.src_uri
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.abs_src_path, target)
            paths.add(file.src_uri)
    for satu in made:
        target = out / satu.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(satu.mentah)
    return len(paths)


def _load(config_file: Path, indicators: str | None, **options: Any) -> MkDocsConfig:
    try:
        config = load_config(str(config_file), **options)
    except MkDocsException as error:
        raise BuildError(str(error)) from error
    if "iku" not in config.plugins:
        raise BuildError(f"{config_file.name} tidak memuat plugin “iku”.")
    if indicators is not None:
        config.plugins["iku"].config["indicators"] = str(Path(indicators).absolute())
    return config
