"""An old address leads on from a folder on disk and without JavaScript, and passes axe-core."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from iku_terbuka.mkdocs_plugin.build import build
from tests.browser.conftest import Window, violations
from tests.conftest import EPOCH, copy_project
from tests.fictional import Write
from tests.moves import BARU, LAMA, MERGED, decree, row

pytestmark = pytest.mark.browser
KAB, _, _ = LAMA.partition("/")
# Split besides, so that one address has two ends and waits for a choice.
FILES = {path: text for path, text in MERGED.items() if not path.startswith(f"{LAMA}/")} | {
    f"{KAB}/dinas-lain/iku.yaml": decree(
        "Dinas Lain", (2025, 2029), row("lain", {2025: 1}), f"dahulu: {LAMA}\n"
    )
}


def test_an_old_address_leads_on(
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    window_without_js: Window,
    still_window: Window,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    project = tmp_path / "proyek"
    project.mkdir()
    copy_project(project, write(FILES))
    build(project / "mkdocs.yml", project / "site", None)
    site = (project / "site").as_uri()
    page = window_without_js.open(f"{site}/{LAMA}/keluarga/index.html")
    page.wait_for_url(f"{site}/{BARU}/keluarga/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Indikator keluarga")
    assert window_without_js.wrong == []
    page = still_window.open(f"{site}/{LAMA}/index.html")
    expect(page.get_by_role("listitem")).to_have_count(2)
    assert violations(page) == []
    assert still_window.wrong == []
