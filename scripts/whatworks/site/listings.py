"""Lists of cases: a page a term of every facet, an index a facet, and all cases under `/find/`.

Lists hold 100 rows and go on at `.../2/`, so no page grows with the collection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any

from markupsafe import Markup

from whatworks.model.vocabulary import Term
from whatworks.shell import Page
from whatworks.site.card import Card
from whatworks.site.collection import TELLING, Collection, directions
from whatworks.site.facets import FACETS, Facet
from whatworks.site.filters import filters
from whatworks.site.find_script import find_head
from whatworks.site.glance import best, not_better, places, plot
from whatworks.site.links import ROOT, address, list_path, rooted
from whatworks.site.templates import render
from whatworks.site.terms import terms_of
from whatworks.site.wanted_pages import row

PAGE_ROWS = 100

SECTIONS = {"outcomes": "outcomes", "services": "services"}
"""The tab that is marked on the pages of a facet; others are ways of finding."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that can be made, and what decides its content beside our code, the words and the day.

    Making a page costs a hundred times as much as knowing that nothing in it has changed.
    """

    path: str
    deps: tuple[str, ...]
    make: Callable[[], Page]

    @property
    def page(self) -> Page:
        """The page, made now."""
        return self.make()


def listings(collection: Collection) -> Iterator[Listed]:
    """Every list of cases."""
    yield from _find(collection)
    for facet in FACETS:
        if facet.pages:
            yield from _facet(facet, collection)


def _facet(facet: Facet, collection: Collection) -> Iterator[Listed]:
    terms = terms_of(facet, collection)
    yield from _index(facet, terms, collection)
    for term in terms:
        yield from _term(facet, term, collection)


def _index(facet: Facet, terms: Sequence[Term], collection: Collection) -> Iterator[Listed]:
    """The index of a facet: every term with its count; headings in the order of the vocabulary."""
    held = collection.by_term[facet.id]
    broader = {term.broader for term in terms}
    headings = [term for term in terms if term.id in broader]
    groups: list[tuple[Term | None, list[Term]]] = [
        (heading, [term for term in terms if term.broader == heading.id]) for heading in headings
    ]
    if not groups:
        groups = [(None, list(terms))]
    rows = PAGE_ROWS * 5
    pages = _pages(len(terms), rows) if not headings else 1
    ways = {term.id: directions(held.get(term.id, ()), term.id if facet.id == "outcomes" else "") for term in terms}

    def make(number: int) -> Page:
        shown = groups if pages == 1 else [(None, list(terms[(number - 1) * rows : number * rows]))]
        content = render(
            "terms",
            ROOT=Markup(ROOT),
            facet=facet,
            groups=shown,
            cards=lambda term: held.get(term.id, ()),
            bar_of=lambda term: ways[term.id],
            pager=_pager(facet.id, number, pages),
        )
        title = facet.label if number == 1 else f"{facet.label}, page {number}"
        path = list_path(facet.id, number)
        return _page(path, title, facet.definition, SECTIONS.get(facet.id, "find"), content, collection)

    deps = tuple(f"{term.id} {term.label} {sorted(ways[term.id].items())}" for term in terms)
    for number in range(1, pages + 1):
        yield Listed(list_path(facet.id, number), deps, partial(make, number))


def _term(facet: Facet, term: Term, collection: Collection) -> Iterator[Listed]:
    """The pages of a term. Only the first tells of all its cases; the others hold nothing but their rows."""
    cards = collection.by_term[facet.id].get(term.id, [])
    outcome = term.id if facet.id == "outcomes" else ""
    folder = f"{facet.id}/{term.id}"
    pages = _pages(len(cards))
    narrower = _narrower(facet, term, collection)
    wishes = [row(one, collection) for one in collection.wishes_by_term.get(facet.id, {}).get(term.id, ())]

    def make(number: int) -> Page:
        shown = _shown(cards, number)
        content = render(
            "term",
            ROOT=Markup(ROOT),
            facet=facet,
            term=term,
            broader=_broader(facet, term, collection),
            narrower=narrower,
            council=_council(facet, term, collection),
            cards=cards,
            number=number,
            start=(number - 1) * PAGE_ROWS + 1,
            rows=Markup("".join(card.row(collection.words, outcome) for card in shown)),
            pager=_pager(folder, number, pages),
            feed=f"feeds/{facet.id}/{term.id}.xml" if facet.id in ("outcomes", "services") else "",
            wishes=wishes,
            **(_told_of_all(facet, cards, outcome, collection) if number == 1 else {}),
        )
        title = f"{term.label}{f', page {number}' if number > 1 else ''} - {facet.label}"
        described = term.definition or f"Case studies: {term.label}."
        return _page(list_path(folder, number), title, described, SECTIONS.get(facet.id, "find"), content, collection)

    told = (repr(term), str(pages), *(f"{one.id} {count}" for one, count in narrower), *map(repr, wishes))
    for number in range(1, pages + 1):
        marks = (collection.marks[card.id] for card in (cards if number == 1 else _shown(cards, number)))
        yield Listed(list_path(folder, number), (*told, *marks), partial(make, number))


def _told_of_all(facet: Facet, cards: Sequence[Card], outcome: str, collection: Collection) -> dict[str, Any]:
    """What the first page of a term tells of all its cases."""
    drawn = plot(cards, outcome, collection)
    return {
        "plot": drawn,
        "best": best(drawn["columns"]),
        "places": places(cards),
        "not_better": not_better(drawn["columns"]),
        "neighbours": _beside(facet, cards, collection),
    }


def _find(collection: Collection) -> Iterator[Listed]:
    pages = _pages(len(collection.cards))
    facets = [(facet, _common(facet, collection)) for facet in FACETS if facet.pages]
    narrowing = filters(collection)

    def make(number: int) -> Page:
        shown = _shown(collection.cards, number)
        content = render(
            "find",
            ROOT=Markup(ROOT),
            total=len(collection.cards),
            number=number,
            start=(number - 1) * PAGE_ROWS + 1,
            rows=Markup("".join(card.row(collection.words) for card in shown)),
            facets=facets,
            filters=narrowing,
            pager=_pager("find", number, pages),
        )
        title = "Find cases" if number == 1 else f"All cases, page {number}"
        described = "Every case study of what small firms and UK councils did together, newest first."
        page = _page(list_path("find", number), title, described, "find", content, collection)
        return replace(page, head=rooted(find_head(), page.path)) if number == 1 else page

    common = (str(len(collection.cards)), *(repr(counted) for _, counted in facets))
    for number in range(1, pages + 1):
        marks = (collection.marks[card.id] for card in _shown(collection.cards, number))
        narrow = repr(narrowing) if number == 1 else ""
        yield Listed(list_path("find", number), (*common, narrow, *marks), partial(make, number))


def _pages(count: int, rows: int = PAGE_ROWS) -> int:
    """How many pages a list of so many rows has; an empty list has one."""
    return max(1, -(-count // rows))


def _shown(cards: Sequence[Card], number: int) -> Sequence[Card]:
    """The cards of the so-manyth page of a list."""
    return cards[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]


def _page(path: str, title: str, described: str, section: str, content: Markup, collection: Collection) -> Page:
    canonical = address(collection.settings.site_url, path)
    return Page(path, title, described, canonical, "", section, rooted(str(content), path))


def _common(facet: Facet, collection: Collection) -> list[tuple[str, str, int]]:
    """The terms of a facet that most cases have, with their counts."""
    most = 8
    broad = {term.broader for term in collection.words[facet.vocabulary]} if facet.vocabulary else set()
    labels = collection.labels[facet.id]
    counted = [(one, labels[one], len(held)) for one, held in collection.by_term[facet.id].items() if one not in broad]
    return sorted(counted, key=lambda one: (-one[2], one[1]))[:most]


def _pager(folder: str, number: int, pages: int) -> list[tuple[str, str, bool]]:
    """Links to the pages of a list: word, address below the root, whether it is the current one."""
    if pages == 1:
        return []
    near = sorted({1, 2, number - 1, number, number + 1, pages - 1, pages} & set(range(1, pages + 1)))
    return [(str(one), list_path(folder, one).removesuffix("index.html"), one == number) for one in near]


def _broader(facet: Facet, term: Term, collection: Collection) -> Term | None:
    return collection.words[facet.vocabulary].by_id.get(term.broader) if facet.vocabulary and term.broader else None


def _narrower(facet: Facet, term: Term, collection: Collection) -> list[tuple[Term, int]]:
    if not facet.vocabulary:
        return []
    held = collection.by_term[facet.id]
    return [(one, len(held.get(one.id, ()))) for one in collection.words[facet.vocabulary].narrower.get(term.id, ())]


def _council(facet: Facet, term: Term, collection: Collection) -> dict[str, object] | None:
    """What is known of the council that a page is about."""
    if facet.id != "councils":
        return None
    register = collection.words.councils
    council = register.by_code[term.id.upper()]
    before = [one for one in register if council.code in one.replaced_by]
    return {"council": council, "now": register.successors(council.code) if council.end_date else (), "before": before}


def _beside(
    facet: Facet, cards: Sequence[Card], collection: Collection
) -> list[tuple[str, str, list[tuple[str, str, int]]]]:
    """What else these cases share: the commonest terms of other facets, to go on from here."""
    counted = Counter(chain.from_iterable(collection.telling[card.id] for card in cards))
    ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    found = []
    most = 6
    for other in FACETS:
        if other.id == facet.id or other.id not in TELLING:
            continue
        labels = collection.labels[other.id]
        top = [(one, labels[one], count) for (name, one), count in ranked if name == other.id][:most]
        if top:
            found.append((other.id, other.label, top))
    return found
