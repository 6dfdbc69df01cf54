"""The table of an instansi's indicators, grouped by jenjang and sasaran."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.capaian import Pengukuran, Status
from generator.charts import Titik, titik_waktu
from generator.konteks import Konteks
from generator.model import Indikator, Instansi
from generator.pages.bagian import SelNilai, sel_nilai
from generator.pages.potong import Potongan, pilihan, potong
from generator.wording import nilai, rentang_tahun


@dataclass(frozen=True)
class BarisIndikator:
    """One indicator in a list. ``sasaran`` is set where it differs from the row above."""

    nama: str
    tautan: str
    sasaran: str
    target: SelNilai | None
    tanpa_target: str
    realisasi: str
    status: Status | None
    keterangan: str
    percik: Markup | None


@dataclass(frozen=True)
class KelompokJenjang:
    jenjang: str
    baris: tuple[BarisIndikator, ...]

    @property
    def jumlah(self) -> int:
        return len(self.baris)


def tahun_laporan(konteks: Konteks, indikator: Iterable[Indikator]) -> int | None:
    """Return the newest year that is due (or has a result); the year that overviews show."""
    years = [
        satu.tahun
        for satu_indikator in indikator
        for satu in konteks.pengukuran(satu_indikator).values()
        if satu.status is not Status.BELUM_WAKTUNYA
    ]
    return max(years, default=None)


def potongan_daftar(instansi: Instansi) -> tuple[Potongan[Indikator], ...]:
    """Return the pages of the list of an instansi's own indicators."""
    return potong(instansi.indikator, lambda satu: satu.terbaru.sasaran)


def folder_daftar(konteks: Konteks, instansi: Instansi, ke: int) -> str:
    """Return the folder of a page of that list; a folder ``iku`` is never an instansi."""
    return konteks.folder(f"{instansi.id}/iku/{ke}" if ke > 1 else instansi.id)


def bagian_daftar(
    konteks: Konteks, instansi: Instansi, tahun: int | None, ke: int = 1
) -> dict[str, object]:
    """Return what ``daftar-indikator.md.j2`` shows on page ``ke`` of the list."""
    years, parts = instansi.tahun, potongan_daftar(instansi)
    part, here = parts[ke - 1], folder_daftar(konteks, instansi, ke)
    return {
        "kelompok": kelompok_jenjang(konteks, here, part.isi, tahun),
        "potongan": part,
        "pilihan": pilihan(konteks, parts, partial(folder_daftar, konteks, instansi), ke),
        "judul_tabel": f"Indikator {instansi.nama}" + (f", tahun {tahun}" if tahun else ""),
        "judul_target": f"Target {tahun}" if tahun else "Target",
        "judul_realisasi": f"Realisasi {tahun}" if tahun else "Realisasi",
        "judul_perjalanan": rentang_tahun(years) if years else "Perjalanan",
    }


def kelompok_jenjang(
    konteks: Konteks, dari: str, semua: Iterable[Indikator], tahun: int | None
) -> tuple[KelompokJenjang, ...]:
    """Return the rows of these indicators for ``tahun``, as links from folder ``dari``."""
    groups: list[tuple[str, list[BarisIndikator]]] = []
    sasaran = ""
    for indikator in semua:
        penetapan = indikator.terbaru
        jenjang = penetapan.sasaran.jenjang or ""
        if not groups or groups[-1][0] != jenjang:
            groups.append((jenjang, []))
            sasaran = ""
        baru = penetapan.sasaran.nama != sasaran
        sasaran = penetapan.sasaran.nama
        groups[-1][1].append(_baris(konteks, dari, indikator, tahun, sasaran if baru else ""))
    return tuple(KelompokJenjang(jenjang, tuple(rows)) for jenjang, rows in groups)


def _baris(
    konteks: Konteks,
    dari: str,
    indikator: Indikator,
    tahun: int | None,
    sasaran: str,
) -> BarisIndikator:
    ukuran = konteks.pengukuran(indikator)
    satu = ukuran.get(tahun) if tahun is not None else None
    satuan = indikator.definisi.satuan if tahun is None else indikator.satuan(tahun)
    slots = titik_waktu(indikator, tuple(ukuran.values()))
    return BarisIndikator(
        indikator.nama,
        konteks.tautan(dari, konteks.folder(indikator.kunci)),
        sasaran,
        sel_nilai(satu.target if satu else None, satuan),
        "tidak terbaca" if indikator.definisi.nilai_tercetak else "tidak dicantumkan",
        _realisasi(satu, satuan),
        _status(satu, tahun),
        "" if satu or tahun is None else f"tidak dipakai pada {tahun}",
        _percik(indikator, slots) if slots else None,
    )


def _percik(indikator: Indikator, slots: Sequence[Titik]) -> Markup | None:
    from generator.charts.percik import percik  # noqa: PLC0415 (slow, see generator.charts)

    drawn = percik(slots, indikator.definisi.satuan, f"p-{indikator.id}-")
    return drawn.svg if drawn else None


def _realisasi(satu: Pengukuran | None, satuan: str | None) -> str:
    if satu is None or satu.realisasi is None:
        return ""
    words = nilai(satu.realisasi, satuan)
    return f"{words} ({satu.predikat})" if satu.predikat and satu.predikat != words else words


def _status(satu: Pengukuran | None, tahun: int | None) -> Status | None:
    """Return the status in the year shown; none where the indicator was not in use."""
    if satu is not None:
        return satu.status
    return Status.BELUM_DILAPORKAN if tahun is None else None
