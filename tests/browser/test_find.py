"""The find page in a real browser: words, filters, chips, orders, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from finding import ROWS, SENTENCE, ask, box, count, number, query, settle, titles
from playwright.sync_api import Page, expect
from watching import watch


@pytest.fixture
def wide(desk: Page, site: str) -> Iterator[Page]:
    """A desk's page in which nothing may be reported or refused."""
    seen = watch(desk, site)
    yield desk
    assert seen.said == []


def test_an_address_shows_its_results_at_once(wide: Page, site: str) -> None:
    """From home, `find/?q=bins` has results with the word marked, through its synonyms."""
    ask(wide, f"{site}find/?q=bins")
    assert number(wide) > 0
    assert len(titles(wide)) == min(10, number(wide))
    expect(wide.locator(f"{ROWS} mark", has_text=re.compile("bin", re.IGNORECASE)).first).to_be_visible()
    expect(wide.locator(SENTENCE)).to_contain_text("refuse")
    expect(wide).to_have_title(re.compile("^bins - Find cases"))


def test_typing_shows_results_and_replaces_the_address(wide: Page, site: str) -> None:
    """Each key searches; the address follows, the history grows by nothing, and the field keeps the focus."""
    wide.goto(f"{site}find/")
    steps = wide.evaluate("history.length")
    wide.locator("#q").press_sequentially("potho", delay=20)
    expect(wide.locator(f"{ROWS} mark").first).to_have_text(re.compile("^pothole", re.IGNORECASE))
    expect(wide).to_have_url(f"{site}find/?q=potho")
    assert wide.evaluate("history.length") == steps
    expect(wide.locator("#q")).to_be_focused()
    wide.locator("#q").fill("")
    expect(wide.locator("[data-listing]")).to_be_visible()
    expect(wide).to_have_url(f"{site}find/")


def test_a_row_that_stays_is_not_made_again(wide: Page, site: str) -> None:
    """While a word grows, a case that is still found keeps its row; the first cases come at once, the rest after."""
    wide.goto(f"{site}find/")
    wide.locator("#q").press_sequentially("potho", delay=20)
    expect(wide).to_have_url(f"{site}find/?q=potho")
    settle(wide)
    before = titles(wide)
    wide.evaluate("document.querySelectorAll('[data-answer] .rows > li').forEach((one) => (one.dataset.met = ''))")
    wide.locator("#q").press_sequentially("le", delay=20)
    expect(wide).to_have_url(f"{site}find/?q=pothole")
    settle(wide)
    stays = [one for one in titles(wide) if one in before[:4]]
    assert stays
    assert wide.locator(f"{ROWS}[data-met]").count() >= len(stays) / 2  # one may say more than before


def test_what_was_just_typed_is_not_lost_by_going_on(desk: Page, site: str) -> None:
    """A click on a case right after a key, and back: the words stand there again."""
    desk.goto(f"{site}find/", wait_until="networkidle")
    desk.locator("#q").press_sequentially("pothole")
    desk.locator(f"{ROWS} h3 a").first.click()
    expect(desk.locator("h1")).not_to_have_text("Find cases")
    desk.go_back()
    expect(desk).to_have_url(f"{site}find/?q=pothole")
    expect(desk.locator("#q")).to_have_value("pothole")


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
    states = wide.locator(".filters details[open] input[type=checkbox]").evaluate_all(
        "all => all.map(one => [one.disabled, one.checked, +one.closest('label').querySelector('.num').textContent])"
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
    expect(chips).to_have_text(
        [re.compile("^Improved"), re.compile("^Reported"), re.compile("^Measured"), "Clear all filters"]
    )
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


def test_hostile_words_stay_text(wide: Page, site: str) -> None:
    """Markup in the words is shown as it was typed, wherever it is shown."""
    ask(wide, f"{site}find/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+council")
    assert wide.locator("[data-find] img").count() == 0
    assert "<img" in wide.locator(SENTENCE).inner_text()
    expect(wide.locator("#q")).to_have_value("<img src=x onerror=alert(1)> council")
