"""What to type for a value as a document prints it: which part of it goes into which cell.

What a print can mean is known to :mod:`iku_terbuka.model.tercetak`; in a form the unit of the row
often tells which of two readings it is.
"""

import re
from collections.abc import Mapping, Sequence

from iku_terbuka.formulir.bilangan import BukanAngkaError, angka_teks
from iku_terbuka.formulir.isi import tampil_angka
from iku_terbuka.model.reading import Reading
from iku_terbuka.model.satuan import SatuanKind, kind_of_satuan
from iku_terbuka.model.tercetak import recognise

_SATUANNYA = re.compile("satuannya (?:memuat )?“(.+)”")
_TITIK = "titiknya "
_PANGKAT = (("ribu", 3), ("juta", 6), ("mil[iy]ar", 9), ("tril[iy]un", 12))


def saran_tercetak(text: str, satuan: str | None, kolom: Mapping[str, str]) -> str:
    """Return what to type instead of ``text``; empty where that is not known.

    ``kolom`` names the cell for the number (``realisasi``), and those for ``predikat`` and
    ``tercetak`` where the row has them.
    """
    known = recognise(" ".join(text.split()))
    readings = [one for one in known[2] if one.bawah is None] if known else []
    said: dict[str, str] = {}
    for one in _menurut_satuan(readings, satuan):
        instead = _ketik(one, text, kolom)
        if instead:
            said.setdefault(instead, one.when)
    match list(said.items()):
        case []:
            return "Ketik satu angka, bukan rentang." if known and not readings else ""
        case [(instead, kalau)] if not kalau or len(readings) > 1:
            return f"{instead[0].upper()}{instead[1:]}."
        case several:
            either = "; ".join(f"kalau {kalau}, {instead}" for instead, kalau in several)
            return f"{either[0].upper()}{either[1:]}."


def saran_kelipatan(text: str, satuan: str | None) -> str:
    """Return what to type for an amount in full rupiah where the unit is a multiple of it.

    ``Rp 57.000.000`` under “juta rupiah” is 57; empty where it fits.
    """
    pangkat = next(
        (p for kata, p in _PANGKAT if re.search(rf"\b{kata}\b", (satuan or "").lower())), 0
    )
    if not pangkat or not re.match(r"(?:Rp|IDR)(?![a-z])", text, re.IGNORECASE):
        return ""
    try:
        number = angka_teks(text, rupiah=True)
    except BukanAngkaError:
        return ""
    if abs(number) < 10**pangkat:
        return ""
    return f"Ketik {tampil_angka(f'{number.scaleb(-pangkat).normalize():f}')} di sel ini."


def _menurut_satuan(readings: Sequence[Reading], satuan: str | None) -> Sequence[Reading]:
    """Leave out the readings that the unit of the row rules out."""
    if satuan is None:
        return readings
    unit, jenis = satuan.casefold(), kind_of_satuan(satuan)
    by_unit = [one for one in readings if _satuan_cocok(one.when, unit)]
    if by_unit:
        return by_unit
    if jenis in {SatuanKind.UTUH, SatuanKind.RUPIAH} and readings[1:]:
        whole = [one for one in readings if one.when == f"{_TITIK}pemisah ribuan"]
        return whole or readings
    return readings


def _satuan_cocok(kalau: str, unit: str) -> bool:
    found = _SATUANNYA.fullmatch(kalau)
    if found is None:
        return False
    meant = found[1].casefold()
    return meant in unit if "memuat" in kalau else meant in {unit, unit.replace("rp", "rupiah")}


def _ketik(bacaan: Reading, text: str, kolom: Mapping[str, str]) -> str:
    """Say what to type where; empty where the row has no cell for it."""
    if bacaan.nilai is None and "predikat" not in kolom:
        return ""
    graded = bacaan.predikat is not None and "predikat" in kolom
    printed = bacaan.tercetak or (text if bacaan.predikat and not graded else None)
    parts = []
    if bacaan.nilai is not None:
        parts.append(f"{_angka(bacaan.nilai)} di {kolom['realisasi']}")
    if graded:
        parts.append(f"{bacaan.predikat} di {kolom['predikat']}")
    if printed and "tercetak" in kolom:
        parts.append(f"{printed} di {kolom['tercetak']}")
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} dan {parts[-1]}"
    first = "" if bacaan.nilai is not None else f"kosongkan {kolom['realisasi']}, lalu "
    return f"{first}ketik {listed}"


def _angka(nilai: str) -> str:
    """Return a number as it is typed: three decimals of a text cell would be asked about again."""
    whole, _, decimals = nilai.partition(".")
    short = decimals.rstrip("0") if len(decimals) == 3 else decimals
    return tampil_angka(f"{whole}.{short}" if short else whole)
