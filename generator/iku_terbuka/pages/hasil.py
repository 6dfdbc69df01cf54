"""What a report says about a result besides the number, in the order of LKjIP Bab III."""

from collections.abc import Mapping

from markupsafe import Markup

from iku_terbuka.capaian import ATURAN, Measurement, Status, Trend, compare, compare_published
from iku_terbuka.capaian.predikat import same_predikat
from iku_terbuka.context import Context
from iku_terbuka.model import Hasil, Indikator, Skala, Sumber
from iku_terbuka.model.hasil import Anggaran
from iku_terbuka.pages.bagian import Fakta
from iku_terbuka.pages.bagian import satu as satu_teks
from iku_terbuka.wording import (
    NOT_COPIED,
    READ_IN_PART,
    STATUS_WORDS,
    empty_word,
    end_sentence,
    join_words,
    number_text,
    point_sentence,
    published_sentence,
    trend_sentence,
    years_text,
)

_BELUM = "Belum dilaporkan"


def fakta_hasil(
    context: Context, indikator: Indikator, tahun: int, terbaru: int | None = None
) -> tuple[Fakta, ...]:
    """Return the slots of a year with a result; what is missing is named in one line.

    ``terbaru`` is the newest year, where all stand on one page. An older one is compared with what
    lies nearest, no comparison is said to be missing, and of what is missing in both the newest
    year tells.
    """
    hasil, ukuran = indikator.hasil[tahun], context.pengukuran(indikator)
    penetapan = indikator.berlaku(tahun)
    skala = context.laporan.skala.get((penetapan and penetapan.definisi.skala) or "")
    ringkas = terbaru is not None and tahun != terbaru
    decree = indikator.penetapan_untuk(tahun)
    # Of the document itself the page says so already.
    part = _sebagian(hasil) and not decree.iku.sebagian and not ringkas
    small = (READ_IN_PART,) if part else ()
    rows = [Fakta("Sumber", _sumber(hasil.sumber), small, kosong=_BELUM)]
    if hasil.diterbitkan:
        rows.append(Fakta("Angka menurut sumbernya", _terbitan(context, indikator, ukuran[tahun])))
    rows += _perbandingan(indikator, tahun, ukuran, skala, ringkas=ringkas)
    rows += [slot for slot in _uraian(hasil) if slot.isi]
    rows += _belum_dilaporkan(indikator, tahun, terbaru)
    if hasil.catatan:
        rows.append(Fakta("Catatan", hasil.catatan, alinea=True))
    return tuple(rows)


def _uraian(hasil: Hasil) -> list[Fakta]:
    return [
        Fakta("Analisis", satu_teks(hasil.analisis), alinea=True),
        Fakta("Faktor pendukung", hasil.faktor_pendukung, alinea=True),
        Fakta("Faktor penghambat", hasil.faktor_penghambat, alinea=True),
        Fakta("Tindak lanjut", satu_teks(hasil.tindak_lanjut), alinea=True),
        Fakta("Anggaran", _anggaran(hasil.anggaran)),
    ]


def _kurang(hasil: Hasil) -> list[str]:
    return [slot.label.lower() for slot in _uraian(hasil) if not slot.isi]


def _belum_dilaporkan(indikator: Indikator, tahun: int, terbaru: int | None) -> list[Fakta]:
    """Name what is missing in one line, instead of a row for each; once for years that are alike.

    Where nothing was ever explained, the same line for each year would hide all others.
    """
    missing = _kurang(indikator.hasil[tahun])
    newest = [] if terbaru is None else [terbaru]
    others = list(indikator.hasil) if tahun == terbaru else newest
    part = _sebagian(indikator.hasil[tahun])
    alike = [
        lain
        for lain in others
        if lain != tahun
        and _kurang(indikator.hasil[lain]) == missing
        and _sebagian(indikator.hasil[lain]) == part
    ]
    if not missing or (alike and tahun != terbaru):
        return []
    too = f"; begitu juga pada {years_text(alike)}" if alike else ""
    label = NOT_COPIED if part else _BELUM
    return [Fakta(label, kosong=join_words(missing).capitalize() + too)]


