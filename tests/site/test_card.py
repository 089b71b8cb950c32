"""Cards: what a case yields for lists, facets and feeds."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
import yaml
from markup import Markup, fragment
from samples import BODY, TODAY, make_study, plain, result

from whatworks.check import check_document
from whatworks.corpus import Corpus, Words
from whatworks.site.card import Card, figure_class, make_card, period
from whatworks.site.marks import SHAPES, WORDS
from whatworks.text.frontmatter import read


def row(card: Card, words: Words, outcome: str = "") -> Markup:
    """The card's row, read."""
    return fragment(card.row(words, outcome))


def test_a_row_shows_the_figure_the_place_the_service_and_how_sure_it_is(words: Words) -> None:
    """One row answers what changed, where, when, how well it is known and what it cost."""
    shown = row(make_card(make_study(), words), words)
    assert shown.one("p", "fig").text == "400 → 310 calls a month"
    assert shown.one("h3").text == "People hear back about the faults they report"
    assert [one.text for one in shown.all("li")][1:] == [
        "Leeds", "Roads, lighting and drains", "2024", "Improved", "Measured 3 of 5", "Cost not published",
    ]  # fmt: skip


def test_a_row_without_a_figure_shows_the_direction_in_words(words: Words) -> None:
    """Where no figure is known the word and shape of the direction take its place."""
    bare = result(baseline=None, result=None, unit=None, measure=None, direction="worsened", comparison=None)
    shown = row(make_card(make_study(outcomes=[bare]), words), words)
    assert shown.one("p", "fig-word").text == "Worse"
    assert "dir-worsened" in shown.one("p", "fig-word")["class"]


def test_a_case_of_unknown_outcomes_has_a_row_all_the_same(words: Words) -> None:
    """Nothing known is a state of its own, with level 0."""
    card = make_card(make_study(outcomes="not-known"), words)
    assert (card.level, card.state) == (0, "none")
    assert row(card, words).one("p", "fig-word").text == "Nothing known"


def test_a_row_on_an_outcome_page_shows_the_rating_of_that_outcome(words: Words) -> None:
    """A case may do well on one outcome and badly on another; each page shows its own."""
    entries = [result(), result(outcome="staff-time", direction="worsened", attested_by="supplier")]
    card = make_card(make_study(outcomes=entries), words)
    assert "Improved" in row(card, words, "streets-mended").text
    shown = row(card, words, "staff-time").text
    assert "Worse" in shown
    assert "Claimed 1 of 5" in shown


def test_a_heading_has_the_best_rating_of_the_outcomes_below_it(words: Words) -> None:
    """A theme shows the best that is known of its outcomes."""
    entries = [result(attested_by="supplier"), result(outcome="clean-streets")]
    card = make_card(make_study(outcomes=entries), words)
    assert [card.levels[one][0] for one in ("streets-mended", "clean-streets", "streets-travel-and-climate")] == [
        1,
        3,
        3,
    ]


@pytest.mark.parametrize(
    ("changes", "cost"),
    [
        ({"kind": "price", "amount": "9999"}, "Under £10,000"),
        ({"kind": "price", "amount": "up to 125000"}, "£100,000 to £250,000"),
        ({"kind": "grant", "amount": "9999"}, "Cost not published"),
    ],
)
def test_the_cost_band_is_that_of_the_price(words: Words, changes: dict[str, str], cost: str) -> None:
    """A grant is not what the partnership cost, so it gives no band."""
    costs = [{"covers": "The work", "source": "report", **changes}]
    assert make_card(make_study(costs=costs), words).cost == cost


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({"started": "2014", "ended": "2016-03"}, "2014 to 2016"),
        ({"started": "2014-01", "ended": "2014-12"}, "2014"),
        ({"started": "not-known", "ended": "2016"}, "until 2016"),
        ({"started": "2014", "stage": "in-use", "ended": None}, "2014"),
        ({"started": "not-known", "ended": "not-known"}, ""),
    ],
)
def test_the_years_of_the_work_are_told_in_few_words(changes: dict[str, Any], written: str) -> None:
    """One year, a span, or as much as is known."""
    assert period(make_study(**changes)) == written


def test_many_councils_are_cut_short(words: Words) -> None:
    """A row names three councils and counts the rest."""
    card = make_card(make_study(councils=["LDS", "BRD", "KIR", "WKF", "CLD"]), words)
    assert "Leeds, Bradford, Kirklees and 2 more" in row(card, words).text


def test_long_figures_are_set_smaller() -> None:
    """The column is narrow; the class of a figure grows with its length."""
    classes = [figure_class(amount) for amount in ("\u221253", "31 → 86", "£1.3 million to £1.4 million")]
    assert classes == ["fig", "fig fig-m", "fig fig-l"]


def test_hostile_words_stay_words_in_a_row(words: Words) -> None:
    """Whatever stands in a title or summary is text in the row."""
    hostile = """<script>alert(1)</script>"'{{ 7*7 }}&amp;"""
    shown = row(make_card(make_study(title=hostile, summary=hostile), words), words)
    assert not shown.all("script")
    assert shown.one("h3").text == hostile


@pytest.mark.parametrize("sign", ["\\0", "\\x00", "\\x01", "\\u0001", "\x00", "\x01"], ids=ascii)
def test_our_own_marks_cannot_come_from_a_contributor(words: Words, sign: str) -> None:
    """The signs that stand for links and side notes in kept rows are refused in a case, typed or as an escape."""
    title = "title: People hear back about the faults they report"
    text = f"---\n{yaml.safe_dump(plain())}---\n{BODY}"
    assert title in text
    corpus = Corpus(Path("case_studies"), words, TODAY)
    documents = [
        read("leeds-example.md", one.encode()) for one in (text, text.replace(title, f'title: "One {sign} two"'))
    ]
    assert not check_document(documents[0], corpus)
    assert {one.rule.name for one in check_document(documents[1], corpus)} & {"control-character", "hidden-character"}


def test_a_card_can_be_kept(words: Words) -> None:
    """A card is the same after it was stored and read."""
    card = make_card(make_study(), words)
    again = pickle.loads(pickle.dumps(card))  # noqa: S301 - our own bytes
    assert again == card
    assert again.row(words) == card.row(words)


def test_every_state_has_a_word_and_a_shape() -> None:
    """No state is told by colour alone."""
    assert set(WORDS) == set(SHAPES)
    assert all(WORDS.values())
