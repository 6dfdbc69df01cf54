"""What lies where in ``indicators/``: the tree of folders and the role of each file."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from generator.load.nama import AMAN, FOLDER_KHUSUS, masalah_nama
from generator.problems import Problem
from generator.source import MAX_DEPTH

_TAHUN_YAML = re.compile(r"[0-9]{4}\.yaml")
# Another ending, or what Notepad adds: meant is the name in front.
_NAMA_LAIN = re.compile(r"(iku|pemda|[0-9]{4})\.(?:ya?ml|txt|ya?ml\.txt)", re.IGNORECASE)
_FOLDER_HASIL = frozenset({"capaian", "hasil", "realisasi"})


@dataclass(frozen=True)
class Temuan:
    """A file on disk: where it is, how it is shown to people, its name without ``.yaml``.

    A file with another name is read as the one that is meant; the name itself is an error.
    """

    path: Path
    shown: str

    @property
    def stem(self) -> str:
        meant = _NAMA_LAIN.fullmatch(self.path.name)
        return meant[1].lower() if meant else self.path.stem


@dataclass(frozen=True)
class Folder:
    """One folder of an instansi. ``id`` is its path below ``indicators/``, with ``/``."""

    id: str
    shown: str
    pemda: Temuan | None
    iku: tuple[Temuan, ...]
    capaian: tuple[Temuan, ...]
    anak: tuple["Folder", ...]


@dataclass(frozen=True)
class Isi:
    """What ``indicators/`` holds: the folders of the Pemda, the scales, every wrong name."""

    pemda: tuple[Folder, ...]
    skala: tuple[Temuan, ...]
    problems: tuple[Problem, ...]


def scan(root: Path, shown: str) -> Isi:
    """Look through ``root``; nothing is read yet."""
    scanner = _Scanner()
    if not root.is_dir():
        missing = Problem(
            shown,
            1,
            1,
            "folder-tidak-ada",
            f"Folder “{shown}” tidak ada.",
            "Jalankan di folder yang memuat indicators/, atau pakai --indicators.",
        )
        return Isi((), (), (missing,))
    folders: list[Folder] = []
    skala: list[Temuan] = []
    for path, name, is_folder in scanner.entries(root, shown):
        if is_folder and name == "skala":
            skala += scanner.scales(path, f"{shown}/{name}")
        elif is_folder:
            folders.append(scanner.folder(path, name, f"{shown}/{name}", depth=1))
        elif not is_folder and _is_yaml(name):
            scanner.stray(f"{shown}/{name}", "Folder indicators/ hanya memuat folder Pemda.")
    return Isi(tuple(folders), tuple(skala), tuple(scanner.problems))


class _Scanner:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def entries(self, folder: Path, shown: str) -> list[tuple[Path, str, bool]]:
        """List a folder in order of name; hidden files and links out are left out."""
        listed = []
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            self._add(
                shown,
                "berkas-tidak-terbaca",
                "Folder ini tidak dapat dibuka.",
                "Periksa izin bacanya.",
            )
            return []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                self._add(
                    f"{shown}/{entry.name}",
                    "tautan-simbolik",
                    "Ini tautan simbolik; isinya dapat berada di luar folder data.",
                    "Ganti dengan berkas atau folder yang sebenarnya.",
                )
                continue
            if entry.is_dir() or entry.is_file():
                listed.append((Path(entry.path), entry.name, entry.is_dir()))
        return listed

    def folder(self, path: Path, folder_id: str, shown: str, depth: int) -> Folder:
        problem = masalah_nama(path.name)
        if problem:
            self._add(shown, *problem)
        pemda: Temuan | None = None
        iku: list[Temuan] = []
        capaian: list[Temuan] = []
        anak: list[Folder] = []
        entries = self.entries(path, shown)
        names = {name for _, name, _ in entries}
        for child, typed, is_folder in entries:
            below = f"{shown}/{typed}"
            name = _maksud(child, typed, is_folder, names)
            if name != typed:
                kind = "Folder" if is_folder else "Berkas YAML"
                self.stray(below, f"Ganti namanya menjadi {name}.", kind)
            if is_folder and name == "iku":
                iku += self._years(child, below)
            elif is_folder and name == "capaian":
                capaian += self._years(child, below)
            elif is_folder and name in FOLDER_KHUSUS:
                self._add(
                    below,
                    "nama-dipakai-situs",
                    f"Folder “{name}” hanya boleh langsung di bawah indicators/.",
                    "Pindahkan atau ganti namanya.",
                )
            elif is_folder and depth >= MAX_DEPTH:
                self._add(
                    below,
                    "terlalu-dalam",
                    f"Folder bersarang lebih dari {MAX_DEPTH} tingkat.",
                    "Pindahkan ke tingkat yang lebih atas.",
                )
            elif is_folder:
                anak.append(self.folder(child, f"{folder_id}/{name}", below, depth + 1))
            elif name == "iku.yaml":
                iku.append(Temuan(child, below))
            elif name == "pemda.yaml":
                pemda = Temuan(child, below)
                if depth > 1:
                    self.stray(below, "Berkas pemda.yaml hanya ada di folder Pemda itu sendiri.")
            elif _is_yaml(name):
                self.stray(below, "Berkas yang dikenal: pemda.yaml, iku.yaml, capaian/2025.yaml.")
        folder = Folder(folder_id, shown, pemda, tuple(iku), tuple(capaian), tuple(anak))
        self._check_complete(folder, depth)
        return folder

    def _check_complete(self, folder: Folder, depth: int) -> None:
        if depth == 1 and folder.pemda is None:
            self._add(
                folder.shown,
                "pemda-tanpa-profil",
                "Folder Pemda ini tidak memuat pemda.yaml.",
                "Buat pemda.yaml dengan nama, jenis, provinsi, dan kode_wilayah.",
            )
        if depth > 1 and not folder.iku:
            self._add(
                folder.shown,
                "instansi-tanpa-iku",
                "Folder instansi ini tidak memuat iku.yaml.",
                "Buat iku.yaml; satu baris “instansi: …” sudah cukup.",
            )
        if len(folder.iku) > 1 and any(satu.path.name == "iku.yaml" for satu in folder.iku):
            self._add(
                folder.shown,
                "iku-rangkap",
                "Ada iku.yaml dan folder iku/ sekaligus.",
                "Pindahkan iku.yaml ke folder iku/ dengan nama tahun pertamanya, misalnya "
                "iku/2021.yaml.",
            )

    def scales(self, folder: Path, shown: str) -> list[Temuan]:
        found = []
        for path, name, is_folder in self.entries(folder, shown):
            below = f"{shown}/{name}"
            if is_folder or (_is_yaml(name) and path.suffix != ".yaml"):
                self.stray(below, "Folder skala/ hanya memuat berkas skala, misalnya ipp.yaml.")
            elif path.suffix == ".yaml":
                if not AMAN.fullmatch(path.stem):
                    self.stray(below, "Pakai huruf kecil, angka, dan tanda hubung sebagai nama.")
                found.append(Temuan(path, below))
        return found

    def stray(self, shown: str, hint: str, kind: str = "Berkas YAML") -> None:
        self._add(shown, "berkas-tidak-dikenal", f"{kind} ini tidak dikenal di sini.", hint)

    def _years(self, folder: Path, shown: str) -> list[Temuan]:
        found = []
        entries = self.entries(folder, shown)
        names = {name for _, name, _ in entries}
        for path, name, is_folder in entries:
            below = f"{shown}/{name}"
            meant = _NAMA_LAIN.fullmatch(name)
            if not is_folder and _TAHUN_YAML.fullmatch(name):
                found.append(Temuan(path, below))
            elif not is_folder and meant and meant[1].isdigit():
                self.stray(below, f"Ganti namanya menjadi {meant[1]}.yaml.")
                if f"{meant[1]}.yaml" not in names:
                    found.append(Temuan(path, below))
            elif is_folder or _is_yaml(name):
                self.stray(below, "Namai menurut tahunnya, misalnya 2025.yaml.")
        return found

    def _add(self, shown: str, code: str, message: str, hint: str) -> None:
        # A name on disk may hold anything; in a message it must not break the line.
        visible = "".join(c if c.isprintable() else "?" for c in shown)
        self.problems.append(Problem(visible, 1, 1, code, message, hint))


def _is_yaml(name: str) -> bool:
    ends = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
    return name.lower().endswith(ends) or _NAMA_LAIN.fullmatch(name) is not None


def _maksud(path: Path, name: str, is_folder: bool, names: set[str]) -> str:
    """Return the name that ``name`` in the folder of an instansi is meant as, mostly itself."""
    if is_folder:
        is_results = name.lower() in _FOLDER_HASIL and not (path / "iku.yaml").exists()
        meant = "capaian" if is_results else name.lower() if name.lower() == "iku" else name
    else:
        found = _NAMA_LAIN.fullmatch(name)
        meant = f"{found[1].lower()}.yaml" if found and not found[1].isdigit() else name
    return name if meant in names else meant
