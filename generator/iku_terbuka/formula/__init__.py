"""One structured formula per indicator: read, computed, and shown in every way a reader needs.

Imports nothing of ours. Numbers come in as ``Decimal``, and how they are shown as a function.
"""

from iku_terbuka.formula.mathml import mathml, mathml_numbers
from iku_terbuka.formula.parser import RumusError, parse_rumus
from iku_terbuka.formula.share import is_bare_share, times_hundred
from iku_terbuka.formula.text import in_words, rumus_source, spoken, with_numbers
from iku_terbuka.formula.tree import Rumus, Variabel, has_percent, list_names, variabel_names
from iku_terbuka.formula.value import NotComputable, evaluate

__all__ = [
    "NotComputable",
    "Rumus",
    "RumusError",
    "Variabel",
    "evaluate",
    "has_percent",
    "in_words",
    "is_bare_share",
    "list_names",
    "mathml",
    "mathml_numbers",
    "parse_rumus",
    "rumus_source",
    "spoken",
    "times_hundred",
    "variabel_names",
    "with_numbers",
]
