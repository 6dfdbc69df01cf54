"""The generated parts of the home page. Its words are hand-written in ``content/index.md``.

A hand-written page asks for a part with a line ``<!-- iku:ringkasan -->``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from iku_terbuka.capaian import StatusCounts
from iku_terbuka.context import Context
from iku_terbuka.model import Pemda, ProfilPemda
from iku_terbuka.pages.hitungan import (
    BagianPita,
    bagian_ringkasan,
    hitungan,
    kata_pita,
    pita,
)
from iku_terbuka.pages.muka import isi_muka
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import count_text


@dataclass(frozen=True)
class KartuPemda:
    """A Pemda in the list; ``kata`` say in words what the bar ``pita`` shows."""

    nama: str
    tautan: str
    provinsi: str
    tanda: str
    keterangan: str
    pita: tuple[BagianPita, ...]
    kata: str


def isi_beranda(context: Context) -> Mapping[str, str]:
    """Return the parts by the name under which a page asks for them."""
    counts = {
        pemda.id: hitungan(context, pemda.instansi.all_indikator())
        for pemda in context.laporan.pemda
    }
    return {
        "ringkasan": _ringkasan(context, sum(counts.values(), hitungan(context, ()))),
        "daftar-pemda": render(
            "daftar-pemda.md.j2",
            pemda=[_kartu(context, pemda, counts[pemda.id]) for pemda in context.laporan.pemda],
            keterangan=_keterangan(context),
        ),
        **isi_muka(context),
    }


def _ringkasan(context: Context, counts: StatusCounts) -> str:
    semua = tuple(context.laporan.all_indikator())
    regions, targeted = count_text(len(context.laporan.pemda)), count_text(counts.bertarget)
    keterangan = f"dari {regions} daerah; {targeted} punya target tahunan"
    return render("ringkasan.md.j2", **bagian_ringkasan(context, semua, counts, keterangan))


def _keterangan(context: Context) -> str:
    profil = [pemda.profil for pemda in context.laporan.pemda]
    if any(satu.contoh for satu in profil):
        return "Situs ini memuat data contoh: nama dan angkanya rekaan."
    if any(satu.resmi for satu in profil):
        return ""
    return (
        "Semua data di sini adalah salinan dari dokumen publik; belum ada daerah yang "
        "menerbitkannya sendiri."
    )


def _kartu(context: Context, pemda: Pemda, counts: StatusCounts) -> KartuPemda:
    units = [satu for satu in pemda.instansi.descendants() if satu.indikator]
    only = f"hanya {units[0].nama}" if len(units) == 1 else f"{count_text(len(units))} instansi"
    return KartuPemda(
        pemda.nama,
        context.link("", context.folder(pemda.id)),
        pemda.profil.provinsi or "",
        _tanda(pemda.profil),
        f"{count_text(counts.total)} indikator · {only}" if units else "IKU belum dimuat",
        pita(counts),
        kata_pita(counts),
    )


def _tanda(profil: ProfilPemda) -> str:
    if profil.contoh:
        return "data contoh"
    return "" if profil.resmi else "salinan"
