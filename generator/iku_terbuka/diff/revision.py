"""The data of a revision, read from Git beside the checkout, which stays untouched."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iku_terbuka.errors import MisuseError
from iku_terbuka.history import mentions_ralat, own_message
from iku_terbuka.history.git import (
    HASH,
    NONSENSE,
    GitError,
    RefusedByGitError,
    ask,
    git,
    read_blobs,
)
from iku_terbuka.source import MAX_BYTES
from iku_terbuka.source.visible import printable

# Modes of a tree entry that is no file.
_LINK, _SUBMODULE = "120000", "160000"
_TREE_LINE = re.compile(r"(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)", re.DOTALL)
# What the loader looks at, or warns of: a YAML file that an editor saved as text.
_DATA_SUFFIXES = (".yaml", ".yml", ".txt")
# Where a link in the repository points does not matter: it is never followed, only reported.
_NOWHERE = "tidak-diikuti"


class RevisionError(MisuseError):
    """A revision is not there, or cannot be read."""


@dataclass(frozen=True)
class DataRepository:
    """``root`` is the top of the checkout, ``data`` the path of the data below it, with ``/``."""

    root: Path
    data: str

    @property
    def pathspec(self) -> tuple[str, str]:
        return "--", self.data or "."

    def below_data(self, paths: Iterable[str]) -> frozenset[str]:
        """Return paths as they are named from the folder of the data."""
        prefix = f"{self.data}/" if self.data else ""
        return frozenset(path.removeprefix(prefix) for path in paths if path)


def open_repository(folder: Path) -> DataRepository:
    """Return the repository that ``folder`` is in; the folder itself need not exist.

    Like all below raises :class:`iku_terbuka.history.git.GitError`, whose message may be shown.
    """
    here = folder.resolve()
    near = next(path for path in (here, *here.parents) if path.is_dir())
    (top,) = ask(near, r"([^\0]+)\n", "rev-parse", "--show-toplevel")
    root = Path(top).resolve()
    if not here.is_relative_to(root):
        raise GitError(NONSENSE)
    data = here.relative_to(root).as_posix()
    return DataRepository(root, "" if data == "." else data)


def resolve_commit(repository: DataRepository, name: str) -> str:
    """Return the full hash of the commit that a revision names."""
    if not name.isprintable() or not name:
        raise RevisionError("Nama revisi tidak sah.")
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        (commit,) = ask(repository.root, HASH, *words)
    except RefusedByGitError as error:
        raise RevisionError(
            f"Revisi “{name}” tidak ada di repositori ini. Periksa namanya, atau ambil dahulu "
            "dengan git fetch."
        ) from error
    return commit


def merge_base(repository: DataRepository, base: str, head: str) -> str | None:
    """Return the commit where two others parted; nothing where their history does not tell."""
    try:
        (commit,) = ask(repository.root, HASH, "merge-base", base, head)
    except RefusedByGitError:
        return None
    return commit


def has_data(repository: DataRepository, commit: str) -> bool:
    """Tell whether a commit has the folder of the data, and in it more than scales."""
    paths = (entry.path for entry in _tree(repository, commit))
    return any("/" in path and not path.startswith("skala/") for path in paths)


def changed_files(repository: DataRepository, old: str, new: str | None) -> frozenset[str]:
    """Return the files of the data, named from its folder, that differ from commit ``old``.

    Without ``new`` the other side is the files on disk, whether Git knows them or not.
    """
    shape = ("--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=none", "-z")
    literal, where = "--literal-pathspecs", repository.pathspec
    ends = (old, new) if new else (old,)
    listed = git(repository.root, literal, "diff", *shape, *ends, *where)
    if new is None:
        listed += git(repository.root, literal, "ls-files", "-o", "-z", *where)
    return repository.below_data(listed.decode(errors="surrogateescape").split("\0"))


def ralat_files(repository: DataRepository, old: str, new: str) -> frozenset[str]:
    """Return the files of the data, named from its folder, that a commit after ``old`` corrects.

    A commit corrects when its message says “ralat”.
    """
    shape = ("--format=%x01%B%x02", "--name-only", "--no-renames", "-z")
    words = ("--literal-pathspecs", "log", *shape, f"{old}..{new}", *repository.pathspec)
    log = git(repository.root, *words)
    found: set[str] = set()
    for record in log.decode(errors="surrogateescape").split("\x01"):
        message, _, names = record.partition("\x02")
        if mentions_ralat(own_message(message)):
            found.update(name.lstrip("\n") for name in names.split("\0"))
    return repository.below_data(found)


def copy_data(
    repository: DataRepository,
    commit: str,
    target: Path,
    needed: Callable[[str], bool] = lambda path: True,
) -> None:
    """Write the data of a commit to ``target``: the files that are ``needed``.

    Only YAML keeps its content, nothing else is ever read. A link becomes a link to nowhere, so
    that it is reported as one; a path that leads out of the folder is refused.
    """
    entries = [entry for entry in _tree(repository, commit) if needed(entry.path)]
    blobs = read_blobs(repository.root, {entry.blob for entry in entries if entry.is_read})
    target.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        _write(entry, blobs.get(entry.blob, b"") if entry.is_read else b"", target)


@dataclass(frozen=True)
class _TreeEntry:
    """``size`` is in bytes; ``path`` lies below the folder of the data."""

    mode: str
    blob: str
    size: int
    path: str

    @property
    def is_read(self) -> bool:
        """Whether its content matters: YAML, and not too large to be read anyway."""
        is_file = self.mode not in {_LINK, _SUBMODULE}
        is_yaml = self.path.lower().endswith((".yaml", ".yml"))
        return is_file and is_yaml and self.size <= MAX_BYTES


def _tree(repository: DataRepository, commit: str) -> Iterator[_TreeEntry]:
    folder = f"{repository.data}/" if repository.data else ""
    only = (folder,) if folder else ()
    listed = git(repository.root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, *only)
    for line in listed.decode(errors="surrogateescape").split("\0"):
        if line:
            found = _TREE_LINE.fullmatch(line)
            if found is None:
                raise GitError(NONSENSE)
            mode, blob, size, path = found.groups()
            name = path.removeprefix(folder)
            if mode not in {_LINK, _SUBMODULE} and not name.lower().endswith(_DATA_SUFFIXES):
                continue  # no data: what it is called does not matter
            _refuse_unsafe(name)
            yield _TreeEntry(mode, blob, int(size) if size.isdigit() else 0, name)


def _refuse_unsafe(path: str) -> None:
    """Refuse what a checkout never has, and what would be another path on Windows."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts):
        raise RevisionError(f"Revisi itu memuat nama berkas yang tidak aman: “{printable(path)}”.")


def _write(entry: _TreeEntry, content: bytes, target: Path) -> None:
    path = target / entry.path
    if entry.mode == _SUBMODULE:
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if entry.mode == _LINK:
        path.symlink_to(_NOWHERE)
    elif entry.size > MAX_BYTES:
        path.write_bytes(b" " * (MAX_BYTES + 1))  # too large here as well
    else:
        path.write_bytes(content)
