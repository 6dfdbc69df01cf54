"""YAML text → nodes, in one pass over the parser's events that stops at what is refused.

libyaml's own composer recurses, so deep nesting could exhaust the stack. Here the events are read
one after another, however deep they nest, and make the same nodes.
"""

from typing import Any, TypeAlias

from yaml import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingNode,
    MarkedYAMLError,
    ScalarEvent,
    SequenceNode,
    SequenceStartEvent,
)

from iku_terbuka.source.marks import LOADER, problem_at, spans_lines
from iku_terbuka.source.problems import Problem
from iku_terbuka.source.refused import MAX_DEPTH, refused_in
from iku_terbuka.source.syntax import syntax_problem

# Of a scalar its event is kept: it has all that a node would have.
Node: TypeAlias = ScalarEvent | MappingNode | SequenceNode


def compose(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the top node of ``text``, nothing if it is empty, and every problem found.

    The node is of use only where there is no problem.
    """
    problems: list[Problem] = []
    top: list[Node] = []
    here = top
    around: list[tuple[CollectionStartEvent, list[Node]]] = []
    event: Event | None = None
    documents = 0
    try:
        for event in iter(LOADER(text).get_event, None):
            if isinstance(event, ScalarEvent):
                here.append(event)
                # Most scalars need no look at what is refused; this test is cheaper.
                ordinary = event.value.isprintable() and not spans_lines(event)
                if ordinary and event.anchor is None and event.tag is None:
                    continue
            elif isinstance(event, CollectionStartEvent):
                around.append((event, here))
                here = []
                if event.anchor is None and event.tag is None and len(around) <= MAX_DEPTH:
                    continue
            elif isinstance(event, CollectionEndEvent):
                start, outside = around.pop()
                outside.append(_collection(start, here, event))
                here = outside
                continue
            elif isinstance(event, DocumentStartEvent):
                documents += 1
            for said in refused_in(event, text, documents, len(around)):
                problems.append(problem_at(event.start_mark, file, *said))
                if said[0] in {"banyak-dokumen", "terlalu-dalam"}:
                    return None, problems
    except MarkedYAMLError as error:
        problem = syntax_problem(error, event, text, file)
        # On the same line it is a consequence of what has been reported already.
        if not any(p.code == "baris-tertelan" or p.line == problem.line for p in problems):
            problems.append(problem)
    return (top[0] if top else None), problems


def _collection(start: Any, inside: list[Node], end: Any) -> Node:
    marks = (start.start_mark, end.end_mark, start.flow_style)
    if isinstance(start, SequenceStartEvent):
        return SequenceNode("", inside, *marks)
    return MappingNode("", list(zip(inside[::2], inside[1::2], strict=False)), *marks)
