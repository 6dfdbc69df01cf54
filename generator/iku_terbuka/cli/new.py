"""``iku new``: a commented skeleton in the right place. Overwrites nothing."""

from collections.abc import Iterator
from pathlib import Path

import click

from iku_terbuka.cli.files import (
    INDICATORS,
    instansi_by_id,
    parse_year,
    shown,
    with_parts_of_year,
    write_schema,
    write_whole,
)
from iku_terbuka.cli.language import Command, Group
from iku_terbuka.load import load_laporan
from iku_terbuka.load.names import name_problem
from iku_terbuka.model import Instansi
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.fields import TAHUN_AKHIR, TAHUN_AWAL
from iku_terbuka.model.skeleton import (
    capaian_file,
    capaian_skeleton,
    iku_skeleton,
    indikator_in_force,
    pemda_skeleton,
)

_FOLDER = click.argument("folder", metavar="FOLDER")
_HELP = """\
Membuat berkas baru yang tinggal diisi: proyek situs, profil Pemda, keputusan sebuah instansi, atau
hasil satu tahun. Tidak ada yang ditimpa.
"""


@click.group(
    "new",
    cls=Group,
    locations={
        "situs": "iku_terbuka.cli.new_site:situs_command",
        **{name: f"{__name__}:{name}_command" for name in ("pemda", "instansi", "capaian")},
    },
    help=_HELP,
    short_help="Membuat berkas baru yang tinggal diisi.",
)
def new_command() -> None:
    pass


@click.command(
    "pemda",
    cls=Command,
    help="Membuat profil daerah. FOLDER letaknya di bawah folder data, misalnya kabupaten-contoh.",
    short_help="Profil daerah.",
)
@_FOLDER
@INDICATORS
def pemda_command(folder: str, indicators: str) -> None:
    root = _root(indicators)
    _new_pemda(root, _folder_id(folder, root))


@click.command(
    "instansi",
    cls=Command,
    help="Membuat keputusan sebuah instansi. FOLDER letaknya di bawah folder data, misalnya "
    "kabupaten-contoh/dinas-contoh.",
    short_help="Keputusan sebuah instansi.",
)
@_FOLDER
@INDICATORS
def instansi_command(folder: str, indicators: str) -> None:
    root = _root(indicators)
    _new_instansi(root, _folder_id(folder, root))


@click.command(
    "capaian",
    cls=Command,
    help="Membuat berkas hasil satu tahun sebuah instansi. FOLDER letaknya di bawah folder data, "
    "misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Hasil satu tahun sebuah instansi.",
)
@_FOLDER
@click.option("--tahun", metavar="TAHUN", help="Tahun hasil, misalnya 2025.")
@with_parts_of_year
@INDICATORS
def capaian_command(folder: str, tahun: str | None, pembagian: str | None, indicators: str) -> None:
    root = _root(indicators)
    if tahun is None:
        raise click.UsageError("Sebutkan tahun hasilnya, misalnya --tahun 2025.")
    parts = PembagianTahun(pembagian) if pembagian else None
    _new_capaian(root, _folder_id(folder, root), _year(tahun), parts)


def _root(indicators: str) -> Path:
    root = Path(indicators)
    if not root.is_dir():
        raise click.UsageError(
            f"Folder data “{indicators}” tidak ada. Jalankan di folder proyek, atau pakai "
            "--indicators."
        )
    return root


def _new_pemda(root: Path, pemda_id: str) -> None:
    top, _, below = pemda_id.partition("/")
    if below:
        raise click.UsageError(
            f"Folder Pemda berada langsung di bawah folder data: tulis {top}. "
            f"Untuk instansi: iku new instansi {pemda_id}"
        )
    _write_new(root, "pemda", f"{pemda_id}/pemda.yaml", pemda_skeleton(pemda_id))
    click.echo(
        "Buka berkas itu, periksa nama dan jenisnya, isi yang lain. Lalu buat instansinya: "
        f"iku new instansi {pemda_id}/FOLDER"
    )


