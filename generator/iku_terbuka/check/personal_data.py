"""Personal data in the text of a file, comments included: a public file names posts, not persons.

Every pattern starts at a rare character and repeats at most a fixed number of times, so that no
text takes longer than its length. Messages never repeat what was found.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iku_terbuka.source.problems import Problem, Severity

_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_BIRTH_BY_CENTURY = [rf"{year}[0-9]{_MONTH}{_DAY}" for year in ("19[3-9]", "200")]
_BIRTH = f"(?:{'|'.join(_BIRTH_BY_CENTURY)})"
# Each alone: what begins with fixed characters is found in a third of the time.
_SEARCH_BIRTH = tuple(re.compile(pattern).search for pattern in _BIRTH_BY_CENTURY)
_MOBILE = r"8[1-9][0-9][ -]?[0-9]{3,4}[ -]?[0-9]{3,5}"
_DEGREES = (
    r"(?:S\. ?(?:Sos|H|E|T|Kom|Pd|IP|STP|Ag|P|Si|Kep|Farm|Psi|Hut|Pt|KM|AP)"
    r"|M\. ?(?:Si|M|Pd|AP|Kes|H|T|Kom|Sc|Hum|P|A|E|IP|KM)|Ph\. ?D|A\. ?Md)"
)
# Streets and hospitals bear the names of persons.
_PLACE_NAMES = re.compile(
    r"\b(?:RS|RSU|RSUD|Rumah Sakit|Jalan|Jl\.?|Gedung|Puskesmas|Bandara|Stadion|Taman|Masjid"
    r"|Universitas|Yayasan|Monumen|Terminal)(?: [\w.]{1,20}){0,2} $"
)
_CONTACT = re.compile(
    r"^[ #-]{0,80}(?:kontak|surel|e-?mail|narahubung)[a-z_ ]{0,20}:.*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE_AT = re.compile(r"[A-Za-z0-9._%+-]+$")
_URL = re.compile(r"https?://\S{1,300}$")


@dataclass(frozen=True)
class _Kind:
    """A kind of personal data: what it is called, how it looks, when it is none after all.

    ``required`` looks for a part of ``pattern``, up to thirty times as fast because that begins
    with a character and not with a look behind: a text without it need not be searched.
    """

    name: str
    required: Callable[[str], object]
    pattern: re.Pattern[str]
    hint: str
    unless: Callable[[str, int], bool] = lambda _text, _start: False


def _in_url(text: str, start: int) -> bool:
    return _URL.search(text[max(0, start - 300) : start]) is not None


def _in_contact_line(text: str, start: int) -> bool:
    return _CONTACT.search(text[max(0, start - 200) : start]) is not None


def _in_place_name(text: str, start: int) -> bool:
    return _PLACE_NAMES.search(text[max(0, start - 60) : start]) is not None


_PERSON = "Hapus; tulis jabatan atau satuan kerja, bukan orangnya."
_NUMBER = "Hapus; berkas ini terbuka untuk umum."
_KINDS = (
    _Kind(
        "NIP (18 angka yang diawali tanggal lahir)",
        lambda text: any(search(text) for search in _SEARCH_BIRTH),
        re.compile(
            rf"(?<![0-9]){_BIRTH}[ .]?"
            rf"(?:19[5-9]|20[0-9])[0-9](?:{_MONTH}|21)[ .]?[12][ .]?[0-9]{{3}}(?![0-9]|\.[0-9])"
        ),
        _PERSON,
    ),
    _Kind(
        "NIP (nomor sesudah kata “NIP”)",
        lambda text: "nip" in text.lower(),
        re.compile(r"\bNI(?:P|PPPK)\b[ .:=]{0,5}[0-9](?:[ .]?[0-9]){5,17}", re.IGNORECASE),
        _PERSON,
    ),
    _Kind(
        "NIK (16 angka)",
        re.compile("[0-9]" * 16).search,  # faster than {16}
        re.compile(
            rf"(?<![0-9.,])(?:1[1-9]|[2-9][0-9])[0-9]{{4}}"
            rf"(?:0[1-9]|[1256][0-9]|[37][01]|4[1-9]){_MONTH}[0-9]{{2}}[0-9]{{4}}(?![0-9])"
        ),
        _NUMBER,
        _in_url,
    ),
    _Kind(
        "nomor telepon seluler",
        re.compile(_MOBILE).search,
        re.compile(rf"(?<![0-9A-Za-z.,/+-])(?:\+62[ -]?|0){_MOBILE}(?![0-9/]|\.[0-9])"),
        _NUMBER,
        _in_url,
    ),
    _Kind(
        "alamat surel",
        lambda text: "@" in text,
        # Starts at the @: what stands before it may be as long as the line.
        re.compile(r"(?<=[A-Za-z0-9_-])@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"),
        "Hapus; untuk pertanyaan cukup alamat kantor di situs resmi.",
        _in_contact_line,
    ),
    _Kind(
        "nama orang dengan gelar",
        re.compile(r", ?(?:[SMA]|Ph)\.").search,
        re.compile(
            rf"(?<![A-Za-z.])[A-Z][A-Za-z’'-]{{1,30}}(?:, ?{_DEGREES}(?![A-Za-z])\.?){{1,4}}"
        ),
        _PERSON,
    ),
    _Kind(
        "nama orang dengan gelar",
        re.compile(r"Dr[as]\.").search,
        re.compile(
            r"(?<![A-Za-z])(?:Drs|Dra)\. ?(?:Hj?\. ?)?[A-Z][a-z]{1,30}(?: [A-Z][a-z.]{0,30}){0,4}"
            rf"(?:, ?{_DEGREES}(?![A-Za-z])\.?){{0,4}}"
        ),
        _PERSON,
        _in_place_name,
    ),
)


def personal_data(file: str, text: str) -> Iterator[Problem]:
    """Yield a warning for each thing in ``text`` that looks like personal data."""
    seen = sorted(_find(text), key=lambda finding: finding[:2])
    if not seen:
        return
    lines = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    ends = 0
    for start, end, kind in seen:
        if start < ends:
            continue  # said already, by another name
        ends = end
        line = bisect_right(lines, start)
        yield Problem(
            file,
            line,
            start - lines[line - 1] + 1,
            "data-pribadi",
            f"Di sini tampak {kind.name}.",
            kind.hint,
            Severity.WARNING,
        )


def _find(text: str) -> Iterator[tuple[int, int, _Kind]]:
    for kind in _KINDS:
        if not kind.required(text):
            continue
        for found in kind.pattern.finditer(text):
            if not kind.unless(text, found.start()):
                yield _start(text, found.start()), found.end(), kind


def _start(text: str, start: int) -> int:
    """Return where a thing begins whose pattern starts in its middle, at the @ of an address."""
    before = _BEFORE_AT.search(text[max(0, start - 64) : start]) if text[start] == "@" else None
    return start - len(before[0]) if before else start
