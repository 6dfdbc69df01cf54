"""The sentences that state results: one per indicator and year, the same wherever it is read.

Lead, text alternative, search and share text use the same words. Each says year, indicator,
realisasi, target, verdict; without a result it says so and why. Never “gagal”, never a zero for a
missing number. They are ``Markup`` with the figures in bold; ``striptags()`` gives the plain text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from iku_terbuka.capaian import (
    Measurement,
    NoCapaian,
    Standing,
    Status,
    StatusCounts,
    effective_arah,
    nearest_limit,
)
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model import Arah, DasarHukum, Indikator, Penetapan
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent, is_rank
from iku_terbuka.wording.angka import (
    TANPA_SATUAN,
    angka,
    cacah,
    dengan_satuan,
    nilai,
    persen,
    rentang_tahun,
)
from iku_terbuka.wording.status import KATA_STATUS

_BILANGAN = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
)
_SERATUS = Decimal(100)
_PALING_TELITI = 60  # decimals
_PUTUSAN = {
    Status.MELAMPAUI: Markup("<strong>melampaui target</strong>"),
    Status.TERCAPAI: Markup("<strong>tercapai</strong>"),
    Status.BELUM_TERCAPAI: Markup("<strong>belum tercapai</strong>"),
}
# Targets of these kinds have no percentage by their nature; the sentence says what there is.
_TANPA_PERSENTASE = {NoCapaian.RUMUS_STATUS, NoCapaian.DI_LUAR_RENTANG}


def daftar(items: Sequence[str]) -> str:
    """Join words as Indonesian does: a, b, dan c."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def kutipan_hukum(dasar: DasarHukum) -> str:
    """Return how a decree is cited: kind, number."""
    return f"{dasar.jenis} Nomor {dasar.nomor}" if dasar.nomor else dasar.jenis


def bilangan(count: int) -> str:
    """Return a small count as a word, a large one as digits."""
    return _BILANGAN[count] if count < len(_BILANGAN) else cacah(count)


def kalimat_tahun(definisi: DefinisiIndikator, satu: Measurement) -> Markup:
    """Return the sentence on one indicator in one year."""
    nama, tahun = _nama(definisi), satu.tahun
    if satu.realisasi is not None:
        return _dengan_hasil(definisi, satu, satu.realisasi)
    target = (
        Markup(" Targetnya {}.").format(_target(definisi, satu.target))
        if satu.target
        else Markup("")
    )
    match satu.status:
        case Status.TIDAK_DIUKUR:
            return Markup("Pada {}, {} <strong>tidak diukur</strong>.").format(tahun, nama) + target
        case Status.TIDAK_BERLAKU:
            return Markup("Pada {}, {} <strong>tidak berlaku</strong>.").format(tahun, nama)
        case Status.BELUM_WAKTUNYA:
            first = Markup("Untuk {}, {} <strong>belum waktunya</strong> dilaporkan.")
            return first.format(tahun, nama) + target
        case Status.TIDAK_DAPAT_DIHITUNG:
            first = Markup("Pada {}, {} <strong>tidak dapat dihitung</strong> karena {}.")
            return first.format(tahun, nama, satu.reason or "datanya belum lengkap") + target
        case _:
            first = Markup("Untuk {}, {} <strong>belum dilaporkan</strong> di sini.")
            return first.format(tahun, nama) + target


def _nama(definisi: DefinisiIndikator) -> str:
    """Return the name, with whose figure it is where that is not the instansi alone."""
    whose = definisi.cakupan
    return definisi.nama if whose is None or whose in definisi.nama else f"{definisi.nama} {whose}"


