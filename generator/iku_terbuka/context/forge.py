"""Where the repository of the data lives: the addresses that edit, show and report.

The forms are those of the forges themselves: GitHub and Forgejo take ``filename`` and ``value``
for a new file and the ids of an issue form's fields as parameters (Forgejo with ``field:`` before
them); GitLab takes ``file_name``, and ``issue[description]`` instead of its template.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit

# What servers and browsers surely take; GitHub answers “URI too long” from about 8,000 on.
MAX_ALAMAT = 6000
FORMULIR = "kesalahan-data"
_ALAMAT = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%+-]+){2,}")


class JenisForge(StrEnum):
    """Programs whose addresses we know. Forgejo and Gitea share theirs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


# Hosts whose name does not hold the name of their program.
_TUAN_RUMAH = {"codeberg.org": JenisForge.FORGEJO, "gitea.com": JenisForge.FORGEJO}


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

    def baru(self, berkas: str, isi: str = "") -> str:
        """Return the address that begins a file in the browser, with ``isi`` where it can."""
        branch = quote(self.cabang)
        match self.jenis:
            case JenisForge.GITHUB:
                start = f"{self.alamat}/new/{branch}?{_tanya({'filename': berkas})}"
            case JenisForge.GITLAB:
                return f"{self.alamat}/-/new/{branch}?{_tanya({'file_name': berkas})}"
            case JenisForge.FORGEJO:
                start = f"{self.alamat}/_new/{branch}?{_tanya({'filename': berkas})}"
        filled = f"{start}&{_tanya({'value': isi})}"
        return filled if isi and len(filled) <= MAX_ALAMAT else start

    def komit(self, komit: str) -> str:
        """Return the address that shows a commit."""
        between = "/-/commit/" if self.jenis is JenisForge.GITLAB else "/commit/"
        return f"{self.alamat}{between}{komit}"

    def lapor(self, judul: str, halaman: str) -> str:
        """Return the address of an issue about a page, with the form filled as far as we can.

        The form is ``.github/ISSUE_TEMPLATE/kesalahan-data.yml``; Forgejo reads it too. A GitLab
        of today drops its template where a description is given, so its headings are given here.
        """
        title = f"Kesalahan data: {judul}"
        form = f"{FORMULIR}.yml"
        match self.jenis:
            case JenisForge.GITHUB:
                asked = {"template": form, "title": title, "halaman": halaman}
            case JenisForge.FORGEJO:
                template = f".github/ISSUE_TEMPLATE/{form}"
                asked = {"template": template, "title": title, "field:halaman": halaman}
            case JenisForge.GITLAB:
                asked = {"issue[title]": title, "issue[description]": laporan(halaman)}
                return f"{self.alamat}/-/issues/new?{_tanya(asked)}"
        return f"{self.alamat}/issues/new?{_tanya(asked)}"


def laporan(halaman: str) -> str:
    """Return the text of a report about a page, as ``.gitlab/issue_templates`` has it."""
    return (
        f"**Halaman:** {halaman}\n\n**Yang keliru:**\n\n**Yang benar, dan sumbernya:**\n\n"
        "Laporan ini terbuka untuk umum: jangan menulis nama, NIP, NIK, atau nomor telepon.\n"
    )


def forge(alamat: str, cabang: str, jenis: str = "") -> Forge | None:
    """Return the forge at ``alamat``, or nothing for an empty address.

    Without ``jenis`` the host's name tells. Raises ``ValueError``, ready to print.
    """
    alamat = alamat.strip().rstrip("/").removesuffix(".git")
    if not alamat:
        return None
    if not _ALAMAT.fullmatch(alamat):
        # Never shown back: it may hold a password.
        raise ValueError(
            "Opsi “repositori” di mkdocs.yml bukan alamat web sebuah repositori. Tulis misalnya "
            "https://github.com/ORGANISASI/REPOSITORI, tanpa nama pengguna dan kata sandi."
        )
    parts = urlsplit(alamat)
    host, folders = parts.hostname or "", parts.path.strip("/").split("/")
    inside = {"-", "tree", "src", "blob", ".."} & set(folders) or (
        host == "github.com" and len(folders) != 2
    )
    if inside:
        raise ValueError(
            "Opsi “repositori” di mkdocs.yml menunjuk ke dalam repositori. Tulis alamat "
            "halaman depannya saja, misalnya https://github.com/ORGANISASI/REPOSITORI."
        )
    known = [satu.value for satu in JenisForge]
    if jenis and jenis not in known:
        raise ValueError(f"Opsi “jenis_forge: {jenis}” tidak dikenal. Pilih: {', '.join(known)}.")
    guessed = next((satu for satu in JenisForge if satu.value in host), _TUAN_RUMAH.get(host))
    chosen = JenisForge(jenis) if jenis else guessed
    if chosen is None:
        raise ValueError(
            f"Program di {host} tidak dapat ditebak dari namanya. "
            f"Tulis “jenis_forge: …” di mkdocs.yml: {', '.join(known)}."
        )
    return Forge(alamat, cabang.strip() or "main", chosen)


def _tanya(asked: dict[str, str]) -> str:
    return urlencode(asked, quote_via=quote)
