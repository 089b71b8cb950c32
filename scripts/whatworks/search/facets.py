"""Facets: which documents have which options, one file a facet, and the counting of options.

A file is the header as JSON, then for each case its options: each as its number from 1 on, doubled, plus 1 for the
last; a lone 1 stands for none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from whatworks.search.codec import Cursor, text, varint


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a facet; `above` is the number of the option that it counts for too, or -1."""

    id: str
    label: str
    above: int = -1


@dataclass(frozen=True)
class Facet:
    """A facet's options, and the numbers of the options of each case; an option above others is never in them."""

    id: str
    options: tuple[Option, ...]
    cases: Sequence[tuple[int, ...]]

    @cached_property
    def number(self) -> dict[str, int]:
        """Numbers of options by their ids."""
        return {option.id: number for number, option in enumerate(self.options)}

    def all_of(self, case: int) -> set[int]:
        """The options of a case with those above them."""
        own = self.cases[case]
        return {*own, *(above for one in own if (above := self.options[one].above) >= 0)}


def write_facet(facet: Facet) -> bytes:
    """A facet as the bytes of its file."""
    header = json.dumps(
        [[one.id, one.label, one.above] for one in facet.options], ensure_ascii=False, separators=(",", ":")
    )
    return text(header) + b"".join(map(_case, facet.cases))


def read_facet(name: str, raw: bytes) -> Facet:
    """A facet from the bytes of its file."""
    cursor = Cursor(raw)
    options = tuple(Option(*one) for one in json.loads(cursor.text()))
    cases: list[tuple[int, ...]] = []
    while not cursor.ended:
        own, last = [], 0
        while not last:
            number, last = divmod(cursor.varint(), 2)
            own.append(number - 1)
        cases.append(tuple(one for one in own if one >= 0))
    return Facet(name, options, cases)


def chosen(facet: Facet, ids: Iterable[str]) -> Callable[[int], bool]:
    """Whether a case has one of the options; an id that is no option fits no case."""
    numbers = {facet.number[one] for one in ids if one in facet.number}
    return lambda case: not numbers.isdisjoint(facet.all_of(case))


def counts(
    cases: Sequence[int], facets: Mapping[str, Facet], tests: Mapping[str, Callable[[int], bool]]
) -> dict[str, dict[str, int]]:
    """How many cases each option would leave, by facet: those that pass the tests of all other facets."""
    failed = {case: [name for name, test in tests.items() if not test(case)] for case in cases}
    found = {}
    for name, facet in facets.items():
        numbers = [0] * len(facet.options)
        for case in cases:
            if not failed[case] or failed[case] == [name]:
                for one in facet.all_of(case):
                    numbers[one] += 1
        found[name] = {option.id: number for option, number in zip(facet.options, numbers, strict=True)}
    return found


def _case(own: Sequence[int]) -> bytes:
    if not own:
        return b"\x01"
    last = len(own) - 1
    return b"".join(varint(2 * (number + 1) + (at == last)) for at, number in enumerate(own))
