"""Reading a built site as a person would: each page as a small tree, its tables and facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

_ABBREVIATION = re.compile(r'<a class="iku-singkat"[^>]*><abbr[^>]*>(\w+)</abbr></a>')
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Element:
    """An element of a page; ``children`` are its elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def find_all(self, *tags: str) -> Iterator["Element"]:
        """Yield every element below, in order; only those with one of ``tags``, if given."""
        pending: list[Element | str] = self.children[::-1]
        while pending:
            child = pending.pop()
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                pending += reversed(child.children)

    def with_class(self, name: str) -> list["Element"]:
        return [one for one in self.find_all() if name in one.attributes.get("class", "").split()]

    @property
    def text(self) -> str:
        """Return the words below, without scripts, as one line."""
        parts: list[str] = []
        pending: list[Element | str] = self.children[::-1]
        while pending:
            child = pending.pop()
            if isinstance(child, str):
                parts.append(child)
            elif child.tag not in {"script", "style"}:
                pending += reversed(child.children)
        return " ".join(" ".join(parts).split())


class _Parser(HTMLParser):
    """Builds the tree of a page; a tag that is not closed where it must be is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            element = self.open[-1].children[-1]
            assert isinstance(element, Element)
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> on line {self.getpos()[0]} closes another"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse_page(html: str) -> Element:
    """Return the tree of a page; an explained abbreviation is part of its sentence."""
    return parse(_ABBREVIATION.sub(r"\1", html))


def parse(html: str) -> Element:
    """Return the tree of a page with every element it has."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    (root,) = parser.open
    return root


Pages = dict[str, Element]


@cache
def read_pages(site: Path) -> Pages:
    """Return every page by its path in the site, which is read once."""
    return {
        path.relative_to(site).as_posix(): parse_page(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def one_line(text: str) -> str:
    return " ".join(text.split())


def links(root: Element) -> Iterator[str]:
    for element in root.find_all():
        for name in ("href", "src", "xlink:href"):
            if name in element.attributes:
                yield element.attributes[name]


def in_order_of_time(printed: dict[str, str], years: list[str]) -> list[str]:
    """Return the rows that a table must have."""
    start = ["awal"] if "awal" in printed else []
    end = ["akhir"] if "akhir" in printed else []
    return [*start, *years, *end]


def table_rows(root: Element) -> dict[str, list[Element]]:
    """Return the cells of the table of targets, by the heading of their row."""
    cells = [
        list(row.find_all("th", "td"))
        for table in root.find_all("table")
        for body in table.find_all("tbody")
        for row in body.find_all("tr")
    ]
    return {row[0].text: row for row in cells}


def kondisi_awal(root: Element) -> dict[str, Element]:
    """Return where each decree started, by its label; it stands beside the table of targets."""
    return _described(root, "iku-awal")


def facts(root: Element) -> dict[str, Element]:
    """Return what is said about each label in the lists of facts."""
    return _described(root, "iku-fakta")


def _described(root: Element, css_class: str) -> dict[str, Element]:
    return {
        label.text: value
        for listing in root.with_class(css_class)
        for label, value in zip(listing.find_all("dt"), listing.find_all("dd"), strict=True)
    }


def cell_number(cell: Element) -> tuple[str, str]:
    """Return the number with a decimal point and the grade that a cell shows."""
    whole = cell.with_class("iku-utuh")
    if not whole:
        return "", ""
    (number,) = re.findall(r"^−?[\d.,]+", whole[0].text)
    grade = " ".join(strong.text for strong in whole[0].find_all("strong"))
    return number.replace(".", "").replace(",", "."), grade


def satuan_fact(root: Element) -> str:
    value = facts(root)["Satuan"]
    return "" if value.with_class("iku-kosong") else str(value.children[0]).strip()
