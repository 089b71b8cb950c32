"""A value of the wrong kind: a text where a list belongs, a mapping where a text belongs, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut
from whatworks.check.rules.places import likely
from whatworks.check.rules.slips import certain, comment_at, quoted
from whatworks.check.suggest import means_exactly, nearest_term
from whatworks.corpus import Words
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.text.frontmatter import Path, Value

_BETWEEN = re.compile(r"\s*(?:[,;/|]|\band\b|&)\s*")
_BULLET = re.compile(r"[ ]*(?P<sign>[-•‣▪◦·–—]|\d{1,2}[.)](?=[ \u00a0]))[ \u00a0]*(?=\S)")  # noqa: RUF001 - as typed
_LONGEST = 400  # characters; nobody writes more entries in one
_BETWEEN_ENTRIES = re.compile(r"[\s,;/|&]")
_SAFE_IN_BRACKETS = re.compile(r"[\w.-][\w .&’-]*")  # noqa: RUF001 - the apostrophe people type
_COLON = "a colon followed by a space stands inside the text, and YAML takes it for a field"
_IN_QUOTES = "Put the whole text in quotes."


def not_a_list(spec: Spec, value: Value, path: Path, words: Words) -> Finding:
    """The finding on a single value that stands where a list belongs."""
    message, hint = f"'{spec.name}' needs a list", ""
    mend: Callable[[str], str | None] | None = None
    safe = True
    if isinstance(value, dict):
        known = spec.part is not None and all(name in specs(spec.part) for name in value)
        mend = _with_hyphen if known else None
        hint = "Begin the first line of each entry with a hyphen, and indent its other lines by two spaces more."
    elif isinstance(value, str) and (bullet := _BULLET.match(value)):
        message, hint, mend = "there is no space after the hyphen", "Write a hyphen and a space.", _hyphens
        if bullet["sign"] != "-":
            message = f"the entries of '{spec.name}' begin with '{bullet['sign']}', which makes no list"
            hint = "Begin each entry, on a line of its own, with a hyphen and a space."
    elif isinstance(value, str) and spec.kind in ("term", "council"):
        parts = _split(spec, value, words)
        safe = bool(parts)
        hint = f"Write '{spec.name}: [{', '.join(parts or [spec.example])}]', or each entry on a line with a hyphen."
        if not safe and (near := _guess(spec, value, words)):
            parts, hint = [near.id], f"Did you mean '{spec.name}: [{near.id}]' ({near.name})?"
        mend = _constant(f"[{', '.join(parts)}]") if parts else None
    elif isinstance(value, str) and (spec.kind == "text" or spec.shorthand):
        hint = f"Write '{spec.name}: [\"...\"]', or each entry on a line with a hyphen."
        mend = _one_text
    else:
        hint = f"Write each entry on a line with a hyphen, as in '- {template(spec)}'."
    return Finding("wrong-kind", path, message, hint, replace=mend, safe=safe and mend is not None)


def several_in_one(spec: Spec, values: list[Value], words: Words) -> dict[str, list[str]]:
    """The entries of a list that hold several each, such as "Leeds and Bradford", with what they hold."""
    texts = [item for item in values if isinstance(item, str) and _BETWEEN_ENTRIES.search(item)]
    parts = {item: _split(spec, item, words) for item in texts if spec.kind in ("term", "council")}
    return {item: found for item, found in parts.items() if len(found) > 1}


def apart(joined: dict[str, list[str]], values: list[Value], path: Path) -> Finding:
    """The finding on a list in which some entries hold several; the whole list is written anew."""
    item, parts = next(iter(joined.items()))
    whole = [part for one in values if isinstance(one, str) for part in joined.get(one, [one])]
    certain = all(isinstance(one, str) for one in values) and all(map(_SAFE_IN_BRACKETS.fullmatch, whole))
    new = f"[{', '.join(dict.fromkeys(whole))}]"
    return Finding(
        "wrong-kind", path, f"'{cut(item)}' holds {len(parts)} entries in one",
        f"Write '[{', '.join(parts)}]', with a comma between them and no quotes around.",
        replace=(lambda typed: None if "#" in typed else new) if certain else None, safe=certain,
    )  # fmt: skip


def not_a_mapping(spec: Spec, value: Value, path: Path) -> Finding:
    """The finding on a text or list that stands where named fields belong."""
    assert spec.part is not None  # noqa: S101 - a part's declaration names its class
    names = ", ".join(name for name, one in specs(spec.part).items() if one.required) or "named fields"
    what = f"'{cut(value)}'" if isinstance(value, str) else "a list"
    return Finding("wrong-kind", path, f"{what} stands where '{spec.name}' needs {names}", f"Write '{template(spec)}'.")


def not_a_text(spec: Spec, value: Value, path: Path) -> Finding:
    """The finding on a list or mapping that stands where a single value belongs."""
    if isinstance(value, dict):
        return sentence_with_colon(path)
    texts = [item for item in value if isinstance(item, str)]
    one = texts[0] if len(value) == 1 and texts else None
    new: str | Callable[[str], str | None] | None = one
    if spec.kind == "text" and len(texts) == len(value):
        new = _unbracketed if one is None else quoted(one)
    return Finding(
        "wrong-kind", path, f"'{spec.name}' is a list where a single value belongs",
        "Write the value without brackets or hyphen.", replace=new, safe=new is not None,
    )  # fmt: skip


def sentence_with_colon(path: Path) -> Finding:
    """The finding on a sentence that YAML took for a field, because it holds a colon."""
    return Finding("wrong-kind", path, _COLON, _IN_QUOTES, replace=_quoted_line, safe=True)


def template(spec: Spec) -> str:
    """The fields that every entry of a part needs, each with its example, on one line."""
    if spec.part is None:
        return spec.example
    fields = [f"{name}: {_shown(one)}" for name, one in specs(spec.part).items() if one.required]
    return f"{{{', '.join(fields)}}}"


def inner_not_known(spec: Spec) -> str:
    """What says that nothing is known of a part which has one field for that; "" where there is none."""
    required: list[Spec] = [] if spec.part is None else [one for one in specs(spec.part).values() if one.required]
    return f"{{{required[0].name}: {NOT_KNOWN}}}" if len(required) == 1 and required[0].not_known else ""


def _shown(spec: Spec) -> str:
    value = f'"{spec.example}"' if spec.kind in ("text", "link") else spec.example
    return f"[{value}]" if spec.many else value


def _split(spec: Spec, value: str, words: Words) -> list[str]:
    """The entries that a text spells, as they would be typed; none where that is in doubt."""
    if len(value) > _LONGEST:
        return []
    whole = _recognised(spec, value, words)
    if whole:
        return [whole]
    parts = [_recognised(spec, part, words) for part in _BETWEEN.split(value) if part]
    return parts if len(parts) > 1 and all(parts) else []


class _Guess(NamedTuple):
    id: str
    name: str


def _guess(spec: Spec, value: str, words: Words) -> _Guess | None:
    """The one entry that a text may mean: worth asking, but not certain."""
    if spec.kind == "council":
        codes = likely(value, words.councils)
        return _Guess(codes[0], words.councils.by_code[codes[0]].name) if len(codes) == 1 else None
    near = nearest_term(value, words[spec.vocabulary])
    return _Guess(near, words[spec.vocabulary].label_of(near)) if near else None


def _recognised(spec: Spec, word: str, words: Words) -> str:
    if spec.kind == "council":
        upper = word.strip().upper()
        return upper if upper in words.councils.by_code else words.councils.by_name.get(word.strip().casefold(), "")
    vocabulary = words[spec.vocabulary]
    near = nearest_term(word, vocabulary)
    return near if near and means_exactly(word, near, vocabulary) else ""


def _constant(text: str) -> Callable[[str], str]:
    return lambda _: text


def _with_hyphen(typed: str) -> str:
    return f"[{typed}]" if typed.startswith("{") else "- " + typed.replace("\n", "\n  ")


def _hyphens(typed: str) -> str | None:
    lines = typed.split("\n")
    found = [(line, _BULLET.match(line)) for line in lines]
    if not all(bullet for _, bullet in found):
        return None
    return "\n".join(f"{line[: bullet.start('sign')]}- {line[bullet.end() :]}" for line, bullet in found if bullet)


def _one_text(typed: str) -> str:
    whole = typed if typed.startswith(('"', "'")) else quoted(" ".join(typed.split()))
    return f"[{whole}]"


def _unbracketed(typed: str) -> str | None:
    """A sentence in brackets, which its commas made a list."""
    return quoted(typed[1:-1]) if re.fullmatch(r"\[[^\[\]\"\n]*\]", typed) else None


def _quoted_line(typed: str) -> str | None:
    at = comment_at(typed)
    text, comment = typed[:at], typed[at:]
    return None if "\n" in typed or typed.startswith(("{", "[")) or not certain(text) else quoted(text) + comment
