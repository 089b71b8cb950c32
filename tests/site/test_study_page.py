"""The page of a case: what it says, in which order, how it cites, and that hostile text stays text."""

from __future__ import annotations

import datetime
import json
from itertools import pairwise
from typing import Any

import pytest
from markup import Element, Markup
from samples import BODY, SETTINGS, SOURCE, case_page, make_study, result

from whatworks.corpus import Words
from whatworks.model.spec import Spec, specs
from whatworks.model.study import Study

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><b onclick='x'>"
    "{{ 7*7 }}{% raw %}&lt;&amp;[[hole:head]][[count]]<!--"
)


def words_of(page: Markup, tag: str, css: str = "") -> list[str]:
    """The words of every element of a kind."""
    return [one.text for one in page.all(tag, css)]


def fact(page: Markup, name: str) -> Element:
    """The line of the short facts that bears a name."""
    found = [one for one in page.all("div") if one.text.startswith(name)]
    return found[-1]


def data_of(page: Markup) -> dict[str, Any]:
    """The schema.org data of a page."""
    (script,) = [one for one in page.all("script") if one["type"] == "application/ld+json"]
    data: dict[str, Any] = json.loads("".join(script.words))
    return data


def test_the_page_begins_with_what_changed(words: Words) -> None:
    """Title, summary, who and when; then the outcomes, the headline first; the story comes after."""
    entries = [
        result(claim="The headline"),
        result(claim="The second"),
        result(claim="Used", kind="reach", direction=None),
    ]
    page = case_page(make_study(outcomes=entries), words)
    assert page.headings[:2] == [(1, "People hear back about the faults they report"), (2, "What changed")]
    assert words_of(page, "p", "claim") == ["The headline", "The second", "Used"]
    titles = [title for _, title in page.headings]
    assert (
        titles.index("In short") < titles.index("Why to doubt it") < titles.index("The need") < titles.index("Sources")
    )


def test_results_stand_before_use_and_forecasts(words: Words) -> None:
    """What is only expected or used is shown apart and said not to be rated."""
    entries = [result(claim="Expected", kind="forecast", direction=None), result(claim="Changed")]
    page = case_page(make_study(outcomes=entries), words)
    assert words_of(page, "p", "claim") == ["Changed", "Expected"]
    assert (3, "Expected or used: shown, not rated") in page.headings


def test_headings_never_skip_a_level(words: Words) -> None:
    """Whatever headings a contributor writes, the page's outline has no gaps and one h1."""
    body = BODY.replace("A deed.", "# One\n\n#### Four\n\nText.\n\n##### Five\n\nTitle\n=====\n\nOther\n---\n")
    levels = [level for level, _ in case_page(make_study(), words, body=body).headings]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_sources_are_numbered_as_cited_and_linked(words: Words) -> None:
    """The first source that the page cites is number 1; each citation leads to its entry and each entry out."""
    sources = [
        SOURCE | {"key": "last", "title": "Never cited"},
        SOURCE | {"key": "money", "title": "The minutes", "url": "https://www.example.gov.uk/minutes"},
        SOURCE,
    ]
    costs = [{"kind": "price", "amount": "5000", "covers": "The work", "source": "money"}]
    page = case_page(make_study(sources=sources, costs=costs), words)
    entries = [one for one in page.all("li") if one["id"].startswith("source-")]
    assert [one["id"] for one in entries] == ["source-1", "source-2", "source-3"]
    assert [one.text.split(":")[0].split("Leeds")[0] for one in entries] == [
        "Street faults",
        "The minutes",
        "Never cited",
    ]
    cited = [one["href"] for one in page.all("a") if one["href"].startswith("#source-")]
    assert set(cited) == {"#source-1", "#source-2"}
    out = {one["href"]: one["rel"] for one in page.all("a") if one["href"].startswith("https://www.example.gov.uk")}
    assert out == dict.fromkeys(out, "nofollow noopener")
    assert len(out) == len({one["url"] for one in sources})


def test_a_source_without_an_address_is_named_without_a_link(words: Words) -> None:
    """A paper on a shelf is a source too."""
    page = case_page(make_study(sources=[{name: one for name, one in SOURCE.items() if name != "url"}]), words)
    assert "Street faults: what we learned" in page.text
    assert not [one for one in page.all("a") if "street-faults" in one["href"]]


def test_what_is_not_known_is_said(words: Words) -> None:
    """Cost, route, time, obstacles and contact say that they are not known; nothing is left blank."""
    study = make_study(
        outcomes="not-known", helped="not-known", started="not-known", ended=None, end_reason=None, stage="not-known"
    )
    page = case_page(study, words)
    assert "Not published" in fact(page, "What it cost").text
    assert "Not known" in fact(page, "How it was bought").text
    assert "Not known" in fact(page, "How long it took").text
    assert "Not known" in fact(page, "Whom to ask").text
    assert "Stage not known" in page.text
    assert "size not known" in page.text
    assert "nobody has said in public what changed for people" in page.text
    assert "Not shown 0 of 5" in fact(page, "How good is the evidence?").text
    assert len([one for one in page.all("span", "not-known") if one.text == "Not known"]) >= len(("helped", "hindered"))


