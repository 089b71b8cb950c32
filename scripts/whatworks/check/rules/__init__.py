"""The checks, by what they look at; each yields findings under the names of the rules in `check.table`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whatworks.check.diagnostics import Finding
from whatworks.check.rules import fields, files, headings, outcomes, prose, together, typed
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import Document

Check = Callable[[Document, Corpus], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    files.check_name,
    files.check_characters,
    files.check_placeholders,
    typed.check_quotes,
    typed.check_comments,
    fields.check_fields,
    outcomes.check_outcomes,
    together.check_sources,
    together.check_dates,
    together.check_parties,
    together.check_buying,
    headings.check_sections,
    prose.check_markdown,
    prose.check_wording,
)
"""What runs over every case that could be read, in this order."""

WISH_CHECKS: tuple[Check, ...] = (
    files.check_name,
    files.check_characters,
    files.check_placeholders,
    typed.check_quotes,
    typed.check_comments,
    fields.check_wish_fields,
    together.check_sources,
    together.check_wish_dates,
    prose.check_markdown,
    prose.check_wording,
)
"""What runs over every wanted outcome."""
