"""The text of a year by what it is about, so that a number touches the pages that show it."""

import re
from collections.abc import Mapping
from itertools import pairwise

_KUNCI_PERTAMA = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[a-z_]+:")


def belah_tahun(teks: str, baris: Mapping[str, int]) -> tuple[str, Mapping[str, str]]:
    """Return what a file of results says of the whole year, and of each indicator by id.

    ``baris`` are the lines, from 1, on which the keys of the indicators stand, as the loader found
    them; a part begins with its own, because pages name it. To a key belongs what is indented more
    below it, up to the first line that is not. All is said of the whole year, unless the file
    begins with an ordinary key and each of these keys begins a line, all equally deep.
    """
    lines = (re.sub(r"\r\n?", "\n", teks) if "\r" in teks else teks).split("\n")
    depths = {_lekukan(lines[number - 1]) for number in baris.values()}
    if len(depths) != 1 or 0 in depths or not _KUNCI_PERTAMA.match(teks):
        return teks, {}
    (depth,) = depths
    if not all(lines[number - 1].startswith(f"{id_}:", depth) for id_, number in baris.items()):
        return teks, {}
    outside = re.compile(rf"\n {{0,{depth}}}(?=[^ \n])")
    keys = sorted(baris, key=baris.__getitem__)
    starts = [baris[id_] - 1 for id_ in keys]
    whole, parts = lines[: starts[0]], {}
    for id_, (start, end) in zip(keys, pairwise([*starts, len(lines)]), strict=True):
        own = "\n".join(lines[start:end])
        after = outside.search(own)
        parts[id_] = f"{start + 1}\n{own[: after.start()] if after else own}"
        if after:
            whole.append(own[after.start() + 1 :])
    return "\n".join(whole), parts


def _lekukan(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
