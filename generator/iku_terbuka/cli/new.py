"""``iku new``: a commented skeleton in the right place. Asks nothing and overwrites nothing."""

from collections.abc import Iterator
from pathlib import Path

import click

from iku_terbuka.cli.files import INDICATORS, shown, write_schema
from iku_terbuka.cli.language import Command
from iku_terbuka.load import Loaded, load_laporan
from iku_terbuka.load.names import name_problem
from iku_terbuka.model import Instansi
from iku_terbuka.model.isian import TAHUN_AKHIR, TAHUN_AWAL
from iku_terbuka.model.skeleton import (
    capaian_file,
    capaian_skeleton,
    iku_skeleton,
    indikator_in_force,
    pemda_skeleton,
)


@click.command(
    "new",
    cls=Command,
    help="Membuat berkas baru yang tinggal diisi: profil Pemda, keputusan sebuah instansi, atau "
    "hasil satu tahun. JENIS adalah pemda, instansi, atau capaian; FOLDER letaknya di bawah folder "
    "data, misalnya kabupaten-contoh/dinas-contoh.",
    short_help="Membuat berkas baru yang tinggal diisi.",
)
@click.argument("jenis", metavar="JENIS", type=click.Choice(["pemda", "instansi", "capaian"]))
@click.argument("folder", metavar="FOLDER")
@click.option("--tahun", metavar="TAHUN", help="Tahun hasil, untuk capaian; misalnya 2025.")
@INDICATORS
def new_command(jenis: str, folder: str, tahun: str | None, indicators: str) -> None:
    root = Path(indicators)
    if not root.is_dir():
        raise click.UsageError(
            f"Folder data “{indicators}” tidak ada. Jalankan di folder proyek, atau pakai "
            "--indicators."
        )
    if (jenis == "capaian") != (tahun is not None):
        raise click.UsageError(
            "Opsi --tahun hanya untuk capaian."
            if tahun
            else "Sebutkan tahun hasilnya, misalnya --tahun 2025."
        )
    folder_id = _folder_id(folder, root)
    if jenis == "pemda":
        _pemda(root, folder_id)
    elif jenis == "instansi":
        _instansi(root, folder_id)
    else:
        _capaian(root, folder_id, _tahun(tahun or ""))


def _pemda(root: Path, pemda_id: str) -> None:
    top, _, below = pemda_id.partition("/")
    if below:
        raise click.UsageError(
            f"Folder Pemda berada langsung di bawah folder data: tulis {top}. "
            f"Untuk instansi: iku new instansi {pemda_id}"
        )
    _tulis(root, "pemda", f"{pemda_id}/pemda.yaml", pemda_skeleton(pemda_id))
    click.echo(
        "Buka berkas itu, periksa nama dan jenisnya, isi yang lain. Lalu buat instansinya: "
        f"iku new instansi {pemda_id}/FOLDER"
    )


def _instansi(root: Path, instansi_id: str) -> None:
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
    for parent in _di_atas(above):
        _wajib_ada(root, parent)
    for satu in (root / instansi_id / "iku").glob("*.yaml"):
        raise click.UsageError(
            f"Instansi ini sudah ada: {shown(str(satu))}. Keputusan lain ditulis di folder yang "
            "sama, dengan nama tahun pertamanya."
        )
    induk = _cari(load_laporan(root, shown(str(root))), above)
    if induk and name in {satu.id for satu in induk.indikator}:
        raise click.UsageError(
            f"“{name}” sudah dipakai sebagai id indikator {induk.nama}. Pilih nama folder lain."
        )
    _tulis(root, "iku", f"{instansi_id}/iku.yaml", iku_skeleton(instansi_id))
    click.echo(
        "Buka berkas itu, periksa nama instansinya, salin isi keputusannya. Lalu jalankan: "
        "iku check"
    )


