"""What lies where in ``indicators/``: the tree of folders and the role of each file."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from iku_terbuka.load.names import (
    SAFE_NAME,
    SPECIAL_FOLDERS,
    MeantFiles,
    copied_folder,
    exists,
    folder_by_content,
    group_files,
    holds_instansi,
    is_pemda,
    is_skala,
    meant_file,
    meant_folder,
    name_problem,
)
from iku_terbuka.model.keputusan import DOKUMEN
from iku_terbuka.source import MAX_DEPTH
from iku_terbuka.source.problems import Problem, Severity
from iku_terbuka.source.visible import printable

_YEAR_FILE = re.compile(r"[0-9]{4}\.yaml")
# The folders of files for a year, and how their files are named.
_YEAR_FOLDERS = {
    "iku": re.compile(r"[0-9]{4}(-[2-9])?\.yaml"),
    "capaian": _YEAR_FILE,
    "perjanjian-kinerja": _YEAR_FILE,
    "evaluasi": _YEAR_FILE,
}
# The files beside them, and the kind of each; that of a file in a folder is named as the folder.
_FILES = {"pemda.yaml": "pemda", "iku.yaml": "iku", "daftar-dokumen.yaml": "daftar-dokumen"}
_KNOWN_FILES = (
    "Berkas yang dikenal: pemda.yaml, iku.yaml, daftar-dokumen.yaml, capaian/2025.yaml, "
    "perjanjian-kinerja/2025.yaml, evaluasi/2025.yaml."
)
_SCALES = "Folder skala/ hanya memuat berkas skala, misalnya ipp.yaml."
_DECREES = "Folder dokumen/ hanya memuat berkas keputusan, misalnya perbup-85-2021.yaml."


@dataclass(frozen=True)
class FoundFile:
    """A file on disk: where it is, how it is shown to people, its name without ``.yaml``.

    A file with another name is read as the one that is meant (``stem``); the name is an error.
    """

    path: Path
    shown: str
    stem: str


@dataclass(frozen=True)
class Folder:
    """One folder of an instansi. ``id`` is its path below ``indicators/``, with ``/``.

    ``files`` are those in it by kind, which are named as the schemas are.
    """

    id: str
    shown: str
    files: Mapping[str, Sequence[FoundFile]]
    anak: tuple["Folder", ...]

    def of(self, kind: str) -> Sequence[FoundFile]:
        return self.files.get(kind, ())


@dataclass(frozen=True)
class FoundTree:
    """What ``indicators/`` holds: the folders of the Pemda, the scales, every wrong name."""

    pemda: tuple[Folder, ...]
    skala: tuple[FoundFile, ...]
    problems: tuple[Problem, ...]


def scan(root: Path, shown: str) -> FoundTree:
    """List what lies below ``root``; no file is read."""
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
        return FoundTree((), (), (missing,))
    folders: list[Folder] = []
    skala: list[FoundFile] = []
    entries = scanner.entries(root, shown)
    inside = [path for path, _, is_folder in entries if is_folder]
    pemda = set(filter(is_pemda, inside))
    if not pemda and not any(map(holds_instansi, inside)):
        unreadable = [p for p in scanner.problems if p.code == "berkas-tidak-terbaca"]
        return FoundTree((), (), tuple(unreadable) or (_no_pemda(shown),))
    has_scales = any(name == "skala" for _, name, _ in entries)
    for path, name, is_folder in entries:
        if is_folder and name == "skala":
            skala += scanner.named(path, f"{shown}/{name}", _SCALES)
        elif is_folder and not has_scales and is_skala(path, name):
            scanner.stray(f"{shown}/{name}", "Ganti namanya menjadi skala.", "Folder")
            skala += scanner.named(path, f"{shown}/{name}", _SCALES)
        elif path in pemda:
            folders.append(scanner.folder(path, name, f"{shown}/{name}", depth=1))
        elif is_folder and (pemda or holds_instansi(path)):
            scanner.no_profile(f"{shown}/{name}")  # what lies below it may be anything
        elif not is_folder and _is_yaml(name):
            scanner.stray(f"{shown}/{name}", "Folder indicators/ hanya memuat folder Pemda.")
    return FoundTree(tuple(folders), tuple(skala), tuple(scanner.problems))


def _no_pemda(shown: str) -> Problem:
    return Problem(
        shown,
        1,
        1,
        "tanpa-pemda",
        f"Di “{shown}” tidak ada folder Pemda, yaitu folder dengan pemda.yaml.",
        "Buat dengan “iku new pemda …”, atau sebut folder data yang benar dengan --indicators.",
    )


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
            try:
                if entry.is_dir() or entry.is_file():
                    listed.append((Path(entry.path), entry.name, entry.is_dir()))
            except OSError:
                self._add(
                    f"{shown}/{entry.name}",
                    "berkas-tidak-terbaca",
                    "Berkas ini tidak dapat dibuka.",
                    "Periksa izin bacanya.",
                )
        return listed

    def folder(self, path: Path, folder_id: str, shown: str, depth: int) -> Folder:
        problem = name_problem(path.name)
        if problem:
            self._add(shown, *problem)
        entries = self.entries(path, shown)
        files = self._files(path, shown, [e[1] for e in entries if not e[2]], depth)
        anak: list[Folder] = []
        names = {name for _, name, _ in entries}
        for child, typed, is_folder in entries:
            below = f"{shown}/{typed}"
            name = self._folder_name(child, typed, below, names) if is_folder else ""
            if name in _YEAR_FOLDERS:
                files.setdefault(name, []).extend(self._years(child, below, _YEAR_FOLDERS[name]))
            elif name == DOKUMEN and depth == 1:
                files.setdefault(name, []).extend(self.named(child, below, _DECREES))
            elif name in SPECIAL_FOLDERS:
                place = "di folder Pemda" if name == DOKUMEN else "di bawah indicators/"
                self._add(
                    below,
                    "nama-dipakai-situs",
                    f"Folder “{name}” hanya boleh langsung {place}.",
                    "Pindahkan atau ganti namanya.",
                )
            elif name and depth >= MAX_DEPTH:
                self._add(
                    below,
                    "terlalu-dalam",
                    f"Folder bersarang lebih dari {MAX_DEPTH} tingkat.",
                    "Pindahkan ke tingkat yang lebih atas.",
                )
            elif name:
                anak.append(self.folder(child, f"{folder_id}/{name}", below, depth + 1))
        folder = Folder(folder_id, shown, files, tuple(anak))
        self._check_complete(folder, depth)
        return folder

    def _files(
        self, path: Path, shown: str, names: Iterable[str], depth: int
    ) -> dict[str, list[FoundFile]]:
        """Return the files that lie in the folder of an instansi itself, by kind."""
        found = group_files(names, _FILES.__contains__)
        used = self._used(found, shown, path)
        files = {_FILES[name]: [file] for name, file in used.items()}
        for name in found.others:
            below, meant = f"{shown}/{name}", meant_file(name)
            folder = folder_by_content(path / name) if meant else ""
            if meant and folder in _YEAR_FOLDERS and folder != "iku":
                place = f"{folder}/{meant.name}"
                if exists(path / place):
                    self._copy(below, place)
                else:
                    self.stray(below, f"Pindahkan menjadi {place}.")
                    files.setdefault(folder, []).append(_found(path / name, below, meant.name))
            elif _is_yaml(name):
                self.stray(below, _KNOWN_FILES)
        for pemda in files.get("pemda", ()) if depth > 1 else ():
            self.stray(pemda.shown, "Berkas pemda.yaml hanya ada di folder Pemda itu sendiri.")
        return files

    def _used(self, found: MeantFiles, shown: str, path: Path) -> dict[str, FoundFile]:
        """Return the file that is read for each name; the others become problems."""
        for name, target in found.backups.items():
            self._add(
                f"{shown}/{name}",
                "salinan-tidak-dibaca",
                f"Berkas ini tidak dibaca; yang dibaca {target}.",
                "Hapus berkas ini supaya tidak ikut tersimpan di Git.",
                Severity.WARNING,
            )
        for target, (first, *others) in found.meant.items():
            if first == target:
                for name in others:
                    self._copy(f"{shown}/{name}", target)
            elif not others:
                self.stray(f"{shown}/{first}", f"Ganti namanya menjadi {target}.")
            else:
                message = f"Ada {len(others) + 1} berkas untuk {target}."
                hint = f"Pilih satu, ganti namanya menjadi {target}, lalu hapus yang lain."
                for name in (first, *others):
                    self._not_read(f"{shown}/{name}", message, hint)
        return {
            target: _found(path / first, f"{shown}/{first}", target)
            for target, (first, *_) in found.meant.items()
        }

    def _folder_name(self, path: Path, typed: str, below: str, names: set[str]) -> str:
        """Return the name that a folder is meant as; nothing where another one is read for it."""
        origin = copied_folder(typed, names)
        if origin:
            self._not_read(
                below,
                f"Ini salinan folder “{origin}”, dan tidak dibaca.",
                f"Hapus salinan ini; kalau isinya yang benar, hapus folder {origin}, lalu ganti "
                f"nama salinan ini menjadi {origin}.",
            )
            return ""
        meant = meant_folder(path, typed)
        if meant is None or meant == typed:
            return typed
        if meant in names:
            self._not_read(
                below,
                f"Folder ini tidak dibaca; yang dibaca folder {meant}.",
                "Pindahkan ke sana berkas yang belum ada di sana, lalu hapus folder ini.",
            )
            return ""
        self.stray(below, f"Ganti namanya menjadi {meant}.", "Folder")
        return meant

    def _copy(self, below: str, name: str) -> None:
        self._not_read(
            below,
            f"Berkas ini tidak dibaca; yang dibaca {name}.",
            f"Hapus berkas ini; kalau isinya yang benar, hapus {name}, lalu ganti nama berkas ini "
            f"menjadi {name}.",
        )

    def _not_read(self, below: str, message: str, hint: str) -> None:
        self._add(below, "berkas-tidak-dikenal", message, hint)

    def _check_complete(self, folder: Folder, depth: int) -> None:
        if depth == 1 and not folder.of("pemda"):
            self.no_profile(folder.shown)
        iku = folder.of("iku")
        if depth > 1 and not iku:
            self._add(
                folder.shown,
                "instansi-tanpa-iku",
                "Folder instansi ini tidak memuat iku.yaml.",
                "Buat iku.yaml; satu baris “instansi: …” sudah cukup.",
            )
        if len(iku) > 1 and any(file.path.name == "iku.yaml" for file in iku):
            self._add(
                folder.shown,
                "iku-rangkap",
                "Ada iku.yaml dan folder iku/ sekaligus.",
                "Pindahkan iku.yaml ke folder iku/ dengan nama tahun pertamanya, misalnya "
                "iku/2021.yaml.",
            )

    def named(self, folder: Path, shown: str, holds: str) -> list[FoundFile]:
        """Return the files of a folder whose names are given freely; it ``holds`` nothing else."""
        found = []
        for path, name, is_folder in self.entries(folder, shown):
            below = f"{shown}/{name}"
            if is_folder or (_is_yaml(name) and path.suffix != ".yaml"):
                self.stray(below, holds)
            elif path.suffix == ".yaml":
                if not SAFE_NAME.fullmatch(path.stem):
                    self.stray(below, "Pakai huruf kecil, angka, dan tanda hubung sebagai nama.")
                found.append(_found(path, below, name))
        return found

    def stray(self, shown: str, hint: str, kind: str = "Berkas YAML") -> None:
        self._add(shown, "berkas-tidak-dikenal", f"{kind} ini tidak dikenal di sini.", hint)

    def no_profile(self, shown: str) -> None:
        self._add(
            shown,
            "pemda-tanpa-profil",
            "Folder Pemda ini tidak memuat pemda.yaml.",
            "Buat pemda.yaml dengan nama, jenis, provinsi, dan kode_wilayah.",
        )

    def _years(self, folder: Path, shown: str, names: re.Pattern[str]) -> list[FoundFile]:
        entries = self.entries(folder, shown)
        found = group_files((e[1] for e in entries if not e[2]), names.fullmatch)
        for path in (e[0] for e in entries if e[2]):
            self.stray(
                f"{shown}/{path.name}",
                f"Pindahkan berkas di dalamnya langsung ke folder {folder.name}, misalnya "
                f"{folder.name}/2025.yaml, lalu hapus folder ini.",
                "Folder",
            )
        for name in filter(_is_yaml, found.others):
            self.stray(f"{shown}/{name}", "Namai menurut tahunnya, misalnya 2025.yaml.")
        used = self._used(found, shown, folder)
        return [used[name] for name in sorted(used)]

    def _add(
        self,
        shown: str,
        code: str,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        # A name on disk may hold anything; in a message it must not break the line.
        self.problems.append(Problem(printable(shown), 1, 1, code, message, hint, severity))


def _found(path: Path, shown: str, meant: str) -> FoundFile:
    return FoundFile(path, shown, meant.removesuffix(".yaml"))


def _is_yaml(name: str) -> bool:
    ends = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
    return name.lower().endswith(ends) or meant_file(name) is not None
