"""What is written into blocks is read out of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search_made import files, real_concepts, real_texts
from whatworks.search.blocks import find, read_places, read_terms, span
from whatworks.search.codec import Cursor, packed, unpacked, varint
from whatworks.search.reader import Reader
from whatworks.search.root import PATH, block_path, read_root


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_of_any_length(numbers: list[int]) -> None:
    """Numbers are read as they were written."""
    cursor = Cursor(b"".join(map(varint, numbers)))
    assert [cursor.varint() for _ in numbers] == numbers
    assert cursor.ended


def test_packing_knows_no_time() -> None:
    """The same bytes are packed into the same bytes."""
    assert packed(b"abc" * 50) == packed(b"abc" * 50)
    assert unpacked(packed(b"abc")) == b"abc"


def test_every_term_is_found_in_its_block() -> None:
    """The root leads from each term and each start of it to the right blocks."""
    made = files(real_texts()[:60], ())
    root = read_root(unpacked(made[PATH]))
    starts = root.terms.starts
    assert len(starts) > 5
    for number in range(len(starts)):
        for entry in read_terms(unpacked(made[block_path("terms", number, root.terms)])):
            assert find(starts, entry.key) == number
            assert number in span(starts, entry.key[:3])


def test_no_block_is_much_larger_than_another_unless_it_is_one_term() -> None:
    """A query loads little for a rare word."""
    for path, raw in files(real_texts(), real_concepts()).items():
        if path.startswith("terms/") and len(unpacked(raw)) > 9000:
            assert sum(1 for _ in read_terms(unpacked(raw))) == 1


def test_places_are_those_of_the_words() -> None:
    """Each place of a term is one of its words, counted over the whole document."""
    texts = [{"title": ["Damp homes"], "body": ["Homes that are damp.", "Dry homes"]}]
    reader = Reader(files(texts).__getitem__)
    held = reader.places("home")
    assert held is not None
    assert [ord(place) - 256 for place in held.places] == [1, 32, 65]
    assert held.sizes == b"\x03"
    assert not dict(read_places(b""))
