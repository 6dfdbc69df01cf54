"""What a terminal would obey or hide is made visible before anything is printed."""

from dataclasses import replace

from iku_terbuka.problems import Problem


def bersih(problem: Problem) -> Problem:
    """Return ``problem`` on one line and without anything that a terminal would obey.

    A name on disk may hold line breaks, escape sequences, or bytes that are no text at all.
    """
    return replace(
        problem,
        file=_satu_baris(problem.file),
        message=_satu_baris(problem.message),
        hint=_satu_baris(problem.hint),
    )


def _satu_baris(text: str) -> str:
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def tampak(character: str) -> str:
    """Return how a character of a file is shown: a tab as ``␉``, an escape as ``␛``."""
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
