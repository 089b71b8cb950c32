"""The template of a new case study, made from the declarations, with the help beside every field."""

from __future__ import annotations

import datetime
import textwrap
from typing import Any

from whatworks.corpus import Words
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.model.study import HEADINGS, OPTIONAL_HEADINGS, Study

_WIDTH = 100
_FILLED = ("id", "title", "councils", "suppliers", "published", "last_reviewed")
_ASKED = {
    "The need": "What was wrong, as a resident or member of staff would tell it.",
    "What was done": "What the council and the supplier did, in the order in which it happened.",
    "What changed": "What is different now for people, how that is known, and whose word it is.",
    "What happened next": "Whether it goes on, who else took it up, what ended; or that nothing is known.",
    "How they worked together": "How they met, how often they spoke, what built trust.",
    "What they would do differently": "What those who were there would do otherwise.",
}


def template(
    case_id: str, words: Words, today: datetime.date, title: str = "", council: str = "", supplier: str = ""
) -> str:
    """A case study to fill in. Each needed field stands ready; optional ones are comments to uncomment."""
    given = {
        "id": case_id,
        "title": quoted(title),
        "councils": f"[{council}]",
        "published": str(today),
        "last_reviewed": str(today),
    }
    lines = ["---", "# Fill in what is known. Text after # is help and may be deleted. Check with: whatworks validate"]
    for spec in specs(Study).values():
        lines += ["", *_help(spec, words)]
        if spec.name == "suppliers":
            lines += _part(spec, {"name": quoted(supplier), "kind": "", "size": NOT_KNOWN})
        elif spec.part is not None:
            lines += _part(spec, {}) if spec.required else _commented(_part(spec, {}))
        else:
            line = f"{spec.name}: {given.get(spec.name, '[]' if spec.many else '')}".rstrip()
            lines += [line] if spec.required else [f"# {line}"]
    lines += ["", *_wrapped("Below the next line stands the text, in these sections:")]
    lines += [line for heading in HEADINGS for line in _wrapped(f"{heading}: {_ASKED[heading]}")]
    lines += [line for heading in OPTIONAL_HEADINGS for line in _wrapped(f"{heading} (optional): {_ASKED[heading]}")]
    lines.append("---")
    for heading in HEADINGS:
        lines += ["", f"## {heading}", ""]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text as YAML takes it without doubt: on one line, in double quotes, with nothing that cannot be seen."""
    seen = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return '"' + seen.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _help(spec: Spec, words: Words) -> list[str]:
    need = "needed" if spec.required else spec.when or "optional"
    notes = [f"{spec.label} ({need}): {spec.help}"]
    if spec.limit:
        notes.append(f"Up to {spec.limit} characters.")
    if spec.many and not spec.part:
        notes.append(f"A list of up to {spec.most}.")
    if spec.example:
        notes.append(f"For example: {spec.example.rstrip('.')}.")
    if spec.vocabulary:
        usable = [term.id for term in words[spec.vocabulary] if term.id in words[spec.vocabulary].usable]
        notes.append(f"One of: {', '.join(usable)}.")
    if spec.not_known:
        notes.append(f"If nobody knows: {NOT_KNOWN}.")
    return _wrapped(" ".join(notes))


def _wrapped(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_on_hyphens=False, break_long_words=False)]


def _part(spec: Spec, given: dict[str, Any]) -> list[str]:
    """A mapping, or a list with one entry; optional fields inside are comments."""
    assert spec.part is not None  # noqa: S101 - asked of parts only
    if spec.shorthand:
        return [f"{spec.name}:", '  - ""']
    lines = [f"{spec.name}:"]
    for number, (name, inner) in enumerate(specs(spec.part).items()):
        lead = "  - " if spec.many and number == 0 else "    " if spec.many else "  "
        value = given.get(name, '""' if inner.kind == "text" else "[]" if inner.many else "")
        line = f"{name}: {value}".rstrip()
        lines.append(f"{lead}{line}" if inner.required or number == 0 else f"{lead}# {line}")
    return lines


def _commented(lines: list[str]) -> list[str]:
    return [f"# {line}" for line in lines]
