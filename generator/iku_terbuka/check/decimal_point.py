"""A decimal point in the wrong place: targets beside their row, results beside their target."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.capaian import effective_arah, kelas_of_number
from iku_terbuka.check.notes import explained
from iku_terbuka.check.rumus import lacks_hundred
from iku_terbuka.check.shift import (
    USUAL_PERCENT,
    NamedNumber,
    Shift,
    far_apart,
    power_of_ten,
)
from iku_terbuka.load import Loaded
from iku_terbuka.model import Arah, Hasil, Indikator, Instansi, Laporan, Lokasi, Penetapan
from iku_terbuka.model.definisi import Akumulasi, DefinisiIndikator
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import may_be_thousands
from iku_terbuka.model.satuan import SatuanKind, in_percent, kind_of_satuan
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem


@dataclass(frozen=True)
class ResultSeries:
    """An indicator with its results as numbers, and of each decree the numbers that are doubted."""

    indikator: Indikator
    instansi: Instansi
    nilai: Mapping[int, Decimal]
    doubted: Mapping[Lokasi, Mapping[Path, Shift]]


def misplaced_targets(
    penetapan: Penetapan, document: Document, found: Mapping[Path, Shift]
) -> Iterator[Problem]:
    """Yield the targets of a decree that stand out of their row by a power of ten."""
    catatan = penetapan.definisi.catatan
    if not found or explained("(?:target|kondisi awal)", *catatan):
        return
    for shift in found.values():
        path = shift.number.path
        value = _value_at(penetapan.definisi, path)
        if value is None or not value.catatan:
            yield document.warning(
                (*penetapan.lokasi.path, *path),
                "target-jauh-dari-deret",
                shift.sentence,
                f"{_what_to_check('maksudnya', shift.proposal, penetapan.definisi)} Kalau memang "
                "begitu tercetak, jelaskan “target” itu di “catatan”.",
            )


def misplaced_results(
    series: ResultSeries, laporan: Laporan, loaded: Loaded
) -> Mapping[int, Problem]:
    """Return, by year, a warning where a result is off its target by a power of ten.

    Without a target of its own, or where that one is doubted itself, a result is compared with
    that of the nearest year, else with the kondisi awal; the first percentage above 200 with 100.
    """
    found: dict[int, Problem] = {}
    indikator = series.indikator
    for tahun, nilai in series.nilai.items():
        hasil, penetapan = indikator.hasil[tahun], indikator.berlaku(tahun)
        if penetapan is None:
            continue
        definisi = penetapan.definisi
        reference = _reference(definisi, series.doubted.get(penetapan.lokasi, {}), tahun, nilai)
        if reference is None and len(indikator.hasil) == 1 and in_percent(definisi.satuan):
            reference = USUAL_PERCENT if nilai > 200 else None
        if reference is None or not far_apart(nilai, reference.nilai):
            continue
        if _is_explained(definisi, hasil, laporan):
            continue
        year = (series.instansi.capaian or {}).get(tahun)
        running = year is not None and year.status is StatusData.SEMENTARA
        expected = nilai < reference.nilai and (running or effective_arah(definisi) is Arah.TURUN)
        power = power_of_ten(nilai, reference.nilai, definisi, expected)
        lokasi = indikator.lokasi_hasil[tahun]
        document = loaded.documents[lokasi.berkas]
        explanation = (
            hasil.analisis or hasil.catatan or (hasil.realisasi and hasil.realisasi.catatan)
        )
        if not power or (running and power == -1):
            continue
        if explanation or document.holds((*lokasi.path, "analisis")):
            continue
        key = "realisasi" if hasil.realisasi else "variabel"
        shift = Shift(NamedNumber(f"Realisasi {tahun}", (key,), nilai), reference, power)
        found[tahun] = document.warning(
            (*lokasi.path, key),
            "realisasi-jauh-dari-target",
            shift.sentence,
            f"{_hint(shift, definisi)} Kalau kedua angka benar, jelaskan di “analisis”.",
        )
    return found


def _hint(shift: Shift, definisi: DefinisiIndikator) -> str:
    """Say what a result may be meant as; of percentages, which of the two cannot be right."""
    if shift.number.path == ("variabel",):
        return "Periksa komponen, rumus, dan targetnya."
    nilai, reference = shift.number.nilai, shift.reference.nilai
    odd = reference > 100 >= nilai or reference <= 1 < nilai
    if in_percent(definisi.satuan) and odd:
        return _what_to_check("targetnya", shift.reference_proposal, definisi)
    return _what_to_check("realisasinya", shift.proposal, definisi, " keduanya")


def _what_to_check(name: str, proposal: str, definisi: DefinisiIndikator, of: str = "") -> str:
    """Say what to check. Where things are counted, a fraction is not proposed: a digit is wrong."""
    if "." in proposal and kind_of_satuan(definisi.satuan, definisi.nama) is SatuanKind.COUNTED:
        return f"Periksa banyak digit{of or ' angka ini'}."
    return f"Periksa letak titik desimal{of}; mungkin {name} {proposal}."


def shifted_numbers(definisi: DefinisiIndikator) -> Mapping[Path, Shift]:
    """Return, by place, the numbers of a row that are off both neighbours by a power of ten.

    The first and the last have their neighbours on one side. The sum of all years, which
    ``target_akhir`` is where the years add up, is not compared.
    """
    row = _row(definisi)
    found: dict[Path, Shift] = {}
    if not _varies(row, definisi):
        return found
    for i in _candidates(row, definisi):
        beside = [row[j] for j in _neighbours(i, len(row))]
        # A difference is to be expected where the row gets better on both sides of the number,
        # which it does not around a peak. The second neighbour has to confirm the power.
        better = all(_gets_better(definisi, row[i], other, row) for other in beside)
        powers = {
            power_of_ten(row[i].nilai, other.nilai, definisi, better and other is beside[0])
            for other in beside
        }
        if len(powers) == 1 and (power := powers.pop()):
            found[row[i].path] = Shift(row[i], _lowered(beside[0]), power)
    akhir = definisi.target_akhir
    sums_up = definisi.akumulasi in {Akumulasi.KUMULATIF, Akumulasi.TAHUNAN}
    if row and akhir and akhir.nilai is not None and not sums_up:
        last = NamedNumber("Target akhir", ("target_akhir",), akhir.nilai)
        better = _gets_better(definisi, last, row[-1], (*row, last))
        power = power_of_ten(last.nilai, row[-1].nilai, definisi, better)
        if power and row[-1].path not in found:
            found[last.path] = Shift(last, _lowered(row[-1]), power)
    if row and in_percent(definisi.satuan) and min(number.nilai for number in row) > 200:
        power = power_of_ten(row[0].nilai, USUAL_PERCENT.nilai, definisi, expected=False)
        if power:
            found[row[0].path] = Shift(row[0], USUAL_PERCENT, power)
    return found


def _varies(row: tuple[NamedNumber, ...], definisi: DefinisiIndikator) -> bool:
    """Tell whether a row is worth comparing: numbers far apart, or beyond what percent allows."""
    values = [number.nilai for number in row]
    akhir = definisi.target_akhir
    if not values:
        return False
    if akhir and akhir.nilai is not None:
        values.append(akhir.nilai)
    low, high = min(values), max(values)
    return far_apart(low, high) or (high > 200 and in_percent(definisi.satuan))


def _row(definisi: DefinisiIndikator) -> tuple[NamedNumber, ...]:
    """Return the numbers above 0 of a row: kondisi awal and the target of each year."""
    values: list[tuple[str, Path, IsiNilai | None]] = [
        ("Kondisi awal", ("kondisi_awal",), definisi.kondisi_awal)
    ]
    values += [
        (f"Target {tahun}", ("target", str(tahun)), value)
        for tahun, value in sorted(definisi.target.items())
    ]
    return tuple(
        NamedNumber(name, path, value.nilai)
        for name, path, value in values
        if value is not None and value.nilai is not None and value.nilai > 0
    )


def _value_at(definisi: DefinisiIndikator, path: Path) -> IsiNilai | None:
    if path[0] == "target":
        return definisi.target.get(int(path[1]))
    return definisi.kondisi_awal if path[0] == "kondisi_awal" else definisi.target_akhir


def _candidates(row: tuple[NamedNumber, ...], definisi: DefinisiIndikator) -> range:
    """Return the places that may be off; of two numbers the one that percent does not allow."""
    if len(row) != 2:
        return range(len(row)) if len(row) > 2 else range(0)
    first = row[0].nilai
    odd = in_percent(definisi.satuan) and (first > 100 or first <= 1)
    return range(1) if odd else range(1, 2)


def _neighbours(i: int, total: int) -> tuple[int, ...]:
    """Return the places beside ``i``, nearest and earlier first; two where there are two."""
    beside = (i - 1, i + 1)
    if i == 0:
        beside = (1, 2)
    elif i == total - 1:
        beside = (i - 1, i - 2)
    return tuple(j for j in beside if 0 <= j < total)


def _gets_better(
    definisi: DefinisiIndikator, one: NamedNumber, other: NamedNumber, row: tuple[NamedNumber, ...]
) -> bool:
    """Tell whether the row goes the way of its ``arah`` between two of its numbers."""
    before, after = (one, other) if row.index(one) < row.index(other) else (other, one)
    arah = effective_arah(definisi)
    if arah is Arah.TURUN:
        return after.nilai < before.nilai
    return arah is Arah.NAIK and after.nilai > before.nilai


def _reference(
    definisi: DefinisiIndikator, doubted: Container[Path], tahun: int, nilai: Decimal
) -> NamedNumber | None:
    """Return what a result is measured by: its target, of a range the nearer limit."""
    target, here = definisi.target.get(tahun), ("target", str(tahun))
    if target and target.rentang:
        bawah, atas = target.rentang
        return NamedNumber("batas targetnya", here, bawah if nilai < bawah else atas)
    if target and target.nilai is not None and here not in doubted:
        return NamedNumber("targetnya", here, target.nilai)
    others = [number for number in _row(definisi) if number.path not in doubted]
    nearest = min(others, key=lambda number: _distance(number, tahun), default=None)
    return _lowered(nearest) if nearest else None


def _distance(number: NamedNumber, tahun: int) -> int:
    """Return how many years lie between; kondisi awal is farther than every target."""
    return abs(int(number.path[1]) - tahun) if len(number.path) > 1 else 10_000


def _lowered(number: NamedNumber) -> NamedNumber:
    """Return the same number with its name as within a sentence."""
    return NamedNumber(number.name[0].lower() + number.name[1:], number.path, number.nilai)


def _is_explained(definisi: DefinisiIndikator, hasil: Hasil, laporan: Laporan) -> bool:
    """Tell whether another problem of the result says already why it is off."""
    if hasil.realisasi is None:
        components = (value for values in hasil.variabel.values() for value in values)
        return lacks_hundred(definisi) or any(map(may_be_thousands, components))
    nilai, skala = hasil.realisasi.nilai, laporan.skala.get(definisi.skala or "")
    return skala is not None and nilai is not None and kelas_of_number(skala, nilai) is None
