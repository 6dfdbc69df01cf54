"""Where the data come from and where they lie: publisher, decrees, addresses, citations.

With ``site_url`` every address is absolute and also names the thing. Without it identifiers are
``urn:iku:…``, and addresses are relative to the file that holds them, which readers resolve
against the place they took that file from.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.context.state import DataState
from iku_terbuka.model import IkuFile, Indikator, Instansi, Pemda
from iku_terbuka.wording import cite_decree, day_text

FOLDER = "data"
CSV, JSON, XLSX = "capaian.csv", "iku.json", "iku.xlsx"
SITE_TITLE = "Indikator Kinerja Utama: target, realisasi, dan capaian"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Indonesian style guides: “tanpa tahun”.
_NO_YEAR = "t.t."


@dataclass(frozen=True)
class Source:
    """A decree or document; ``url`` is empty where it is not known to be on the web."""

    title: str
    url: str = ""


def iku_source(keputusan: IkuFile) -> Source | None:
    """Return what one file was taken from: its first decree, else its document."""
    iku = keputusan.iku
    if keputusan.dasar_hukum:
        dasar = keputusan.dasar_hukum[0]
        about = f" tentang {dasar.tentang}" if dasar.tentang else ""
        return Source(one_line(cite_decree(dasar) + about), dasar.tautan or "")
    if iku.dokumen:
        return Source(one_line(iku.dokumen.judul), iku.dokumen.tautan or "")
    return None


def sources(instansi: Iterable[Instansi]) -> tuple[Source, ...]:
    """Return the source of every file of these instansi once, in their order."""
    found = (iku_source(file) for node in instansi for file in node.iku)
    return tuple(dict.fromkeys(source for source in found if source))


def publisher(context: Context, pemda: Pemda | None) -> str:
    """Return who publishes a Pemda's data here: itself, or the site that copied it."""
    return pemda.nama if pemda and pemda.profil.resmi else context.site_name


def publisher_site(pemda: Pemda | None) -> str:
    """Return the web site of a Pemda that publishes here itself; nothing of others."""
    return (pemda.profil.situs or "") if pemda and pemda.profil.resmi else ""


def data_kind(pemda: Pemda | None) -> str:
    """Return what kind of data it is; nothing where the Pemda publishes it itself."""
    if pemda is None:
        return ""
    if pemda.profil.contoh:
        return "data contoh dengan nama dan angka rekaan"
    return "" if pemda.profil.resmi else "data salinan dari dokumen publik"


def only_pemda(context: Context) -> Pemda | None:
    """Return the Pemda of the site, unless it has several."""
    pemda = context.all_pemda()
    return pemda[0] if len(pemda) == 1 else None


def with_kind(text: str, pemda: Pemda | None) -> str:
    """Return a description with a sentence that says what kind of data it is."""
    kind = data_kind(pemda)
    return one_line(f"{text} {kind[:1].upper()}{kind[1:]}." if kind else text)


def identifier(context: Context, key: str) -> str:
    """Return what identifies a node or an indicator; empty ``key``: the site."""
    if context.site_url:
        return page_url(context, context.folder(key) if key else "", "")
    return f"urn:iku:{key or context.root or 'situs'}"


def download_path(context: Context, key: str, name: str) -> str:
    """Return where a file about a node or an indicator lies in the site; empty ``key``: all."""
    return posixpath.join(FOLDER, context.folder(key) if key else "", name)


def file_url(context: Context, path: str, here: str) -> str:
    """Return the address of a file of the site, as a file in folder ``here`` names it."""
    return context.site_url + path if context.site_url else context.file_link(here, path)


def page_url(context: Context, folder: str, here: str) -> str:
    """Return the address of the page in ``folder``, as a file in folder ``here`` names it."""
    if context.site_url:
        return f"{context.site_url}{folder}/" if folder else context.site_url
    return context.link(here, folder)


@dataclass(frozen=True)
class Citation:
    """``title`` is set in italics between ``start`` and ``end``; ``short`` is for a sentence."""

    start: str
    title: str
    end: str
    short: str

    @property
    def full(self) -> str:
        return f"{self.start} {self.title} {self.end}"


def cite_indikator(context: Context, indikator: Indikator) -> Citation:
    """Return the citation of one indicator; the instansi that answers for it is the author."""
    instansi = context.instansi[indikator.instansi_id]
    author, state = context.full_name(instansi), context.state(instansi.id)
    return _cite(context, author, indikator.nama, indikator.kunci, state)


def cite_site(context: Context) -> Citation:
    """Return the citation of everything on the site, which is the author."""
    return _cite(context, context.site_name, SITE_TITLE, "", context.state())


def _cite(context: Context, author: str, title: str, key: str, state: DataState) -> Citation:
    """Cite the page of ``key``, or the site for an empty one.

    Without a public address, a date or a commit that part is left out.
    """
    pemda = context.pemda(key) if key else only_pemda(context)
    author = one_line(author)
    year = str(state.day.year) if state.day else _NO_YEAR
    parts = [f"[{data_kind(pemda) or 'data'}]"]
    if author != one_line(context.site_name):
        parts.append(_without_dot(context.site_name))
    if state_words := state_text(state):
        parts.append(state_words)
    end = "".join(f"{part}. " for part in parts)
    # Last and without a full stop, which would be copied with it.
    end += identifier(context, key) if context.site_url else ""
    return Citation(
        start=f"{_without_dot(author)}. ({year}).",
        title=one_line(title),
        end=end.strip(),
        short=f"{author} ({year})",
    )


def state_text(state: DataState) -> str:
    """Return which state of the data is cited: “Data per 21 November 2026, komit abc1234”."""
    parts = [f"Data per {day_text(state.day)}"] if state.day else []
    if state.commit:
        parts.append(f"{'komit' if parts else 'Komit'} {state.commit[:7]}")
    return ", ".join(parts)


def _without_dot(text: str) -> str:
    return one_line(text).removesuffix(".")


def one_line(text: str) -> str:
    """Return a text with single spaces instead of line ends and runs of spaces."""
    return " ".join(text.split())


def xml_text(text: str) -> str:
    """Return a text with U+FFFD for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
