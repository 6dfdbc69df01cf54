"""Thousands dots: ``12.500`` is read as twelve and a half, and may be meant as 12500.

Three digits behind one dot may be either. What decides is the unit, and the other numbers of the
same indicator in that unit: targets, kondisi awal, target akhir, standar nasional, results. Where
it can only be thousands it is an error, where both may be meant it is asked, and the form that the
document prints (``tercetak: "12,500"``) settles it.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from iku_terbuka.check.number_rows import (
    Angka,
    Deret,
    all_values,
    component_rows,
    number_rows,
    numbers,
    satuan_kind,
)
from iku_terbuka.load import Muatan
from iku_terbuka.model import Indikator
from iku_terbuka.model.angka import decimals
from iku_terbuka.model.satuan import JenisSatuan
from iku_terbuka.model.text import kutip
from iku_terbuka.source.problems import Problem, Severity


def check_thousands(indikator: Indikator, muatan: Muatan) -> Iterator[Problem]:
    """Yield the numbers of an indicator whose dot is, or may be, a thousands separator."""
    if not _patut_diperiksa(indikator):
        return
    for deret in number_rows(indikator, muatan):
        for satu in deret.angka:
            yield from _nilai(satu, deret)
    for name, deret in component_rows(indikator, muatan):
        for satu in deret.angka:
            if satu.ragu and deret.jenis is not JenisSatuan.PECAHAN and _mungkin(satu, deret):
                yield replace(
                    satu.document.problem(
                        satu.path,
                        "komponen-mungkin-ribuan",
                        f"Komponen “{name}” dibaca {satu.nilai}, dengan tiga angka di belakang "
                        "koma.",
                        f"Kalau titiknya pemisah ribuan, tulis {_ribuan(satu.nilai)}. Kalau koma "
                        f"desimal, sebut “{name}” di “catatan” hasil ini.",
                        key=True,
                    ),
                    severity=Severity.WARNING,
                )


def _patut_diperiksa(indikator: Indikator) -> bool:
    """Tell whether any number may need a word: of most indicators none does."""
    counts = {decimals(number) for isi in all_values(indikator) for number in numbers(isi).values()}
    components = (
        n for hasil in indikator.hasil.values() for v in hasil.variabel.values() for n in v
    )
    return (
        3 in counts
        or (
            counts != {0}
            and any(satuan_kind(p.definisi) is JenisSatuan.UTUH for p in indikator.penetapan)
        )
        or any(decimals(number) == 3 for number in components)
    )


def _nilai(satu: Angka, deret: Deret) -> Iterator[Problem]:
    shown = kutip(f"{satu.nilai} {deret.satuan or ''}".strip())
    match deret.jenis:
        case JenisSatuan.UTUH if decimals(satu.nilai) and not satu.terjawab:
            unit = deret.satuan
            yield satu.document.problem(
                satu.path,
                "pecahan-satuan-cacah",
                f"{shown}: {unit} dihitung utuh, tanpa angka di belakang titik.",
                _saran(satu)
                if decimals(satu.nilai) == 3
                else f"Tulis bilangan bulat, atau periksa “satuan” ({unit}). {_tercetak(satu)}",
            )
        case JenisSatuan.RUPIAH if satu.ragu:
            yield satu.document.problem(
                satu.path,
                "titik-ribuan",
                f"Rupiah “{satu.nilai}” memuat lebih dari dua angka di belakang titik.",
                _saran(satu),
            )
        case JenisSatuan.LAIN if satu.ragu and _mungkin(satu, deret):
            other = None if deret.berkoma(satu) else deret.seribu_kali(satu)
            if other is not None:
                yield satu.document.problem(
                    satu.path,
                    "titik-ribuan",
                    f"{shown} memakai titik ribuan: nilai lain indikator ini {other}.",
                    _saran(satu),
                )
                return
            yield replace(
                satu.document.problem(
                    satu.path,
                    "angka-mungkin-ribuan",
                    f"{shown} dapat berarti {_ribuan(satu.nilai)}, dapat pula "
                    f"{_koma(satu.nilai)} dengan koma desimal.",
                    _saran(satu),
                ),
                severity=Severity.WARNING,
            )


def _mungkin(satu: Angka, deret: Deret) -> bool:
    """Tell whether thousands may be meant: numbers beside it do not all speak for a comma."""
    return not deret.berkoma(satu) or deret.seribu_kali(satu) is not None


def _saran(satu: Angka) -> str:
    return f"Kalau titiknya pemisah ribuan, tulis {_ribuan(satu.nilai)}. {_tercetak(satu)}"


def _tercetak(satu: Angka) -> str:
    """Say how to answer that it is a fraction indeed."""
    printed, isi = _koma(satu.nilai), satu.isi
    keys = isi.model_fields_set - {"tercetak"} if isi else set()
    if isi and keys == {"bawah", "atas"}:
        both = f"bawah: {isi.bawah}, atas: {isi.atas}"
        row = _koma(f"{isi.bawah} - {isi.atas}")
        instead = f'{{{both}, tercetak: "{row}"}}'
    elif keys == {"nilai"}:
        instead = f'{{nilai: {satu.nilai}, tercetak: "{printed}"}}'
    else:
        instead = f'tercetak: "{printed}" di kurung yang sama'
    return f"Kalau di dokumen memang tercetak “{printed}”, tulis {instead}."


def _ribuan(value: Decimal) -> str:
    return str(value).replace(".", "")


def _koma(value: Decimal | str) -> str:
    return str(value).replace(".", ",")
