"""The keyboard, the menu and the colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from kinds import page_of
from playwright.sync_api import Browser, Page, expect

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(15, 23, 25)"
_FOCUS = "() => document.activeElement"
_RING = "() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"


def paper(page: Page) -> str:
    """The colour behind the text."""
    return str(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))


def focused(page: Page, of: str) -> str:
    """Something about the element that has the focus."""
    return str(page.evaluate(f"() => document.activeElement.{of}"))


@pytest.mark.parametrize("kind", ["home", "a case with much", "/about/"])
def test_the_skip_link_comes_first_and_leads_to_the_heading(desk: Page, site: str, built: Path, kind: str) -> None:
    """The first key press shows it; following it, the next stop lies in the text, behind the heading."""
    desk.goto(f"{site}{page_of(kind, built)}")
    desk.keyboard.press("Tab")
    link = desk.locator(".md-skip")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("() => document.activeElement.closest('article') !== null")
    assert desk.evaluate("() => !!(document.querySelector('h1').compareDocumentPosition(document.activeElement) & 4)")


def test_the_header_follows_in_the_order_in_which_it_is_seen(desk: Page, site: str, built: Path) -> None:
    """Skip link, name, tabs, search, colours; every stop has a ring, and what is hidden is passed over."""
    desk.goto(f"{site}{page_of('a case with much', built)}")
    stops = []
    for _ in range(20):
        desk.keyboard.press("Tab")
        if desk.evaluate("() => !document.activeElement.closest('header, .md-skip')"):
            break
        assert desk.evaluate(_RING)
        stops.append(desk.evaluate("() => document.activeElement.className || document.activeElement.type || 'tab'"))
    tabs = desk.locator(".tabs a").count()
    assert stops[0] == "md-skip"
    assert stops[1] == "brand"
    assert stops[2 : 2 + tabs] == ["tab"] * tabs
    assert stops[2 + tabs :] == ["search", "submit", "head-icon"]
    places = desk.evaluate(
        "() => [...document.querySelectorAll('.tabs a')].map((one) => one.getBoundingClientRect().x)"
    )
    assert places == sorted(places)


def test_every_stop_of_a_case_is_seen(desk: Page, site: str, built: Path) -> None:
    """Going through a whole page by key, the focus is never on something invisible and never stuck."""
    desk.goto(f"{site}{page_of('a case with little', built)}")
    seen: list[str] = []
    for _ in range(200):
        desk.keyboard.press("Tab")
        if desk.evaluate("() => document.activeElement === document.body"):
            break
        box = desk.evaluate(
            "() => { const b = document.activeElement.getBoundingClientRect(); return b.width * b.height; }"
        )
        assert box > 1, focused(desk, "outerHTML")[:100]
        seen.append(focused(desk, "outerHTML"))
    links = desk.locator("article a").count()
    assert len(seen) >= links > 0


def test_the_scheme_follows_the_system_until_one_is_chosen(browser: Browser, site: str) -> None:
    """Dark where the system is dark, light where it is light, with scripts and without."""
    for scripts in (True, False):
        for scheme, colour in (("light", LIGHT), ("dark", DARK)):
            context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(site)
            assert paper(page) == colour
            context.close()


def test_a_chosen_scheme_is_remembered_on_every_page(desk: Page, site: str, built: Path) -> None:
    """The button turns the colours over, says so, and the next page begins with them; pressed again it lets go."""
    desk.goto(site)
    button = desk.locator("[data-scheme-toggle]")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert button.get_attribute("aria-label")
    button.focus()
    desk.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert paper(desk) == DARK
    for kind in ("a case with much", "/about/", "find"):
        desk.goto(f"{site}{page_of(kind, built)}")
        assert paper(desk) == DARK
    desk.locator("[data-scheme-toggle]").click()
    assert paper(desk) == LIGHT
    desk.reload()
    assert paper(desk) == LIGHT


def test_a_choice_against_the_system_holds_when_the_system_changes(desk: Page, site: str) -> None:
    """Who chose dark keeps it, whatever the system does later."""
    desk.goto(site)
    desk.locator("[data-scheme-toggle]").click()
    desk.emulate_media(color_scheme="dark")
    assert paper(desk) == DARK
    desk.emulate_media(color_scheme="light")
    assert paper(desk) == DARK


def test_the_menu_opens_closes_and_gives_the_focus_back(phone: Page, site: str) -> None:
    """By key: it opens, its first stop is inside, Escape closes it, and the focus is on the button again."""
    phone.goto(site)
    button = phone.get_by_role("button", name="Menu", exact=True)
    menu = phone.locator("#menu")
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    phone.keyboard.press("Tab")
    assert phone.evaluate("() => document.activeElement.closest('#menu') !== null")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_closes_with_its_own_button_and_leads_on(phone: Page, site: str) -> None:
    """The button in the menu closes it and gives the focus back; a link of it leads to its page."""
    phone.goto(site)
    button = phone.get_by_role("button", name="Menu", exact=True)
    button.click()
    phone.get_by_role("button", name="Close menu").press("Enter")
    expect(phone.locator("#menu")).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    phone.locator("#menu").get_by_role("link", name="Outcomes").click()
    expect(phone.locator("h1")).to_have_text("Outcomes")
    expect(phone.locator("#menu")).to_be_hidden()


def test_on_a_desk_there_is_no_menu_button(desk: Page, site: str) -> None:
    """Where the tabs have room, nothing is put away."""
    desk.goto(site)
    expect(desk.get_by_role("button", name="Menu", exact=True)).to_be_hidden()
    expect(desk.locator(".tabs a").first).to_be_visible()


def test_the_section_of_a_page_is_marked(desk: Page, site: str, built: Path) -> None:
    """The tab of the section is the current one, for eyes and for screen readers."""
    for kind, name in (
        ("an outcome", "Outcomes"),
        ("a service", "Services"),
        ("a case with much", "Find"),
        ("/about/", "About"),
    ):
        desk.goto(f"{site}{page_of(kind, built)}")
        current = desk.locator(".tabs a[aria-current]")
        expect(current).to_have_text(name)


def test_a_citation_leads_to_its_source(desk: Page, site: str, built: Path) -> None:
    """Following a source number shows the entry with that number."""
    desk.goto(f"{site}{page_of('a case with much', built)}")
    link = desk.locator(".outs a[href^='#source-']").first
    target = link.get_attribute("href")
    link.click()
    assert target is not None
    expect(desk.locator(target)).to_be_in_viewport()
    assert desk.url.endswith(target)
