"""What commands share: where the data lies, how a file is written, how problems are printed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import click

from iku_terbuka.load import Loaded
from iku_terbuka.model import Instansi
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.fields import TAHUN_AKHIR, TAHUN_AWAL
from iku_terbuka.model.schema import json_schema, schema_file
from iku_terbuka.report import problem_text
from iku_terbuka.source.problems import Problem
from iku_terbuka.source.settings import data_option

_Command = TypeVar("_Command", bound=Callable[..., object])
_DATA = "indicators"


def data_folder() -> str:
    """Return the folder of the data that the project's mkdocs.yml names, as commands type it."""
    path, seen = Path("mkdocs.yml"), set[Path]()
    while path.is_file() and path.resolve() not in seen:
        seen.add(path.resolve())
        said, parent = data_option(path.read_text(encoding="utf-8-sig", errors="replace"))
        if said or not parent:
            return said or _DATA
        path = path.parent / parent
    return _DATA


INDICATORS = click.option(
    "--indicators",
    default=data_folder,
    metavar="FOLDER",
    help="Folder data; bila tidak disebut: menurut mkdocs.yml, atau indicators.",
)


def with_parts_of_year(command: _Command) -> _Command:
    """Give a command the options for the parts of the year, as its parameter ``pembagian``."""
    for jenis in reversed(PembagianTahun):
        about = f"Sediakan juga tempat untuk angka {'tiap bulan' if jenis == 'bulanan' else jenis}."
        command = click.option(f"--{jenis}", "pembagian", flag_value=jenis.value, help=about)(
            command
        )
    return command


def write(path: Path, content: bytes) -> None:
    """Write a file and say so; what lay there is replaced."""
    write_whole(path, content)
    click.echo(f"Ditulis: {path.as_posix()}")


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, then swap: a file is there whole or not at all, and a failure leaves nothing.

    Folders are made as needed. A device or a pipe is written to, never replaced. Raises ``OSError``
    that names ``path``.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    name, path = str(path), path.resolve()  # a link stays one
    missing = [folder for folder in path.parents if not folder.exists()]
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name that nobody can have put a link under.
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
            beside = Path(new.name)
            new.write(content)
        os.umask(umask := os.umask(0))
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
        os.replace(beside, path)  # noqa: PTH105 (one step, on every system)
    except BaseException as error:
        if beside:
            beside.unlink(missing_ok=True)
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, name) from error
        raise


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Name ``path`` where the system refuses without a name, as a full disk does."""
    try:
        yield
    except OSError as error:
        if error.errno and error.filename is None:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def write_schema(root: Path, kind: str) -> None:
    """Write the schema that a data file names in its first line, unless something is there."""
    path = root / schema_file(kind)
    if not (path.exists() or path.is_symlink() or path.parent.is_symlink()):
        write(path, json_schema(kind).encode())


def config_file() -> Path:
    path = Path("mkdocs.yml")
    if not path.is_file():
        raise click.UsageError("mkdocs.yml tidak ada di folder ini. Jalankan di folder proyek.")
    return path


def instansi_by_id(loaded: Loaded) -> dict[str, Instansi]:
    """Return every instansi as far as it could be read; an error in one leaves the others."""
    return {
        instansi.id: instansi
        for pemda in (loaded.laporan or loaded.readable).pemda
        for instansi in pemda.instansi.descendants()
    }


def parse_year(text: str) -> int | None:
    """Return the year that somebody typed, nothing where it is none that data may have."""
    if text.isascii() and text.isdigit() and TAHUN_AWAL <= int(text) <= TAHUN_AKHIR:
        return int(text)
    return None


def shown(indicators: str) -> str:
    """Return how a folder of data is named in messages: relative to here, with ``/``."""
    path = Path(indicators)
    return Path(os.path.relpath(path)).as_posix() if path.exists() else path.as_posix()


def print_problems(
    problems: Iterable[Problem], texts: Mapping[str, str], *, err: bool = False
) -> None:
    """Print ``problems`` with the lines they are about; ``texts`` are the files by name."""
    said = problem_text(problems, texts, _coloured)
    if said:
        # click leaves colours to terminals; https://no-color.org asks for none even there.
        click.echo(said, err=err, color=False if os.environ.get("NO_COLOR") else None)


def _coloured(text: str, role: str) -> str:
    match role:
        case "error":
            return click.style(text, fg="red", bold=True)
        case "warning":
            return click.style(text, fg="yellow")
        case _:
            return click.style(text, fg="cyan")
