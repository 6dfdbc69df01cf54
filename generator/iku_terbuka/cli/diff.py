"""``iku diff``: what a change of the data changes in the public figures."""

import json
import os
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from iku_terbuka.check import check
from iku_terbuka.cli.bahasa import Perintah
from iku_terbuka.cli.berkas import INDICATORS, shown
from iku_terbuka.context import Context, build_context
from iku_terbuka.diff import (
    Pembanding,
    Perubahan,
    Revisi,
    RevisiError,
    ada_data,
    bandingkan,
    berkas_berubah,
    berkas_ralat,
    buka,
    cakupan,
    komit,
    salin,
    sebagai_data,
    sebagai_markdown,
    sebagai_teks,
    titik_cabang,
)
from iku_terbuka.history.reference import reference_date
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.source.problems import Problem

_BANTUAN = """\
Menyebut apa yang berubah pada angka publik, dengan kata dan angka.

BASE dan HEAD adalah cabang, tag, atau komit. Tanpa HEAD, yang dibandingkan adalah berkas di folder
kerja, termasuk yang belum di-commit. Seperti pada pull request, perubahan dihitung sejak HEAD
bercabang dari BASE; yang berubah di BASE sesudah itu tidak ikut.
"""


@click.command("diff", cls=Perintah, help=_BANTUAN, short_help="Menyebut perubahan angka publik.")
@click.argument("base", metavar="BASE", help="Yang menjadi dasar, misalnya main.")
@click.argument("head", metavar="[HEAD]", required=False, help="Yang diperiksa.")
@INDICATORS
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="Bentuk keluaran; bila tidak disebut: text.",
)
def diff_command(base: str, head: str | None, indicators: str, bentuk: str) -> int:
    try:
        pembanding, perubahan = _bandingkan(base, head, indicators)
    except RevisiError as error:
        raise click.UsageError(str(error)) from error
    said = _keluaran(perubahan, pembanding, bentuk)
    # A file or a bot reads UTF-8, whatever the console of this machine speaks.
    click.echo(said if bentuk == "text" else said.encode(), nl=False)
    return 1 if perubahan.kesalahan else 0


def _keluaran(perubahan: Perubahan, pembanding: Pembanding, bentuk: str) -> str:
    if bentuk == "markdown":
        return sebagai_markdown(perubahan, pembanding)
    if bentuk == "json":
        found = sebagai_data(perubahan, pembanding)
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return sebagai_teks(perubahan, pembanding, warna=coloured)


def _bandingkan(base: str, head: str | None, indicators: str) -> tuple[Pembanding, Perubahan]:
    repositori = buka(Path(indicators))
    tip, kini = komit(repositori, base), komit(repositori, head or "HEAD")
    cabang = titik_cabang(repositori, tip, kini)
    dari = cabang or tip
    acuan = reference_date(repositori.akar, commit=kini)
    nama = shown(indicators)
    tersentuh = cakupan(nama, berkas_berubah(repositori, dari, kini if head else None))
    with TemporaryDirectory(prefix="iku-diff-") as temporary:
        usulan = Path(indicators)
        if head:
            usulan = Path(temporary, "usulan")
            salin(repositori, kini, usulan)
        baru, masalah_baru = _muat(usulan, nama, acuan)
        # The data may begin with this change.
        lama: Context | None = build_context(Laporan(), acuan=acuan)
        masalah_lama: tuple[Problem, ...] = ()
        if ada_data(repositori, dari):
            dasar = Path(temporary, "dasar")
            salin(repositori, dari, dasar, tersentuh.dibaca)
            lama, masalah_lama = _muat(dasar, nama, acuan)
    perubahan = bandingkan(
        lama,
        baru,
        masalah=(masalah_lama, masalah_baru),
        ralat=frozenset(f"{nama}/{satu}" for satu in berkas_ralat(repositori, dari, kini)),
        cakupan=tersentuh,
    )
    ke = Revisi(head, kini) if head else Revisi()
    return Pembanding(Revisi(base, dari), ke, cabang is not None), perubahan


def _muat(
    folder: Path, nama: str, acuan: date | None
) -> tuple[Context | None, tuple[Problem, ...]]:
    """Load, check and measure one side; no measurement where the data has errors."""
    muatan = load_laporan(folder, nama)
    problems = check(muatan, acuan)
    if muatan.laporan is None or any(satu.is_error for satu in problems):
        return None, problems
    return build_context(muatan.laporan, acuan=acuan), problems
