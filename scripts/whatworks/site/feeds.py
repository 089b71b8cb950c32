"""Atom feeds (RFC 4287): all cases, one feed an outcome, one a service. The newest fifty stand in each."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from whatworks.site.card import Card
from whatworks.site.collection import Collection
from whatworks.site.facets import BY_ID
from whatworks.site.links import address, study_path
from whatworks.site.output import Output, signature
from whatworks.site.templates import render
from whatworks.site.terms import terms_of

_LONGEST = 50


def feeds(collection: Collection) -> Iterator[Output]:
    """Every feed."""
    yield _feed("feeds/all.xml", "All case studies", "", collection.cards, collection)
    for name in ("outcomes", "services"):
        for term in terms_of(BY_ID[name], collection):
            cards = collection.by_term[name].get(term.id, [])
            yield _feed(f"feeds/{name}/{term.id}.xml", term.label, f"{name}/{term.id}/index.html", cards, collection)


def _feed(path: str, title: str, page: str, cards: Sequence[Card], collection: Collection) -> Output:
    newest = heapq.nlargest(_LONGEST, cards, key=lambda card: (card.reviewed, card.published, card.id))
    url = collection.settings.site_url

    def make() -> bytes:
        updated = max((card.reviewed for card in newest), default=collection.today)
        entries = [{"card": card, "url": address(url, study_path(card.id))} for card in newest]
        content = render(
            "feed", title=title, own=address(url, path), page=address(url, page), updated=updated, entries=entries,
            declaration=Markup('<?xml version="1.0" encoding="utf-8"?>'),
        )  # fmt: skip
        return content.encode("utf-8")

    return Output(path, signature((title, url, *(collection.marks[card.id] for card in newest))), make)
