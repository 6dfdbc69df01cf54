"""The addresses are those of the forges: each form is tested as a person would paste it."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from iku_terbuka.context import build_context
from iku_terbuka.context.forge import MAX_URL_LENGTH, Forge, ForgeKind, find_forge, report_text
from iku_terbuka.model import Laporan, Lokasi
from tests.conftest import ROOT

GITHUB = Forge("https://github.com/pemda/iku", "main", ForgeKind.GITHUB)
GITLAB = Forge("https://gitlab.com/pemda/dinas/iku", "main", ForgeKind.GITLAB)
FORGEJO = Forge("https://codeberg.org/pemda/iku", "main", ForgeKind.FORGEJO)
SEMUA = (GITHUB, GITLAB, FORGEJO)
BERKAS = "indicators/kabupaten-contoh/capaian/2025.yaml"


@pytest.mark.parametrize(
    ("host", "url"),
    [
        (GITHUB, f"https://github.com/pemda/iku/edit/main/{BERKAS}#L7"),
        (GITLAB, f"https://gitlab.com/pemda/dinas/iku/-/edit/main/{BERKAS}#L7"),
        (FORGEJO, f"https://codeberg.org/pemda/iku/_edit/main/{BERKAS}"),
    ],
)
def test_a_file_opens_in_the_editor_at_its_line(host: Forge, url: str) -> None:
    assert host.edit_url(BERKAS, 7) == url
    assert host.edit_url(BERKAS) == url.removesuffix("#L7")


@pytest.mark.parametrize(
    ("host", "url"),
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
def test_a_missing_file_is_begun_with_its_name_and_text(host: Forge, url: str) -> None:
    assert host.new_url(BERKAS, "tahun: 2025\n") == url


def test_a_text_too_long_for_an_address_is_left_out() -> None:
    assert GITHUB.new_url(BERKAS, "a " * 3000) == GITHUB.new_url(BERKAS)
    assert len(GITHUB.new_url(BERKAS, "ab" * 2800)) in range(5600, MAX_URL_LENGTH)


@pytest.mark.parametrize(
    ("host", "url"),
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
def test_a_report_opens_the_form_with_the_page(host: Forge, url: str) -> None:
    assert host.report_url("Bagian Hukum", "bagian-hukum/") == url


def test_a_report_on_gitlab_has_the_headings_of_the_template() -> None:
    parts = urlsplit(GITLAB.report_url("Bagian Hukum", "https://iku.contoh.go.id/bagian-hukum/"))
    asked = parse_qs(parts.query, strict_parsing=True)
    assert parts.path == "/pemda/dinas/iku/-/issues/new"
    assert asked["issue[title]"] == ["Kesalahan data: Bagian Hukum"]
    assert asked["issue[description]"] == [report_text("https://iku.contoh.go.id/bagian-hukum/")]
    template = ROOT / ".gitlab/issue_templates/kesalahan-data.md"
    assert report_text("") == template.read_text(encoding="utf-8")


def test_the_form_has_the_field_that_the_addresses_fill() -> None:
    path = ROOT / ".github/ISSUE_TEMPLATE/kesalahan-data.yml"
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = {field["id"]: field for field in form["body"] if "id" in field}
    assert list(fields) == ["halaman", "keliru", "benar"]
    assert fields["halaman"]["type"] == "input"
    assert form["title"] == "Kesalahan data: "
    said = form["body"][0]["attributes"]["value"]
    assert "NIK" in said
    assert "NIP" in said


@pytest.mark.parametrize(
    ("host", "url"),
    [
        (GITHUB, "https://github.com/pemda/iku/commit/abc1234"),
        (GITLAB, "https://gitlab.com/pemda/dinas/iku/-/commit/abc1234"),
        (FORGEJO, "https://codeberg.org/pemda/iku/commit/abc1234"),
    ],
)
def test_a_commit_is_shown(host: Forge, url: str) -> None:
    assert host.commit_url("abc1234") == url


ANEH = 'kota x/50%/#1?a=b&c="<script>/ké.yaml'


@pytest.mark.parametrize("host", SEMUA, ids=lambda host: host.kind)
def test_odd_paths_stay_one_address(host: Forge) -> None:
    edit, new = host.edit_url(ANEH, 3), host.new_url(ANEH, ANEH)
    for url in (edit, new, host.report_url(ANEH, ANEH)):
        assert not set(url) & set(' "<>\n')
    parts = urlsplit(edit)
    assert unquote(parts.path).endswith(ANEH)
    assert parts.query == ""
    asked = parse_qs(urlsplit(new).query, strict_parsing=True)
    assert asked.pop("file_name" if host is GITLAB else "filename") == [ANEH]
    assert asked == ({} if host is GITLAB else {"value": [ANEH]})


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/pemda/iku", ForgeKind.GITHUB),
        ("https://github.com/pemda/iku.git/", ForgeKind.GITHUB),
        ("https://gitlab.com/pemda/iku", ForgeKind.GITLAB),
        ("https://gitlab.contoh.go.id:8443/diskominfo/data/iku", ForgeKind.GITLAB),
        ("https://codeberg.org/pemda/iku", ForgeKind.FORGEJO),
        ("https://forgejo.contoh.go.id/pemda/iku", ForgeKind.FORGEJO),
        (" https://github.com/pemda/iku ", ForgeKind.GITHUB),
    ],
)
def test_the_host_tells_the_program(url: str, kind: ForgeKind) -> None:
    found = find_forge(url, "")
    assert found is not None
    assert found.kind is kind
    assert found.branch == "main"
    assert not found.url.endswith(("/", ".git", " "))


def test_no_address_is_no_forge_and_a_strange_host_needs_its_kind() -> None:
    assert find_forge("", "main") is None
    assert find_forge("  ", "main", "gitlab") is None
    with pytest.raises(ValueError, match=r"git\.contoh\.go\.id tidak dapat ditebak.*jenis_forge"):
        find_forge("https://git.contoh.go.id/pemda/iku", "main")
    named = find_forge("https://git.contoh.go.id/pemda/iku", "data/2025", "gitlab")
    assert named is not None
    assert named.edit_url("a.yaml") == "https://git.contoh.go.id/pemda/iku/-/edit/data/2025/a.yaml"
    with pytest.raises(ValueError, match=r"Pilih: github, gitlab, forgejo\."):
        find_forge("https://git.contoh.go.id/pemda/iku", "main", "svn")


@pytest.mark.parametrize(
    "url",
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
def test_what_is_no_web_address_is_refused_without_being_shown(url: str) -> None:
    with pytest.raises(ValueError, match="bukan alamat web sebuah repositori") as refused:
        find_forge(url, "main")
    assert "rahasia" not in str(refused.value)


@pytest.mark.parametrize("berkas", ["../data/pemda.yaml", "/srv/data/pemda.yaml"])
def test_a_file_outside_the_project_has_no_address(laporan: Laporan, berkas: str) -> None:
    context = replace(build_context(laporan), forge=GITHUB)
    assert context.edit_link(Lokasi("indicators/pemda.yaml")).startswith(GITHUB.url)
    assert context.edit_link(Lokasi(berkas)) == ""
    assert context.edit_link(Lokasi(berkas), "nama: X\n") == ""


def test_templates_of_both_forges_ask_the_same() -> None:
    github = ROOT / ".github/pull_request_template.md"
    gitlab = ROOT / ".gitlab/merge_request_templates/Default.md"
    assert github.read_bytes() == gitlab.read_bytes()
    assert github.read_text(encoding="utf-8").count("- [ ] ") >= 4


def test_every_owner_of_the_example_is_a_team_and_every_path_is_absolute() -> None:
    lines = Path(ROOT / ".github/CODEOWNERS.contoh").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert len(rules) >= 4
    for path, *owners in rules:
        assert path == "*" or path.startswith("/indicators/")
        assert owners
        assert all(owner.startswith("@pemda-contoh/") for owner in owners)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/a/b/tree/main",
        "https://github.com/a",
        "https://gitlab.com/a/b/-/tree/main",
        "https://codeberg.org/a/b/src/branch/main",
    ],
)
def test_an_address_inside_a_repository_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="repositori"):
        find_forge(url, "main")
