"""What is searched of a case, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from whatworks.corpus import Words
from whatworks.model.councils import Register
from whatworks.model.study import HEADINGS, OPTIONAL_HEADINGS, Study
from whatworks.model.wanted import Wanted
from whatworks.search.everyday import Everyday


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the index: its name, its weight, and the other names that a query may use for it.

    `even` says that in a large collection all its lengths count as the same.
    """

    name: str
    boost: float
    also: tuple[str, ...] = ()
    even: bool = False


FIELDS = (
    Field("title", 1.5),
    Field("summary", 1.25),
    Field("terms", 1.25, ("outcome", "service", "technology", "route", "tag", "term"), even=True),
    Field("council", 1.0, ("place", "region", "nation"), even=True),
    Field("supplier", 1.0, ("firm", "partner"), even=True),
    Field("headings", 0.75, ("heading", "claim", "result"), even=True),
    Field("body", 1.25, ("text",)),
)
SYNONYMS = "synonyms"
"""Pieces of text that belong to the field of terms and are not on the page: the synonyms of a term, one after the
other, since no quoted phrase is looked for there."""
EXPANDED = ("outcomes", "service-areas", "technologies", "procurement-routes", "factors", "who-benefits", "stages")
"""The vocabularies whose words lead to the cases that bear them, most telling first."""
EVERYDAY = "everyday-words"
"""The vocabulary that no case uses: it leads from what people type to words that stand in cases."""
BY_LABEL = frozenset({"factors", "who-benefits"})
"""The vocabularies of which only the labels are indexed with a case: there are many of these terms in every case, and
with all their synonyms they would hide what is special about it."""


def everyday_words(words: Words) -> Iterator[Everyday]:
    """What leads from what people type to words that stand in cases: the latter are the labels of a vocabulary."""
    for term in words[EVERYDAY]:
        yield Everyday(term.synonyms, tuple(term.label.split(", ")))


def study_texts(study: Study, body: str, words: Words) -> dict[str, list[str]]:
    """The pieces of text of a case by field."""
    return {
        "title": [study.title],
        "summary": [study.summary],
        **_term_texts(_borne(study), words),
        "council": _council_names(study.councils, words.councils),
        "supplier": [*(one.name for one in study.suppliers), *study.partners],
        "headings": [*(f"{one.claim} {one.measure}" for one in study.outcomes), *_subheadings(body)],
        "body": [one for one in _body(study, body) if one],
    }


def wish_texts(wish: Wanted, words: Words) -> dict[str, list[str]]:
    """The pieces of text of a wanted outcome by field."""
    borne = {"outcomes": wish.about, "service-areas": wish.service_areas, "who-benefits": wish.who_benefits}
    said = (*wish.today, *wish.good, *wish.constraints, *wish.not_wanted, wish.help_sought, wish.said_by, wish.limits)
    return {
        "title": [wish.title],
        "summary": [wish.wanted],
        **_term_texts(borne, words),
        "council": _council_names(wish.councils, words.councils),
        "body": [*said, *(one.note for one in wish.answers), *(one.title for one in wish.sources)],
    }


def guide_texts(title: str, description: str, markdown: str) -> dict[str, list[str]]:
    """The pieces of text of a hand-written page by field."""
    return {
        "title": [title],
        "summary": [description],
        "headings": _subheadings(markdown),
        "body": _paragraphs(markdown),
    }


def _borne(study: Study) -> dict[str, tuple[str, ...]]:
    """The terms of a case whose words lead to it, by vocabulary."""
    return {
        "outcomes": study.outcome_ids,
        "service-areas": study.service_areas,
        "technologies": study.technologies,
        "procurement-routes": study.procurement.route if study.procurement else (),
        "factors": tuple(one.factor for one in (*study.helped, *study.got_in_the_way)),
        "who-benefits": study.who_benefits,
        "stages": (study.stage,),
        "comparisons": tuple(one.comparison for one in study.outcomes if one.comparison != "none"),
        "supplier-kinds": tuple(one.kind for one in study.suppliers),
    }


def _term_texts(borne: Mapping[str, tuple[str, ...]], words: Words) -> dict[str, list[str]]:
    """Labels and synonyms of the terms, and of the headings above them."""
    found: dict[str, list[str]] = {"terms": [], SYNONYMS: []}
    for vocabulary, ids in borne.items():
        known = words[vocabulary].by_id
        terms = [known[one] for one in dict.fromkeys(ids) if one in known]
        above = dict.fromkeys(term.broader for term in terms if term.broader in known)
        for term in (*terms, *(known[one] for one in above)):
            found["terms"].append(term.label)
            if vocabulary not in BY_LABEL:
                found[SYNONYMS].append(" ".join(term.synonyms))
    return found


def _council_names(codes: Iterable[str], register: Register) -> list[str]:
    """Names old and new, and the region and nation."""
    found: dict[str, None] = {}
    for code in codes:
        for council in (register.by_code[code], *register.successors(code)):
            names = (council.name, council.short_name, *council.other_names, council.region, council.nation)
            found.update(dict.fromkeys(name for name in names if name))
    return list(found)


def _subheadings(markdown: str) -> list[str]:
    fixed = {*HEADINGS, *OPTIONAL_HEADINGS}
    titles = (line.lstrip("#").strip() for line in markdown.splitlines() if line.startswith("#"))
    return [title for title in titles if title not in fixed]


def _paragraphs(markdown: str) -> list[str]:
    """What stands between empty lines, without the headings."""
    lines = "\n".join("" if line.startswith("#") else line.strip() for line in markdown.splitlines())
    return list(filter(None, lines.split("\n\n")))


def _body(study: Study, body: str) -> Iterator[str]:
    yield study.need
    yield from _paragraphs(body)
    yield from (study.end_reason, study.limits, study.do_differently, study.relationship, study.works_best_where)
    yield from study.what_it_takes
    yield from (one.text for one in (*study.helped, *study.got_in_the_way))
    yield from (one.covers for one in study.costs)
    if study.procurement is not None:
        yield f"{study.procurement.note} {study.procurement.framework}"
    yield from (one.title for one in study.sources)
