"""Every field against its declaration: known, present, of the right kind, short enough, well formed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whatworks.check.diagnostics import Finding
from whatworks.check.rules.values import check_value
from whatworks.check.suggest import nearest
from whatworks.corpus import Corpus, Words
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.model.study import Study
from whatworks.text.frontmatter import Document, Path, Value

_EMPTY = ("", "~", "null")
_SAYS_NOTHING = {
    "not known", "not_known", "notknown", "unknown", "unkown", "don't know", "dont know", "dk", "n/a", "na", "n.a.",
    "not available", "not applicable", "not stated", "none known", "nk", "?", "??", "-", "–", "—",
}  # fmt: skip


def check_fields(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """The whole front matter against the declarations of a case study."""
    yield from check_part(Study, document.data, (), corpus.words)


def check_part(part: type[Any], data: dict[str, Value], path: Path, words: Words) -> Iterator[Finding]:
    """A mapping against the declarations of a part."""
    declared = specs(part)  # type: ignore[arg-type]
    for name, value in data.items():
        spec = declared.get(name)
        if spec is None:
            yield _unknown(name, (*path, name), declared, data)
        else:
            yield from _check(spec, value, (*path, name), words)
    for name, spec in declared.items():
        if spec.required and name not in data:
            yield _missing(spec, path)


def _check(spec: Spec, value: Value, path: Path, words: Words) -> Iterator[Finding]:
    if value in _EMPTY or value == []:
        yield _empty(spec, path)
    elif value in (NOT_KNOWN, [NOT_KNOWN]):
        if not spec.not_known:
            yield _not_known_here(spec, path)
    elif isinstance(value, str) and value.casefold() in _SAYS_NOTHING and spec.kind != "text":
        yield _says_nothing(spec, value, path)
    elif spec.many:
        yield from _check_list(spec, value, path, words)
    else:
        yield from _check_item(spec, value, path, words)


def _check_list(spec: Spec, value: Value, path: Path, words: Words) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield _not_a_list(spec, value, path)
        return
    if not max(1, spec.least) <= len(value) <= spec.most:
        yield Finding(
            "wrong-count", path, f"'{spec.name}' has {len(value)} entries; {spec.most} is the most",
            "Keep those that say most.", key=True,
        )  # fmt: skip
    for index, item in enumerate(value[: spec.most * 2]):
        if item in _EMPTY or item == []:
            yield _empty(spec, (*path, index))
        elif isinstance(item, str) and value.index(item) < index:
            yield Finding("repeated-entry", (*path, index), f"'{_cut(item)}' stands twice", "Keep one of them.")
        else:
            yield from _check_item(spec, item, (*path, index), words)


def _check_item(spec: Spec, value: Value, path: Path, words: Words) -> Iterator[Finding]:
    if spec.kind == "part" and spec.part is not None:
        if isinstance(value, dict):
            yield from check_part(spec.part, value, path, words)
        elif isinstance(value, str) and spec.shorthand:
            yield from check_value(specs(spec.part)[spec.shorthand], value, path, words)
        else:
            yield _not_a_mapping(spec, value, path)
    elif isinstance(value, str):
        yield from check_value(spec, value, path, words)
    else:
        yield _not_a_text(spec, value, path)


def _unknown(name: str, path: Path, declared: dict[str, Spec], data: dict[str, Value]) -> Finding:
    plain = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if plain in declared and plain not in data:
        return Finding(
            "unknown-field", path, f"'{_cut(name)}' is not a field", f"Write '{plain}'.",
            key=True, replace=plain, safe=True,
        )  # fmt: skip
    near = nearest(plain, declared)
    hint = f"Did you mean '{near}'?" if near else "All fields are listed on the page of fields."
    return Finding(
        "unknown-field", path, f"'{_cut(name)}' is not a field", hint,
        key=True, replace=near if near and near not in data else None,
    )  # fmt: skip


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
    way = f"{spec.help} {_example(spec)}" if spec.required else "Leave the field out if nobody knows."
    return Finding("not-known-here", path, f"'{NOT_KNOWN}' is no answer for '{spec.name}'", way)


def _says_nothing(spec: Spec, value: str, path: Path) -> Finding:
    if spec.not_known:
        return Finding(
            "placeholder", path, f"'{value}' is not a value of '{spec.name}'", f"Write '{NOT_KNOWN}'.",
            replace=NOT_KNOWN, safe=True,
        )  # fmt: skip
    return Finding(
        "placeholder", path, f"'{value}' is not a value of '{spec.name}'",
        _example(spec) if spec.required else "Leave the field out if nobody knows.",
    )  # fmt: skip


def _not_a_list(spec: Spec, value: Value, path: Path) -> Finding:
    single = isinstance(value, str) and spec.kind in ("term", "council") and "," not in value
    return Finding(
        "wrong-kind", path, f"'{spec.name}' needs a list",
        f"Write '{spec.name}: [{value if single else spec.example or '...'}]', or each entry on a line with a hyphen.",
        replace=f"[{value}]" if single else None, safe=single,
    )  # fmt: skip


def _not_a_mapping(spec: Spec, value: Value, path: Path) -> Finding:
    assert spec.part is not None  # noqa: S101 - a part's declaration names its class
    names = ", ".join(name for name, one in specs(spec.part).items() if one.required) or "named fields"
    what = f"'{_cut(value)}'" if isinstance(value, str) else "a list"
    return Finding("wrong-kind", path, f"{what} stands where '{spec.name}' needs {names}", "See the template.")


def _not_a_text(spec: Spec, value: Value, path: Path) -> Finding:
    kind = "a list" if isinstance(value, list) else "a mapping"
    one = value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else None
    hint = (
        "Write the value without brackets or hyphen."
        if isinstance(value, list)
        else ("A text with a colon or curly bracket inside needs quotes.")
    )
    return Finding("wrong-kind", path, f"'{spec.name}' is {kind} where a single value belongs", hint, key=one is None)


def _example(spec: Spec) -> str:
    if not spec.example:
        return ""
    value = f"[{spec.example}]" if spec.many and spec.kind in ("term", "council") else spec.example
    quoted = f'"{value}"' if spec.kind == "text" else value
    return f"For example '{spec.name}: {quoted}'."


def _cut(text: str) -> str:
    longest = 60
    return text if len(text) <= longest else text[: longest - 1] + "…"
