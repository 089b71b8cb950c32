"""What somebody types is read, whatever it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatworks.search.query import Item, read_query


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("damp homes", [Item(("damp",)), Item(("homes",))]),
        ('"damp homes"', [Item(("damp", "homes"), presence=1, phrase=True)]),
        ("\u201cdamp homes\u201d", [Item(("damp", "homes"), presence=1, phrase=True)]),
        ('"damp homes', [Item(("damp", "homes"), presence=1, phrase=True)]),
        ('"damp"', [Item(("damp",), presence=1)]),
        ("-damp", [Item(("damp",), presence=-1)]),
        ("+damp", [Item(("damp",), presence=1)]),
        ('-"damp homes"', [Item(("damp", "homes"), presence=-1, phrase=True)]),
        ("-low-code", [Item(("low", "code"), presence=-1, phrase=True)]),
        ("low-code", [Item(("low",)), Item(("code",))]),
        ("title:damp", [Item(("damp",), field=0)]),
        ("council:Leeds", [Item(("leeds",), field=3)]),
        ("service:waste", [Item(("waste",), field=2)]),
        ('title:"damp homes"', [Item(("damp", "homes"), field=0, presence=1, phrase=True)]),
        ("cost: high", [Item(("cost",)), Item(("high",))]),
        ("cost:high", [Item(("cost",)), Item(("high",))]),
        ("title:", [Item(("title",))]),
        ("10:30", [Item(("10",)), Item(("30",))]),
        ("plan*", [Item(("plan",), prefix=True)]),
        ("pl*", [Item(("pl",))]),
        ("-", []),
        ('"', []),
        ("", []),
        ("* + - : \"\"", []),
    ],
)  # fmt: skip
def test_forms(typed: str, items: list[Item]) -> None:
    """Words, phrases, signs and fields; what is none of them is words."""
    assert [replace(one, last=False) for one in read_query(typed)] == items


def test_the_last_word_may_go_on() -> None:
    """From three letters on, and not after a space, in quotes or behind a minus sign; while typing it does."""
    assert read_query("damp hom", typing=True)[-1] == Item(("hom",), prefix=True, last=True)
    assert read_query("damp hom") == (Item(("damp",)), Item(("hom",), last=True))
    for typed in ("damp ho", "damp hom ", '"damp hom', "-hom"):
        assert not read_query(typed, typing=True)[-1].prefix
        assert not read_query(typed)[-1].last


@given(st.text(alphabet='abc -+:"*\u201c\t title', max_size=20), st.booleans())
def test_nothing_is_an_error(typed: str, typing: bool) -> None:
    """Any text has a reading, of words that are folded."""
    for item in read_query(typed, typing):
        assert item.words
        assert all(word and " " not in word for word in item.words)
