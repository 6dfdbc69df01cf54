"""What every ``iku new`` does: reads the folder that is named, writes a file that is not there."""

from collections.abc import Iterator
from pathlib import Path

import click

from iku_terbuka.cli.files import instansi_by_id, parse_year, shown, write_schema, write_whole
from iku_terbuka.load import load_laporan
from iku_terbuka.load.names import name_problem
from iku_terbuka.model import Instansi
from iku_terbuka.model.fields import TAHUN_AKHIR, TAHUN_AWAL

FOLDER = click.argument("folder", metavar="FOLDER")
TAHUN = click.option("--tahun", metavar="TAHUN", help="Tahunnya, misalnya 2025.")


def data_root(indicators: str) -> Path:
    """Return the folder of the data. Raises ``UsageError`` where it is not there."""
    root = Path(indicators)
    if not root.is_dir():
        raise click.UsageError(
            f"Folder data “{indicators}” tidak ada. Jalankan di folder proyek, atau pakai "
            "--indicators."
        )
    return root


def folder_id(folder: str, root: Path) -> str:
    """Return the id that ``folder`` names, also when typed with the folder of the data."""
    text = folder.replace("\\", "/").rstrip("/")
    for prefix in (root.as_posix(), shown(str(root))):
        text = text.removeprefix(f"{prefix}/")
    for part in text.split("/"):
        problem = name_problem(part)
        if problem:
            raise click.UsageError(f"{problem[1]} {problem[2]}")
    return text


def required_year(text: str | None) -> int:
    """Return the year that ``--tahun`` names."""
    if text is None:
        raise click.UsageError("Sebutkan tahunnya, misalnya --tahun 2025.")
    tahun = parse_year(text)
    if tahun:
        return tahun
    raise click.UsageError(
        f"“{text}” bukan tahun. Tulis empat angka antara {TAHUN_AWAL} dan {TAHUN_AKHIR}, "
        "misalnya --tahun 2025."
    )


def require_instansi(root: Path, instansi_id: str) -> None:
    """Raise ``UsageError`` unless an instansi and all above it are there."""
    parts = instansi_id.split("/")
    for end in range(1, len(parts) + 1):
        _require(root, "/".join(parts[:end]))


def read_instansi(root: Path, instansi_id: str) -> Instansi:
    """Return an instansi as loaded. Raises ``UsageError`` where its decree has errors."""
    require_instansi(root, instansi_id)
    name = shown(str(root))
    loaded = load_laporan(root, name)
    instansi = instansi_by_id(loaded).get(instansi_id)
    wrong = sum(
        problem.is_error and problem.file.startswith(f"{name}/{instansi_id}/iku")
        for problem in loaded.problems
    )
    if wrong or instansi is None:
        raise click.UsageError(
            f"Ada {wrong or 'berkas dengan'} kesalahan di keputusan instansi ini. Perbaiki dahulu; "
            "iku check menyebut tempatnya."
        )
    return instansi


def write_new(root: Path, kind: str, file: str, text: str) -> None:
    """Write a new file, and the schema that its first line names where it is missing."""
    path = root / file
    place = Path(shown(str(root))) / file
    for part in (path, *path.parents[: file.count("/")]):
        if part.is_symlink():
            raise click.UsageError(f"{part.as_posix()} tautan simbolik; ganti dengan folder biasa.")
    if path.exists():
        raise click.UsageError(
            f"Berkas {place.as_posix()} sudah ada dan tidak diubah. Buka dan lanjutkan berkas itu."
        )
    write_whole(path, text.encode())
    click.echo(f"Ditulis: {place.as_posix()}")
    write_schema(root, kind)


def none_in_force(instansi: Instansi, tahun: int) -> str:
    """Say why there is no indicator to fill in for ``tahun``."""
    if not instansi.indikator:
        return f"{instansi.nama} belum punya indikator. Isi iku.yaml dahulu."
    said = ", ".join(_periods(instansi))
    return f"Tidak ada indikator {instansi.nama} yang berlaku pada {tahun}. Periodenya: {said}."


def _periods(instansi: Instansi) -> Iterator[str]:
    for decree in instansi.iku:
        if decree.iku.periode:
            yield f"{decree.iku.periode.awal}–{decree.iku.periode.akhir}"


def _require(root: Path, instansi_id: str) -> None:
    folder = root / instansi_id
    is_pemda = "/" not in instansi_id
    complete = (
        (folder / "pemda.yaml").is_file()
        if is_pemda
        else (folder / "iku.yaml").is_file() or any((folder / "iku").glob("*.yaml"))
    )
    if not complete:
        kind = "pemda" if is_pemda else "instansi"
        raise click.UsageError(
            f"{kind.capitalize()} “{instansi_id}” belum ada di {shown(str(root))}. Periksa "
            f"ejaannya, atau buat dahulu: iku new {kind} {instansi_id}"
        )
