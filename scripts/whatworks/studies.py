"""Case files to checked cases with cards; what was computed for the same bytes before is taken from what was kept."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path

from whatworks.check import Checked, Report, check_file, gather
from whatworks.corpus import Corpus, display, read_file, read_raw
from whatworks.kept import Kept
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.shares import in_shares
from whatworks.site.card import Card, make_card
from whatworks.site.collection import Told


@dataclass(frozen=True, slots=True)
class Case:
    """A checked case; `card` is there only if it may be published. `key` stands for the bytes of its file."""

    checked: Checked
    key: str
    card: Card | None
    packed: bytes = b""
    """The plain values and the text of a case that was read in this run: few bytes that travel well."""

    def tell(self) -> Told:
        """The case in full; read again if it was not read in this run."""
        if self.packed:
            data, body = pickle.loads(self.packed)  # noqa: S301 - our own bytes
            return Told(decode(Study, data), body)
        document = read_file(self.checked.path)
        return Told(decode(Study, document.data), document.body_text)


def read_cases(corpus: Corpus, kept: Kept, jobs: int = 1) -> tuple[tuple[Case, ...], Report]:
    """Every case of the folder, and the report on all of them; new ones are read in so many processes."""
    known = {path: _kept(path, kept) for path in corpus.files}
    new = [path for path, case in known.items() if case is None]
    made = dict(zip(new, in_shares(new, partial(_case, corpus=corpus), jobs), strict=True))
    for path, case in made.items():
        # What only its own page is made of is cheap to read again and dear to keep.
        kept.put(display(path), case.key, replace(case, packed=b""))
    cases = tuple(case or made[path] for path, case in known.items())
    wishes = tuple(check_file(path, corpus) for path in corpus.wanted)
    report = gather(corpus, (*(case.checked for case in cases), *wishes))
    errors = {one.source.path for one in report.diagnostics if one.rule.severity == "error"}
    if not errors:
        return cases, report
    # What is wrong only with all of them together, such as an id used twice, keeps a case out too.
    return tuple(replace(case, card=None) if display(case.checked.path) in errors else case for case in cases), report


def _kept(path: Path, kept: Kept) -> Case | None:
    found = kept.get(display(path), _key(path))
    return found if isinstance(found, Case) else None


def _key(path: Path) -> str:
    raw = read_raw(path)
    return blake2b(raw if isinstance(raw, bytes) else repr(raw).encode(), digest_size=16).hexdigest()


def _case(path: Path, corpus: Corpus) -> Case:
    checked = check_file(path, corpus)
    bare = replace(checked, data=None, body="")
    if checked.data is None:
        return Case(bare, _key(path), None)
    card = make_card(decode(Study, checked.data), corpus.words)
    return Case(bare, _key(path), card, pickle.dumps((checked.data, checked.body), protocol=5))
