"""What a report says about a result besides the number, in the order of LKjIP Bab III.

And what the numbers were copied from: targets from decrees, results from reports.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from iku_terbuka.capaian import (
    ATURAN,
    DasarTarget,
    Measurement,
    Status,
    Trend,
    compare,
    compare_elsewhere,
    compare_published,
)
from iku_terbuka.capaian.predikat import same_predikat
from iku_terbuka.context import Context
from iku_terbuka.model import Hasil, Indikator, Sumber
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.hasil import Anggaran, Rincian
from iku_terbuka.pages.blocks import Fact, ValueCell, cited_document, optional, value_cell, web_link
from iku_terbuka.wording import (
    NOT_COPIED,
    PART_WORDS,
    READ_IN_PART,
    STATUS_WORDS,
    elsewhere_sentence,
    empty_word,
    end_sentence,
    join_words,
    number_text,
    point_sentence,
    published_sentence,
    satuan_word,
    trend_sentence,
    years_text,
)

_NOT_REPORTED = "Belum dilaporkan"
# Stands for the year in the title of a report; no title that was typed can hold it.
_AGREEMENT = "Perjanjian Kinerja"
_YEAR = "\0"


def has_explanation(hasil: Hasil) -> bool:
    """Tell whether a report says more of a year than its parts, which have a table of their own."""
    return not hasil.bagian or not hasil.model_fields_set <= set(PembagianTahun)


def result_facts(
    context: Context, indikator: Indikator, tahun: int, newest: int | None = None
) -> tuple[Fact, ...]:
    """Return the slots of a year with a result; what is missing is named in one line.

    ``newest`` is the newest year, where all stand on one page. An older one is compared with what
    lies nearest, no comparison is said to be missing, and of what is missing in both the newest
    year tells.
    """
    hasil, brief = indikator.hasil[tahun], newest is not None and tahun != newest
    # Of the document itself the page says so already.
    excerpt = _is_excerpt(hasil) and not indikator.penetapan_untuk(tahun).iku.sebagian
    notes = (READ_IN_PART,) if excerpt and not brief else ()
    return (
        Fact("Sumber", cited(hasil.sumber), notes, empty=_no_source(hasil)),
        *_published_facts(context, indikator, tahun),
        *_comparison_facts(context, indikator, tahun, brief=brief),
        *_elsewhere_facts(context, indikator, tahun),
        *(fact for fact in _told_facts(hasil) if fact.values),
        *_missing_facts(indikator, tahun, newest),
        *([Fact("Catatan", hasil.catatan, prose=True)] if hasil.catatan else []),
    )


def _no_source(hasil: Hasil) -> str:
    """Say why no source is named; the parts of a year name their own."""
    if hasil.has_number or not hasil.bagian:
        return _NOT_REPORTED
    return f"Lihat tabel {join_words([PART_WORDS[jenis] for jenis in hasil.bagian])}"


def _told_facts(hasil: Hasil) -> list[Fact]:
    return [
        Fact("Analisis", optional(hasil.analisis), prose=True),
        Fact("Faktor pendukung", hasil.faktor_pendukung, prose=True),
        Fact("Faktor penghambat", hasil.faktor_penghambat, prose=True),
        Fact("Tindak lanjut", optional(hasil.tindak_lanjut), prose=True),
        Fact("Anggaran", _anggaran(hasil.anggaran)),
    ]


def _missing(hasil: Hasil) -> list[str]:
    return [fact.label.lower() for fact in _told_facts(hasil) if not fact.values]


def _missing_facts(indikator: Indikator, tahun: int, newest: int | None) -> list[Fact]:
    """Name what is missing in one line, instead of a row for each; once for years that are alike.

    Where nothing was ever explained, the same line for each year would hide all others.
    """
    hasil = indikator.hasil[tahun]
    missing, excerpt = _missing(hasil), _is_excerpt(hasil)
    told = [other for other, one in indikator.hasil.items() if has_explanation(one)]
    others = told if tahun == newest else [] if newest is None else [newest]
    alike = [
        other
        for other in others
        if other != tahun
        and _missing(indikator.hasil[other]) == missing
        and _is_excerpt(indikator.hasil[other]) == excerpt
    ]
    if not missing or (alike and tahun != newest):
        return []
    too = f"; begitu juga pada {years_text(map(indikator.year, alike))}" if alike else ""
    label = NOT_COPIED if excerpt else _NOT_REPORTED
    return [Fact(label, empty=join_words(missing).capitalize() + too)]


def _is_excerpt(hasil: Hasil) -> bool:
    """Whether only a part of the report was read, so that nothing is said to lack in it."""
    return hasil.sumber is not None and hasil.sumber.sebagian


def _comparison_facts(
    context: Context, indikator: Indikator, tahun: int, *, brief: bool
) -> list[Fact]:
    """Compare a result with other years, the end of the period and the nation's standard.

    A ``brief`` comparison leaves out the years further back and what is missing.
    """
    measurements, satuan = context.pengukuran(indikator), indikator.satuan(tahun)
    if measurements[tahun].status is Status.BERJALAN:
        return [Fact("Perbandingan", empty=f"Belum ada karena {measurements[tahun].reason}")]
    decree, current = indikator.penetapan_untuk(tahun), indikator.berlaku(tahun)
    skala = context.laporan.skala.get((current and current.definisi.skala) or "")
    compared = compare(indikator, tahun, measurements, skala)
    if compared is None:
        return []
    before = tuple(trend_sentence(tren, satuan) for tren in compared.earlier)
    akhir, acuan = compared.target_akhir, compared.standar_nasional
    facts = [
        *_last_year_facts(compared.previous, tahun, measurements, satuan),
        *([Fact("Dibanding tahun sebelumnya", before)] if before and not brief else []),
        Fact(
            "Dibanding target akhir periode",
            (end_sentence(akhir, satuan),) if akhir else (),
            empty=empty_word(decree.iku, "Target akhir periode tidak disebut"),
        ),
        Fact(
            "Dibanding standar nasional",
            (point_sentence(acuan, satuan),) if acuan else (),
            empty=empty_word(decree.iku, "Standar nasional tidak disebut"),
        ),
    ]
    return [fact for fact in facts if fact.values or not brief]


def _elsewhere_facts(context: Context, indikator: Indikator, tahun: int) -> Iterator[Fact]:
    """Yield what the same indicator came to elsewhere; a year that runs is not compared."""
    measured, satuan = context.pengukuran(indikator)[tahun], indikator.satuan(tahun)
    current = indikator.berlaku(tahun)
    skala = context.laporan.skala.get((current and current.definisi.skala) or "")
    judged = measured.status is not Status.BERJALAN
    lines = []
    for each, found in compare_elsewhere(indikator, measured, skala):
        words = elsewhere_sentence(each.wilayah, each.nilai, found if judged else None, satuan)
        lines.append(_with_source((words, *each.nilai.catatan, *each.catatan), each.sumber))
    if lines:
        yield Fact("Dibanding wilayah lain", tuple(lines))


def _with_source(sentences: Sequence[str], sumber: Sumber | None) -> str:
    """Return sentences with the source of what they tell."""
    source = [Markup("Sumber: {}.").format(*cited(sumber))] if sumber else []
    return Markup(" ").join([*sentences, *source])


@dataclass(frozen=True)
class Breakdown:
    """A result broken down, as a table; ``note`` stands below it."""

    id: str
    caption: str
    heading: str
    rows: tuple[tuple[str, ValueCell], ...]
    note: str


def breakdowns(indikator: Indikator, tahun: int) -> tuple[Breakdown, ...]:
    """Return the tables of a year's result by groups, in the order of the file."""
    satuan = indikator.satuan(tahun)
    unit = f" ({satuan_word(satuan)})" if satuan else ""
    return tuple(
        Breakdown(
            id=f"rincian-{tahun}-{number}",
            caption=f"Realisasi {indikator.year(tahun)} menurut {each.menurut}{unit}",
            heading=each.menurut[:1].upper() + each.menurut[1:],
            rows=tuple(
                (kelompok, cell)
                for kelompok, nilai in each.nilai.items()
                if (cell := value_cell(nilai, satuan))
            ),
            note=_with_source((*_value_notes(each), *each.catatan), each.sumber),
        )
        for number, each in enumerate(indikator.hasil[tahun].rincian, 1)
    )


