"""Skeletons of data files: commented YAML that is valid as it stands. Nothing is written here."""

import textwrap
from collections.abc import Iterator

from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.model.bagian_tahun import IsiTargetTahun, PembagianTahun
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.pemda import JenisPemda
from iku_terbuka.model.schema import schema_line
from iku_terbuka.source.visible import printable_line

MAX_LINE = 100
# Above the examples of a file that somebody fills in.
HOW_TO_USE = """\
# Baris yang diawali tanda pagar belum dipakai. Untuk memakainya, hapus tanda pagar dan satu spasi
# sesudahnya, lalu ganti isinya."""
_LOWER_CASE = frozenset({"dan", "dari", "di", "ke", "pada", "serta", "untuk"})


def comment_lines(text: str, mark: str = "# ") -> str:
    """Return ``text`` as lines after ``mark``, at most ``MAX_LINE`` long, without a last newline.

    Whatever could end the comment or hide in it (line breaks of any kind, control characters) is
    replaced, so that a name cannot become a key.
    """
    visible = printable_line(text)
    if len(mark) + len(visible) <= MAX_LINE:
        return mark + visible
    return textwrap.fill(
        visible,
        width=MAX_LINE,
        initial_indent=mark,
        subsequent_indent=mark,
        break_long_words=False,
        break_on_hyphens=False,
    )


def name_from_folder(folder: str) -> str:
    """Guess a name from the last part of a folder: ``dinas-cipta-karya-dan-tata-ruang``."""
    words = folder.rpartition("/")[2].split("-")
    return " ".join(
        word if place and word in _LOWER_CASE else word.capitalize()
        for place, word in enumerate(words)
    )


def jenis_from_folder(pemda_id: str) -> JenisPemda:
    """Guess the kind of a Pemda from its folder; a kabupaten where that does not tell."""
    first = pemda_id.partition("-")[0]
    return JenisPemda(first) if first in set(JenisPemda) else JenisPemda.KABUPATEN


def capaian_file(instansi_id: str, tahun: int) -> str:
    """Return where the results of a year lie, below the folder of the data."""
    return f"{instansi_id}/capaian/{tahun}.yaml"


def indikator_in_force(instansi: Instansi, tahun: int) -> tuple[Indikator, ...]:
    """Return the indicators that a decree in force in ``tahun`` has, in its order."""
    known = {indikator.id: indikator for indikator in instansi.indikator}
    found = []
    for decree in instansi.iku:
        for row in decree.iku.rows:
            indikator = known[row.definisi.id]
            penetapan = None if indikator.pengganti(tahun) else indikator.berlaku(tahun)
            if penetapan and penetapan.iku is decree.iku:
                found.append(indikator)
    agreed = (each for each in instansi.indikator if each not in found and each.target_pk(tahun))
    return (*found, *agreed)


def capaian_skeleton(
    instansi: Instansi, tahun: int, pembagian: PembagianTahun | None = None
) -> str:
    """Return the text of the results of ``tahun``: empty, so everything is not reported yet.

    With ``pembagian`` it has places for the parts of the year; an indicator whose targets divide
    the year in another way keeps that one, and a school year is not divided.
    """
    in_force = indikator_in_force(instansi, tahun)
    example = f'{{judul: LKjIP {tahun}, tautan: "https://…", halaman: 12}}'
    lines = [
        schema_line("capaian", capaian_file(instansi.id, tahun)),
        comment_lines(f"Hasil tahun {tahun}: {instansi.nama}."),
        "# Isi di belakang titik dua. Angka memakai titik desimal (82.5), tanpa titik ribuan dan",
        "# tanpa satuan. Yang belum ada dibiarkan kosong; situs menyebutnya belum dilaporkan.",
        f"# Sumber ditulis begini: {example}",
        "# Kalau memang tidak diukur, ganti baris realisasi dengan keadaan: tidak_diukur; kalau",
        "# tidak berlaku tahun itu, dengan keadaan: tidak_berlaku.",
        f"tahun: {tahun}",
        "# Ganti dengan final bila angkanya tidak akan berubah lagi.",
        "status: sementara",
        "capaian:" if in_force else "capaian: {}",
        *(line for indikator in in_force for line in _entry(indikator, tahun, pembagian)),
    ]
    return "\n".join(lines) + "\n"


def _entry(indikator: Indikator, tahun: int, pembagian: PembagianTahun | None) -> Iterator[str]:
    penetapan = indikator.berlaku(tahun)
    assert penetapan is not None  # chosen by indikator_in_force
    definisi = penetapan.definisi
    target = indikator.target_pk(tahun) or definisi.target.get(tahun)
    year = indikator.year(tahun)
    said = f"Target {year}: {target_text(target)}" if target else f"Tanpa target {year}"
    yield ""
    yield comment_lines(definisi.nama, "  # ")
    yield comment_lines(f"Satuan: {definisi.satuan or 'tidak disebut'}. {said}", "  # ")
    yield f"  {indikator.id}:"
    is_grade = (definisi.satuan or "").lower() == "predikat"
    if is_grade or (target and target.predikat and target.nilai is None):
        yield "    # Predikat ditulis begini, realisasi: {predikat: …}"
    if target and target.tanggal:
        yield f"    # Tanggal ditulis begini, realisasi: {{tanggal: {target.tanggal}}}"
    yield "    realisasi:"
    if definisi.formula and definisi.formula.rumus:
        yield "    # Atau, sebagai ganti realisasi, isi komponen rumusnya:"
        yield "    # variabel:"
        for name, arti in definisi.formula.variabel.items():
            yield comment_lines(arti, "    #   # ")
            yield f"    #   {name}:"
    yield "    sumber:"
    if pembagian and not definisi.tahun_ajaran:
        yield from _parts(target, pembagian)


