"""Which folders a change touches: only these are compared, whatever else there is.

What one instansi shows follows from its own files, from the scales and from the profile of its
Pemda. Where only files of instansi differ, nothing else needs to be read from the older revision.
"""

from collections.abc import Iterable
from dataclasses import dataclass

# Folders that belong to the instansi above them.
_MILIK = ("iku", "capaian")


@dataclass(frozen=True)
class Cakupan:
    """The folders to compare, by id; ``None`` for all. ``atas`` are the folders above them.

    ``nama`` is how problems call the folder of the data.
    """

    nama: str = ""
    folder: frozenset[str] | None = None
    atas: frozenset[str] = frozenset()

    def memuat(self, instansi_id: str) -> bool:
        """Tell whether an instansi is to be compared."""
        return self.folder is None or instansi_id in self.folder

    def memuat_pemda(self, pemda_id: str) -> bool:
        """Tell whether a Pemda holds anything to be compared."""
        return self.memuat(pemda_id) or pemda_id in self.atas

    def memuat_masalah(self, berkas: str) -> bool:
        """Tell whether a problem of a file (or of a folder) is to be compared."""
        path = berkas.removeprefix(f"{self.nama}/")
        return self.memuat(path) or self.memuat(folder_instansi(path))

    def dibaca(self, path: str) -> bool:
        """Tell whether a file of the older revision is needed: below the data folder, with ``/``.

        Instansi above those compared keep their decree, so that their folders are complete.
        """
        if self.memuat(folder_instansi(path)) or path.startswith("skala/"):
            return True
        if path.endswith("/pemda.yaml"):
            return True
        is_decree = path.endswith("/iku.yaml") or path.split("/")[-2:-1] == ["iku"]
        return is_decree and folder_instansi(path) in self.atas


SEMUA = Cakupan()


def cakupan(nama: str, berubah: Iterable[str]) -> Cakupan:
    """Return what is to be compared when these files differ."""
    folders: set[str] = set()
    for path in berubah:
        folder = folder_instansi(path)
        if path.startswith("skala/") or path.rpartition("/")[2] == "pemda.yaml":
            return Cakupan(nama)
        if folder:
            folders.add(folder)
        elif path.endswith((".yaml", ".yml")):
            return Cakupan(nama)
    parts = [folder.split("/") for folder in folders]
    above = {"/".join(names[:end]) for names in parts for end in range(1, len(names))}
    return Cakupan(nama, frozenset(folders), frozenset(above))


def folder_instansi(path: str) -> str:
    """Return the id of the instansi whose folder holds a file: above ``iku/`` and ``capaian/``."""
    parts = path.split("/")[:-1]
    return "/".join(parts[:-1] if parts and parts[-1] in _MILIK else parts)
