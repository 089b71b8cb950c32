"""For tools: our own JSON, and SARIF 2.1.0 for code scanning."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from whatworks.check import Report
from whatworks.check.diagnostics import REPOSITORY, Diagnostic, Edit
from whatworks.check.table import RULES
from whatworks.text.source import Source, Span


def as_json(report: Report) -> str:
    """An object with a list `diagnostics`; lines and columns from 1, end columns just past the last character."""
    return _dumped({"diagnostics": [_diagnostic(one) for one in report.diagnostics]})


def sarif(report: Report) -> str:
    """A SARIF 2.1.0 log; columns are Unicode code points."""
    rules = [
        {
            "id": rule.code, "name": rule.name, "shortDescription": {"text": rule.summary},
            "helpUri": rule.page, "defaultConfiguration": {"level": rule.severity},
        }
        for rule in RULES
    ]  # fmt: skip
    driver = {"name": "whatworks", "informationUri": REPOSITORY, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in report.diagnostics],
    }
    return _dumped({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _dumped(data: dict[str, Any]) -> str:
    # A file's name may hold bytes that are no text, and no stream would take those.
    return json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    fix = one.fix and {"safe": one.fix.safe, "edits": [_edit(edit, one.source) for edit in one.fix.edits]}
    return {
        "path": one.source.path, **_place(one.span, one.source), "severity": one.rule.severity, "code": one.rule.code,
        "rule": one.rule.name, "field": one.field, "message": one.message, "hint": one.hint, "fix": fix,
    }  # fmt: skip


def _edit(edit: Edit, source: Source) -> dict[str, Any]:
    return {**_place(edit.span, source), "text": edit.text}


def _place(span: Span, source: Source) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _result(one: Diagnostic) -> dict[str, Any]:
    artifact = {"uri": quote(one.source.path, errors="replace")}
    location = {"artifactLocation": artifact, "region": _region(one.span, one.source)}
    result: dict[str, Any] = {
        "ruleId": one.rule.code,
        "level": one.rule.severity,
        "message": {"text": one.told},
        "locations": [{"physicalLocation": location}],
    }
    if one.fix is not None:
        replacements = [
            {"deletedRegion": _region(edit.span, one.source), "insertedContent": {"text": edit.text}}
            for edit in one.fix.edits
        ]
        changes = [{"artifactLocation": artifact, "replacements": replacements}]
        result["fixes"] = [{"description": {"text": one.hint or one.message}, "artifactChanges": changes}]
    return result


def _region(span: Span, source: Source) -> dict[str, int]:
    place = _place(span, source)
    return {
        "startLine": place["line"], "startColumn": place["column"],
        "endLine": place["end_line"], "endColumn": place["end_column"],
    }  # fmt: skip
