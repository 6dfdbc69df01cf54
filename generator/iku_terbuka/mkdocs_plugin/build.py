"""Runs MkDocs, for ``iku build``. Imported lazily."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from iku_terbuka.history import source_date
from iku_terbuka.history.git import GitError, git
from iku_terbuka.mkdocs_plugin import IkuPlugin
from iku_terbuka.mkdocs_plugin.notices import notices
from iku_terbuka.mkdocs_plugin.project import (
    Preview,
    data_folder,
    project_folder,
)
from iku_terbuka.mkdocs_plugin.refusal import (
    BuildError,
    build_refused,
    check_folders,
    check_inherit,
    check_options,
    config_refused,
)
from iku_terbuka.mkdocs_plugin.settings import (
    add_default_theme,
    completing,
    theme_folders,
)
from iku_terbuka.mkdocs_plugin.site_build import Run
from iku_terbuka.publish import Tree
from iku_terbuka.publish.fingerprint import fingerprint_bytes
from iku_terbuka.publish.output import (
    BY_MKDOCS,
    FRESH,
    MANIFEST,
    foreign_paths,
    manifest,
    put_in_place,
    staging,
)
from iku_terbuka.publish.tree import Entries, begin, remember

Step = Callable[[int, int], None]
# In the folder of the project: a second copy of the published site.
_MEMORY = ".cache/iku-situs"


def build(
    config_file: Path,
    out: Path,
    indicators: str | None,
    step: Step | None = None,
    *,
    strict: bool = False,
) -> tuple[str, ...]:
    """Build the site into ``out``, and return what is doubtful: broken links, missing files.

    A failure leaves what is there; with ``strict``, here or in mkdocs.yml, each warning is one.
    Raises :class:`.BuildError`, or :class:`.OutputError` where ``out`` cannot be used.
    """
    out = out.resolve()
    said: list[str] = []
    config = load(config_file, indicators, said)
    # MkDocs would tell the warnings in its own words.
    strict, config.strict = strict or config.strict, False
    _check_target(out, config)
    foreign_paths(out)  # refuse before the work, not after it
    memory = _memory(config_file.absolute().parent)
    with staging(out) as beside:
        config.site_dir = str(beside / BY_MKDOCS)
        written = run(config, begin(memory, beside / FRESH), step, said=said)
        told = notices(config, said)
        if strict and told:
            raise BuildError(
                "\n".join([*told, f"{len(told)} peringatan, jadi situs tidak diganti (strict)."])
            )
        before = put_in_place(out, beside)
        remember(memory, before, out, written)
    return told


def run(
    config: MkDocsConfig,
    tree: Tree,
    step: Step | None = None,
    preview: Preview | None = None,
    said: list[str] | None = None,
) -> Entries:
    """Build the whole site in ``tree``; ``said`` gets what MkDocs warns of.

    Raises :class:`BuildError`.
    """
    plugin_of(config).run = Run(tree, step, preview)
    with _messages(said) as lines:
        try:
            mkdocs_build.build(config)
            tree.move_in(Path(config.site_dir))
            listed = manifest(tree.paths)
            tree.write(MANIFEST, fingerprint_bytes(listed), lambda: listed)
            return tree.finish()
        except (Exception, SystemExit) as error:
            refused = build_refused(config, error, lines)
            if refused is None:
                raise
            raise refused from error


@contextmanager
def _messages(said: list[str] | None = None) -> Iterator[list[str]]:
    """Keep what MkDocs reports as wrong, in ``said`` where it is given, instead of printing it."""
    lines: list[str] = [] if said is None else said

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    keeper, logger = Keeper(logging.WARNING), logging.getLogger("mkdocs")
    propagate = logger.propagate
    logger.addHandler(keeper)
    logger.propagate = False
    try:
        yield lines
    finally:
        logger.removeHandler(keeper)
        logger.propagate = propagate


def _resolved(path: Path) -> Path:
    """Return where a path leads; one of links in a circle leads nowhere else."""
    try:
        return path.resolve()
    except RuntimeError:  # Python before 3.13
        return path


def _check_target(out: Path, config: MkDocsConfig) -> None:
    """Refuse a folder of the project, or one that the project lies in."""
    project = project_folder(config).resolve()
    names = (".cache", ".git", "generator", "tests")
    kept = [*(project / name for name in names), Path(config.docs_dir)]
    kept += theme_folders(config)
    kept.append(data_folder(config, plugin_of(config).config))
    if project.is_relative_to(out) or any(out.is_relative_to(_resolved(path)) for path in kept):
        raise BuildError(
            f"Situs tidak dapat dibangun ke {out.name}: folder itu milik proyek. "
            "Pilih folder lain, misalnya site."
        )


def _memory(project: Path) -> Path | None:
    """Return where the site before is kept, unless it may have come with the repository.

    A folder that Git knows, or one that leads elsewhere, may hold what others wrote.
    """
    folder = project / _MEMORY
    try:
        foreign = bool(git(project, "ls-files", "--", folder.parent.name))
    except GitError:
        foreign = (project / ".git").exists()
    return None if foreign or folder.is_symlink() or folder.parent.is_symlink() else folder


def plugin_of(config: MkDocsConfig) -> IkuPlugin:
    plugin = config.plugins["iku"]
    assert isinstance(plugin, IkuPlugin)
    return plugin


def load(
    config_file: Path,
    indicators: str | None = None,
    said: list[str] | None = None,
    **options: Any,
) -> MkDocsConfig:
    """Return what mkdocs.yml says, once what it leads to can be built from.

    ``said`` gets what MkDocs warns of.

    Raises :class:`BuildError`.
    """
    source_date()  # MkDocs reads it too
    with _messages(said) as lines:
        try:
            check_inherit(config_file)
            config = load_config(str(config_file), **(completing(config_file) | options))
            add_default_theme(config)
        except (OSError, BuildError):
            raise
        # Whatever it is: loading runs nothing but what mkdocs.yml names.
        except (Exception, SystemExit) as error:
            raise config_refused(config_file, error, lines) from error
    if "iku" not in config.plugins:
        raise BuildError(f"{config_file.name} tidak memuat plugin “iku”.")
    check_options(config)
    check_folders(config)
    if indicators is not None:
        plugin_of(config).config["indicators"] = str(Path(indicators).absolute())
    return config
