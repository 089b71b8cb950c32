"""Facets: what cases can be browsed by, and that every count is right."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from markup import read
from samples import TODAY, collection_of, make_study, result

from built_site import ROOT
from whatworks.corpus import Words, open_corpus, read_file
from whatworks.model.decode import decode
from whatworks.model.evidence import LEVELS, ratings
from whatworks.model.study import Study
from whatworks.site.collection import Collection, directions
from whatworks.site.facets import FACETS, UNKNOWN, Facet
from whatworks.site.links import slug, study_path

COUNT = re.compile(r"(\d+)")


@pytest.fixture(scope="module")
def studies(built: Path) -> tuple[Study, ...]:
    """Every published case, read by itself."""
    files = open_corpus(ROOT / "case_studies", TODAY).files
    return tuple(decode(Study, read_file(one).data) for one in files if (built / study_path(one.stem)).is_file())


@pytest.fixture(scope="module")
def collection(studies: tuple[Study, ...], words: Words) -> Collection:
    """The real cases as products read them."""
    return collection_of(studies, words)


def brute(study: Study, words: Words) -> dict[str, set[str]]:
    """The terms of a case by facet, reckoned from its fields without the facets' own code."""
    councils = [words.councils.by_code[code] for code in study.councils]
    outcomes = set(study.about) | {entry.outcome for entry in study.outcomes if entry.outcome}
    best = max(one.level for one in ratings(study) if one.outcome in study.about)
    route = study.procurement.route if study.procurement else ()
    lessons = (*study.helped, *study.got_in_the_way)
    after = {now.slug for one in councils for now in words.councils.successors(one.code)}
    return {
        "outcomes": outcomes | {broader for one in outcomes if (broader := words["outcomes"].by_id[one].broader)},
        "services": set(study.service_areas),
        "councils": {one.slug for one in councils} | after,
        "suppliers": {slug(one.name) for one in study.suppliers},
        "technologies": set(study.technologies),
        "procurement": set(route) or {UNKNOWN},
        "regions": {slug(one.region) for one in councils if one.region},
        "evidence": {LEVELS[best]},
        "factors": {one.factor for one in lessons if one.factor},
        "years": {str(study.started.year) if study.started else UNKNOWN},
        "who": set(study.who_benefits),
        "stages": {study.stage or UNKNOWN},
        "nations": {slug(one.nation) for one in councils},
        "types": {slug(one.type) for one in councils if one.type},
        "rurality": {slug(one.rurality) for one in councils if one.rurality},
    }


def test_the_terms_of_every_real_case_are_those_of_its_fields(
    collection: Collection, studies: tuple[Study, ...], words: Words
) -> None:
    """Facets leave nothing out and add nothing, in any facet of any case."""
    cards = {card.id: card for card in collection.cards}
    for study in studies:
        for facet, expected in brute(study, words).items():
            ids = cards[study.id].ids(facet)
            assert (study.id, facet, set(ids)) == (study.id, facet, expected)
            assert len(ids) == len(set(ids))


def test_counts_are_those_of_a_plain_count(collection: Collection, studies: tuple[Study, ...], words: Words) -> None:
    """The cases under a term are as many as there are cases that have it."""
    counted: dict[str, Counter[str]] = {facet.id: Counter() for facet in FACETS}
    for study in studies:
        for name, ids in brute(study, words).items():
            counted[name].update(ids)
    for facet in FACETS:
        if facet.id != "costs":
            assert {one: len(held) for one, held in collection.by_term[facet.id].items()} == dict(counted[facet.id])


def test_the_index_pages_show_the_counts(built: Path) -> None:
    """The number beside a term on the published index is the number of rows on the pages of the term."""
    for facet in (one for one in FACETS if one.pages):
        page = read(built / facet.id / "index.html")
        links = [one["href"] for one in page.all("a") if re.fullmatch(r"\.\./" + facet.id + r"/[^/]+/", one["href"])]
        numbers = [int(COUNT.match(one.text)[1]) for one in page.all("span", "num")]  # type: ignore[index]
        terms = [link for link in links if link.split("/")[2] not in {h["id"] for h in page.all("h2")}]
        assert len(terms) == len(numbers), facet.id
        for link, number in zip(terms, numbers, strict=True):
            folder = built / facet.id / link.split("/")[2]
            text = "".join(one.read_text(encoding="utf-8") for one in folder.rglob("index.html"))
            assert text.count('<ul class="side-notes">') == number, link


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)
def test_every_facet_says_what_it_is(facet: Facet) -> None:
    """A facet with pages has a definition; every facet has a plural and a singular."""
    assert facet.label
    assert facet.singular
    assert facet.definition or not facet.pages


def test_a_case_of_an_ended_council_is_found_under_its_successors_too(words: Words) -> None:
    """Who looks for the council of today finds what was done before it."""
    card = collection_of([make_study(councils=["SWT"])], words).cards[0]
    assert card.ids("councils") == ("swt", "smt")


def test_what_is_not_known_has_a_term_of_its_own(words: Words) -> None:
    """Route, year and stage say so where nobody knows."""
    study = make_study(started="not-known", stage="not-known", ended=None, end_reason=None)
    card = collection_of([study], words).cards[0]
    assert [card.ids(one) for one in ("procurement", "years", "stages")] == [(UNKNOWN,)] * 3


def test_a_term_named_twice_counts_once(words: Words) -> None:
    """A factor that helped and got in the way is one factor."""
    lessons = [{"text": "Yes.", "factor": "data-access"}]
    card = collection_of([make_study(helped=lessons, got_in_the_way=lessons)], words).cards[0]
    assert card.ids("factors") == ("data-access",)


def test_directions_on_an_outcome_are_those_of_the_outcome(words: Words) -> None:
    """The bar of an outcome counts how that outcome went, not how the case went."""
    entries = [result(), result(outcome="staff-time", direction="worsened")]
    cards = collection_of([make_study(outcomes=entries)], words).cards
    assert directions(cards, "streets-mended") == {"improved": 1}
    assert directions(cards, "staff-time") == {"worsened": 1}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Tŷ & Co. Ltd", "ty-co-ltd"),
        ("  --  ", "unnamed"),
        ("Ünïcode", "unicode"),
        ("a" * 90, "a" * 60),
        ("日本", "unnamed"),
    ],
)
def test_names_become_addresses(name: str, address: str) -> None:
    """Addresses are unaccented lower-case letters, digits and hyphens, never empty, never long."""
    assert slug(name) == address
