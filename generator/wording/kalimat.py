"""The sentences that state results: one per indicator and year, the same wherever it is read.

Lead, text alternative, search and share text use the same words. Each says year, indicator,
realisasi, target, verdict; without a result it says so and why. Never “gagal”, never a zero for a
missing number. They are ``Markup`` with the figures in bold; ``striptags()`` gives the plain text.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from generator.capaian import Pengukuran, Status, TanpaCapaian
from generator.capaian.status import LEGA
from generator.capaian.terbit import sama_teliti
from generator.model import Arah, DasarHukum, Indikator
from generator.model.iku import DefinisiIndikator, IsiNilai
from generator.wording.angka import angka, nilai, persen, rentang_tahun

_BILANGAN = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
)
_SERATUS = Decimal(100)
_PALING_TELITI = 60  # decimals
_PUTUSAN = {
    Status.MELAMPAUI: Markup("target <strong>terlampaui</strong>."),
    Status.TERCAPAI: Markup("target <strong>tercapai</strong>."),
    Status.BELUM_TERCAPAI: Markup("target <strong>belum tercapai</strong>."),
}


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
    return _BILANGAN[count] if count < len(_BILANGAN) else str(count)


def kalimat_tahun(definisi: DefinisiIndikator, satu: Pengukuran) -> Markup:
    """Return the sentence on one indicator in one year."""
    nama, tahun = definisi.nama, satu.tahun
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
            return first.format(tahun, nama, satu.sebab or "datanya belum lengkap") + target
        case _:
            first = Markup("Untuk {}, {} <strong>belum dilaporkan</strong> di sini.")
            return first.format(tahun, nama) + target


def _dengan_hasil(definisi: DefinisiIndikator, satu: Pengukuran, realisasi: IsiNilai) -> Markup:
    # A value that rises towards its target “mencapai”; zero and less reach nothing.
    rises = definisi.arah is Arah.NAIK and (realisasi.nilai is None or realisasi.nilai > 0)
    start = Markup("Pada {}, {} {} <strong>{}</strong>").format(
        satu.tahun,
        definisi.nama,
        "mencapai" if rises else "adalah",
        _dengan_predikat(realisasi, definisi.satuan, satu.predikat),
    )
    if satu.target is None:
        return start + Markup(". Target tahun itu tidak dicantumkan, jadi capaian tidak dihitung.")
    goal = _target(definisi, satu.target, singkat=realisasi.nilai is not None)
    link = " dari target" if rises and satu.target.nilai and realisasi.nilai else "; targetnya"
    start += Markup("{} {}{}").format(link, goal, _persentase(satu, goal))
    verdict = _PUTUSAN.get(satu.status)
    if verdict is None:
        words = Markup(": capaian <strong>tidak dapat dihitung</strong> karena {}.")
        return start + words.format(satu.sebab or "arah indikator belum ditetapkan")
    return (
        start + Markup(": ") + verdict + "".join(f" {more}" for more in _tambahan(definisi, satu))
    )


def _target(definisi: DefinisiIndikator, target: IsiNilai, *, singkat: bool = False) -> str:
    """Say a target so that it is clear on which side of it the good lies.

    ``singkat`` leaves out a long unit, which the sentence has said already.
    """
    satuan = _satuan_pendek(definisi.satuan) if singkat else definisi.satuan
    if target.rentang:
        bawah, atas = (IsiNilai.model_construct(nilai=batas) for batas in target.rentang)
        words = f"{nilai(bawah)} sampai {nilai(atas, satuan)}"
        return f"{words} ({target.predikat})" if target.predikat else words
    words = _dengan_predikat(target, satuan, target.predikat)
    highest = definisi.arah is Arah.TURUN and target.nilai is not None
    return f"paling tinggi {words}" if highest else words


def _satuan_pendek(satuan: str | None) -> str | None:
    return None if satuan and " " in satuan else satuan


def _dengan_predikat(isi: IsiNilai, satuan: str | None, predikat: str | None) -> str:
    """Return a value with its unit and its grade: 76,4 (BB)."""
    words = nilai(isi, satuan)
    return f"{words} ({predikat})" if predikat and isi.nilai is not None else words


def _persentase(satu: Pengukuran, goal: str) -> str:
    if satu.capaian is None:
        return ""
    percent = persen(satu.capaian)
    return f", atau {percent}" if goal.endswith(")") else f" ({percent})"


def _tambahan(definisi: DefinisiIndikator, satu: Pengukuran) -> Iterator[str]:
    """Yield what a reader needs to believe the verdict: why there is no percentage, and so on."""
    if satu.sebab and satu.sebab is not TanpaCapaian.RUMUS_STATUS:
        yield f"Persentasenya tidak dapat dihitung karena {satu.sebab}."
    if satu.target is None or satu.tepat is None:
        return
    if exact := kalimat_pembulatan(definisi.satuan, satu):
        yield exact
    if satu.target.rentang and satu.status is Status.BELUM_TERCAPAI:
        side = "di atas" if satu.tepat > satu.target.rentang[1] else "di bawah"
        yield f"Hasilnya {side} rentang target."


def kalimat_pembulatan(satuan: str | None, satu: Pengukuran) -> str:
    """Return the value before rounding where the printed one lies on another side of the target.

    Empty where rounding hides nothing.
    """
    shown = satu.realisasi.nilai if satu.realisasi else None
    if satu.target is None or shown is None or satu.terhitung is None:
        return ""
    exact = satu.terhitung
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
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, LEGA)
        if rounded not in others:
            return rounded
    return exact


def ringkasan(indikator: Indikator, siapa: str, pengukuran: Sequence[Pengukuran]) -> Markup:
    """Return the lead of an indicator's page; ``siapa`` owns it."""
    past = [satu for satu in pengukuran if satu.status is not Status.BELUM_WAKTUNYA]
    results = [satu for satu in past if satu.status.ada_hasil]
    if not results and past and past[-1].status in {Status.TIDAK_DIUKUR, Status.TIDAK_BERLAKU}:
        results = past[-1:]
    if results:
        penetapan = indikator.berlaku(results[-1].tahun) or indikator.terbaru
        first = kalimat_tahun(penetapan.definisi, results[-1])
        return first + _terbitan_lain(indikator, results[-1]) + _menyusul(results[-1], past)
    targeted = [satu for satu in pengukuran if satu.target is not None]
    if targeted:
        return _target_saja(indikator, siapa, targeted)
    definisi = indikator.definisi
    if definisi.nilai_tercetak:
        return Markup(
            "Dokumen mencetak <strong>{} nilai</strong> untuk indikator ini, tetapi nilai dan "
            "judul kolomnya tidak sepadan. Karena itu target per tahun tidak kami isi. Hasilnya "
            "<strong>belum dilaporkan</strong> di sini."
        ).format(bilangan(len(definisi.nilai_tercetak)))
    return Markup(
        "{} memakai indikator ini untuk mengukur kinerjanya, tetapi dokumennya <strong>tidak "
        "memuat target</strong>. Hasilnya <strong>belum dilaporkan</strong> di sini."
    ).format(siapa)


