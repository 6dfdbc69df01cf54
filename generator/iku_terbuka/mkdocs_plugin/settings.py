"""mkdocs.yml, content/ and theme/ of a project over those that come with the program.

A project says and holds only what is its own; a file of it takes the place of the default one with
the same path. In the checkout of the program the two are the same.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from iku_terbuka import defaults

# What no project shares with another.
_OWN = ("site_name", "site_url", "site_dir", "docs_dir", "plugins")
_CONTENT, _THEME = defaults.CONTENT.name, defaults.THEME.name


def completing(config_file: Path) -> dict[str, Any]:
    """Return what MkDocs is told besides a mkdocs.yml: defaults for what this leaves out.

    Of the theme, ``extra`` and lists of files and extensions they are joined with what it says.
    """
    said = _read(config_file)
    if not isinstance(said, dict):
        return {}  # MkDocs says so
    whole = _completed(said, config_file)
    return {key: value for key, value in whole.items() if said.get(key) != value}


def read_settings(config_file: Path) -> dict[str, Any]:
    """Return what a mkdocs.yml says, completed with defaults."""
    return _completed(_read(config_file), config_file)


def _completed(said: dict[str, Any], config_file: Path) -> dict[str, Any]:
    ours = _read(defaults.SETTINGS)
    whole = {key: value for key, value in ours.items() if key not in _OWN} | said
    project = config_file.absolute().parent
    whole["theme"] = _theme(ours["theme"], said.get("theme"), project)
    whole["extra"] = _joined(ours["extra"], said.get("extra"))
    for key in ("extra_css", "markdown_extensions"):
        whole[key] = _united(ours[key], said.get(key))
    if said.get("docs_dir", _CONTENT) == _CONTENT and not (project / _CONTENT).exists():
        whole["docs_dir"] = str(defaults.CONTENT)
    elif "docs_dir" not in said:
        whole["docs_dir"] = _CONTENT
    return whole


def _read(path: Path) -> Any:
    with path.open("rb") as file:
        return yaml_load(file, get_yaml_loader(config=MkDocsConfig(str(path))))


def _theme(ours: Mapping[str, Any], said: Any, project: Path) -> Any:
    theme = _joined(ours, {"name": said} if isinstance(said, str) else said)
    if (
        isinstance(theme, dict)
        and theme.get("custom_dir") == _THEME
        and not (project / _THEME).exists()
    ):
        del theme["custom_dir"]
    return theme


def _joined(ours: Mapping[str, Any], said: Any) -> Any:
    return {**ours, **said} if isinstance(said, dict) else said or dict(ours)


def _united(ours: list[Any], said: Any) -> Any:
    """Return a list with what ``said`` does not name of ``ours`` before it."""
    if isinstance(said, dict):
        said = [{name: options} for name, options in said.items()]
    if not isinstance(said, list):
        return said or ours
    named = {_name(item) for item in said}
    return [*(item for item in ours if _name(item) not in named), *said]


def _name(item: Any) -> str:
    """Return the name of an item of a list, which may be alone or a key before its options."""
    return str(next(iter(item), "")) if isinstance(item, dict) else str(item)


def add_default_theme(config: MkDocsConfig) -> None:
    """Look for the files of the theme in the project, in ours, in Material, in this order."""
    dirs = config.theme.dirs
    if not any(_is_same(folder, defaults.THEME) for folder in dirs):
        dirs.insert(1 if config.theme.custom_dir else 0, str(defaults.THEME))


def theme_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders of the theme that are ours or the project's."""
    own = config.theme.custom_dir
    return [
        Path(folder)
        for folder in config.theme.dirs
        if folder == own or _is_same(folder, defaults.THEME)
    ]


def _is_same(folder: str, other: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(other)


def add_default_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the hand-written pages that a project leaves out, unless it excludes them."""
    new = [
        File(path, str(defaults.CONTENT), config.site_dir, config.use_directory_urls)
        for path in _default_pages()
        if path not in files.src_uris
    ]
    set_exclusions(new, config)
    for file in new:
        if file.inclusion is InclusionLevel.INCLUDED:
            # A navigation of the project's own need not name it.
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)


def is_default_page(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a page comes with the program, so that nobody edits it in the project."""
    project = Path(config.config_file_path).absolute().parent
    return bool(
        file.abs_src_path
        and Path(file.abs_src_path).is_relative_to(defaults.CONTENT)
        and not _is_same(str(project), defaults.ROOT)
    )


def _default_pages() -> Iterator[str]:
    for path in sorted(defaults.CONTENT.rglob("*")):
        if path.is_file():
            yield path.relative_to(defaults.CONTENT).as_posix()
