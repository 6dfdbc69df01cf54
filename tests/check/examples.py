"""The examples of the catalogue, run: what ``iku check`` says of each of them.

``python -m tests.check.examples`` writes the messages that the page shows; run it after a change
of a message, and read the diff.
"""

import re
import shutil
import tempfile
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from iku_terbuka.check import check
from iku_terbuka.check.catalogue import CodeEntry, ExampleScope, entries
from iku_terbuka.load import load_laporan
from iku_terbuka.load.validate import validate
from iku_terbuka.source import parse
from iku_terbuka.source.problems import Problem
from tests.conftest import ACUAN, ROOT

PESAN = ROOT / "generator" / "iku_terbuka" / "check" / "pesan.yaml"
HEAD = "# Ditulis oleh “python -m tests.check.examples”; jangan disunting.\n"

DINAS = "kabupaten-contoh/dinas-contoh"
PEMDA = 'nama: Kabupaten Contoh\njenis: kabupaten\nkode_wilayah: "99.01"\n'
IKU = """\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: aduan-selesai
        nama: Persentase aduan selesai
        satuan: persen
        arah: naik
        formula:
          teks: Aduan selesai / aduan masuk × 100%
          rumus: selesai / masuk * 100
          variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
        penanggung_jawab: Bidang Contoh
      - id: jumlah-kegiatan
        nama: Jumlah kegiatan
        satuan: kegiatan
        arah: naik
        penanggung_jawab: Bidang Contoh
      - id: nilai-sakip
        nama: Nilai SAKIP
        satuan: nilai
        arah: naik
        skala: sakip
        penanggung_jawab: Bidang Contoh
"""
SKALA = """\
nama: Predikat SAKIP
jenis: {jenis}
sumber: Rekaan untuk tes
kepastian: terbaca
terendah: 0
tertinggi: 100
kelas:
  - {{predikat: C, mulai: 0, sampai: 60}}
  - {{predikat: B, di_atas: 60, sampai: 70}}
  - {{predikat: BB, di_atas: 70, sampai: 100}}
"""
PEMDA_FILE = "kabupaten-contoh/pemda.yaml"
VALID = {
    PEMDA_FILE: PEMDA,
    f"{DINAS}/iku.yaml": IKU,
    "skala/sakip.yaml": SKALA.format(jenis="nilai"),
    "skala/kategori.yaml": SKALA.format(jenis="capaian"),
}


def files_with(scope: ExampleScope, text: str) -> dict[str, str]:
    """Return the files below ``indicators/`` that hold ``text``, by path."""
    if scope is ExampleScope.FOLDER:
        return {path: _valid_text(path) for path in text.splitlines()}
    if scope is ExampleScope.BERKAS:
        parts = re.split(r"^# indicators/(\S+)\n", text, flags=re.MULTILINE)[1:]
        given = dict(zip(parts[::2], parts[1::2], strict=True))
        several = any("/iku/" in path for path in given)
        kept = {} if several else {f"{DINAS}/iku.yaml": IKU}
        return {"kabupaten-contoh/pemda.yaml": PEMDA, **kept, **_scales(), **given}
    path, whole = {
        ExampleScope.IKU: (f"{DINAS}/iku.yaml", text),
        ExampleScope.INDIKATOR: (f"{DINAS}/iku.yaml", _indikator(text)),
        ExampleScope.CAPAIAN: (f"{DINAS}/capaian/2025.yaml", text),
        ExampleScope.HASIL: (f"{DINAS}/capaian/2025.yaml", _hasil(text)),
        ExampleScope.PEMDA: ("kabupaten-contoh/pemda.yaml", text),
        ExampleScope.SKALA: ("skala/contoh.yaml", text),
        ExampleScope.PERJANJIAN: (f"{DINAS}/perjanjian-kinerja/2025.yaml", text),
        ExampleScope.EVALUASI: (f"{DINAS}/evaluasi/2025.yaml", text),
        ExampleScope.DAFTAR: (f"{DINAS}/daftar-dokumen.yaml", text),
    }[scope]
    # Of a copy an evaluation is not shown, which is said.
    pemda = {PEMDA_FILE: f"{PEMDA}resmi: true\n"} if scope is ExampleScope.EVALUASI else {}
    return {**VALID, **pemda, path: whole}


def _scales() -> dict[str, str]:
    return {path: scale for path, scale in VALID.items() if path.startswith("skala/")}


def _indikator(text: str) -> str:
    """Put the keys of one indicator into a decree; what each needs is added where it is missing."""
    head = IKU.partition("      - id")[0]
    keys = {
        "id": "waktu-tunggu",
        "nama": "Waktu tunggu",
        "penanggung_jawab": "Bidang Contoh",
        "arah": "naik",
    }
    lines = text.splitlines()
    if _has(lines, "rumus_capaian"):
        del keys["arah"]
    added = [f"{key}: {value}" for key, value in keys.items() if not _has(lines, key)]
    item = textwrap.indent("\n".join([*added, *lines]), "        ")
    return f"{head}      - {item.lstrip()}\n"


