"""What a reviewer reads of agreements, evaluations, registers, and decrees for many instansi."""

import pytest

from tests.conftest import RENCANA
from tests.diff.sides import diff, replaced, shown_lines
from tests.fictional import Write

REKAAN = "kabupaten-rekaan"
DINAS = f"{REKAAN}/dinas-kebencanaan"
PK = f"{DINAS}/perjanjian-kinerja/2026.yaml"
BASE = {
    path.relative_to(RENCANA).as_posix(): path.read_text(encoding="utf-8")
    for path in RENCANA.rglob("*.yaml")
}


def said(write: Write, new: dict[str, str], old: dict[str, str]) -> list[str]:
    """Return what differs, without the line that names the Pemda."""
    return [line.strip() for line in shown_lines(diff(write, new, old)) if line.startswith("  ")]


def test_an_amended_agreement_is_read_against_what_was_agreed_before(write: Write) -> None:
    start, end = BASE[PK].index("  - jenis: perubahan"), BASE[PK].index("indikator:")
    before = BASE[PK][:start] + BASE[PK][end:]
    head = "Dinas Kebencanaan · perjanjian kinerja 2026"
    version, programme, target = said(write, BASE, {**BASE, PK: before})
    assert version == f"{head} versi: {{+perubahan 2026-09, alasan perubahan anggaran+}}"
    assert programme == (
        f"{head} perubahan 2026-09 Program Penanggulangan Bencana pagu: 827.924.000 → 700.000.000"
    )
    assert target.startswith("Dinas Kebencanaan · Nilai SAKIP · 2026: target 75,35 → 75,50 · ")


def test_an_amendment_to_come_is_told_of_too(write: Write) -> None:
    new = replaced(PK, ("tanggal: 2026-09", "tanggal: 2026-12"), files=BASE)
    start, end = BASE[PK].index("  - jenis: perubahan"), BASE[PK].index("indikator:")
    before = BASE[PK][:start] + BASE[PK][end:]
    head = "Dinas Kebencanaan · perjanjian kinerja 2026"
    assert f"{head} perubahan 2026-12 target nilai-sakip: 75,35 → 75,50" in said(
        write, new, {**BASE, PK: before}
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            PK,
            "kedua: Bupati",
            "kedua: Wakil Bupati",
            "Dinas Kebencanaan · perjanjian kinerja 2026 pihak kedua: {+Wakil+} Bupati",
        ),
        (
            f"{DINAS}/evaluasi/2025.yaml",
            "total: 75.35",
            "total: 75.36",
            "Dinas Kebencanaan · evaluasi 2025 total: 75,35 → 75,36",
        ),
        (
            f"{DINAS}/daftar-dokumen.yaml",
            "ditetapkan: 2026-02-25",
            "ditetapkan: 2026-02-26",
            "Dinas Kebencanaan · daftar dokumen LKjIP 2025 ditetapkan: [-2026-02-25-] "
            "{+2026-02-26+}",
        ),
        (
            f"{DINAS}/capaian/2025.yaml",
            "realisasi: 700500000",
            "realisasi: 700600000",
            "Dinas Kebencanaan · capaian 2025 program 1.05.03 realisasi: 700.500.000 → 700.600.000",
        ),
        (
            f"{REKAAN}/dokumen/perbup-12-2025.yaml",
            "nomor: 12 Tahun 2025",
            "nomor: 13 Tahun 2025",
            "Kabupaten Rekaan · dokumen perbup-12-2025 nomor: [-12-] {+13+} Tahun 2025",
        ),
    ],
)
def test_a_changed_key_is_named_once(
    write: Write, file: str, old: str, new: str, line: str
) -> None:
    assert said(write, replaced(file, (old, new), files=BASE), BASE) == [line]


def test_what_came_and_went_is_named(write: Write) -> None:
    register = f"{DINAS}/daftar-dokumen.yaml"
    start = BASE[register].index("- jenis: LKjIP")
    assert said(write, {**BASE, register: BASE[register][:start]}, BASE) == [
        "Dinas Kebencanaan · daftar dokumen: [-LKjIP 2025-]"
    ]
    decree = {f"{REKAAN}/dokumen/perbup-1-2027.yaml": "jenis: Peraturan Bupati Rekaan\n"}
    assert said(write, {**BASE, **decree}, BASE) == [
        "Kabupaten Rekaan · dokumen perbup-1-2027: {+Peraturan Bupati Rekaan+}"
    ]


def test_the_programmes_of_a_new_year_are_told(write: Write) -> None:
    results = f"{DINAS}/capaian/2025.yaml"
    before = {path: text for path, text in BASE.items() if path != results}
    told = [line for line in said(write, BASE, before) if "program" in line]
    head = "Dinas Kebencanaan · capaian 2025 program 1.05.03"
    assert told[0] == f"{head} realisasi: 700.500.000 (baru)"


def test_a_recommendation_is_known_by_its_text_not_by_its_place(write: Write) -> None:
    file = f"{DINAS}/evaluasi/2025.yaml"
    start = BASE[file].index("rekomendasi:")
    head, (first, second) = BASE[file][:start], ("Menyusun pohon kinerja", "Terbit tepat waktu.")
    rows = f"  - {{isi: {first}, status: belum}}\n", f"  - {{isi: {second}, status: belum}}\n"
    base = {**BASE, file: f"{head}rekomendasi:\n{rows[0]}{rows[1]}"}
    done = rows[1].replace("belum", "selesai")
    assert said(write, {**base, file: f"{head}rekomendasi:\n{rows[1]}{rows[0]}"}, base) == []
    assert said(write, {**base, file: f"{head}rekomendasi:\n{done}{rows[0]}"}, base) == [
        "Dinas Kebencanaan · evaluasi 2025 rekomendasi Terbit tepat waktu status: "
        "[-belum-] {+selesai+}"
    ]
