"""Pages and files as values, and how they come to lie on disk. Knows no site builder.

:mod:`.page` holds the values and the plans of them, :mod:`.fingerprint` tells what a file is made
from, :mod:`.tree` is the folder of a site over the one before.
"""

from iku_terbuka.publish.fingerprint import Fingerprints, fingerprint
from iku_terbuka.publish.page import FilePlan, Page, PagePlan, Plan, Section
from iku_terbuka.publish.tree import Tree

__all__ = [
    "FilePlan",
    "Fingerprints",
    "Page",
    "PagePlan",
    "Plan",
    "Section",
    "Tree",
    "fingerprint",
]
