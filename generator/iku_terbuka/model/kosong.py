"""Words that people type where there is nothing: a hyphen, “nihil”, “belum ada”."""

import re

# Not yet: the indicator is left out. Never: a state of its own. Otherwise it is not known which.
_NANTI = r"t\.?b\.?[ad]\.?|(?:data )?menyusul"
_DILAKUKAN = r"di(?:ukur|laporkan|isi|tetapkan|tentukan|hitung|rilis|nilai|targetkan)"
_BELUM = (
    rf"{_NANTI}|belum (?:ada|{_DILAKUKAN}|tersedia|rilis|keluar)(?: (?:data|datanya|angka))?"
    rf"|akan {_DILAKUKAN}(?: [\w ]{{1,40}})?"
)
_TIDAK_DIUKUR = r"tidak (?:dapat |bisa |dilakukan )?(?:diukur|dihitung|pengukuran)"
_LAIN = r"[-–—]{1,3}|n\.?/?a\.?|t\.?a\.?d\.?|nihil|kosong|tidak ada(?: (?:data|datanya|angka))?"

BELUM = re.compile(_BELUM, re.IGNORECASE)
TIDAK_DIUKUR = re.compile(_TIDAK_DIUKUR, re.IGNORECASE)
TANPA_ANGKA = re.compile(rf"{_LAIN}|{_BELUM}|{_TIDAK_DIUKUR}", re.IGNORECASE)
# A text may well say that something is not measured; these say nothing at all.
_TANDA = r"[-–—]{1,3}|n\.?/a\.?|t\.?b\.?[ad]\.?|t\.?a\.?d\.?"
TANPA_ISI = re.compile(rf"{_TANDA}|nihil|tidak ada|belum ada", re.IGNORECASE)
# “Tidak ada” is a grade where the target is “Ada”.
TANPA_PREDIKAT = re.compile(_TANDA, re.IGNORECASE)
