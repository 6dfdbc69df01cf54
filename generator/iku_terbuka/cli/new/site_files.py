"""The files of a new project, as texts by path. Nothing is read from the project, nothing written.

What a project shares with the repository of the program (pipelines, forms, settings of editors)
is taken from there, so that both stay alike.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from urllib.parse import urlsplit

from iku_terbuka import defaults
from iku_terbuka.model.pemda import JenisPemda
from iku_terbuka.model.schema import FILE_MODELS, json_schema, schema_file
from iku_terbuka.model.skeleton import HOW_TO_USE, iku_skeleton, pemda_skeleton

# Copied as they are; defaults.ROOT has them in a checkout and in the wheel.
_SHARED = (
    *(".github/workflows/periksa.yml", ".github/workflows/terbit.yml", ".github/ISSUE_TEMPLATE"),
    *(".github/pull_request_template.md", ".github/CODEOWNERS.contoh", ".gitlab", ".vscode"),
)
_OF_THE_PROGRAM = "\n# Our own tests"
# Where the address of the site stands in the rules for web servers.
_PATH = "/iku/"
_HOSTING = {"htaccess.txt": ".htaccess", "headers.txt": "_headers", "nginx.txt": "nginx.conf"}


@dataclass(frozen=True)
class Package:
    """Where a project gets the program from: a line for pip, and a file that it names, if any."""

    line: str
    path: str = ""
    content: bytes = b""


@dataclass(frozen=True)
class NewSite:
    """What the web admin says of a site; an empty text was not said.

    ``emblem`` is an image, ``emblem_type`` its ending with the dot.
    """

    nama: str
    pemda: str
    jenis: JenisPemda | None
    package: Package
    provinsi: str = ""
    kode_wilayah: str = ""
    resmi: bool = False
    nama_situs: str = ""
    alamat: str = ""
    repositori: str = ""
    warna: str = ""
    kontak: str = ""
    lisensi: str = ""
    emblem: bytes = field(default=b"", repr=False)
    emblem_type: str = ""

    @property
    def title(self) -> str:
        return self.nama_situs or f"IKU {self.nama}"


def pemda_yaml(site: NewSite) -> str:
    """Return the profile of the Pemda."""
    text = pemda_skeleton(site.pemda)
    text = re.sub(r"^nama: .*$", lambda _: f"nama: {_quoted(site.nama)}", text, flags=re.M)
    if site.jenis:
        text = re.sub(r"^jenis: .*$", f"jenis: {site.jenis}", text, flags=re.M)
    said = {
        "provinsi": _quoted(site.provinsi) if site.provinsi else "",
        "kode_wilayah": _quoted(site.kode_wilayah) if site.kode_wilayah else "",
        "resmi": "true" if site.resmi else "",
    }
    for key, value in said.items():
        if value:
            line = f"{key}: {value}"
            text = text.replace(_commented(text, key), line, 1)
    return text


def _commented(text: str, key: str) -> str:
    """Return the line of a skeleton that holds ``key`` as a comment."""
    return next(line for line in text.splitlines() if line.startswith(f"# {key}: "))


def site_files(site: NewSite) -> Mapping[str, bytes]:
    """Return every file of the project by its path."""
    return dict(sorted(_files(site)))


def _files(site: NewSite) -> Iterator[tuple[str, bytes]]:
    yield "mkdocs.yml", _mkdocs_yml(site).encode()
    yield f"indicators/{site.pemda}/pemda.yaml", pemda_yaml(site).encode()
    iku = iku_skeleton(site.pemda)
    iku = re.sub(r"^instansi: .*$", lambda _: f"instansi: {_quoted(site.nama)}", iku, flags=re.M)
    yield f"indicators/{site.pemda}/iku.yaml", iku.encode()
    yield "content/.gitkeep", b""
    if site.emblem:
        yield f"theme/assets/{_emblem(site)}", site.emblem
    values = {"situs": site.title, "nama": site.nama, "pemda": site.pemda}
    yield "README.md", _filled(_template("README.md"), values).encode()
    yield from package_files(site.package)
    yield from program_files(site.alamat)


def package_files(package: Package) -> Iterator[tuple[str, bytes]]:
    """Yield the files that say where the project gets the program from."""
    yield "requirements.txt", _requirements(package).encode()
    if package.content:
        yield package.path, package.content


def program_files(alamat: str) -> Iterator[tuple[str, bytes]]:
    """Yield what a project has of the program, whatever its site; ``alamat`` is its address."""
    for kind in FILE_MODELS:
        yield f"indicators/{schema_file(kind)}", json_schema(kind).encode()
    yield "requirements.lock", (defaults.ROOT / "requirements.lock").read_bytes()
    for name in ("Makefile", "terbit.sh", "gitignore", "gitattributes"):
        yield name.replace("git", ".git", 1), _template(name).encode()
    gitlab = (defaults.ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    yield ".gitlab-ci.yml", gitlab.partition(_OF_THE_PROGRAM)[0].encode()
    for name in _SHARED:
        shared = defaults.ROOT / name
        for found in (shared, *shared.rglob("*")):
            if found.is_file() and found.suffix != ".pyc":
                yield found.relative_to(defaults.ROOT).as_posix(), found.read_bytes()
    folder_of_site = urlsplit(alamat).path if alamat else _PATH
    for name, rules in _HOSTING.items():
        text = (defaults.CONTENT / "panduan/menerbitkan" / name).read_text(encoding="utf-8")
        yield f"hosting/{rules}", text.replace(f" {_PATH}", f" {folder_of_site}").encode()


def _template(name: str) -> str:
    return files(__package__).joinpath("project", name).read_text(encoding="utf-8")


def _emblem(site: NewSite) -> str:
    return f"lambang{site.emblem_type}"


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{\{([a-z]+)\}\}", lambda found: values[found[1]], text)


def _quoted(text: str) -> str:
    """Return a text as a YAML value that nothing in it can end."""
    return json.dumps(text, ensure_ascii=False)


def _requirements(package: Package) -> str:
    return f"""\