def test_no_fact_is_empty(words: Words) -> None:
    """Every name in the short facts has something beside it, however little is known."""
    study = make_study(outcomes="not-known", stage="not-known", started="not-known", ended=None, end_reason=None)
    assert all(one.text for one in case_page(study, words).all("dd"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Written from published sources. Nobody at the council or the supplier has checked it."),
        ({"submitted_by": "supplier", "interests": "We sell it."}, "Supplied by the supplier. We sell it."),
        ({"submitted_by": "council", "interests": "We run it."}, "Supplied by the council. We run it."),
        (
            {"confirmations": [{"council": "LDS", "role": "Head of highways", "date": "2026-07-20", "scope": "all"}]},
            "Written from published sources. Checked by Leeds City Council (Head of highways) on 20 July 2026.",
        ),
    ],
)
def test_the_page_says_who_wrote_it_and_who_checked_it(words: Words, changes: dict[str, Any], said: str) -> None:
    """Readers see whose words these are, and that nothing is an endorsement."""
    text = case_page(make_study(**changes), words).text
    assert said in text
    assert "Nothing on this page is an endorsement." in text


@pytest.mark.parametrize(
    ("today", "overdue"), [(datetime.date(2029, 11, 22), False), (datetime.date(2029, 11, 23), True)]
)
def test_a_case_due_for_review_says_so(words: Words, today: datetime.date, overdue: bool) -> None:
    """The day after the last day on which it should have been read again, a notice stands on the page."""
    text = case_page(make_study(), words, today=today).text
    assert ("This case was due for review by 22 November 2029." in text) == overdue


def test_a_withdrawn_case_says_so(words: Words) -> None:
    """The page stays and begins with the notice."""
    assert "This case has been withdrawn." in case_page(make_study(record_status="withdrawn"), words).text


def test_a_replaced_case_leads_to_the_newer_one(words: Words) -> None:
    """The notice links to the case that replaces it."""
    newer = make_study(id="leeds-newer", title="Newer")
    page = case_page(make_study(superseded_by="leeds-newer"), words, [newer])
    assert "A newer case replaces this one." in page.text
    assert any(one["href"] == "../../studies/leeds-newer/" and "newer" in one.text for one in page.all("a"))


def test_an_ended_council_is_named_with_its_successor(words: Words) -> None:
    """The council keeps its name of the time, and the council of today is linked."""
    page = case_page(make_study(councils=["SWT"]), words)
    assert "Now part of Somerset Council (2023)" in page.text
    assert any(one["href"] == "../../councils/smt/" for one in page.all("a"))
    assert "Now part of" not in case_page(make_study(), words).text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"stage": "in-use", "stage_as_of": "2021", "ended": None, "end_reason": None},
            "In use when last heard of, 2021",
        ),
        ({"stage": "trial", "stage_as_of": "2026-10", "ended": None, "end_reason": None}, "Trial, October 2026"),
        ({}, "Finished December 2024"),
        ({"stage": "stopped", "ended": "not-known"}, "Stopped, date not known"),
    ],
)
def test_the_stage_says_how_old_the_last_word_is(words: Words, changes: dict[str, Any], said: str) -> None:
    """A stage that can have changed bears the date of the last word."""
    assert said in words_of(case_page(make_study(**changes), words), "li")


@pytest.mark.parametrize(
    ("kind", "voice", "said"),
    [
        ("council", "council", "Council says"),
        ("supplier", "supplier", "Supplier says"),
        ("supplier", "council", "Supplier says that the council says"),
        ("press", "council", "Council says"),
        ("evaluation", "independent", "Independent"),
        ("supplier", "other", "Others say"),
    ],
)
def test_each_outcome_says_whose_word_it_is(words: Words, kind: str, voice: str, said: str) -> None:
    """Both are told: who says so, and in whose document it was read."""
    page = case_page(make_study(sources=[SOURCE | {"kind": kind}], outcomes=[result(attested_by=voice)]), words)
    assert said in words_of(page, "b")


def test_the_evidence_has_its_reason_and_the_next_step(words: Words) -> None:
    """The level stands with why, and with what would lift it."""
    text = fact(case_page(make_study(), words), "How good is the evidence?").text
    assert "Measured 3 of 5" in text
    assert "Council says, read in the council's own document; with a figure from before." in text
    assert "To reach Compared: compare with a similar group or place that did without." in text


