"""One build of a site: our part of each step that MkDocs takes."""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as ThemePage

from iku_terbuka import defaults
from iku_terbuka.context import Context
from iku_terbuka.context.warna import style_sheet
from iku_terbuka.mkdocs_plugin.home import own_home, render_home
from iku_terbuka.mkdocs_plugin.project import (
    IkuConfig,
    Preview,
    load_project,
    project_folder,
)
from iku_terbuka.mkdocs_plugin.settings import (
    add_default_pages,
    is_default_page,
    theme_folders,
)
from iku_terbuka.mkdocs_plugin.shell import GLOSSARY, Frame, Shell
from iku_terbuka.publish import Fingerprints, PagePlan, Plan, Tree, fingerprint
from iku_terbuka.publish.fingerprint import (
    data_fingerprints,
    fingerprint_bytes,
    site_fingerprint,
)
from iku_terbuka.publish.page import head_text
from iku_terbuka.site import Site

# The libraries that the theme around a page depends on; ProperDocs runs plugins of MkDocs.
_THEME_LIBRARIES = ("markdown", "mkdocs", "mkdocs-material", "properdocs")
# What the theme brings for its own search and for those who mend it, 2.3 MB: no page asks for it.
_NOT_USED = re.compile(r"assets/(?:javascripts/(?:lunr|workers)/.*|.*\.map|images/favicon\.png)")
COLOUR = "assets/warna.css"
# Options that no page of ours shows.
_NOT_SHOWN = {
    *("site_dir", "docs_dir", "config_file_path", "plugins", "hooks", "theme", "watch"),
    *("markdown_extensions", "mdx_configs", "validation", "exclude_docs", "not_in_nav"),
    *("draft_docs", "strict", "dev_addr", "nav"),
}


@dataclass(frozen=True)
class Run:
    """What :mod:`.build` tells the plugin; a plain ``mkdocs build`` has the defaults.

    Our pages and files go to ``tree``, otherwise to ``site_dir``; ``progress`` is called with the
    number of files that are done and of all.
    """

    tree: Tree | None = None
    progress: Callable[[int, int], None] | None = None
    preview: Preview | None = None


class SiteBuild:
    """Loads the data at once; a problem in it ends the build before anything is written.

    ``files``, ``nav`` and ``env`` are what MkDocs hands over on its way.
    """

    files: Files
    nav: Navigation
    env: Any

    def __init__(self, config: MkDocsConfig, options: IkuConfig, run: Run) -> None:
        self._config, self._run = config, run
        self._project = load_project(config, options, run.preview)

    @property
    def context(self) -> Context:
        return self._project.context

    def add_files(self, files: Files) -> None:
        """Fill the hand-written pages, and tell MkDocs of every file of ours.

        What the data make takes the place of a hand-written page.
        """
        self.files = files
        add_default_pages(files, self._config)
        # Before they are filled: MkDocs forgets then where a page came from.
        by_default = default_paths(files, self._config)
        own = own_home(files, self._config) if self.context.root else None
        self.site = Site(self.context, hand_written(files))
        for path, text in self.site.filled.items():
            files.src_uris[path].content_string = text
        self._pages, self._downloads = list(self.site.pages()), list(self.site.downloads())
        add_planned(files, self._config, (*self._pages, *self._downloads))
        if own:  # now that its links lead somewhere
            self.site = replace(self.site, home=render_home(own, files, self._config))
            self._pages = list(self.site.pages())
        for file in list(files):
            if _NOT_USED.fullmatch(file.src_uri):
                files.remove(file)
        if css := colour_css(self._config):
            files.append(File.generated(self._config, COLOUR, content=css))
        _name_by_content(files, self._config)
        self.frame = Frame(self.site, self._config, by_default)

    def add_pemda(self, nav: Navigation) -> None:
        """Name the Pemda behind the home page, unless mkdocs.yml names their pages itself."""
        self.nav = nav
        entries: list[StructureItem] = [
            ThemePage(head_text(title), file, self._config)
            for title, folder in self.site.navigation
            if (file := self.files.src_uris[f"{folder}/index.md"]).page is None
        ]
        if entries and self._config.nav:
            section = Section("Daerah", entries)
            for page in entries:
                page.parent = section
            nav.items.insert(1, section)
        untitled = {page.file.src_uri: page for page in nav.pages if page.title is None}
        pages = [plan for plan in self._pages if isinstance(plan, PagePlan)]
        for plan in pages if untitled else ():
            if named := untitled.get(markdown_path(plan)):
                named.title = head_text(plan.make().heading)

    def sitemap(self) -> list[tuple[str, str]]:
        """Return address and day of every page, sorted; nothing without a public address."""
        written = (file.dest_uri for file in self.files.documentation_pages())
        return self.site.sitemap(self._pages, written)

    def write(self) -> None:
        """Write what is not there yet."""
        tree = self._run.tree or Tree(Path(self._config.site_dir))
        data = data_fingerprints(self.context, self._project.texts)
        day = self.context.acuan
        made_from = Fingerprints(data, self._fingerprint(), day.isoformat() if day else "")
        shell = Shell(self.frame, self._config, self.files, self.nav, self.env)
        downloads = self._downloads
        if self._run.preview:  # made once, though the data change
            downloads = [plan for plan in downloads if not tree.keep(plan.path)]
        for plan in self._counted([*self._pages, *downloads]):
            tree.write(plan.path, made_from.of(plan), partial(plan.content, shell.render))

    def _counted(self, plans: list[Plan]) -> Iterator[Plan]:
        for done, plan in enumerate(plans):
            if self._run.progress:
                self._run.progress(done, len(plans))
            yield plan
        if self._run.progress:
            self._run.progress(len(plans), len(plans))

    def _fingerprint(self) -> str:
        """Return the fingerprint of all that every file depends on besides the data."""
        config, folder = self._config, project_folder(self._config)
        titles = [(page.url, str(page.title)) for page in self.nav.pages]
        pemda = [title for title, _ in self.site.navigation]
        options = json.dumps([_options(config), titles, pemda], default=_name)
        return fingerprint(
            site_fingerprint(self.context),
            *map(_version, _THEME_LIBRARIES),
            options,
            self.site.written.get(GLOSSARY, ""),
            *(part for own in theme_folders(config) for part in _theme(own)),
            *(fingerprint_bytes((folder / hook).read_bytes()) for hook in config.hooks),
        )


