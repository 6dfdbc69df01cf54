"""The generated part of /perubahan/: the newest changes of published numbers.

Its words are hand-written in ``content/perubahan/index.md``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from iku_terbuka.context import Context
from iku_terbuka.history import NumberChange
from iku_terbuka.model import Instansi
from iku_terbuka.pages.riwayat import (
    BarisPerubahan,
    KomitTampil,
    baris_perubahan,
    komit_tampil,
    tanggal_lengkap,
)
from iku_terbuka.pages.templat import render

FOLDER = "perubahan"
MAX_PERUBAHAN = 200


@dataclass(frozen=True)
class BarisIndikator:
    """A change with its indicator; without ``tautan`` the indicator exists no more."""

    nama: str
    tautan: str
    pemilik: str
    ubah: BarisPerubahan


@dataclass(frozen=True)
class LangkahTampil:
    komit: KomitTampil
    baris: tuple[BarisIndikator, ...]


@dataclass(frozen=True)
class HariTampil:
    tanggal: str
    langkah: tuple[LangkahTampil, ...]


def isi_perubahan(context: Context) -> Mapping[str, str]:
    """Return the part by the name under which a page asks for it."""
    changes = perubahan_tampil(context)
    shown = changes[:MAX_PERUBAHAN]
    days = [
        HariTampil(
            tanggal_lengkap(day),
            tuple(
                LangkahTampil(
                    komit_tampil(context, komit),
                    tuple(baris_indikator(context, FOLDER, *pair) for pair in rows),
                )
                for komit, rows in groupby(in_day, key=lambda pair: pair[0].commit)
            ),
        )
        for day, in_day in groupby(shown, key=lambda pair: pair[0].commit.day)
    ]
    text = render(
        "perubahan.md.j2",
        judul=_judul(len(shown), len(changes)),
        kelompok=days,
        catatan=context.riwayat.note,
    )
    return {"perubahan": text}


def perubahan_tampil(context: Context) -> list[tuple[NumberChange, Instansi]]:
    """Return every change with the instansi that owns it, newest first.

    Changes of an instansi without a page here are left out: another Pemda's, or one removed.
    """
    instansi = {satu.id: satu for satu in context.all_instansi()}
    return [
        (satu, owner)
        for satu in context.riwayat.changes
        if (owner := instansi.get(satu.key.rpartition("/")[0]))
    ]


def baris_indikator(
    context: Context, dari: str, ubah: NumberChange, owner: Instansi
) -> BarisIndikator:
    """Return a change with its indicator, as a link from folder ``dari``."""
    pemda = context.pemda(owner.id).nama
    indikator = next((satu for satu in owner.indikator if satu.kunci == ubah.key), None)
    return BarisIndikator(
        indikator.nama if indikator else ubah.key.rpartition("/")[2],
        context.link(dari, context.folder(indikator.kunci)) if indikator else "",
        pemda if "/" not in owner.id else f"{pemda} · {owner.nama}",
        baris_perubahan(context, indikator, ubah),
    )


def _judul(shown: int, total: int) -> str:
    if shown == total:
        return f"{total} perubahan, dari yang terbaru"
    return f"{shown} perubahan terbaru dari {total}"
