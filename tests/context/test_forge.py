"""The addresses are those of the forges: each form is tested as a person would paste it."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from iku_terbuka.context import build_context
from iku_terbuka.context.forge import MAX_ALAMAT, Forge, JenisForge, forge
from iku_terbuka.context.forge import laporan as isi_laporan
from iku_terbuka.model import Laporan, Lokasi
from tests.conftest import AKAR

GITHUB = Forge("https://github.com/pemda/iku", "main", JenisForge.GITHUB)
GITLAB = Forge("https://gitlab.com/pemda/dinas/iku", "main", JenisForge.GITLAB)
FORGEJO = Forge("https://codeberg.org/pemda/iku", "main", JenisForge.FORGEJO)
SEMUA = (GITHUB, GITLAB, FORGEJO)
BERKAS = "indicators/kabupaten-contoh/capaian/2025.yaml"


@pytest.mark.parametrize(
    ("satu", "alamat"),
    [
        (GITHUB, f"https://github.com/pemda/iku/edit/main/{BERKAS}#L7"),
        (GITLAB, f"https://gitlab.com/pemda/dinas/iku/-/edit/main/{BERKAS}#L7"),
        (FORGEJO, f"https://codeberg.org/pemda/iku/_edit/main/{BERKAS}"),
    ],
)
def test_a_file_opens_in_the_editor_at_its_line(satu: Forge, alamat: str) -> None:
    assert satu.ubah(BERKAS, 7) == alamat
    assert satu.ubah(BERKAS) == alamat.removesuffix("#L7")


@pytest.mark.parametrize(
    ("satu", "alamat"),
    [
        (
            GITHUB,
            "https://github.com/pemda/iku/new/main?filename=indicators%2Fkabupaten-contoh%2F"
            "capaian%2F2025.yaml&value=tahun%3A%202025%0A",
        ),
        (
            GITLAB,
            "https://gitlab.com/pemda/dinas/iku/-/new/main?file_name=indicators%2Fkabupaten-contoh"
            "%2Fcapaian%2F2025.yaml",
        ),
        (
            FORGEJO,
            "https://codeberg.org/pemda/iku/_new/main?filename=indicators%2Fkabupaten-contoh%2F"
            "capaian%2F2025.yaml&value=tahun%3A%202025%0A",
        ),
    ],
)
def test_a_missing_file_is_begun_with_its_name_and_text(satu: Forge, alamat: str) -> None:
    assert satu.baru(BERKAS, "tahun: 2025\n") == alamat


def test_a_text_too_long_for_an_address_is_left_out() -> None:
    assert GITHUB.baru(BERKAS, "a " * 3000) == GITHUB.baru(BERKAS)
    assert len(GITHUB.baru(BERKAS, "ab" * 2800)) in range(5600, MAX_ALAMAT)


@pytest.mark.parametrize(
    ("satu", "alamat"),
    [
        (
            GITHUB,
            "https://github.com/pemda/iku/issues/new?template=kesalahan-data.yml"
            "&title=Kesalahan%20data%3A%20Bagian%20Hukum&halaman=bagian-hukum%2F",
        ),
        (
            FORGEJO,
            "https://codeberg.org/pemda/iku/issues/new?template=.github%2FISSUE_TEMPLATE%2F"
            "kesalahan-data.yml&title=Kesalahan%20data%3A%20Bagian%20Hukum"
            "&field%3Ahalaman=bagian-hukum%2F",
        ),
    ],
)
def test_a_report_opens_the_form_with_the_page(satu: Forge, alamat: str) -> None:
    assert satu.lapor("Bagian Hukum", "bagian-hukum/") == alamat


def test_a_report_on_gitlab_has_the_headings_of_the_template() -> None:
    parts = urlsplit(GITLAB.lapor("Bagian Hukum", "https://iku.contoh.go.id/bagian-hukum/"))
    asked = parse_qs(parts.query, strict_parsing=True)
    assert parts.path == "/pemda/dinas/iku/-/issues/new"
    assert asked["issue[title]"] == ["Kesalahan data: Bagian Hukum"]
    assert asked["issue[description]"] == [isi_laporan("https://iku.contoh.go.id/bagian-hukum/")]
    template = AKAR / ".gitlab/issue_templates/kesalahan-data.md"
    assert isi_laporan("") == template.read_text(encoding="utf-8")


def test_the_form_has_the_field_that_the_addresses_fill() -> None:
    path = AKAR / ".github/ISSUE_TEMPLATE/kesalahan-data.yml"
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = {satu["id"]: satu for satu in form["body"] if "id" in satu}
    assert list(fields) == ["halaman", "keliru", "benar"]
    assert fields["halaman"]["type"] == "input"
    assert form["title"] == "Kesalahan data: "
    said = form["body"][0]["attributes"]["value"]
    assert "NIK" in said
    assert "NIP" in said


@pytest.mark.parametrize(
    ("satu", "alamat"),
    [
        (GITHUB, "https://github.com/pemda/iku/commit/abc1234"),
        (GITLAB, "https://gitlab.com/pemda/dinas/iku/-/commit/abc1234"),
        (FORGEJO, "https://codeberg.org/pemda/iku/commit/abc1234"),
    ],
)
def test_a_commit_is_shown(satu: Forge, alamat: str) -> None:
    assert satu.komit("abc1234") == alamat


ANEH = 'kota x/50%/#1?a=b&c="<script>/ké.yaml'


@pytest.mark.parametrize("satu", SEMUA, ids=lambda satu: satu.jenis)
def test_odd_paths_stay_one_address(satu: Forge) -> None:
    ubah, baru = satu.ubah(ANEH, 3), satu.baru(ANEH, ANEH)
    for alamat in (ubah, baru, satu.lapor(ANEH, ANEH)):
        assert not set(alamat) & set(' "<>\n')
    parts = urlsplit(ubah)
    assert unquote(parts.path).endswith(ANEH)
    assert parts.query == ""
    asked = parse_qs(urlsplit(baru).query, strict_parsing=True)
    assert asked.pop("file_name" if satu is GITLAB else "filename") == [ANEH]
    assert asked == ({} if satu is GITLAB else {"value": [ANEH]})


@pytest.mark.parametrize(
    ("alamat", "jenis"),
    [
        ("https://github.com/pemda/iku", JenisForge.GITHUB),
        ("https://github.com/pemda/iku.git/", JenisForge.GITHUB),
        ("https://gitlab.com/pemda/iku", JenisForge.GITLAB),
        ("https://gitlab.contoh.go.id:8443/diskominfo/data/iku", JenisForge.GITLAB),
        ("https://codeberg.org/pemda/iku", JenisForge.FORGEJO),
        ("https://forgejo.contoh.go.id/pemda/iku", JenisForge.FORGEJO),
        (" https://github.com/pemda/iku ", JenisForge.GITHUB),
    ],
)
def test_the_host_tells_the_program(alamat: str, jenis: JenisForge) -> None:
    found = forge(alamat, "")
    assert found is not None
    assert found.jenis is jenis
    assert found.cabang == "main"
    assert not found.alamat.endswith(("/", ".git", " "))


def test_no_address_is_no_forge_and_a_strange_host_needs_its_kind() -> None:
    assert forge("", "main") is None
    assert forge("  ", "main", "gitlab") is None
    with pytest.raises(ValueError, match=r"git\.contoh\.go\.id tidak dapat ditebak.*jenis_forge"):
        forge("https://git.contoh.go.id/pemda/iku", "main")
    named = forge("https://git.contoh.go.id/pemda/iku", "data/2025", "gitlab")
    assert named is not None
    assert named.ubah("a.yaml") == "https://git.contoh.go.id/pemda/iku/-/edit/data/2025/a.yaml"
    with pytest.raises(ValueError, match=r"Pilih: github, gitlab, forgejo\."):
        forge("https://git.contoh.go.id/pemda/iku", "main", "svn")


@pytest.mark.parametrize(
    "alamat",
    [
        "javascript:alert(1)",
        "javascript://github.com/pemda/iku",
        "data:text/html,x",
        "//github.com/pemda/iku",
        "github.com/pemda/iku",
        "https://github.com",
        "https://github.com/pemda",
        "https://pemakai:rahasia@github.com/pemda/iku",
        "https://github.com/pemda/iku?x=1",
        "https://github.com/pemda/iku#x",
        'https://github.com/pemda/"><script>',
        "https://github.com/pemda/i ku",
        "https://github.com/pemda/\niku",
        "git@github.com:pemda/iku",
    ],
)
def test_what_is_no_web_address_is_refused_without_being_shown(alamat: str) -> None:
    with pytest.raises(ValueError, match="bukan alamat web sebuah repositori") as refused:
        forge(alamat, "main")
    assert "rahasia" not in str(refused.value)


@pytest.mark.parametrize("berkas", ["../data/pemda.yaml", "/srv/data/pemda.yaml"])
def test_a_file_outside_the_project_has_no_address(laporan: Laporan, berkas: str) -> None:
    context = replace(build_context(laporan), forge=GITHUB)
    assert context.ubah(Lokasi("indicators/pemda.yaml")).startswith(GITHUB.alamat)
    assert context.ubah(Lokasi(berkas)) == ""
    assert context.ubah(Lokasi(berkas), "nama: X\n") == ""


def test_templates_of_both_forges_ask_the_same() -> None:
    github = AKAR / ".github/pull_request_template.md"
    gitlab = AKAR / ".gitlab/merge_request_templates/Default.md"
    assert github.read_bytes() == gitlab.read_bytes()
    assert github.read_text(encoding="utf-8").count("- [ ] ") >= 4


def test_every_owner_of_the_example_is_a_team_and_every_path_is_absolute() -> None:
    lines = Path(AKAR / ".github/CODEOWNERS.contoh").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert len(rules) >= 4
    for path, *owners in rules:
        assert path == "*" or path.startswith("/indicators/")
        assert owners
        assert all(owner.startswith("@pemda-contoh/") for owner in owners)


@pytest.mark.parametrize(
    "alamat",
    [
        "https://github.com/a/b/tree/main",
        "https://github.com/a",
        "https://gitlab.com/a/b/-/tree/main",
        "https://codeberg.org/a/b/src/branch/main",
    ],
)
def test_an_address_inside_a_repository_is_refused(alamat: str) -> None:
    with pytest.raises(ValueError, match="repositori"):
        forge(alamat, "main")
