"""The one place that asks Git. Every caller works without an answer."""

import subprocess
from pathlib import Path


class GitError(Exception):
    """Git is not there, ``folder`` is no repository, or Git refused; the message is Git's own."""


def git(folder: Path, *words: str, masukan: bytes = b"") -> bytes:
    """Return what ``git`` prints when run in ``folder``. Raises :class:`GitError`.

    No shell, no pager, no configured colour or external program; nothing is changed on disk.
    """
    fixed = ("git", "-C", str(folder), "--no-pager", "-c", "core.quotePath=false")
    try:
        done = subprocess.run(  # noqa: S603 (no shell; the words are ours or checked by Git)
            [*fixed, *words], input=masukan, capture_output=True, check=False, timeout=120
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(str(error)) from error
    if done.returncode != 0:
        raise GitError(done.stderr.decode(errors="replace").strip())
    return done.stdout
