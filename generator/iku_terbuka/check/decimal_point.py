"""Numbers ten, a hundred or a thousand times off: a decimal point in the wrong place.

What gives a slip away is that the same digits come back with the point elsewhere (8125 for 81.25);
real results beyond a target land anywhere. So a number is doubted where its ratio to what it is
measured by, without the nearest power of ten, lies in a window around 1:

- ten times: 0.8 to 1.25 where the digits tell something: two in both numbers, or in one that is
  no count. Where they tell less, 0.9 to 1.1, of a level (percent, an index, a rate, a duration)
  whatever its digits: target 80 and result 815, or 8; of an amount from 100 on where one number
  has two digits, and from 1000 on. Result 10 for target 1 of a count, or 10 for 100, is doubted
  by nobody.
- a hundred times and more, up to 10^12 (rupiah for billions is 10^9): 0.5 to 2.
- where the difference is to be expected (less under ``arah: turun``, less while the year still
  runs, targets that get better all along): 0.95 to 1.05 at ten times, 0.8 to 1.25 beyond, and
  two digits in both. A tenth while the year still runs is never doubted.

Percent bounds values, and so it is surer there: more than 200 for at most 100 is doubted in the
window 0.5 to 2 from ten times on, and where every number of a row is more than 200 the first is
compared with 100; at most 1 for more than 10 is a share that was not multiplied
by 100, when as a percentage it is a fifth of the other number up to half as much again.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.capaian import arah_berlaku, kelas_untuk
from iku_terbuka.check.arah import has_level_unit, is_level
from iku_terbuka.check.rumus import lacks_hundred
from iku_terbuka.check.warning import explained, short, warning
from iku_terbuka.load import Muatan
from iku_terbuka.model import Arah, Hasil, Indikator, Instansi, Laporan, Lokasi, Penetapan
from iku_terbuka.model.angka import MAX_LENGTH, decimals
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.iku import Akumulasi, DefinisiIndikator, IsiNilai
from iku_terbuka.model.satuan import JenisSatuan, adalah_persen, jenis_satuan
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Ratios without their power of ten.
_LEBAR = (Decimal("0.5"), Decimal(2))
_SEMPIT = (Decimal("0.8"), Decimal("1.25"))
_DEKAT = (Decimal("0.9"), Decimal("1.1"))
_RAPAT = (Decimal("0.95"), Decimal("1.05"))
_TIDAK_ADA = (Decimal(1), Decimal(0))
_BAGIAN = (Decimal("0.2"), Decimal("1.5"))
_TERJAUH = 12
_AKAR_SEPULUH = Decimal("3.1623")
_KALI = {
    -6: "sepersejuta",
    -3: "seperseribu",
    -2: "seperseratus",
    -1: "sepersepuluh",
    6: "sejuta kali",
    9: "satu miliar kali",
    12: "satu triliun kali",
}


@dataclass(frozen=True)
class Titik:
    """A number of an indicator: what it is called, where it stands, and what it is."""

    sebutan: str
    path: Path
    nilai: Decimal


_LAZIM = Titik("nilai persen yang lazim", (), Decimal(100))


@dataclass(frozen=True)
class Geseran:
    """A number that is another one times ten to the power of ``pangkat``, more or less."""

    titik: Titik
    acuan: Titik
    pangkat: int

    @property
    def kalimat(self) -> str:
        """Both numbers side by side."""
        times = _KALI.get(self.pangkat)
        if times is None:
            power = 10 ** abs(self.pangkat)
            times = f"{power} kali" if self.pangkat > 0 else f"1/{power}"
        return (
            f"{self.titik.sebutan} ({_tulis(self.titik.nilai)}) kira-kira {times} "
            f"{self.acuan.sebutan} ({_tulis(self.acuan.nilai)})."
        )

    @property
    def usul(self) -> str:
        """What may have been meant: the point where the other number has it."""
        return _pindahkan(self.titik.nilai, -self.pangkat)

    @property
    def usul_acuan(self) -> str:
        """What may have been meant by the other number, where that one is wrong."""
        return _pindahkan(self.acuan.nilai, self.pangkat)


@dataclass(frozen=True)
class Deret:
    """An indicator with its results as numbers, and of each decree the numbers that are doubted."""

    indikator: Indikator
    instansi: Instansi
    nilai: Mapping[int, Decimal]
    diragukan: Mapping[Lokasi, Mapping[Path, Geseran]]


def misplaced_targets(
    penetapan: Penetapan, document: Document, found: Mapping[Path, Geseran]
) -> Iterator[Problem]:
    """Yield the targets of a decree that stand out of their row by a power of ten."""
    catatan = penetapan.definisi.catatan
    if not found or explained("(?:target|kondisi awal)", *catatan):
        return
    for geseran in found.values():
        path = geseran.titik.path
        isi = _isi(penetapan.definisi, path)
        if isi is None or not isi.catatan:
            yield warning(
                document,
                (*penetapan.lokasi.path, *path),
                "target-jauh-dari-deret",
                geseran.kalimat,
                f"{_periksa('maksudnya', geseran.usul, penetapan.definisi)} Kalau memang begitu "
                "tercetak, jelaskan “target” itu di “catatan”.",
            )


def misplaced_results(deret: Deret, laporan: Laporan, muatan: Muatan) -> Mapping[int, Problem]:
    """Return, by year, a warning where a result is off its target by a power of ten.

    Without a target of its own, or where that one is doubted itself, a result is compared with
    that of the nearest year, else with the kondisi awal; the first percentage above 200 with 100.
    """
    found: dict[int, Problem] = {}
    indikator = deret.indikator
    for tahun, nilai in deret.nilai.items():
        hasil, penetapan = indikator.hasil[tahun], indikator.berlaku(tahun)
        if penetapan is None:
            continue
        definisi = penetapan.definisi
        acuan = _acuan(definisi, deret.diragukan.get(penetapan.lokasi, {}), tahun, nilai)
        if acuan is None and len(indikator.hasil) == 1 and adalah_persen(definisi.satuan):
            acuan = _LAZIM if nilai > 200 else None
        if acuan is None or not _berjauhan(nilai, acuan.nilai):
            continue
        if _diragukan(definisi, hasil, laporan):
            continue
        year = (deret.instansi.capaian or {}).get(tahun)
        running = year is not None and year.status is StatusData.SEMENTARA
        expected = nilai < acuan.nilai and (running or arah_berlaku(definisi) is Arah.TURUN)
        pangkat = power_of_ten(nilai, acuan.nilai, definisi, expected)
        lokasi = indikator.lokasi_hasil[tahun]
        document = muatan.documents[lokasi.berkas]
        explained = hasil.analisis or hasil.catatan or (hasil.realisasi and hasil.realisasi.catatan)
        if not pangkat or (running and pangkat == -1):
            continue
        if explained or document.holds((*lokasi.path, "analisis")):
            continue
        key = "realisasi" if hasil.realisasi else "variabel"
        geseran = Geseran(Titik(f"Realisasi {tahun}", (key,), nilai), acuan, pangkat)
        found[tahun] = warning(
            document,
            (*lokasi.path, key),
            "realisasi-jauh-dari-target",
            geseran.kalimat,
            f"{_saran(geseran, definisi)} Kalau kedua angka benar, jelaskan di “analisis”.",
        )
    return found


def _saran(geseran: Geseran, definisi: DefinisiIndikator) -> str:
    """Say what a result may be meant as; of percentages, which of the two cannot be right."""
    if geseran.titik.path == ("variabel",):
        return "Periksa komponen, rumus, dan targetnya."
    nilai, acuan = geseran.titik.nilai, geseran.acuan.nilai
    odd = acuan > 100 >= nilai or acuan <= 1 < nilai
    if adalah_persen(definisi.satuan) and odd:
        return _periksa("targetnya", geseran.usul_acuan, definisi)
    return _periksa("realisasinya", geseran.usul, definisi, " keduanya")


def _periksa(sebutan: str, usul: str, definisi: DefinisiIndikator, of: str = "") -> str:
    """Say what to check. Of what is counted whole, a fraction is no proposal: a digit is amiss."""
    if "." in usul and jenis_satuan(definisi.satuan, definisi.nama) is JenisSatuan.UTUH:
        return f"Periksa banyaknya digit{of or ' angka ini'}."
    return f"Periksa letak titik desimal{of}; mungkin {sebutan} {usul}."


def shifted_numbers(definisi: DefinisiIndikator) -> Mapping[Path, Geseran]:
    """Return, by place, the numbers of a row that are off both neighbours by a power of ten.

    The first and the last have their neighbours on one side. The sum of all years, which
    ``target_akhir`` is where the years add up, is not compared.
    """
    row = _deret(definisi)
    found: dict[Path, Geseran] = {}
    if not _beragam(row, definisi):
        return found
    for i in _calon(row, definisi):
        beside = [row[j] for j in _tetangga(i, len(row))]
        # A number that both neighbours leave behind gets better towards one of them only. The
        # second neighbour bears out what the first one says.
        better = all(_membaik(definisi, row[i], other, row) for other in beside)
        powers = {
            power_of_ten(row[i].nilai, other.nilai, definisi, better and other is beside[0])
            for other in beside
        }
        if len(powers) == 1 and (pangkat := powers.pop()):
            found[row[i].path] = Geseran(row[i], _kecil(beside[0]), pangkat)
    akhir = definisi.target_akhir
    sums_up = definisi.akumulasi in {Akumulasi.KUMULATIF, Akumulasi.TAHUNAN}
    if row and akhir and akhir.nilai is not None and not sums_up:
        last = Titik("Target akhir", ("target_akhir",), akhir.nilai)
        better = _membaik(definisi, last, row[-1], (*row, last))
        pangkat = power_of_ten(last.nilai, row[-1].nilai, definisi, better)
        if pangkat and row[-1].path not in found:
            found[last.path] = Geseran(last, _kecil(row[-1]), pangkat)
    if row and adalah_persen(definisi.satuan) and min(satu.nilai for satu in row) > 200:
        pangkat = power_of_ten(row[0].nilai, _LAZIM.nilai, definisi, expected=False)
        if pangkat:
            found[row[0].path] = Geseran(row[0], _LAZIM, pangkat)
    return found


def _beragam(row: tuple[Titik, ...], definisi: DefinisiIndikator) -> bool:
    """Tell whether a row has numbers far apart or far from what percent allows: few have."""
    values = [satu.nilai for satu in row]
    akhir = definisi.target_akhir
    if not values:
        return False
    if akhir and akhir.nilai is not None:
        values.append(akhir.nilai)
    low, high = min(values), max(values)
    return _berjauhan(low, high) or (high > 200 and adalah_persen(definisi.satuan))


def _berjauhan(one: Decimal, other: Decimal) -> bool:
    """Tell whether two numbers above 0 are at least three times apart."""
    return not other < 3 * one < 9 * other


def power_of_ten(
    nilai: Decimal, acuan: Decimal, definisi: DefinisiIndikator, expected: bool
) -> int | None:
    """Return the power of ten by which ``nilai`` seems to be off ``acuan``, if any.

    ``expected`` says that a difference of that kind is no surprise. Of amounts, ``12.500`` beside
    12734 is a thousands dot and asked about as such.
    """
    if nilai <= 0 or acuan <= 0 or not _berjauhan(nilai, acuan):
        return None
    ratio = nilai / acuan
    power = ratio.adjusted()
    rest = ratio.scaleb(-power)
    if rest > _AKAR_SEPULUH:
        power, rest = power + 1, rest / 10
    if not 1 <= abs(power) <= _TERJAUH:
        return None
    if abs(power) == 3 and _mungkin_ribuan(min(nilai, acuan)) and not is_level(definisi):
        return None
    if adalah_persen(definisi.satuan) and acuan <= 100 and nilai > 200:
        window = _LEBAR
    elif adalah_persen(definisi.satuan) and nilai <= 1 and acuan > 10:
        power, rest = -2, ratio * 100
        window = _SEMPIT if expected else _BAGIAN
    elif expected:
        if min(_angka_berarti(nilai), _angka_berarti(acuan)) < 2:
            return None
        window = _RAPAT if abs(power) == 1 else _SEMPIT
    elif abs(power) == 1:
        window = _sepuluh_kali(nilai, acuan, definisi)
    else:
        window = _LEBAR
    return power if window[0] <= rest <= window[1] else None


def _sepuluh_kali(
    nilai: Decimal, acuan: Decimal, definisi: DefinisiIndikator
) -> tuple[Decimal, Decimal]:
    """Return the window for numbers ten times apart: the wider, the more their digits tell."""
    told = (_angka_berarti(nilai), _angka_berarti(acuan))
    counts = _cacah(nilai) and _cacah(acuan)
    if (min(told) if counts else max(told)) >= 2:
        return _SEMPIT
    if has_level_unit(definisi) or max(nilai, acuan) >= (100 if max(told) >= 2 else 1000):
        return _DEKAT
    return _TIDAK_ADA


def _deret(definisi: DefinisiIndikator) -> tuple[Titik, ...]:
    """Return the numbers above 0 of a row: kondisi awal and the target of each year."""
    values: list[tuple[str, Path, IsiNilai | None]] = [
        ("Kondisi awal", ("kondisi_awal",), definisi.kondisi_awal)
    ]
    values += [
        (f"Target {tahun}", ("target", str(tahun)), isi)
        for tahun, isi in sorted(definisi.target.items())
    ]
    return tuple(
        Titik(name, path, isi.nilai)
        for name, path, isi in values
        if isi is not None and isi.nilai is not None and isi.nilai > 0
    )


def _isi(definisi: DefinisiIndikator, path: Path) -> IsiNilai | None:
    if path[0] == "target":
        return definisi.target.get(int(path[1]))
    return definisi.kondisi_awal if path[0] == "kondisi_awal" else definisi.target_akhir


def _calon(row: tuple[Titik, ...], definisi: DefinisiIndikator) -> range:
    """Return the places that may be off; of two numbers the one that percent does not allow."""
    if len(row) != 2:
        return range(len(row)) if len(row) > 2 else range(0)
    first = row[0].nilai
    odd = adalah_persen(definisi.satuan) and (first > 100 or first <= 1)
    return range(1) if odd else range(1, 2)


def _tetangga(i: int, total: int) -> tuple[int, ...]:
    """Return the places beside ``i``, nearest and earlier first; two where there are two."""
    beside = (i - 1, i + 1)
    if i == 0:
        beside = (1, 2)
    elif i == total - 1:
        beside = (i - 1, i - 2)
    return tuple(j for j in beside if 0 <= j < total)


def _membaik(definisi: DefinisiIndikator, one: Titik, other: Titik, row: tuple[Titik, ...]) -> bool:
    """Tell whether the row goes the way of its ``arah`` between two of its numbers."""
    before, after = (one, other) if row.index(one) < row.index(other) else (other, one)
    arah = arah_berlaku(definisi)
    if arah is Arah.TURUN:
        return after.nilai < before.nilai
    return arah is Arah.NAIK and after.nilai > before.nilai


def _acuan(
    definisi: DefinisiIndikator, doubted: Container[Path], tahun: int, nilai: Decimal
) -> Titik | None:
    """Return what a result is measured by: its target, of a range the nearer limit."""
    target, here = definisi.target.get(tahun), ("target", str(tahun))
    if target and target.rentang:
        bawah, atas = target.rentang
        return Titik("batas targetnya", here, bawah if nilai < bawah else atas)
    if target and target.nilai is not None and here not in doubted:
        return Titik("targetnya", here, target.nilai)
    others = [satu for satu in _deret(definisi) if satu.path not in doubted]
    nearest = min(others, key=lambda satu: _jarak(satu, tahun), default=None)
    return _kecil(nearest) if nearest else None


def _jarak(titik: Titik, tahun: int) -> int:
    """Return how many years lie between; kondisi awal is farther than every target."""
    return abs(int(titik.path[1]) - tahun) if len(titik.path) > 1 else 10_000


def _kecil(titik: Titik) -> Titik:
    """Return the same number, called as within a sentence."""
    return Titik(titik.sebutan[0].lower() + titik.sebutan[1:], titik.path, titik.nilai)


def _diragukan(definisi: DefinisiIndikator, hasil: Hasil, laporan: Laporan) -> bool:
    """Tell whether something else is said of a result that explains why it is off."""
    if hasil.realisasi is None:
        components = (value for values in hasil.variabel.values() for value in values)
        return lacks_hundred(definisi) or any(map(_mungkin_ribuan, components))
    nilai, skala = hasil.realisasi.nilai, laporan.skala.get(definisi.skala or "")
    return skala is not None and nilai is not None and kelas_untuk(skala, nilai) is None


def _mungkin_ribuan(value: Decimal) -> bool:
    return decimals(value) == 3 and 1 <= value < 1000


def _pindahkan(value: Decimal, places: int) -> str:
    """Return a number with its point moved, without decimals of nothing but zeros."""
    moved = value.scaleb(places)
    return f"{moved.normalize() if _cacah(value) else moved:f}"


def _tulis(value: Decimal) -> str:
    """Return a number as typed; a computed one may be longer than anybody types."""
    text = f"{value:f}"
    return text if len(text) <= MAX_LENGTH else short(value)


def _cacah(value: Decimal) -> bool:
    """Tell whether a number was typed without decimals, as counts are."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


def _angka_berarti(value: Decimal) -> int:
    """Count the digits that tell something: in 1200 two, in 8.10 three."""
    return len((value.normalize() if _cacah(value) else value).as_tuple().digits)
