"""The filters of the find page: every option of every facet that narrows a search, with its count of all cases.

They stand in the page, ready and hidden, so that labels have one source and the page's script makes no markup of
its own; without scripts the links of the facets take their place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whatworks.site.collection import Collection
from whatworks.site.facets import BY_ID, Facet
from whatworks.site.marks import WORDS

DIRECTIONS = "directions"
"""The facet of which way things went; it is known of every case and has no pages."""
ORDER = (
    "outcomes", DIRECTIONS, "evidence", "services", "technologies", "procurement", "costs", "stages",
    "who", "factors", "nations", "regions", "types", "rurality", "years", "councils", "suppliers",
)  # fmt: skip
OPEN = frozenset({"outcomes", DIRECTIONS, "evidence", "services"})
"""The facets whose options are in sight from the start."""
SHOWN = 8
"""So many options of a long list are in sight before all are asked for."""
_AS_IN_VOCABULARY = frozenset({"stages", "costs"})
_MOST = 400  # options of a facet in the page, which must not grow with the collection


@dataclass(frozen=True, slots=True)
class Option:
    """A thing to tick. One that `stands_under` another is shown after it and belongs to it."""

    id: str
    label: str
    count: int
    stands_under: bool = False
    more: bool = False
    """Whether it is only in sight once all options are asked for."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The options of one facet."""

    id: str
    label: str
    options: tuple[Option, ...]
    opened: bool

    @property
    def long(self) -> bool:
        """Whether some options are out of sight at first."""
        return any(option.more for option in self.options)


def filters(collection: Collection) -> tuple[Filter, ...]:
    """The filters in the order of the page; a facet in which all cases are alike narrows nothing and is left out."""
    made = (_directions(collection) if name == DIRECTIONS else _filter(BY_ID[name], collection) for name in ORDER)
    return tuple(one for one in made if len(one.options) > 1)


def _directions(collection: Collection) -> Filter:
    counts: Counter[str] = Counter(card.state for card in collection.cards)
    options = tuple(Option(state, word, counts[state]) for state, word in WORDS.items() if counts[state])
    return Filter(DIRECTIONS, "Direction", options, opened=True)


def _filter(facet: Facet, collection: Collection) -> Filter:
    counts = {one: len(cards) for one, cards in collection.by_term[facet.id].items()}
    labels = collection.labels[facet.id]
    themes = _themes(facet, counts, labels, collection)
    return Filter(facet.id, facet.label, themes or _plain(facet, counts, labels, collection), facet.id in OPEN)


def _themes(
    facet: Facet, counts: Mapping[str, int], labels: Mapping[str, str], collection: Collection
) -> tuple[Option, ...]:
    """Headings in sight and what stands under each; none if the facet has no headings that cases count for."""
    narrower = collection.words[facet.vocabulary].narrower if facet.vocabulary else {}
    options: list[Option] = []
    for heading, terms in narrower.items():
        if heading in counts:
            options.append(Option(heading, labels[heading], counts[heading]))
            held = (term.id for term in terms if term.id in counts)
            options += (Option(one, labels[one], counts[one], stands_under=True, more=True) for one in held)
    return tuple(options)


def _plain(
    facet: Facet, counts: Mapping[str, int], labels: Mapping[str, str], collection: Collection
) -> tuple[Option, ...]:
    order = _order(facet, counts, labels, collection)[:_MOST]
    long = len(order) > SHOWN + 2
    return tuple(Option(one, labels[one], counts[one], more=long and at >= SHOWN) for at, one in enumerate(order))


def _order(facet: Facet, counts: Mapping[str, int], labels: Mapping[str, str], collection: Collection) -> Sequence[str]:
    """Steps in their own order, the best evidence and the newest year first; everything else by how common it is."""
    if facet.id == "years":
        return sorted(counts, key=lambda one: (one.isdigit(), one), reverse=True)
    if facet.id in _AS_IN_VOCABULARY | {"evidence"}:
        steps = [term.id for term in collection.words[facet.vocabulary] if term.id in counts]
        rest = sorted(one for one in counts if one not in steps)
        return [*(reversed(steps) if facet.id == "evidence" else steps), *rest]
    return sorted(counts, key=lambda one: (-counts[one], labels[one].casefold(), one))
