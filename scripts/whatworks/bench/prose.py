"""Prose that nobody wrote: words whose frequencies follow Zipf's law, as those of real texts do.

The commonest are plain English words, the rest are built from syllables, so that an index of the corpus has as
many words, and as unevenly spread, as one of real cases.
"""

from __future__ import annotations

from bisect import bisect
from functools import cache
from itertools import accumulate
from random import Random

_COMMON = """
the a and in of to it for was that what council not is on with from had people were by at they its or as one how
more about who found them need are this no next changed done an many whether year so have happened over first be
money two we than some could there each after their before work said made all other when where time new still day
week month home street school office staff team service resident family child carer tenant officer partner firm
supplier grant cost price budget saving plan trial pilot report survey figure letter call visit form page phone
message map sensor data record system tool code test check repair waste bin road bridge park library pool meal
food energy heat damp roof window house flat rent debt benefit job training course class group meeting member
volunteer charity company contract tender framework route lease loan share trust law rule duty right decision
permit licence planning transport bus cycle car van crossing light noise air water flood tree garden
play sport health care nurse doctor clinic visit support advice help question answer story voice view idea doubt
reason problem fault delay queue backlog number rate level part half third quarter few most less fewer older
younger local public shared open small large early late quick slow clear safe warm clean simple hard free own
began ended grew fell rose kept lost won gave took asked told heard saw met chose bought sold paid built moved
opened closed joined left stayed learned taught tried failed agreed refused counted measured compared
"""
_STARTS = (
    "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr",
    "v", "w",
)  # fmt: skip
_VOWELS = ("a", "e", "o", "ai", "ea", "ee", "oa", "ou")
_ENDS = ("", "l", "m", "n", "nd", "r", "rn", "s", "st", "t", "ld")
_ENDINGS = ("", "ing", "ed", "er", "ers", "ly", "ment", "ness", "tion", "s", "al", "ity")
_KINDS_OF_FIRM = ("Works", "Systems", "Partners", "Community", "Studio", "Homes", "Care", "Energy", "Labs")
_WORDS = 20_000  # about 13,500 of them are ever drawn; 133 real cases hold 3,800
_SHORT_WORDS = 3_000
_SLOTS = 1 << 16
_SENTENCE = (8, 20)  # words


def words(rng: Random, number: int) -> list[str]:
    """So many words, drawn by Zipf's law."""
    table = _table()
    # One lookup a word: a draw by `choices` takes ten times as long, and ten million words are needed.
    return [table[slot] for slot in memoryview(rng.randbytes(2 * number)).cast("H")]


def phrase(rng: Random, least: int, most: int) -> str:
    """Some words that begin with a capital, of some length between so many characters and so many."""
    length = rng.randint(least, most)
    text = " ".join(words(rng, length // 5 + 3))
    end = text.rfind(" ", least, length + 1)
    return text[: length if end == -1 else end].rstrip().capitalize()


def paragraph(rng: Random, number: int) -> str:
    """A paragraph of so many words in sentences."""
    drawn = words(rng, number)
    sentences = []
    while drawn:
        size = rng.randint(*_SENTENCE)
        sentences.append(" ".join(drawn[:size]).capitalize())
        drawn = drawn[size:]
    return ". ".join(sentences) + "."


def firm(rng: Random) -> str:
    """The name of a firm that does not exist."""
    made = f"{_syllable(rng)}{_syllable(rng)}".capitalize()
    return f"{made} {rng.choice(_KINDS_OF_FIRM)}"


@cache
def _table() -> list[str]:
    """Words by slot; a word has as many slots as it is frequent."""
    vocabulary = _vocabulary()
    ends = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    return [vocabulary[bisect(ends, slot / _SLOTS * ends[-1])] for slot in range(_SLOTS)]


def _vocabulary() -> list[str]:
    """All words, the commonest first; the same in every run."""
    rng = Random(0)  # noqa: S311 - nothing here is secret
    found = dict.fromkeys(_COMMON.split())
    while len(found) < _WORDS:
        first = _syllable(rng) if len(found) > _SHORT_WORDS else ""  # common words are short ones
        found[f"{first}{_syllable(rng)}{rng.choice(_ENDINGS)}"] = None
    return list(found)


def _syllable(rng: Random) -> str:
    return rng.choice(_STARTS) + rng.choice(_VOWELS) + rng.choice(_ENDS)
