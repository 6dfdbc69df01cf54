"""Makes the planned pages and files that the tree does not hold yet."""

from collections.abc import Callable, Iterable

from iku_terbuka.publish.fingerprint import Fingerprints
from iku_terbuka.publish.page import Page, Plan
from iku_terbuka.publish.tree import Tree


def write(
    plans: Iterable[Plan], tree: Tree, fingerprints: Fingerprints, render: Callable[[Page], bytes]
) -> None:
    """Have every planned file in ``tree``; ``render`` makes a whole HTML file of a page."""
    for plan in plans:

        def make(plan: Plan = plan) -> bytes:
            made = plan.make()
            return render(made) if isinstance(made, Page) else made

        tree.write(plan.path, fingerprints.of(plan), make)
