"""Quoted phrases: documents in which the terms stand in order, at the right distance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from whatworks.search.normalise import term
from whatworks.search.query import Item

if TYPE_CHECKING:
    from whatworks.search.reader import Reader


def holding(item: Item, documents: Iterable[int], reader: Reader) -> set[int]:
    """Those of the documents that hold a phrase; a stop word in it stands for any word."""
    wanted = set(documents)
    found: dict[int, set[int]] | None = None
    for offset, word in enumerate(item.words):
        one = term(word)
        if not one:
            continue
        here = {
            document: {ord(place) - offset for place in places}
            for document, places in _places(one, reader)
            if document in wanted
        }
        found = here if found is None else {n: found[n] & here[n] for n in found.keys() & here.keys()}
    return {document for document, left in (found or {}).items() if left}


def _places(one: str, reader: Reader) -> Iterator[tuple[int, str]]:
    held = reader.places(one)
    if held is None:
        return
    documents = held.documents or reader.entries((one,))[one].documents
    at = 0
    for document, size in zip(documents, held.sizes, strict=True):
        yield document, held.places[at : at + size]
        at += size
