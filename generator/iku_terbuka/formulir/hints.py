"""What to type for a value as a document prints it: which part of it goes into which cell.

What a print can mean is known to :mod:`iku_terbuka.model.tercetak`; in a form the unit of the row
often tells which of two readings it is.
"""

import re
from collections.abc import Mapping, Sequence

from iku_terbuka.formulir.typed import CellRefusedError, number_in_text
from iku_terbuka.model.notation import with_comma
from iku_terbuka.model.reading import Reading
from iku_terbuka.model.satuan import SatuanKind, kind_of_satuan
from iku_terbuka.model.tercetak import recognise

# Words of a unit that is a multiple of rupiah, and the power of ten.
_MULTIPLES = (("ribu", 3), ("juta", 6), ("mil[iy]ar", 9), ("tril[iy]un", 12))


def printed_hint(text: str, satuan: str | None, places: Mapping[str, str]) -> str:
    """Return what to type instead of ``text``; empty where that is not known.

    ``places`` names the cell for the number (``realisasi``), and those for ``predikat`` and
    ``tercetak`` where the row has them.
    """
    known = recognise(" ".join(text.split()))
    readings = [reading for reading in known[2] if reading.bawah is None] if known else []
    said: dict[str, str] = {}
    for reading in _fitting(readings, satuan):
        instead = _instruction(reading, text, places)
        if instead:
            said.setdefault(instead, reading.when)
    match list(said.items()):
        case []:
            return "Ketik satu angka, bukan rentang." if known and not readings else ""
        case [(instead, condition)] if not condition or len(readings) > 1:
            return f"{instead[0].upper()}{instead[1:]}."
        case several:
            either = "; ".join(f"kalau {condition}, {instead}" for instead, condition in several)
            return f"{either[0].upper()}{either[1:]}."


def multiple_hint(text: str, satuan: str | None) -> str:
    """Return what to type for an amount in full rupiah where the unit is a multiple of it.

    ``Rp 57.000.000`` under “juta rupiah” is 57; empty where it fits.
    """
    unit = (satuan or "").lower()
    power = next((p for word, p in _MULTIPLES if re.search(rf"\b{word}\b", unit)), 0)
    if not power or not re.match(r"(?:Rp|IDR)(?![a-z])", text, re.IGNORECASE):
        return ""
    try:
        number = number_in_text(text, rupiah=True)
    except CellRefusedError:
        return ""
    if abs(number) < 10**power:
        return ""
    return f"Ketik {with_comma(f'{number.scaleb(-power).normalize():f}')} di sel ini."


def _fitting(readings: Sequence[Reading], satuan: str | None) -> Sequence[Reading]:
    """Leave out the readings that the unit of the row rules out."""
    if satuan is None:
        return readings
    by_unit = [reading for reading in readings if _is_for_unit(reading, satuan.casefold())]
    if by_unit:
        return by_unit
    if kind_of_satuan(satuan) in {SatuanKind.COUNTED, SatuanKind.RUPIAH} and readings[1:]:
        whole = [reading for reading in readings if reading.dot_for_thousands]
        return whole or readings
    return readings


def _is_for_unit(reading: Reading, unit: str) -> bool:
    """Tell whether ``unit``, in small letters, decides that a reading is meant."""
    meant = reading.unit.casefold()
    if reading.unit_part:
        return meant in unit
    return bool(meant) and meant in {unit, unit.replace("rp", "rupiah")}


def _instruction(reading: Reading, text: str, places: Mapping[str, str]) -> str:
    """Say what to type where; empty where the row has no cell for it."""
    if reading.nilai is None and "predikat" not in places:
        return ""
    graded = reading.predikat is not None and "predikat" in places
    printed = reading.tercetak or (text if reading.predikat and not graded else None)
    parts = []
    if reading.nilai is not None:
        parts.append(f"{_typed_number(reading.nilai)} di {places['realisasi']}")
    if graded:
        parts.append(f"{reading.predikat} di {places['predikat']}")
    if printed and "tercetak" in places:
        parts.append(f"{printed} di {places['tercetak']}")
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} dan {parts[-1]}"
    first = "" if reading.nilai is not None else f"kosongkan {places['realisasi']}, lalu "
    return f"{first}ketik {listed}"


def _typed_number(number: str) -> str:
    """Return a number as it is typed: three decimals of a text cell would be asked about again."""
    whole, _, decimals = number.partition(".")
    short = decimals.rstrip("0") if len(decimals) == 3 else decimals
    return with_comma(f"{whole}.{short}" if short else whole)
