"""What the templates show around the contents of a page, and what is explained in them."""

import os
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from iku_terbuka.mkdocs_plugin.opsi import folder_proyek
from iku_terbuka.model import Lokasi
from iku_terbuka.output import OutputFile
from iku_terbuka.singkatan import kamus_singkatan, terangkan
from iku_terbuka.site import Situs

GLOSARIUM = "glosarium/index.md"


class Bingkai:
    """The frame of every page of ``situs``."""

    def __init__(self, situs: Situs, config: MkDocsConfig) -> None:
        self._context, self._naskah = situs.context, situs.naskah
        self._umpan, self._json_ld = situs.umpan, situs.json_ld
        self._singkatan = kamus_singkatan(situs.naskah.get(GLOSARIUM, ""))
        self._tulisan = Path(os.path.relpath(config.docs_dir, folder_proyek(config)))

    def lengkapi(self, page: Page, made: OutputFile | None) -> None:
        """Say where a page is changed and reported, what it is to programs, and what follows it."""
        path = page.file.src_uri
        page.edit_url = self._ubah(path, made)
        page.meta["iku_data"] = made is not None and made.sumber is not None
        page.meta["iku_kartu"] = made.kartu if made else ""
        page.meta["iku_json_ld"] = made.json_ld if made else ""
        if path == "index.md":
            page.meta["iku_json_ld"] = self._json_ld
        top = path.split("/")[0] if path.split("/")[0] in self._umpan else ""
        page.meta["iku_umpan"] = (self._umpan[top], f"{top}/feed.xml".lstrip("/"))
        folder = path.removesuffix("index.md").rstrip("/")
        # A title is written for HTML; in an address it is plain text.
        title = unescape(str(page.title or page.meta["title"]))
        page.meta["iku_lapor"] = self._context.report_link(title, folder)

    def terangkan(self, html: str, page: Page) -> str:
        """Explain abbreviations where a page first uses them, unless it is the glossary."""
        if page.file.src_uri == GLOSARIUM:
            return html
        folder = page.file.dest_uri.rpartition("/")[0]
        return terangkan(html, self._singkatan, self._context.link(folder, "glosarium"))

    def _ubah(self, path: str, made: OutputFile | None) -> str | None:
        """Return the address that edits what a page is made of: its YAML or its own Markdown."""
        if made and made.sumber:
            return self._context.edit_link(made.sumber, made.kerangka) or None
        if path not in self._naskah:
            return None
        return self._context.edit_link(Lokasi((self._tulisan / path).as_posix())) or None
