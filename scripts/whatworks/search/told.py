"""An answer for people and for machines, as the `search` command prints it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from whatworks.errors import WhatWorksError
from whatworks.search.answer import answer
from whatworks.search.reader import Reader

Where = Mapping[str, Sequence[str]]


def choices(where: Iterable[str]) -> dict[str, list[str]]:
    """`facet=id` choices by facet.

    Raises:
        WhatWorksError: one has not this form.

    """
    found: dict[str, list[str]] = {}
    for choice in where:
        facet, sign, one = choice.partition("=")
        if not sign or not facet or not one:
            raise WhatWorksError(f"'{choice}' is not of the form FACET=ID, such as services=waste.")
        found.setdefault(facet, []).append(one)
    return found


def as_json(reader: Reader, query: str, where: Where, sort: str, limit: int) -> str:
    """`{total, results: [{id, score, title}], facets: {facet: {id: count}}}`."""
    found = answer(reader, query, where, sort, facets=tuple(reader.root.facets))
    results = []
    for number, score in found.cases[:limit]:
        card = reader.card(number)
        results.append({"id": card["id"], "score": round(score, 6), "title": card["title"]})
    facets = {name: {one: count for one, count in counts.items() if count} for name, counts in found.facets.items()}
    data = {"total": len(found.cases), "results": results, "facets": facets}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_text(reader: Reader, query: str, where: Where, sort: str, limit: int) -> str:
    """A line or two a case."""
    found = answer(reader, query, where, sort)
    plan, total = found.plan, len(found.cases)
    lines = [f"{total:,} {'case' if total == 1 else 'cases'}"]
    lines += [f"Searched for '{better}' instead of '{word}'." for word, better in plan.mended.items()]
    lines += [f"Nothing is known of '{word}'." for word in plan.unknown]
    if plan.added:
        lines.append(f"Also looked for: {', '.join(dict.fromkeys(added.shown for added in plan.added))}.")
    for number, (case, score) in enumerate(found.cases[:limit], 1):
        card = reader.card(case)
        told = (", ".join(card["councils"]), card["direction"], card["evidence"], card["cost"], str(card["year"]))
        lines += [f"\n{number}. {card['title']}", f"   {'; '.join(filter(None, told))}"]
        lines.append(f"   {card['url']} ({score:.2f})")
    return "\n".join(lines) + "\n"


FORMS: dict[str, Callable[[Reader, str, Where, str, int], str]] = {"text": as_text, "json": as_json}
