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
class Flaw:
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
BLOCK_START = r"      - id: |  [a-z-]+:$"
CACAT: tuple[Flaw, ...] = (
    # one value
    Flaw("koma-desimal", IKU, "kepuasan-masyarakat", r"(2023: \d+)\.", r"\1,"),
    Flaw("koma-desimal", "2022", "sarana-baik", r"(realisasi: \d+)\.", r"\1,"),
    Flaw("titik-ribuan", "2023", "dokumen-perencanaan", r"realisasi: .*", "realisasi: 1.234.567"),
    Flaw("titik-ribuan", "2023", "serapan-anggaran", r"pagu: \d+", "pagu: 500.000"),
    Flaw("satuan-di-angka", IKU, "layanan-tepat-waktu", r"2024: \d+", r"\g<0>%"),
    Flaw("bukan-angka", "2021", "kelompok-binaan", r"realisasi: .*", "realisasi: tujuh"),
    Flaw("bukan-tahun", IKU, "keluhan-layanan", r"2022:", "20222:"),
    Flaw("bukan-halaman", "2024", "kepuasan-masyarakat", r"halaman: \d+", "halaman: sampul"),
    Flaw("tautan-tidak-sah", "2022", "keluhan-layanan", r"https://", "www."),
    Flaw("pilihan-tidak-dikenal", IKU, "dokumen-perencanaan", r"arah: naik", "arah: naikk"),
    Flaw("kunci-tidak-dikenal", IKU, "kehadiran-pegawai", r"makna:", "makan:"),
    Flaw("kunci-wajib", IKU, "sarana-baik", r".* nama: .*", "", BLOCK_START),
    Flaw("kunci-ganda", IKU, "kelompok-binaan", r".*arah: naik", r"\g<0>|\g<0>", r".*arah: naik"),
    Flaw("rentang-terbalik", IKU, "serapan-anggaran", r"(2023:.*)92", r"\g<1>99"),
    Flaw("rentang-tidak-lengkap", IKU, "serapan-anggaran", r"(2022:.*), atas.*", r"\1}"),
    Flaw("nilai-kosong", IKU, "predikat-kearsipan", r"2025: .*", "2025: {catatan: hilang}"),
    Flaw("isi-kosong", "2021", "layanan-tepat-waktu", r"(penghambat:).*", r'\1 [""]'),
    Flaw(
        "keadaan-dan-angka",
        *("2024", "waktu-penyelesaian", r"(\s+)realisasi: .*"),
        *(r"\g<0>|\1keadaan: tidak_diukur", r"\s+keadaan:"),
    ),
    Flaw(
        "realisasi-rentang",
        *("2023", "akuntabilitas-kinerja", r"realisasi: .*", "realisasi: {bawah: 60, atas: 65}"),
    ),
    Flaw("disimpulkan-tidak-dikenal", IKU, "kelompok-binaan", r"\[rumus_capaian\]", "[rumus]"),
    Flaw("bukan-tanggal", IKU, "", r"(tanggal: \d+)-.*", r"\1-13"),
    Flaw("kode-wilayah-tidak-sah", "pemda", "", r'"99.99"', "9999", instansi=range(1)),
    # what has to fit together
    Flaw("indikator-tidak-dikenal", "2022", "predikat-kearsipan", r"predikat", "prediket"),
    Flaw(
        "id-ganda",
        *(IKU, "kelompok-binaan", r"(      )- id: .*"),
        r"\g<0>|\1  nama: Kelompok lama|\1  satuan: orang|\1  penanggung_jawab: Sekretariat|\g<0>",
        *(BLOCK_START, TERSENDIRI),
    ),
    Flaw("id-tidak-sah", IKU, "sarana-baik", r"id: .*", "id: Sarana Baik", "", TERSENDIRI),
    Flaw(
        "target-di-luar-periode",
        *(IKU, "waktu-penyelesaian", r"(\s+)2025: .*", r"\g<0>|\g<1>2031: 5.00", r"\s+2031:"),
    ),
    Flaw("skala-tidak-dikenal", IKU, "pelayanan-publik", r"skala: ipp", "skala: ippp"),
    Flaw("skala-lain-jenis", IKU, "akuntabilitas-kinerja", r"skala: .*", "skala: kategori"),
    Flaw("skala-berlubang", "skala/sakip", "", r"sampai: 50", "sampai: 40", r".*B,", range(1)),
    Flaw("pecahan-satuan-cacah", "2022", "kelompok-binaan", r"realisasi: \d+", r"\g<0>.5"),
    Flaw("tahun-bukan-nama-berkas", "2022", "", r"tahun: 2022", "tahun: 2023", "", TERSENDIRI),
    Flaw("sintaks-yaml", "2023", "", r"status: final", "status: final: ya", "", TERSENDIRI),
    Flaw("sintaks-yaml", IKU, "", r"periode: .*", "periode: {awal: 2021", "", TERSENDIRI),
    # formulas and components
    Flaw("rumus-tidak-terbaca", IKU, "layanan-tepat-waktu", r"selesai / diterima", "selesai x"),
    Flaw("variabel-tanpa-arti", IKU, "rasio-petugas", r".* penduduk: .*", "", r"\s+rumus:"),
    Flaw(
        "variabel-tidak-dipakai",
        *(IKU, "peserta-pelatihan", r"(\s+)triwulan: .*"),
        *(r"\g<0>|\1semester: peserta tiap semester", r"\s+semester:"),
    ),
    Flaw("rumus-lawan-arah", IKU, "waktu-penyelesaian", r"turun_rasio", "naik"),
    Flaw("komponen-kurang", "2023", "layanan-tepat-waktu", r", diterima: \d+", ""),
    Flaw("komponen-tidak-dikenal", "2021", "rasio-petugas", r"\{petugas", "{guru: 1, petugas"),
    Flaw("komponen-bukan-daftar", "2022", "rasio-petugas", r"(petugas: )(\d+)", r"\1[\2, 1]"),
    Flaw("komponen-tanpa-rumus", "2024", "kehadiran-pegawai", r"realisasi: .*", "variabel: {a: 1}"),
    Flaw("realisasi-lawan-komponen", "2024", "rasio-petugas", r"realisasi: 2", "realisasi: 3"),
    # warnings
    Flaw("komponen-mungkin-ribuan", "2023", "peserta-pelatihan", r"\[\d+", "[1.250"),
    Flaw("realisasi-tanpa-sumber", "2022", "dokumen-perencanaan", r".*sumber:.*", "", BLOCK_START),
    Flaw("satuan-kosong", IKU, "kepuasan-masyarakat", r".*satuan: .*", "", BLOCK_START),
    Flaw("satuan-lawan-nama", IKU, "sarana-baik", r"satuan: persen", "satuan: poin"),
    Flaw("satuan-lawan-nama", IKU, "keluhan-layanan", r"satuan: aduan", "satuan: persen"),
    Flaw("rumus-belum-terstruktur", IKU, "tindak-lanjut-temuan", r", rumus: .*", "}", BLOCK_START),
    Flaw("tanpa-penanggung-jawab", IKU, "kehadiran-pegawai", r".*penanggung_.*", "", BLOCK_START),
    Flaw("dasar-hukum-tanpa-tanggal", IKU, "", r".*tanggal: .*", "", r"  - jenis:"),
    Flaw("lonjakan-realisasi", "2024", "keluhan-layanan", r"(realisasi: ).*", r"\g<1>2500"),
    Flaw(
        "realisasi-jauh-dari-target",
        *("2024", "dokumen-perencanaan", r"(realisasi: )(.*)", r"\1\g<2>00"),
    ),
    Flaw("realisasi-jauh-dari-target", "2022", "sarana-baik", r"(realisasi: .*)\.", r"\1"),
    Flaw("rumus-mungkin-tanpa-100", IKU, "tindak-lanjut-temuan", r" \* 100", ""),
    Flaw("predikat-lawan-nilai", "2023", "pelayanan-publik", r"predikat: .", "predikat: A"),
    Flaw("nilai-di-luar-skala", "2021", "akuntabilitas-kinerja", r"realisasi: ", r"\g<0>1"),
    Flaw("data-pribadi", IKU, "waktu-penyelesaian", r"Subbagian", f"NIP {'1' * 18} Subbagian"),
    Flaw("data-pribadi", "2021", "", r"^# ", "# kirim ke bagian@contoh.example "),
    Flaw("deret-putus", IKU, "waktu-penyelesaian", r"satuan: hari", "satuan: jam", "", BERGANTI),
)


