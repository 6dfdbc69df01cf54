"""Files that MkDocs knows, so that links to them are checked, and that are written without it.

MkDocs makes a page object, a context and an output of each of its pages; nine pages in ten are
ours. To a template, ``pages`` are those of MkDocs alone.
"""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from iku_terbuka.output import Rencana


class BerkasSendiri(File):
    """A file of ours, with which MkDocs has nothing to do."""

    # MkDocs would make a Path of each, to have slashes in it: ours do, and there are thousands.
    @property
    def src_path(self) -> str:
        return super().src_path

    @src_path.setter
    def src_path(self, value: str) -> None:
        self.src_uri = value

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy nothing: the file lies where it belongs."""


def berkas_sendiri(config: MkDocsConfig, path: str) -> File:
    """Return the file that we write for ``path``, for a page the path of its Markdown."""
    page = path.endswith(".md")
    inclusion = InclusionLevel.NOT_IN_NAV if page else InclusionLevel.INCLUDED
    file = BerkasSendiri.generated(config, path, content="", inclusion=inclusion)
    if page:
        file.dest_uri = path.removesuffix(".md") + ".html"
    return file


@dataclass(frozen=True)
class Terencana:
    """A page to be written; ``sidik`` is the fingerprint of what it will be made from."""

    file: File
    rencana: Rencana
    sidik: str


def alamat_publik(config: MkDocsConfig, file: File) -> str:
    """Return the address of a page on a site that has one, as MkDocs makes it for its own."""
    return f"{config.site_url.rstrip('/')}/{file.url}" if config.site_url else ""
