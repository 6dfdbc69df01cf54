"""The same Markdown through Hugo, where it is installed, to know what another engine would cost."""

from pathlib import Path

KONFIGURASI = """\
title = "IKU"
baseURL = "/"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
TEMPLAT = """\
<!doctype html><html lang="id"><title>{{ .Title }} - {{ .Site.Title }}</title>
<nav>{{ range .Site.Home.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ .Content }}</main></html>
"""


def proyek(halaman: Path, tujuan: Path) -> None:
    """Write a Hugo project in ``tujuan`` from the Markdown tree in ``halaman``, charts inside."""
    for page in sorted(halaman.rglob("*.md")):
        # A page with pages below it is a section there.
        section = any(child.is_dir() for child in page.parent.iterdir())
        name = "_index.md" if section else page.name
        copy = tujuan / "content" / page.relative_to(halaman).with_name(name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page.read_bytes())
    for layout in ("single", "list"):
        path = tujuan / "layouts/_default" / f"{layout}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEMPLAT, encoding="utf-8")
    (tujuan / "config.toml").write_text(KONFIGURASI, encoding="utf-8")