def _hasil(text: str) -> str:
    lines = text.splitlines()
    if not _has(lines, "sumber") and not _has(lines, "keadaan"):
        lines.append("sumber: {judul: LKjIP 2025}")
    item = textwrap.indent("\n".join(lines), "    ")
    return f"tahun: 2025\ncapaian:\n  aduan-selesai:\n{item}\n"


def _has(lines: list[str], key: str) -> bool:
    return any(line.startswith(f"{key}:") for line in lines)


def _valid_text(path: str) -> str:
    """Return a valid text for a file of that name."""
    folder, _, name = path.rpartition("/")
    year = name.removesuffix(".yaml")
    if name == "pemda.yaml":
        return PEMDA
    if folder.endswith("/iku"):
        return f"instansi: Dinas Contoh\nperiode: {{awal: {year}, akhir: {int(year) + 5}}}\n"
    if folder.endswith("/capaian"):
        return f"tahun: {year}\ncapaian: {{}}\n"
    return "instansi: Dinas Contoh\n"


def write_files(root: Path, files: dict[str, str]) -> Path:
    """Write ``files`` below ``root``; return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def run(root: Path) -> tuple[Problem, ...]:
    """Return all that is said of the folder, as of the reference date of the tests."""
    return check(load_laporan(root, "indicators"), ACUAN)


def run_wrong(entry: CodeEntry, root: Path) -> tuple[Problem, ...]:
    """Return all that is said of the wrong example in the folder ``root``, which does not exist."""
    if entry.tempat.is_text:
        return run(write_files(root, files_with(entry.tempat, entry.salah)))
    return EVENTS[entry.kode](write_files(root, VALID))


def said(entry: CodeEntry, problems: tuple[Problem, ...]) -> dict[str, object]:
    """Return message and kind of the problems with the code of ``entry``, which all say the same.

    Raises ``ValueError`` where they do not.
    """
    (found,) = {(one.text, one.is_error) for one in problems if one.code == entry.kode}
    return {"pesan": found[0], "peringatan": not found[1]}


def _bytes(content: bytes) -> Callable[[Path], tuple[Problem, ...]]:
    def make(root: Path) -> tuple[Problem, ...]:
        (root / DINAS / "iku.yaml").write_bytes(content)
        return run(root)

    return make


def _symlink(root: Path) -> tuple[Problem, ...]:
    (root / DINAS / "capaian").symlink_to(root.parent, target_is_directory=True)
    return run(root)


def _without_pemda(root: Path) -> tuple[Problem, ...]:
    for folder in root.iterdir():
        shutil.rmtree(folder)
    return run(root)


def _refused(root: Path) -> tuple[Problem, ...]:
    """Refuse one file; the tests may run as a user who is refused nothing."""
    opening = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.name == "iku.yaml":
            raise PermissionError
        return opening(path, *args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        return run(root)


def _foreign(_root: Path) -> tuple[Problem, ...]:
    """No field of ours has a type without words of its own."""

    class Foreign(BaseModel):
        jumlah: int

    document, _ = parse("jumlah: banyak", "asing.yaml")
    assert document is not None
    return tuple(validate(document, Foreign)[1])


# What no text can show, by code.
EVENTS: dict[str, Callable[[Path], tuple[Problem, ...]]] = {
    "folder-tidak-ada": lambda root: run(root / "tidak-ada"),
    "tanpa-pemda": _without_pemda,
    "berkas-tidak-terbaca": _refused,
    "tautan-simbolik": _symlink,
    "bukan-utf8": _bytes("instansi: Dinas Contoh\n".encode("utf-16")),
    "berkas-terlalu-besar": _bytes(b"# " + b"x" * 1_000_000),
    "terlalu-dalam": _bytes(b"instansi: " + b"[" * 51),
    "terlalu-banyak-masalah": _bytes(b"instansi: A\nfungsi:\n" + b"-\n" * 500),
    "dahulu-terlalu-banyak": _bytes(
        IKU.encode()
        + b"dahulu:\n"
        + b"".join(b"- kabupaten-contoh/dinas-%d\n" % n for n in range(21))
    ),
    "teks-terlalu-panjang": _bytes(IKU.encode() + b"tugas: " + b"x" * 20_001),
    "isi-tidak-sah": _foreign,
}


def main() -> None:
    """Write what is said of every wrong example."""
    found = {}
    for code, entry in sorted(entries().items()):
        with tempfile.TemporaryDirectory() as folder:
            found[code] = said(entry, run_wrong(entry, Path(folder) / "indicators"))
    text = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=1000)
    PESAN.write_text(HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    main()
