"""A page as a value, which writes itself as HTML and as Markdown, and the plans of a site."""

import re
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace

from markupsafe import Markup, escape

from iku_terbuka.model import Lokasi

HEADING_ID = "judul"
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True)
class Section:
    """A part of a page: whole blocks of HTML, below a heading where ``title`` names one.

    ``id`` is the anchor of the heading.
    """

    html: str
    title: str = ""
    id: str = ""


@dataclass(frozen=True)
class Page:
    """A page of the site.

    ``folder`` is its place, without outer slashes; ``header`` the HTML above its heading. With
    ``contents`` the theme lists its headings. ``script`` is the file in ``theme/assets/`` that it
    needs. ``source`` is the YAML that it shows, for its edit link; where that file does not exist
    yet, ``skeleton`` is the text to begin it with. ``card`` is the path of the picture that appears
    where the page is shared; ``json_ld`` its structured data, ready for a script element.
    ``footer`` is the sentence at its foot that says which state of the data it shows.
    """

    folder: str
    title: str
    description: str
    heading: str
    header: str
    sections: tuple[Section, ...]
    contents: bool = False
    script: str = ""
    source: Lokasi | None = None
    skeleton: str = ""
    card: str = ""
    json_ld: str = ""
    footer: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the HTML in order: header, heading, then heading and contents of each section."""
        parts = [self.header, f'<h1 id="{HEADING_ID}">{escape(self.heading)}</h1>']
        for section in self.sections:
            title = f'<h2 id="{section.id}">{escape(section.title)}</h2>' if section.title else ""
            parts += (title, section.html)
        return tuple(parts)

    def with_parts(self, parts: Sequence[str]) -> "Page":
        """Return the page with other :attr:`parts`, of which the headings stay as they are."""
        sections = zip(self.sections, parts[3::2], strict=True)
        new = tuple(replace(section, html=html) for section, html in sections)
        return replace(self, header=parts[0], sections=new)

    @property
    def html(self) -> str:
        """Return the contents of the page."""
        return "\n\n".join(filter(None, (part.strip() for part in self.parts)))

    @property
    def front_matter(self) -> dict[str, str | list[str]]:
        """Return what stands above the page, escaped: themes put it into HTML as it is."""
        head: dict[str, str | list[str]] = {
            "title": head_text(self.title),
            "description": head_text(self.description),
            "hide": ["navigation"] if self.contents else ["navigation", "toc"],
        }
        return head | ({"skrip": self.script} if self.script else {})

    @property
    def markdown(self) -> str:
        """Return headings, and the HTML of the sections, which Markdown leaves as it is."""
        parts = [self.header, f"# {markdown_text(self.heading)} {{ #{HEADING_ID} }}"]
        for section in self.sections:
            if section.title:
                parts.append(f"## {markdown_text(section.title)} {{ #{section.id} }}")
            parts.append(section.html)
        return "\n\n".join(filter(None, (part.strip() for part in parts))) + "\n"


@dataclass(frozen=True)
class Plan:
    """A page or a file of the site, made when it is asked for.

    All of them are more than memory should hold, and most lie on disk from the build before.
    ``path`` is its place in the finished site. It is made from the data of ``instansi``, an id;
    with ``below`` also from that of the instansi below it, without ``instansi`` from all data.
    ``dated`` says that it depends on the reference date itself; the others know its year alone.
    ``texts`` are what else it is made from besides the data: hand-written pages.
    """

    path: str
    _: KW_ONLY
    instansi: str = ""
    below: bool = False
    dated: bool = False
    texts: tuple[str, ...] = ()

    def content(self, render: Callable[[Page], bytes]) -> bytes:
        """Make it, and return the whole file; ``render`` makes one of a page."""
        raise NotImplementedError


@dataclass(frozen=True)
class PagePlan(Plan):
    """The plan of a page."""

    make: Callable[[], Page]

    def content(self, render: Callable[[Page], bytes]) -> bytes:
        return render(self.make())


@dataclass(frozen=True)
class FilePlan(Plan):
    """The plan of a file that is whole as it is made."""

    make: Callable[[], bytes]

    def content(self, render: Callable[[Page], bytes]) -> bytes:
        return self.make()


def page_path(folder: str) -> str:
    """Return the place of a page in the finished site."""
    return f"{folder}/index.html".lstrip("/")


def markdown_text(text: str) -> Markup:
    """Return text that Markdown shows as it is: every ASCII punctuation mark as an entity."""
    plain = " ".join(str(text).split())
    return Markup(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", plain))  # noqa: S704


def head_text(text: str) -> str:
    """Return one printable line of text, escaped for HTML and for a quoted YAML value."""
    printable = "".join(char if char.isprintable() else " " for char in str(text))
    return str(escape(" ".join(printable.split()))).replace("\\", "&#92;")
