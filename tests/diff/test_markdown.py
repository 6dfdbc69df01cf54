"""The comment on a pull request: nothing from the data is markup, and it always fits."""

import re
from pathlib import Path

import pytest

from iku_terbuka.context import build_context
from iku_terbuka.diff import (
    MAX_LENGTH,
    Diff,
    compare,
    diff_markdown,
    diff_text,
)
from iku_terbuka.diff.markdown import escape
from iku_terbuka.load import load_laporan
from tests.conftest import ACUAN, CONTOH
from tests.diff.sides import BASE, HASIL, HUKUM, IKU, SIDES, diff, replaced
from tests.fictional import Write

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = (
    "@semua <b onclick=x>tebal</b> [klik](https://jahat.example) ![g](http://jahat.example/x.png) "
    "https://jahat.example www.jahat.example a@jahat.example #12 org/repo#3 !4 GH-5 :tada: $x$ "
    "`kode` **tebal** __tebal__ ~~coret~~ | sel | &lt;script&gt; <!-- --> \\* ~label %tonggak "
    "1234567890abcdef1234567890abcdef12345678 </details> {+x+}"
)


def as_read(markdown: str) -> str:
    """Return what a reader sees of a text, with the invisible cuts and entities gone."""
    text = markdown.replace("&#8203;", "")
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)


def test_nothing_in_a_text_is_markup() -> None:
    said = escape(HOSTILE)
    assert as_read(said) == HOSTILE, "and all of it can be read"
    bare = re.sub(r"&#\d+;", "", said)
    assert not set("\\`*_[]<>|~${}&") & set(bare)
    # What forges turn into links although it is no markup; they look behind entities.
    shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), said)
    for pattern in (
        *(r"@\w", r"#\d", r"!\d", r"%\w", r"~\w", r"\$\w", r"://", r"www\.", r"(?i)gh-\d"),
        *(r":\w+:", r"\b[0-9a-f]{7,40}\b"),
    ):
        assert re.search(pattern, HOSTILE), pattern
        assert not re.search(pattern, shown), pattern


def test_hostile_names_stay_names_everywhere(write: Write) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    old = replaced(f"{HUKUM}/iku.yaml", ("instansi: Bagian Hukum", f"instansi: {quoted}"))
    for words in ("Tingkat kepuasan layanan hukum", "Meningkatnya layanan hukum"):
        old = replaced(f"{HUKUM}/iku.yaml", (words, quoted), files=old)
    new = replaced(
        f"{HUKUM}/capaian/2024.yaml", ("81.2", "84"), ("LKjIP 2024", "'- 1. # @a'"), files=old
    )
    new = replaced(f"{HUKUM}/iku.yaml", ("Kepuasan warga", "1. @b <i>"), files=new)
    found = diff(write, new, old)
    said = diff_markdown(found, SIDES)
    body = said.replace("<!-- iku-diff -->", "", 1)
    assert "realisasi 81,2 → 84" in body
    for pattern in (r"<", r"\]\(", r"@\w", r"://", r"(?m)^\s*- (?:\d+[.)]|[-+#>])"):
        assert not re.search(pattern, body), pattern
    text = diff_text(found, SIDES, coloured=True)
    assert "@semua <b onclick" in text


def many_files(count: int, value: str) -> dict[str, str]:
    rows = "".join(
        f"      - id: i-{i}\n        nama: Indikator contoh nomor {i}\n        satuan: persen\n"
        f"        arah: naik\n        rumus_capaian: naik\n        target: {{2024: 80}}\n"
        for i in range(count)
    )
    results = "".join(f"  i-{i}: {{realisasi: {value}}}\n" for i in range(count))
    return {
        **BASE,
        f"{HUKUM}/iku.yaml": IKU + rows,
        f"{HUKUM}/capaian/2024.yaml": HASIL + results,
    }


def test_a_thousand_changes_fit_folded_and_say_what_is_missing(write: Write) -> None:
    old, new = many_files(1_000, "70"), many_files(1_000, "75.5")
    new = replaced(f"{HUKUM}/iku.yaml", ("2026: 90", "2026: 80"), files=new)
    found = diff(write, new, old)
    said = diff_markdown(found, SIDES)
    assert 50_000 < len(said) < MAX_LENGTH < 65_536
    assert said.startswith("<!-- iku-diff -->\n**1.000 realisasi diubah, 1 target diubah setelah")
    assert said.count("<details>") == said.count("</details>") == 1
    shown = said.count("realisasi 70 → 75,5")
    assert f"**Tidak muat di sini: {1_000 - shown} dari 1.001 baris.**" in said
    assert "target diubah setelah tahunnya berjalan**" in said
    assert diff_text(found, SIDES).count("realisasi 70 → 75,5") == 1_000
    few = diff_markdown(found, SIDES, 1_200)
    assert len(few) < 1_200
    assert "**target diubah setelah tahunnya berjalan**" in few, "what is marked comes first"


