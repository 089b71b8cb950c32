"""Documents in, diagnostics out: the loop over the checks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from pathlib import Path

from whatworks.check.diagnostics import Diagnostic, Finding, locate
from whatworks.check.rules import CHECKS, WISH_CHECKS, Check
from whatworks.check.rules.collection import Claims, check_collection, check_words, claims
from whatworks.check.rules.explain import explain
from whatworks.check.table import BY_NAME
from whatworks.corpus import WANTED, Corpus, display, read_file
from whatworks.model.decode import decode
from whatworks.model.wanted import Wanted
from whatworks.shares import in_shares
from whatworks.text.frontmatter import Document, Value
from whatworks.text.source import Source


@dataclass(frozen=True, slots=True)
class Checked:
    """A file after the checks; `data`, or `wish` for a wanted outcome, is there only if nothing was an error.

    It can be kept and compared without the document: `claims` is what the collection must know of it.
    """

    path: Path
    diagnostics: tuple[Diagnostic, ...]
    claims: Claims
    data: dict[str, Value] | None
    body: str = ""
    wish: Wanted | None = None

    @property
    def is_wish(self) -> bool:
        """Whether it is a wanted outcome, and not a case."""
        return self.path.parent.name == WANTED

    @property
    def faulty(self) -> bool:
        """Whether it must not be published."""
        return any(one.rule.severity == "error" for one in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Report:
    """All files after the checks, and every diagnostic in order."""

    cases: tuple[Checked, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def errors(self) -> int:
        """How many diagnostics keep a case from being published."""
        return sum(one.rule.severity == "error" for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many ask for a second look."""
        return len(self.diagnostics) - self.errors


def check_document(document: Document, corpus: Corpus, checks: tuple[Check, ...] = CHECKS) -> tuple[Diagnostic, ...]:
    """Run every check over one document. Never raises, whatever the file holds."""
    findings: list[Finding] = list(explain(document))
    if document.readable:
        for check in checks:
            findings.extend(check(document, corpus))
    found = sorted((_located(one, document) for one in findings), key=lambda one: one.order)
    for names, echoed in _LOUD:
        found = _without_echoes(found, names, echoed)
    return tuple(found)


_LOUD: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("curly-quotes", "placeholder", "garbled-text"), ()),
    (("unknown-section",), ("unsafe-link", "bare-link-text")),
)
"""Rules whose fault makes a value or heading look wrong in other ways too, and in which; none named is any."""


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


def check_file(path: Path, corpus: Corpus) -> Checked:
    """Read and check one file, and make its wish if it is one and nothing in it is an error."""
    document = read_file(path)
    wanted = path.parent.name == WANTED
    diagnostics = check_document(document, corpus, WISH_CHECKS if wanted else CHECKS)
    faulty = any(one.rule.severity == "error" for one in diagnostics)
    data = None if faulty or wanted else document.data
    wish = decode(Wanted, document.data) if wanted and not faulty else None
    return Checked(path, diagnostics, claims(document), data, document.body_text, wish)


def check_corpus(corpus: Corpus, jobs: int = 1) -> Report:
    """Check every file of the folder, the words that they use, and what they are together, in so many processes."""
    paths = (*corpus.files, *corpus.wanted)
    return gather(corpus, tuple(in_shares(paths, partial(check_file, corpus=corpus), jobs)))


def gather(corpus: Corpus, cases: tuple[Checked, ...]) -> Report:
    """The report on checked files, with what can only be seen of all of them together."""
    found = [one for case in cases for one in case.diagnostics]
    found += [_located(one, document) for document, one in check_words(corpus.words)]
    together = [
        _located(one, read_file(path) if path.suffix == ".md" else Document(Source(display(path), "")))
        for path, one in check_collection(corpus, [(case.path, case.claims) for case in cases])
    ]
    found += together
    broken = {one.source.path for one in together if one.rule.severity == "error"}
    if broken:
        cases = tuple(replace(one, data=None, wish=None) if display(one.path) in broken else one for one in cases)
    return Report(cases, tuple(sorted(found, key=lambda one: one.order)))


def _located(finding: Finding, document: Document) -> Diagnostic:
    return locate(finding, BY_NAME[finding.rule], document)
