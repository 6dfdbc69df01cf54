"""A fictional Kabupaten Contoh of any size: the YAML files of a tree without a single problem.

Everything follows from indices, so the same size gives the same bytes. Every kind of rule, target
and result occurs: components, ranges, grades, scales, two decrees one after the other.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from bench.pola import AKHIR, AWAL, POLA, Pola, Tempat

# A day on which the last year is not yet over.
ACUAN = date(2025, 6, 30)
PEMDA = "kabupaten-contoh"
KEPALA = "# Data contoh: semua nama dan angka rekaan.\n"

URUSAN = (
    *("pendidikan", "kesehatan", "pekerjaan umum", "perumahan rakyat", "ketenteraman umum"),
    *("sosial", "tenaga kerja", "pemberdayaan perempuan", "pangan", "pertanahan"),
    *("lingkungan hidup", "kependudukan", "pemberdayaan desa", "perhubungan", "komunikasi"),
    *("koperasi", "penanaman modal", "kepemudaan", "kebudayaan", "perpustakaan"),
)
BAGIAN = ("Sekretariat", "Bidang Pelayanan", "Bidang Pengendalian")

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


def _letak(k: int) -> tuple[str, str, str]:
    """Return the urusan of instansi number ``k``, which dinas of it, and which part of that."""
    dinas, bagian = divmod(k, len(BAGIAN) + 1)
    lain, urusan = divmod(dinas, len(URUSAN))
    return URUSAN[urusan], str(lain + 1) if lain else "", BAGIAN[bagian - 1] if bagian else ""


def folder(k: int) -> str:
    """Return the folder of instansi number ``k``: a dinas, then its three parts."""
    urusan, lain, bagian = _letak(k)
    name = f"dinas {urusan} {lain}".strip()
    parts = [part.lower().replace(" ", "-") for part in (name, bagian) if part]
    return "/".join([PEMDA, *parts])


def _nama(k: int) -> str:
    urusan, lain, bagian = _letak(k)
    wilayah = f"Wilayah {lain}" if lain else ""
    return " ".join(f"{bagian} Dinas {urusan.title()} Contoh {wilayah}".split())


def dua_keputusan(k: int) -> bool:
    """Tell whether an older decree of instansi number ``k`` is kept beside the newer one."""
    return k % 20 == 0


def data(banyak: int) -> Mapping[str, str]:
    """Return the files of ``banyak`` indicators: path below ``indicators/`` → text."""
    files = {f"skala/{name}.yaml": KEPALA + text for name, text in _SKALA.items()}
    files[f"{PEMDA}/pemda.yaml"] = (
        f"{KEPALA}nama: Kabupaten Contoh\njenis: kabupaten\nprovinsi: Provinsi Rekaan\n"
        'kode_wilayah: "99.99"\ncontoh: true\nskala_capaian: kategori\nbatas_capaian: 120\n'
    )
    for k in range(-(-banyak // len(POLA))):
        pola = POLA[: banyak - k * len(POLA)]
        here = folder(k)
        if dua_keputusan(k):
            files[f"{here}/iku/{AWAL - 5}.yaml"] = _iku(k, pola, AWAL - 5, AWAL - 1)
        name = f"iku/{AWAL}.yaml" if dua_keputusan(k) else "iku.yaml"
        files[f"{here}/{name}"] = _iku(k, pola, AWAL, AKHIR)
        for tahun in range(AWAL - 5 if dua_keputusan(k) else AWAL, AKHIR):
            files[f"{here}/capaian/{tahun}.yaml"] = _capaian(k, pola, tahun)
    return files


def _iku(k: int, pola: tuple[Pola, ...], awal: int, akhir: int) -> str:
    nama, urusan = _nama(k), _letak(k)[0]
    lines = [
        f"instansi: {nama}",
        f"periode: {{awal: {awal}, akhir: {akhir}}}",
        "dasar_hukum:",
        f"  - jenis: Keputusan Kepala {nama}",
        f"    nomor: 000/{k + 1}/Rekaan/{awal}",
        f"    tentang: Indikator Kinerja Utama {nama} Tahun {awal}-{akhir}",
        f"    tanggal: {awal}-02-{k % 28 + 1:02d}",
        f"tugas: Melaksanakan urusan pemerintahan bidang {urusan}",
        "fungsi:",
        f"  - Perumusan kebijakan bidang {urusan}",
        f"  - Pelaksanaan dan pengawasan layanan {urusan}",
        "sasaran:",
    ]
    for j, satu in enumerate(pola):
        if j % 5 == 0:
            goals = ("layanan", "tata kelola", "sumber daya")
            lines += [
                f"  - nama: Meningkatnya mutu {goals[j // 5 % 3]} {urusan}",
                f"    nomor: {j // 5 + 1}",
                "    indikator:",
            ]
        lines += _indikator(k, j, satu, range(awal, akhir + 1))
    return KEPALA + "\n".join(lines) + "\n"


def _indikator(k: int, j: int, pola: Pola, periode: range) -> Iterator[str]:
    urusan = _letak(k)[0]
    nama = pola.nama.format(urusan)
    yield f"      - id: {pola.id}"
    body = [
        f"nama: {nama}",
        *pola.baris,
        f"makna: {nama} memperlihatkan seberapa baik warga dilayani dari tahun ke tahun.",
        "alasan: Ukuran ini dapat dihitung setiap tahun dari catatan instansi sendiri.",
        "target:",
        *(f"  {tahun}: {pola.target(Tempat(k, j, tahun))}" for tahun in periode),
        f"target_akhir: {pola.target(Tempat(k, j, periode[-1]))}",
        f"sumber_data: [Catatan layanan {urusan}, Laporan tahunan rekaan]",
        f"penanggung_jawab: [Subbagian Rekaan {j % 3 + 1}]",
    ]
    yield from (f"        {line}" for line in body)


def _capaian(k: int, pola: tuple[Pola, ...], tahun: int) -> str:
    nama = _nama(k)
    lines = [f"tahun: {tahun}", "status: final", "capaian:"]
    for j, satu in enumerate(pola):
        lines.append(f"  {satu.id}:")
        body = [
            *satu.hasil(Tempat(k, j, tahun)),
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
    return KEPALA + "\n".join(lines) + "\n"
