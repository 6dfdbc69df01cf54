"""The sentences that state an indicator's or an instansi's latest result.

Each says year, who, what and verdict, in this order; without a result it says the target first
and then that the result is not reported *here*. Never “gagal”, never a zero for a missing number.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.capaian import Pengukuran, Status
from generator.model import DasarHukum, Indikator
from generator.model.iku import IsiNilai
from generator.wording.angka import nilai, rentang_tahun

_BILANGAN = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
)
_PUTUSAN = {
    Status.MELAMPAUI: Markup("Hasil ini <strong>melampaui target</strong>."),
    Status.TERCAPAI: Markup("Target <strong>tercapai</strong>."),
    Status.BELUM_TERCAPAI: Markup("Target <strong>belum tercapai</strong>."),
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


def ringkasan(indikator: Indikator, siapa: str, pengukuran: Sequence[Pengukuran]) -> Markup:
    """Return one or two sentences on the newest result of ``indikator``; ``siapa`` owns it."""
    reported = [satu for satu in pengukuran if satu.realisasi is not None]
    if reported:
        return _dengan_hasil(indikator, siapa, reported[-1])
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


def _dengan_hasil(indikator: Indikator, siapa: str, satu: Pengukuran) -> Markup:
    satuan = indikator.definisi.satuan
    target = (
        Markup(" dari target {}").format(_value(satu.target, satuan)) if satu.target else Markup("")
    )
    first = Markup("Pada {}, realisasi indikator ini di {} adalah <strong>{}</strong>{}.").format(
        satu.tahun, siapa, _value(satu.realisasi, satuan), target
    )
    verdict = _PUTUSAN.get(satu.status)
    if verdict is None:
        verdict = Markup("Capaiannya <strong>tidak dapat dihitung</strong>: {}.").format(
            satu.sebab or "datanya belum lengkap"
        )
    return Markup(" ").join([first, verdict])


def _target_saja(indikator: Indikator, siapa: str, targeted: Sequence[Pengukuran]) -> Markup:
    due = [satu for satu in targeted if satu.status is Status.BELUM_DILAPORKAN]
    latest = (due or targeted)[-1]
    first = Markup("{} menargetkan <strong>{}</strong> pada {}.").format(
        siapa, _value(latest.target, indikator.definisi.satuan), latest.tahun
    )
    if not due:
        return first
    return first + Markup(
        " Realisasi {} <strong>belum dilaporkan</strong> di sini, jadi belum diketahui apakah "
        "target tercapai."
    ).format(rentang_tahun(satu.tahun for satu in due))


def _value(isi: IsiNilai | None, satuan: str | None) -> str:
    if isi is None:
        return ""
    words = nilai(isi, satuan)
    return f"{words} ({isi.predikat})" if isi.predikat and isi.nilai is not None else words


def ringkasan_instansi(siapa: str, jumlah: int, berhasil: int, tahun: Sequence[int]) -> Markup:
    """Return how much an instansi promised and how much of it has a result here."""
    masa = f" untuk {rentang_tahun(tahun)}" if tahun else ""
    first = Markup("{} berjanji pada <strong>{} indikator</strong>{}.").format(siapa, jumlah, masa)
    if not berhasil:
        return first + Markup(" Hasilnya <strong>belum dilaporkan</strong> di sini.")
    return first + Markup(" <strong>{} indikator</strong> sudah ada hasilnya di sini.").format(
        berhasil
    )


def ringkasan_tahun(siapa: str, tahun: int, pengukuran: Sequence[Pengukuran]) -> Markup:
    """Return how much of a year's promises was kept, missed, or not reported."""
    reported = [satu for satu in pengukuran if satu.realisasi is not None]
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
