"""One value against its declaration, by kind; each kind knows the ways in which people get it wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut, latin, look_alike
from whatworks.check.rules.files import KEPT_BY_WINDOWS, SLUG, kebab
from whatworks.check.rules.links import check_link
from whatworks.check.rules.mend import mend_date, mend_figure
from whatworks.check.rules.places import check_council
from whatworks.check.suggest import about, means_exactly, nearest_term
from whatworks.corpus import Words
from whatworks.model.dates import parse_day, parse_when
from whatworks.model.figure import parse_figure
from whatworks.model.spec import NOT_KNOWN, Spec
from whatworks.model.vocabulary import Vocabulary
from whatworks.text.frontmatter import Path

_SIGNS_IN_UNIT = re.compile(r"[\d()\[\]%£€$]")
_MOST_MONTHS = 240
_IN_LATIN = {
    "slug": "bad-id", "term": "unknown-term", "council": "unknown-council", "figure": "bad-figure",
    "when": "bad-date", "day": "bad-date", "flag": "bad-flag", "count": "bad-number",
}  # fmt: skip
"""Kinds whose values are in Latin letters, each with the rule that a look-alike breaks."""


def check_value(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:
    """The findings on one value."""
    letter = look_alike(value) if spec.kind in _IN_LATIN else ""
    if letter:
        plain = latin(value)
        return iter((
            Finding(_IN_LATIN[spec.kind], path, letter, f"Type it again: '{cut(plain)}'.", replace=plain, safe=True),
        ))  # fmt: skip
    return _BY_KIND[spec.kind](spec, value, path, words)


def _text(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    if spec.limit and len(value) > spec.limit:
        yield Finding(
            "too-long", path, f"'{spec.name}' has {len(value)} characters; {spec.limit} is the most",
            "Say it more shortly; details belong in the text below.",
        )  # fmt: skip
    one_line = value.removesuffix("\n")  # a block text ends with a line break, which nobody typed as a space
    if one_line != one_line.strip() or "  " in value:
        yield Finding(
            "padded-value",
            path,
            f"white space stands around or twice inside '{spec.name}'",
            "Delete the extra spaces.",
            replace=_unpadded,
            safe=True,
        )
    if spec.name == "unit" and (match := _SIGNS_IN_UNIT.search(value)):
        yield Finding(
            "digits-in-unit", path, f"the unit '{value}' holds '{match[0]}'",
            "Write it in words: 'per cent', 'GBP', 'GBP a year'; numbers belong in the figure or the measure.",
            replace={"%": '"per cent"', "£": '"GBP"'}.get(value), safe=value in ("%", "£"),
        )  # fmt: skip


def _unpadded(typed: str) -> str | None:
    if "\n" in typed:
        return None
    quote = typed[0] if typed[0] in ("'", '"') else ""
    inner = typed[1:-1] if quote else typed
    return quote + re.sub(r"[ \u00a0]{2,}", " ", inner).strip() + quote


def _slug(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    if spec.name == "id" and value in KEPT_BY_WINDOWS:
        yield Finding(
            "bad-id", path, f"'{value}' is a name that Windows keeps for a device: no file there can be called so",
            f"Choose a longer one, such as '{spec.example}'.",
        )  # fmt: skip
    elif not SLUG.fullmatch(value) or len(value) > spec.limit:
        yield Finding(
            "bad-id", path, f"'{cut(value)}' is not in lower case with hyphens",
            f"Write '{kebab(value) or spec.example}': letters a to z, digits and hyphens.",
            replace=kebab(value) or None,
        )  # fmt: skip


def _term(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:
    vocabulary = words[spec.vocabulary]
    if value in vocabulary.usable:
        return
    term = vocabulary.by_id.get(value)
    if term is not None and term.replaced_by:
        yield Finding(
            "retired-term", path, f"'{value}' has been replaced by '{term.replaced_by}'",
            f"Write '{term.replaced_by}'.", replace=term.replaced_by, safe=True,
        )  # fmt: skip
    elif term is not None:
        under = ", ".join(one.id for one in vocabulary.narrower.get(value, ()))
        yield Finding("heading-term", path, f"'{value}' is a heading of {vocabulary.id}", f"Choose from: {under}.")
    else:
        near = nearest_term(value, vocabulary)
        yield Finding(
            "unknown-term", path, f"'{cut(value)}' is not one of the {vocabulary.label.casefold()}",
            _way(spec, value, near, vocabulary),
            replace=near or None, safe=bool(near) and means_exactly(value, near, vocabulary),
        )  # fmt: skip


def _way(spec: Spec, value: str, near: str, vocabulary: Vocabulary) -> str:
    if near and value.strip() == near:
        return "Delete the space beside it; it may be a hard one, which looks like any other."
    if near:
        label = vocabulary.label_of(near)
        return f"Did you mean '{near}'{'' if label.casefold() == near.replace('-', ' ') else f' ({label})'}?"
    if found := about(value, vocabulary):
        return f"Terms about it: {', '.join(found[:8])}."
    others = len(vocabulary.usable) > 8
    some = sorted(vocabulary.usable)[:8] + ([NOT_KNOWN] if spec.not_known else [])
    return f"Choose from: {', '.join(some)}{' and others' if others else ''}."


def _figure(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    figure = parse_figure(value)
    if figure is None:
        new, safe, hint = mend_figure(value)
        yield Finding("bad-figure", path, f"'{cut(value)}' is not a figure", hint, replace=new, safe=safe)
        return
    numbers = [float(number) for number in (figure.low, figure.high) if number]
    # A fall is written either way round: '-5 to -10' and '-10 to -5' mean the same.
    if numbers[0] > numbers[-1] and numbers[0] > 0:
        yield Finding(
            "impossible-figure", path, f"the range '{value}' runs from the larger number to the smaller",
            f"Write '{figure.high} to {figure.low}' if a range is meant; what fell has a 'baseline' and a 'result'.",
        )  # fmt: skip
    if figure.of and max(numbers) > float(figure.of):
        yield Finding(
            "impossible-figure", path, f"the part is larger than the whole in '{value}'",
            f"The part comes first: '{figure.of} of {figure.high or figure.low}', if the two changed places.",
        )  # fmt: skip
    if spec.name == "amount" and min(numbers) < 0:
        yield Finding(
            "impossible-figure", path, f"the cost '{value}' is below zero",
            "Write what was paid without a minus; money that was saved is an outcome.",
        )  # fmt: skip


def _when(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    if parse_when(value) is None:
        new, safe, hint = mend_date(value)
        yield Finding("bad-date", path, f"'{cut(value)}' is not a date", hint, replace=new, safe=safe)


def _day(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    if parse_day(value) is None:
        new, safe, hint = mend_date(value)
        full = new if new is not None and parse_day(new) is not None else None
        way = hint if full or new is None else "A full day is needed here."
        if full is None:
            way = f"{way} For example '{spec.example}'."
        yield Finding(
            "bad-date", path, f"'{cut(value)}' is not a day", way, replace=full, safe=safe and full is not None
        )


def _link(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    yield from check_link(value, path)


def _flag(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    if value == "true":
        return
    yes = value.casefold() in ("yes", "true", "y", "on", "1")
    no = value.casefold() in ("no", "false", "n", "off", "0")
    hint = f"Leave '{spec.name}' out." if no else f"Write '{spec.name}: true', or leave it out."
    yield Finding(
        "bad-flag", path, f"'{cut(value)}' stands where only true can", hint, replace="true" if yes else None, safe=yes
    )


def _count(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    if not (value.isascii() and value.isdigit() and int(value[:6]) <= _MOST_MONTHS and len(value) <= 3):
        yield Finding(
            "bad-number", path, f"'{cut(value)}' is not a whole number", f"Write digits only: {spec.example}."
        )


def _key(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:  # noqa: ARG001
    """Whether a key names a source of this case is asked where all sources are known."""
    return iter(())


_Check = Callable[[Spec, str, Path, Words], Iterator[Finding]]
_BY_KIND: dict[str, _Check] = {
    "text": _text,
    "slug": _slug,
    "term": _term,
    "council": check_council,
    "figure": _figure,
    "when": _when,
    "day": _day,
    "link": _link,
    "flag": _flag,
    "count": _count,
    "source": _key,
    "study": _key,
}
