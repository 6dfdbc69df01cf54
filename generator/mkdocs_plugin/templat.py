"""The theme's templates, compiled once and kept: compiling costs as much as fifty pages."""

from importlib.metadata import version

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic

from generator.sidik import sidik
from generator.simpanan import Simpanan


class TemplatTersimpan(BytecodeCache):
    """Keeps the templates of a theme with everything else that is kept, and trusts it as much."""

    def __init__(self, simpanan: Simpanan) -> None:
        self._simpanan = simpanan

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._simpanan.baca(_kunci(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._simpanan.tulis(_kunci(bucket), bucket.bytecode_to_string())


def _kunci(bucket: Bucket) -> str:
    return sidik(
        "templat", *map(version, ("jinja2", "mkdocs")), bc_magic.hex(), bucket.key, bucket.checksum
    )
