"""What a page is made from, as a short text: with the same fingerprint it is the same page.

A page below an instansi is made from the files of its folder, from what the folders above say of
themselves, from the scales, and from what holds for the whole site. Nothing else reaches it. The
page of an indicator leaves out the results and the past of its siblings; their definitions stand in
the same file as its own, and count.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b

from iku_terbuka.output import Rencana

# What lies in the folder of a Pemda or an instansi and is not a folder of another.
_SENDIRI = ("iku.yaml", "pemda.yaml", "iku/")
# Begins the name of a folder that is not there; no real one begins with it.
_INDIKATOR = "@"


def sidik(*bagian: str) -> str:
    """Return the fingerprint of texts, in their order."""
    made = blake2b(digest_size=16)
    for satu in bagian:
        raw = satu.encode(errors="surrogatepass")
        made.update(len(raw).to_bytes(8, "big") + raw)
    return made.hexdigest()


def sidik_byte(isi: bytes) -> str:
    """Return the fingerprint of a file that need not be text."""
    return blake2b(isi, digest_size=16).hexdigest()


def path_indikator(instansi: str, id_: str, nama: str) -> str:
    """Return the path of a text about one indicator alone."""
    return f"{instansi}/{_INDIKATOR}{id_}/{nama}"


class SidikData:
    """The fingerprints of a tree.

    ``teks`` are its texts with their paths, those of ``path_indikator`` among them; of two with the
    same path the later counts. ``simpul`` are the ids of its Pemda and instansi.
    """

    def __init__(self, teks: Iterable[tuple[str, str]], simpul: Container[str]) -> None:
        self._simpul = simpul
        made = {path: sidik(text) for path, text in teks}
        self._path = sorted(made)
        self._sidik = [made[path] for path in self._path]
        self._skala = sidik(*self._di("skala/"))
        self._jadi: dict[tuple[str, bool, bool], str] = {}

    def rencana(self, satu: Rencana) -> str:
        """Return the fingerprint of what a planned file is made from."""
        if not satu.indikator:
            return self.instansi(satu.instansi, bawahan=satu.bawahan)
        own = self._di(path_indikator(satu.instansi, satu.indikator, ""))
        return sidik(self.instansi(satu.instansi, indikator=False), *own)

    def instansi(self, id_: str, *, bawahan: bool = False, indikator: bool = True) -> str:
        """Return the fingerprint of what is told in the folder of an instansi and above.

        ``bawahan`` adds what is told of those below it; without ``indikator`` it lacks what is
        about one indicator alone.
        """
        key = (id_, bawahan, indikator)
        if key not in self._jadi:  # many files are made from the same
            self._jadi[key] = self._instansi(*key)
        return self._jadi[key]

    def _instansi(self, id_: str, bawahan: bool, indikator: bool) -> str:
        above = id_.split("/")[:-1]
        folders = ["/".join(above[:end]) for end in range(1, len(above) + 1)]
        prefixes = [f"{folder}/{name}" for folder in folders for name in _SENDIRI]
        names = [part for prefix in prefixes for part in self._di(prefix)]
        own = self._di(f"{id_}/", bawahan=bawahan, indikator=indikator)
        return sidik(self._skala, *names, *own)

    def _di(self, awalan: str, *, bawahan: bool = True, indikator: bool = True) -> Iterator[str]:
        """Yield path and fingerprint of the texts whose path begins so."""
        for i in range(bisect_left(self._path, awalan), len(self._path)):
            path = self._path[i]
            if not path.startswith(awalan):
                return
            next_ = path[len(awalan) :].partition("/")[0]
            if not bawahan and awalan + next_ in self._simpul:
                continue
            if indikator or not next_.startswith(_INDIKATOR):
                yield from (path, self._sidik[i])
