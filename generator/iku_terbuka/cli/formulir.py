"""``iku template`` and ``iku import``: a year's results out to Excel and back."""

import difflib
import os
import shutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any

import click

from iku_terbuka.check import check
from iku_terbuka.cli.files import INDICATORS, print_problems, shown, write, write_schema
from iku_terbuka.cli.language import Command
from iku_terbuka.formulir.arsip import MAKS_BERKAS
from iku_terbuka.formulir.banding import bandingkan
from iku_terbuka.formulir.impor import Impor
from iku_terbuka.formulir.isi import Formulir, buat_formulir, tahun_formulir
from iku_terbuka.formulir.masalah import BukuDitolakError, Masalah
from iku_terbuka.formulir.tempat import di_formulir
from iku_terbuka.formulir.ubahan import TidakTersimpanError
from iku_terbuka.history.reference import reference_date
from iku_terbuka.load import Loaded, load_laporan
from iku_terbuka.model import Instansi
from iku_terbuka.model.isian import TAHUN_AKHIR, TAHUN_AWAL
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
@INDICATORS
def template_command(instansi: str, tahun: str, out: str, indicators: str) -> int:
    tulis_formulir = _pustaka("tulis").tulis_formulir
    root = Path(indicators)
    muatan = load_laporan(root, shown(indicators))
    found = _pilih(instansi, muatan, root)
    if _rusak(muatan, found, shown(indicators)):
        return 1
    formulir = _formulir(found, _tahun(tahun), muatan)
    content, path = tulis_formulir(formulir), Path(out)
    if path.suffix.lower() != ".xlsx":
        raise click.UsageError(f"Nama berkas “{out}” harus berakhiran .xlsx")
    if path.exists() and not _sama(path, content):
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
    try:
        buku = _pustaka("baca").baca_buku(_isi(Path(berkas)))
    except BukuDitolakError as error:
        click.echo(f"{name}: {error}")
        return 1
    muatan = load_laporan(root, shown(indicators))
    found = _cari(muatan).get(buku.instansi_id)
    if found is None:
        click.echo(f"{name}: Instansi formulir ini tidak ada di {shown(indicators)}.")
        return 1
    if _rusak(muatan, found, shown(indicators)):
        return 1
    formulir = _formulir(found, buku.tahun, muatan)
    impor = bandingkan(buku, formulir)
    has_results = any(satu.letak[0] == "capaian" for satu in impor.ubahan)
    if not has_results and not impor.gagal and (formulir.baru or not impor.ubahan):
        _print(name, impor.urut())
        click.echo("Tidak ada isian yang berubah, jadi tidak ada yang ditulis.")
        return 0
    place = f"{shown(indicators)}/{capaian_file(formulir.instansi_id, formulir.tahun)}"
    return _tulis(name, root, formulir, impor, muatan.teks.get(place))


def _pustaka(modul: str) -> Any:
    """Import what needs the libraries of Excel, which a check and a build do without."""
    try:
        return import_module(f"iku_terbuka.formulir.{modul}")
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"Pustaka Excel “{error.name}” belum terpasang. Jalankan make site, atau: "
            "pip install openpyxl xlsxwriter ruamel.yaml"
        ) from error


def _tulis(name: str, root: Path, formulir: Formulir, impor: Impor, old: str | None) -> int:
    """Change ``old``, the file as it is, unless the form or the check has something against it.

    What the form alone gets wrong is checked too, so that everything is told at once.
    """
    berkas = capaian_file(formulir.instansi_id, formulir.tahun)
    path, place = root / berkas, f"{shown(str(root))}/{berkas}"
    order = list(dict.fromkeys(baris.indikator for baris in formulir.baris))
    try:
        simpan = _pustaka("simpan")
        old_text = old or simpan.berkas_baru(formulir.tahun, berkas)
        text = simpan.terapkan(old_text, impor.ubahan, order)
    except TidakTersimpanError:
        if impor.gagal:
            return _tolak(name, impor)
        click.echo(
            f"{place} ditulis dengan cara yang tidak dapat diubah tanpa kehilangan isinya. "
            "Ubah berkas itu langsung."
        )
        return 1
    if impor.ubahan:
        impor.masalah += _periksa(root, berkas, text, impor)
    if impor.gagal:
        return _tolak(name, impor)
    _ganti(path, text.encode(), root)
    for kata in impor.kata:
        click.echo(kata)
    _print(name, impor.urut())
    click.echo(f"Ditulis: {place} ({len(impor.kata)} isian berubah)")
    if old is None:
        write_schema(root, "capaian")
    return 0


