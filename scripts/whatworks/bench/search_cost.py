"""What indexing costs: ours, Pagefind's on the pages of the same cases, and lunr's as one file."""

from __future__ import annotations

import datetime
import gc
import json
import resource
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whatworks.bench.pagefind import index_pages
from whatworks.corpus import Corpus, open_corpus, read_file
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.search.codec import packed
from whatworks.search.fields import FIELDS, study_texts
from whatworks.search.index import Content, index_files
from whatworks.search.postings import renew
from whatworks.shares import cores, in_shares

_TURNS = 3
Case = tuple[Study, str]
"""A case and its text."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock on the wall, processor seconds of all cores, and compressed bytes of what was made."""

    seconds: float
    cpu: float
    size: int


def in_turns(*costs: Callable[[], Cost]) -> list[Cost]:
    """What each costs, measured several times in turns so that a slow minute meets all; of each the median."""
    found = [[cost() for cost in costs] for _ in range(_TURNS)]
    return [sorted(of_one, key=lambda cost: cost.seconds)[_TURNS // 2] for of_one in zip(*found, strict=True)]


def read_all(content: Path) -> tuple[Corpus, list[Case]]:
    """All cases of a folder; reading them is not a part of indexing."""
    corpus = open_corpus(content, datetime.date(2026, 11, 24))
    documents = [read_file(path) for path in corpus.files]
    return corpus, [(decode(Study, one.data), one.body_text) for one in documents]


def our_cost(corpus: Corpus, cases: Sequence[Case]) -> Cost:
    """Count, merge, cut and compress."""

    def index() -> int:
        named = [(study.id, "") for study, _ in cases]
        postings = renew(None, named, lambda number: study_texts(*cases[number], corpus.words))
        ids = [study.id for study, _ in cases]
        made = Content(postings, (len(ids), 0, 0), ids, [study.title for study, _ in cases], (), {}, ())
        sizes = in_shares([raw for _, raw in index_files(made)], lambda raw: len(packed(raw)), cores())
        return sum(sizes)

    gc.disable()  # as the build does
    try:
        return _timed(index)
    finally:
        gc.enable()


def pagefind_cost(pages: Path) -> Cost:
    """Pagefind's indexing of pages, from nothing: over what it wrote before it has less to do."""
    shutil.rmtree(pages / "pagefind", ignore_errors=True)

    def index() -> int:
        index_pages(pages)
        return sum(path.stat().st_size for path in (pages / "pagefind").rglob("*") if path.is_file())

    return _timed(index)


def lunr_cost(corpus: Corpus, cases: Sequence[Case]) -> tuple[Cost, bytes]:
    """lunr.py's indexing of the same fields into one file, and that file."""
    from lunr import lunr

    made = b""

    def index() -> int:
        nonlocal made
        rows = [_row(study, study_texts(study, body, corpus.words)) for study, body in cases]
        whole = lunr(ref="id", fields=[field.name for field in FIELDS], documents=rows)
        made = json.dumps(whole.serialize(), separators=(",", ":")).encode()
        return len(packed(made))

    return _timed(index), made


def _row(study: Study, texts: dict[str, list[str]]) -> dict[str, Any]:
    return {"id": study.id, **{field.name: " ".join(texts.get(field.name, ())) for field in FIELDS}}


def _timed(index: Callable[[], int]) -> Cost:
    started, before = time.perf_counter(), _spent()
    size = index()
    return Cost(time.perf_counter() - started, _spent() - before, size)


def _spent() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
