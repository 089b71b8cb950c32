"""Files in, a report out: every file by itself, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from whatworks.check.diagnostics import Diagnostic
from whatworks.check.document import check_document, every_fault, located, shortened
from whatworks.check.fix import promised
from whatworks.check.rules import CHECKS, WISH_CHECKS
from whatworks.check.rules.collection import Claims, check_collection, check_words, claims
from whatworks.corpus import WANTED, Corpus, display, read_file
from whatworks.model.decode import decode
from whatworks.model.wanted import Wanted
from whatworks.shares import in_shares
from whatworks.text.frontmatter import Document, Value
from whatworks.text.source import Source

__all__ = ["Checked", "Report", "check_corpus", "check_document", "check_file", "gather"]


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


def check_file(path: Path, corpus: Corpus) -> Checked:
    """Read and check one file, and make its wish if it is one and nothing in it is an error."""
    document = read_file(path)
    wanted = path.parent.name == WANTED
    found = every_fault(document, corpus, WISH_CHECKS if wanted else CHECKS)
    diagnostics = shortened(promised(document, found, corpus))
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
    found += [located(one, document) for document, one in check_words(corpus.words)]
    together = [
        located(one, read_file(path) if path.suffix == ".md" else Document(Source(display(path), "")))
        for path, one in check_collection(corpus, [(case.path, case.claims) for case in cases])
    ]
    found += together
    broken = {one.source.path for one in together if one.rule.severity == "error"}
    if broken:
        cases = tuple(replace(one, data=None, wish=None) if display(one.path) in broken else one for one in cases)
    return Report(cases, tuple(sorted(found, key=lambda one: one.order)))
