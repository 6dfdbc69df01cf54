"""The picture that appears where a page is shared: 1200×630, a name and three counts.

Pillow draws it (a few milliseconds, against thirty for a figure of matplotlib) with DejaVu Sans,
which matplotlib brings along, so no font of the machine is asked for and the bytes are the same
everywhere.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import matplotlib as mpl
from PIL import Image, ImageDraw, ImageFont

from iku_terbuka.charts.isi_kartu import BagianPita, Kartu

LEBAR, TINGGI = 1200, 630
_TEPI = 64
_KERTAS, _TINTA, _REDUP, _KEPALA = "#fcfbf8", "#1d2429", "#556069", "#16324c"
_BARIS_JUDUL = 3


@dataclass(frozen=True)
class _Huruf:
    """How a line is written: its colour, the sizes to try in px, its weight."""

    tinta: str
    ukuran: tuple[int, ...]
    tebal: bool = False


_BESAR = _Huruf(_TINTA, (68, 52, 40, 34), tebal=True)


def kartu(isi: Kartu) -> bytes:
    """Return the card as PNG."""
    picture = Image.new("RGB", (LEBAR, TINGGI), _KERTAS)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, LEBAR, 84), fill=_KEPALA)
    width = LEBAR - 2 * _TEPI
    _tulis(draw, (_TEPI, 52), isi.atas, width, _Huruf("#ffffff", (28,)))
    _judul(draw, isi.judul)
    column = width // max(1, len(isi.angka))
    for i, satu in enumerate(isi.angka):
        x, room = _TEPI + i * column, column - 24
        end = _tulis(draw, (x, 400), satu.besar, room, _BESAR)
        rest = x + room - end - 14
        _tulis(draw, (end + 14, 400), satu.dari, rest, _Huruf(_TINTA, (34, 26, 20)))
        _tulis(draw, (x, 444), satu.kata, room, _Huruf(_REDUP, (26, 24, 22)))
    _pita(draw, isi.pita)
    _tulis(draw, (_TEPI, 556), isi.catatan, width, _Huruf(_REDUP, (24, 22, 20, 18)))
    _tulis(draw, (_TEPI, 592), isi.bawah, width, _Huruf(_REDUP, (24,)))
    out = io.BytesIO()
    # Few flat colours: a palette is a third of the bytes.
    few = picture.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG")
    return out.getvalue()


def _tulis(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, width: float, huruf: _Huruf
) -> float:
    """Write a line in the largest size that fits; return where it ends."""
    fonts = [_font(size, tebal=huruf.tebal) for size in huruf.ukuran]
    font = next((satu for satu in fonts if satu.getlength(text) <= width), fonts[-1])
    words = _muat(text, font, width)
    draw.text(at, words, huruf.tinta, font, "ls")
    return at[0] + font.getlength(words)


def _judul(draw: ImageDraw.ImageDraw, text: str) -> None:
    """Write the title in the largest type in which it fits on three lines."""
    for size in (60, 52, 44, 38):
        font = _font(size, tebal=True)
        lines = _lipat(text, font)
        if len(lines) <= _BARIS_JUDUL:
            break
    else:
        lines = [*lines[: _BARIS_JUDUL - 1], " ".join(lines[_BARIS_JUDUL - 1 :])]
    height = int(size * 1.2)
    top = 84 + (320 - 84 - height * len(lines)) // 2 + height
    for i, line in enumerate(lines):
        words = _muat(line, font, LEBAR - 2 * _TEPI)
        draw.text((_TEPI, top + i * height), words, _TINTA, font, "ls")


def _pita(draw: ImageDraw.ImageDraw, pita: Sequence[BagianPita]) -> None:
    total = sum(satu.jumlah for satu in pita) or 1
    left, done = _TEPI, 0
    for satu in pita:
        done += satu.jumlah
        right = _TEPI + round((LEBAR - 2 * _TEPI) * done / total)
        if satu.jumlah:
            box = (left, 486, max(left + 2, right - 4), 522)
            draw.rectangle(box, fill=satu.warna, outline=satu.warna or "#7c858c", width=2)
        left = right


def _lipat(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return ``text`` broken into lines that fit, at words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > LEBAR - 2 * _TEPI:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _muat(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """Return ``text``, shortened with … where it is wider than ``width``."""
    if not text or font.getlength(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.getlength(f"{text[:middle].rstrip()}…") <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


@cache
def _font(size: int, *, tebal: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if tebal else "DejaVuSans.ttf"
    path = f"{mpl.get_data_path()}/fonts/ttf/{name}"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
