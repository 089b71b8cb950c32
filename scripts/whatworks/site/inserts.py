"""Numbers and lists from the collection inside hand-written pages, filled in when the site is built.

    [[count]]  [[count stages/stopped services/energy]]  [[list stages/stopped]]  [[wanted]]

Several terms mean cases that have all of them. A term that does not exist stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import escape

from whatworks.errors import WhatWorksError
from whatworks.site.card import Card
from whatworks.site.collection import Collection
from whatworks.site.facets import BY_ID, UNKNOWN

_INSERT = re.compile(r"(?:<p>)?\[\[(?P<kind>count|list|wanted)(?P<terms>(?: [a-z-]+/[a-z0-9-]+)*)\]\](?:</p>)?")
_COUNTED = re.compile(r"\[\[(?P<kind>count|wanted)(?P<terms>(?: [a-z-]+/[a-z0-9-]+)*)\]\]")
_MOST_LISTED = 12


def has_inserts(html: str) -> bool:
    """Whether a rendered page asks for something."""
    return "[[" in html and _INSERT.search(html) is not None


def fill(html: str, path: str, collection: Collection) -> str:
    """The page with everything filled in; `path` is its own, for the links and for what is said of a mistake."""
    html = _COUNTED.sub(lambda match: _count(match, path, collection), html)
    return _INSERT.sub(lambda match: _list(_cases(match["terms"].split(), path, collection), path), html)


def _count(match: re.Match[str], path: str, collection: Collection) -> str:
    if match["kind"] == "wanted":
        return f"{len(collection.wishes):,}"
    return f"{len(_cases(match['terms'].split(), path, collection)):,}"


def _list(cards: Sequence[Card], path: str) -> str:
    root = "../" * path.count("/")
    items = (f'<li><a href="{root}studies/{card.id}/">{escape(card.title)}</a></li>' for card in cards[:_MOST_LISTED])
    return f"<ul>{''.join(items)}</ul>"


def _cases(terms: Sequence[str], path: str, collection: Collection) -> list[Card]:
    found: list[Card] = list(collection.cards)
    for facet, term in (term.split("/", 1) for term in terms):
        if facet not in BY_ID or not _exists(facet, term, collection):
            raise WhatWorksError(f"{path}: there is no '{facet}/{term}' to count.")
        held = {card.id for card in collection.by_term[facet].get(term, ())}
        found = [card for card in found if card.id in held]
    return found


def _exists(facet: str, term: str, collection: Collection) -> bool:
    """Whether some case could have the term: another collection need not have a case of every year or nation."""
    vocabulary = BY_ID[facet].vocabulary
    return not vocabulary or term in collection.words[vocabulary].by_id or term == UNKNOWN
