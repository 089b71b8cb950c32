"""The JSON Schema: valid itself, true to the real cases, and firm with broken ones."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from samples import plain, result

from built_site import ROOT, SITE_URL
from whatworks.model.spec import specs
from whatworks.model.study import Study

CASES = sorted((ROOT / "case_studies").glob("[a-z]*.md"))


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, with which editors read: dates stay text, only true and false are truth values."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in found if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


@pytest.fixture(scope="module")
def schema(built: Path) -> dict[str, Any]:
    """The published schema."""
    found = json.loads((built / "schema/case-study.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """A validator for it."""
    return Draft202012Validator(schema)


def faults(validator: Draft202012Validator, data: object) -> list[str]:
    """Where and why data does not fit."""
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message[:90]}" for one in validator.iter_errors(data)]


def test_the_schema_is_valid(schema: dict[str, Any]) -> None:
    """It follows draft 2020-12 and names its own address."""
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{SITE_URL}schema/case-study.json"


def test_every_real_case_fits(validator: Draft202012Validator) -> None:
    """No editor marks a published case as wrong."""
    found = {}
    for path in CASES:
        data = yaml.load(path.read_text(encoding="utf-8").split("\n---", 1)[0], Loader=EditorLoader)  # noqa: S506
        if wrong := faults(validator, data):
            found[path.stem] = wrong
    assert found == {}


def test_councils_are_completed_with_their_names(schema: dict[str, Any], validator: Draft202012Validator) -> None:
    """Every code of the register is offered with the council's name, whatever the form of the code."""
    offered = {one["const"]: one["title"] for one in schema["$defs"]["council"]["anyOf"]}
    assert offered["LDS"] == "Leeds City Council"
    assert all(faults(validator, plain(councils=[code])) == [] for code in ("NIR-X", "GMCA", "SWT"))


BROKEN = {
    "unknown field": plain(solution="An app"),
    "missing field": plain(limits=None),
    "unknown term": plain(about=["better-lives"]),
    "heading as term": plain(about=["streets-travel-and-climate"]),
    "council by name": plain(councils=["Leeds"]),
    "text too long": plain(title="x" * 101),
    "empty text": plain(title=""),
    "figure with a sign": plain(outcomes=[result(result="28%")]),
    "figure with a comma": plain(outcomes=[result(result="2,165")]),
    "date in words": plain(started="May 2014"),
    "address without a host": plain(
        sources=[{"key": "report", "title": "T", "publisher": "P", "kind": "press", "url": "example"}]
    ),
    "list for a text": plain(title=["x"]),
    "no sources": plain(sources=[]),
    "not-known where it is no answer": plain(limits="not-known", title="not-known", councils="not-known"),
    "flag that is not true": plain(outcomes=[result(estimated="perhaps")]),
    "unknown field in a part": plain(outcomes=[result(value="3")]),
    "id with capitals": plain(id="Leeds-Example"),
    "too many outcomes": plain(about=["staff-time", "safer", "healthier", "more-homes"]),
}


def test_the_sample_fits(validator: Draft202012Validator) -> None:
    """The case that the broken ones are made from is itself right."""
    assert faults(validator, plain()) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_case_does_not_fit(validator: Draft202012Validator, name: str) -> None:
    """What the checks refuse, and a schema can see, the schema refuses."""
    assert faults(validator, BROKEN[name]) != []


def test_not_known_is_legal_where_the_declaration_says_so(validator: Draft202012Validator) -> None:
    """Each field that may be not-known accepts the word."""
    for spec in specs(Study).values():
        if spec.not_known:
            assert faults(validator, plain(**{spec.name: "not-known"})) == [], spec.name


def test_every_field_is_explained(schema: dict[str, Any]) -> None:
    """An editor shows a title and a sentence for every field."""
    for spec in specs(Study).values():
        assert schema["properties"][spec.name]["title"] == spec.label
        assert spec.help in schema["properties"][spec.name]["description"]


def test_every_term_is_explained(schema: dict[str, Any]) -> None:
    """Completion offers the words of a list with their labels and meanings."""
    terms = schema["properties"]["service_areas"]["items"]["anyOf"]
    assert all(one["const"] and one["title"] and one["description"] for one in terms)
