"""What the generator makes: files, as values. Writing them is somebody else's work."""

from collections.abc import Callable
from dataclasses import dataclass

from iku_terbuka.model import Lokasi


@dataclass(frozen=True)
class OutputFile:
    """A file of the site's source tree. ``path`` is relative, with ``/``.

    ``sumber`` is the YAML that a page shows, for its edit link; where that file does not exist yet,
    ``kerangka`` is the text to begin it with. ``kartu`` is the path of the picture that appears
    where a page is shared. ``json_ld`` are its structured data, ready for a script element.
    """

    path: str
    content: str | bytes
    sumber: Lokasi | None = None
    kerangka: str = ""
    kartu: str = ""
    json_ld: str = ""

    @property
    def mentah(self) -> bytes:
        """Return the content as it lies on disk, text in UTF-8."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


@dataclass(frozen=True)
class Rencana:
    """A file that is made when it is asked for: all of them are more than memory should hold.

    It shows the data of ``instansi``, an id; with ``bawahan`` that of those below it too, with
    ``indikator``, an id, nothing of its other indicators. What is ``ringan`` is not kept: to
    make it costs less than to read it again.
    """

    path: str
    buat: Callable[[], OutputFile]
    instansi: str
    bawahan: bool = False
    indikator: str = ""
    ringan: bool = False


# Given a name, the id of an instansi and what makes this piece of it: returns the piece, that from
# before if it was kept. The id is empty where no data has a say.
Ingat = Callable[[str, str, Callable[[], bytes]], bytes]


def tanpa_ingatan(nama: str, instansi: str, buat: Callable[[], bytes]) -> bytes:
    """Make it; nothing is kept."""
    return buat()


def jadi(berkas: OutputFile | Rencana) -> OutputFile:
    """Return the file itself, made now if it was only planned."""
    return berkas.buat() if isinstance(berkas, Rencana) else berkas
