"""The same Markdown through Hugo, where it is installed, to know what another engine would cost."""

from pathlib import Path

CONFIG = """\
title = "IKU"
baseURL = "/"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
TEMPLATE = """\
<!doctype html><html lang="id"><title>{{ .Title }} - {{ .Site.Title }}</title>
<nav>{{ range .Site.Home.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ .Content }}</main></html>
"""


def write_project(pages: Path, target: Path) -> None:
    """Write a Hugo project in ``target`` from the Markdown tree in ``pages``, charts inside."""
    for page in sorted(pages.rglob("*.md")):
        # A page with pages below it is a section there.
        section = any(child.is_dir() for child in page.parent.iterdir())
        name = "_index.md" if section else page.name
        copy = target / "content" / page.relative_to(pages).with_name(name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page.read_bytes())
    for layout in ("single", "list"):
        path = target / "layouts/_default" / f"{layout}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEMPLATE, encoding="utf-8")
    (target / "config.toml").write_text(CONFIG, encoding="utf-8")
