"""Small cases made for tests, and collections of them, without files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from markup import Markup

from whatworks.corpus import Words
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.shell import Shells, read_shell
from whatworks.site.card import make_card
from whatworks.site.collection import Collection, Told, in_order
from whatworks.site.links import study_path
from whatworks.site.output import Output
from whatworks.site.products import outputs
from whatworks.site.settings import Settings

TODAY = datetime.date(2026, 11, 24)
SETTINGS = Settings("https://example.org/some/where/", "https://github.com/example/cases")
BODY = """## The need

A need.

## What was done

A deed.

## What changed

A change.

## What happened next

Not known.
"""
RESULT = {
    "claim": "Fewer people ring to ask",
    "direction": "improved",
    "measure": "calls about reports",
    "baseline": "400",
    "result": "310",
    "unit": "calls a month",
    "comparison": "before-after",
    "period": "January to December 2024",
    "attested_by": "council",
    "source": "report",
}
SOURCE = {
    "key": "report",
    "title": "Street faults: what we learned",
    "publisher": "Leeds City Council",
    "kind": "council",
    "url": "https://www.example.gov.uk/street-faults",
}
_BASE: dict[str, Any] = {
    "id": "leeds-example",
    "title": "People hear back about the faults they report",
    "summary": "One page takes reports of street faults and tells people what became of them.",
    "councils": ["LDS"],
    "suppliers": [{"name": "A small software company", "kind": "company", "size": "not-known"}],
    "service_areas": ["highways"],
    "about": ["streets-mended"],
    "technologies": ["online-service"],
    "need": "People rang again because nobody told them what became of their report.",
    "who_benefits": ["residents"],
    "stage": "finished",
    "started": "2024-01",
    "ended": "2024-12",
    "end_reason": "The trial ended as planned.",
    "outcomes": [RESULT],
    "costs": "not-known",
    "procurement": {"route": "not-known"},
    "helped": ["Officers tried the page before the public did."],
    "got_in_the_way": "not-known",
    "limits": "Nobody looked at who reports and who does not.",
    "submitted_by": "third-party",
    "sources": [SOURCE],
    "published": "2026-11-20",
    "last_reviewed": "2026-11-22",
}


def plain(**changes: Any) -> dict[str, Any]:
    """The front matter of a small case as plain values, with some of them changed; None leaves a field out."""
    return {name: value for name, value in (_BASE | changes).items() if value is not None}


def result(**changes: Any) -> dict[str, Any]:
    """A result as plain values, with some of them changed; None leaves a field out."""
    return {name: value for name, value in (RESULT | changes).items() if value is not None}


def make_study(**changes: Any) -> Study:
    """A small case, with some of its fields changed."""
    return decode(Study, plain(**changes))


def collection_of(studies: Iterable[Study], words: Words, today: datetime.date = TODAY, body: str = BODY) -> Collection:
    """The cases as products read them."""
    by_id = {study.id: study for study in studies}
    cards = in_order([make_card(study, words) for study in by_id.values()])
    return Collection(
        cards=tuple(card for card in cards if card.stands),
        gone=tuple(card for card in cards if not card.stands),
        words=words,
        settings=SETTINGS,
        today=today,
        keys={one: one for one in by_id},
        tell=lambda one: Told(by_id[one], body),
    )


def contents(outputs: Iterable[Output]) -> dict[str, str]:
    """The texts of outputs, by path."""
    return {output.path: output.make().decode("utf-8") for output in outputs}


_SHELL = """<!doctype html>
<html lang="en"><head><title>[[hole:title]]</title><meta property="og:site_name" content="What Works">
<meta name="description" content="[[hole:description]]"><meta property="og:title" content="[[hole:name]]">
<link rel="canonical" href="[[hole:canonical]]">[[hole:head]]</head>
<body>{tabs}<main>[[hole:content]]</main></body></html>
"""
_SECTIONS = ("find", "outcomes", "services", "councils", "wanted", "guides", "contribute", "about")
_TABS = "".join(f'<a href="{{root}}{one}/"[[hole:here:{one}]]>{one}</a>' for one in _SECTIONS)


def shell_text(depth: int) -> str:
    """What an engine would give for a shell of a depth, as small as it can be."""
    return _SHELL.replace("{tabs}", _TABS).replace("{root}", "../" * depth or "./")


SHELLS = Shells(tuple(read_shell(shell_text(depth)) for depth in range(4)), "small")
"""Shells without a theme."""


def case_page(study: Study, words: Words, others: Iterable[Study] = (), **how: Any) -> Markup:
    """The page of a case as it is published, read; `how` goes to the collection."""
    collection = collection_of([study, *others], words, **how)
    (page,) = (one for one in outputs(collection, SHELLS) if one.path == study_path(study.id))
    return Markup(page.make().decode("utf-8"))
