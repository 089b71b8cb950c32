"""Diagnostics as people and machines read them: one function a format, each from a report to text."""

from __future__ import annotations

from collections.abc import Callable

from whatworks.check import Report
from whatworks.check.reporters.github import github, summary
from whatworks.check.reporters.machine import as_json, sarif
from whatworks.check.reporters.text import text

REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "github": github,
    "summary": summary,
    "json": as_json,
    "sarif": sarif,
}
