"""What a page may say of the document it was copied from: whose words, where, and what is missing.

Each sentence rests on a field of the data. Of a document that was read in part nothing is said to
be absent: what is not here was not copied.
"""

import re
from collections.abc import Iterable

from iku_terbuka.model import Penetapan
from iku_terbuka.model.iku import Dokumen, Iku
from iku_terbuka.wording.kalimat import daftar

TIDAK_DISEBUT = "Tidak disebut"
BELUM_DISALIN = "Belum disalin"
BELUM_DIMUAT = "Belum dimuat"
TERCETAK_TIDAK_TERBACA = "Tercetak, tetapi tidak terbaca per tahun"
HANYA_SEBAGIAN = (
    "Hanya sebagian dokumen ini yang kami baca. “Belum disalin” berarti kami belum menyalinnya; "
    "mungkin tercetak di bagian yang kami baca atau di bagian lain."
)
_BAGIAN = "tidak ada pada bagian dokumen yang kami baca"
_NAMA_KUNCI = {
    "makna": "arti",
    "alasan": "alasan pemilihan",
    "formula": "rumus",
    "target": "target per tahun",
    "rumus_capaian": "rumus capaian",
}
_NAMA_KUNCI_SASARAN = {"nama": "nama sasaran", "nomor": "nomor sasaran"}


def kata_kosong(iku: Iku, kata: str = f"{TIDAK_DISEBUT} di dokumen") -> str:
    """Return what stands in an empty place: ``kata``, which says that the document lacks it.

    Of a document that was read in part it is only known that it was not copied; and where no
    document is named, none can lack anything.
    """
    if iku.sebagian:
        return BELUM_DISALIN
    return kata if iku.dokumen or iku.dasar_hukum else BELUM_DIMUAT


def kata_tanpa_target(penetapan: Penetapan) -> str:
    """Return what stands in the place of a target that is not there."""
    if penetapan.definisi.nilai_tercetak:
        return TERCETAK_TIDAK_TERBACA
    return kata_kosong(penetapan.iku, TIDAK_DISEBUT)


def kalimat_tanpa_tahun(penetapan: Iterable[Penetapan]) -> str:
    """Say why no year can be checked, where no row has a target of a year."""
    # Whoever read all of a document knows that it has none; printed values would be targets.
    named = all(
        kata_tanpa_target(satu) == TIDAK_DISEBUT and not satu.definisi.target for satu in penetapan
    )
    lack = (
        "Dokumennya tidak menyebut target per tahun"
        if named
        else "Belum ada target per tahun yang dimuat di sini"
    )
    return f"{lack}, jadi belum ada tahun yang dapat diperiksa."


def judul_dokumen(dokumen: Dokumen) -> str:
    """Return the title of a document with its year, unless the title has it."""
    tahun = str(dokumen.tahun) if dokumen.tahun else ""
    return dokumen.judul if not tahun or tahun in dokumen.judul else f"{dokumen.judul}, {tahun}"


def asal_kunci(penetapan: Penetapan, kunci: str) -> tuple[str, ...]:
    """Say of one key of a row whose words it holds; empty where they are printed in the row."""
    definisi = penetapan.definisi
    if kunci in definisi.tercetak_di:
        return (f"Tercetak di tempat lain: {definisi.tercetak_di[kunci]}.",)
    return ("Disimpulkan penyunting.",) if kunci in definisi.disimpulkan else ()


def kalimat_rumus_tambahan(penetapan: Penetapan) -> str:
    """Say that the rule of capaian is ours, where it is; :func:`kalimat_asal` says why."""
    ours = "rumus_capaian" in penetapan.definisi.disimpulkan
    return "Rumus ini ditambahkan penyunting." if ours else ""


def kalimat_asal(penetapan: Penetapan) -> tuple[str, ...]:
    """Say of all keys of a row and its sasaran which words are ours or stand elsewhere."""
    definisi, sasaran = penetapan.definisi, penetapan.sasaran
    ours = list(definisi.disimpulkan)
    said = []
    # The values are printed, more of them than years; only their years are a reading.
    paired = "target" in ours and bool(definisi.nilai_tercetak)
    if paired:
        ours.remove("target")
    names = _nama([*ours, *(_NAMA_KUNCI_SASARAN.get(key, key) for key in sasaran.disimpulkan)])
    if names:
        said.append(f"{names} {_tidak_ada(penetapan.iku)}; penyunting menambahkannya.")
    if paired:
        said.append("Nilai targetnya tercetak; tahun tiap nilai itu bacaan penyunting.")
    places: dict[str, list[str]] = {}
    for key, place in definisi.tercetak_di.items():
        places.setdefault(place, []).append(key)
    for key, place in sasaran.tercetak_di.items():
        places.setdefault(place, []).append(_NAMA_KUNCI_SASARAN.get(key, key))
    said += [
        f"{_nama(keys)} tercetak di tempat lain dalam dokumen ini: {place}. Bahwa itu berlaku "
        "untuk indikator ini adalah bacaan penyunting."
        for place, keys in places.items()
    ]
    return tuple(said)


def kalimat_rumus_dokumen(penetapan: Penetapan) -> str:
    """Return the words that a formula was read from, or say that we made it.

    In quotation marks stands only what was kept as printed: other words may be put in a line that
    the document prints as a fraction. Without a structured formula the words are shown already.
    """
    formula = penetapan.definisi.formula
    if formula is None:
        return ""
    if formula.tercetak:
        return f"Di dokumen: “{tanpa_latex(formula.tercetak)}”"
    if formula.rumus is None:
        return ""
    ours = "formula" in penetapan.definisi.disimpulkan
    return f"{'Susunan penyunting' if ours else 'Menurut dokumen'}: {tanpa_latex(formula.teks)}"


_PERINTAH = re.compile(r"\\([A-Za-z]+|.)")
_PECAHAN = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_KATA = re.compile(r"\\text\{([^{}]*)\}")
_SIMBOL = {
    "times": "×",
    "cdot": "·",
    "div": "÷",
    "sum": "∑",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "pm": "±",
    "%": "%",
    "&": "&",
    "#": "#",
    "_": "_",
}


def tanpa_latex(text: str) -> str:
    r"""Return a text with the signs that were printed where a scan wrote ``$1 \times 100\%$``.

    Only what stands between two dollar signs is read, and only where every command is known here.
    A fraction gets the stroke that it has in one line.
    """
    parts = text.split("$")
    if len(parts) % 2 == 0:
        return text
    return "".join(_tanda(part) if i % 2 else part for i, part in enumerate(parts))


def _tanda(math: str) -> str:
    plain = _PECAHAN.sub(r"\1 / \2", _KATA.sub(r"\1", math))
    commands = _PERINTAH.findall(plain)
    if (plain == math and not commands) or not set(commands) <= _SIMBOL.keys():
        return f"${math}$"
    return _PERINTAH.sub(lambda found: _SIMBOL[found[1]], plain)


def _tidak_ada(iku: Iku) -> str:
    return _BAGIAN if iku.sebagian else "tidak tercetak untuk baris ini di dokumen"


def _nama(keys: Iterable[str]) -> str:
    words = daftar([_NAMA_KUNCI.get(key, key.replace("_", " ")) for key in dict.fromkeys(keys)])
    return words[:1].upper() + words[1:]
