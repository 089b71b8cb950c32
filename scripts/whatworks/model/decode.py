"""Plain values to a study: no checks here; what the checks passed is taken at its word."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from whatworks.model.dates import parse_day, parse_when
from whatworks.model.figure import parse_figure
from whatworks.model.spec import NOT_KNOWN, Spec, specs

Part = TypeVar("Part")
Convert = Callable[[Any], Any]

_NOT_KNOWN = [NOT_KNOWN]


def decode(part: type[Part], data: dict[str, Any]) -> Part:
    """Make a part from values that passed the checks; `not-known` becomes the field's empty value."""
    values = {}
    converters = _converters(part)  # type: ignore[arg-type]
    for name, value in data.items():
        convert = converters.get(name)
        if convert is not None and value != NOT_KNOWN and value != "" and value != _NOT_KNOWN:
            values[name] = convert(value)
    return part(**values)


@cache
def _converters(part: type[Any]) -> dict[str, Convert]:
    """For each field of a part, how its value is made from a plain one."""
    return {name: _many(spec) if spec.most else _one(spec) for name, spec in specs(part).items()}  # type: ignore[arg-type]


def _many(spec: Spec) -> Convert:
    one = _one(spec)

    def convert(value: Any) -> tuple[Any, ...]:
        # A single value where a list may stand counts as a list of one.
        return tuple(map(one, value if isinstance(value, list) else [value]))

    return convert


def _one(spec: Spec) -> Convert:
    part, shorthand = spec.part, spec.shorthand
    if part is None:
        return _BY_KIND.get(spec.kind, _same)
    return lambda value: decode(part, {shorthand: value} if isinstance(value, str) else value)


def _same(value: Any) -> Any:
    return value


_BY_KIND: dict[str, Convert] = {
    "text": lambda text: text.removesuffix("\n"),  # the line break that ends a block text
    "figure": parse_figure,
    "when": parse_when,
    "day": parse_day,
    "count": int,
    "flag": lambda text: text == "true",
}
