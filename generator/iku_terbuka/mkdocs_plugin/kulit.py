"""The shell around a page: rendered once for all pages that share it, then filled.

Sibling pages differ in a few texts and in nothing else: title, description, contents, addresses.
So the theme's template renders one page whose texts are marks, and each page puts its own texts in
their place, in a tenth of the time. Whatever else a template may look at is part of the key that a
shell is kept under. A template that looks further, or does with a text anything but writing it as
it is or escaped, gets ordinary renderings instead; so does one whose shell fails its proof: the
first pages of each shell are rendered both ways.
"""

import re
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import escape
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink, TableOfContents

from iku_terbuka.mkdocs_plugin.halaman import HalamanNanti
from iku_terbuka.mkdocs_plugin.rapat import rapatkan

# What MkDocs tells every template; anything else may differ from page to page.
_UMUM = {"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version"} | {
    *("build_date_utc", "config", "page"),
}
# Fields of the front matter that templates show, but decide nothing by.
_TEKS = ("title", "description", "iku_json_ld", "iku_kartu", "iku_lapor")
# A mark has something of all that filters change: case, quotes, markup, what addresses encode.
_TANDA = "\ue000{} Aa&\"'<b>é\ue001"
# What is left of a mark that was changed all the same.
_SISA = re.compile(r"[\ue000\ue001]|%EE%80%8[01]|\\u[eE]00[01]|&#(?:5734[45]|x[eE]00[01]);", re.I)
# Pages of a shell that are rendered both ways.
_BUKTI = 2

Render = Callable[[Mapping[str, Any]], str]
# Text of the shell, then in turn what stands there and text again: name of a text, escaped or not.
Potongan = tuple[str, tuple[tuple[str, bool, str], ...]]


class Kulit:
    """The shells of one build. ``render`` is the theme's template for pages."""

    def __init__(self, render: Render, nav: Navigation) -> None:
        self._render = render
        self._shells: dict[Hashable, Potongan | None] = {}
        self._terbukti: dict[Hashable, int] = {}
        # A link depends on the folders that a page shares with its target, in the navigation or
        # at the top of its Pemda.
        self._bersama = max([1, *(page.url.count("/") for page in nav.pages)])

    def halaman(self, context: Mapping[str, Any], page: HalamanNanti) -> str:
        """Return the whole page without blank lines, the same bytes as an ordinary rendering."""
        texts = self._teks(page)
        key = None if page.di_navigasi else self._kunci(page, texts)
        if key is None or context.keys() != _UMUM:
            return rapatkan(self._render(context))
        if key not in self._shells:
            self._shells[key] = self._kulit(context, page, texts)
        shell = self._shells[key]
        if shell is None:
            return rapatkan(self._render(context))
        filled = _isi(shell, texts)
        if self._terbukti.setdefault(key, 0) < _BUKTI:
            self._terbukti[key] += 1
            ordinary = rapatkan(self._render(context))
            if filled != ordinary:
                self._shells[key] = None
            return ordinary
        return filled

    def _teks(self, page: HalamanNanti) -> dict[str, str]:
        """Return the texts of a page by name."""
        folders = page.url.split("/")[self._bersama : -1]
        return {
            **{name: str(page.meta.get(name) or "") for name in _TEKS},
            "edit_url": page.edit_url or "",
            "canonical_url": page.canonical_url or "",
            "content": (page.content or "").strip(),
            "judul": page.toc.items[0].title if page.toc.items else "",
            **{f"folder{i}": name for i, name in enumerate(folders)},
        }

    def _kunci(self, page: HalamanNanti, texts: Mapping[str, str]) -> Hashable | None:
        """Return all that the shell of a page depends on besides the site, if it has any."""
        others = {name: value for name, value in page.meta.items() if name not in _TEKS}
        # The theme gives a heading of its own to a page that has none.
        if "<h1" not in texts["content"]:
            return None
        headings = [(satu.id, satu.title, satu.level) for satu in _semua(page.toc)]
        if headings:
            headings[0] = (headings[0][0], "", headings[0][2])
        filled = tuple(name for name, text in texts.items() if text)
        return filled, tuple(page.url.split("/")[: self._bersama]), repr(others), repr(headings)

    def _kulit(
        self, context: Mapping[str, Any], page: HalamanNanti, texts: Mapping[str, str]
    ) -> Potongan | None:
        marks = {name: _Tanda(_TANDA.format(name)) if text else "" for name, text in texts.items()}
        try:
            made = self._render({**context, "page": _Contoh(page, marks, self._bersama)})
        except Exception:
            return None
        return _potong(rapatkan(made), [name for name, text in texts.items() if text])


