"""The content folder as a whole: what is in it, read once, with the words and councils it may use."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from whatworks.errors import WhatWorksError
from whatworks.model.councils import Register, read_register
from whatworks.model.decode import decode
from whatworks.model.vocabulary import Vocabulary
from whatworks.text.frontmatter import Document, read, read_yaml
from whatworks.text.source import Source

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
        return tuple(sorted((self.root / WANTED).glob("*.md")))

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
    return Corpus(root, read_words(own if own.is_dir() else builtin_vocabulary()), today)


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
    return Words(vocabularies, read_register(register if register.is_file() else builtin / "councils.csv"), documents)


def read_file(path: Path) -> Document:
    """Read a case or a vocabulary file; whatever is in it, the answer is a document."""
    name = display(path)
    raw = path.read_bytes()
    if path.suffix != ".yml":
        return read(name, raw)
    return read_yaml(Source(name, raw.decode("utf-8", errors="replace")))


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
