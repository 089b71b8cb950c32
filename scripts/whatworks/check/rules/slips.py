"""Slips that make YAML unreadable, as people who know no YAML make them, each with the words that help."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from whatworks.check.diagnostics import Edit, Finding
from whatworks.model.spec import specs
from whatworks.model.study import Study
from whatworks.model.wanted import Wanted
from whatworks.text.source import Span

_WHOLE = (Study, Wanted)
PARTS = (*_WHOLE, *(spec.part for whole in _WHOLE for spec in specs(whole).values() if spec.part is not None))
"""A case, a wanted outcome, and every kind of entry in them."""

CURLY = "“”„‟"
"""Quotation marks that a word processor makes of straight ones."""
_EITHER = CURLY + '"'
_NUMBER_SIGN = re.compile(r"[ \t]#")
_COMMENT = re.compile(r"[ \t]#(?=[ \t\r]|$)")


def quoted(text: str) -> str:
    """A text in double quotation marks as YAML reads it, without curly marks that stood around it."""
    plain = text.strip()
    if len(plain) > 1 and plain[0] in CURLY and plain[-1] in CURLY:
        plain = plain[1:-1]
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def comment_at(line: str) -> int:
    """Where a comment begins that somebody meant as one: a number sign between spaces, outside quotation marks."""
    return _first_outside(_COMMENT, line)


def certain(typed: str) -> bool:
    """Whether all of what was typed is surely text: `#1` after a space may be a comment, unless in quotation marks."""
    return (typed[0] in _EITHER and typed[-1] in _EITHER) or _first_outside(_NUMBER_SIGN, typed) == len(typed)


def _first_outside(sign: re.Pattern[str], line: str) -> int:
    marks = at = 0
    for match in sign.finditer(line):
        marks += line.count('"', at, match.start())
        at = match.start()
        if marks % 2 == 0:
            return at
    return len(line)


def _quoted_whole(typed: str) -> str | None:
    """A text with quotation marks in it; those around the whole of it, if they are, are no part of it."""
    if _NEXT_FIELD.search(typed):
        return None  # two fields on one line
    around = typed[-1] == '"' and typed.count('"') % 2 == 0 and '" ' not in typed[1:-1].partition(' "')[0]
    return quoted(typed[1:-1] if around else typed)


@dataclass(frozen=True, slots=True)
class Slip:
    """A pattern over one line; the fault is at its group `at`, and `mend` says what should stand there."""

    pattern: re.Pattern[str]
    message: str
    hint: str
    mend: Callable[[str], str | None] | None = None

    def find(self, line: str, offset: int) -> Finding | None:
        """The finding on a line that stands at an offset of the file, if it is this slip."""
        match = self.pattern.match(line[: comment_at(line)])
        if match is None:
            return None
        span = Span(offset + match.start("at"), offset + match.end("at"))
        new = None if self.mend is None else self.mend(match["at"])
        edits = () if new is None else (Edit(span, new),)
        safe = bool(edits) and certain(match["at"])
        return Finding("not-yaml", span, self.message, self.hint, edits=edits, safe=safe)


FIELD_NAMES = frozenset(name for part in PARTS for name in specs(part))
TEXT_FIELDS = frozenset(name for part in PARTS for name, spec in specs(part).items() if spec.kind == "text")
_NAME = f"(?i:{'|'.join(sorted(FIELD_NAMES))})"
_NEXT_FIELD = re.compile(rf'"[ ]+{_NAME}:[ ]')
LEAD = r"^(?P<lead>[ ]*(?:- +)*(?:[\w-]+:[ ]+)?)"
"""What stands before a value: indent, hyphens, the field's name."""
_FIELD = r"^(?P<lead>[ ]*(?:- +)*[\w-]+:[ ]+)"
_END = r"(?<![ ])[ ]*\r?$"  # looking back keeps a pattern from trying anew at each of many spaces
_STRING = r'"(?:[^"\\\r]|\\.)*"'
_QUOTES = "Put the whole text in quotes."

TEXT_LISTS = {
    name: frozenset(() if spec.part is None else specs(spec.part))
    for whole in _WHOLE
    for name, spec in specs(whole).items()
    if spec.many and (spec.kind == "text" or spec.shorthand)
}
"""The fields that are lists of sentences, each with the fields that an entry may have instead of one."""
SENTENCE = Slip(
    re.compile(
        r"^[ ]*(?:- +)+(?P<at>[A-Za-z][^:\r]*:[ ]+(?![ ])"
        rf"(?:[@`%&*!][^\r]*?|{_STRING}[ ]*[^\s,\]}}}}:#][^\r]*?|(?=[^\r]*?:(?:[ ]|\r?$))[^\r]*?)){_END}"
    ),
    "a colon followed by a space stands inside the text, and YAML takes it for a field",
    _QUOTES,
    quoted,
)
"""A sentence in a list whose first colon YAML takes for the end of a field's name, and which it then cannot read."""

