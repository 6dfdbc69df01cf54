"""What a page may say of the document it was copied from: whose words, where, and what is missing.

Each sentence rests on a field of the data. Of a document that was read in part nothing is said to
be absent: what is not here was not copied.
"""

import re
from collections.abc import Iterable

from iku_terbuka.model import DasarHukum, Penetapan
from iku_terbuka.model.iku import Dokumen, Iku
from iku_terbuka.wording.notation import join_words

# The mark of a tujuan or sasaran in a table: T1, S2, IK.1.
_MARK = re.compile(r"[A-Z]{1,3}\.?[0-9]+(?:\.[0-9]+)*")
NOT_MENTIONED = "Tidak disebut"
NOT_COPIED = "Belum disalin"
NOT_LOADED = "Belum dimuat"
PRINTED_UNREADABLE = "Tercetak, tetapi tidak terbaca per tahun"
READ_IN_PART = (
    "Dokumen ini disalin sebagian saja. “Belum disalin” berarti belum termasuk salinan itu; "
    "mungkin tercetak di bagian mana pun."
)
_NOT_IN_PART = "tidak ada pada bagian dokumen yang disalin"
_KEY_NAMES = {
    "makna": "arti",
    "alasan": "alasan pemilihan",
    "formula": "rumus",
    "target": "target per tahun",
    "rumus_capaian": "rumus capaian",
}
_SASARAN_KEY_NAMES = {"nama": "nama sasaran", "nomor": "nomor sasaran"}


def empty_word(iku: Iku, word: str = f"{NOT_MENTIONED} di dokumen") -> str:
    """Return what stands in an empty place: ``word``, which says that the document lacks it.

    Of a document that was read in part it is only known that it was not copied; and where no
    document is named, none can lack anything.
    """
    if iku.sebagian:
        return NOT_COPIED
    named = iku.dokumen or iku.dasar_hukum or iku.dokumen_ref
    return word if named else NOT_LOADED


def no_target_word(penetapan: Penetapan) -> str:
    """Return what stands in the place of a target that is not there."""
    if penetapan.definisi.nilai_tercetak:
        return PRINTED_UNREADABLE
    return empty_word(penetapan.iku, NOT_MENTIONED)


def no_year_sentence(penetapan: Iterable[Penetapan]) -> str:
    """Say why no year can be checked, where no row has a target of a year."""
    # Whoever read all of a document knows that it has none; printed values would be targets.
    named = all(
        no_target_word(row) == NOT_MENTIONED and not row.definisi.target for row in penetapan
    )
    lack = (
        "Dokumennya tidak menyebut target per tahun"
        if named
        else "Belum ada target per tahun yang dimuat di sini"
    )
    return f"{lack}, jadi belum ada tahun yang dapat diperiksa."


def cite_decree(dasar: DasarHukum) -> str:
    """Return how a decree is cited: kind, number."""
    return f"{dasar.jenis} Nomor {dasar.nomor}" if dasar.nomor else dasar.jenis


def document_title(dokumen: Dokumen) -> str:
    """Return the title of a document with its year, unless the title has it."""
    tahun = str(dokumen.tahun) if dokumen.tahun else ""
    return dokumen.judul if not tahun or tahun in dokumen.judul else f"{dokumen.judul}, {tahun}"


def parent_word(penetapan: Penetapan) -> str:
    """Return the kind of what a row measures."""
    return "Sasaran" if penetapan.sasaran else "Tujuan"


def parent_title(penetapan: Penetapan) -> str:
    """Return what a row measures, as it stands above the row: “Sasaran S1: Meningkatnya mutu”.

    A short mark with a letter is a name by which the document itself refers to it; a bare number
    only counts the rows, as their order does.
    """
    nomor = penetapan.parent.nomor
    mark = f" {nomor}" if nomor and _MARK.fullmatch(nomor) else ""
    return f"{parent_word(penetapan)}{mark}: {penetapan.parent.nama}"


