"""The terms that the header suggests."""

from __future__ import annotations

import json
from pathlib import Path


def test_every_suggested_term_has_a_page_and_its_everyday_words(built: Path) -> None:
    """Outcomes, services and councils are there with label and synonyms, and each leads to a page."""
    found = json.loads((built / "search/suggestions.json").read_text(encoding="utf-8"))
    assert {kind for kind, *_ in found} == {"outcomes", "services", "councils"}
    assert [one for one in found if not (built / one[0] / one[1] / "index.html").is_file()] == []
    also = {one: words for _, one, _, words in found}
    assert "potholes" in also["streets-mended"]
