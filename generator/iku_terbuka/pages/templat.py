"""The Jinja environment. Everything is escaped; templates place values and never compute them."""

import re
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from iku_terbuka.wording import SHORT_STATUS_WORDS, STATUS_ICONS, STATUS_WORDS

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def markdown_text(text: str) -> Markup:
    """Return text that Markdown shows as it is: every ASCII punctuation mark as an entity."""
    plain = " ".join(str(text).split())
    return Markup(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", plain))  # noqa: S704


def front_matter(text: str) -> Markup:
    """Return text as a quoted YAML value for the front matter of a page.

    MkDocs and its themes put front matter into HTML unescaped, so it is escaped here.
    """
    printable = "".join(char if char.isprintable() else " " for char in str(text))
    plain = str(escape(" ".join(printable.split()))).replace("\\", "&#92;")
    return Markup(f'"{plain}"')  # noqa: S704


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
    return Markup(re.sub(r"\b\d{4}–\d{4}\b", kept, str(escape(text))))  # noqa: S704


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
    environment.filters.update(md=markdown_text, yaml=front_matter, alinea=paragraphs)
    environment.filters.update(masa=whole_years)
    environment.globals.update(kata=STATUS_WORDS, kata_pendek=SHORT_STATUS_WORDS, ikon=STATUS_ICONS)
    return environment


def simpan_templat(kode: BytecodeCache) -> None:
    """Take templates from ``kode``, and keep there what is compiled from now on."""
    _environment().bytecode_cache = kode


def render(template: str, **values: Any) -> str:
    """Render ``templates/<template>`` with ``values``."""
    return _environment().get_template(template).render(**values)