def _potong(shell: str, names: Iterable[str]) -> Potongan | None:
    """Take a rendering apart at its marks; ``None`` where a mark was changed."""
    forms = {_TANDA.format(name): (name, False) for name in names}
    forms |= {str(escape(mark)): (name, True) for mark, (name, _) in forms.items()}
    pattern = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    first, *rest = re.split(f"({pattern})", shell)
    if any(_SISA.search(text) for text in (first, *rest[1::2])):
        return None
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return first, tuple((*forms[mark], text) for mark, text in pairs)


def _isi(shell: Potongan, texts: Mapping[str, str]) -> str:
    """Return the page that a shell makes of its texts."""
    first, rest = shell
    parts = [first]
    for name, escaped, text in rest:
        parts += (str(escape(texts[name])) if escaped else texts[name], text)
    return "".join(parts)


class _TidakSerupaError(Exception):
    """A template looked at something of a page that its siblings need not share."""


class _Tanda:
    """A mark, which templates may only write; what decides by a text needs the text itself."""

    __slots__ = ("_teks",)

    def __init__(self, teks: str) -> None:
        self._teks = teks

    def __str__(self) -> str:
        """Return the mark to a template, which is no module; to a filter it would be a text."""
        if sys._getframe(1).f_globals.get("__name__") is not None:
            raise _TidakSerupaError
        return self._teks

    def __bool__(self) -> bool:
        return True

    def __contains__(self, part: object) -> bool:
        if part == "<h1":  # every page with a shell has one
            return True
        raise _TidakSerupaError

    def __eq__(self, other: object) -> bool:
        raise _TidakSerupaError

    def __hash__(self) -> int:
        raise _TidakSerupaError


class _Contoh:
    """A page with marks for texts, as far as templates look at pages."""

    def __init__(self, page: HalamanNanti, marks: Mapping[str, Any], bersama: int) -> None:
        self.meta = dict(page.meta) | {name: marks[name] for name in _TEKS if name in page.meta}
        self.title, self.content = marks["title"], marks["content"]
        self.canonical_url = marks["canonical_url"] or None
        self.edit_url = marks["edit_url"] or None
        own = [_TANDA.format(name) for name in marks if name.startswith("folder")]
        self._url = "/".join([*page.url.split("/")[:bersama], *own, "index.html"])
        self.toc = TableOfContents(
            [_judul(satu, marks["judul"]) if i == 0 else satu for i, satu in enumerate(page.toc)]
        )
        self.is_homepage, self.is_page, self.active = False, True, True
        self.parent = self.previous_page = self.next_page = self.children = None
        self.ancestors: tuple[()] = ()

    @property
    def url(self) -> str:
        """Return where the page lies, to MkDocs, which counts its links from there."""
        asker = str(sys._getframe(1).f_globals.get("__name__"))
        if not asker.startswith("mkdocs."):
            raise _TidakSerupaError
        return self._url

    def __getattr__(self, name: str) -> Any:
        raise _TidakSerupaError(name)


def _judul(asal: AnchorLink, teks: Any) -> AnchorLink:
    """Return a heading of the table of contents with other words."""
    made = AnchorLink(teks, asal.id, asal.level)
    made.children = asal.children
    return made


def _semua(toc: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for satu in toc:
        yield satu
        yield from _semua(satu.children)
