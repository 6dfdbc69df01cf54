"""A page of MkDocs whose HTML is ready, so that the Markdown parser has nothing to do.

MkDocs lets a plugin give a file its page. It holds all pages from the first reading to the last
writing; so this one keeps its HTML as bytes, half the memory, and lets go of the rest.
"""

import re
from collections.abc import Iterable

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.mkdocs_plugin.rapat import rapatkan
from generator.siap import Judul, siap

# Extensions that leave blocks of HTML and plain headings as siap() does.
_DIKENAL = frozenset(("attr_list", "def_list", "fenced_code", "tables", "toc"))
_KEPALA = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_ID = re.compile(r'\sid="([^"]+)"')


class HalamanSiap(Page):
    """A generated page. ``siap`` tells whether its HTML needed no parser."""

    siap = False
    _isi = b""

    def __init__(self, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)

    @property
    def content(self) -> str:
        return self._isi.decode()

    @content.setter
    def content(self, html: str | None) -> None:
        self._isi = (html or "").encode()

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the front matter, which the templates write, with the fast loader of YAML."""
        source = self.file.content_string
        head = _KEPALA.match(source)
        if head is None:
            super().read_source(config)
            return
        self.meta = yaml.load(head[1], yaml.CSafeLoader)
        self.markdown = source[head.end() :]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the HTML as it is; any Markdown beyond headings and HTML is the parser's."""
        made = (
            siap(self.markdown or "") if _DIKENAL.issuperset(config.markdown_extensions) else None
        )
        if made is None or "title" not in self.meta:
            super().render(config, files)
            return
        deepest = (config.mdx_configs.get("toc") or {}).get("toc_depth", 6)
        self.toc = _daftar_isi(satu for satu in made.judul if satu.tingkat <= int(deepest))
        self.content = rapatkan(made.html)
        self.present_anchor_ids = set(_ID.findall(self.content))
        self.siap = True
        self.markdown = ""
        self.file.content_bytes = b""


def _daftar_isi(judul: Iterable[Judul]) -> TableOfContents:
    """Return headings of the first and second level as MkDocs nests them."""
    top: list[AnchorLink] = []
    for satu in judul:
        link = AnchorLink(satu.teks, satu.id, satu.tingkat)
        inside = top[-1].children if top and satu.tingkat > top[-1].level else top
        inside.append(link)
    return TableOfContents(top)
