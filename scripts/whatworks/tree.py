"""The files of a built site: what is new waits beside it, and is moved in once all of it is there.

A build that fails leaves the site as it was. Each file is moved whole, so a reader sees the old one or the new one,
and what did not change is not touched: making folders takes longer than making the pages in them.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
from pathlib import Path
from types import TracebackType

from whatworks.errors import WhatWorksError
from whatworks.shares import in_shares
from whatworks.site.output import Output

_OURS = "404.html"
"""A file that every site of ours has; a folder without it may hold what nobody wants to lose."""


class Tree:
    """A site that is being written; leaving the block puts it in place, an exception leaves the last site as it was.

    `state` is the file in which the signatures of the site's files are kept, `made_of` stands for everything that all
    files depend on.
    """

    def __init__(self, out: Path, state: Path, made_of: str, jobs: int = 1) -> None:
        self._out = out
        self._jobs = jobs
        self._state = state
        self._stands_for = (str(out.resolve()), made_of)
        self._new = state.with_suffix("")
        self._standing: set[str] = set()
        self._last: dict[str, str] = {}
        self._moving: list[str] = []  # the place of a path in it is the name under which the new file waits
        self._waiting: list[tuple[str, Output]] = []
        self.paths: dict[str, str] = {}
        """What decides the content of each file, by its path in the site."""

    def __enter__(self) -> Tree:
        shutil.rmtree(self._new, ignore_errors=True)
        self._new.mkdir(parents=True)
        self._standing = set(_files(self._out))
        with contextlib.suppress(Exception):  # whatever is wrong with the state, it can be made again
            stands_for, last = pickle.loads(self._state.read_bytes())  # noqa: S301 - our own file
            self._last = last if stands_for == self._stands_for else {}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            return
        in_shares(sorted(self._waiting, key=lambda waiting: waiting[1].group), self._write, self._jobs)
        self._state.unlink(missing_ok=True)  # should the run end now, the next one takes nothing on trust
        for path in sorted(self._standing - self.paths.keys()):
            self._remove(path)
        in_shares(list(enumerate(self._moving)), self._move, self._jobs)
        self._save()
        shutil.rmtree(self._new)

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self.paths)

    @property
    def written(self) -> int:
        """How many of them were made anew."""
        return len(self._waiting)

    def add(self, output: Output) -> None:
        """Add a file: as it was if its signature is the same, else made anew when all are known."""
        if new := self._claim(output.path, output.signature):
            self._waiting.append((new, output))

    def link(self, path: str, source: Path) -> None:
        """Add a file that stands elsewhere on the disk already, without copying where that can be."""
        stat = source.stat()
        if new := self._claim(path, f"{stat.st_mtime_ns} {stat.st_size} {stat.st_ino}"):
            try:
                os.link(source, new)
            except OSError:
                shutil.copyfile(source, new)

    def _claim(self, path: str, signature: str) -> str:
        """Take an address. Returns where the new file is to wait, or nothing if the right one stands there already."""
        if path in self.paths:
            raise WhatWorksError(f"Two files claim the address '{path}'. Rename one of them.")
        self.paths[path] = signature
        if path in self._standing and self._last.get(path) == signature:
            return ""
        self._moving.append(path)
        return f"{self._new}/{len(self._moving) - 1}"

    def _write(self, waiting: tuple[str, Output]) -> None:
        new, output = waiting
        with open(new, "wb") as file:  # noqa: PTH123 - twice as fast as the method of Path
            file.write(output.make())

    def _move(self, moving: tuple[int, str]) -> None:
        number, path = moving
        target = f"{self._out}/{path}"
        if path not in self._standing:
            os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - done ten thousand times
        shutil.move(f"{self._new}/{number}", target)

    def _remove(self, path: str) -> None:
        """Take a file out of the site, and the folders that it leaves empty."""
        gone = self._out / path
        gone.unlink()
        for folder in gone.parents:
            if folder == self._out or any(folder.iterdir()):
                break
            folder.rmdir()

    def _save(self) -> None:
        part = self._state.with_suffix(".part")
        part.write_bytes(pickle.dumps((self._stands_for, self.paths), protocol=5))
        part.replace(self._state)


def refuse_foreign(out: Path) -> None:
    """Stop before a folder is emptied that holds something else than a site of ours.

    Raises:
        WhatWorksError: it does, or it is a file.

    """
    if out.is_file():
        raise WhatWorksError(f"'{out}' is a file. Name a folder for the site.")
    if out.is_dir() and any(out.iterdir()) and not (out / _OURS).is_file():
        raise WhatWorksError(f"The folder '{out}' holds something else than a built site. Name another, or empty it.")


def _files(folder: Path) -> list[str]:
    """The paths of all files below a folder."""
    found = []
    for place, _, names in os.walk(folder):
        below = place[len(str(folder)) + 1 :].replace(os.sep, "/")
        found += [f"{below}/{name}" if below else name for name in names]
    return found