def _value_notes(rincian: Rincian) -> Iterator[str]:
    for kelompok, nilai in rincian.nilai.items():
        yield from (f"{kelompok}: {note}" for note in nilai.catatan)


def _last_year_facts(
    tren: Trend | None, tahun: int, measurements: Mapping[int, Measurement], satuan: str | None
) -> list[Fact]:
    """Compare with the year before, or say why not; nothing where that year was no promise."""
    label = "Dibanding tahun lalu"
    if tren:
        return [Fact(label, (trend_sentence(tren, satuan),))]
    before = measurements.get(tahun - 1)
    if before is None:
        return []
    # A result that was not compared is a grade, or lies before a break of the series.
    why = (
        "Tidak ada angka yang sebanding" if before.status.ada_hasil else STATUS_WORDS[before.status]
    )
    return [Fact(label, empty=f"{why} pada {before.tahun}")]


def _published_facts(context: Context, indikator: Indikator, tahun: int) -> list[Fact]:
    """Return what the report itself says of capaian and predikat, where that was copied."""
    if not indikator.hasil[tahun].diterbitkan:
        return []
    measurement = context.pengukuran(indikator)[tahun]
    lines = chain(
        _published_numbers(context, indikator, measurement),
        _published_words(indikator.hasil[tahun], measurement),
    )
    return [Fact("Angka menurut sumbernya", tuple(lines))]


