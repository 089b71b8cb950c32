"""Everything that the site is made of beside the hand-written pages, in one visible list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whatworks.shell import Page, Shells
from whatworks.site.about_collection import about_collection
from whatworks.site.collection import Collection
from whatworks.site.feeds import feeds
from whatworks.site.home import home
from whatworks.site.links import study_path
from whatworks.site.listings import listings
from whatworks.site.opendata import open_data
from whatworks.site.output import Output, signature
from whatworks.site.reference import reference
from whatworks.site.schema import schema
from whatworks.site.study_page import study_page
from whatworks.site.suggestions import suggestions
from whatworks.site.wanted_pages import wanted_pages

Product = Callable[[Collection, Shells], Iterator[Output]]


def _home(collection: Collection, shells: Shells) -> Iterator[Output]:
    yield _poured(home(collection), shells)


def _studies(collection: Collection, shells: Shells) -> Iterator[Output]:
    for card in (*collection.cards, *collection.gone):
        near = (
            f"{one.card.id} {one.card.title} {one.card.state} {one.reason}"
            for one in collection.neighbours.get(card.id, ())
        )
        wishes = (f"{one.id} {one.title}" for one in collection.answered_by.get(card.id, ()))
        deps = (collection.keys[card.id], shells.key, str(collection.settings), *near, *wishes)
        yield Output(study_path(card.id), signature(deps), _study(card.id, collection, shells), group=card.id)


def _study(study_id: str, collection: Collection, shells: Shells) -> Callable[[], bytes]:
    def make() -> bytes:
        told = collection.tell(study_id)
        near = collection.neighbours.get(study_id, ())
        wishes = collection.answered_by.get(study_id, ())
        page = study_page(told.study, told.body, near, wishes, collection.words, collection.settings, collection.today)
        return shells.pour(page).encode("utf-8")

    return make


def _listings(collection: Collection, shells: Shells) -> Iterator[Output]:
    for listed in listings(collection):
        deps = (listed.path, str(collection.settings), shells.key, *listed.deps)
        yield Output(listed.path, signature(deps), lambda one=listed: shells.pour(one.page).encode("utf-8"))  # type: ignore[misc]


def _reference(collection: Collection, shells: Shells) -> Iterator[Output]:
    for page in reference(collection):
        yield _poured(page, shells)


def _about(collection: Collection, shells: Shells) -> Iterator[Output]:
    yield _poured(about_collection(collection), shells)


def _wanted(collection: Collection, shells: Shells) -> Iterator[Output]:
    for page in wanted_pages(collection):
        yield _poured(page, shells)


def _poured(page: Page, shells: Shells) -> Output:
    deps = (page.path, page.title, page.description, page.head, page.content, shells.key)
    return Output(page.path, signature(deps), lambda: shells.pour(page).encode("utf-8"))


def _plain(product: Callable[[Collection], Iterator[Output]]) -> Product:
    return lambda collection, _: product(collection)


def _search(collection: Collection, _: Shells) -> Iterator[Output]:
    from whatworks.site.search_files import search_files  # loads numpy, which takes a tenth of a second

    yield from search_files(collection)


PRODUCTS: tuple[Product, ...] = (
    _home,
    _studies,
    _listings,
    _wanted,
    _about,
    _reference,
    _plain(feeds),
    _plain(open_data),
    _plain(schema),
    _plain(suggestions),
    _search,
)
"""One function a kind of page or file; the sitemap is made of what they yield."""


def outputs(collection: Collection, shells: Shells, *, search: bool = True) -> Iterator[Output]:
    """Every file that the cases yield, with or without those that the search reads."""
    for product in PRODUCTS:
        if search or product is not _search:
            yield from product(collection, shells)
