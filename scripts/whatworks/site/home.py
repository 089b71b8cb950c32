"""The home page, which asks what you want to be better for people."""

from __future__ import annotations

from markupsafe import Markup

from whatworks.model.wanted import Wanted
from whatworks.shell import Page
from whatworks.site.card import Card
from whatworks.site.collection import Collection, directions
from whatworks.site.facets import BY_ID
from whatworks.site.glance import plot
from whatworks.site.links import ROOT, address, rooted
from whatworks.site.templates import render
from whatworks.site.terms import terms_of
from whatworks.site.wanted_pages import answered, row

_NEWEST = 5
_MOST_ALIKE = 2
_WISHES = 4
_TRY = ("bins", "lonely older people", "damp homes", "FOI backlog", "grant")


def home(collection: Collection) -> Page:
    """The home page, ready to be poured."""
    words, cards = collection.words, collection.cards
    outcomes = words["outcomes"]
    held = collection.by_term["outcomes"]
    themes = [
        (theme, [(term, held.get(term.id, []), directions(held.get(term.id, []), term.id)) for term in terms])
        for theme in outcomes
        if (terms := outcomes.narrower.get(theme.id, ()))
    ]
    content = render(
        "home",
        ROOT=Markup(ROOT),
        total=len(cards),
        councils=len({one for card in cards for one in card.councils}),
        nations=len(collection.by_term["nations"]),
        not_better=sum(
            1 for card in cards if card.state in ("mixed", "no-change", "worsened") or "stopped" in card.ids("stages")
        ),
        not_shown=sum(1 for card in cards if card.level == 0),
        themes=themes,
        tries=_TRY,
        plot=plot(cards, "", collection),
        wishes=[row(wish, collection) for wish in _open_wishes(collection)],
        wished=len(collection.wishes),
        rows=Markup("".join(card.row(words) for card in _spread(collection))),
        services=[
            (term, len(collection.by_term["services"].get(term.id, ())))
            for term in terms_of(BY_ID["services"], collection)
        ],
    )
    description = (
        "What small firms and UK councils did together, what changed for people, and how good the evidence is."
    )
    url = address(collection.settings.site_url, "index.html")
    head = '<link rel="alternate" type="application/json" href="./api/v1/studies.json">'
    return Page("index.html", "", description, url, head, "", rooted(str(content), "index.html"))


def _open_wishes(collection: Collection) -> list[Wanted]:
    """Some wishes that nobody is known to have answered, the newest first."""
    waiting = [wish for wish in collection.wishes if wish.said is not None and not answered(wish, collection)]
    return sorted(waiting, key=lambda wish: (wish.said.earliest if wish.said else None, wish.id), reverse=True)[
        :_WISHES
    ]


def _spread(collection: Collection) -> list[Card]:
    """The newest cases, no two of the same direction and service in a row, so that failures stand beside successes."""
    chosen: list[Card] = []
    seen: set[tuple[str, str]] = set()
    for card in collection.cards:
        kind = (card.state, card.ids("services")[0])
        if kind not in seen and sum(one.state == card.state for one in chosen) < _MOST_ALIKE:
            seen.add(kind)
            chosen.append(card)
        if len(chosen) == _NEWEST:
            break
    return chosen
