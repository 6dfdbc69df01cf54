"""Plain data as a line of YAML, as people type it: the examples that the guide shows."""

import math
import re
from datetime import date
from typing import Any

import yaml

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def flow_text(data: dict[str, Any]) -> str:
    """Return a mapping of one key as ``key: {a: 1, b: [c]}``, on one line."""
    text = yaml.safe_dump(
        _typed(data), default_flow_style=True, allow_unicode=True, sort_keys=False, width=math.inf
    )
    return text.strip().removeprefix("{").removesuffix("}")


def _typed(value: Any) -> Any:
    """Return years as numbers and days as dates, which nobody puts in quotation marks."""
    match value:
        case dict():
            return {_typed(key): _typed(one) for key, one in value.items()}
        case list():
            return [_typed(one) for one in value]
        case str() if value.isdigit():
            return int(value)
        case str() if _DATE.fullmatch(value):
            return date.fromisoformat(value)
    return value