def _periksa(root: Path, berkas: str, text: str, impor: Impor) -> list[Masalah]:
    """Return what the check says about the new file, in a copy of its Pemda."""
    with TemporaryDirectory() as folder:
        copy, pemda = Path(folder) / "indicators", berkas.partition("/")[0]
        for part in (pemda, "skala"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True)
        target = copy / berkas
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(text.encode())
        muatan = load_laporan(copy, shown(str(root)))
        problems = check(muatan, reference_date(root))
    file = f"{shown(str(root))}/{berkas}"
    document = muatan.documents.get(file)
    own = (problem for problem in problems if problem.file == file)
    return list(di_formulir(own, document, impor))


def _ganti(path: Path, content: bytes, root: Path) -> None:
    """Write beside, then swap: a file is never half-written."""
    for part in (path, *path.relative_to(root).parents):
        if (root / part).is_symlink():
            raise click.UsageError(f"{(root / part).as_posix()} tautan simbolik; ganti dahulu.")
    beside: Path | None = None
    try:
        path.parent.mkdir(exist_ok=True)
        # A name that nobody can have put a link under.
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
            beside = Path(new.name)
            new.write(content)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(beside, path)  # noqa: PTH105 (one step, on every system)
    except OSError as error:
        if beside:
            beside.unlink(missing_ok=True)
        raise click.FileError(path.as_posix(), str(error.strerror)) from error


def _tolak(name: str, impor: Impor) -> int:
    _print(name, impor.urut())
    click.echo("Tidak ada yang ditulis. Perbaiki formulirnya, simpan, lalu impor lagi.")
    return 1


def _print(name: str, masalah: Iterable[Masalah]) -> None:
    for satu in masalah:
        click.echo(f"{name}, {satu}" if satu.baris else f"{name}: {satu}")


def _isi(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAKS_BERKAS + 1)
    except OSError as error:
        raise click.UsageError(f"Berkas {path.as_posix()} tidak ada atau tidak terbaca.") from error


def _sama(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _cari(muatan: Loaded) -> dict[str, Instansi]:
    """Return every instansi by its id."""
    return {satu.id: satu for pemda in muatan.terbaca.pemda for satu in pemda.instansi.keturunan()}


def _pilih(typed: str, muatan: Loaded, root: Path) -> Instansi:
    """Return the instansi that was meant, typed as a folder or as the end of an address."""
    known = _cari(muatan)
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
    ends = [satu for satu in known if satu.rpartition("/")[2] == last]
    close = ends or difflib.get_close_matches(text, known, n=1, cutoff=0.5)
    if not close:
        tails = {satu.rpartition("/")[2]: satu for satu in known}
        close = [tails[tail] for tail in difflib.get_close_matches(last, tails, n=1, cutoff=0.5)]
    said = f"Maksudnya {' atau '.join(close[:3])}?" if close else "Periksa ejaan foldernya."
    raise click.UsageError(f"Instansi “{typed}” tidak ada. {said}")


def _rusak(muatan: Loaded, instansi: Instansi, name: str) -> bool:
    """Say what is wrong with the files of this instansi; others do not matter here."""
    own = tuple(f"{name}/{instansi.id}/{part}" for part in ("iku", "capaian"))
    wrong = [
        problem
        for problem in muatan.problems
        if problem.is_error and problem.file.startswith((*own, f"{name}/skala/"))
    ]
    if wrong:
        print_problems(wrong, muatan.teks)
        click.echo("Perbaiki dahulu berkas itu.")
    return bool(wrong)


def _formulir(instansi: Instansi, tahun: int, muatan: Loaded) -> Formulir:
    formulir = buat_formulir(instansi, tahun, muatan.terbaca.skala)
    if formulir.baris:
        return formulir
    years = tahun_formulir(instansi)
    raise click.UsageError(
        f"Tidak ada indikator {instansi.nama} yang berlaku pada {tahun}."
        + (f" Tahun yang ada: {years}." if years else " Isi iku.yaml dahulu.")
    )


def _tahun(text: str) -> int:
    if text.isascii() and text.isdigit() and TAHUN_AWAL <= int(text) <= TAHUN_AKHIR:
        return int(text)
    raise click.UsageError(f"“{text}” bukan tahun. Tulis empat angka, misalnya --tahun 2025.")
