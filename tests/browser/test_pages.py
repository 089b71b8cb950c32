"""Every kind of page in a real browser: accessible, quiet, whole at every width, and in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from kinds import KINDS, page_of
from playwright.sync_api import Page
from watching import BY_LOOKS, axe, shorten, watch

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 per cent, and the narrowest phone."""
_OUTLINE = "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => [+one.tagName[1], one.innerText])"
_TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide && document.body.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1)
    .slice(0, 3)
    .map((one) => `too wide: ${one.outerHTML.slice(0, 120)}`);
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_is_sound(desk: Page, site: str, built: Path, kind: str) -> None:
    """No fault for axe in light and dark and at two widths, nothing refused or reported, nothing cut off, in order."""
    address = page_of(kind, built)
    if address is None:
        return
    seen = watch(desk, site)
    desk.goto(site + address)
    faults = _outline(desk)
    for size in (ZOOMED, NARROW, WIDE):
        desk.set_viewport_size(size)
        faults += _too_wide(desk, f"{size['width']} wide")
    shorten(desk)
    faults += [f"light, wide: {one}" for one in axe(desk)]
    desk.emulate_media(color_scheme="dark")
    if not kind.startswith("/"):  # hand-written pages are alike in their colours
        faults += [f"dark, wide: {one}" for one in axe(desk, BY_LOOKS)]
    desk.set_viewport_size(NARROW)
    faults += [f"dark, narrow: {one}" for one in axe(desk)]
    desk.emulate_media(color_scheme="light")
    if not kind.startswith("/"):
        faults += [f"light, narrow: {one}" for one in axe(desk, BY_LOOKS)]
    assert faults + seen.said == []


def _too_wide(page: Page, at: str) -> list[str]:
    return [f"{at}: {one}" for one in page.evaluate(_TOO_WIDE)]


def _outline(page: Page) -> list[str]:
    """Faults in the order of headings: the first is the only h1, and no level is skipped."""
    found = page.evaluate(_OUTLINE)
    levels = [level for level, _ in found]
    faults = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"headings begin {found[:3]}"]
    pairs = zip(found, found[1:], strict=False)
    return faults + [f"'{after[1]}' skips a level" for before, after in pairs if after[0] - before[0] > 1]
