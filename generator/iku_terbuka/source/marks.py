"""Lines, marks and nodes as libyaml gives them, and where a problem stands."""

import re
from typing import Any

import yaml

from iku_terbuka.source.problems import Problem

# Reads every scalar as text; the model decides its type.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# How a line begins that starts a key, or an item of a list.
KEY = re.compile(r"\s*(- )?[a-z0-9_-]+:(\s|$)")
ITEM = re.compile(r"\s*- ")
EMPTY = frozenset({"", "~", "null"})


def is_plain(node: yaml.Event | yaml.Node, pattern: str) -> bool:
    return (
        isinstance(node, yaml.ScalarEvent)
        and not node.style
        and re.fullmatch(pattern, node.value) is not None
    )


def is_empty(node: yaml.Event | yaml.Node) -> bool:
    """Tell whether a node is empty: nothing, ``~`` or ``null``, as schemas understand it."""
    return isinstance(node, yaml.ScalarEvent) and not node.style and node.value in EMPTY


def split_lines(text: str) -> list[str]:
    """Return the lines as YAML counts them."""
    return re.split(r"\r\n|\r|\n", text)


def spans_lines(event: Any) -> bool:
    return bool(event.start_mark.line < event.end_mark.line)


def index(mark: Any) -> int:
    return int(mark.index)


def problem_at(mark: Any, file: str, code: str, message: str, hint: str) -> Problem:
    return Problem(file, mark.line + 1, mark.column + 1, code, message, hint)
