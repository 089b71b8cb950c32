"""What can only be seen of all files together, and the words that they use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whatworks.check.diagnostics import Finding
from whatworks.check.rules.fields import check_part
from whatworks.corpus import Corpus, Words
from whatworks.model.vocabulary import Vocabulary
from whatworks.text.frontmatter import Document, Value

if TYPE_CHECKING:
    from whatworks.check import Checked


def check_collection(corpus: Corpus, cases: Sequence[Checked]) -> Iterator[tuple[Document, Finding]]:  # noqa: ARG001
    """Titles and ids are each one's own, and a successor exists."""
    titles: dict[str, Document] = {}
    ids: dict[str, Document] = {}
    for case in cases:
        data = case.document.data
        title, case_id = data.get("title"), data.get("id")
        if isinstance(title, str) and title:
            first = titles.setdefault(title.casefold(), case.document)
            if first is not case.document:
                yield (
                    case.document,
                    Finding(
                        "same-title",
                        ("title",),
                        f"the title is also that of {first.source.path}",
                        "Say what is different here.",
                    ),
                )
        if isinstance(case_id, str) and case_id:
            first = ids.setdefault(case_id, case.document)
            if first is not case.document:
                yield (
                    case.document,
                    Finding(
                        "same-id",
                        ("id",),
                        f"the id is also that of {first.source.path}",
                        "Each case needs an id of its own.",
                    ),
                )
    for case in cases:
        successor = case.document.data.get("superseded_by")
        if isinstance(successor, str) and successor and successor not in ids:
            yield (
                case.document,
                Finding("missing-relative", ("superseded_by",), f"there is no case '{successor}'", "Check the id."),
            )


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
        if ids.index(term.get("id")) < index:
            yield Finding(
                "double-term", ("terms", index, "id"), f"'{term.get('id')}' stands twice", "Join the two terms."
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
