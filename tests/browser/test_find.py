"""The find page in a real browser: words, filters, order, pages, history, files; and that it is accessible in every state."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from watching import BY_LOOKS, axe, watch

ROWS = "[data-answer] .rows > li"
SENTENCE = "[data-sentence]"
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


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible_at_two_widths_in_two_schemes(wide: Page, site: str, state: str) -> None:
    """axe finds no fault, and nothing reaches over the edge."""
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


def test_an_address_shows_its_results_at_once(wide: Page, site: str) -> None:
    """From home, `find/?q=bins` has results with the word marked, through its synonyms."""
    ask(wide, f"{site}find/?q=bins")
    assert number(wide) > 0
    assert len(titles(wide)) == min(20, number(wide))
    expect(wide.locator(f"{ROWS} mark", has_text=re.compile("bin", re.IGNORECASE)).first).to_be_visible()
    expect(wide.locator(SENTENCE)).to_contain_text("refuse")
    expect(wide).to_have_title(re.compile("^bins - Find cases"))


def test_typing_shows_results_and_replaces_the_address(wide: Page, site: str) -> None:
    """Each pause while typing searches; the history grows by nothing, and the field keeps the focus."""
    wide.goto(f"{site}find/")
    steps = wide.evaluate("history.length")
    wide.locator("#q").press_sequentially("potho", delay=20)
    expect(wide.locator(f"{ROWS} mark").first).to_have_text(re.compile("^pothole", re.IGNORECASE))
    assert query(wide) == {"q": ["potho"]}
    assert wide.evaluate("history.length") == steps
    expect(wide.locator("#q")).to_be_focused()
    wide.locator("#q").fill("")
    expect(wide.locator("[data-listing]")).to_be_visible()
    assert urlsplit(wide.url).query == ""


def test_phrases_excluded_words_and_fields_narrow(wide: Page, site: str) -> None:
    """Quotes, a minus and a field each leave fewer cases than the bare words."""
    ask(wide, f"{site}find/?q=council")
    everything = number(wide)
    for words in ("%22the+council%22+-water", "council+-street", "title%3Acouncil"):
        ask(wide, f"{site}find/?q={words}")
        assert 0 < number(wide) < everything, words


def test_counts_say_what_a_tick_will_leave(wide: Page, site: str) -> None:
    """Ticking an option leaves as many cases as stood beside it; a second one in the same list adds its own."""
    ask(wide, f"{site}find/?q=council")
    said = count(wide, "directions", "improved")
    box(wide, "directions", "improved").check()
    expect(wide.locator(SENTENCE)).to_contain_text("with 1 filter")
    assert number(wide) == said
    more = count(wide, "directions", "worsened")
    box(wide, "directions", "worsened").check()
    expect(wide.locator(SENTENCE)).to_contain_text("with 2 filters")
    assert number(wide) == said + more
    level = count(wide, "evidence", "reported")
    box(wide, "evidence", "reported").check()
    expect(wide.locator(SENTENCE)).to_contain_text("with 3 filters")
    assert number(wide) == level <= said + more


def test_an_option_without_result_cannot_be_ticked_but_one_that_is_on_can_be_taken_off(wide: Page, site: str) -> None:
    """Boxes are disabled exactly where nothing would be left and nothing is ticked."""
    ask(wide, f"{site}find/?q=zzzzqqq&directions=improved")
    expect(box(wide, "directions", "improved")).to_be_enabled()
    expect(box(wide, "directions", "improved")).to_be_checked()
    expect(box(wide, "directions", "mixed")).to_be_disabled()
    ask(wide, f"{site}find/?q=bins")
    states = wide.locator("details[open] .filters input, .filters details[open] input[type=checkbox]").evaluate_all(
        "all => all.map(one => [one.disabled, one.checked, Number(one.closest('label').querySelector('.num').textContent)])"
    )
    assert all(disabled == (left == 0 and not checked) for disabled, checked, left in states)
    assert {disabled for disabled, _, _ in states} == {True, False}


def test_long_lists_show_a_few_all_or_those_looked_for(wide: Page, site: str) -> None:
    """All options are shown on demand, and a field narrows them; what is ticked stays in sight."""
    wide.goto(f"{site}find/")
    group = wide.locator("details[data-facet=technologies]")
    group.locator("summary").click()
    few = group.locator("li:visible").count()
    group.get_by_role("button", name="Show all").click()
    assert group.locator("li:visible").count() > few
    field = group.get_by_role("searchbox")
    field.fill("sens")
    expect(group.locator("li:visible")).to_have_text([re.compile("^Sensors")])
    group.locator("li:visible input").check()
    group.get_by_role("button", name="Show fewer").click()
    expect(group.locator("li:visible input:checked")).to_have_count(1)
    assert query(wide) == {"technologies": ["sensors"]}


def test_chips_name_what_is_on_and_take_it_off(wide: Page, site: str) -> None:
    """A chip takes its filter off and the focus goes to the next; the last button clears all of them."""
    ask(wide, f"{site}find/?q=council&directions=improved&evidence=reported&evidence=measured")
    chips = wide.locator(".chips [data-chip] button")
    expect(chips).to_have_text([re.compile("^Improved"), re.compile("^Reported"), re.compile("^Measured"), "Clear all filters"])
    chips.nth(0).press("Enter")
    expect(chips).to_have_count(3)
    expect(chips.nth(0)).to_be_focused()
    assert query(wide) == {"q": ["council"], "evidence": ["reported", "measured"]}
    chips.nth(2).click()
    expect(chips).to_have_count(0)
    expect(wide.locator("#q")).to_be_focused()
    assert query(wide) == {"q": ["council"]}


def test_orders_differ_and_are_what_they_say(wide: Page, site: str) -> None:
    """By title the results stand in alphabetical order, by evidence in falling levels."""
    ask(wide, f"{site}find/?q=council")
    best = titles(wide)
    wide.get_by_role("link", name="Title", exact=True).click()
    expect(wide.locator(".sort [aria-current]")).to_have_text("Title")
    settle(wide)
    assert titles(wide) == sorted(titles(wide), key=lambda one: re.sub(r"[^\w ]", "", one.casefold()))
    assert titles(wide) != best
    wide.get_by_role("link", name="Evidence", exact=True).click()
    expect(wide.locator(".sort [aria-current]")).to_have_text("Evidence")
    settle(wide)
    levels = [int(one[0]) for one in wide.locator(f"{ROWS} .ev small").all_inner_texts()]
    assert levels == sorted(levels, reverse=True)
    expect(wide.get_by_role("link", name="Best match")).to_have_attribute("href", "?q=council")


def test_pages_follow_each_other_without_gap_and_go_back(wide: Page, site: str) -> None:
    """Page 2 goes on where page 1 ends, the focus follows, and back shows page 1 where it was left."""
    ask(wide, f"{site}find/?q=council")
    first, total = titles(wide), number(wide)
    wide.get_by_role("link", name="Next page").click()
    expect(wide.locator("[data-answer] h2")).to_be_focused()
    assert query(wide) == {"q": ["council"], "page": ["2"]}
    assert titles(wide) != first
    assert len(titles(wide)) == min(20, total - 20)
    assert not set(titles(wide)) & set(first)
    expect(wide.locator(".pages > span")).to_have_text(f"Cases 21 to {min(40, total)} of {total}")
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
    link = wide.locator(f"{ROWS} h3 a").nth(12)
    name = link.inner_text()
    link.click()
    expect(wide.locator("h1")).to_have_text(name)
    wide.go_back()
    expect(wide.locator(f"{ROWS} h3 a").nth(12)).to_be_focused()
    assert wide.evaluate("scrollY") > 500


def test_nothing_found_leads_on(wide: Page, site: str) -> None:
    """Without a hit there are links to near terms, to what councils want, and to the form for new cases."""
    ask(wide, f"{site}find/?q=zzzzqqq")
    expect(wide.locator(SENTENCE)).to_have_text("No case for zzzzqqq")
    links = wide.locator(".empty a").evaluate_all("all => all.map(one => one.href)")
    assert {f"{site}wanted/", f"{site}outcomes/", f"{site}contribute/"} <= set(links)
    assert any(re.fullmatch(rf"{re.escape(site)}outcomes/[a-z-]+/", one) for one in links)
    for one in links:
        assert wide.request.get(one).ok, one


def test_filters_that_leave_nothing_can_be_taken_off_at_once(wide: Page, site: str) -> None:
    """Where only the filters are in the way, a link takes them off and says how many cases there are then."""
    ask(wide, f"{site}find/?q=council&evidence=independent&directions=none&years=2004")
    if number(wide):
        pytest.skip("the collection has such a case")
    wide.get_by_role("link", name="Take the filters off").click()
    expect(wide.locator(".empty")).to_have_count(0)
    assert number(wide) > 0
    assert query(wide) == {"q": ["council"]}


def test_a_slip_is_mended_and_said(wide: Page, site: str) -> None:
    """A mistyped word is searched as it was meant; the link puts it into the field."""
    ask(wide, f"{site}find/?q=potholse")
    assert number(wide) > 0
    link = wide.locator("[data-mean] a")
    expect(wide.locator("[data-mean]")).to_contain_text("Did you mean")
    meant = link.inner_text()
    assert meant.startswith("pothole")
    link.click()
    expect(wide.locator("#q")).to_have_value(meant)
    expect(wide.locator("[data-mean]")).to_be_hidden()


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


def test_hostile_words_stay_text(wide: Page, site: str) -> None:
    """Markup in the words is shown as it was typed, wherever it is shown."""
    ask(wide, f"{site}find/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+council")
    assert wide.locator("[data-find] img").count() == 0
    assert "<img" in wide.locator(SENTENCE).inner_text()
    expect(wide.locator("#q")).to_have_value("<img src=x onerror=alert(1)> council")
