"""Thousands dots: ``12.500`` is read as twelve and a half, and may be meant as 12500.

Three digits behind one dot may be either. What decides is the unit, and the other numbers of the
same indicator in that unit: targets, kondisi awal, target akhir, standar nasional, results. Where
it can only be thousands it is an error, where both may be meant it is asked, and the form that the
document prints (``tercetak: "12,500"``) settles it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.load import Muatan
from generator.model import Indikator
from generator.model.angka import decimals
from generator.model.iku import DefinisiIndikator, IsiNilai
from generator.model.salah import kutip
from generator.model.satuan import JenisSatuan, jenis_satuan, satuan_dalam_nama
from generator.problems import Problem, Severity
from generator.source import Document, Path

# The two readings are 1,000 apart: a number within ten times one of them speaks for it.
_DEKAT = 10


@dataclass(frozen=True)
class _Angka:
    """A number with its place; ``isi`` holds it, a component stands alone.

    ``terjawab`` tells that a printed form shows its decimal comma.
    """

    nilai: Decimal
    document: Document
    path: Path
    isi: IsiNilai | None = None
    terjawab: bool = False

    @property
    def ragu(self) -> bool:
        """Whether its digits can be read in two ways."""
        return decimals(self.nilai) == 3 and 1 <= abs(self.nilai) < 1000 and not self.terjawab


@dataclass(frozen=True)
class _Deret:
    """The numbers of one indicator in one unit, or of one component."""

    satuan: str | None
    jenis: JenisSatuan
    angka: tuple[_Angka, ...]

    def seribu_kali(self, satu: _Angka) -> Decimal | None:
        """Return a number that stands near a thousand times ``satu``, if any does."""
        low = abs(satu.nilai) * 1000 / _DEKAT
        return next(
            (n for n in self._lain() if low <= abs(n) <= low * _DEKAT**2),
            None,
        )

    def berkoma(self, satu: _Angka) -> bool:
        """Tell whether a number near ``satu`` certainly has decimals."""
        here = abs(satu.nilai)
        return any(decimals(n) and here / _DEKAT <= abs(n) <= here * _DEKAT for n in self._lain())

    def _lain(self) -> Iterator[Decimal]:
        return (satu.nilai for satu in self.angka if not satu.ragu)


def periksa_ribuan(indikator: Indikator, muatan: Muatan) -> Iterator[Problem]:
    """Yield the numbers of an indicator whose dot is, or may be, a thousands separator."""
    for deret in _deret(indikator, muatan):
        for satu in deret.angka:
            yield from _nilai(satu, deret)
    for name, deret in _komponen(indikator, muatan):
        for satu in deret.angka:
            if satu.ragu and deret.jenis is not JenisSatuan.PECAHAN and _mungkin(satu, deret):
                yield replace(
                    satu.document.problem(
                        satu.path,
                        "komponen-mungkin-ribuan",
                        f"Komponen “{name}” dibaca {satu.nilai}, dengan tiga angka di belakang "
                        "koma.",
                        f"Kalau titiknya pemisah ribuan, tulis {_ribuan(satu.nilai)}.",
                        key=True,
                    ),
                    severity=Severity.WARNING,
                )


def _nilai(satu: _Angka, deret: _Deret) -> Iterator[Problem]:
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


def _mungkin(satu: _Angka, deret: _Deret) -> bool:
    """Tell whether thousands may be meant: numbers beside it do not all speak for a comma."""
    return not deret.berkoma(satu) or deret.seribu_kali(satu) is not None


def _saran(satu: _Angka) -> str:
    return f"Kalau titiknya pemisah ribuan, tulis {_ribuan(satu.nilai)}. {_tercetak(satu)}"


def _tercetak(satu: _Angka) -> str:
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


def _deret(indikator: Indikator, muatan: Muatan) -> Iterator[_Deret]:
    """Yield the numbers of each unit; a later decree may have another unit."""
    found: dict[tuple[str, JenisSatuan], tuple[str | None, list[_Angka]]] = {}

    def note(definisi: DefinisiIndikator, angka: Iterable[_Angka]) -> None:
        jenis, satuan = _jenis(definisi), definisi.satuan
        if satuan is None and jenis is not JenisSatuan.LAIN:
            satuan = satuan_dalam_nama(definisi.nama)
        found.setdefault(((satuan or "").lower(), jenis), (satuan, []))[1].extend(angka)

    for penetapan in indikator.penetapan:
        definisi, lokasi = penetapan.definisi, penetapan.lokasi
        document = muatan.documents[lokasi.berkas]
        values: dict[Path, IsiNilai | None] = {
            ("target", str(tahun)): isi for tahun, isi in definisi.target.items()
        }
        values |= {
            (key,): getattr(definisi, key)
            for key in ("kondisi_awal", "target_akhir", "standar_nasional")
        }
        note(definisi, _dari(values, document, lokasi.path, definisi.nilai_tercetak))
    for tahun, hasil in indikator.hasil.items():
        dasar = indikator.berlaku(tahun)
        if dasar is None:
            continue
        terbit, lokasi = hasil.diterbitkan, indikator.lokasi_hasil[tahun]
        values = {("realisasi",): hasil.realisasi}
        if terbit:
            values["diterbitkan", "target"] = terbit.target
            values["diterbitkan", "realisasi"] = terbit.realisasi
        note(dasar.definisi, _dari(values, muatan.documents[lokasi.berkas], lokasi.path))
    for (_, jenis), (satuan, angka) in found.items():
        yield _Deret(satuan, jenis, tuple(angka))


def _jenis(definisi: DefinisiIndikator) -> JenisSatuan:
    """Return the kind of its unit; what has a scale is graded, not counted."""
    return JenisSatuan.PECAHAN if definisi.skala else jenis_satuan(definisi.satuan, definisi.nama)


def _dari(
    values: Mapping[Path, IsiNilai | None],
    document: Document,
    path: Path,
    baris: tuple[str, ...] = (),
) -> Iterator[_Angka]:
    """Yield the numbers of ``values``; ``baris`` is the row as printed, if it is kept."""
    for here, isi in values.items():
        for key in ("nilai", "bawah", "atas") if isi else ():
            number = getattr(isi, key)
            if number is not None:
                printed = (isi.tercetak or "", *baris) if isi else ()
                yield _Angka(number, document, (*path, *here, key), isi, _berkoma(number, printed))


def _berkoma(number: Decimal, printed: Iterable[str]) -> bool:
    """Tell whether a printed form shows ``number`` with a decimal comma."""
    if not decimals(number):
        return False
    digits = _koma(abs(number)).rstrip("0")
    return any(
        token.rstrip(".,").rstrip("0") == digits
        for text in printed
        for token in re.findall(r"[0-9][0-9.,]*", text)
    )


def _komponen(indikator: Indikator, muatan: Muatan) -> Iterator[tuple[str, _Deret]]:
    """Yield each component through the years; its unit is what the formula says of it."""
    found: dict[str, list[_Angka]] = {}
    arti: dict[str, str] = {}
    for tahun, hasil in indikator.hasil.items():
        dasar, lokasi = indikator.berlaku(tahun), indikator.lokasi_hasil[tahun]
        formula = dasar.definisi.formula if dasar else None
        for name, values in hasil.variabel.items() if formula else ():
            arti[name] = formula.variabel.get(name, "") if formula else ""
            found.setdefault(name, []).extend(
                _Angka(value, muatan.documents[lokasi.berkas], (*lokasi.path, "variabel", name))
                for value in values
            )
    for name, angka in found.items():
        yield name, _Deret(None, jenis_satuan(None, arti[name]), tuple(angka))
