"""Which names files, folders and indicators may have, and what a wrong name is meant as.

The name of a folder becomes a folder of the site, so it must be a safe path segment on every host
(Windows included) and must not be the name of a page of the site itself. A file of another name may
have another ending, be a copy, or be misspelled. Names are compared alone; :func:`first_key` reads
the first bytes of a file where its name says too little.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from iku_terbuka.model.keputusan import DOKUMEN, FILE_FOLDERS, SKALA
from iku_terbuka.model.text import quoted

SAFE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_NAME = 80
YEAR_PAGE = re.compile(r"tahun-[0-9]{4}")

# Folders with a meaning of their own in indicators/.
SPECIAL_FOLDERS = frozenset({*FILE_FOLDERS, SKALA})
# Pages and folders of the site itself. Any folder can become the top of a site (option `hanya`),
# so they are reserved on every level.
RESERVED_PAGES = frozenset(
    {
        "aksesibilitas",
        "assets",
        "cari",
        "data",
        "glosarium",
        "kelengkapan",
        "metodologi",
        "panduan",
        "perubahan",
        "pohon-kinerja",
        "tentang",
    }
)
_WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
)


def name_problem(name: str) -> tuple[str, str, str] | None:
    """Return (code, message, hint) when ``name`` cannot be a folder of the site."""
    if name in RESERVED_PAGES or name in SPECIAL_FOLDERS or YEAR_PAGE.fullmatch(name):
        return (
            "nama-dipakai-situs",
            f"Nama {quoted(name)} dipakai oleh situs ini sendiri.",
            "Pilih nama lain, misalnya dengan menambah satu kata.",
        )
    if name in _WINDOWS_NAMES:
        return (
            "nama-tidak-aman",
            f"Nama {quoted(name)} tidak dapat disimpan di Windows.",
            "Pilih nama lain.",
        )
    if not SAFE_NAME.fullmatch(name) or len(name) > MAX_NAME:
        meant = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MAX_NAME].rstrip("-")
        return (
            "nama-tidak-aman",
            f"Nama {quoted(name, MAX_NAME)} tidak aman dipakai sebagai alamat halaman.",
            f"Pakai huruf kecil a–z, angka, dan tanda hubung, paling panjang {MAX_NAME} karakter"
            + (f", misalnya {meant}" if meant and name.isprintable() else "."),
        )
    return None


# What Explorer, OneDrive, Drive and people add to the name of a copy. A computer's name is in
# capitals; a quarter or an amendment is no copy.
_PART = r"(?i:tw|triwulan|smt|semester|bulan|perubahan|p)(?![a-zA-Z])"
_COPY_WORDS = (
    r"copy|salinan|kopi|lama|baru|old|new|final|fix|fiks|revisi|rev|edit|backup|cadangan|bak"
    r"|konflik|conflict"
)
_COPY_SUFFIX = re.compile(
    rf"(?![ _-]*{_PART})(?:[ _.(-]+(?i:{_COPY_WORDS})(?![a-zA-Z]).*|[ _-]*\([0-9]{{1,3}}\).*"
    r"|-(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,}(?:-[0-9]+)?)?"
)
_COPY_PREFIX = rf"(?i:(?:copy of|salinan dari|{_COPY_WORDS})[ _-]+)"
_STEM = (
    r"(?i:iku|pemda|daftar[ _-]?dokumen"
    r"|(?:(?:capaian|hasil|realisasi|perjanjian[ _-]kinerja|pk|evaluasi|lhe|tahun|th)[ ._-]?)?"
    r"[0-9]{4})"
)
_FILE = re.compile(
    rf"(?P<before>{_COPY_PREFIX})?(?P<stem>{_STEM})(?P<after>.*?)"
    r"(?i:(?: *[.,] ?(?:ya?ml|txt))*)(?P<backup>(?i:\.(?:bak|old|orig|tmp|save)|~)*)"
)
_SECOND_DECREE = re.compile(r"[0-9]{4}-[2-9]\.yaml")
_OFFICE_LOCK = "~$"
# What a folder of year files is called, and the keys that its files begin with.
_FOLDERS = {
    **dict.fromkeys(("capaian", "hasil", "realisasi"), "capaian"),
    **dict.fromkeys(("iku", "sasaran"), "iku"),
    **dict.fromkeys(("perjanjian kinerja", "perjanjian", "pk", "versi"), "perjanjian-kinerja"),
    **dict.fromkeys(("evaluasi", "lhe", "lhe akip", "nilai", "total", "rekomendasi"), "evaluasi"),
    DOKUMEN: DOKUMEN,
}
_BYTES_READ, _FOLDERS_TRIED = 65_536, 1_000
_FIRST_KEY = re.compile(rb"^(capaian|sasaran|versi|nilai|total|rekomendasi)\s*:", re.MULTILINE)


@dataclass(frozen=True)
class Meant:
    """The name that was meant, and whether the file is a backup of it (``.bak``)."""

    name: str
    is_backup: bool = False


def meant_file(name: str) -> Meant | None:
    """Return what a file is meant as: ``iku.yaml``, ``2025.yaml`` …; else nothing.

    ``2025-2.yaml`` is the second decree of a year.
    """
    if _SECOND_DECREE.fullmatch(name):
        return Meant(name)
    if name.startswith(_OFFICE_LOCK):
        meant = meant_file(name.removeprefix(_OFFICE_LOCK))
        return Meant(meant.name, is_backup=True) if meant else None
    found = _FILE.fullmatch(name)
    if found is None or not _COPY_SUFFIX.fullmatch(found["after"]):
        return None
    stem = re.sub(r".*?([0-9]{4})$", r"\1", found["stem"].lower())
    stem = re.sub("^daftar.?dokumen", "daftar-dokumen", stem)
    return Meant(f"{stem}.yaml", is_backup=bool(found["backup"]))


@dataclass(frozen=True)
class MeantFiles:
    """The files of a folder by what they are meant as; the first of each is the one that is read.

    ``backups`` leads from a file that keeps an older state to the one that is read; ``others`` are
    the files that mean nothing here.
    """

    meant: Mapping[str, tuple[str, ...]]
    backups: Mapping[str, str]
    others: tuple[str, ...]


def group_files(names: Iterable[str], known: Callable[[str], object]) -> MeantFiles:
    """Sort the files of a folder, in which a name that ``known`` accepts means something."""
    meant: dict[str, list[str]] = {}
    spare: dict[str, str] = {}
    others = []
    for name in names:
        found = meant_file(name)
        if found is None or not known(found.name):
            others.append(name)
        elif found.is_backup:
            spare[name] = found.name
        else:
            meant.setdefault(found.name, []).append(name)
    for name, target in list(spare.items()):
        if target not in meant and not name.startswith(_OFFICE_LOCK):
            meant[target] = [name]
            del spare[name]
    first = {
        name: tuple(sorted(files, key=lambda file: (file != name, file)))
        for name, files in meant.items()
    }
    return MeantFiles(first, spare, tuple(others))


def copied_folder(name: str, siblings: set[str]) -> str | None:
    """Return the folder beside it that a folder is a copy of: “bagian-uji - Copy”.

    Not for a name that a folder may have: “kampung-baru” beside “kampung” is a village.
    """
    if SAFE_NAME.fullmatch(name):
        return None
    bare = re.sub(rf"^{_COPY_PREFIX}", "", name)
    for end in range(len(bare), 0, -1):
        base = bare[:end]
        if base != name and base in siblings and _COPY_SUFFIX.fullmatch(bare[end:]):
            return base
    return None


def meant_folder(path: Path, name: str) -> str | None:
    """Return which of the folders of files a folder is meant as, by its name or its files."""
    if name in FILE_FOLDERS:
        return name
    if exists(path / "iku.yaml") or re.match(_PART, name):
        return None
    bare = re.sub(r"[^a-z]+", " ", name.lower()).strip()
    years = _year_files(path)
    if years and bare not in _FOLDERS:
        close = get_close_matches(bare.partition(" ")[0], _FOLDERS, n=1, cutoff=0.7)
        bare = close[0] if close else first_key(years[0])
    return _FOLDERS.get(bare)


def is_skala(path: Path, name: str) -> bool:
    """Tell whether a folder among the Pemda is meant as ``skala``."""
    close = get_close_matches(name.lower(), ["skala"], n=1, cutoff=0.8)
    return bool(close) and not exists(path / "pemda.yaml")


def is_pemda(path: Path) -> bool:
    """Tell whether a folder holds the profile of a Pemda, or at least its decree."""
    meant = (meant_file(name) for name in _names_in(path))
    return any(one and one.name in {"pemda.yaml", "iku.yaml"} for one in meant)


def holds_instansi(path: Path) -> bool:
    """Tell whether a folder in this one, of very many one of the first, holds ``iku.yaml``."""
    return any(exists(path / name / "iku.yaml") for name in islice(_names_in(path), _FOLDERS_TRIED))


def _names_in(path: Path) -> list[str]:
    try:
        with os.scandir(path) as found:
            return [entry.name for entry in found]
    except OSError:
        return []


def exists(path: Path) -> bool:
    """Tell whether something lies there; what the system does not show counts as nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def _is_plain_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False


def _year_files(path: Path) -> list[Path]:
    """Return the year files of a folder, in order; none where something else lies there too."""
    try:
        inside = sorted(child for child in path.iterdir() if not child.name.startswith("."))
    except OSError:
        return []
    found = []
    for child in inside:
        meant = meant_file(child.name)
        if not (_is_plain_file(child) and meant and meant.name[0].isdigit()):
            return []
        found.append(child)
    return found


def first_key(path: Path) -> str:
    """Return the key that tells year files apart: ``capaian`` for results, ``sasaran`` …."""
    try:
        with path.open("rb") as file:
            found = _FIRST_KEY.search(file.read(_BYTES_READ))
    except OSError:
        return ""
    return found[1].decode() if found else ""


def folder_by_content(path: Path) -> str:
    """Return the folder that a year file belongs into by its first key; nothing if unclear."""
    return _FOLDERS.get(first_key(path), "")
