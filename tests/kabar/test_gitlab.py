import json
import re
from typing import Any

from iku_terbuka.kabar import code_quality
from tests.kabar.contoh import HASIL, IKU, masalah, peringatan


def laporan(*problems: Any) -> list[dict[str, Any]]:
    report: list[dict[str, Any]] = json.loads(code_quality(problems))
    return report


def test_an_entry_has_what_gitlab_documents() -> None:
    first, second = laporan(masalah(8), peringatan(9, berkas=HASIL))
    assert re.fullmatch("[0-9a-f]{40}", first.pop("fingerprint"))
    assert first == {
        "description": "Salah. Tulis dengan titik: 3.01",
        "check_name": "koma-desimal",
        "severity": "major",
        "location": {"path": IKU, "lines": {"begin": 8}},
    }
    assert second["severity"] == "minor"
    assert second["location"] == {"path": HASIL, "lines": {"begin": 9}}


def test_nothing_wrong_is_an_empty_report() -> None:
    assert laporan() == []


def test_a_fingerprint_stays_when_lines_move() -> None:
    def sidik(geser: int) -> list[str]:
        said = f"Id “x” sudah dipakai pada baris {7 + geser}."
        lines = f"3 dari 9 indikator tidak punya satuan: baris {1 + geser}, {5 + geser}."
        problems = (masalah(8), masalah(9), masalah(9, pesan=said), masalah(9, pesan=lines))
        moved = [
            masalah(one.line + geser, one.code, berkas=one.file, pesan=one.message)
            for one in problems
        ]
        return [entry["fingerprint"] for entry in laporan(*moved)]

    assert sidik(0) == sidik(40)


def test_fingerprints_are_unique_even_of_the_same_problem_twice() -> None:
    problems = [masalah(n) for n in range(1, 6)] + [masalah(1, "x"), masalah(1, berkas=HASIL)]
    found = [entry["fingerprint"] for entry in laporan(*problems, masalah(1, pesan="Lain."))]
    assert len(set(found)) == len(found) == 8
