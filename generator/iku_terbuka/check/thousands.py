"""Thousands dots: ``12.500`` is read as twelve and a half, and may be meant as 12500.

Three digits behind one dot may be either. What decides is the unit, and the other numbers of the
same indicator in that unit: targets, kondisi awal, target akhir, standar nasional, results. Where
only thousands can be meant it is an error, where either can be meant a warning; the form that the
document prints (``tercetak: "12,500"``) answers it.
"""

from collections.abc import Iterator
from dataclasses import replace

from iku_terbuka.check.number_rows import (
    NumberRow,
    PlacedNumber,
    all_values,
    component_rows,
    number_rows,
    numbers,
    satuan_kind,
)
from iku_terbuka.load import Loaded
from iku_terbuka.model import Indikator
from iku_terbuka.model.notation import decimals, with_comma, without_dot
from iku_terbuka.model.satuan import SatuanKind
from iku_terbuka.model.text import quoted
from iku_terbuka.source.problems import PrintedValue, Problem, Severity


def check_thousands(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield the numbers of an indicator whose dot is, or may be, a thousands separator."""
    if not _worth_checking(indikator):
        return
    for row in number_rows(indikator, loaded):
        for number in row.numbers:
            yield from _number(number, row)
    for name, row in component_rows(indikator, loaded):
        for number in row.numbers if row.kind is not SatuanKind.DECIMAL else ():
            if number.ambiguous and _may_be_thousands(number, row):
                yield number.document.warning(
                    number.path,
                    "komponen-mungkin-ribuan",
                    f"Komponen “{name}” dibaca {number.nilai}, dengan tiga angka di belakang koma.",
                    f"Kalau titiknya pemisah ribuan, tulis {without_dot(number.nilai)}. Kalau "
                    f"koma desimal, sebut “{name}” di “catatan” hasil ini.",
                )


def _worth_checking(indikator: Indikator) -> bool:
    """Tell whether any number may have a thousands dot: of most indicators none has."""
    counts = {
        decimals(number) for value in all_values(indikator) for number in numbers(value).values()
    }
    components = (
        n for hasil in indikator.hasil.values() for v in hasil.variabel.values() for n in v
    )
    return (
        3 in counts
        or (
            counts != {0}
            and any(satuan_kind(p.definisi) is SatuanKind.COUNTED for p in indikator.penetapan)
        )
        or any(decimals(number) == 3 for number in components)
    )


def _number(number: PlacedNumber, row: NumberRow) -> Iterator[Problem]:
    shown = quoted(f"{number.nilai} {row.satuan or ''}".strip())
    match row.kind:
        case SatuanKind.COUNTED if decimals(number.nilai) and not number.answered:
            unit = row.satuan
            yield _problem(
                number,
                "pecahan-satuan-cacah",
                f"{shown}: {unit} dihitung utuh, tanpa angka di belakang titik.",
                _thousands_hint(number)
                if decimals(number.nilai) == 3
                else f"Tulis bilangan bulat, atau periksa “satuan” ({unit}).",
            )
        case SatuanKind.RUPIAH if number.ambiguous:
            yield _problem(
                number,
                "titik-ribuan",
                f"Rupiah “{number.nilai}” memuat lebih dari dua angka di belakang titik.",
                _thousands_hint(number),
            )
        case SatuanKind.OTHER if number.ambiguous and _may_be_thousands(number, row):
            other = None if row.near_fraction(number) else row.near_thousandfold(number)
            if other is not None:
                yield _problem(
                    number,
                    "titik-ribuan",
                    f"{shown} memakai titik ribuan: nilai lain indikator ini {other}.",
                    _thousands_hint(number),
                )
                return
            doubt = _problem(
                number,
                "angka-mungkin-ribuan",
                f"{shown} dapat berarti {without_dot(number.nilai)}, dapat pula "
                f"{with_comma(number.nilai)} dengan koma desimal.",
                _thousands_hint(number),
            )
            yield replace(doubt, severity=Severity.WARNING)


def _may_be_thousands(number: PlacedNumber, row: NumberRow) -> bool:
    """Tell whether thousands may be meant: none near it has decimals, or one is 1,000 times it."""
    return not row.near_fraction(number) or row.near_thousandfold(number) is not None


def _problem(number: PlacedNumber, code: str, message: str, hint: str) -> Problem:
    """Return a problem whose hint goes on with what to write where it is a fraction indeed."""
    printed = _printed(number)
    if_printed = f"Kalau di dokumen memang tercetak “{with_comma(number.nilai)}”"
    hint = f"{hint} {if_printed}, tulis {printed.yaml}."
    return replace(number.document.problem(number.path, code, message, hint), printed=printed)


def _thousands_hint(number: PlacedNumber) -> str:
    return f"Kalau titiknya pemisah ribuan, tulis {without_dot(number.nilai)}."


def _printed(number: PlacedNumber) -> PrintedValue:
    """Return what to write where it is a fraction indeed."""
    printed, value = with_comma(number.nilai), number.value
    keys = value.model_fields_set - {"tercetak"} if value else set()
    if value and keys == {"bawah", "atas"}:
        both = f"bawah: {value.bawah}, atas: {value.atas}"
        row = with_comma(f"{value.bawah} - {value.atas}")
        return PrintedValue(f'{{{both}, tercetak: "{row}"}}', row)
    if keys == {"nilai"}:
        return PrintedValue(f'{{nilai: {number.nilai}, tercetak: "{printed}"}}', printed)
    return PrintedValue(f'tercetak: "{printed}" di kurung yang sama', printed)
