"""Slips that make YAML unreadable, as people who know no YAML make them, each with the words that help.

The table is tried on the line where reading stopped and on the one before; the first that fits explains it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from whatworks.check.diagnostics import Edit, Finding
from whatworks.text.frontmatter import Document, Fault
from whatworks.text.source import Span


def _quoted(text: str) -> str:
    escaped = text.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class Slip:
    """A pattern over one line; the fault is at its group `at`, and `mend` says what should stand there."""

    pattern: re.Pattern[str]
    message: str
    hint: str
    mend: Callable[[str], str] | None = None
    safe: bool = True


_FIELD = r"^(?P<lead>[ ]*(?:- )?[\w-]+:[ ]+)"

SLIPS = (
    Slip(
        re.compile("^(?P<at>[ ]*[\u00a0\u2000-\u200a\u202f\u3000][\u00a0\u2000-\u200a\u202f\u3000 ]*)"),
        "the line begins with hard spaces, which YAML does not count as spaces",
        "Type the spaces again; they often come from a web page or word processor.",
        lambda typed: " " * len(typed),
    ),
    Slip(
        re.compile(r"^[ ]*(?P<at>[•‣▪◦·*–—])[ \u00a0]+\S"),
        "the line begins with a bullet that YAML does not know",
        "Begin each entry of a list with a hyphen and a space.",
        lambda _: "-",
    ),
    Slip(
        re.compile(_FIELD + r"(?P<at>[“”„][^\"]*[“”])[ ]*\r?$"),
        "curly quotation marks stand around the text",
        'Use straight ones ("); a word processor changes them.',
        lambda typed: _quoted(typed[1:-1]),
    ),
    Slip(
        re.compile(_FIELD + r'(?P<at>"[^"]*"[^",\]}\r]+"?.*?)\r?$'),
        "quotation marks stand inside quotation marks",
        "Write the inner ones as curly (“ ”) or single ones, or put a backslash before each.",
    ),
    Slip(
        re.compile(_FIELD + r"(?P<at>'[^']*'\w.*?)\r?$"),
        "an apostrophe stands inside single quotation marks and ends the text",
        "Put the text in double quotation marks.",
        lambda typed: _quoted(typed.strip("'")),
    ),
    Slip(
        re.compile(_FIELD + r"(?P<at>[^\"'\[{|>&*!#\s][^#\r]*?:(?:[ ][^\r]*)?)\r?$"),
        "a colon followed by a space stands inside the text, and YAML takes it for another field",
        "Put the whole text in quotes.",
        _quoted,
    ),
    Slip(
        re.compile(r"^(?P<lead>[ ]*- )(?P<at>[^\"'\[{|>&*!#\s][^:\r]*:[ ].*?:[ ].*?)\r?$"),
        "a colon followed by a space stands inside the text, and YAML takes it for another field",
        "Put the whole text in quotes.",
        _quoted,
    ),
    Slip(
        re.compile(_FIELD + r"(?P<at>[@`%&*!,\]}][^\r]*?)\r?$"),
        "the text begins with a sign that means something else in YAML",
        "Put the whole text in quotes.",
        _quoted,
    ),
    Slip(
        re.compile(r"^[ ]*(?:- )?[A-Za-z][\w-]*(?P<at>:)(?=[^\s:/])"),
        "there is no space after the colon",
        "Write a space between the colon and the value.",
        lambda _: ": ",
    ),
    Slip(
        re.compile(r"^[ ]*(?:- )?(?P<at>[A-Za-z][\w -]*[：﹕꞉])"),
        "the colon is not a plain one",
        "Type the colon again.",
        lambda typed: typed[:-1] + ": ",
    ),
    Slip(
        re.compile(r"^[ ]*(?P<at>[A-Za-z][\w-]*)[ ]*\r?$"),
        "a word stands alone on the line",
        "If it is a field, write a colon after it; if it goes on from the line before, indent it further.",
    ),
)

_BRACKETS = {"[": "]", "{": "}"}


def find_slip(document: Document, fault: Fault) -> Finding | None:
    """The explanation of an unreadable front matter, if it is a slip that we know."""
    text, at = document.source.text, fault.span.start
    if "anchor" in fault.detail or "alias" in fault.detail:
        starred = _bullet(document, at)
        return starred or Finding(
            "alias", fault.span, "a value begins with * or &, which means something else in YAML",
            "If the text begins with that sign, put the whole text in quotes.",
        )  # fmt: skip
    for start in _lines(text, at, document.front):
        end = text.find("\n", start)
        line = text[start : len(text) if end == -1 else end]
        for slip in SLIPS:
            match = slip.pattern.match(line)
            if match is not None:
                return _finding(slip, Span(start + match.start("at"), start + match.end("at")), match["at"])
    return _unclosed(text, at)


def _bullet(document: Document, at: int) -> Finding | None:
    text = document.source.text
    start = text.rfind("\n", 0, at) + 1
    match = SLIPS[1].pattern.match(text[start : text.find("\n", start)])
    return None if match is None else _finding(SLIPS[1], Span(start + match.start("at"), start + match.end("at")), "*")


def _finding(slip: Slip, span: Span, typed: str) -> Finding:
    edits = () if slip.mend is None else (Edit(span, slip.mend(typed)),)
    return Finding("not-yaml", span, slip.message, slip.hint, edits=edits, safe=slip.safe and bool(edits))


def _lines(text: str, at: int, front: Span) -> list[int]:
    """Where the line of the fault and the one before it begin."""
    start = text.rfind("\n", 0, at) + 1
    before = text.rfind("\n", 0, max(0, start - 1)) + 1
    return [start, before] if front.start <= before < start else [start]


def _unclosed(text: str, at: int) -> Finding | None:
    sign = text[at : at + 1]
    if sign in ('"', "'"):
        return Finding(
            "not-yaml", Span(at, at + 1), "a quotation mark opens here and is never closed",
            f"Put {sign} at the end of the text.",
        )  # fmt: skip
    if sign in _BRACKETS:
        return Finding(
            "not-yaml", Span(at, at + 1), f"a bracket opens here and the matching {_BRACKETS[sign]} is missing",
            "Close it; a text with a comma, colon or bracket inside needs quotes.",
        )  # fmt: skip
    return None
