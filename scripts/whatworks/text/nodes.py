"""Strict YAML: from a text to plain values and the place of each, with what kept it from being read.

No anchors, aliases or tags, no repeated keys, and every scalar stays the text that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import yaml

from whatworks.text.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Hashable

DEEPEST = 8
"""Levels of nesting; a case needs four."""

Value = str | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

_TAB = re.compile("(\t)")
HARD_SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
"""Spaces that are none for YAML and Markdown, to stand between the brackets of a pattern."""
_HARD_SPACE = re.compile(
    rf"^[ ]*([{HARD_SPACES}])|^[ ]*(?:-[ ]+)*-[ ]*([{HARD_SPACES}])|^[ ]*(?:-[ ]+)*[\w-]+:[ ]*([{HARD_SPACES}])",
    re.MULTILINE,
)
_ANY_HARD_SPACE = re.compile(f"[{HARD_SPACES}]")
_SIGNS = frozenset("&!")
_SIGNED = re.compile(r"[&!][^\s,\[\]{}]*")
_SAFE_TO_COMPOSE = 400
"""Levels that the C loader, which recurses without asking, is trusted with."""
_FAR_IN = re.compile(rf"^[ ?:-]{{{_SAFE_TO_COMPOSE}}}", re.MULTILINE)


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # C where libyaml was there
    """A loader that asks no questions about tags: here every scalar is a text, and asking costs a third of the time."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, kind: type[yaml.Node], value: str, implicit: object) -> str:  # noqa: ARG002
        return ""


class Fault(NamedTuple):
    """Why a file could not be read in full: the kind (a rule's name), where, and the words that were met."""

    kind: str
    span: Span
    detail: str = ""


class _AliasError(Exception):
    """A value is used again through an alias: a few lines of those can fill a computer's memory."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


class Place(NamedTuple):
    """Where a value stands: its key (or its own span for an item of a list), and the value itself."""

    key: Span
    value: Span
    style: str


def load(source: Source, front: Span) -> tuple[dict[str, Value], list[Fault]]:
    """The plain values that a stretch of YAML holds, and what strict YAML refuses in it."""
    text = source.text[front.start : front.end]
    faults: list[Fault] = []
    # libyaml takes tabs in places where the specification does not, and a hard space for a letter of the
    # field's name: refuse both before it reads.
    for kind, sign, blank in (("tab", _TAB, _TAB), ("hard-space", _ANY_HARD_SPACE, _HARD_SPACE)):
        match = blank.search(text) if sign.search(text) else None
        if match is not None:
            at = front.start + match.start(match.lastindex or 0)
            return {}, [Fault(kind, Span(at, at + 1))]
    try:
        deep = _too_deep(text)
        if deep is not None:
            return {}, [Fault("too-deep", Span(front.start + deep, front.start + deep + 1))]
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        return {}, [_yaml_fault(error, front, text)]
    except yaml.reader.ReaderError as error:
        before = text.encode("utf-8", "surrogatepass")[: max(0, error.position)]  # libyaml counts bytes
        at = front.start + len(before.decode("utf-8", "ignore"))
        return {}, [Fault("control-character", Span(at, at + 1), f"U+{ord(source.text[at : at + 1] or chr(0)):04X}")]
    except (yaml.YAMLError, RecursionError) as error:
        return {}, [Fault("not-yaml", Span(front.start, front.start), str(error))]
    if node is None:
        return {}, [Fault("no-fields", Span(front.start, front.start))]
    if not isinstance(node, yaml.MappingNode):
        span = _span(node, front.start, source.text)
        return {}, [Fault("no-fields", span)]
    try:
        data = _plain(node, front.start, source.text, faults, set(), 1)
    except _AliasError as error:
        return {}, [Fault("alias", error.span)]
    assert isinstance(data, dict)  # noqa: S101 - a mapping node gives a dictionary
    return data, faults


def places(source: Source, front: Span) -> dict[Path, Place]:
    """Where every value stands, by its path."""
    node = _compose(source.text[front.start : front.end])
    found: dict[Path, Place] = {}
    if isinstance(node, yaml.MappingNode):
        _collect(node, (), front.start, source.text, found, set())
    return found


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


def _too_deep(text: str) -> int | None:
    """Where the text goes deeper than any field, asked only of texts that could bring the loader down."""
    if text.count("[") + text.count("{") < _SAFE_TO_COMPOSE and _FAR_IN.search(text) is None:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return event.start_mark.index if event.start_mark is not None else 0
    return None


def _yaml_fault(error: yaml.MarkedYAMLError, front: Span, text: str) -> Fault:
    problem = error.problem or ""
    # Of an unclosed quote or bracket the place that helps is where it opens, not where the text ran out.
    # Of a backslash it is the backslash.
    context = error.context or ""
    opens = error.context_mark is not None and (
        ("quoted scalar" in context and "unexpected" in problem) or "flow" in context or "anchor" in context
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
        raise _AliasError(_span(node, base, text))
    seen.add(id(node))
    signed = _signed(node, base, text, faults)
    if type(node) is yaml.ScalarNode:
        # What looks like an anchor or tag is most often a text that begins with the sign: it stays as typed.
        return text[base + node.start_mark.index : base + node.end_mark.index].strip() if signed else str(node.value)
    if depth > DEEPEST:
        faults.append(Fault("too-deep", _span(node, base, text)))
        return ""
    if type(node) is yaml.SequenceNode:
        return [_plain(item, base, text, faults, seen, depth + 1) for item in node.value]
    result: dict[str, Value] = {}
    for key_node, value_node in node.value:
        if type(key_node) is not yaml.ScalarNode:
            faults.append(Fault("bad-key", _span(key_node, base, text)))
        elif _signed(key_node, base, text, faults):
            continue
        elif key_node.value in result:
            faults.append(Fault("repeated-key", _span(key_node, base, text), key_node.value))
        else:
            result[key_node.value] = _plain(value_node, base, text, faults, seen, depth + 1)
    return result


def _signed(node: yaml.Node, base: int, text: str, faults: list[Fault]) -> bool:
    """Whether an anchor or tag stands before a node, which is then a fault."""
    start = base + node.start_mark.index
    if text[start : start + 1] not in _SIGNS:
        return False
    sign = _SIGNED.match(text, start)
    assert sign is not None  # noqa: S101 - it begins with one of the signs
    fault = Fault("alias" if text[start] == "&" else "tag", Span(*sign.span()))
    if fault not in faults[-1:]:  # a mapping begins where its first key does
        faults.append(fault)
    return True


def _collect(node: yaml.Node, path: Path, base: int, text: str, places: dict[Path, Place], seen: set[int]) -> None:
    children: Iterator[tuple[Hashable, yaml.Node | None, yaml.Node]]
    if isinstance(node, yaml.MappingNode):
        children = ((k.value, k, v) for k, v in node.value if isinstance(k, yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode) and len(path) < DEEPEST:
        children = ((i, None, v) for i, v in enumerate(node.value))
    else:
        return
    for name, key, value in children:
        here = (*path, name)
        if here in places or len(here) > DEEPEST or id(value) in seen:
            continue  # an alias is its anchor's node: walking it again and again would never end
        seen.add(id(value))
        span = _span(value, base, text)
        style = getattr(value, "style", None) or ""
        places[here] = Place(_span(key, base, text) if key is not None else span, span, style)  # type: ignore[index]
        _collect(value, here, base, text, places, seen)  # type: ignore[arg-type]
