"""Vocabularies: which words a case may use, and what is found by what people say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatworks.corpus import Words
from whatworks.model.decode import decode
from whatworks.model.spec import specs
from whatworks.model.study import Study
from whatworks.model.vocabulary import Vocabulary
from whatworks.model.wanted import Wanted


def term(term_id: str, **more: Any) -> dict[str, Any]:
    """A term as a vocabulary file has it."""
    return {"id": term_id, "label": term_id.replace("-", " ").capitalize(), "definition": "What it means."} | more


def vocabulary(*terms: dict[str, Any]) -> Vocabulary:
    """A vocabulary of these terms."""
    return decode(Vocabulary, {"id": "places", "label": "Places", "definition": "Where.", "terms": list(terms)})


PLACES = vocabulary(
    term("streets"),
    term("roads", broader="streets", synonyms=["Highways", "carriageways"]),
    term("pavements", broader="streets", synonyms=["footways", "highways"]),
    term("parks", synonyms=["green spaces"]),
    term("commons", replaced_by="parks"),
)


def test_headings_and_retired_terms_are_not_used() -> None:
    """A case may use what has nothing under it and has not been replaced."""
    assert PLACES.usable == {"roads", "pavements", "parks"}


def test_a_heading_knows_its_terms() -> None:
    """The terms under a heading stand in the order of the file; what has no heading stands under none."""
    assert {heading: [one.id for one in terms] for heading, terms in PLACES.narrower.items()} == {
        "streets": ["roads", "pavements"]
    }


def test_labels() -> None:
    """A term is shown by its label; a word that is none of the list stays as it is."""
    assert (PLACES.label_of("green-spaces"), PLACES.label_of("parks")) == ("green-spaces", "Parks")


@pytest.mark.parametrize(
    ("word", "found"),
    [("roads", "roads"), ("Roads".casefold(), "roads"), ("highways", "roads"), ("carriageways", "roads"),
     ("footways", "pavements"), ("green spaces", "parks"), ("bridges", None)],
)  # fmt: skip
def test_words_that_people_say(word: str, found: str | None) -> None:
    """Ids, labels and synonyms are found in lower case; a word of two terms belongs to the first."""
    assert PLACES.by_word.get(word) == found


def test_terms_keep_their_order() -> None:
    """The order of the file is the order in which readers see them."""
    assert [one.id for one in PLACES] == list(PLACES.by_id) == ["streets", "roads", "pavements", "parks", "commons"]


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=4, unique=True), st.data())
def test_usable_terms_are_those_with_nothing_under_them(ids: list[str], data: st.DataObject) -> None:
    """Whatever stands under whatever, no term is a heading and usable at once, and every other one is usable."""
    above = [data.draw(st.sampled_from(["", *ids])) for _ in ids]
    made = vocabulary(*(term(one, broader=heading) for one, heading in zip(ids, above, strict=True)))
    assert made.usable == set(ids) - set(above)
    assert set(made.narrower) == {heading for heading in above if heading}


def test_every_field_of_a_case_finds_its_list(words: Words) -> None:
    """Each list that a declaration names exists and has words to choose from, and the example is one of them."""
    asked = [
        (spec, inner)
        for whole in (Study, Wanted)
        for spec in specs(whole).values()
        for inner in (spec, *(specs(spec.part).values() if spec.part else ()))
        if inner.vocabulary
    ]
    assert len(asked) > 20
    for _, inner in asked:
        usable = words[inner.vocabulary].usable
        assert inner.example in usable, (inner.name, inner.example)
        assert not inner.default or inner.default in usable


def test_no_word_of_the_real_lists_means_two_things(words: Words) -> None:
    """A label or synonym leads to one term of its list."""
    for name, real in words.vocabularies.items():
        said = [(word.casefold(), one.id) for one in real for word in {*one.synonyms, one.label}]
        assert {word for word, owner in said if real.by_word[word] != owner} == set(), name
