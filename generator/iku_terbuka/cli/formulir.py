"""``iku template`` and ``iku import``: a year's results out to Excel and back."""

import difflib
import shutil
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from iku_terbuka.check import check
from iku_terbuka.cli.files import (
    INDICATORS,
    instansi_by_id,
    parse_year,
    print_problems,
    shown,
    with_parts_of_year,
    write,
    write_schema,
    write_whole,
)
from iku_terbuka.cli.language import Command
from iku_terbuka.formulir.compare import compare
from iku_terbuka.formulir.form import PEMBAGIAN as PEMBAGIAN_KEY
from iku_terbuka.formulir.form import Form, build_form, form_years
from iku_terbuka.formulir.locate import problems_in_form
from iku_terbuka.formulir.outcome import (
    CannotSaveError,
    FormProblem,
    Outcome,
    WorkbookRefusedError,
)
from iku_terbuka.history import reference_date
from iku_terbuka.load import Loaded, load_laporan
from iku_terbuka.model import Instansi
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.skeleton import capaian_file


@click.command(
    "template",
    cls=Command,
    help="Membuat formulir Excel untuk mengisi hasil satu tahun. INSTANSI adalah foldernya di "
    "bawah folder data, misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Membuat formulir Excel untuk mengisi hasil satu tahun.",
)
@click.argument("instansi", metavar="INSTANSI")
@click.option("--tahun", required=True, metavar="TAHUN", help="Tahun hasil, misalnya 2025.")
@click.option(
    "-o",
    "--out",
    default="isian.xlsx",
    metavar="BERKAS",
    help="Berkas tujuan; bila tidak disebut: isian.xlsx.",
)
@with_parts_of_year
@INDICATORS
def template_command(
    instansi: str, tahun: str, out: str, pembagian: str | None, indicators: str
) -> int:
    write_form = _excel_module("write").write_form
    root = Path(indicators)
    loaded = load_laporan(root, shown(indicators))
    found = _find_instansi(instansi, loaded, root)
    if _report_errors(loaded, found, shown(indicators)):
        return 1
    form = _form(found, _year(tahun), loaded, pembagian)
    content, path = write_form(form), Path(out)
    if path.suffix.lower() != ".xlsx":
        raise click.UsageError(f"Nama berkas “{out}” harus berakhiran .xlsx")
    if path.exists() and not _holds(path, content):
        raise click.UsageError(
            f"Berkas {path.as_posix()} sudah ada dan mungkin sudah diisi. Pakai nama lain dengan "
            "-o, atau hapus berkas itu dahulu."
        )
    write(path, content)
    return 0


@click.command(
    "import",
    cls=Command,
    help="Memasukkan formulir Excel yang sudah diisi ke berkas capaian. Kalau ada kesalahan, "
    "semuanya disebut sekaligus dan tidak ada yang ditulis.",
    short_help="Memasukkan formulir Excel yang sudah diisi.",
)
@click.argument("berkas", metavar="BERKAS")
@INDICATORS
def import_command(berkas: str, indicators: str) -> int:
    root, name = Path(indicators), Path(berkas).name
    reader = _excel_module("read")
    try:
        filled = reader.read_form(_read_file(Path(berkas), reader.MAX_FILE))
    except WorkbookRefusedError as error:
        click.echo(f"{name}: {error}")
        return 1
    loaded = load_laporan(root, shown(indicators))
    found = instansi_by_id(loaded).get(filled.instansi_id)
    if found is None:
        click.echo(f"{name}: Instansi formulir ini tidak ada di {shown(indicators)}.")
        return 1
    if _report_errors(loaded, found, shown(indicators)):
        return 1
    form = _form(found, filled.tahun, loaded, filled.original.get(("", PEMBAGIAN_KEY)))
    outcome = compare(filled, form)
    has_results = any(change.path[0] == "capaian" for change in outcome.changes)
    if not has_results and not outcome.has_errors and (form.is_new or not outcome.changes):
        _print(name, outcome.sorted_problems())
        click.echo("Tidak ada isian yang berubah, jadi tidak ada yang ditulis.")
        return 0
    place = f"{shown(indicators)}/{capaian_file(form.instansi_id, form.tahun)}"
    return _save(name, root, form, outcome, loaded.texts.get(place))


def _excel_module(module: str) -> Any:
    """Import what needs the libraries of Excel, which a check and a build do without."""
    try:
        return import_module(f"iku_terbuka.formulir.{module}")
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"Pustaka Excel “{error.name}” belum terpasang. Jalankan make site, atau: "
            "pip install openpyxl xlsxwriter ruamel.yaml"
        ) from error