def _terbitan_lain(indikator: Indikator, satu: Pengukuran) -> str:
    """Say that the report itself came to the opposite; nothing where it agrees or says nothing."""
    hasil = indikator.hasil.get(satu.tahun)
    theirs = hasil.diterbitkan.capaian if hasil and hasil.diterbitkan else None
    if theirs is None or satu.capaian is None or sama_teliti(theirs, satu.capaian):
        return ""
    if (theirs >= _SERATUS) is (satu.capaian >= _SERATUS):
        return ""
    return f" Laporannya sendiri menerbitkan {angka(theirs)}%; lihat Penjelasan hasil."


def _menyusul(terakhir: Pengukuran, past: Sequence[Pengukuran]) -> Markup:
    """Name the years after the newest result that are due and not reported."""
    due = [
        satu.tahun
        for satu in past
        if satu.tahun > terakhir.tahun and satu.status is Status.BELUM_DILAPORKAN
    ]
    if not due:
        return Markup("")
    return Markup(" Hasil {} <strong>belum dilaporkan</strong> di sini.").format(_utuh(due))


def _target_saja(indikator: Indikator, siapa: str, targeted: Sequence[Pengukuran]) -> Markup:
    due = [satu for satu in targeted if satu.status is Status.BELUM_DILAPORKAN]
    latest = (due or targeted)[-1]
    penetapan = indikator.berlaku(latest.tahun) or indikator.terbaru
    first = Markup("{} menargetkan <strong>{}</strong> pada {}.").format(
        siapa, _target(penetapan.definisi, latest.target) if latest.target else "", latest.tahun
    )
    if not due:
        return first
    return first + Markup(
        " Realisasi {} <strong>belum dilaporkan</strong> di sini, jadi belum diketahui apakah "
        "target tercapai."
    ).format(_utuh(satu.tahun for satu in due))


def _utuh(tahun: Iterable[int]) -> Markup:
    """Return years, a single range kept on one line."""
    words = rentang_tahun(tahun)
    one_line = '<span class="iku-utuh">{}</span>' if " " not in words else "{}"
    return Markup(one_line).format(words)  # noqa: S704


def ringkasan_instansi(siapa: str, jumlah: int, berhasil: int, tahun: Sequence[int]) -> Markup:
    """Return how much an instansi promised and how much of it has a result here."""
    if not jumlah:
        return Markup("IKU {} belum dimuat di sini.").format(siapa)
    masa = Markup(" untuk {}").format(_utuh(tahun)) if tahun else ""
    first = Markup("{} berjanji pada <strong>{} indikator</strong>{}.").format(siapa, jumlah, masa)
    if not berhasil:
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    return first + Markup(" <strong>{} indikator</strong> sudah ada hasilnya di sini.").format(
        berhasil
    )


def ringkasan_tahun(siapa: str, tahun: int, pengukuran: Sequence[Pengukuran]) -> Markup:
    """Return how much of a year's promises was kept, missed, or not reported."""
    reported = [satu for satu in pengukuran if satu.status.ada_hasil]
    first = Markup("{} punya <strong>{} indikator</strong> pada {}.").format(
        siapa, len(pengukuran), tahun
    )
    if all(satu.status is Status.BELUM_WAKTUNYA for satu in pengukuran):
        return first + Markup(" Tahunnya belum selesai, jadi hasilnya belum waktunya dilaporkan.")
    if not reported:
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    kept = sum(1 for satu in reported if satu.status.terpenuhi)
    return first + Markup(
        " Yang sudah ada hasilnya {}; <strong>{} memenuhi target</strong>."
    ).format(len(reported), kept)
