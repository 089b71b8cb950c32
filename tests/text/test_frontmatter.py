"""Bytes become a document, whatever they are; what it says is what was typed, and where it was typed."""

from __future__ import annotations

import re
import time
from pathlib import Path

import frontmatter
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import ROOT
from strategies import mutations, raw_files, texts
from whatworks.text import nodes
from whatworks.text.frontmatter import DEEPEST, LARGEST_FILE, Document, Value, read, read_yaml
from whatworks.text.source import Source

CASES = sorted((ROOT / "case_studies").glob("*.md"))
REAL = (ROOT / "case_studies" / "milton-keynes-valon-planning-validation.md").read_text(encoding="utf-8")
FRONT = REAL.removeprefix("---\n").partition("\n---\n")[0]


class PythonLoader(yaml.BaseLoader):
    """The loader in pure Python, which asks as little about tags as ours."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Ask nothing."""

    def ascend_resolver(self) -> None:
        """Ask nothing."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: object) -> str:  # noqa: ARG002
        """Ask nothing."""
        return ""


class Oracle(YAMLHandler):
    """The handler of python-frontmatter, reading every scalar as text."""

    def load(self, fm: str, **kwargs: object) -> object:  # noqa: ARG002
        """Read front matter without guessing types."""
        return yaml.load(fm, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only


def _read(text: str) -> Document:
    return read("case.md", text.encode("utf-8", "surrogatepass"))


@given(raw=raw_files)
def test_any_bytes_give_a_document(raw: bytes) -> None:
    """No file can bring the reader down, and every fault has a place in the text."""
    document = read("case.md", raw)
    for fault in document.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(document.source.text)
    assert document.readable or document.faults
    assert not document.readable or document.front.end <= document.body.start <= len(document.source.text)


@given(text=st.one_of(mutations(FRONT), mutations("a: b\nc:\n  - d: 'e'\n    f: \"g\"\n  - [h, i]\nj: {k: l}"), texts))
def test_c_and_python_loaders_agree(text: str) -> None:
    """A machine without libyaml takes and refuses the same files, and reads the same values at the same places."""
    # They part over a question mark or colon first between brackets, which nobody types, and over a byte order mark
    # in the middle, which is an error in either case.
    assume(not re.search(r"[\[{,]\s*[?:]|\ufeff", text))
    source = Source("words.yml", text)
    fast = read_yaml(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "_Loader", PythonLoader)
        slow = read_yaml(source)
        assert bool(slow.faults) == bool(fast.faults)
        if not fast.faults:
            assert slow.data == fast.data
            assert all(slow.place(path) == fast.place(path) for path in _paths(fast.data))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_python_frontmatter_reads_the_same(path: Path) -> None:
    """What the reuse page shows to others gives the same fields and the same text as our own reader."""
    ours = read(path.name, path.read_bytes())
    theirs = frontmatter.loads(path.read_text(encoding="utf-8"), handler=Oracle())
    assert ours.data == theirs.metadata
    assert ours.body_text.strip() == theirs.content.strip()
    assert ours.faults == ()


@pytest.mark.parametrize("path", CASES[:12], ids=lambda path: path.stem)
def test_the_text_at_each_place_is_what_was_typed(path: Path) -> None:
    """Read again by itself, the text at the place of a value gives the value, and that at a key the key."""
    document = read(path.name, path.read_bytes())
    for where, value in _values(document.data):
        place = document.place(where)
        typed = document.source.text[slice(*place.value)]
        assert yaml.load(f"- {typed}", Loader=yaml.BaseLoader) == [value]  # noqa: S506 - makes strings only
        if isinstance(where[-1], str):
            assert document.source.text[slice(*place.key)] == where[-1]


def test_place_of_what_is_missing_is_the_nearest_around_it() -> None:
    """A fault about a missing value points at what should hold it, and at the first line when nothing does."""
    document = _read("---\na:\n  - b: c\n---\n")
    assert document.source.text[slice(*document.place(("a", 0, "x")).value)] == "b: c"
    assert document.source.text[slice(*document.place(("x",)).key)] == "---"


BOMB = "a0: &a0 [x]\n" + "".join(
    f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 60)}]\n" for number in range(1, 200)
)


@pytest.mark.parametrize(("text", "kind"), [
    (BOMB, "alias"),
    ("a: " + "[" * 100_000, "too-deep"),
    ("a: " + "{b: " * 50_000, "too-deep"),
    ("- " * 60_000 + "x", "too-deep"),
    ("a:\n" + "".join(f"{' ' * number}b:\n" for number in range(600)), "too-deep"),
    ("a: [[[[[[[[b]]]]]]]]", "too-deep"),
])  # fmt: skip
def test_bombs_end_at_once(text: str, kind: str) -> None:
    """A few lines that would fill the memory or the stack are refused in a moment, and asking for places is safe."""
    began = time.perf_counter()
    document = _read(f"---\n{text}\n---\n")
    assert kind in [fault.kind for fault in document.faults]
    if kind == "alias":
        document.place(("a9", 0, 0, 0))
    assert time.perf_counter() - began < 2


def test_depth_that_a_field_needs_is_read() -> None:
    """Nesting is refused only beyond what is allowed."""
    text = "a: " + "[" * (DEEPEST - 1) + "b" + "]" * (DEEPEST - 1)
    assert _read(f"---\n{text}\n---\n").faults == ()


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085", "\u000b", "\u000c"])
def test_line_breaks_of_others_do_not_shift_lines(sign: str) -> None:
    """Git and GitHub count line feeds only, so places do too, whatever YAML makes of the sign."""
    document = read("case.md", f'---\na: "x{sign}y"\nb: c\n---\n'.encode())
    at = document.source.text.index("b: c")
    assert document.source.position(at) == (3, 1)
    if document.readable:
        assert document.source.position(document.place(("b",)).key.start) == (3, 1)


@pytest.mark.parametrize(("text", "value"), [
    ("no", "no"), ("12:30", "12:30"), ("011", "011"), ("1e3", "1e3"), ("2026-11-24", "2026-11-24"), ("~", "~"),
    ("null", "null"), ("true", "true"), ('"a\\tb"', "a\tb"), ("'it''s'", "it's"), ("a  b", "a  b"), ("", ""),
    ("|\n  a\n  b", "a\nb\n"), (">\n  a\n  b", "a b\n"), ("a\n  b", "a b"), ("[]", []), ("{}", {}),
])  # fmt: skip
def test_scalars_stay_text(text: str, value: Value) -> None:
    """Nothing that was typed is turned into a number, date or truth value."""
    assert _read(f"---\na: {text}\n---\n").data == {"a": value}


@pytest.mark.parametrize(("text", "kinds", "data"), [
    ("a: b\na: c", ["repeated-key"], {"a": "b"}),
    ("a: b\n[c]: d", ["bad-key"], {"a": "b"}),
    ("a: &x b", ["alias"], {"a": "&x b"}),
    ("a: &x b\nc: *x", ["alias"], {}),
    ("a: !x b\nc: d", ["tag"], {"a": "!x b", "c": "d"}),
    ("!x a: b\nc: d", ["tag"], {"c": "d"}),
    ("&x a: b\nc: d", ["alias"], {"c": "d"}),
    ("a:\tb", ["tab"], {}),
    ("\ta: b", ["tab"], {}),
    ("a:\u00a0b", ["hard-space"], {}),
    ("a: \x07", ["control-character"], {}),
    ("a: [b", ["not-yaml"], {}),
    ("a: b\n...\nc: d", ["not-yaml"], {}),
    ("- a", ["no-fields"], {}),
    ("# nothing", ["no-fields"], {}),
    ("", ["no-fields"], {}),
])  # fmt: skip
def test_what_strict_yaml_refuses(text: str, kinds: list[str], data: dict[str, Value]) -> None:
    """The fault is named, and what can still be read is read."""
    document = _read(f"---\n{text}\n---\n")
    assert [fault.kind for fault in document.faults] == kinds
    assert document.data == data


@pytest.mark.parametrize(("text", "body"), [
    ("---\na: b\n---\ntext\n", "text\n"),
    ("---\r\na: b\r\n---\r\ntext\r\n", "text\r\n"),
    ("\ufeff---\na: b\n---\ntext", "text"),
    ("---  \na: b\n---\t\ntext", "text"),
    ("---\na: b\n---", ""),
    ("---\na: b\n---\n---\nmore\n", "---\nmore\n"),
])  # fmt: skip
def test_fences_are_found(text: str, body: str) -> None:
    """Windows line ends, trailing spaces, a byte order mark and a rule in the body are no obstacle."""
    document = _read(text)
    assert document.data == {"a": "b"}
    assert document.body_text == body


def test_the_largest_file() -> None:
    """A file is read up to its largest size and not beyond."""
    whole = b"---\na: b\n---\n"
    assert read("case.md", whole.ljust(LARGEST_FILE, b"\n")).faults == ()
    (fault,) = read("case.md", whole.ljust(LARGEST_FILE + 1, b"\n")).faults
    assert fault.kind == "too-large"


def _paths(value: Value, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    return [where for where, _ in _values(value, path)]


def _values(value: Value, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Value]]:
    """Every single value below one, with its path."""
    if isinstance(value, dict):
        return [found for name, item in value.items() for found in _values(item, (*path, name))]
    if isinstance(value, list):
        return [found for index, item in enumerate(value) for found in _values(item, (*path, index))]
    return [(path, value)]
