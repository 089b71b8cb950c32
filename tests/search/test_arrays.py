"""Steps on arrays give what the plain loops give."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whatworks.search.arrays import begins, order, taken, varints, within
from whatworks.search.codec import varint

pieces = st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=8)


def _ints(numbers: list[int]) -> np.ndarray:  # type: ignore[type-arg]
    return np.array(numbers, np.int64)


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_are_written_as_the_codec_writes_them(numbers: list[int]) -> None:
    """All bytes, and the size of each number."""
    raw, sizes = varints(_ints(numbers))
    assert raw.tobytes() == b"".join(map(varint, numbers))
    assert sizes.tolist() == [len(varint(number)) for number in numbers]


@given(pieces, st.data())
def test_pieces_are_taken_in_the_order_asked_for(some: list[list[int]], data: st.DataObject) -> None:
    """Some of them, in any order, more than once, and empty ones too."""
    chosen = data.draw(st.lists(st.integers(0, len(some) - 1), max_size=12)) if some else []
    values, sizes = _ints([one for piece in some for one in piece]), _ints(list(map(len, some)))
    assert taken(values, sizes, _ints(chosen)).tolist() == [one for at in chosen for one in some[at]]
    assert within(sizes).tolist() == [at for one in some for at in range(len(one))]


@given(st.lists(st.integers(0, 70_000)))
def test_order_is_stable(numbers: list[int]) -> None:
    """Small and large numbers."""
    assert order(_ints(numbers)).tolist() == sorted(range(len(numbers)), key=lambda at: numbers[at])


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2))))
def test_runs_begin_where_any_column_changes(rows: list[tuple[int, int]]) -> None:
    """The first row begins one."""
    columns = np.array(rows, np.int64).reshape(-1, 2).T
    assert begins(*columns).tolist() == [at for at, row in enumerate(rows) if at == 0 or row != rows[at - 1]]