def _dengan_hasil(definisi: DefinisiIndikator, satu: Measurement, realisasi: IsiNilai) -> Markup:
    value = _dengan_predikat(realisasi, definisi.satuan, satu.predikat)
    if satu.status is Status.BERJALAN:
        return _berjalan(definisi, satu)
    start = Markup("{} tahun {}: <strong>{}</strong>").format(_nama(definisi), satu.tahun, value)
    draft = " (angka sementara)" if satu.sementara else ""
    if satu.target is None:
        why = (
            "Targetnya tercetak, tetapi tidak dapat dipasangkan dengan tahunnya"
            if definisi.nilai_tercetak
            else "Target tahun itu tidak disebut"
        )
        return start + Markup("{}. {}, jadi hasilnya tidak dinilai.").format(draft, why)
    goal = _target(definisi, satu.target, singkat=realisasi.nilai is not None)
    start += Markup("{}. Target {}").format(draft, goal)
    verdict = _PUTUSAN.get(satu.status)
    if verdict is None:
        words = Markup("; hasilnya <strong>tidak dapat dinilai</strong> karena {}.")
        return start + words.format(satu.reason)
    percent = "" if satu.capaian is None else f" (capaian {persen(satu.capaian)})"
    more = "".join(f" {words}" for words in _tambahan(definisi, satu))
    # Beside “paling tinggi”, a target that is exceeded would sound like a failure.
    beyond = f"; hasilnya {_sisi_baik(definisi)}" if satu.status is Status.MELAMPAUI else ""
    return start + Markup("{}, jadi {}{}.{}").format(beyond, verdict, percent, more)


def _sisi_baik(definisi: DefinisiIndikator) -> str:
    if is_rank(definisi.satuan):
        return "lebih baik"
    return "lebih rendah" if effective_arah(definisi) is Arah.TURUN else "lebih tinggi"


def _berjalan(definisi: DefinisiIndikator, satu: Measurement) -> Markup:
    """Say how far a year has come that is not judged yet."""
    unit = dengan_satuan("", definisi.satuan) if _menghitung(definisi, satu) else ""
    return Markup("{} tahun {} <strong>{}</strong>{}. Hasil ini belum dinilai karena {}.").format(
        _nama(definisi), satu.tahun, kemajuan(definisi, satu), unit, satu.reason
    )


def kemajuan(definisi: DefinisiIndikator, satu: Measurement) -> str:
    """Say a result that is not judged in a few words: berjalan: 210 dari 400."""
    word = "berjalan" if satu.reason is NoCapaian.TAHUN_BERJALAN else "sementara"
    if satu.realisasi is None:
        return word
    if satu.target and _menghitung(definisi, satu):
        return f"{word}: {nilai(satu.realisasi)} dari {nilai(satu.target)}"
    value = _dengan_predikat(satu.realisasi, definisi.satuan, satu.predikat)
    goal = f"; target {_target(definisi, satu.target, singkat=True)}" if satu.target else ""
    return f"{word}: {value}{goal}"


def _menghitung(definisi: DefinisiIndikator, satu: Measurement) -> bool:
    """Tell whether a result is so many of so many: 210 of 400 persons, never 65% of 80%."""
    unit = definisi.satuan
    numbers = [isi.nilai for isi in (satu.realisasi, satu.target) if isi]
    counted = unit is not None and unit.lower() not in TANPA_SATUAN and not in_percent(unit)
    return (
        counted
        and len(numbers) == 2
        and None not in numbers
        and not satu.predikat
        and not is_rank(unit)
        and effective_arah(definisi) is not Arah.TURUN
    )


def _target(definisi: DefinisiIndikator, target: IsiNilai, *, singkat: bool = False) -> str:
    """Say a target with its unit; ``singkat`` leaves out a long one, said already."""
    satuan = _satuan_pendek(definisi.satuan) if singkat else definisi.satuan
    return _goal(definisi, target, satuan)


def _goal(definisi: DefinisiIndikator, target: IsiNilai, satuan: str | None) -> str:
    """Say a target so that it is clear on which side of it the good lies."""
    if target.rentang and is_rank(satuan):
        words = nilai(target, satuan)
        return f"{words} ({target.predikat})" if target.predikat else words
    if target.rentang:
        bawah, atas = (IsiNilai.model_construct(nilai=batas) for batas in target.rentang)
        words = f"{nilai(bawah)} sampai {nilai(atas, satuan)}"
        return f"{words} ({target.predikat})" if target.predikat else words
    words = _dengan_predikat(target, satuan, target.predikat)
    if target.nilai is None or effective_arah(definisi) is not Arah.TURUN:
        return f"lebih dari {words}" if target.tegas == ">" else words
    if is_rank(satuan):
        return f"{words} atau lebih baik"
    return f"kurang dari {words}" if target.tegas == "<" else f"paling tinggi {words}"


