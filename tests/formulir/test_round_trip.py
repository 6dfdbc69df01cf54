"""Template → fill → import → template loses nothing, for every result that we have."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from iku_terbuka.formulir.compare import compare
from iku_terbuka.formulir.form import Form, build_form
from iku_terbuka.formulir.read import read_form
from iku_terbuka.formulir.save import apply_changes, new_file
from iku_terbuka.formulir.write import write_form
from iku_terbuka.load import load_laporan
from iku_terbuka.load.validate import validate
from iku_terbuka.model import CapaianTahunan, Hasil, Instansi, Laporan
from iku_terbuka.source import parse
from tests.conftest import CONTOH, DATA

SOURCES = (DATA / "indicators", CONTOH, DATA / "hostile")


@cache
def load(root: Path) -> Laporan:
    laporan = load_laporan(root).laporan
    assert laporan is not None
    return laporan


def every_instansi(root: Path) -> Iterator[Instansi]:
    for pemda in load(root).pemda:
        yield from pemda.instansi.descendants()


def values(form: Form) -> dict[str, dict[str, str]]:
    return {row.key: dict(row.values) for row in form.rows}


def from_empty(form: Form, instansi: Instansi) -> Instansi:
    """Fill an empty form with what ``form`` holds; return what its import gives."""
    filled = read_form(write_form(form))
    shown = {(row.key, key) for row in form.rows for key in row.shown}
    empty = replace(
        form,
        status="",
        is_new=True,
        rows=tuple(replace(row, values=dict.fromkeys(row.values, "")) for row in form.rows),
    )
    before = {place: text for place, text in filled.original.items() if place in shown}
    outcome = compare(replace(filled, original=before), empty)
    assert not outcome.has_errors, outcome.problems
    tahun = form.tahun
    order = [row.indikator for row in form.rows]
    text = apply_changes(new_file(tahun, f"x/capaian/{tahun}.yaml"), outcome.changes, order)
    document, problems = parse(text, "a.yaml")
    assert document is not None, problems
    results, problems = validate(document, CapaianTahunan)
    assert results is not None, problems
    return replace(
        instansi,
        capaian={**(instansi.capaian or {}), tahun: results},
        indikator=tuple(
            replace(own, hasil={**own.hasil, tahun: results.capaian.get(own.id, Hasil())})
            for own in instansi.indikator
        ),
    )


@pytest.mark.parametrize("root", SOURCES, ids=lambda root: root.name)
def test_nothing_is_lost(root: Path) -> None:
    skala, seen = load(root).skala, 0
    for instansi in every_instansi(root):
        for tahun in instansi.capaian or {}:
            full = build_form(instansi, tahun, skala)
            # An untouched form changes nothing, so the file stays as it is, to the byte.
            outcome = compare(read_form(write_form(full)), full)
            assert (outcome.changes, outcome.problems) == ((), ()), (instansi.id, tahun)
            # What it holds, typed into an empty form, comes back with the same digits and words.
            again = build_form(from_empty(full, instansi), tahun, skala)
            assert values(again) == values(full), (instansi.id, tahun)
            assert again.status == full.status
            seen += 1
    assert seen


@pytest.mark.parametrize("root", SOURCES, ids=lambda root: root.name)
def test_every_indicator_in_force_has_a_row(root: Path) -> None:
    rows = 0
    for instansi in every_instansi(root):
        for tahun in instansi.tahun:
            form = build_form(instansi, tahun, load(root).skala)
            ids = {
                own.id
                for own in instansi.indikator
                if own.berlaku(tahun) and not own.pengganti(tahun)
            }
            assert {row.indikator for row in form.rows} == ids
            keys = [row.key for row in form.rows]
            assert len(keys) == len(set(keys))
            rows += len(keys)
    assert rows


def test_the_same_form_is_the_same_bytes() -> None:
    for instansi in every_instansi(CONTOH):
        first, again = (
            write_form(build_form(instansi, 2024, load(CONTOH).skala)) for _ in range(2)
        )
        assert first == again
