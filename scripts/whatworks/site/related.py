"""Cases like a given one, with the reason: shared outcomes, services, technologies and factors, the rare ones first.

Each tag offers at most `_MOST_A_TAG` candidates, so that the cost grows linearly with the collection.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whatworks.site.card import Card

_WEIGHTS = {"outcomes": 3.0, "services": 2.0, "technologies": 1.0, "who": 0.5, "suppliers": 1.5}
_MOST_A_TAG = 64
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A case like another, and what they share in words."""

    card: Card
    reason: str


def neighbours(cards: Sequence[Card]) -> dict[str, tuple[Neighbour, ...]]:
    """The nearest cases of each case, by id."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, card in enumerate(cards):
        for tag in _tags(card):
            holders[tag].append(index)
    weights = {tag: _WEIGHTS[tag[0]] * math.log(1 + len(cards) / len(held)) for tag, held in holders.items()}
    return {card.id: _nearest(index, cards, holders, weights) for index, card in enumerate(cards)}


def _nearest(
    index: int,
    cards: Sequence[Card],
    holders: Mapping[tuple[str, str], list[int]],
    weights: Mapping[tuple[str, str], float],
) -> tuple[Neighbour, ...]:
    shared: dict[int, list[tuple[float, tuple[str, str]]]] = defaultdict(list)
    for tag in _tags(cards[index]):
        for other in _some(holders[tag], index):
            shared[other].append((weights[tag], tag))
    shared.pop(index, None)
    ranked = sorted(shared, key=lambda other: (-sum(weight for weight, _ in shared[other]), cards[other].id))
    return tuple(Neighbour(cards[other], _reason(cards[other], shared[other])) for other in ranked[:_SHOWN])


def _some(held: list[int], index: int) -> list[int]:
    """The holders of a tag, or of a common one those that stand next to the case."""
    if len(held) <= _MOST_A_TAG:
        return held
    start = (index * 7919) % (len(held) - _MOST_A_TAG)
    return held[start : start + _MOST_A_TAG]


def _reason(card: Card, shared: list[tuple[float, tuple[str, str]]]) -> str:
    labels = {(facet, one): label for facet in _WEIGHTS for one, label in card.facets[facet]}
    best = sorted(shared, key=lambda one: (-one[0], one[1]))[:2]
    return "Also " + " and ".join(f"\u201c{labels[tag]}\u201d" if tag[0] == "outcomes" else labels[tag].lower() if tag[0] != "suppliers" else f"by {labels[tag]}" for _, tag in best)


def _tags(card: Card) -> list[tuple[str, str]]:
    return [(facet, one) for facet in _WEIGHTS for one, _ in card.facets[facet] if one not in ("none", "residents")]
