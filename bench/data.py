"""A fictional Kabupaten Contoh of any size: the YAML files of a tree without a single problem.

Everything follows from indices, so the same size gives the same bytes. Every kind of rule, target
and result occurs: components, ranges, grades, scales, two decrees one after the other.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from bench.patterns import FIRST, LAST, PATTERNS, Pattern, Position

# A day on which the last year is not yet over.
ACUAN = date(2025, 6, 30)
PEMDA = "kabupaten-contoh"
HEAD = "# Data contoh: semua nama dan angka rekaan.\n"

URUSAN = (
    *("pendidikan", "kesehatan", "pekerjaan umum", "perumahan rakyat", "ketenteraman umum"),
    *("sosial", "tenaga kerja", "pemberdayaan perempuan", "pangan", "pertanahan"),
    *("lingkungan hidup", "kependudukan", "pemberdayaan desa", "perhubungan", "komunikasi"),
    *("koperasi", "penanaman modal", "kepemudaan", "kebudayaan", "perpustakaan"),
)
PARTS = ("Sekretariat", "Bidang Pelayanan", "Bidang Pengendalian")

_SKALA = {
    "ipp": """\
nama: Predikat indeks pelayanan (rekaan)
jenis: nilai
sumber: Pedoman rekaan
kepastian: belum_dipastikan
terendah: 0
tertinggi: 5
pembulatan: 0.01
kelas:
  - {predikat: D, mulai: 0, sampai: 2.00}
  - {predikat: C, mulai: 2.01, sampai: 3.00}
  - {predikat: B, mulai: 3.01, sampai: 4.00}
  - {predikat: A, mulai: 4.01, sampai: 5.00}
""",
    "sakip": """\
nama: Predikat akuntabilitas (rekaan)
jenis: nilai
sumber: Pedoman rekaan
kepastian: belum_dipastikan
terendah: 0
tertinggi: 100
kelas:
  - {predikat: C, mulai: 0, sampai: 50}
  - {predikat: B, di_atas: 50, sampai: 70}
  - {predikat: A, di_atas: 70, sampai: 100}
""",
    "kearsipan": """\
nama: Predikat pengawasan kearsipan (rekaan)
jenis: nilai
sumber: Pedoman rekaan
kepastian: belum_dipastikan
kelas:
  - {predikat: C}
  - {predikat: B}
  - {predikat: BB}
  - {predikat: A}
""",
    "kategori": """\
nama: Kategori capaian (rekaan)
jenis: capaian
sumber: Pedoman rekaan
kepastian: belum_dipastikan
kelas:
  - {predikat: Rendah, di_bawah: 66}
  - {predikat: Sedang, mulai: 66, di_bawah: 91}
  - {predikat: Tinggi, mulai: 91}
