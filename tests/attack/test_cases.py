"""What failed once does not fail again; what is known to fail still is listed as open."""

from importlib import import_module
from random import Random

import pytest

from tests.attack.common import CASES, KINDS, OPEN, cases, verdict

SLOW = {"browser", "kills"}  # `make attack` tries them first

_OPEN = dict(
    line.split(" ", 1) for line in OPEN.read_text("utf-8").splitlines() if OPEN.exists() and line
)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        pytest.param(
            kind,
            path.name,
            marks=[pytest.mark.xfail(reason=_OPEN[at], strict=False)] if at in _OPEN else [],
        )
        for kind in KINDS
        if kind not in SLOW
        for path in cases(kind)
        for at in [path.relative_to(CASES).as_posix()]
    ],
)
def test_a_kept_input_does_no_harm(kind: str, name: str) -> None:
    attack = import_module(f"tests.attack.{kind}").attack
    assert verdict(attack, (CASES / kind / name).read_bytes()) == ""


def test_every_open_case_is_kept() -> None:
    assert [at for at in _OPEN if not (CASES / at).is_file()] == []


def test_every_kind_makes_the_same_input_of_the_same_seed() -> None:
    for kind in KINDS:
        module = import_module(f"tests.attack.{kind}")
        assert module.draw(Random("a")) == module.draw(Random("a"))
        assert module.SHARE > 0
