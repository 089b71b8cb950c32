"""Vocabularies: the words that a case may use, each with its meaning and everyday synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from whatworks.model.spec import spec


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a vocabulary. A term that is broader than others is a heading: no case may use it."""

    id: str = spec("text", "Id", "The word as it is typed.", required=True, limit=60, example="streets-mended")
    label: str = spec(
        "text", "Label", "The word as it is shown.", required=True, limit=80, example="Streets are mended"
    )
    definition: str = spec("text", "Definition", "What it means.", required=True, limit=600, example="...")
    synonyms: tuple[str, ...] = spec("text", "Synonyms", "What people say instead.", most=60, limit=80, example="bins")
    broader: str = spec("text", "Broader", "The id of the heading it stands under.", limit=60, example="travel")
    replaced_by: str = spec("text", "Replaced by", "The id to use instead.", limit=60, example="new-word")
    result_example: str = spec("text", "Example of a result", "What would count.", limit=300, example="...")
    reach_example: str = spec("text", "Example of reach", "What would not count as a result.", limit=300, example="...")
    measures: tuple[str, ...] = spec("text", "Suggested measures", "What to measure.", most=8, limit=160, example="...")


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """A list of terms under one name."""

    id: str = spec("slug", "Id", "The file's name.", required=True, limit=60, example="outcomes")
    label: str = spec("text", "Label", "What the list is called.", required=True, limit=80, example="Outcomes")
    singular: str = spec("text", "Singular", "What one of its terms is called.", limit=80, example="Outcome")
    definition: str = spec("text", "Definition", "What the list is.", required=True, limit=600, example="...")
    terms: tuple[Term, ...] = spec("part", "Terms", "The terms.", required=True, least=1, most=1000, part=Term)

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Every term by its id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def narrower(self) -> dict[str, tuple[Term, ...]]:
        """The terms under each heading."""
        found: dict[str, list[Term]] = {}
        for term in self.terms:
            if term.broader:
                found.setdefault(term.broader, []).append(term)
        return {heading: tuple(terms) for heading, terms in found.items()}

    @cached_property
    def usable(self) -> frozenset[str]:
        """The ids that a case may use."""
        return frozenset(t.id for t in self.terms if t.id not in self.narrower and not t.replaced_by)

    @cached_property
    def by_word(self) -> dict[str, str]:
        """Ids by everything that people say for them: id, label and synonyms in lower case."""
        words: dict[str, str] = {}
        for term in self.terms:
            for word in (term.id, term.label, *term.synonyms):
                words.setdefault(word.casefold(), term.id)
        return words

    def label_of(self, term_id: str) -> str:
        """A term's label; the id itself where there is no such term."""
        term = self.by_id.get(term_id)
        return term_id if term is None else term.label

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)
