"""The reference date of a build: an input, never the clock.

What depends on a date (belum waktunya, days late, the sitemap) must be the same whenever the same
data is built, so the date comes from the data's own history.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

WIB = timezone(timedelta(hours=7))


def tanggal_acuan(folder: Path, environ: Mapping[str, str] = os.environ) -> date | None:
    """Return ``SOURCE_DATE_EPOCH``, else the date of HEAD's commit in ``folder``, else nothing."""
    epoch = environ.get("SOURCE_DATE_EPOCH") or _commit_epoch(folder)
    if not epoch or not epoch.strip().isdigit():
        return None
    return datetime.fromtimestamp(int(epoch), WIB).date()


def _commit_epoch(folder: Path) -> str:
    try:
        done = subprocess.run(  # noqa: S603 (no shell, fixed words)
            ["git", "-C", str(folder), "log", "-1", "--format=%ct", "HEAD"],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout if done.returncode == 0 else ""
