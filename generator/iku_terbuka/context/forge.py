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
MAX_URL_LENGTH = 6000
REPORT_FORM = "kesalahan-data"
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%+-]+){2,}")


class ForgeKind(StrEnum):
    """Programs whose addresses are known here. Forgejo and Gitea share theirs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


# Hosts whose name does not hold the name of their program.
_HOSTS = {"codeberg.org": ForgeKind.FORGEJO, "gitea.com": ForgeKind.FORGEJO}


@dataclass(frozen=True)
class Forge:
    """A repository on a forge: ``url`` without a slash at its end."""

    url: str
    branch: str
    kind: ForgeKind

    def edit_url(self, path: str, line: int = 1) -> str:
        """Return the address that edits a file in the browser, at its line where it can."""
        target = f"{quote(self.branch)}/{quote(path)}"
        anchor = f"#L{line}" if line > 1 else ""
        match self.kind:
            case ForgeKind.GITHUB:
                return f"{self.url}/edit/{target}{anchor}"
            case ForgeKind.GITLAB:
                return f"{self.url}/-/edit/{target}{anchor}"
            case ForgeKind.FORGEJO:
                return f"{self.url}/_edit/{target}"

    def new_url(self, path: str, text: str = "") -> str:
        """Return the address that begins a file in the browser, with ``text`` where it can."""
        branch = quote(self.branch)
        match self.kind:
            case ForgeKind.GITHUB:
                start = f"{self.url}/new/{branch}?{_query({'filename': path})}"
            case ForgeKind.GITLAB:
                return f"{self.url}/-/new/{branch}?{_query({'file_name': path})}"
            case ForgeKind.FORGEJO:
                start = f"{self.url}/_new/{branch}?{_query({'filename': path})}"
        filled = f"{start}&{_query({'value': text})}"
        return filled if text and len(filled) <= MAX_URL_LENGTH else start

    def file_url(self, commit: str, path: str, line: int) -> str:
        """Return the address that shows a line of a file as it is in a commit."""
        target = f"{commit}/{quote(path)}#L{line}"
        match self.kind:
            case ForgeKind.GITHUB:
                return f"{self.url}/blob/{target}"
            case ForgeKind.GITLAB:
                return f"{self.url}/-/blob/{target}"
            case ForgeKind.FORGEJO:
                return f"{self.url}/src/commit/{target}"

    def commit_url(self, commit: str) -> str:
        """Return the address that shows a commit."""
        between = "/-/commit/" if self.kind is ForgeKind.GITLAB else "/commit/"
        return f"{self.url}{between}{commit}"

    def report_url(self, title: str, page: str) -> str:
        """Return the address of an issue about a page, with the form filled as far as we can.

        The form is ``.github/ISSUE_TEMPLATE/kesalahan-data.yml``; Forgejo reads it too. A GitLab
        of today drops its template where a description is given, so its headings are given here.
        """
        subject = f"Kesalahan data: {title}"
        form = f"{REPORT_FORM}.yml"
        match self.kind:
            case ForgeKind.GITHUB:
                asked = {"template": form, "title": subject, "halaman": page}
            case ForgeKind.FORGEJO:
                template = f".github/ISSUE_TEMPLATE/{form}"
                asked = {"template": template, "title": subject, "field:halaman": page}
            case ForgeKind.GITLAB:
                asked = {"issue[title]": subject, "issue[description]": report_text(page)}
                return f"{self.url}/-/issues/new?{_query(asked)}"
        return f"{self.url}/issues/new?{_query(asked)}"


def report_text(page: str) -> str:
    """Return the text of a report about a page, as ``.gitlab/issue_templates`` has it."""
    return (
        f"**Halaman:** {page}\n\n**Yang keliru:**\n\n**Yang benar, dan sumbernya:**\n\n"
        "Laporan ini terbuka untuk umum: jangan menulis nama, NIP, NIK, atau nomor telepon.\n"
    )


def find_forge(url: str, branch: str, kind: str = "") -> Forge | None:
    """Return the forge at ``url``, or nothing for an empty address.

    Without ``kind`` the host's name tells. Raises ``ValueError``, ready to print.
    """
    url = url.strip().rstrip("/").removesuffix(".git")
    if not url:
        return None
    if not _URL.fullmatch(url):
        # Never shown back: it may hold a password.
        raise ValueError(
            "Opsi “repositori” di mkdocs.yml bukan alamat web sebuah repositori. Tulis misalnya "
            "https://github.com/ORGANISASI/REPOSITORI, tanpa nama pengguna dan kata sandi."
        )
    parts = urlsplit(url)
    host, folders = parts.hostname or "", parts.path.strip("/").split("/")
    inside = {"-", "tree", "src", "blob", ".."} & set(folders) or (
        host == "github.com" and len(folders) != 2
    )
    if inside:
        raise ValueError(
            "Opsi “repositori” di mkdocs.yml menunjuk ke dalam repositori. Tulis alamat "
            "halaman depannya saja, misalnya https://github.com/ORGANISASI/REPOSITORI."
        )
    known = [program.value for program in ForgeKind]
    if kind and kind not in known:
        raise ValueError(f"Opsi “jenis_forge: {kind}” tidak dikenal. Pilih: {', '.join(known)}.")
    guessed = next((program for program in ForgeKind if program.value in host), _HOSTS.get(host))
    chosen = ForgeKind(kind) if kind else guessed
    if chosen is None:
        raise ValueError(
            f"Program di {host} tidak dapat ditebak dari namanya. "
            f"Tulis “jenis_forge: …” di mkdocs.yml: {', '.join(known)}."
        )
    return Forge(url, branch.strip() or "main", chosen)


def _query(asked: dict[str, str]) -> str:
    return urlencode(asked, quote_via=quote)
