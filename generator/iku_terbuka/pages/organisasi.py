"""The organisation on the page of a Pemda: the tree with its counts, and the map of years."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku_terbuka.capaian import StatusCounts
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.pages.hitungan import BagianPita, hitungan, kata_pita, pita
from iku_terbuka.pages.kelengkapan import folder_kelengkapan, punya_iku
from iku_terbuka.pages.petak import PetakTahun, kunci_petak, petak_tahun
from iku_terbuka.pages.potong import MAX_BARIS
from iku_terbuka.wording import count_text


@dataclass(frozen=True)
class Simpul:
    """A node of the tree; what it counts includes everything below it."""

    instansi: Instansi
    tautan: str
    hitungan: StatusCounts
    anak: tuple["Simpul", ...] = ()

    @property
    def pita(self) -> tuple[BagianPita, ...]:
        return pita(self.hitungan)

    @property
    def kata(self) -> str:
        total = self.hitungan.total
        if not total:
            return "belum ada indikator"
        many = f"{count_text(total)} indikator" + (
            ", termasuk unit di bawahnya" if self.anak else ""
        )
        return f"{many}: {kata_pita(self.hitungan)}"


@dataclass(frozen=True)
class BarisTahun:
    """A row of the map. ``tingkat`` counts from 0; ``ujung`` is the last of its siblings."""

    nama: str
    tautan: str
    tingkat: int
    ujung: bool
    jumlah: int
    sel: tuple[PetakTahun, ...]


def pohon_organisasi(context: Context, folder: str, instansi: Instansi) -> Simpul:
    """Return the tree below ``instansi``, counted once from the leaves up."""
    below = tuple(pohon_organisasi(context, folder, anak) for anak in instansi.anak)
    own = hitungan(context, instansi.indikator)
    return Simpul(
        instansi,
        context.link(folder, context.folder(instansi.id)),
        sum((anak.hitungan for anak in below), own),
        below,
    )


def bagian_organisasi(
    context: Context, folder: str, akar: Simpul, years: tuple[int, ...]
) -> dict[str, object]:
    """Return what ``organisasi.md.j2`` shows; ``akar`` is the node of the page in ``folder``.

    Of a large organisation it shows what lies directly below, each with all that is below that;
    where even those are many, the map has only their sum.
    """
    large = len(punya_iku(akar.instansi)) > MAX_BARIS
    rows = tuple(_baris_tahun(context, akar, years, large)) if years else ()
    if len(rows) > MAX_BARIS + 2:
        rows = rows[:1]
    cells = [sel for row in rows for sel in row.sel]
    own = akar.instansi.indikator
    first = (Simpul(akar.instansi, "#indikator", hitungan(context, own)),) if own else ()
    table = folder_kelengkapan(context.pemda(akar.instansi.id))
    return {
        "pohon": (*first, *akar.anak) if akar.anak else (),
        "dipotong": large,
        "kelengkapan": context.link(folder, table) if large else "",
        "tanpa_iku_sendiri": "" if own else akar.instansi.nama,
        "tahun": years,
        "baris_tahun": rows,
        "kunci_petak": kunci_petak(cells),
        "ada_meleset": any(sel.meleset for sel in cells),
    }


def _baris_tahun(
    context: Context, akar: Simpul, years: tuple[int, ...], large: bool
) -> Iterator[BarisTahun]:
    """Yield the rows from the top down; more than one have a sum above them.

    In a ``large`` organisation a row counts all that is below it, which then has no row.
    """

    def row(
        nama: str, tautan: str, tingkat: int, ujung: bool, indikator: tuple[Indikator, ...]
    ) -> BarisTahun:
        cells = tuple(petak_tahun(context, indikator, tahun) for tahun in years)
        return BarisTahun(nama, tautan, tingkat, ujung, len(indikator), cells)

    def below(simpul: Simpul, tingkat: int) -> Iterator[BarisTahun]:
        shown = [anak for anak in simpul.anak if anak.hitungan.total]
        for anak in shown:
            node = anak.instansi
            own = tuple(node.all_indikator()) if large else node.indikator
            if own or several:
                yield row(node.nama, anak.tautan, tingkat, anak is shown[-1], own)
            if not large:
                yield from below(anak, tingkat + several)

    top = akar.instansi
    several = len(punya_iku(top)) > 1
    if several:
        yield row("Semua instansi", "", 0, True, tuple(top.all_indikator()))
    if top.indikator:
        last = not any(anak.hitungan.total for anak in akar.anak)
        yield row(top.nama, "#indikator", int(several), last, top.indikator)
    yield from below(akar, int(several))
