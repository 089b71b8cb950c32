"""Faults of whole files that no example on a page can hold: bytes, sizes, lengths."""

from __future__ import annotations

import pytest
from rule_pages import NAME, overlay

from whatworks.check import check_document
from whatworks.check.diagnostics import Diagnostic
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import LARGEST_FILE, read


def _check(raw: bytes, corpus: Corpus) -> tuple[Diagnostic, ...]:
    return check_document(read(NAME, raw), corpus)


@pytest.mark.parametrize(
    ("raw", "line", "column", "message", "hint"),
    [
        (
            "---\ntitle: \"It cost £5\"\n---\n".encode("cp1252"), 2, 17, "the byte a3 is not UTF-8",
            "In older Windows files it is '£': save the file as UTF-8.",
        ),
        (
            "---\n".encode("utf-16"), 1, 1, "this is UTF-16 or UTF-32, which some programs call Unicode",
            "Save the file as UTF-8.",
        ),
        (
            "---\n£".encode("utf-16-le"), 1, 1, "this is UTF-16 or UTF-32, which some programs call Unicode",
            "Save the file as UTF-8.",
        ),
        (
            "---\n".encode("utf-32"), 1, 1, "this is UTF-16 or UTF-32, which some programs call Unicode",
            "Save the file as UTF-8.",
        ),
        (
            b"PK\x03\x04\x00\xff", 1, 1, "this is a Word document or another archive",
            "Save it as plain text, UTF-8, and rename that file.",
        ),
        (
            b"%PDF-1.7\n%\xe2\xe3", 1, 1, "this is a PDF", "Copy its text into a file made by 'whatworks new'.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 1, 1, "this is an old Word document",
            "Save it as plain text, UTF-8, and rename that file.",
        ),
        (
            b"\x1f\x8b\x08\x00", 1, 2, "the byte 8b is not UTF-8",
            "This is no text file. A Word document must be saved as plain text, UTF-8, first.",
        ),
    ],
)  # fmt: skip
def test_bytes_that_are_not_utf8(raw: bytes, line: int, column: int, message: str, hint: str, corpus: Corpus) -> None:
    """The byte is named where it stands, with what it most likely is; nothing else is said of the file."""
    (found,) = _check(raw, corpus)
    assert (found.rule.name, found.message, found.hint) == ("not-utf8", message, hint)
    assert found.source.position(found.span.start) == (line, column)


def test_file_that_is_too_large(corpus: Corpus, base_text: str) -> None:
    """The largest file is read; one byte more is refused without being read."""
    largest = base_text.encode().ljust(LARGEST_FILE, b"\n")
    assert _check(largest, corpus) == ()
    (found,) = _check(largest + b"\n", corpus)
    assert (found.rule.name, found.message) == ("too-large", "the file has 256 kB; 256 kB is the most")


@pytest.mark.parametrize(("raw", "message"), [
    (b"", "the file is empty"),
    (b"\n \n", "the file is empty"),
    (b"PK\x03\x04\x14\x00\x06\x00", "this is a Word document or another archive"),
    (b"%PDF-1.7\n", "this is a PDF"),
    (b"{\\rtf1\\ansi A case}", "this is a rich text file (RTF)"),
    (b"<!DOCTYPE html>\n<p>A case</p>\n", "this is a web page (HTML)"),
    ("---\n".encode("utf-16-be"), "this is UTF-16 or UTF-32, which some programs call Unicode"),
    (b"\0\0\0\0", "the file does not begin with front matter"),
    (b"My case study\n", "the file does not begin with front matter"),
    (b"title: x\n---\n", "the line of three hyphens before the first field is missing"),
    (b"```yaml\n---\n", "the first line is '```yaml' and not three hyphens"),
])  # fmt: skip
def test_files_without_front_matter(raw: bytes, message: str, corpus: Corpus) -> None:
    """What a file begins with instead is recognised."""
    (found,) = _check(raw, corpus)
    assert (found.rule.name, found.message) == ("no-front-matter", message)


@pytest.mark.parametrize("name", ["leeds-example.md.txt", "leeds-example (1).md", "leeds iot.md", "LEEDS-EXAMPLE.md"])
def test_a_file_name_is_mended_after_the_id(name: str, corpus: Corpus, base_text: str) -> None:
    """The fault is in the name, so it stands at the very beginning, and the good name is the id."""
    (found,) = check_document(read(name, base_text.encode()), corpus)
    assert (found.rule.name, found.span.start) == ("bad-file-name", 0)
    assert "Rename it to 'leeds-example.md'" in found.hint
    (other,) = [
        one
        for one in check_document(read(name, base_text.replace("id: leeds-example", "id: Not Good").encode()), corpus)
        if one.rule.name == "bad-file-name"
    ]
    assert "leeds" in other.hint
    assert "-md.md" not in other.hint


def test_a_control_character_is_found_behind_other_letters(corpus: Corpus, base_text: str) -> None:
    """Its place counts characters, whatever their size."""
    raw = base_text.replace('title: "', 'title: "£é\x9d ', 1)
    (found,) = _check(raw.encode(), corpus)
    assert (found.rule.name, raw[slice(*found.span)]) == ("control-character", "\x9d")


@pytest.mark.parametrize("text", [
    "Ask john dot smith at gmail dot com.", "Ask j.smith (at) sutton (dot) gov (dot) uk.", "Ring +44 7700.900.123.",
])  # fmt: skip
def test_people_are_found_however_their_address_is_spelt(text: str, corpus: Corpus) -> None:
    """What hides from machines is read by people."""
    assert [one.rule.name for one in _check(overlay(f"{text}\n", prose=True).encode(), corpus)] == ["personal-data"]


@pytest.mark.parametrize("text", [
    "They met (at) sutton.gov.uk in May.", "Meet at noon dot matrix printers.", "Write to housing [at] sutton.gov.uk.",
    "Tân â\u2019r, CAFÉ\u201d and a naïve Sŵn.",
])  # fmt: skip
def test_other_words_are_left_alone(text: str, corpus: Corpus) -> None:
    """A team's mailbox, a place and an accent are no fault."""
    assert _check(overlay(f"{text}\n", prose=True).encode(), corpus) == ()


@pytest.mark.parametrize(("count", "names"), [(1150, []), (1300, ["wordy"])])
def test_text_that_is_too_long(count: int, names: list[str], corpus: Corpus) -> None:
    """From 1,200 words on there is a warning, and only a warning."""
    found = _check(overlay("word " * count + "\n", prose=True).encode(), corpus)
    assert [one.rule.name for one in found] == names
    assert all(one.rule.severity == "warning" for one in found)
