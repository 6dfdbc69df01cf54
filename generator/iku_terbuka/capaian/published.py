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

_RATIOS = (RumusCapaian.NAIK, RumusCapaian.TURUN, RumusCapaian.TURUN_RASIO)
_ZERO = Decimal(0)


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


def same_as_printed(stated: Decimal, ours: Decimal) -> bool:
    """Tell whether ``ours``, rounded half up to the digits of ``stated``, reads the same."""
    return ours.quantize(_last_digit(stated), ROUND_HALF_UP, WIDE) == stated


def compare_published(
    hasil: Hasil,
    measured: Measurement,
    definisi: DefinisiIndikator | None,
    cap: Decimal | None = None,
) -> tuple[PublishedFigure, ...]:
    """Return one comparison for each published number of ``hasil``.

    ``definisi`` is that of the decree in force, ``cap`` the cap that the Pemda names.
    """
    published = hasil.diterbitkan
    if published is None:
        return ()
    found = []
    if published.realisasi and published.realisasi.nilai is not None:
        ours = measured.exact
        stated = published.realisasi.nilai
        found.append(
            PublishedFigure(
                "realisasi", stated, ours, ours is not None and same_as_printed(stated, ours)
            )
        )
    if published.target and published.target.nilai is not None:
        goal = measured.target.nilai if measured.target else None
        stated = published.target.nilai
        found.append(
            PublishedFigure(
                "target", stated, goal, goal is not None and same_as_printed(stated, goal)
            )
        )
    if published.capaian is not None:
        target, realisasi = (
            published.target or measured.target,
            published.realisasi or _exact_realisasi(measured),
        )
        claim = _Claim(published.capaian, measured, definisi, cap, target, realisasi)
        found.append(
            _compare_capaian(published, claim, noted=bool(published.catatan or hasil.catatan))
        )
    return tuple(found)


def _compare_capaian(published: Diterbitkan, claim: "_Claim", *, noted: bool) -> PublishedFigure:
    ours, target, realisasi = claim.measured.capaian, claim.target, claim.realisasi
    if ours is not None and same_as_printed(claim.stated, ours):
        return PublishedFigure("capaian", claim.stated, ours, True)
    other = next((rule for rule in _RATIOS if claim.follows(rule)), None)
    own_figures = published.target is None and published.realisasi is None
    known: dict[Explanation, bool] = {  # the surest first
        Explanation.DARI_TERBITAN: not own_figures and claim.follows(claim.rumus),
        Explanation.DIBATASI: claim.is_capped(),
        Explanation.STATUS: claim.says_status(),
        Explanation.PEMBULATAN: claim.follows_before_rounding(),
        Explanation.RUMUS_LAIN: other is not None,
        Explanation.BATAS_LAIN: claim.follows_other_limit(),
        Explanation.KONDISI_AWAL: claim.follows_kondisi_awal(),
        Explanation.TANPA_DATA: target is None or realisasi is None,
        Explanation.BUKAN_ANGKA: not all(
            value and value.has_number for value in (target, realisasi)
        ),
        Explanation.CATATAN: noted,
    }
    why = next((explanation for explanation, explains in known.items() if explains), None)
    return PublishedFigure(
        "capaian",
        claim.stated,
        ours,
        False,
        why,
        other if why is Explanation.RUMUS_LAIN else None,
        tuple(n for n, value in (("target", target), ("realisasi", realisasi)) if value is None),
    )


def _exact_realisasi(measured: Measurement) -> IsiNilai | None:
    """Return our result as exact as it is known."""
    if measured.computed is None or measured.realisasi is None:
        return measured.realisasi
    return IsiNilai.model_construct(nilai=measured.computed, predikat=measured.realisasi.predikat)


@dataclass(frozen=True)
class _Claim:
    """A published capaian with what it may come from: the published figures, else ours."""

    stated: Decimal
    measured: Measurement
    definisi: DefinisiIndikator | None
    cap: Decimal | None
    target: IsiNilai | None
    realisasi: IsiNilai | None

    @property
    def rumus(self) -> RumusCapaian | None:
        return self.definisi.rumus_capaian if self.definisi else None

    def follows(self, rumus: RumusCapaian | None) -> bool:
        """Tell whether a rule gives it."""
        value = self._compute(rumus, self.realisasi)
        return value is not None and same_as_printed(self.stated, value)

    def follows_other_limit(self) -> bool:
        """Tell whether a rule gives it over a limit of a range, wherever the result lies."""
        limits = self.target.rentang if self.target else None
        if limits is None or self.realisasi is None:
            return False
        found = (
            compute_capaian(rule, IsiNilai.model_construct(nilai=limit), self.realisasi)
            for limit in limits
            for rule in _RATIOS
        )
        return any(
            isinstance(number, Decimal) and same_as_printed(self.stated, number) for number in found
        )

    def follows_kondisi_awal(self) -> bool:
        """Tell whether it is (realisasi − kondisi awal) ÷ (target − kondisi awal)."""
        awal = self.definisi.kondisi_awal if self.definisi else None
        start, goal, value = (
            given.nilai if given else None for given in (awal, self.target, self.realisasi)
        )
        if start is None or goal is None or value is None or goal == start:
            return False
        with localcontext(WIDE):
            return same_as_printed(self.stated, (value - start) / (goal - start) * HUNDRED)

    def is_capped(self) -> bool:
        """Tell whether it is the Pemda's cap, where our rule gives more."""
        value = self._compute(self.rumus, self.realisasi)
        return (
            self.cap is not None
            and value is not None
            and value > self.cap
            and same_as_printed(self.stated, self.cap)
        )

    def says_status(self) -> bool:
        """Tell whether it says only that the target was reached, or that it was not."""
        if self.stated == HUNDRED:
            return self.measured.status.terpenuhi or _equal(self.target, self.realisasi)
        missed = self.measured.status is Status.BELUM_TERCAPAI and self.measured.capaian is None
        return self.stated == _ZERO and missed

    def follows_before_rounding(self) -> bool:
        """Tell whether a realisasi that reads the same when rounded gives it.

        Only for one with decimals: a count was not rounded.
        """
        shown = self.realisasi.nilai if self.realisasi else None
        if shown is None or _last_digit(shown) == 1:
            return False
        half = _last_digit(shown) / 2
        ends = [
            self._compute(self.rumus, IsiNilai.model_construct(nilai=end))
            for end in (shown - half, shown + half)
        ]
        known = sorted(end for end in ends if end is not None)
        margin = _last_digit(self.stated) / 2
        return len(known) == 2 and known[0] - margin <= self.stated <= known[1] + margin

    def _compute(self, rumus: RumusCapaian | None, realisasi: IsiNilai | None) -> Decimal | None:
        if realisasi is None:
            return None
        value = compute_capaian(rumus, self.target, realisasi)
        return value if isinstance(value, Decimal) else None


def _last_digit(value: Decimal) -> Decimal:
    """Return the unit of the last digit that was printed, at most 1."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)


def _equal(target: IsiNilai | None, realisasi: IsiNilai | None) -> bool:
    """Tell whether target and result are the same number, or the same grade."""
    if target is None or realisasi is None:
        return False
    if target.nilai is not None and realisasi.nilai is not None:
        return target.nilai == realisasi.nilai
    if target.predikat and realisasi.predikat:
        return same_predikat(target.predikat, realisasi.predikat)
    return False
