"""The reference date of a build: an input, never the clock.

What depends on a date (belum waktunya, days late, the sitemap) must be the same whenever the same
data is built, so the date comes from the data's own history.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from generator.git import GitError, git

WIB = timezone(timedelta(hours=7))


def tanggal_acuan(
    folder: Path, environ: Mapping[str, str] = os.environ, komit: str = "HEAD"
) -> date | None:
    """Return ``SOURCE_DATE_EPOCH``, else the date of ``komit`` in ``folder``, else nothing."""
    epoch = environ.get("SOURCE_DATE_EPOCH") or _commit_epoch(folder, komit)
    if not epoch or not epoch.strip().isdigit():
        return None
    return datetime.fromtimestamp(int(epoch), WIB).date()


def _commit_epoch(folder: Path, komit: str) -> str:
    try:
        return git(folder, "log", "-1", "--format=%ct", komit).decode()
    except GitError:
        return ""
