"""One canvas for all charts: inks, marks and text in pixels from the top left; SVG out.

matplotlib draws (artists, never ``pyplot``: no global state) with real text and without a clock,
so the same calls give the same bytes. What leaves here is a small inline SVG whose colours are CSS
variables: it follows the reader's light or dark theme. A file that travels alone is made from it
in the browser, with the colours filled in (``theme/assets/grafik.js``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from markupsafe import Markup, escape
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from iku_terbuka.charts.svg import SvgRenderer, pixels

# Widths in the widest of the usual system fonts, as a share of the type size.
_WIDTHS = {"%": 0.95, "−": 0.84, **dict.fromkeys("0123456789", 0.64), **dict.fromkeys(" .,", 0.32)}
_OTHER_WIDTH = 0.56


class Font(Enum):
    """Type of a text in a chart: size in px, weight."""

    VALUE = (14, 400)
    VALUE_BOLD = (14, 700)
    SMALL = (13.5, 400)
    SMALL_BOLD = (13.5, 700)


class Ink(Enum):
    """Name of the CSS variable, and its colour in the light theme (each colour only once)."""

    TARGET = ("--iku-target", "#a85b00")
    TARGET_TEXT = ("--iku-target-tx", "#8a4a00")
    TARGET_AREA = ("--iku-target-isi", "#f7e4c8")
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

    @property
    def variable(self) -> str:
        return f"var({self.value[0]})"


_VARIABLES = {to_rgba(ink.colour): ink.variable for ink in Ink}
# What an artist without colour hands over.
_VARIABLES[to_rgba("none")] = "none"


@dataclass(frozen=True)
class Chart:
    """A finished chart: inline SVG, its text alternative, and notes to print below it."""

    svg: Markup
    description: str
    notes: tuple[str, ...] = ()


Point = tuple[float, float]


@dataclass(frozen=True)
class Columns:
    """The slots of a chart from left to right, of one width between two x."""

    names: tuple[str, ...]
    left: float
    right: float


class Canvas:
    """A sheet of ``width`` × ``height`` px; y grows downwards as in SVG."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._renderer = SvgRenderer(_VARIABLES)

    def line(
        self,
        points: Sequence[Point],
        ink: Ink,
        width: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        xs, ys = zip(*points, strict=True)
        style = _pattern(dash, width)
        self._draw(Line2D(xs, ys, color=ink.colour, lw=width, linestyle=style, marker=""))

    def diamond(self, centre: Point, radius: float, *, hollow: bool = False) -> None:
        """Draw a target: open diamond; ``hollow`` lets what lies below show through."""
        x, y = centre
        corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        self._polygon(corners, None if hollow else Ink.PAPER, Ink.TARGET, 2)

    def box(self, low: Point, high: Point) -> None:
        """Draw where the plan started: open box between two corners, no colour of a target."""
        (left, top), (right, bottom) = low, high
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self._polygon(corners, Ink.PAPER, Ink.MUTED, 2)

    def area(self, corners: Sequence[Point]) -> None:
        """Fill what lies within a target that is a range."""
        self._polygon(list(corners), Ink.TARGET_AREA, None, 0)

    def dot(self, centre: Point, radius: float) -> None:
        """Draw a result: filled dot."""
        self._draw(Circle(centre, radius, facecolor=Ink.REALISASI.colour, edgecolor="none"))

    def ring(self, centre: Point, radius: float, width: float, dash: tuple[float, float]) -> None:
        """Draw a missing result: dashed ring."""
        drawn = Circle(
            centre,
            radius,
            facecolor="none",
            edgecolor=Ink.EMPTY.colour,
            linewidth=width,
            linestyle=_pattern(dash, width),
        )
        self._draw(drawn)

    def text(self, at: Point, words: str, ink: Ink, font: Font, anchor: str = "middle") -> None:
        size, weight = font.value
        bold = {} if weight == 400 else {"font-weight": str(weight)}
        paint = {"font-size": pixels(size), "text-anchor": anchor, "fill": ink.variable}
        self._renderer.words(at, words, bold | paint)

    def svg(
        self,
        css_class: str,
        title: str,
        description: str,
        prefix: str,
        columns: Columns | None = None,
    ) -> Markup:
        """Return the inline SVG. ``prefix`` keeps the ids of two charts on a page apart.

        ``columns`` lets a script tell the values of a slot where it lies.
        """
        slots = ""
        if columns:
            edges = f"{pixels(columns.left)} {pixels(columns.right)}"
            slots = f' data-titik="{escape("|".join(columns.names))}" data-tepi="{edges}"'
        return Markup(  # noqa: S704 (every word is escaped)
            f'<svg class="{css_class}" viewBox="0 0 {pixels(self.width)} {pixels(self.height)}" '
            f'role="img" aria-labelledby="{prefix}j {prefix}u"{slots}>'
            f'<title id="{prefix}j">{escape(title)}</title>'
            f'<desc id="{prefix}u">{escape(description)}</desc>{self._renderer.svg()}</svg>'
        )

    def _draw(self, artist: Artist) -> None:
        """Draw above everything drawn before."""
        artist.draw(self._renderer)

    def _polygon(
        self, corners: list[Point], fill: Ink | None, stroke: Ink | None, width: float
    ) -> None:
        codes = [Path.MOVETO] + [Path.LINETO] * (len(corners) - 1) + [Path.CLOSEPOLY]
        drawn = PathPatch(
            Path([*corners, corners[0]], codes),
            facecolor=fill.colour if fill else "none",
            edgecolor=stroke.colour if stroke else "none",
            linewidth=width,
        )
        self._draw(drawn)


def _pattern(dash: tuple[float, float] | None, width: float) -> Any:
    """Return the line style of dashes in px; matplotlib multiplies them, if it is so set up."""
    if dash is None:
        return "-"
    unit = width if rcParams["lines.scale_dashes"] else 1
    return (0, tuple(part / unit for part in dash))


def text_width(words: str, font: Font = Font.VALUE) -> float:
    """Estimate the width of a value in px; fonts differ, so leave room."""
    size, weight = font.value
    bold = 1.09 if weight > 400 else 1.0
    return bold * float(size) * sum(_WIDTHS.get(char, _OTHER_WIDTH) for char in words)
