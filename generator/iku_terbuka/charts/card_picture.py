"""The picture that appears where a page is shared: 1200×630, a name and three counts.

Pillow draws it (a few milliseconds, against thirty for a figure of matplotlib) with DejaVu Sans,
which matplotlib brings along, so no font of the machine is asked for and the bytes are the same
everywhere.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import matplotlib as mpl
from PIL import Image, ImageDraw, ImageFont

from iku_terbuka.charts.share_card import BarPart, ShareCard

WIDTH, HEIGHT = 1200, 630
_MARGIN = 64
_PAPER, _TEXT, _MUTED = "#fcfbf8", "#1d2429", "#556069"
_TITLE_LINES = 3


@dataclass(frozen=True)
class _Type:
    """How a line is written: its colour, the sizes to try in px, its weight."""

    colour: str
    sizes: tuple[int, ...]
    bold: bool = False


_LARGE = _Type(_TEXT, (68, 52, 40, 34), bold=True)
_WORDS = _Type(_MUTED, (26, 24, 22, 20))


def card_picture(card: ShareCard) -> bytes:
    """Return the card as PNG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, WIDTH, 84), fill=card.colour)
    width = WIDTH - 2 * _MARGIN
    _write(draw, (_MARGIN, 52), card.header, width, _Type("#ffffff", (28,)))
    _title(draw, card.title)
    column = width // max(1, len(card.figures))
    words = _fitting([figure.words for figure in card.figures], column - 24, _WORDS)
    for i, figure in enumerate(card.figures):
        x, room = _MARGIN + i * column, column - 24
        end = _write(draw, (x, 400), figure.number, room, _LARGE)
        rest = x + room - end - 14
        _write(draw, (end + 14, 400), figure.of, rest, _Type(_TEXT, (34, 26, 20)))
        _write(draw, (x, 444), figure.words, room, words)
    _bar(draw, card.bar)
    _write(draw, (_MARGIN, 556), card.note, width, _Type(_MUTED, (24, 22, 20, 18)))
    _write(draw, (_MARGIN, 592), card.footer, width, _Type(_MUTED, (24,)))
    out = io.BytesIO()
    # Few flat colours: a palette is a third of the bytes.
    few = picture.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG")
    return out.getvalue()


def _write(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, width: float, type_: _Type
) -> float:
    """Write a line in the largest size that fits; return where it ends."""
    font = _font(_fitting([text], width, type_).sizes[0], bold=type_.bold)
    words = _shortened(text, font, width)
    draw.text(at, words, type_.colour, font, "ls")
    return at[0] + font.getlength(words)


def _fitting(texts: Sequence[str], width: float, type_: _Type) -> _Type:
    """Return the type in its largest size in which all texts fit, else in its smallest."""
    for size in type_.sizes:
        font = _font(size, bold=type_.bold)
        if all(font.getlength(text) <= width for text in texts):
            break
    return replace(type_, sizes=(size,))


def _title(draw: ImageDraw.ImageDraw, text: str) -> None:
    """Write the title in the largest type in which it fits on three lines."""
    for size in (60, 52, 44, 38):
        font = _font(size, bold=True)
        lines = _wrapped(text, font)
        if len(lines) <= _TITLE_LINES:
            break
    else:
        lines = [*lines[: _TITLE_LINES - 1], " ".join(lines[_TITLE_LINES - 1 :])]
    height = int(size * 1.2)
    top = 84 + (320 - 84 - height * len(lines)) // 2 + height
    for i, line in enumerate(lines):
        words = _shortened(line, font, WIDTH - 2 * _MARGIN)
        draw.text((_MARGIN, top + i * height), words, _TEXT, font, "ls")


def _bar(draw: ImageDraw.ImageDraw, parts: Sequence[BarPart]) -> None:
    total = sum(part.count for part in parts) or 1
    left, done = _MARGIN, 0
    for part in parts:
        done += part.count
        right = _MARGIN + round((WIDTH - 2 * _MARGIN) * done / total)
        if part.count:
            box = (left, 486, max(left + 2, right - 4), 522)
            draw.rectangle(box, fill=part.colour, outline=part.colour or "#7c858c", width=2)
        left = right


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return ``text`` broken into lines that fit, at words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
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
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    path = f"{mpl.get_data_path()}/fonts/ttf/{name}"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
