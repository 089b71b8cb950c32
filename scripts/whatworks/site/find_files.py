"""What the page's search shows beside the index: the row of each case, and the terms that the header suggests."""

from __future__ import annotations

import json
from collections.abc import Iterator

from whatworks.site.collection import Collection
from whatworks.site.facets import BY_ID
from whatworks.site.links import rooted
from whatworks.site.listings import terms_of
from whatworks.site.output import Output, signature, text

SUGGESTED = ("outcomes", "services", "councils")
TERMS = "search/terms.json"


def row_path(study_id: str) -> str:
    """Where the row of a case stands, ready to be put into the list of what was found."""
    return f"search/rows/{study_id}.html"


def find_files(collection: Collection) -> Iterator[Output]:
    """The rows of all cases, with links that fit the find page, and the terms."""
    for card in collection.cards:
        path = row_path(card.id)
        yield Output(
            path,
            signature((collection.marks[card.id],)),
            lambda card=card: rooted(card.row(collection.words), "find/index.html").encode("utf-8"),  # type: ignore[misc]
        )
    yield text(TERMS, _terms(collection))


def _terms(collection: Collection) -> str:
    """Facet by facet the id and label of each term that has a page, and what people say for it."""
    names = {council.slug: council.other_names for council in collection.words.councils}
    found = []
    for name in SUGGESTED:
        for term in terms_of(BY_ID[name], collection):
            also = names.get(term.id, ()) if name == "councils" else term.synonyms
            found.append([name, term.id, term.label, " ".join(also)])
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
