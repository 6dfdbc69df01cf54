"""The columns of ``capaian.csv`` and ``indikator.csv``: name, type, meaning.

Everything that lists columns reads this.
"""

from dataclasses import dataclass
from enum import StrEnum

from iku_terbuka.capaian import DasarTarget, Status
from iku_terbuka.model import Arah, Keadaan, RumusCapaian
from iku_terbuka.model.definisi import JenisIndikator
from iku_terbuka.model.hasil import StatusData


class ColumnType(StrEnum):
    """What the cells of a column hold, named as Frictionless and JSON Schema name it.

    ``NUMBER`` has a decimal point and no thousands separator. ``ENUM`` is one of the words in
    ``Column.values``.
    """

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    ENUM = "enum"


@dataclass(frozen=True)
class Column:
    """A column. Unless ``required``, a cell may be empty, which means unknown and never zero.

    ``unit`` is the unit of the numbers, where it is the same in every row. ``values`` are the
    words of an ``ENUM``; ``pattern`` is a regular expression that the text of a cell matches as a
    whole, where it has a fixed shape.
    """

    name: str
    type: ColumnType
    description: str
    unit: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""

    @property
    def numeric(self) -> bool:
        """Whether the cells are numbers; those of targets are, except for ranges."""
        numbers = {ColumnType.INTEGER, ColumnType.NUMBER}
        return self.type in numbers or self.pattern == _NUMBER_OR_RANGE

    @property
    def type_word(self) -> str:
        """What the cells hold, in Indonesian."""
        return _TYPE_WORDS[self.type]

    @property
    def meaning(self) -> str:
        """The description, with the words of an ``ENUM``."""
        if not self.values:
            return self.description
        *others, last = self.values
        comma = "," if len(others) > 1 else ""
        return f"{self.description} Isinya {', '.join(others)}{comma} atau {last}."


_TYPE_WORDS = {
    ColumnType.STRING: "teks",
    ColumnType.INTEGER: "bilangan bulat",
    ColumnType.NUMBER: "angka",
    ColumnType.ENUM: "pilihan",
}
# A year, a month of a year, or a day.
DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_NUMBER_OR_RANGE = rf"{_NUMBER}(\.\.{_NUMBER})?"

