"""What one build keeps for the next: values by the content they were computed from, and files of the site."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import shutil
from functools import cache
from pathlib import Path
from types import TracebackType

from whatworks.corpus import Corpus
from whatworks.errors import WhatWorksError
from whatworks.site.output import Output


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

    @property
    def changed(self) -> bool:
        """Whether what this run used differs from what was there."""
        return self._changed or len(self._new) != len(self._old)

    def forget(self) -> None:
        """Take away what was kept, before something happens that could make it untrue; `save` brings back what holds."""
        self._path.unlink(missing_ok=True)
        self._changed = True

    def save(self) -> None:
        """Write what this run used, if it differs from what was there."""
        if self.changed:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_bytes(pickle.dumps((self._fingerprint, self._new), protocol=5))
            part.replace(self._path)


class Manifest:
    """A site that is being written beside the last one; leaving the block swaps them, an exception leaves the last."""

    def __init__(self, out: Path, kept: Path, fingerprint: str) -> None:
        self._out = out
        self._next = out.with_name(out.name + ".next")
        self._gone = out.with_name(out.name + ".old")
        self._kept = Kept(kept, f"{out.resolve()} {fingerprint}")
        self._folders: set[str] = set()
        self.paths: dict[str, None] = {}
        self.written = 0

    def __enter__(self) -> Manifest:
        if self._gone.exists() and not self._out.exists():
            self._gone.rename(self._out)  # the last run ended between the two renames
        shutil.rmtree(self._next, ignore_errors=True)
        self._next.mkdir(parents=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            shutil.rmtree(self._next, ignore_errors=True)
            return
        shutil.rmtree(self._gone, ignore_errors=True)
        if self._kept.changed:
            self._kept.forget()  # should the run end here, no list is better than that of another site
        if self._out.exists():
            self._out.rename(self._gone)
        self._next.rename(self._out)
        self._kept.save()
        shutil.rmtree(self._gone, ignore_errors=True)

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self.paths)

    def add(self, output: Output) -> None:
        """Add a file: as it was if its signature is the same, else made anew."""
        target = self._claim(output.path)
        if self._kept.get(output.path, output.signature) is not None and _link(self._out / output.path, target):
            return
        with open(target, "wb") as file:  # noqa: PTH123 - twice as fast as the method of Path, 20,000 times
            file.write(output.make())
        self._kept.put(output.path, output.signature, True)
        self.written += 1

    def link(self, path: str, source: Path) -> None:
        """Add a file that stands elsewhere on the disk already."""
        target = self._claim(path)
        if not _link(source, Path(target)):
            shutil.copyfile(source, target)

    def _claim(self, path: str) -> str:
        if path in self.paths:
            raise WhatWorksError(f"Two files claim the address '{path}'. Rename one of them.")
        self.paths[path] = None
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            os.makedirs(self._next / folder, exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)
        return f"{self._next}/{path}"


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


def _link(source: Path, target: Path | str) -> bool:
    """Make the same file appear in a second place, without copying; False where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True
