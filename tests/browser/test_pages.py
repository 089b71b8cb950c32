"""Every kind of page in a real browser: accessible, quiet, whole at every width, and in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from kinds import KINDS, page_of
from playwright.sync_api import Browser, Page, ViewportSize
from watching import BY_LOOKS, Watch, axe, shorten, watch

from whatworks.site.facets import BY_ID

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
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


IN_FOUR_LOOKS = {
    "home", "find", "a case with much", "a case with little", "outcomes", "an outcome", "an ended council",
    "a level of evidence", "wanted", "a wanted outcome", "what is in the collection", "rules", "not found", "/about/",
    "/contribute/git", "/guides/how-councils-bought-it",
}  # fmt: skip
"""Looked at in both schemes at both widths; the rest, made of the same parts, in light wide and dark narrow.

Of hand-written pages, which are alike in their parts, one with code and one with tables stand for the others.
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all kinds, since a new one each time takes as long as the looking."""
    context = browser.new_context(viewport=WIDE, color_scheme="light", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def seen(page: Page, site: str) -> Watch:
    """What is seen of the page."""
    return watch(page, site)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_is_sound(page: Page, seen: Watch, site: str, built: Path, kind: str) -> None:
    """No fault for axe in light and dark and at two widths, nothing refused or reported, nothing cut off, in order."""
    address = page_of(kind, built)
    if address is None:
        return
    seen.said.clear()
    page.emulate_media(color_scheme="light")
    page.goto(site + address)
    faults = _outline(page)
    for size in (ZOOMED, NARROW, WIDE):
        page.set_viewport_size(size)
        faults += _too_wide(page, f"{size['width']} wide")
    shorten(page)
    faults += [f"light, wide: {one}" for one in axe(page)]
    page.emulate_media(color_scheme="dark")
    if kind in IN_FOUR_LOOKS:
        faults += [f"dark, wide: {one}" for one in axe(page, BY_LOOKS)]
    page.set_viewport_size(NARROW)
    if kind in IN_FOUR_LOOKS or not kind.startswith("/"):
        faults += [f"dark, narrow: {one}" for one in axe(page)]
    if kind in IN_FOUR_LOOKS:
        page.emulate_media(color_scheme="light")
        faults += [f"light, narrow: {one}" for one in axe(page, BY_LOOKS)]
    assert faults + seen.said == []


def _too_wide(page: Page, at: str) -> list[str]:
    return [f"{at}: {one}" for one in page.evaluate(_TOO_WIDE)]


def _outline(page: Page) -> list[str]:
    """Faults in the order of headings: the first is the only h1, and no level is skipped."""
    found = page.evaluate(_OUTLINE)
    levels = [level for level, _ in found]
    faults = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"headings begin {found[:3]}"]
    pairs = pairwise(found)
    return faults + [f"'{after[1]}' skips a level" for before, after in pairs if after[0] - before[0] > 1]


def test_faults_are_seen(desk: Page, site: str) -> None:
    """A script, another host, an image without words, a gap in the outline and a wide box do not slip through."""
    seen = watch(desk, site)
    desk.goto(site)
    desk.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'run'";
          const image = document.createElement("img");
          image.src = "https://example.org/x.png";
          const deep = document.createElement("h6");
          deep.textContent = "Deep";
          const wide = document.createElement("div");
          wide.style.width = "3000px";
          wide.textContent = "wide";
          document.querySelector("article").append(script, image, deep, wide);
        }"""
    )
    assert desk.title() != "run"
    assert [one for one in seen.said if "policy: script-src" in one]
    assert [one for one in seen.said if "example.org" in one]
    assert [one for one in axe(desk) if "image-alt" in one]
    assert _outline(desk) == ["'Deep' skips a level"]
    assert _too_wide(desk, "wide")


def test_what_is_looked_at_closely_exists() -> None:
    """A kind that was renamed is not left out in silence."""
    assert set(KINDS) >= IN_FOUR_LOOKS


def test_no_kind_of_page_is_forgotten(built: Path) -> None:
    """Every part of the site at every depth is looked at; facets, which share their templates, stand for each other."""
    looked_at = {_part(page) for kind in KINDS if (page := page_of(kind, built)) is not None}
    there = {_part(path.relative_to(built).as_posix().removesuffix("index.html")) for path in built.rglob("*.html")}
    assert sorted(there - looked_at) == []


def _part(address: str) -> tuple[str, int]:
    first = address.partition("/")[0]
    return "a facet" if first in BY_ID else first, address.count("/")
