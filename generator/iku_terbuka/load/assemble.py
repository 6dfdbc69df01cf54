"""Valid files → the tree of the Laporan. Where a file is missing, its folder gives the name."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from iku_terbuka.load.files import DataFiles, InstansiFiles, ValidFile, dated_decrees
from iku_terbuka.model.definisi import Sasaran
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.fields import Periode
from iku_terbuka.model.hasil import Hasil
from iku_terbuka.model.iku import DasarHukum, Iku
from iku_terbuka.model.keputusan import Agreement, IkuFile, Lokasi, Penetapan
from iku_terbuka.model.laporan import Indikator, Instansi, Laporan, Pemda
from iku_terbuka.model.pemda import JenisPemda, ProfilPemda
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja

# What stands in the place of a sasaran that an agreement does not print.
NO_SASARAN = "Tidak disebut dalam perjanjian"


def assemble(data: DataFiles) -> Laporan:
    """Assemble the Laporan from what is valid."""
    return Laporan(
        tuple(_pemda(file) for file in data.pemda),
        MappingProxyType({skala_id: file.content for skala_id, file in data.skala.items() if file}),
    )


def _pemda(files: InstansiFiles) -> Pemda:
    dokumen = MappingProxyType({file.stem: file.content for file in files.dokumen})
    if files.profil is None:
        unknown = ProfilPemda(nama=files.folder.id, jenis=JenisPemda.KABUPATEN)
        return Pemda(unknown, _instansi(files, dokumen), Lokasi(files.folder.shown), dokumen)
    profil, name = files.profil.content, files.profil.document.file
    return Pemda(profil, _instansi(files, dokumen, profil.nama), Lokasi(name), dokumen)


def _instansi(
    files: InstansiFiles, dokumen: Mapping[str, DokumenHukum], nama: str | None = None
) -> Instansi:
    decrees = tuple(
        (
            file,
            IkuFile(
                file.content,
                Lokasi(file.document.file),
                sejak,
                dokumen.get(file.content.dokumen_ref or ""),
            ),
        )
        for file, sejak in dated_decrees(files.iku)
    )
    register = files.daftar_dokumen.content.dokumen if files.daftar_dokumen else ()
    return Instansi(
        id=files.folder.id,
        nama=nama or (decrees[-1][1].iku.instansi if decrees else files.folder.id),
        iku=tuple(keputusan for _, keputusan in decrees),
        capaian=MappingProxyType({file.content.tahun: file.content for file in files.capaian}),
        indikator=_indikator(files, decrees),
        anak=tuple(_instansi(anak, dokumen) for anak in files.anak),
        perjanjian_kinerja=_agreements(files),
        evaluasi=MappingProxyType({file.content.tahun: file.content for file in files.evaluasi}),
        daftar_dokumen=register,
    )


def _indikator(
    files: InstansiFiles, decrees: Sequence[tuple[ValidFile[Iku], IkuFile]]
) -> tuple[Indikator, ...]:
    """Join what the decrees and the years say about each id; the newest decree sets the order."""
    penetapan: dict[str, list[Penetapan]] = {}
    for file, keputusan in reversed(decrees):
        for row in file.content.rows:
            lokasi = Lokasi(file.document.file, file.document.mark(row.path).line, row.path)
            penetapan.setdefault(row.definisi.id, []).insert(
                0, Penetapan(keputusan, row.parent, row.definisi, lokasi)
            )
    for own in _only_agreed(files):
        penetapan.setdefault(own.definisi.id, []).append(own)
    hasil: dict[str, dict[int, Hasil]] = {}
    lokasi_hasil: dict[str, dict[int, Lokasi]] = {}
    for year in sorted(files.capaian, key=lambda file: file.content.tahun):
        for indikator_id, result in year.content.capaian.items():
            keys = ("capaian", indikator_id)
            line = year.document.mark(keys, key=True).line
            hasil.setdefault(indikator_id, {})[year.content.tahun] = result
            lokasi_hasil.setdefault(indikator_id, {})[year.content.tahun] = Lokasi(
                year.document.file, line, keys
            )
    status_data = MappingProxyType(
        {file.content.tahun: file.content.status for file in files.capaian if file.content.status}
    )
    perjanjian = _agreements(files)
    return tuple(
        Indikator(
            indikator_id,
            files.folder.id,
            tuple(sorted(decreed, key=lambda each: each.keputusan.sejak or 0)),
            MappingProxyType(hasil.get(indikator_id, {})),
            MappingProxyType(lokasi_hasil.get(indikator_id, {})),
            status_data,
            tuple(keputusan for _, keputusan in decrees),
            perjanjian=MappingProxyType(
                {tahun: Agreement(indikator_id, each) for tahun, each in perjanjian.items()}
            ),
        )
        for indikator_id, decreed in penetapan.items()
    )


def _agreements(files: InstansiFiles) -> Mapping[int, PerjanjianKinerja]:
    return MappingProxyType({file.content.tahun: file.content for file in files.perjanjian_kinerja})


def _only_agreed(files: InstansiFiles) -> Iterator[Penetapan]:
    """Yield the indicators that only an agreement has; for its year it stands for a decree."""
    for file in sorted(files.perjanjian_kinerja, key=lambda file: file.content.tahun):
        tahun = file.content.tahun
        iku = Iku.model_construct(
            instansi=files.folder.id,
            periode=Periode.model_construct(awal=tahun, akhir=tahun),
            dasar_hukum=(DasarHukum.model_construct(jenis=f"Perjanjian Kinerja {tahun}"),),
        )
        keputusan = IkuFile(iku, Lokasi(file.document.file), tahun, perjanjian=tahun)
        for i, definisi in enumerate(file.content.indikator):
            path = ("indikator", i)
            lokasi = Lokasi(file.document.file, file.document.mark(path).line, path)
            sasaran = Sasaran.model_construct(nama=definisi.sasaran or NO_SASARAN)
            yield Penetapan(keputusan, sasaran, definisi, lokasi)
