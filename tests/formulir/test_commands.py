"""``iku template`` and ``iku import`` at the command line."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from iku_terbuka.cli.formulir import template_command
from tests.fictional import Write
from tests.formulir.forms import IKU, INSTANSI, data, fill, import_form, result_file, run, template


def ask(root: Path, instansi: str, tahun: str = "2024", out: str = "a.xlsx") -> object:
    result = run(
        template_command,
        *(instansi, "--tahun", tahun, "-o", str(root.parent / out), "--indicators", str(root)),
    )
    if result.exception is not None:
        assert isinstance(result.exception, click.ClickException), result.exception
        return result.exception.format_message()
    return result.return_value


@pytest.mark.parametrize(
    "typed", [INSTANSI, f"{INSTANSI}/", f"/{INSTANSI}", f"indicators/{INSTANSI}", f"./{INSTANSI}"]
)
def test_the_instansi_as_people_type_it(write: Write, typed: str) -> None:
    assert ask(data(write), typed) == 0


def test_an_unknown_instansi_names_the_nearest(write: Write) -> None:
    root = data(write)
    for typed in ("dinas-contoh", "kabupaten-contoh/dinas-conto", "dinas-contohh"):
        assert ask(root, typed) == f"Instansi “{typed}” tidak ada. Maksudnya {INSTANSI}?"
    assert ask(root, "../../etc") == "Instansi “../../etc” tidak ada. Periksa ejaan foldernya."


@pytest.mark.parametrize(
    ("tahun", "out", "said"),
    [
        ("2030", "a.xlsx", "Tidak ada indikator Dinas Contoh yang berlaku pada 2030. Tahun yang"),
        ("dua", "a.xlsx", "“dua” bukan tahun."),
        ("2024", "a.xls", "harus berakhiran .xlsx"),
    ],
)
def test_what_cannot_be_made_is_said(write: Write, tahun: str, out: str, said: str) -> None:
    assert said in str(ask(data(write), INSTANSI, tahun, out))


def test_a_form_that_may_be_filled_is_not_overwritten(write: Write) -> None:
    root = data(write)
    assert ask(root, INSTANSI) == 0
    assert ask(root, INSTANSI) == 0, "the same form once more loses nothing"
    fill(root.parent / "a.xlsx", {("kepuasan", "Realisasi 2024"): 5})
    assert "sudah ada dan mungkin sudah diisi" in str(ask(root, INSTANSI))


def test_mistakes_of_another_instansi_do_not_matter(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", "Realisasi 2024"): 81})
    other = root / "kabupaten-contoh" / "dinas-lain"
    other.mkdir()
    (other / "iku.yaml").write_text("instansi: [", encoding="utf-8")
    assert import_form(root, form).return_value == 0


def test_mistakes_of_its_own_files_come_first(write: Write) -> None:
    root = data(write, "tahun: 2024\ncapaian:\n  kepuasan: {realisasi: 81,2}\n")
    result = run(
        template_command, INSTANSI, "--tahun", "2024", "-o", "x.xlsx", "--indicators", str(root)
    )
    assert result.return_value == 1
    assert "koma" in result.output
    assert "Perbaiki dahulu berkas itu." in result.output


def test_a_changed_decree_is_named(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", "Realisasi 2024"): 81})
    iku = root / INSTANSI / "iku.yaml"
    iku.write_text(IKU.replace("86.50", "90"), encoding="utf-8")
    result = import_form(root, form)
    assert result.return_value == 0
    assert "Target berubah sejak formulir ini dibuat: 86,50 → 90." in result.output
    assert result_file(root).exists()


def test_without_the_libraries_it_says_what_to_install(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = data(write)
    monkeypatch.delitem(sys.modules, "iku_terbuka.formulir.write", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert "Pustaka Excel “xlsxwriter” belum terpasang." in str(ask(root, INSTANSI))


def test_help_and_check_do_without_the_libraries() -> None:
    code = (
        "import sys, iku_terbuka.cli.formulir, iku_terbuka.cli.check\n"
        "print(sorted({'openpyxl', 'xlsxwriter', 'ruamel'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
