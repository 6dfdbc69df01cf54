"""``iku export``: the data or the pages as files."""

from pathlib import Path

import click

from iku_terbuka.check import find_errors
from iku_terbuka.cli.files import config_file, data_folder, print_problems, shown, write, writing_to
from iku_terbuka.cli.language import Command
from iku_terbuka.load import load_laporan


@click.command("export", cls=Command, help="Menulis data atau halaman ke berkas.")
@click.option("--indicators", metavar="FOLDER", help="Folder data, bila bukan di mkdocs.yml.")
@click.option("--csv", "csv_file", metavar="BERKAS", help="Satu baris per indikator dan tahun.")
@click.option("--json", "json_file", metavar="BERKAS", help="Semua data dalam satu JSON.")
@click.option("--markdown", metavar="FOLDER", help="Proyek Markdown untuk pembangun situs lain.")
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
        status = _export_data(indicators or data_folder(), csv_file, json_file)
        if status:
            return status
    return _export_markdown(Path(markdown), indicators) if markdown else 0


def _write_schemas(folder: Path) -> None:
    from iku_terbuka.model.schema import FILE_MODELS, json_schema  # noqa: PLC0415

    for jenis in FILE_MODELS:
        write(folder / f"{jenis}.schema.json", json_schema(jenis).encode())


def _export_data(indicators: str, csv_file: str | None, json_file: str | None) -> int:
    from iku_terbuka.context import build_context  # noqa: PLC0415
    from iku_terbuka.history import read_history, reference_date  # noqa: PLC0415
    from iku_terbuka.opendata import capaian_csv, iku_json  # noqa: PLC0415

    loaded = load_laporan(Path(indicators), shown(indicators))
    errors = find_errors(loaded)
    if errors or loaded.laporan is None:
        print_problems(errors, loaded.texts)
        return 1
    folder, prefix = Path(indicators), f"{shown(indicators)}/"
    history = read_history(folder)
    context = build_context(loaded.laporan, acuan=reference_date(folder)).with_history(
        history, (path.removeprefix(prefix) for path in loaded.texts)
    )
    if history.trouble:
        click.echo(history.trouble, err=True)
    if csv_file:
        write(Path(csv_file), capaian_csv(context))
    if json_file:
        write(Path(json_file), iku_json(context))
    return 0


def _export_markdown(folder: Path, indicators: str | None) -> int:
    from iku_terbuka.mkdocs_plugin.export import export_markdown  # noqa: PLC0415

    with writing_to(folder):
        count = export_markdown(config_file(), folder, indicators)
    click.echo(f"{count} berkas ditulis ke {folder.as_posix()}")
    return 0
