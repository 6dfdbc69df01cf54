"""What is left of a file that holds errors, so that everything else in it is checked as well.

Without this a slip in one number would hide every other mistake of its file, and of the results
that are measured against it, until the next run.
"""

import copy
import re
from collections.abc import Iterator, Set
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from iku_terbuka.source import Data, Document, Path, at

Model = TypeVar("Model", bound=BaseModel)

WITHOUT_ID = "tanpaid"
# Lists whose items are named by their place; an item that is broken keeps its place, empty.
_LISTS = frozenset({"sasaran", "tujuan", "indikator", "dasar_hukum"})
# Keys that list other keys of the same row.
_LISTS_OF_KEYS = frozenset({"disimpulkan", "tercetak_di"})
_MAX_ROUNDS = 8


def salvage(document: Document, model: type[Model]) -> tuple[Model | None, list[ErrorDetails]]:
    """Return ``document`` without its errors, or nothing where too little is left.

    What is wrong is left out; a required key gets a stand-in (an id begins with ``WITHOUT_ID``), or
    what holds it is left out too. What is missing here may stand in the file: ask
    :meth:`Document.holds`.

    The second value are errors that show only now: keys that do not fit together are compared once
    each of them is right, so a wrong one beside them would hide that until the next run.
    """
    data: Data = copy.deepcopy(document.data)
    tried: dict[Path, int] = {}
    later: list[ErrorDetails] = []
    for _ in range(_MAX_ROUNDS):
        try:
            return model.model_validate(data), later
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if tried:
                later += _mismatches(errors, {path[:-1] for path in tried})
            # From the last to the first: no part of what is left out already is looked for.
            for detail in reversed(errors):
                path: Path = (
                    detail["loc"][:-1] if detail["loc"][-1:] == ("[key]",) else detail["loc"]
                )
                # Leave out the list alone, not the row that it describes.
                path += tuple(_LISTS_OF_KEYS.intersection(detail.get("ctx", {}).get("at", ())))
                if not _mend(data, path, document.file, tried, missing=detail["type"] == "missing"):
                    return None, later
    return None, later


def _mismatches(errors: list[ErrorDetails], mended: Set[Path]) -> Iterator[ErrorDetails]:
    """Yield what tells of keys that do not fit together.

    Not where something was left out or stood in for: that may be what is missed.
    """
    for detail in errors:
        if detail.get("ctx", {}).get("at") and detail["loc"] not in mended:
            yield detail


def _mend(data: Data, path: Path, file: str, tried: dict[Path, int], *, missing: bool) -> bool:
    """Leave out what ``path`` leads to, or the nearest part around it that can be left out."""
    while path:
        *above, last = path
        holder = at(data, tuple(above))
        if isinstance(holder, dict) and isinstance(last, str):
            if missing and tried.get(path, 0) < 2:
                holder[last] = _stand_in(path, file)
                tried[path] = 2
                return True
            if not missing and path not in tried:
                holder.pop(last, None)
                tried[path] = 1
                return True
        elif (
            isinstance(holder, list)
            and isinstance(last, int)
            and last < len(holder)
            and above[-1] in _LISTS
            and path not in tried
        ):
            holder[last] = {}
            tried[path] = 1
            return True
        path, missing = tuple(above), False
    return False


def _stand_in(path: Path, file: str) -> str:
    if path[-1] == "id":
        return "-".join([WITHOUT_ID, *(str(part) for part in path[:-1] if part != "indikator")])
    year = re.search(r"([0-9]{4})\.yaml$", file)
    return year[1] if path[-1] == "tahun" and year else "…"
