"""The shell around a page: rendered once for all pages that share it, then filled.

Sibling pages differ in a few texts and in nothing else: title, description, contents, addresses.
So the theme's template renders one page whose texts are marks, and each page puts its own texts in
their place, in a tenth of the time. Whatever else a template may look at is part of the key that a
shell is kept under; a template that looks further, at something that is no part of it, gets
ordinary renderings instead.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import escape
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.mkdocs_plugin.halaman import HalamanNanti
from generator.mkdocs_plugin.rapat import rapatkan

# What MkDocs tells every template; anything else may differ from page to page.
_UMUM = {"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version"} | {
    *("build_date_utc", "config", "page"),
}
# Fields of the front matter that templates show, but decide nothing by.
_TEKS = ("title", "description", "iku_json_ld", "iku_kartu", "iku_lapor")
# Private characters around a name: no text of ours holds them and no filter changes them.
_TANDA = re.compile("\ue000([a-z_0-9]+)\ue001")

Render = Callable[[Mapping[str, Any]], str]


class Kulit:
    """The shells of one build. ``render`` is the theme's template for pages."""

    def __init__(self, render: Render, nav: Navigation) -> None:
        self._render = render
        self._shells: dict[Hashable, list[str] | None] = {}
        # A link depends on the folders that a page shares with its target, in the navigation or
        # at the top of its Pemda.
        self._bersama = max([1, *(page.url.count("/") for page in nav.pages)])

    def halaman(self, context: Mapping[str, Any], page: HalamanNanti) -> str:
        """Return the whole page without blank lines, the same bytes as an ordinary rendering."""
        texts = self._teks(page)
        key = self._kunci(page, texts)
        if key and key not in self._shells:
            self._shells[key] = self._kulit(context, page, texts)
        shell = self._shells[key] if key and context.keys() == _UMUM else None
        if shell is None:
            return rapatkan(self._render(context))
        # Text of the shell and names of marks take turns.
        return "".join(texts[part] if i % 2 else part for i, part in enumerate(shell))

    def _teks(self, page: HalamanNanti) -> dict[str, str]:
        """Return the texts of a page by name, as they stand in its HTML."""
        folders = page.url.split("/")[self._bersama : -1]
        return {
            **{name: str(page.meta.get(name) or "") for name in _TEKS},
            "iku_lapor": escape(page.meta.get("iku_lapor") or ""),  # as the template does
            "edit_url": escape(page.edit_url or ""),
            "canonical_url": page.canonical_url or "",
            "content": (page.content or "").strip(),
            "judul": page.toc.items[0].title if page.toc.items else "",
            **{f"folder{i}": name for i, name in enumerate(folders)},
        }

    def _kunci(self, page: HalamanNanti, texts: Mapping[str, str]) -> Hashable | None:
        """Return all that the shell of a page depends on besides the site, if it has any."""
        others = {name: value for name, value in page.meta.items() if name not in _TEKS}
        if "<h1" not in texts["content"]:
            return None
        headings = [(satu.id, satu.title, satu.level) for satu in _semua(page.toc)]
        if headings:
            headings[0] = (headings[0][0], "", headings[0][2])
        filled = tuple(name for name, text in texts.items() if text)
        return filled, tuple(page.url.split("/")[: self._bersama]), repr(others), repr(headings)

    def _kulit(
        self, context: Mapping[str, Any], page: HalamanNanti, texts: Mapping[str, str]
    ) -> list[str] | None:
        marks = {
            name: _Tanda(f"\ue000{name}\ue001") if text else "" for name, text in texts.items()
        }
        try:
            made = self._render({**context, "page": _Contoh(page, marks, self._bersama)})
        except _TidakSerupaError:
            return None
        shell = _TANDA.split(rapatkan(made))
        whole = all(
            part in texts if i % 2 else "\ue000" not in part and "\ue001" not in part
            for i, part in enumerate(shell)
        )
        return shell if whole else None  # a mark that a filter changed


class _TidakSerupaError(Exception):
    """A template looked at something of a page that its siblings need not share."""


class _Tanda(str):
    """A mark, which templates may only write; what decides by a text needs the text itself."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def __contains__(self, part: object) -> bool:
        if part == "<h1":  # the theme adds a heading of its own to a page that has none
            return True
        raise _TidakSerupaError

    def _tolak(self, *_: object) -> Any:
        raise _TidakSerupaError

    __len__ = __iter__ = __getitem__ = __eq__ = __ne__ = __lt__ = __gt__ = __le__ = _tolak
    __ge__ = __mod__ = __add__ = _tolak
    __hash__ = str.__hash__


class _Contoh:
    """A page with marks for texts, as far as templates look at pages."""

    def __init__(self, page: HalamanNanti, marks: Mapping[str, str], bersama: int) -> None:
        self.meta = dict(page.meta) | {name: marks[name] for name in _TEKS if name in page.meta}
        self.title, self.content = marks["title"], marks["content"]
        self.canonical_url = marks["canonical_url"] or None
        self.edit_url = marks["edit_url"] or None
        own = [mark for name, mark in marks.items() if name.startswith("folder")]
        self.url = "/".join([*page.url.split("/")[:bersama], *own, "index.html"])
        self.toc = TableOfContents(
            [_judul(satu, marks["judul"]) if i == 0 else satu for i, satu in enumerate(page.toc)]
        )
        self.is_homepage, self.is_page, self.active = False, True, True
        self.parent = self.previous_page = self.next_page = self.children = None
        self.ancestors: tuple[()] = ()

    def __getattr__(self, name: str) -> Any:
        raise _TidakSerupaError(name)


def _judul(asal: AnchorLink, teks: str) -> AnchorLink:
    """Return a heading of the table of contents with other words."""
    made = AnchorLink(teks, asal.id, asal.level)
    made.children = asal.children
    return made


def _semua(toc: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for satu in toc:
        yield satu
        yield from _semua(satu.children)
