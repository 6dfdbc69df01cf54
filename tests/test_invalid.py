"""Every mistake we know of is refused at its place, in words that say what to write instead.

A case is one file or one folder below ``tests/invalid``; adding one adds no code.

``<what>.iku.yaml``, ``<what>.capaian.yaml`` and so on, after the kinds of files (``PLACES``),
    takes the place of that file in the valid data of ``_valid``. It begins with comments: what
    ``iku check`` says about it, word for word.
``<what>/``
    holds a whole ``indicators`` folder, and in ``harapan.txt`` what ``iku check`` says about it.

A case about errors names all errors; one that names a warning names all warnings too. (Small
cases lack a unit here and an owner there, which would be said of most of them.)

What Git or an editor cannot hold is built below, in ``MADE``.
"""

import ast
import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.check import check, find_errors
from iku_terbuka.load import load_laporan
from iku_terbuka.model.schema import FILE_MODELS
from tests.check.examples import EVENTS
from tests.conftest import ACUAN, ROOT

CASES = Path(__file__).parent / "invalid"
VALID = CASES / "_valid" / "indicators"
UNIT = "kota-uji/bagian-uji"
PLACES = {
    "iku": f"{UNIT}/iku.yaml",
    "capaian": f"{UNIT}/capaian/2025.yaml",
    "pemda": "kota-uji/pemda.yaml",
    "skala": "skala/uji.yaml",
    "dokumen": "kota-uji/dokumen/perwali-uji.yaml",
    "perjanjian-kinerja": f"{UNIT}/perjanjian-kinerja/2025.yaml",
    "evaluasi": f"{UNIT}/evaluasi/2025.yaml",
    "daftar-dokumen": f"{UNIT}/daftar-dokumen.yaml",
}
ONE_FILE = sorted(CASES.glob("*.yaml"))
ONE_FOLDER = sorted(path for path in CASES.iterdir() if path.is_dir() and path.name[0] != "_")


def said(root: Path, acuan: date | None = None) -> list[str]:
    """Return what is wrong or doubtful below ``root``, which messages call ``indicators``.

    A build, which looks for errors alone, finds the same errors.
    """
    loaded = load_laporan(root, "indicators")
    found = check(loaded, acuan)
    assert find_errors(loaded) == tuple(problem for problem in found if problem.is_error)
    return [str(problem) for problem in found]


def said_of(case: Path, root: Path) -> list[str]:
    """Return what is said of a case, without warnings when it is about errors alone."""
    warns = any(": peringatan: " in line for line in expected(case))
    return [line for line in said(root, ACUAN) if warns or ": peringatan: " not in line]


