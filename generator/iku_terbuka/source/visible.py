"""Text made visible: no reader meets a character that nobody sees or that a terminal obeys."""


def printable(text: str, instead: str = "?") -> str:
    """Return ``text`` with ``instead`` for each line break, control, bidi mark and the like."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else instead for character in text)


def printable_line(text: str, instead: str = "?") -> str:
    """Return ``text`` printable and on one line, with single spaces for runs of white space."""
    return " ".join(printable(" ".join(text.split()), instead).split())
