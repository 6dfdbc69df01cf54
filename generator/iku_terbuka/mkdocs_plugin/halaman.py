"""A page that is made at the end, from HTML that needs no Markdown parser.

MkDocs reads every page before it writes the first, and keeps them all. A page of ours is no page
to it, unless it stands in the navigation: then it is read as nothing. It is made last and let go:
memory then grows with the data and not with the pages, of which there are ten times as much.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from iku_terbuka.mkdocs_plugin.berkas import Terencana
from iku_terbuka.mkdocs_plugin.rapat import rapatkan
from iku_terbuka.output import OutputFile
from iku_terbuka.siap import Judul, siap

# Extensions that leave blocks of HTML and plain headings as siap() does; plugins that see nothing
# of a page before it is written.
_EKSTENSI = frozenset(("attr_list", "def_list", "fenced_code", "tables", "toc"))
_PLUGIN = frozenset(("iku",))
_KEPALA = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def boleh_nanti(config: MkDocsConfig) -> bool:
    """Tell whether nobody but us has a say in what becomes of a page."""
    toc = dict(config.mdx_configs.get("toc") or {})
    plain = isinstance(toc.pop("toc_depth", 6), int) and toc in ({}, {"permalink": False})
    return (
        plain
        and not re.search("[\ue000-\ue003]", _tertulis(config))  # marks of kulit.py and penanda.py
        and config.mdx_configs.keys() <= {"toc"}
        and {"attr_list", "toc"} <= set(config.markdown_extensions) <= _EKSTENSI
        and _PLUGIN.issuperset(config.plugins)
    )


def _tertulis(config: MkDocsConfig) -> str:
    return repr(
        (config.site_name, config.site_description, config.nav, config.extra, config.copyright)
    )


class HalamanNanti(Page):
    """A planned page of ours. ``judul`` is its title in the navigation, if it stands there."""

    def __init__(self, judul: str | None, asal: Terencana, config: MkDocsConfig) -> None:
        super().__init__(judul, asal.file, config)
        self.asal = asal
        self.di_navigasi = judul is not None

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing yet; the template is that of pages made here."""
        self.markdown, self.meta = "", {"template": "siap.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""

    def buat(
        self, config: MkDocsConfig, files: Files, terangkan: Callable[[str], str]
    ) -> OutputFile:
        """Fill front matter, table of contents and HTML. Return what the page was made of.

        ``terangkan`` explains the abbreviations of its HTML.
        """
        made = self.asal.rencana.buat()
        source = str(made.content)
        head = _KEPALA.match(source)
        ready = siap(source[head.end() :]) if head else None
        if head is None or ready is None:
            self.file.content_string = source
            super().read_source(config)
            super().render(config, files)
            self.content = terangkan(rapatkan(self.content or ""))
        else:
            self.markdown, self.meta = "", yaml.load(head[1], yaml.CSafeLoader)
            self.content = terangkan(rapatkan(ready.html))
            self.toc = _daftar_isi(ready.judul, config)
        return replace(made, content="")


def _daftar_isi(judul: Iterable[Judul], config: MkDocsConfig) -> TableOfContents:
    """Return headings of the first and second level as MkDocs nests them."""
    deepest = int((config.mdx_configs.get("toc") or {}).get("toc_depth", 6))
    top: list[AnchorLink] = []
    for satu in judul:
        if satu.tingkat <= deepest:
            link = AnchorLink(satu.teks, satu.id, satu.tingkat)
            inside = top[-1].children if top and satu.tingkat > top[-1].level else top
            inside.append(link)
    return TableOfContents(top)
