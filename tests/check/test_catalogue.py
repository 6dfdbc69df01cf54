"""Every code is explained once, and the page shows what the check says of each example."""

from pathlib import Path

import pytest
import yaml

from iku_terbuka.check.catalogue import CodeEntry, catalogue, entries
from tests.check.examples import (
    EVENTS,
    PESAN,
    VALID,
    files_with,
    run,
    run_wrong,
    said,
    write_files,
)
from tests.test_invalid import every_code

WITH_TEXT = [entry for entry in entries().values() if entry.tempat.is_text]


def test_every_code_has_one_entry_and_every_entry_a_code() -> None:
    codes = [entry.kode for area in catalogue() for entry in area.kode]
    assert len(codes) >= 90
    assert sorted(codes) == sorted(every_code())


def test_every_data_file_is_read_and_no_message_is_left_over() -> None:
    files = {path.stem for path in (PESAN.parent / "kode").iterdir()}
    assert files == {area.id for area in catalogue()}
    assert list(yaml.safe_load(PESAN.read_text(encoding="utf-8"))) == sorted(entries())


def test_the_surroundings_of_the_examples_are_valid(tmp_path: Path) -> None:
    assert run(write_files(tmp_path, VALID)) == ()


@pytest.mark.parametrize("entry", entries().values(), ids=lambda entry: entry.kode)
def test_the_page_shows_what_is_said_of_the_wrong_example(entry: CodeEntry, tmp_path: Path) -> None:
    try:
        found = run_wrong(entry, tmp_path / "indicators")
    except OSError as error:
        pytest.skip(f"this system has no such thing: {error}")
    assert said(entry, found) == {"pesan": entry.pesan, "peringatan": entry.peringatan}, (
        "run: python -m tests.check.examples"
    )
    if entry.tempat.is_text:
        assert {one.code for one in found if one.is_error} <= {entry.kode}


@pytest.mark.parametrize("entry", WITH_TEXT, ids=lambda entry: entry.kode)
def test_nothing_is_said_of_the_right_example(entry: CodeEntry, tmp_path: Path) -> None:
    right = write_files(tmp_path, files_with(entry.tempat, entry.benar))
    assert [str(one) for one in run(right)] == []


def test_what_no_text_can_show_is_made() -> None:
    assert set(EVENTS) == set(entries()) - {entry.kode for entry in WITH_TEXT}


def test_entries_are_short_indonesian_sentences() -> None:
    for entry in entries().values():
        assert entry.judul[0].isupper() or entry.judul[0] in "“i", entry.kode
        assert not entry.judul.endswith("."), entry.kode
        assert entry.arti.endswith("."), entry.kode
        assert len(entry.arti) <= 260, entry.kode
        if entry.tempat.is_text:
            widest = max(len(line) for line in (entry.salah + entry.benar).splitlines())
            assert widest <= 66, entry.kode
            assert entry.salah != entry.benar, entry.kode
