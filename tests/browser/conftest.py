"""What the browser tests share: a real Chromium, and the real site served below a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from find_browser import NoBrowserError, find_browser
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from serving import serve

from built_site import real_site

FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site."""
    return real_site(tmp_path_factory)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the served site, below a folder of its host."""
    with serve(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests fail, since passing over them would say that all is well."""
    try:
        path = find_browser()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page of a desk's width, in a browser that remembers nothing."""
    yield from _page(
        browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", reduced_motion="reduce")
    )


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of a phone's width, in a browser that remembers nothing."""
    yield from _page(browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light"))


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without scripts."""
    yield from _page(browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False))


def _page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()
