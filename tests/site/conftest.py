"""What the tests of the site share: the words, and the real site built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from markup import Tag, tags

from built_site import real_site
from whatworks.corpus import Words, builtin_vocabulary, read_words


@pytest.fixture(scope="session")
def words() -> Words:
    """The vocabularies and the register of councils."""
    return read_words(builtin_vocabulary())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site."""
    return real_site(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, list[Tag]]:
    """The elements of every page of the real site, by its path."""
    found = sorted(built.rglob("*.html"))
    return {path.relative_to(built).as_posix(): tags(path.read_text(encoding="utf-8")) for path in found}