COLUMNS: tuple[Column, ...] = (
    Column(
        "kode_wilayah",
        ColumnType.STRING,
        "Kode wilayah daerah menurut Kemendagri. Baca sebagai teks: 63.10 bukan 63,1.",
        pattern=r"[0-9]{2}(\.[0-9]{2})?",
    ),
    Column("pemda", ColumnType.STRING, "Nama pemerintah daerah.", required=True),
    Column(
        "instansi_id",
        ColumnType.STRING,
        "Tanda pengenal instansi, sama dengan jalur foldernya.",
        required=True,
    ),
    Column("instansi", ColumnType.STRING, "Nama instansi.", required=True),
    Column("jenjang", ColumnType.STRING, "Jenjang dalam dokumen, misalnya Eselon III."),
    Column(
        "sasaran",
        ColumnType.STRING,
        "Sasaran indikator. Yang tidak tercetak diisi penyunting. Kosong bila indikator ini "
        "mengukur tujuan.",
    ),
    Column(
        "indikator_id",
        ColumnType.STRING,
        "Tanda pengenal indikator. Unik di instansinya dan tidak berubah.",
        required=True,
    ),
    Column("indikator", ColumnType.STRING, "Nama indikator.", required=True),
    Column(
        "satuan",
        ColumnType.STRING,
        "Satuan target dan realisasi pada baris itu, misalnya persen atau laporan. Satuan yang "
        "tidak tercetak diisi penyunting.",
    ),
    Column(
        "arah",
        ColumnType.ENUM,
        "Arah yang lebih baik. Kosong bila belum ditetapkan.",
        values=tuple(Arah),
    ),
    Column(
        "rumus_capaian",
        ColumnType.ENUM,
        "Aturan capaian. Kosong bila belum ditetapkan.",
        values=tuple(RumusCapaian),
    ),
    Column(
        "tahun",
        ColumnType.INTEGER,
        "Tahun target dan realisasi pada baris itu. Kosong bila dokumen tidak menyebut tahun.",
    ),
    Column(
        "target",
        ColumnType.STRING,
        "Target tahun itu: satu angka, atau rentang dengan dua titik, misalnya 3.6..4.4. "
        "Karena rentang itu, jenis kolomnya teks.",
        pattern=_NUMBER_OR_RANGE,
    ),
    Column(
        "target_predikat",
        ColumnType.STRING,
        "Predikat pada target, misalnya BB. Kosong bila tidak ada.",
    ),
    Column("realisasi", ColumnType.NUMBER, "Hasil tahun itu."),
    Column(
        "keadaan",
        ColumnType.ENUM,
        "Sebab realisasi tidak ada. Kosong bila hasilnya dilaporkan, atau targetnya digantikan.",
        values=tuple(Keadaan),
    ),
    Column(
        "capaian",
        ColumnType.NUMBER,
        "Capaian dengan dua desimal, tanpa tanda %. Kosong di luar rentang yang tidak punya arah.",
        unit="persen",
    ),
    Column(
        "status",
        ColumnType.ENUM,
        "Hasil dibandingkan dengan target. Berjalan: angka sementara dari tahun yang belum "
        "selesai, belum dinilai.",
        required=True,
        values=tuple(Status),
    ),
    Column(
        "status_data",
        ColumnType.ENUM,
        "Apakah angkanya masih dapat berubah. Kosong bila laporannya belum ada atau tidak "
        "menyatakannya.",
        values=tuple(StatusData),
    ),
    Column(
        "kategori",
        ColumnType.STRING,
        "Kategori capaian, misalnya Tinggi. Kosong bila tidak ada skalanya.",
    ),
    Column("predikat", ColumnType.STRING, "Predikat hasil, misalnya BB. Kosong bila tidak ada."),
    Column("sumber", ColumnType.STRING, "Dokumen yang memuat realisasi."),
    Column(
        "halaman",
        ColumnType.STRING,
        "Folder halaman indikator di situs ini, tanpa garis miring di depan.",
        required=True,
    ),
    Column(
        "jenis",
        ColumnType.ENUM,
        "Indikator Kinerja Utama (iku) atau Indikator Kinerja Kunci (ikk). Kosong bila dokumen "
        "tidak membedakannya.",
        values=tuple(JenisIndikator),
    ),
    Column(
        "target_iku",
        ColumnType.STRING,
        "Target tahun itu menurut keputusan IKU. Berbeda dari target bila yang dinilai adalah "
        "target Perjanjian Kinerja.",
        pattern=_NUMBER_OR_RANGE,
    ),
    Column(
        "dasar_target",
        ColumnType.ENUM,
        "Dokumen yang memuat target: keputusan IKU atau Perjanjian Kinerja (PK). Kosong bila "
        "tidak ada target.",
        values=tuple(DasarTarget),
    ),
    Column(
        "target_semula",
        ColumnType.STRING,
        "Target yang pertama kali dijanjikan untuk tahun itu, dalam satuan keputusan waktu itu. "
        "Kosong bila tidak pernah diubah; semua perubahannya ada di iku.json.",
        pattern=_NUMBER_OR_RANGE,
    ),
    Column(
        "tujuan",
        ColumnType.STRING,
        "Tujuan yang diukur. Kosong bila indikator ini mengukur sasaran.",
    ),
    Column(
        "target_tanggal",
        ColumnType.STRING,
        "Tanggal paling lambat, bila targetnya tanggal, misalnya 2026-03-31.",
        pattern=DATE,
    ),
    Column(
        "realisasi_tanggal",
        ColumnType.STRING,
        "Tanggal hasilnya, bila hasilnya tanggal.",
        pattern=DATE,
    ),
    Column(
        "tahun_ajaran",
        ColumnType.STRING,
        "Tahun ajarannya, misalnya 2025/2026, bila indikator ini memakai tahun ajaran.",
        pattern=r"[0-9]{4}/[0-9]{4}",
    ),
)

