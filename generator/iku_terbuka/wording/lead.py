"""The lead of an indicator's page: its newest result, or what is known in place of one."""

from decimal import Decimal

from markupsafe import Markup

from iku_terbuka.capaian import Measurement, Standing, Status
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.model import Indikator
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.wording.notation import count_word, number_text, unbroken_years
from iku_terbuka.wording.promise import (
    basis_words,
    earlier_values,
    replaced_sentence,
    unsigned_sentence,
)
from iku_terbuka.wording.result import progress_words, target_text, year_sentence

_HUNDRED = Decimal(100)


def indikator_lead(indikator: Indikator, owner: str, standing: Standing) -> Markup:
    """Return the lead of an indicator's page; ``owner`` is whose indicator it is."""
    measured = standing.latest or standing.running
    if measured:
        return (
            year_sentence(_definisi(indikator, measured), measured)
            + _published_otherwise(indikator, measured)
            + _what_follows(indikator, standing, measured)
        )
    if standing.promised and standing.shown and standing.shown.target:
        first = _target_alone(indikator, owner, standing, standing.shown)
    else:
        first = _without_target(indikator, owner, standing)
    return first + _published_alone(indikator)


def _definisi(indikator: Indikator, measurement: Measurement) -> DefinisiIndikator:
    return indikator.penetapan_untuk(measurement.tahun).definisi


def _published_otherwise(indikator: Indikator, measurement: Measurement) -> str:
    """Say that the report itself came to the opposite; nothing where it agrees or says nothing."""
    hasil = indikator.hasil.get(measurement.tahun)
    theirs = hasil.diterbitkan.capaian if hasil and hasil.diterbitkan else None
    if (
        theirs is None
        or measurement.capaian is None
        or same_as_printed(theirs, measurement.capaian)
    ):
        return ""
    if (theirs >= _HUNDRED) is (measurement.capaian >= _HUNDRED):
        return ""
    meant = "tercapai" if theirs >= _HUNDRED else "belum tercapai"
    return (
        f" Laporannya sendiri menerbitkan capaian {number_text(theirs)}%, artinya {meant}; lihat "
        "Penjelasan hasil."
    )


def _published_alone(indikator: Indikator) -> str:
    """Name the newest capaian that a report published without the result it comes from."""
    for tahun, hasil in sorted(indikator.hasil.items(), reverse=True):
        if hasil.diterbitkan and hasil.diterbitkan.capaian is not None:
            theirs = number_text(hasil.diterbitkan.capaian)
            return (
                f" Laporan {indikator.year(tahun)} menerbitkan capaian {theirs}% tanpa "
                "realisasinya; lihat Penjelasan hasil."
            )
    return ""


def _what_follows(indikator: Indikator, standing: Standing, measured: Measurement) -> Markup:
    """Name what comes after the year that was told of: a year that runs, years that are due."""
    words = _replaced(indikator)
    if standing.running and standing.running is not measured:
        progress = progress_words(_definisi(indikator, standing.running), standing.running)
        words += Markup(" Tahun {} <strong>masih</strong> {}.").format(
            standing.running.tahun, progress
        )
    if standing.due:
        words += Markup(" Hasil {} <strong>belum dilaporkan</strong> di sini.").format(
            unbroken_years(year.tahun for year in standing.due)
        )
    return words


def _target_alone(
    indikator: Indikator, owner: str, standing: Standing, shown: Measurement
) -> Markup:
    definisi = _definisi(indikator, shown)
    owner = definisi.cakupan or owner
    goal = target_text(definisi, shown.target) if shown.target else ""
    to = "untuk" if shown.target and shown.target.tanggal else "pada"
    first = Markup("{} menargetkan <strong>{}</strong> {} {}.").format(owner, goal, to, shown.tahun)
    said = filter(None, (basis_words(shown, definisi.satuan), earlier_values(shown)))
    if words := "; ".join(said):
        first = first[:-1] + Markup(" ({}).").format(words)
    return first + _why_no_result(standing) + _replaced(indikator)


def _why_no_result(standing: Standing) -> Markup:
    """Say what is known in place of a result; nothing where a later plan took the target away."""
    if standing.status is Status.DIGANTIKAN:
        return Markup("")
    if standing.status is Status.BELUM_WAKTUNYA:
        return Markup(
            " Tahun itu belum selesai, jadi hasilnya <strong>belum waktunya</strong> dilaporkan."
        )
    if not standing.due:
        return Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    return Markup(
        " Realisasi {} <strong>belum dilaporkan</strong> di sini, jadi belum diketahui apakah "
        "target tercapai."
    ).format(unbroken_years(year.tahun for year in standing.due))


def _replaced(indikator: Indikator) -> Markup:
    return Markup(" {}").format(replaced_sentence(indikator)) if indikator.diganti else Markup("")


def _without_target(indikator: Indikator, owner: str, standing: Standing) -> Markup:
    penetapan = indikator.terbaru
    definisi = penetapan.definisi
    result_words = (
        Markup("Tahunnya belum selesai, jadi hasilnya <strong>belum waktunya</strong> dilaporkan.")
        if standing.status is Status.BELUM_WAKTUNYA
        else Markup("Hasilnya <strong>belum dilaporkan</strong> di sini.")
    )
    if definisi.nilai_tercetak:
        return (
            Markup(
                "Dokumen mencetak <strong>{} nilai</strong> untuk indikator ini, tetapi nilai dan "
                "judul kolomnya tidak sepadan. Karena itu target per tahun tidak kami isi. "
            ).format(count_word(len(definisi.nilai_tercetak)))
            + result_words
        )
    if signing := unsigned_sentence(indikator):
        return Markup("{} {}").format(signing, result_words)
    why = (
        "target per tahunnya <strong>belum disalin</strong> ke sini"
        if penetapan.iku.sebagian
        else "dokumennya <strong>tidak memuat target per tahun</strong>"
    )
    first = Markup("{} memakai indikator ini untuk mengukur kinerjanya, tetapi ").format(owner)
    return first + Markup(why) + ". " + result_words  # noqa: S704
