"""The filters of the find page: options with right counts, in a sensible order, bounded, and hidden without scripts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from markup import read
from samples import collection_of, make_study, result

from whatworks.corpus import Words
from whatworks.site.collection import Collection
from whatworks.site.filters import DIRECTIONS, ORDER, SHOWN, Filter, filters
from whatworks.site.search_files import DIRECTIONS as SEARCHED


@pytest.fixture(scope="module")
def collection(words: Words) -> Collection:
    """Some cases that differ in direction, service, outcome, year and supplier."""
    services = [term.id for term in words["service-areas"]][: SHOWN + 4]
    return collection_of(
        [
            make_study(
                id=f"case-{number}",
                service_areas=services[: 1 + number % len(services)],
                about=["streets-mended"] if number % 2 else ["staff-time"],
                started=str(2010 + number % 5),
                ended="2025",
                outcomes=[result(direction=("improved", "worsened", "mixed")[number % 3])],
            )
            for number in range(40)
        ],
        words,
    )


def of(collection: Collection, name: str) -> Filter:
    """One filter."""
    return next(one for one in filters(collection) if one.id == name)


def test_counts_are_those_of_the_cards(collection: Collection) -> None:
    """Each option has as many cases as bear it."""
    directions = Counter(card.state for card in collection.cards)
    assert {one.id: one.count for one in of(collection, DIRECTIONS).options} == directions
    for name in ("outcomes", "services", "years"):
        counted = Counter(term for card in collection.cards for term in card.ids(name))
        assert {one.id: one.count for one in of(collection, name).options} == counted


def test_the_facet_of_directions_is_the_one_that_is_searched() -> None:
    """Page and index call it the same."""
    assert DIRECTIONS == SEARCHED


def test_outcomes_stand_under_their_themes(collection: Collection, words: Words) -> None:
    """A theme is in sight, what stands under it follows it and is shown on demand."""
    above = ""
    for option in of(collection, "outcomes").options:
        broader = words["outcomes"].by_id[option.id].broader
        assert option.stands_under == option.more == bool(broader)
        assert not broader or broader == above
        above = above if broader else option.id


def test_a_long_list_shows_the_commonest_and_years_fall(collection: Collection) -> None:
    """Of many services the first few are in sight, commonest first; years begin with the newest."""
    services = of(collection, "services").options
    assert [one.more for one in services] == [at >= SHOWN for at in range(len(services))]
    assert [one.count for one in services] == sorted((one.count for one in services), reverse=True)
    years = [one.id for one in of(collection, "years").options]
    assert years == sorted(years, reverse=True)


def test_a_facet_in_which_all_are_alike_is_left_out(words: Words) -> None:
    """One option narrows nothing."""
    assert DIRECTIONS not in {one.id for one in filters(collection_of([make_study()], words))}


def test_the_real_page_has_all_filters_hidden_until_scripts_run(built: Path) -> None:
    """The form stands in the first page of the list only, hidden, with a box for every option."""
    page = read(built / "find/index.html")
    assert "hidden" in page.one("form", "filters").attributes
    groups = [one["data-facet"] for one in page.all("details") if "data-facet" in one.attributes]
    assert groups == [name for name in ORDER if name in groups]
    assert {"outcomes", DIRECTIONS, "evidence", "services", "technologies", "procurement", "regions"} <= set(groups)
