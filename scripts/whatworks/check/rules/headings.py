"""The sections of the text: the fixed headings, in order, each with something below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut
from whatworks.check.suggest import nearest
from whatworks.corpus import Corpus
from whatworks.model.study import HEADINGS, OPTIONAL_HEADINGS
from whatworks.text.frontmatter import Document
from whatworks.text.markdown import Body, Section, sections
from whatworks.text.nodes import HARD_SPACES
from whatworks.text.source import Span

_ALL = HEADINGS + OPTIONAL_HEADINGS
_BY_LOWER = {title.casefold(): title for title in _ALL}
_ALSO_CALLED = {
    "The need": ("need", "background", "challenge", "the challenge", "problem", "the problem", "context"),
    "What was done": ("solution", "the solution", "approach", "our approach", "what we did", "how it works"),
    "What changed": ("result", "results", "the results", "outcome", "outcomes", "impact", "benefits", "findings"),
    "What happened next": ("next steps", "what next", "what's next", "the future", "future", "since then"),
    "How they worked together": ("partnership", "the partnership", "working together", "how we worked together"),
    "What they would do differently": ("lessons", "lessons learned", "lessons learnt", "what we would do differently"),
}  # fmt: skip
_LIKELY = _BY_LOWER | {word: title for title, words in _ALSO_CALLED.items() for word in words}
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
# A heading but for its signs, as a word processor leaves it: bold, alone on its line, underlined, indented like code,
# or with a hard space behind the number signs.
_UNSIGNED = re.compile(
    rf"^(?:[ ]{{0,3}}|[ \t]*(?=#))(?:#{{1,6}}[ \t{HARD_SPACES}]*)?[*_]{{0,3}}(?P<title>{'|'.join(_ALL)})"
    r"[ \t]*:?[*_]{0,3}:?[ \t#]*(?:\r?\n[=-]{2,}[ \t]*)?$",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNED = re.compile(r"#{1,2}[ \t]+\S")


def check_sections(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001 - the form of all checks
    """The body has the fixed sections, in order, each with text."""
    found = sections(document.body_text, document.body.start)
    titles = {section.title for section in found.sections}
    unsigned = list(_unsigned(document, titles))
    yield from unsigned
    claimed = {str(finding.replace) for finding in unsigned}
    if found.lead.strip() and not unsigned:
        start = document.body.start + len(found.lead) - len(found.lead.lstrip())
        yield Finding(
            "text-before-sections", Span(start, start + len(found.lead.strip())),
            "this text stands before the first heading", f"Put it under '## {HEADINGS[0]}'.",
        )  # fmt: skip
    seen: set[str] = set()
    for section in found.sections:
        for finding in _section(section, titles, seen):
            claimed.add(str(finding.replace))
            yield finding
        seen.add(section.title)
    for title in HEADINGS:
        if title not in titles and f"## {title}" not in claimed:
            yield Finding(
                "missing-section", _where(title, found, document), f"the section '{title}' is missing",
                f"Add '## {title}' and say what is known; that nothing is known is also an answer.",
            )  # fmt: skip
    yield from _order(found)


def _unsigned(document: Document, titles: set[str]) -> Iterator[Finding]:
    lowered = document.body_text.lower()
    if not any(plain in lowered for plain, title in _BY_LOWER.items() if title not in titles):
        return
    for match in _UNSIGNED.finditer(document.body_text):
        title = _BY_LOWER[match["title"].casefold()]
        if title in titles or _SIGNED.match(match[0]):
            continue
        titles = titles | {title}
        start, line = document.body.start + match.start(), match[0].rstrip("\r")
        typed = " ".join(line.strip().splitlines()[0].split())
        yield Finding(
            "unknown-section", Span(start, start + len(line)), f"'{cut(typed)}' is not marked as a section",
            f"Begin the line with two number signs and a plain space: '## {title}'.", replace=f"## {title}", safe=True,
        )  # fmt: skip


def _section(section: Section, titles: set[str], seen: set[str]) -> Iterator[Finding]:
    plain = _LINKED.sub(r"\1", section.title).casefold().strip(" :.*_")
    right = _LIKELY.get(plain) or _nearest(plain)
    if section.level == 1 and section.index == 0 and not right:
        yield Finding(
            "unknown-section", section.heading, f"'# {cut(section.title)}' is a title, which stands in 'title'",
            "Delete this line; the text begins with the first section.", replace="",
        )  # fmt: skip
        return
    if section.title not in _ALL:
        usable = right and right not in titles
        yield Finding(
            "unknown-section", section.heading, f"'{cut(section.title)}' is not a section of a case study",
            f"Write '## {right}'." if usable else f"The sections are: {', '.join(_ALL)}.",
            replace=f"## {right}" if usable else None, safe=plain == right.casefold(),
        )  # fmt: skip
    elif section.level != 2:
        yield Finding(
            "unknown-section", section.heading, f"'{section.title}' is a heading of level {section.level}",
            f"Write '## {section.title}' with two number signs.", replace=f"## {section.title}", safe=True,
        )  # fmt: skip
    elif section.title in seen:
        yield Finding("unknown-section", section.heading, f"'{section.title}' stands twice", "Join the two.")
    if not section.text.strip():
        yield Finding(
            "empty-section", section.heading, f"'{cut(section.title)}' has no text",
            "Say what is known, or that nothing is.",
        )  # fmt: skip


@lru_cache(maxsize=256)
def _nearest(plain: str) -> str:
    return _BY_LOWER.get(nearest(plain, _BY_LOWER, 0.7), "")


def _where(title: str, found: Body, document: Document) -> Span:
    """The heading that a missing section belongs before, else the last line of the file."""
    after = _ALL[_ALL.index(title) + 1 :]
    for section in found.sections:
        if section.title in after:
            return section.heading
    end = len(document.source.text.rstrip())
    return Span(document.source.text.rfind("\n", 0, end) + 1, end)


def _order(found: Body) -> Iterator[Finding]:
    first: dict[str, Section] = {}
    for section in found.sections:
        if section.title in _ALL:
            first.setdefault(section.title, section)
    places = [_ALL.index(title) for title in first]
    for place, section, before in zip(places[1:], list(first.values())[1:], places, strict=False):
        if place < before:
            yield Finding(
                "section-order", section.heading, f"'{section.title}' stands too late",
                f"The order is: {', '.join(_ALL)}.",
            )  # fmt: skip
            return
