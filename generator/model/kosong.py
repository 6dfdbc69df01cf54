"""Words that people type where there is nothing: a hyphen, “nihil”, “belum ada”."""

import re

# Not yet: the indicator is left out. Never: a state of its own. Otherwise it is not known which.
_BELUM = r"belum (?:ada|diukur|dilaporkan|diisi|tersedia|rilis|keluar)(?: (?:data|datanya|angka))?"
_TIDAK_DIUKUR = r"tidak (?:dapat |bisa |dilakukan )?(?:diukur|dihitung|pengukuran)"
_LAIN = r"[-–—]{1,3}|n\.?/?a\.?|nihil|kosong|tidak ada(?: (?:data|datanya|angka))?"

BELUM = re.compile(_BELUM, re.IGNORECASE)
TIDAK_DIUKUR = re.compile(_TIDAK_DIUKUR, re.IGNORECASE)
TANPA_ANGKA = re.compile(rf"{_LAIN}|{_BELUM}|{_TIDAK_DIUKUR}", re.IGNORECASE)
# A text may well say that something is not measured; these say nothing at all.
_TANDA = r"[-–—]{1,3}|n\.?/a\.?"
TANPA_ISI = re.compile(rf"{_TANDA}|nihil|tidak ada|belum ada", re.IGNORECASE)
# “Tidak ada” is a grade where the target is “Ada”.
TANPA_PREDIKAT = re.compile(_TANDA, re.IGNORECASE)
