"""For people at a terminal: each problem, the line of the file, a caret under the place."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

from iku_terbuka.kabar.bersih import bersih
from iku_terbuka.kabar.kutipan import kutipan
from iku_terbuka.problems import Problem

# From so many warnings on, the end of a list also says which kinds there are.
BANYAK = 20
Gaya: TypeAlias = Callable[[str, Literal["error", "warning", "tanda"]], str]


def polos(text: str, _peran: str) -> str:
    """Colour nothing."""
    return text


def teks(problems: Iterable[Problem], sumber: Mapping[str, str], gaya: Gaya = polos) -> str:
    """Return the lines about ``problems``, in their order; ``sumber`` is the text of each file.

    The first line about a problem is ``str(problem)``, which editors read.
    """
    said: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        lines = re.split(r"\r\n|\r|\n", sumber.get(file, ""))
        for problem in group:
            said.append(_pesan(bersih(problem), gaya))
            # A file that is unknown here, or empty, has no line to blame; and logs are public.
            quoted = (
                None
                if problem.code.startswith("berkas-") or problem.code == "data-pribadi"
                else kutipan(lines, problem.line, problem.column)
            )
            if quoted:
                said += [quoted[0], quoted[1] + gaya("^", "tanda")]
    return "\n".join(said)


def _pesan(problem: Problem, gaya: Gaya) -> str:
    kind = "" if problem.is_error else "peringatan: "
    said = kind + problem.message
    before, _, after = str(problem).partition(said)
    return before + gaya(said, problem.severity.value) + after


def jumlah(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, and of many warnings how many of each code."""
    warnings = Counter(problem.code for problem in problems if not problem.is_error)
    total = warnings.total()
    lines = [f"{_angka(len(problems) - total)} kesalahan, {_angka(total)} peringatan."]
    if total > BANYAK:
        counts = sorted(warnings.items(), key=lambda item: (-item[1], item[0]))
        lines += ["Peringatan menurut kodenya:"]
        lines += [f"{_angka(count):>7}  {code}" for code, count in counts]
    return "\n".join(lines)


def _angka(count: int) -> str:
    return f"{count:,}".replace(",", ".")
