"""Ways to search the same cases: ours, and those that it is measured against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from whatworks.bench.judged import Search
from whatworks.search.answer import answer
from whatworks.search.reader import Reader

Texts = Mapping[str, Sequence[str]]
_RRF = 60  # the usual constant of reciprocal rank fusion


def ours(reader: Reader) -> Search:
    """The search of the site, from its blocks."""
    ids = [reader.card(number)["id"] for number in range(reader.root.kinds[0])]
    return lambda query: [ids[number] for number, _ in answer(reader, query).cases]


def lunr_defaults(documents: Mapping[str, Texts]) -> Search:
    """lunr.py as it comes, on the same fields: its tokens, its stemmer, no weights, no synonyms."""
    from lunr import lunr

    fields = list(next(iter(documents.values())))
    rows = [{"id": one, **{name: " ".join(texts[name]) for name in fields}} for one, texts in documents.items()]
    index = lunr(ref="id", fields=fields, documents=rows)

    def search(query: str) -> list[str]:
        plain = "".join(sign if sign.isalnum() else " " for sign in query)  # its signs would be read as commands
        return [found["ref"] for found in index.search(plain)]

    return search


def bm25(documents: Mapping[str, str]) -> Search:
    """BM25 by bm25s, with its own tokens and English stop words."""
    import bm25s

    ids = list(documents)
    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(documents.values()), stopwords="en", show_progress=False), show_progress=False)

    def search(query: str) -> list[str]:
        terms = bm25s.tokenize([query], stopwords="en", show_progress=False, return_ids=False)[0]
        scores = index.get_scores(terms) if terms else [0.0] * len(ids)
        order = sorted(range(len(ids)), key=lambda number: (-scores[number], ids[number]))
        return [ids[number] for number in order if scores[number] > 0]

    return search


def embeddings(documents: Mapping[str, str]) -> Search:
    """Nearness of sentence embeddings; everything is near to some degree, so no query is without an answer."""
    import numpy as np

    from whatworks.bench.minilm import MiniLM

    model, ids = MiniLM(), list(documents)
    vectors: Any = np.array([model.encode(text) for text in documents.values()])
    return lambda query: [ids[number] for number in np.argsort(-(vectors @ model.encode(query)), kind="stable")]


def fused(one: Search, other: Search) -> Search:
    """Two rankings made one by reciprocal rank fusion."""

    def search(query: str) -> list[str]:
        scores: dict[str, float] = {}
        for found in (one(query), other(query)):
            for place, case in enumerate(found, 1):
                scores[case] = scores.get(case, 0.0) + 1 / (_RRF + place)
        return sorted(scores, key=lambda case: (-scores[case], case))

    return search


def whole(texts: Texts, fields: Sequence[str] = ()) -> str:
    """All texts of a case in one, or those of some fields."""
    return " . ".join(piece for name in fields or texts for piece in texts[name])


def page_text(folder: Path, study_id: str) -> str:
    """The page of a case as it was built."""
    return (folder / "studies" / study_id / "index.html").read_text(encoding="utf-8")
