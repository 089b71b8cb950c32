"""Case files to checked cases with cards; what was computed for the same bytes before is taken from what was kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from whatworks.check import Checked, Report, check_file, gather
from whatworks.corpus import Corpus, display, read_file
from whatworks.kept import Kept
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.site.card import Card, make_card
from whatworks.site.collection import Told


@dataclass(frozen=True, slots=True)
class Case:
    """A checked case; `card` is there only if it may be published. `key` stands for the bytes of its file."""

    checked: Checked
    key: str
    card: Card | None

    def tell(self, corpus: Corpus) -> Told:  # noqa: ARG002 - the folder may one day not be the disk
        """The case in full, read again if it was not kept."""
        if self.checked.study is not None:
            return Told(self.checked.study, self.checked.body)
        document = read_file(self.checked.path)
        return Told(decode(Study, document.data), document.body_text)


def read_cases(corpus: Corpus, kept: Kept) -> tuple[tuple[Case, ...], Report]:
    """Every case of the folder, and the report on all of them."""
    cases = tuple(_case(path, corpus, kept) for path in corpus.files)
    wishes = tuple(check_file(path, corpus) for path in corpus.wanted)
    report = gather(corpus, (*(case.checked for case in cases), *wishes))
    errors = {one.source.path for one in report.diagnostics if one.rule.severity == "error"}
    if not errors:
        return cases, report
    # What is wrong only with all of them together, such as an id used twice, keeps a case out too.
    return tuple(replace(case, card=None) if display(case.checked.path) in errors else case for case in cases), report


def _case(path: Path, corpus: Corpus, kept: Kept) -> Case:
    name = display(path)
    key = blake2b(path.read_bytes(), digest_size=16).hexdigest()
    found = kept.get(name, key)
    if isinstance(found, Case):
        return found
    checked = check_file(path, corpus)
    case = Case(checked, key, None if checked.study is None else make_card(checked.study, corpus.words))
    # The study itself is cheap to read again and dear to keep.
    kept.put(name, key, replace(case, checked=replace(checked, study=None, body="")))
    return case
