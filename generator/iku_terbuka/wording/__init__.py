"""Numbers, dates, statuses and sentences as readers see them, in Indonesian.

Digits stay as typed (``3.20`` reads 3,20); only notation changes. Nothing here computes a result.
"""

from iku_terbuka.wording.change import old_and_new
from iku_terbuka.wording.chart import chart_subtitle, chart_title
from iku_terbuka.wording.comparison import (
    end_sentence,
    point_sentence,
    published_sentence,
    threshold_sentence,
    trend_sentence,
)
from iku_terbuka.wording.counts import (
    count_words,
    instansi_summary,
    reasons_sentence,
    year_summary,
)
from iku_terbuka.wording.lead import indikator_lead
from iku_terbuka.wording.notation import (
    count_text,
    count_word,
    date_text,
    day_text,
    join_words,
    number_text,
    percent_text,
    satuan_word,
    state_sentence,
    value_and_predikat,
    value_text,
    years_text,
)
from iku_terbuka.wording.result import (
    distance_from_range,
    progress_words,
    rounding_sentence,
    year_sentence,
)
from iku_terbuka.wording.source import (
    NOT_COPIED,
    NOT_MENTIONED,
    READ_IN_PART,
    cite_decree,
    document_title,
    empty_word,
    key_origin,
    no_target_word,
    no_year_sentence,
    origin_sentences,
    printed_formula_sentence,
    without_latex,
)
from iku_terbuka.wording.terms import (
    AKUMULASI_WORDS,
    ARAH_WORDS,
    JENIS_WORDS,
    KEPASTIAN_WORDS,
    SHORT_STATUS_WORDS,
    STATUS_ICONS,
    STATUS_WORDS,
    capaian_rule_sentence,
    class_limits,
)

__all__ = [
    "AKUMULASI_WORDS",
    "ARAH_WORDS",
    "JENIS_WORDS",
    "KEPASTIAN_WORDS",
    "NOT_COPIED",
    "NOT_MENTIONED",
    "READ_IN_PART",
    "SHORT_STATUS_WORDS",
    "STATUS_ICONS",
    "STATUS_WORDS",
    "capaian_rule_sentence",
    "chart_subtitle",
    "chart_title",
    "cite_decree",
    "class_limits",
    "count_text",
    "count_word",
    "count_words",
    "date_text",
    "day_text",
    "distance_from_range",
    "document_title",
    "empty_word",
    "end_sentence",
    "indikator_lead",
    "instansi_summary",
    "join_words",
    "key_origin",
    "no_target_word",
    "no_year_sentence",
    "number_text",
    "old_and_new",
    "origin_sentences",
    "percent_text",
    "point_sentence",
    "printed_formula_sentence",
    "progress_words",
    "published_sentence",
    "reasons_sentence",
    "rounding_sentence",
    "satuan_word",
    "state_sentence",
    "threshold_sentence",
    "trend_sentence",
    "value_and_predikat",
    "value_text",
    "without_latex",
    "year_sentence",
    "year_summary",
    "years_text",
]
