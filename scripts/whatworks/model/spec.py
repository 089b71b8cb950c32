"""How a field of the front matter is declared: once, beside the attribute that holds it.

The declaration is read by the checks, the decoder, the JSON Schema, the template, the reference page
and the exports, so a field is added in one place.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

NOT_KNOWN = "not-known"
"""The value that says honestly that something is not known; legal only where a field allows it."""

Kind = Literal[
    "text", "slug", "term", "council", "figure", "when", "day", "link", "flag", "count", "source", "study", "part"
]
"""What a value is: free text, an id, a term of a vocabulary, a council's code, a figure, a date as exact as it is
known, a full day, a web address, `true`, a whole number, a key of `sources`, another case's id, or a mapping."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One field. `most` is the longest list, 0 for a single value; `limit` the longest text in characters."""

    name: str
    kind: Kind
    label: str
    help: str
    example: str = ""
    required: bool = False
    not_known: bool = False
    least: int = 0
    most: int = 0
    limit: int = 0
    vocabulary: str = ""
    also: tuple[str, ...] = ()
    part: type | None = None
    default: str = ""
    when: str = ""
    shorthand: str = ""

    @property
    def many(self) -> bool:
        """Whether the value is a list."""
        return self.most > 0


def spec(kind: Kind, label: str, help: str, **options: Any) -> Any:  # noqa: A002 - "help" is what it is
    """Declare a field; `options` are the other attributes of `Spec`.

    What may be absent or not known is "" for text, None for a figure, date or part, and an empty tuple for a list.
    """
    declared = Spec("", kind, label, help, **options)
    empty: Any = "" if kind in ("text", "slug", "term", "council", "link", "source", "study") else None
    if declared.many:
        empty = ()
    elif kind == "flag":
        empty = False
    elif declared.default:
        empty = int(declared.default) if kind == "count" else declared.default
    return dataclasses.field(default=empty, metadata={"spec": declared})


@cache
def specs(part: type[Any]) -> dict[str, Spec]:
    """The declared fields of a part, by name, in the order of declaration."""
    return {
        field.name: dataclasses.replace(field.metadata["spec"], name=field.name)
        for field in dataclasses.fields(part)
        if "spec" in field.metadata
    }
