"""A real browser and a server that counts: what a page loads, in how many round trips, on how slow a processor."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

_PACKED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt")
"""Files that a host compresses; search files of ours and of Pagefind are compressed already."""
_QUIET = 250  # milliseconds without a new request, after which all that can be asked for has been
_MOST_WAITS = 100


@dataclass(slots=True)
class Host:
    """A site that is served: its address, and the bytes that were sent of each file, compressed."""

    address: str
    sent: dict[str, int] = field(default_factory=dict)


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serve a folder while the block lasts."""
    host = Host("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine, or Playwright's own."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def slow_down(page: Page, times: float) -> None:
    """Make the page's processor so many times slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


class Rounds:
    """Counts round trips: everything that a page asks for is held back until it asks for nothing more, then let go."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._held: list[Route] = []
        self._ended = False
        page.route("**/*", self._hold)

    def until(self, ready: str) -> int:
        """How many times something had to be let go before the page says that it is ready."""
        rounds = 0
        for _ in range(_MOST_WAITS):
            self._settle()
            if self._page.evaluate(ready):
                return rounds
            rounds += bool(self._held)
            for route in self._held:
                route.continue_()
            self._held.clear()
        raise TimeoutError(f"The page was not ready after {rounds} round trips.")

    def end(self) -> None:
        """Hold nothing back any more."""
        self._ended = True
        for route in self._held:
            route.continue_()
        self._held.clear()

    def _hold(self, route: Route) -> None:
        if self._ended or route.request.is_navigation_request():
            route.continue_()
        else:
            self._held.append(route)

    def _settle(self) -> None:
        known = -1
        while known != len(self._held):
            known = len(self._held)
            self._page.wait_for_timeout(_QUIET)


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder, compressed as a host does it, each counted."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def __init__(self, host: Host, *given: Any, **named: Any) -> None:
        self._host = host
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix in _PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self._host.sent[self.path.partition("?")[0]] = len(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""