def _parts(target: IsiTargetTahun | None, pembagian: PembagianTahun) -> Iterator[str]:
    """Yield an empty place for each part of the year, with its target."""
    goals = target.bagian if target else {}
    jenis = next(iter(goals), pembagian)
    yield f"    {jenis}:"
    for nomor in range(1, jenis.banyak + 1):
        goal = goals.get(jenis, {}).get(nomor)
        if goal:
            yield comment_lines(f"Target: {target_text(goal)}", "      # ")
        yield from (f"      {nomor}:", "        realisasi:", "        sumber:")


def target_text(nilai: IsiNilai) -> str:
    """Return a target as one would type it, so that the result is typed alike."""
    if nilai.tanggal:
        return f"paling lambat {nilai.tanggal}"
    if nilai.rentang:
        text = f"{nilai.bawah} sampai {nilai.atas}"
    else:
        text = "" if nilai.nilai is None else str(nilai.nilai)
    if nilai.predikat:
        return f"{text} (predikat {nilai.predikat})" if text else f"predikat {nilai.predikat}"
    return text


def iku_skeleton(instansi_id: str) -> str:
    """Return the text of ``<instansi_id>/iku.yaml``; the name is guessed from the folder."""
    return f"""\
{schema_line("iku", f"{instansi_id}/iku.yaml")}
# Indikator Kinerja Utama satu instansi, disalin dari satu keputusan. Nama di bawah ditebak dari
# nama folder: periksa dahulu.
{HOW_TO_USE} Yang tidak tercetak di keputusan tidak perlu diisi.
# Angka memakai titik desimal (82.5), tanpa titik ribuan dan tanpa satuan.
instansi: {name_from_folder(instansi_id)}

# Tahun pertama dan tahun terakhir berlakunya keputusan.
# periode: {{awal: 2025, akhir: 2029}}

# Keputusan yang menetapkan indikator ini. Tanggal boleh 2025-01-31, 2025-01, atau 2025.
# dasar_hukum:
#   - jenis: Keputusan Kepala Dinas Contoh
#     nomor: 000/Contoh/2025
#     tentang: Indikator Kinerja Utama Dinas Contoh Tahun 2025-2029
#     tanggal: 2025-01-31

# Tugas dan fungsi instansi.
# tugas: Membantu Bupati melaksanakan urusan contoh
# fungsi:
#   - Perumusan kebijakan
#   - Pelaksanaan kebijakan

# Tiap sasaran memuat indikator yang mengukurnya.
# sasaran:
#   - nama: Meningkatnya kualitas pelayanan publik
#     indikator:
#       # Tanda pengenal memakai huruf kecil, angka, dan tanda hubung; sekali dipakai tidak diubah.
#       - id: persentase-aduan-selesai
#         nama: Persentase aduan yang selesai
#         satuan: persen
#         # Arah yang lebih baik, yaitu naik, turun, rentang, atau status.
#         arah: naik
#         # Aturan capaian, lihat halaman Metodologi. Tanpa ini capaian tidak dihitung.
#         rumus_capaian: naik
#         makna: Makin tinggi angkanya, makin banyak aduan warga yang selesai
#         formula: Aduan yang selesai dibagi aduan yang masuk, dikali 100%
#         target:
#           2025: 90
#           2026: 92.5
#         sumber_data: [Aplikasi pengaduan]
#         # Satuan kerja atau jabatan, bukan nama orang.
#         penanggung_jawab: [Bidang Pengaduan]
#         # Kunci di atas yang tidak tercetak di keputusan dan Anda isi sendiri.
#         disimpulkan: [arah, rumus_capaian]
"""


def pemda_skeleton(pemda_id: str) -> str:
    """Return the text of ``<pemda_id>/pemda.yaml``; name and kind are guessed from the folder."""
    return f"""\
{schema_line("pemda", f"{pemda_id}/pemda.yaml")}
# Profil pemerintah daerah. Nama dan jenis di bawah ditebak dari nama folder: periksa keduanya.
{HOW_TO_USE}
nama: {name_from_folder(pemda_id)}

# Pilihannya provinsi, kabupaten, atau kota.
jenis: {jenis_from_folder(pemda_id)}

# Provinsi tempat daerah ini berada.
# provinsi: Provinsi Contoh

# Kode wilayah Kemendagri, selalu dalam tanda kutip.
# kode_wilayah: "00.00"

# Tulis true hanya bila daerah ini sendiri yang menerbitkan situs. Tanpa itu setiap halaman
# menyebut dirinya salinan dari dokumen publik.
# resmi: true

# Alamat situs resmi daerah; tampil sebagai tautan di profilnya.
# situs: https://contoh.go.id

# Skala untuk kategori capaian: nama berkas di folder skala, tanpa .yaml.
# skala_capaian: permendagri-86-2017

# Batas atas capaian, dalam persen, saat dirata-ratakan.
# batas_capaian: 120
"""
