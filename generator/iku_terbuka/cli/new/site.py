"""``iku new situs``: a Pemda's own project. Asks on a terminal alone, and overwrites nothing."""

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import click

from iku_terbuka.cli.files import write_whole
from iku_terbuka.cli.language import Command
from iku_terbuka.cli.new.site_files import NewSite, Package, pemda_yaml, site_files
from iku_terbuka.context.forge import find_forge
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.context.warna import parse_warna
from iku_terbuka.load.names import name_problem
from iku_terbuka.load.validate import validate
from iku_terbuka.model.pemda import JenisPemda, ProfilPemda
from iku_terbuka.source import parse
from iku_terbuka.source.visible import printable_line

_DISTRIBUTION = "iku-terbuka"
_PACKAGE_FOLDER = "paket"
_EMBLEMS = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_HELP = """\
Membuat proyek situs satu daerah di FOLDER, yang langsung dapat dibangun: pilihan situs, data,
alur untuk GitHub, GitLab, dan server sendiri. Yang wajib hanya --nama. Di terminal, yang tidak
disebut akan ditanyakan; jawaban kosong berarti diisi nanti.
"""


def _plain(text: str) -> str:
    if printable_line(text) != text:
        raise ValueError("Tulis satu baris, tanpa karakter kendali.")
    return text


def _alamat(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#\"'<>]+(?:/[^\s?#\"'<>]*)?", text):
        raise ValueError("Tulis alamat lengkap, misalnya https://iku.contoh.go.id/")
    return text.rstrip("/") + "/"


def _repositori(text: str) -> str:
    # The program behind the address is asked for where the address does not tell it.
    find_forge(text, "main", "" if "git" in urlsplit(text).netloc else "gitlab")
    return text.rstrip("/")


def _lisensi(text: str) -> str:
    found = find_lisensi(text)
    return found.spdx if found else ""


def _warna(text: str) -> str:
    return parse_warna(text)


def _emblem(text: str) -> str:
    path = Path(text)
    if path.suffix.lower() not in _EMBLEMS:
        raise ValueError(f"Lambang harus berkas gambar: {', '.join(_EMBLEMS)}.")
    if not path.is_file():
        raise ValueError(f"Berkas lambang “{text}” tidak ada.")
    return text


# Key, question, and what makes a valid value of an answer or raises ``ValueError``.
_QUESTIONS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("nama", "Nama daerah, misalnya Kabupaten Contoh", _plain),
    ("provinsi", "Provinsinya", _plain),
    ("kode_wilayah", "Kode wilayah Kemendagri, misalnya 99.01", _plain),
    ("nama_situs", "Nama situs, bila bukan “IKU” dengan nama daerah", _plain),
    ("alamat", "Alamat umum situs, misalnya https://iku.contoh.go.id/", _alamat),
    ("repositori", "Alamat repositori, misalnya https://github.com/ORGANISASI/NAMA", _repositori),
    ("warna", "Warna daerah, misalnya #16324c", _warna),
    ("lambang", "Berkas gambar lambang daerah", _emblem),
    ("kontak", "Kepada siapa warga bertanya: unit kerja, surel atau formulir, telepon", _plain),
    ("lisensi", "Lisensi data: CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0", _lisensi),
)


@click.command("situs", cls=Command, help=_HELP, short_help="Membuat proyek situs satu daerah.")
@click.argument("folder", metavar="FOLDER")
@click.option("--nama", metavar="NAMA", help="Nama daerah, misalnya “Kabupaten Uji”.")
@click.option(
    "--jenis",
    type=click.Choice([jenis.value for jenis in JenisPemda]),
    help="Jenis daerah, bila namanya tidak menyebutnya.",
)
@click.option("--provinsi", metavar="NAMA", help="Provinsi tempat daerah itu berada.")
@click.option("--kode-wilayah", metavar="KODE", help="Kode wilayah Kemendagri, misalnya 99.01.")
@click.option(
    "--resmi", is_flag=True, help="Daerah itu sendiri yang menerbitkan; tanpa ini: salinan."
)
@click.option("--nama-situs", metavar="NAMA", help="Nama situs; bila tidak disebut: IKU dan nama.")
@click.option("--alamat", metavar="ALAMAT", help="Alamat umum situs.")
@click.option("--repositori", metavar="ALAMAT", help="Alamat repositori datanya.")
@click.option("--warna", metavar="WARNA", help="Warna daerah, misalnya #16324c.")
@click.option("--lambang", metavar="BERKAS", help="Gambar lambang daerah, disalin ke proyek.")
@click.option(
    "--kontak",
    metavar="TEKS",
    help="Kepada siapa warga bertanya: unit kerja, surel atau formulir, telepon.",
)
@click.option("--lisensi", metavar="NAMA", help="Lisensi data, misalnya CC-BY-4.0.")
@click.option(
    "--paket",
    metavar="ASAL",
    help="Asal program ini bagi proyek: berkas .whl, atau alamat git+https://…@vX.Y.Z.",
)
def situs_command(
    folder: str, jenis: str | None, resmi: bool, paket: str | None, **said: str | None
) -> None:
    target = Path(folder)
    answers, resmi = _answers(said, resmi)
    nama = answers["nama"]
    if not nama:
        raise click.UsageError('Sebutkan nama daerahnya, misalnya --nama "Kabupaten Uji".')
    lambang = answers.pop("lambang")
    site = NewSite(
        pemda=_folder_of(nama),
        jenis=JenisPemda(jenis) if jenis else None,
        package=_package(paket),
        resmi=resmi,
        emblem=Path(lambang).read_bytes() if lambang else b"",
        emblem_type=Path(lambang).suffix.lower(),
        **answers,
    )
    _check_profile(site)
    _write(target, site)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _answers(said: dict[str, str | None], resmi: bool) -> tuple[dict[str, str], bool]:
    """Return a valid value for each question; an empty one for what nobody said."""
    asks = _is_terminal()
    answers = {}
    for key, question, valid in _QUESTIONS:
        given = said[key]
        if given is None and asks:
            answers[key] = _ask(question, valid, required=key == "nama")
            continue
        try:
            answers[key] = valid(given.strip()) if given and given.strip() else ""
        except ValueError as error:
            raise click.UsageError(f"--{key.replace('_', '-')}: {error}") from error
    if asks and not resmi:
        question = "Apakah daerah itu sendiri yang menerbitkan situs ini? (y/t)"
        resmi = click.prompt(question, default="t").strip().lower() in {"y", "ya"}
    return answers, resmi


