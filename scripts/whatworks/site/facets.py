"""What cases can be browsed and narrowed by: one line a facet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whatworks.corpus import Words
from whatworks.model.councils import RURALITY, TYPES
from whatworks.model.evidence import LEVELS, Rating
from whatworks.model.facts import cost_band
from whatworks.model.study import Study
from whatworks.site.links import slug

UNKNOWN = "not-known"

Values = tuple[tuple[str, str], ...]
"""Ids and labels, in the order in which a case has them."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to browse. `id` is the folder of its pages; a facet without `pages` only narrows what is found."""

    id: str
    label: str
    singular: str
    definition: str
    values: Callable[[Study, tuple[Rating, ...], Words], Values]
    vocabulary: str = ""
    pages: bool = True


def _terms(vocabulary: str, ids: Callable[[Study], tuple[str, ...]]) -> Callable[..., Values]:
    def values(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
        return tuple((one, words[vocabulary].label_of(one)) for one in dict.fromkeys(ids(study)) if one)

    return values


def _outcomes(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    found = [(rating.outcome, words["outcomes"].label_of(rating.outcome)) for rating in ratings]
    for rating in ratings:
        broader = words["outcomes"].by_id[rating.outcome].broader
        if broader:
            found.append((broader, words["outcomes"].label_of(broader)))
    return tuple(dict.fromkeys(found))


def _councils(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    """The case's councils, and those that stand today in the place of one that has ended."""
    register = words.councils
    found = {}
    for code in study.councils:
        for council in (register.by_code[code], *register.successors(code)):
            found[council.slug] = council.name
    return tuple(found.items())


def _council_fact(name: str, labels: dict[str, str] | None = None) -> Callable[..., Values]:
    def values(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
        facts = (str(getattr(words.councils.by_code[code], name)) for code in study.councils)
        return tuple((slug(fact), (labels or {}).get(fact, fact)) for fact in dict.fromkeys(facts) if fact)

    return values


def _suppliers(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    return tuple({slug(supplier.name): supplier.name for supplier in study.suppliers}.items())


def _routes(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    routes = study.procurement.route if study.procurement else ()
    return tuple((one, words["procurement-routes"].label_of(one)) for one in routes) or ((UNKNOWN, "Not known"),)


def _evidence(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:
    best = max((rating.level for rating in ratings if rating.outcome in study.about), default=0)
    return ((LEVELS[best], words["evidence-levels"].label_of(LEVELS[best])),)


def _years(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    return ((str(study.started.year),) * 2,) if study.started else ((UNKNOWN, "Not known"),)


def _factors(study: Study) -> tuple[str, ...]:
    return tuple(lesson.factor for lesson in (*study.helped, *study.got_in_the_way))


def _stage(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    return ((study.stage, words["stages"].label_of(study.stage)),) if study.stage else ((UNKNOWN, "Not known"),)


def _band(study: Study, ratings: tuple[Rating, ...], words: Words) -> Values:  # noqa: ARG001
    band = cost_band(study)
    return ((band, words["cost-bands"].label_of(band)),)


FACETS = (
    Facet(
        "outcomes", "Outcomes", "Outcome",
        "What became better, or was meant to become better, for people: never the product or the process.",
        _outcomes, "outcomes",
    ),
    Facet(
        "services", "Services", "Service", "The council services that the cases belong to.",
        _terms("service-areas", lambda study: study.service_areas), "service-areas",
    ),
    Facet(
        "councils", "Councils", "Council",
        "The councils that took part, under the names they had then and the names that stand there now.", _councils,
    ),
    Facet("suppliers", "Suppliers", "Supplier", "Who worked with the councils.", _suppliers),
    Facet(
        "technologies", "Technologies", "Technology", "What the work was done with; some needed no technology at all.",
        _terms("technologies", lambda study: study.technologies), "technologies",
    ),
    Facet(
        "procurement", "How it was bought", "Route",
        "How the work was bought, or came about without being bought.", _routes, "procurement-routes",
    ),
    Facet("regions", "Regions", "Region", "The nine regions of England, and Scotland, Wales and Northern Ireland.",
          _council_fact("region")),
    Facet(
        "evidence", "Evidence", "Level", "How well it is known what changed, by a published rule.",
        _evidence, "evidence-levels",
    ),
    Facet(
        "factors", "What helps and hinders", "Factor", "What helped, and what got in the way when it was missing.",
        _terms("factors", _factors), "factors",
    ),
    Facet("years", "Years", "Year", "The years in which the work began.", _years),
    Facet(
        "who", "Who benefits", "Group", "Who was meant to be better off.",
        _terms("who-benefits", lambda study: study.who_benefits), "who-benefits",
    ),
    Facet("stages", "Stages", "Stage", "Where the work stands, as far as was last heard.", _stage, "stages"),
    Facet("costs", "Cost", "Cost band", "What the partnership cost, where that was published.", _band, "cost-bands"),
    Facet("types", "Kinds of council", "Kind", "", _council_fact("type", TYPES), pages=False),
    Facet("rurality", "Rural or urban", "Kind of place", "", _council_fact("rurality", RURALITY), pages=False),
    Facet("nations", "Nations", "Nation", "", _council_fact("nation"), pages=False),
)  # fmt: skip
BY_ID = {facet.id: facet for facet in FACETS}
