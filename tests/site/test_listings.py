"""Lists of cases: nothing is missing, nothing stands twice, the order holds, and no page grows."""

from __future__ import annotations

import datetime
import random
import re
from collections import Counter

import pytest
from markup import Markup, fragment
from samples import collection_of, make_study, result

from whatworks.corpus import Words
from whatworks.model.study import Study
from whatworks.site.collection import Collection
from whatworks.site.facets import FACETS
from whatworks.site.glance import plot
from whatworks.site.listings import PAGE_ROWS, SECTIONS, listings

MANY = 250
CASE = re.compile(r"studies/([a-z0-9-]+)/")
STATES = ("improved", "worsened", "mixed", "no-change")


def _many() -> list[Study]:
    """Tiny cases that differ in date, year, place, direction and tags, in no order."""
    chance = random.Random(4)  # noqa: S311 - the same cases every time
    studies = [
        make_study(
            id=f"case-{number}",
            title=f"Case {number}",
            councils=chance.choice([["LDS"], ["CRF"], ["SWT", "TAU"], ["GLG"]]),
            service_areas=chance.choice([["highways"], ["waste"], ["waste", "planning"]]),
            about=["streets-mended"] if number % 5 else ["staff-time"],
            started=str(chance.randint(2010, 2024)),
            ended="2025",
            outcomes=[result(direction=chance.choice(STATES))] if number % 3 else "not-known",
            published=str(datetime.date(2026, 1, 1) + datetime.timedelta(days=chance.randint(0, 40))),
        )
        for number in range(MANY)
    ]
    chance.shuffle(studies)
    return studies


@pytest.fixture(scope="module")
def collection(words: Words) -> Collection:
    """250 tiny cases."""
    return collection_of(_many(), words)


@pytest.fixture(scope="module")
def lists(collection: Collection) -> dict[str, Markup]:
    """Every list's content by its path, read."""
    return {one.page.path: fragment(one.page.content) for one in listings(collection)}


def rows(page: Markup) -> list[str]:
    """The cases in the rows of a list, in order."""
    return [
        found[1]
        for one in page.all("a")
        if (found := CASE.search(one["href"])) and one["href"].startswith("../") and one.text.startswith("Case ")
    ]


def folder(lists: dict[str, Markup], name: str) -> list[Markup]:
    """The pages of one list, in order."""
    found = [f"{name}/index.html", *(f"{name}/{number}/index.html" for number in range(2, 20))]
    return [lists[path] for path in found if path in lists]


def test_all_cases_stand_once_in_the_list_of_all(lists: dict[str, Markup], collection: Collection) -> None:
    """The list of all cases goes on over three pages and has each case once, in order."""
    found = folder(lists, "find")
    assert [len(rows(page)) for page in found] == [100, 100, 50]
    assert [one for page in found for one in rows(page)] == [card.id for card in collection.cards]


def test_every_case_stands_in_every_list_it_belongs_to(lists: dict[str, Markup], collection: Collection) -> None:
    """For each facet and term, exactly the cases that have it, in the order of all lists."""
    for facet in (one for one in FACETS if one.pages):
        for term in {one for card in collection.cards for one in card.ids(facet.id)}:
            listed = [one for page in folder(lists, f"{facet.id}/{term}") for one in rows(page)]
            assert listed == [card.id for card in collection.cards if term in card.ids(facet.id)], (facet.id, term)


def test_no_page_has_more_than_a_hundred_rows(lists: dict[str, Markup]) -> None:
    """A page does not grow with the collection."""
    assert max(len(rows(page)) for page in lists.values()) == PAGE_ROWS


def test_the_order_is_newest_first_and_never_that_of_the_files(collection: Collection, words: Words) -> None:
    """By the day of publication, then by the year of the work, then by id; however the cases are found."""
    keys = [(-card.published.toordinal(), -card.started, card.id) for card in collection.cards]
    assert keys == sorted(keys)
    again = collection_of(reversed(_many()), words)
    assert [card.id for card in again.cards] == [card.id for card in collection.cards]


def test_the_pages_of_a_list_lead_to_each_other(lists: dict[str, Markup]) -> None:
    """Each page names itself as the current one, links to the others, and goes on counting."""
    for number, page in enumerate(folder(lists, "find"), 1):
        pager = page.one("nav", "pager")
        assert pager["aria-label"]
        current = [one for one in page.all("a") if one["aria-current"] == "page"]
        assert [one.text for one in current] == [f"Page {number}"]
        root = "../" if number == 1 else "../../"
        assert {f"{root}find/", f"{root}find/2/", f"{root}find/3/"} <= {one["href"] for one in page.all("a")}
        assert page.one("ol", "rows")["start"] == str((number - 1) * PAGE_ROWS + 1)


def test_a_short_list_has_no_pager(lists: dict[str, Markup]) -> None:
    """Where all rows fit there is nothing to leaf through."""
    assert not lists["evidence/compared/index.html"].all("nav", "pager")