# Program yang membangun situs ini. Pustaka yang dipakainya ada di requirements.lock.
{package.line}
"""


def _mkdocs_yml(site: NewSite) -> str:
    emblem = _quoted(f"assets/{_emblem(site)}") if site.emblem else ""
    return f"""\
# Pilihan untuk situs ini. Yang tidak ditulis di sini memakai bawaan program.
{HOW_TO_USE}
site_name: {_quoted(site.title)}

# Alamat umum situs, diakhiri garis miring. Dengan ini peta situs dan tautan kanonis dibuat.
{_option("site_url", _quoted(site.alamat) if site.alamat else "", "https://iku.contoh.go.id/")}

# Folder halaman Anda sendiri. content/glosarium/index.md menggantikan halaman Glosarium bawaan;
# tulisan di content/index.md tampil di halaman depan, di atas angka daerah.
docs_dir: content

theme:
  name: material
  # Lambang daerah, berkas gambar di folder theme/assets/. Tampil di kepala setiap halaman.
  {_option("logo", emblem, "assets/lambang.png")}
  {_option("favicon", emblem, "assets/lambang.png")}

plugins:
  - iku:
      # Daerah ini menjadi halaman depan.
      hanya: {site.pemda}
      # Folder data, bila bukan indicators. Semua perintah iku memakainya.
      # indicators: indicators
      # Repositori data: tombol “Ubah data ini” dan “Laporkan kesalahan” di setiap halaman. Tanpa
      # ini kesalahan dilaporkan kepada kontak di bawah.
      {_option("repositori", site.repositori and _quoted(site.repositori), _REPOSITORY)}
      # Warna daerah, untuk kepala halaman, tautan, kotak kelengkapan, dan gambar untuk dibagikan.
      # Tulisan putih di atasnya harus terbaca.
      {_option("warna", site.warna and _quoted(site.warna), '"#16324c"')}
      # Kepada siapa warga bertanya: unit kerja, bukan nama orang, dengan alamat surel, formulir
      # (https://…), atau nomor telepon, yang menjadi tautan. Di kaki setiap halaman.
      {_option("kontak", site.kontak and _quoted(site.kontak), _CONTACT)}
      # Lisensi datanya: CC-BY-4.0, CC-BY-SA-4.0, atau CC0-1.0. Tampil di kaki setiap halaman dan
      # di berkas data. Tanpa ini tidak ada lisensi yang dinyatakan.
      {_option("lisensi", site.lisensi, "CC-BY-4.0")}
      # Gambar untuk dibagikan bagi setiap indikator juga; perlu site_url.
      # kartu_indikator: true
"""


_REPOSITORY = "https://github.com/ORGANISASI/REPOSITORI"
_CONTACT = '"Bagian Organisasi, organisasi@contoh.go.id, (0511) 123456"'


def _option(key: str, value: str, example: str) -> str:
    """Return the line of an option: with its value, or as a comment with an example."""
    return f"{key}: {value}" if value else f"# {key}: {example}"
