"""Where what every site begins with lies: settings, hand-written pages, theme, scales.

In a checkout these are the folders at its top. The wheel carries them in the package, by the same
names (``force-include`` in pyproject.toml). A project replaces a file by one of the same path.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
# Where the wheel puts them; a checkout has no such folder.
_INSTALLED = _PACKAGE / "project"
# The folder that looks like a project: mkdocs.yml, content/, theme/, indicators/skala/.
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]
SETTINGS = ROOT / "mkdocs.yml"
CONTENT = ROOT / "content"
THEME = ROOT / "theme"
SKALA = ROOT / "indicators" / "skala"
