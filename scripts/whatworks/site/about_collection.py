"""The page of what is in the collection: cases by every way of counting, and the spread of the evidence."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from whatworks.model.evidence import LEVELS
from whatworks.shell import Page
from whatworks.site.collection import Collection
from whatworks.site.facets import BY_ID
from whatworks.site.glance import plot
from whatworks.site.links import ROOT, address, rooted
from whatworks.site.marks import WORDS
from whatworks.site.templates import render

_COUNTED = (
    "services",
    "outcomes",
    "nations",
    "regions",
    "types",
    "rurality",
    "years",
    "stages",
    "procurement",
    "costs",
    "technologies",
)


def about_collection(collection: Collection) -> Page:
    """The page, ready to be poured."""
    cards = collection.cards
    levels = Counter(card.level for card in cards)
    tables = [(BY_ID[name], _rows(name, collection)) for name in _COUNTED]
    content = render(
        "collection",
        ROOT=Markup(ROOT),
        total=len(cards),
        councils=len({one for card in cards for one in card.councils}),
        suppliers=len(collection.by_term["suppliers"]),
        wishes=len(collection.wishes),
        plot=plot(cards, "", collection),
        levels=[
            (LEVELS[level], collection.words["evidence-levels"].terms[level].label, levels[level])
            for level in range(len(LEVELS))
        ],
        directions=[
            (state, WORDS[state], count) for state, count in Counter(card.state for card in cards).most_common()
        ],
        tables=tables,
    )
    path = "about/collection/index.html"
    described = "How many cases there are, by service, nation, year, evidence, direction, stage and route."
    url = address(collection.settings.site_url, path)
    return Page(path, "What is in the collection", described, url, "", "about", rooted(str(content), path))


def _rows(name: str, collection: Collection) -> list[tuple[str, str, int]]:
    facet, labels = BY_ID[name], collection.labels[name]
    broad = {term.broader for term in collection.words[facet.vocabulary]} if facet.vocabulary else set()
    rows = [(one, labels[one], len(held)) for one, held in collection.by_term[name].items() if one not in broad]
    return sorted(rows, key=lambda row: (-row[2], row[1])) if name != "years" else sorted(rows, reverse=True)
