"""Plain data → frozen model, with what pydantic finds said in Indonesian at its line."""

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from iku_terbuka.model.text import quoted, require_text
from iku_terbuka.source import Document, Mark, Path, at
from iku_terbuka.source.problems import Problem

Model = TypeVar("Model", bound=BaseModel)

# Problems reported of one file at most; nobody reads more.
MAX_FOUND = 1000


def validate(document: Document, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the document as a ``model``, or the reasons why it is none (at most ``MAX_FOUND``)."""
    empty = list(_unknown_empty(document, model))
    try:
        content = model.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MAX_FOUND]
        # pydantic also calls a list too short whose items are all wrong; one report is enough.
        found = [
            detail for detail in errors if detail["type"] != "too_short" or not detail["input"]
        ]
        meant = set(_meant(errors, document, model))
        found = [
            detail for detail in found if detail["type"] != "missing" or detail["loc"] not in meant
        ]
        said = (
            _misplaced(detail["loc"], document, model) or explain(detail, document, model)
            for detail in found
        )
        # Every part below a misplaced key is wrong; the key is reported once.
        return None, [*empty, *dict.fromkeys(said)]
    return (None if empty else content), empty


def _unknown_empty(document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield the misspelled keys without a value; the data leaves them out, so pydantic cannot."""
    for path in _first_empty(document):
        known = known_keys(model, path[:-1])
        if known and path[-1] not in known:
            hint = _belongs_elsewhere(document, path, model)
            yield document.problem(path, *_unknown(str(path[-1]), known, hint), key=True)


def _first_empty(document: Document) -> list[Path]:
    return sorted(document.empty, key=document.key_marks.__getitem__)[:MAX_FOUND]


def _misplaced(path: Path, document: Document, model: type[BaseModel]) -> Problem | None:
    """Return what is wrong with ``sumber`` beside the ids: ``path``, or an unknown key of it."""
    path = path[:-1] if path[-1:] == ("[key]",) else path
    itself = misplaced_key(document, path, model)
    if itself or len(path) < 2 or path[-1] in known_keys(model, path[:-1]):
        return itself
    # An indicator may have such a word as its id; then the keys below it are not those of a source.
    inside = known_keys(model, (*path[:-1], path[-2]))
    return misplaced_key(document, path[:-1], model) if not inside or path[-1] in inside else None


def misplaced_key(document: Document, path: Path, model: type[BaseModel]) -> Problem | None:
    """Return a problem where the key at ``path`` is one of what stands above, a level too far out.

    Of results ``sumber`` beside the ids is read as an id itself.
    """
    if not path or path not in document.key_marks or path[-1] not in known_keys(model, path):
        return None
    hint = _belongs_inside(document, path, model)
    return document.problem(path, *_unknown(str(path[-1]), [], hint), key=True) if hint else None


def _unknown(name: str, known: list[str], hint: str = "") -> tuple[str, str, str]:
    return (
        "kunci-tidak-dikenal",
        f"Kunci {quoted(name, 60)} tidak dikenal di sini.",
        hint or _nearest(name, known),
    )


def _belongs_elsewhere(document: Document, path: Path, model: type[BaseModel]) -> str:
    """Say how far to indent a key that belongs elsewhere; empty if it does not."""
    if path not in document.key_marks:
        return ""
    return _belongs_inside(document, path, model) or _belongs_outside(document, path, model)


def _belongs_outside(document: Document, path: Path, model: type[BaseModel]) -> str:
    """Say how far to indent a key that belongs to what holds the mapping that it stands in."""
    name, mark = str(path[-1]), document.key_marks[path]
    for end in range(len(path) - 2, -1, -1):
        around = path[:end]
        # Its holder, which stands on a line above.
        holder = document.key_marks.get(path[: end + 1])
        if holder and holder.line < mark.line and name in known_keys(model, around):
            beside = quoted(str(path[end]), 60)
            column = holder.column - 1
            return f"Kalau kunci ini sejajar dengan {beside}, awali barisnya dengan {column} spasi."
    return ""


def _belongs_inside(document: Document, path: Path, model: type[BaseModel]) -> str:
    """Say how far to indent a key that belongs to what stands above it; empty if it does not.

    With a level too little it is a key of what holds the list, or of the file, and valid YAML.
    """
    name, mark = str(path[-1]), document.key_marks[path]
    holds_keys = isinstance(at(document.data, path), dict)
    above = _key_above(document, path[:-1], mark)
    if above is not None and above in document.empty:
        inside = known_keys(model, above)
        if name in inside or (not inside and (holds_keys or name.isdigit())):
            return _indent_hint(above, mark.column + 1)
    beside = ""
    while above is not None:
        held = at(document.data, above)
        here: Path = (*above, len(held) - 1) if isinstance(held, list) else above
        last = _key_above(document, here, mark)
        column = document.key_marks[last].column if last else 0
        if last is None or column <= mark.column:
            return beside
        inside = known_keys(model, here)
        alike = holds_keys and isinstance(at(document.data, last), dict)
        alike = alike or (name.isdigit() and str(last[-1]).isdigit())
        if name in inside:
            return _indent_hint(above, column - 1)
        # Ids and years can be any key, unless the key is known at a deeper level.
        if not inside and alike and not beside:
            beside = _indent_hint(above, column - 1)
        above = last
    return beside


def _indent_hint(above: Path, spaces: int) -> str:
    whose = quoted(str(above[-1]), 60)
    return f"Kalau kunci ini milik {whose}, awali barisnya dengan {spaces} spasi."


def _key_above(document: Document, path: Path, mark: Mark) -> Path | None:
    """Return the last key of the mapping at ``path`` that stands on a line above ``mark``."""
    keys = document.keys_below.get(path, ())
    before = bisect_left(keys, mark.line, key=lambda key: document.key_marks[key].line)
    return keys[before - 1] if before else None


def _meant(
    errors: list[ErrorDetails], document: Document, model: type[BaseModel]
) -> Iterator[Path]:
    """Yield the keys that a misspelled one beside them stands for: they are not missing too."""
    strange = [detail["loc"] for detail in errors if detail["type"] == "extra_forbidden"]
    for path in (*strange, *_first_empty(document)):
        known = known_keys(model, path[:-1])
        close = _close(str(path[-1]), known) if path[-1] not in known else None
        if close:
            yield (*path[:-1], close)


def explain(error: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    """Return what pydantic found as a problem at its place in the file."""
    location = error["loc"]
    on_key = location[-1:] == ("[key]",)
    path: Path = location[:-1] if on_key else location
    code, message, hint = _said(error, path, model)
    if code == "kunci-wajib" and path in document.empty:
        hint = f"Isi sesudah “{path[-1]}:”."
    if code == "kunci-tidak-dikenal":
        hint = _belongs_elsewhere(document, path, model) or hint
    if code == "bukan-kumpulan-kunci" and path in document.key_marks:
        hint = _belongs_inside(document, path, model) or hint
    path += error.get("ctx", {}).get("at", ())
    return document.problem(path, code, message, hint, key=on_key or code == "kunci-tidak-dikenal")


def _said(error: ErrorDetails, path: Path, model: type[BaseModel]) -> tuple[str, str, str]:
    """Return code, message and hint for what pydantic found at ``path``."""
    context, given = error.get("ctx", {}), error["input"]
    name = quoted(str(path[-1]), 60) if path else ""
    match error["type"]:
        case code if "message" in context:
            said = (code, context["message"], context["hint"])
        case "missing":
            said = ("kunci-wajib", f"Kunci {name} wajib diisi.", f"Tambahkan “{path[-1]}: …”.")
        case "extra_forbidden":
            said = _unknown(str(path[-1]), known_keys(model, path[:-1]))
        case "enum" if isinstance(given, str):
            said = (
                "pilihan-tidak-dikenal",
                f"{quoted(given)} bukan pilihan untuk {name}.",
                _nearest(given, re.findall(r"'([^']*)'", str(context["expected"]))),
            )
        case "tuple_type":
            said = (
                "bukan-daftar",
                f"{_part(path)} harus berupa daftar.",
                "Awali tiap butirnya dengan “- ” pada baris tersendiri.",
            )
        case "too_short":
            said = (
                "daftar-kosong",
                f"{_part(path)} kosong.",
                "Tulis sedikitnya satu butir, diawali “- ”.",
            )
        case "model_type" | "dict_type" | "mapping_type" if given is not None:
            keys = known_keys(model, path)
            instead = _in_braces(str(path[-1]), given.strip()) if isinstance(given, str) else ""
            said = (
                "bukan-kumpulan-kunci",
                f"{_part(path)} harus berisi pasangan “kunci: nilai”"
                + (", bukan daftar." if isinstance(given, list) else "."),
                f"Tulis {instead}"
                if instead
                else f"Kunci yang dikenal: {', '.join(keys)}."
                if keys
                else "Tulis tiap pasangan pada baris tersendiri" + _example_pair(path),
            )
        case _:
            said = _neither(given)
    return said


def _example_pair(path: Path) -> str:
    match path[-1:]:
        case ("target",):
            return ", misalnya “2025: 82.5”."
        case ("triwulan" | "bulanan" | "semester",):
            return ", misalnya “1: 52”."
        case _:
            return "."


def _in_braces(key: str, given: str) -> str:
    """Return what ``given``, a bare value of ``key``, looks like in braces; empty if unclear."""
    quoted = given.replace("\\", "").replace('"', "'")
    match key:
        case "sumber" | "dokumen" if re.match(r"https?://\S+$", given):
            return f'{{judul: …, tautan: "{given}"}}'
        case "sumber" | "dokumen" if len(given) <= 100 and "\n" not in given:
            return f'{{judul: "{quoted}"}}'
        case "periode":
            years = re.fullmatch(
                r"([0-9]{4})\s*(?:[-–—/]|s\.?/?d\.?|sampai|hingga)\s*([0-9]{4})", given
            )
            return f"{{awal: {years[1]}, akhir: {years[2]}}}" if years else ""
        case "anggaran":
            rupiah = re.fullmatch(r"(?:Rp\.?\s*)?([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,-)?", given)
            return f"{{pagu: {rupiah[1].replace('.', '')}}}" if rupiah else ""
        case _:
            return ""


def _neither(given: object) -> tuple[str, str, str]:
    """Say what is wrong where the type alone does not: nothing, or more than one value."""
    try:
        require_text(given)
    except PydanticCustomError as error:
        context = error.context or {}
        return error.type, context["message"], context["hint"]
    return "isi-tidak-sah", "Isi ini tidak dapat dibaca.", "Bandingkan dengan berkas lain."


def _part(path: Path) -> str:
    """Name a part for people: “sasaran”, or the second of its items."""
    *above, last = path
    if isinstance(last, int):
        return f"Butir ke-{last + 1} {quoted(str(above[-1]), 60)}"
    return quoted(last, 60)


def _nearest(name: str, known: list[str]) -> str:
    close = _close(name, known)
    return f"Maksudnya “{close}”?" if close else f"Yang dikenal: {', '.join(known)}."


def _close(name: str, known: list[str]) -> str | None:
    return next(iter(difflib.get_close_matches(name[:60].lower(), known, n=1, cutoff=0.7)), None)


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that ``model`` knows at ``path``, in the order of the model."""
    here: Any = model
    for part in path:
        here = _plain(here)
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(part))
            if field is None:
                return []
            here = field.annotation
        else:
            # A list or a mapping: all its values are of one type.
            values = [arg for arg in get_args(here) if arg is not Ellipsis]
            if not values:
                return []
            here = values[-1]
    here = _plain(here)
    is_model = isinstance(here, type) and issubclass(here, BaseModel)
    return list(here.model_fields) if is_model else []


def _plain(annotation: Any) -> Any:
    """Strip ``Annotated`` and ``| None``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return _plain(next(a for a in get_args(annotation) if a is not NoneType))
    return annotation
