"""Search files made in memory, of texts or of the real cases, and a reader of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from functools import cache

from whatworks.corpus import builtin_vocabulary, open_corpus, read_file
from whatworks.model.decode import decode
from whatworks.model.study import Study
from whatworks.search.codec import packed
from whatworks.search.counted import Texts
from whatworks.search.everyday import Everyday
from whatworks.search.expand import Concept
from whatworks.search.facets import Facet, Option
from whatworks.search.fields import BY_LABEL, EXPANDED, everyday_words, study_texts
from whatworks.search.index import Content, cards_folder, index_files
from whatworks.search.postings import Postings, renew
from whatworks.search.reader import Reader
from whatworks.search.root import card_path

CONCEPTS = (
    Concept("services", "waste", "Waste and recycling", ("bins", "refuse", "rubbish collection")),
    Concept("outcomes", "warm-homes", "Homes are warm", ("fuel poverty", "heating"), "homes"),
    Concept("outcomes", "ends-meet", "People make ends meet", ("poverty", "hardship"), "homes"),
    Concept("outcomes", "homes", "Homes and money"),
)
EVERYDAY = (Everyday(("mildew", "black spots"), ("damp",)), Everyday(("trash",), ("waste", "bins")))
LEVELS = Facet("evidence", tuple(Option(one, one.title()) for one in ("low", "middle", "high")), ())


def content_of(
    postings: Postings,
    documents: Sequence[Texts],
    concepts: Sequence[Concept] = CONCEPTS,
    everyday: Sequence[Everyday] = EVERYDAY,
) -> Content:
    """Documents that are all cases; every third has the lowest level of evidence, and so on."""
    levels = Facet(LEVELS.id, LEVELS.options, [(number % 3,) for number in range(len(documents))])
    return Content(
        postings=postings,
        kinds=(len(documents), 0, 0),
        ids=_ids(documents),
        titles=[" ".join(texts.get("title", ())) for texts in documents],
        facets=[levels],
        labels={LEVELS.id: "Evidence"},
        concepts=concepts,
        everyday=everyday,
    )


def files(
    documents: Sequence[Texts], concepts: Sequence[Concept] = CONCEPTS, everyday: Sequence[Everyday] = EVERYDAY
) -> dict[str, bytes]:
    """The search files of documents."""
    ids = _ids(documents)
    content = content_of(renew(None, [(one, one) for one in ids], documents.__getitem__), documents, concepts, everyday)
    found = {path: packed(raw) for path, raw in index_files(content)}
    for number, title in enumerate(content.titles):
        summary = " ".join(documents[number].get("summary", ()))
        card = {"id": ids[number], "title": title, "summary": summary, "terms": ["services:waste"]}
        found[card_path(cards_folder(ids), number)] = json.dumps(card).encode()
    return found


def _ids(documents: Sequence[Texts]) -> list[str]:
    return [f"case-{number}" for number in range(len(documents))]


def reader(documents: Sequence[Texts], concepts: Sequence[Concept] = CONCEPTS) -> Reader:
    """A reader of the search files of documents."""
    return Reader(files(documents, concepts).__getitem__)


@cache
def real_texts() -> tuple[dict[str, list[str]], ...]:
    """The texts of the real cases."""
    corpus = open_corpus(builtin_vocabulary().parent, datetime.date(2026, 11, 24))
    documents = [read_file(path) for path in corpus.files]
    return tuple(study_texts(decode(Study, one.data), one.body_text, corpus.words) for one in documents)


@cache
def real_concepts() -> tuple[Concept, ...]:
    """The terms of the real vocabularies."""
    corpus = open_corpus(builtin_vocabulary().parent, datetime.date(2026, 11, 24))
    return tuple(
        Concept(vocabulary, term.id, term.label, term.synonyms, term.broader, vocabulary in BY_LABEL)
        for vocabulary in EXPANDED
        for term in corpus.words[vocabulary]
    )


@cache
def real_everyday() -> tuple[Everyday, ...]:
    """The everyday words of the real vocabulary."""
    corpus = open_corpus(builtin_vocabulary().parent, datetime.date(2026, 11, 24))
    return tuple(everyday_words(corpus.words))
