"""What MkDocs warns of in a build that succeeds: said in Indonesian, counted, refused if strict."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from iku_terbuka.cli.commands import iku
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from tests.conftest import EPOCH
from tests.fictional import PEMDA

SETTINGS = """\
site_name: IKU Uji
{more}plugins:
  - iku:
      hanya: kabupaten-contoh
{options}"""
# What is wrong, as a text to add, and what is said of it.
OF_PAGES = {
    "[a](tidak-ada.md)": "Tautan “tidak-ada.md” tidak menunjuk halaman atau berkas mana pun.",
    "[a](lain)": "Tautan “lain” tidak menunjuk berkas.",
    "[a](/lain.md)": "Tautan “/lain.md” diawali garis miring",
    "[a](../data/index.md#z)": "menunjuk “#z”, yang tidak ada di data/index.md.",
    "[a](#z)": "Tautan “#z” menunjuk bagian yang tidak ada di halaman ini.",
}
OF_SETTINGS = {
    "nav: [index.md, hilang/index.md]\n": "“nav” menyebut hilang/index.md, yang tidak ada.",
    "kontak: kami\n": "Kunci “kontak” tidak dikenal MkDocs.",
    "theme: {name: material, logo: assets/hilang.png}\n": "Berkas “assets/hilang.png”",
    "extra_css: [hilang.css]\n": "Berkas “hilang.css” (extra_css) tidak ada",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "mkdocs.yml": SETTINGS.format(more="", options=""),
        "indicators/kabupaten-contoh/pemda.yaml": PEMDA,
        "content/kelengkapan/index.md": "# Kelengkapan\n\n{more}\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("{more}", ""), encoding="utf-8")
    return tmp_path


def warnings(project: Path) -> tuple[str, ...]:
    return build(project / "mkdocs.yml", project / "site", None)


def test_every_doubt_of_mkdocs_is_said_in_indonesian(project: Path) -> None:
    assert warnings(project) == ()
    path = project / "content/kelengkapan/index.md"
    path.write_text("# Kelengkapan\n\n" + "\n\n".join(OF_PAGES), encoding="utf-8")
    told = warnings(project)
    assert all(line.startswith("content/kelengkapan/index.md: ") for line in told)
    for said in OF_PAGES.values():
        assert sum(said in line for line in told) == 1, told


@pytest.mark.parametrize(("more", "said"), OF_SETTINGS.items())
def test_what_mkdocs_yml_names_and_is_not_there(project: Path, more: str, said: str) -> None:
    text = SETTINGS.format(more=more, options="")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    told = warnings(project)
    assert len([line for line in told if line.startswith("mkdocs.yml: ") and said in line]) == 1


def test_a_key_of_ours_that_is_misspelt(project: Path) -> None:
    text = SETTINGS.format(more="", options="      kontakk: kami\n")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert warnings(project) == (
        "mkdocs.yml: Kunci “kontakk” di bawah plugin “iku” tidak dikenal. Periksa ejaannya.",
    )


def test_strict_leaves_the_site_before(project: Path) -> None:
    warnings(project)
    before = (project / "site/index.html").read_bytes()
    (project / "content/kelengkapan/index.md").write_text("# K\n\n[a](b.md)\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"(?s)“b\.md”.*1 peringatan"):
        build(project / "mkdocs.yml", project / "site", None, strict=True)
    assert (project / "site/index.html").read_bytes() == before
    assert "b.md" not in (project / "site/kelengkapan/index.html").read_text(encoding="utf-8")
    text = SETTINGS.format(more="strict: true\n", options="")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(BuildError, match="1 peringatan"):
        warnings(project)


def test_the_command_line_counts_them(project: Path) -> None:
    (project / "content/kelengkapan/index.md").write_text("# K\n\n[a](b.md)\n", encoding="utf-8")
    ended = CliRunner().invoke(iku, ["build"], standalone_mode=False)
    assert ended.return_value == 0
    assert ended.stdout == "Selesai. Buka site/index.html\n"
    assert ended.stderr.splitlines()[-2:] == [
        "peringatan: content/kelengkapan/index.md: Tautan “b.md” tidak menunjuk halaman atau "
        "berkas mana pun.",
        "1 peringatan.",
    ]
