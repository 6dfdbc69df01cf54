"""What the evaluation of accountability (LHE AKIP) says of an instansi, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.context import Context
from iku_terbuka.model import Instansi
from iku_terbuka.model.evaluasi import EvaluasiAkip, Komponen, StatusTindakLanjut
from iku_terbuka.pages.blocks import BLOCKS, Fact, fact_list, optional
from iku_terbuka.pages.hasil import cited
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Section
from iku_terbuka.wording import number_text

_PAGE = Macros("evaluasi.html.j2")
_KOMPONEN = {
    Komponen.PERENCANAAN: "Perencanaan kinerja",
    Komponen.PENGUKURAN: "Pengukuran kinerja",
    Komponen.PELAPORAN: "Pelaporan kinerja",
    Komponen.EVALUASI_INTERNAL: "Evaluasi akuntabilitas kinerja internal",
}
_STATUS = {
    StatusTindakLanjut.SELESAI: "selesai",
    StatusTindakLanjut.DALAM_PROSES: "dalam proses",
    StatusTindakLanjut.BELUM: "belum ditindaklanjuti",
    StatusTindakLanjut.TIDAK_DAPAT: "tidak dapat ditindaklanjuti",
}


@dataclass(frozen=True)
class KomponenRow:
    """A component with its value and its weight; the value is empty where it is not known."""

    nama: str
    nilai: str
    bobot: str


def evaluasi_section(context: Context, instansi: Instansi) -> Iterator[Section]:
    """Yield the section on the evaluations, the newest first.

    Only of a Pemda that publishes here itself: the report is its own to publish.
    """
    if instansi.evaluasi and context.pemda(instansi.id).profil.resmi:
        years = (_year(instansi.evaluasi[tahun]) for tahun in sorted(instansi.evaluasi)[::-1])
        yield Section(stack(*years), "Evaluasi akuntabilitas kinerja (AKIP)", "evaluasi")


def _year(evaluasi: EvaluasiAkip) -> str:
    facts = [
        Fact("Nilai", optional(_number(evaluasi.total))),
        Fact("Predikat", optional(evaluasi.predikat)),
        Fact("Sumber", cited(evaluasi.sumber)),
    ]
    return stack(
        _PAGE.year(evaluasi.tahun),
        fact_list(facts),
        _PAGE.table(evaluasi.tahun, tuple(_rows(evaluasi))) if evaluasi.nilai else "",
        _PAGE.recommendations(
            [
                (each.isi, _STATUS[each.status] if each.status else "", each.tindak_lanjut)
                for each in evaluasi.rekomendasi
            ]
        )
        if evaluasi.rekomendasi
        else "",
        BLOCKS.notes(evaluasi.catatan) if evaluasi.catatan else "",
    )


def _rows(evaluasi: EvaluasiAkip) -> Iterator[KomponenRow]:
    for komponen, nama in _KOMPONEN.items():
        nilai: Decimal | None = getattr(evaluasi.nilai, komponen)
        yield KomponenRow(nama, _number(nilai) or "", str(komponen.bobot))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else number_text(value)