def _version(library: str) -> str:
    """Return the version of a library, or nothing where it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def colour_css(config: MkDocsConfig) -> str:
    """Return the style sheet for the colour of the Pemda, where mkdocs.yml says one."""
    colour = str(config.extra["iku_colour"])
    return style_sheet(colour) if colour else ""


def _name_by_content(files: Files, config: MkDocsConfig) -> None:
    """Put its content into the name of each style sheet and script of ours.

    A browser that has kept an old one asks for the new one then, and may keep each for ever. Those
    of Material have such names; others in the project may be asked for by pages of its own.
    ``config.extra.iku_assets`` tells the templates.
    """
    ours = {f"assets/{path.name}" for path in (defaults.THEME / "assets").glob("*.[cj]s*")}
    names = {}
    for file in files:
        if file.src_uri in {COLOUR, *ours, *map(str, config.extra_css)}:
            stem, _, ending = file.dest_uri.rpartition(".")
            file.dest_uri = f"{stem}.{fingerprint_bytes(file.content_bytes)[:8]}.{ending}"
            names[file.src_uri] = file.dest_uri
    config.extra["iku_assets"] = names
    config.extra_css = [names.get(str(path), path) for path in config.extra_css]


def add_planned(files: Files, config: MkDocsConfig, plans: Iterable[Plan]) -> None:
    """Tell MkDocs of files of ours, which take the place of hand-written ones.

    Links to them are checked and may stand in the navigation; MkDocs neither reads nor writes what
    is excluded.
    """
    for plan in plans:
        path = markdown_path(plan)
        if path in files.src_uris:
            files.remove(files.src_uris[path])
        file = File(path, None, config.site_dir, config.use_directory_urls)
        file.content_string, file.inclusion = "", InclusionLevel.EXCLUDED
        files.append(file)


def default_paths(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Return the paths of the hand-written pages that come with the program."""
    return frozenset(file.src_uri for file in files if is_default_page(file, config))


def hand_written(files: Files) -> dict[str, str]:
    """Return the hand-written Markdown by path, without what MkDocs leaves out: hidden, drafts."""
    return {
        file.src_uri: file.content_string
        for file in files
        if file.src_uri.endswith(".md")
        and file.generated_by is None
        and not file.inclusion.is_excluded()
    }


def markdown_path(plan: Plan) -> str:
    """Return the path by which MkDocs knows a planned file: of a page, that of its Markdown."""
    return plan.path.removesuffix(".html") + ".md" if isinstance(plan, PagePlan) else plan.path


def _options(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return what mkdocs.yml says, but for what other plugins and the folders of a build are."""
    shown = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    return {**shown, "theme": dict(config.theme)}


def _name(value: object) -> str:
    """Return a text for a function or another object that mkdocs.yml loads."""
    return getattr(value, "__qualname__", str(value))


def _theme(folder: Path) -> Iterator[str]:
    """Yield path and fingerprint of every file in a folder of the theme, hidden ones aside."""
    walk = os.walk(folder, followlinks=True)
    names = (Path(parent, name) for parent, _, found in walk for name in found)
    for path in sorted(path for path in names if not path.name.startswith(".")):
        yield from (path.relative_to(folder).as_posix(), fingerprint_bytes(path.read_bytes()))
