"""All cards together, with what is computed of them as a whole; every product reads this and nothing else."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Protocol, TypeVar

from whatworks.corpus import Words
from whatworks.model.study import Study
from whatworks.model.wanted import Wanted
from whatworks.site.card import Card
from whatworks.site.facets import BY_ID, FACETS, UNKNOWN
from whatworks.site.guides import Guide
from whatworks.site.output import signature
from whatworks.site.related import Neighbour, decides, nearest, neighbours
from whatworks.site.settings import Settings

T = TypeVar("T")
TELLING = ("outcomes", "services", "technologies", "procurement", "factors")
"""The facets whose commonest terms lead on from a list."""


@dataclass(frozen=True, slots=True)
class Told:
    """A case in full: the study and the Markdown of its body."""

    study: Study
    body: str


class Remember(Protocol):
    """Gives what was made under the same name and key in an earlier build, or makes it."""

    def __call__(self, name: str, key: str, make: Callable[[], T], /) -> T:
        """The value."""


class Renew(Protocol):
    """The same, but what is made anew is made with the help of the last value under the name, if there is one."""

    def __call__(self, name: str, key: str, make: Callable[[T | None], T], /) -> T:
        """The value."""


def _make(name: str, key: str, make: Callable[[], T], /) -> T:  # noqa: ARG001 - nothing is remembered
    return make()


def _make_new(name: str, key: str, make: Callable[[T | None], T], /) -> T:  # noqa: ARG001 - nothing is remembered
    return make(None)


@dataclass(frozen=True)
class Collection:
    """The cases that lists show, newest first, and those that have a page and nothing else.

    `tell` gives a case in full; asking costs the reading of its file.
    """

    cards: tuple[Card, ...]
    words: Words
    settings: Settings
    today: datetime.date
    keys: dict[str, str]
    tell: Callable[[str], Told]
    gone: tuple[Card, ...] = ()
    wishes: tuple[Wanted, ...] = ()
    guides: tuple[Guide, ...] = ()
    remember: Remember = _make
    renew: Renew = _make_new
    jobs: int = 1

    @cached_property
    def by_term(self) -> dict[str, dict[str, list[Card]]]:
        """Cards by facet and term."""
        found: dict[str, dict[str, list[Card]]] = {facet.id: defaultdict(list) for facet in FACETS}
        for card in self.cards:
            for facet in FACETS:
                for one, _ in card.facets[facet.id]:
                    found[facet.id][one].append(card)
        return found

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Labels by facet and term, of the terms that some case has; those of cases that are gone are linked to."""
        found: dict[str, dict[str, str]] = {facet.id: {} for facet in FACETS}
        for card in (*self.cards, *self.gone):
            for name, values in card.facets.items():
                found[name].update(values)
        return found

    @cached_property
    def marks(self) -> dict[str, str]:
        """What stands for all that a card says, by id: pages made of cards with the same marks are the same."""
        return {card.id: signature((repr(card),)) for card in self.cards}

    @cached_property
    def telling(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Facets and terms by case, of the facets that lead on: no headings, nothing that says none or not known."""
        headings = {name: {term.broader for term in self.words[BY_ID[name].vocabulary]} for name in TELLING}
        hidden = {name: {"none", UNKNOWN, *broader} for name, broader in headings.items()}
        return {
            card.id: tuple((name, one) for name in TELLING for one in card.ids(name) if one not in hidden[name])
            for card in self.cards
        }

    @cached_property
    def by_id(self) -> dict[str, Card]:
        """Cards by id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def wishes_by_term(self) -> dict[str, dict[str, list[Wanted]]]:
        """Wanted outcomes by facet and term; those of an outcome count for its heading too."""
        found: dict[str, dict[str, list[Wanted]]] = {
            name: defaultdict(list) for name in ("outcomes", "services", "councils")
        }
        outcomes = self.words["outcomes"].by_id
        for wish in self.wishes:
            headings = (outcomes[one].broader for one in wish.about)
            for one in dict.fromkeys((*wish.about, *filter(None, headings))):
                found["outcomes"][one].append(wish)
            for one in wish.service_areas:
                found["services"][one].append(wish)
            for code in wish.councils:
                found["councils"][code.lower()].append(wish)
        return found

    @cached_property
    def answered_by(self) -> dict[str, list[Wanted]]:
        """Wanted outcomes by the case that answers them."""
        found: dict[str, list[Wanted]] = defaultdict(list)
        for wish in self.wishes:
            for answer in wish.answers:
                if answer.study in self.by_id:
                    found[answer.study].append(wish)
        return found

    @cached_property
    def neighbours(self) -> dict[str, tuple[Neighbour, ...]]:
        """The nearest cases of each case."""
        find = partial(nearest, self.cards, self.jobs)
        return neighbours(self.cards, self.remember("neighbours", decides(self.cards), find))


def in_order(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Cards as lists show them: newest work first, then by id, so that the order never depends on the disk."""
    return tuple(sorted(cards, key=lambda card: (-card.published.toordinal(), -card.started, card.id)))


def directions(cards: Sequence[Card], outcome: str = "") -> Counter[str]:
    """How many cases went which way; on an outcome, as that outcome went."""
    return Counter(card.levels.get(outcome, (card.level, card.state))[1] for card in cards)
