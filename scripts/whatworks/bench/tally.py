"""How often each term stands in the real cases, to draw terms that are as frequent."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

from whatworks.corpus import Words, builtin_vocabulary, open_corpus, read_file
from whatworks.model.councils import Council
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.model.study import Study

_UNUSED = 0.5  # the weight of a term that no case has yet, where one case weighs 1


@dataclass(frozen=True, slots=True)
class Bag:
    """Things to draw from, each with the sum of the weights up to it."""

    things: tuple[Any, ...]
    ends: tuple[float, ...]

    def draw(self, rng: Random) -> Any:
        """One of them, by weight."""
        return rng.choices(self.things, cum_weights=self.ends)[0]

    def some(self, rng: Random, number: int) -> list[Any]:
        """So many different ones, by weight; `not-known` is never among them."""
        found: dict[Any, None] = {}
        while len(found) < number:
            if (drawn := self.draw(rng)) != NOT_KNOWN:
                found[drawn] = None
        return list(found)


@dataclass(frozen=True, slots=True)
class Tally:
    """The terms of each field by their frequency (`about`, `outcomes.direction`), and councils by population."""

    terms: dict[str, Bag]
    councils: Bag

    @staticmethod
    @cache
    def of_real_cases() -> Tally:
        """The tally of the cases that come with this program."""
        corpus = open_corpus(builtin_vocabulary().parent, datetime.date.max)
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for path in corpus.files:
            for name, spec, value in _terms(Study, read_file(path).data):
                if value in corpus.words[spec.vocabulary].usable or (value == NOT_KNOWN and spec.not_known):
                    counts[name][value] += 1
        terms = {name: _bag(counts[name], spec, corpus.words) for name, spec in _fields(Study)}
        return Tally(terms, _weighed({one: one.population for one in corpus.words.councils if not one.end_date}))


def _terms(part: type[Any], data: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Spec, str]]:
    """Every term in a mapping, with its field's name and declaration; what is left out counts as its default."""
    for name, spec in specs(part).items():  # type: ignore[arg-type]
        value = data.get(name, spec.default)
        for item in value if isinstance(value, list) else [value]:
            if spec.part is not None and isinstance(item, dict):
                yield from _terms(spec.part, item, f"{prefix}{name}.")
            elif spec.vocabulary and isinstance(item, str):
                yield prefix + name, spec, item


def _fields(part: type[Any], prefix: str = "") -> Iterator[tuple[str, Spec]]:
    for name, spec in specs(part).items():  # type: ignore[arg-type]
        if spec.part is not None:
            yield from _fields(spec.part, f"{prefix}{name}.")
        elif spec.vocabulary:
            yield prefix + name, spec


def _bag(counts: Counter[str], spec: Spec, words: Words) -> Bag:
    unused = {one: _UNUSED for one in sorted(words[spec.vocabulary].usable) if one not in counts}
    return _weighed({**dict(counts.most_common()), **unused})


def _weighed(weights: dict[str, float] | dict[Council, int]) -> Bag:
    return Bag(tuple(weights), tuple(accumulate(weights.values())))
