"""The colour of a Pemda, and what is made of it: shades in which all stays readable.

Colours of statuses and charts are the same everywhere, for they mean something. Contrast is that of
WCAG 2.2. The surfaces named here are those of theme/assets/iku.css.
"""

import re

DEFAULT = "#16324c"
_WHITE, _BLACK = "#ffffff", "#000000"
# Paper, and of all that a link stands on what is nearest to the ink.
_LIGHT, _LIGHT_FAR = "#fcfbf8", "#f1ece0"
_DARK, _DARK_FAR = "#14191e", "#222a31"
# What stands on the header besides white, as long as it is readable there.
_MUTED, _MARK = "#d6dee6", "#f0ae55"
# The field of the search: its hint, and how much white, or else black, lies below it.
_HINT, _LIGHTER, _DARKER = "#e6ecf2", "#ffffff1f", "#00000033"
_STEPS = 50


def parse_warna(warna: str) -> str:
    """Return a colour in lower case, or nothing for no text. White words must be readable on it.

    Raises ``ValueError``, ready to print.
    """
    if not warna:
        return ""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", warna):
        raise ValueError(
            f"Opsi “warna: {warna}” di mkdocs.yml bukan warna. Tulis misalnya “#16324c”, "
            "dalam tanda kutip."
        )
    found = contrast(warna, _WHITE)
    if found < 4.5:
        raise ValueError(
            f"Opsi “warna: {warna}” di mkdocs.yml terlalu terang: tulisan putih di atasnya sulit "
            f"dibaca (kontras {found:.1f}, paling sedikit 4,5). Pilih warna yang lebih gelap."
        )
    return warna.lower()


def style_sheet(warna: str) -> str:
    """Return the variables of theme/assets/iku.css for a colour: header, links, squares."""
    link = _first(warna, _BLACK, _LIGHT_FAR, 4.5)
    on_dark = _first(warna, _WHITE, _DARK_FAR, 6)
    light = {
        "iku-hd": warna,
        "iku-hd-isi": _field(warna),
        "iku-hd-mu": _MUTED if contrast(_MUTED, warna) >= 4.5 else _WHITE,
        "iku-hd-tanda": _MARK if contrast(_MARK, warna) >= 3 else _WHITE,
        "iku-lk": link,
        "heat-1": _first(_LIGHT, link, _LIGHT, 1.25),
        "heat-2": _first(_LIGHT, link, _LIGHT, 2.1),
        "heat-3": link,
    }
    dark = {
        "iku-hd": warna,
        "iku-lk": on_dark,
        "heat-1": _first(_DARK, on_dark, _DARK, 1.5),
        "heat-2": _first(_DARK, on_dark, _DARK, 2.6),
        "heat-3": _first(on_dark, _WHITE, _DARK, 9),
        "heat-3-tx": _DARK,
    }
    return (
        f':root,[data-md-color-scheme="default"]{{{_variables(light)}}}\n'
        f'@media screen{{[data-md-color-scheme="slate"]{{{_variables(dark)}}}}}\n'
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ``#rrggbb``, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _field(warna: str) -> str:
    lighter = _mixed(warna, _WHITE, int(_LIGHTER[7:], 16) / 255)
    return _LIGHTER if contrast(_HINT, lighter) >= 4.5 else _DARKER


def _variables(values: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def _first(start: str, end: str, surface: str, wanted: float) -> str:
    """Return the first mixture on the way from ``start`` to ``end`` that stands out enough."""
    mixtures = (_mixed(start, end, step / _STEPS) for step in range(_STEPS))
    return next((each for each in mixtures if contrast(each, surface) >= wanted), end)


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