def _published_numbers(
    context: Context, indikator: Indikator, measurement: Measurement
) -> Iterator[str]:
    hasil, penetapan = indikator.hasil[measurement.tahun], indikator.berlaku(measurement.tahun)
    definisi = penetapan.definisi if penetapan else None
    batas = context.pemda(indikator.instansi_id).profil.batas_capaian
    for terbitan in compare_published(hasil, measurement, definisi, batas):
        other = ATURAN[terbitan.other_rumus].judul if terbitan.other_rumus else None
        yield published_sentence(terbitan, other)


def _published_words(hasil: Hasil, measurement: Measurement) -> Iterator[str]:
    published, predikat = hasil.diterbitkan, measurement.predikat
    if not published:
        return
    if published.kategori:
        yield f"Kategori yang diterbitkan: {published.kategori}."
    if published.predikat:
        alike = predikat is None or same_predikat(predikat, published.predikat)
        ours = "" if alike else f" Menurut skala: {predikat}."
        yield f"Predikat yang diterbitkan: {published.predikat}.{ours}"
    yield from published.catatan
    yield from (Markup("Sumber: {}.").format(words) for words in cited(published.sumber))


def cited(sumber: Sumber | None) -> tuple[str, ...]:
    """Return a source with its page as a link, as the values of a fact: one, or none."""
    if sumber is None:
        return ()
    words = f"{sumber.judul}, halaman {sumber.halaman}" if sumber.halaman else sumber.judul
    return (web_link(words, sumber.tautan),)


def _anggaran(anggaran: Anggaran | None) -> tuple[str, ...]:
    if anggaran is None:
        return ()
    parts = []
    if anggaran.pagu is not None:
        parts.append(f"pagu Rp{number_text(anggaran.pagu)}")
    if anggaran.realisasi is not None:
        parts.append(f"realisasi Rp{number_text(anggaran.realisasi)}")
    return optional(", ".join(parts))


def target_sources(indikator: Indikator, years: Iterable[Measurement]) -> tuple[str, ...]:
    """Return the documents whose targets count in ``years``, each with its years.

    Without years it is the newest decree, and of one document alone no year is named. A decree that
    cannot be cited is left out.
    """
    cited: dict[str, list[int]] = {}
    for year in years:
        penetapan = indikator.berlaku(year.tahun)
        if year.dasar_target is DasarTarget.PK:
            cited.setdefault(_AGREEMENT, []).append(year.tahun)
        elif penetapan:
            cited.setdefault(cited_document(penetapan.keputusan), []).append(year.tahun)
    if not cited:
        cited[cited_document(indikator.terbaru.keputusan)] = []
    if _AGREEMENT in cited:
        span = cited.pop(_AGREEMENT)
        cited[f"{_AGREEMENT} {f'{span[0]:d}' if len(span) == 1 else 'tahun masing-masing'}"] = span
    several = len(cited) > 1
    return tuple(
        f"target {years_text(span)}: {name}" if several else f"target: {name}"
        for name, span in cited.items()
        if name
    )


def result_sources(indikator: Indikator, years: Collection[int]) -> str:
    """Return the reports of the results of ``years``, empty where there is no result.

    Titles that differ only by their year are named once: LKjIP 2021–2023.
    """
    cited: dict[str, list[int]] = {}
    for tahun in sorted(years):
        hasil = indikator.hasil.get(tahun)
        if hasil is None or (hasil.realisasi is None and not hasil.variabel):
            continue
        title = hasil.sumber.judul if hasil.sumber else f"{tahun} tanpa sumber"
        cited.setdefault(title.replace(str(tahun), _YEAR), []).append(tahun)
    names = [title.replace(_YEAR, years_text(span)) for title, span in cited.items()]
    return f"realisasi: {'; '.join(names)}" if names else ""


def chart_sources(indikator: Indikator, years: Sequence[Measurement]) -> str:
    """Return what a picture of ``years`` names below it, empty where nothing is known."""
    known = filter(
        None,
        (
            *target_sources(indikator, years),
            result_sources(indikator, [year.tahun for year in years]),
        ),
    )
    named = "; ".join(known)
    return f"Sumber {named}" if named else ""
