"""How the tests ask the find page, and read what it answers."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

ROWS = "[data-answer] .rows > li"
SENTENCE = "[data-sentence]"


def ask(page: Page, address: str) -> None:
    """Go to the find page in some state, and wait for the answer."""
    page.goto(address)
    expect(page.locator("[data-answer]")).to_be_visible()
    settle(page)


def settle(page: Page) -> None:
    """Wait until no answer is on its way."""
    expect(page.locator("[data-answer][aria-busy]")).to_have_count(0)


def number(page: Page) -> int:
    """How many cases the sentence speaks of."""
    settle(page)
    found = re.match(r"([\d,]+) case", page.locator(SENTENCE).inner_text())
    return int(found[1].replace(",", "")) if found else 0


def titles(page: Page) -> list[str]:
    """The titles of the results in order."""
    return page.locator(f"{ROWS} h3").all_inner_texts()


def query(page: Page) -> dict[str, list[str]]:
    """What the address bar says."""
    return parse_qs(urlsplit(page.url).query)


def box(page: Page, facet: str, option: str) -> Locator:
    """The box of an option."""
    return page.locator(f"#f-{facet}-{option}")


def count(page: Page, facet: str, option: str) -> int:
    """The number beside an option."""
    return int(box(page, facet, option).locator("xpath=..").locator(".num").inner_text())
