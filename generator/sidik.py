"""What a page is made from, as a short text: with the same fingerprint it is the same page.

A page below an instansi is made from the files of its folder, from what the folders above say of
themselves, from the scales, and from what holds for the whole site. Nothing else reaches it.
"""

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping
from hashlib import blake2b

# What lies in the folder of a Pemda or an instansi and is not a folder of another.
_SENDIRI = ("iku.yaml", "pemda.yaml", "iku/")


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


class SidikData:
    """The fingerprints of a tree.

    ``teks`` are its texts by path, ``umum`` what all depends on, ``simpul`` the ids of its Pemda
    and instansi.
    """

    def __init__(self, teks: Mapping[str, str], umum: str, simpul: Container[str]) -> None:
        self._simpul = simpul
        self._path = sorted(teks)
        self._sidik = [sidik(teks[path]) for path in self._path]
        self._umum = sidik(umum, *self._di("skala/"))

    def instansi(self, id_: str, *, bawahan: bool) -> str:
        """Return the fingerprint of what a page of an instansi is made from.

        ``bawahan`` tells whether it shows those below it too.
        """
        above = id_.split("/")[:-1]
        folders = ["/".join(above[:end]) for end in range(1, len(above) + 1)]
        prefixes = [f"{folder}/{name}" for folder in folders for name in _SENDIRI]
        names = [part for prefix in prefixes for part in self._di(prefix)]
        return sidik(self._umum, *names, *self._di(f"{id_}/", bawahan=bawahan))

    def _di(self, awalan: str, *, bawahan: bool = True) -> Iterator[str]:
        """Yield path and fingerprint of the texts whose path begins so."""
        for i in range(bisect_left(self._path, awalan), len(self._path)):
            path = self._path[i]
            if not path.startswith(awalan):
                return
            if bawahan or awalan + path[len(awalan) :].partition("/")[0] not in self._simpul:
                yield from (path, self._sidik[i])
