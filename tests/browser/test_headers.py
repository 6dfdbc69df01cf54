"""The headers that the guide hands out: one policy in three notations, and a page obeys it.

Every test that asks a server runs under them (``conftest.py``): a blocked style or script fails it.
"""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Window, shipped_headers
from tests.conftest import ROOT

FOLDER = ROOT / "content/panduan/menerbitkan"
PATTERNS = {
    "htaccess.txt": r'^    Header (?:always )?set ([\w-]+) "(.+)"$',
    "nginx.txt": r'^    add_header ([\w-]+) "(.+)" always;$',
}


@pytest.mark.parametrize("name", PATTERNS)
def test_every_file_says_the_same(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert dict(re.findall(PATTERNS[name], text, re.MULTILINE)) == shipped_headers()


def test_the_guide_explains_each_header() -> None:
    guide = (FOLDER / "index.md").read_text(encoding="utf-8")
    for name in shipped_headers():
        assert f"<code>{name}" in guide
    for path in FOLDER.glob("*.txt"):
        assert f"]({path.name})" in guide


def test_the_policy_allows_no_inline_script_and_no_other_host() -> None:
    policy = shipped_headers()["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert "script-src" not in policy, "scripts follow default-src"


def test_the_style_of_the_error_page_is_the_one_allowed(site_contoh: Path) -> None:
    page = (site_contoh / "404.html").read_text(encoding="utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in shipped_headers()["Content-Security-Policy"]


def test_no_page_has_a_script_or_a_style_of_its_own(site_contoh: Path) -> None:
    for path in site_contoh.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert " style=" not in text, path
        if path.name != "404.html":
            assert "<style" not in text, path
        scripts = re.findall(r"<script([^>]*)>", text)
        data = ("application/json", "application/ld+json")
        for attributes in scripts:
            assert " src=" in attributes or any(f'type="{kind}"' in attributes for kind in data)


def test_a_script_in_a_page_would_be_blocked(browser: Browser, http_contoh: str) -> None:
    """The control: the policy is in force, and the window sees what it blocks."""
    context = browser.new_context()
    window = Window(context)
    page = window.open(f"{http_contoh}index.html")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); }"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in wrong for wrong in window.wrong)
    context.close()
