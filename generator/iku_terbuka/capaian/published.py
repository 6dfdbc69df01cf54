"""What somebody else published, beside what the figures give: agreement or a named difference."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum

from iku_terbuka.capaian.aturan import HUNDRED, compute_capaian
from iku_terbuka.capaian.measurement import Measurement
from iku_terbuka.capaian.predikat import same_predikat
from iku_terbuka.capaian.status import WIDE, Status
from iku_terbuka.model import Hasil, RumusCapaian
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.hasil import Diterbitkan
from iku_terbuka.model.nilai import IsiNilai

_RASIO = (RumusCapaian.NAIK, RumusCapaian.TURUN, RumusCapaian.TURUN_RASIO)
_NOL = Decimal(0)


class Explanation(StrEnum):
    """Why a published capaian is not ours, or why nobody can tell."""

    DARI_TERBITAN = "dari_terbitan"  # our rule over the published target or realisasi
    DIBATASI = "dibatasi"  # ours, cut off at the Pemda's batas_capaian
    STATUS = "status"  # 100 says reached, 0 says not reached
    PEMBULATAN = "pembulatan"  # our rule over a realisasi that was rounded only for print
    RUMUS_LAIN = "rumus_lain"  # a rule of capaian, most often another
    BATAS_LAIN = "batas_lain"  # a rule over the other limit of a range
    KONDISI_AWAL = "kondisi_awal"  # the way gone from kondisi awal to the target
    TANPA_DATA = "tanpa_data"  # target or realisasi are not here
    BUKAN_ANGKA = "bukan_angka"  # target or realisasi is a grade
    CATATAN = "catatan"  # none of these, but a note stands beside it


@dataclass(frozen=True)
class PublishedFigure:
    """A published figure beside ours.

    ``explanation`` is what a difference comes from; with ``RUMUS_LAIN``, ``other_rumus`` is that
    rule, with ``TANPA_DATA``, ``missing`` names what is not here.
    """

    figure: str
    published: Decimal
    ours: Decimal | None
    agrees: bool
    explanation: Explanation | None = None
    other_rumus: RumusCapaian | None = None
    missing: tuple[str, ...] = ()


def same_as_printed(terbit: Decimal, kami: Decimal) -> bool:
    """Tell whether ``kami``, rounded half up to the digits of ``terbit``, reads the same."""
    return kami.quantize(_langkah(terbit), ROUND_HALF_UP, WIDE) == terbit


def compare_published(
    hasil: Hasil,
    satu: Measurement,
    definisi: DefinisiIndikator | None,
    batas: Decimal | None = None,
) -> tuple[PublishedFigure, ...]:
    """Return one comparison for each published number of ``hasil``.

    ``definisi`` is that of the decree in force, ``batas`` the cap that the Pemda names.
    """
    published = hasil.diterbitkan
    if published is None:
        return ()
    found = []
    if published.realisasi and published.realisasi.nilai is not None:
        ours = satu.exact
        terbit = published.realisasi.nilai
        found.append(
            PublishedFigure(
                "realisasi", terbit, ours, ours is not None and same_as_printed(terbit, ours)
            )
        )
    if published.target and published.target.nilai is not None:
        goal = satu.target.nilai if satu.target else None
        terbit = published.target.nilai
        found.append(
            PublishedFigure(
                "target", terbit, goal, goal is not None and same_as_printed(terbit, goal)
            )
        )
    if published.capaian is not None:
        target, realisasi = published.target or satu.target, published.realisasi or _realisasi(satu)
        bahan = _Bahan(published.capaian, satu, definisi, batas, target, realisasi)
        found.append(_capaian(published, bahan, noted=bool(published.catatan or hasil.catatan)))
    return tuple(found)


def _capaian(published: Diterbitkan, bahan: "_Bahan", *, noted: bool) -> PublishedFigure:
    ours, target, realisasi = bahan.satu.capaian, bahan.target, bahan.realisasi
    if ours is not None and same_as_printed(bahan.terbit, ours):
        return PublishedFigure("capaian", bahan.terbit, ours, True)
    lain = next((rule for rule in _RASIO if bahan.menghasilkan(rule)), None)
    own_figures = published.target is None and published.realisasi is None
    known: dict[Explanation, bool] = {  # the surest first
        Explanation.DARI_TERBITAN: not own_figures and bahan.menghasilkan(bahan.rumus),
        Explanation.DIBATASI: bahan.dibatasi(),
        Explanation.STATUS: bahan.menurut_status(),
        Explanation.PEMBULATAN: bahan.sebelum_dibulatkan(),
        Explanation.RUMUS_LAIN: lain is not None,
        Explanation.BATAS_LAIN: bahan.dari_batas_lain(),
        Explanation.KONDISI_AWAL: bahan.dari_kondisi_awal(),
        Explanation.TANPA_DATA: target is None or realisasi is None,
        Explanation.BUKAN_ANGKA: not (_berangka(target) and _berangka(realisasi)),
        Explanation.CATATAN: noted,
    }
    why = next((penjelasan for penjelasan, explains in known.items() if explains), None)
    return PublishedFigure(
        "capaian",
        bahan.terbit,
        ours,
        False,
        why,
        lain if why is Explanation.RUMUS_LAIN else None,
        tuple(n for n, isi in (("target", target), ("realisasi", realisasi)) if isi is None),
    )


def _realisasi(satu: Measurement) -> IsiNilai | None:
    """Return our result as exact as it is known."""
    if satu.computed is None or satu.realisasi is None:
        return satu.realisasi
    return IsiNilai.model_construct(nilai=satu.computed, predikat=satu.realisasi.predikat)


@dataclass(frozen=True)
class _Bahan:
    """A published capaian with what it may come from: the published figures, else ours."""

    terbit: Decimal
    satu: Measurement
    definisi: DefinisiIndikator | None
    batas: Decimal | None
    target: IsiNilai | None
    realisasi: IsiNilai | None

    @property
    def rumus(self) -> RumusCapaian | None:
        return self.definisi.rumus_capaian if self.definisi else None

    def menghasilkan(self, rumus: RumusCapaian | None) -> bool:
        """Tell whether a rule gives it."""
        value = self._hitung(rumus, self.realisasi)
        return value is not None and same_as_printed(self.terbit, value)

    def dari_batas_lain(self) -> bool:
        """Tell whether a rule gives it over a limit of a range, wherever the result lies."""
        limits = self.target.rentang if self.target else None
        if limits is None or self.realisasi is None:
            return False
        found = (
            compute_capaian(rule, IsiNilai.model_construct(nilai=limit), self.realisasi)
            for limit in limits
            for rule in _RASIO
        )
        return any(isinstance(one, Decimal) and same_as_printed(self.terbit, one) for one in found)

    def dari_kondisi_awal(self) -> bool:
        """Tell whether it is (realisasi − kondisi awal) ÷ (target − kondisi awal)."""
        awal = self.definisi.kondisi_awal if self.definisi else None
        start, goal, value = (
            isi.nilai if isi else None for isi in (awal, self.target, self.realisasi)
        )
        if start is None or goal is None or value is None or goal == start:
            return False
        with localcontext(WIDE):
            return same_as_printed(self.terbit, (value - start) / (goal - start) * HUNDRED)

    def dibatasi(self) -> bool:
        """Tell whether it is the Pemda's cap, where our rule gives more."""
        value = self._hitung(self.rumus, self.realisasi)
        return (
            self.batas is not None
            and value is not None
            and value > self.batas
            and same_as_printed(self.terbit, self.batas)
        )

    def menurut_status(self) -> bool:
        """Tell whether it says only that the target was reached, or that it was not."""
        if self.terbit == HUNDRED:
            return self.satu.status.terpenuhi or _sama(self.target, self.realisasi)
        missed = self.satu.status is Status.BELUM_TERCAPAI and self.satu.capaian is None
        return self.terbit == _NOL and missed

    def sebelum_dibulatkan(self) -> bool:
        """Tell whether a realisasi that reads the same when rounded gives it.

        Only for one with decimals: a count was not rounded.
        """
        shown = self.realisasi.nilai if self.realisasi else None
        if shown is None or _langkah(shown) == 1:
            return False
        half = _langkah(shown) / 2
        ends = [
            self._hitung(self.rumus, IsiNilai.model_construct(nilai=end))
            for end in (shown - half, shown + half)
        ]
        known = sorted(end for end in ends if end is not None)
        margin = _langkah(self.terbit) / 2
        return len(known) == 2 and known[0] - margin <= self.terbit <= known[1] + margin

    def _hitung(self, rumus: RumusCapaian | None, realisasi: IsiNilai | None) -> Decimal | None:
        if realisasi is None:
            return None
        value = compute_capaian(rumus, self.target, realisasi)
        return value if isinstance(value, Decimal) else None


def _langkah(value: Decimal) -> Decimal:
    """Return the unit of the last digit that was printed, at most 1."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)


def _berangka(isi: IsiNilai | None) -> bool:
    return isi is not None and (isi.nilai is not None or isi.rentang is not None)


def _sama(target: IsiNilai | None, realisasi: IsiNilai | None) -> bool:
    """Tell whether target and result are the same number, or the same grade."""
    if target is None or realisasi is None:
        return False
    if target.nilai is not None and realisasi.nilai is not None:
        return target.nilai == realisasi.nilai
    if target.predikat and realisasi.predikat:
        return same_predikat(target.predikat, realisasi.predikat)
    return False
