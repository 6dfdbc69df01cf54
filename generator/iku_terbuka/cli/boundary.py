"""Where every error ends: in a sentence and an exit status, never in a traceback.

What the operating system or a setting refuses is told with its path. What is a fault of the program
says so, and leaves a file to report it with.
"""

import errno
import gc
import os
import shlex
import signal
import sys
import tempfile
import traceback
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from io import TextIOWrapper
from types import FrameType

import click

from iku_terbuka.cli.language import error_message
from iku_terbuka.errors import ExpectedError
from iku_terbuka.source.visible import printable_line

STOPPED, TERMINATED, OWN_FAULT = 130, 143, 70
# What an operating system says, and what helps.
_REFUSED: Mapping[int, str] = {
    errno.ENOENT: "tidak ada. Periksa nama dan foldernya.",
    errno.EACCES: "tidak boleh dibaca atau ditulis. Periksa izin dan pemiliknya.",
    errno.EPERM: "tidak boleh diubah. Periksa izin dan pemiliknya.",
    errno.EROFS: "berada di disk yang hanya dapat dibaca. Pilih tempat lain.",
    errno.ENOSPC: "tidak dapat ditulis karena disk penuh. Kosongkan sebagian, lalu ulangi.",
    errno.EDQUOT: "tidak dapat ditulis karena jatah disk Anda habis. Hapus sebagian berkas.",
    errno.EFBIG: "tidak dapat ditulis karena melebihi batas ukuran berkas.",
    errno.ENAMETOOLONG: "terlalu panjang namanya. Pilih nama yang lebih pendek.",
    errno.ENOTDIR: "tidak dapat dibuka karena sebagian alamatnya berkas, bukan folder.",
    errno.EISDIR: "adalah folder, bukan berkas.",
    errno.EEXIST: "sudah ada. Pilih nama lain.",
    errno.ENOTEMPTY: "masih ada isinya. Kosongkan dahulu.",
    errno.ELOOP: "adalah tautan simbolik yang berputar. Ganti dengan berkas atau folder biasa.",
    errno.EMLINK: "terlalu banyak tautannya. Pilih tempat lain.",
    errno.EXDEV: "berada di disk lain. Pilih tempat di disk yang sama.",
    errno.EBUSY: "sedang dipakai program lain.",
    errno.EMFILE: "tidak dapat dibuka karena terlalu banyak berkas sedang terbuka.",
    errno.ENFILE: "tidak dapat dibuka karena terlalu banyak berkas sedang terbuka.",
    errno.EIO: "tidak dapat dibaca atau ditulis: disknya bermasalah.",
}
# Where the system names nothing; a folder that is gone is that of the command.
_NAMELESS: Mapping[int, str] = {errno.ENOENT: "Folder tempat perintah ini dijalankan"}
_NO_TEMPORARY = "No usable temporary directory"
_MAX_LINE = 300  # of a message in the report, which could quote data


class _Terminated(BaseException):
    """SIGTERM came; not an ``Exception``, so that nothing on the way takes it for an error."""


def run(command: click.Command) -> int:
    """Run a command with the words of the command line; return the exit status."""
    # Modules and data stay until the end; looking at them every 700 objects costs time.
    gc.set_threshold(50_000)
    # Nothing here asks for local time, and libraries that read the variable fail over nonsense.
    os.environ.pop("TZ", None)
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console that lacks a character shows “?” in its place; no reason to break off.
            stream.reconfigure(errors="replace")
    try:
        code = command.main(standalone_mode=False, prog_name="iku")
    except (Exception, _Terminated) as error:
        words, code = _ending(error)
        with suppress(OSError):
            click.echo(words, err=True)
        _give_up_output()
    return code if isinstance(code, int) else 0


def _ending(error: BaseException) -> tuple[str, int]:  # noqa: PLR0911 (a table)
    """Return what is said of an error, and the exit status."""
    match error:
        case click.ClickException():
            return error_message(error), error.exit_code
        case ExpectedError():
            return str(error), error.status
        case click.Abort():
            return "Dihentikan.", STOPPED
        case _Terminated():
            return "Dihentikan.", TERMINATED
        case OSError() if error.errno:
            return refusal(error), 1
        case MemoryError():
            return "Memori komputer ini tidak cukup. Tutup program lain, lalu ulangi.", 1
    return _own_fault(error), OWN_FAULT


def refusal(error: OSError) -> str:
    """Return what the operating system refuses, as a sentence."""
    said = str(error.strerror or error)
    if said.startswith(_NO_TEMPORARY):
        return "Tidak ada folder sementara yang dapat ditulis. Kosongkan disk, atau atur TMPDIR."
    number = error.errno or errno.EIO
    # Of two names the second is where a file was to go.
    path = error.filename2 or error.filename
    name = f"“{printable_line(os.fsdecode(path))}”" if isinstance(path, str | bytes) else ""
    name = name or _NAMELESS.get(number, "Sebuah berkas")
    known = _REFUSED.get(number)
    return f"{name} {known}" if known else f"{name} ditolak sistem operasi: {printable_line(said)}"


def _terminate(*_: int | FrameType | None) -> None:
    # What is cleaned up now is not interrupted by a second signal.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _Terminated


def _give_up_output() -> None:
    """Drop what cannot be printed: the interpreter would try again at its end, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _own_fault(error: BaseException) -> str:
    name = f"iku-terbuka {version('iku-terbuka')}"
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = f"Ini kesalahan program, bukan kesalahan Anda ({name}). Mohon laporkan kepada pembuatnya"
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            prefix="iku-kesalahan-",
            suffix=".txt",
            delete=False,
            encoding="utf-8",
            errors="backslashreplace",
        ) as file:
            file.write(f"{name}, Python {sys.version}, {sys.platform}\n")
            file.write(f"iku {shlex.join(sys.argv[1:])}\n\n")
            lines = "".join(traceback.format_exception(error)).splitlines()
            file.write("".join(f"{line[:_MAX_LINE]}\n" for line in lines))
    except OSError:
        kind = type(error).__name__
        return f"{said}: {kind} di {os.path.basename(place.filename)} baris {place.lineno}."  # noqa: PTH119
    return f"{said}, dengan berkas {file.name} (berisi versi, perintah, pesan, dan letaknya)."
