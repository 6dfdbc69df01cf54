"""Quarters, months and halves in words: their names, and how far a year has come."""

from collections.abc import Iterator, Sequence

from iku_terbuka.capaian import ToDate, YearParts
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.model.bagian_tahun import Cara, PembagianTahun
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent, is_rank
from iku_terbuka.model.tanggal import BULAN
from iku_terbuka.wording.notation import (
    join_words,
    number_text,
    short_satuan,
    value_and_predikat,
    value_text,
)

_ROMAN = ("I", "II", "III", "IV")
# What one of them is called; “bulanan” is the key of the data.
PART_WORDS = {
    PembagianTahun.TRIWULAN: "triwulan",
    PembagianTahun.BULANAN: "bulan",
    PembagianTahun.SEMESTER: "semester",
}
_CARA_WORDS = {
    Cara.KUMULATIF: "Tiap {} dihitung sejak Januari (kumulatif).",
    Cara.JUMLAH: "Tiap {} berdiri sendiri dan dijumlahkan menjadi setahun.",
    Cara.POSISI: "Tiap {} menunjukkan keadaan pada akhirnya; yang terakhir berlaku (posisi).",
    Cara.RATA: "Setahun adalah rata-rata tiap {}.",
}
_TOGETHER = {
    Cara.KUMULATIF: "{} terakhir",
    Cara.POSISI: "{} terakhir",
    Cara.JUMLAH: "jumlah {}nya",
    Cara.RATA: "rata-rata {}nya",
}


def part_name(jenis: PembagianTahun, nomor: int) -> str:
    """Return the name of a part: TW II, Februari, Semester I."""
    if jenis is PembagianTahun.BULANAN:
        return BULAN[nomor - 1].capitalize()
    return f"{'TW' if jenis is PembagianTahun.TRIWULAN else 'Semester'} {_ROMAN[nomor - 1]}"


def short_part_name(jenis: PembagianTahun, nomor: int) -> str:
    """Return the name of a part below a chart: TW II, Feb, Smt I."""
    name = part_name(jenis, nomor)
    return name[:3] if jenis is PembagianTahun.BULANAN else name.replace("Semester", "Smt")


def cara_sentence(parts: YearParts) -> str:
    """Say how the parts make the year; empty where nobody said so."""
    return _CARA_WORDS[parts.cara].format(PART_WORDS[parts.jenis]) if parts.cara else ""


def to_date_words(to_date: ToDate, satuan: str | None) -> str:
    """Say how far a year has come: s.d. TW II: 52% dari target 50%."""
    mean = "rata-rata " if to_date.cara is Cara.RATA else ""
    goal = f" dari target {_value(to_date.target, satuan)}" if to_date.target else ""
    name = part_name(to_date.jenis, to_date.nomor)
    return f"s.d. {name}: {mean}{_value(to_date.realisasi, satuan)}{goal}"


def _value(value: IsiNilai, satuan: str | None) -> str:
    """Return a value with a percent sign or as a rank; any other unit stands beside it."""
    if in_percent(satuan) or is_rank(satuan):
        return value_text(value, satuan)
    return value_and_predikat(value)


def no_to_date_sentence(parts: YearParts) -> str:
    """Say why the parts that are there give no figure to date; empty where they do."""
    if not parts.reported or parts.to_date:
        return ""
    last = part_name(parts.jenis, parts.reported[-1].nomor)
    if parts.cara is None:
        return (
            f"Angka s.d. {last} tidak dihitung karena tidak disebut apakah angkanya dijumlahkan, "
            "dirata-ratakan, atau dihitung sejak Januari."
        )
    if parts.missing:
        names = join_words([part_name(parts.jenis, nomor) for nomor in parts.missing])
        return f"{names} belum dilaporkan, jadi jumlah s.d. {last} tidak dihitung."
    return f"Angka s.d. {last} tidak dihitung karena hasilnya bukan angka."


def against_year_sentences(
    parts: YearParts, own: tuple[IsiNilai | None, IsiNilai | None], satuan: str | None
) -> Iterator[str]:
    """Yield where the year's own figures are not what the parts give; both stay as they are.

    ``own`` are target and realisasi of the year.
    """
    target, realisasi = own
    to_date = parts.to_date
    given = to_date.exact if to_date and to_date.complete else None
    pairs = (("Target", target, parts.target_of_year), ("Realisasi", realisasi, given))
    for what, stated, exact in pairs:
        if parts.cara is None or stated is None or stated.nilai is None or exact is None:
            continue
        if not same_as_printed(stated.nilai, exact):
            together = _TOGETHER[parts.cara].format(PART_WORDS[parts.jenis])
            yield (
                f"{what} setahun {value_text(stated, short_satuan(satuan))}, sedangkan {together} "
                f"{number_text(exact)}{'%' if in_percent(satuan) else ''}. Yang dipakai angka "
                "setahun."
            )


def part_names(jenis: PembagianTahun, numbers: Sequence[int]) -> str:
    """Return the names of several parts: TW I dan TW II."""
    return join_words([part_name(jenis, nomor) for nomor in numbers])
