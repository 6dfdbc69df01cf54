"""Text from the data or from a folder's name, made safe for a comment of a skeleton."""

import textwrap

MAX_BARIS = 100
_KECIL = frozenset({"dan", "dari", "di", "ke", "pada", "serta", "untuk"})


def komentar(text: str, mark: str = "# ") -> str:
    """Return ``text`` as lines after ``mark``, at most ``MAX_BARIS`` long, without a last newline.

    Whatever could end the comment or hide in it (line breaks of any kind, control characters) is
    replaced, so that a name cannot become a key.
    """
    visible = "".join(c if c.isprintable() else "?" for c in " ".join(text.split()))
    if len(mark) + len(visible) <= MAX_BARIS:
        return mark + visible
    return textwrap.fill(
        visible,
        width=MAX_BARIS,
        initial_indent=mark,
        subsequent_indent=mark,
        break_long_words=False,
        break_on_hyphens=False,
    )


def nama_dari_folder(folder: str) -> str:
    """Guess a name from the last part of a folder: ``dinas-cipta-karya-dan-tata-ruang``."""
    words = folder.rpartition("/")[2].split("-")
    return " ".join(
        word if place and word in _KECIL else word.capitalize() for place, word in enumerate(words)
    )