def test_what_others_took_up_names_the_council(words: Words) -> None:
    """A council that adopted the work is named in words, and linked only if it has a page."""
    adoptions = [{"council": "BRD", "date": "2024", "note": "With changes.", "source": "report"}]
    page = case_page(make_study(adoptions=adoptions), words)
    assert any(one.startswith("City of Bradford") for one in words_of(page, "li"))
    assert not [one for one in page.all("a") if "councils/brd" in one["href"]]


def test_readers_can_suggest_and_tell(words: Words) -> None:
    """One link edits the file, another opens the issue form with the page filled in, as the form's field is called."""
    page = case_page(make_study(), words)
    links = {one.text: one["href"] for one in page.all("a")}
    assert links["Suggest a change"] == f"{SETTINGS.repository}/edit/main/case_studies/leeds-example.md"
    assert links["Tell us something we do not know"].startswith(
        f"{SETTINGS.repository}/issues/new?template=correction.yml&page=https"
    )


def test_like_cases_are_linked_with_a_reason(words: Words) -> None:
    """A neighbour stands with what it shares and how it went."""
    other = make_study(id="leeds-other", title="Another", outcomes=[result(direction="worsened")])
    page = case_page(make_study(), words, [other])
    (found,) = [one for one in page.all("li") if one.text.startswith("Another")]
    assert "Also “Streets are mended sooner”" in found.text
    assert "Worse" in found.text


def test_tables_and_lists_of_the_story_are_shown(words: Words) -> None:
    """Plain Markdown is rendered; a table's cells and a link come through."""
    body = BODY.replace("A deed.", "| a | b |\n| - | - |\n| 1 | 2 |\n\n- *one*\n\n[words](https://www.example.org/x)")
    page = case_page(make_study(), words, body=body)
    assert {"1", "2"} <= set(words_of(page, "td"))
    assert "one" in words_of(page, "em")
    (link,) = [one for one in page.all("a") if one["href"] == "https://www.example.org/x"]
    assert link["rel"] == "nofollow noopener"


def _hostile_value(spec: Spec, words: Words) -> Any:
    """A value for a field as bad as its kind allows: texts are free, links have the form of links."""
    kinds: dict[str, Any] = {
        "text": f"{HOSTILE} {spec.name}",
        "link": f"https://www.example.org/{HOSTILE}",
        "council": "LDS",
        "figure": "5",
        "when": "2024",
        "day": "2026-11-20",
        "flag": "true",
        "count": "3",
        "source": "report",
        "study": "leeds-other",
        "slug": "report",
    }
    if spec.part is not None:
        value: Any = {one.name: _hostile_value(one, words) for one in specs(spec.part).values()}
    elif spec.kind == "term":
        value = min(words[spec.vocabulary].usable)
    else:
        value = kinds[spec.kind]
    return [value] if spec.many else value


@pytest.fixture(scope="module")
def hostile(words: Words) -> Markup:
    """The page of a case whose every free text and address tries to break out."""
    fields = {spec.name: _hostile_value(spec, words) for spec in specs(Study).values()}
    kept = ("id", "lead_council", "stage", "about", "service_areas", "record_status", "licence", "superseded_by")
    fields = {name: value for name, value in fields.items() if name not in kept}
    fields["outcomes"] += [
        fields["outcomes"][0] | {"kind": kind, "outcome": "staff-time"} for kind in ("reach", "forecast")
    ]
    body = "".join(f"## {title}\n\n{HOSTILE}\n\n" for title in ("The need", HOSTILE))
    return case_page(make_study(**fields), words, body=body)


def test_hostile_text_in_any_field_adds_no_element_and_no_event(hostile: Markup) -> None:
    """The one script is the data block; nothing that came from a field is markup."""
    assert [one["type"] for one in hostile.all("script")] == ["application/ld+json"]
    assert not [one["src"] for one in hostile.all("img") if one["src"]]
    assert not hostile.all("iframe")
    for one in hostile.elements:
        assert not [name for name in one.attributes if name.startswith("on") or name == "style"]
        assert "javascript:" not in one["href"].lower()


def test_hostile_text_is_shown_as_it_was_typed(hostile: Markup) -> None:
    """Every text field stands on the page word for word, braces and entities included."""
    assert hostile.one("h1").text == f"{HOSTILE} title"
    shown = {
        "title",
        "summary",
        "limits",
        "relationship",
        "do_differently",
        "works_best_where",
        "what_it_takes",
        "ai_use",
    }
    shown |= {
        "partners",
        "end_reason",
        "text",
        "claim",
        "compared_with",
        "period",
        "covers",
        "note",
        "framework",
        "role",
        "email",
    }
    for name in sorted(shown):
        assert f"{HOSTILE} {name}" in hostile.text, name


def test_ids_of_a_hostile_page_are_ours(hostile: Markup) -> None:
    """No heading of a contributor takes an id that the page uses itself."""
    assert len(hostile.ids) == len(set(hostile.ids))


