"""The Jinja environment. Everything is escaped; templates place values and never compute them.

A template ``X.html.j2`` holds one macro for each section or block of HTML, with all that it shows
as parameters.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from iku_terbuka.publish import Section
from iku_terbuka.publish.page import markdown_text
from iku_terbuka.wording import SHORT_STATUS_WORDS, STATUS_ICONS, STATUS_WORDS


class Macros:
    """The macros of a template as methods: ``Macros("tahun.html.j2").table(rows=rows)``.

    The template is loaded when the first is called. A value that is missing raises
    ``UndefinedError``.
    """

    def __init__(self, template: str) -> None:
        self._template = template

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        macro: Callable[..., Markup] = getattr(_module(self._template), name)
        return macro


def stack(*blocks: str) -> str:
    """Return blocks of HTML one below the other; empty ones are left out."""
    return "\n\n".join(filter(None, (block.strip() for block in blocks)))


def part(html: str) -> str:
    """Return HTML as a part of a hand-written page: blocks that end with a line."""
    return f"{html.strip()}\n"


def sections_part(sections: Iterable[Section]) -> str:
    """Return sections as a part of a hand-written page, with Markdown headings."""
    blocks = (
        stack(f"## {markdown_text(section.title)} {{ #{section.id} }}", section.html)
        for section in sections
    )
    return part(stack(*blocks))


def paragraphs(text: str) -> Markup:
    """Return prose as HTML paragraphs, parted by blank lines; a line within one stays a line.

    Without blank lines each line is a paragraph: YAML folds the line that parts two into a break.
    """
    apart = r"\n\s*\n" if re.search(r"\n\s*\n", text.strip()) else r"\n"
    parts = [part.strip() for part in re.split(apart, text)]
    return Markup("\n").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line) for line in part.split("\n")))
        for part in parts
        if part
    )


def whole_years(text: str) -> Markup:
    """Return text in which no range of years breaks at its dash."""
    kept = r'<span class="iku-tahun">\g<0></span>'
    years = r"\b\d{4}(?:/\d{4})?–\d{4}(?:/\d{4})?\b"
    return Markup(re.sub(years, kept, str(escape(text))))  # noqa: S704


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("iku_terbuka", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(paragraphs=paragraphs, years=whole_years)
    environment.globals.update(
        status_words=STATUS_WORDS, short_status_words=SHORT_STATUS_WORDS, status_icons=STATUS_ICONS
    )
    return environment


@cache
def _module(template: str) -> TemplateModule:
    return _environment().get_template(template).module
