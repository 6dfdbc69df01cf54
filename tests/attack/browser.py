"""Every text field of every kind of file tries to run or fetch something on the built site.

The pages are opened in Chromium. A page with a script that does run and a request that does leave
is opened first, so that what watches is known to see.
"""

import json
import tempfile
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.attack.common import COUNTS, Fault, chance
from tests.attack.site import build_site, new_project
from tests.attack.trees import SCHEMAS, branches, kind_of, objects_in, property_of, write
from tests.browser.install import find
from tests.conftest import DATA

SUFFIX, SHARE = ".json", 1.8
OUTSIDE = "https://luar.invalid"
# “#” becomes a number, so that what runs says which field it came from.
PAYLOADS = (
    "<script>tembus(#)</script>",
    "\"'><script>tembus(#)</script>",
    "</title></style></textarea></script><script>tembus(#)</script>",
    "\"'><img src=x onerror=tembus(#)>",
    "<svg><animate onbegin=tembus(#) attributeName=x dur=1s>",
    "<details open ontoggle=tembus(#)>",
    "\" autofocus onfocus=tembus(#) x=\"",
    "' onmouseover=tembus(#) style='position:fixed;inset:0' x='",
    "javascript:tembus(#)",
    "[a](javascript:tembus(#)) <javascript:tembus(#)>",
    f"<img src={OUTSIDE}/#>",
    f"<link rel=stylesheet href={OUTSIDE}/#>",
    f"<style>@import '{OUTSIDE}/#';</style>",
    f"![a]({OUTSIDE}/#) url({OUTSIDE}/#)",
    f"<meta http-equiv=refresh content='0;url={OUTSIDE}/#'>",
    f"<iframe src={OUTSIDE}/#></iframe><base href={OUTSIDE}/>",
    "<math><mtext><img src=x onerror=tembus(#)></mtext></math>",
    "</math><svg onload=tembus(#)>",
    "]]><script>tembus(#)</script><![CDATA[",
    "--><script>tembus(#)</script><!--",
    "{{ config }} {% include '/etc/passwd' %} { #x onclick=tembus(#) }",
    "\\u003cscript\\u003etembus(#)\\u003c/script\\u003e",
    "&lt;script&gt;tembus(#)&lt;/script&gt; &#60;img src=x onerror=tembus(#)&#62;",
    "`</code><script>tembus(#)</script>` ${tembus(#)} '+tembus(#)+' ';tembus(#);'",
)  # fmt: skip


# Links must begin with https; what follows is as free as text.
LINKS = ("https://a.invalid/'onfocus=tembus(#);'", "https://a.invalid/&quot;onload=tembus(#)")
# Texts with a meaning for the program: keys, formulas, grades of a scale that others name.
MEANINGFUL = {"disimpulkan", "rumus", "predikat", "kategori", "sinonim"}
_BASE = {
    path.relative_to(DATA / "hostile").as_posix(): yaml.load(
        path.read_text("utf-8"), Loader=yaml.BaseLoader
    )
    for path in sorted((DATA / "hostile").rglob("*.yaml"))
}


def draw(rng: Random) -> bytes:
    """Return a tree as JSON, nearly every text of which is a payload."""
    tree: dict[str, Any] = json.loads(json.dumps(_BASE))
    number = 0
    for name, data in tree.items():
        schema = SCHEMAS[kind_of(name)]
        for value, own, whole in objects_in(data, schema, schema):
            for key in value:
                is_text = _is_text(property_of(own, key), whole) and key not in MEANINGFUL
                if isinstance(value[key], str) and (is_text or key == "tautan") and chance(rng, 90):
                    number += 1
                    payload = rng.choice(LINKS if key == "tautan" else PAYLOADS)
                    value[key] = payload.replace("#", str(number))
    return json.dumps(tree, indent=1).encode()


def _is_text(schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    """Tell whether people type free text there."""
    free = [one for one in branches(schema, whole) if "string" in one.get("type", ())]
    return any(not {"pattern", "enum", "format"} & one.keys() for one in free)


class Watch:
    """A page, and what must not happen on it; ``inside`` is the folder that it may read."""

    def __init__(self, context: BrowserContext, inside: Path) -> None:
        self.seen: list[str] = []
        context.on("request", lambda request: self._request(request.url, inside.as_uri()))
        self.page: Page = context.new_page()
        self.page.expose_function(
            "tembus", lambda number: self.seen.append(f"a script runs: {number}")
        )
        self.page.on(
            "dialog", lambda dialog: (self.seen.append("a dialog opens"), dialog.dismiss())
        )
        self.page.on("pageerror", lambda error: self.seen.append(f"a script breaks: {error}"))

    def _request(self, url: str, inside: str) -> None:
        if not url.startswith((f"{inside}/", "data:", "blob:")):
            self.seen.append("a request leaves the site")

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri(), wait_until="load", timeout=20_000)


def launch(playwright: Playwright) -> Browser:
    """Start Chromium."""
    executable = find()
    if executable is None:
        raise Fault("no Chromium is found")
    args = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
    return playwright.chromium.launch(executable_path=executable, args=args)


@cache
def _proven_browser() -> Browser:
    """Return a browser in which what must not happen was seen to happen, once."""
    browser = launch(sync_playwright().start())
    with tempfile.TemporaryDirectory() as folder:
        seen = set(control(browser, Path(folder)))
    if not {"a script runs: 1", "a dialog opens", "a request leaves the site"} <= seen:
        raise Fault("what watches the browser is blind")
    COUNTS["controls seen"] += 1
    return browser


def control(browser: Browser, folder: Path) -> list[str]:
    """Return what is seen of a page on which everything happens that must not."""
    page = folder / "kontrol.html"
    page.write_text(f"<script>tembus(1); alert(1)</script><img src='{OUTSIDE}/1'>", "utf-8")
    context = browser.new_context()
    watch = Watch(context, folder)
    watch.open(page)
    context.close()
    return watch.seen


def attack(case: bytes) -> None:
    """Build the site of one tree and open all pages that show its data."""
    browser = _proven_browser()
    with tempfile.TemporaryDirectory() as folder:
        project = new_project(Path(folder, "proyek"))
        write(json.loads(case), project / "indicators")
        site = build_site(project)
        if site is None:
            return
        context = browser.new_context()
        watch = Watch(context, site.resolve())
        try:
            for path in sorted(site.resolve().rglob("*.html")):
                if "panduan" not in path.parts and path.name != "404.html":
                    watch.open(path)
                    COUNTS["pages visited"] += 1
            watch.open(site.resolve() / "index.html")
            watch.page.get_by_role("searchbox").first.fill("tembus")
            watch.page.wait_for_timeout(300)
        finally:
            context.close()
        if watch.seen:
            raise Fault(watch.seen[0].partition(":")[0])
