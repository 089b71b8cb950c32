"""A case study and its parts: the declarations are the schema of the front matter.

What each field means to a writer stands in its `help`; the reasons behind the fields are on the page
"How evidence is rated" and in the editorial policy.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from whatworks.model.dates import When
from whatworks.model.figure import Figure
from whatworks.model.spec import spec


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """Who worked with the council; kind and size as at the time of the work."""

    name: str = spec(
        "text", "Name", "The supplier's name, or a description if the sources do not name it.",
        required=True, limit=120, example="SocietyWorks",
    )  # fmt: skip
    kind: str = spec(
        "term", "Kind", "What kind of organisation it is.",
        required=True, not_known=True, vocabulary="supplier-kinds", example="company",
    )  # fmt: skip
    size: str = spec(
        "term", "Size", "Its size at the time of the work. Use `sme` when a source says no more than that.",
        required=True, not_known=True, vocabulary="supplier-sizes", example="micro",
    )  # fmt: skip
    size_basis: str = spec(
        "text", "How the size is known", "What the source says about its size.",
        limit=160, when="needed where a size is given", example="58 staff when it was bought in July 2021",
    )  # fmt: skip
    part: str = spec(
        "text", "Its part", "What this supplier did, where there are several.", limit=60, example="Prototype"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One thing that changed, was done or is expected, with whose word it is and where it was read."""

    claim: str = spec(
        "text", "Claim", "What changed, in one sentence, for people rather than for the process.",
        required=True, limit=160, example="Fewer people ring to ask what happened to their report",
    )  # fmt: skip
    kind: str = spec(
        "term", "Kind", "A result (the default), reach (what was handed out and who used it) or a forecast.",
        vocabulary="outcome-kinds", default="result", example="reach",
    )  # fmt: skip
    direction: str = spec(
        "term", "Direction", "Whether it got better for the people of the outcome; not the sign of the figure.",
        vocabulary="directions", when="needed for a result, and only there", example="improved",
    )  # fmt: skip
    outcome: str = spec(
        "term", "Outcome", "The outcome it speaks of, where that is not the first of `about`.",
        vocabulary="outcomes", example="safer",
    )  # fmt: skip
    measure: str = spec(
        "text", "Measure", "What was counted or measured.",
        limit=80, when="needed with any figure", example="street robberies",
    )  # fmt: skip
    baseline: Figure | None = spec("figure", "Before", "The figure from before.", example="18")
    result: Figure | None = spec("figure", "After", "The figure afterwards.", example="28")
    change: Figure | None = spec(
        "figure", "Change", "The difference from before, where the two levels are not known.", example="-53"
    )
    against: Figure | None = spec(
        "figure", "Other side", "The figure of the plan, benchmark or other group, for the same period.", example="81"
    )
    unit: str = spec(
        "text", "Unit", "The unit of the figures, in words: `per cent`, `GBP`, `days`. No digits, no signs.",
        limit=40, when="needed with any figure", example="per cent",
    )  # fmt: skip
    comparison: str = spec(
        "term", "Compared how", "What the figure was compared with.",
        vocabulary="comparisons", default="none", example="before-after",
    )  # fmt: skip
    compared_with: str = spec(
        "text", "Compared with what", "The other side in words.", limit=100,
        when="needed for a plan, a benchmark, a comparison group or a randomised trial", example="the first estimate",
    )  # fmt: skip
    period: str = spec(
        "text", "Period", "When it was measured, or `not-stated`.",
        required=True, limit=60, example="April 2018 to March 2019",
    )  # fmt: skip
    where: str = spec(
        "council", "Where", "One of the case's councils, `wider` (known to include them) or `elsewhere`.",
        also=("wider", "elsewhere"), example="wider",
    )  # fmt: skip
    estimated: bool = spec(
        "flag", "Estimated", "`true` for an impression, a model or a reckoning about the past.", example="true"
    )
    attested_by: str = spec(
        "term", "Whose word", "Whose word it is, not who printed it.",
        required=True, vocabulary="voices", example="council",
    )  # fmt: skip
    source: str = spec("source", "Source", "Where it was read: a `key` of `sources`.", required=True, example="report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """A sum of money and what it was for."""

    kind: str = spec(
        "term", "Kind", "What kind of sum it is: the price paid to the supplier, the whole cost, a grant and so on.",
        required=True, vocabulary="cost-kinds", example="grant",
    )  # fmt: skip
    amount: Figure | None = spec("figure", "Amount", "The sum.", required=True, example="up to 125000")
    unit: str = spec(
        "text", "Unit", "The unit, in words: `GBP`, `GBP a year`, `GBP a person`.",
        limit=40, default="GBP", example="GBP a year",
    )  # fmt: skip
    covers: str = spec(
        "text", "Covers", "What the sum paid for.", required=True, limit=120, example="First campaign of three months"
    )
    paid_by: tuple[str, ...] = spec("term", "Paid by", "Who paid.", vocabulary="payers", most=6, example="government")
    source: str = spec("source", "Source", "Where it was read: a `key` of `sources`.", required=True, example="minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Procurement:
    """How the work came about: bought, granted, lent, or something else."""

    route: tuple[str, ...] = spec(
        "term", "Route", "How it was bought or came about, in order of time.",
        required=True, not_known=True, vocabulary="procurement-routes", least=1, most=3, example="framework",
    )  # fmt: skip
    note: str = spec("text", "Note", "What else is known about it.", limit=300, example="44 suppliers applied.")
    source: str = spec("source", "Source", "Where it was read: a `key` of `sources`.", example="notice")
    regime: str = spec("term", "Regime", "The law it was bought under.", vocabulary="regimes", example="pa2023")
    framework: str = spec("text", "Framework", "The framework's name.", limit=120, example="G-Cloud 13")
    notice_url: str = spec("link", "Notice", "The contract notice.", example="https://www.find-tender.service.gov.uk/")
    ocid: str = spec(
        "text", "OCID", "The contracting process's open contracting identifier.", limit=60, example="ocds-h6vhtk-04f8a1"
    )
    months_to_contract: int | None = spec(
        "count", "Months to contract", "Whole months from first talk to contract.", example="4"
    )
    months_to_live: int | None = spec("count", "Months to live", "Whole months from contract to use.", example="3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Something that helped or got in the way."""

    text: str = spec("text", "What", "One sentence.", required=True, limit=160, example="Officers chose the tool.")
    factor: str = spec(
        "term", "Factor", "The factor it is an example of.", vocabulary="factors", example="frontline-staff-involved"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A published source."""

    key: str = spec("slug", "Key", "A short name to cite it by.", required=True, limit=40, example="report")
    title: str = spec("text", "Title", "Its title.", required=True, limit=200, example="Annual report 2021")
    publisher: str = spec(
        "text", "Publisher", "Who published it.", required=True, limit=120, example="Leeds City Council"
    )
    kind: str = spec(
        "term", "Kind", "Whose document it is.", required=True, vocabulary="source-kinds", example="council"
    )
    url: str = spec("link", "Address", "Where it can be read.", example="https://www.example.gov.uk/report")
    date: When | None = spec("when", "Date", "When it was published.", example="2021-06-30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask: a role and a page or shared mailbox, never a person."""

    role: str = spec("text", "Role", "The team or role.", required=True, limit=100, example="Highways customer team")
    url: str = spec("link", "Page", "A page that leads there.", example="https://www.example.gov.uk/contact")
    email: str = spec(
        "text", "Shared mailbox", "A team's mailbox, not a person's.", limit=100, example="team@example.gov.uk"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Whom to ask on each side."""

    council: Contact | None = spec("part", "Council", "Whom to ask at the council.", part=Contact)
    supplier: Contact | None = spec("part", "Supplier", "Whom to ask at the supplier.", part=Contact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A video, recording or picture elsewhere, with its words."""

    url: str = spec("link", "Address", "Where it is.", required=True, example="https://www.example.org/film")
    kind: str = spec("term", "Kind", "What it is.", required=True, vocabulary="media-kinds", example="video")
    title: str = spec("text", "Title", "What it shows.", required=True, limit=120, example="Two inspectors at work")
    transcript: str = spec(
        "link", "Transcript", "Where its words can be read.", example="https://www.example.org/film-transcript"
    )
    summary: str = spec("text", "Summary", "What is said, where there is no transcript.", limit=600, example="...")


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """Something that others can reuse."""

    kind: str = spec(
        "text", "Kind", "What it is: specification, data protection assessment, benefits case, code.",
        required=True, limit=60, example="specification",
    )  # fmt: skip
    url: str = spec("link", "Address", "Where it is.", required=True, example="https://www.example.gov.uk/spec")
    licence: str = spec("text", "Licence", "Its licence.", limit=60, example="OGL-UK-3.0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Another council that took the work up, changed it or said no."""

    council: str = spec("council", "Council", "The other council's code.", required=True, example="LDS")
    date: When | None = spec("when", "Date", "When.", example="2024")
    note: str = spec("text", "Note", "What happened.", limit=200, example="Adopted with its own categories.")
    source: str = spec("source", "Source", "Where it was read.", required=True, example="press")


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A council's word that the case is right."""

    council: str = spec("council", "Council", "The confirming council's code.", required=True, example="LDS")
    role: str = spec("text", "Role", "Who confirmed, by role.", required=True, limit=100, example="Head of highways")
    date: datetime.date | None = spec("day", "Date", "When.", required=True, example="2026-07-20")
    scope: str = spec("term", "Scope", "What was confirmed.", required=True, vocabulary="scopes", example="all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A case study as its front matter says it; what is computed from it lives elsewhere."""

    id: str = spec(
        "slug", "Id",
        "The case's address: council, supplier and subject in lower case with hyphens. Same as the file's name.",
        required=True, limit=80, example="leeds-acme-damp-sensors",
    )  # fmt: skip
    title: str = spec(
        "text", "Title", "What changed for whom, not the product's name.",
        required=True, limit=100, example="Fewer calls about potholes, because people can follow their report",
    )  # fmt: skip
    summary: str = spec(
        "text", "Summary", "What was done, what changed and how sure that is.",
        required=True, limit=300, example="One map takes every report and sends each change of state back. Calls fell.",
    )  # fmt: skip
    councils: tuple[str, ...] = spec(
        "council", "Councils", "The councils' three-letter codes, as at the time of the work.",
        required=True, least=1, most=30, example="LDS",
    )  # fmt: skip
    lead_council: str = spec("council", "Lead council", "The leading council, only if a source says so.", example="LDS")
    suppliers: tuple[Supplier, ...] = spec(
        "part", "Suppliers", "Who worked with the council.", required=True, least=1, most=12, part=Supplier
    )
    partners: tuple[str, ...] = spec(
        "text", "Partners", "Others who took part: funders, health bodies, universities.", most=20, limit=120,
        example="Age UK London",
    )  # fmt: skip
    service_areas: tuple[str, ...] = spec(
        "term", "Service areas", "The council services it belongs to.",
        required=True, vocabulary="service-areas", least=1, most=3, example="highways",
    )  # fmt: skip
    about: tuple[str, ...] = spec(
        "term", "About", "The outcomes that it set out to change or changed most, harm included.",
        required=True, vocabulary="outcomes", least=1, most=3, example="streets-mended",
    )  # fmt: skip
    technologies: tuple[str, ...] = spec(
        "term", "Technologies", "What it was done with; `none` is an answer.",
        required=True, vocabulary="technologies", least=1, most=6, example="online-service",
    )  # fmt: skip
    need: str = spec(
        "text", "Need", "What was wrong, in the words of the people who felt it.",
        required=True, limit=300, example="People rang again because nobody told them what was going on.",
    )  # fmt: skip
    who_benefits: tuple[str, ...] = spec(
        "term", "Who benefits", "Who was meant to be better off.",
        required=True, vocabulary="who-benefits", least=1, most=6, example="residents",
    )  # fmt: skip
    stage: str = spec(
        "term", "Stage", "Where it stands: planned, in trial, in use, finished as planned, or stopped.",
        required=True, not_known=True, vocabulary="stages", example="in-use",
    )  # fmt: skip
    stage_as_of: When | None = spec(
        "when", "Stage as of", "The date of the last word about the stage.",
        not_known=True, when="needed for planned, trial and in-use", example="2021",
    )  # fmt: skip
    started: When | None = spec(
        "when", "Started", "When the work began.", required=True, not_known=True, example="2018-04"
    )
    ended: When | None = spec(
        "when", "Ended", "When it ended.", not_known=True, when="needed for finished and stopped", example="2025-12"
    )
    end_reason: str = spec(
        "text", "Why it ended", "Why it ended, as far as the sources say.",
        not_known=True, limit=200, when="needed for finished and stopped", example="The pilot ended as planned.",
    )  # fmt: skip
    outcomes: tuple[Outcome, ...] = spec(
        "part", "Outcomes", "What changed, one entry for each figure or claim; the first is the headline.",
        required=True, not_known=True, least=1, most=40, part=Outcome,
    )  # fmt: skip
    costs: tuple[Cost, ...] = spec(
        "part", "Costs", "What it cost, and whom.", required=True, not_known=True, least=1, most=20, part=Cost
    )
    procurement: Procurement | None = spec(
        "part", "Procurement", "How it was bought or came about.", required=True, part=Procurement
    )
    helped: tuple[Lesson, ...] = spec(
        "part", "What helped", "Up to five things that helped, a sentence each.",
        required=True, not_known=True, least=1, most=5, part=Lesson, shorthand="text",
    )  # fmt: skip
    got_in_the_way: tuple[Lesson, ...] = spec(
        "part", "What got in the way", "Up to five things that got in the way, a sentence each.",
        required=True, not_known=True, least=1, most=5, part=Lesson, shorthand="text",
    )  # fmt: skip
    limits: str = spec(
        "text", "Limits", "Why a careful reader should doubt it, and what nobody knows.",
        required=True, limit=300, example="Nobody compared these households with others that got no letter.",
    )  # fmt: skip
    do_differently: str = spec(
        "text", "What they would do differently", "As those who were there say it.", limit=400,
        example="Involve the information governance team before choosing sensors.",
    )  # fmt: skip
    relationship: str = spec(
        "text", "How they worked together", "How they met, how often they spoke, what built trust.", limit=400,
        example="They met at a market day and spoke every week.",
    )  # fmt: skip
    works_best_where: str = spec(
        "text", "Works best where", "Where it would work, and where not.", limit=300,
        example="Blocks with shared heating.",
    )  # fmt: skip
    what_it_takes: tuple[str, ...] = spec(
        "text", "What it takes", "What another council would need to have or do.", most=8, limit=120,
        example="A technician for two days a month",
    )  # fmt: skip
    contact: Contacts | None = spec("part", "Contact", "Whom to ask: roles and pages, never people.", part=Contacts)
    media: tuple[Media, ...] = spec("part", "Media", "Videos and pictures elsewhere.", most=6, part=Media)
    artefacts: tuple[Artefact, ...] = spec(
        "part", "To reuse", "Specifications, assessments, code.", most=10, part=Artefact
    )
    adoptions: tuple[Adoption, ...] = spec("part", "Taken up by", "Other councils.", most=60, part=Adoption)
    ai_use: str = spec(
        "text", "Use of AI in writing", "Whether AI helped to write this, and how.", limit=200, example="drafting"
    )
    lgsl_ids: tuple[str, ...] = spec(
        "text", "Service list numbers", "Numbers of the Local Government Service List.", most=6, limit=6, example="577"
    )
    submitted_by: str = spec(
        "term", "Submitted by", "Who wrote this: the supplier, the council, or editors from published sources.",
        required=True, vocabulary="submitters", example="supplier",
    )  # fmt: skip
    interests: str = spec(
        "text", "Interests", "The writer's interest in the case.", limit=200,
        when="needed unless a third party wrote it", example="The author works for the supplier.",
    )  # fmt: skip
    confirmations: tuple[Confirmation, ...] = spec(
        "part", "Confirmations", "Councils that checked the case.", most=30, part=Confirmation
    )
    sources: tuple[Cited, ...] = spec("part", "Sources", "What is cited.", required=True, least=1, most=30, part=Cited)
    published: datetime.date | None = spec(
        "day", "Published", "The day it was first published here.", required=True, example="2026-11-24"
    )
    last_reviewed: datetime.date | None = spec(
        "day", "Last reviewed", "The day somebody last read it against its sources.", required=True,
        example="2026-11-24",
    )  # fmt: skip
    review_by: datetime.date | None = spec(
        "day", "Review by", "Only to ask for an earlier review than the rule gives.", example="2027-06-30"
    )
    record_status: str = spec(
        "term", "Record status", "Whether the record stands.", vocabulary="record-statuses", default="published",
        example="withdrawn",
    )  # fmt: skip
    licence: str = spec(
        "term", "Licence", "The licence of the text.", vocabulary="licences", default="CC-BY-4.0", example="OGL-UK-3.0"
    )
    schema_version: int | None = spec(
        "count", "Schema version", "The version of these fields.", default="1", example="1"
    )
    superseded_by: str = spec(
        "study", "Superseded by", "The id of the case that replaces this one.", example="leeds-new"
    )

    @property
    def outcome_ids(self) -> tuple[str, ...]:
        """The outcomes that the case bears on: those it is about, then those of side effects."""
        return tuple(dict.fromkeys((*self.about, *(entry.outcome for entry in self.outcomes if entry.outcome))))

    @property
    def source_by_key(self) -> dict[str, Cited]:
        """The sources by their keys."""
        return {cited.key: cited for cited in self.sources}


HEADINGS = ("The need", "What was done", "What changed", "What happened next")
"""The sections that every body has, in this order."""
OPTIONAL_HEADINGS = ("How they worked together", "What they would do differently")
"""The sections that may follow."""
