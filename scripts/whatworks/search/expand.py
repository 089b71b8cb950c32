"""Synonyms: what people say for the terms of the vocabularies, both ways.

Cases are found by the synonyms of their terms because these are indexed with them. This module adds, to a query
that uses one of the words for a term, the others, with little weight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whatworks.search.normalise import term, tokens

WEIGHT = 0.15
"""The weight of a synonym, where a word of the query weighs 1."""
PHRASE = 2.0
"""How much more a synonym of several words says."""
MOST = 4
"""Synonyms added to a query at most: each may cost a block."""


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


class Synonyms:
    """All phrases by their terms, and the concepts they stand for."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._phrases: dict[tuple[str, ...], list[int]] = {}
        self._single: list[dict[str, str]] = []
        self._longest = 1
        for number, concept in enumerate(self.concepts):
            self._single.append({})
            for phrase in (concept.label, *concept.synonyms):
                self._add(number, phrase)
                if concept.by_label and phrase == concept.label:
                    self._single[number] = dict.fromkeys(_terms(phrase), phrase)

    def knows(self, one: str) -> bool:
        """Whether a term alone is a phrase."""
        return (one,) in self._phrases

    def find(self, terms: Sequence[str]) -> list[tuple[int, int, list[int]]]:
        """Phrases in a row of terms, the longest first: where each begins, how long it is, and its concepts."""
        found, at = [], 0
        while at < len(terms):
            longest = min(self._longest, len(terms) - at)
            size = next((n for n in range(longest, 0, -1) if tuple(terms[at : at + n]) in self._phrases), 0)
            if size:
                found.append((at, size, self._phrases[tuple(terms[at : at + size])]))
            at += size or 1
        return found

    def added(self, terms: Sequence[str], words: Sequence[str]) -> list[Added]:
        """What to add to a query of these terms, the heaviest first; `words` are the words of the terms."""
        best: dict[str, Added] = {}
        for at, size, concepts in self.find(terms):
            weight = WEIGHT * (PHRASE if size > 1 else 1.0) / math.sqrt(len(concepts))
            for concept in concepts:
                for one, shown in self._single[concept].items():
                    if one not in terms and (one not in best or best[one].weight < weight):
                        best[one] = Added(one, weight, shown, tuple(words[at : at + size]))
        return sorted(best.values(), key=lambda added: -added.weight)[:MOST]

    def _add(self, number: int, phrase: str) -> None:
        terms = _terms(phrase)
        if not terms:
            return
        concepts = self._phrases.setdefault(terms, [])
        if number not in concepts:
            concepts.append(number)
        self._longest = max(self._longest, len(terms))
        if len(terms) == 1:
            self._single[number].setdefault(terms[0], phrase)


def _terms(phrase: str) -> tuple[str, ...]:
    return tuple(filter(None, map(term, tokens(phrase))))