""",
}


def _unit(k: int) -> tuple[str, str, str]:
    """Return the urusan of instansi number ``k``, which dinas of it, and which part of that."""
    dinas, part = divmod(k, len(PARTS) + 1)
    nth, urusan = divmod(dinas, len(URUSAN))
    return URUSAN[urusan], str(nth + 1) if nth else "", PARTS[part - 1] if part else ""


def folder(k: int) -> str:
    """Return the folder of instansi number ``k``: a dinas, then its three parts."""
    urusan, nth, part = _unit(k)
    names = f"dinas {urusan} {nth}".strip(), part
    return "/".join([PEMDA, *(name.lower().replace(" ", "-") for name in names if name)])


def _name(k: int) -> str:
    urusan, nth, part = _unit(k)
    wilayah = f"Wilayah {nth}" if nth else ""
    return " ".join(f"{part} Dinas {urusan.title()} Contoh {wilayah}".split())


def has_two_decrees(k: int) -> bool:
    """Tell whether an older decree of instansi number ``k`` is kept beside the newer one."""
    return k % 20 == 0


def data(count: int) -> Mapping[str, str]:
    """Return the files of ``count`` indicators: path below ``indicators/`` → text."""
    files = {f"skala/{name}.yaml": HEAD + text for name, text in _SKALA.items()}
    files[f"{PEMDA}/pemda.yaml"] = (
        f"{HEAD}nama: Kabupaten Contoh\njenis: kabupaten\nprovinsi: Provinsi Rekaan\n"
        'kode_wilayah: "99.99"\ncontoh: true\nskala_capaian: kategori\nbatas_capaian: 120\n'
    )
    for k in range(-(-count // len(PATTERNS))):
        patterns = PATTERNS[: count - k * len(PATTERNS)]
        here = folder(k)
        if has_two_decrees(k):
            files[f"{here}/iku/{FIRST - 5}.yaml"] = _iku(k, patterns, FIRST - 5, FIRST - 1)
        name = f"iku/{FIRST}.yaml" if has_two_decrees(k) else "iku.yaml"
        files[f"{here}/{name}"] = _iku(k, patterns, FIRST, LAST)
        for tahun in range(FIRST - 5 if has_two_decrees(k) else FIRST, LAST):
            files[f"{here}/capaian/{tahun}.yaml"] = _results(k, patterns, tahun)
    return files


def _iku(k: int, patterns: tuple[Pattern, ...], first: int, last: int) -> str:
    nama, urusan = _name(k), _unit(k)[0]
    lines = [
        f"instansi: {nama}",
        f"periode: {{awal: {first}, akhir: {last}}}",
        "dasar_hukum:",
        f"  - jenis: Keputusan Kepala {nama}",
        f"    nomor: 000/{k + 1}/Rekaan/{first}",
        f"    tentang: Indikator Kinerja Utama {nama} Tahun {first}-{last}",
        f"    tanggal: {first}-02-{k % 28 + 1:02d}",
        f"tugas: Melaksanakan urusan pemerintahan bidang {urusan}",
        "fungsi:",
        f"  - Perumusan kebijakan bidang {urusan}",
        f"  - Pelaksanaan dan pengawasan layanan {urusan}",
        "sasaran:",
    ]
    for j, pattern in enumerate(patterns):
        if j % 5 == 0:
            goals = ("layanan", "tata kelola", "sumber daya")
            lines += [
                f"  - nama: Meningkatnya mutu {goals[j // 5 % 3]} {urusan}",
                f"    nomor: {j // 5 + 1}",
                "    indikator:",
            ]
        lines += _indikator(k, j, pattern, range(first, last + 1))
    return HEAD + "\n".join(lines) + "\n"


def _indikator(k: int, j: int, pattern: Pattern, years: range) -> Iterator[str]:
    urusan = _unit(k)[0]
    nama = pattern.nama.format(urusan)
    yield f"      - id: {pattern.id}"
    body = [
        f"nama: {nama}",
        *pattern.lines,
        f"makna: {nama} memperlihatkan seberapa baik warga dilayani dari tahun ke tahun.",
        "alasan: Ukuran ini dapat dihitung setiap tahun dari catatan instansi sendiri.",
        "target:",
        *(f"  {tahun}: {pattern.target(Position(k, j, tahun))}" for tahun in years),
        f"target_akhir: {pattern.target(Position(k, j, years[-1]))}",
        f"sumber_data: [Catatan layanan {urusan}, Laporan tahunan rekaan]",
        f"penanggung_jawab: [Subbagian Rekaan {j % 3 + 1}]",
    ]
    yield from (f"        {line}" for line in body)


def _results(k: int, patterns: tuple[Pattern, ...], tahun: int) -> str:
    nama = _name(k)
    lines = [f"tahun: {tahun}", "status: final", "capaian:"]
    for j, pattern in enumerate(patterns):
        lines.append(f"  {pattern.id}:")
        body = [
            *pattern.result(Position(k, j, tahun)),
            f"sumber: {{judul: LKjIP {nama} {tahun} (rekaan), "
            f"tautan: https://contoh.example/lkjip/{tahun}/{k + 1}.pdf, halaman: {20 + j}}}",
        ]
        if j % 3 == 0:
            body += [
                "faktor_pendukung: [Petugas sudah dilatih, Permohonan dapat diajukan dari rumah]",
                "faktor_penghambat: [Jaringan di beberapa desa belum stabil]",
                "tindak_lanjut: Menambah loket keliling pada tahun berikutnya.",
            ]
        lines += [f"    {line}" for line in body]
    return HEAD + "\n".join(lines) + "\n"
