"""The JSON Schema of a case's front matter, made from the declarations; editors complete and check with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from whatworks.corpus import Words
from whatworks.model.figure import WORDS
from whatworks.model.spec import NOT_KNOWN, Spec, specs
from whatworks.model.study import Study
from whatworks.site.collection import Collection
from whatworks.site.links import address
from whatworks.site.output import Output, text

_NUMBER = r"-?(0|[1-9]\d*)(\.\d+)?"
_WORD = "|".join(WORDS)
_PATTERNS = {
    "slug": r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "figure": rf"^(({_WORD}) )?{_NUMBER}( to {_NUMBER})?( of (({_WORD}) )?{_NUMBER})?$",
    "when": r"^((about|before|after) )?[12]\d{3}(-\d\d(-\d\d)?)?$",
    "day": r"^[12]\d{3}-\d\d-\d\d$",
    "link": r"^https?://",
    "count": r"^\d{1,3}$",
    "source": r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "study": r"^[a-z0-9]+(-[a-z0-9]+)*$",
}
# YAML gives editors numbers and dates where people type them plain; our own reader keeps the text.
_ALSO_NUMBERS = {"figure": "number", "when": "integer", "count": "integer"}


def schema(collection: Collection) -> Iterator[Output]:
    """The schema's file."""
    url = address(collection.settings.site_url, "schema/case-study.json")
    yield text(
        "schema/case-study.json", json.dumps(json_schema(collection.words, url), ensure_ascii=False, indent=1) + "\n"
    )


def json_schema(words: Words, url: str) -> dict[str, Any]:
    """The schema (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": url,
        "title": "Front matter of a case study",
        "description": "Made from the declarations of the fields; `whatworks validate` checks more than a schema can.",
        **_part(Study, words),
        "$defs": {"council": {"anyOf": [{"const": one.code, "title": one.name} for one in words.councils]}},
    }


def _part(part: type[Any], words: Words) -> dict[str, Any]:
    declared = specs(part)  # type: ignore[arg-type]
    required = [spec.name for spec in declared.values() if spec.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {spec.name: _field(spec, words) for spec in declared.values()},
        **({"required": required} if required else {}),
    }


def _field(spec: Spec, words: Words) -> dict[str, Any]:
    item = _item(spec, words)
    if spec.many:
        item = {"type": "array", "items": item, "minItems": max(1, spec.least), "maxItems": spec.most}
    if spec.not_known:
        item = {"anyOf": [item, {"const": NOT_KNOWN}]}
    needed = f" ({spec.when})" if spec.when else ""
    described = {"title": spec.label, "description": f"{spec.help}{needed}"}
    if spec.example and not spec.part:
        described["examples"] = [[spec.example] if spec.many else spec.example]  # type: ignore[assignment]
    return {**described, **item, **({"default": spec.default} if spec.default else {})}


def _item(spec: Spec, words: Words) -> dict[str, Any]:
    if spec.part is not None:
        part = _part(spec.part, words)
        return {"anyOf": [{"type": "string"}, part]} if spec.shorthand else part
    if spec.kind == "flag":
        return {"const": True}
    if spec.kind == "term":
        terms = [term for term in words[spec.vocabulary] if term.id in words[spec.vocabulary].usable]
        return {"anyOf": [{"const": term.id, "title": term.label, "description": term.definition} for term in terms]}
    if spec.kind == "council":
        return {"anyOf": [{"$ref": "#/$defs/council"}, *({"const": one} for one in spec.also)]}
    text_schema: dict[str, Any] = {"type": "string", "minLength": 1}
    if spec.limit:
        text_schema["maxLength"] = spec.limit
    if spec.kind in _PATTERNS:
        text_schema["pattern"] = _PATTERNS[spec.kind]
    if spec.kind in _ALSO_NUMBERS:
        return {"anyOf": [text_schema, {"type": _ALSO_NUMBERS[spec.kind]}]}
    return text_schema
