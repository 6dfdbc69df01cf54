"""Equal fingerprints mean equal pages: whatever changes a page changes its fingerprint."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.history import History
from iku_terbuka.load import load_laporan
from iku_terbuka.mkdocs_plugin.penanda import PENANDA
from iku_terbuka.mkdocs_plugin.sidik_situs import sidik_data, sidik_umum
from iku_terbuka.output import OutputFile, Rencana
from iku_terbuka.sidik import SidikData, sidik
from iku_terbuka.site import Situs
from tests.conftest import ACUAN, CONTOH


def test_a_fingerprint_tells_where_one_text_ends() -> None:
    assert sidik("ab", "c") == sidik("ab", "c") != sidik("a", "bc") != sidik("abc")


def test_an_instansi_depends_on_its_folder_and_on_the_names_above() -> None:
    teks = {
        "skala/x.yaml": "1",
        "pemda/pemda.yaml": "1",
        "pemda/iku.yaml": "1",
        "pemda/capaian/2024.yaml": "1",
        "pemda/dinas/iku/2021.yaml": "1",
        "pemda/dinas/bidang/iku.yaml": "1",
        "pemda/dinas-lain/iku.yaml": "1",
    }
    simpul = {"pemda", "pemda/dinas", "pemda/dinas/bidang", "pemda/dinas-lain"}

    def semua(teks: dict[str, str]) -> dict[tuple[str, bool], str]:
        data = SidikData(teks.items(), simpul)
        return {
            (id_, below): data.instansi(id_, bawahan=below)
            for id_ in simpul
            for below in (False, True)
        }

    before = semua(teks)
    changed = {
        path: {key for key, made in semua({**teks, path: "2"}).items() if made != before[key]}
        for path in teks
    }
    everywhere = set(before)
    assert changed["skala/x.yaml"] == everywhere
    assert changed["pemda/pemda.yaml"] == changed["pemda/iku.yaml"] == everywhere
    assert changed["pemda/capaian/2024.yaml"] == {("pemda", False), ("pemda", True)}
    assert changed["pemda/dinas/bidang/iku.yaml"] == {
        *(("pemda/dinas/bidang", False), ("pemda/dinas/bidang", True)),
        *(("pemda/dinas", True), ("pemda", True)),
    }
    assert ("pemda/dinas/bidang", False) in changed["pemda/dinas/iku/2021.yaml"]
    assert ("pemda/dinas", True) not in changed["pemda/dinas-lain/iku.yaml"]
    gone = {path: text for path, text in teks.items() if path != "pemda/dinas/bidang/iku.yaml"}
    assert semua(gone)["pemda/dinas", True] != before["pemda/dinas", True]


def test_an_indicator_depends_on_nothing_that_is_told_of_another_alone() -> None:
    teks = {
        "pemda/pemda.yaml": "1",
        "pemda/@jalan/hasil": "1",
        "pemda/dinas/iku.yaml": "1",
        "pemda/dinas/capaian/2024.yaml": "1",
        "pemda/dinas/@air/hasil": "1",
        "pemda/dinas/@air/riwayat": "1",
        "pemda/dinas/@air-bersih/hasil": "1",
        "pemda/dinas/bidang/iku.yaml": "1",
        "pemda/dinas/bidang/@air/hasil": "1",
    }

    def semua(teks: dict[str, str]) -> dict[str, str]:
        data = SidikData(teks.items(), {"pemda", "pemda/dinas", "pemda/dinas/bidang"})
        made = {id_: rencana("pemda/dinas", indikator=id_) for id_ in ("air", "air-bersih")}
        made |= {"dinas": rencana("pemda/dinas"), "pemda": rencana("pemda", bawahan=True)}
        return {name: data.rencana(satu) for name, satu in made.items()}

    before = semua(teks)
    changed = {
        path: {name for name, made in semua({**teks, path: "2"}).items() if made != before[name]}
        for path in teks
    }
    for name in ("pemda/pemda.yaml", "pemda/dinas/iku.yaml", "pemda/dinas/capaian/2024.yaml"):
        assert changed[name] == set(before)
    assert changed["pemda/dinas/@air/hasil"] == {"air", "dinas", "pemda"}
    assert changed["pemda/dinas/@air/riwayat"] == {"air", "dinas", "pemda"}
    assert changed["pemda/dinas/@air-bersih/hasil"] == {"air-bersih", "dinas", "pemda"}
    for name in ("pemda/@jalan/hasil", "pemda/dinas/bidang/iku.yaml"):
        assert changed[name] == {"pemda"}


def rencana(instansi: str, *, bawahan: bool = False, indikator: str = "") -> Rencana:
    def buat() -> OutputFile:
        raise AssertionError

    return Rencana("", buat, instansi, bawahan=bawahan, indikator=indikator)


FORGE = find_forge("https://github.com/contoh/iku", "main", "")
SEMUA_HASIL = [
    *("angka-kematian-bayi", "kematian-demam-berdarah", "kasus-keracunan-pangan"),
    *("penemuan-tuberkulosis", "prevalensi-stunting", "cakupan-imunisasi-dasar"),
    "waktu-tunggu-rawat-jalan",
]
Keadaan = tuple[dict[str, str], dict[str, str]]


def keadaan(root: Path, ubah: Callable[[Context], Context] = lambda context: context) -> Keadaan:
    """Return contents and fingerprint of all that is planned of the data in ``root``."""
    muatan = load_laporan(root)
    assert muatan.laporan, muatan.problems
    context = ubah(build_context(muatan.laporan, acuan=ACUAN))
    teks = {path.removeprefix(f"{root.name}/"): text for path, text in muatan.teks.items()}
    kini = replace(context, penanda=None)  # files to take away tell the day
    data, umum, umum_kini = sidik_data(context, teks), sidik_umum(context), sidik_umum(kini)
    made: dict[str, str] = {}
    prints: dict[str, str] = {}
    for satu in chain(Situs(context, {}).halaman(), Situs(kini, {}).unduhan()):
        if isinstance(satu, Rencana) and not satu.path.endswith(".xlsx"):
            file, page = satu.buat(), satu.path.endswith(".md")
            assert file.path == satu.path
            made[satu.path] = repr(file)
            prints[satu.path] = sidik(umum if page else umum_kini, data.rencana(satu))
    return made, prints


def tanpa_berkas(satu: Keadaan) -> Keadaan:
    """Leave out the files to take away."""
    made, prints = (
        {path: told for path, told in part.items() if not path.endswith((".csv", ".json"))}
        for part in satu
    )
    return made, prints


def periksa(before: Keadaan, after: Keadaan) -> set[str]:
    """Return what changed, all of it with another fingerprint."""
    changed = {path for path, text in after[0].items() if before[0].get(path) != text}
    kept = {path for path in changed if before[1].get(path) == after[1][path]}
    assert not kept, "these changed, and would be taken from before"
    return changed


@pytest.fixture(scope="module")
def dasar(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Keadaan]:
    root = tmp_path_factory.mktemp("sidik") / "indicators"
    shutil.copytree(CONTOH, root)
    return root, keadaan(root)


@pytest.mark.parametrize(
    ("berkas", "lama", "baru"),
    [
        ("kabupaten-contoh/pemda.yaml", "Kabupaten Contoh", "Kabupaten Misal"),
        ("kabupaten-contoh/iku.yaml", "nama: ", "nama: Angka baru "),
        ("kabupaten-contoh/capaian/2024.yaml", "realisasi: ", "realisasi: 1"),
        ("kabupaten-contoh/dinas-kesehatan/iku.yaml", "instansi: ", "instansi: Badan "),
        ("kabupaten-contoh/sekretariat-daerah/iku.yaml", "instansi: ", "instansi: Kantor "),
        ("kabupaten-contoh/sekretariat-daerah/iku.yaml", "makna: ", "makna: Lain. "),
        ("kabupaten-contoh/dinas-kesehatan/capaian/2024.yaml", "realisasi: ", "realisasi: 1"),
        ("kabupaten-contoh/dinas-kesehatan/capaian/2023.yaml", "judul: ", "judul: Salinan "),
        ("skala/sakip.yaml", "predikat: BB", "predikat: XX"),
        ("skala/permendagri-86-2017.yaml", "predikat: ", "predikat: Amat "),
    ],
)
def test_no_page_changes_under_the_same_fingerprint(
    dasar: tuple[Path, Keadaan], berkas: str, lama: str, baru: str
) -> None:
    root, before = dasar
    path = root / berkas
    text = path.read_text(encoding="utf-8")
    assert lama in text
    path.write_text(text.replace(lama, baru, 1), encoding="utf-8")
    try:
        assert periksa(before, keadaan(root))
    finally:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("lama", "baru", "tersentuh"),
    [
        # A page names the lines of its results.
        ("halaman: 24", "halaman: 42", ["kematian-demam-berdarah"]),
        ("status: final", "status: sementara", SEMUA_HASIL),
        ("tahun: 2024", "\ntahun: 2024", SEMUA_HASIL),
        ("    realisasi: 97.25", "\n    realisasi: 97.25", SEMUA_HASIL[-1:]),
    ],
)
def test_a_change_of_a_year_touches_the_pages_that_show_it(
    dasar: tuple[Path, Keadaan], lama: str, baru: str, tersentuh: list[str]
) -> None:
    root, _ = dasar
    path = root / "kabupaten-contoh/dinas-kesehatan/capaian/2024.yaml"
    text = path.read_text(encoding="utf-8")
    assert lama in text
    path.write_text(text.replace(lama, baru, 1), encoding="utf-8")
    try:
        after = keadaan(root, lambda context: replace(context, forge=FORGE))
    finally:
        path.write_text(text, encoding="utf-8")
    before = keadaan(root, lambda context: replace(context, forge=FORGE))
    periksa(before, after)
    touched = {
        path for path, made in after[1].items() if path.endswith(".md") and before[1][path] != made
    }
    folder = "kabupaten-contoh/dinas-kesehatan"
    own = {page for page in touched if page.count("/") == 3 and "/tahun-" not in page}
    assert own == {f"{folder}/{id_}/index.md" for id_ in tersentuh}
    assert {f"{folder}/index.md", f"{folder}/tahun-2024/index.md"} <= touched


KEPALA = "tahun: 2024\nstatus: final\ncapaian:\n  prevalensi-stunting:\n    realisasi: 14\n"
EKOR = "# catatan redaksi\n    tindak_lanjut: Pindah.\n"
TENGAH = "  cakupan-imunisasi-dasar:\n    realisasi: 97\n"
KURUNG = "  cakupan-imunisasi-dasar: {realisasi: 97"


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        (f"{KEPALA}{EKOR}{TENGAH}", f"{KEPALA}{TENGAH}{EKOR}"),
        (f"{KEPALA}{KURUNG},\ncatatan: abc\n }}\n", f"{KEPALA}{KURUNG}}}\ncatatan: abc\n }}\n"),
    ],
    ids=["to another indicator", "from an indicator to the year"],
)
def test_lines_that_change_hands_touch_both(
    dasar: tuple[Path, Keadaan], lama: str, baru: str
) -> None:
    root, _ = dasar
    path = root / "kabupaten-contoh/dinas-kesehatan/capaian/2024.yaml"
    text = path.read_text(encoding="utf-8")
    states = []
    try:
        for isi in (lama, baru):
            path.write_text(isi, encoding="utf-8")
            states.append(keadaan(root))
    finally:
        path.write_text(text, encoding="utf-8")
    assert periksa(*states)


@pytest.mark.parametrize(
    "ubah",
    [
        lambda context: replace(context, commit="0123456789"),
        lambda context: replace(context, site_name="Kinerja Contoh"),
        lambda context: replace(context, site_url="https://iku.contoh.example/"),
        lambda context: replace(context, riwayat=History(note="Tidak lengkap.")),
        lambda context: replace(context, lisensi=find_lisensi("CC-BY-4.0")),
        lambda context: replace(
            context, forge=find_forge("https://github.com/contoh/iku", "main", "")
        ),
        lambda context: build_context(context.laporan, acuan=date(2020, 1, 1)),
    ],
)
def test_options_of_the_site_count_too(
    dasar: tuple[Path, Keadaan], ubah: Callable[[Context], Context]
) -> None:
    root, before = dasar
    assert periksa(before, keadaan(root, ubah))


HARI = (date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31))


def test_planned_pages_know_of_the_day_only_the_year(dasar: tuple[Path, Keadaan]) -> None:
    root, _ = dasar

    def pada(day: date) -> Keadaan:
        return keadaan(
            root,
            lambda context: replace(
                build_context(context.laporan, acuan=day), penanda=PENANDA, commit=day.isoformat()
            ),
        )

    first, *others = [tanpa_berkas(pada(day)) for day in HARI]
    assert all(other == first for other in others)
    assert any(repr(PENANDA.keadaan)[1:-1] in page for page in first[0].values())
    assert periksa(first, tanpa_berkas(pada(date(2027, 1, 1))))
    assert periksa(pada(HARI[0]), pada(HARI[1]))


def test_since_when_an_instansi_is_known_counts(dasar: tuple[Path, Keadaan]) -> None:
    root, _ = dasar
    first, second = (
        keadaan(root, lambda context, since=since: replace(context, riwayat=since))
        for since in (
            History(note=""),
            History(since={"kabupaten-contoh/dinas-kesehatan": date(2024, 1, 2)}, note=""),
        )
    )
    changed = periksa(first, second)
    assert changed
    assert all(path.startswith("kabupaten-contoh/dinas-kesehatan/") for path in changed)
