"""The one place that runs Git. Every caller works without an answer."""

import os
import subprocess
from collections.abc import Collection
from pathlib import Path

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


class GitError(Exception):
    """Git is not there, ``folder`` is no repository, or Git refused; the message is Git's own."""


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
            timeout=120,
            env=env | {"GIT_NO_LAZY_FETCH": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(str(error)) from error
    if done.returncode != 0:
        raise GitError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def read_blobs(folder: Path, names: Collection[str]) -> dict[str, bytes]:
    """Return the content of blobs by their ids; one that is not there is left out."""
    if not names:
        return {}
    asked = "".join(f"{name}\n" for name in names).encode()
    answer = git(folder, "cat-file", "--batch", stdin=asked)
    found, at = {}, 0
    for _ in names:
        end = answer.index(b"\n", at)
        name, *rest = answer[at:end].decode().split()  # “<id> blob <size>” or “<id> missing”
        at = end + 1
        if rest[0] == "blob":
            size = int(rest[1])
            found[name] = answer[at : at + size]
            at += size + 1
    return found
