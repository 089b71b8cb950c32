"""What the checks say: findings as rules make them, and diagnostics as everyone else sees them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from whatworks.text.frontmatter import Document, Path
from whatworks.text.source import Source, Span

REPOSITORY = "https://github.com/what-works/what-works"
"""Where the pages of the rules can be read whatever machine a report was made on."""

Severity = Literal["error", "warning"]
"""An error keeps a case from being published; a warning asks for a second look."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code is never given to another, its name says the fault, its page is its test."""

    code: str
    name: str
    severity: Severity
    summary: str

    @property
    def page(self) -> str:
        """The address of the page that says why the rule exists and shows it wrong and right."""
        return f"{REPOSITORY}/blob/main/docs/contribute/rules/{self.name}.md"


class Edit(NamedTuple):
    """A stretch of text and what should stand there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a fault. Only safe ones, which keep the writer's meaning for certain, are applied unasked."""

    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, before anyone asked where it stands.

    `at` is a span, or the path of a value in the front matter; with `key` the place is the field's name.
    `replace` is what should stand there instead of it, or how to make that out of what was typed.
    """

    rule: str
    at: Span | Path
    message: str
    hint: str = ""
    key: bool = False
    replace: str | Callable[[str], str | None] | None = None
    safe: bool = False
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault with its place, rule and way out."""

    source: Source
    span: Span
    rule: Rule
    field: str
    message: str
    hint: str = ""
    fix: Fix | None = None

    @property
    def told(self) -> str:
        """What is wrong and what to do, as sentences."""
        end = "" if self.message.endswith((".", "?", "!")) else "."
        return f"{self.message}{end} {self.hint}".strip()

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By path, place and code."""
        return (self.source.path, self.span.start, self.span.end, self.rule.code)


def locate(finding: Finding, rule: Rule, document: Document) -> Diagnostic:
    """Find where a finding stands."""
    field = "" if isinstance(finding.at, Span) else dotted(finding.at)
    span = finding.at if isinstance(finding.at, Span) else _span(document, finding.at, finding.key)
    typed = document.source.text[span.start : span.end]
    new = finding.replace(typed) if callable(finding.replace) else finding.replace
    edits = finding.edits if new is None else (Edit(span, new),)
    fix = Fix(edits, finding.safe) if edits else None
    return Diagnostic(document.source, _shown(span, document.source), rule, field, finding.message, finding.hint, fix)


def dotted(path: Path) -> str:
    """A path as people write it: `outcomes[0].unit`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def _span(document: Document, path: Path, key: bool) -> Span:
    place = document.place(path)
    return place.key if key else place.value


def _shown(span: Span, source: Source) -> Span:
    """A span worth pointing at: never empty where there is a character, and only the first line of many."""
    end = max(span.end, min(span.start + 1, len(source.text)))
    line_end = source.text.find("\n", span.start, end)
    return Span(span.start, end if line_end <= span.start else line_end)
