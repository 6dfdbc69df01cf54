"""The colour of a Pemda: whatever it is, words, links and squares stay readable."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.context.warna import contrast, parse_warna, style_sheet
from tests.test_colours import kontras
from tests.test_colours import warna as of_style_sheet

COLOURS = ["#16324c", "#7a1f2b", "#0a7a3b", "#000000", "#c00000", "#5b2a86", "#8a6100", "#767676"]


def variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):(#[0-9a-f]{6})", block))


def over(veil: str, colour: str) -> str:
    """Return what is seen of a colour below a veil ``#rrggbbaa``."""
    share = int(veil[7:], 16) / 255
    seen = (
        round(int(colour[i : i + 2], 16) * (1 - share) + int(veil[i : i + 2], 16) * share)
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in seen)


def check(colour: str) -> None:
    light, dark = (variables(block) for block in style_sheet(colour).split("@media"))
    for theme, values in (("terang", light), ("gelap", dark)):
        ours = {name: f"#{hue}" for name, hue in of_style_sheet(theme).items()} | values
        for surface in ("--iku-bg", "--iku-sf", "--iku-sf2", "--iku-band"):
            assert contrast(ours["--iku-lk"], ours[surface]) >= 4.5, (theme, surface)
        steps = [contrast(ours[f"--heat-{level}"], ours["--iku-bg"]) for level in (1, 2, 3)]
        assert all(later > 1.4 * step for step, later in pairwise(steps)), (theme, steps)
        for square, ink in (("1", "1"), ("2", "1"), ("3", "3")):
            assert contrast(ours[f"--heat-{square}"], ours[f"--heat-{ink}-tx"]) >= 4.5, theme
    assert light["--iku-hd"] == dark["--iku-hd"] == colour
    assert contrast(light["--iku-hd-mu"], colour) >= 4.5
    assert contrast(light["--iku-hd-tanda"], colour) >= 3
    (field,) = re.findall(r"--iku-hd-isi:(#\w{8})", style_sheet(colour))
    below = over(field, colour)
    assert contrast("#e6ecf2", below) >= 4.5, "the hint in the search"


@pytest.mark.parametrize("colour", COLOURS)
def test_everything_made_of_a_colour_is_readable(colour: str) -> None:
    assert parse_warna(colour.upper()) == colour
    check(colour)


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_of_any_colour_that_is_taken(colour: str) -> None:
    try:
        taken = parse_warna(colour)
    except ValueError as error:
        assert "terlalu terang" in str(error)  # noqa: PT017 (either is right)
    else:
        check(taken)


@pytest.mark.parametrize("text", ["merah", "#fff", "#12345g", "16324c"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bukan warna"):
        parse_warna(text)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#7a1f2b", "#fcfbf8") == pytest.approx(kontras("7a1f2b", "fcfbf8"))
