"""The table of an instansi's indicators, grouped by jenjang and sasaran."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from iku_terbuka.capaian import Measurement, Standing, Status
from iku_terbuka.charts import Slot, time_slots
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.pages.bagian import SelNilai, sel_nilai
from iku_terbuka.pages.potong import Potongan, pilihan, potong
from iku_terbuka.wording import no_target_word, progress_words, value_text, years_text


@dataclass(frozen=True)
class BarisIndikator:
    """One indicator in a list: the year that counts, and apart from it what is awaited.

    ``sasaran`` is set where it differs from the row above; ``ditunggu`` names years that are due or
    still run, and the first target of a new plan.
    """

    nama: str
    cakupan: str
    tautan: str
    sasaran: str
    tahun: str
    target: SelNilai | None
    tanpa_target: str
    realisasi: str
    sementara: bool
    status: Status
    ditunggu: tuple[str, ...]
    percik: Markup | None


@dataclass(frozen=True)
class KelompokJenjang:
    jenjang: str
    baris: tuple[BarisIndikator, ...]

    @property
    def jumlah(self) -> int:
        return len(self.baris)


def potongan_daftar(instansi: Instansi) -> tuple[Potongan[Indikator], ...]:
    """Return the pages of the list of an instansi's own indicators."""
    return potong(instansi.indikator, lambda satu: satu.terbaru.sasaran)


def folder_daftar(context: Context, instansi: Instansi, ke: int) -> str:
    """Return the folder of a page of that list; a folder ``iku`` is never an instansi."""
    return context.folder(f"{instansi.id}/iku/{ke}" if ke > 1 else instansi.id)


def bagian_daftar(context: Context, instansi: Instansi, ke: int = 1) -> dict[str, object]:
    """Return what ``daftar-indikator.md.j2`` shows on page ``ke`` of the list."""
    years, parts = instansi.tahun, potongan_daftar(instansi)
    part, here = parts[ke - 1], folder_daftar(context, instansi, ke)
    return {
        "kelompok": kelompok_jenjang(context, here, part.isi),
        "potongan": part,
        "pilihan": pilihan(context, parts, partial(folder_daftar, context, instansi), ke),
        "judul_tabel": _judul(context, instansi),
        "judul_perjalanan": years_text(years) if years else "Perjalanan",
    }


def _judul(context: Context, instansi: Instansi) -> str:
    states = map(context.standing, instansi.indikator)
    reported = any(state.shown and state.shown.realisasi for state in states)
    return f"Indikator {instansi.nama}" + (", menurut hasil terakhir masing-masing" * reported)


def kelompok_jenjang(
    context: Context, dari: str, semua: Iterable[Indikator]
) -> tuple[KelompokJenjang, ...]:
    """Return the rows of these indicators, as links from folder ``dari``."""
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
        groups[-1][1].append(_baris(context, dari, indikator, sasaran if baru else ""))
    return tuple(KelompokJenjang(jenjang, tuple(rows)) for jenjang, rows in groups)


def _baris(context: Context, dari: str, indikator: Indikator, sasaran: str) -> BarisIndikator:
    ukuran = context.pengukuran(indikator)
    state = context.standing(indikator)
    shown = state.shown
    decree = indikator.penetapan_untuk(shown.tahun if shown else None)
    satuan = decree.definisi.satuan
    slots = time_slots(indikator, tuple(ukuran.values()))
    return BarisIndikator(
        indikator.nama,
        indikator.definisi.cakupan or "",
        context.link(dari, context.folder(indikator.kunci)),
        sasaran,
        str(shown.tahun) if shown else "",
        sel_nilai(shown.target if shown else None, satuan),
        no_target_word(decree).lower(),
        _realisasi(shown, satuan),
        bool(shown and shown.sementara and shown.status.dinilai),
        state.status,
        tuple(_ditunggu(indikator, state)),
        _percik(indikator, slots) if slots else None,
    )


def _ditunggu(indikator: Indikator, state: Standing) -> Iterator[str]:
    """Yield what comes after the year that is shown."""
    shown, running, upcoming = state.shown, state.running, state.upcoming
    due = [year.tahun for year in state.due if year is not shown]
    if due:
        yield f"{years_text(due)}: belum dilaporkan"
    if running and running is not shown:
        definisi = indikator.penetapan_untuk(running.tahun).definisi
        yield f"{running.tahun} {progress_words(definisi, running)}"
    elif shown and upcoming and upcoming is not shown and upcoming.target:
        decree = indikator.berlaku(upcoming.tahun)
        if decree is not indikator.berlaku(shown.tahun):
            goal = value_text(upcoming.target, indikator.satuan(upcoming.tahun))
            yield f"Target {upcoming.tahun}: {goal}, belum waktunya"


def _percik(indikator: Indikator, slots: Sequence[Slot]) -> Markup | None:
    from iku_terbuka.charts.sparkline import sparkline  # noqa: PLC0415 (slow to import)

    drawn = sparkline(slots, indikator.definisi.satuan, f"p-{indikator.id}-")
    return drawn.svg if drawn else None


def _realisasi(satu: Measurement | None, satuan: str | None) -> str:
    if satu is None or satu.realisasi is None:
        return ""
    words = value_text(satu.realisasi, satuan)
    return f"{words} ({satu.predikat})" if satu.predikat and satu.predikat != words else words
