"""Pages without scripts, without styles, on paper, and at an address that does not exist."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from kinds import page_of
from playwright.sync_api import Page, Route, expect
from serving import BELOW
from watching import watch

READ = ("home", "a case with much", "an outcome")
_AFTER = "(link) => getComputedStyle(link, '::after').content"
_ORDER = """() => [...document.querySelectorAll("h1, h2, h3, h4, header, main, footer, article")]
  .map((one) => one.tagName.toLowerCase())"""
_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
_CUT_OFF = """() => [...document.querySelectorAll("article :is(p, li, dd, dt, h1, h2, h3, a, b, small, td, th)")]
  .filter((one) => !one.closest(".vh") && getComputedStyle(one).overflow === "hidden")
  .filter((one) => one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("kind", READ)
def test_without_scripts_a_page_reads_and_leads_on(plain: Page, site: str, built: Path, kind: str) -> None:
    """The words and figures are there, and a link of the page leads to another one with its own heading."""
    address = page_of(kind, built)
    assert address is not None
    plain.goto(site + address)
    heading = plain.locator("h1").inner_text()
    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator("article h2").first).to_be_visible()
    plain.locator("article :is(h3, ol, dl) a[href^='.']:visible").first.click()
    expect(plain.locator("h1")).to_be_visible()
    assert plain.locator("h1").inner_text() != heading
    assert plain.url.startswith(site)


def test_without_scripts_a_search_gives_all_cases(plain: Page, site: str) -> None:
    """The form leads to the list of all cases, with ways to narrow it as plain links."""
    plain.goto(site)
    plain.locator(".hero input[type=search]").fill("bins")
    plain.locator(".hero button[type=submit]").click()
    assert plain.url.startswith(f"{site}find/?q=bins")
    expect(plain.locator(".rows > li").first).to_be_visible()
    plain.locator(".filters a:visible").nth(1).click()
    expect(plain.locator("h1")).to_be_visible()


def test_without_scripts_nothing_is_offered_that_needs_one(plain: Page, site: str) -> None:
    """The button for dark colours is not shown, and the menu works all the same."""
    plain.goto(site)
    expect(plain.locator("[data-scheme-toggle]")).to_be_hidden()
    plain.set_viewport_size({"width": 390, "height": 844})
    expect(plain.locator("#menu")).to_be_hidden()
    plain.get_by_role("button", name="Menu").click()
    expect(plain.locator("#menu")).to_be_visible()


@pytest.mark.parametrize("kind", [*READ, "find", "/about/"])
def test_without_styles_a_page_reads_in_order(desk: Page, site: str, built: Path, kind: str) -> None:
    """Header, then the one h1 before all other headings, then the text, then the footer; nothing is lost."""
    desk.route("**/*.css", lambda route: _refuse(route))
    address = page_of(kind, built)
    assert address is not None
    desk.goto(site + address)
    assert (
        desk.evaluate("() => getComputedStyle(document.querySelector('.head')).backgroundColor") == "rgba(0, 0, 0, 0)"
    )
    order = desk.evaluate(_ORDER)
    assert order.count("h1") == 1
    assert order[: order.index("h1")] == ["header", "main", "article"]
    assert order[-1] == "footer"
    levels = [int(one[1]) for one in order if one[0] == "h" and one != "header"]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    expect(desk.locator("h1")).to_be_visible()
    expect(desk.locator("article a:visible").first).to_be_visible()


def _refuse(route: Route) -> None:
    route.abort()


def test_on_paper_a_case_is_without_its_surroundings_and_with_its_sources(desk: Page, site: str, built: Path) -> None:
    """Header, buttons and paths are gone; outcomes, evidence and the addresses of the sources are there."""
    address = page_of("a case with much", built)
    desk.goto(f"{site}{address}")
    desk.emulate_media(media="print")
    for gone in (".head", ".menu", ".crumb", ".acts", ".foot-links", ".md-skip"):
        for found in desk.locator(gone).all():
            expect(found).to_be_hidden()
    for kept in ("h1", ".outs .claim", ".facts .ev", ".sources li"):
        expect(desk.locator(kept).first).to_be_visible()
    link = desk.locator(".sources a[href^='http']").first
    assert str(link.get_attribute("href")) in str(link.evaluate(_AFTER)).replace('\\"', '"')


def test_on_paper_dark_colours_are_light(desk: Page, site: str) -> None:
    """A reader with dark colours does not print black pages, whether chosen or the system's."""
    desk.goto(site)
    desk.locator("[data-scheme-toggle]").click()
    desk.emulate_media(media="print", color_scheme="dark")
    assert desk.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_on_paper_the_closed_table_is_not_needed(desk: Page, site: str, built: Path) -> None:
    """An outcome's page keeps its rows and its plot on paper, and no control that cannot be pressed."""
    desk.goto(f"{site}{page_of('an outcome', built)}")
    desk.emulate_media(media="print")
    expect(desk.locator(".rows > li").first).to_be_visible()
    expect(desk.locator("summary").first).to_be_hidden()


@pytest.mark.parametrize("address", ["nothing", "studies/no-such-case/", "a/b/c/d/e"])
def test_an_address_that_does_not_exist_is_answered_with_a_way_on(desk: Page, site: str, address: str) -> None:
    """At any depth the page has its styles, works, and its links lead into the site."""
    answer = desk.goto(site + address)
    assert answer is not None
    assert answer.status == 404
    seen = watch(desk, site)
    expect(desk.locator("h1")).to_have_text("This page is not here")
    assert desk.evaluate("() => getComputedStyle(document.querySelector('.head')).display") != "inline"
    desk.locator("article a").first.click()
    assert desk.url.startswith(site)
    expect(desk.locator("h1")).not_to_have_text("This page is not here")
    assert seen.said == []


def test_the_site_works_below_a_folder(desk: Page, site: str) -> None:
    """Tabs, brand and cases stay below the folder that the site stands in."""
    desk.goto(site)
    for press in (".tabs a:nth-of-type(1)", ".rows h3 a, .terms a", ".brand"):
        desk.locator(press).first.click()
        assert desk.url.startswith(site)
        assert BELOW in desk.url
        expect(desk.locator("h1")).to_be_visible()
    assert desk.url == site


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_cuts_no_words_off(desk: Page, site: str, built: Path, width: int) -> None:
    """With the spacing that some readers need (WCAG 1.4.12) nothing is pushed sideways or cut off."""
    desk.set_viewport_size({"width": width, "height": 900})
    for kind in (*READ, "find", "wanted", "fields"):
        desk.goto(f"{site}{page_of(kind, built)}")
        desk.evaluate(_SPACING)
        assert desk.evaluate("() => document.documentElement.scrollWidth") <= width, kind
        assert desk.evaluate(_CUT_OFF) == [], kind
