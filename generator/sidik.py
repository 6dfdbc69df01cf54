"""What a page is made from, as a short text: with the same fingerprint it is the same page.

A page below an instansi is made from the files of its folder, from what the folders above say of
themselves, from the scales, and from what holds for the whole site. Nothing else reaches it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
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


class SidikData:
    """The fingerprints of a tree. ``teks`` are its texts by path, ``umum`` what all depends on."""

    def __init__(self, teks: Mapping[str, str], umum: str) -> None:
        self._path = sorted(teks)
        self._sidik = [sidik(teks[path]) for path in self._path]
        self._umum = sidik(umum, *self._di("skala/"))

    def instansi(self, id_: str) -> str:
        """Return the fingerprint of what the pages of an instansi are made from."""
        above = id_.split("/")[:-1]
        folders = ["/".join(above[:end]) for end in range(1, len(above) + 1)]
        own = [
            part for folder in folders for name in _SENDIRI for part in self._di(f"{folder}/{name}")
        ]
        return sidik(self._umum, *own, *self._di(f"{id_}/"))

    def _di(self, awalan: str) -> Iterator[str]:
        """Yield path and fingerprint of every text whose path begins so."""
        for i in range(bisect_left(self._path, awalan), len(self._path)):
            if not self._path[i].startswith(awalan):
                return
            yield from (self._path[i], self._sidik[i])
