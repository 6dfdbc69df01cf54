"""What was written by hand: the Markdown of ``content/`` and the navigation of mkdocs.yml."""

from collections.abc import Iterator
from typing import Any

from mkdocs.structure.files import Files


def dalam_navigasi(nav: Any) -> Iterator[str]:
    """Yield the paths that a navigation as written in mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from dalam_navigasi(part)


def naskah(files: Files) -> dict[str, str]:
    """Return the hand-written Markdown by path."""
    return {
        file.src_uri: file.content_string
        for file in files
        if file.src_uri.endswith(".md") and file.generated_by is None
    }
