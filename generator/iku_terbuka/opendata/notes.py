"""What a reader must know before using the figures, in words: beside every download, and alone."""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import fill

from iku_terbuka.context import Context
from iku_terbuka.context.state import DataState
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.opendata.columns import COLUMNS
from iku_terbuka.opendata.origin import cite_site, sources
from iku_terbuka.opendata.tables import TABLES
from iku_terbuka.wording import day_text, join_words


@dataclass(frozen=True)
class Note:
    """A heading with one or several paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


_FIXED = (
    Note(
        "Kosong bukan nol",
        ("Sel kosong berarti tidak ada angka, bukan nol. Kolom keadaan menyebut sebabnya.",),
    ),
    Note(
        "Angka",
        (
            "Target dan realisasi ditulis dengan digit seperti di dokumen atau laporannya.",
            "Target berupa rentang ditulis dengan dua titik, misalnya 3.6..4.4.",
        ),
    ),
    Note(
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

README = "BACA-SAYA.txt"
_WIDTH = 88
_CONTENTS = {
    "capaian.csv": "satu baris untuk setiap indikator dan tahun",
    "indikator.csv": "arti setiap indikator",
    "iku.xlsx": "baris yang sama untuk Excel, dengan arti kolom dan catatan",
    "iku.json": "semuanya: definisi, rumus, sumber, hasil, dan catatan",
    "iku.schema.json": "bentuk iku.json, sebagai JSON Schema",
    "datapackage.json": "uraian data untuk program, sebagai Frictionless Data Package",
    "dcat.jsonld": "uraian data untuk portal, sebagai katalog DCAT",
    **{table.file: table.about for table in TABLES},
}
_PROCESSING = (
    "Dokumen disalin ke berkas YAML, satu berkas untuk satu keputusan dan satu berkas untuk "
    "setiap tahun hasil. Yang disimpulkan penyunting disebut di iku.json, kunci disimpulkan.",
    "Semua berkas di sini dibuat dari YAML itu oleh IKU Terbuka, sama seperti halaman situsnya. "
    "Angka tidak diubah; yang dihitung hanya capaian, status, kategori, predikat menurut skala, "
    "dan realisasi dari komponennya.",
)


def data_notes(
    context: Context, instansi: Sequence[Instansi], state: DataState
) -> tuple[Note, ...]:
    """Return the notes on the data of these instansi in this state."""
    pemda = {owner.id: owner for owner in (context.pemda(node.id) for node in instansi)}
    notes = [
        Note("Asal data", tuple(_origin(tuple(pemda.values())))),
        *_FIXED,
        Note("Tanggal data", (_date(state),)),
        Note("Sumber", tuple(_sources(instansi))),
        Note("Lisensi", (data_licence(context),)),
    ]
    if context.site_url:
        url = context.site_url
        notes.append(Note("Situs", (f"{context.site_name}, {url}",)))
        notes.append(Note("Penjelasan lengkap", (f"{url}metodologi/", f"{url}data/")))
    if context.kontak.text:
        notes.append(Note("Pertanyaan", (context.kontak.text,)))
    return tuple(note for note in notes if note.paragraphs)


def data_title(context: Context, instansi: Sequence[Instansi]) -> str:
    """Say whose data it is: the instansi that holds all of these, else the site."""
    shared = posixpath.commonpath([node.id for node in instansi]) if instansi else ""
    owner = context.instansi.get(shared)
    if owner is None:
        return f"{context.site_name}: Indikator Kinerja Utama"
    return f"Indikator Kinerja Utama {context.full_name(owner)}"


def data_licence(context: Context) -> str:
    """Say under which licence the data is given."""
    licence = context.lisensi
    if licence is None:
        return "Lisensi data belum dinyatakan. Sebutkan sumbernya bila memakai data ini."
    return f"{licence.title} ({licence.spdx}), {licence.url}"


def _origin(pemda: Sequence[Pemda]) -> list[str]:
    """Say of each kind of Pemda which they are."""
    kinds = (
        (
            "Data {}: data contoh. Semua nama dan angkanya rekaan.",
            [owner.nama for owner in pemda if owner.profil.contoh],
        ),
        (
            "Data {}: salinan dari dokumen publik, bukan terbitan resmi daerah itu. Bila "
            "berbeda, dokumen aslinya yang berlaku.",
            [owner.nama for owner in pemda if not owner.profil.resmi and not owner.profil.contoh],
        ),
        (
            "Data {}: diterbitkan sendiri oleh daerah itu.",
            [owner.nama for owner in pemda if owner.profil.resmi and not owner.profil.contoh],
        ),
    )
    return [words.format(join_words(names)) for words, names in kinds if names]


def _date(state: DataState) -> str:
    if state.day is None:
        return "Tanggal keadaan data tidak diketahui."
    commit = f", komit {state.commit[:7]}" if state.commit else ""
    return (
        f"Keadaan data per {day_text(state.day)}{commit}. Tahun yang belum selesai disebut "
        "belum waktunya, atau berjalan bila sudah ada angka sementara."
    )


def _sources(instansi: Sequence[Instansi]) -> list[str]:
    return [
        f"{source.title}, {source.url}" if source.url else source.title
        for source in sources(instansi)
    ]


def readme(context: Context, names: Iterable[str]) -> bytes:
    """Return the text beside the files called ``names``: Windows line ends, UTF-8 with BOM."""
    instansi = [node for node in context.all_instansi() if node.indikator]
    files = [f"{name}: {_CONTENTS[name]}." if name in _CONTENTS else name for name in names]
    columns = [f"{column.name}: {column.meaning}" for column in COLUMNS]
    parts = [
        data_title(context, instansi),
        "Target, realisasi, dan capaian Indikator Kinerja Utama (IKU) pemerintah daerah.",
        _section(Note("Isi", tuple(files))),
        *(_section(note) for note in data_notes(context, instansi, context.state())),
        _section(Note("Cara mengutip", (cite_site(context).full,))),
        _section(Note("Pengolahan", _PROCESSING)),
        _section(Note("Kolom capaian.csv", tuple(columns))),
    ]
    text = "\n\n".join(parts).replace("\n", "\r\n")
    return f"\ufeff{text}\r\n".encode()


def _section(note: Note) -> str:
    lines = [
        fill(
            paragraph,
            _WIDTH,
            initial_indent="- ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for paragraph in note.paragraphs
    ]
    return "\n".join([note.title.upper(), "", *lines])
