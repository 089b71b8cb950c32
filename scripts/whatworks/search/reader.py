"""The search files of a site, read as a page reads them: only what a query needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from whatworks.errors import WhatWorksError
from whatworks.search.blocks import Entry, Places, find, read_places, read_terms, span
from whatworks.search.codec import Cursor, unpacked
from whatworks.search.everyday import everyday_path, file_of, read_everyday
from whatworks.search.expand import Phrases, Synonyms
from whatworks.search.facets import Facet, read_facet
from whatworks.search.root import PATH, Root, Table, block_path, card_path, named_path, read_root, read_table

Load = Callable[[str], bytes]
"""Gives the bytes of a file of the search folder as they are on the disk."""


class Reader:
    """Reads search files, each at most once."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._blocks: dict[int, list[Entry]] = {}
        self._places: dict[int, dict[str, Places]] = {}
        self._facets: dict[str, Facet] = {}
        self._everyday: Phrases[str] = Phrases()
        self._everyday_read: set[int] = set()

    @cached_property
    def root(self) -> Root:
        """The root."""
        return read_root(unpacked(self._load(PATH)))

    @cached_property
    def synonyms(self) -> Synonyms:
        """The phrases of the vocabularies."""
        return Synonyms(self.root.concepts)

    def everyday(self, terms: Iterable[str]) -> Phrases[str]:
        """The everyday words that begin as these terms do, at least."""
        for number in {file_of(one) for one in terms} - self._everyday_read:
            self._everyday_read.add(number)
            for typed, words in read_everyday(unpacked(self._load(everyday_path(number)))):
                for word in words:
                    self._everyday.add(typed, word)
        return self._everyday

    def entries(self, terms: Iterable[str]) -> dict[str, Entry]:
        """The entries of those terms that stand in some document."""
        found = {}
        for term in terms:
            for entry in self._block(find(self.root.terms.starts, term)) if self.root.terms.starts else ():
                if entry.key == term and not entry.target:
                    found[term] = entry
        return found

    def beginning(self, start: str) -> list[str]:
        """The terms of all words that begin so, sorted."""
        found = set()
        for number in span(self.root.terms.starts, start[:3]):
            for entry in self._block(number):
                if entry.target and entry.key.startswith(start):
                    found.add(entry.target)
                elif any(surface.startswith(start) for surface in entry.surfaces):
                    found.add(entry.key)
        return sorted(found)

    def places(self, term: str) -> Places | None:
        """Where a term stands."""
        table = self._places_table
        if not table.starts:
            return None
        number = find(table.starts, term)
        if number not in self._places:
            path = block_path("places", number, table)
            self._places[number] = dict(read_places(unpacked(self._load(path))))
        return self._places[number].get(term)

    @cached_property
    def _places_table(self) -> Table:
        return read_table(unpacked(self._load(named_path("tables", "places", self.root.places))))

    def words(self, letter: str) -> dict[str, int]:
        """The words that begin with a letter, each with the number of documents."""
        if letter not in self.root.words:
            return {}
        raw = unpacked(self._load(named_path("words", letter, self.root.words[letter]))).decode("utf-8")
        return {word: int(number) for word, _, number in (line.partition(" ") for line in raw.split("\n"))}

    def facet(self, name: str) -> Facet:
        """A facet."""
        if name not in self.root.facets:
            raise WhatWorksError(f"There is no facet '{name}'. There are: {', '.join(self.root.facets)}.")
        if name not in self._facets:
            path = named_path("facets", name, self.root.facets[name])
            self._facets[name] = read_facet(name, unpacked(self._load(path)))
        return self._facets[name]

    def title_order(self) -> list[int]:
        """The place of each case in the order of titles."""
        cursor = Cursor(unpacked(self._load(named_path("titles", "order", self.root.titles))))
        return [cursor.varint() for _ in range(self.root.kinds[0])]

    def card(self, number: int) -> dict[str, Any]:
        """The card of a document."""
        card: dict[str, Any] = json.loads(self._load(card_path(self.root.cards, number)))
        return card

    def _block(self, number: int) -> list[Entry]:
        if number not in self._blocks:
            path = block_path("terms", number, self.root.terms)
            self._blocks[number] = list(read_terms(unpacked(self._load(path))))
        return self._blocks[number]


def open_site(site: Path) -> Reader:
    """The search files of a built site."""
    folder = site / "search"
    if not (folder / PATH).is_file():
        raise WhatWorksError(f"There is no search index in {site}. Build the site first: whatworks build")
    return Reader(lambda path: (folder / path).read_bytes())
