"""Synonyms: what people say for the terms of the vocabularies, both ways.

Cases are found by the synonyms of their terms because these are indexed with them. This module adds, to a query
that uses one of the words for a term, the others, with little weight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from whatworks.search.normalise import term, tokens

WEIGHT = 0.15
"""The weight of a synonym, where a word of the query weighs 1."""
PHRASE = 2.0
"""How much more a synonym of several words says."""
MOST = 4
"""Synonyms added to a query at most: each may cost a block."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of a vocabulary, with its label and synonyms as they are written; `above` is the id of its heading.

    The synonyms of some terms are not indexed with the cases: `by_label` says that the label's words are added to a
    query that uses one of them.
    """

    vocabulary: str
    id: str
    label: str
    synonyms: tuple[str, ...] = ()
    above: str = ""
    by_label: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """A term added to a query: its weight, the word that it is shown by, and the words that it was added for."""

    term: str
    weight: float
    shown: str
    for_words: tuple[str, ...]


class Phrases(Generic[T]):
    """What phrases stand for, by their terms."""

    def __init__(self) -> None:
        self.meant: dict[tuple[str, ...], list[T]] = {}
        self._longest = 1

    def add(self, terms: tuple[str, ...], meant: T) -> None:
        """A phrase of these terms stands for something, perhaps beside other things."""
        if not terms:
            return
        known = self.meant.setdefault(terms, [])
        if meant not in known:
            known.append(meant)
        self._longest = max(self._longest, len(terms))

    def knows(self, one: str) -> bool:
        """Whether a term alone is a phrase."""
        return (one,) in self.meant

    def find(self, terms: Sequence[str]) -> Iterator[tuple[int, int, list[T]]]:
        """Phrases in a row of terms, the longest first: where each begins, how long it is, and what it stands for."""
        at = 0
        while at < len(terms):
            longest = min(self._longest, len(terms) - at)
            size = next((n for n in range(longest, 0, -1) if tuple(terms[at : at + n]) in self.meant), 0)
            if size:
                yield at, size, self.meant[tuple(terms[at : at + size])]
            at += size or 1


class Synonyms(Phrases[int]):
    """The phrases of concepts, which are known by their numbers."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        super().__init__()
        self._single: list[dict[str, str]] = []
        for number, concept in enumerate(concepts):
            self._single.append({})
            for phrase in (concept.label, *concept.synonyms):
                terms = terms_of(phrase)
                self.add(terms, number)
                if concept.by_label and phrase == concept.label:
                    self._single[number] = dict.fromkeys(terms, phrase)
                elif len(terms) == 1:
                    self._single[number].setdefault(terms[0], phrase)

    def added(self, terms: Sequence[str], words: Sequence[str]) -> list[Added]:
        """What to add to a query of these terms, the heaviest first; `words` are the words of the terms."""
        best: dict[str, Added] = {}
        for at, size, concepts in self.find(terms):
            weight = WEIGHT * (PHRASE if size > 1 else 1.0) / math.sqrt(len(concepts))
            for one, shown in (pair for concept in concepts for pair in self._single[concept].items()):
                keep(best, Added(one, weight, shown, tuple(words[at : at + size])), terms)
        return heaviest(best)


def keep(best: dict[str, Added], added: Added, terms: Sequence[str]) -> None:
    """Keep what is added for a term, unless the query has the term or a heavier reason to add it."""
    if added.term not in terms and (added.term not in best or best[added.term].weight < added.weight):
        best[added.term] = added


def heaviest(best: Mapping[str, Added]) -> list[Added]:
    """The few that are added at most."""
    return sorted(best.values(), key=lambda added: -added.weight)[:MOST]


def terms_of(phrase: str) -> tuple[str, ...]:
    """The terms of a phrase, without its stop words."""
    return tuple(filter(None, map(term, tokens(phrase))))