def test_hostile_text_cannot_leave_the_data_block(hostile: Markup) -> None:
    """The schema.org data parses, and holds the texts as they were typed."""
    data = data_of(hostile)
    assert data["headline"] == f"{HOSTILE} title"
    assert data["citation"][0]["name"] == f"{HOSTILE} title"
    raw = "".join(next(one for one in hostile.all("script")).words)
    assert "<" not in raw


def test_the_data_block_says_what_the_page_says(words: Words) -> None:
    """schema.org data names the article, its dates, its licence, and what and whom it is about."""
    data = data_of(case_page(make_study(), words))
    assert data["@type"] == "Article"
    assert data["url"] == "https://example.org/some/where/studies/leeds-example/"
    assert (data["datePublished"], data["dateModified"]) == ("2026-11-20", "2026-11-22")
    assert [one["name"] for one in data["about"]] == ["Streets are mended sooner", "Roads, lighting and drains"]
    assert [one["name"] for one in data["mentions"]] == ["Leeds City Council", "A small software company"]
    assert data["citation"][0]["url"] == SOURCE["url"]


_APART = ("id", "need", "lead_council", "schema_version", "lgsl_ids", "sources", "confirmations")
_CHANGES: dict[str, dict[str, Any]] = {
    "councils": {"councils": ["BRD"]},
    "stage_as_of": {"stage": "in-use", "ended": None, "end_reason": None},
    "submitted_by": {"submitted_by": "council"},
    "interests": {"submitted_by": "supplier"},
    "published": {"published": "2026-11-01"},
}


@pytest.mark.parametrize("field", [name for name in specs(Study) if name not in _APART])
def test_every_field_changes_what_readers_see(words: Words, field: str) -> None:
    """A field that is filled in shows on the page; none is asked for in vain."""
    spec = specs(Study)[field]
    value = max(words[spec.vocabulary].usable) if spec.vocabulary else _hostile_value(spec, words)
    value = [value] if spec.vocabulary and spec.many else value
    changes = _CHANGES.get(field, {})
    other = make_study(id="leeds-other", title="Other")
    before = case_page(make_study(**{name: one for name, one in changes.items() if name != field}), words, [other])
    after = case_page(make_study(**{field: value} | changes), words, [other])
    same = after.text == before.text
    assert not same


_PARTS: dict[str, dict[str, Any]] = {
    "suppliers": {"name": "A firm", "kind": "not-known", "size": "not-known"},
    "outcomes": result(),
    "costs": {"kind": "price", "amount": "7", "covers": "Work", "source": "report"},
    "procurement": {"route": ["grant"]},
    "sources": SOURCE,
    "media": {"url": "https://www.example.org/film", "kind": "audio", "title": "A film"},
    "artefacts": {"kind": "code", "url": "https://www.example.org/code"},
    "adoptions": {"council": "BRD", "source": "report"},
    "confirmations": {"council": "LDS", "role": "A head", "date": "2026-01-01", "scope": "all"},
    "helped": {"text": "It helped."},
}
_OTHERWISE = {
    "outcomes.direction": "worsened", "outcomes.kind": "forecast", "outcomes.where": "wider", "suppliers.size": "micro",
    "outcomes.comparison": "randomised", "outcomes.attested_by": "other", "adoptions.council": "GLG",
    "confirmations.council": "GLG",
}  # fmt: skip
_TOLD_OTHERWISE = {
    "outcomes.source", "costs.source", "sources.key", "adoptions.source", "procurement.source", "outcomes.baseline",
    "outcomes.change", "outcomes.against",
}  # fmt: skip
"""Keys, which show as numbers, and figures, which have tests of their own."""


def _fields_of(part: str) -> dict[str, Spec]:
    within = specs(Study)[part].part
    assert within is not None
    return specs(within)


_PATHS = [f"{part}.{name}" for part in _PARTS for name in _fields_of(part)]


@pytest.mark.parametrize("path", [path for path in _PATHS if path not in _TOLD_OTHERWISE])
def test_every_field_of_a_part_changes_what_readers_see(words: Words, path: str) -> None:
    """Suppliers, outcomes, costs and the rest show all that was typed of them."""
    part, _, name = path.partition(".")
    spec = _fields_of(part)[name]
    value = max(words[spec.vocabulary].usable) if spec.vocabulary else _hostile_value(spec, words)
    value = _OTHERWISE.get(path, value)
    pages = []
    for given in (_PARTS[part], _PARTS[part] | {name: [value] if spec.many else value}):
        page = case_page(make_study(**{part: given if part == "procurement" else [given]}), words)
        pages.append([(one.tag, one["href"], one.text) for one in page.elements if one.tag != "html"])
    same = pages[0] == pages[1]
    assert not same
