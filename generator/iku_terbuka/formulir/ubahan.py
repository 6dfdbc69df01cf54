"""One change of a results file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ubahan:
    """Set ``letak`` to ``isi``, or delete it. ``angka``: digits that stand without quotes."""

    letak: tuple[str, ...]
    isi: str | tuple[str, ...] | None
    angka: bool = False


class TidakTersimpanError(Exception):
    """The file cannot be changed without losing something; it must be edited by hand."""
