"""Postings that are brought up to date are those that would be made from nothing."""

from __future__ import annotations

from random import Random

import pytest

from search_made import Texts, content_of, real_texts
from whatworks.search.index import index_files
from whatworks.search.postings import Postings, renew

Named = list[tuple[str, int]]
"""Ids of documents with the number of the text that each has now."""


def _renewed(old: Postings | None, named: Named, counted: list[int] | None = None) -> Postings:
    texts = real_texts()

    def text(number: int) -> Texts:
        if counted is not None:
            counted.append(number)
        return texts[named[number][1]]

    return renew(old, [(one, str(version)) for one, version in named], text)


def _files(postings: Postings, named: Named) -> dict[str, bytes]:
    """What is made of postings: the numbers of words and terms come and go with their history, and this does not."""
    texts = real_texts()
    return dict(index_files(content_of(postings, [texts[version] for _, version in named])))


def test_any_change_gives_what_a_new_start_gives() -> None:
    """Documents edited, put in, taken out and moved, again and again."""
    rng = Random(5)  # noqa: S311 - no secret
    named: Named = [(f"case-{number}", number) for number in range(30)]
    postings = _renewed(None, named)
    for step in range(25):
        change = rng.choice(("edit", "edit", "add", "drop", "move"))
        if change == "edit":
            at = rng.randrange(len(named))
            named[at] = (named[at][0], rng.randrange(100))
        elif change == "add":
            named.insert(rng.randint(0, len(named)), (f"new-{step}", rng.randrange(100)))
        elif change == "drop":
            named.pop(rng.randrange(len(named)))
        else:
            rng.shuffle(named)
        postings = _renewed(postings, named)
        assert _files(postings, named) == _files(_renewed(None, named), named), (step, change)


def test_only_what_changed_is_counted() -> None:
    """An edit costs one document."""
    named: Named = [(f"case-{number}", number) for number in range(20)]
    postings = _renewed(None, named)
    counted: list[int] = []
    _renewed(postings, [*named[:7], ("case-7", 50), *named[8:]], counted)
    assert counted == [7]


def test_nothing_of_another_collection_stays() -> None:
    """Not even when no document is the same, or none is left."""
    postings = _renewed(None, [(f"case-{number}", number) for number in range(10)])
    named: Named = [(f"other-{number}", number + 20) for number in range(10)]
    assert _files(_renewed(postings, named), named) == _files(_renewed(None, named), named)
    assert _files(_renewed(postings, []), []) == _files(_renewed(None, []), [])


def test_batches_leave_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are counted some at a time."""
    named: Named = [(f"case-{number}", number) for number in range(20)]
    whole = _files(_renewed(None, named), named)
    monkeypatch.setattr("whatworks.search.postings._BATCH", 3)
    assert _files(_renewed(None, named), named) == whole
