"""Everyday words lead to words that stand in cases."""

from __future__ import annotations

from search_made import files, real_everyday, real_texts
from whatworks.search.everyday import Everyday, read_everyday, write_everyday
from whatworks.search.normalise import fold, term
from whatworks.search.reader import Reader


def test_every_entry_of_the_real_list_leads_somewhere() -> None:
    """At least one word of each label stands in some case."""
    reader = Reader(files(real_texts()).__getitem__)
    idle = [one for one in real_everyday() if not reader.entries(term(fold(word)) for word in one.words)]
    assert idle == []


def test_what_is_written_is_read() -> None:
    """Each phrase stands once, in the file of its first letters, by its terms."""
    made = write_everyday([Everyday(("black spots", "mildew"), ("damp", "mould")), Everyday(("the",), ("nothing",))])
    found = [line for raw in made for line in read_everyday(raw)]
    assert sorted(found) == [(("black", "spot"), ["damp", "mould"]), (("mildew",), ["damp", "mould"])]
