"""Evidence at a glance: how strong, which way, and from how many places, for any set of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whatworks.model.evidence import LEVELS
from whatworks.site.card import Card
from whatworks.site.collection import Collection
from whatworks.site.marks import SHAPES, WORDS

_MOST_MARKS = 15  # marks in a column of the plot; more cases share a mark


def plot(cards: Sequence[Card], outcome: str, collection: Collection) -> dict[str, object]:
    """The evidence at a glance: for each level the marks of its cases by direction, and the same as numbers.

    Where a level has more cases than marks fit, each mark of the plot stands for `each` cases.
    """
    table: list[Counter[str]] = [Counter() for _ in LEVELS]
    for (level, state), count in Counter(card.levels.get(outcome, (card.level, card.state)) for card in cards).items():
        table[level][state] = count
    each = max(1, -(-max((sum(row.values()) for row in table), default=0) // _MOST_MARKS))
    columns = []
    for level, row in enumerate(table):
        marks = [state for state in SHAPES for _ in range(-(-row[state] // each))]
        label = collection.words["evidence-levels"].terms[level].label
        columns.append({"id": LEVELS[level], "label": label, "marks": marks, "count": sum(row.values()), "row": row})
    states = [state for state in SHAPES if any(row[state] for row in table)]
    return {"columns": columns, "each": each, "states": states, "words": WORDS}


def best(cards: Sequence[Card], outcome: str, collection: Collection) -> str:
    """The label of the highest level that one of the cases reaches."""
    levels = [card.levels.get(outcome, (card.level, card.state))[0] for card in cards]
    return collection.words["evidence-levels"].terms[max(levels, default=0)].label


def places(cards: Sequence[Card]) -> tuple[int, int]:
    """How many councils and nations the cases come from."""
    councils = {one for card in cards for one in card.councils}
    nations = {one for card in cards for one, _ in card.facets["nations"]}
    return len(councils), len(nations)
