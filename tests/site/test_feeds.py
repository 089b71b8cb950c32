"""Atom feeds: well formed, complete, with ids that last and days that are true."""

from __future__ import annotations

import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markup import Tag
from samples import SETTINGS, TODAY, collection_of, contents, make_study

from built_site import SITE_URL
from whatworks.corpus import Words
from whatworks.site.feeds import feeds

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = """]]><script>alert(1)</script>"'&amp; {{ 7*7 }}"""


def parsed(text: str) -> ElementTree.Element:
    """A feed's root element."""
    return ElementTree.fromstring(text)  # noqa: S314 - our own feed


def all_of(element: ElementTree.Element, name: str) -> list[str]:
    """The texts of every child of a name."""
    return [one.text or "" for one in element.findall(f"{ATOM}{name}")]


@pytest.fixture(scope="module")
def published(built: Path) -> dict[str, ElementTree.Element]:
    """Every feed of the real site, by its path."""
    found = sorted((built / "feeds").rglob("*.xml"))
    return {one.relative_to(built).as_posix(): parsed(one.read_text(encoding="utf-8")) for one in found}


def test_every_feed_has_what_atom_asks_for(published: dict[str, ElementTree.Element]) -> None:
    """RFC 4287: one id, title and updated each, an author, a link to itself and to its page."""
    assert "feeds/all.xml" in published
    for path, feed in published.items():
        assert feed.tag == f"{ATOM}feed"
        assert all_of(feed, "id") == [SITE_URL + path]
        assert len(all_of(feed, "title")) == len(all_of(feed, "updated")) == 1
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
        assert links["self"] == SITE_URL + path
        assert str(links["alternate"]).startswith(SITE_URL)
        for entry in feed.findall(f"{ATOM}entry"):
            assert all(len(all_of(entry, name)) == 1 for name in ("id", "title", "updated", "summary", "published"))


def test_entries_are_cases_with_ids_of_their_own(built: Path, published: dict[str, ElementTree.Element]) -> None:
    """An entry's id is the case's lasting address, and none stands twice in a feed."""
    for feed in published.values():
        ids = [entry.findtext(f"{ATOM}id") or "" for entry in feed.findall(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids) <= 50
        assert all((built / one.removeprefix(SITE_URL) / "index.html").is_file() for one in ids)


def test_the_feed_is_as_new_as_its_newest_entry(published: dict[str, ElementTree.Element]) -> None:
    """The day of a feed is that of the entry that was read last; entries stand in that order."""
    for feed in published.values():
        days = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.findall(f"{ATOM}entry")]
        assert days == sorted(days, reverse=True)
        assert not days or feed.findtext(f"{ATOM}updated") == days[0]
        for day in (*days, feed.findtext(f"{ATOM}updated") or ""):
            assert datetime.datetime.fromisoformat(day).tzinfo is datetime.UTC


def test_there_is_a_feed_for_every_outcome_and_service(built: Path, published: dict[str, ElementTree.Element]) -> None:
    """Each page of an outcome or a service has its feed."""
    for facet in ("outcomes", "services"):
        pages = {one.parent.name for one in (built / facet).glob("*/index.html")}
        assert {f"feeds/{facet}/{one}.xml" for one in pages} <= set(published)


def test_pages_name_their_feeds(pages: dict[str, list[Tag]]) -> None:
    """Every page leads readers' programs to the feed of all cases."""
    for path, found in pages.items():
        rels = [one["href"] for tag, one in found if tag == "link" and one.get("type") == "application/atom+xml"]
        assert any(one.endswith("feeds/all.xml") for one in rels), path


def test_hostile_texts_stay_texts(words: Words) -> None:
    """Titles and summaries come out of the feed as they were typed."""
    collection = collection_of([make_study(title=HOSTILE, summary=HOSTILE)], words)
    for path, text in contents(feeds(collection)).items():
        feed = parsed(text)
        for entry in feed.findall(f"{ATOM}entry"):
            assert [entry.findtext(f"{ATOM}{name}") for name in ("title", "summary")] == [HOSTILE, HOSTILE], path
            assert entry.find(f".//{ATOM}script") is None


def test_a_feed_holds_the_newest_fifty(words: Words) -> None:
    """Older cases leave the feed, those read last stay."""
    days = [datetime.date(2026, 1, 1) + datetime.timedelta(days=number) for number in range(60)]
    studies = [
        make_study(id=f"case-{number}", title=f"Case {number}", published="2026-01-01", last_reviewed=str(day))
        for number, day in enumerate(days)
    ]
    feed = parsed(contents(feeds(collection_of(studies, words)))["feeds/all.xml"])
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert ids == [f"{SETTINGS.site_url}studies/case-{number}/" for number in range(59, 9, -1)]


def test_an_empty_feed_is_still_a_feed(words: Words) -> None:
    """An outcome without cases has a feed that can be followed already."""
    feed = parsed(contents(feeds(collection_of([], words)))["feeds/outcomes/warm-homes.xml"])
    assert feed.findtext(f"{ATOM}updated") == f"{TODAY}T00:00:00Z"
    assert not feed.findall(f"{ATOM}entry")
