"""Which folders a change touches: only these are compared, whatever else there is.

What one instansi shows follows from its own files, from the scales and from the profile of its
Pemda. Where only files of instansi differ, nothing else needs to be read from the older revision.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from iku_terbuka.model import Instansi
from iku_terbuka.model.keputusan import DOKUMEN, instansi_of


@dataclass(frozen=True)
class Scope:
    """The folders to compare, by id; ``None`` for all. ``above`` are the folders above them.

    ``data`` is how problems name the folder of the data; ``beside`` are the folders with which one
    of those goes on, or that go on with it: they are read and not compared.
    """

    data: str = ""
    folders: frozenset[str] | None = None
    above: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def includes(self, instansi_id: str) -> bool:
        """Tell whether an instansi is to be compared."""
        return self.folders is None or instansi_id in self.folders

    def includes_pemda(self, pemda_id: str) -> bool:
        """Tell whether a Pemda holds anything to be compared."""
        return self.includes(pemda_id) or pemda_id in self.above

    def includes_file(self, file: str) -> bool:
        """Tell whether problems of a file (or of a folder) are to be compared."""
        path = file.removeprefix(f"{self.data}/")
        return self.includes(path) or self.includes(instansi_of(path))

    def needs(self, path: str) -> bool:
        """Tell whether a file of the older revision is needed: below the data folder, with ``/``.

        Instansi above those compared keep their decree, so that their folders are complete.
        """
        owner = instansi_of(path)
        if self.includes(owner) or owner in self.beside or path.startswith("skala/"):
            return True
        if path.endswith("/pemda.yaml") or path.split("/")[1:2] == [DOKUMEN]:
            return True
        is_decree = path.endswith("/iku.yaml") or path.split("/")[-2:-1] == ["iku"]
        return is_decree and instansi_of(path) in self.above


EVERYTHING = Scope()


def scope_of(data: str, changed: Iterable[str]) -> Scope:
    """Return what is to be compared when these files differ."""
    folders: set[str] = set()
    for path in changed:
        folder = instansi_of(path)
        if path.startswith("skala/") or path.rpartition("/")[2] == "pemda.yaml":
            return Scope(data)
        if folder:
            folders.add(folder)
        elif path.endswith((".yaml", ".yml")):
            return Scope(data)
    return Scope(data, frozenset(folders), _above(folders))


def _above(folders: Iterable[str]) -> frozenset[str]:
    parts = [folder.split("/") for folder in folders]
    return frozenset("/".join(names[:end]) for names in parts for end in range(1, len(names)))


def with_related(scope: Scope, nodes: Mapping[str, Instansi]) -> Scope:
    """Return the scope with all that its folders go on with, one after another.

    ``nodes`` are the instansi of the newer revision by id.
    """
    if scope.folders is None:
        return scope
    found, waiting = set(scope.folders), list(scope.folders)
    while waiting:
        node = nodes.get(waiting.pop())
        for id_ in node.related if node else ():
            if id_ not in found:
                found.add(id_)
                waiting.append(id_)
    beside = frozenset(found - scope.folders)
    return replace(scope, beside=beside, above=scope.above | _above(beside))
