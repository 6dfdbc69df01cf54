"""The data of a revision, read from Git beside the checkout, which stays untouched."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iku_terbuka.history import mentions_ralat, own_message
from iku_terbuka.history.git import GitError, git
from iku_terbuka.source import MAX_BYTES

_TAUTAN, _SUBMODUL = "120000", "160000"
# What the loader looks at, or warns of: a YAML file that an editor saved as text.
_DIKENAL = (".yaml", ".yml", ".txt")
# Where a link in the repository points does not matter: it is never followed, only reported.
_TAK_DIIKUTI = "tidak-diikuti"


class RevisiError(Exception):
    """Git is not there, or a revision cannot be read; the message says so in Indonesian."""


@dataclass(frozen=True)
class Repositori:
    """``akar`` is the top of the checkout, ``data`` the path of the data below it, with ``/``."""

    akar: Path
    data: str


def buka(folder: Path) -> Repositori:
    """Return the repository that ``folder`` is in; the folder itself need not exist."""
    here = folder.resolve()
    near = next(path for path in (here, *here.parents) if path.is_dir())
    try:
        top = git(near, "rev-parse", "--show-toplevel").decode(errors="surrogateescape")
    except GitError as error:
        raise RevisiError(
            f"Folder “{folder.as_posix()}” tidak ada di dalam repositori Git, atau Git tidak "
            f"dapat dijalankan: {error}"
        ) from error
    akar = Path(top.removesuffix("\n")).resolve()
    data = here.relative_to(akar).as_posix()
    return Repositori(akar, "" if data == "." else data)


def komit(repositori: Repositori, nama: str) -> str:
    """Return the full hash of the commit that a revision names."""
    if not nama.isprintable() or not nama:
        raise RevisiError("Nama revisi tidak sah.")
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{nama}^{{commit}}")
    try:
        return git(repositori.akar, *words).decode().strip()
    except GitError as error:
        raise RevisiError(
            f"Revisi “{nama}” tidak ada di repositori ini. Periksa namanya, atau ambil dahulu "
            "dengan git fetch."
        ) from error


def titik_cabang(repositori: Repositori, dasar: str, usulan: str) -> str | None:
    """Return the commit where two others parted; nothing where their history does not tell."""
    try:
        return git(repositori.akar, "merge-base", dasar, usulan).decode().strip()
    except GitError:
        return None


def ada_data(repositori: Repositori, hash_komit: str) -> bool:
    """Tell whether a commit has the folder of the data at all."""
    try:
        kind = git(repositori.akar, "cat-file", "-t", f"{hash_komit}:{repositori.data}")
    except GitError:
        return False
    return kind.strip() == b"tree"


def berkas_berubah(repositori: Repositori, dari: str, ke: str | None) -> frozenset[str]:
    """Return the files of the data, named from its folder, that differ from commit ``dari``.

    Without ``ke`` the other side is the files on disk, whether Git knows them or not.
    """
    where = ("--", repositori.data or ".")
    shape = ("--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=none", "-z")
    ends = (dari, ke) if ke else (dari,)
    try:
        listed = git(repositori.akar, "--literal-pathspecs", "diff", *shape, *ends, *where)
        if ke is None:
            listed += git(repositori.akar, "--literal-pathspecs", "ls-files", "-o", "-z", *where)
    except GitError as error:
        raise RevisiError(f"Git tidak dapat membandingkan kedua sisi: {error}") from error
    return _di_data(repositori, listed.decode(errors="surrogateescape").split("\0"))


def salin(
    repositori: Repositori,
    hash_komit: str,
    tujuan: Path,
    dibaca: Callable[[str], bool] = lambda path: True,
) -> None:
    """Write the data of a commit to ``tujuan``: the files for which ``dibaca`` says so.

    Only YAML keeps its content, nothing else is ever read. A link becomes a link to nowhere, so
    that it is reported as one; a path that leads out of the folder is refused.
    """
    try:
        entries = [entry for entry in _daftar(repositori, hash_komit) if dibaca(entry.path)]
        small = [entry for entry in entries if entry.dibaca]
        contents = dict(zip((satu.path for satu in small), _isi(repositori, small), strict=True))
    except GitError as error:
        raise RevisiError(f"Git tidak dapat membaca revisi itu: {error}") from error
    try:
        tujuan.mkdir(parents=True, exist_ok=True)
        for entry in entries:
            _tulis(entry, contents.get(entry.path), tujuan)
    except OSError as error:
        raise RevisiError(f"Salinan sementara tidak dapat ditulis: {error.strerror}") from error


def berkas_ralat(repositori: Repositori, dari: str, ke: str) -> frozenset[str]:
    """Return the files of the data, named from its folder, that a commit after ``dari`` corrects.

    A commit corrects when its message says “ralat”.
    """
    shape = ("--format=%x01%B%x02", "--name-only", "--no-renames", "-z")
    where = ("--", repositori.data or ".")
    try:
        log = git(repositori.akar, "--literal-pathspecs", "log", *shape, f"{dari}..{ke}", *where)
    except GitError as error:
        raise RevisiError(f"Git tidak dapat membaca riwayatnya: {error}") from error
    found: set[str] = set()
    for chunk in log.decode(errors="surrogateescape").split("\x01"):
        pesan, _, names = chunk.partition("\x02")
        if mentions_ralat(own_message(pesan)):
            found.update(name.lstrip("\n") for name in names.split("\0"))
    return _di_data(repositori, found)


def _di_data(repositori: Repositori, names: Iterable[str]) -> frozenset[str]:
    prefix = f"{repositori.data}/" if repositori.data else ""
    return frozenset(name.removeprefix(prefix) for name in names if name)


@dataclass(frozen=True)
class _Entri:
    mode: str
    oid: str
    ukuran: int
    path: str

    @property
    def dibaca(self) -> bool:
        """Whether its content matters: YAML, and not too large to be read anyway."""
        is_file = self.mode not in {_TAUTAN, _SUBMODUL}
        is_yaml = self.path.lower().endswith((".yaml", ".yml"))
        return is_file and is_yaml and self.ukuran <= MAX_BYTES


def _daftar(repositori: Repositori, hash_komit: str) -> Iterator[_Entri]:
    folder = f"{repositori.data}/" if repositori.data else ""
    only = (folder,) if folder else ()
    listed = git(repositori.akar, "ls-tree", "-r", "-l", "-z", "--full-tree", hash_komit, *only)
    for line in listed.decode(errors="surrogateescape").split("\0"):
        if line:
            meta, _, path = line.partition("\t")
            mode, _, oid, size = meta.split()
            name = path.removeprefix(folder)
            if mode not in {_TAUTAN, _SUBMODUL} and not name.lower().endswith(_DIKENAL):
                continue  # no data: what it is called does not matter
            _aman(name)
            yield _Entri(mode, oid, int(size) if size.isdigit() else 0, name)


def _aman(path: str) -> None:
    """Refuse what a checkout never has, and what would be another path on Windows."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts):
        visible = "".join(c if c.isprintable() else "?" for c in path)
        raise RevisiError(f"Revisi itu memuat nama berkas yang tidak aman: “{visible}”.")


def _isi(repositori: Repositori, entries: list[_Entri]) -> Iterator[bytes]:
    asked = "".join(f"{entry.oid}\n" for entry in entries).encode()
    answer = git(repositori.akar, "cat-file", "--batch", stdin=asked)
    at = 0
    for entry in entries:
        start = answer.index(b"\n", at) + 1
        at = start + entry.ukuran + 1
        yield answer[start : at - 1]


def _tulis(entry: _Entri, isi: bytes | None, tujuan: Path) -> None:
    path = tujuan / entry.path
    if entry.mode == _SUBMODUL:
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if entry.mode == _TAUTAN:
        path.symlink_to(_TAK_DIIKUTI)
    elif isi is None and entry.ukuran > MAX_BYTES:
        path.write_bytes(b" " * (MAX_BYTES + 1))
    else:
        path.write_bytes(isi or b"")
