"""``iku serve``: a preview that follows the files and shows in the browser what is wrong."""

import logging
import os
import stat
import tempfile
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from iku_terbuka.errors import ExpectedError
from iku_terbuka.mkdocs_plugin.build import load, plugin_of, run
from iku_terbuka.mkdocs_plugin.notices import notices
from iku_terbuka.mkdocs_plugin.project import Preview, data_folder
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from iku_terbuka.publish import Tree
from iku_terbuka.publish.tree import Entries

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

Marks = tuple[int, int, int]
log = logging.getLogger(__name__)
PREVIEW_DONE = "Pratinjau sudah sesuai dengan berkas."
# Stands for every page while there is a problem. It asks again by itself: what is served instead of
# a missing page has no part in the live reload of MkDocs.
_PROBLEM = """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>Ada yang perlu diperbaiki</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 8vh auto; padding: 1rem; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<h1>Ada yang perlu diperbaiki</h1>
<pre>{problem}</pre>
<p>Setelah berkasnya diperbaiki, pratinjau muncul kembali di sini, dalam beberapa detik.</p>
</body>
</html>
"""


def serve(config_file: Path, port: int | None = None) -> None:
    """Serve a live preview until interrupted; after a change only what it touches is made again.

    ``port`` goes before that of ``dev_addr``. What is shown never becomes what is published: it is
    deleted at the end. Raises :class:`.BuildError` where ``mkdocs.yml`` cannot be read or the
    address is in use.
    """
    # A web server, which a build does not need. MkDocs documents it for the hook ``on_serve``.
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load(config_file)
    host = config.dev_addr.host
    port = port or config.dev_addr.port
    watched = [Path(config.docs_dir), config_file, data_folder(config, plugin_of(config).config)]
    if config.theme.custom_dir:
        watched.append(Path(config.theme.custom_dir))
    preview = Preview()
    entries: Entries = {}
    with tempfile.TemporaryDirectory(prefix="iku-") as folder:
        site, empty, signal = (Path(folder, name) for name in ("situs", "kosong", "tanda"))
        for path in (site, empty, signal):
            path.mkdir()

        def rebuild() -> None:
            nonlocal entries
            said: list[str] = []
            try:
                config = load(config_file, said=said, site_dir=str(Path(folder, "mkdocs")))
                config.site_url = f"http://{host}:{port}/"
                entries = run(config, Tree.over(site, entries), preview=preview, said=said)
            except Exception as error:  # a template or a hook may raise anything
                known = isinstance(error, ExpectedError)
                problem = str(error) if known else f"{type(error).__name__}: {error}"
                log.error(problem)
                _show_problem(server, empty, problem)
            else:
                server.root, server.error_handler = str(site), lambda _: None
                for line in notices(config, said):
                    log.warning("Peringatan: %s", line)
                log.info(PREVIEW_DONE)

        server = LiveReloadServer(rebuild, host, port, str(site))
        server.watch(str(signal))
        before = _snapshot(watched)
        rebuild()
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(watched, before, signal / "ubah", ended))
        watcher.start()
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        except OSError as error:
            raise BuildError(
                f"Alamat {host}:{port} tidak dapat dipakai: {error.strerror}. Hentikan program "
                f"yang memakainya, atau pakai alamat lain: iku serve --port {port % 65535 + 1}"
            ) from error
        finally:
            ended.set()
            watcher.join()
            server.shutdown()


def _show_problem(server: "LiveReloadServer", empty: Path, problem: str) -> None:
    """Show a problem in the place of every page."""
    page = _PROBLEM.format(problem=escape(problem)).encode(errors="replace")
    server.root, server.error_handler = str(empty), lambda _: page


def _watch(
    paths: Sequence[Path], before: Mapping[str, Marks], signal: Path, ended: threading.Event
) -> None:
    """Write the file ``signal``, the only one that MkDocs watches, whenever ``paths`` change.

    MkDocs itself gives up a folder that goes away, and misses what changes during the first build.
    """
    changes = 0
    while not ended.wait(0.5):
        now = _snapshot(paths)
        if now != before:
            changes += 1
            with suppress(OSError):  # a full disk; the next change tries again
                signal.write_text(str(changes), encoding="ascii")
        before = now


def _snapshot(paths: Iterable[Path]) -> dict[str, Marks]:
    """Return time, size and inode of every file in ``paths``; what is away has none."""
    found: dict[str, Marks] = {}
    pending = [str(path) for path in paths]
    while pending:
        path = pending.pop()
        try:
            marks = Path(path).stat()
            if not stat.S_ISDIR(marks.st_mode):
                found[path] = (marks.st_mtime_ns, marks.st_size, marks.st_ino)
                continue
            with os.scandir(path) as entries:
                pending += [
                    entry.path
                    for entry in entries
                    if not (entry.is_symlink() and entry.is_dir())  # it may lead back here
                ]
        except OSError:
            continue
    return found
