"""A proposal beside what it is compared with: the problems of its base, the forge that shows it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from iku_terbuka.check import check
from iku_terbuka.cli.files import shown
from iku_terbuka.context.forge import Forge, ForgeKind, find_forge
from iku_terbuka.diff import copy_data, has_data, merge_base, open_repository, resolve_commit
from iku_terbuka.load import load_laporan
from iku_terbuka.source.problems import Problem


def base_problems(indicators: str, base: str, acuan: date | None) -> tuple[Problem, ...]:
    """Return the problems of the data where the checkout parted from ``base``; files as here.

    Raises :class:`iku_terbuka.diff.RevisionError` where that cannot be read.
    """
    repository = open_repository(Path(indicators))
    tip, head = (resolve_commit(repository, name) for name in (base, "HEAD"))
    commit = merge_base(repository, tip, head) or tip
    if not has_data(repository, commit):
        return ()
    with TemporaryDirectory(prefix="iku-check-") as temporary:
        folder = Path(temporary, "dasar")
        copy_data(repository, commit, folder)
        return check(load_laporan(folder, shown(indicators)), acuan)


def pipeline_forge(environ: Mapping[str, str]) -> Forge | None:
    """Return the forge on which a pipeline runs, by what it tells every pipeline; else nothing."""
    gitlab = environ.get("CI_PROJECT_URL", "")
    server, name = (environ.get(key, "") for key in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"))
    with suppress(ValueError):  # an address of another form: no links
        if gitlab:
            return find_forge(gitlab, "", ForgeKind.GITLAB)
        if server and name:  # Forgejo tells the same as GitHub
            github = server == "https://github.com" or "github" in server
            return find_forge(f"{server}/{name}", "", ForgeKind.GITHUB if github else "")
    return None
