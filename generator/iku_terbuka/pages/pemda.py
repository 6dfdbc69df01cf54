"""The page of one Pemda: its organisation as a tree, with who reported what and when."""

from iku_terbuka.context import Context, full_name
from iku_terbuka.model import Pemda, ProfilPemda
from iku_terbuka.output import OutputFile
from iku_terbuka.pages.bagian import (
    Fakta,
    remah,
    satu,
    tahun_bertarget,
    tanda,
    tautan_tahun,
    unduhan,
)
from iku_terbuka.pages.daftar import bagian_daftar
from iku_terbuka.pages.hitungan import bagian_ringkasan
from iku_terbuka.pages.instansi import catatan_iku, profil_instansi
from iku_terbuka.pages.muka import bagian_muka
from iku_terbuka.pages.organisasi import bagian_organisasi, pohon_organisasi
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import count_text, count_word, instansi_summary, years_text


def halaman_pemda(context: Context, pemda: Pemda) -> OutputFile:
    """Return the page of ``pemda``; its own IKU, if any, stand on the same page."""
    instansi, profil = pemda.instansi, pemda.profil
    folder = context.folder(pemda.id)
    semua = tuple(instansi.all_indikator())
    pohon = pohon_organisasi(context, folder, instansi)
    counts = pohon.hitungan
    years = tuple(sorted({tahun for punya in semua for tahun in punya.tahun}))
    units = sum(1 for unit in instansi.descendants() if unit.indikator)
    text = render(
        "pemda.md.j2",
        nama=pemda.nama,
        remah=remah(context, folder, pemda.id),
        tanda=tanda(context, instansi),
        ringkasan=instansi_summary(_siapa(pemda), counts, tahun_bertarget(semua)),
        **bagian_ringkasan(context, semua, counts, f"di {count_text(units)} instansi"),
        **bagian_organisasi(context, folder, pohon, years),
        **bagian_daftar(context, instansi),
        tahun_sendiri=tautan_tahun(context, folder, instansi),
        profil=_profil(context, pemda, years),
        catatan=(
            *profil.catatan,
            *(catatan_iku(instansi.terbaru.iku) if instansi.terbaru else ()),
        ),
        lokasi=pemda.lokasi,
        ubah=context.edit_link(pemda.lokasi),
        lapor=context.report_link(pemda.nama, folder),
        unduhan=unduhan(context, folder, pemda.id),
        **bagian_muka(context, folder),
    )
    return OutputFile(f"{folder}/index.md".lstrip("/"), text, pemda.lokasi)


def _siapa(pemda: Pemda) -> str:
    """Say who made the promises: the Pemda only where it has an IKU of its own."""
    units = [unit for unit in pemda.instansi.descendants() if unit.indikator]
    if pemda.instansi.indikator or not units:
        return pemda.nama
    if len(units) == 1:
        return full_name(units[0], pemda)
    count = count_word(len(units))
    # A sentence does not begin with digits.
    first = f"Sebanyak {count}" if count[0].isdigit() else count.capitalize()
    return f"{first} instansi di {pemda.nama}"


def _profil(context: Context, pemda: Pemda, years: tuple[int, ...]) -> tuple[Fakta, ...]:
    profil, terbaru = pemda.profil, pemda.instansi.terbaru
    own = profil_instansi(context, pemda.instansi, terbaru.iku) if terbaru else ()
    return (
        Fakta("Provinsi", satu(profil.provinsi)),
        Fakta("Kode wilayah", satu(profil.kode_wilayah)),
        Fakta(
            "Tahun target",
            (years_text(years),) if years else (),
            kosong="Belum ada target tahunan yang dimuat",
        ),
        Fakta(
            "Status data",
            (_status_data(profil),),
        ),
        *own,
    )


def _status_data(profil: ProfilPemda) -> str:
    if profil.contoh:
        return "Data contoh; semua nama dan angka rekaan"
    if profil.resmi:
        return "Diterbitkan sendiri oleh daerah ini"
    return "Salinan dari dokumen publik"