def _new_instansi(root: Path, instansi_id: str) -> None:
    above, _, name = instansi_id.rpartition("/")
    if not above and (root / instansi_id / "pemda.yaml").is_file():
        raise click.UsageError(
            f"“{instansi_id}” adalah Pemda. Sebutkan juga folder instansinya: iku new instansi "
            f"{instansi_id}/FOLDER"
        )
    if not above:
        raise click.UsageError(
            "Sebutkan Pemda dan folder instansinya, misalnya iku new instansi "
            f"kabupaten-contoh/{instansi_id}. Untuk Pemda sendiri: iku new pemda {instansi_id}"
        )
    for ancestor in _upward(above):
        _require(root, ancestor)
    for decree in (root / instansi_id / "iku").glob("*.yaml"):
        raise click.UsageError(
            f"Instansi ini sudah ada: {shown(str(decree))}. Keputusan lain ditulis di folder yang "
            "sama, dengan nama tahun pertamanya."
        )
    parent = instansi_by_id(load_laporan(root, shown(str(root)))).get(above)
    if parent and name in {indikator.id for indikator in parent.indikator}:
        raise click.UsageError(
            f"“{name}” sudah dipakai sebagai id indikator {parent.nama}. Pilih nama folder lain."
        )
    _write_new(root, "iku", f"{instansi_id}/iku.yaml", iku_skeleton(instansi_id))
    click.echo(
        "Buka berkas itu, periksa nama instansinya, salin isi keputusannya. Lalu jalankan: "
        "iku check"
    )


def _new_capaian(
    root: Path, instansi_id: str, tahun: int, pembagian: PembagianTahun | None
) -> None:
    for ancestor in _upward(instansi_id):
        _require(root, ancestor)
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
    in_force = indikator_in_force(instansi, tahun)
    file = capaian_file(instansi_id, tahun)
    if (root / file).exists():
        raise click.UsageError(_already_there(f"{name}/{file}", instansi, tahun, len(in_force)))
    if not in_force:
        raise click.UsageError(_none_in_force(instansi, tahun))
    _write_new(root, "capaian", file, capaian_skeleton(instansi, tahun, pembagian))
    click.echo(
        f"Buka berkas itu, isi realisasi dan sumber {len(in_force)} indikator. Lalu jalankan: "
        "iku check"
    )


def _already_there(file: str, instansi: Instansi, tahun: int, total: int) -> str:
    filled = sum(indikator.is_reported(tahun) for indikator in instansi.indikator)
    return (
        f"Berkas {file} sudah ada dan tidak diubah; {filled} dari {total} indikator sudah "
        "terisi. Buka dan lanjutkan berkas itu."
    )


def _none_in_force(instansi: Instansi, tahun: int) -> str:
    every = [decree.iku.periode for decree in instansi.iku if decree.iku.periode]
    if not instansi.indikator:
        return f"{instansi.nama} belum punya indikator. Isi iku.yaml dahulu."
    said = ", ".join(f"{periode.awal}–{periode.akhir}" for periode in every)
    return f"Tidak ada indikator {instansi.nama} yang berlaku pada {tahun}. Periodenya: {said}."


def _folder_id(folder: str, root: Path) -> str:
    """Return the id that ``folder`` names, also when typed with the folder of the data."""
    text = folder.replace("\\", "/").rstrip("/")
    for prefix in (root.as_posix(), shown(str(root))):
        text = text.removeprefix(f"{prefix}/")
    for part in text.split("/"):
        problem = name_problem(part)
        if problem:
            raise click.UsageError(f"{problem[1]} {problem[2]}")
    return text


def _year(text: str) -> int:
    tahun = parse_year(text)
    if tahun:
        return tahun
    raise click.UsageError(
        f"“{text}” bukan tahun. Tulis empat angka antara {TAHUN_AWAL} dan {TAHUN_AKHIR}, "
        "misalnya --tahun 2025."
    )


def _upward(instansi_id: str) -> Iterator[str]:
    """Yield an id and those above it, the Pemda first."""
    parts = instansi_id.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


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


def _write_new(root: Path, kind: str, file: str, text: str) -> None:
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
