"""What a reader must know before using the figures, in words; the same beside every download."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.opendata.asal import sumber
from iku_terbuka.wording import daftar, tanggal_biasa


@dataclass(frozen=True)
class Catatan:
    """A heading with one or several paragraphs."""

    judul: str
    isi: tuple[str, ...]


_TETAP = (
    Catatan(
        "Kosong bukan nol",
        ("Sel kosong berarti tidak ada angka, bukan nol. Kolom keadaan menyebut sebabnya.",),
    ),
    Catatan(
        "Angka",
        (
            "Target dan realisasi ditulis dengan digit seperti di dokumen atau laporannya.",
            "Target berupa rentang ditulis dengan dua titik, misalnya 3.6..4.4.",
        ),
    ),
    Catatan(
        "Cara capaian dihitung",
        (
            "Capaian dihitung dari target dan realisasi menurut kolom rumus_capaian, lalu "
            "dibulatkan ke dua desimal, setengah ke atas. Tanpa aturan itu capaian dikosongkan.",
            "Realisasi yang dihitung dari komponennya dibulatkan ke dua desimal; capaiannya "
            "dihitung dari angka yang belum dibulatkan.",
            "Hasil suatu tahun dibandingkan dengan target dalam keputusan yang berlaku pada "
            "tahun itu.",
        ),
    ),
)


def catatan_data(context: Context, instansi: Sequence[Instansi]) -> tuple[Catatan, ...]:
    """Return the notes on the data of these instansi."""
    pemda = {satu.id: satu for satu in (context.pemda(punya.id) for punya in instansi)}
    notes = [
        Catatan("Asal data", tuple(_asal(tuple(pemda.values())))),
        *_TETAP,
        Catatan("Tanggal data", (_tanggal(context),)),
        Catatan("Sumber", tuple(_sumber(instansi))),
        Catatan("Lisensi", (lisensi_data(context),)),
    ]
    if context.site_url:
        address = context.site_url
        notes.append(Catatan("Situs", (f"{context.site_name}, {address}",)))
        notes.append(Catatan("Penjelasan lengkap", (f"{address}metodologi/", f"{address}data/")))
    if context.kontak:
        notes.append(Catatan("Pertanyaan", (context.kontak,)))
    return tuple(note for note in notes if note.isi)


def judul_data(context: Context, instansi: Sequence[Instansi]) -> str:
    """Say whose data it is: the instansi that holds all of these, else the site."""
    shared = posixpath.commonpath([satu.id for satu in instansi]) if instansi else ""
    whose = context.instansi.get(shared)
    if whose is None:
        return f"{context.site_name}: Indikator Kinerja Utama"
    return f"Indikator Kinerja Utama {context.full_name(whose)}"


def lisensi_data(context: Context) -> str:
    """Say under which licence the data is given."""
    licence = context.lisensi
    if licence is None:
        return "Lisensi data belum dinyatakan. Sebutkan sumbernya bila memakai data ini."
    return f"{licence.title} ({licence.spdx}), {licence.url}"


def _asal(pemda: Sequence[Pemda]) -> list[str]:
    """Say of each kind of Pemda which they are."""
    kinds = (
        (
            "Data {}: data contoh. Semua nama dan angkanya rekaan.",
            [satu.nama for satu in pemda if satu.profil.contoh],
        ),
        (
            "Data {}: salinan dari dokumen publik, bukan terbitan resmi daerah itu. Bila "
            "berbeda, dokumen aslinya yang berlaku.",
            [satu.nama for satu in pemda if not satu.profil.resmi and not satu.profil.contoh],
        ),
        (
            "Data {}: diterbitkan sendiri oleh daerah itu.",
            [satu.nama for satu in pemda if satu.profil.resmi and not satu.profil.contoh],
        ),
    )
    return [words.format(daftar(names)) for words, names in kinds if names]


def _tanggal(context: Context) -> str:
    if context.acuan is None:
        return "Tanggal keadaan data tidak diketahui."
    commit = f", komit {context.commit[:7]}" if context.commit else ""
    state = f"Keadaan data per {tanggal_biasa(context.acuan)}{commit}."
    return (
        f"{state} Tahun yang belum selesai disebut belum waktunya, atau berjalan bila sudah ada "
        "angka sementara."
    )


def _sumber(instansi: Sequence[Instansi]) -> list[str]:
    return [
        f"{satu.judul}, {satu.alamat}" if satu.alamat else satu.judul for satu in sumber(instansi)
    ]
