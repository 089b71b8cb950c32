"""What Hypothesis makes for tests: bytes and texts as people and machines spoil them, figures, dates, cases."""

from __future__ import annotations

from hypothesis import strategies as st

NASTY = st.sampled_from([
    "\t", "\r", "\r\n", "\n", "\n\n", " ", "  ", "\u00a0", "\u2028", "\u2029", "\u0085", "\ufeff", "\u200b", "\u202e",
    "\x00", "\x07", "\x1b[31m", "\x7f", "---", "---\n", "...", "- ", "-", ":", ": ", "#", " #", "&a ", "*a", "!x ",
    "!!python/object:os.system ", "[", "]", "{", "}", "\"", "'", "“", "”", "|", ">", "@", "`", "%", "\\", "\\x41",
    "<script>", "<b onclick=x>", "](javascript:x)", "![](", "**", "## The need\n", "tbc", "N/A", "~", "null", "yes",
    "0x1f", "1e9", "😀", "é", "ﷺ", "ẞ", "i̇",
])  # fmt: skip
"""Pieces that have a meaning somewhere: in YAML, in Markdown, in a terminal, in a browser."""

texts = st.lists(st.one_of(NASTY, st.text(max_size=12)), max_size=30).map("".join)
"""Texts full of pieces that mean something."""

raw_files = st.one_of(
    st.binary(max_size=400),
    texts.map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "surrogatepass")),
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
)
"""Bytes as a file may hold them, with and without front matter."""

numbers = st.one_of(
    st.integers(-(10**9), 10**9).map(str),
    st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2).map(str),
).filter(lambda number: number not in ("-0", "-0.00"))
"""Numbers as the grammar of figures has them."""

_words = st.sampled_from(["", "over ", "under ", "about ", "up to ", "at least ", "nearly "])
figures = st.builds(
    lambda word, low, high, of: word + low + high + of,
    _words,
    numbers,
    st.one_of(st.just(""), numbers.map(lambda number: f" to {number}")),
    st.one_of(st.just(""), st.tuples(_words, numbers).map(lambda parts: f" of {parts[0]}{parts[1]}")),
)
"""Every form of figure that may be typed."""

days = st.dates()
"""Any day that the calendar has."""


def mutations(text: str) -> st.SearchStrategy[str]:
    """A text after some edits of the kind that happen: lines lost, doubled, moved, signs put in, pieces cut out."""
    lines = text.split("\n")
    place = st.integers(0, len(lines) - 1)
    edit = st.one_of(
        st.tuples(st.just("drop"), place, st.just("")),
        st.tuples(st.just("double"), place, st.just("")),
        st.tuples(st.just("swap"), place, st.just("")),
        st.tuples(st.just("insert"), place, st.one_of(NASTY, st.text(max_size=3))),
        st.tuples(st.just("cut"), place, st.just("")),
        st.tuples(st.just("indent"), place, st.sampled_from([" ", "  ", "\t", "\u00a0", ""])),
    )
    return st.lists(edit, min_size=1, max_size=4).map(lambda edits: _spoilt(lines, edits))


def _spoilt(lines: list[str], edits: list[tuple[str, int, str]]) -> str:
    lines = [*lines]
    for what, place, piece in edits:
        at = min(place, len(lines) - 1)
        line = lines[at]
        middle = (place * 7) % (len(line) + 1)
        if what == "drop" and len(lines) > 1:
            del lines[at]
        elif what == "double":
            lines.insert(at, line)
        elif what == "swap":
            lines[at], lines[at - 1] = lines[at - 1], line
        elif what == "insert":
            lines[at] = line[:middle] + piece + line[middle:]
        elif what == "cut":
            lines[at] = line[:middle]
        elif what == "indent":
            lines[at] = piece + line.lstrip()
    return "\n".join(lines)
