"""The theme around a page: what its templates show besides the contents, and the whole as HTML."""

import os
import re
from collections.abc import Container, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from iku_terbuka.mkdocs_plugin.project import project_folder
from iku_terbuka.model import Lokasi
from iku_terbuka.pages import abbreviations, explain
from iku_terbuka.publish import Page
from iku_terbuka.publish.page import HEADING_ID, head_text
from iku_terbuka.site import Site

GLOSSARY = "glosarium/index.md"
# Elements in which white space is content.
_VERBATIM = re.compile(r"<(?:pre|script|style|textarea)\b")
_VERBATIM_END = re.compile(r"</(?:pre|script|style|textarea)>")


class Frame:
    """What the templates show around the contents of every page of ``site``.

    ``defaults`` are the paths of those hand-written pages that no file of the project makes.
    """

    def __init__(self, site: Site, config: MkDocsConfig, defaults: Container[str]) -> None:
        self._site, self._context, self._defaults = site, site.context, defaults
        self.abbreviations = abbreviations(site.written.get(GLOSSARY, ""))
        self._content = Path(os.path.relpath(config.docs_dir, project_folder(config)))

    def meta(self, path: str, title: str, page: Page | None) -> dict[str, Any]:
        """Return what ``theme/main.html`` reads of a page; ``path`` is that of its Markdown.

        ``page`` is the page if we made it; otherwise it is hand-written.
        """
        folder = path.removesuffix("index.md").rstrip("/")
        first = path.partition("/")[0]
        top = first if first in self._site.feeds else ""
        meta = {
            "iku_from_data": page is not None and page.source is not None,
            "iku_card": page.card if page else "",
            "iku_json_ld": page.json_ld if page else "",
            "iku_footer": page.footer if page else self._site.footer,
            "iku_feed": (self._site.feeds[top], f"{top}/feed.xml".lstrip("/")),
            "iku_report_url": self._context.report_link(title, folder),
            "iku_edit_url": self._edit_url(path, page),
        }
        if path == "index.md":
            meta["iku_json_ld"] = self._site.json_ld
        return meta

    def _edit_url(self, path: str, page: Page | None) -> str:
        """Return the address that edits what a page is made of: its YAML or its own Markdown."""
        if page and page.source:
            return self._context.edit_link(page.source, page.skeleton)
        if path not in self._site.written or path in self._defaults:
            return ""
        return self._context.edit_link(Lokasi((self._content / path).as_posix()))

    def explained(self, page: Page) -> Page:
        """Return a page of ours with abbreviations explained where it first uses them."""
        return page.with_parts(self.explain(page.parts, page.folder))

    def explain(self, parts: Sequence[str], folder: str) -> list[str]:
        """Explain abbreviations where a page in ``folder``, in parts, first uses them."""
        glossary = self._context.link(folder, "glosarium")
        return explain(parts, self.abbreviations, glossary)

    def complete(self, themed: ThemePage) -> None:
        """Give a hand-written page what the templates show around it."""
        path = themed.file.src_uri
        # A title is written for HTML; in an address it is plain text.
        title = unescape(str(themed.title or themed.meta.get("title", "")))
        themed.meta.update(self.meta(path, title, None))


class Shell:
    """Renders our pages in the theme, each as MkDocs renders a page of its own.

    MkDocs documents neither ``get_context`` (what it tells a template) nor how to render one page;
    both are functions of its build command. Where they change, this class alone is concerned.
    """

    def __init__(
        self, frame: Frame, config: MkDocsConfig, files: Files, nav: Navigation, env: Any
    ) -> None:
        self._frame, self._config, self._files, self._nav = frame, config, files, nav
        self._documents = files.documentation_pages()
        self._template = env.get_template("main.html")

    def render(self, page: Page) -> bytes:
        """Return the whole HTML file of ``page``."""
        path = f"{page.folder}/index.md".lstrip("/")
        file = self._files.src_uris[path]
        listed = file.page  # in the navigation, by its title there
        themed = listed or ThemePage(head_text(page.title), file, self._config)
        themed.markdown, themed.content = "", self._frame.explained(page).html
        themed.toc = _contents(page)
        themed.meta = {**page.front_matter, **self._frame.meta(path, page.title, page)}
        themed.active = True
        html = self._template.render(get_context(self._nav, self._documents, self._config, themed))
        themed.active = False
        themed.content = None
        if listed is None:
            file.page = None  # all of them are more than memory should hold
        return minify(html).encode()


def _contents(page: Page) -> TableOfContents:
    """Return the headings of a page as MkDocs nests them."""
    top = AnchorLink(head_text(page.heading), HEADING_ID, 1)
    top.children = [
        AnchorLink(head_text(section.title), section.id, 2)
        for section in page.sections
        if section.title
    ]
    return TableOfContents([top])


def minify(html: str) -> str:
    """Return a page without blank lines and indents, a sixth of the theme's bytes.

    Where white space is content it stays, to the end of the page if such an element has none.
    """
    parts: list[str] = []
    done = 0
    while opened := _VERBATIM.search(html, done):
        closed = _VERBATIM_END.search(html, opened.end())
        end = closed.end() if closed else len(html)
        parts += (_lines(html[done : opened.start()]), html[opened.start() : end])
        done = end
    return "".join([*parts, _lines(html[done:])])


def _lines(html: str) -> str:
    """Return the lines of ``html`` without the white space around each; empty ones go."""
    first, *rest = html.split("\n")
    if not rest:
        return html
    middle = [line.strip() for line in rest[:-1]]
    return "\n".join([first.rstrip(), *filter(None, middle), rest[-1].lstrip()])
