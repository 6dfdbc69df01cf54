"""The pictures of README are there, all of them are shown, and they are light."""

import re

from PIL import Image

from tests.browser.pictures import WIDE
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
GAMBAR = re.findall(r"!\[([^\]]+)\]\(([^)]+\.png)\)", README)


def test_every_picture_is_shown_once_with_words_for_who_cannot_see_it() -> None:
    shown = [path for _, path in GAMBAR]
    made = {path.relative_to(ROOT).as_posix() for path in (ROOT / ".github").glob("*.png")}
    assert sorted(shown) == sorted(made)
    assert {f".github/{nama}.png" for nama in (*WIDE, "ponsel")} == made
    assert all(len(words) > 40 for words, _ in GAMBAR)


def test_the_pictures_are_light_and_say_what_is_fictional() -> None:
    sizes = [(ROOT / path).stat().st_size for _, path in GAMBAR]
    assert sum(sizes) < 700_000
    assert all(Image.open(ROOT / path).mode == "P" for _, path in GAMBAR)
    assert "fictional Kabupaten Contoh" in README
