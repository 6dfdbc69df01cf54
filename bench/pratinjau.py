"""What ``iku serve`` spends on one change: CPU seconds of the running preview."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from bench.biaya import Biaya
from bench.kita import ENV, ubah_angka

_DIBANGUN, _SIAP = "Documentation built", "Serving on"


def pratinjau(project: Path) -> tuple[Biaya, Biaya] | None:
    """Return the cost of the first build and of one changed number; nothing without ``/proc``."""
    if not Path("/proc/self/stat").exists():
        return None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"dev_addr: 127.0.0.1:{port}\n{text}", encoding="utf-8")
    log = project / "serve.log"
    command = [str(Path(sys.executable).with_name("iku")), "serve"]
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603 (our own command)
            command, cwd=project, env={**os.environ, **ENV}, stdout=out, stderr=out
        )
    try:
        first = _tunggu(server, log, 1, Biaya(0, 0, 0))
        ubah_angka(project)
        return first, _tunggu(server, log, 2, first)
    finally:
        server.terminate()
        server.wait()
        config.write_text(text, encoding="utf-8")


def _tunggu(server: subprocess.Popen[bytes], log: Path, ke: int, before: Biaya) -> Biaya:
    """Wait for build number ``ke``; return what the server has spent since ``before``."""
    began = time.monotonic()
    while (text := log.read_text(encoding="utf-8")).count(_DIBANGUN) < ke or _SIAP not in text:
        if server.poll() is not None:
            raise RuntimeError(log.read_text(encoding="utf-8")[-2000:])
        time.sleep(0.05)
    wall = time.monotonic() - began
    time.sleep(1)  # until it waits again
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return Biaya(cpu - before.cpu, wall, peak)
