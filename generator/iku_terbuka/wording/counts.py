"""How many results came to what, in words: of an instansi, of a year."""

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from iku_terbuka.capaian import Measurement, Status, StatusCounts
from iku_terbuka.wording.notation import count_text, join_words, unbroken_years
from iku_terbuka.wording.terms import STATUS_WORDS


def count_words(
    status: Mapping[Status, int],
    sementara: int = 0,
    *,
    separator: str = ", ",
    unreported: str = "belum dilaporkan",
) -> str:
    """Return counts of statuses in words: 24 tercapai, 7 belum tercapai; 4 hasil masih sementara.

    What went beyond its target counts as reached. ``sementara`` of the judged ones may still
    change; ``unreported`` names what is not reported.
    """
    names = {kind: STATUS_WORDS[kind].lower() for kind in Status if not kind.terpenuhi}
    names |= {Status.BELUM_DILAPORKAN: unreported, Status.BERJALAN: "belum dinilai"}
    kept = sum(count for kind, count in status.items() if kind.terpenuhi)
    counts = [(kept, "tercapai"), *((status.get(kind, 0), name) for kind, name in names.items())]
    words = separator.join(f"{count_text(count)} {name}" for count, name in counts if count)
    return f"{words}; {count_text(sementara)} hasil masih sementara" if sementara else words


def instansi_summary(owner: str, counts: StatusCounts, tahun: Sequence[int]) -> Markup:
    """Return for how much an instansi set targets and what came of it."""
    total = counts.total
    if not total:
        return Markup("IKU {} belum dimuat di sini.").format(owner)
    years = Markup(", {}").format(unbroken_years(tahun)) if tahun else Markup("")
    count = Markup("<strong>{} indikator</strong>").format(count_text(total))
    if counts.bertarget == total:
        first = Markup("{} menetapkan target untuk {}{}.").format(owner, count, years)
    elif counts.bertarget:
        first = Markup("{} memakai {}, {} di antaranya dengan target per tahun{}.").format(
            owner, count, count_text(counts.bertarget), years
        )
    else:
        first = Markup("{} memakai {}. Tidak satu pun dengan target per tahun.").format(
            owner, count
        )
    if counts.status[Status.BELUM_DILAPORKAN] == total:
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    if counts.status[Status.BELUM_WAKTUNYA] == total:
        return first + Markup(" Tahunnya belum selesai, jadi hasilnya belum waktunya dilaporkan.")
    words = count_words(counts.status, counts.sementara, unreported="belum pernah dilaporkan")
    return first + Markup(" Hasilnya: {}.").format(words)


def reasons_sentence(counts: StatusCounts) -> str:
    """Say why results have no verdict: 7 dari 9 hasil tidak dapat dinilai: arah belum ditetapkan.

    Empty where each has one.
    """
    several = counts.reasons.most_common()
    if not several:
        return ""
    unjudged = counts.reasons.total()
    first = f"{count_text(unjudged)} dari {count_text(counts.berhasil)} hasil tidak dapat dinilai"
    if len(several) == 1:
        return f"{first}: {several[0][0]}."
    reasons = join_words([f"{count_text(count)} karena {reason}" for reason, count in several])
    return f"{first}: {reasons}."


def year_summary(owner: str, tahun: int, measurements: Sequence[Measurement]) -> Markup:
    """Return how much of a year's targets was reached, missed, or not reported."""
    counts = Counter(result.status for result in measurements)
    first = Markup("{} punya <strong>{} indikator</strong> pada {}.").format(
        owner, count_text(len(measurements)), tahun
    )
    if counts[Status.BELUM_WAKTUNYA] == len(measurements):
        return first + Markup(" Tahunnya belum selesai, jadi hasilnya belum waktunya dilaporkan.")
    if counts[Status.BELUM_DILAPORKAN] == len(measurements):
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    drafts = sum(1 for result in measurements if result.sementara and result.status.dinilai)
    return first + Markup(" Hasilnya: {}.").format(count_words(counts, drafts))