def _satuan_pendek(satuan: str | None) -> str | None:
    return None if satuan and " " in satuan else satuan


def _dengan_predikat(isi: IsiNilai, satuan: str | None, predikat: str | None) -> str:
    """Return a value with its unit and its grade: 76,4 (BB)."""
    words = nilai(isi, satuan)
    return f"{words} ({predikat})" if predikat and isi.nilai is not None else words


def _tambahan(definisi: DefinisiIndikator, satu: Measurement) -> Iterator[str]:
    """Yield what a reader needs to believe the verdict: why there is no percentage, and so on."""
    if satu.reason and satu.reason not in _TANPA_PERSENTASE:
        yield f"Persentasenya tidak dapat dihitung karena {satu.reason}."
    if satu.target is None or satu.exact is None:
        return
    if exact := kalimat_pembulatan(definisi.satuan, satu):
        yield exact
    if far := jarak_rentang(definisi, satu):
        yield f"Hasilnya {far}."


def jarak_rentang(definisi: DefinisiIndikator, satu: Measurement) -> str:
    """Say how far a result lies from a band that it missed: 3,43 poin persen di atas rentang.

    Empty for a range with a direction, which has a percentage.
    """
    if satu.reason is not NoCapaian.DI_LUAR_RENTANG:
        return ""
    if satu.exact is None or satu.target is None or satu.target.rentang is None:
        return ""
    limit = nearest_limit(satu.target.rentang, satu.exact)
    if limit is None:
        return ""
    shown = satu.realisasi.nilai if satu.realisasi else None
    hidden = shown is None or _sisi(shown, limit) != _sisi(satu.exact, limit)
    # As a reader subtracts it, unless rounding hides the side.
    others = (limit,) if shown is None else (limit, shown)
    value = _pembeda(satu.exact, *others) if shown is None or hidden else shown
    side = "di atas" if value > limit else "di bawah"
    far = abs(value - limit)
    percent = in_percent(definisi.satuan)
    unit = _satuan_pendek(definisi.satuan)
    words = f"{angka(far)} poin persen" if percent else dengan_satuan(angka(far), unit)
    return f"{words} {side} rentang target"


def kalimat_pembulatan(satuan: str | None, satu: Measurement) -> str:
    """Return the value before rounding where the printed one lies on another side of the target.

    Empty where rounding hides nothing.
    """
    shown = satu.realisasi.nilai if satu.realisasi else None
    if satu.target is None or shown is None or satu.computed is None:
        return ""
    exact = satu.computed
    for limit in (satu.target.nilai, satu.target.bawah, satu.target.atas):
        if limit is not None and _sisi(shown, limit) != _sisi(exact, limit):
            more = IsiNilai.model_construct(nilai=_pembeda(exact, limit, shown))
            return f"Sebelum dibulatkan, hasilnya {nilai(more, _satuan_pendek(satuan))}."
    return ""


def _sisi(value: Decimal, limit: Decimal) -> int:
    return (value > limit) - (value < limit)


def _pembeda(exact: Decimal, *others: Decimal) -> Decimal:
    """Round ``exact`` to the fewest decimals, from two, at which it differs from ``others``."""
    for places in range(2, _PALING_TELITI):
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
        if rounded not in others:
            return rounded
    return exact


def ringkasan(indikator: Indikator, siapa: str, state: Standing) -> Markup:
    """Return the lead of an indicator's page; ``siapa`` owns it."""
    told = state.latest or state.running
    if told:
        return (
            kalimat_tahun(_definisi(indikator, told), told)
            + _terbitan_lain(indikator, told)
            + _menyusul(indikator, state, told)
        )
    if state.promised and state.shown and state.shown.target:
        first = _target_saja(indikator, siapa, state, state.shown)
    else:
        first = _tanpa_target(indikator.terbaru, siapa, state)
    return first + _terbitan_saja(indikator)


