"""The content folder as a whole: what is in it, read once, with the words and councils it may use."""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from whatworks.errors import WhatWorksError
from whatworks.model.councils import Register, read_register
from whatworks.model.decode import decode
from whatworks.model.vocabulary import Vocabulary
from whatworks.text.frontmatter import LARGEST_FILE, Document, Fault, read, read_yaml
from whatworks.text.source import Source, Span

VOCABULARY = "_vocabulary"
MEDIA = "_media"
WANTED = "_wanted"


@dataclass(frozen=True)
class Words:
    """The vocabularies by id, and the register of councils."""

    vocabularies: dict[str, Vocabulary]
    councils: Register
    documents: tuple[Document, ...] = ()

    def __getitem__(self, vocabulary: str) -> Vocabulary:
        return self.vocabularies[vocabulary]


@dataclass(frozen=True)
class Corpus:
    """A content folder: the files of its cases and its words. `today` is given, so that builds repeat."""

    root: Path
    words: Words
    today: datetime.date

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The case files, sorted; what begins with an underscore or a dot is none."""
        return tuple(path for path in self._found if path.suffix == ".md")

    @cached_property
    def wanted(self) -> tuple[Path, ...]:
        """The files of wanted outcomes, sorted."""
        folder = self.root / WANTED
        return () if folder.is_symlink() else tuple(sorted(folder.glob("*.md")))

    @cached_property
    def strays(self) -> tuple[Path, ...]:
        """Files that stand among the cases and are none."""
        return tuple(path for path in self._found if path.suffix != ".md")

    @cached_property
    def _found(self) -> tuple[Path, ...]:
        return tuple(sorted(_files(self.root)))


def open_corpus(root: Path, today: datetime.date) -> Corpus:
    """Open a content folder.

    Raises:
        WhatWorksError: the folder or its vocabularies cannot be read.

    """
    if not root.is_dir():
        raise WhatWorksError(f"There is no folder {root}. Name the folder of the case studies with --content.")
    own = root / VOCABULARY
    ours = own.is_dir() and not own.is_symlink()
    return Corpus(root, read_words(own if ours else builtin_vocabulary()), today)


def builtin_vocabulary() -> Path:
    """Where the vocabularies that come with the package stand."""
    packaged = Path(__file__).parent / VOCABULARY
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "case_studies" / VOCABULARY


def read_words(folder: Path) -> Words:
    """Read every vocabulary and the register; what is missing comes from those built in.

    Raises:
        WhatWorksError: a vocabulary is so broken that nothing can be checked against it.

    """
    builtin = builtin_vocabulary()
    paths = {path.stem: path for path in (*sorted(builtin.glob("*.yml")), *sorted(folder.glob("*.yml")))}
    documents = tuple(read_file(path) for path in paths.values())
    vocabularies = {name: _vocabulary(document) for name, document in zip(paths, documents, strict=True)}
    register = folder / "councils.csv"
    own = register.is_file() and not register.is_symlink()
    return Words(vocabularies, read_register(register if own else builtin / "councils.csv"), documents)


def read_file(path: Path) -> Document:
    """Read a case or a vocabulary file; whatever is in it, the answer is a document."""
    name, raw = display(path), read_raw(path)
    if isinstance(raw, Fault):
        return Document(Source(name, ""), faults=(raw,))
    if path.suffix != ".yml":
        return read(name, raw)
    return read_yaml(Source(name, raw.decode("utf-8", errors="replace")))


def read_raw(path: Path) -> bytes | Fault:
    """The bytes of an ordinary file, or why it is not opened: it is none, or larger than any case.

    A link may lead to what nobody was meant to see, and a device has no end.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        kind = "link" if stat.S_ISLNK(found.st_mode) else "folder" if stat.S_ISDIR(found.st_mode) else "device"
        return Fault("not-a-file", Span(0, 0), kind)
    if path.suffix == ".md" and found.st_size > LARGEST_FILE:
        return Fault("too-large", Span(0, 0), str(found.st_size))
    return path.read_bytes()


def is_own(path: Path, root: Path) -> bool:
    """Whether something below a folder is an ordinary file, with no link on the way to it that could lead outside."""
    if not os.path.isfile(path) or not path.is_relative_to(root):  # noqa: PTH113 - a name that is too long is no file
        return False
    return path.resolve() == root.resolve() / path.relative_to(root)


def display(path: Path) -> str:
    """A path as diagnostics name it: from where the user stands, if it is below, with `/`."""
    return _shown(path.parent, os.getcwd()) + path.name  # noqa: PTH109 - asked once a file, and much faster


@lru_cache(maxsize=256)
def _shown(folder: Path, here: str) -> str:
    """What stands before the name of a file in a folder; the disk is asked once, not once a file."""
    try:
        shown = folder.resolve().relative_to(here)
    except ValueError:
        shown = folder
    return (shown / "_").as_posix().removesuffix("_")


def cases_in(folder: Path) -> list[Path]:
    """The case files of a folder and of those in it, sorted; what begins with an underscore or a dot is none."""
    return sorted(path for path in _files(folder) if path.suffix == ".md")


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(("_", ".")):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _vocabulary(document: Document) -> Vocabulary:
    terms = document.data.get("terms")
    usable = isinstance(terms, list) and all(isinstance(term, dict) and term.get("id") for term in terms)
    if document.faults or not usable:
        where = document.source.position(document.faults[0].span.start).line if document.faults else 1
        raise WhatWorksError(
            f"{document.source.path}:{where}: this vocabulary cannot be read, so nothing can be checked."
        )
    return decode(Vocabulary, document.data)
