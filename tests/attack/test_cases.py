"""What failed once does not fail again."""

from importlib import import_module
from random import Random

import pytest

from tests.attack.common import CASES, KINDS, cases, verdict

SLOW = {"browser", "environment", "kills"}  # `make attack` tries them first


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, path.name) for kind in KINDS if kind not in SLOW for path in cases(kind)],
)
def test_a_kept_input_does_no_harm(kind: str, name: str) -> None:
    attack = import_module(f"tests.attack.{kind}").attack
    assert verdict(attack, (CASES / kind / name).read_bytes()) == ""


def test_every_kind_makes_the_same_input_of_the_same_seed() -> None:
    for kind in KINDS:
        module = import_module(f"tests.attack.{kind}")
        assert module.draw(Random("a")) == module.draw(Random("a"))
        assert module.SHARE > 0
