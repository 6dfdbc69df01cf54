"""The reference date of a build: an input, never the clock.

What depends on a date (belum waktunya, days late, the sitemap) must be the same whenever the same
data is built, so the date comes from the data's own history.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from iku_terbuka.history.git import GitError, git

WIB = timezone(timedelta(hours=7))
_AKHIR_WAKTU = 253_402_214_400  # 31 December 9999


def tanggal_acuan(
    folder: Path, environ: Mapping[str, str] = os.environ, komit: str = "HEAD"
) -> date | None:
    """Return ``SOURCE_DATE_EPOCH``, else the date of ``komit`` in ``folder``, else nothing."""
    epoch = environ.get("SOURCE_DATE_EPOCH") or _commit_epoch(folder, komit)
    epoch = epoch.strip()
    return hari(int(epoch)) if epoch.isascii() and epoch.isdigit() else None


def hari(epoch: int) -> date:
    """Return the day of a time in seconds since 1970, in WIB; one beyond all days is the last."""
    return datetime.fromtimestamp(min(max(epoch, 0), _AKHIR_WAKTU), WIB).date()


def komit_acuan(folder: Path) -> str:
    """Return the hash of HEAD when it holds ``folder`` as it is on disk, else nothing."""
    try:
        changed = git(folder, "status", "--porcelain", "--", ".")
        return "" if changed else git(folder, "rev-parse", "HEAD").decode().strip()
    except GitError:
        return ""


def _commit_epoch(folder: Path, komit: str) -> str:
    try:
        return git(folder, "log", "-1", "--format=%ct", komit).decode()
    except GitError:
        return ""
