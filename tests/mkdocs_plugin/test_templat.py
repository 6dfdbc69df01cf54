"""A template is compiled once, until it or the program that compiles it is another."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from iku_terbuka.mkdocs_plugin import templat
from iku_terbuka.mkdocs_plugin.templat import TemplatTersimpan
from iku_terbuka.simpanan import Simpanan

TEKS = "{{ 'a' | upper }} {{ nama }}"


def render(folder: Path | None, teks: str = TEKS) -> tuple[str, int]:
    """Return what the template shows in a new process, so to speak, and how often it compiled."""
    compiled: list[str] = []

    class Terhitung(Environment):
        def _generate(self, *args: object, **options: object) -> str:
            compiled.append(teks)
            return super()._generate(*args, **options)  # type: ignore[arg-type]

    env = Terhitung(
        loader=DictLoader({"x.html": teks}), bytecode_cache=TemplatTersimpan(Simpanan(folder))
    )
    return env.get_template("x.html").render(nama="b"), len(compiled)


def test_it_is_compiled_once(tmp_path: Path) -> None:
    assert [render(tmp_path), render(tmp_path)] == [("A b", 1), ("A b", 0)]


def test_another_text_is_compiled(tmp_path: Path) -> None:
    render(tmp_path)
    assert render(tmp_path, "{{ nama }}!") == ("b!", 1)


def test_another_program_compiles_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render(tmp_path)
    monkeypatch.setattr(templat, "versi", lambda: "lain")
    assert render(tmp_path) == ("A b", 1)


def test_what_is_not_whole_is_compiled_again(tmp_path: Path) -> None:
    render(tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-5])
    assert render(tmp_path) == ("A b", 1)
    assert render(tmp_path) == ("A b", 0)


def test_without_a_folder_it_is_compiled_each_time() -> None:
    assert [render(None), render(None)] == [("A b", 1), ("A b", 1)]
