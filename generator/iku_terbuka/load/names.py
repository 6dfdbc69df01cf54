"""Which names files, folders and indicators may have, and what a wrong name is meant as.

The name of a folder becomes a folder of the site, so it must be a safe path segment on every host
(Windows included) and must not be the name of a page of the site itself. A file of another name may
have another ending, be a copy, or be misspelled. Names are compared alone; :func:`berisi` reads the
first bytes of a file where its name says too little.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from iku_terbuka.model.text import quoted

SAFE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_NAME = 80
YEAR_PAGE = re.compile(r"tahun-[0-9]{4}")

# Folders with a meaning of their own in indicators/.
SPECIAL_FOLDERS = frozenset({"capaian", "iku", "skala"})
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
        "tentang",
    }
)
_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
)


def name_problem(nama: str) -> tuple[str, str, str] | None:
    """Return (code, message, hint) when ``nama`` cannot be a folder of the site."""
    if nama in RESERVED_PAGES or nama in SPECIAL_FOLDERS or YEAR_PAGE.fullmatch(nama):
        return (
            "nama-dipakai-situs",
            f"Nama {quoted(nama)} dipakai oleh situs ini sendiri.",
            "Pilih nama lain, misalnya dengan menambah satu kata.",
        )
    if nama in _WINDOWS:
        return (
            "nama-tidak-aman",
            f"Nama {quoted(nama)} tidak dapat disimpan di Windows.",
            "Pilih nama lain.",
        )
    if not SAFE_NAME.fullmatch(nama) or len(nama) > MAX_NAME:
        meant = re.sub(r"[^a-z0-9]+", "-", nama.lower()).strip("-")[:MAX_NAME].rstrip("-")
        return (
            "nama-tidak-aman",
            f"Nama {quoted(nama, MAX_NAME)} tidak aman dipakai sebagai alamat halaman.",
            f"Pakai huruf kecil a–z, angka, dan tanda hubung, paling panjang {MAX_NAME} karakter"
            + (f", misalnya {meant}" if meant and nama.isprintable() else "."),
        )
    return None


# What Explorer, OneDrive, Drive and people add to the name of a copy. A computer's name is in
# capitals; a quarter or an amendment is no copy.
_BAGIAN = r"(?i:tw|triwulan|smt|semester|bulan|perubahan|p)(?![a-zA-Z])"
_KATA_SALINAN = (
    r"copy|salinan|kopi|lama|baru|old|new|final|fix|fiks|revisi|rev|edit|backup|cadangan|bak"
    r"|konflik|conflict"
)
_SALINAN = re.compile(
    rf"(?![ _-]*{_BAGIAN})(?:[ _.(-]+(?i:{_KATA_SALINAN})(?![a-zA-Z]).*|[ _-]*\([0-9]{{1,3}}\).*"
    r"|-(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,}(?:-[0-9]+)?)?"
)
_DEPAN = rf"(?i:(?:copy of|salinan dari|{_KATA_SALINAN})[ _-]+)"
_POKOK = r"(?i:iku|pemda|(?:(?:capaian|hasil|realisasi|tahun|th)[ ._-]?)?[0-9]{4})"
_BERKAS = re.compile(
    rf"(?P<depan>{_DEPAN})?(?P<pokok>{_POKOK})(?P<belakang>.*?)"
    r"(?i:(?: *[.,] ?(?:ya?ml|txt))*)(?P<cadangan>(?i:\.(?:bak|old|orig|tmp|save)|~)*)"
)
_KUNCI_OFFICE = "~$"
# What a folder of year files is called, and the keys that its files begin with.
_FOLDER = {
    **dict.fromkeys(("capaian", "hasil", "realisasi"), "capaian"),
    **dict.fromkeys(("iku", "sasaran"), "iku"),
}
# Folders of year files that are none of results.
_FOLDER_LAIN = re.compile("perjanjian-kinerja|evaluasi|dokumen")
_TERBACA = 65_536
_KUNCI = re.compile(rb"^(capaian|sasaran)\s*:", re.MULTILINE)


@dataclass(frozen=True)
class Meant:
    """The name that was meant, and whether the file only keeps an older state (``.bak``)."""

    nama: str
    cadangan: bool = False


def meant_file(name: str) -> Meant | None:
    """Return what a file is meant as: ``iku.yaml``, ``pemda.yaml``, ``2025.yaml``; else nothing."""
    if name.startswith(_KUNCI_OFFICE):
        meant = meant_file(name.removeprefix(_KUNCI_OFFICE))
        return Meant(meant.nama, cadangan=True) if meant else None
    found = _BERKAS.fullmatch(name)
    if found is None or not _SALINAN.fullmatch(found["belakang"]):
        return None
    pokok = re.sub(r".*?([0-9]{4})$", r"\1", found["pokok"].lower())
    return Meant(f"{pokok}.yaml", cadangan=bool(found["cadangan"]))


@dataclass(frozen=True)
class MeantFiles:
    """The files of a folder by what they are meant as; the first of each is the one that is read.

    ``cadangan`` leads from a file that keeps an older state to the one that is read; ``lain`` are
    the files that mean nothing here.
    """

    maksud: Mapping[str, tuple[str, ...]]
    cadangan: Mapping[str, str]
    lain: tuple[str, ...]


def group_files(names: Iterable[str], known: Callable[[str], object]) -> MeantFiles:
    """Sort the files of a folder, in which a name that ``known`` accepts means something."""
    meant: dict[str, list[str]] = {}
    spare: dict[str, str] = {}
    others = []
    for name in names:
        found = meant_file(name)
        if found is None or not known(found.nama):
            others.append(name)
        elif found.cadangan:
            spare[name] = found.nama
        else:
            meant.setdefault(found.nama, []).append(name)
    for name, target in list(spare.items()):
        if target not in meant and not name.startswith(_KUNCI_OFFICE):
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
    bare = re.sub(rf"^{_DEPAN}", "", name)
    for end in range(len(bare), 0, -1):
        base = bare[:end]
        if base != name and base in siblings and _SALINAN.fullmatch(bare[end:]):
            return base
    return None


def meant_folder(path: Path, name: str) -> str | None:
    """Return ``capaian`` or ``iku`` where a folder of year files is meant as one of them."""
    if name in {"capaian", "iku"}:
        return name
    if (path / "iku.yaml").exists() or _FOLDER_LAIN.fullmatch(name) or re.match(_BAGIAN, name):
        return None
    bare = re.sub(r"[^a-z]+", " ", name.lower()).strip()
    years = _berkas_tahun(path)
    if years and bare not in _FOLDER:
        close = get_close_matches(bare.partition(" ")[0], _FOLDER, n=1, cutoff=0.7)
        bare = close[0] if close else first_key(years[0])
    return _FOLDER.get(bare)


def is_skala(path: Path, name: str) -> bool:
    """Tell whether a folder among the Pemda is meant as ``skala``."""
    close = get_close_matches(name.lower(), ["skala"], n=1, cutoff=0.8)
    return bool(close) and not (path / "pemda.yaml").exists()


def _berkas_tahun(path: Path) -> list[Path]:
    """Return the year files of a folder, in order; none where something else lies there too."""
    try:
        inside = sorted(child for child in path.iterdir() if not child.name.startswith("."))
    except OSError:
        return []
    found = []
    for child in inside:
        meant = meant_file(child.name)
        plain = child.is_file() and not child.is_symlink()
        if not (plain and meant and meant.nama[0].isdigit()):
            return []
        found.append(child)
    return found


def first_key(path: Path) -> str:
    """Return the key that tells a results file (``capaian``) from a decree (``sasaran``)."""
    try:
        with path.open("rb") as file:
            found = _KUNCI.search(file.read(_TERBACA))
    except OSError:
        return ""
    return found[1].decode() if found else ""
