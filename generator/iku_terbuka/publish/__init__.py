"""Pages and files as values, and how they come to lie on disk. Knows no site builder.

:mod:`.page` holds the values, :mod:`.fingerprint` tells what a file is made from, :mod:`.tree` is
the folder of a site over the one before, :mod:`.writer` makes what is not there yet.
"""

from iku_terbuka.publish.fingerprint import Fingerprints, fingerprint
from iku_terbuka.publish.page import Page, Plan, Section
from iku_terbuka.publish.tree import Tree
from iku_terbuka.publish.writer import write

__all__ = ["Fingerprints", "Page", "Plan", "Section", "Tree", "fingerprint", "write"]
