"""What the page of a year says of its Perjanjian Kinerja: who agreed, when, and what changed."""

from collections.abc import Iterator

from markupsafe import Markup

from iku_terbuka.context import Context
from iku_terbuka.model import Instansi
from iku_terbuka.model.perjanjian_kinerja import (
    AlasanPerubahan,
    JenisVersi,
    PerjanjianKinerja,
    VersiPerjanjian,
)
from iku_terbuka.pages.blocks import Fact, fact_list, titled_notes
from iku_terbuka.pages.template import stack
from iku_terbuka.publish import Section
from iku_terbuka.wording import date_text, value_text

_REASONS = {
    AlasanPerubahan.PERGANTIAN_PEJABAT: "pergantian pejabat",
    AlasanPerubahan.PERUBAHAN_ANGGARAN: "perubahan strategi, program, atau anggaran",
    AlasanPerubahan.PERUBAHAN_PRIORITAS: "perubahan prioritas atau asumsi",
}


def agreement_section(context: Context, instansi: Instansi, tahun: int) -> Iterator[Section]:
    """Yield the section on the agreement of a year, where there is one."""
    perjanjian = instansi.perjanjian_kinerja.get(tahun)
    if perjanjian is None:
        return
    counting = perjanjian.versi_sampai(context.acuan)
    notes = [*perjanjian.catatan, *(note for versi in perjanjian.versi for note in versi.catatan)]
    html = stack(
        fact_list(_facts(instansi, perjanjian, counting)),
        titled_notes("Catatan tentang perjanjian ini", notes),
    )
    yield Section(html, f"Perjanjian Kinerja {tahun}", "perjanjian")


def _facts(
    instansi: Instansi, perjanjian: PerjanjianKinerja, counting: tuple[VersiPerjanjian, ...]
) -> Iterator[Fact]:
    pihak = perjanjian.pihak
    if pihak:
        values = (pihak.pertama, pihak.kedua) if pihak.kedua else (pihak.pertama,)
        yield Fact("Pihak", values)
    before: dict[str, str] = {}
    for number, versi in enumerate(perjanjian.versi):
        changes = tuple(_changes(instansi, perjanjian.tahun, versi, before))
        later = number >= len(counting)
        notes = ("Belum berlaku pada tanggal acuan situs ini.",) if later else ()
        label = "Awal" if versi.jenis is JenisVersi.AWAL else f"Perubahan {number}"
        yield Fact(label, (_signed(versi), *changes), notes)


def _signed(versi: VersiPerjanjian) -> str:
    """Say when a version was signed and why, with the link to it."""
    words = date_text(versi.tanggal) if versi.tanggal else "tanpa tanggal"
    if versi.alasan:
        words += f", karena {_REASONS[versi.alasan]}"
    return Markup('<a href="{}">{}</a>').format(versi.tautan, words) if versi.tautan else words


def _changes(
    instansi: Instansi, tahun: int, versi: VersiPerjanjian, before: dict[str, str]
) -> Iterator[str]:
    """Yield what a change says of each indicator: Nilai SAKIP: 75,35 → 75,50.

    ``before`` holds the targets of the versions before it, and then its own.
    """
    known = {indikator.id: indikator for indikator in instansi.indikator}
    for indikator_id, target in versi.target.items():
        indikator = known.get(indikator_id)
        words = value_text(target, indikator.satuan(tahun) if indikator else None)
        old = before.get(indikator_id)
        before[indikator_id] = words
        if versi.jenis is JenisVersi.PERUBAHAN and old != words:
            nama = indikator.penetapan_untuk(tahun).definisi.nama if indikator else indikator_id
            yield f"{nama}: {old} → {words}" if old else f"{nama}: {words}, sebelumnya tidak ada"
