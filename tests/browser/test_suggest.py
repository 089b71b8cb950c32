"""The suggestions under the search field of every page, by the combobox pattern."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from watching import axe, watch

FIELD = "#head-q"


@pytest.fixture
def somewhere(site: str, built: Path) -> str:
    """The address of an ordinary page."""
    return f"{site}studies/{min(one.name for one in (built / 'studies').iterdir())}/"


def suggest(page: Page, words: str) -> None:
    """Go to the field with a slash and type."""
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.keyboard.type(words, delay=20)


def test_nothing_is_loaded_before_the_field_has_the_focus(desk: Page, somewhere: str) -> None:
    """A page asks for one small script of the search, and for the rest only when it is wanted."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    desk.on("request", note)
    desk.goto(somewhere)
    desk.wait_for_load_state("networkidle")
    assert [one for one in asked if re.search(r"/search/|/find/|/suggest/", one)] == []
    suggest(desk, "housing")
    expect(desk.get_by_role("option").first).to_be_visible()
    assert any("search/root.bin" in one for one in asked)


def test_cases_outcomes_services_councils_and_pages_are_suggested(desk: Page, site: str, somewhere: str) -> None:
    """Each kind stands in a group with its name, and nothing is reported."""
    seen = watch(desk, site)
    desk.goto(somewhere)
    suggest(desk, "street")
    mended = desk.get_by_role("group", name="Outcomes").get_by_role("option", name="Streets are mended sooner")
    expect(desk.get_by_role("group", name="Cases").get_by_role("option").first).to_be_visible()
    expect(mended).to_be_visible()
    desk.locator(FIELD).fill("plym")
    expect(desk.get_by_role("group", name="Councils").get_by_role("option").first).to_contain_text("Plymouth")
    desk.locator(FIELD).fill("accessib")
    expect(desk.get_by_role("group", name="Pages").get_by_role("option").first).to_contain_text("Accessibility")
    desk.locator(FIELD).fill("potholes")
    expect(mended).to_be_visible()
    assert axe(desk) == []
    assert seen.said == []


def test_arrows_choose_enter_goes_and_escape_closes(desk: Page, somewhere: str) -> None:
    """The focus stays in the field; the chosen option is named by it; the ends lead round by way of the field."""
    desk.goto(somewhere)
    suggest(desk, "street")
    options = desk.get_by_role("option")
    expect(options.first).to_be_visible()
    field = desk.locator(FIELD)
    expect(field).to_have_attribute("aria-expanded", "true")
    desk.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    desk.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    expect(field).to_be_focused()
    desk.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("street")
    desk.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    desk.keyboard.press("ArrowDown")
    name = options.first.inner_text()
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text(name)


def test_enter_without_a_choice_searches(desk: Page, site: str, somewhere: str) -> None:
    """The form does what it does without suggestions."""
    desk.goto(somewhere)
    suggest(desk, "bins")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{site}find/?q=bins")
    expect(desk.locator("[data-answer] .rows > li").first).to_be_visible()


def test_a_click_goes_and_a_click_elsewhere_closes(desk: Page, somewhere: str) -> None:
    """The pointer can do what the keys can."""
    desk.goto(somewhere)
    suggest(desk, "street")
    option = desk.get_by_role("group", name="Outcomes").get_by_role("option").first
    expect(option).to_be_visible()
    desk.mouse.click(20, 600)
    expect(desk.get_by_role("option")).to_have_count(0)
    desk.locator(FIELD).press("ArrowDown")
    name = option.inner_text()
    option.click()
    expect(desk.locator("h1")).to_have_text(name)


def test_a_slash_in_a_field_is_a_slash(desk: Page, site: str) -> None:
    """The key is text where text is typed."""
    desk.goto(f"{site}find/")
    desk.locator("#q").press_sequentially("24/7")
    expect(desk.locator("#q")).to_have_value("24/7")


def test_the_box_on_the_home_page_suggests_too(phone: Page, site: str) -> None:
    """On a phone the suggestions fit the screen."""
    seen = watch(phone, site)
    phone.goto(site)
    phone.locator("#q").click()
    expect(phone.locator("#q")).to_have_attribute("role", "combobox")
    phone.locator("#q").press_sequentially("street", delay=20)
    expect(phone.get_by_role("option").first).to_be_visible()
    box = phone.get_by_role("listbox").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert axe(phone) == []
    assert seen.said == []
