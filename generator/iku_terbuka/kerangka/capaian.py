"""A new ``capaian/<tahun>.yaml``, with every indicator in force and room for its result."""

from collections.abc import Iterator

from iku_terbuka.kerangka.komentar import komentar
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.model.iku import IsiNilai
from iku_terbuka.skema import baris_skema


def berkas_capaian(instansi_id: str, tahun: int) -> str:
    """Return where the results of a year lie, below the folder of the data."""
    return f"{instansi_id}/capaian/{tahun}.yaml"


def indikator_berlaku(instansi: Instansi, tahun: int) -> tuple[Indikator, ...]:
    """Return the indicators that a decree in force in ``tahun`` has, in its order."""
    known = {satu.id: satu for satu in instansi.indikator}
    found = []
    for berkas in instansi.iku:
        for sasaran in berkas.iku.sasaran:
            for definisi in sasaran.indikator:
                penetapan = known[definisi.id].berlaku(tahun)
                if penetapan and penetapan.iku is berkas.iku:
                    found.append(known[definisi.id])
    return tuple(found)


def kerangka_capaian(instansi: Instansi, tahun: int) -> str:
    """Return the text of the results of ``tahun``: empty, so everything is not reported yet."""
    berlaku = indikator_berlaku(instansi, tahun)
    contoh = f'{{judul: LKjIP {tahun}, tautan: "https://…", halaman: 12}}'
    lines = [
        baris_skema("capaian", berkas_capaian(instansi.id, tahun)),
        komentar(f"Hasil tahun {tahun}: {instansi.nama}."),
        "# Isi di belakang titik dua. Angka memakai titik desimal (82.5), tanpa titik ribuan dan",
        "# tanpa satuan. Yang belum ada dibiarkan kosong; situs menyebutnya belum dilaporkan.",
        f"# Sumber ditulis begini: {contoh}",
        "# Kalau memang tidak diukur, ganti baris realisasi dengan keadaan: tidak_diukur; kalau",
        "# tidak berlaku tahun itu, dengan keadaan: tidak_berlaku.",
        f"tahun: {tahun}",
        "# Ganti dengan final bila angkanya tidak akan berubah lagi.",
        "status: sementara",
        "capaian:" if berlaku else "capaian: {}",
        *(line for satu in berlaku for line in _butir(satu, tahun)),
    ]
    return "\n".join(lines) + "\n"


def _butir(indikator: Indikator, tahun: int) -> Iterator[str]:
    penetapan = indikator.berlaku(tahun)
    assert penetapan is not None  # chosen by indikator_berlaku
    definisi = penetapan.definisi
    target = definisi.target.get(tahun)
    said = f"Target {tahun}: {_target(target)}" if target else f"Tanpa target {tahun}"
    yield ""
    yield komentar(definisi.nama, "  # ")
    yield komentar(f"Satuan: {definisi.satuan or 'tidak disebut'}. {said}", "  # ")
    yield f"  {indikator.id}:"
    is_grade = (definisi.satuan or "").lower() == "predikat"
    if is_grade or (target and target.predikat and target.nilai is None):
        yield "    # Predikat ditulis begini, realisasi: {predikat: …}"
    yield "    realisasi:"
    if definisi.formula and definisi.formula.rumus:
        yield "    # Atau, sebagai ganti realisasi, isi komponen rumusnya:"
        yield "    # variabel:"
        for name, arti in definisi.formula.variabel.items():
            yield komentar(arti, "    #   # ")
            yield f"    #   {name}:"
    yield "    sumber:"


def _target(nilai: IsiNilai) -> str:
    """Return a target as one would type it, so that the result is typed alike."""
    if nilai.rentang:
        text = f"{nilai.bawah} sampai {nilai.atas}"
    else:
        text = "" if nilai.nilai is None else str(nilai.nilai)
    if nilai.predikat:
        return f"{text} (predikat {nilai.predikat})" if text else f"predikat {nilai.predikat}"
    return text
