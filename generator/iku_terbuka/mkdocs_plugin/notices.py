"""What MkDocs warns of in a build that succeeds, as the web admin reads it.

What is not listed here keeps the words of MkDocs.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from iku_terbuka.source.visible import printable_line

_ELSEWHERE = re.compile(r"[a-z]+:|//")
_PAGE = r"Doc file '(?P<page>[^']*)' contains "
_MEANT = r"(?: Did you mean '(?P<meant>[^']*)'\?)?"
_NOT_IN_NAV = "The following pages exist in the docs directory, but are not included in"
_KNOWN = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (
            _PAGE + r"a link '(?P<link>[^']*)', but the target(?: '[^']*')? is not found among "
            r"documentation files\." + _MEANT,
            "Tautan “{link}” tidak menunjuk halaman atau berkas mana pun.",
        ),
        (
            _PAGE
            + r"an unrecognized relative link '(?P<link>[^']*)', it was left as is\."
            + _MEANT,
            "Tautan “{link}” tidak menunjuk berkas. Tulis sampai nama berkasnya, misalnya "
            "lain/index.md.",
        ),
        (
            _PAGE + r"an absolute link '(?P<link>[^']*)', it was left as is\." + _MEANT,
            "Tautan “{link}” diawali garis miring, sehingga putus kalau situs tidak di akar "
            "alamatnya. Tulis relatif terhadap halaman ini.",
        ),
        (
            _PAGE + r"a link '(?P<link>[^']*)', but the doc '(?P<other>[^']*)' does not contain an "
            r"anchor '(?P<anchor>[^']*)'\.",
            "Tautan “{link}” menunjuk “{anchor}”, yang tidak ada di {other}.",
        ),
        (
            _PAGE + r"a link '(?P<link>[^']*)', but there is no such anchor on this page\..*",
            "Tautan “{link}” menunjuk bagian yang tidak ada di halaman ini.",
        ),
        (
            r"A reference to '(?P<link>[^']*)' is included in the 'nav' configuration, which is "
            r"not found in the documentation files\.",
            "“nav” menyebut {link}, yang tidak ada.",
        ),
        (
            r"Config value '(?P<key>[^']*)': Unrecognised configuration name: .*",
            "Kunci “{key}” tidak dikenal MkDocs. Pilihan kami ditulis di bawah plugin “iku”.",
        ),
        (
            r"Config value 'plugins': Plugin 'iku' option '(?P<key>[^']*)': "
            r"Unrecognised configuration name: .*",
            "Kunci “{key}” di bawah plugin “iku” tidak dikenal. Periksa ejaannya.",
        ),
    )
)


def notices(config: MkDocsConfig, said: Iterable[str]) -> tuple[str, ...]:
    """Return what MkDocs logged, each once, in Indonesian where it is known."""
    lines = (line for text in said for line in _of(text))
    return tuple(dict.fromkeys(_told(config, line) for line in lines))


def _of(text: str) -> Iterator[str]:
    """Yield a warning; of pages that the navigation leaves out, one for each."""
    if not text.startswith(_NOT_IN_NAV):
        yield text
        return
    for name in re.findall(r"^\s+- (.*)$", text, re.MULTILINE):
        yield f"{_NOT_IN_NAV} {name}"


def _told(config: MkDocsConfig, text: str) -> str:
    if text.startswith(_NOT_IN_NAV):
        page = text.removeprefix(_NOT_IN_NAV).strip()
        return _line(
            f"{_page(config, page)}: Halaman ini tidak disebut di “nav”. Tambahkan di sana, atau "
            "di “not_in_nav”."
        )
    for pattern, said in _KNOWN:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            place = _page(config, parts["page"]) if "page" in parts else _settings(config)
            meant = f" Maksudnya “{parts['meant']}”?" if parts.get("meant") else ""
            return _line(f"{place}: {said.format(**parts)}{meant}")
    return _line(text)


def _page(config: MkDocsConfig, path: str) -> str:
    """Return how a hand-written page is called, by its path below docs_dir."""
    folder = Path(config.docs_dir)
    name = f"{folder.name}/{path}"
    return name if (folder / path).is_file() else f"halaman bawaan {path}"


def _settings(config: MkDocsConfig) -> str:
    return Path(config.config_file_path).name


def _line(text: str) -> str:
    return printable_line(" ".join(text.split()))


def missing_files(config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Yield what is wrong with the files that mkdocs.yml names for every page."""
    named = [
        ("theme: logo", config.theme.get("logo")),
        ("theme: favicon", config.theme.get("favicon")),
    ]
    named += [("extra_css", str(path)) for path in config.extra_css]
    named += [("extra_javascript", str(path)) for path in config.extra_javascript]
    for key, path in named:
        if path and not _ELSEWHERE.match(path) and path not in files.src_uris:
            yield (
                f"{_settings(config)}: Berkas “{path}” ({key}) tidak ada di "
                f"{Path(config.docs_dir).name}/ maupun di theme/."
            )
