"""The bank of wanted outcomes: what councils have said they want for people, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from whatworks.model.wanted import Wanted
from whatworks.shell import Page
from whatworks.site.collection import Collection
from whatworks.site.links import ROOT, address, rooted, wish_path
from whatworks.site.templates import render

_DAYS_A_YEAR = 365.25
_MOST_RELATED = 6


def wanted_pages(collection: Collection) -> Iterator[Page]:
    """The bank, and a page for each wanted outcome."""
    if not collection.wishes:
        return
    yield _bank(collection)
    for wish in collection.wishes:
        yield _wish(wish, collection)


def age(wish: Wanted, today: datetime.date) -> str:
    """How old a wish is, in words."""
    if wish.said is None:
        return "date not known"
    years = int((today - wish.said.earliest).days / _DAYS_A_YEAR)
    return "this year" if years < 1 else "one year ago" if years == 1 else f"{years} years ago"


def answered(wish: Wanted, collection: Collection) -> bool:
    """Whether a case in the collection, or the last published word, answers the wish."""
    return wish.status == "answered" or any(answer.study in collection.by_id for answer in wish.answers)


def row(wish: Wanted, collection: Collection) -> dict[str, Any]:
    """What a list says of a wish."""
    words = collection.words
    councils = [words.councils.by_code[code].short_name for code in wish.councils]
    most = 2
    return {
        "wish": wish,
        "path": wish_path(wish.id).removesuffix("index.html"),
        "councils": (", ".join(councils[:most]) or "Council not known")
        + (f" and {len(councils) - most} more" if len(councils) > most else ""),
        "age": age(wish, collection.today),
        "cases": sum(answer.study in collection.by_id for answer in wish.answers),
        "answered": answered(wish, collection),
    }


def _bank(collection: Collection) -> Page:
    words = collection.words
    outcomes = words["outcomes"]
    rows = {wish.id: row(wish, collection) for wish in collection.wishes}
    groups = []
    for theme in outcomes:
        held = [wish for wish in collection.wishes if outcomes.by_id[wish.about[0]].broader == theme.id]
        if held:
            groups.append((theme, [rows[wish.id] for wish in held]))
    open_ones = [one for one in rows.values() if not one["answered"]]
    open_ones.sort(key=lambda one: (one["wish"].said is None, one["wish"].said.earliest if one["wish"].said else None))
    content = render(
        "wanted",
        ROOT=Markup(ROOT),
        groups=groups,
        total=len(rows),
        councils=len(collection.wishes_by_term["councils"]),
        answered=len(rows) - len(open_ones),
        open_ones=open_ones,
    )
    path = "wanted/index.html"
    described = "What UK councils and their staff have said in public that they want for people, and what came of it."
    url = address(collection.settings.site_url, path)
    return Page(path, "Wanted by councils", described, url, "", "wanted", rooted(str(content), path))


def _wish(wish: Wanted, collection: Collection) -> Page:
    words = collection.words
    numbers = {source.key: number for number, source in enumerate(wish.sources, 1)}
    answers = {answer.study for answer in wish.answers}
    related = [card for card in collection.cards if set(wish.about) & set(card.levels) and card.id not in answers]
    related.sort(key=lambda card: (-len(set(wish.service_areas) & set(card.ids("services"))), -card.level, card.id))
    path = wish_path(wish.id)
    content = render(
        "wish",
        ROOT="../../",
        wish=wish,
        row=row(wish, collection),
        word=lambda vocabulary, term: words[vocabulary].label_of(term),
        councils=[words.councils.by_code[code] for code in wish.councils],
        answers=[(answer, collection.by_id.get(answer.study)) for answer in wish.answers],
        numbers=numbers,
        related=related[:_MOST_RELATED],
        settings=collection.settings,
        tell=collection.settings.tell(path),
    )
    url = address(collection.settings.site_url, path)
    return Page(path, wish.title, wish.wanted, url, "", "wanted", str(content))
