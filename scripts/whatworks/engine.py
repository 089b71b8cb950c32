"""The engine: turns hand-written pages and the theme into files. The only module that imports MkDocs.

Everything after it reads files, so another engine needs another `render` and nothing else. MkDocs is
imported inside the functions: importing it takes longer than checking every case study.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from whatworks.errors import WhatWorksError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger(__name__)


class EngineError(WhatWorksError):
    """The pages could not be rendered, or rendered with faults; `messages` holds the engine's own words."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


class _Collector(logging.Handler):
    """Keeps what the engine warns about, once each and in order, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.messages[record.getMessage()] = None


def render(config: Path, out: Path, *, site_url: str | None = None, strict: bool = True) -> tuple[str, ...]:
    """Render the pages of `config` (an mkdocs.yml) into `out`, which is emptied first.

    `site_url` replaces the address in the file. Returns the engine's warnings, and logs them; with
    `strict` any warning raises EngineError, as an error always does. No plugin of the file runs: what
    ours does happens to the rendered files, and so it cannot call itself.
    """
    with _quiet() as collector:
        failure = _build(config, out, site_url)
    messages = tuple(collector.messages)
    if failure is not None:
        raise EngineError(messages or (str(failure),)) from failure
    if strict and messages:
        raise EngineError(messages)
    for message in messages:
        log.warning("%s", message)
    return messages


def load_config(config: Path, out: Path, site_url: str | None = None) -> MkDocsConfig:
    """Read an mkdocs.yml for rendering into `out`, without its plugins; raise MkDocs' exceptions."""
    from mkdocs.config import load_config as load

    return load(str(config), plugins=[], site_dir=str(out.absolute()), site_url=site_url)


def _build(config: Path, out: Path, site_url: str | None) -> Exception | None:
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    try:
        build(load_config(config, out, site_url))
    except (MkDocsException, TemplateError, OSError) as failure:
        return failure
    return None


@contextmanager
def _quiet() -> Iterator[_Collector]:
    """Collect what MkDocs logs for the length of a block, and leave its logger as it was."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    propagate, level = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield collector
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
        logger.setLevel(level)


def serve(build: Callable[[], None], root: Path, watch: tuple[Path, ...], host: str, port: int) -> None:
    """Serve the folder `root` and call `build` whenever something under `watch` changes; ends on Ctrl-C.

    The build is ours, so that an edit to a case does not run the engine; the server and its live reload are
    those of MkDocs.
    """
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(builder=build, host=host, port=port, root=str(root))
    for path in watch:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.server_close()


def site_facts(config: Path) -> tuple[str, dict[str, object]]:
    """The site's public address and the `extra` settings of an mkdocs.yml."""
    with _quiet():
        loaded = load_config(config, Path("site"))
    return str(loaded.site_url or ""), dict(loaded.extra)


def fingerprint(config: Path) -> str:
    """Stands for everything that decides what `render` writes: pages, theme, settings, address and versions."""
    from importlib.metadata import version

    digest = hashlib.blake2b(digest_size=16)
    for name in ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "rjsmin"):
        digest.update(version(name).encode())
    digest.update(os.environ.get("SITE_URL", "").encode())
    ours = Path(__file__).parent
    for path in (config, ours / "engine.py", ours / "shell.py", *sorted((config.parent / "docs").rglob("*"))):
        if path.is_file():
            digest.update(path.as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
