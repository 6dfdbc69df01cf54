"""Whatever a file, a form or a revision holds: what is said of it is lines that can be read."""

import json

import pytest

from iku_terbuka.check import check
from iku_terbuka.diff import diff_text
from iku_terbuka.load import load_laporan
from iku_terbuka.report import annotations, code_quality, problem_json, problem_text
from iku_terbuka.source.problems import MAX_SENTENCES
from tests.conftest import ACUAN
from tests.diff.sides import BASE, HUKUM, SIDES, diff, replaced
from tests.fictional import PEMDA, Write
from tests.formulir.forms import SKALA, data, fill, import_form, template

# Of a line at a terminal: place, message, hint and code.
MAX_LINE = 3 * MAX_SENTENCES
HOSTILE = {
    "a long word": "a" * 3_000,
    "many words": "kata " * 700,
    "digits": "1" * 3_000,
    "a number with commas": "1,5" * 900,
    "what a terminal obeys": "\x1b[31m\x07\x9b2J" * 300,
    "what nobody sees": "\u202ea\u200bb\u2028" * 300,
    "lines": "satu\n\n  dua\r\n" * 200,
    "markup": "<script>|`x`[a](b)::error::" * 100,
}
IKU = f"{HUKUM}/iku.yaml"
HASIL = f"{HUKUM}/capaian/2024.yaml"
PROFIL = "kabupaten-contoh/pemda.yaml"
SCALE = "skala/mutu.yaml"
FILES = {**BASE, PROFIL: PEMDA, SCALE: SKALA}
# A word of a file, and what stands there instead: TEKS is the text, as it is and in quotes.
PLACES = [
    *((IKU, "Tingkat kepuasan layanan hukum", name) for name in ("TEKS", "&TEKS x", "*TEKS")),
    *((IKU, "Produk hukum yang selesai", name) for name in ("[TEKS", "!TEKS", "'TEKS", "{TEKS")),
    *((IKU, "{2024: 86, 2025: 88, 2026: 90}", f"{{2024: {x}}}") for x in ("TEKS", "[TEKS,TEKS]")),
    *((IKU, "persen", "TEKS"), (IKU, "kepuasan\n", "TEKS\n"), (IKU, "      arah", "      TEKS")),
    *((IKU, "rumus_capaian: naik", "skala: TEKS"), (IKU, "awal: 2021", "awal: TEKS")),
    *((HASIL, "81.2", "TEKS"), (HASIL, "kepuasan", "TEKS"), (HASIL, "sementara", "TEKS")),
    *((HASIL, "judul", "TEKS"), (HASIL, "2024\nstatus", "TEKS\nstatus")),
    *((PROFIL, "kabupaten", "TEKS"), (PROFIL, '"99.01"', "TEKS"), (PROFIL, "provinsi", "TEKS")),
    *((SCALE, "terbaca", "TEKS"), (SCALE, "predikat: B", "predikat: TEKS")),
]


def assert_lines(text: str, most: int = MAX_LINE) -> None:
    for line in text.split("\n"):
        assert line.isprintable(), line
        assert len(line) <= most, line


@pytest.mark.parametrize("what", HOSTILE)
def test_of_a_file(what: str, write: Write) -> None:
    for text in (HOSTILE[what], json.dumps(HOSTILE[what], ensure_ascii=False)):
        for file, old, new in PLACES:
            files = replaced(file, (old, new.replace("TEKS", text)), files=FILES)
            loaded = load_laporan(write(files), "indicators")
            problems = check(loaded, ACUAN)
            for problem in problems:
                assert len(problem.message) <= MAX_SENTENCES
                assert len(problem.hint) <= MAX_SENTENCES
            assert_lines("\n".join(map(str, problems)))
            assert_lines(problem_text(problems, loaded.texts))
            assert_lines(annotations(problems))
            for report in (problem_json(problems), code_quality(problems)):
                assert report.isprintable()


@pytest.mark.parametrize("what", HOSTILE)
def test_of_a_form(what: str, write: Write) -> None:
    # A workbook cannot hold what a terminal obeys.
    text = "".join(c for c in HOSTILE[what] if c.isprintable() or c in "\u202e\u200b\u2028\n")
    root = data(write)
    form = template(root)
    names = ("Realisasi 2024", "Predikat", "Keadaan", "Sumber: judul", "Analisis", "Indikator")
    fill(form, {("kepuasan", name): f"'{text}" for name in names})
    assert_lines(import_form(root, form).output)


@pytest.mark.parametrize("what", HOSTILE)
def test_of_a_change(what: str, write: Write) -> None:
    # What nobody sees is refused before.
    text = json.dumps("".join(c for c in HOSTILE[what] if c.isprintable() or c == "\n"))
    names = ("Tingkat kepuasan layanan hukum", "Produk hukum yang selesai")
    new = replaced(IKU, *((name, text) for name in names))
    assert_lines(diff_text(diff(write, new), SIDES))
