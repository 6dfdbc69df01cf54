"""One canvas for all charts: inks, marks and text in pixels from the top left; SVG out.

matplotlib draws (``Figure``, never ``pyplot``: no global state) with real text and without a
clock, so the same calls give the same bytes. What leaves here is a small inline SVG whose colours
are CSS variables: it follows the reader's light or dark theme. A file that travels alone is made
from it in the browser, with the colours filled in (``theme/assets/grafik.js``).
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
from markupsafe import Markup, escape
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

_RC: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "iku",
    "text.parse_math": False,
    "path.simplify": False,
}
# Four cubic curves draw a circle to within 0.03 % of its radius.
_KAPPA = 0.5522847
# Average width of a digit in the usual system fonts, as a share of the type size.
_DIGIT = 0.57


_ALIGN: Any = {"start": "left", "middle": "center", "end": "right"}


class Huruf(Enum):
    """Type of a text in a chart: size in px, weight."""

    NILAI = (14, 400)
    TEBAL = (14, 700)
    KECIL = (13.5, 400)
    KECIL_TEBAL = (13.5, 700)


class Ink(Enum):
    """Name of the CSS variable, and its colour in the light theme (each colour only once)."""

    TARGET = ("--iku-target", "#a85b00")
    TARGET_TEXT = ("--iku-target-tx", "#8a4a00")
    REALISASI = ("--iku-real", "#12436d")
    TEXT = ("--iku-tx", "#1d2429")
    MUTED = ("--iku-mu", "#556069")
    GRID = ("--iku-ln", "#e2ddd2")
    AXIS = ("--iku-bd", "#7c858c")
    EMPTY = ("--st-tanpa-fg", "#4a555e")
    PAPER = ("--iku-bg", "#fcfbf8")

    @property
    def colour(self) -> str:
        return self.value[1]


_VARIABLES = {ink.colour: f"var({ink.value[0]})" for ink in Ink}


@dataclass(frozen=True)
class Gambar:
    """A finished chart: inline SVG, its text alternative, and notes to print below it."""

    svg: Markup
    uraian: str
    catatan: tuple[str, ...] = ()


Point = tuple[float, float]


class Canvas:
    """A sheet of ``width`` × ``height`` px; y grows downwards as in SVG."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        self._order = 0
        self._down = Affine2D().scale(1, -1).translate(0, height)

    def line(
        self,
        points: Sequence[Point],
        ink: Ink,
        width: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        style = Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            color=ink.colour,
            linewidth=width,
            transform=self._down,
        )
        if dash:
            style.set_dashes([part / width for part in dash])
        self._add(style)

    def diamond(self, centre: Point, radius: float, *, hollow: bool = False) -> None:
        """Draw a target: open diamond; ``hollow`` lets what lies below show through."""
        x, y = centre
        corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        self._polygon(corners, None if hollow else Ink.PAPER, Ink.TARGET, 2)

    def square(self, centre: Point, radius: float) -> None:
        x, y = centre
        corners = [
            (x - radius, y - radius),
            (x + radius, y - radius),
            (x + radius, y + radius),
            (x - radius, y + radius),
        ]
        self._polygon(corners, Ink.PAPER, Ink.TARGET, 2)

    def dot(self, centre: Point, radius: float) -> None:
        """Draw a result: filled dot."""
        self._patch(_circle(centre, radius), Ink.REALISASI, None, 0)

    def ring(self, centre: Point, radius: float, width: float, dash: tuple[float, float]) -> None:
        """Draw a missing result: dashed ring."""
        self._patch(_circle(centre, radius), None, Ink.EMPTY, width, dash)

    def text(self, at: Point, words: str, ink: Ink, huruf: Huruf, anchor: str = "middle") -> None:
        size, weight = huruf.value
        self._add(
            Text(
                *at,
                words,
                color=ink.colour,
                fontsize=size,
                fontweight=weight,
                horizontalalignment=_ALIGN[anchor],
                verticalalignment="baseline",
                transform=self._down,
            )
        )

    def svg(
        self, kelas: str, judul: str, uraian: str, awalan: str, titik: Sequence[str] = ()
    ) -> Markup:
        """Return the inline SVG. ``awalan`` keeps the ids of two charts on a page apart.

        ``titik`` names the slots from left to right, so that a script can tell their values.
        """
        drawn = io.BytesIO()
        with mpl.rc_context(_RC):
            canvas: Any = FigureCanvasSVG(self._figure)
            canvas.print_svg(drawn, metadata={"Date": None, "Creator": None})
        root = ElementTree.fromstring(drawn.getvalue())  # noqa: S314 (our own output)
        marks = "".join(_marks(root))
        slots = f' data-titik="{escape("|".join(titik))}"' if titik else ""
        return Markup(  # noqa: S704 (every word is escaped)
            f'<svg class="{kelas}" viewBox="0 0 {_round(self.width)} {_round(self.height)}" '
            f'role="img" aria-labelledby="{awalan}j {awalan}u"{slots}>'
            f'<title id="{awalan}j">{escape(judul)}</title>'
            f'<desc id="{awalan}u">{escape(uraian)}</desc>{marks}</svg>'
        )

    def _add(self, artist: Artist) -> None:
        """Draw above everything drawn before."""
        self._order += 1
        artist.set_zorder(self._order)
        self._figure.add_artist(artist)

    def _polygon(
        self, corners: list[Point], fill: Ink | None, stroke: Ink | None, width: float
    ) -> None:
        codes = [Path.MOVETO] + [Path.LINETO] * (len(corners) - 1) + [Path.CLOSEPOLY]
        self._patch(Path([*corners, corners[0]], codes), fill, stroke, width)

    def _patch(
        self,
        path: Path,
        fill: Ink | None,
        stroke: Ink | None,
        width: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        self._add(
            PathPatch(
                path,
                facecolor=fill.colour if fill else "none",
                edgecolor=stroke.colour if stroke else "none",
                linewidth=width,
                linestyle=(0, tuple(part / width for part in dash)) if dash else "solid",
                transform=self._down,
            )
        )


def text_width(words: str, size: float = 14) -> float:
    """Estimate the width of a number in px; fonts differ, so leave room."""
    return len(words) * size * _DIGIT


def _circle(centre: Point, radius: float) -> Path:
    x, y = centre
    k = radius * _KAPPA
    points = [
        (x, y - radius),
        (x + k, y - radius), (x + radius, y - k), (x + radius, y),
        (x + radius, y + k), (x + k, y + radius), (x, y + radius),
        (x - k, y + radius), (x - radius, y + k), (x - radius, y),
        (x - radius, y - k), (x - k, y - radius), (x, y - radius),
    ]  # fmt: skip
    codes = [Path.MOVETO] + [Path.CURVE4] * 12 + [Path.CLOSEPOLY]
    return Path([*points, points[0]], codes)


_NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")
# The only curves that are drawn: from the top clockwise, in four parts; see _circle.
_LINGKARAN = re.compile(
    r"M(?P<x>\S+) (?P<top>[^C]+)C\S+ \S+ \S+ \S+ \S+ (?P<y>[^C]+)(?:C[^CLz]+){3}(?:L[^z]+)?z"
)
# What of a style is said again on every element although it is the default or the page's own.
_DROPPED = {"font-family", "stroke-dashoffset", "stroke-linejoin", "stroke-linecap"}


def _round(number: float | str) -> str:
    """Return a coordinate with one decimal, without trailing zeros and negative zeros."""
    rounded = Decimal(str(number)).quantize(Decimal("0.1")).normalize()
    return f"{rounded:f}" if rounded else "0"


def _marks(root: ElementTree.Element) -> list[str]:
    """Write each path and text again, small: no ids, no groups, colours as variables."""
    written = []
    for element in root.iter():
        kind = element.tag.rsplit("}", 1)[-1]
        if kind == "path":
            shape = _NUMBER.sub(lambda found: _round(found[0]), element.get("d", ""))
            shape = re.sub(r"\s*([MLCzZ])\s*", r"\1", shape.replace("\n", " ")).strip()
            written.append(f'<{_bentuk(shape)} style="{_style(element)}"/>')
        elif kind == "text":
            x, y = (_round(element.get(axis, "0")) for axis in "xy")
            words = escape(element.text or "")
            written.append(f'<text x="{x}" y="{y}" style="{_style(element)}">{words}</text>')
    return written


def _bentuk(shape: str) -> str:
    """Return the element that draws a path: a circle is said in a third of the bytes."""
    round_ = _LINGKARAN.fullmatch(shape)
    if round_ is None:
        return f'path d="{shape}"'
    x, top, y = round_["x"], round_["top"], round_["y"]
    return f'circle cx="{x}" cy="{y}" r="{_round(str(Decimal(y) - Decimal(top)))}"'


def _style(element: ElementTree.Element) -> str:
    pairs = []
    for part in (element.get("style") or "").split(";"):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if not name or name in _DROPPED:
            continue
        if name == "font-weight" and value == "400":
            continue
        if name == "stroke-dasharray":
            value = ",".join(_round(number) for number in value.split(","))
        pairs.append(f"{name}:{_VARIABLES.get(value, value)}")
    return ";".join(pairs)
