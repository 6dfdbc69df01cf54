"""The columns of ``capaian.csv``: name, type, meaning. Everything that lists them reads this."""

from dataclasses import dataclass
from enum import StrEnum

from iku_terbuka.capaian import Status
from iku_terbuka.model import Arah, Keadaan, RumusCapaian
from iku_terbuka.model.hasil import StatusData


class Jenis(StrEnum):
    """What the cells of a column hold, named as Frictionless and JSON Schema name it.

    ``NUMBER`` has a decimal point and no thousands separator. ``ENUM`` is one of the words in
    ``Kolom.nilai``.
    """

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    ENUM = "enum"


@dataclass(frozen=True)
class Kolom:
    """A column. Without ``wajib`` a cell may be empty, which means unknown and never zero.

    ``satuan`` is the unit of the numbers, where it is the same in every row. ``nilai`` are the
    words of an ``ENUM``; ``pola`` is a regular expression that the text of a cell matches as a
    whole, where it has a fixed shape.
    """

    nama: str
    jenis: Jenis
    uraian: str
    satuan: str = ""
    wajib: bool = False
    nilai: tuple[str, ...] = ()
    pola: str = ""

    @property
    def berangka(self) -> bool:
        """Whether the cells are numbers: those of a target too, a range apart."""
        return self.jenis in {Jenis.INTEGER, Jenis.NUMBER} or self.nama == "target"

    @property
    def kata_jenis(self) -> str:
        """What the cells hold, as people say it."""
        return _KATA_JENIS[self.jenis]

    @property
    def arti(self) -> str:
        """The meaning, with the words of an ``ENUM``."""
        if not self.nilai:
            return self.uraian
        *others, last = self.nilai
        comma = "," if len(others) > 1 else ""
        return f"{self.uraian} Isinya {', '.join(others)}{comma} atau {last}."


_KATA_JENIS = {
    Jenis.STRING: "teks",
    Jenis.INTEGER: "bilangan bulat",
    Jenis.NUMBER: "angka",
    Jenis.ENUM: "pilihan",
}
_ANGKA = r"-?[0-9]+(\.[0-9]+)?"

KOLOM: tuple[Kolom, ...] = (
    Kolom(
        "kode_wilayah",
        Jenis.STRING,
        "Kode wilayah daerah menurut Kemendagri. Baca sebagai teks: 63.10 bukan 63,1.",
        pola=r"[0-9]{2}(\.[0-9]{2})?",
    ),
    Kolom("pemda", Jenis.STRING, "Nama pemerintah daerah.", wajib=True),
    Kolom(
        "instansi_id",
        Jenis.STRING,
        "Tanda pengenal instansi, sama dengan jalur foldernya.",
        wajib=True,
    ),
    Kolom("instansi", Jenis.STRING, "Nama instansi.", wajib=True),
    Kolom("jenjang", Jenis.STRING, "Jenjang dalam dokumen, misalnya Eselon III."),
    Kolom(
        "sasaran",
        Jenis.STRING,
        "Sasaran indikator. Yang tidak tercetak diisi penyunting.",
        wajib=True,
    ),
    Kolom(
        "indikator_id",
        Jenis.STRING,
        "Tanda pengenal indikator. Unik di instansinya dan tidak berubah.",
        wajib=True,
    ),
    Kolom("indikator", Jenis.STRING, "Nama indikator.", wajib=True),
    Kolom(
        "satuan",
        Jenis.STRING,
        "Satuan target dan realisasi pada baris itu, misalnya persen atau laporan. Satuan yang "
        "tidak tercetak diisi penyunting.",
    ),
    Kolom(
        "arah",
        Jenis.ENUM,
        "Arah yang lebih baik. Kosong bila belum ditetapkan.",
        nilai=tuple(Arah),
    ),
    Kolom(
        "rumus_capaian",
        Jenis.ENUM,
        "Aturan capaian. Kosong bila belum ditetapkan.",
        nilai=tuple(RumusCapaian),
    ),
    Kolom(
        "tahun",
        Jenis.INTEGER,
        "Tahun target dan realisasi pada baris itu. Kosong bila dokumen tidak menyebut tahun.",
    ),
    Kolom(
        "target",
        Jenis.STRING,
        "Target tahun itu: satu angka, atau rentang dengan dua titik, misalnya 3.6..4.4. "
        "Karena rentang itu, jenis kolomnya teks.",
        pola=rf"{_ANGKA}(\.\.{_ANGKA})?",
    ),
    Kolom(
        "target_predikat",
        Jenis.STRING,
        "Predikat pada target, misalnya BB. Kosong bila tidak ada.",
    ),
    Kolom("realisasi", Jenis.NUMBER, "Hasil tahun itu."),
    Kolom(
        "keadaan",
        Jenis.ENUM,
        "Sebab realisasi tidak ada. Kosong bila hasilnya dilaporkan.",
        nilai=tuple(Keadaan),
    ),
    Kolom(
        "capaian",
        Jenis.NUMBER,
        "Capaian dengan dua desimal, tanpa tanda %. Kosong di luar rentang yang tidak punya arah.",
        satuan="persen",
    ),
    Kolom(
        "status",
        Jenis.ENUM,
        "Hasil dibandingkan dengan target. Berjalan: angka sementara dari tahun yang belum "
        "selesai, belum dinilai.",
        wajib=True,
        nilai=tuple(Status),
    ),
    Kolom(
        "status_data",
        Jenis.ENUM,
        "Apakah angkanya masih dapat berubah. Kosong bila laporannya belum ada atau tidak "
        "menyatakannya.",
        nilai=tuple(StatusData),
    ),
    Kolom(
        "kategori",
        Jenis.STRING,
        "Kategori capaian, misalnya Tinggi. Kosong bila tidak ada skalanya.",
    ),
    Kolom("predikat", Jenis.STRING, "Predikat hasil, misalnya BB. Kosong bila tidak ada."),
    Kolom("sumber", Jenis.STRING, "Dokumen yang memuat realisasi."),
    Kolom(
        "halaman",
        Jenis.STRING,
        "Folder halaman indikator di situs ini, tanpa garis miring di depan.",
        wajib=True,
    ),
)

NAMA_KOLOM: tuple[str, ...] = tuple(kolom.nama for kolom in KOLOM)
