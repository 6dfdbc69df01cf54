"""The day and the commit, which are filled in last.

Both stand on every page and change with every commit; all else on a page may be as it was.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from iku_terbuka.context import Context, Penanda
from iku_terbuka.opendata.origin import state_text
from iku_terbuka.wording import day_text

# Characters that the data may not contain; nor may mkdocs.yml, see boleh_nanti().
PENANDA = Penanda("\ue002hari\ue003", "\ue002keadaan\ue003")
# The day in words, below every page.
ACUAN = "\ue002acuan\ue003"
_AWAL, _AKHIR = "\ue002".encode(), "\ue003".encode()
# How a template names the day, and how it may.
_SEBUT = re.compile(r"{[{%][^{}]*\biku_acuan\b[^{}]*[}%]}")
_TULIS = re.compile(r"{{-?\s*config\.extra\.iku_acuan\s*-?}}|{%-?\s*(el)?if\b[^|]*%}")


def tulis_saja(config: MkDocsConfig) -> bool:
    """Tell whether the theme writes the day below a page as it is, or asks whether there is one.

    Of a mark in capitals nobody would know what it stood for.
    """
    texts = (
        path.read_text(encoding="utf-8") for path in Path(config.theme.dirs[0]).rglob("*.html")
    )
    return all(_TULIS.fullmatch(found) for text in texts for found in _SEBUT.findall(text))


class Pengisi:
    """Puts day and commit of ``context`` where their marks stand."""

    def __init__(self, context: Context) -> None:
        day = context.acuan
        words = {
            ACUAN: day_text(day) if day else "",
            PENANDA.hari: day.isoformat() if day else "",
            PENANDA.keadaan: state_text(context.state()),
        }
        self._isi = {mark[1:-1].encode(): text.encode() for mark, text in words.items()}
        self.sidik = repr(words)

    def byte(self, html: bytes) -> bytes:
        first, *rest = html.split(_AWAL)
        parts = [first]
        for part in rest:
            name, _, after = part.partition(_AKHIR)
            known = self._isi.get(name)
            parts += (_AWAL + part,) if known is None else (known, after)
        return b"".join(parts)

    def teks(self, html: str) -> str:
        return self.byte(html.encode()).decode()
