"""For pull requests on GitHub: annotations at the lines, and a summary of all of them."""

from __future__ import annotations

from whatworks.check import Report
from whatworks.check.diagnostics import Diagnostic
from whatworks.check.reporters.text import printable, totals

_ESCAPED = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\\`*_[]|!@#~"}
_SHOWN = 10  # GitHub shows ten errors and ten warnings a step
_LONGEST_SUMMARY = 900_000  # GitHub takes 1 MiB


def github(report: Report) -> str:
    """Workflow commands, errors first, since GitHub shows only the first ten of each kind."""
    ordered = sorted(report.diagnostics, key=lambda one: (one.rule.severity != "error", one.order))
    lines = [_annotation(one) for one in ordered]
    if report.errors > _SHOWN or report.warnings > _SHOWN:
        lines.append(f"GitHub shows {_SHOWN} errors and {_SHOWN} warnings; all are in the summary of this run.")
    return "\n".join([*lines, totals(report)]) + "\n"


def summary(report: Report) -> str:
    """A Markdown page of every diagnostic, for the summary of a workflow's run."""
    lines = ["## Case studies checked", "", totals(report), ""]
    if report.diagnostics:
        lines += ["| where | | what | what to do |", "| --- | --- | --- | --- |"]
    size = 0
    for number, one in enumerate(report.diagnostics):
        row = _row(one)
        size += len(row.encode())
        if size > _LONGEST_SUMMARY:
            lines += [
                "",
                f"{len(report.diagnostics) - number} more are not shown; run `whatworks validate` to see them.",
            ]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _row(one: Diagnostic) -> str:
    place = one.source.position(one.span.start)
    where = f"{_cell(one.source.path)}:{place.line}:{place.column}"
    rule = f"{one.rule.severity} [{one.rule.code}]({one.rule.page})"
    return f"| {where} | {rule} | {_cell(one.message)} | {_cell(one.hint)} |"


def _cell(words: str) -> str:
    return printable(words).translate(_ESCAPED)


def _annotation(one: Diagnostic) -> str:
    start, end = one.source.position(one.span.start), one.source.position(max(one.span.start, one.span.end - 1))
    properties = {"file": one.source.path, "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub refuses columns over several lines
        properties |= {"col": start.column, "endColumn": end.column + 1}
    properties["title"] = f"{one.rule.code} {one.rule.name}"
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{one.rule.severity} {told}::{_data(one.told)}"


def _data(words: str) -> str:
    words = words.encode("utf-8", "replace").decode()  # a file's name may hold bytes that are no text
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
