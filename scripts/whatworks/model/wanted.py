"""A wanted outcome: what a council or its staff have said in public that they want for people."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from whatworks.model.dates import When
from whatworks.model.spec import spec
from whatworks.model.study import Cited, Media


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a wish."""

    note: str = spec(
        "text", "What came of it", "What happened, as far as a source says.", required=True, limit=300,
        example="Five firms were paid for feasibility studies.",
    )  # fmt: skip
    study: str = spec("study", "Case", "The id of the case study that answers it.", example="leeds-acme-damp-sensors")
    source: str = spec("source", "Source", "Where it was read: a `key` of `sources`.", example="minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A wanted outcome as its front matter says it."""

    id: str = spec(
        "slug", "Id", "The address: council and subject in lower case with hyphens. Same as the file's name.",
        required=True, limit=80, example="durham-street-data",
    )  # fmt: skip
    title: str = spec(
        "text", "Title", "The result that is wanted for people, in few words.", required=True, limit=100,
        example="Rural people without the internet are less alone",
    )  # fmt: skip
    wanted: str = spec(
        "text", "What is wanted", "The outcome in one or two sentences, for people rather than for the process.",
        required=True, limit=400, example="People in rural places can get to the services and company that they need.",
    )  # fmt: skip
    councils: tuple[str, ...] = spec(
        "council", "Councils", "The codes of the councils that want it.",
        required=True, not_known=True, least=1, most=40, example="MON",
    )  # fmt: skip
    said_by: str = spec(
        "text",
        "Said by",
        "Who said it, by role, never by name.",
        required=True,
        limit=200,
        example="Head of enterprise",
    )
    basis: str = spec(
        "term", "Basis", "Whether it was asked for, or is inferred from what staff say of their work.",
        required=True, vocabulary="wish-bases", example="asked",
    )  # fmt: skip
    said: When | None = spec(
        "when", "Said", "When it was said or published.", required=True, not_known=True, example="2018-09"
    )
    service_areas: tuple[str, ...] = spec(
        "term", "Service areas", "The council services it belongs to.",
        required=True, vocabulary="service-areas", least=1, most=3, example="communities",
    )  # fmt: skip
    about: tuple[str, ...] = spec(
        "term", "About", "The outcomes that are wanted.",
        required=True, vocabulary="outcomes", least=1, most=3, example="less-lonely",
    )  # fmt: skip
    who_benefits: tuple[str, ...] = spec(
        "term", "Who would benefit", "Who would be better off.",
        required=True, vocabulary="who-benefits", least=1, most=6, example="older-people",
    )  # fmt: skip
    today: tuple[str, ...] = spec(
        "text", "How it is today", "What is wrong now, a sentence each.",
        required=True, not_known=True, least=1, most=6, limit=200, example="A trip by bus takes two hours.",
    )  # fmt: skip
    good: tuple[str, ...] = spec(
        "text", "What good looks like", "What they would see if it worked, a sentence each.",
        required=True, not_known=True, least=1, most=6, limit=200, example="Older people have company every week.",
    )  # fmt: skip
    constraints: tuple[str, ...] = spec(
        "text", "What it must respect", "Conditions, a sentence each.", most=6, limit=200,
        example="Must work where broadband is weak.",
    )  # fmt: skip
    not_wanted: tuple[str, ...] = spec(
        "text", "What is not wanted", "What they said no to, a sentence each.", most=6, limit=200,
        example="An existing product in new packaging.",
    )  # fmt: skip
    help_sought: str = spec(
        "text", "Help sought", "What they ask of firms, and what they offer.",
        required=True, not_known=True, limit=500, example="Development contracts of up to 50,000 pounds.",
    )  # fmt: skip
    status: str = spec(
        "term", "Status", "As of the last published word: open, closed to offers, or answered.",
        required=True, not_known=True, vocabulary="wish-statuses", example="closed",
    )  # fmt: skip
    status_as_of: When | None = spec(
        "when", "Status as of", "The date of that last word.", required=True, not_known=True, example="2021-04"
    )
    answers: tuple[Answer, ...] = spec(
        "part", "What came of it", "What is known to have come of it.", most=6, part=Answer
    )
    media: tuple[Media, ...] = spec("part", "Media", "Videos and recordings elsewhere.", most=4, part=Media)
    limits: str = spec(
        "text", "What is not known", "What the sources leave open.", limit=300, example="How many people are isolated."
    )
    submitted_by: str = spec(
        "term", "Submitted by", "Who wrote this down.", required=True, vocabulary="submitters", example="third-party"
    )
    sources: tuple[Cited, ...] = spec("part", "Sources", "What is cited.", required=True, least=1, most=20, part=Cited)
    published: datetime.date | None = spec(
        "day", "Published", "The day it was first published here.", required=True, example="2026-11-24"
    )
    last_reviewed: datetime.date | None = spec(
        "day",
        "Last reviewed",
        "The day somebody last read it against its sources.",
        required=True,
        example="2026-11-24",
    )
