"""For a person at a terminal: the place, the line with a marker under it, and the way out."""

from __future__ import annotations

import unicodedata

from whatworks.check import Report
from whatworks.check.diagnostics import Diagnostic

_WIDEST = 100
_PAGES = "docs/contribute/rules/, in a page of the rule's name"


def text(report: Report) -> str:
    """Every diagnostic with its line, and the totals last."""
    parts = [_diagnostic(one) for one in report.diagnostics]
    pages = [f"Why each rule exists, with examples: {_PAGES}", ""] if parts else []
    return "\n".join([*parts, *pages, totals(report)]) + "\n"


def totals(report: Report) -> str:
    """How many files were read and what was found in them, in one line."""
    wishes = sum(one.is_wish for one in report.cases)
    files = _count(len(report.cases) - wishes, "case study", "case studies")
    if wishes:
        files = f"{files} and {_count(wishes, 'wanted outcome', 'wanted outcomes')}"
    if not report.diagnostics:
        return f"{files} checked, nothing to mend."
    mendable = sum(1 for one in report.diagnostics if one.fix is not None and one.fix.safe)
    tail = f" 'whatworks fix' mends {mendable} of them." if mendable else ""
    found = f"{_count(report.errors, 'error', 'errors')}, {_count(report.warnings, 'warning', 'warnings')}"
    return f"{files} checked: {found}.{tail}"


def printable(words: str) -> str:
    """A text from a contributor as a terminal may show it: nothing in it can steer the terminal.

    A tab, which matters in YAML, is shown as an arrow.
    """
    return "".join(
        "\u2192"
        if character == "\t"
        else "\ufffd"
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else character
        for character in words
    )


def _diagnostic(one: Diagnostic) -> str:
    place = one.source.position(one.span.start)
    head = f"{printable(one.source.path)}:{place.line}:{place.column}: {one.rule.severity}: {printable(one.message)}"
    lines = [f"{head} [{one.rule.code} {one.rule.name}]"]
    if one.source.text:
        lines += _marked(one)
    if one.hint:
        lines.append(f"      = {printable(one.hint)}")
    return "\n".join([*lines, ""])


def _marked(one: Diagnostic) -> list[str]:
    place = one.source.position(one.span.start)
    line = one.source.line(place.line)
    start, length = place.column - 1, max(1, min(one.span.end - one.span.start, len(line) - place.column + 1))
    # A long line is shown around the fault.
    left = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[left : left + _WIDEST]
    marker = " " * (_width(shown[: start - left])) + "^" * max(1, _width(shown[start - left : start - left + length]))
    number = f"{place.line:>5}"
    return [f"{number} | {printable(shown)}", f"      | {marker}"]


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