def _capaian(root: Path, instansi_id: str, tahun: int) -> None:
    for parent in _di_atas(instansi_id):
        _wajib_ada(root, parent)
    name = shown(str(root))
    loaded = load_laporan(root, name)
    instansi = _cari(loaded, instansi_id)
    wrong = sum(
        problem.is_error and problem.file.startswith(f"{name}/{instansi_id}/iku")
        for problem in loaded.problems
    )
    if wrong or instansi is None:
        raise click.UsageError(
            f"Ada {wrong or 'berkas dengan'} kesalahan di keputusan instansi ini. Perbaiki dahulu; "
            "iku check menyebut tempatnya."
        )
    berlaku = indikator_in_force(instansi, tahun)
    berkas = capaian_file(instansi_id, tahun)
    if (root / berkas).exists():
        raise click.UsageError(_sudah_ada(f"{name}/{berkas}", instansi, tahun, len(berlaku)))
    if not berlaku:
        raise click.UsageError(_tidak_berlaku(instansi, tahun))
    _tulis(root, "capaian", berkas, capaian_skeleton(instansi, tahun))
    click.echo(
        f"Buka berkas itu, isi realisasi dan sumber {len(berlaku)} indikator. Lalu jalankan: "
        "iku check"
    )


def _sudah_ada(berkas: str, instansi: Instansi, tahun: int, banyak: int) -> str:
    terisi = sum(satu.is_reported(tahun) for satu in instansi.indikator)
    return (
        f"Berkas {berkas} sudah ada dan tidak diubah; {terisi} dari {banyak} indikator sudah "
        "terisi. Buka dan lanjutkan berkas itu."
    )


def _tidak_berlaku(instansi: Instansi, tahun: int) -> str:
    periode = [satu.iku.periode for satu in instansi.iku if satu.iku.periode]
    if not instansi.indikator:
        return f"{instansi.nama} belum punya indikator. Isi iku.yaml dahulu."
    said = ", ".join(f"{satu.awal}–{satu.akhir}" for satu in periode)
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


def _tahun(text: str) -> int:
    if text.isascii() and text.isdigit() and TAHUN_AWAL <= int(text) <= TAHUN_AKHIR:
        return int(text)
    raise click.UsageError(
        f"“{text}” bukan tahun. Tulis empat angka antara {TAHUN_AWAL} dan {TAHUN_AKHIR}, "
        "misalnya --tahun 2025."
    )


def _di_atas(instansi_id: str) -> Iterator[str]:
    """Yield an id and those above it, the Pemda first."""
    parts = instansi_id.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _wajib_ada(root: Path, instansi_id: str) -> None:
    folder = root / instansi_id
    is_pemda = "/" not in instansi_id
    complete = (
        (folder / "pemda.yaml").is_file()
        if is_pemda
        else (folder / "iku.yaml").is_file() or any((folder / "iku").glob("*.yaml"))
    )
    if not complete:
        jenis = "pemda" if is_pemda else "instansi"
        raise click.UsageError(
            f"{jenis.capitalize()} “{instansi_id}” belum ada di {shown(str(root))}. Periksa "
            f"ejaannya, atau buat dahulu: iku new {jenis} {instansi_id}"
        )


def _cari(loaded: Loaded, instansi_id: str) -> Instansi | None:
    """Return an instansi as far as it could be read; an error elsewhere does not matter here."""
    return next(
        (
            satu
            for pemda in loaded.terbaca.pemda
            for satu in pemda.instansi.keturunan()
            if satu.id == instansi_id
        ),
        None,
    )


def _tulis(root: Path, jenis: str, berkas: str, text: str) -> None:
    """Write a new file, and the schema that its first line names where it is missing."""
    path = root / berkas
    place = Path(shown(str(root))) / berkas
    for part in (path, *path.parents[: berkas.count("/")]):
        if part.is_symlink():
            raise click.UsageError(f"{part.as_posix()} tautan simbolik; ganti dengan folder biasa.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as new:
            new.write(text.encode())
    except FileExistsError as error:
        raise click.UsageError(
            f"Berkas {place.as_posix()} sudah ada dan tidak diubah. Buka dan lanjutkan berkas itu."
        ) from error
    except OSError as error:
        raise click.FileError(place.as_posix(), str(error.strerror)) from error
    click.echo(f"Ditulis: {place.as_posix()}")
    write_schema(root, jenis)
