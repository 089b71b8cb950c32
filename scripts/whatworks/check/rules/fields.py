"""Every field against its declaration: known, present, of the right kind, short enough, well formed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut, latin, look_alike
from whatworks.check.rules.kinds import (
    apart,
    inner_not_known,
    not_a_list,
    not_a_mapping,
    not_a_text,
    sentence_with_colon,
    several_in_one,
    template,
)
from whatworks.check.rules.slips import TEXT_FIELDS, quoted
from whatworks.check.rules.values import check_value
from whatworks.check.suggest import nearest
from whatworks.corpus import Corpus, Words
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.model.study import Study
from whatworks.model.wanted import Wanted
from whatworks.text.frontmatter import Document, Path, Value
from whatworks.text.source import Span

_EMPTY = ("", "~", "null")
_SAYS_NOTHING = {
    "not known", "not_known", "notknown", "unknown", "unkown", "don't know", "dont know", "dk", "n/a", "na", "n.a.",
    "not available", "not applicable", "not stated", "none known", "nk", "?", "??", "-", "–", "—",  # noqa: RUF001
}  # fmt: skip
_COMMENTED = re.compile(r":[ ]+(?P<at>#[^\s#][^\n]*?)[ ]*\r?$", re.MULTILINE)
_BETWEEN_WORDS = re.compile("[\\s_.\u2010-\u2015\u2212-]+")
_COMPUTED = {"evidence", "evidence_level", "level", "cost_band", "region", "nation", "completeness", "population"}


def check_fields(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """The whole front matter against the declarations of a case study."""
    yield from (_said_of(one, document) for one in check_part(Study, document.data, (), corpus.words))


def check_wish_fields(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """The whole front matter against the declarations of a wanted outcome."""
    yield from (_said_of(one, document) for one in check_part(Wanted, document.data, (), corpus.words))


def _said_of(finding: Finding, document: Document) -> Finding:
    """A finding, with what only the file shows: that a field is empty because its text begins with a number sign."""
    if finding.rule != "empty-value" or isinstance(finding.at, Span) or finding.at[-1] not in TEXT_FIELDS:
        return finding
    comment = _COMMENTED.match(document.source.text, document.place(finding.at).key.end)
    if comment is None:
        return finding
    return Finding(
        "empty-value", Span(*comment.span("at")), f"'{cut(comment['at'])}' is not read, since # begins a comment",
        "Put it in quotes.", replace=quoted(comment["at"]),
    )  # fmt: skip


def check_part(part: type[Any], data: dict[str, Value], path: Path, words: Words) -> Iterator[Finding]:
    """A mapping against the declarations of a part."""
    declared = specs(part)  # type: ignore[arg-type]
    meant: set[object] = set()
    for name, value in data.items():
        spec = declared.get(name)
        if spec is None:
            finding = _unknown(name, (*path, name), declared, data)
            meant.add(finding.replace)
            yield finding
        else:
            yield from _check(spec, value, (*path, name), words)
    for name, spec in declared.items():
        if spec.required and name not in data and name not in meant:
            yield _missing(spec, path)


def _check(spec: Spec, value: Value, path: Path, words: Words) -> Iterable[Finding]:
    only = value[0] if isinstance(value, list) and len(value) == 1 else value
    if value in _EMPTY or value == []:
        return (_empty(spec, path),)
    if only == NOT_KNOWN:
        return () if spec.not_known else (_not_known_here(spec, path),)
    if isinstance(only, str) and (only.casefold() in _SAYS_NOTHING or _like_not_known(spec, only)):
        return (_says_nothing(spec, only, path),)
    return _check_list(spec, value, path, words) if spec.many else _check_item(spec, value, path, words)


def _like_not_known(spec: Spec, value: str) -> bool:
    """Whether "not-known" is meant: for certain, or, where it is an answer and no text can stand, most likely."""
    if len(value) > 2 * len(NOT_KNOWN):  # most values are longer than any slip of it
        return False
    return _plain(value) == NOT_KNOWN or (
        spec.not_known and spec.kind != "text" and bool(nearest(_plain(value), (NOT_KNOWN,), 0.85))
    )


def _plain(value: str) -> str:
    return _BETWEEN_WORDS.sub("-", latin(value).casefold().strip(" ,.;:"))


def _check_list(spec: Spec, value: Value, path: Path, words: Words) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield not_a_list(spec, value, path, words)
        return
    if not max(1, spec.least) <= len(value) <= spec.most:
        yield Finding(
            "wrong-count", path, f"'{spec.name}' has {len(value)} entries; {spec.most} is the most",
            "Keep those that say most.", key=True,
        )  # fmt: skip
    shown = value[: spec.most * 2]
    joined = several_in_one(spec, shown, words)
    if joined:
        yield apart(joined, value, path)
    for index, item in enumerate(shown):
        if item in _EMPTY or item == []:
            yield _empty(spec, (*path, index))
        elif isinstance(item, str) and value.index(item) < index:
            yield Finding("repeated-entry", (*path, index), f"'{cut(item)}' stands twice", "Keep one of them.")
        elif not isinstance(item, str) or item not in joined:
            yield from _check_item(spec, item, (*path, index), words)


def _check_item(spec: Spec, value: Value, path: Path, words: Words) -> Iterable[Finding]:
    if spec.part is None:
        return check_value(spec, value, path, words) if isinstance(value, str) else (not_a_text(spec, value, path),)
    if isinstance(value, dict) and spec.shorthand and not any(name in specs(spec.part) for name in value):
        return (sentence_with_colon(path),)
    if isinstance(value, dict):
        return check_part(spec.part, value, path, words)
    if isinstance(value, str) and spec.shorthand:
        return check_value(specs(spec.part)[spec.shorthand], value, path, words)
    return (not_a_mapping(spec, value, path),)


def _unknown(name: str, path: Path, declared: dict[str, Spec], data: dict[str, Value]) -> Finding:
    plain = latin(name).strip().casefold().replace("-", "_").replace(" ", "_")
    if plain in declared and plain not in data:
        return Finding(
            "unknown-field", path, look_alike(name) or f"'{cut(name)}' is not a field", f"Write '{plain}'.",
            key=True, replace=plain, safe=True,
        )  # fmt: skip
    free = [known for known in declared if known not in data]
    near = nearest(plain, free, 0.85)
    home = "" if near else _elsewhere(plain, path)
    near = near or nearest(plain, free, 0.7)
    return Finding(
        "unknown-field", path, f"'{cut(name)}' is not a field",
        home or (f"Did you mean '{near}'?" if near else "All fields are on the page of fields."),
        key=True, replace=None if home else near or None,
    )  # fmt: skip


def _elsewhere(name: str, path: Path) -> str:
    """Where a field that does not belong here does belong, such as one that lost its indent."""
    top = specs(Study)
    if name in _COMPUTED:
        return "Leave it out: it is worked out from the other fields."
    if path[:-1] and name in top:
        return f"'{name}' belongs to the case as a whole: take its indent away."
    homes = [spec.name for spec in top.values() if spec.part is not None and name in specs(spec.part)]
    if not path[:-1] and homes:
        return f"It belongs into an entry of '{homes[0]}': indent it like the lines there."
    return ""


def _missing(spec: Spec, path: Path) -> Finding:
    hint = f"{spec.help} {_example(spec)}"
    if spec.not_known:
        hint += f" If nobody knows, write '{spec.name}: {NOT_KNOWN}'."
    return Finding("missing-field", path, f"'{spec.name}' is missing", hint, key=True)


def _empty(spec: Spec, path: Path) -> Finding:
    if spec.not_known:
        way = f"If nobody knows, write '{spec.name}: {NOT_KNOWN}'."
    elif spec.required:
        way = _example(spec)
    else:
        way = "Give a value, or leave the field out."
    return Finding("empty-value", path, f"'{spec.name}' has no value", way, key=True)


def _not_known_here(spec: Spec, path: Path) -> Finding:
    inner = inner_not_known(spec)
    if inner:
        way = f"Write '{spec.name}: {inner}'."
    else:
        way = f"{spec.help} {_example(spec)}" if spec.required else "Leave the field out if nobody knows."
    return Finding(
        "not-known-here", path, f"'{NOT_KNOWN}' is no answer for '{spec.name}'", way,
        replace=inner or None, safe=bool(inner),
    )  # fmt: skip


def _says_nothing(spec: Spec, value: str, path: Path) -> Finding:
    known = NOT_KNOWN if spec.not_known else inner_not_known(spec)
    if known:
        way = f"Write '{spec.name}: {known}'."
    else:
        way = f"{spec.help} {_example(spec)}" if spec.required else "Leave the field out if nobody knows."
    certain = value.casefold() in _SAYS_NOTHING or _plain(value) == NOT_KNOWN
    return Finding(
        "placeholder", path, look_alike(value) or f"'{cut(value)}' says nothing about '{spec.name}'", way,
        replace=known or None, safe=bool(known) and certain,
    )  # fmt: skip


def _example(spec: Spec) -> str:
    if spec.part is not None:
        return f"For example '{spec.name}: {f'[{template(spec)}]' if spec.many else template(spec)}'."
    value = f"[{spec.example}]" if spec.many and spec.kind in ("term", "council") else spec.example
    quoted = f'"{value}"' if spec.kind == "text" else value
    return f"For example '{spec.name}: {quoted}'."
