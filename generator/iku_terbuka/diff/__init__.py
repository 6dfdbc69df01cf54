"""What a pull request changes in the public figures, in words and numbers.

:func:`compare` is pure; :mod:`.revision` reads a revision from Git; :mod:`.formats` and
:mod:`.markdown` write the result for a terminal, for programs, for a comment.
"""

from iku_terbuka.diff.compare import compare
from iku_terbuka.diff.formats import diff_data, diff_text
from iku_terbuka.diff.markdown import MAX_LENGTH, diff_markdown
from iku_terbuka.diff.revision import (
    RevisionError,
    changed_files,
    copy_data,
    has_data,
    merge_base,
    open_repository,
    ralat_files,
    resolve_commit,
)
from iku_terbuka.diff.scope import scope_of, with_related
from iku_terbuka.diff.values import Diff, Revision, Sides

__all__ = [
    "MAX_LENGTH",
    "Diff",
    "Revision",
    "RevisionError",
    "Sides",
    "changed_files",
    "compare",
    "copy_data",
    "diff_data",
    "diff_markdown",
    "diff_text",
    "has_data",
    "merge_base",
    "open_repository",
    "ralat_files",
    "resolve_commit",
    "scope_of",
    "with_related",
]
