"""What the words say of colours is true in both themes: read from the style sheet."""

import re
from itertools import pairwise

import pytest

from tests.conftest import ROOT

GAYA = (ROOT / "theme" / "assets" / "iku.css").read_text(encoding="utf-8")
TEMA = {
    "terang": r'\[data-md-color-scheme="default"\] \{(.*?)\n\}',
    "gelap": r'"slate"\] \{(.*?)\n  \}',
}


def warna(tema: str) -> dict[str, str]:
    """Return the colours of a theme by name, as six digits."""
    (block,) = re.findall(TEMA[tema], GAYA, re.DOTALL)
    found = dict(re.findall(r"(--[\w-]+): #([0-9a-f]{3,6});", block))
    return {
        name: hue if len(hue) == 6 else "".join(2 * digit for digit in hue)
        for name, hue in found.items()
    }


def terang(hue: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [int(hue[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def kontras(one: str, other: str) -> float:
    low, high = sorted((terang(one), terang(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tema", TEMA)
def test_the_more_complete_a_square_the_more_it_stands_out(tema: str) -> None:
    hues = warna(tema)
    steps = [kontras(hues[f"--heat-{level}"], hues["--iku-bg"]) for level in (1, 2, 3)]
    assert steps == sorted(set(steps))
    assert all(later > 1.5 * step for step, later in pairwise(steps))


def test_no_text_calls_the_complete_squares_dark() -> None:
    texts = [*ROOT.glob("content/**/*.md"), *ROOT.glob("generator/iku_terbuka/templates/*.j2")]
    assert len(texts) > 20
    assert [
        path.name for path in texts if "pekat" in path.read_text(encoding="utf-8").lower()
    ] == []


@pytest.mark.parametrize("tema", TEMA)
@pytest.mark.parametrize("tinta", ["--iku-target", "--iku-real", "--iku-target-tx"])
def test_lines_and_values_can_be_seen_on_a_band(tema: str, tinta: str) -> None:
    hues = warna(tema)
    assert kontras(hues[tinta], hues["--iku-target-isi"]) >= (4.5 if tinta.endswith("-tx") else 3)


@pytest.mark.parametrize("tema", TEMA)
def test_the_start_is_no_colour_of_a_target(tema: str) -> None:
    hues = warna(tema)
    assert kontras(hues["--iku-mu"], hues["--iku-bg"]) >= 4.5
    assert hues["--iku-mu"] not in {hues["--iku-target"], hues["--iku-target-tx"]}
