"""A page that is made when MkDocs writes it, from HTML that needs no Markdown parser.

MkDocs reads every page before it writes the first, and keeps them all. A page of ours is read as
nothing, made at the last moment, and let go: memory then grows with the data and not with the
pages, of which there are ten times as much.
"""

import re
from collections.abc import Iterable

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.mkdocs_plugin.rapat import rapatkan
from generator.output import OutputFile, Rencana
from generator.siap import Judul, siap

# Extensions that leave blocks of HTML and plain headings as siap() does; plugins that see nothing
# of a page before it is written.
_EKSTENSI = frozenset(("attr_list", "def_list", "fenced_code", "tables", "toc"))
_PLUGIN = frozenset(("iku", "iku/kemajuan"))
_KEPALA = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def boleh_nanti(config: MkDocsConfig) -> bool:
    """Tell whether nobody but us has a say in what becomes of a page."""
    return _EKSTENSI.issuperset(config.markdown_extensions) and _PLUGIN.issuperset(config.plugins)


class HalamanNanti(Page):
    """A planned page of ours."""

    def __init__(self, file: File, config: MkDocsConfig, rencana: Rencana) -> None:
        super().__init__(None, file, config)
        self._rencana = rencana

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing yet; the template is that of pages made here."""
        self.markdown, self.meta = "", {"template": "siap.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""

    def buat(self, config: MkDocsConfig, files: Files) -> OutputFile:
        """Make the page: front matter, table of contents, HTML. Return what it was made of."""
        made = self._rencana.buat()
        self.file.content_string = str(made.content)
        head = _KEPALA.match(self.file.content_string)
        ready = siap(self.file.content_string[head.end() :]) if head else None
        if head and ready:
            self.meta = yaml.load(head[1], yaml.CSafeLoader)
            self.toc = _daftar_isi(ready.judul, config)
            self.content = ready.html
        else:
            super().read_source(config)
            super().render(config, files)
        self.content = rapatkan(self.content or "")
        return made

    def lepas(self) -> None:
        """Let go of what was made."""
        self.file.content_string = self.content = self.markdown = ""


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
