"""Bytes in, a document out: plain values, the body, and the place of every value on demand.

The YAML allowed in front matter is strict: no anchors, aliases or tags, no repeated keys, and every
scalar stays the text that was typed. A field decides what its text means, so `no`, `12:30` and `011`
are never turned into something that the writer did not write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from whatworks.text.nodes import DEEPEST, Fault, Path, Place, Value, load, places
from whatworks.text.source import Source, Span

__all__ = [
    "DEEPEST", "LARGEST_FILE", "Document", "Fault", "Path", "Place", "Value", "read", "read_text", "read_yaml",
]  # fmt: skip

LARGEST_FILE = 256 * 1024
"""Bytes; the longest real case is a tenth of it."""
_FENCE = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


_FIELDS_FOLLOW = re.compile(r"^---[ \t]*\r?\n(?=\s*[a-z]\w*:(?:[ \r\n]))", re.MULTILINE)
_NO_FIELD = re.compile(r"^(?![a-z]\w*:(?:[ \r\n])|[ #\r-]).", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A file as read: `data` is what its front matter says, `faults` what kept it from being read.

    `data` is as complete as the faults allow: one repeated key does not hide the other fields.
    """

    source: Source
    data: dict[str, Value] = field(default_factory=dict)
    front: Span = Span(0, 0)
    body: Span = Span(0, 0)
    faults: tuple[Fault, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether there is front matter to check at all."""
        return bool(self.data)

    @property
    def body_text(self) -> str:
        """The Markdown after the front matter."""
        return self.source.text[self.body.start : self.body.end]

    @cached_property
    def _places(self) -> dict[Path, Place]:
        return places(self.source, self.front)

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands; for what is missing, the nearest thing around it."""
        while path:
            found = self._places.get(path)
            if found is not None:
                return found
            path = path[:-1]
        first = Span(self.front.start, self.front.start)
        opening = Span(0, min(3, len(self.source.text)))
        return Place(opening, first, "")


def read(path: str, raw: bytes) -> Document:
    """Read a file's bytes; whatever they are, the answer is a document and never an exception."""
    if len(raw) > LARGEST_FILE:
        return Document(Source(path, ""), faults=(Fault("too-large", Span(0, 0), str(len(raw))),))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("utf-8", errors="replace")
        at = len(raw[: error.start].decode("utf-8", errors="replace"))
        bad = raw[error.start : error.start + 1].hex()
        return Document(Source(path, text), faults=(Fault("not-utf8", Span(at, at + 1), bad),))
    return read_text(Source(path, text))


def read_text(source: Source) -> Document:
    """Split a text at its fences and read the front matter."""
    text = source.text
    start = 1 if text.startswith("\ufeff") else 0
    if "\r" in text and "\n" not in text:
        return Document(source, body=Span(start, len(text)), faults=(Fault("old-mac", Span(start, text.index("\r"))),))
    opening = _FENCE.match(text, start)
    if opening is None:
        end = text.find("\n", start)
        line = Span(start, len(text) if end == -1 else end)
        return Document(source, body=Span(start, len(text)), faults=(Fault("no-front-matter", line),))
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Document(
            source,
            front=Span(opening.end(), len(text)),
            faults=(Fault("unclosed-front-matter", Span(start, start + 3)),),
        )
    front = Span(opening.end(), closing.start())
    last = _fence_after_fields(text, closing.start())
    if last is not None:
        fault = Fault("fence-among-fields", Span(closing.start(), closing.start() + 3))
        return Document(source, front=Span(opening.end(), last), faults=(fault,))
    after = text.find("\n", closing.start())
    body = Span(len(text) if after == -1 else after + 1, len(text))
    data, faults = load(source, front)
    return Document(source, data, front, body, tuple(faults))


def _fence_after_fields(text: str, closing: int) -> int | None:
    """Where a later fence ends the fields, if nothing but fields stands between it and the one at `closing`."""
    between = _FIELDS_FOLLOW.match(text, closing)
    last = None if between is None else _CLOSING.search(text, between.end())
    if between is None or last is None or _NO_FIELD.search(text, between.end(), last.start()):
        return None
    return last.start()


def read_yaml(source: Source) -> Document:
    """Read a text that is YAML from end to end, such as a vocabulary file."""
    front = Span(1 if source.text.startswith("\ufeff") else 0, len(source.text))
    data, faults = load(source, front)
    return Document(source, data, front, Span(front.end, front.end), tuple(faults))
