"""Reference pages for writers, made from the declarations: every field, every rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from whatworks.corpus import Words
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.model.study import HEADINGS, OPTIONAL_HEADINGS, Study
from whatworks.shell import Page
from whatworks.site.collection import Collection
from whatworks.site.links import ROOT, address, rooted
from whatworks.site.templates import render

_KINDS = {
    "text": "text",
    "slug": "lower case with hyphens",
    "term": "word of a list",
    "council": "council code",
    "figure": "figure",
    "when": "date, as exact as known",
    "day": "full date",
    "link": "web address",
    "flag": "true, or left out",
    "count": "whole number",
    "source": "key of a source",
    "study": "id of a case",
    "part": "fields of its own",
}


_OF_NO_FIELD = {"cost-bands", "everyday-words"}


def reference(collection: Collection) -> Iterator[Page]:
    """The page of fields."""
    parts = [("A case study", "", _rows(Study, collection.words))]
    parts += [(spec.label, spec.name, _rows(spec.part, collection.words)) for spec in _parts(Study)]
    content = render(
        "fields",
        ROOT=Markup(ROOT),
        parts=parts,
        headings=HEADINGS,
        optional=OPTIONAL_HEADINGS,
        vocabularies=[one for one in collection.words.vocabularies.values() if one.id not in _OF_NO_FIELD],
    )
    path = "contribute/fields/index.html"
    url = address(collection.settings.site_url, path)
    described = "Every field of a case study: what it means, what it takes, and an example."
    yield Page(path, "Fields of a case study", described, url, "", "contribute", rooted(str(content), path))


def _parts(part: type[Any]) -> Iterator[Spec]:
    """The fields that have fields of their own, each followed by those inside it."""
    for spec in specs(part).values():  # type: ignore[arg-type]
        if spec.part is not None:
            yield spec
            yield from _parts(spec.part)


def _rows(part: type[Any] | None, words: Words) -> list[dict[str, Any]]:
    assert part is not None  # noqa: S101 - asked of parts only
    return [
        {
            "spec": spec,
            "need": "needed" if spec.required else spec.when or "optional",
            "takes": _takes(spec),
            "terms": words[spec.vocabulary].label if spec.vocabulary else "",
        }
        for spec in specs(part).values()  # type: ignore[arg-type]
    ]


def _takes(spec: Spec) -> str:
    parts = [f"list of up to {spec.most}: " if spec.many else "", _KINDS[spec.kind]]
    if spec.limit:
        parts.append(f", up to {spec.limit} characters")
    if spec.not_known:
        parts.append(f", or `{NOT_KNOWN}`")
    if spec.default:
        parts.append(f"; if left out: {spec.default}")
    return "".join(parts)