COLUMN_NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)

_SHARED = {column.name: column for column in COLUMNS}

# What each indicator means, after Satu Data Indonesia. Perpres 39/2019 asks of data its konsep,
# definisi, klasifikasi, ukuran and satuan, its producer and the reference codes. No decree prints
# the konsep (the notion measured) or the klasifikasi (by what results are broken down), so neither
# is claimed; the sasaran and the scale have their own names.
INDIKATOR_COLUMNS: tuple[Column, ...] = (
    _SHARED["kode_wilayah"],
    _SHARED["pemda"],
    _SHARED["instansi_id"],
    _SHARED["indikator_id"],
    _SHARED["indikator"],
    _SHARED["sasaran"],
    Column("definisi", ColumnType.STRING, "Arti indikator menurut dokumen."),
    Column(
        "skala",
        ColumnType.STRING,
        "Skala yang menggolongkan nilainya, dengan kelas dari yang terendah. Kosong bila nilainya "
        "tidak digolongkan.",
    ),
    Column(
        "ukuran",
        ColumnType.ENUM,
        "Jenis besaran, dibaca dari satuannya. Kosong bila satuannya tidak menunjukkannya.",
        values=("persentase", "indeks", "nilai", "skor", "jumlah"),
    ),
    Column(
        "satuan",
        ColumnType.STRING,
        "Satuan pada dokumen yang terakhir, misalnya persen. Yang tidak tercetak diisi penyunting.",
    ),
    _SHARED["arah"],
    Column("rumus", ColumnType.STRING, "Cara menghitung, menurut dokumen atau susunan penyunting."),
    _SHARED["rumus_capaian"],
    Column("alasan", ColumnType.STRING, "Alasan indikator ini dipilih."),
    Column("sumber_data", ColumnType.STRING, "Asal data menurut dokumen, dipisahkan titik koma."),
    Column(
        "produsen_data",
        ColumnType.STRING,
        "Produsen data: instansi yang memakai indikator ini.",
        required=True,
    ),
    Column(
        "penanggung_jawab",
        ColumnType.STRING,
        "Unit kerja atau jabatan yang bertanggung jawab, dipisahkan titik koma.",
    ),
    Column("dasar", ColumnType.STRING, "Keputusan atau dokumen yang memuat indikator ini."),
    Column("periode_awal", ColumnType.INTEGER, "Tahun pertama berlakunya dokumen itu."),
    Column("periode_akhir", ColumnType.INTEGER, "Tahun terakhir berlakunya dokumen itu."),
    Column(
        "disimpulkan",
        ColumnType.STRING,
        "Isian yang tidak tercetak di dokumen dan ditambahkan penyunting, dipisahkan titik koma.",
    ),
    Column(
        "tercetak_di",
        ColumnType.STRING,
        "Isian yang tercetak di tempat lain dalam dokumen yang sama, dipisahkan titik koma; "
        "tempatnya ada di iku.json.",
    ),
    _SHARED["halaman"],
    _SHARED["jenis"],
    _SHARED["tujuan"],
    Column("definisi_operasional", ColumnType.STRING, "Definisi operasional menurut dokumen."),
    Column(
        "melanjutkan",
        ColumnType.STRING,
        "Id lengkap indikator lama yang dilanjutkan, dipisahkan titik koma. Tahun lamanya ada pada "
        "baris indikator lama itu.",
    ),
    Column(
        "menopang",
        ColumnType.STRING,
        "Indikator yang ditopang indikator ini, dengan id lengkap, dipisahkan titik koma.",
    ),
)
