"""The notes of editors: what they explain needs no warning any more."""

import re


def explained(pattern: str, *catatan: str) -> bool:
    """Tell whether a note has a word that ``pattern`` matches.

    Then the editor has seen the matter, and the page shows the note. Many decrees print no unit
    or no owner, and nobody can mend that.
    """
    # “satuan kerja” is an office, no unit.
    named = re.compile(rf"\b{pattern}(?:nya)?\b(?! kerja)", re.IGNORECASE)
    return any(named.search(note) for note in catatan)