def rencana() -> Iterator[tuple[Flaw, int]]:
    """Yield the faults and their instansi, each kind in turn; an indicator has at most one."""
    used: set[tuple[int, str]] = set()
    for _ in range(INSTANSI):
        for number, flaw in enumerate(CACAT):
            shift = number * 7 % len(flaw.instansi)
            for k in (*flaw.instansi[shift:], *flaw.instansi[:shift]):
                slot = (k, "" if k in TERSENDIRI else flaw.pola or flaw.berkas)
                if slot not in used:
                    used.add(slot)
                    yield flaw, k
                    break


@dataclass(eq=False)
class Baris:
    """A line that knows itself, wherever other faults move it."""

    teks: str


def berkas(flaw: Flaw, k: int) -> str:
    if flaw.berkas == IKU:
        return f"{folder(k)}/{'iku/2021' if has_two_decrees(k) else 'iku'}.yaml"
    if flaw.berkas.isdigit():
        return f"{folder(k)}/capaian/{flaw.berkas}.yaml"
    return f"{PEMDA}/pemda.yaml" if flaw.berkas == "pemda" else f"{flaw.berkas}.yaml"


def block(lines: list[Baris], pola: str) -> range:
    """Return where the block of ``pola`` stands in ``lines``, or the head of the file."""
    starts = [i for i, line in enumerate(lines) if re.match(BLOCK_START, line.teks)]
    if not pola:
        return range(starts[0] if starts else len(lines))
    first = next(i for i in starts if lines[i].teks.strip(" :") in {pola, f"- id: {pola}"})
    return range(first, next((i for i in starts if i > first), len(lines)))


