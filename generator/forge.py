"""Where the repository of the data lives: the addresses that edit, show and report."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit


class JenisForge(StrEnum):
    """Programs whose addresses we know. Forgejo and Gitea share theirs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


@dataclass(frozen=True)
class Forge:
    """A repository on a forge: ``alamat`` without a slash at its end, ``cabang`` its branch."""

    alamat: str
    cabang: str
    jenis: JenisForge

    def ubah(self, berkas: str, baris: int = 1) -> str:
        """Return the address that edits a file in the browser, at its line where it can."""
        path = f"{quote(self.cabang)}/{quote(berkas)}"
        line = f"#L{baris}" if baris > 1 else ""
        match self.jenis:
            case JenisForge.GITHUB:
                return f"{self.alamat}/edit/{path}{line}"
            case JenisForge.GITLAB:
                return f"{self.alamat}/-/edit/{path}{line}"
            case JenisForge.FORGEJO:
                return f"{self.alamat}/_edit/{path}"

    def komit(self, komit: str) -> str:
        """Return the address that shows a commit."""
        between = "/-/commit/" if self.jenis is JenisForge.GITLAB else "/commit/"
        return f"{self.alamat}{between}{komit}"

    def lapor(self, judul: str, halaman: str) -> str:
        """Return the address of an issue about a page, with the form filled as far as we can.

        The forms are ``.github/ISSUE_TEMPLATE/kesalahan-data.yml`` and
        ``.gitlab/issue_templates/kesalahan-data.md``; Forgejo reads the first.
        """
        title = f"Kesalahan data: {judul}"
        if self.jenis is JenisForge.GITLAB:
            asked = {
                "issuable_template": "kesalahan-data",
                "issue[title]": title,
                "issue[description]": f"Halaman: {halaman}\n",
            }
            return f"{self.alamat}/-/issues/new?{urlencode(asked, quote_via=quote)}"
        template = (
            "kesalahan-data.yml"
            if self.jenis is JenisForge.GITHUB
            else ".github/ISSUE_TEMPLATE/kesalahan-data.yml"
        )
        asked = {"template": template, "title": title, "halaman": halaman}
        return f"{self.alamat}/issues/new?{urlencode(asked, quote_via=quote)}"


def forge(alamat: str, cabang: str, jenis: str = "") -> Forge | None:
    """Return the forge at ``alamat``, or nothing for an empty address.

    Without ``jenis`` the host's name tells. Raises ``ValueError``, ready to print.
    """
    alamat = alamat.strip().rstrip("/").removesuffix(".git")
    if not alamat:
        return None
    parts = urlsplit(alamat)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(
            f"Opsi “repositori: {alamat}” bukan alamat web. Tulis misalnya "
            "https://github.com/ORGANISASI/REPOSITORI."
        )
    known = [satu.value for satu in JenisForge]
    if jenis and jenis not in known:
        raise ValueError(f"Opsi “jenis_forge: {jenis}” tidak dikenal. Pilih: {', '.join(known)}.")
    hosts = {"codeberg.org": JenisForge.FORGEJO}
    guessed = next(
        (satu for satu in JenisForge if satu.value in parts.hostname), hosts.get(parts.hostname)
    )
    chosen = JenisForge(jenis) if jenis else guessed
    if chosen is None:
        raise ValueError(
            f"Program di {parts.hostname} tidak dapat ditebak dari namanya. "
            f"Tulis “jenis_forge: …” di mkdocs.yml: {', '.join(known)}."
        )
    return Forge(alamat, cabang.strip() or "main", chosen)