def expected(case: Path) -> list[str]:
    """Return the lines that a case expects."""
    if case.is_dir():
        return (case / "harapan.txt").read_text(encoding="utf-8").splitlines()
    lines = case.read_text(encoding="utf-8").split("\n")
    head = next(i for i, line in enumerate(lines) if not line.startswith("# "))
    return [line.removeprefix("# ") for line in lines[:head]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the valid data, to break."""
    return shutil.copytree(VALID, tmp_path / "indicators")


def test_the_data_that_cases_break_is_valid(data: Path) -> None:
    assert said(data) == []


@pytest.mark.parametrize("case", ONE_FILE, ids=lambda case: case.stem)
def test_one_file(case: Path, data: Path) -> None:
    kind = case.stem.rpartition(".")[2]
    path = data / PLACES[kind]
    path.parent.mkdir(exist_ok=True)
    shutil.copy(case, path)
    assert said_of(case, data) == expected(case)


@pytest.mark.parametrize("case", ONE_FOLDER, ids=lambda case: case.name)
def test_one_folder(case: Path) -> None:
    assert said_of(case, case / "indicators") == expected(case)


def test_every_case_expects_something() -> None:
    assert [case.name for case in (*ONE_FILE, *ONE_FOLDER) if not expected(case)] == []
    assert len(ONE_FILE) + len(ONE_FOLDER) + len(MADE) >= 160


def _write(name: str, raw: bytes) -> Callable[[Path], None]:
    """Return what writes ``raw`` into the file ``name`` of the instansi."""

    def make(root: Path) -> None:
        path = root / UNIT / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)

    return make


def _symlink(root: Path) -> None:
    outside = root.parent / "rahasia.yaml"
    outside.write_text("instansi: Rahasia\n")
    (root / UNIT / "iku.yaml").unlink()
    (root / UNIT / "iku.yaml").symlink_to(outside)
    (root / "kota-uji" / "bagian-lain").symlink_to(root.parent, target_is_directory=True)


def _fifo(root: Path) -> None:
    (root / UNIT / "iku.yaml").unlink()
    os.mkfifo(root / UNIT / "iku.yaml")


def _deep(root: Path) -> None:
    path = root / UNIT
    for _ in range(49):
        path /= "a"
        path.mkdir()
        (path / "iku.yaml").write_text("instansi: A\n")


def _folder(*names: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        for name in names:
            path = root / "kota-uji" / name
            path.mkdir()
            (path / "iku.yaml").write_text("instansi: Bagian\n")

    return make


IKU = b"instansi: Bagian Uji\n"
UTF8 = (
    "Berkas ini tidak tersimpan sebagai UTF-8. "
    "Simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8). "
    "[bukan-utf8]"
)
SYMLINK = (
    "Ini tautan simbolik; isinya dapat berada di luar folder data. "
    "Ganti dengan berkas atau folder yang sebenarnya. [tautan-simbolik]"
)
MADE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "bytes that are not UTF-8": (
        _write("iku.yaml", IKU + b"tugas: \xe9\xe9\n"),
        [f"{UNIT}/iku.yaml:2:8: {UTF8}"],
    ),
    "bytes that are not UTF-8, after a byte order mark": (
        _write("iku.yaml", b"\xef\xbb\xbf" + IKU + b"tugas: \xe9\xe9\n"),
        [f"{UNIT}/iku.yaml:2:8: {UTF8}"],
    ),
    "UTF-16": (
        _write("iku.yaml", IKU.decode().encode("utf-16")),
        [f"{UNIT}/iku.yaml:1:1: {UTF8}"],
    ),
    "UTF-16 without a byte order mark": (
        _write("iku.yaml", IKU.decode().encode("utf-16-le")),
        [f"{UNIT}/iku.yaml:1:2: {UTF8}"],
    ),
    "NUL": (
        _write("iku.yaml", IKU + b"tugas: Membantu\0Wali Kota\n"),
        [f"{UNIT}/iku.yaml:2:16: {UTF8}"],
    ),
    "no content at all": (
        _write("iku.yaml", b""),
        [
            f"{UNIT}/iku.yaml:1:1: Berkas ini kosong. Isi atau hapus berkasnya. [berkas-kosong]",
        ],
    ),
    "more than 1 MB": (
        _write("iku.yaml", IKU + b"# " + b"x" * 1_000_000),
        [
            f"{UNIT}/iku.yaml:1:1: Berkas ini lebih dari 1 MB. "
            "Pecah menjadi beberapa instansi atau tahun. [berkas-terlalu-besar]",
        ],
    ),
    "25 kB of brackets": (
        _write("iku.yaml", IKU + b"catatan: " + b"[" * 25_000),
        [
            f"{UNIT}/iku.yaml:2:59: Isi bersarang lebih dari 50 tingkat. "
            "Periksa kurung atau lekukan yang berlebih. [terlalu-dalam]",
        ],
    ),
    "more mistakes than anybody reads": (
        _write("iku.yaml", IKU + b"fungsi:\n" + b"-\n" * 12_345),
        [
            f"{UNIT}/iku.yaml:{line}:2: Butir ini kosong. Isi atau hapus barisnya. [isi-kosong]"
            for line in range(3, 203)
        ]
        + [
            f"{UNIT}/iku.yaml:1002:2: Sedikitnya 800 masalah lain di berkas ini tidak disebut. "
            "Perbaiki yang sudah disebut, lalu periksa lagi. [terlalu-banyak-masalah]",
        ],
    ),
    "a text of 20,001 characters": (
        _write("iku.yaml", IKU + b"tugas: " + b"x" * 20_001),
        [
            f"{UNIT}/iku.yaml:2:8: Teks ini lebih dari 20.000 karakter. "
            "Ringkas, atau rujuk dokumennya di “sumber”. [teks-terlalu-panjang]",
        ],
    ),
    "links out of the folder": (
        _symlink,
        [
            f"kota-uji/bagian-lain:1:1: {SYMLINK}",
            f"{UNIT}:1:1: Folder instansi ini tidak memuat iku.yaml. "
            "Buat iku.yaml; satu baris “instansi: …” sudah cukup. [instansi-tanpa-iku]",
            f"{UNIT}/iku.yaml:1:1: {SYMLINK}",
        ],
    ),
    "a pipe that would block a reader": (
        _fifo,
        [
            f"{UNIT}:1:1: Folder instansi ini tidak memuat iku.yaml. "
            "Buat iku.yaml; satu baris “instansi: …” sudah cukup. [instansi-tanpa-iku]",
        ],
    ),
    "folders within folders": (
        _deep,
        [
            f"{UNIT}{'/a' * 49}:1:1: Folder bersarang lebih dari 50 tingkat. "
            "Pindahkan ke tingkat yang lebih atas. [terlalu-dalam]",
        ],
    ),
    "a name that Windows cannot hold": (
        _folder("con"),
        [
            "kota-uji/con:1:1: Nama “con” tidak dapat disimpan di Windows. "
            "Pilih nama lain. [nama-tidak-aman]",
        ],
    ),
    "names that would break a line of messages": (
        _folder("baris\nlain", "warna\x1b[31m", os.fsdecode(b"latin-\xe9")),
        [
            f"kota-uji/{name}:1:1: Nama “{quoted}” tidak aman dipakai sebagai alamat halaman. "
            "Pakai huruf kecil a–z, angka, dan tanda hubung, paling panjang 80 karakter. "
            "[nama-tidak-aman]"
            for name, quoted in (
                ("baris?lain", "baris lain"),
                ("latin-?", "latin-?"),
                ("warna?[31m", "warna?[31m"),
            )
        ],
    ),
}


@pytest.mark.parametrize("what", MADE)
def test_what_git_cannot_hold(what: str, data: Path) -> None:
    make, lines = MADE[what]
    try:
        make(data)
    except (OSError, AttributeError, UnicodeError) as error:
        pytest.skip(f"this system has no such thing: {error}")
    errors = [line for line in said(data) if ": peringatan: " not in line]
    assert errors == [f"indicators/{line}" for line in lines]


def test_no_such_folder(tmp_path: Path) -> None:
    assert said(tmp_path / "indicators") == [
        "indicators:1:1: Folder “indicators” tidak ada. "
        "Jalankan di folder yang memuat indicators/, atau pakai --indicators. [folder-tidak-ada]"
    ]


def test_what_may_not_be_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refusals of the operating system; the tests may run as a user who is refused nothing."""
    listing, opening = os.scandir, Path.open
    (data / "kota-uji" / "bagian-lain").mkdir()

    def scandir(path: Path) -> object:
        if path.name == "bagian-lain":
            raise PermissionError
        return listing(path)

    def open_file(path: Path, *args: str) -> object:
        if path.name == "iku.yaml":
            raise PermissionError
        return opening(path, *args)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "open", open_file)
    assert said(data) == [
        "indicators/kota-uji/bagian-lain:1:1: Folder ini tidak dapat dibuka. "
        "Periksa izin bacanya. [berkas-tidak-terbaca]",
        "indicators/kota-uji/bagian-lain:1:1: Folder instansi ini tidak memuat iku.yaml. "
        "Buat iku.yaml; satu baris “instansi: …” sudah cukup. [instansi-tanpa-iku]",
        f"indicators/{UNIT}/iku.yaml:1:1: Berkas ini tidak dapat dibuka. "
        "Periksa izin bacanya. [berkas-tidak-terbaca]",
    ]


