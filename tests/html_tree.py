"""Reading a built site as a person would: each page as a small tree, its tables and facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_SINGKATAN = re.compile(r'<a class="iku-singkat"[^>]*><abbr[^>]*>(\w+)</abbr></a>')
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Simpul:
    """An element of a page; ``isi`` are its elements and texts in order."""

    tag: str
    atribut: dict[str, str] = field(default_factory=dict)
    isi: list["Simpul | str"] = field(default_factory=list)

    def semua(self, *tags: str) -> Iterator["Simpul"]:
        """Yield every element below, in order; only those with one of ``tags``, if given."""
        for satu in self.isi:
            if isinstance(satu, Simpul):
                if not tags or satu.tag in tags:
                    yield satu
                yield from satu.semua(*tags)

    def kelas(self, nama: str) -> list["Simpul"]:
        return [satu for satu in self.semua() if nama in satu.atribut.get("class", "").split()]

    @property
    def teks(self) -> str:
        """Return the words below, without scripts, as one line."""
        parts = (
            satu if isinstance(satu, str) else satu.teks
            for satu in self.isi
            if isinstance(satu, str) or satu.tag not in {"script", "style"}
        )
        return " ".join(" ".join(parts).split())


class _Pembaca(HTMLParser):
    """Builds the tree of a page; a tag that is not closed where it must be is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.jalur = [Simpul("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            baru = self.jalur[-1].isi[-1]
            assert isinstance(baru, Simpul)
            self.jalur.append(baru)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.jalur[-1].isi.append(Simpul(tag, {nama: isi or "" for nama, isi in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.jalur.pop().tag == tag, f"</{tag}> on line {self.getpos()[0]} closes another"

    def handle_data(self, data: str) -> None:
        self.jalur[-1].isi.append(data)


def baca(html: str) -> Simpul:
    """Return the tree of a page; an explained abbreviation is part of its sentence."""
    return urai(_SINGKATAN.sub(r"\1", html))


def urai(html: str) -> Simpul:
    """Return the tree of a page with every element it has."""
    pembaca = _Pembaca()
    pembaca.feed(html)
    pembaca.close()
    (akar,) = pembaca.jalur
    return akar


Halaman = dict[str, Simpul]


def baca_situs(situs: Path) -> Halaman:
    """Return every page by its path in the site."""
    return {
        path.relative_to(situs).as_posix(): baca(path.read_text("utf-8"))
        for path in sorted(situs.rglob("*.html"))
    }


def rapat(text: str) -> str:
    return " ".join(text.split())


def tautan(akar: Simpul) -> Iterator[str]:
    for satu in akar.semua():
        for nama in ("href", "src", "xlink:href"):
            if nama in satu.atribut:
                yield satu.atribut[nama]


def urut(printed: dict[str, str], years: list[str]) -> list[str]:
    """Return the rows that a table must have, in the order of time."""
    start = ["awal"] if "awal" in printed else []
    end = ["akhir"] if "akhir" in printed else []
    return [*start, *years, *end]


def baris_tabel(akar: Simpul) -> dict[str, list[Simpul]]:
    """Return the cells of the table of targets, by the heading of their row."""
    cells = [
        list(baris.semua("th", "td"))
        for tabel in akar.semua("table")
        for isi in tabel.semua("tbody")
        for baris in isi.semua("tr")
    ]
    return {row[0].teks: row for row in cells}


def kondisi_awal(akar: Simpul) -> dict[str, Simpul]:
    """Return where each decree started, by its label; it stands beside the table of targets."""
    return {
        label.teks: isi
        for daftar in akar.kelas("iku-awal")
        for label, isi in zip(daftar.semua("dt"), daftar.semua("dd"), strict=True)
    }


def sel_angka(cell: Simpul) -> tuple[str, str]:
    """Return the number with a decimal point and the grade that a cell shows."""
    utuh = cell.kelas("iku-utuh")
    if not utuh:
        return "", ""
    (number,) = re.findall(r"^−?[\d.,]+", utuh[0].teks)
    grade = " ".join(kuat.teks for kuat in utuh[0].semua("strong"))
    return number.replace(".", "").replace(",", "."), grade


def fakta(akar: Simpul) -> dict[str, Simpul]:
    """Return what is said about each label in the lists of facts."""
    return {
        label.teks: isi
        for daftar in akar.kelas("iku-fakta")
        for label, isi in zip(daftar.semua("dt"), daftar.semua("dd"), strict=True)
    }


def fakta_satuan(akar: Simpul) -> str:
    isi = fakta(akar)["Satuan"]
    return "" if isi.kelas("iku-kosong") else str(isi.isi[0]).strip()
