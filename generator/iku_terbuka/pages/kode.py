"""The generated part of the page of messages: every code of ``iku check``, by topic."""

from collections.abc import Mapping

from iku_terbuka.check.catalogue import catalogue
from iku_terbuka.pages.templat import render


def isi_kode() -> Mapping[str, str]:
    """Return the part by the name under which a page asks for it."""
    return {"kode": render("kode.md.j2", catalogue=catalogue())}
