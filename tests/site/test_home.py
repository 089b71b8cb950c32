"""The home page: every outcome, true numbers, and failures beside successes."""

from __future__ import annotations

import pytest
from markup import Markup, fragment
from samples import collection_of, make_study, result

from whatworks.corpus import Words
from whatworks.site.collection import Collection
from whatworks.site.home import home


def case(number: int, **changes: object) -> dict[str, object]:
    """The fields in which one case of many differs."""
    return {"id": f"case-{number}", "title": f"Case {number}", **changes}


@pytest.fixture(scope="module")
def collection(words: Words) -> Collection:
    """Eight cases that went well, one that got worse, one that was stopped, one of an ended council."""
    studies = [make_study(**case(number)) for number in range(8)]
    studies.append(make_study(**case(8, outcomes=[result(direction="worsened")], service_areas=["waste"])))
    studies.append(make_study(**case(9, stage="stopped", service_areas=["planning"])))
    studies.append(make_study(**case(10, councils=["SWT"], outcomes="not-known", service_areas=["schools"])))
    return collection_of(studies, words)


@pytest.fixture(scope="module")
def page(collection: Collection) -> Markup:
    """The content of the home page, read."""
    return fragment(home(collection).content)


def test_the_search_comes_before_everything_else(page: Markup) -> None:
    """A form with a label stands below the heading, and examples to try are links."""
    field = next(one for one in page.all("input") if one["type"] == "search")
    assert [one for one in page.all("label") if one["for"] == field["id"]]
    assert page.elements.index(field) < page.elements.index(page.all("h2")[0])
    assert all(one["href"].startswith("./find/?q=") for one in page.all("a")[:5])


def test_every_outcome_is_there_with_its_count(page: Markup, words: Words) -> None:
    """All outcomes under their themes, those without a case too."""
    found = {one["href"] for one in page.all("a")}
    assert {f"./outcomes/{term.id}/" for term in words["outcomes"]} <= found


def test_the_tally_counts_what_did_not_go_well(page: Markup) -> None:
    """Councils are those that took part; worse, mixed, unchanged and stopped cases are counted openly."""
    tally = [one.text for one in page.all("li") if one.text and one.text[0].isdigit() and "that were mixed" in one.text]
    assert tally[0].startswith("2 ")
    assert any(one.text.startswith("2 councils in 1 nation") for one in page.all("li"))


def test_failures_stand_beside_successes(page: Markup) -> None:
    """Of the newest cases shown, not all went well."""
    shown = [one.text for one in page.all("ul", "side-notes")]
    assert any("Improved" in one for one in shown)
    assert any("Worse" in one for one in shown)
