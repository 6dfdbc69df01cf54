"""The site before the last, kept for the next to be built over.

The last one is published and stays untouched until the next takes its place.
"""

import json
import shutil
from contextlib import suppress
from pathlib import Path

from iku_terbuka.terbitan import Daftar, Terbitan

# In the folder that is kept: a site, what was written of it, and what was written of the last
# (unless two folders were published in turn: then every byte is compared).
_SITUS, _DAFTAR, _DAFTAR_TERAKHIR = "situs", "situs.json", "terakhir.json"


def mulai(simpanan: Path | None, folder: Path) -> Terbitan:
    """Begin a site in ``folder``, over the one kept in ``simpanan`` unless another build took it.

    What is kept may be deleted at any time.
    """
    if simpanan is not None:
        with suppress(OSError):
            (simpanan / _SITUS).rename(folder)
            if folder.is_symlink() or not folder.is_dir():
                folder.unlink()  # a link would lead elsewhere
            else:
                return Terbitan.di_atas(folder, _baca(simpanan / _DAFTAR))
    shutil.rmtree(folder, ignore_errors=True)
    return Terbitan(folder)


def simpan(simpanan: Path | None, diganti: Path, daftar: Daftar) -> None:
    """Keep the site that was replaced, if it lies on the same disk; ``daftar`` is of the new."""
    if simpanan is not None:
        with suppress(OSError):
            simpanan.mkdir(parents=True, exist_ok=True)
            if diganti.exists():
                diganti.rename(simpanan / _SITUS)
            with suppress(FileNotFoundError):
                (simpanan / _DAFTAR_TERAKHIR).replace(simpanan / _DAFTAR)
            (simpanan / _DAFTAR_TERAKHIR).write_text(json.dumps(daftar), encoding="utf-8")


def _baca(path: Path) -> Daftar:
    """Return a list as written; one that says nothing of a file costs a comparison."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
