"""The one place that asks Git. Every caller works without an answer."""

import os
import subprocess
from pathlib import Path

# Nothing that a user or a repository has configured runs or writes: no pager, no monitor, no hook,
# no signature check, no refreshed index. One exception remains: where .gitattributes names a filter
# that the user has installed, Git runs it to compare files on disk.
_TETAP = (
    *("--no-pager", "--no-optional-locks", "-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
)
# A hook tells Git by these where its own repository lies; here ``folder`` tells.
_TEMPAT = frozenset(
    f"GIT_{name}"
    for name in (
        *("DIR", "WORK_TREE", "IMPLICIT_WORK_TREE", "INDEX_FILE", "PREFIX", "COMMON_DIR"),
        *("OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES", "GRAFT_FILE", "SHALLOW_FILE"),
    )
)


class GitError(Exception):
    """Git is not there, ``folder`` is no repository, or Git refused; the message is Git's own."""


def git(folder: Path, *words: str, masukan: bytes = b"") -> bytes:
    """Return what ``git`` prints when run in ``folder``. Raises :class:`GitError`.

    No shell; nothing is changed on disk, and nothing is fetched for a partial clone.
    """
    env = {name: value for name, value in os.environ.items() if name not in _TEMPAT}
    try:
        done = subprocess.run(  # noqa: S603 (no shell; the words are ours or checked by Git)
            ["git", "-C", str(folder), *_TETAP, *words],  # noqa: S607
            input=masukan,
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
