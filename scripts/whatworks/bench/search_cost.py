"""What indexing costs, beside Pagefind on the pages of the same cases: processor seconds, and bytes.

`python -m whatworks.bench.search_cost CONTENT SITE`: a folder of cases and the site built from it.
"""

from __future__ import annotations

import datetime
import gc
import resource
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from whatworks.bench.pagefind import index_pages, write_pages
from whatworks.corpus import open_corpus, read_file
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.search.codec import packed
from whatworks.search.counted import Lexicon, count
from whatworks.search.fields import study_texts
from whatworks.search.index import Content, index_files
from whatworks.search.postings import renew

_PAGES = Path(".cache/pagefind-cost")


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds, and bytes of what was made."""

    seconds: float
    size: int


def our_cost(content: Path) -> tuple[Cost, list[str]]:
    """Count, merge, cut and compress; reading the files is not in it. Also the ids of the cases."""
    corpus = open_corpus(content, datetime.date(2026, 11, 24))
    documents = [read_file(path) for path in corpus.files]
    studies = [(decode(Study, one.data), one.body_text) for one in documents]
    gc.disable()  # as the build does
    started, lexicon = time.process_time(), Lexicon()
    postings = renew(
        None,
        [(study.id, "") for study, _ in studies],
        lambda number: count(study_texts(*studies[number], corpus.words), lexicon),
    )
    ids = [study.id for study, _ in studies]
    made = Content(postings, (len(ids), 0, 0), ids, [study.title for study, _ in studies], (), {}, ())
    size = sum(len(packed(raw)) for _, raw in index_files(made, lexicon))
    gc.enable()
    return Cost(time.process_time() - started, size), ids


def pagefind_cost(site: Path, ids: list[str]) -> Cost:
    """Pagefind's indexing of the pages of these cases."""
    write_pages(site, ids, _PAGES)
    before = _spent()
    index_pages(_PAGES)
    size = sum(path.stat().st_size for path in (_PAGES / "pagefind").rglob("*") if path.is_file())
    return Cost(_spent() - before, size)


def report(content: Path, site: Path) -> str:
    """Both costs in words."""
    ours, ids = our_cost(content)
    lines = [f"{len(ids):,} cases", f"ours: {ours.seconds:.1f} s, {ours.size / 1e6:.1f} MB"]
    if find_spec("pagefind") is None:
        return "\n".join([*lines, "Pagefind is not installed: make relevance installs it"])
    other = pagefind_cost(site, ids)
    lines.append(f"Pagefind: {other.seconds:.1f} s, {other.size / 1e6:.1f} MB")
    return "\n".join([*lines, f"ours costs {ours.seconds / other.seconds:.2f} of it"])


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.stdout.write(f"{report(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
