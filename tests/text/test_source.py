"""Offsets become lines and columns as people, git and GitHub count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from whatworks.text.source import Position, Source


@pytest.mark.parametrize(("offset", "place"), [
    (-5, (1, 1)), (0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2)), (5, (3, 1)), (99, (3, 1)),
])  # fmt: skip
def test_positions(offset: int, place: tuple[int, int]) -> None:
    """A line break belongs to the line that it ends; what lies outside the text is its first or last place."""
    assert Source("x", "ab\nc\n").position(offset) == place


@given(text=texts, data=st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    """Line and column say where in the line the character stands, and only line feeds end lines."""
    offset = data.draw(st.integers(0, len(text)))
    source = Source("x", text)
    line, column = source.position(offset)
    lines = text.split("\n")
    assert sum(len(one) + 1 for one in lines[: line - 1]) + column - 1 == offset
    assert source.line(line) == lines[line - 1].rstrip("\r")


def test_an_empty_text_has_a_first_line() -> None:
    """A fault of an empty file stands somewhere."""
    source = Source("x", "")
    assert source.position(0) == Position(1, 1)
    assert source.line(1) == ""


def test_columns_count_code_points() -> None:
    """An emoji, an accent and a letter of another script are one column each."""
    assert Source("x", "😀é字x").position(3) == (1, 4)