def tanam_satu(flaw: Flaw, lines: list[Baris]) -> Baris:
    """Plant a fault; return the line that the problem belongs to."""
    here = block(lines, flaw.pola)
    at = next(i for i in here if re.search(flaw.cari, lines[i].teks))
    changed = re.sub(flaw.cari, flaw.ganti, lines[at].teks, count=1)
    assert changed != lines[at].teks, flaw
    first, *more = changed.split("|")
    edited = lines[here.start : here.stop]
    edited[at - here.start : at - here.start + 1] = (
        [lines[at], *(Baris(text) for text in more)] if changed else []
    )
    lines[at].teks = first
    lines[here.start : here.stop] = edited
    if not flaw.tempat:
        return edited[at - here.start]
    return [line for line in edited if re.match(flaw.tempat, line.teks)][-1]


def tanam(files: Mapping[str, str]) -> tuple[dict[str, str], Counter[Temuan]]:
    """Return ``files`` with the faults, and what has to be said about them."""
    naskah = {path: [Baris(line) for line in text.split("\n")] for path, text in files.items()}
    placed = [
        (path := berkas(flaw, k), tanam_satu(flaw, naskah[path]), flaw.kode)
        for flaw, k in islice(rencana(), CACAT_DITANAM)
    ]
    planted = Counter(
        (f"indicators/{path}", naskah[path].index(line) + 1, kode) for path, line, kode in placed
    )
    return {path: "\n".join(line.teks for line in lines) for path, lines in naskah.items()}, planted


def checked(root: Path) -> Counter[Temuan]:
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
    found = checked(write(files))
    assert {"missed": planted - found, "not planted": found - planted} == {
        "missed": Counter(),
        "not planted": Counter(),
    }


def test_results_that_are_overdue_are_said_once_for_each_instansi_and_year(write: Write) -> None:
    """Apart from the others: while there are errors, nothing is called late."""
    files = dict(data(120))
    files[f"{PEMDA}/pemda.yaml"] += "resmi: true\n"
    lengkap = checked(write(files))
    assert lengkap == Counter()
    late, below = [(4, 2023), (4, 2024)], [(1, 2022)]  # a unit below follows its parent
    for k, tahun in (*late, *below):
        del files[f"{folder(k)}/capaian/{tahun}.yaml"]
    found = checked(write(files))
    assert Counter((file, kode) for file, _, kode in found.elements()) == Counter(
        (f"indicators/{folder(k)}/iku.yaml", "hasil-terlambat") for k, _ in late
    )


def test_the_maker_of_data_is_deterministic_and_makes_the_number_asked_for(write: Write) -> None:
    assert list(data(100).items()) == list(data(100).items())
    loaded = load_laporan(write(dict(data(100))))
    assert loaded.laporan is not None
    assert len(list(loaded.laporan.all_indikator())) == 100
