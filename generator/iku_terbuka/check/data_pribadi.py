"""Personal data in the text of a file, comments included: a public file names posts, not persons.

Every pattern starts at a rare character and repeats at most a fixed number of times, so that no
text takes longer than its length. Messages never repeat what was found.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iku_terbuka.source.problems import Problem, Severity

_BULAN = r"(?:0[1-9]|1[0-2])"
_HARI = r"(?:0[1-9]|[12][0-9]|3[01])"
_LAHIR_MENURUT_ABAD = [rf"{tahun}[0-9]{_BULAN}{_HARI}" for tahun in ("19[3-9]", "200")]
_LAHIR = f"(?:{'|'.join(_LAHIR_MENURUT_ABAD)})"
# Each alone: what begins with fixed characters is found in a third of the time.
_CARI_LAHIR = tuple(re.compile(satu).search for satu in _LAHIR_MENURUT_ABAD)
_SELULER = r"8[1-9][0-9][ -]?[0-9]{3,4}[ -]?[0-9]{3,5}"
_GELAR_BELAKANG = (
    r"(?:S\. ?(?:Sos|H|E|T|Kom|Pd|IP|STP|Ag|P|Si|Kep|Farm|Psi|Hut|Pt|KM|AP)"
    r"|M\. ?(?:Si|M|Pd|AP|Kes|H|T|Kom|Sc|Hum|P|A|E|IP|KM)|Ph\. ?D|A\. ?Md)"
)
# Streets and hospitals bear the names of persons.
_NAMA_TEMPAT = re.compile(
    r"\b(?:RS|RSU|RSUD|Rumah Sakit|Jalan|Jl\.?|Gedung|Puskesmas|Bandara|Stadion|Taman|Masjid"
    r"|Universitas|Yayasan|Monumen|Terminal)(?: [\w.]{1,20}){0,2} $"
)
_KONTAK = re.compile(
    r"^[ #-]{0,80}(?:kontak|surel|e-?mail|narahubung)[a-z_ ]{0,20}:.*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_SEBELUM_AT = re.compile(r"[A-Za-z0-9._%+-]+$")
_ALAMAT_WEB = re.compile(r"https?://\S{1,300}$")


@dataclass(frozen=True)
class _Jenis:
    """A kind of personal data: what it is called, how it looks, when it is none after all.

    ``syarat`` looks for a part of ``pola``, up to thirty times as fast because that begins with a
    character and not with a look behind: a text without it need not be searched.
    """

    nama: str
    syarat: Callable[[str], object]
    pola: re.Pattern[str]
    saran: str
    kecuali: Callable[[str, int], bool] = lambda _text, _start: False


def _dalam_alamat_web(text: str, start: int) -> bool:
    return _ALAMAT_WEB.search(text[max(0, start - 300) : start]) is not None


def _baris_kontak(text: str, start: int) -> bool:
    return _KONTAK.search(text[max(0, start - 200) : start]) is not None


def _nama_tempat(text: str, start: int) -> bool:
    return _NAMA_TEMPAT.search(text[max(0, start - 60) : start]) is not None


_ORANG = "Hapus; tulis jabatan atau satuan kerja, bukan orangnya."
_NOMOR = "Hapus; berkas ini terbuka untuk umum."
_SEMUA = (
    _Jenis(
        "NIP (18 angka yang diawali tanggal lahir)",
        lambda text: any(search(text) for search in _CARI_LAHIR),
        re.compile(
            rf"(?<![0-9]){_LAHIR}[ .]?"
            rf"(?:19[5-9]|20[0-9])[0-9](?:{_BULAN}|21)[ .]?[12][ .]?[0-9]{{3}}(?![0-9]|\.[0-9])"
        ),
        _ORANG,
    ),
    _Jenis(
        "NIP (nomor sesudah kata “NIP”)",
        lambda text: "nip" in text.lower(),
        re.compile(r"\bNI(?:P|PPPK)\b[ .:=]{0,5}[0-9](?:[ .]?[0-9]){5,17}", re.IGNORECASE),
        _ORANG,
    ),
    _Jenis(
        "NIK (16 angka)",
        re.compile("[0-9]" * 16).search,  # faster than {16}
        re.compile(
            rf"(?<![0-9.,])(?:1[1-9]|[2-9][0-9])[0-9]{{4}}"
            rf"(?:0[1-9]|[1256][0-9]|[37][01]|4[1-9]){_BULAN}[0-9]{{2}}[0-9]{{4}}(?![0-9])"
        ),
        _NOMOR,
        _dalam_alamat_web,
    ),
    _Jenis(
        "nomor telepon seluler",
        re.compile(_SELULER).search,
        re.compile(rf"(?<![0-9A-Za-z.,/+-])(?:\+62[ -]?|0){_SELULER}(?![0-9/]|\.[0-9])"),
        _NOMOR,
        _dalam_alamat_web,
    ),
    _Jenis(
        "alamat surel",
        lambda text: "@" in text,
        # Starts at the @: what stands before it may be as long as the line.
        re.compile(r"(?<=[A-Za-z0-9_-])@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"),
        "Hapus; untuk pertanyaan cukup alamat kantor di situs resmi.",
        _baris_kontak,
    ),
    _Jenis(
        "nama orang dengan gelar",
        re.compile(r", ?(?:[SMA]|Ph)\.").search,
        re.compile(
            rf"(?<![A-Za-z.])[A-Z][A-Za-z’'-]{{1,30}}(?:, ?{_GELAR_BELAKANG}(?![A-Za-z])\.?){{1,4}}"
        ),
        _ORANG,
    ),
    _Jenis(
        "nama orang dengan gelar",
        re.compile(r"Dr[as]\.").search,
        re.compile(
            r"(?<![A-Za-z])(?:Drs|Dra)\. ?(?:Hj?\. ?)?[A-Z][a-z]{1,30}(?: [A-Z][a-z.]{0,30}){0,4}"
            rf"(?:, ?{_GELAR_BELAKANG}(?![A-Za-z])\.?){{0,4}}"
        ),
        _ORANG,
        _nama_tempat,
    ),
)


def data_pribadi(file: str, text: str) -> Iterator[Problem]:
    """Yield a warning for each thing in ``text`` that looks like personal data."""
    seen = sorted(_temukan(text), key=lambda one: one[:2])
    if not seen:
        return
    lines = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    ends = 0
    for start, end, jenis in seen:
        if start < ends:
            continue  # said already, by another name
        ends = end
        line = bisect_right(lines, start)
        yield Problem(
            file,
            line,
            start - lines[line - 1] + 1,
            "data-pribadi",
            f"Di sini tampak {jenis.nama}.",
            jenis.saran,
            Severity.WARNING,
        )


def _temukan(text: str) -> Iterator[tuple[int, int, _Jenis]]:
    for jenis in _SEMUA:
        if not jenis.syarat(text):
            continue
        for found in jenis.pola.finditer(text):
            if not jenis.kecuali(text, found.start()):
                yield _awal(text, found.start()), found.end(), jenis


def _awal(text: str, start: int) -> int:
    """Return where a thing begins whose pattern starts in its middle, at the @ of an address."""
    before = _SEBELUM_AT.search(text[max(0, start - 64) : start]) if text[start] == "@" else None
    return start - len(before[0]) if before else start
