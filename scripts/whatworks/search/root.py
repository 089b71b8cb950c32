"""The root of the search files: all that every query needs, with the names of the other files.

Only the root has a fixed name. The others bear a part of their content's hash, so that a page that still holds an
old root never reads a new block by it: it finds none, and asks for the root again.
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from whatworks.search.codec import Cursor, text, varint
from whatworks.search.expand import Concept
from whatworks.search.fields import FIELDS
from whatworks.search.lengths import Lengths, averages
from whatworks.search.rank import K1, B
from whatworks.search.spellings import ENDS, STARTS, WORDS

PATH = "root.bin"
KINDS = ("study", "wanted", "guide")
"""The kinds of documents, in the order of their numbers."""
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Table:
    """The blocks of a row: where each starts, and the mark in its name."""

    starts: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """The root. `kinds` is how many documents there are of each kind; `words` and `facets` are marks by name.

    `places`, `titles` and `ids` are the marks of the files that hold the table of the places' blocks, the order of
    titles and the ids of all cases; `cards` is the folder of the cards.
    """

    kinds: tuple[int, int, int]
    lengths: Lengths
    terms: Table
    places: str
    words: dict[str, str]
    facets: dict[str, str]
    labels: dict[str, str]
    titles: str
    ids: str
    cards: str
    concepts: tuple[Concept, ...]


def mark(raw: bytes) -> str:
    """The part of a file's name that changes with its content."""
    return b32encode(blake2b(raw, digest_size=5).digest()).decode().lower()[:_LETTERS]


def block_path(row: str, number: int, table: Table) -> str:
    """Where a block of a row (`terms` or `places`) stands."""
    return f"{row}/{number}-{table.marks[number]}.bin"


def named_path(folder: str, name: str, name_mark: str) -> str:
    """Where a file that has a name stands, such as that of a facet."""
    return f"{folder}/{name}-{name_mark}.bin"


def card_path(cards: str, number: int) -> str:
    """Where the card of a document stands."""
    return f"cards/{cards}/{number}.json"


def write_root(root: Root) -> bytes:
    """The root as the bytes of its file."""
    header = {
        "kinds": root.kinds,
        "fields": [[field.name, field.boost, *field.also] for field in FIELDS],
        "k1": K1,
        "b": B,
        "terms": _table(root.terms),
        "places": root.places,
        "words": root.words,
        "facets": [[name, root.labels[name], name_mark] for name, name_mark in root.facets.items()],
        "titles": root.titles,
        "ids": root.ids,
        "cards": root.cards,
        "concepts": [_concept(concept) for concept in root.concepts],
        "spellings": [WORDS, STARTS, ENDS],
    }
    numbers = b"".join(varint(length) for column in root.lengths.columns for length in column)
    return text(json.dumps(header, ensure_ascii=False, separators=(",", ":"))) + numbers


def read_root(raw: bytes) -> Root:
    """The root from the bytes of its file."""
    cursor = Cursor(raw)
    header = json.loads(cursor.text())
    documents = sum(header["kinds"])
    lengths = tuple([cursor.varint() for _ in range(documents)] for _ in FIELDS)
    return Root(
        kinds=tuple(header["kinds"]),
        lengths=Lengths(lengths, averages(lengths)),
        terms=_read_table(header["terms"]),
        places=header["places"],
        words=header["words"],
        facets={name: name_mark for name, _, name_mark in header["facets"]},
        labels={name: label for name, label, _ in header["facets"]},
        titles=header["titles"],
        ids=header["ids"],
        cards=header["cards"],
        concepts=tuple(_read_concept(*one) for one in header["concepts"]),
    )


def write_table(table: Table) -> bytes:
    """A table as the bytes of a file of its own."""
    return json.dumps(_table(table), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read_table(raw: bytes) -> Table:
    """A table from the bytes of its file."""
    return _read_table(json.loads(raw))


def _concept(concept: Concept) -> list[str | int]:
    found = [concept.vocabulary, concept.id, concept.label, concept.above, "|".join(concept.synonyms)]
    return [*found, int(concept.by_label)]


def _read_concept(vocabulary: str, one: str, label: str, above: str, synonyms: str, by_label: int) -> Concept:
    return Concept(vocabulary, one, label, tuple(filter(None, synonyms.split("|"))), above, bool(by_label))


def _table(table: Table) -> list[str]:
    return [" ".join(table.starts), "".join(table.marks)]


def _read_table(pair: Sequence[str]) -> Table:
    starts, marks = pair
    count = len(marks) // _LETTERS
    return Table(
        tuple(starts.split(" ")[:count]), tuple(marks[at : at + _LETTERS] for at in range(0, len(marks), _LETTERS))
    )
