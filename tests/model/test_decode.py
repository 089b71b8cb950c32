"""Values of the front matter become a study: by their declarations, with nothing added."""

from __future__ import annotations

import datetime
from typing import Any

from samples import SOURCE, make_study, plain, result

from whatworks.corpus import Corpus, read_file
from whatworks.model.dates import When
from whatworks.model.decode import decode
from whatworks.model.figure import Figure
from whatworks.model.spec import specs
from whatworks.model.study import Cost, Lesson, Outcome, Study
from whatworks.model.wanted import Wanted


def test_every_kind_of_value_gets_its_type() -> None:
    """Texts stay texts; figures, dates, days, numbers and flags become what they spell."""
    study = make_study(
        started="about 2018-04",
        procurement={"route": ["grant", "tender"], "months_to_live": "3"},
        outcomes=[result(estimated="true", change="-60 to -80", baseline=None)],
        schema_version="1",
    )
    assert study.started == When(2018, 4, 0, "about")
    assert study.published == datetime.date(2026, 11, 20)
    assert study.procurement is not None
    assert (study.procurement.route, study.procurement.months_to_live) == (("grant", "tender"), 3)
    assert study.outcomes[0].estimated is True
    assert study.outcomes[0].change == Figure("-60", "-80")
    assert study.schema_version == 1


def test_not_known_becomes_the_empty_value() -> None:
    """For a computation it makes no difference whether something is absent or said to be unknown."""
    study = make_study(
        outcomes="not-known",
        costs=["not-known"],
        procurement={"route": "not-known"},
        stage="not-known",
        started="not-known",
        ended="not-known",
        end_reason="not-known",
        helped="not-known",
    )
    assert (study.outcomes, study.costs, study.helped, study.stage, study.end_reason) == ((), (), (), "", "")
    assert (study.started, study.ended) == (None, None)
    assert study.procurement is not None
    assert study.procurement.route == ()
    assert study.suppliers[0].size == ""


def test_what_is_absent_has_its_default() -> None:
    """A default is what the declaration says, in the type of the field."""
    study = make_study()
    assert (study.record_status, study.licence, study.schema_version) == ("published", "CC-BY-4.0", 1)
    entry = decode(Outcome, result(comparison=None))
    assert (entry.kind, entry.comparison, entry.where, entry.estimated) == ("result", "none", "", False)
    assert decode(Cost, {"kind": "price", "amount": "5", "covers": "The work", "source": "report"}).unit == "GBP"
    assert (study.contact, study.media, study.confirmations, study.review_by) == (None, (), (), None)


def test_a_sentence_alone_is_a_lesson() -> None:
    """The short form and the long form say the same."""
    study = make_study(helped=["Officers tried it.", {"text": "Regular talks.", "factor": "regular-contact"}])
    assert study.helped == (Lesson(text="Officers tried it."), Lesson(text="Regular talks.", factor="regular-contact"))


def test_a_single_value_is_a_list_of_one() -> None:
    """Where a list belongs, one value without brackets counts as one."""
    assert make_study(councils="LDS").councils == ("LDS",)
    assert len(make_study(outcomes=result()).outcomes) == 1


def test_an_unknown_field_changes_nothing() -> None:
    """What no declaration names is left to the checks."""
    assert make_study(invented="x") == make_study()


def test_parts_are_decoded_to_the_last() -> None:
    """Mappings in mappings become their own parts."""
    study = make_study(contact={"council": {"role": "Highways team", "url": "https://www.example.gov.uk/"}})
    assert study.contact is not None
    assert study.contact.supplier is None
    assert study.contact.council is not None
    assert study.contact.council.role == "Highways team"
    assert study.source_by_key == {SOURCE["key"]: study.sources[0]}


def test_outcomes_of_a_case_stand_in_its_order() -> None:
    """Those that it is about come first, side effects after, each once."""
    entries = [result(outcome="safer"), result(outcome="staff-time"), result(), result(outcome="safer")]
    study = make_study(about=["streets-mended", "staff-time"], outcomes=entries)
    assert study.outcome_ids == ("streets-mended", "staff-time", "safer")


def test_nothing_of_the_real_cases_is_lost(corpus: Corpus) -> None:
    """Every value that a case or wish gives arrives; what is not known is the only thing that becomes empty."""
    files: list[tuple[type[Any], Any]] = [(Study, path) for path in corpus.files]
    files += [(Wanted, path) for path in corpus.wanted]
    assert len(files) > 100
    for part, path in files:
        data = read_file(path).data
        assert [f"{path.name}: {name}" for name in _lost(data, decode(part, data), part)] == []


def _lost(data: dict[str, Any], made: Any, part: type[Any]) -> list[str]:
    lost: list[str] = []
    for name, value in data.items():
        spec, found = specs(part)[name], getattr(made, name)  # type: ignore[arg-type]
        if value in ("not-known", ["not-known"]):
            lost += [name] if found else []
        elif spec.part is not None:
            pairs = zip(value, found, strict=True) if isinstance(value, list) else [(value, found)]
            for inner, one in pairs:
                whole = {spec.shorthand: inner} if isinstance(inner, str) else inner
                lost += [f"{name}.{below}" for below in _lost(whole, one, spec.part)]
        elif found in (None, "", ()):
            lost.append(name)
    return lost


def test_the_sample_is_a_whole_case() -> None:
    """What these tests decode has every field that a case needs."""
    assert {name for name, spec in specs(Study).items() if spec.required} <= set(plain())
