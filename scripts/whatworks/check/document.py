"""One document in, its diagnostics out: the loop over the checks."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import accumulate

from whatworks.check.diagnostics import Diagnostic, Finding, locate
from whatworks.check.rules import CHECKS, Check
from whatworks.check.rules.explain import explain
from whatworks.check.table import BY_NAME
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import Document

MOST_OF_A_KIND = 20
"""Diagnostics of one rule that are shown of one file."""
_SIGNED = ("alias", "tag")
"""Rules on a sign before a value: what the value is cannot be told, nor mended, until the sign is gone."""
_LOUD: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("curly-quotes", "placeholder", "garbled-text"), ()),
    (("unknown-section",), ("unsafe-link", "bare-link-text")),
)
"""Rules whose fault makes a value or heading look wrong in other ways too, and in which; none named is any."""


def check_document(document: Document, corpus: Corpus, checks: tuple[Check, ...] = CHECKS) -> tuple[Diagnostic, ...]:
    """Run every check over one document; of many faults of one kind, the first and how many there are.

    Never raises, whatever the file holds.
    """
    return shortened(every_fault(document, corpus, checks))


def every_fault(document: Document, corpus: Corpus, checks: tuple[Check, ...] = CHECKS) -> tuple[Diagnostic, ...]:
    """All that the checks find in one document, however many of a kind."""
    findings: list[Finding] = list(explain(document))
    if document.readable:
        for check in checks:
            findings.extend(check(document, corpus))
    found = sorted((located(one, document) for one in findings), key=lambda one: one.order)
    signed = {one.span.start for one in found if one.rule.name in _SIGNED}
    found = [one for one in found if one.rule.name in _SIGNED or one.span.start not in signed]
    for names, echoed in _LOUD:
        found = _without_echoes(found, names, echoed)
    return tuple(found)


def shortened(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The first faults of each kind, and one that counts the others: nobody reads thousands of lines that say the same.

    What is left out is an error or a warning as the others are, so nothing is published that would not have been.
    """
    total = Counter(one.rule.name for one in found)
    if max(total.values(), default=0) <= MOST_OF_A_KIND:
        return found
    seen: Counter[str] = Counter()
    shown: list[Diagnostic] = []
    for one in found:
        seen[one.rule.name] += 1
        if seen[one.rule.name] <= MOST_OF_A_KIND:
            shown.append(one)
        elif seen[one.rule.name] == MOST_OF_A_KIND + 1:
            more = f"and {total[one.rule.name] - MOST_OF_A_KIND:,} more like this, the first of them here"
            shown.append(replace(one, message=more, hint="Mend those above; then the others are shown.", fix=None))
    return tuple(shown)


def located(finding: Finding, document: Document) -> Diagnostic:
    """A finding with its rule and place."""
    return locate(finding, BY_NAME[finding.rule], document)


def _without_echoes(found: list[Diagnostic], names: tuple[str, ...], echoed: tuple[str, ...]) -> list[Diagnostic]:
    """Without what follows from the fault of a loud rule in the same place: one diagnostic says it all."""
    loud = [one for one in found if one.rule.name in names]
    if not loud:
        return found
    starts = [one.span.start for one in loud]
    reach = list(accumulate((one.span.end for one in loud), max))
    said = {id(one) for one in loud}

    def echoes(one: Diagnostic) -> bool:
        before = bisect_right(starts, one.span.start)
        may = id(one) not in said and (not echoed or one.rule.name in echoed)
        return may and before > 0 and one.span.end <= reach[before - 1]

    return [one for one in found if not echoes(one)]
