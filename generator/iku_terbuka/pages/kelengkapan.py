"""Who has reported what, and how late: every Pemda with its instansi, year by year.

Where they are many, each Pemda has pages of its own, and /kelengkapan/ sums it up in one row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from iku_terbuka.capaian import Status, days_late, report_due
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Pemda, ProfilPemda
from iku_terbuka.output import OutputFile
from iku_terbuka.pages.bagian import Tautan
from iku_terbuka.pages.petak import PetakTahun, petak_tahun
from iku_terbuka.pages.potong import MAX_BARIS, pilihan, potong
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import count_text, day_text, no_year_sentence

# More years than these are on the page of the Pemda.
MAX_TAHUN = 5
FOLDER = "kelengkapan"


@dataclass(frozen=True)
class BarisKelengkapan:
    """One instansi. ``batas`` and ``keterlambatan`` speak of the newest year that is over.

    Both are empty where no deadline is claimed.
    """

    nama: str
    induk: str
    tautan: str
    sel: tuple[PetakTahun, ...]
    batas: str
    keterlambatan: str
    terlambat: bool


@dataclass(frozen=True)
class KelengkapanPemda:
    """The table of a Pemda, or a page of it.

    ``tanpa_tenggat`` says why nobody is late, ``tanpa_tahun`` why there is no table.
    """

    nama: str
    anchor: str
    tanpa_tenggat: str
    tahun: tuple[int, ...]
    baris: tuple[BarisKelengkapan, ...]
    tanpa_tahun: str

    @property
    def tahun_akhir(self) -> int | None:
        return self.tahun[-1] if self.tahun else None

    @property
    def bertenggat(self) -> bool:
        """Whether a deadline is claimed for any row."""
        return any(satu.batas for satu in self.baris)


def folder_kelengkapan(pemda: Pemda, ke: int = 1) -> str:
    """Return the folder of a page of a Pemda's own table."""
    return f"{FOLDER}/{pemda.id}/{ke}" if ke > 1 else f"{FOLDER}/{pemda.id}"


def isi_kelengkapan(context: Context) -> Mapping[str, str]:
    """Return the part ``kelengkapan`` of the page of that name."""
    ringkas = _banyak(context)
    tables = [
        _tabel(context, top, FOLDER, () if ringkas else units)
        for top in context.top_nodes()
        if (units := punya_iku(top))
    ]
    return {
        "kelengkapan": render(
            "kelengkapan.md.j2", pemda=tables, ringkas=ringkas, acuan=_acuan(context)
        )
    }


def halaman_kelengkapan(context: Context) -> Iterator[OutputFile]:
    """Yield the pages of each Pemda's own table, where /kelengkapan/ has only a row of it."""
    for top in context.top_nodes() if _banyak(context) else ():
        pemda, years = context.pemda(top.id), _tahun(context, top)
        parts = potong(punya_iku(top) if years else ())
        for part in parts:
            folder = folder_kelengkapan(pemda, part.ke)
            more = f", instansi {part.nomor}" if part.sebagian else ""
            text = render(
                "kelengkapan-pemda.md.j2",
                nama=f"{top.nama}{more}",
                remah=_remah(context, folder, f"{top.nama}{more}"),
                satu=_tabel(context, top, folder, part.isi),
                pilihan=pilihan(context, parts, partial(folder_kelengkapan, pemda), part.ke),
                acuan=_acuan(context),
            )
            yield OutputFile(f"{folder}/index.md", text)


def punya_iku(top: Instansi) -> tuple[Instansi, ...]:
    """Return the instansi from ``top`` down that have indicators of their own."""
    return tuple(unit for unit in top.descendants() if unit.indikator)


def _banyak(context: Context) -> bool:
    """Tell whether the tables of all Pemda are too much for one page."""
    return sum(len(punya_iku(top)) for top in context.top_nodes()) > MAX_BARIS


def _acuan(context: Context) -> str:
    return day_text(context.acuan) if context.acuan else ""


def _remah(context: Context, folder: str, nama: str) -> tuple[Tautan, ...]:
    home = () if context.root else (Tautan("Beranda", context.link(folder, "")),)
    return (*home, Tautan("Kelengkapan", context.link(folder, FOLDER)), Tautan(nama))


def _tahun(context: Context, top: Instansi) -> tuple[int, ...]:
    """Return the last years that are over."""
    years = sorted({tahun for satu in top.all_indikator() for tahun in satu.tahun})
    if context.acuan:
        years = [tahun for tahun in years if tahun < context.acuan.year]
    return tuple(years[-MAX_TAHUN:])


def _tabel(
    context: Context, top: Instansi, dari: str, units: Sequence[Instansi]
) -> KelengkapanPemda:
    """Return a row for each of ``units``, or the one of all together where none are given."""
    pemda, years = context.pemda(top.id), _tahun(context, top)
    rows = [
        _baris(context, unit, unit.indikator, years, context.link(dari, context.folder(unit.id)))
        for unit in units
    ]
    if not units:
        own = context.link(dari, folder_kelengkapan(pemda))
        rows = [_baris(context, top, tuple(top.all_indikator()), years, own)]
    return KelengkapanPemda(
        pemda.nama,
        pemda.id,
        _tanpa_tenggat(pemda.profil),
        years,
        tuple(rows),
        "" if years else _tanpa_tahun(top),
    )


def _tanpa_tahun(top: Instansi) -> str:
    if any(satu.tahun for satu in top.all_indikator()):
        return (
            "Belum ada target tahunan yang tahunnya sudah lewat, jadi belum ada yang dapat "
            "diperiksa."
        )
    return no_year_sentence(satu.terbaru for satu in top.all_indikator())


def _tanpa_tenggat(profil: ProfilPemda) -> str:
    if profil.resmi:
        return ""
    if profil.contoh:
        return "Data contoh; keterlambatan tidak dihitung."
    return (
        "Data daerah ini salinan dari dokumen publik. Hasil yang belum dimuat di sini mungkin "
        "sudah dilaporkan di tempat lain, jadi keterlambatan tidak dihitung."
    )


def _baris(
    context: Context,
    unit: Instansi,
    indikator: Sequence[Indikator],
    years: tuple[int, ...],
    tautan: str,
) -> BarisKelengkapan:
    above = context.lineage(unit.id)[:-1]
    cells = tuple(petak_tahun(context, indikator, tahun) for tahun in years)
    newest = cells[-1] if cells else None
    owed = newest is not None and any(
        satu.target is not None and satu.status is Status.BELUM_DILAPORKAN
        for satu in (context.pengukuran(one).get(newest.tahun) for one in indikator)
        if satu
    )
    return BarisKelengkapan(
        unit.nama,
        above[-1].nama if above else "",
        tautan,
        cells,
        *_tenggat(context, unit, newest, owed=owed),
    )


def _tenggat(
    context: Context, unit: Instansi, newest: PetakTahun | None, *, owed: bool
) -> tuple[str, str, bool]:
    """Return the last day, what to say of it, and whether it has passed with a target unreported.

    A copy of documents has no deadline here, and without a reference date nobody is late.
    """
    if newest is None or not newest.jumlah or not context.pemda(unit.id).profil.resmi:
        return "", "", False
    due = report_due(unit, newest.tahun)
    if due is None:
        return "mengikuti induknya", "", False
    day = day_text(due)
    if newest.lengkap:
        return day, "lengkap", False
    if context.acuan is None or not owed:
        return day, "", False
    late = days_late(unit, newest.tahun, context.acuan)
    return day, f"terlambat {count_text(late)} hari" if late else "belum jatuh tempo", late > 0
