"""Changes of a results file leave every line alone that they are not about."""

import pytest

from iku_terbuka.formulir.outcome import CannotSaveError, YamlChange
from iku_terbuka.formulir.save import apply_changes, new_file
from iku_terbuka.load import load_laporan
from iku_terbuka.model.skeleton import capaian_skeleton
from iku_terbuka.source import parse
from tests.conftest import CONTOH

ORDER = ("a", "b", "c", "d")
FILE = """\
# Kepala berkas.
tahun: 2024   # tahun anggaran
capaian:

  # Tentang a
  a:
    realisasi:   81.20   # dari survei
    # Sumbernya
    sumber: { judul: 'LKjIP',   halaman: 3 }
    catatan:
    - >-
      Satu yang panjang
      dua baris
    - dua   # kedua

  # Tentang c
  c: {realisasi: 010}
  # Sesudah c
catatan: "tetap"
# Akhir.
"""


def number(cell_place: str, fill: str | None) -> YamlChange:
    return YamlChange(tuple(cell_place.split("/")), fill, is_number=True)


def text_change(cell_place: str, fill: str | tuple[str, ...] | None) -> YamlChange:
    return YamlChange(tuple(cell_place.split("/")), fill)


@pytest.mark.parametrize(
    ("ubahan", "old", "new"),
    [
        ([number("capaian/a/realisasi/nilai", "84")], "realisasi:   81.20 ", "realisasi: 84      "),
        (
            [text_change("capaian/a/realisasi/predikat", "BB")],
            "realisasi:   81.20   # dari survei",
            "realisasi: {nilai: 81.20, predikat: BB} # dari survei",
        ),
        (
            [text_change("capaian/a/sumber/judul", "LKjIP 2024")],
            "{ judul: 'LKjIP',   halaman: 3 }",
            "{judul: 'LKjIP 2024', halaman: 3}",
        ),
        (
            [text_change("capaian/a/sumber/tautan", "https://contoh.example/" + "x" * 90)],
            "{ judul: 'LKjIP',   halaman: 3 }",
            "{judul: 'LKjIP', tautan: https://contoh.example/" + "x" * 90 + ", halaman: 3}",
        ),
        (
            [text_change("capaian/a/analisis", "Baik: naik.")],
            "halaman: 3 }\n",
            "halaman: 3 }\n    analisis: 'Baik: naik.'\n",
        ),
        (
            [
                text_change("capaian/a/keadaan", "tidak_diukur"),
                number("capaian/a/realisasi/nilai", None),
            ],
            "    realisasi:   81.20   # dari survei\n",
            "    keadaan: tidak_diukur\n",
        ),
        (
            [number("capaian/b/realisasi/nilai", "5"), text_change("capaian/b/sumber/judul", "L")],
            "# kedua\n",
            "# kedua\n  b:\n    realisasi: 5\n    sumber:\n      judul: L\n",
        ),
        (
            [number("capaian/d/realisasi/nilai", "-1.50")],
            "realisasi: 010}\n",
            "realisasi: 010}\n  d:\n    realisasi: -1.50\n",
        ),
        ([number("capaian/c/realisasi/nilai", "7")], "{realisasi: 010}", "{realisasi: 7}"),
        ([number("capaian/c/realisasi/nilai", None)], "  c: {realisasi: 010}\n", ""),
        ([text_change("status", "final")], "anggaran\n", "anggaran\nstatus: final\n"),
        (
            [text_change("capaian/c/analisis", "kata " * 40 + "akhir")],
            "{realisasi: 010}",
            "{realisasi: 010, analisis: " + "kata " * 40 + "akhir}",
        ),
        (
            [number("capaian/c/variabel/x", "1"), number("capaian/c/variabel/y", "2")],
            "{realisasi: 010}",
            "{realisasi: 010, variabel: {x: 1, y: 2}}",
        ),
    ],
)
def test_one_change_is_one_place(ubahan: list[YamlChange], old: str, new: str) -> None:
    assert old in FILE
    assert apply_changes(FILE, ubahan, ORDER) == FILE.replace(old, new)


def test_items_that_stay_keep_their_form() -> None:
    items = ("Satu yang panjang dua baris", "dua", "tiga")
    after = apply_changes(FILE, [text_change("capaian/a/catatan", items)], ORDER)
    assert "      - >-\n        Satu yang panjang\n        dua baris\n" in after
    assert "      - dua # kedua\n" in after
    assert "      - tiga\n" in after


