"""What one build keeps for the next: values by the content they were computed from."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from whatworks.corpus import Corpus

T = TypeVar("T")


class Kept:
    """Values by name and key, in one file; all are forgotten when the fingerprint differs.

    Only what was asked for or put in this run is saved, so that nothing stays for ever. The file is our own
    and never comes from a contributor, so it may be a pickle.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._path = path
        self._fingerprint = fingerprint
        self._old: dict[str, tuple[str, object]] = {}
        self._new: dict[str, tuple[str, object]] = {}
        self._changed = False
        with contextlib.suppress(Exception):  # whatever is wrong with it, it can be made again
            saved, values = pickle.loads(path.read_bytes())  # noqa: S301
            self._old = values if saved == fingerprint else {}

    def get(self, name: str, key: str) -> object | None:
        """The value under a name, if it was computed from the same content."""
        found = self._old.get(name)
        if found is None or found[0] != key:
            return None
        self._new[name] = found
        return found[1]

    def put(self, name: str, key: str, value: object) -> None:
        """Keep a value for the next run."""
        self._new[name] = (key, value)
        self._changed = True

    def remember(self, name: str, key: str, make: Callable[[], T], /) -> T:
        """The value kept under a name and key, or a new one, which is kept for the next run."""
        return self.renew(name, key, lambda _: make())

    def renew(self, name: str, key: str, make: Callable[[T | None], T], /) -> T:
        """The value kept under a name and key, or one made anew, with the help of the last one kept under the name."""
        found = cast(T | None, self.get(name, key))
        if found is None:
            last = self._old.get(name)
            found = make(None if last is None else cast(T, last[1]))
            self.put(name, key, found)
        return found

    def forget(self) -> None:
        """Take away what was kept before it could become untrue; `save` brings back what holds."""
        self._path.unlink(missing_ok=True)
        self._changed = True

    def save(self) -> None:
        """Write what this run used, if it differs from what was there."""
        if self._changed or len(self._new) != len(self._old):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_bytes(pickle.dumps((self._fingerprint, self._new), protocol=5))
            part.replace(self._path)


def fingerprint(corpus: Corpus) -> str:
    """Stands for everything but the case files that decides what a case yields: our code, the words, the day."""
    digest = hashlib.blake2b(package_fingerprint().encode(), digest_size=16)
    digest.update(f"{corpus.today}{corpus.root.resolve()}".encode())
    for document in corpus.words.documents:
        digest.update(document.source.text.encode("utf-8", "surrogatepass"))
    digest.update(repr(corpus.words.councils.councils).encode())
    return digest.hexdigest()


@cache
def package_fingerprint() -> str:
    """Stands for our own code and templates."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".jinja"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
