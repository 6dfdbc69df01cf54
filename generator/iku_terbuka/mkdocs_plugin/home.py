"""A project's own words on the home page, where the option ``hanya`` makes one Pemda the home."""

import logging
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as ThemePage

from iku_terbuka import defaults
from iku_terbuka.mkdocs_plugin.settings import is_default_page
from iku_terbuka.site import HOME, asks_for_parts

# A logger of MkDocs, which counts its warnings.
log = logging.getLogger(f"mkdocs.plugins.{__name__}")
_TITLE = re.compile(r"(</?h)1\b")


def own_home(files: Files, config: MkDocsConfig) -> File | None:
    """Return content/index.md, where a project has written one of its own for one Pemda.

    One that asks for the parts of a home of many Pemda is none; that it stays away is a warning.
    """
    file = files.src_uris.get(HOME)
    if file is None or is_default_page(file, config):
        return None
    text = file.content_string
    if text == (defaults.CONTENT / HOME).read_text(encoding="utf-8"):
        return None
    if asks_for_parts(text):
        log.warning(
            f"content/{HOME}: Halaman ini tidak tampil. Dengan “hanya” di mkdocs.yml, satu daerah "
            "menjadi halaman depan, sedangkan halaman ini disusun untuk banyak daerah. Hapus baris "
            "<!-- iku:… --> dan judul di atasnya; tulisan yang tersisa tampil di atas angka daerah."
        )
        return None
    return file


def render_home(file: File, files: Files, config: MkDocsConfig) -> str:
    """Return the HTML of a home page's Markdown; its links are those to ``files``.

    Its title becomes a heading of the page that it stands on.
    """
    page = ThemePage(None, file, config)
    page.read_source(config)
    page.render(config, files)
    return _TITLE.sub(r"\g<1>2", page.content or "")