def key_origin(penetapan: Penetapan, key: str) -> tuple[str, ...]:
    """Say of one key of a row whose words it holds; empty where they are printed in the row."""
    definisi = penetapan.definisi
    if key in definisi.tercetak_di:
        return (f"Tercetak di tempat lain: {definisi.tercetak_di[key]}.",)
    return ("Disimpulkan penyunting.",) if key in definisi.disimpulkan else ()


def added_formula_sentence(penetapan: Penetapan) -> str:
    """Say that the rule of capaian is ours, where it is; :func:`origin_sentences` says why."""
    ours = "rumus_capaian" in penetapan.definisi.disimpulkan
    return "Rumus ini ditambahkan penyunting." if ours else ""


def origin_sentences(penetapan: Penetapan) -> tuple[str, ...]:
    """Say of all keys of a row and its sasaran which words are ours or stand elsewhere."""
    definisi, sasaran = penetapan.definisi, penetapan.sasaran
    own = sasaran.disimpulkan if sasaran else ()
    ours = list(definisi.disimpulkan)
    said = []
    # The values are printed, more of them than years; only their years are a reading.
    paired = "target" in ours and bool(definisi.nilai_tercetak)
    if paired:
        ours.remove("target")
    names = _names([*ours, *(_SASARAN_KEY_NAMES.get(key, key) for key in own)])
    if names:
        said.append(f"{names} {_lacking(penetapan.iku)}; penyunting menambahkannya.")
    if paired:
        said.append("Nilai targetnya tercetak; tahun tiap nilai itu bacaan penyunting.")
    places: dict[str, list[str]] = {}
    for key, place in definisi.tercetak_di.items():
        places.setdefault(place, []).append(key)
    for key, place in (sasaran.tercetak_di if sasaran else {}).items():
        places.setdefault(place, []).append(_SASARAN_KEY_NAMES.get(key, key))
    said += [
        f"{_names(keys)} tercetak di tempat lain dalam dokumen ini: {place}. Bahwa itu berlaku "
        "untuk indikator ini adalah bacaan penyunting."
        for place, keys in places.items()
    ]
    return tuple(said)


def printed_formula_sentence(penetapan: Penetapan) -> str:
    """Return the words that a formula was read from, or say that we made it.

    In quotation marks stands only what was kept as printed: other words may be put in a line that
    the document prints as a fraction. Without a structured formula the words are shown already.
    """
    formula = penetapan.definisi.formula
    if formula is None:
        return ""
    if formula.tercetak:
        return f"Di dokumen: “{without_latex(formula.tercetak)}”"
    if formula.rumus is None:
        return ""
    ours = "formula" in penetapan.definisi.disimpulkan
    return f"{'Susunan penyunting' if ours else 'Menurut dokumen'}: {without_latex(formula.teks)}"


_COMMAND = re.compile(r"\\([A-Za-z]+|.)")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_WORDS = re.compile(r"\\text\{([^{}]*)\}")
_SYMBOLS = {
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


def without_latex(text: str) -> str:
    r"""Return a text with the signs that were printed where a scan wrote ``$1 \times 100\%$``.

    Only what stands between two dollar signs is read, and only where every command is known here.
    A fraction gets the stroke that it has in one line.
    """
    parts = text.split("$")
    if len(parts) % 2 == 0:
        return text
    return "".join(_signs(part) if i % 2 else part for i, part in enumerate(parts))


def _signs(math: str) -> str:
    plain = _FRACTION.sub(r"\1 / \2", _WORDS.sub(r"\1", math))
    commands = _COMMAND.findall(plain)
    if (plain == math and not commands) or not set(commands) <= _SYMBOLS.keys():
        return f"${math}$"
    return _COMMAND.sub(lambda found: _SYMBOLS[found[1]], plain)


def _lacking(iku: Iku) -> str:
    return _NOT_IN_PART if iku.sebagian else "tidak tercetak untuk baris ini di dokumen"


def _names(keys: Iterable[str]) -> str:
    words = join_words([_KEY_NAMES.get(key, key.replace("_", " ")) for key in dict.fromkeys(keys)])
    return words[:1].upper() + words[1:]
