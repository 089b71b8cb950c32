"""Plain values to a study: no checks here; what the checks passed is taken at its word."""

from __future__ import annotations

from typing import Any, TypeVar

from whatworks.model.dates import parse_day, parse_when
from whatworks.model.figure import parse_figure
from whatworks.model.spec import NOT_KNOWN, Spec, specs

Part = TypeVar("Part")


def decode(part: type[Part], data: dict[str, Any]) -> Part:
    """Make a part from values that passed the checks; `not-known` becomes the field's empty value."""
    declared = specs(part)  # type: ignore[arg-type]
    values = {
        name: _many(declared[name], value) if declared[name].most else _one(declared[name], value)
        for name, value in data.items()
        if name in declared and value not in (NOT_KNOWN, "", [NOT_KNOWN])
    }
    return part(**values)


def _many(spec: Spec, value: Any) -> tuple[Any, ...]:
    # A single value where a list may stand counts as a list of one.
    return tuple(_one(spec, item) for item in (value if isinstance(value, list) else [value]))


def _one(spec: Spec, value: Any) -> Any:
    if spec.kind == "part":
        assert spec.part is not None  # noqa: S101 - a part's declaration names its class
        return decode(spec.part, {spec.shorthand: value} if isinstance(value, str) else value)
    convert = _CONVERTERS.get(spec.kind)
    return value if convert is None else convert(value)


_CONVERTERS: dict[str, Any] = {
    "figure": parse_figure,
    "when": parse_when,
    "day": parse_day,
    "count": int,
    "flag": lambda text: text == "true",
}
