"""Every code is documented once, and each example says exactly what the catalogue claims."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel

from iku_terbuka.check import check
from iku_terbuka.kode import KATALOG, KODE, Jenis, Kode
from iku_terbuka.load import load_laporan
from iku_terbuka.load.schema import validate
from iku_terbuka.problems import Problem
from iku_terbuka.source import parse
from tests.conftest import ACUAN
from tests.kode.perancah import DASAR, DINAS, IKU, berkas
from tests.test_invalid import every_code

Tulis = Callable[[dict[str, str]], Path]

DENGAN_TEKS = [satu for satu in KODE.values() if satu.jenis.berupa_teks]


def periksa(root: Path) -> tuple[Problem, ...]:
    return check(load_laporan(root, "indicators"), ACUAN)


def pesan(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def test_every_code_has_one_entry_and_every_entry_a_code() -> None:
    entries = [satu.kode for topik in KATALOG for satu in topik.kode]
    assert len(entries) >= 90
    assert sorted(entries) == sorted(every_code())


def test_the_surroundings_of_the_examples_are_valid(tulis: Tulis) -> None:
    assert periksa(tulis(DASAR)) == ()


@pytest.mark.parametrize("satu", DENGAN_TEKS, ids=lambda satu: satu.kode)
def test_the_wrong_example_says_what_the_catalogue_says(satu: Kode, tulis: Tulis) -> None:
    found = periksa(tulis(berkas(satu.jenis, satu.salah)))
    assert {pesan(one) for one in found if one.code == satu.kode} == {satu.pesan}
    assert all(one.is_error != satu.peringatan for one in found if one.code == satu.kode)
    assert {one.code for one in found if one.is_error} <= {satu.kode}


@pytest.mark.parametrize("satu", DENGAN_TEKS, ids=lambda satu: satu.kode)
def test_nothing_is_said_of_the_right_example(satu: Kode, tulis: Tulis) -> None:
    assert [str(one) for one in periksa(tulis(berkas(satu.jenis, satu.benar)))] == []


def _ganti(isi: bytes) -> Callable[[Path, pytest.MonkeyPatch], tuple[Problem, ...]]:
    def make(root: Path, _patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        (root / DINAS / "iku.yaml").write_bytes(isi)
        return periksa(root)

    return make


def _tautan(root: Path, _patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    link = root / DINAS / "capaian"
    try:
        link.symlink_to(root.parent, target_is_directory=True)
    except OSError as error:
        pytest.skip(f"this system has no such thing: {error}")
    return periksa(root)


def _ditolak(root: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    """Refuse one file; the tests may run as a user who is refused nothing."""
    opening = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.name == "iku.yaml":
            raise PermissionError
        return opening(path, *args)

    patch.setattr(Path, "open", refuse)
    return periksa(root)


def _asing(_root: Path, _patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    """No field of ours has a type without words of its own."""

    class Asing(BaseModel):
        jumlah: int

    document, _ = parse("jumlah: banyak", "asing.yaml")
    assert document is not None
    return tuple(validate(document, Asing)[1])


KEJADIAN: dict[str, Callable[[Path, pytest.MonkeyPatch], tuple[Problem, ...]]] = {
    "folder-tidak-ada": lambda root, _: check(load_laporan(root / "tidak-ada", "indicators")),
    "berkas-tidak-terbaca": _ditolak,
    "tautan-simbolik": _tautan,
    "bukan-utf8": _ganti("instansi: Dinas Contoh\n".encode("utf-16")),
    "berkas-terlalu-besar": _ganti(b"# " + b"x" * 1_000_000),
    "terlalu-dalam": _ganti(b"instansi: " + b"[" * 51),
    "terlalu-banyak-masalah": _ganti(b"instansi: A\nfungsi:\n" + b"-\n" * 500),
    "teks-terlalu-panjang": _ganti(IKU.encode() + b"tugas: " + b"x" * 20_001),
    "isi-tidak-sah": _asing,
}


@pytest.mark.parametrize("kode", sorted(KEJADIAN))
def test_what_no_text_can_show_says_what_the_catalogue_says(
    kode: str, tulis: Tulis, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = KEJADIAN[kode](tulis(DASAR), monkeypatch)
    assert KODE[kode].jenis is Jenis.KEJADIAN
    assert {pesan(one) for one in found if one.code == kode} == {KODE[kode].pesan}


def test_every_entry_is_tried() -> None:
    tried = {satu.kode for satu in DENGAN_TEKS} | set(KEJADIAN)
    assert tried == set(KODE)


def test_entries_are_short_indonesian_sentences() -> None:
    for satu in KODE.values():
        assert satu.judul[0].isupper() or satu.judul[0] in "“i", satu.kode
        assert not satu.judul.endswith("."), satu.kode
        assert satu.arti.endswith("."), satu.kode
        assert len(satu.arti) <= 260, satu.kode
        if satu.jenis.berupa_teks:
            widest = max(len(line) for line in (satu.salah + satu.benar).splitlines())
            assert widest <= 66, satu.kode
            assert satu.salah != satu.benar, satu.kode
