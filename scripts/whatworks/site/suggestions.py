"""The terms that the search field in the header suggests: those outcomes, services and councils that have a page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from whatworks.site.collection import Collection
from whatworks.site.facets import BY_ID
from whatworks.site.output import Output, text
from whatworks.site.terms import terms_of

SUGGESTED = ("outcomes", "services", "councils")
PATH = "search/suggestions.json"


def suggestions(collection: Collection) -> Iterator[Output]:
    """One file: a list of facet, id, label, and what people say for it, the words separated by spaces."""
    names = {council.slug: council.other_names for council in collection.words.councils}
    found = []
    for name in SUGGESTED:
        for term in terms_of(BY_ID[name], collection):
            also = names.get(term.id, ()) if name == "councils" else term.synonyms
            found.append([name, term.id, term.label, " ".join(also)])
    yield text(PATH, json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n")