def test_a_type_without_words_of_its_own_is_refused_in_indonesian(tmp_path: Path) -> None:
    """No field of ours has such a type; one that comes later must not speak English."""
    assert [str(problem) for problem in EVENTS["isi-tidak-sah"](tmp_path)] == [
        "asing.yaml:1:9: Isi ini tidak dapat dibaca. Bandingkan dengan berkas lain. [isi-tidak-sah]"
    ]


def codes(path: Path) -> Iterator[str]:
    """Yield the codes of problems in a source file: texts of small words joined by hyphens.

    Lists and the keys of a mapping hold examples for the schema, sets the names of pages.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    listed = [node.elts for node in ast.walk(tree) if isinstance(node, ast.List | ast.Set)]
    listed += [node.keys for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    examples = {id(node) for nodes in listed for node in nodes}
    for node in ast.walk(tree):
        if id(node) in examples:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            code = re.fullmatch(r"[a-z][a-z0-9]+(-[a-z0-9]+)+", node.value)
            if code and code[0] not in {"utf-8", *FILE_MODELS}:
                yield code[0]


def every_code() -> set[str]:
    """Return every code that the program can say."""
    packages = ("source", "load", "model", "check")
    sources = [
        path
        for name in packages
        for path in (ROOT / "generator" / "iku_terbuka" / name).glob("*.py")
        if path.name != "catalogue.py"  # it names files
    ]
    return {code for path in sources for code in codes(path)}


def test_every_code_has_a_case() -> None:
    known = every_code()
    assert len(known) >= 90
    lines = [line for case in (*ONE_FILE, *ONE_FOLDER) for line in expected(case)]
    lines += Path(__file__).read_text(encoding="utf-8").splitlines()
    shown = {code for line in lines for code in re.findall(r"\[([a-z0-9-]+)\]", line)}
    assert known - shown == set()


def test_messages_are_indonesian_sentences() -> None:
    """Whole sentences, what to do included; nothing of the English of YAML or pydantic."""
    english = re.compile(r"\b(the|input|should|valid|value|expected|error|found|string|None)\b")
    for case in (*ONE_FILE, *ONE_FOLDER):
        for line in expected(case):
            place, _, rest = line.partition(": ")
            message = re.sub(r" \[[a-z0-9-]+\]$", "", rest)
            assert re.fullmatch(r"indicators(/[^:]+)?(:\d+){2}", place), line
            assert not english.search(re.sub("“.*?”", "", message)), line
            assert re.match(r"(peringatan: )?[A-Z“0-9]", message), line
            assert re.search(r"\. [A-Z“]", message), f"no hint: {line}"
