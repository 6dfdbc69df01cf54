"""Which folders a change touches: only these are compared, whatever else there is.

What one instansi shows follows from its own files, from the scales and from the profile of its
Pemda. Where only files of instansi differ, nothing else needs to be read from the older revision.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from iku_terbuka.model.laporan import instansi_of


@dataclass(frozen=True)
class Scope:
    """The folders to compare, by id; ``None`` for all. ``above`` are the folders above them.

    ``data`` is how problems name the folder of the data.
    """

    data: str = ""
    folders: frozenset[str] | None = None
    above: frozenset[str] = frozenset()

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
        if self.includes(instansi_of(path)) or path.startswith("skala/"):
            return True
        if path.endswith("/pemda.yaml"):
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
    parts = [folder.split("/") for folder in folders]
    above = {"/".join(names[:end]) for names in parts for end in range(1, len(names))}
    return Scope(data, frozenset(folders), frozenset(above))