def _ask(question: str, valid: Callable[[str], str], *, required: bool) -> str:
    while True:
        text = click.prompt(question, default="", show_default=False).strip()
        try:
            if text:
                return valid(text)
        except ValueError as error:
            click.echo(str(error))
        else:
            if not required:
                return ""


def _folder_of(nama: str) -> str:
    folder = re.sub(r"[^a-z0-9]+", "-", nama.lower()).strip("-")
    problem = name_problem(folder)
    if problem:
        raise click.UsageError(f"--nama: {problem[1]} {problem[2]}")
    return folder


def _check_profile(site: NewSite) -> None:
    document, problems = parse(pemda_yaml(site), "pemda.yaml")
    found = [*problems, *(validate(document, ProfilPemda)[1] if document else ())]
    if found:
        raise click.UsageError(found[0].text)


def _package(asked: str | None) -> Package:
    """Return where the project gets the program from: as it says, or as it came here."""
    if asked and Path(asked).is_file():
        return _file(Path(asked))
    if asked:
        if not re.fullmatch(r"(?:git\+)?https://[^\s\"']+", asked):
            raise click.UsageError(
                "--paket: Sebut berkas .whl yang ada, atau alamat seperti git+https://…@vX.Y.Z."
            )
        return Package(f"{_DISTRIBUTION} @ {asked}")
    return package_of_this_program()


def package_of_this_program() -> Package:
    """Return where the program that runs came from; by its version alone, if pip kept nothing."""
    ours = distribution(_DISTRIBUTION)
    # https://packaging.python.org/en/latest/specifications/direct-url-data-structure/
    source: dict[str, Any] = json.loads(ours.read_text("direct_url.json") or "{}")
    url = str(source.get("url", ""))
    if "vcs_info" in source:
        vcs = source["vcs_info"]
        return Package(f"{_DISTRIBUTION} @ {vcs['vcs']}+{url}@{vcs['commit_id']}")
    if "archive_info" in source:
        path = Path(unquote(urlsplit(url).path).removeprefix("/" if os.name == "nt" else ""))
        if url.startswith("file:") and path.is_file():
            return _file(path)
        if url.startswith("https:"):
            return Package(f"{_DISTRIBUTION} @ {url}")
    return Package(f"{_DISTRIBUTION}=={ours.version}")


def _file(path: Path) -> Package:
    if path.suffix != ".whl":
        raise click.UsageError("--paket: Berkas program berakhiran .whl.")
    content = path.read_bytes()
    place = f"{_PACKAGE_FOLDER}/{path.name}"
    digest = hashlib.sha256(content).hexdigest()
    return Package(f"./{place} --hash=sha256:{digest}", place, content)


def _write(target: Path, site: NewSite) -> None:
    files = site_files(site)
    for path in files:
        if (target / path).exists() or (target / path).is_symlink():
            raise click.UsageError(
                f"Berkas {(target / path).as_posix()} sudah ada dan tidak diubah. Pilih folder "
                "yang kosong."
            )
    for path, content in files.items():
        write_whole(target / path, content)
    (target / "terbit.sh").chmod(0o755)
    place = target.as_posix()
    click.echo(f"Ditulis: {len(files)} berkas di {'folder ini' if place == '.' else place}")
    if not site.package.path and "@" not in site.package.line:
        click.echo(
            "Periksa requirements.txt: program ini tidak dipasang dari berkas atau tag, jadi "
            "asalnya bagi proyek belum tentu ada. Sebut dengan --paket."
        )
    there = "" if place == "." else f"Buka folder {place}. "
    click.echo(f"{there}Bangun situsnya: iku build. Langkah berikutnya ada di README.md.")
