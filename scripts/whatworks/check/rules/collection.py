"""What can only be seen of all files together, and the words that they use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from whatworks.check.diagnostics import Finding
from whatworks.check.rules.fields import check_part
from whatworks.corpus import Corpus, Words, display
from whatworks.model.vocabulary import Vocabulary
from whatworks.text.frontmatter import Document, Value
from whatworks.text.frontmatter import Path as Where
from whatworks.text.source import Span


class Claims(NamedTuple):
    """What a case says that others may say too, or that another case must bear out."""

    id: str
    title: str
    superseded_by: str
    answers: tuple[str, ...] = ()


def claims(document: Document) -> Claims:
    """The claims of a document; what is not a text claims nothing."""
    data = document.data
    answers = data.get("answers")
    named = [one.get("study") if isinstance(one, dict) else "" for one in answers] if isinstance(answers, list) else []
    said = (_text(data.get(name)) for name in ("id", "title", "superseded_by"))
    return Claims(next(said), next(said), next(said), tuple(_text(one) for one in named))


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""


def check_collection(corpus: Corpus, cases: Sequence[tuple[Path, Claims]]) -> Iterator[tuple[Path, Finding]]:
    """Titles and ids are each one's own, a successor exists, and every file is a case study."""
    titles: dict[str, Path] = {}
    ids: dict[str, Path] = {}
    for path, said in cases:
        if said.title and (first := titles.setdefault(said.title.casefold(), path)) != path:
            message = f"the title is also that of {display(first)}"
            yield path, Finding("same-title", ("title",), message, "Say what is different here.")
        if said.id and (first := ids.setdefault(said.id, path)) != path:
            message = f"the id is also that of {display(first)}"
            yield path, Finding("same-id", ("id",), message, "Each case needs an id of its own.")
    known = ids.keys() | {path.stem for path in corpus.files}
    for path, said in cases:
        relatives: list[tuple[Where, str]] = [(("superseded_by",), said.superseded_by)]
        relatives += [(("answers", index, "study"), one) for index, one in enumerate(said.answers)]
        for where, one in relatives:
            if one and one not in known:
                yield path, Finding("missing-relative", where, f"there is no case '{one}'", "Check the id.")
    for path in corpus.strays:
        message = f"'{path.name}' is no case study and will not be published"
        yield path, Finding("stray-file", Span(0, 0), message, "A case study's name ends in .md, in lower case.")


def check_words(words: Words) -> Iterator[tuple[Document, Finding]]:
    """The vocabularies against their declarations, and that no word means two things."""
    for document in words.documents:
        for finding in check_part(Vocabulary, document.data, (), words):
            yield document, finding
        terms = document.data.get("terms")
        for finding in _terms([term for term in terms if isinstance(term, dict)] if isinstance(terms, list) else []):
            yield document, finding


def _terms(terms: list[dict[str, Value]]) -> Iterator[Finding]:
    ids = [term.get("id") for term in terms]
    seen: dict[str, str] = {}
    for index, term in enumerate(terms):
        for name in ("id", "label"):
            if term.get(name) in [one.get(name) for one in terms[:index]]:
                yield Finding(
                    "double-term", ("terms", index, name), f"'{term.get(name)}' stands twice", "Join the two terms."
                )
        for name in ("broader", "replaced_by"):
            if name in term and term[name] not in ids:
                yield Finding(
                    "unknown-broader",
                    ("terms", index, name),
                    f"'{term[name]}' is not in this vocabulary",
                    "Check the id.",
                )
        synonyms = term.get("synonyms")
        for place, word in enumerate(synonyms if isinstance(synonyms, list) else []):
            owner = seen.setdefault(str(word).casefold(), str(term.get("id")))
            if owner != term.get("id"):
                yield Finding(
                    "double-synonym", ("terms", index, "synonyms", place), f"'{word}' is also a synonym of '{owner}'",
                    "Leave it where most people mean it.",
                )  # fmt: skip
