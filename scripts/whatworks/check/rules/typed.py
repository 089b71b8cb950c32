"""What only the typed text shows, and YAML no longer: curly quotation marks, and text lost to a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut
from whatworks.check.rules.slips import TEXT_FIELDS, quoted
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import Document
from whatworks.text.source import Span

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_CURLY = ("“", "”", "„", "‘")  # noqa: RUF001 - the marks people type
_SURROUNDED = re.compile(
    r"(?<=[:\-,\[{] )(?P<at>[“„‘](?P<inner>[^“”„\"\n]*)[”“\"’])(?=[ ]*(?:\r?$|[,\]}]|[ ]#))|"  # noqa: RUF001
    r"(?<=[\[{])(?P<first>[“„‘](?P<words>[^“”„\"\n]*)[”“\"’])(?=[ ]*[,\]}])",  # noqa: RUF001
    re.MULTILINE,
)
_CUT = re.compile(
    r"^[ ]*(?:- +)*(?P<name>\w+):[ ]+[^\"'|>\[{&*!#\s][^\n]*?[ \t](?P<at>#[^\n]*?)[ \t]*\r?$", re.MULTILINE
)


def check_quotes(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001 - the form of all checks
    """No curly marks stand where YAML needs straight ones: there they are letters of the text, and protect nothing."""
    front = document.source.text[document.front.start : document.front.end]
    if not any(sign in front for sign in _CURLY):
        return
    bare = _STRING.sub(lambda match: '"' + " " * (len(match[0]) - 2) + '"', front)
    for match in _SURROUNDED.finditer(bare):
        group = "at" if match["at"] is not None else "first"
        inner = match["inner"] if group == "at" else match["words"]
        start = document.front.start + match.start(group)
        yield Finding(
            "curly-quotes", Span(start, start + len(match[group])), "curly quotation marks stand around the value",
            "Use straight ones (\"); a word processor changes them.", replace=quoted(inner), safe=True,
        )  # fmt: skip


def check_comments(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001
    """No text ends early because a number sign after a space begins a comment."""
    front = document.source.text[document.front.start : document.front.end]
    if " #" not in front:
        return
    for match in _CUT.finditer(front):
        if match["name"] in TEXT_FIELDS:
            start = document.front.start + match.start("at")
            yield Finding(
                "cut-by-comment", Span(start, start + len(match["at"])),
                f"'{cut(match['at'], 40)}' is not read: a number sign after a space begins a comment",
                "Put the whole text in quotes; a real comment goes on a line of its own.",
            )  # fmt: skip
