"""The find page: pages, the history, the way back from a case, and what can be taken along."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from finding import ROWS, SENTENCE, ask, box, number, query, settle, titles
from playwright.sync_api import Page, expect
from watching import watch


@pytest.fixture
def wide(desk: Page, site: str) -> Iterator[Page]:
    """A desk's page in which nothing may be reported or refused."""
    seen = watch(desk, site)
    yield desk
    assert seen.said == []


def test_pages_follow_each_other_without_gap_and_go_back(wide: Page, site: str) -> None:
    """Page 2 goes on where page 1 ends, the focus follows, and back shows page 1 where it was left."""
    ask(wide, f"{site}find/?q=council")
    first, total = titles(wide), number(wide)
    wide.get_by_role("link", name="Next page").click()
    expect(wide.locator("[data-answer] h2")).to_be_focused()
    assert query(wide) == {"q": ["council"], "page": ["2"]}
    assert titles(wide) != first
    assert len(titles(wide)) == min(10, total - 10)
    assert not set(titles(wide)) & set(first)
    expect(wide.locator(".pages > span")).to_have_text(f"Cases 11 to {min(20, total)} of {total}")
    wide.go_back()
    expect(wide.locator("[data-answer] .pages [aria-current]")).to_have_text("Page 1")
    expect(wide.get_by_role("link", name="Next page")).to_be_focused()
    assert titles(wide) == first
    wide.wait_for_function("scrollY > 500")


def test_back_and_forward_restore_words_filters_and_results(wide: Page, site: str) -> None:
    """Every tick is a step; going back and forward shows the same as before, boxes and chips included."""
    ask(wide, f"{site}find/?q=council")
    before = titles(wide)
    box(wide, "directions", "worsened").check()
    expect(wide.locator(SENTENCE)).to_contain_text("with 1 filter")
    settle(wide)
    after = titles(wide)
    wide.go_back()
    expect(box(wide, "directions", "worsened")).not_to_be_checked()
    expect(box(wide, "directions", "worsened")).to_be_focused()
    settle(wide)
    assert titles(wide) == before
    wide.go_forward()
    expect(box(wide, "directions", "worsened")).to_be_checked()
    settle(wide)
    assert titles(wide) == after


def test_coming_back_from_a_case_finds_the_place_again(wide: Page, site: str) -> None:
    """After reading a case the list stands where it was left, and so does the focus."""
    ask(wide, f"{site}find/?q=council&sort=title")
    link = wide.locator(f"{ROWS} h3 a").nth(8)
    name = link.inner_text()
    link.click()
    expect(wide.locator("h1")).to_have_text(name)
    wide.go_back()
    expect(wide.locator(f"{ROWS} h3 a").nth(8)).to_be_focused()
    assert wide.evaluate("scrollY") > 500


def test_what_was_found_can_be_taken_as_a_table_and_as_data(wide: Page, site: str) -> None:
    """CSV and JSON hold all results, not only this page's, in the order of the page."""
    ask(wide, f"{site}find/?q=council&sort=title")
    shown = titles(wide)
    with wide.expect_download() as saved:
        wide.get_by_role("button", name="CSV").click()
    table = list(csv.DictReader(io.StringIO(Path(saved.value.path()).read_text(encoding="utf-8"), newline="")))
    with wide.expect_download() as saved:
        wide.get_by_role("button", name="JSON").click()
    data = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert saved.value.suggested_filename == "cases.json"
    assert len(table) == data["count"] == len(data["studies"]) == number(wide)
    assert [row["title"] for row in table][: len(shown)] == shown
    assert [row["id"] for row in table] == [one["id"] for one in data["studies"]]
    assert "licence" in data


def test_one_outcome_or_service_has_a_feed(wide: Page, site: str) -> None:
    """The feed is offered where exactly one is chosen, and it is there."""
    ask(wide, f"{site}find/?services=housing")
    feed = wide.get_by_role("link", name="Follow new cases")
    assert wide.request.get(str(feed.evaluate("one => one.href"))).ok
    ask(wide, f"{site}find/?services=housing&outcomes=home-and-cost-of-living")
    expect(feed).to_have_count(0)
