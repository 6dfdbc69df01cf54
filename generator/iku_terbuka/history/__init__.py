"""The public past of the data, read from Git once."""

from iku_terbuka.history.commit import Commit, mentions_ralat, own_message
from iku_terbuka.history.read import read_history, read_reference, reference_date, source_date
from iku_terbuka.history.values import (
    Entry,
    FirstResults,
    History,
    NumberChange,
    NumberKind,
    has_begun,
)

__all__ = [
    "Commit",
    "Entry",
    "FirstResults",
    "History",
    "NumberChange",
    "NumberKind",
    "has_begun",
    "mentions_ralat",
    "own_message",
    "read_history",
    "read_reference",
    "reference_date",
    "source_date",
]
