"""Queries on small collections: mended, expanded, narrowed, in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from search_made import CONCEPTS, Texts, reader
from whatworks.errors import WhatWorksError
from whatworks.search.answer import Answer, answer

TEXTS: tuple[Texts, ...] = (
    {"title": ["Fewer missed bins in Derby"], "body": ["An app tells people when to put the bins out."]},
    {"title": ["Warm homes"], "terms": ["Homes are warm", "fuel poverty"], "body": ["Homes were cold and damp."]},
    {"title": ["Planning decisions on time"], "council": ["Barnsley"], "body": ["Plans. Of damp, and of homes."]},
    {"title": ["Refuse rounds"], "body": ["Lorries drove shorter rounds in Ynys Môn."]},
    {"title": ["A survey of carers"], "supplier": ["Beam"], "body": ["The carers said: the city of culture helped."]},
)  # fmt: skip


def _found(typed: str, texts: Sequence[Texts] = TEXTS, **how: object) -> list[int]:
    return [number for number, _ in _answer(typed, texts, **how).cases]


def _answer(typed: str, texts: Sequence[Texts] = TEXTS, **how: object) -> Answer:
    return answer(reader(texts), typed, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("derby", [0]),
        ("bin", [0, 3]),
        ("rubbish collection", [3, 0]),
        ("survy", [4]),
        ("barnsly", [2]),
        ("ynys mon", [3]),
        ('"damp homes"', []),
        ('"damp and of homes"', [2]),
        ('"city of culture"', [4]),
        ("homes -warm", [2]),
        ('homes -"cold and damp"', [2]),
        ("council:barnsley", [2]),
        ("title:damp", []),
        ("supplier:beam", [4]),
        ("+homes +planning", [2]),
        ("plann*", [2]),
        ("", [4, 3, 2, 1, 0]),
        ("the", [4, 3, 2, 1, 0]),
        ("-homes", [4, 3, 0]),
        ("xqzv", []),
    ],
)
def test_queries(typed: str, found: list[int]) -> None:
    """What is found, in which order."""
    assert _found(typed) == found


def test_a_word_that_nothing_is_like_leads_to_the_most_alike_if_nothing_else_is_found() -> None:
    """A whole query is not lost for one strange word, nor left without an answer."""
    assert _answer("replanning").plan.mended == {"replanning": "planning"}
    assert _answer("replanning derby").plan.mended == {}
    assert _answer("replanning derby").plan.unknown == ["replanning"]


@pytest.mark.parametrize("typed", ["pla", "plan", "plann", "planni", "plannin", "planning", "surve", "survey", "care"])
def test_no_keystroke_of_a_word_is_dead(typed: str) -> None:
    """Words are completed by what people write, not by their terms."""
    assert _found(typed, typing=True)


def test_a_last_word_that_is_no_word_is_completed_before_it_is_mended() -> None:
    """What was found while typing is found again by its address; a word that is one stands for itself."""
    assert _found("planni") == _found("planni", typing=True)
    assert _answer("planni").plan.mended == {}
    assert _answer("planing derby").plan.mended == {"planing": "planning"}


def test_synonyms_weigh_less_than_the_word() -> None:
    """What was typed comes first, and is said to be what was looked for."""
    found = _answer("refuse")
    assert [number for number, _ in found.cases] == [3, 0]
    assert [(one.shown, one.for_words) for one in found.plan.added] == [("bins", ("refuse",))]


def test_everyday_words_lead_to_the_words_of_the_cases() -> None:
    """A word that no case has stands for those that it leads to; the other way nothing is added."""
    found = _answer("mildew")
    assert [(one.shown, one.for_words) for one in found.plan.added] == [("damp", ("mildew",))]
    assert found.cases == _answer("damp").cases
    assert found.plan.mended == {}
    assert not found.plan.unknown
    assert _answer("black spots").plan.added[0].shown == "damp"
    assert not _answer("damp").plan.added


def test_the_longest_phrase_decides() -> None:
    """Fuel poverty is no poverty in general."""
    added = {one.shown for one in _answer("fuel poverty").plan.added}
    assert added == {"heating"}
    assert {one.shown for one in _answer("poverty").plan.added} == {"hardship"}


def test_options_are_counted_without_their_own_facet() -> None:
    """OR within a facet: another option of it says how many cases would come with it."""
    found = _answer("", where={"evidence": ["high"]}, facets=("evidence",))
    assert [number for number, _ in found.cases] == [2]
    assert found.facets == {"evidence": {"low": 2, "middle": 2, "high": 1}}
    assert _found("", where={"evidence": ["high", "low"]}) == [3, 2, 0]
    assert _found("", where={"evidence": ["no-such-option"]}) == []


def test_orders() -> None:
    """By title, by evidence and then the newest, or the newest first."""
    assert _found("", sort="title") == [4, 0, 2, 3, 1]
    assert _found("", sort="evidence") == [2, 4, 1, 3, 0]
    assert _found("homes", sort="newest") == [2, 1]


def test_ties_are_newest_first() -> None:
    """Cases that say the same have the same score."""
    twice: list[Texts] = [{"title": ["Damp"]}, {"title": ["Damp"]}, {"title": ["Dry"]}]
    assert _found("damp", twice) == [1, 0]


def test_an_unknown_facet_is_named() -> None:
    """With those that there are."""
    with pytest.raises(WhatWorksError, match="There are: evidence"):
        _found("", where={"colour": ["red"]})


def test_an_empty_collection_answers() -> None:
    """Nothing is found, and nothing breaks."""
    for typed in ("", "damp", '"damp homes"', "dam*", "-damp"):
        assert _found(typed, ()) == []
    assert len(CONCEPTS) == 4
