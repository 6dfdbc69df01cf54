"""Make a Chromium available to the browser tests, or say in one line what to install.

Debian's package is preferred: it needs no download from a host of the test tool.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "Chromium tidak ada, jadi tes peramban tidak dapat berjalan. "
    "Di Debian atau Ubuntu: sudo apt install chromium"
)


def find() -> str | None:
    """Return a Chromium on this machine: ``$CHROMIUM``, one on the path, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def main() -> int:
    if find():
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        done = subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)
    else:
        done = subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"], check=False
        )
    if done.returncode == 0 and find():
        return 0
    print(MISSING)
    return 1


if __name__ == "__main__":
    sys.exit(main())
