"""What a file is made from, as a short text: with the same fingerprint it is the same file.

A file about an instansi is made from the files in its folder, from what the folders above say of
themselves, from the scales, and from what holds for the whole site. Where it goes on with another
one, or another one with it, those of that one count too. Nothing else reaches it.
"""

import os
import platform
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from iku_terbuka import defaults
from iku_terbuka.context import Context
from iku_terbuka.publish.page import Plan

# The libraries that what a file holds depends on.
_LIBRARIES = (
    *("babel", "jinja2", "markupsafe", "matplotlib", "pillow", "pydantic", "pyyaml"),
    "xlsxwriter",
)

# What lies in the folder of a Pemda or an instansi and is not a folder of another.
_OWN = ("iku.yaml", "pemda.yaml", "iku/", "dokumen/")
# Where the past of the data of an instansi stands among the texts; no folder has such a name.
_HISTORY = "@history"
_AGREEMENTS = "@agreements"
_SCHOOL_YEARS = "@school-years"


def fingerprint(*parts: str) -> str:
    """Return the fingerprint of texts, in their order."""
    digest = blake2b(digest_size=16)
    for part in parts:
        raw = part.encode(errors="surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


def fingerprint_bytes(content: bytes) -> str:
    """Return the fingerprint of a file that need not be text."""
    return blake2b(content, digest_size=16).hexdigest()


class DataFingerprints:
    """The fingerprints of a tree of data.

    ``texts`` are all texts that it was read from, with their paths below the folder of the data;
    ``nodes`` are the ids of its Pemda and instansi, ``related`` the ids of those of which the pages
    of one tell too, by its id.
    """

    def __init__(
        self,
        texts: Iterable[tuple[str, str]],
        nodes: Container[str],
        related: Mapping[str, Iterable[str]] = MappingProxyType({}),
    ) -> None:
        self._nodes = nodes
        self._beside: dict[tuple[str, bool], set[str]] = {}
        for id_, others in related.items():
            parts = id_.split("/")
            above = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
            for key in ((id_, False), *((node, True) for node in above)):
                self._beside.setdefault(key, set()).update(others)
        by_path = {path: fingerprint(text) for path, text in texts}
        self._paths = sorted(by_path)
        self._fingerprints = [by_path[path] for path in self._paths]
        self._scales = fingerprint(*self._under("skala/"))
        self._all = fingerprint(*self._under(""))
        self._known: dict[tuple[str, bool], str] = {}

    def of(self, instansi: str, *, below: bool = False) -> str:
        """Return the fingerprint of what is told in the folder of an instansi and above it.

        ``below`` adds what is told of the instansi below it. Without an id it is that of all data.
        """
        if not instansi:
            return self._all
        key = (instansi, below)
        if key not in self._known:  # many files are made from the same
            self._known[key] = self._of(*key)
        return self._known[key]

    def _of(self, instansi: str, below: bool) -> str:
        above = instansi.split("/")[:-1]
        folders = ["/".join(above[:end]) for end in range(1, len(above) + 1)]
        prefixes = [f"{folder}/{name}" for folder in folders for name in _OWN]
        names = [part for prefix in prefixes for part in self._under(prefix)]
        for id_ in sorted(self._beside.get((instansi, below), ())):
            names += self._under(f"{id_}/", below=False)
        return fingerprint(self._scales, *names, *self._under(f"{instansi}/", below=below))

    def _under(self, prefix: str, *, below: bool = True) -> Iterator[str]:
        """Yield path and fingerprint of the texts whose path begins so."""
        for i in range(bisect_left(self._paths, prefix), len(self._paths)):
            path = self._paths[i]
            if not path.startswith(prefix):
                return
            folder = prefix + path[len(prefix) :].partition("/")[0]
            if below or folder not in self._nodes:
                yield from (path, self._fingerprints[i])


@dataclass(frozen=True)
class Fingerprints:
    """The fingerprints of one build.

    ``site`` is that of all that every file depends on besides the data: the program, its options,
    the theme; ``day`` is the reference date, for the few files that depend on it.
    """

    data: DataFingerprints
    site: str
    day: str

    def of(self, plan: Plan) -> str:
        day = self.day if plan.dated else ""
        data = self.data.of(plan.instansi, below=plan.below)
        return fingerprint(plan.path, self.site, day, data, *plan.texts)


def data_fingerprints(context: Context, texts: Mapping[str, str]) -> DataFingerprints:
    """Return the fingerprints of the data; ``texts`` are its files by path."""
    nodes = context.instansi
    related = {key: node.related for key, node in nodes.items() if node.related}
    told = chain(texts.items(), _history(context), _agreements(context), _school_years(context))
    return DataFingerprints(told, nodes.keys(), related)


def _agreements(context: Context) -> Iterator[tuple[str, str]]:
    """Yield which versions of agreements count: that depends on the day, not on the year alone."""
    for instansi in context.instansi.values():
        signed = {
            tahun: len(perjanjian.versi_sampai(context.acuan))
            for tahun, perjanjian in instansi.perjanjian_kinerja.items()
        }
        if signed:
            yield f"{instansi.id}/{_AGREEMENTS}", repr(signed)


def _school_years(context: Context) -> Iterator[tuple[str, str]]:
    """Yield by which day statuses are counted where school years are: they end within a year."""
    for instansi in context.instansi:
        if day := context.counted_on(instansi):
            yield f"{instansi}/{_SCHOOL_YEARS}", str(day)


def _history(context: Context) -> Iterator[tuple[str, str]]:
    """Yield what pages tell of the past of the data, as texts in the folder of the instansi."""
    for instansi in context.instansi:
        state = context.state(instansi)
        since = context.history.since.get(instansi)
        register = context.instansi[instansi].daftar_dokumen
        listed = [context.listed(entri) for entri in register]
        yield f"{instansi}/{_HISTORY}", repr((since, state.day, state.commit, listed))
    for key in {change.key for change in context.history.changes}:
        instansi, _, id_ = key.rpartition("/")
        yield f"{instansi}/{_HISTORY}/{id_}", repr(context.history.of_indikator(key))
    yield _HISTORY, repr((context.state(), context.history.first_results))


def site_fingerprint(context: Context) -> str:
    """Return the fingerprint of what every file depends on besides the data and the theme."""
    options = (
        *(context.root, context.forge, context.site_url, context.kartu_indikator),
        *(context.site_name, context.kontak, context.warna, context.lisensi, context.history.note),
        # Pages name the folder of the data; of the reference date most know the year alone.
        next((pemda.lokasi.berkas for pemda in context.laporan.pemda), ""),
        context.acuan and context.acuan.year,
    )
    return fingerprint(_program(), repr(options))


@cache
def _program() -> str:
    """Return the fingerprint of this program, its scales and the libraries that it works with."""
    package = Path(__file__).parent.parent
    kinds = {".py", ".j2", ".yaml"}
    found = {*package.rglob("*"), *defaults.SKALA.iterdir()}
    code = (
        part
        for path in sorted(path for path in found if path.suffix in kinds)
        for part in (os.path.relpath(path, package), path.read_text(encoding="utf-8"))
    )
    return fingerprint(platform.python_version(), *map(version, _LIBRARIES), *code)
