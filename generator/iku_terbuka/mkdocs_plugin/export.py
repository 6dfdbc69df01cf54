"""``iku export --markdown``: a whole project of Markdown, which other engines build too.

Nothing in it needs this program: what the plugin tells the theme stands in mkdocs.yml and above
each page.
"""

import math
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files
from mkdocs.utils.meta import get_data

from iku_terbuka.mkdocs_plugin.build import load, plugin_of
from iku_terbuka.mkdocs_plugin.home import own_home, render_home
from iku_terbuka.mkdocs_plugin.project import load_project, theme_options
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from iku_terbuka.mkdocs_plugin.settings import add_default_pages, read_settings, theme_folders
from iku_terbuka.mkdocs_plugin.shell import GLOSSARY, Frame
from iku_terbuka.mkdocs_plugin.site_build import (
    COLOUR,
    add_planned,
    colour_css,
    default_paths,
    hand_written,
    markdown_path,
)
from iku_terbuka.publish import Page
from iku_terbuka.publish.page import head_text, markdown_text
from iku_terbuka.site import Site

_CONTENT, _THEME, _SETTINGS, _SITEMAP = "content", "theme", "mkdocs.yml", "sitemap.xml"
_WORD = re.compile(r"\w\w+")
_HEAD = """\
# Dibuat oleh `iku export --markdown`. Ubah datanya di proyek asal, lalu ekspor lagi.
# Membangun situsnya: `mkdocs build` dengan mkdocs-material, atau `zensical build`.
"""
# What leads to code, to folders of the project, or to a repository that does not hold these pages.
_LEFT_OUT = (
    *("INHERIT", "docs_dir", "edit_uri", "edit_uri_template", "exclude_docs", "hooks"),
    *("plugins", "repo_name", "repo_url", "site_dir", "strict", "watch"),
)


@dataclass(frozen=True)
class _Source:
    """What is written out; ``extra`` is what the theme reads in mkdocs.yml."""

    config_file: Path
    config: MkDocsConfig
    files: Files
    frame: Frame
    site: Site
    extra: Mapping[str, object]


def export_markdown(config_file: Path, out: Path, indicators: str | None) -> int:
    """Write the project that another engine needs into ``out``; return the number of files.

    A failure leaves nothing there. Raises :class:`BuildError`.
    """
    source = _source(config_file, indicators)
    with _emptied_on_failure(out):
        files = dict(_files(source))
        for path, content in files.items():
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content())
    return len(files)


def _source(config_file: Path, indicators: str | None) -> _Source:
    config = load(config_file, indicators)
    options = plugin_of(config).config
    files = get_files(config)
    add_default_pages(files, config)
    try:
        extra = theme_options(options)
        config.extra.update(extra)
        context = load_project(config, options, None).context
    except PluginError as error:
        raise BuildError(str(error)) from error
    site = Site(context, hand_written(files))
    if context.root and (own := own_home(files, config)):
        linked = get_files(config)
        add_default_pages(linked, config)
        add_planned(linked, config, site.plans())
        site = replace(site, home=render_home(own, linked, config))
    frame = Frame(site, config, default_paths(files, config))
    return _Source(config_file, config, files, frame, site, extra)


@contextmanager
def _emptied_on_failure(out: Path) -> Iterator[None]:
    if out.exists() and not out.is_dir():
        raise BuildError(f"{out} bukan folder. Pilih folder kosong.")
    is_new = not out.exists()
    if not is_new and any(out.iterdir()):
        raise BuildError(f"Folder {out} sudah berisi. Pilih folder kosong.")
    try:
        yield
    except BaseException:
        for path in out.iterdir() if out.is_dir() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if is_new and out.is_dir():
            out.rmdir()
        raise


def _files(source: _Source) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield path and content of each file; of two with one path the later one counts."""
    yield _SETTINGS, partial(_settings, source)
    for folder in reversed(theme_folders(source.config)):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"{_THEME}/{path.relative_to(folder).as_posix()}", path.read_bytes
    yield f"{_THEME}/{_SITEMAP}", partial(_sitemap, source)
    if css := colour_css(source.config):
        yield f"{_THEME}/{COLOUR}", css.encode
    for file in source.files:
        if not file.inclusion.is_excluded():
            yield f"{_CONTENT}/{file.src_uri}", partial(_file, source, file)
    for plan in source.site.plans():
        content = partial(plan.content, partial(_markdown, source))
        yield f"{_CONTENT}/{markdown_path(plan)}", content


def _sitemap(source: _Source) -> bytes:
    """Return the sitemap, filled: what a template of it is told differs from engine to engine."""
    env = source.config.theme.get_env()
    plans = list(source.site.plans())
    generated = {plan.path for plan in plans}
    written = (file.dest_uri for file in source.files.documentation_pages())
    urls = source.site.sitemap(plans, (path for path in written if path not in generated))
    return env.get_template(_SITEMAP).render(iku_urls=urls).encode()


def _file(source: _Source, file: File) -> bytes:
    """Return a file of content/; a hand-written page defines the abbreviations that it uses."""
    path = file.src_uri
    text = source.site.filled.get(path, source.site.written.get(path))
    if text is None:
        return file.content_bytes
    body, meta = get_data(text)
    known = source.frame.abbreviations if path != GLOSSARY else {}
    used = [word for word in dict.fromkeys(_WORD.findall(body)) if word in known]
    lines = [f"*[{word}]: {markdown_text(known[word].full)}" for word in used]
    meta |= source.frame.meta(path, str(meta.get("title", "")), None)
    return _with_front_matter(meta, "\n\n".join([body.rstrip(), *lines]) + "\n")


def _markdown(source: _Source, page: Page) -> bytes:
    path = f"{page.folder}/index.md".lstrip("/")
    meta = {**page.front_matter, **source.frame.meta(path, page.title, page)}
    return _with_front_matter(meta, source.frame.explained(page).markdown)


def _with_front_matter(meta: Mapping[str, object], text: str) -> bytes:
    head = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=False, width=math.inf)
    return f"---\n{head}---\n\n{text}".encode()


def _settings(source: _Source) -> bytes:
    """Return mkdocs.yml: what the project says, with what the plugin adds."""
    said = read_settings(source.config_file)
    whole: dict[str, Any] = {key: said[key] for key in said if key not in _LEFT_OUT}
    whole["docs_dir"] = _CONTENT
    # Without a list MkDocs adds the search of its own.
    whole["plugins"] = []
    # Zensical: the look of Material, whose templates ours go on from.
    whole["theme"] |= {"custom_dir": _THEME, "variant": "classic"}
    whole["extra"] |= source.extra
    whole["markdown_extensions"] = [*said["markdown_extensions"], "abbr"]
    # `iku build` has checked the anchors; Zensical takes the address of an icon for one.
    whole["validation"] = {"links": {"anchors": "ignore"}}
    # All that is there is meant to be, though the navigation names few.
    whole["not_in_nav"] = "/**"
    if said.get("nav"):
        whole["nav"] = _navigation(said["nav"], source.site)
    return (_HEAD + yaml.dump(whole, allow_unicode=True, sort_keys=False, width=100)).encode()


def _navigation(said: list[Any], site: Site) -> list[Any]:
    """Return the navigation with the Pemda behind the home page, unless it names their pages."""
    entries = [{head_text(title): f"{folder}/index.md"} for title, folder in site.navigation]
    return [*said[:1], {"Daerah": entries}, *said[1:]] if entries else said