def test_nothing_to_say_is_said(write: Write) -> None:
    assert diff_markdown(Diff(), SIDES) == (
        "<!-- iku-diff -->\n**Tidak ada perubahan pada data.**\n\n"
        "Dari `main` (`aaaaaaa`) ke `usulan` (`bbbbbbb`).\n"
    )


DINAS, EKONOMI = "dinas-kesehatan", "sekretariat-daerah/bagian-perekonomian-rekaan"
LINGKUNGAN = "dinas-lingkungan-hidup-rekaan"
# A year's work in one pull request: file, what is there, what comes instead.
EDITS = (
    ("../skala/permendagri-86-2017.yaml", "mulai: 76, di_bawah: 91", "mulai: 80, di_bawah: 91"),
    ("../skala/permendagri-86-2017.yaml", "mulai: 66, di_bawah: 76", "mulai: 66, di_bawah: 80"),
    ("pemda.yaml", "batas_capaian: 120", "batas_capaian: 110"),
    (f"{EKONOMI}/capaian/2024.yaml", "realisasi: 5.00", "realisasi: 4.85"),
    (f"{EKONOMI}/capaian/2024.yaml", "diterbitkan: {capaian: 100,", "diterbitkan: {capaian: 98.5,"),
    (f"{EKONOMI}/capaian/2025.yaml", "status: sementara", "status: final"),
    (f"{EKONOMI}/capaian/2025.yaml", "baru dibagikan pada", "dibagikan pada 18"),
    (f"{EKONOMI}/iku.yaml", "2026: 5.4", "2026: 5.0"),
    (f"{EKONOMI}/iku.yaml", "terlalu tinggi maupun terlalu rendah", "terlalu tinggi"),
    (f"{EKONOMI}/iku.yaml", "id: temuan-berulang", "id: temuan-yang-berulang"),
    (f"{EKONOMI}/capaian/2024.yaml", "temuan-berulang:", "temuan-yang-berulang:"),
    (f"{EKONOMI}/capaian/2025.yaml", "temuan-berulang:", "temuan-yang-berulang:"),
    (f"{LINGKUNGAN}/capaian/2024.yaml", "realisasi: 100", "keadaan: tidak_diukur"),
    (f"{LINGKUNGAN}/capaian/2025.yaml", "keadaan: tidak_diukur", "realisasi: 96"),
    ("dinas-kearsipan-rekaan/iku.yaml", "instansi: Dinas", "instansi: Badan"),
    ("dinas-pendidikan/iku.yaml", "Meningkatnya akses dan mutu", "Membaiknya mutu"),
    ("dinas-pendidikan/capaian/2024.yaml", "realisasi: 20\n", "realisasi: 21\n"),
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Diff:
    before = {
        path.relative_to(CONTOH).as_posix(): path.read_text() for path in CONTOH.rglob("*.yaml")
    }
    after = dict(before)
    for name, old, new in EDITS:
        file = f"kabupaten-contoh/{name}".replace("kabupaten-contoh/../", "")
        assert old in after[file], (file, old)
        after[file] = after[file].replace(old, new, 1)
    for year in (2021, 2022, 2023):
        file = f"kabupaten-contoh/{EKONOMI}/capaian/{year}.yaml"
        after[file] = re.sub(r"  temuan-berulang:\n(    .*\n)+", "", after[file])
    del after["kabupaten-contoh/dinas-pendidikan/capaian/2016.yaml"]
    sides = []
    for side, files in (("lama", before), ("baru", after)):
        root = tmp_path_factory.mktemp(side) / "indicators"
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        loaded = load_laporan(root)
        assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
        sides.append(build_context(loaded.laporan, acuan=ACUAN))
    ralat = frozenset({f"indicators/kabupaten-contoh/{EKONOMI}/capaian/2024.yaml"})
    return compare(*sides, ralat=ralat)


def test_a_rich_change_reads_as_recorded(rich: Diff) -> None:
    said = {"kaya.md": diff_markdown(rich, SIDES), "kaya.txt": diff_text(rich, SIDES)}
    for name, text in said.items():
        assert text == (GOLDEN / name).read_text(encoding="utf-8"), name


def test_colour_adds_nothing_but_colour(rich: Diff) -> None:
    coloured = diff_text(rich, SIDES, coloured=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == diff_text(rich, SIDES)
