"""Numbers and lists inside hand-written pages: right, escaped, and a mistake is not passed over."""

from __future__ import annotations

import pytest
from samples import collection_of, make_study

from whatworks.corpus import Words
from whatworks.errors import WhatWorksError
from whatworks.site.collection import Collection
from whatworks.site.inserts import fill, has_inserts


@pytest.fixture(scope="module")
def collection(words: Words) -> Collection:
    """Three cases, two of them stopped, one of these with a hostile title."""
    stopped = {"stage": "stopped"}
    hostile = make_study(id="c", title="<b>[[count]]</b>", service_areas=["waste"], **stopped)
    return collection_of([make_study(id="a"), make_study(id="b", title="B", **stopped), hostile], words)


@pytest.mark.parametrize(
    ("asked", "filled"),
    [
        ("<p>[[count]] cases</p>", "<p>3 cases</p>"),
        ("[[count stages/stopped]]", "2"),
        ("[[count stages/stopped services/waste]]", "1"),
        ("[[count stages/planned]]", "0"),
        ("[[wanted]]", "0"),
        ("a [[link]] and [[hole:content]]", "a [[link]] and [[hole:content]]"),
    ],
)
def test_numbers_are_those_of_the_collection(collection: Collection, asked: str, filled: str) -> None:
    """Several terms mean cases that have all of them; what is no insert stays as it is."""
    assert fill(asked, "guides/x/index.html", collection) == filled


def test_a_list_links_to_its_cases_and_titles_stay_text(collection: Collection) -> None:
    """The list stands in the place of its paragraph, with links that fit the page, and a title is never filled in."""
    filled = fill("<p>[[list services/waste]]</p>", "guides/x/index.html", collection)
    assert filled == '<ul><li><a href="../../studies/c/">&lt;b&gt;[[count]]&lt;/b&gt;</a></li></ul>'


@pytest.mark.parametrize("asked", ["[[count stages/gone]]", "[[count nonsense/x]]", "[[list services/bins]]"])
def test_a_term_that_does_not_exist_stops_the_build(collection: Collection, asked: str) -> None:
    """The message names the page and the term."""
    with pytest.raises(WhatWorksError, match=r"guides/x/index\.html: there is no '"):
        fill(asked, "guides/x/index.html", collection)


def test_only_pages_that_ask_are_filled() -> None:
    """A page without inserts is linked as the engine wrote it."""
    assert has_inserts("<p>[[count]]</p>")
    assert not has_inserts("<p>[[nothing]]</p>")