def _sebagian(hasil: Hasil) -> bool:
    """Whether only a part of the report was read, so that nothing is said to lack in it."""
    return hasil.sumber is not None and hasil.sumber.sebagian


def _perbandingan(
    indikator: Indikator,
    tahun: int,
    ukuran: Mapping[int, Measurement],
    skala: Skala | None,
    *,
    ringkas: bool,
) -> list[Fakta]:
    if ukuran[tahun].status is Status.BERJALAN:
        return [Fakta("Perbandingan", kosong=f"Belum ada karena {ukuran[tahun].reason}")]
    satuan = indikator.satuan(tahun)
    banding = compare(indikator, tahun, ukuran, skala)
    if banding is None:
        return []
    before = tuple(trend_sentence(tren, satuan) for tren in banding.earlier)
    decree = indikator.penetapan_untuk(tahun)
    rows = [
        *_tahun_lalu(banding.previous, tahun, ukuran, satuan),
        *([Fakta("Dibanding tahun sebelumnya", before)] if before and not ringkas else []),
        Fakta(
            "Dibanding target akhir periode",
            (end_sentence(banding.target_akhir, satuan),) if banding.target_akhir else (),
            kosong=empty_word(decree.iku, "Target akhir periode tidak disebut"),
        ),
        Fakta(
            "Dibanding standar nasional",
            (point_sentence(banding.standar_nasional, satuan),) if banding.standar_nasional else (),
            kosong=empty_word(decree.iku, "Standar nasional tidak disebut"),
        ),
    ]
    return [row for row in rows if row.isi or not ringkas]


def _tahun_lalu(
    tren: Trend | None, tahun: int, ukuran: Mapping[int, Measurement], satuan: str | None
) -> list[Fakta]:
    """Compare with the year before, or say why not; nothing where that year was no promise."""
    if tren:
        return [Fakta("Dibanding tahun lalu", (trend_sentence(tren, satuan),))]
    before = ukuran.get(tahun - 1)
    if before is None:
        return []
    # A result that was not compared is a grade, or lies before a break of the series.
    why = (
        "Tidak ada angka yang sebanding" if before.status.ada_hasil else STATUS_WORDS[before.status]
    )
    return [Fakta("Dibanding tahun lalu", kosong=f"{why} pada {tahun - 1}")]


def _terbitan(context: Context, indikator: Indikator, satu: Measurement) -> tuple[str, ...]:
    hasil, penetapan = indikator.hasil[satu.tahun], indikator.berlaku(satu.tahun)
    definisi = penetapan.definisi if penetapan else None
    batas = context.pemda(indikator.instansi_id).profil.batas_capaian
    lines = [
        published_sentence(
            terbitan, ATURAN[terbitan.other_rumus].judul if terbitan.other_rumus else None
        )
        for terbitan in compare_published(hasil, satu, definisi, batas)
    ]
    published = hasil.diterbitkan
    if published:
        if published.kategori:
            lines.append(f"Kategori yang diterbitkan: {published.kategori}.")
        if published.predikat:
            alike = satu.predikat is None or same_predikat(satu.predikat, published.predikat)
            ours = "" if alike else f" Menurut skala: {satu.predikat}."
            lines.append(f"Predikat yang diterbitkan: {published.predikat}.{ours}")
        lines += published.catatan
        lines += (Markup("Sumber: {}.").format(words) for words in _sumber(published.sumber))
    return tuple(lines)


def _sumber(sumber: Sumber | None) -> tuple[str, ...]:
    if sumber is None:
        return ()
    words = f"{sumber.judul}, halaman {sumber.halaman}" if sumber.halaman else sumber.judul
    if sumber.tautan is None:
        return (words,)
    return (Markup('<a href="{}">{}</a>').format(sumber.tautan, words),)


def _anggaran(anggaran: Anggaran | None) -> tuple[str, ...]:
    if anggaran is None:
        return ()
    parts = []
    if anggaran.pagu is not None:
        parts.append(f"pagu Rp{number_text(anggaran.pagu)}")
    if anggaran.realisasi is not None:
        parts.append(f"realisasi Rp{number_text(anggaran.realisasi)}")
    return satu_teks(", ".join(parts))
