"""Cases like a given one: the reasons hold both ways, the work is bounded, and the answer is always the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import overload

import pytest
from samples import make_study

from whatworks.corpus import Words
from whatworks.site.card import Card, make_card
from whatworks.site.related import neighbours

OUTCOMES = ("streets-mended", "clean-streets", "staff-time", "less-carbon", "healthier", "safer")
TECHNOLOGIES = ("none", "website", "sensors", "mapping")


class Counted(Sequence[Card]):
    """Cards that count how often one of them is looked at."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self.cards, self.looked = cards, 0

    def __len__(self) -> int:
        return len(self.cards)

    @overload
    def __getitem__(self, index: int) -> Card: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Card]: ...
    def __getitem__(self, index: int | slice) -> Card | Sequence[Card]:
        self.looked += 1
        return self.cards[index]


def some_cards(words: Words, count: int) -> list[Card]:
    """Cards of cases with tags at random, the same every time."""
    chance = random.Random(7)  # noqa: S311 - the same cases every time
    return [
        make_card(
            make_study(
                id=f"case-{number:04}",
                title=f"Case {number}",
                about=chance.sample(OUTCOMES, chance.randint(1, 3)),
                technologies=[chance.choice(TECHNOLOGIES)],
                suppliers=[{"name": f"Firm {number % 11}", "kind": "company", "size": "not-known"}],
            ),
            words,
        )
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def cards(words: Words) -> list[Card]:
    """Forty cases: few enough for every one to be looked at."""
    return some_cards(words, 40)


def test_no_case_is_like_itself_and_none_has_more_than_four(cards: list[Card]) -> None:
    """A few others, each once."""
    for case, found in neighbours(cards).items():
        ids = [one.card.id for one in found]
        assert case not in ids
        assert 0 < len(ids) == len(set(ids)) <= 4


def test_reasons_hold_both_ways(cards: list[Card]) -> None:
    """If A is like B, then B, where it names A, gives the same reason."""
    found = neighbours(cards)
    reasons = {(case, one.card.id): one.reason for case, near in found.items() for one in near}
    both = [pair for pair in reasons if pair[::-1] in reasons]
    assert both
    assert [(pair, reasons[pair], reasons[pair[::-1]]) for pair in both if reasons[pair] != reasons[pair[::-1]]] == []


def test_a_reason_names_what_both_have(cards: list[Card]) -> None:
    """Every reason speaks of outcomes, services, technologies or suppliers that stand in both cases."""
    by_id = {card.id: card for card in cards}
    for case, near in neighbours(cards).items():
        for one in near:
            shared = {
                f"“{label}”" if facet == "outcomes" else f"by {label}" if facet == "suppliers" else label.lower()
                for facet, held in by_id[case].facets.items()
                for value, label in held
                if value in one.card.ids(facet)
            }
            assert one.reason in {f"Also {first}" for first in shared} | {
                f"Also {a} and {b}" for a in shared for b in shared
            }


def test_the_answer_does_not_depend_on_the_order_of_the_files(cards: list[Card]) -> None:
    """Shuffled cases give the same neighbours."""
    shuffled = list(cards)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - the same order every time
    assert neighbours(shuffled) == neighbours(cards)


def test_rare_things_in_common_count_more(words: Words) -> None:
    """Two cases that share a rare outcome are nearer than two that share what everyone has."""
    common = [make_study(id=f"common-{number}", title=f"Common {number}") for number in range(9)]
    rare = [make_study(id=f"rare-{number}", title=f"Rare {number}", about=["less-lonely"]) for number in range(2)]
    cards = [make_card(study, words) for study in (*common, *rare)]
    assert neighbours(cards)["rare-0"][0].card.id == "rare-1"


def test_the_work_grows_no_faster_than_the_collection(words: Words) -> None:
    """Twice the cases take about twice the looks, though every case shares a tag with every other."""
    looks = []
    for count in (800, 1600):
        counted = Counted(some_cards(words, count))
        neighbours(counted)
        looks.append(counted.looked)
    assert looks[1] < 2.5 * looks[0]


def test_large_collections_give_the_same_answer_twice(words: Words) -> None:
    """Where not every case can be looked at, the choice is still the same every time."""
    cards = some_cards(words, 300)
    assert neighbours(cards) == neighbours(list(cards))
