"""The fifteen kinds of indicator that every fictional instansi has, and their numbers."""

from collections.abc import Callable
from dataclasses import dataclass

AWAL, AKHIR = 2021, 2025


@dataclass(frozen=True)
class Tempat:
    """One result: instansi number ``k``, indicator number ``j`` of it, and the year."""

    k: int
    j: int
    tahun: int

    @property
    def ke(self) -> int:
        """The year counted from the first of the plan."""
        return self.tahun - AWAL

    @property
    def geser(self) -> int:
        """A small number from -2 to 2 that differs from place to place."""
        return (self.k * 3 + self.j * 5 + self.ke * 2) % 5 - 2


@dataclass(frozen=True)
class Pola:
    """A kind of indicator: its fixed lines, and how a target and a result are written."""

    id: str
    nama: str
    baris: tuple[str, ...]
    target: Callable[[Tempat], str]
    hasil: Callable[[Tempat], tuple[str, ...]]


def _dua(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _tetap(text: str) -> Callable[[Tempat], str]:
    return lambda _tempat: text


def _naik(awal: int, langkah: int) -> Callable[[Tempat], int]:
    """Return values that go up (or down) each year, a little different in each instansi."""
    return lambda tempat: awal + langkah * tempat.ke + tempat.k % 7


def _bulat(nilai: Callable[[Tempat], int]) -> Callable[[Tempat], str]:
    return lambda tempat: str(nilai(tempat))


def _desimal(nilai: Callable[[Tempat], int]) -> Callable[[Tempat], str]:
    return lambda tempat: _dua(nilai(tempat))


def _realisasi(nilai: Callable[[Tempat], int], *, desimal: bool) -> Callable[..., tuple[str, ...]]:
    def tulis(tempat: Tempat) -> tuple[str, ...]:
        value = nilai(tempat) + tempat.geser
        return (f"realisasi: {_dua(value) if desimal else value}",)

    return tulis


def _ipp(tempat: Tempat) -> int:
    return 280 + 20 * tempat.ke + tempat.k % 7


def _hasil_ipp(tempat: Tempat) -> tuple[str, ...]:
    value = _ipp(tempat) + tempat.geser
    grade = "D" if value <= 200 else "C" if value <= 300 else "B"
    return (f"realisasi: {{nilai: {_dua(value)}, predikat: {grade}}}",)


def _hasil_persen(tempat: Tempat) -> tuple[str, ...]:
    received = 400 + tempat.k % 50
    done = received * (80 + 2 * tempat.ke) // 100 + tempat.geser
    return (f"variabel: {{selesai: {done}, diterima: {received}}}",)


def _hasil_triwulan(tempat: Tempat) -> tuple[str, ...]:
    quarter = 30 + tempat.ke + tempat.k % 7
    parts = ", ".join(str(quarter + i * (tempat.geser + 2)) for i in range(4))
    return (f"variabel: {{triwulan: [{parts}]}}",)


def _hasil_rasio(tempat: Tempat) -> tuple[str, ...]:
    people, staff = 200_000 + 100 * (tempat.k % 40), 460 + 12 * tempat.ke + tempat.geser
    rounded = (staff * 200_000 + people) // (2 * people)  # per 1,000, in hundredths, half up
    return (
        f"realisasi: {_dua(rounded)}",
        f"variabel: {{petugas: {staff}, penduduk: {people}}}",
    )


def _hasil_tindak_lanjut(tempat: Tempat) -> tuple[str, ...]:
    value = 7000 + 300 * tempat.ke + 100 * tempat.geser
    return (
        f"realisasi: {_dua(value)}",
        f"diterbitkan: {{realisasi: {_dua(value)}, capaian: 100.00}}",
    )


def _hasil_kehadiran(tempat: Tempat) -> tuple[str, ...]:
    if tempat.tahun <= AWAL:
        return ("keadaan: tidak_diukur", "catatan: Pencatatan kehadiran baru dimulai tahun depan.")
    return (f"realisasi: {_dua(9300 + 20 * tempat.ke + tempat.geser)}",)


def _hasil_serapan(tempat: Tempat) -> tuple[str, ...]:
    return (
        f"realisasi: {_dua(9500 + 30 * tempat.geser)}",
        f"anggaran: {{pagu: {2_000_000_000 + 1_000_000 * tempat.k}, "
        f"realisasi: {1_900_000_000 + 6_000_000 * tempat.geser}}}",
    )


_PERSEN = ("satuan: persen", "arah: naik", "rumus_capaian: naik")
_SELESAI = (
    "formula:",
    "  teks: Jumlah permohonan yang selesai / jumlah permohonan yang diterima × 100%",
    "  rumus: selesai / diterima * 100",
    "  variabel:",
    "    selesai: jumlah permohonan yang selesai tepat waktu",
    "    diterima: jumlah permohonan yang diterima",
)
POLA: tuple[Pola, ...] = (
    Pola(
        "layanan-tepat-waktu",
        "Persentase layanan {} yang selesai tepat waktu",
        (*_PERSEN, "akumulasi: tahunan", *_SELESAI),
        _bulat(_naik(80, 2)),
        _hasil_persen,
    ),
    Pola(
        "dokumen-perencanaan",
        "Jumlah dokumen perencanaan {} yang disusun",
        ("satuan: dokumen", "arah: naik", "rumus_capaian: naik"),
        _bulat(_naik(20, 2)),
        _realisasi(_naik(20, 2), desimal=False),
    ),
    Pola(
        "kepuasan-masyarakat",
        "Indeks kepuasan masyarakat atas layanan {}",
        ("satuan: indeks", "arah: naik", "rumus_capaian: naik", "standar_nasional: 76.61"),
        _desimal(_naik(7800, 60)),
        _realisasi(_naik(7800, 60), desimal=True),
    ),
    Pola(
        "pelayanan-publik",
        "Indeks pelayanan publik bidang {}",
        ("satuan: indeks", "arah: naik", "rumus_capaian: naik", "skala: ipp"),
        _desimal(_ipp),
        _hasil_ipp,
    ),
    Pola(
        "akuntabilitas-kinerja",
        "Nilai akuntabilitas kinerja bidang {}",
        ("satuan: nilai", "arah: naik", "rumus_capaian: naik", "skala: sakip"),
        _desimal(_naik(6200, 150)),
        _realisasi(_naik(6200, 150), desimal=True),
    ),
    Pola(
        "keluhan-layanan",
        "Jumlah keluhan tentang layanan {}",
        ("satuan: aduan", "arah: turun", "rumus_capaian: turun"),
        _bulat(_naik(90, -6)),
        _realisasi(_naik(90, -6), desimal=False),
    ),
    Pola(
        "waktu-penyelesaian",
        "Waktu rata-rata penyelesaian permohonan {}",
        ("satuan: hari", "arah: turun", "rumus_capaian: turun_rasio", "kondisi_awal: 12.50"),
        _desimal(_naik(1150, -80)),
        _realisasi(_naik(1150, -80), desimal=True),
    ),
    Pola(
        "serapan-anggaran",
        "Persentase serapan anggaran {}",
        ("satuan: persen", "arah: rentang", "rumus_capaian: rentang"),
        _tetap("{bawah: 92.00, atas: 98.00}"),
        _hasil_serapan,
    ),
    Pola(
        "predikat-kearsipan",
        "Predikat pengawasan kearsipan {}",
        ("satuan: predikat", "arah: status", "rumus_capaian: status", "skala: kearsipan"),
        _tetap("{predikat: BB}"),
        lambda tempat: (f"realisasi: {{predikat: {'BB' if tempat.geser > 0 else 'B'}}}",),
    ),
    Pola(
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
        _bulat(_naik(130, 5)),
        _hasil_triwulan,
    ),
    Pola(
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
        _desimal(_naik(225, 6)),
        _hasil_rasio,
    ),
    Pola(
        "tindak-lanjut-temuan",
        "Persentase temuan pemeriksaan {} yang ditindaklanjuti",
        (
            *_PERSEN,
            "formula: {teks: Temuan selesai / temuan × 100%, rumus: selesai / temuan * 100, "
            "variabel: {selesai: temuan yang selesai, temuan: semua temuan}}",
        ),
        _desimal(_naik(7000, 300)),
        _hasil_tindak_lanjut,
    ),
    Pola(
        "sarana-baik",
        "Persentase sarana {} dalam kondisi baik",
        (*_PERSEN, "akumulasi: posisi", "kondisi_awal: 55.00", "standar_nasional: 80"),
        _desimal(_naik(6000, 200)),
        _realisasi(_naik(6000, 200), desimal=True),
    ),
    Pola(
        "kehadiran-pegawai",
        "Tingkat kehadiran pegawai bidang {}",
        ("satuan: '%'", "arah: naik", "rumus_capaian: naik"),
        _desimal(_naik(9400, 20)),
        _hasil_kehadiran,
    ),
    Pola(
        "kelompok-binaan",
        "Jumlah kelompok binaan {} yang mandiri",
        ("satuan: kelompok", "arah: naik", "rumus_capaian: naik", "disimpulkan: [rumus_capaian]"),
        _bulat(_naik(40, 4)),
        _realisasi(_naik(40, 4), desimal=False),
    ),
)
