"""The search files of a collection, as the site writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samples import collection_of, make_study

from whatworks.corpus import Words
from whatworks.search.answer import answer
from whatworks.search.reader import Reader
from whatworks.site.guides import Guide
from whatworks.site.lunr_module import PATH
from whatworks.site.search_files import search_files

GUIDE = Guide("about/evidence/", "How evidence is rated", "The published rule.", "# How evidence is rated\n\nA zebra.")


def _files(words: Words, *studies: dict[str, Any]) -> dict[str, bytes]:
    collection = collection_of([make_study(**study) for study in studies], words)
    outputs = list(search_files(replace(collection, guides=(GUIDE,))))
    assert len({output.path for output in outputs}) == len(outputs)
    return {output.path: output.make() for output in outputs}


def _reader(made: dict[str, bytes]) -> Reader:
    return Reader(lambda path: made[f"search/{path}"])


def test_a_case_is_found_by_all_that_it_says_and_is(words: Words) -> None:
    """Title, text, council, supplier, terms and their synonyms."""
    reader = _reader(_files(words, {}))
    for typed in ("faults", "rang", "Leeds", "software", "potholes", "yorkshire", "readers council:leeds", "need"):
        assert [number for number, _ in answer(reader, typed).cases] == [0], typed
    assert reader.card(0)["id"] == "leeds-example"


def test_cards_say_what_a_result_shows(words: Words) -> None:
    """All that stands beside a result, and its row."""
    made = _files(words, {})
    card = _reader(made).card(0)
    assert card["url"] == "studies/leeds-example/"
    assert card["councils"] == ["Leeds City Council"]
    assert card["direction"] == "Improved"
    assert "outcomes:streets-mended" in card["terms"]
    assert 'href="../studies/leeds-example/"' in card["row"]


def test_guides_are_found_beside_the_cases(words: Words) -> None:
    """They have cards, and are never counted as cases."""
    reader = _reader(_files(words, {}))
    found = answer(reader, "zebra")
    assert found.cases == []
    assert [reader.card(number)["url"] for number, _ in found.others] == ["about/evidence/"]


def test_every_facet_has_a_file_and_headings_count_for_their_outcomes(words: Words) -> None:
    """The direction of the headline is a facet of the search."""
    reader = _reader(
        _files(words, {}, {"id": "leeds-other", "about": ["safer"], "stage": "in-use", "stage_as_of": "2021"})
    )
    found = answer(reader, "", facets=tuple(reader.root.facets))
    assert found.facets["directions"] == {"improved": 2}
    assert found.facets["outcomes"]["streets-travel-and-climate"] == 1
    assert found.facets["stages"] == {"in-use": 1, "finished": 1}


def test_the_newest_case_has_the_highest_number(words: Words) -> None:
    """So that ties need no dates."""
    reader = _reader(_files(words, {"published": "2026-11-21"}, {"id": "leeds-older", "published": "2026-11-01"}))
    assert [reader.card(number)["id"] for number in range(2)] == ["leeds-older", "leeds-example"]


def test_an_edit_changes_few_files(words: Words) -> None:
    """Blocks of other words keep their names and bytes."""
    many = [{"id": f"leeds-{number}", "title": f"Number {number}"} for number in range(40)]
    before = _files(words, *many)
    after = _files(words, *many[:-1], many[-1] | {"title": "A number of zebras"})
    changed = {path for path, raw in after.items() if before.get(path) != raw}
    assert "search/root.bin" in changed
    assert len(changed) < len(after) / 4


def test_the_same_collection_gives_the_same_bytes(words: Words) -> None:
    """Nothing depends on the clock or the run."""
    assert _files(words, {}) == _files(words, {})


def test_lunr_is_a_module(words: Words) -> None:
    """With its licence, and one default export."""
    source = _files(words, {})[PATH].decode()
    assert source.startswith("/*! lunr.js (C) Oliver Nightingale, MIT licence")
    assert source.rstrip().endswith("export default module.exports;")