def _save(name: str, root: Path, form: Form, outcome: Outcome, old: str | None) -> int:
    """Change ``old``, the file as it is, unless the form or the check has something against it.

    What the form alone gets wrong is checked too, so that everything is told at once.
    """
    file = capaian_file(form.instansi_id, form.tahun)
    path, place = root / file, f"{shown(str(root))}/{file}"
    id_order = list(dict.fromkeys(row.indikator for row in form.rows))
    try:
        save = _excel_module("save")
        old_text = old or save.new_file(form.tahun, file)
        text = save.apply_changes(old_text, outcome.changes, id_order)
    except CannotSaveError:
        if outcome.has_errors:
            return _reject(name, outcome)
        click.echo(
            f"{place} ditulis dengan cara yang tidak dapat diubah tanpa kehilangan isinya. "
            "Ubah berkas itu langsung."
        )
        return 1
    if outcome.changes:
        found = _check_new_file(root, file, text, outcome)
        outcome = replace(outcome, problems=(*outcome.problems, *found))
    if outcome.has_errors:
        return _reject(name, outcome)
    _replace_file(path, text.encode(), root)
    for words in outcome.words:
        click.echo(words)
    _print(name, outcome.sorted_problems())
    click.echo(f"Ditulis: {place} ({len(outcome.words)} isian berubah)")
    if old is None:
        write_schema(root, "capaian")
    return 0


def _check_new_file(root: Path, file: str, text: str, outcome: Outcome) -> list[FormProblem]:
    """Return what the check says about the new file, in a copy of its Pemda."""
    with TemporaryDirectory() as folder:
        copy, pemda = Path(folder) / "indicators", file.partition("/")[0]
        for part in (pemda, "skala"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True)
        target = copy / file
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(text.encode())
        loaded = load_laporan(copy, shown(str(root)))
        problems = check(loaded, reference_date(root))
    place = f"{shown(str(root))}/{file}"
    own = (problem for problem in problems if problem.file == place)
    return list(problems_in_form(own, loaded.documents.get(place), outcome))


def _replace_file(path: Path, content: bytes, root: Path) -> None:
    for part in (path, *path.relative_to(root).parents):
        if (root / part).is_symlink():
            raise click.UsageError(f"{(root / part).as_posix()} tautan simbolik; ganti dahulu.")
    write_whole(path, content)


def _reject(name: str, outcome: Outcome) -> int:
    _print(name, outcome.sorted_problems())
    click.echo("Tidak ada yang ditulis. Perbaiki formulirnya, simpan, lalu impor lagi.")
    return 1


def _print(name: str, problems: Iterable[FormProblem]) -> None:
    for problem in problems:
        click.echo(f"{name}, {problem}" if problem.row else f"{name}: {problem}")


def _read_file(path: Path, most: int) -> bytes:
    """Return the bytes of a file; of a larger one the first, and one more than allowed."""
    if not path.is_file():  # a pipe would never end
        raise click.UsageError(f"Berkas {path.as_posix()} tidak ada atau tidak terbaca.")
    with path.open("rb") as file:
        return file.read(most + 1)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _find_instansi(typed: str, loaded: Loaded, root: Path) -> Instansi:
    """Return the instansi that was meant, typed as a folder or as the end of an address."""
    known = instansi_by_id(loaded)
    if not known:
        raise click.UsageError(
            f"Tidak ada instansi di {shown(str(root))}. Jalankan di folder proyek, atau pakai "
            "--indicators."
        )
    text = typed.strip().replace("\\", "/").removeprefix("./").strip("/")
    for prefix in (root.as_posix().strip("/"), shown(str(root)).strip("/"), "indicators"):
        text = text.removeprefix(f"{prefix}/")
    if text in known:
        return known[text]
    last = text.rpartition("/")[2]
    ends = [instansi_id for instansi_id in known if instansi_id.rpartition("/")[2] == last]
    close = ends or difflib.get_close_matches(text, known, n=1, cutoff=0.5)
    if not close:
        tails = {instansi_id.rpartition("/")[2]: instansi_id for instansi_id in known}
        close = [tails[tail] for tail in difflib.get_close_matches(last, tails, n=1, cutoff=0.5)]
    said = f"Maksudnya {' atau '.join(close[:3])}?" if close else "Periksa ejaan foldernya."
    raise click.UsageError(f"Instansi “{typed}” tidak ada. {said}")


def _report_errors(loaded: Loaded, instansi: Instansi, name: str) -> bool:
    """Print what is wrong with the files of this instansi and tell whether anything is.

    Files of others do not matter here.
    """
    own = tuple(f"{name}/{instansi.id}/{part}" for part in ("iku", "capaian"))
    wrong = [
        problem
        for problem in loaded.problems
        if problem.is_error and problem.file.startswith((*own, f"{name}/skala/"))
    ]
    if wrong:
        print_problems(wrong, loaded.texts)
        click.echo("Perbaiki dahulu berkas itu.")
    return bool(wrong)


def _form(instansi: Instansi, tahun: int, loaded: Loaded, pembagian: str | None) -> Form:
    parts = PembagianTahun(pembagian) if pembagian in set(PembagianTahun) else None
    form = build_form(instansi, tahun, loaded.readable.skala, parts)
    if form.rows:
        return form
    years = form_years(instansi)
    raise click.UsageError(
        f"Tidak ada indikator {instansi.nama} yang berlaku pada {tahun}."
        + (f" Tahun yang ada: {years}." if years else " Isi iku.yaml dahulu.")
    )


def _year(text: str) -> int:
    tahun = parse_year(text)
    if tahun:
        return tahun
    raise click.UsageError(f"“{text}” bukan tahun. Tulis empat angka, misalnya --tahun 2025.")
