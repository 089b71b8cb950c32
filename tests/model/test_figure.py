"""The grammar of figures: what may be typed, what may not, and that what was typed is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import figures, texts
from whatworks.model.figure import WORDS, Figure, parse_figure


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("0", Figure("0")),
        ("53", Figure("53")),
        ("-53", Figure("-53")),
        ("8.50", Figure("8.50")),
        ("-0.5", Figure("-0.5")),
        ("1300000", Figure("1300000")),
        ("60 to 80", Figure("60", "80")),
        ("-8.5 to -10", Figure("-8.5", "-10")),
        ("-5 to 5", Figure("-5", "5")),
        ("326 of 706", Figure("326", of="706")),
        ("2165 of over 8200", Figure("2165", of="8200", of_word="over")),
        ("at least 9 of 10", Figure("9", word="at least", of="10")),
        ("about 60 to 80 of nearly 100", Figure("60", "80", "about", "100", "nearly")),
        *((f"{word} 104", Figure("104", word=word)) for word in WORDS),
    ],
)
def test_what_the_grammar_takes(typed: str, figure: Figure) -> None:
    """Numbers, ranges, shares and the six words are read part by part."""
    assert parse_figure(typed) == figure


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "many", "1,300", "1.3m", "10k", "53%", "£53", "53 per cent", "+53", "--53", "- 53", "\u221253", "1.",
        ".5", "1.2.3", "007", "1e6", "0x1f", " 53", "53 ", "53\n", "60-80", "60 \u2013 80", "60 to", "to 80",
        "60 to 80 to 100", "60  to 80", "of 706",
        "326 of", "326/706", "326 of 706 of 800", "Over 5", "roughly 5", "over", "over over 5",
        "about60", "up  to 5", "upto 5", "60 to over 80", "1\u0663", "\uff15", "²", "nan", "inf", "9" * 61,
    ],
)  # fmt: skip
def test_what_the_grammar_refuses(typed: str) -> None:
    """Signs, commas, letters, other digits and loose spaces are no figure, so that nothing is guessed."""
    assert parse_figure(typed) is None


@given(figures)
def test_a_figure_is_written_as_it_was_typed(typed: str) -> None:
    """Reading and writing gives every character back; no zero and no sign is lost."""
    figure = parse_figure(typed)
    assert figure is not None
    assert str(figure) == typed
    assert parse_figure(str(figure)) == figure


@given(st.one_of(texts, st.text(alphabet="0123456789-. tofupver", max_size=14)))
def test_any_text_is_a_figure_that_stays_or_none(typed: str) -> None:
    """Whatever stands there, the answer is a figure that spells the same text, or nothing."""
    figure = parse_figure(typed)
    assert figure is None or str(figure) == typed


@pytest.mark.parametrize(
    ("typed", "top"),
    [("53", 53), ("-53", 53), ("60 to 80", 80), ("-8.5 to -10", 10), ("-5 to 3", 5), ("up to 125000", 125_000),
     ("326 of 706", 326)],
)  # fmt: skip
def test_the_largest_amount_has_no_sign(typed: str, top: float) -> None:
    """What is compared is how much a figure speaks of, at most."""
    figure = parse_figure(typed)
    assert figure is not None
    assert figure.top == top
