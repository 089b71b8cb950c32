"""The bank of wanted outcomes: every wish has its page and stands where readers look for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from markup import Markup
from samples import SHELLS, SOURCE, TODAY, collection_of, make_study

from whatworks.corpus import Words
from whatworks.model.decode import decode
from whatworks.model.wanted import Wanted
from whatworks.site.collection import Collection
from whatworks.site.products import outputs

HOSTILE = "</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}[[count]]&lt;"
_BASE: dict[str, Any] = {
    "id": "durham-street-data",
    "title": "Streets are mended before people complain",
    "wanted": "People find their streets in good order.",
    "councils": ["DUR"],
    "said_by": "The council, in a challenge to firms",
    "basis": "asked",
    "said": "2019-01",
    "service_areas": ["highways"],
    "about": ["streets-mended"],
    "who_benefits": ["residents"],
    "today": ["People report the same hole many times."],
    "good": "not-known",
    "help_sought": "Contracts for research.",
    "status": "closed",
    "status_as_of": "2021",
    "submitted_by": "third-party",
    "sources": [SOURCE],
    "published": "2026-11-20",
    "last_reviewed": "2026-11-22",
}


def made(words: Words, **changes: Any) -> dict[str, Markup]:
    """Every page of a collection of one case and one wish, read, by path."""
    wish = decode(Wanted, {name: one for name, one in (_BASE | changes).items() if one is not None})
    collection: Collection = replace(collection_of([make_study()], words), wishes=(wish,))
    return {one.path: Markup(one.make().decode()) for one in outputs(collection, SHELLS) if one.path.endswith(".html")}


WISH = "wanted/durham-street-data/index.html"


def links(page: Markup) -> list[str]:
    """Where the links of a page lead."""
    return [one["href"] for one in page.all("a")]


def test_a_wish_says_what_is_wanted_by_whom_and_when(words: Words) -> None:
    """The page holds the wish, the council, the date of the word, what is not known, and the source."""
    page = made(words)[WISH]
    assert page.one("h1").text == "Streets are mended before people complain"
    for said in ("People find their streets in good order.", "Durham County Council", "Said January 2019", "Not known"):
        assert said in page.text
    assert SOURCE["url"] in links(page)


def test_a_wish_stands_in_the_bank_and_on_the_pages_it_belongs_to(words: Words) -> None:
    """The bank, its outcome, the heading above, its service and its council all lead to it."""
    pages = made(words)
    paths = (
        "wanted",
        "outcomes/streets-mended",
        "outcomes/streets-travel-and-climate",
        "services/highways",
        "councils/dur",
    )
    for path in paths:
        page = pages[f"{path}/index.html"]
        assert any(one.endswith("wanted/durham-street-data/") for one in links(page)), path


def test_a_council_that_only_wants_something_has_a_page(words: Words) -> None:
    """The link from a wish to its council leads somewhere, though no case names it."""
    pages = made(words)
    assert "../../councils/dur/" in links(pages[WISH])
    assert pages["councils/dur/index.html"].one("h1").text == "Durham County Council"


def test_an_answer_links_both_ways(words: Words) -> None:
    """A wish leads to the case that answers it, and the case to the wish."""
    pages = made(words, answers=[{"note": "It was done in Leeds.", "study": "leeds-example", "source": "report"}])
    assert "../../studies/leeds-example/" in links(pages[WISH])
    assert "../../wanted/durham-street-data/" in links(pages["studies/leeds-example/index.html"])


def test_an_unanswered_wish_says_so(words: Words) -> None:
    """Nothing known is said, with a way to tell, and the bank lists it among those without an answer."""
    pages = made(words)
    assert "Nothing is known." in pages[WISH].text
    assert any("template=correction.yml&page=https" in one for one in links(pages[WISH]))
    assert "1 without a known answer" in pages["wanted/index.html"].text


def test_an_inferred_wish_says_so(words: Words) -> None:
    """What nobody asked for in so many words is marked."""
    assert "Inferred." in made(words, basis="inferred")[WISH].text
    assert "Inferred." not in made(words)[WISH].text


@pytest.mark.parametrize("said", ["not-known", "2019", str(TODAY.year)])
def test_the_age_of_a_wish_is_told(words: Words, said: str) -> None:
    """A reader sees how old the word is, or that its date is not known."""
    text = made(words, said=said)["wanted/index.html"].text
    assert {"not-known": "date not known", "2019": "7 years ago", str(TODAY.year): "this year"}[said] in text


def test_hostile_words_stay_words(words: Words) -> None:
    """Whatever stands in the fields of a wish is text, on its page and wherever it is listed."""
    fields = ("title", "wanted", "said_by", "help_sought", "limits")
    changes: dict[str, Any] = {name: f"{HOSTILE} {name}" for name in fields}
    changes |= {name: [f"{HOSTILE} {name}"] for name in ("today", "good", "constraints", "not_wanted")}
    changes["answers"] = [{"note": f"{HOSTILE} note"}]
    pages = made(words, **changes)
    for path, page in pages.items():
        assert not page.all("img"), path
        assert not [one for one in page.elements if any(name.startswith("on") for name in one.attributes)], path
    for name in (*fields, "today", "good", "constraints", "not_wanted", "note"):
        assert f"{HOSTILE} {name}" in pages[WISH].text, name


def test_without_wishes_there_is_no_bank(words: Words) -> None:
    """A collection without wishes has no empty bank."""
    paths = {one.path for one in outputs(collection_of([make_study()], words), SHELLS)}
    assert not [path for path in paths if path.startswith("wanted/")]
