"""The files that the search reads: index blocks, facets, words, and a card for each thing that can be found.

The postings of all documents are kept between builds, so that an edit costs little.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

from whatworks.search.codec import packed
from whatworks.search.counted import Texts
from whatworks.search.expand import Concept
from whatworks.search.facets import Facet, Option
from whatworks.search.fields import BY_LABEL, EXPANDED, everyday_words, guide_texts, study_texts, wish_texts
from whatworks.search.index import Content, cards_folder, index_files
from whatworks.search.postings import Postings, renew
from whatworks.search.root import card_path
from whatworks.site.card import Card
from whatworks.site.collection import Collection
from whatworks.site.facets import FACETS, UNKNOWN
from whatworks.site.links import rooted
from whatworks.site.lunr_module import lunr_module
from whatworks.site.marks import WORDS
from whatworks.site.output import Output, signature, text

FOLDER = "search"
DIRECTIONS = "directions"
"""The facet of the search that no case is browsed by: which way its headline outcome went."""


def search_files(collection: Collection) -> Iterator[Output]:
    """Every file of the search folder, and lunr.js as a module for the page."""
    cards = collection.cards[::-1]  # so that the newest case has the highest number
    others = [*(wish.id for wish in collection.wishes), *(guide.path for guide in collection.guides)]
    ids = [*(card.id for card in cards), *others]
    facets = list(_facets(cards, collection))
    content = Content(
        postings=_postings(cards, collection),
        kinds=(len(cards), len(collection.wishes), len(collection.guides)),
        ids=ids,
        titles=[card.title for card in cards],
        facets=facets,
        labels={**{facet.id: facet.label for facet in FACETS}, DIRECTIONS: "Direction"},
        concepts=list(_concepts(collection)),
        everyday=list(everyday_words(collection.words)),
    )
    for path, raw in index_files(content):
        digest = blake2b(raw, digest_size=16).hexdigest()
        yield Output(f"{FOLDER}/{path}", digest, lambda raw=raw: packed(raw))  # type: ignore[misc]
    yield from _cards(cards, collection, cards_folder(ids))
    yield from lunr_module()


def _postings(cards: Sequence[Card], collection: Collection) -> Postings:
    """The postings of everything that can be found, as far as possible those of the last build."""
    wishes, guides = collection.wishes, collection.guides
    wanted = [(card.id, collection.keys[card.id]) for card in cards]
    wanted += [(f"wanted {wish.id}", signature((repr(wish),))) for wish in wishes]
    wanted += [(f"guide {guide.path}", signature((repr(guide),))) for guide in guides]

    def texts(number: int) -> Texts:
        if number < len(cards):
            told = collection.tell(cards[number].id)
            return study_texts(told.study, told.body, collection.words)
        number -= len(cards)
        if number < len(wishes):
            return wish_texts(wishes[number], collection.words)
        guide = guides[number - len(wishes)]
        return guide_texts(guide.title, guide.description, guide.markdown)

    key = signature(part for pair in wanted for part in pair)
    return collection.renew("search postings", key, lambda old: renew(old, wanted, texts))


def _concepts(collection: Collection) -> Iterator[Concept]:
    """The terms of the vocabularies that lead to cases, under the names of their facets."""
    facet_of = {facet.vocabulary: facet.id for facet in FACETS if facet.vocabulary}
    for vocabulary in EXPANDED:
        for term in collection.words[vocabulary]:
            if not term.replaced_by:
                by_label = vocabulary in BY_LABEL
                yield Concept(facet_of[vocabulary], term.id, term.label, term.synonyms, term.broader, by_label)


def _facets(cards: Sequence[Card], collection: Collection) -> Iterator[Facet]:
    for facet in FACETS:
        above = {term.id: term.broader for term in collection.words[facet.vocabulary]} if facet.vocabulary else {}
        headings = set(above.values())
        own = [[one for one in card.ids(facet.id) if one not in headings] for card in cards]
        yield _facet(facet.id, own, collection.labels[facet.id], above)
    yield _facet(DIRECTIONS, [[card.state] for card in cards], WORDS, dict.fromkeys(WORDS, ""))


def _facet(name: str, own: Sequence[Sequence[str]], labels: dict[str, str], above: dict[str, str]) -> Facet:
    """A facet with the options that some case has, in the order of the vocabulary or else of their labels."""
    used = {one for ids in own for one in ids}
    used |= {above[one] for one in used if above.get(one)}
    ordered = [one for one in above if one in used] or sorted(used, key=lambda one: labels[one].casefold())
    ordered += sorted(used.difference(ordered))
    if name == "years":
        ordered.sort(key=lambda one: (one != UNKNOWN, one), reverse=True)
    number = {one: at for at, one in enumerate(ordered)}
    options = tuple(Option(one, labels.get(one, one), number.get(above.get(one, ""), -1)) for one in ordered)
    return Facet(name, options, [tuple(sorted(number[one] for one in ids)) for ids in own])


def _cards(cards: Sequence[Card], collection: Collection, folder: str) -> Iterator[Output]:
    """What a result shows, of all documents in their order."""
    for number, card in enumerate(cards):
        path = f"{FOLDER}/{card_path(folder, number)}"
        deps = signature((collection.marks[card.id],))
        yield Output(path, deps, lambda card=card: _json(_study(card, collection)))  # type: ignore[misc]
    for at, data in enumerate(_data_beside(collection), len(cards)):
        yield text(f"{FOLDER}/{card_path(folder, at)}", _json(data).decode())


def _study(card: Card, collection: Collection) -> dict[str, Any]:
    return {
        "kind": "study",
        "id": card.id,
        "url": f"studies/{card.id}/",
        "title": card.title,
        "summary": card.summary,
        "level": card.level,
        "evidence": collection.words["evidence-levels"].terms[card.level].label,
        "state": card.state,
        "direction": WORDS[card.state],
        "councils": [label for _, label in card.facets["councils"]],
        "services": [label for _, label in card.facets["services"]],
        "year": card.started or "",
        "cost": card.cost,
        "stage": card.facets["stages"][0][1],
        "terms": [f"{facet}:{one}" for facet in _BORNE for one in card.ids(facet)],
        "row": rooted(card.row(collection.words), "find/index.html"),
    }


def _data_beside(collection: Collection) -> Iterator[dict[str, Any]]:
    """Of wanted outcomes and guides."""
    for wish in collection.wishes:
        yield {
            "kind": "wanted",
            "id": wish.id,
            "url": f"wanted/{wish.id}/",
            "title": wish.title,
            "summary": wish.wanted,
            "councils": [collection.words.councils.by_code[code].short_name for code in wish.councils],
        }
    for guide in collection.guides:
        yield {"kind": "guide", "id": guide.path, "url": guide.path, "title": guide.title, "summary": guide.description}


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


_BORNE = tuple(facet.id for facet in FACETS if facet.vocabulary in EXPANDED)
