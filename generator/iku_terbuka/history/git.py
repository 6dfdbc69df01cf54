"""The one place that runs Git. Every caller works without an answer."""

import os
import re
import subprocess
from collections.abc import Collection
from pathlib import Path

from iku_terbuka.errors import MisuseError
from iku_terbuka.source.visible import printable_line

# Nothing that a user or a repository has configured runs or writes: no pager, no monitor, no hook,
# no signature check, no refreshed index. One exception remains: where .gitattributes names a filter
# that the user has installed, Git runs it to compare files on disk.
_OPTIONS = (
    *("--no-pager", "--no-optional-locks", "-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
)
# Within a hook these tell Git which repository it runs for; here ``folder`` tells.
_REPOSITORY = frozenset(
    f"GIT_{name}"
    for name in (
        *("DIR", "WORK_TREE", "IMPLICIT_WORK_TREE", "INDEX_FILE", "PREFIX", "COMMON_DIR"),
        *("OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES", "GRAFT_FILE", "SHALLOW_FILE"),
    )
)
# The shape of an answer that is the name of a commit.
HASH = r"([0-9a-f]{40,64})\n"
# The time of a commit in seconds since 1970; empty where the commit holds none that can be read.
EPOCH = r"(-?[0-9]{1,40}|)"
NONSENSE = "Git menjawab dengan sesuatu yang tidak dapat dibaca. Periksa: git --version"
_INCOMPLETE = (
    "Salinan Git ini tidak membawa isi sebagian berkas lama (partial clone). Buat salinan dengan "
    "git clone tanpa --filter."
)
_NOT_OWNED = re.compile(r"dubious ownership in repository at '(.+)'")
_BLOB = re.compile(rb"([0-9a-f]+) (?:blob (\d{1,18})|missing)\n")
_SECONDS = 120


class GitError(MisuseError):
    """Git did not answer, or not what was asked; the message says why and what to do."""


class RefusedByGitError(GitError):
    """Git is there, and refused."""


class NoRepositoryError(RefusedByGitError):
    """There is no folder, no repository around it or no commit in that: there is nothing to ask."""


def git(folder: Path, *words: str, stdin: bytes = b"") -> bytes:
    """Return what ``git`` prints when run in ``folder``. Raises :class:`GitError`.

    No shell; nothing is changed on disk, and nothing is fetched for a partial clone.
    """
    env = {name: value for name, value in os.environ.items() if name not in _REPOSITORY}
    try:
        done = subprocess.run(  # noqa: S603 (no shell; the words are ours or checked by Git)
            ["git", "-C", str(folder), *_OPTIONS, *words],  # noqa: S607
            input=stdin,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            # What Git refuses is told from its English words.
            env=env | {"GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise GitError("Git tidak ditemukan. Pasang dari https://git-scm.com/") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"Git tidak menjawab dalam {_SECONDS} detik.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        raise GitError(f"Git tidak dapat dijalankan: {printable_line(str(error))}") from error
    if done.returncode != 0:
        raise _refusal(folder, done.stderr.decode(errors="replace"))
    return done.stdout


def ask(folder: Path, shape: str, *words: str) -> tuple[str, ...]:
    """Return the groups of ``shape``, a pattern that the whole answer of Git must match.

    Paths come as the file system has them. Raises :class:`GitError`.
    """
    found = re.fullmatch(shape, os.fsdecode(git(folder, *words)), re.DOTALL)
    if found is None:
        raise GitError(NONSENSE)
    return found.groups()


def read_blobs(folder: Path, names: Collection[str]) -> dict[str, bytes]:
    """Return the content of blobs by their ids. Raises :class:`GitError` where one is missing."""
    if not names:
        return {}
    asked = "".join(f"{name}\n" for name in names).encode()
    answer = git(folder, "cat-file", "--batch", stdin=asked)
    found, at = {}, 0
    for _ in names:
        line = _BLOB.match(answer, at)
        if line is None:
            raise GitError(NONSENSE)
        if not line[2]:
            raise RefusedByGitError(_INCOMPLETE)
        at, size = line.end(), int(line[2])
        found[line[1].decode()] = answer[at : at + size]
        at += size + 1
    return found


def _refusal(folder: Path, said: str) -> GitError:
    """Return why Git refused, from what it printed."""
    foreign = _NOT_OWNED.search(said)
    if foreign:
        return RefusedByGitError(
            f"Git menolak membaca {foreign[1]} karena foldernya milik akun lain (lazim di dalam "
            f"kontainer). Jalankan: git config --global --add safe.directory '{foreign[1]}'"
        )
    if "promisor remote" in said:
        return RefusedByGitError(_INCOMPLETE)
    if "cannot change to" in said and "No such file" in said:
        return NoRepositoryError(f"Folder “{folder.as_posix()}” tidak ada.")
    if "not a git repository" in said:
        return NoRepositoryError(f"Folder “{folder.as_posix()}” tidak berada di repositori Git.")
    if "unknown revision" in said or "does not have any commits" in said:
        return NoRepositoryError("Repositori Git ini belum punya komit.")
    words = printable_line(said)[:300]
    return RefusedByGitError(f"Git menolak: “{words}”" if words else "Git gagal tanpa penjelasan.")