def _definisi(indikator: Indikator, satu: Measurement) -> DefinisiIndikator:
    return indikator.penetapan_untuk(satu.tahun).definisi


def _terbitan_lain(indikator: Indikator, satu: Measurement) -> str:
    """Say that the report itself came to the opposite; nothing where it agrees or says nothing."""
    hasil = indikator.hasil.get(satu.tahun)
    theirs = hasil.diterbitkan.capaian if hasil and hasil.diterbitkan else None
    if theirs is None or satu.capaian is None or same_as_printed(theirs, satu.capaian):
        return ""
    if (theirs >= _SERATUS) is (satu.capaian >= _SERATUS):
        return ""
    meant = "tercapai" if theirs >= _SERATUS else "belum tercapai"
    return (
        f" Laporannya sendiri menerbitkan capaian {angka(theirs)}%, artinya {meant}; lihat "
        "Penjelasan hasil."
    )


def _terbitan_saja(indikator: Indikator) -> str:
    """Name the newest capaian that a report published without the result it comes from."""
    for tahun, hasil in sorted(indikator.hasil.items(), reverse=True):
        if hasil.diterbitkan and hasil.diterbitkan.capaian is not None:
            theirs = angka(hasil.diterbitkan.capaian)
            return (
                f" Laporan {tahun} menerbitkan capaian {theirs}% tanpa realisasinya; lihat "
                "Penjelasan hasil."
            )
    return ""


def _menyusul(indikator: Indikator, state: Standing, told: Measurement) -> Markup:
    """Name what comes after the year that was told of: a year that runs, years that are due."""
    words = Markup("")
    if state.running and state.running is not told:
        progress = kemajuan(_definisi(indikator, state.running), state.running)
        words += Markup(" Tahun {} <strong>masih</strong> {}.").format(
            state.running.tahun, progress
        )
    if state.due:
        words += Markup(" Hasil {} <strong>belum dilaporkan</strong> di sini.").format(
            _utuh(year.tahun for year in state.due)
        )
    return words


def _target_saja(indikator: Indikator, siapa: str, state: Standing, shown: Measurement) -> Markup:
    definisi = _definisi(indikator, shown)
    siapa = definisi.cakupan or siapa
    first = Markup("{} menargetkan <strong>{}</strong> pada {}.").format(
        siapa, _target(definisi, shown.target) if shown.target else "", shown.tahun
    )
    if state.status is Status.BELUM_WAKTUNYA:
        return first + Markup(
            " Tahun itu belum selesai, jadi hasilnya <strong>belum waktunya</strong> dilaporkan."
        )
    if not state.due:
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    return first + Markup(
        " Realisasi {} <strong>belum dilaporkan</strong> di sini, jadi belum diketahui apakah "
        "target tercapai."
    ).format(_utuh(year.tahun for year in state.due))


def _tanpa_target(penetapan: Penetapan, siapa: str, state: Standing) -> Markup:
    definisi = penetapan.definisi
    told = (
        Markup("Tahunnya belum selesai, jadi hasilnya <strong>belum waktunya</strong> dilaporkan.")
        if state.status is Status.BELUM_WAKTUNYA
        else Markup("Hasilnya <strong>belum dilaporkan</strong> di sini.")
    )
    if definisi.nilai_tercetak:
        return (
            Markup(
                "Dokumen mencetak <strong>{} nilai</strong> untuk indikator ini, tetapi nilai dan "
                "judul kolomnya tidak sepadan. Karena itu target per tahun tidak kami isi. "
            ).format(bilangan(len(definisi.nilai_tercetak)))
            + told
        )
    why = (
        "target per tahunnya <strong>belum disalin</strong> ke sini"
        if penetapan.iku.sebagian
        else "dokumennya <strong>tidak memuat target per tahun</strong>"
    )
    first = Markup("{} memakai indikator ini untuk mengukur kinerjanya, tetapi ").format(siapa)
    return first + Markup(why) + ". " + told  # noqa: S704


