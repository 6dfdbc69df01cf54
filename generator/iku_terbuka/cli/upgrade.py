"""``iku upgrade``: what a newer program means for a project. Writes nothing without being told.

Data and mkdocs.yml stay as they are. What else a project has of the program is compared with what
this version would write; a content known from an earlier version was changed by nobody.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

import click

from iku_terbuka import defaults
from iku_terbuka.cli.files import INDICATORS, config_file, write
from iku_terbuka.cli.language import Command
from iku_terbuka.cli.new.site import package_of_this_program
from iku_terbuka.cli.new.site_files import package_files, program_files
from iku_terbuka.cli.overrides import blob, earlier, old_copies

_DISTRIBUTION = "iku-terbuka"
_HELP = """\
Menyebut apa yang berubah bagi proyek ini sejak versi program yang lama. Tanpa --terapkan tidak ada
yang ditulis. Data dan mkdocs.yml tidak pernah diubah. BERKAS: hanya berkas itu.
"""
# Made by the program alone; nobody edits them.
_GENERATED = re.compile(r"indicators/\.skema/[^/]*\.json|requirements\.(?:lock|txt)|paket/.*")
# How requirements.txt and pyproject.toml name the version of the program.
_NAMED = re.compile(
    r"iku[-_]terbuka(?:==|-)(\d[\w.]*?)(?=-py3|[\s;]|$)|@v(\d[\w.]*)\s*$"
    r'|^name = "iku-terbuka"\nversion = "(\d[\w.]*)"',
    re.MULTILINE,
)
# The program as a whole lay in projects of version 0.1.
_PROGRAM = ("bench", "generator", "tests", "pyproject.toml", "requirements-dev.lock")


class State(StrEnum):
    """How a file of a project stands to what this version would write."""

    OLD = "Lama, dan tidak diubah di proyek ini"
    MISSING = "Belum ada"
    CHANGED = "Diubah di proyek ini, dan berbeda dengan yang baru"
    COPY = "Salinan bawaan yang lama, yang menutupi bawaan yang baru (dihapus)"


@dataclass(frozen=True)
class Difference:
    """A file that differs; ``new`` is what this version would write, nothing to take it away."""

    path: str
    state: State
    old: bytes
    new: bytes

    @property
    def diff(self) -> list[str]:
        """Return the changed lines, or nothing for what is no text."""
        try:
            old, new = self.old.decode().splitlines(), self.new.decode().splitlines()
        except UnicodeDecodeError:
            return []
        return list(difflib.unified_diff(old, new, self.path, self.path, lineterm=""))

    @property
    def size(self) -> str:
        lines = self.diff[2:]
        added, taken = (sum(line.startswith(sign) for line in lines) for sign in "+-")
        return f"{self.path}  +{added} −{taken}" if lines else self.path


@click.command("upgrade", cls=Command, help=_HELP, short_help="Menyesuaikan proyek.")
@click.argument("berkas", nargs=-1, metavar="[BERKAS ...]")
@click.option("--terapkan", is_flag=True, help="Tulis yang lama dan yang disebut.")
@click.option("--beda", is_flag=True, help="Sebutkan juga baris yang berbeda.")
@INDICATORS
def upgrade_command(berkas: tuple[str, ...], terapkan: bool, beda: bool, indicators: str) -> int:
    project = config_file().parent
    every = tuple(_differences(project, Path(indicators), indicators))
    unknown = set(berkas) - {each.path for each in every}
    if unknown:
        raise click.UsageError(
            f"{', '.join(sorted(unknown))}: tidak ada bedanya dengan versi ini, atau bukan milik "
            "program. Lihat daftarnya dengan iku upgrade."
        )
    asked = [each for each in every if each.path in berkas] if berkas else every
    _say_versions(project)
    _say_differences(asked, lines=beda)
    _say_program(project)
    certain = {State.OLD, State.COPY}
    chosen = [
        each for each in asked if berkas or each.state in certain or _is_missing_generated(each)
    ]
    if not terapkan:
        _say_next(chosen, asked)
        return 0
    for each in chosen:
        if each.new:
            write(project / each.path, each.new)
        else:
            (project / each.path).unlink()
            click.echo(f"Dihapus: {each.path}")
    return 0


def _is_missing_generated(each: Difference) -> bool:
    return each.state is State.MISSING and bool(_GENERATED.fullmatch(each.path))


def _differences(project: Path, indicators: Path, shown: str) -> Iterator[Difference]:
    """Yield what differs, by path; of folders that a project does not have nothing is missing."""
    for path, new in sorted(_files(project)):
        place = project / path
        if not place.is_file():
            if _GENERATED.fullmatch(path) or place.parent.is_dir():
                yield Difference(path, State.MISSING, b"", new)
            continue
        old = place.read_bytes()
        if blob(old) != blob(new):
            known = _GENERATED.fullmatch(path) or blob(old) in earlier().get(path, {})
            yield Difference(path, State.OLD if known else State.CHANGED, old, new)
    for copy in old_copies(project, indicators, shown):
        # Data may use a scale that is no default any more.
        if copy.is_replaced or not copy.path.startswith(f"{shown}/"):
            yield Difference(copy.path, State.COPY, (project / copy.path).read_bytes(), b"")


def _files(project: Path) -> Iterator[tuple[str, bytes]]:
    from iku_terbuka.mkdocs_plugin.settings import read_settings  # noqa: PLC0415 (slow)

    yield from program_files(str(read_settings(project / "mkdocs.yml").get("site_url") or ""))
    package = package_of_this_program()
    # A version alone says less than a file or a tag that the project may name.
    if "==" not in package.line or not (project / "requirements.txt").exists():
        yield from package_files(package)


def _say_versions(project: Path) -> None:
    now, before = version(_DISTRIBUTION), _version_of(project)
    click.echo(f"Versi yang terpasang: {now}. Versi yang disebut proyek ini: {before or '–'}.")
    notes = _notes(before)
    if notes and before != now:
        click.echo(f"\nPerubahan sejak versi {before or 'itu'}, dalam bahasa Inggris:\n\n{notes}")


def _version_of(project: Path) -> str:
    """Return the version that a project names as its program, nothing where it names none."""
    for name in ("requirements.txt", "pyproject.toml"):
        if (project / name).is_file():
            found = _NAMED.search((project / name).read_text(encoding="utf-8", errors="replace"))
            if found:
                return str(next(filter(None, found.groups())))
    return ""


def _notes(before: str) -> str:
    """Return the changelog down to the version ``before``; without one, its newest part."""
    text = (defaults.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = re.split(r"^(?=## \[)", text, flags=re.MULTILINE)[1:]
    newer: list[str] = []
    for part in parts:
        if part.startswith(f"## [{before}]") or (newer and not before):
            break
        newer.append(part.strip())
    return "\n\n".join(newer)


def _say_differences(every: Iterable[Difference], *, lines: bool) -> None:
    found: Mapping[State, list[Difference]] = {state: [] for state in State}
    for each in every:
        found[each.state].append(each)
    for state, differences in found.items():
        if differences:
            click.echo(f"\n{state}:")
        for each in differences:
            click.echo(f"  {each.size}")
            for line in each.diff if lines else ():
                click.echo(f"    {line}")


def _say_program(project: Path) -> None:
    if (project / "generator/generator").is_dir() or (project / "generator/__init__.py").is_file():
        there = [name for name in _PROGRAM if (project / name).exists()]
        click.echo(
            f"\nProgram yang lama masih ada di proyek ini: {', '.join(there)}. Program kini "
            "dipasang dengan pip, jadi boleh dihapus:\n  git rm -r " + " ".join(there)
        )


def _say_next(chosen: Iterable[Difference], every: Iterable[Difference]) -> None:
    if not list(every):
        click.echo("\nProyek ini sudah sesuai dengan versi yang terpasang.")
        return
    click.echo("\nTidak ada yang ditulis.")
    if list(chosen):
        click.echo("Menulis yang lama, skema, dan daftar pustaka: iku upgrade --terapkan")
    click.echo("Satu berkas saja: iku upgrade --terapkan BERKAS. Baris yang berbeda: --beda.")
