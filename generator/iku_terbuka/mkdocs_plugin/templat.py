"""Templates, the theme's and ours, kept compiled: compiling costs as much as a hundred pages."""

from importlib.metadata import version

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic

from iku_terbuka.mkdocs_plugin.sidik_situs import versi
from iku_terbuka.sidik import sidik
from iku_terbuka.simpanan import Simpanan


class TemplatTersimpan(BytecodeCache):
    """Keeps templates with everything else that is kept, and trusts them as much."""

    def __init__(self, simpanan: Simpanan) -> None:
        self._simpanan = simpanan

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._simpanan.baca(_kunci(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._simpanan.tulis(_kunci(bucket), bucket.bytecode_to_string())


def _kunci(bucket: Bucket) -> str:
    # A filter of ours that is given a constant does its work when the template is compiled.
    made_by = (versi(), version("mkdocs"), bc_magic.hex())
    return sidik("templat", *made_by, bucket.key, bucket.checksum)
