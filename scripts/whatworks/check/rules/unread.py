"""Finds the line that made YAML unreadable: reading stops where it cannot go on, often later than the slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whatworks.check.diagnostics import Edit, Finding
from whatworks.check.rules.slips import FIELD_NAMES, LEAD, SENTENCE, SLIPS, TEXT_LISTS
from whatworks.text.frontmatter import Document, Fault
from whatworks.text.source import Span

_FAR = 80  # lines; a text that runs on for longer is not an unclosed one
_MARK = re.compile(r'(?<!\\)"')
_OPENS = re.compile(rf"""{LEAD}(?P<at>["'])""")
_BEGINS_ANEW = re.compile(r"[ ]*(?:- |[\w-]+:(?:[ \r]|$)|\r?$)")
_COLUMN = re.compile(r"([ ]*)((?:- +)*)(?=[^\s#])")
_BARE_WORD = re.compile(r"[ ]*(?P<at>[A-Za-z][\w-]*)[ ]*\r?$")
_BARE_TEXT = re.compile(r"[ ]*(?P<at>[A-Za-z][^:\r]*?)[ ]*\r?$")
_TOP = re.compile(r"^(\w+):", re.MULTILINE)
_CLOSED = re.compile(r"[ ]*(?:- +)*[\w-]+:[ ]+[\[{].*(?P<at>[\]}])[ ]*\r?$")
_HAS_VALUE = re.compile(r"[ ]*(?:- +)*(?P<name>[\w-]+):[ ]+[^\s\"'\[{|>&*!#]")
_CLOSERS = {"[": "]", "{": "}"}


def find_slip(document: Document, fault: Fault) -> Finding | None:
    """The explanation of an unreadable front matter, if it is a slip that we know."""
    text, at = document.source.text, fault.span.start
    if "escape" in fault.detail or "hex" in fault.detail:
        return _backslash(text, at)
    above = list(_lines_above(document, at))
    return (
        next((found for start, line in above[:2] if (found := _slip(document, start, line))), None)
        or _open_quote(document, above)
        or _after_the_end(text, fault, above)
        or _goes_on(text, fault, above)
        or _bracket(text, at)
        or _bare(above[:2])
        or _indent(above)
    )


def _lines_above(document: Document, at: int) -> Iterator[tuple[int, str]]:
    """The line of the fault and those before it, nearest first, each with its offset."""
    text, first = document.source.text, document.front.start
    start = text.rfind("\n", 0, at) + 1
    for _ in range(_FAR):
        end = text.find("\n", start)
        yield start, text[start : len(text) if end == -1 else end]
        if start <= first:
            return
        start = text.rfind("\n", 0, start - 1) + 1


def _slip(document: Document, start: int, line: str) -> Finding | None:
    sentence = SENTENCE.find(line, start)
    if sentence is not None:
        fields = _TOP.findall(document.source.text, document.front.start, start)
        entry = TEXT_LISTS.get(fields[-1]) if fields else None
        if entry is not None and line.strip("- ").partition(":")[0] not in entry:
            return sentence
    return next((found for slip in SLIPS if (found := slip.find(line, start))), None)


def _open_quote(document: Document, above: list[tuple[int, str]]) -> Finding | None:
    following = ""
    for start, line in above:
        opens = _OPENS.match(line)
        single = opens is not None and opens["at"] == "'" and line.count("'") == 1
        if (single or len(_MARK.findall(line)) % 2) and _BEGINS_ANEW.match(following):
            return _slip(document, start, line) or _unclosed_quote(line, start, "'" if single else '"')
        following = line
    return None


def _unclosed_quote(line: str, start: int, sign: str) -> Finding:
    at = start + line.rfind(sign)
    end = start + len(line.rstrip())
    whole = sign == '"' and line.count(sign) == 1 and _OPENS.match(line) is not None and " #" not in line
    edits = (Edit(Span(end, end), sign),) if whole else ()
    return Finding(
        "not-yaml", Span(at, at + 1), "a quotation mark opens here and is never closed",
        f"Put {sign} at the end of the text." if sign == '"' else "Put the whole text in double quotation marks.",
        edits=edits, safe=whole,
    )  # fmt: skip


def _after_the_end(text: str, fault: Fault, above: list[tuple[int, str]]) -> Finding | None:
    """Something stands where a value has ended: behind its quotation mark, or below its closing bracket."""
    at, start = fault.span.start, above[0][0]
    line_end = start + len(above[0][1].rstrip())
    before = text[start:at].rstrip()
    if before.endswith(('"', "'")) and at < line_end:
        return Finding(
            "not-yaml", Span(at, line_end), "the text goes on after the closing quotation mark",
            "Put the mark at the very end; in a list, put [ and ] around all entries, or each on a line with a hyphen.",
        )  # fmt: skip
    closed = len(above) > 1 and _CLOSED.match(above[1][1])
    if closed and not before and text[at : at + 2] == "- ":
        return Finding(
            "not-yaml", Span(at, line_end), f"this entry stands below a list that {closed['at']} has closed",
            f"Put all entries before the {closed['at']}, or each on a line with a hyphen.",
        )  # fmt: skip
    return None


def _goes_on(text: str, fault: Fault, above: list[tuple[int, str]]) -> Finding | None:
    """A line below a text, indented and with a colon: neither a field nor a text without quotation marks."""
    start, line = above[0]
    name = _HAS_VALUE.match(above[1][1]) if len(above) > 1 else None
    typed = line.strip()
    if name is None or "mapping values are not allowed" not in fault.detail or not line.startswith(" "):
        return None
    at = start + len(line) - len(line.lstrip())
    field = text[at : fault.span.start].rstrip()
    if field in FIELD_NAMES:
        message, way = f"'{field}' is indented like a text that goes on", "Begin it in the same column as"
        return Finding("not-yaml", Span(at, at + len(field)), message, f"{way} '{name['name']}'.")
    return Finding(
        "not-yaml", Span(at, at + len(typed)), f"the text of '{name['name']}' goes on here and holds a colon",
        "Put the whole text in quotes.",
    )  # fmt: skip


def _bracket(text: str, at: int) -> Finding | None:
    closer = _CLOSERS.get(text[at : at + 1])
    if closer is None:
        return None
    end = text.find("\n", at)
    line = text[at : len(text) if end == -1 else end].rstrip()
    if line.count(text[at]) == line.count(closer):
        return Finding(
            "not-yaml", Span(at, at + len(line)), "something between these brackets cannot be read",
            "A text with a comma, colon, quotation mark or bracket inside needs quotes.",
        )  # fmt: skip
    follows = text[end + 1 : text.find("\n", end + 1)] if end != -1 else ""
    closes = _BEGINS_ANEW.match(follows) is not None and not line.endswith(",")
    edits = (Edit(Span(at + len(line), at + len(line)), closer),) if closes else ()
    return Finding(
        "not-yaml", Span(at, at + 1), f"a bracket opens here and the matching {closer} is missing",
        "Close it; a text with a comma, colon or bracket inside needs quotes.", edits=edits, safe=closes,
    )  # fmt: skip


def _backslash(text: str, at: int) -> Finding:
    at = max(text.rfind("\\", 0, at + 1), 0)
    return Finding(
        "not-yaml", Span(at, at + 1), "a backslash stands inside double quotation marks, where it means something",
        "Write two for one.", replace="\\\\", safe=True,
    )  # fmt: skip


def _bare(lines: list[tuple[int, str]]) -> Finding | None:
    for start, line in lines:
        for pattern, message, hint in (
            (
                _BARE_WORD, "a word stands alone on the line",
                "If it is a field, write a colon after it; if it goes on from the line before, indent it further.",
            ),
            (
                _BARE_TEXT, "this line begins with no field's name",
                "If it goes on from the line before, indent it further, or put the whole text on one line.",
            ),
        ):  # fmt: skip
            if match := pattern.match(line):
                return Finding("not-yaml", Span(start + match.start("at"), start + match.end("at")), message, hint)
    return None


def _indent(above: list[tuple[int, str]]) -> Finding | None:
    """A line whose indent is none of those that are open above it."""
    here = _COLUMN.match(above[0][1])
    open_columns: list[int] = []
    nearest = -1
    for _, line in above[1:]:
        match = _COLUMN.match(line)
        if match is None:
            continue
        column, key = len(match[1]), len(match[0])
        if nearest == -1:
            nearest = key
        if not open_columns or column < open_columns[-1]:
            open_columns += [key, column] if key > column else [column]
        if column == 0:
            break
    if here is None or nearest == -1 or len(here[1]) in open_columns:
        return None
    start, indent = above[0][0], len(here[1])
    spaces = f"{indent} space" if indent == 1 else f"{indent} spaces"
    return Finding(
        "not-yaml", Span(start, start + max(indent, 1)),
        f"this line begins with {spaces}, and the one before it with {nearest}",
        "Fields of the same entry begin in the same column; count a hyphen and its space as two.",
        replace=" " * nearest if indent else None,
    )  # fmt: skip
