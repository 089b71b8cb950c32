"""A whole lunr index of the same documents: the oracle that small blocks are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token import Token

from whatworks.search.fields import FIELDS, SYNONYMS, Field
from whatworks.search.normalise import fold, term
from whatworks.search.rank import ANY_FIELD, K1, B, Clause

Texts = Mapping[str, Sequence[str]]


def one_term(token: Token, i: object = None, tokens: object = None) -> Token | None:  # noqa: ARG001 - lunr's form
    """Our terms as a step of lunr's pipeline."""
    found = term(str(token))
    return Token(found) if found else None


def several_terms(token: Token, i: object = None, tokens: object = None) -> list[Token]:  # noqa: ARG001
    """The terms of a clause, which are written in one with a bar between them."""
    return [Token(one) for one in str(token).split("|")]


Pipeline.register_function(one_term, "oneTerm")
Pipeline.register_function(several_terms, "severalTerms")


def whole_index(documents: Sequence[Texts], length: Callable[[Field, int], int] = lambda _, own: own) -> Index:
    """A lunr.py index of documents, which are known by their numbers; `length` changes the lengths it counts with."""
    builder = Builder()
    builder.ref("id")
    builder.b(B)
    builder.k1(K1)
    for field in FIELDS:
        builder.field(field.name, boost=field.boost)
    builder.pipeline.add(one_term)
    builder.search_pipeline.add(several_terms)
    for number, texts in enumerate(documents):
        builder.add({"id": str(number), **{field.name: _text(texts, field.name) for field in FIELDS}})
    fields = {field.name: field for field in FIELDS}
    builder.field_lengths = {
        ref: length(fields[ref.partition("/")[0]], own) for ref, own in builder.field_lengths.items()
    }
    return builder.build()


def scores(index: Index, clauses: Iterable[Clause]) -> dict[int, float]:
    """What lunr finds for the clauses."""
    query = index.create_query()
    for one in clauses:
        query.clause("|".join(one.terms), **_options(one))
    return {int(found["ref"]): found["score"] for found in index.query(query)} if query.clauses else {}


def _options(clause: Clause) -> dict[str, Any]:
    from lunr.query import QueryPresence

    fields = [field.name for number, field in enumerate(FIELDS) if clause.fields >> number & 1]
    presence = {0: QueryPresence.OPTIONAL, 1: QueryPresence.REQUIRED, -1: QueryPresence.PROHIBITED}[clause.presence]
    return {
        "boost": clause.boost,
        "presence": presence,
        **({"fields": fields} if clause.fields != ANY_FIELD else {}),
    }


def _text(texts: Texts, field: str) -> str:
    synonyms = texts.get(SYNONYMS, ()) if field == "terms" else ()
    return " ".join(fold(piece) for piece in (*texts.get(field, ()), *synonyms))
