"""Postings that are brought up to date are those that would be made from nothing."""

from __future__ import annotations

from random import Random

from search_made import Texts, real_texts
from whatworks.search.counted import Lexicon, count
from whatworks.search.postings import Postings, renew

Named = list[tuple[str, int]]
"""Ids of documents with the number of the text that each has now."""


def _renewed(old: Postings | None, named: Named, counted: list[int] | None = None) -> Postings:
    texts, lexicon = real_texts(), Lexicon()

    def text(number: int) -> Texts:
        if counted is not None:
            counted.append(number)
        return texts[named[number][1]]

    wanted = [(one, str(version)) for one, version in named]
    return renew(old, wanted, lambda number: count(text(number), lexicon))


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
        assert postings == _renewed(None, named), (step, change)


def test_only_what_changed_is_counted() -> None:
    """An edit costs one document."""
    named: Named = [(f"case-{number}", number) for number in range(20)]
    postings = _renewed(None, named)
    counted: list[int] = []
    _renewed(postings, [*named[:7], ("case-7", 50), *named[8:]], counted)
    assert counted == [7]


def test_when_most_is_new_all_is_made_anew() -> None:
    """Nothing of another collection stays."""
    postings = _renewed(None, [(f"case-{number}", number) for number in range(10)])
    named: Named = [(f"other-{number}", number + 20) for number in range(10)]
    assert _renewed(postings, named) == _renewed(None, named)
