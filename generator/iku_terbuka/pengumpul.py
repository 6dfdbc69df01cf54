"""Python's cyclic garbage collector, kept from values in which there are no cycles to be found."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def tanpa_pengumpul(*, selamanya: bool = False) -> Iterator[None]:
    """Pause the collector for the block.

    Loading makes a million values that stay; looking through all of them again and again takes a
    third of the time. With ``selamanya`` it never looks at them, nor at the end of the process.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if selamanya:
            gc.freeze()
        if was:
            gc.enable()
