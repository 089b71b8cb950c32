"""Evidence at a glance: how strong, which way, and from how many places, for any set of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypedDict

from whatworks.model.evidence import LEVELS
from whatworks.site.card import Card
from whatworks.site.collection import Collection
from whatworks.site.marks import SHAPES, WORDS

_MOST_MARKS = 15  # marks in a column of the plot; more cases share a mark


class Column(TypedDict):
    """A level of evidence: the marks of its cases, how many they are, and how many went which way."""

    id: str
    label: str
    marks: list[str]
    count: int
    row: Counter[str]


class Plot(TypedDict):
    """What is drawn: a column a level, for how many cases each mark stands, and the directions there are."""

    columns: list[Column]
    each: int
    states: list[str]
    words: Mapping[str, str]


def plot(cards: Sequence[Card], outcome: str, collection: Collection) -> Plot:
    """The evidence at a glance: for each level the marks of its cases by direction, and the same as numbers.

    Where a level has more cases than marks fit, each mark of the plot stands for `each` cases.
    """
    table: list[Counter[str]] = [Counter() for _ in LEVELS]
    for (level, state), count in Counter(card.levels.get(outcome, (card.level, card.state)) for card in cards).items():
        table[level][state] = count
    each = max(1, -(-max((sum(row.values()) for row in table), default=0) // _MOST_MARKS))
    columns: list[Column] = []
    for level, row in enumerate(table):
        marks = [state for state in SHAPES for _ in range(-(-row[state] // each))]
        label = collection.words["evidence-levels"].terms[level].label
        columns.append({"id": LEVELS[level], "label": label, "marks": marks, "count": sum(row.values()), "row": row})
    states = [state for state in SHAPES if any(row[state] for row in table)]
    return {"columns": columns, "each": each, "states": states, "words": WORDS}


def best(columns: Sequence[Column]) -> str:
    """The label of the highest level that one of the cases reaches."""
    return next((column["label"] for column in reversed(columns) if column["count"]), columns[0]["label"])


def not_better(columns: Sequence[Column]) -> int:
    """How many of the cases did not simply improve things."""
    return sum(column["count"] - column["row"]["improved"] for column in columns)


def places(cards: Sequence[Card]) -> tuple[int, int]:
    """How many councils and nations the cases come from."""
    councils = set[str]().union(*(card.councils for card in cards))
    nations = set[tuple[str, str]]().union(*(card.facets["nations"] for card in cards))
    return len(councils), len(nations)
