"""Bytes in, a document out: plain values, the body, and the place of every value on demand.

The YAML allowed in front matter is strict: no anchors, aliases or tags, no repeated keys, and every
scalar stays the text that was typed. A field decides what its text means, so `no`, `12:30` and `011`
are never turned into something that the writer did not write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import yaml

from whatworks.text.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Hashable

LARGEST_FILE = 256 * 1024
"""Bytes; the longest real case is a tenth of it."""
DEEPEST = 8
"""Levels of nesting; a case needs four."""

Value = str | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

_FENCE = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Fault(NamedTuple):
    """Why a file could not be read in full: the kind (a rule's name), where, and the words that were met."""

    kind: str
    span: Span
    detail: str = ""


class Place(NamedTuple):
    """Where a value stands: its key (or its own span for an item of a list), and the value itself."""

    key: Span
    value: Span
    style: str


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
        node = _compose(self.source.text[self.front.start : self.front.end])
        places: dict[Path, Place] = {}
        if isinstance(node, yaml.MappingNode):
            _collect(node, (), self.front.start, self.source.text, places)
        return places

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
    after = text.find("\n", closing.start())
    body = Span(len(text) if after == -1 else after + 1, len(text))
    data, faults = _load(source, front)
    return Document(source, data, front, body, tuple(faults))


def read_yaml(source: Source) -> Document:
    """Read a text that is YAML from end to end, such as a vocabulary file."""
    front = Span(1 if source.text.startswith("\ufeff") else 0, len(source.text))
    data, faults = _load(source, front)
    return Document(source, data, front, Span(front.end, front.end), tuple(faults))


def _load(source: Source, front: Span) -> tuple[dict[str, Value], list[Fault]]:
    text = source.text[front.start : front.end]
    faults: list[Fault] = []
    # libyaml takes a tab after a colon where the specification does not: refuse tabs before it reads.
    tab = re.search(r"^[ ]*(\t)|:[ ]*(\t)", text, re.MULTILINE)
    if tab is not None:
        at = front.start + max(tab.start(1), tab.start(2))
        return {}, [Fault("tab", Span(at, at + 1))]
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        return {}, [_yaml_fault(error, front, text)]
    except yaml.reader.ReaderError as error:
        at = front.start + max(0, min(error.position, len(text)))
        return {}, [Fault("control-character", Span(at, at + 1), f"U+{ord(source.text[at : at + 1] or chr(0)):04X}")]
    except (yaml.YAMLError, RecursionError) as error:
        return {}, [Fault("not-yaml", Span(front.start, front.start), str(error))]
    if node is None:
        return {}, [Fault("no-fields", Span(front.start, front.start))]
    if not isinstance(node, yaml.MappingNode):
        span = _span(node, front.start, source.text)
        return {}, [Fault("no-fields", span)]
    data = _plain(node, front.start, source.text, faults, set(), 1)
    assert isinstance(data, dict)  # noqa: S101 - a mapping node gives a dictionary
    return data, faults


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


def _yaml_fault(error: yaml.MarkedYAMLError, front: Span, text: str) -> Fault:
    problem = error.problem or ""
    # Of an unclosed quote or bracket the place that helps is where it opens, not where the text ran out.
    opens = error.context_mark is not None and (
        "quoted scalar" in (error.context or "") or "flow" in (error.context or "")
    )
    mark = error.context_mark if opens else (error.problem_mark or error.context_mark)
    at = front.start + min(mark.index if mark is not None else 0, max(0, len(text) - 1))
    detail = f"{error.context or ''}|{problem}"
    return Fault("not-yaml", Span(at, at + 1), detail)


def _span(node: yaml.Node, base: int, text: str) -> Span:
    start, end = base + node.start_mark.index, base + node.end_mark.index
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1  # a block collection's end mark runs on to the next key
    return Span(start, max(start, end))


def _plain(node: yaml.Node, base: int, text: str, faults: list[Fault], seen: set[int], depth: int) -> Value:
    """The node's plain value; what strict YAML refuses is noted on the way."""
    if id(node) in seen:
        faults.append(Fault("alias", _span(node, base, text)))
        return ""
    seen.add(id(node))
    if text[base + node.start_mark.index : base + node.start_mark.index + 1] in ("&", "!"):
        start = base + node.start_mark.index
        faults.append(Fault("alias" if text[start] == "&" else "tag", Span(start, _word_end(text, start))))
    if type(node) is yaml.ScalarNode:
        value: str = node.value
        return value
    if depth > DEEPEST:
        faults.append(Fault("too-deep", _span(node, base, text)))
        return ""
    if type(node) is yaml.SequenceNode:
        return [_plain(item, base, text, faults, seen, depth + 1) for item in node.value]
    result: dict[str, Value] = {}
    for key_node, value_node in node.value:
        if type(key_node) is not yaml.ScalarNode:
            faults.append(Fault("bad-key", _span(key_node, base, text)))
        elif key_node.value in result:
            faults.append(Fault("repeated-key", _span(key_node, base, text), key_node.value))
        else:
            result[key_node.value] = _plain(value_node, base, text, faults, seen, depth + 1)
    return result


def _word_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and not text[end].isspace() and text[end] not in ",[]{}":
        end += 1
    return max(end, start + 1)


def _collect(node: yaml.Node, path: Path, base: int, text: str, places: dict[Path, Place]) -> None:
    children: Iterator[tuple[Hashable, yaml.Node | None, yaml.Node]]
    if isinstance(node, yaml.MappingNode):
        children = ((k.value, k, v) for k, v in node.value if isinstance(k, yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode) and len(path) < DEEPEST:
        children = ((i, None, v) for i, v in enumerate(node.value))
    else:
        return
    for name, key, value in children:
        here = (*path, name)
        if here in places or len(here) > DEEPEST:
            continue
        span = _span(value, base, text)
        style = getattr(value, "style", None) or ""
        places[here] = Place(_span(key, base, text) if key is not None else span, span, style)  # type: ignore[index]
        _collect(value, here, base, text, places)  # type: ignore[arg-type]
