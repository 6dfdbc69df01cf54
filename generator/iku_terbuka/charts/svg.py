"""matplotlib's renderer of this project: what an artist draws becomes one small SVG element.

matplotlib's own SVG renderer writes a whole document, with a group, ids and a full style for each
mark, which then had to be parsed and written again. Ours is told the same by the same artists,
through the interface that matplotlib documents for renderers of others, and writes only what a
browser needs: a fifth of the time, the same marks.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from markupsafe import escape
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path
from matplotlib.transforms import Transform

# The segments of lines and polygons; there are no curves but circles.
_LETTER: Mapping[Any, str] = {Path.MOVETO: "M", Path.LINETO: "L", Path.CLOSEPOLY: "z"}


class SvgRenderer(RendererBase):
    """Collects the elements that artists draw.

    Coordinates are pixels from the top left. ``colours`` gives the CSS value that is written for
    each colour; a colour that is not among them raises ``KeyError``.
    """

    def __init__(self, colours: Mapping[Any, str]) -> None:
        super().__init__()
        self.colours = colours
        self._marks: list[tuple[str, str]] = []  # attributes that paint, element

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 (matplotlib's name)
    ) -> None:
        matrix = transform.get_matrix()
        if path is Path.unit_circle():  # said as such, in a third of the bytes of its curves
            x, y, radius = matrix[0, 2], matrix[1, 2], matrix[0, 0]
            form = f'circle cx="{pixels(x)}" cy="{pixels(y)}" r="{pixels(radius)}"'
        else:
            points: Any = path.vertices
            codes: Any = path.codes
            letters = [_LETTER[code] for code in ([] if codes is None else codes.tolist())]
            shape = "".join(
                "z" if letter == "z" else f"{letter}{pixels(x)} {pixels(y)}"
                for letter, (x, y) in zip(
                    letters or ["M", *"L" * (len(points) - 1)],
                    transform.transform(points).tolist(),
                    strict=True,
                )
            )
            form = f'path d="{shape}"'
        self._marks.append((self._paint(gc, rgbFace), f"<{form}/>"))

    def words(self, at: tuple[float, float], words: str, paint: Mapping[str, str]) -> None:
        """Write one line of text; its layout is the browser's, so no font is loaded here.

        ``paint`` are attributes of SVG, by name.
        """
        x, y = map(pixels, at)
        self._marks.append((_attributes(paint), f'<text x="{x}" y="{y}">{escape(words)}</text>'))

    def svg(self) -> str:
        """Return the elements in the order drawn; neighbours painted alike say it once."""
        runs = groupby(self._marks, lambda mark: mark[0])
        return "".join(
            f"<g{attributes}>{''.join(element for _, element in run)}</g>"
            for attributes, run in runs
        )

    def _paint(self, gc: GraphicsContextBase, face: Any) -> str:
        fill = "none" if face is None else self.colours[tuple(face)]
        paint, width = {"fill": fill}, gc.get_linewidth()
        if width:
            dashes: Any = gc.get_dashes()[1]
            if dashes is not None:
                paint["stroke-dasharray"] = ",".join(map(pixels, dashes))
            paint["stroke"] = self.colours[gc.get_rgb()]
            if width != 1:
                paint["stroke-width"] = pixels(width)
        return _attributes(paint)


def _attributes(paint: Mapping[str, str]) -> str:
    """Return attributes as SVG spells them: a strict Content-Security-Policy blocks styles."""
    return "".join(f' {name}="{value}"' for name, value in paint.items())


def pixels(number: float) -> str:
    """Return a length with one decimal, without trailing zeros and negative zeros."""
    rounded = f"{number:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded
