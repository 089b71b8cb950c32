"""All search files of a collection, before they are compressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from whatworks.search.arrays import Array
from whatworks.search.blocks import Block, Posting, cut, place_entry, pointers, term_entry
from whatworks.search.codec import varint
from whatworks.search.everyday import Everyday, everyday_path, write_everyday
from whatworks.search.expand import Concept
from whatworks.search.facets import Facet, write_facet
from whatworks.search.fields import FIELDS
from whatworks.search.lengths import Lengths, averages, is_large, rounded
from whatworks.search.lexicon import Lexicon
from whatworks.search.normalise import fold
from whatworks.search.postings import Postings, frequencies
from whatworks.search.root import PATH, Root, Table, block_path, mark, named_path, write_root, write_table
from whatworks.search.sent import postings_sent, without_common

_NUMBERS = "0"


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be searched: cases from the oldest to the newest, then wanted outcomes, then guides."""

    postings: Postings
    kinds: tuple[int, int, int]
    """How many documents there are of each kind."""
    ids: Sequence[str]
    """Of all documents, in their order."""
    titles: Sequence[str]
    """Of the cases."""
    facets: Sequence[Facet]
    labels: Mapping[str, str]
    """Of the facets."""
    concepts: Sequence[Concept]
    everyday: Sequence[Everyday] = ()


def index_files(content: Content) -> Iterator[tuple[str, bytes]]:
    """Path below the search folder and bytes of every file; the root comes last."""
    table, lost = without_common(content.postings.table, len(content.ids))
    lengths = _lengths(content.postings, lost)
    words_held = dict(frequencies(content.postings))
    names = content.postings.lexicon.names
    postings = [(names[number], posting) for number, posting in postings_sent(table)]
    terms, places = _blocks(postings, _surfaces(words_held, content.postings.lexicon, names))
    rows = {"terms": _as_table(terms), "places": _as_table(places)}
    for row, blocks in (("terms", terms), ("places", places)):
        for number, block in enumerate(blocks):
            yield block_path(row, number, rows[row]), block.raw
    words, facets = dict(_words(words_held)), {facet.id: write_facet(facet) for facet in content.facets}
    titles = _title_order(content.titles)
    ids = "\n".join(content.ids[: content.kinds[0]]).encode()
    places_table = write_table(rows["places"])
    named = {
        "words": words,
        "facets": facets,
        "titles": {"order": titles},
        "ids": {"studies": ids},
        "tables": {"places": places_table},
    }
    for folder, files in named.items():
        for name, raw in files.items():
            yield named_path(folder, name, mark(raw)), raw
    for number, raw in enumerate(write_everyday(content.everyday)):
        yield everyday_path(number), raw
    root = Root(
        kinds=content.kinds,
        lengths=lengths,
        terms=rows["terms"],
        places=mark(places_table),
        words={letter: mark(raw) for letter, raw in words.items()},
        facets={name: mark(raw) for name, raw in facets.items()},
        labels=dict(content.labels),
        titles=mark(titles),
        ids=mark(ids),
        cards=cards_folder(content.ids),
        concepts=tuple(content.concepts),
    )
    yield PATH, write_root(root)


def _lengths(postings: Postings, lost: Array) -> Lengths:
    """The lengths of all fields; `lost` is how many terms are left out of each body."""
    found = postings.lengths.copy()
    found[:, -1] -= lost
    columns: tuple[Sequence[int], ...] = tuple(found.T.tolist())
    if is_large(len(found)):
        fields = zip(FIELDS, columns, strict=True)
        columns = tuple([rounded(field, length) for length in column] for field, column in fields)
    return Lengths(columns, averages(columns))


def _surfaces(words: Iterable[str], lexicon: Lexicon, names: Sequence[str]) -> dict[str, list[str]]:
    """The words behind each term, in alphabetical order as they are given."""
    surfaces: dict[str, list[str]] = {}
    for word in words:
        surfaces.setdefault(names[lexicon.terms[lexicon[word]]], []).append(word)
    return surfaces


def _blocks(
    postings: Sequence[tuple[str, Posting]], surfaces: Mapping[str, Sequence[str]]
) -> tuple[list[Block], list[Block]]:
    """Blocks of terms and of places."""
    terms = [*pointers(surfaces), *((term, term_entry(term, surfaces[term], posting)) for term, posting in postings)]
    places = [(term, place_entry(term, posting)) for term, posting in postings]
    return list(cut(sorted(terms))), list(cut(sorted(places)))


def cards_folder(ids: Sequence[str]) -> str:
    """The folder of the cards: another one as soon as a number stands for another document."""
    return blake2b("\n".join(ids).encode(), digest_size=4).hexdigest()


def _as_table(blocks: Sequence[Block]) -> Table:
    return Table(tuple(block.start for block in blocks), tuple(mark(block.raw) for block in blocks))


def _words(words: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """The words of all documents, as sorted, by their first letter: a line each, with the number of documents."""
    lines: dict[str, list[str]] = {}
    for word, number in words.items():
        lines.setdefault(_NUMBERS if word[0].isdigit() else word[0], []).append(f"{word} {number}")
    for letter, found in lines.items():
        yield letter, "\n".join(found).encode("utf-8")


def _title_order(titles: Iterable[str]) -> bytes:
    """The place of each case among all titles in alphabetical order."""
    folded = [fold(title) for title in titles]
    places = {
        number: place for place, number in enumerate(sorted(range(len(folded)), key=lambda one: (folded[one], one)))
    }
    return b"".join(varint(places[number]) for number in range(len(folded)))
