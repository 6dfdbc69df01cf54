"""What MkDocs would refuse in its own words, with a traceback or by hanging: told in ours.

MkDocs follows links and opens whatever lies in its folders, so these are looked through before.
"""

import os
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils import markdown_extensions
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from iku_terbuka.errors import ExpectedError
from iku_terbuka.source.visible import printable_line

_PACKAGE = Path(__file__).parents[1]
_CALLER = Path(__file__).with_name("build.py")
_INSTALLED = {"site-packages", "dist-packages"}
_MAX_WORDS = 600


class BuildError(ExpectedError):
    """The site could not be built."""


def check_inherit(config_file: Path) -> None:
    """Refuse files that inherit from each other: MkDocs would read them for ever.

    Raises :class:`BuildError`, and what MkDocs does where a file cannot be read.
    """
    loader = get_yaml_loader(config=MkDocsConfig(str(config_file)))
    seen: list[Path] = []
    path = config_file.resolve()
    while path.is_file() and b"INHERIT" in (text := path.read_bytes()):
        if path in seen:
            names = " → ".join(file.name for file in (*seen, path))
            raise BuildError(f"INHERIT berputar: {names}. Hapus salah satu baris INHERIT.")
        seen.append(path)
        # Of a text MkDocs reads this file alone.
        options = yaml_load(text.decode("utf-8-sig"), loader)
        path = (path.parent / str(options.get("INHERIT", ""))).resolve()


def check_options(config: MkDocsConfig) -> None:
    """Refuse a theme that the pages are not made for. Raises :class:`BuildError`."""
    if config.theme.name != "material":
        raise BuildError(
            f"Tema “{config.theme.name}” di {_name(config)} tidak didukung. Tulis theme: "
            "dengan name: material"
        )


def check_folders(config: MkDocsConfig) -> None:
    """Refuse what is neither file nor folder below content/ and theme/, and what has no name.

    Raises :class:`BuildError`.
    """
    project = Path(config.config_file_path).parent
    texts = {config.docs_dir: markdown_extensions, config.theme.custom_dir: (".html", ".xml")}
    for folder, endings in texts.items():
        for path in _files(Path(folder), ()) if folder else ():
            name = printable_line(os.path.relpath(path, project))
            if not _is_encodable(os.path.relpath(path, folder)):
                raise BuildError(f"Nama “{name}” memakai huruf yang bukan UTF-8. Ganti namanya.")
            if path.is_dir():
                raise BuildError(f"Tautan “{name}” berputar. Ganti dengan folder biasa.")
            if not path.exists():
                raise BuildError(f"Tautan “{name}” tidak menunjuk berkas. Hapus, atau perbaiki.")
            if not path.is_file():
                raise BuildError(f"“{name}” bukan berkas biasa. Pindahkan dari folder itu.")
            if path.suffix in endings:
                try:
                    path.read_text("utf-8-sig")
                except UnicodeDecodeError as error:
                    raise BuildError(
                        f"Berkas {name} bukan UTF-8. Simpan lagi dengan penyandian UTF-8."
                    ) from error


def _files(folder: Path, above: tuple[str, ...]) -> Iterator[Path]:
    """Yield all but the folders, and a folder that leads back to one ``above`` it.

    What is hidden is nobody's page: editors leave links to nowhere there.
    """
    here = (*above, os.path.realpath(folder))
    for path in sorted(path for path in folder.iterdir() if not path.name.startswith(".")):
        if not path.is_dir() or os.path.realpath(path) in here:
            yield path
        else:
            yield from _files(path, here)


def _is_encodable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def config_refused(config_file: Path, error: BaseException, said: Sequence[str]) -> BuildError:
    """Return what is told where MkDocs refuses its own settings; ``said`` is what it logged."""
    return BuildError(
        f"MkDocs tidak dapat memakai {config_file.name}. Periksa berkas itu; kata MkDocs: "
        f"“{_words(error, said)}”"
    )


def build_refused(
    config: MkDocsConfig, error: BaseException, said: Sequence[str]
) -> BuildError | None:
    """Return what is told of an error while MkDocs builds, nothing where it says so itself.

    What the system refuses and what we tell does; so does a fault of ours.

    An error belongs to whom the innermost frame belongs to, libraries aside: to a file of the
    project (a hook, a template), to us, or to what MkDocs was given.
    """
    if isinstance(error, ExpectedError) or (isinstance(error, OSError) and error.errno):
        return None
    # MkDocs logs an error of a plugin, and stops with one of its own.
    reason = error.__context__ if isinstance(error, Abort) and error.__context__ else error
    project = Path(config.config_file_path).parent.resolve()
    for frame in reversed(traceback.extract_tb(reason.__traceback__)):
        path = Path(frame.filename)
        if path == _CALLER:
            break
        if path.is_relative_to(_PACKAGE):
            return BuildError(str(reason)) if isinstance(reason, MkDocsException) else None
        with suppress(OSError):
            path = path.resolve()
        if path.is_relative_to(project) and not _INSTALLED & set(path.parts):
            name = path.relative_to(project).as_posix()
            return BuildError(f"Kesalahan di {name} baris {frame.lineno}: “{_words(reason, ())}”")
    return BuildError(f"MkDocs tidak dapat membangun situs ini: “{_words(error, said)}”")


def _words(error: BaseException, said: Sequence[str]) -> str:
    own = str(error) if isinstance(error, SystemExit) else f"{type(error).__name__}: {error}"
    return printable_line(" ".join(said) or own)[:_MAX_WORDS]


def _name(config: MkDocsConfig) -> str:
    return Path(config.config_file_path).name
