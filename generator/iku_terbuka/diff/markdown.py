"""A change as a comment on a pull request: GitHub's and GitLab's Markdown, below GitHub's limit.

Every piece may come from the data, so every piece is escaped: no markup, no HTML, no mention, no
reference, no link.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from iku_terbuka.diff.baris import (
    Bagian,
    Baris,
    Gaya,
    Potong,
    kendala,
    sebut_pembanding,
    semua_bagian,
)
from iku_terbuka.diff.kata import bersih
from iku_terbuka.diff.nilai import Pembanding, Perubahan
from iku_terbuka.diff.ringkasan import kalimat, ribuan
from iku_terbuka.report.markdown import code_span

# The first line, by which a bot finds its own comment again.
TANDA = "<!-- iku-diff -->"
# GitHub refuses 65,536 characters and more.
MAX_HURUF = 65_000
# More lines than this are folded.
_LIPAT = 12
# Room for the sentence on what was left out, and for the frame of each section.
_CADANGAN, _BINGKAI = 300, 120
_APIT = {Gaya.NAMA: "**", Gaya.HAPUS: "~~", Gaya.TAMBAH: "**", Gaya.TANDA: "**"}

# An entity is text wherever it stands; it never opens or closes anything.
_KHUSUS = re.compile(r"[\\`*_\[\]<>&$|~{}]")
# What forges make mentions, references, emoji and links of, even out of entities. Cut in two by
# a character without width, each half is nothing to them. The data itself cannot hold one.
_PUTUS = "\u200b"
_RUJUKAN = re.compile(
    r"""(?<=[@#!%^~$&])(?=[\w"]) | (?<=:)(?=\S) | (?<=www)(?=\.) | (?<=\bgh)(?=-\d)""",
    re.IGNORECASE | re.VERBOSE,
)
# Seven digits of a hash may name a commit.
_HASH = re.compile(r"\b[0-9a-f]{7,}\b")
_ENAM = re.compile(r".{6}(?=.)")
_AWAL_DAFTAR = re.compile(r"[-+=#]|\d+[.)]")
_PUTUS_TERTULIS = f"&#{ord(_PUTUS)};"


def aman(teks: str) -> str:
    """Return a text that a forge reads as nothing but text."""
    cut = _RUJUKAN.sub(_PUTUS, bersih(teks))
    cut = _HASH.sub(lambda found: _ENAM.sub(rf"\g<0>{_PUTUS}", found[0]), cut)
    escaped = _KHUSUS.sub(lambda found: f"&#{ord(found[0])};", cut)
    return escaped.replace(_PUTUS, _PUTUS_TERTULIS)


def sebagai_markdown(perubahan: Perubahan, pembanding: Pembanding, paling: int = MAX_HURUF) -> str:
    """Return at most ``paling`` characters; a last sentence counts the lines that did not fit."""
    asal = "".join(_potong(satu) for satu in sebut_pembanding(pembanding))
    said = kendala(perubahan)
    head = [TANDA, f"**{aman(kalimat(perubahan))}**", "", asal, *(["", said] if said else [])]
    sections = semua_bagian(perubahan)
    kept = _muat(sections, paling - sum(len(line) + 1 for line in head) - _CADANGAN)
    lines = [*head, *chain.from_iterable(_isi(kept))]
    total = sum(len(satu.baris) for satu in sections)
    left = total - sum(len(satu.baris) for satu in kept)
    if left:
        lines += [
            "",
            f"**Tidak muat di sini: {ribuan(left)} dari {ribuan(total)} baris.** Baris yang "
            "ditandai tebal didahulukan. Jalankan `iku diff` untuk membaca semuanya.",
        ]
    return "\n".join(lines) + "\n"


def _muat(sections: Sequence[Bagian], room: int) -> list[Bagian]:
    """Return the lines that fit, marked ones first, in their own order."""
    places = [(s, b) for s, satu in enumerate(sections) for b in range(len(satu.baris))]
    places.sort(key=lambda place: not sections[place[0]].baris[place[1]].penting)
    kept: set[tuple[int, int]] = set()
    opened: set[int] = set()
    for s, b in places:
        section = sections[s]
        frame = 0 if s in opened else len(aman(section.judul) + aman(section.nama)) + _BINGKAI
        cost = frame + sum(len(line) + 1 for line in _baris(section.baris[b]))
        if cost <= room:
            room -= cost
            opened.add(s)
            kept.add((s, b))
    return [
        Bagian(
            satu.judul,
            satu.nama,
            tuple(baris for b, baris in enumerate(satu.baris) if (s, b) in kept),
        )
        for s, satu in enumerate(sections)
        if s in opened
    ]


def _isi(sections: Sequence[Bagian]) -> Iterator[list[str]]:
    for judul, group in groupby(sections, key=lambda satu: satu.judul):
        yield ["", f"### {aman(judul)}"]
        for nama, same in groupby(group, key=lambda satu: satu.nama):
            yield _bagian(nama, [baris for satu in same for baris in satu.baris])


def _bagian(nama: str, baris: Sequence[Baris]) -> list[str]:
    lines = [line for satu in baris for line in _baris(satu)]
    if len(lines) <= _LIPAT:
        return [*(["", f"#### {aman(nama)}"] if nama else []), "", *lines]
    marked = sum(satu.penting for satu in baris)
    more = f", {ribuan(marked)} perlu perhatian" if marked else ""
    label = f"{aman(nama)}: " if nama else ""
    return [
        "",
        f"<details><summary>{label}{ribuan(len(baris))} baris{more}</summary>",
        "",
        *lines,
        "",
        "</details>",
    ]


def _baris(baris: Baris, tingkat: int = 0) -> list[str]:
    text = "".join(_potong(satu) for satu in baris.potong)
    guard = _PUTUS_TERTULIS if _AWAL_DAFTAR.match(text) else ""
    here = f"{'  ' * tingkat}- {guard}{text}"
    return [here, *(line for anak in baris.anak for line in _baris(anak, tingkat + 1))]


def _potong(satu: Potong) -> str:
    if satu.gaya is Gaya.KODE:
        return code_span(bersih(satu.teks))
    mark = _APIT.get(satu.gaya, "")
    # Spaces between pieces stay as they are; within a mark they would break it.
    if not mark:
        lead = satu.teks[: len(satu.teks) - len(satu.teks.lstrip())]
        tail = satu.teks[len(satu.teks.rstrip()) :] if satu.teks.strip() else ""
        return lead + aman(satu.teks) + tail
    return f"{mark}{aman(satu.teks)}{mark}"
