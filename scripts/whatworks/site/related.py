"""Cases like a given one, with the reason: shared outcomes, services, technologies and factors, the rare ones first.

Each tag offers at most `_MOST_A_TAG` candidates, so that the cost grows linearly with the collection.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whatworks.shares import in_shares
from whatworks.site.card import Card
from whatworks.site.output import signature

Tag = tuple[str, str]
"""A facet and one of its terms."""

_WEIGHTS = {"outcomes": 3.0, "services": 2.0, "technologies": 1.0, "who": 0.5, "suppliers": 1.5}
_MOST_A_TAG = 64
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A case like another, and what they share in words."""

    card: Card
    reason: str


Near = dict[str, tuple[tuple[str, str], ...]]
"""By the id of a case the ids of its nearest, each with the reason."""


def neighbours(cards: Sequence[Card], near: Near | None = None) -> dict[str, tuple[Neighbour, ...]]:
    """The nearest cases of each case, by id; `near` is given where it is known already."""
    by_id = {card.id: card for card in cards}
    found = nearest(cards) if near is None else near
    return {one: tuple(Neighbour(by_id[other], reason) for other, reason in others) for one, others in found.items()}


def decides(cards: Sequence[Card]) -> str:
    """What stands for all that decides which cases are nearest, and why."""
    return signature(f"{card.id} {[card.facets[name] for name in _WEIGHTS]}" for card in cards)


def nearest(cards: Sequence[Card], jobs: int = 1) -> Near:
    """The nearest cases of each case, found by so many processes."""
    ids = [card.id for card in cards]
    tags = [_tags(card) for card in cards]
    holders: dict[Tag, list[int]] = defaultdict(list)
    for index, own in enumerate(tags):
        for tag in own:
            holders[tag].append(index)
    weights = {tag: _WEIGHTS[tag[0]] * math.log(1 + len(cards) / len(held)) for tag, held in holders.items()}

    def find(index: int) -> tuple[tuple[str, str], ...]:
        own = tags[index]
        near = _nearest(index, own, ids, holders, weights)
        shared = ([(weights[tag], tag) for tag in tags[other] if tag in own] for other in near)
        both = zip(near, shared, strict=True)
        return tuple((ids[other], _reason(cards[other], common)) for other, common in both)

    return dict(zip(ids, in_shares(range(len(ids)), find, jobs), strict=True))


def _nearest(
    index: int, tags: Sequence[Tag], ids: Sequence[str], holders: Mapping[Tag, list[int]], weights: Mapping[Tag, float]
) -> list[int]:
    """The cases that share most with the case at `index`, which has these tags; of equals the first by id."""
    near: dict[int, float] = defaultdict(float)
    for tag in tags:
        weight = weights[tag]
        for other in _some(holders[tag], index):
            near[other] += weight
    near.pop(index, None)
    # Only those that can be among the first are put in order: of several hundred a handful.
    least = min(heapq.nlargest(_SHOWN, near.values()), default=0.0)
    ranked = sorted((-weight, ids[other], other) for other, weight in near.items() if weight >= least)
    return [other for _, _, other in ranked[:_SHOWN]]


def _some(held: list[int], index: int) -> list[int]:
    """The holders of a tag, or of a common one those that stand next to the case."""
    if len(held) <= _MOST_A_TAG:
        return held
    start = (index * 7919) % (len(held) - _MOST_A_TAG)
    return held[start : start + _MOST_A_TAG]


def _reason(card: Card, shared: Sequence[tuple[float, Tag]]) -> str:
    labels = {(facet, one): label for facet in _WEIGHTS for one, label in card.facets[facet]}
    best = sorted(shared, key=lambda one: (-one[0], one[1]))[:2]
    return "Also " + " and ".join(
        f"\u201c{labels[tag]}\u201d"
        if tag[0] == "outcomes"
        else labels[tag].lower()
        if tag[0] != "suppliers"
        else f"by {labels[tag]}"
        for _, tag in best
    )


def _tags(card: Card) -> list[Tag]:
    return [(facet, one) for facet in _WEIGHTS for one, _ in card.facets[facet] if one not in ("none", "residents")]
