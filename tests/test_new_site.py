"""``iku new situs``: from an empty folder to a site, also with nothing but the wheel."""

import hashlib
import os
import re
import shlex
import subprocess
import sys
import threading
import venv
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml
from click.testing import CliRunner, Result

from iku_terbuka.cli.commands import iku
from iku_terbuka.cli.language import error_message
from iku_terbuka.cli.new import site as new_site
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model.schema import FILE_MODELS
from tests.conftest import EPOCH, ROOT
from tests.repository import ENVIRONMENT

NAMA = ("--nama", "Kabupaten Uji")
SAID = (
    *("--nama", 'Kota "Uji" & Coba', "--provinsi", "Provinsi: Uji", "--kode-wilayah", "99.71"),
    *("--resmi", "--nama-situs", "Kinerja # Kota", "--alamat", "https://contoh.go.id/kinerja"),
    *("--repositori", "https://github.com/uji/kinerja", "--warna", "#16324C"),
    *("--kontak", "Bagian Organisasi, uji@contoh.go.id", "--lisensi", "cc-by-4.0"),
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def new(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        iku, ["new", "situs", *args], standalone_mode=False, input=typed, prog_name="iku"
    )


def refused(*args: str) -> str:
    before = sorted(Path().rglob("*"))
    result = new(*args)
    assert result.exception is not None, result.output
    assert sorted(Path().rglob("*")) == before
    return error_message(result.exception)  # type: ignore[arg-type]


def options() -> dict[str, object]:
    settings = yaml.safe_load(Path("mkdocs.yml").read_text(encoding="utf-8"))
    return dict(settings["plugins"][0]["iku"])


def test_a_name_is_enough_for_a_project_that_builds_without_a_warning() -> None:
    result = new(".", *NAMA)
    assert result.exception is None, result.output
    assert re.match(r"Ditulis: \d+ berkas di folder ini\n", result.output)
    assert build(Path("mkdocs.yml"), Path("site"), None, strict=True) == ()
    home = Path("site/index.html").read_text(encoding="utf-8")
    assert ">Kabupaten Uji</h1>" in home
    assert "IKU Kabupaten Uji" in home
    assert options() == {"hanya": "kabupaten-uji"}, "no licence and no contact is assumed"
    checked = CliRunner().invoke(iku, ["check"], standalone_mode=False)
    assert checked.return_value == 0
    assert checked.stderr.endswith("0 kesalahan, 0 peringatan.\n")


def test_what_is_said_takes_effect(tmp_path: Path) -> None:
    emblem = tmp_path / "kota.PNG"
    emblem.write_bytes(b"\x89PNG")
    result = new("situs-kota", *SAID, "--lambang", str(emblem))
    assert result.exception is None, result.output
    os.chdir("situs-kota")
    assert Path("theme/assets/lambang.png").read_bytes() == b"\x89PNG"
    settings = yaml.safe_load(Path("mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_name"] == "Kinerja # Kota"
    assert settings["site_url"] == "https://contoh.go.id/kinerja/"
    assert settings["theme"]["logo"] == "assets/lambang.png"
    assert options() == {
        "hanya": "kota-uji-coba",
        "repositori": "https://github.com/uji/kinerja",
        "warna": "#16324c",
        "kontak": "Bagian Organisasi, uji@contoh.go.id",
        "lisensi": "CC-BY-4.0",
    }
    profile = yaml.safe_load(Path("indicators/kota-uji-coba/pemda.yaml").read_text("utf-8"))
    assert profile == {
        "nama": 'Kota "Uji" & Coba',
        "jenis": "kota",
        "provinsi": "Provinsi: Uji",
        "kode_wilayah": "99.71",
        "resmi": True,
    }
    assert "alias /srv/iku/" in Path("hosting/nginx.conf").read_text("utf-8")
    assert "location /kinerja/ {" in Path("hosting/nginx.conf").read_text("utf-8")
    assert "ErrorDocument 404 /kinerja/404.html" in Path("hosting/.htaccess").read_text("utf-8")
    assert build(Path("mkdocs.yml"), Path("site"), None, strict=True) == ()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Sebutkan nama daerahnya"),
        (("--nama", "…"), "--nama: Nama"),
        (("--nama", "Kota\nUji"), "--nama: Tulis satu baris"),
        ((*NAMA, "--kode-wilayah", "63,11"), "63"),
        ((*NAMA, "--alamat", "contoh.go.id"), "--alamat: Tulis alamat lengkap"),
        ((*NAMA, "--repositori", "git@contoh:x"), "--repositori: "),
        ((*NAMA, "--warna", "#ffffff"), "terlalu terang"),
        ((*NAMA, "--lambang", "tidak-ada.svg"), "“tidak-ada.svg” tidak ada"),
        ((*NAMA, "--lisensi", "MIT"), "CC-BY-4.0"),
        ((*NAMA, "--paket", "iku"), "--paket: "),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_written(
    args: tuple[str, ...], said: str
) -> None:
    assert said in refused("situs", *args)


def test_nothing_is_overwritten() -> None:
    Path("README.md").write_text("Milik kami", encoding="utf-8")
    assert "README.md sudah ada dan tidak diubah" in refused(".", *NAMA)


def test_on_a_terminal_what_is_not_said_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_site, "_is_terminal", lambda: True)
    typed = ["", "Kota Uji", "", "", "", "", "putih", "#16324c", "", "", "", "y"]
    result = new("situs", "--kode-wilayah", "99.71", typed="".join(f"{line}\n" for line in typed))
    assert result.exception is None, result.output
    assert "“warna: putih” di mkdocs.yml bukan warna" in result.output
    os.chdir("situs")
    assert options() == {"hanya": "kota-uji", "warna": "#16324c"}
    profile = yaml.safe_load(Path("indicators/kota-uji/pemda.yaml").read_text("utf-8"))
    assert profile["resmi"] is True


def test_the_pipelines_are_those_of_this_repository_without_our_tests() -> None:
    new(".", *NAMA)
    for name in ("periksa.yml", "terbit.yml"):
        path = Path(".github/workflows", name)
        assert path.read_bytes() == (ROOT / path).read_bytes()
    assert len(list(Path(".github/workflows").iterdir())) == 2
    ours = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    theirs = yaml.safe_load(Path(".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert theirs == {key: value for key, value in ours.items() if key != "tes"}
    schemas = yaml.safe_load(Path(".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert len(schemas) == len(FILE_MODELS)
    for schema in schemas:
        assert Path(schema).is_file()
    assert os.access("terbit.sh", os.X_OK)


def test_the_program_comes_from_a_file_or_a_tag(tmp_path: Path) -> None:
    wheel = tmp_path / "iku_terbuka-9-py3-none-any.whl"
    wheel.write_bytes(b"roda")
    new("a", *NAMA, "--paket", str(wheel))
    digest = hashlib.sha256(b"roda").hexdigest()
    line = f"./paket/{wheel.name} --hash=sha256:{digest}"
    assert line in Path("a/requirements.txt").read_text("utf-8").splitlines()
    assert Path("a/paket", wheel.name).read_bytes() == b"roda"
    new("b", *NAMA, "--paket", "git+https://contoh.id/iku@v9")
    lines = Path("b/requirements.txt").read_text("utf-8").splitlines()
    assert lines[-1] == "iku-terbuka @ git+https://contoh.id/iku@v9"


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_the_wheel_alone_makes_project_and_site(tmp_path: Path) -> None:
    """In a new environment and an empty home; libraries are those of this environment."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    quiet = ["-q", "--no-deps", "--no-index"]
    made = ["wheel", *quiet, "--no-build-isolation", "-w", str(tmp_path), str(ROOT)]
    subprocess.run([*pip, *made], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv/bin/python"
    (there,) = (tmp_path / "venv").glob("lib/*/site-packages")
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (there / "pustaka.pth").write_text("\n".join(libraries), encoding="utf-8")
    subprocess.run([*pip, "--python", str(python), "install", *quiet, str(wheel)], check=True)
    (tmp_path / "rumah").mkdir()
    (tmp_path / "kosong").mkdir()
    environ = {
        "HOME": str(tmp_path / "rumah"),
        "PATH": f"{python.parent}:/usr/bin:/bin",
        "SOURCE_DATE_EPOCH": EPOCH,
        "LC_ALL": "C.UTF-8",
    }

    def run(line: str) -> str:
        done = subprocess.run(
            shlex.split(line),
            cwd=tmp_path / "kosong",
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    where = run("python -c 'from iku_terbuka import defaults; print(defaults.ROOT)'").strip()
    assert Path(where) == there / "iku_terbuka/project"
    run('iku new situs . --nama "Kabupaten Uji"')
    assert "peringatan" not in run("iku build --strict")
    site = tmp_path / "kosong/site"
    for path in ("", "metodologi/", "glosarium/", "panduan/", "aksesibilitas/", "kelengkapan/"):
        assert (site / path / "index.html").is_file()
    for path in (
        "cari/index.html",
        "data/capaian.csv",
        "perubahan/index.html",
        "assets/lambang.svg",
    ):
        assert (site / path).is_file()
    asked = re.compile(r"<(?:script|img|source|iframe|link)\b[^>]*?(?:src|href)=\"?(?:https?:)?//")
    for page in site.rglob("*.html"):
        assert not asked.search(page.read_text(encoding="utf-8")), page
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text(encoding="utf-8")
    before = contents(site)
    run("iku build")
    assert contents(site) == before
    for line in (
        *("iku new instansi kabupaten-uji/dinas-a", "iku check", "iku export --markdown keluar"),
        *("iku export --csv a.csv --json a.json --schema skema", "iku build"),
    ):
        run(line)
    assert (site / "dinas-a/index.html").is_file()
    requirements = (tmp_path / "kosong/requirements.txt").read_text(encoding="utf-8")
    assert f"./paket/{wheel.name} --hash=sha256:" in requirements
    assert (tmp_path / "kosong/paket" / wheel.name).read_bytes() == wheel.read_bytes()
    locked = (tmp_path / "kosong/requirements.lock").read_bytes()
    assert locked == (ROOT / "requirements.lock").read_bytes()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.skipif(os.name == "nt", reason="paths and make of POSIX")
def test_eight_steps_of_the_guide_end_at_a_public_site(tmp_path: Path) -> None:
    """A bare repository stands for the forge, a folder and a web server for the host.

    The program and its libraries are those of this environment.
    """
    guide = (ROOT / "content/panduan/situs-baru/index.md").read_text(encoding="utf-8")
    steps = re.split(r"^## (?=\d\. )", guide, flags=re.MULTILINE)[1:]
    assert [step[0] for step in steps] == list("12345678")
    forge, host = tmp_path / "forge.git", tmp_path / "server"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(forge)], check=True)
    environ = os.environ | ENVIRONMENT | {"HOME": str(tmp_path)}
    environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    folder = tmp_path
    for step in steps:
        for block in re.findall(r"^```console\n(.*?)^```$", step, re.DOTALL | re.MULTILINE):
            for line in block.splitlines():
                command = line.removeprefix("$ ").replace("/srv/", f"{host}/")
                command = command.replace(
                    "https://github.com/ORGANISASI/REPOSITORI.git", str(forge)
                )
                if "terbit.sh" in command:
                    installed(host / "proyek-iku")
                done = subprocess.run(
                    shlex.split(command),
                    cwd=folder,
                    env=environ,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        if step.startswith("2."):
            folder = tmp_path / "proyek-iku"
    handler = partial(SimpleHTTPRequestHandler, directory=str(host / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{server.server_port}/iku/index.html") as answer:
            assert ">Kabupaten Uji</h1>" in answer.read().decode()
        server.shutdown()


def installed(project: Path) -> None:
    """Let a project take this environment for its own, so that nothing is fetched."""
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/python").symlink_to(sys.executable)
    run = f'#!/bin/sh\nexec "{sys.executable}" -c "from iku_terbuka.cli import main; main()" "$@"\n'
    (project / ".venv/bin/iku").write_text(run, encoding="utf-8")
    (project / ".venv/bin/iku").chmod(0o755)
    (project / ".venv/pasang.stamp").touch()
