"""A query answered: read, mended, expanded, ranked and narrowed.

`search.mjs` does the same in the page, step by step; a test holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whatworks.search.blocks import Entry
from whatworks.search.everyday import added_for
from whatworks.search.expand import Added
from whatworks.search.facets import chosen, counts
from whatworks.search.normalise import term
from whatworks.search.phrases import holding
from whatworks.search.query import Item, read_query
from whatworks.search.rank import ANY_FIELD, Clause, rank
from whatworks.search.reader import Reader
from whatworks.search.spell import mend, nearest

SORTS = ("relevance", "newest", "evidence", "title")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Plan:
    """A query on its way: its clauses and phrases, the entries it needs, and what was done to it."""

    clauses: list[Clause] = field(default_factory=list)
    phrases: list[Item] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    terms: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    mended: dict[str, str] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: documents of all kinds with their scores, in order; cases counted and narrowed."""

    cases: list[tuple[int, float]]
    others: list[tuple[int, float]]
    facets: dict[str, dict[str, int]]
    plan: Plan


def answer(
    reader: Reader,
    typed: str,
    where: Mapping[str, Sequence[str]] | None = None,
    sort: str = "relevance",
    typing: bool = False,
    facets: Sequence[str] = (),
) -> Answer:
    """Answer a query. Without words that can be searched, all cases fit."""
    plan = make_plan(reader, typed, typing)
    scores = find(reader, plan)
    if not scores and plan.unknown and not typing:
        plan = make_plan(reader, typed, typing, last_resort=True)
        scores = find(reader, plan)
    number_of_cases = reader.root.kinds[0]
    cases = [number for number in scores if number < number_of_cases]
    tests = {name: chosen(reader.facet(name), ids) for name, ids in (where or {}).items() if ids}
    counted = counts(cases, {name: reader.facet(name) for name in facets}, tests)
    left = [case for case in cases if all(test(case) for test in tests.values())]
    others = sorted((n for n in scores if n >= number_of_cases), key=lambda one: (-_rounded(scores[one]), one))
    return Answer(
        [(one, scores[one]) for one in in_order(reader, left, scores, sort)],
        [(one, scores[one]) for one in others],
        counted,
        plan,
    )


def make_plan(reader: Reader, typed: str, typing: bool = False, last_resort: bool = False) -> Plan:
    """Turn what was typed into clauses of terms that are known."""
    plan = Plan()
    for item in read_query(typed, typing):
        if item.phrase:
            _plan_phrase(plan, item)
        else:
            _plan_word(reader, plan, item, last_resort)
    plan.added = reader.synonyms.added(plan.terms, plan.words)
    known, held = reader.everyday(plan.terms), reader.entries(plan.terms)
    plan.added += [
        one
        for one in added_for(plan.terms, plan.words, known, held)
        if one.term not in {other.term for other in plan.added}
    ]
    plan.clauses += [Clause((one.term,), one.weight) for one in plan.added]
    understood = {word for one in plan.added for word in one.for_words}
    plan.unknown = [word for word in plan.unknown if word not in understood]
    plan.entries = reader.entries(one for clause in plan.clauses for one in clause.terms)
    return plan


def find(reader: Reader, plan: Plan) -> dict[int, float]:
    """The documents that fit a plan, with their scores."""
    if not plan.clauses and not plan.phrases:
        return dict.fromkeys(range(reader.root.kinds[0]), 0.0) if not plan.unknown else {}
    lengths = reader.root.lengths
    scores = rank(plan.clauses, plan.entries, lengths) if plan.clauses else dict.fromkeys(range(lengths.documents), 0.0)
    for item in plan.phrases:
        held = holding(item, scores, reader)
        scores = {one: score for one, score in scores.items() if (one in held) == (item.presence > 0)}
    return scores


def in_order(reader: Reader, cases: Sequence[int], scores: Mapping[int, float], sort: str) -> list[int]:
    """Cases in the order asked for; then the newest first, which have the highest numbers."""
    if sort == "newest":
        return sorted(cases, reverse=True)
    if sort == "title":
        places = reader.title_order()
        return sorted(cases, key=lambda one: places[one])
    if sort == "evidence":
        levels = reader.facet("evidence")
        return sorted(cases, key=lambda one: (-max(levels.cases[one], default=-1), -_rounded(scores[one]), -one))
    return sorted(cases, key=lambda one: (-_rounded(scores[one]), -one))


def _rounded(score: float) -> float:
    """A score without the last digits, in which sums made in another order differ."""
    return round(score * 1e9)


def _plan_word(reader: Reader, plan: Plan, item: Item, last_resort: bool) -> None:
    word = item.words[0]
    fields = ANY_FIELD if item.field < 0 else 1 << item.field
    one = term(word)
    strange = bool(one) and item.presence >= 0 and not _is_known(reader, one)
    if (item.prefix or (strange and item.last)) and (ends := reader.beginning(word)):
        _plan_prefix(plan, item, ends, fields)
        return
    if not one:
        return
    if strange:
        better = _better(reader, word, last_resort)
        if not better:
            plan.unknown.append(word)
        else:
            plan.mended[word] = better
            word, one = better, term(better)
    plan.clauses.append(Clause((one,), 1.0, fields, item.presence))
    if item.field < 0 and item.presence >= 0:
        plan.terms.append(one)
        plan.words.append(word)


def _is_known(reader: Reader, one: str) -> bool:
    """Whether a term stands in some document, or leads to one that does."""
    return reader.synonyms.knows(one) or reader.everyday((one,)).knows(one) or bool(reader.entries((one,)))


def _plan_prefix(plan: Plan, item: Item, ends: Sequence[str], fields: int) -> None:
    """A word that may go on: what it is already counts more than what it may become."""
    word = item.words[0]
    exact = [one for one in ends if one == term(word)]
    others = tuple(one for one in ends if one not in exact)
    if item.presence:
        plan.clauses.append(Clause(tuple(ends), 1.0, fields, item.presence))
    else:
        plan.clauses += [Clause((end,), 1.0, fields) for end in exact]
        plan.clauses += [Clause(others, 1 / math.sqrt(len(others)), fields)] if others else []
    if item.field < 0:
        plan.terms += exact
        plan.words += [word] if exact else []


def _better(reader: Reader, word: str, last_resort: bool) -> str:
    """A known word for one that is not."""
    found = mend(word, reader.words(word[0]))
    if found or not last_resort:
        return found
    return nearest(word, (known for letter in _LETTERS for known in reader.words(letter)))


def _plan_phrase(plan: Plan, item: Item) -> None:
    """A phrase: its words are required, and their places looked at afterwards."""
    fields = ANY_FIELD if item.field < 0 else 1 << item.field
    terms = [one for word in item.words if (one := term(word))]
    if not terms:
        return
    plan.phrases.append(item)
    if item.presence > 0:
        plan.clauses += [Clause((one,), 1.0, fields, 1) for one in terms]
