"""What a page does while a test looks at it: what it asks for, what it reports, and what axe says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BY_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
"""The rules whose answer depends on colours and widths; the rest look at the document."""
_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
});
"""
_SHORTEN = """() => {
  for (const list of document.querySelectorAll("article :is(ul, ol, tbody, dl)"))
    for (const row of [...list.children].slice(8, -1)) row.remove();
  for (const section of [...document.querySelectorAll("article > section")].slice(8, -1)) section.remove();
}"""


@dataclass
class Watch:
    """What was seen of a page; everything in it is a fault."""

    host: str
    said: list[str] = field(default_factory=list)

    def message(self, message: ConsoleMessage) -> None:
        """Take note of warnings and errors."""
        if message.type in ("error", "warning"):
            self.said.append(f"console: {message.text}")

    def request(self, request: Request) -> None:
        """Take note of what is asked of another host."""
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.said.append(f"request: {request.url}")


def watch(page: Page, site: str) -> Watch:
    """Watch a page from now on; also says what the site's policy refuses."""
    seen = Watch(urlsplit(site).netloc)
    page.add_init_script(_TELL_VIOLATIONS)
    page.on("console", seen.message)
    page.on("pageerror", lambda error: seen.said.append(f"error: {error}"))
    page.on("request", seen.request)
    page.on("requestfailed", lambda request: seen.said.append(f"failed: {request.url}"))
    return seen


def shorten(page: Page) -> None:
    """Leave of every long list the first rows and the last: rows are alike, and axe's time grows faster than a page."""
    page.evaluate(_SHORTEN)


def axe(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds wrong: with all rules of our tags, or with some."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe_source())
    only = {"type": "tag", "values": TAGS} if rules is None else {"type": "rule", "values": rules}
    result: dict[str, Any] = page.evaluate(
        "(only) => axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false})", only
    )
    return [
        f"axe {one['id']}: {node['html'][:160]} {' '.join((node.get('failureSummary') or '').split())[:200]}"
        for one in result["violations"]
        for node in one["nodes"][:3]
    ]


@cache
def _axe_source() -> str:
    """Axe itself, as the package brings it; a script element would be refused by the site's policy."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    (source,) = Path(found.origin).parent.rglob("axe.min.js")
    return source.read_text(encoding="utf-8")
