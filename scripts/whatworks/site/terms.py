"""The terms of a facet that have a page of their own."""

from __future__ import annotations

from whatworks.model.vocabulary import Term
from whatworks.site.collection import Collection
from whatworks.site.facets import UNKNOWN, Facet


def terms_of(facet: Facet, collection: Collection) -> tuple[Term, ...]:
    """The terms that have a page: all of a vocabulary, or those of some case; of councils also who wants something."""
    labels = collection.labels[facet.id]
    if facet.id == "councils":
        register = collection.words.councils.by_code
        labels = {one: register[one.upper()].name for one in collection.wishes_by_term["councils"]} | labels
    if facet.vocabulary:
        terms = tuple(term for term in collection.words[facet.vocabulary] if not term.replaced_by)
        known = {term.id for term in terms}
    else:
        terms, known = (), set()
    order = sorted((label.casefold(), one) for one, label in labels.items() if one not in known)
    if facet.id == "years":
        order.reverse()
    definition = f"Nobody has published the {facet.singular.lower()} of these cases." if facet.id != "costs" else ""
    rest = (Term(id=one, label=labels[one], definition=definition if one == UNKNOWN else "") for _, one in order)
    return (*terms, *rest)
