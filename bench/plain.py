"""The plain way, to measure against: stock Material, one pyplot chart for every indicator.

The pages are ours, as Markdown without their charts; that they were made first is not counted.
The navigation is what MkDocs makes of the folders when nothing else is said.
"""

import re
import sys
from pathlib import Path

_CHART = re.compile(r'<svg class="iku-(?:tren|percik)".*?</svg>', re.DOTALL)
CONFIG = """\
site_name: IKU
theme: {name: material, language: id}
markdown_extensions: [attr_list, def_list]
plugins: [search]
"""
YEARS = tuple(range(2016, 2026))


def write_project(pages: Path, target: Path) -> None:
    """Write a plain project in ``target`` from the Markdown tree in ``pages``."""
    for page in sorted(pages.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if 'class="iku-tren"' in text:
            text = _CHART.sub("", text) + "\n![Grafik](grafik.svg)\n"
        copy = target / "docs" / page.relative_to(pages)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(_CHART.sub("", text), encoding="utf-8")
    (target / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def draw(number: int, path: Path) -> None:
    """Draw the chart of indicator ``number`` as the tutorials do."""
    import matplotlib.pyplot as plt  # noqa: PLC0415 (the parent measures, and draws nothing)

    targets = [60 + number % 30 + i for i in range(len(YEARS))]
    figure, axes = plt.subplots(figsize=(6.4, 3.4))
    axes.bar(YEARS, [target - number % 7 for target in targets], label="Realisasi")
    axes.plot(YEARS, targets, "--", marker="D", color="tab:orange", label="Target")
    axes.set_title("Target dan realisasi")
    axes.set_ylabel("persen")
    axes.legend()
    figure.savefig(path)
    plt.close(figure)


def build_site(folder: Path) -> None:
    """Draw all charts of the project and build its site."""
    pages = sorted((folder / "docs").rglob("*.md"))
    drawn = [page for page in pages if "](grafik.svg)" in page.read_text(encoding="utf-8")]
    for number, page in enumerate(drawn):
        draw(number, page.parent / "grafik.svg")
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    build(load_config(str(folder / "mkdocs.yml")))


if __name__ == "__main__":
    build_site(Path(sys.argv[1]))
