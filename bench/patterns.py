"""The fifteen kinds of indicator that every fictional instansi has, and their numbers."""

from collections.abc import Callable
from dataclasses import dataclass

FIRST, LAST = 2021, 2025


@dataclass(frozen=True)
class Position:
    """One result: instansi number ``k``, indicator number ``j`` of it, and the year."""

    k: int
    j: int
    tahun: int

    @property
    def nth(self) -> int:
        """The year counted from the first of the plan."""
        return self.tahun - FIRST

    @property
    def offset(self) -> int:
        """A small number from -2 to 2 that differs from place to place."""
        return (self.k * 3 + self.j * 5 + self.nth * 2) % 5 - 2


@dataclass(frozen=True)
class Pattern:
    """A kind of indicator: its fixed lines, and how a target and a result are written."""

    id: str
    nama: str
    lines: tuple[str, ...]
    target: Callable[[Position], str]
    result: Callable[[Position], tuple[str, ...]]


def _hundredths(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _fixed(text: str) -> Callable[[Position], str]:
    return lambda _position: text


def _rising(start: int, step: int) -> Callable[[Position], int]:
    """Return values that go up (or down) each year, a little different in each instansi."""
    return lambda position: start + step * position.nth + position.k % 7


def _whole(value: Callable[[Position], int]) -> Callable[[Position], str]:
    return lambda position: str(value(position))


def _decimal(value: Callable[[Position], int]) -> Callable[[Position], str]:
    return lambda position: _hundredths(value(position))


def _stated(value: Callable[[Position], int], *, decimal: bool) -> Callable[..., tuple[str, ...]]:
    def write(position: Position) -> tuple[str, ...]:
        number = value(position) + position.offset
        return (f"realisasi: {_hundredths(number) if decimal else number}",)

    return write


def _ipp(position: Position) -> int:
    return 280 + 20 * position.nth + position.k % 7


def _ipp_result(position: Position) -> tuple[str, ...]:
    value = _ipp(position) + position.offset
    grade = "D" if value <= 200 else "C" if value <= 300 else "B"
    return (f"realisasi: {{nilai: {_hundredths(value)}, predikat: {grade}}}",)


def _component_result(position: Position) -> tuple[str, ...]:
    received = 400 + position.k % 50
    done = received * (80 + 2 * position.nth) // 100 + position.offset
    return (f"variabel: {{selesai: {done}, diterima: {received}}}",)


def _quarter_result(position: Position) -> tuple[str, ...]:
    quarter = 30 + position.nth + position.k % 7
    parts = ", ".join(str(quarter + i * (position.offset + 2)) for i in range(4))
    return (f"variabel: {{triwulan: [{parts}]}}",)


def _ratio_result(position: Position) -> tuple[str, ...]:
    people, staff = 200_000 + 100 * (position.k % 40), 460 + 12 * position.nth + position.offset
    rounded = (staff * 200_000 + people) // (2 * people)  # per 1,000, in hundredths, half up
    return (
        f"realisasi: {_hundredths(rounded)}",
        f"variabel: {{petugas: {staff}, penduduk: {people}}}",
    )


def _published_result(position: Position) -> tuple[str, ...]:
    value = 7000 + 300 * position.nth + 100 * position.offset
    return (
        f"realisasi: {_hundredths(value)}",
        f"diterbitkan: {{realisasi: {_hundredths(value)}, capaian: 100.00}}",
    )


def _attendance_result(position: Position) -> tuple[str, ...]:
    if position.tahun <= FIRST:
        return ("keadaan: tidak_diukur", "catatan: Pencatatan kehadiran baru dimulai tahun depan.")
    return (f"realisasi: {_hundredths(9300 + 20 * position.nth + position.offset)}",)


def _budget_result(position: Position) -> tuple[str, ...]:
    return (
        f"realisasi: {_hundredths(9500 + 30 * position.offset)}",
        f"anggaran: {{pagu: {2_000_000_000 + 1_000_000 * position.k}, "
        f"realisasi: {1_900_000_000 + 6_000_000 * position.offset}}}",
    )


_PERCENT = ("satuan: persen", "arah: naik", "rumus_capaian: naik")
_COMPLETED = (
    "formula:",
    "  teks: Jumlah permohonan yang selesai / jumlah permohonan yang diterima × 100%",
    "  rumus: selesai / diterima * 100",
    "  variabel:",
    "    selesai: jumlah permohonan yang selesai tepat waktu",
    "    diterima: jumlah permohonan yang diterima",
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "layanan-tepat-waktu",
        "Persentase layanan {} yang selesai tepat waktu",
        (*_PERCENT, "akumulasi: tahunan", *_COMPLETED),
        _whole(_rising(80, 2)),
        _component_result,
    ),
    Pattern(
        "dokumen-perencanaan",
        "Jumlah dokumen perencanaan {} yang disusun",
        ("satuan: dokumen", "arah: naik", "rumus_capaian: naik"),
        _whole(_rising(20, 2)),
        _stated(_rising(20, 2), decimal=False),
    ),
    Pattern(
        "kepuasan-masyarakat",
        "Indeks kepuasan masyarakat atas layanan {}",
        ("satuan: indeks", "arah: naik", "rumus_capaian: naik", "standar_nasional: 76.61"),
        _decimal(_rising(7800, 60)),
        _stated(_rising(7800, 60), decimal=True),
    ),
    Pattern(
        "pelayanan-publik",
        "Indeks pelayanan publik bidang {}",
        ("satuan: indeks", "arah: naik", "rumus_capaian: naik", "skala: ipp"),
        _decimal(_ipp),
        _ipp_result,
    ),
    Pattern(
        "akuntabilitas-kinerja",
        "Nilai akuntabilitas kinerja bidang {}",
        ("satuan: nilai", "arah: naik", "rumus_capaian: naik", "skala: sakip"),
        _decimal(_rising(6200, 150)),
        _stated(_rising(6200, 150), decimal=True),
    ),
    Pattern(
        "keluhan-layanan",
        "Jumlah keluhan tentang layanan {}",
        ("satuan: aduan", "arah: turun", "rumus_capaian: turun"),
        _whole(_rising(90, -6)),
        _stated(_rising(90, -6), decimal=False),
    ),
    Pattern(
        "waktu-penyelesaian",
        "Waktu rata-rata penyelesaian permohonan {}",
        ("satuan: hari", "arah: turun", "rumus_capaian: turun_rasio", "kondisi_awal: 12.50"),
        _decimal(_rising(1150, -80)),
        _stated(_rising(1150, -80), decimal=True),
    ),
    Pattern(
        "serapan-anggaran",
        "Persentase serapan anggaran {}",
        ("satuan: persen", "arah: rentang", "rumus_capaian: rentang"),
        _fixed("{bawah: 92.00, atas: 98.00}"),
        _budget_result,
    ),
    Pattern(
        "predikat-kearsipan",
        "Predikat pengawasan kearsipan {}",
        ("satuan: predikat", "arah: status", "rumus_capaian: status", "skala: kearsipan"),
        _fixed("{predikat: BB}"),
        lambda position: (f"realisasi: {{predikat: {'BB' if position.offset > 0 else 'B'}}}",),
    ),
    Pattern(
        "peserta-pelatihan",
        "Jumlah peserta pelatihan {}",
        (
            *("satuan: orang", "arah: naik", "rumus_capaian: naik", "akumulasi: kumulatif"),
            "formula:",
            "  teks: Jumlah peserta pada keempat triwulan",
            "  rumus: sum(triwulan)",
            "  variabel:",
            "    triwulan: jumlah peserta pada tiap triwulan",
        ),
        _whole(_rising(130, 5)),
        _quarter_result,
    ),
    Pattern(
        "rasio-petugas",
        "Rasio petugas {} terhadap penduduk",
        (
            *("satuan: per 1.000 penduduk", "arah: naik", "rumus_capaian: naik"),
            "formula:",
            "  teks: Jumlah petugas / jumlah penduduk × 1.000",
            "  rumus: petugas / penduduk * 1000",
            "  variabel:",
            "    petugas: jumlah petugas",
            "    penduduk: jumlah penduduk",
        ),
        _decimal(_rising(225, 6)),
        _ratio_result,
    ),
    Pattern(
        "tindak-lanjut-temuan",
        "Persentase temuan pemeriksaan {} yang ditindaklanjuti",
        (
            *_PERCENT,
            "formula: {teks: Temuan selesai / temuan × 100%, rumus: selesai / temuan * 100, "
            "variabel: {selesai: temuan yang selesai, temuan: semua temuan}}",
        ),
        _decimal(_rising(7000, 300)),
        _published_result,
    ),
    Pattern(
        "sarana-baik",
        "Persentase sarana {} dalam kondisi baik",
        (*_PERCENT, "akumulasi: posisi", "kondisi_awal: 55.00", "standar_nasional: 80"),
        _decimal(_rising(6000, 200)),
        _stated(_rising(6000, 200), decimal=True),
    ),
    Pattern(
        "kehadiran-pegawai",
        "Tingkat kehadiran pegawai bidang {}",
        ("satuan: '%'", "arah: naik", "rumus_capaian: naik"),
        _decimal(_rising(9400, 20)),
        _attendance_result,
    ),
    Pattern(
        "kelompok-binaan",
        "Jumlah kelompok binaan {} yang mandiri",
        ("satuan: kelompok", "arah: naik", "rumus_capaian: naik", "disimpulkan: [rumus_capaian]"),
        _whole(_rising(40, 4)),
        _stated(_rising(40, 4), decimal=False),
    ),
)
