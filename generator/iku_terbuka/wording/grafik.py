"""The title of an indicator's chart: what its numbers say, in one clause without a full stop.

It speaks only of what the chart draws (years in today's unit), names a verdict only as the status
does, and sets movement against it only where a direction says which way is better.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from iku_terbuka.capaian import (
    Measurement,
    Status,
    alike_when_rounded,
    movement,
    same_satuan,
    series_breaks,
)
from iku_terbuka.model import Arah, Indikator
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.wording.angka import TANPA_SATUAN, nilai, rentang_tahun, satuan_baca
from iku_terbuka.wording.kalimat import bilangan

_PUTUSAN = {
    Status.MELAMPAUI: "hasil {} melampaui target",
    Status.TERCAPAI: "target {} tercapai",
    Status.BELUM_TERCAPAI: "target {} belum tercapai",
}
_TANPA_HASIL = {
    Status.TIDAK_DIUKUR: "Realisasi {} tidak diukur",
    Status.TIDAK_BERLAKU: "Indikator ini tidak berlaku pada {}",
}


def judul_grafik(indikator: Indikator, pengukuran: Sequence[Measurement]) -> str:
    """Return the title."""
    drawn = _tergambar(indikator, pengukuran)
    past = [satu for satu in drawn if satu.status is not Status.BELUM_WAKTUNYA]
    results = [satu for satu in past if satu.status.ada_hasil]
    if results:
        run = _runtun(results, [putus.tahun for putus in series_breaks(indikator)])
        words = _hasil(results[-1], run, indikator.definisi.arah, _persen(indikator))
        drafts = [satu.tahun for satu in (*run, results[-1]) if satu.sementara]
        if drafts:
            words += f" (angka {rentang_tahun(set(drafts))} sementara)"
    elif past and past[-1].status is Status.BERJALAN and past[-1].realisasi:
        words = _angka(past[-1].tahun, past[-1].realisasi, _persen(indikator))
        words += f" (angka sementara); {past[-1].reason}"
    elif past and past[-1].status in _TANPA_HASIL:
        words = _TANPA_HASIL[past[-1].status].format(past[-1].tahun)
    else:
        since = max((putus.tahun for putus in series_breaks(indikator)), default=0)
        words = _target(indikator, [satu for satu in drawn if satu.tahun >= since] or drawn)
        if any(satu.realisasi for satu in pengukuran):
            words += "; belum ada realisasi dalam satuan ini"
        elif any(satu.status is Status.BELUM_DILAPORKAN for satu in past):
            words += "; realisasi belum dilaporkan"
    return words[0].upper() + words[1:]


def subjudul_grafik(indikator: Indikator, pengukuran: Sequence[Measurement]) -> str:
    """Return what the chart shows: series, years, unit, and that low is good where it is."""
    drawn = _tergambar(indikator, pengukuran)
    what = "Target dan realisasi" if any(satu.realisasi for satu in drawn) else "Target"
    years = f" {rentang_tahun(satu.tahun for satu in drawn)}" if drawn else ""
    satuan = indikator.definisi.satuan
    words = what + years
    if satuan is not None and satuan.lower() not in TANPA_SATUAN:
        words += f", dalam {satuan_baca(satuan)}".replace("dalam per ", "per ")
    return words + ("; makin rendah makin baik" if indikator.definisi.arah is Arah.TURUN else "")


def _tergambar(indikator: Indikator, pengukuran: Sequence[Measurement]) -> list[Measurement]:
    satuan = indikator.definisi.satuan
    return [satu for satu in pengukuran if same_satuan(indikator.satuan(satu.tahun), satuan)]


def _persen(indikator: Indikator) -> str | None:
    """Return the unit where it belongs to each number; the subtitle names any other."""
    satuan = indikator.definisi.satuan
    return satuan if in_percent(satuan) else None


def _hasil(
    terakhir: Measurement, run: Sequence[Measurement], arah: Arah | None, persen: str | None
) -> str:
    moved = _gerak(run) if arah is not Arah.STATUS else ""
    verdict = _PUTUSAN.get(terakhir.status, "").format(terakhir.tahun)
    if moved and verdict:
        better = _membaik(run, arah)
        against = better is not None and better is not terakhir.status.terpenuhi
        return f"{moved}, {'tetapi' if against else 'dan'} {verdict}"
    if verdict:
        return verdict
    if terakhir.realisasi is None:
        return f"realisasi {terakhir.tahun} tidak dapat dihitung"
    if terakhir.target is None:
        why = f"target {terakhir.tahun} tidak disebut"
    else:
        why = f"capaian {terakhir.tahun} tidak dapat dihitung"
    return f"{moved or _angka(terakhir.tahun, terakhir.realisasi, persen)}; {why}"


def _angka(tahun: int, realisasi: IsiNilai, persen: str | None) -> str:
    return f"realisasi {tahun} adalah {nilai(realisasi, persen)}"


def _runtun(results: Sequence[Measurement], putus: Collection[int]) -> list[Measurement]:
    """Return the years that end with the newest, follow each other and move one way.

    In a year of ``putus`` another series begins.
    """
    run = [results[-1]]
    for before in reversed(results[:-1]):
        if before.tahun != run[0].tahun - 1 or run[0].tahun in putus:
            break
        side = _sisi(before, run[0])
        if side is None or (len(run) > 1 and (side == 0 or side != _sisi(run[0], run[1]))):
            break
        run.insert(0, before)
    return run if len(run) > 1 else []


def _sisi(before: Measurement, after: Measurement) -> int | None:
    """Return −1, 0 or 1 as a reader sees it; ``None`` where figures or their rounding hide it.

    A change below the threshold of trends is 0.
    """
    first, last = (satu.realisasi.nilai if satu.realisasi else None for satu in (before, after))
    if first is None or last is None or alike_when_rounded(before, after):
        return None
    if first == last and before.exact != after.exact:
        return None
    return movement(first, last)


def _gerak(run: Sequence[Measurement]) -> str:
    if not run:
        return ""
    side, steps = _sisi(run[-2], run[-1]), len(run) - 1
    if side == 0:
        alike = "sama" if run[-2].exact == run[-1].exact else "hampir sama"
        return f"realisasi {alike} seperti {run[-2].tahun}"
    verb = "naik" if side == 1 else "turun"
    since = f"{bilangan(steps)} tahun beruntun" if steps > 1 else f"dari {run[-2].tahun}"
    return f"realisasi {verb} {since}"


def _membaik(run: Sequence[Measurement], arah: Arah | None) -> bool | None:
    side = _sisi(run[-2], run[-1])
    if not side or arah not in {Arah.NAIK, Arah.TURUN}:
        return None
    return (side > 0) is (arah is Arah.NAIK)


def _target(indikator: Indikator, drawn: Sequence[Measurement]) -> str:
    persen = _persen(indikator)
    goals = [(satu.tahun, satu.target) for satu in drawn if satu.target]
    if not goals:
        return _tanpa_target(indikator.definisi, persen)
    noted = [tahun for tahun, isi in goals if isi.catatan]
    note = f" (lihat catatan tentang {rentang_tahun(noted)})" if noted else ""
    return _target_tergambar(goals, persen) + note


def _target_tergambar(goals: Sequence[tuple[int, IsiNilai]], persen: str | None) -> str:
    words = [nilai(isi, persen) for _, isi in goals]
    if len(goals) == 1:
        return f"target {goals[0][0]} adalah {words[0]}"
    numbers = [isi.nilai for _, isi in goals if isi.nilai is not None]
    if len(numbers) == len(goals):
        return _target_angka(numbers, words)
    if len(set(words)) == 1:
        return f"target tetap {words[0]}"
    if words[0] == words[-1]:
        return "target berubah-ubah"
    return f"target berubah dari {words[0]} menjadi {words[-1]}"


def _tanpa_target(definisi: DefinisiIndikator, persen: str | None) -> str:
    if definisi.target_akhir:
        end = f"target akhir periode {nilai(definisi.target_akhir, persen)}"
        awal = definisi.kondisi_awal
        return f"{end}, dari kondisi awal {nilai(awal, persen)}" if awal else end
    if definisi.nilai_tercetak:
        return "target per tahun tidak dapat dipastikan"
    return "tidak ada target per tahun"


def _target_angka(numbers: Sequence[Decimal], words: Sequence[str]) -> str:
    if min(numbers) == max(numbers):
        return f"target tetap {words[0]}"
    for verb, order in (("naik", sorted(numbers)), ("turun", sorted(numbers, reverse=True))):
        if order == list(numbers):
            return f"target {verb} dari {words[0]} menjadi {words[-1]}"
    low, high = (words[numbers.index(pick(numbers))] for pick in (min, max))
    return f"target berubah-ubah antara {low} dan {high}"
