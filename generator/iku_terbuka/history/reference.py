"""The reference date and commit of a build: inputs, never the clock.

What depends on a date (belum waktunya, days late, the sitemap) must be the same whenever the same
data is built, so the date comes from the data's own history.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from iku_terbuka.history.git import GitError, git

WIB = timezone(timedelta(hours=7))
_END_OF_TIME = 253_402_214_400  # 31 December 9999


def reference_date(
    folder: Path, environ: Mapping[str, str] = os.environ, commit: str = "HEAD"
) -> date | None:
    """Return ``SOURCE_DATE_EPOCH``, else the date of ``commit`` in ``folder``, else nothing."""
    epoch = environ.get("SOURCE_DATE_EPOCH") or _commit_epoch(folder, commit)
    epoch = epoch.strip()
    return day_of(int(epoch)) if epoch.isascii() and epoch.isdigit() else None


def day_of(epoch: int) -> date:
    """Return the day of a time in seconds since 1970, in WIB; one beyond all days is the last."""
    return datetime.fromtimestamp(min(max(epoch, 0), _END_OF_TIME), WIB).date()


def reference_commit(folder: Path) -> str:
    """Return the hash of HEAD when it holds ``folder`` as it is on disk, else nothing."""
    try:
        changed = git(folder, "status", "--porcelain", "--", ".")
        return "" if changed else git(folder, "rev-parse", "HEAD").decode().strip()
    except GitError:
        return ""


def _commit_epoch(folder: Path, commit: str) -> str:
    try:
        return git(folder, "log", "-1", "--format=%ct", commit).decode()
    except GitError:
        return ""
