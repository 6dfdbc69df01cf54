"""The generated parts of the home page. Its words are hand-written in ``content/index.md``.

A hand-written page asks for a part with a line ``<!-- iku:ringkasan -->``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.capaian import Status
from generator.konteks import Konteks
from generator.model import Pemda
from generator.pages.hitungan import angka_hitungan, berhasil, hitung_status, status_terakhir
from generator.pages.templat import render
from generator.wording import KATA_STATUS, daftar

# Above this many, single squares say no more than the counts beside them.
MAX_PETAK = 200


@dataclass(frozen=True)
class KunciStatus:
    status: Status
    kata: str


@dataclass(frozen=True)
class KartuPemda:
    nama: str
    tautan: str
    provinsi: str
    keterangan: str


def isi_beranda(konteks: Konteks) -> Mapping[str, str]:
    """Return the parts by the name under which a page asks for them."""
    return {"ringkasan": _ringkasan(konteks), "daftar-pemda": _daftar_pemda(konteks)}


def _ringkasan(konteks: Konteks) -> str:
    semua = tuple(konteks.laporan.semua_indikator())
    hitungan = hitung_status(konteks, semua)
    targeted = sum(1 for satu in semua if satu.definisi.target)
    keterangan = f"dari {len(konteks.laporan.pemda)} daerah; {targeted} punya target tahunan"
    order = list(Status)
    squares = sorted((status_terakhir(konteks.pengukuran(satu)) for satu in semua), key=order.index)
    return render(
        "ringkasan-beranda.md.j2",
        angka_kunci=angka_hitungan(hitungan, keterangan),
        petak=squares if len(squares) <= MAX_PETAK else (),
        kunci=[
            KunciStatus(status, f"{hitungan[status]} {KATA_STATUS[status].lower()}")
            for status in order
            if hitungan[status]
        ],
    )


def _daftar_pemda(konteks: Konteks) -> str:
    return render(
        "daftar-pemda.md.j2",
        pemda=[_kartu(konteks, pemda) for pemda in konteks.laporan.pemda],
        keterangan=_keterangan(konteks),
    )


def _keterangan(konteks: Konteks) -> str:
    profil = [pemda.profil for pemda in konteks.laporan.pemda]
    if any(satu.contoh for satu in profil):
        return "Situs ini memuat data contoh: nama dan angkanya rekaan."
    if any(satu.resmi for satu in profil):
        return ""
    return (
        "Semua data di sini adalah salinan dari dokumen publik; belum ada daerah yang "
        "menerbitkannya sendiri."
    )


def _kartu(konteks: Konteks, pemda: Pemda) -> KartuPemda:
    hitungan = hitung_status(konteks, pemda.instansi.semua_indikator())
    reported = berhasil(hitungan)
    units = [satu for satu in pemda.instansi.keturunan() if satu.indikator]
    only = f"hanya {units[0].nama}" if len(units) == 1 else f"{len(units)} instansi"
    return KartuPemda(
        pemda.nama,
        konteks.tautan("", konteks.folder(pemda.id)),
        daftar([part for part in (pemda.profil.provinsi or "", "") if part]),
        f"{hitungan.total()} indikator · {only} · "
        + (f"{reported} sudah ada hasil" if reported else "belum ada hasil"),
    )
