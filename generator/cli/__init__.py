"""The command ``iku``: the edge where people meet the program. Exit 0 good, 1 errors, 2 misuse."""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from generator.check import check
from generator.cli.bahasa import Grup, Perintah, terjemahkan
from generator.load import load_laporan
from generator.problems import Problem

INDICATORS = click.option(
    "--indicators",
    default="indicators",
    metavar="FOLDER",
    help="Folder data; bila tidak disebut: indicators.",
)


def main() -> None:
    """Run the command line and exit with its status."""
    try:
        code = iku.main(standalone_mode=False, prog_name="iku")
    except click.ClickException as error:
        click.echo(terjemahkan(error), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Dihentikan.", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Grup, help="Memeriksa, membangun, dan mengekspor situs IKU Terbuka.")
def iku() -> None:
    pass


@iku.command("check", cls=Perintah, help="Memeriksa data dan menyebut semua masalahnya sekaligus.")
@INDICATORS
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Bentuk keluaran; bila tidak disebut: text.",
)
def check_command(indicators: str, bentuk: str) -> int:
    problems = check(load_laporan(Path(indicators), shown(indicators)))
    errors = sum(problem.is_error for problem in problems)
    if bentuk == "json":
        click.echo(json.dumps([as_json(problem) for problem in problems], ensure_ascii=False))
    else:
        _print_problems(problems)
        warnings = len(problems) - errors
        click.echo(f"{errors} kesalahan, {warnings} peringatan.", err=True)
    return 1 if errors else 0


@iku.command("build", cls=Perintah, help="Membangun situs ke sebuah folder.")
@click.option("--indicators", metavar="FOLDER", help="Folder data, bila bukan di mkdocs.yml.")
@click.option(
    "--out", default="site", metavar="FOLDER", help="Folder tujuan; bila tidak disebut: site."
)
def build_command(indicators: str | None, out: str) -> int:
    from generator.build import BuildError, build  # noqa: PLC0415 (MkDocs is slow to import)

    with ExitStack() as stack:
        bar: Any = None
        if sys.stderr.isatty():
            bar = stack.enter_context(
                click.progressbar(length=1, label="Membangun", file=sys.stderr)
            )

        def step(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        try:
            build(_config_file(), Path(out), indicators, step if bar else None)
        except BuildError as error:
            click.echo(f"\n{error}" if bar else str(error), err=True)
            return 1
    click.echo(f"Selesai. Buka {(Path(out) / 'index.html').as_posix()}")
    return 0


@iku.command("serve", cls=Perintah, help="Menampilkan pratinjau yang mengikuti perubahan berkas.")
def serve_command() -> int:
    from generator.build import serve  # noqa: PLC0415

    serve(_config_file())
    return 0


@iku.command("export", cls=Perintah, help="Menulis data atau halaman ke berkas.")
@click.option("--indicators", metavar="FOLDER", help="Folder data, bila bukan di mkdocs.yml.")
@click.option("--csv", "csv_file", metavar="BERKAS", help="Satu baris per indikator dan tahun.")
@click.option("--json", "json_file", metavar="BERKAS", help="Semua data dalam satu JSON.")
@click.option("--markdown", metavar="FOLDER", help="Halaman Markdown, untuk pembangun situs lain.")
@click.option("--schema", metavar="FOLDER", help="JSON Schema tiap jenis berkas data.")
def export_command(
    indicators: str | None,
    csv_file: str | None,
    json_file: str | None,
    markdown: str | None,
    schema: str | None,
) -> int:
    if not any((csv_file, json_file, markdown, schema)):
        raise click.UsageError("Pilih sedikitnya satu: --csv, --json, --markdown, atau --schema.")
    if schema:
        _write_schemas(Path(schema))
    if csv_file or json_file:
        status = _export_data(indicators or "indicators", csv_file, json_file)
        if status:
            return status
    return _export_markdown(Path(markdown), indicators) if markdown else 0


def _write_schemas(folder: Path) -> None:
    from generator.skema import BERKAS, skema  # noqa: PLC0415

    for jenis in BERKAS:
        _write(folder / f"{jenis}.schema.json", skema(jenis).encode())


def _export_data(indicators: str, csv_file: str | None, json_file: str | None) -> int:
    from generator.acuan import tanggal_acuan  # noqa: PLC0415
    from generator.konteks import buat_konteks  # noqa: PLC0415
    from generator.opendata import capaian_csv, iku_json  # noqa: PLC0415

    muatan = load_laporan(Path(indicators), shown(indicators))
    errors = [problem for problem in check(muatan) if problem.is_error]
    if errors or muatan.laporan is None:
        _print_problems(errors)
        return 1
    konteks = buat_konteks(muatan.laporan, acuan=tanggal_acuan(Path(indicators)))
    if csv_file:
        _write(Path(csv_file), capaian_csv(konteks))
    if json_file:
        _write(Path(json_file), iku_json(konteks).encode())
    return 0


def _export_markdown(folder: Path, indicators: str | None) -> int:
    from generator.build import BuildError, export_markdown  # noqa: PLC0415

    try:
        count = export_markdown(_config_file(), folder, indicators)
    except BuildError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"{count} berkas ditulis ke {folder.as_posix()}")
    return 0


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise click.FileError(str(path), str(error.strerror)) from error
    click.echo(f"Ditulis: {path.as_posix()}")


def _config_file() -> Path:
    path = Path("mkdocs.yml")
    if not path.is_file():
        raise click.UsageError("mkdocs.yml tidak ada di folder ini. Jalankan di folder proyek.")
    return path


def shown(indicators: str) -> str:
    """Return how a folder of data is named in messages: relative to here, with ``/``."""
    path = Path(indicators)
    return Path(os.path.relpath(path)).as_posix() if path.exists() else path.as_posix()


def as_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem))