def test_an_indicator_may_be_called_as_a_key_is() -> None:
    ubahan = [text_change("capaian/realisasi/catatan", ("satu",))]
    for old in (
        new_file(2024, "x/capaian/2024.yaml"),
        "tahun: 2024\ncapaian: {a: {realisasi: 1}}",
    ):
        document, _ = parse(apply_changes(old, ubahan, ("realisasi",)), "a.yaml")
        assert document is not None
        assert document.data["capaian"]["realisasi"] == {"catatan": ["satu"]}  # type: ignore[call-overload,index]


def test_line_ends_of_windows_stay() -> None:
    windows = FILE.replace("\n", "\r\n")
    after = apply_changes(windows, [number("capaian/a/realisasi/nilai", "84")], ORDER)
    assert after == apply_changes(FILE, [number("capaian/a/realisasi/nilai", "84")], ORDER).replace(
        "\n", "\r\n"
    )


def test_a_long_text_is_folded_as_our_files_are() -> None:
    text = "Warga menunggu lebih singkat karena loket bertambah. " * 5
    after = apply_changes(
        new_file(2024, "x/capaian/2024.yaml"),
        [
            text_change("capaian/a/analisis", text.strip()),
            text_change("capaian/a/tindak_lanjut", "a\n\n# b"),
        ],
        ORDER,
    )
    assert "    analisis: >-\n      Warga menunggu" in after
    assert "    tindak_lanjut: |-\n      a\n\n      # b\n" in after
    assert max(map(len, after.splitlines())) <= 100


@pytest.mark.parametrize(
    "text",
    [
        *("- a", "# a", "a: b", "a #b", "'a", '"a"', "*a", "&a", "!a", "{a", "[a", "@a", "%a"),
        *("`a`", "=1+1", "no", "~", "null", "1.5", "2024-05-03", "a\\b", "|", ">", "? a", "😀 ok"),
        *("a\n- b\n# c: d", "kunci: nilai\nkunci: nilai", "---", "...", "<<", "0x1F", "1_000"),
    ],
)
def test_any_text_comes_back(text: str) -> None:
    for old in (FILE, new_file(2024, "x/capaian/2024.yaml")):
        after = apply_changes(old, [text_change("capaian/b/analisis", text)], ORDER)
        document, problems = parse(after, "a.yaml")
        assert not problems
        assert document is not None
        assert document.data["capaian"]["b"] == {"analisis": text}  # type: ignore[call-overload,index]


@pytest.mark.parametrize(
    "flow",
    [
        "{tahun: 2024, capaian: {a: {realisasi: 1}}}\n",
        "tahun: 2024\ncapaian: {a: {realisasi: 1}}\n",
    ],
)
def test_files_in_braces(flow: str) -> None:
    after = apply_changes(flow, [number("capaian/a/realisasi/nilai", "2.50")], ORDER)
    assert after == flow.replace("realisasi: 1", "realisasi: 2.50")


def test_what_cannot_be_kept_is_refused() -> None:
    with pytest.raises(CannotSaveError):
        apply_changes(
            "tahun: 2024\ncapaian: {a: *x}\n", [number("capaian/a/realisasi/nilai", "2")], "a"
        )


def test_a_skeleton_is_filled_between_its_comments() -> None:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    instansi = next(
        one
        for one in laporan.pemda[0].instansi.descendants()
        if one.id.endswith("sekretariat-daerah")
    )
    skeleton = capaian_skeleton(instansi, 2026)
    order = [one.id for one in instansi.indikator]
    ubahan = [
        number("capaian/indeks-pelayanan-publik/realisasi/nilai", "4.51"),
        text_change("capaian/indeks-pelayanan-publik/sumber/judul", "LKjIP 2026"),
        number("capaian/produk-hukum-tepat-waktu/variabel/tepat", "3"),
    ]
    after = apply_changes(skeleton, ubahan, order)
    kept, lines = skeleton.splitlines(), after.splitlines()
    assert [line for line in kept if "#" in line] == [line for line in lines if "#" in line]
    assert "    realisasi: 4.51\n    sumber:\n      judul: LKjIP 2026\n\n" in after
    assert "    realisasi:\n    variabel:\n      tepat: 3\n    # Atau" in after