def test_later_pages_name_their_number(collection: Collection) -> None:
    """No two pages of a list have the same title or heading."""
    heads = Counter((one.page.title, fragment(one.page.content).one("h1").text) for one in listings(collection))
    assert [head for head, count in heads.items() if count > 1] == []


def test_a_term_without_cases_says_so(lists: dict[str, Markup]) -> None:
    """An outcome that no case has keeps its page and invites a case."""
    page = lists["outcomes/warm-homes/index.html"]
    assert "No case yet" in page.text
    assert any(one["href"].endswith("contribute/") for one in page.all("a"))


def test_a_term_page_says_what_it_means_and_how_many(lists: dict[str, Markup], collection: Collection) -> None:
    """Definition, everyday words, number of cases, best evidence, and how many did not improve things."""
    page = lists["outcomes/streets-mended/index.html"]
    cards = collection.by_term["outcomes"]["streets-mended"]
    worse = sum(card.levels["streets-mended"][1] != "improved" for card in cards)
    assert collection.words["outcomes"].by_id["streets-mended"].definition in page.text
    assert "potholes" in page.text
    assert f"{len(cards)} cases in 5 councils, 3 nations" in page.text
    assert f"{worse} did not simply improve things" in page.text
    assert "Best evidence: Measured" in page.text


def test_the_table_says_the_same_as_the_plot(collection: Collection, lists: dict[str, Markup]) -> None:
    """Every case is counted once in the plot, its marks never stand for fewer cases than there are."""
    cards = collection.by_term["outcomes"]["streets-mended"]
    drawn = plot(cards, "streets-mended", collection)
    columns = drawn["columns"]
    assert isinstance(columns, list)
    assert sum(column["count"] for column in columns) == len(cards)
    assert all(len(column["marks"]) * int(str(drawn["each"])) >= column["count"] for column in columns)
    cells = [one.text for one in lists["outcomes/streets-mended/index.html"].all("td")]
    assert sum(int(one) for one in cells) == 2 * len(cards)  # by direction, and all together


def test_a_heading_lists_the_cases_below_it_and_its_terms(lists: dict[str, Markup], collection: Collection) -> None:
    """A theme's page leads to its outcomes, with their counts."""
    page = lists["outcomes/streets-travel-and-climate/index.html"]
    held = collection.by_term["outcomes"]["streets-mended"]
    assert any(one["href"] == "../../outcomes/streets-mended/" for one in page.all("a"))
    assert f"{len(held)} cases" in [one.text for one in page.all("span", "num")]


def test_an_ended_council_names_its_successor(lists: dict[str, Markup]) -> None:
    """The page of an ended council says when it ended and leads to the council of today."""
    page = lists["councils/swt/index.html"]
    assert "This council ended in 2023" in page.text
    assert any(one["href"] == "../../councils/smt/" for one in page.all("a"))
    assert "This council ended" not in lists["councils/smt/index.html"].text


def test_years_begin_with_the_newest(lists: dict[str, Markup]) -> None:
    """The index of years reads backwards."""
    years = [one.text for one in lists["years/index.html"].all("a") if one.text.isdigit()]
    assert years == sorted(years, reverse=True)


def test_breadcrumbs_lead_up(lists: dict[str, Markup]) -> None:
    """From an outcome to its theme, to all outcomes, and home."""
    page = lists["outcomes/streets-mended/index.html"]
    crumbs = [one["href"] for one in page.all("a")[:3]]
    assert crumbs == ["../../", "../../outcomes/", "../../outcomes/streets-travel-and-climate/"]


def test_the_tab_of_a_list_is_that_of_its_facet(collection: Collection) -> None:
    """Outcomes, services and councils have tabs of their own; every other list is a way of finding."""
    for one in listings(collection):
        facet = one.page.path.partition("/")[0]
        assert one.page.section == SECTIONS.get(facet, "find")


def test_an_empty_collection_still_has_its_lists(words: Words) -> None:
    """Without a single case every vocabulary page is there, and none of them fails."""
    paths = {one.page.path for one in listings(collection_of([], words))}
    assert {
        "find/index.html",
        "outcomes/index.html",
        "outcomes/streets-mended/index.html",
        "evidence/measured/index.html",
    } <= paths


def test_lists_link_only_to_pages_that_there_are(lists: dict[str, Markup], collection: Collection) -> None:
    """Every link of every list leads to another list, a case, a feed or a hand-written page."""
    paths = {path.removesuffix("index.html") for path in lists} | {f"studies/{card.id}/" for card in collection.cards}
    for path, page in lists.items():
        for one in page.all("a"):
            to = one["href"].replace("../", "").removeprefix("./")
            if (
                one["href"].startswith((".", ".."))
                and to
                and not to.startswith(("contribute", "feeds", "about", "wanted"))
            ):
                assert to in paths, (path, to)
