"""The register of councils: codes for ever, names old and new, and what stands where an ended council stood."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from whatworks.corpus import Words, builtin_vocabulary
from whatworks.model.councils import RURALITY, TYPES, Council, Register, read_register

_PLAIN = Council(
    code="AAA", name="Anytown District Council", short_name="Anytown", gss_code="", type="district", nation="England",
    region="", county="", combined_authority="", start_date="", end_date="", replaced_by=(), population=0,
    latitude="", longitude="", rurality="", deprivation_quintile="", other_names=(),
)  # fmt: skip


def council(code: str, name: str, replaced_by: str = "", other_names: tuple[str, ...] = ()) -> Council:
    """A council; one that was replaced has ended."""
    return dataclasses.replace(
        _PLAIN, code=code, name=f"{name} Council", short_name=name, other_names=other_names,
        replaced_by=tuple(replaced_by.split()), end_date="2019-03-31" if replaced_by else "",
    )  # fmt: skip


CHANGED_TWICE = Register((
    council("OLD", "Old Borough", "MID"), council("NEI", "Neighbour", "MID"), council("MID", "Middle", "EAS WES"),
    council("EAS", "East"), council("WES", "West"), council("FAR", "Far"),
))  # fmt: skip


def codes(found: tuple[Council, ...]) -> list[str]:
    """The codes of councils, in their order."""
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("code", "today"), [("OLD", ["EAS", "WES"]), ("NEI", ["EAS", "WES"]), ("MID", ["EAS", "WES"]), ("EAS", [])]
)
def test_successors_through_every_change(code: str, today: list[str]) -> None:
    """A council that ended twice over leads to those of today; one that stands has none."""
    assert codes(CHANGED_TWICE.successors(code)) == today


def test_successors_end_and_come_once() -> None:
    """Two ways to one council give it once, and an error in the register that goes round in a ring does no harm."""
    split = Register((council("OLD", "Old", "ONE TWO"), council("ONE", "One", "NEW"), council("TWO", "Two", "NEW"),
                      council("NEW", "New")))  # fmt: skip
    assert codes(split.successors("OLD")) == ["NEW"]
    ring = Register((council("ONE", "One", "TWO"), council("TWO", "Two", "ONE")))
    assert codes(ring.successors("ONE")) == []
    assert codes(Register((council("OLD", "Old", "GON"),)).successors("OLD")) == []


NAMED = Register((
    council("OLD", "Anytown", "NEW", ("Anytown Urban",)),
    council("NEW", "Anytown", other_names=("Anytown and Villages",)),
    council("END", "Bytown", "NEW"),
))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("anytown", "NEW"), ("anytown council", "NEW"), ("anytown and villages", "NEW"), ("anytown urban", "OLD"),
        ("bytown", "END"), ("bytown council", "END"), ("nowhere", None),
    ],
)  # fmt: skip
def test_names_old_and_new(name: str, code: str | None) -> None:
    """Every name finds its council; where an ended one had the same, the living one wins, whatever the order."""
    assert NAMED.by_name.get(name) == code
    assert Register(NAMED.councils[::-1]).by_name.get(name) == code


def test_the_address_is_the_code() -> None:
    """A council may change its name and keeps its page."""
    assert council("LDS", "Leeds").slug == "lds"


def test_a_row_of_the_register_is_read(tmp_path: Path) -> None:
    """Lists, numbers and names with commas in quotes arrive; what is empty stays empty; unneeded columns are left."""
    real = (builtin_vocabulary() / "councils.csv").read_text(encoding="utf-8")
    header = real.partition("\n")[0]
    row = dict.fromkeys(header.strip().split(","), "") | {
        "code": "ABC", "name": '"Armagh, Banbridge"', "replaced_by": "DEF GHI", "other_names": "armagh|banbridge",
        "population_2020": "217232",
    }  # fmt: skip
    (tmp_path / "councils.csv").write_text(f"{header.strip()}\n{','.join(row.values())}\n", encoding="utf-8")
    (found,) = read_register(tmp_path / "councils.csv")
    assert (found.code, found.name, found.population) == ("ABC", "Armagh, Banbridge", 217_232)
    assert (found.replaced_by, found.other_names, found.region) == (("DEF", "GHI"), ("armagh", "banbridge"), "")


def test_the_real_register_is_sound(words: Words) -> None:
    """Codes are unique, types and kinds of place have words, and every ended council leads somewhere."""
    register = words.councils
    assert len(register.by_code) == len(register.councils) > 400
    for one in register:
        assert one.type in TYPES, one.code
        assert one.rurality in ("", *RURALITY), one.code
        assert set(one.replaced_by) <= register.by_code.keys(), one.code
        assert all(not heir.replaced_by for heir in register.successors(one.code)), one.code
        assert not one.replaced_by or (one.end_date and register.successors(one.code)), one.code


@pytest.mark.parametrize(
    ("name", "code"), [("leeds", "LDS"), ("leeds city council", "LDS"), ("milton keynes", "MIK"), ("glasgow", "GLG")]
)
def test_real_names_are_found(name: str, code: str, words: Words) -> None:
    """What people call a council leads to its code."""
    assert words.councils.by_name[name] == code


def test_taunton_through_two_changes(words: Words) -> None:
    """Taunton Deane became Somerset West and Taunton, which became Somerset."""
    assert [one.name for one in words.councils.successors("TAU")] == ["Somerset Council"]
    assert [one.name for one in words.councils.successors("SWT")] == ["Somerset Council"]
