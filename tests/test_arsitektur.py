"""Data flows one way: a module imports only what lies before it, and each library has one home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import AKAR

# What each module or package of ours may import, besides itself. The order is the flow of data.
LAPIS: dict[str, set[str]] = {
    "report": {"model", "source"},
    "history": {"model", "source"},
    "source": set(),
    "model": {"source"},
    "formula": set(),
    "publish": {"context", "model"},
    "load": {"model", "source"},
    "capaian": {"formula", "model"},
    "check": {"capaian", "formula", "load", "model", "source"},
    "wording": {"capaian", "model", "history"},
    "charts": {"capaian", "model", "wording"},
    "context": {"capaian", "model", "history"},
    "opendata": {"capaian", "context", "history", "model", "publish", "wording"},
    "pages": {
        *("capaian", "charts", "check", "context", "formula", "history", "model", "opendata"),
        *("publish", "wording"),
    },
    "diff": {
        *("capaian", "context", "report", "model", "history", "source"),
        *("wording",),
    },
    "site": {"context", "model", "opendata", "pages", "publish", "wording"},
    "mkdocs_plugin": {
        *("check", "context", "history", "load", "model", "pages", "publish", "site"),
    },
    "formulir": {
        *("capaian", "formula", "model", "source", "wording"),
    },
    "cli": {
        *("check", "context", "formulir", "history", "report", "load", "mkdocs_plugin"),
        *("model", "opendata", "diff", "source"),
    },
}
# The only homes of what we may want to replace, and of what touches the world outside.
RUMAH: dict[str, set[str]] = {
    "mkdocs": {"mkdocs_plugin"},
    "material": set(),
    "matplotlib": {"charts"},
    "PIL": {"charts"},
    "yaml": {"check", "source"},  # its catalogue
    "jinja2": {"mkdocs_plugin", "pages"},
    "openpyxl": {"formulir"},
    "ruamel": {"formulir"},
    "xlsxwriter": {"formulir", "opendata"},
    "babel": {"wording"},
    "click": {"cli"},
    "subprocess": {"history"},
    "pathlib": {"cli", "load", "mkdocs_plugin", "diff", "history", "publish"},
    "os": {"cli", "history", "load", "mkdocs_plugin", "publish"},
    "time": set(),
    "random": set(),
    "locale": set(),
    "urllib": {"context"},  # urllib.parse alone: addresses as text
    "requests": set(),
}


def imports(source: str) -> Iterator[str]:
    """Yield the full name of everything that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports of ours are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def pelanggaran(lapis: str, source: str) -> list[str]:
    """Return what ``source``, a module in ``lapis``, imports although it may not."""
    wrong = []
    for name in imports(source):
        top, _, rest = name.partition(".")
        if top == "iku_terbuka" and rest:
            ours = rest.split(".")[0]
            if ours != lapis and ours not in LAPIS[lapis]:
                wrong.append(name)
        elif top in RUMAH and lapis not in RUMAH[top]:
            wrong.append(name)
    return wrong


def modules() -> list[tuple[str, Path]]:
    package = AKAR / "generator" / "iku_terbuka"
    return [
        (path.relative_to(package).parts[0].removesuffix(".py"), path)
        for path in sorted(package.rglob("*.py"))
        if path != package / "__init__.py"
    ]


@pytest.mark.parametrize(("lapis", "path"), modules(), ids=lambda value: getattr(value, "stem", ""))
def test_imports_go_one_way(lapis: str, path: Path) -> None:
    assert lapis in LAPIS, f"{lapis} is new: give it a place in the flow"
    assert pelanggaran(lapis, path.read_text(encoding="utf-8")) == []


def test_every_layer_exists() -> None:
    assert {lapis for lapis, _ in modules()} == set(LAPIS)


@pytest.mark.parametrize(
    ("lapis", "planted"),
    [
        ("model", "from iku_terbuka.load import load_laporan"),
        ("capaian", "import iku_terbuka.pages.indikator"),
        ("charts", "def f():\n    from iku_terbuka.site import Situs"),
        ("wording", "import matplotlib.pyplot as plt"),
        ("pages", "from mkdocs.structure import files"),
        ("capaian", "import time"),
        ("pages", "from pathlib import Path"),
    ],
)
def test_a_planted_upward_import_is_found(lapis: str, planted: str) -> None:
    assert len(pelanggaran(lapis, planted)) == 1


def test_no_pyplot_and_no_eval_anywhere() -> None:
    for _, path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"eval", "exec", "compile", "__import__"}, path
        assert not any("pyplot" in name for name in imports(path.read_text(encoding="utf-8"))), path