def _utuh(tahun: Iterable[int]) -> Markup:
    """Return years, a single range kept on one line."""
    words = rentang_tahun(tahun)
    one_line = '<span class="iku-utuh">{}</span>' if " " not in words else "{}"
    return Markup(one_line).format(words)  # noqa: S704


def kata_hitungan(
    status: Mapping[Status, int],
    sementara: int = 0,
    *,
    pemisah: str = ", ",
    belum: str = "belum dilaporkan",
) -> str:
    """Return counts of statuses in words: 24 tercapai, 7 belum tercapai; 4 hasil masih sementara.

    What went beyond its target counts as reached. ``sementara`` of the judged ones may still
    change; ``belum`` names what is not reported.
    """
    names = {one: KATA_STATUS[one].lower() for one in Status if not one.terpenuhi}
    names |= {Status.BELUM_DILAPORKAN: belum, Status.BERJALAN: "belum dinilai"}
    kept = sum(count for one, count in status.items() if one.terpenuhi)
    counts = [(kept, "tercapai"), *((status.get(one, 0), name) for one, name in names.items())]
    words = pemisah.join(f"{cacah(count)} {name}" for count, name in counts if count)
    return f"{words}; {cacah(sementara)} hasil masih sementara" if sementara else words


def ringkasan_instansi(siapa: str, hitungan: StatusCounts, tahun: Sequence[int]) -> Markup:
    """Return for how much an instansi set targets and what came of it."""
    total = hitungan.total
    if not total:
        return Markup("IKU {} belum dimuat di sini.").format(siapa)
    years = Markup(", {}").format(_utuh(tahun)) if tahun else Markup("")
    count = Markup("<strong>{} indikator</strong>").format(cacah(total))
    if hitungan.bertarget == total:
        first = Markup("{} menetapkan target untuk {}{}.").format(siapa, count, years)
    elif hitungan.bertarget:
        first = Markup("{} memakai {}, {} di antaranya dengan target per tahun{}.").format(
            siapa, count, cacah(hitungan.bertarget), years
        )
    else:
        first = Markup("{} memakai {}. Tidak satu pun dengan target per tahun.").format(
            siapa, count
        )
    if hitungan.status[Status.BELUM_DILAPORKAN] == total:
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    if hitungan.status[Status.BELUM_WAKTUNYA] == total:
        return first + Markup(" Tahunnya belum selesai, jadi hasilnya belum waktunya dilaporkan.")
    words = kata_hitungan(hitungan.status, hitungan.sementara, belum="belum pernah dilaporkan")
    return first + Markup(" Hasilnya: {}.").format(words)


def kalimat_sebab(hitungan: StatusCounts) -> str:
    """Say why results have no verdict: 7 dari 9 hasil tidak dapat dinilai: arah belum ditetapkan.

    Empty where each has one.
    """
    several = hitungan.reasons.most_common()
    if not several:
        return ""
    unjudged = hitungan.reasons.total()
    first = f"{cacah(unjudged)} dari {cacah(hitungan.berhasil)} hasil tidak dapat dinilai"
    if len(several) == 1:
        return f"{first}: {several[0][0]}."
    reasons = daftar([f"{cacah(count)} karena {reason}" for reason, count in several])
    return f"{first}: {reasons}."


def ringkasan_tahun(siapa: str, tahun: int, pengukuran: Sequence[Measurement]) -> Markup:
    """Return how much of a year's targets was reached, missed, or not reported."""
    counts = Counter(satu.status for satu in pengukuran)
    first = Markup("{} punya <strong>{} indikator</strong> pada {}.").format(
        siapa, cacah(len(pengukuran)), tahun
    )
    if counts[Status.BELUM_WAKTUNYA] == len(pengukuran):
        return first + Markup(" Tahunnya belum selesai, jadi hasilnya belum waktunya dilaporkan.")
    if counts[Status.BELUM_DILAPORKAN] == len(pengukuran):
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    drafts = sum(1 for satu in pengukuran if satu.sementara and satu.status.dinilai)
    return first + Markup(" Hasilnya: {}.").format(kata_hitungan(counts, drafts))
