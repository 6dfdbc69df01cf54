"""A tree of 1,200 indicators: without a fault nothing is said; of 300 faults each is said once."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.data import ACUAN, PEMDA, data, folder, has_two_decrees
from bench.patterns import PATTERNS
from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from tests.fictional import Write

BANYAK, CACAT_DITANAM = 1200, 300
INSTANSI = BANYAK // len(PATTERNS)
# Some faults hide others in their instansi; they get instansi of their own.
BERSAMA, TERSENDIRI = range(INSTANSI - 12), range(INSTANSI - 12, INSTANSI)
BERGANTI = range(0, INSTANSI - 12, 20)

Temuan = tuple[str, int, str]


@dataclass(frozen=True)
class Cacat:
    """A kind of fault in the block of indicator ``pola``, or in the head of the file without one.

    Of the first line that ``cari`` is found in, that part becomes ``ganti``: ``|`` stands for a
    line end, and an empty line goes away. The problem belongs to the last line of the block that
    matches ``tempat``: the changed one, where none is given.
    """

    kode: str
    berkas: str
    pola: str
    cari: str
    ganti: str
    tempat: str = ""
    instansi: range = BERSAMA


IKU = "iku"
AWAL_BLOK = r"      - id: |  [a-z-]+:$"
CACAT: tuple[Cacat, ...] = (
    # one value
    Cacat("koma-desimal", IKU, "kepuasan-masyarakat", r"(2023: \d+)\.", r"\1,"),
    Cacat("koma-desimal", "2022", "sarana-baik", r"(realisasi: \d+)\.", r"\1,"),
    Cacat("titik-ribuan", "2023", "dokumen-perencanaan", r"realisasi: .*", "realisasi: 1.234.567"),
    Cacat("titik-ribuan", "2023", "serapan-anggaran", r"pagu: \d+", "pagu: 500.000"),
    Cacat("satuan-di-angka", IKU, "layanan-tepat-waktu", r"2024: \d+", r"\g<0>%"),
    Cacat("bukan-angka", "2021", "kelompok-binaan", r"realisasi: .*", "realisasi: tujuh"),
    Cacat("bukan-tahun", IKU, "keluhan-layanan", r"2022:", "20222:"),
    Cacat("bukan-halaman", "2024", "kepuasan-masyarakat", r"halaman: \d+", "halaman: sampul"),
    Cacat("tautan-tidak-sah", "2022", "keluhan-layanan", r"https://", "www."),
    Cacat("pilihan-tidak-dikenal", IKU, "dokumen-perencanaan", r"arah: naik", "arah: naikk"),
    Cacat("kunci-tidak-dikenal", IKU, "kehadiran-pegawai", r"makna:", "makan:"),
    Cacat("kunci-wajib", IKU, "sarana-baik", r".* nama: .*", "", AWAL_BLOK),
    Cacat("kunci-ganda", IKU, "kelompok-binaan", r".*arah: naik", r"\g<0>|\g<0>", r".*arah: naik"),
    Cacat("rentang-terbalik", IKU, "serapan-anggaran", r"(2023:.*)92", r"\g<1>99"),
    Cacat("rentang-tidak-lengkap", IKU, "serapan-anggaran", r"(2022:.*), atas.*", r"\1}"),
    Cacat("nilai-kosong", IKU, "predikat-kearsipan", r"2025: .*", "2025: {catatan: hilang}"),
    Cacat("isi-kosong", "2021", "layanan-tepat-waktu", r"(penghambat:).*", r'\1 [""]'),
    Cacat(
        "keadaan-dan-angka",
        *("2024", "waktu-penyelesaian", r"(\s+)realisasi: .*"),
        *(r"\g<0>|\1keadaan: tidak_diukur", r"\s+keadaan:"),
    ),
    Cacat(
        "realisasi-rentang",
        *("2023", "akuntabilitas-kinerja", r"realisasi: .*", "realisasi: {bawah: 60, atas: 65}"),
    ),
    Cacat("disimpulkan-tidak-dikenal", IKU, "kelompok-binaan", r"\[rumus_capaian\]", "[rumus]"),
    Cacat("bukan-tanggal", IKU, "", r"(tanggal: \d+)-.*", r"\1-13"),
    Cacat("kode-wilayah-tidak-sah", "pemda", "", r'"99.99"', "9999", instansi=range(1)),
    # what has to fit together
    Cacat("indikator-tidak-dikenal", "2022", "predikat-kearsipan", r"predikat", "prediket"),
    Cacat(
        "id-ganda",
        *(IKU, "kelompok-binaan", r"(      )- id: .*"),
        r"\g<0>|\1  nama: Kelompok lama|\1  satuan: orang|\1  penanggung_jawab: Sekretariat|\g<0>",
        *(AWAL_BLOK, TERSENDIRI),
    ),
    Cacat("id-tidak-sah", IKU, "sarana-baik", r"id: .*", "id: Sarana Baik", "", TERSENDIRI),
    Cacat(
        "target-di-luar-periode",
        *(IKU, "waktu-penyelesaian", r"(\s+)2025: .*", r"\g<0>|\g<1>2031: 5.00", r"\s+2031:"),
    ),
    Cacat("skala-tidak-dikenal", IKU, "pelayanan-publik", r"skala: ipp", "skala: ippp"),
    Cacat("skala-lain-jenis", IKU, "akuntabilitas-kinerja", r"skala: .*", "skala: kategori"),
    Cacat("skala-berlubang", "skala/sakip", "", r"sampai: 50", "sampai: 40", r".*B,", range(1)),
    Cacat("pecahan-satuan-cacah", "2022", "kelompok-binaan", r"realisasi: \d+", r"\g<0>.5"),
    Cacat("tahun-bukan-nama-berkas", "2022", "", r"tahun: 2022", "tahun: 2023", "", TERSENDIRI),
    Cacat("sintaks-yaml", "2023", "", r"status: final", "status: final: ya", "", TERSENDIRI),
    Cacat("sintaks-yaml", IKU, "", r"periode: .*", "periode: {awal: 2021", "", TERSENDIRI),
    # formulas and components
    Cacat("rumus-tidak-terbaca", IKU, "layanan-tepat-waktu", r"selesai / diterima", "selesai x"),
    Cacat("variabel-tanpa-arti", IKU, "rasio-petugas", r".* penduduk: .*", "", r"\s+rumus:"),
    Cacat(
        "variabel-tidak-dipakai",
        *(IKU, "peserta-pelatihan", r"(\s+)triwulan: .*"),
        *(r"\g<0>|\1semester: peserta tiap semester", r"\s+semester:"),
    ),
    Cacat("rumus-lawan-arah", IKU, "waktu-penyelesaian", r"turun_rasio", "naik"),
    Cacat("komponen-kurang", "2023", "layanan-tepat-waktu", r", diterima: \d+", ""),
    Cacat("komponen-tidak-dikenal", "2021", "rasio-petugas", r"\{petugas", "{guru: 1, petugas"),
    Cacat("komponen-bukan-daftar", "2022", "rasio-petugas", r"(petugas: )(\d+)", r"\1[\2, 1]"),
    Cacat(
        "komponen-tanpa-rumus", "2024", "kehadiran-pegawai", r"realisasi: .*", "variabel: {a: 1}"
    ),
    Cacat("realisasi-lawan-komponen", "2024", "rasio-petugas", r"realisasi: 2", "realisasi: 3"),
    # warnings
    Cacat("komponen-mungkin-ribuan", "2023", "peserta-pelatihan", r"\[\d+", "[1.250"),
    Cacat("realisasi-tanpa-sumber", "2022", "dokumen-perencanaan", r".*sumber:.*", "", AWAL_BLOK),
    Cacat("satuan-kosong", IKU, "kepuasan-masyarakat", r".*satuan: .*", "", AWAL_BLOK),
    Cacat("satuan-lawan-nama", IKU, "sarana-baik", r"satuan: persen", "satuan: poin"),
    Cacat("satuan-lawan-nama", IKU, "keluhan-layanan", r"satuan: aduan", "satuan: persen"),
    Cacat("rumus-belum-terstruktur", IKU, "tindak-lanjut-temuan", r", rumus: .*", "}", AWAL_BLOK),
    Cacat("tanpa-penanggung-jawab", IKU, "kehadiran-pegawai", r".*penanggung_.*", "", AWAL_BLOK),
    Cacat("dasar-hukum-tanpa-tanggal", IKU, "", r".*tanggal: .*", "", r"  - jenis:"),
    Cacat("lonjakan-realisasi", "2024", "keluhan-layanan", r"(realisasi: ).*", r"\g<1>2500"),
    Cacat(
        "realisasi-jauh-dari-target",
        *("2024", "dokumen-perencanaan", r"(realisasi: )(.*)", r"\1\g<2>00"),
    ),
    Cacat("realisasi-jauh-dari-target", "2022", "sarana-baik", r"(realisasi: .*)\.", r"\1"),
    Cacat("rumus-mungkin-tanpa-100", IKU, "tindak-lanjut-temuan", r" \* 100", ""),
    Cacat("predikat-lawan-nilai", "2023", "pelayanan-publik", r"predikat: .", "predikat: A"),
    Cacat("nilai-di-luar-skala", "2021", "akuntabilitas-kinerja", r"realisasi: ", r"\g<0>1"),
    Cacat("data-pribadi", IKU, "waktu-penyelesaian", r"Subbagian", f"NIP {'1' * 18} Subbagian"),
    Cacat("data-pribadi", "2021", "", r"^# ", "# kirim ke bagian@contoh.example "),
    Cacat("deret-putus", IKU, "waktu-penyelesaian", r"satuan: hari", "satuan: jam", "", BERGANTI),
)


def rencana() -> Iterator[tuple[Cacat, int]]:
    """Yield the faults and their instansi, each kind in turn; an indicator has at most one."""
    used: set[tuple[int, str]] = set()
    for _ in range(INSTANSI):
        for number, cacat in enumerate(CACAT):
            shift = number * 7 % len(cacat.instansi)
            for k in (*cacat.instansi[shift:], *cacat.instansi[:shift]):
                slot = (k, "" if k in TERSENDIRI else cacat.pola or cacat.berkas)
                if slot not in used:
                    used.add(slot)
                    yield cacat, k
                    break


@dataclass(eq=False)
class Baris:
    """A line that knows itself, wherever other faults move it."""

    teks: str


def berkas(cacat: Cacat, k: int) -> str:
    if cacat.berkas == IKU:
        return f"{folder(k)}/{'iku/2021' if has_two_decrees(k) else 'iku'}.yaml"
    if cacat.berkas.isdigit():
        return f"{folder(k)}/capaian/{cacat.berkas}.yaml"
    return f"{PEMDA}/pemda.yaml" if cacat.berkas == "pemda" else f"{cacat.berkas}.yaml"


def blok(lines: list[Baris], pola: str) -> range:
    """Return where the block of ``pola`` stands in ``lines``, or the head of the file."""
    starts = [i for i, line in enumerate(lines) if re.match(AWAL_BLOK, line.teks)]
    if not pola:
        return range(starts[0] if starts else len(lines))
    first = next(i for i in starts if lines[i].teks.strip(" :") in {pola, f"- id: {pola}"})
    return range(first, next((i for i in starts if i > first), len(lines)))


def tanam_satu(cacat: Cacat, lines: list[Baris]) -> Baris:
    """Plant a fault; return the line that the problem belongs to."""
    here = blok(lines, cacat.pola)
    at = next(i for i in here if re.search(cacat.cari, lines[i].teks))
    changed = re.sub(cacat.cari, cacat.ganti, lines[at].teks, count=1)
    assert changed != lines[at].teks, cacat
    first, *more = changed.split("|")
    edited = lines[here.start : here.stop]
    edited[at - here.start : at - here.start + 1] = (
        [lines[at], *(Baris(text) for text in more)] if changed else []
    )
    lines[at].teks = first
    lines[here.start : here.stop] = edited
    if not cacat.tempat:
        return edited[at - here.start]
    return [line for line in edited if re.match(cacat.tempat, line.teks)][-1]


def tanam(files: Mapping[str, str]) -> tuple[dict[str, str], Counter[Temuan]]:
    """Return ``files`` with the faults, and what has to be said about them."""
    naskah = {path: [Baris(line) for line in text.split("\n")] for path, text in files.items()}
    placed = [
        (path := berkas(cacat, k), tanam_satu(cacat, naskah[path]), cacat.kode)
        for cacat, k in islice(rencana(), CACAT_DITANAM)
    ]
    planted = Counter(
        (f"indicators/{path}", naskah[path].index(line) + 1, kode) for path, line, kode in placed
    )
    return {path: "\n".join(line.teks for line in lines) for path, lines in naskah.items()}, planted


def periksa(root: Path) -> Counter[Temuan]:
    problems = check(load_laporan(root, "indicators"), ACUAN)
    return Counter((one.file, one.line, one.code) for one in problems)


def test_a_large_tree_without_faults_says_nothing(write: Write) -> None:
    root = write(dict(data(BANYAK)))
    loaded = load_laporan(root, "indicators")
    assert [str(problem) for problem in check(loaded, ACUAN)] == []
    assert loaded.laporan is not None
    assert len(list(loaded.laporan.all_indikator())) == BANYAK


def test_every_planted_fault_is_said_once_and_nothing_else(write: Write) -> None:
    files, planted = tanam(data(BANYAK))
    assert planted.total() == CACAT_DITANAM
    assert len({kode for _, _, kode in planted}) >= 50
    found = periksa(write(files))
    assert {"missed": planted - found, "not planted": found - planted} == {
        "missed": Counter(),
        "not planted": Counter(),
    }


def test_results_that_are_overdue_are_said_once_for_each_instansi_and_year(write: Write) -> None:
    """Apart from the others: while there are errors, nothing is called late."""
    files = dict(data(120))
    files[f"{PEMDA}/pemda.yaml"] += "resmi: true\n"
    lengkap = periksa(write(files))
    assert lengkap == Counter()
    late, below = [(4, 2023), (4, 2024)], [(1, 2022)]  # a unit below follows its parent
    for k, tahun in (*late, *below):
        del files[f"{folder(k)}/capaian/{tahun}.yaml"]
    found = periksa(write(files))
    assert Counter((file, kode) for file, _, kode in found.elements()) == Counter(
        (f"indicators/{folder(k)}/iku.yaml", "hasil-terlambat") for k, _ in late
    )


def test_the_maker_of_data_is_deterministic_and_makes_the_number_asked_for(write: Write) -> None:
    assert list(data(100).items()) == list(data(100).items())
    loaded = load_laporan(write(dict(data(100))))
    assert loaded.laporan is not None
    assert len(list(loaded.laporan.all_indikator())) == 100
