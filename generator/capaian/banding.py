"""The comparisons that an LKjIP must make (PermenPANRB 53/2014, annex, Bab III.A).

This year against last year and earlier years, against the end of the period, against a national
standard. Whether a value rose is kept apart from whether a target was reached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext

from generator.capaian.aturan import hitung_capaian
from generator.capaian.deret import putus_deret
from generator.capaian.status import LEGA, TanpaCapaian
from generator.capaian.ukur import Pengukuran
from generator.model import Arah, Indikator
from generator.model.iku import Akumulasi, DefinisiIndikator, IsiNilai

NOL = Decimal(0)


@dataclass(frozen=True)
class Tren:
    """A value against an earlier year, both as shown, so that a reader can subtract them.

    ``membaik`` is ``None`` without a direction or a change; ``setara`` says that the two may be
    roundings of one number, so that nothing is known of a change.
    """

    tahun: int
    dari: Decimal
    menjadi: Decimal
    membaik: bool | None
    setara: bool = False

    @property
    def selisih(self) -> Decimal:
        return self.menjadi - self.dari


@dataclass(frozen=True)
class TerhadapAcuan:
    """A value against a fixed point: the end of the period, a national standard.

    ``nilai`` is what was compared, as shown: the year's value, or the sum of years where they
    accumulate. ``capaian`` comes from the values before rounding. ``predikat`` is the grade of the
    value where the fixed point is a grade too.
    """

    acuan: IsiNilai
    nilai: Decimal
    capaian: Decimal | TanpaCapaian
    tahun_dijumlahkan: tuple[int, ...] = ()
    predikat: str | None = None


@dataclass(frozen=True)
class Perbandingan:
    """All comparisons of one year; each is ``None`` or empty where there is nothing to compare."""

    tahun_lalu: Tren | None
    tahun_sebelumnya: tuple[Tren, ...]
    target_akhir: TerhadapAcuan | None
    standar_nasional: TerhadapAcuan | None


def bandingkan(
    indikator: Indikator, tahun: int, ukuran: Mapping[int, Pengukuran]
) -> Perbandingan | None:
    """Compare the result of ``tahun``; ``None`` when it has no number."""
    penetapan = indikator.berlaku(tahun)
    now = _angka(ukuran.get(tahun))
    if penetapan is None or now is None:
        return None
    definisi = penetapan.definisi
    # Nothing is compared with years before a break of the series.
    since = max(
        (putus.tahun for putus in putus_deret(indikator) if putus.tahun <= tahun), default=0
    )
    earlier = [
        _tren(definisi.arah, satu, ukuran[tahun])
        for lalu, satu in sorted(ukuran.items(), reverse=True)
        if since <= lalu < tahun and _angka(satu) is not None
    ]
    last = earlier[0] if earlier and earlier[0].tahun == tahun - 1 else None
    adds_up = definisi.akumulasi is Akumulasi.KUMULATIF
    years = _tahun_periode(indikator, tahun, ukuran) if adds_up else (tahun,)
    end = _terhadap(definisi, definisi.target_akhir, [ukuran[year] for year in years])
    return Perbandingan(
        last,
        tuple(earlier[1:] if last else earlier),
        replace(end, tahun_dijumlahkan=years) if end and adds_up else end,
        _terhadap(definisi, definisi.standar_nasional, [ukuran[tahun]]),
    )


def setara_tercetak(satu: Pengukuran, lain: Pengukuran) -> bool:
    """Tell whether different figures are alike when rounded to the coarser of their decimals.

    66,67 and 66,7 may both be two thirds. A computed value that needed no rounding is exact.
    """
    one, other = _angka(satu), _angka(lain)
    places = [found for each in (satu, lain) if (found := _desimal(each)) is not None]
    if one is None or other is None or one == other or not places:
        return False
    step = Decimal(1).scaleb(-min(places))
    return one.quantize(step, ROUND_HALF_UP, LEGA) == other.quantize(step, ROUND_HALF_UP, LEGA)


def _desimal(satu: Pengukuran) -> int | None:
    value = _angka(satu)
    if value is None or satu.terhitung == value:
        return None
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else None


def _tren(arah: Arah | None, before: Pengukuran, now: Pengukuran) -> Tren:
    dari, menjadi = _angka(before) or NOL, _angka(now) or NOL
    alike = setara_tercetak(before, now)
    better = None if alike else _membaik(arah, menjadi - dari)
    return Tren(before.tahun, dari, menjadi, better, alike)


def _angka(satu: Pengukuran | None) -> Decimal | None:
    return satu.realisasi.nilai if satu and satu.realisasi else None


def _membaik(arah: Arah | None, selisih: Decimal) -> bool | None:
    if selisih == 0 or arah not in {Arah.NAIK, Arah.TURUN}:
        return None
    return (selisih > 0) is (arah is Arah.NAIK)


def _tahun_periode(
    indikator: Indikator, tahun: int, ukuran: Mapping[int, Pengukuran]
) -> tuple[int, ...]:
    """Return the reported years of the same decree up to ``tahun``."""
    decree = indikator.berlaku(tahun)
    return tuple(
        year
        for year in sorted(ukuran)
        if year <= tahun and indikator.berlaku(year) is decree and _angka(ukuran[year]) is not None
    )


def _terhadap(
    definisi: DefinisiIndikator, acuan: IsiNilai | None, ukuran: Sequence[Pengukuran]
) -> TerhadapAcuan | None:
    """Compare one year, or the sum of those that accumulate, with ``acuan``."""
    if acuan is None:
        return None
    with localcontext(LEGA):
        shown = sum((_angka(satu) or NOL for satu in ukuran), NOL)
        exact = sum((satu.tepat or NOL for satu in ukuran), NOL)
    value = IsiNilai.model_construct(nilai=exact)
    percent = hitung_capaian(definisi.rumus_capaian, acuan, value)
    grade = ukuran[0].predikat if acuan.predikat and len(ukuran) == 1 else None
    return TerhadapAcuan(acuan, shown, percent, predikat=grade)
