"""Valid files → the tree of the Laporan. Where a file is missing, its folder gives the name."""

from collections.abc import Sequence
from types import MappingProxyType

from iku_terbuka.load.files import DataFiles, InstansiFiles, ValidFile
from iku_terbuka.model.hasil import Hasil
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.laporan import (
    BerkasIku,
    Indikator,
    Instansi,
    Laporan,
    Lokasi,
    Pemda,
    Penetapan,
)
from iku_terbuka.model.pemda import JenisPemda, ProfilPemda


def assemble(bacaan: DataFiles) -> Laporan:
    """Assemble the Laporan from what is valid."""
    return Laporan(
        tuple(_pemda(satu) for satu in bacaan.pemda),
        MappingProxyType({skala_id: satu.isi for skala_id, satu in bacaan.skala.items() if satu}),
    )


def _pemda(terbaca: InstansiFiles) -> Pemda:
    if terbaca.profil is None:
        unknown = ProfilPemda(nama=terbaca.folder.id, jenis=JenisPemda.KABUPATEN)
        return Pemda(unknown, _instansi(terbaca), Lokasi(terbaca.folder.shown))
    profil, file = terbaca.profil.isi, terbaca.profil.document.file
    return Pemda(profil, _instansi(terbaca, profil.nama), Lokasi(file))


def _instansi(terbaca: InstansiFiles, nama: str | None = None) -> Instansi:
    decrees = sorted(terbaca.iku, key=_first_year)
    return Instansi(
        id=terbaca.folder.id,
        nama=nama or (decrees[-1].isi.instansi if decrees else terbaca.folder.id),
        iku=tuple(BerkasIku(satu.isi, Lokasi(satu.document.file)) for satu in decrees),
        capaian=MappingProxyType({satu.isi.tahun: satu.isi for satu in terbaca.capaian}),
        indikator=_indikator(terbaca, decrees),
        anak=tuple(_instansi(anak) for anak in terbaca.anak),
    )


def _first_year(berkas: ValidFile[Iku]) -> int:
    return berkas.isi.periode.awal if berkas.isi.periode else 0


def _indikator(terbaca: InstansiFiles, decrees: Sequence[ValidFile[Iku]]) -> tuple[Indikator, ...]:
    """Join what the decrees and the years say about each id; the newest decree sets the order."""
    penetapan: dict[str, list[Penetapan]] = {}
    for berkas in reversed(decrees):
        for i, sasaran in enumerate(berkas.isi.sasaran):
            for j, definisi in enumerate(sasaran.indikator):
                path = ("sasaran", i, "indikator", j)
                lokasi = Lokasi(berkas.document.file, berkas.document.mark(path).line, path)
                penetapan.setdefault(definisi.id, []).insert(
                    0, Penetapan(berkas.isi, sasaran, definisi, lokasi)
                )
    hasil: dict[str, dict[int, Hasil]] = {}
    lokasi_hasil: dict[str, dict[int, Lokasi]] = {}
    for tahunan in sorted(terbaca.capaian, key=lambda satu: satu.isi.tahun):
        for indikator_id, satu in tahunan.isi.capaian.items():
            keys = ("capaian", indikator_id)
            line = tahunan.document.mark(keys, key=True).line
            hasil.setdefault(indikator_id, {})[tahunan.isi.tahun] = satu
            lokasi_hasil.setdefault(indikator_id, {})[tahunan.isi.tahun] = Lokasi(
                tahunan.document.file, line, keys
            )
    status_data = MappingProxyType(
        {satu.isi.tahun: satu.isi.status for satu in terbaca.capaian if satu.isi.status}
    )
    return tuple(
        Indikator(
            indikator_id,
            terbaca.folder.id,
            tuple(semua),
            MappingProxyType(hasil.get(indikator_id, {})),
            MappingProxyType(lokasi_hasil.get(indikator_id, {})),
            status_data,
        )
        for indikator_id, semua in penetapan.items()
    )
