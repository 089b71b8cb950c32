"""The find page for everyone: with axe, on a phone, by keyboard, by ear, without scripts, without an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from finding import SENTENCE, ask, box, settle
from playwright.sync_api import Page, Route, expect
from watching import BY_LOOKS, axe, watch

STATES = {
    "words": "find/?q=council",
    "words and filters": "find/?q=council&directions=improved&services=housing",
    "synonyms": "find/?q=bins",
    "mended": "find/?q=potholse",
    "nothing": "find/?q=zzzzqqq",
    "nothing under a filter": "find/?q=zzzzqqq&directions=improved",
    "filters only": "find/?directions=worsened",
    "page 2": "find/?q=council&page=2",
    "in order of titles": "find/?sort=title",
}


@pytest.fixture
def wide(desk: Page, site: str) -> Iterator[Page]:
    """A desk's page in which nothing may be reported or refused."""
    seen = watch(desk, site)
    yield desk
    assert seen.said == []


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible_at_two_widths_in_two_schemes(wide: Page, site: str, state: str) -> None:
    """For axe there is no fault, and nothing reaches over the edge."""
    ask(wide, site + STATES[state])
    faults = axe(wide)
    wide.emulate_media(color_scheme="dark")
    faults += axe(wide, BY_LOOKS)
    wide.set_viewport_size({"width": 390, "height": 844})
    faults += axe(wide)
    wide.emulate_media(color_scheme="light")
    faults += axe(wide, BY_LOOKS)
    assert faults == []
    wide.set_viewport_size({"width": 320, "height": 600})
    assert wide.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_count_is_said_politely_after_a_pause(wide: Page, site: str) -> None:
    """One message after typing has ended, none for each letter; none for what the page shows when it opens."""
    ask(wide, f"{site}find/?q=housing")
    wide.evaluate(
        "() => { window.said = []; new MutationObserver(() => window.said.push(document.querySelector('[data-said]')"
        ".textContent)).observe(document.querySelector('[data-said]'), {childList: true}); }"
    )
    wide.locator("#q").fill("")
    wide.locator("#q").press_sequentially("council", delay=60)
    expect(wide.locator("[data-said]")).to_have_text(re.compile(r"^\d+ cases for council"))
    assert len(wide.evaluate("window.said")) == 1
    expect(wide.locator("[data-said]")).to_have_attribute("role", "status")


def test_on_a_phone_the_filters_stand_in_a_dialog(phone: Page, site: str) -> None:
    """The button opens them, a tick counts at once, Escape closes and gives the focus back."""
    seen = watch(phone, site)
    ask(phone, f"{site}find/?q=council")
    expect(phone.locator("#filters")).to_be_hidden()
    opener = phone.get_by_role("button", name="Filters")
    opener.click()
    dialog = phone.get_by_role("dialog", name="Filters")
    box(phone, "directions", "improved").check()
    expect(dialog.get_by_role("button", name=re.compile(r"^Show \d+ cases?$"))).to_be_visible()
    expect(phone.locator(SENTENCE)).to_contain_text("with 1 filter")
    assert axe(phone) == []
    phone.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(phone.get_by_role("button", name="Filters (1 on)")).to_be_focused()
    expect(phone.locator("#filters")).to_be_hidden()
    phone.set_viewport_size({"width": 1280, "height": 900})
    expect(phone.locator("#filters")).to_be_visible()
    assert seen.said == []


def test_everything_can_be_done_with_the_keyboard(wide: Page, site: str) -> None:
    """A slash goes to the field, Tab to the filters, Space ticks and keeps the focus; Enter keeps the words."""
    wide.goto(f"{site}find/")
    wide.locator("h1").wait_for(state="attached")
    wide.keyboard.press("/")
    expect(wide.locator("#q")).to_be_focused()
    wide.keyboard.type("council")
    wide.keyboard.press("Enter")
    expect(wide.locator("[data-answer]")).to_be_visible()
    settle(wide)
    wide.keyboard.press("Tab")
    wide.keyboard.press("Tab")
    expect(wide.locator("details[data-facet=outcomes] summary")).to_be_focused()
    wide.keyboard.press("Tab")
    wide.keyboard.press("Space")
    expect(wide.locator("details[data-facet=outcomes] input[type=checkbox]").first).to_be_checked()
    expect(wide.locator("details[data-facet=outcomes] input[type=checkbox]").first).to_be_focused()
    expect(wide.locator(SENTENCE)).to_contain_text("with 1 filter")


def test_without_scripts_the_page_lists_and_links(plain: Page, site: str) -> None:
    """The list and the links of the facets stand, nothing dead is shown, and a sentence says how to go on."""
    plain.goto(f"{site}find/?q=bins")
    expect(plain.locator("[data-listing] .rows > li").first).to_be_visible()
    expect(plain.get_by_role("navigation", name="Browse by")).to_be_visible()
    expect(plain.locator(".notice")).to_contain_text("Browse by")
    for hidden in ("#filters", ".sort", ".find-open", "[data-answer]"):
        expect(plain.locator(hidden)).to_be_hidden()
    plain.get_by_role("button", name="Search").click()
    assert urlsplit(plain.url).path.endswith("/find/")


def test_a_search_that_does_not_arrive_leaves_the_list(desk: Page, site: str) -> None:
    """If the index cannot be read, all cases are shown and the sentence says why."""

    def refuse(route: Route) -> None:
        route.abort()

    desk.route("**/search/root.bin", refuse)
    desk.goto(f"{site}find/?q=bins")
    expect(desk.locator(SENTENCE)).to_contain_text("did not answer")
    expect(desk.locator("[data-listing]")).to_be_visible()
