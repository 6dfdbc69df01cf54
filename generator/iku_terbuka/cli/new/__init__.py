"""``iku new``: a commented skeleton in the right place. Overwrites nothing."""

from pathlib import Path

import click

from iku_terbuka.cli.files import INDICATORS, instansi_by_id, shown, with_parts_of_year
from iku_terbuka.cli.language import Command, Group
from iku_terbuka.cli.new.files import (
    FOLDER,
    TAHUN,
    data_root,
    folder_id,
    none_in_force,
    read_instansi,
    require_instansi,
    required_year,
    write_new,
)
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Instansi
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.skeleton import (
    capaian_file,
    capaian_skeleton,
    iku_skeleton,
    indikator_in_force,
    pemda_skeleton,
)

_DOCUMENTS = "iku_terbuka.cli.new.documents"
_HELP = """\
Membuat berkas baru yang tinggal diisi: proyek situs, profil Pemda, keputusan sebuah instansi, hasil
satu tahun, dan dokumen lain. Tidak ada yang ditimpa.
"""


@click.group(
    "new",
    cls=Group,
    locations={
        "situs": "iku_terbuka.cli.new.site:situs_command",
        **{name: f"{__name__}:{name}_command" for name in ("pemda", "instansi", "capaian")},
        "perjanjian-kinerja": f"{_DOCUMENTS}:perjanjian_command",
        "evaluasi": f"{_DOCUMENTS}:evaluasi_command",
        "daftar-dokumen": f"{_DOCUMENTS}:daftar_command",
        "dokumen": f"{_DOCUMENTS}:dokumen_command",
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
@FOLDER
@INDICATORS
def pemda_command(folder: str, indicators: str) -> None:
    root = data_root(indicators)
    _new_pemda(root, folder_id(folder, root))


@click.command(
    "instansi",
    cls=Command,
    help="Membuat keputusan sebuah instansi. FOLDER letaknya di bawah folder data, misalnya "
    "kabupaten-contoh/dinas-contoh.",
    short_help="Keputusan sebuah instansi.",
)
@FOLDER
@INDICATORS
def instansi_command(folder: str, indicators: str) -> None:
    root = data_root(indicators)
    _new_instansi(root, folder_id(folder, root))


@click.command(
    "capaian",
    cls=Command,
    help="Membuat berkas hasil satu tahun sebuah instansi. FOLDER letaknya di bawah folder data, "
    "misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Hasil satu tahun sebuah instansi.",
)
@FOLDER
@TAHUN
@with_parts_of_year
@INDICATORS
def capaian_command(folder: str, tahun: str | None, pembagian: str | None, indicators: str) -> None:
    root = data_root(indicators)
    year = required_year(tahun)
    parts = PembagianTahun(pembagian) if pembagian else None
    _new_capaian(root, folder_id(folder, root), year, parts)


def _new_pemda(root: Path, pemda_id: str) -> None:
    top, _, below = pemda_id.partition("/")
    if below:
        raise click.UsageError(
            f"Folder Pemda berada langsung di bawah folder data: tulis {top}. "
            f"Untuk instansi: iku new instansi {pemda_id}"
        )
    write_new(root, "pemda", f"{pemda_id}/pemda.yaml", pemda_skeleton(pemda_id))
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
    require_instansi(root, above)
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
    write_new(root, "iku", f"{instansi_id}/iku.yaml", iku_skeleton(instansi_id))
    click.echo(
        "Buka berkas itu, periksa nama instansinya, salin isi keputusannya. Lalu jalankan: "
        "iku check"
    )


def _new_capaian(
    root: Path, instansi_id: str, tahun: int, pembagian: PembagianTahun | None
) -> None:
    instansi = read_instansi(root, instansi_id)
    in_force = indikator_in_force(instansi, tahun)
    file = capaian_file(instansi_id, tahun)
    if (root / file).exists():
        place = f"{shown(str(root))}/{file}"
        raise click.UsageError(_already_there(place, instansi, tahun, len(in_force)))
    if not in_force:
        raise click.UsageError(none_in_force(instansi, tahun))
    write_new(root, "capaian", file, capaian_skeleton(instansi, tahun, pembagian))
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
