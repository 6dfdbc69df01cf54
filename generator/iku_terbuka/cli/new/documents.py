"""``iku new`` for documents beside a decree: agreement, evaluation, register, decree of many."""

import click

from iku_terbuka.cli.files import INDICATORS
from iku_terbuka.cli.language import Command
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
from iku_terbuka.model.document_skeletons import (
    daftar_dokumen_skeleton,
    dokumen_skeleton,
    evaluasi_skeleton,
    perjanjian_skeleton,
)
from iku_terbuka.model.skeleton import indikator_in_force


@click.command(
    "perjanjian-kinerja",
    cls=Command,
    help="Membuat berkas Perjanjian Kinerja (PK) satu tahun sebuah instansi. FOLDER letaknya di "
    "bawah folder data, misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Perjanjian Kinerja satu tahun.",
)
@FOLDER
@TAHUN
@INDICATORS
def perjanjian_command(folder: str, tahun: str | None, indicators: str) -> None:
    root = data_root(indicators)
    year = required_year(tahun)
    instansi = read_instansi(root, folder_id(folder, root))
    in_force = indikator_in_force(instansi, year)
    if not in_force:
        raise click.UsageError(none_in_force(instansi, year))
    file = f"{instansi.id}/perjanjian-kinerja/{year}.yaml"
    write_new(root, "perjanjian-kinerja", file, perjanjian_skeleton(instansi, year, in_force))
    click.echo(
        f"Buka berkas itu, isi target {len(in_force)} indikator seperti di perjanjian. Lalu "
        "jalankan: iku check"
    )


@click.command(
    "evaluasi",
    cls=Command,
    help="Membuat berkas laporan hasil evaluasi (LHE) AKIP sebuah instansi. TAHUN ialah tahun yang "
    "dievaluasi. FOLDER letaknya di bawah folder data, misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Hasil evaluasi AKIP satu tahun.",
)
@FOLDER
@TAHUN
@INDICATORS
def evaluasi_command(folder: str, tahun: str | None, indicators: str) -> None:
    root = data_root(indicators)
    year = required_year(tahun)
    instansi_id = folder_id(folder, root)
    require_instansi(root, instansi_id)
    file = f"{instansi_id}/evaluasi/{year}.yaml"
    write_new(root, "evaluasi", file, evaluasi_skeleton(instansi_id, year))
    click.echo("Buka berkas itu, isi nilai dan rekomendasinya. Lalu jalankan: iku check")


@click.command(
    "daftar-dokumen",
    cls=Command,
    help="Membuat daftar dokumen perencanaan dan pelaporan sebuah instansi. FOLDER letaknya di "
    "bawah folder data, misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Daftar dokumen sebuah instansi.",
)
@FOLDER
@INDICATORS
def daftar_command(folder: str, indicators: str) -> None:
    root = data_root(indicators)
    instansi_id = folder_id(folder, root)
    require_instansi(root, instansi_id)
    file = f"{instansi_id}/daftar-dokumen.yaml"
    write_new(root, "daftar-dokumen", file, daftar_dokumen_skeleton(instansi_id))
    click.echo("Buka berkas itu, tulis satu butir untuk tiap dokumen. Lalu jalankan: iku check")


@click.command(
    "dokumen",
    cls=Command,
    help="Membuat berkas satu keputusan untuk banyak instansi. FOLDER ialah folder Pemda dan nama "
    "berkasnya, misalnya kabupaten-contoh/perbup-85-2021.",
    short_help="Satu keputusan untuk banyak instansi.",
)
@FOLDER
@INDICATORS
def dokumen_command(folder: str, indicators: str) -> None:
    root = data_root(indicators)
    pemda_id, _, name = folder_id(folder, root).partition("/")
    name = name.removeprefix("dokumen/")
    if not name or "/" in name:
        raise click.UsageError(
            f"Sebutkan Pemda dan nama berkasnya, misalnya iku new dokumen {pemda_id}/perbup-85-2021"
        )
    require_instansi(root, pemda_id)
    write_new(root, "dokumen", f"{pemda_id}/dokumen/{name}.yaml", dokumen_skeleton(pemda_id, name))
    click.echo(
        "Buka berkas itu, periksa jenisnya, isi yang lain. Rujuk dari iku.yaml tiap instansi: "
        f"dokumen_ref: {name}"
    )
