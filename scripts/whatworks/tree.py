"""The files of a built site: written beside the last one, in the tree of the one before, and swapped in at the end.

Two trees take turns. The spare one differs from what is wanted only by the last two builds, so a rebuild
touches what changed and nothing else: making and removing ten thousand folders takes longer than making
the pages in them. No file is ever changed in place, since both trees may share it.
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

Signatures = dict[str, str]
"""What decides the content of each file, by its path in the site."""


class Tree:
    """A site that is being written; leaving the block swaps it in, an exception leaves the last site as it was.

    `state` is the file in which the signatures of both trees are kept, `made_of` stands for everything that all
    files depend on.
    """

    def __init__(self, out: Path, state: Path, made_of: str, jobs: int = 1) -> None:
        self._out = out
        self._jobs = jobs
        self._waiting: list[Output] = []
        self._state = state
        self._made_of = made_of
        self._spare = state.with_suffix("")
        self._aside = state.with_suffix(".aside")
        self._last: Signatures = {}
        self._before: Signatures = {}
        self._folders: set[str] = set()
        self.paths: Signatures = {}
        self.written = 0

    def __enter__(self) -> Tree:
        if self._aside.exists() and not self._out.exists():
            shutil.move(self._aside, self._out)  # the last run ended in the middle of its swap
        shutil.rmtree(self._aside, ignore_errors=True)
        with contextlib.suppress(Exception):  # whatever is wrong with the state, it can be made again
            out, self._last, self._before = pickle.loads(self._state.read_bytes())  # noqa: S301 - our own file
            if out != str(self._out.resolve()):
                self._last, self._before = {}, {}
        # From here on the spare tree is neither one nor the other; should the run end, it starts from nothing.
        self._save(self._last, {})
        if not self._before or not self._spare.is_dir():
            self._before = {}
            shutil.rmtree(self._spare, ignore_errors=True)
            self._spare.mkdir(parents=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            return
        in_shares(sorted(self._waiting, key=lambda output: output.group), self._write, self._jobs)
        for path in self._before.keys() - self.paths.keys():
            self._remove(path)
        self._state.unlink()  # no list is better than that of another tree
        self._out.parent.mkdir(parents=True, exist_ok=True)
        if self._out.exists():
            shutil.move(self._out, self._aside)
        shutil.move(self._spare, self._out)
        if self._aside.exists():
            shutil.move(self._aside, self._spare)
        self._save(self.paths, self._last)

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self.paths)

    def add(self, output: Output) -> None:
        """Add a file: as it was if its signature is the same, else made anew when all are known."""
        signature = f"{output.signature} {self._made_of}"
        if self._claim(output.path, signature):
            return
        if self._last.get(output.path) == signature and self._link(f"{self._out}/{output.path}", output.path):
            return
        self._waiting.append(output)
        self.written += 1

    def _write(self, output: Output) -> None:
        with open(self._room(output.path), "wb") as file:  # noqa: PTH123 - twice as fast as the method of Path
            file.write(output.make())

    def _room(self, path: str) -> str:
        """Where a file goes, its folder made."""
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            os.makedirs(f"{self._spare}/{folder}", exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)
        return f"{self._spare}/{path}"

    def _link(self, source: str, path: str) -> bool:
        """Make the same file appear in the spare tree, without copying; False where that cannot be."""
        try:
            os.link(source, self._room(path))
        except OSError:
            return False
        return True

    def link(self, path: str, source: Path) -> None:
        """Add a file that stands elsewhere on the disk already."""
        stat = source.stat()
        if self._claim(path, f"{stat.st_mtime_ns} {stat.st_size} {stat.st_ino}"):
            return
        if not self._link(str(source), path):
            shutil.copyfile(source, self._spare / path)

    def _claim(self, path: str, signature: str) -> bool:
        """Take an address; True if the spare tree holds the right file already, else there is room for it."""
        if path in self.paths:
            raise WhatWorksError(f"Two files claim the address '{path}'. Rename one of them.")
        self.paths[path] = signature
        before = self._before.get(path)
        if before is not None:
            target = f"{self._spare}/{path}"
            # The spare tree was the site for a while, and somebody may have deleted from it.
            if before == signature and os.path.exists(target):  # noqa: PTH110 - asked once a file, and much faster
                return True
            with contextlib.suppress(FileNotFoundError):
                os.unlink(target)  # noqa: PTH108
        return False

    def _remove(self, path: str) -> None:
        """Take a file out of the spare tree, and the folders that it leaves empty."""
        gone = self._spare / path
        gone.unlink(missing_ok=True)
        for folder in gone.parents:
            if folder == self._spare:
                break
            try:
                folder.rmdir()
            except FileNotFoundError:
                continue
            except OSError:
                break  # something else stands in it

    def _save(self, last: Signatures, before: Signatures) -> None:
        self._state.parent.mkdir(parents=True, exist_ok=True)
        part = self._state.with_suffix(".part")
        part.write_bytes(pickle.dumps((str(self._out.resolve()), last, before), protocol=5))
        part.replace(self._state)
