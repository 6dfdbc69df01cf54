"""Text made visible: no reader meets a character that nobody sees or that a terminal obeys."""


def printable(text: str, instead: str = "?") -> str:
    """Return ``text`` with ``instead`` for each line break, control, bidi mark and the like."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else instead for character in text)


def printable_line(text: str, instead: str = "?") -> str:
    """Return ``text`` printable and on one line, with single spaces for runs of white space."""
    return " ".join(printable(" ".join(text.split()), instead).split())


def shortened(text: str, most: int) -> str:
    """Return ``text`` printable, on one line and at most ``most`` long, cut after a word."""
    if len(text) <= most and text.isprintable():
        return text
    # White space that shrinks, and then some: what is far behind is not looked at.
    line = printable_line(text[: 10 * most])
    if len(line) <= most and len(text) <= 10 * most:
        return line
    cut = line[: most - 1]
    words = cut.rpartition(" ")[0]
    return f"{words if len(words) > most // 2 else cut}…"