SLIPS = (
    Slip(
        re.compile(rf"{LEAD}(?P<at>\({_NAME}:[ ][^\r]*\)){_END}"),
        "round brackets stand around the fields of an entry",
        "Use { and } and not ( and ).",
        lambda typed: f"{{{typed[1:-1]}}}",
    ),
    Slip(
        re.compile("^[ ]*(?P<at>[•‣▪◦·*–—])[ \u00a0\t]+\\S"),  # noqa: RUF001 - the dashes people type
        "the line begins with a bullet that YAML does not know",
        "Begin each entry of a list with a hyphen and a space.",
        lambda _: "-",
    ),
    Slip(
        re.compile(r"^[ ]*(?:- +)?(?P<at>(?P<sign>\*{1,3}|__)[A-Za-z][\w -]*(?::(?P=sign)|(?P=sign):))(?=[ ]|\r?$)"),
        "the name of the field stands between signs for bold or italic",
        "Write the plain name and a colon.",
        lambda typed: f"{typed.strip('*_:')}:",
    ),
    Slip(
        re.compile(r'^[ ]*(?P<at>-)(?=[A-Za-z“"])'),
        "there is no space after the hyphen",
        "Begin each entry of a list with a hyphen and a space.",
        lambda _: "- ",
    ),
    Slip(
        re.compile(rf'{LEAD}(?P<at>[{CURLY}][^"\r]*[{_EITHER}]|"[^"{CURLY}\r]*[{CURLY}]){_END}'),
        "curly quotation marks stand around the text",
        'Use straight ones ("); a word processor changes them.',
        lambda typed: quoted(typed[1:-1]),
    ),
    Slip(
        re.compile(rf"{LEAD}(?P<at>{_STRING}[ ]*[^\s,\]}}:#][^\r]*?){_END}"),
        "quotation marks stand inside the text",
        "Put a backslash before each of the inner ones, or make them single or curly.",
        _quoted_whole,
    ),
    Slip(
        re.compile(rf"{LEAD}(?P<at>'[^'\r]*'[ ]*\w.*?){_END}"),
        "an apostrophe stands inside single quotation marks and ends the text",
        "Put the text in double quotation marks.",
        lambda typed: quoted(typed[1:-1]) if typed[-1] == "'" else None,
    ),
    Slip(
        re.compile(rf"{_FIELD}(?P<at>[^\"'\[{{|>&*!#@`%\s](?=[^#\r]*?:(?:[ ]|\r?$))[^\r]*)\r?$"),
        "a colon followed by a space stands inside the text, and YAML takes it for another field",
        _QUOTES,
        quoted,
    ),
    Slip(
        re.compile(r"^(?P<lead>[ ]*- +)(?P<at>[^\"'\[{|>&*!#\s][^:\r]*:[ ].*?:[ ].*?)\r?$"),
        "a colon followed by a space stands inside the text, and YAML takes it for another field",
        _QUOTES,
        quoted,
    ),
    Slip(
        re.compile(rf"{_FIELD}(?P<at>\[[^\]\r]*\]\([^)\r]*\)){_END}"),
        "a link in Markdown stands where the address alone belongs",
        "Write the address only.",
        lambda typed: quoted(typed.rpartition("(")[2][:-1]),
    ),
    Slip(
        re.compile(rf"{LEAD}(?P<at>(?:\[[^\]\r]*\]|\{{[^}}\r]*\}})[ ]*[^\s,\]}}#:][^\r]*?){_END}"),
        "the text begins with a bracket, which YAML takes for a list",
        _QUOTES,
        quoted,
    ),
    Slip(
        re.compile(rf"{LEAD}(?P<at>(?:[@`%&*!,\]}}]|[>|](?![-+0-9]{{0,2}}[ ]*(?:#.*)?\r?$))[^\r]*?){_END}"),
        "the text begins with a sign that means something else in YAML",
        _QUOTES,
        quoted,
    ),
    Slip(
        re.compile(r"^[ ]*(?:- +)?[A-Za-z][\w-]*(?P<at>:)(?=[^\s:/])"),
        "there is no space after the colon",
        "Write a space between the colon and the value.",
        lambda _: ": ",
    ),
    Slip(
        re.compile(rf"^[ ]*(?:- +)?{_NAME}(?P<at>[ ]*[=;][ ]*|[ ]+[–—][ ]+)(?=[^\s=;])"),  # noqa: RUF001 - as above
        "another sign stands where the colon belongs",
        "Write a colon and a space after the field's name.",
        lambda _: ": ",
    ),
    Slip(
        re.compile("^[ ]*(?:- +)?(?P<at>[A-Za-z][\\w -]*[：﹕꞉])"),  # noqa: RUF001 - colons of other scripts
        "the colon is not a plain one",
        "Type the colon again.",
        lambda typed: f"{typed[:-1]}: ",
    ),
    Slip(
        re.compile(rf"^(?P<at>\.\.\.){_END}"),
        "three dots alone on a line end the front matter for YAML",
        "Delete the line; the front matter ends with three hyphens.",
        lambda _: "",
    ),
)
"""What people type, in the order in which it is tried on a line."""
