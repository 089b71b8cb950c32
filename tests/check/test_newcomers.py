"""What people write who know Word and not YAML: each slip is named for what it is, and mended where it is certain.

Every entry stands in the place of the same field of the valid case.
"""

# ruff: noqa: RUF001 - these are the signs that people type

from __future__ import annotations

import pytest
from rule_pages import BASE, NAME, overlay

from whatworks.check import check_document
from whatworks.check.fix import fix_text
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read

NB = "\u00a0"
SUPPLIER = """\
suppliers:
  {0}- name: "A small software company"
    kind: company
    size: not-known
"""
OUTCOME = """\
outcomes:
  - claim: "More people got an answer"
    direction: improved
    measure: "people who got an answer"
    result: {0}
    unit: people
    period: "2024"
    attested_by: council
    source: report
"""
COST = """\
costs:
  - kind: price
    amount: 12000
    unit: {0}
    covers: "The first year"
    source: report
"""
FLAG = OUTCOME.replace("    unit:", "    estimated: {0}\n    unit:").replace("result: {0}", "result: 12")

MENDED = {
    # Quotation marks
    "title: “What changed”": 'title: "What changed"',
    "title: ‘What changed’": 'title: "What changed"',
    "title: “What changed: for whom”": 'title: "What changed: for whom"',
    'title: “What changed"': 'title: "What changed"',
    'title: "What changed”': 'title: "What changed"',
    "title: What changed: for whom": 'title: "What changed: for whom"',
    'title: "What changed': 'title: "What changed"',
    'title: "What "really" changed"': r'title: "What \"really\" changed"',
    "title: 'What people's lives need'": 'title: "What people\'s lives need"',
    r'title: "In C:\Docs"': r'title: "In C:\\Docs"',
    "helped: [“First, officers.”, “Then, residents.”]": 'helped: ["First, officers.", "Then, residents."]',
    "helped:\n  - “One thing: officers.”": 'helped:\n  - "One thing: officers."',
    "helped:\n  - One thing: officers.": 'helped:\n  - "One thing: officers."',
    "partners:\n  - Age UK: London": 'partners:\n  - "Age UK: London"',
    # Signs that mean something else
    "limits: [Pilot] It was small": 'limits: "[Pilot] It was small"',
    "limits: @home was left out": 'limits: "@home was left out"',
    "limits: % of calls": 'limits: "% of calls"',
    "limits: *All* was new": 'limits: "*All* was new"',
    "limits: & more": 'limits: "& more"',
    "limits: > ten": 'limits: "> ten"',
    # Spaces, tabs, hyphens, bullets
    f"title:{NB}What changed": "title: What changed",
    "title:\tWhat changed": "title: What changed",
    "title:What changed": "title: What changed",
    SUPPLIER.format("").replace("    ", NB * 4): SUPPLIER.format(""),
    SUPPLIER.format("").replace("  - ", "  • "): SUPPLIER.format(""),
    SUPPLIER.format("").replace("  - ", "  – "): SUPPLIER.format(""),
    SUPPLIER.format("").replace("  - ", "  * "): SUPPLIER.format(""),
    SUPPLIER.format("").replace("  - ", f"  -{NB}"): SUPPLIER.format(""),
    SUPPLIER.format("").replace("  - ", "  -"): SUPPLIER.format(""),
    SUPPLIER.format("").replace("  - ", "\t- ").replace("    ", "\t\t"): SUPPLIER.format(""),
    # Names of fields and words of lists
    "Stage: not-known": "stage: not-known",
    "STAGE: not-known": "stage: not-known",
    "Who benefits: [residents]": "who_benefits: [residents]",
    "who-benefits: [residents]": "who_benefits: [residents]",
    "who_benefits: [Residents]": "who_benefits: [residents]",
    "who_benefits: residents": "who_benefits: [residents]",
    "who_benefits: residents, council staff": "who_benefits: [residents, council-staff]",
    "councils: [lds]": "councils: [LDS]",
    "councils: [Leeds City Council]": "councils: [LDS]",
    "councils: Leeds City Council": "councils: [LDS]",
    "title: [What changed, for whom]": 'title: "What changed, for whom"',
    "helped: Officers were asked.": 'helped: ["Officers were asked."]',
    # Not knowing
    "costs: N/A": "costs: not-known",
    "costs: [N/A]": "costs: not-known",
    "costs: unknown": "costs: not-known",
    "procurement: not-known": "procurement: {route: not-known}",
    "stage: not-known,": "stage: not-known",
    "stage: not-known.": "stage: not-known",
    "stage: not–known": "stage: not-known",
    "started: not—known": "started: not-known",
    # Letters of other scripts
    "stage: nоt-known": "stage: not-known",
    "who_benefits: [rеsidents]": "who_benefits: [residents]",
    # Several in one
    "councils: [LDS and BRD]": "councils: [LDS, BRD]",
    "councils: [Leeds; BRD]": "councils: [LDS, BRD]",
    'councils: ["Leeds, Bradford"]': "councils: [LDS, BRD]",
    "who_benefits:\n  - residents and tenants\n  - council-staff":
        "who_benefits:\n  [residents, tenants, council-staff]",
    # Other names
    "councils: [Brum]": "councils: [BIR]",
    "councils: [RBKC]": "councils: [KEC]",
    # Dates
    "published: 24/11/2026": "published: 2026-11-24",
    "published: 24.11.2026": "published: 2026-11-24",
    "published: 24th November 2026": "published: 2026-11-24",
    "published: November 24, 2026": "published: 2026-11-24",
    "published: 2026/11/24": "published: 2026-11-24",
    "published: 2026-11-24T10:00:00Z": "published: 2026-11-24",
    "started: January 2024": "started: 2024-01",
    "started: 01/2024": "started: 2024-01",
    "started: c. 2024": "started: about 2024",
    "started: since 2024": "started: after 2024",
    # Figures and units
    OUTCOME.format("1,200"): OUTCOME.format("1200"),
    OUTCOME.format("\u22121200"): OUTCOME.format("-1200"),
    OUTCOME.format("~1200"): OUTCOME.format("about 1200"),
    OUTCOME.format(">1200"): OUTCOME.format("over 1200"),
    OUTCOME.format("approximately 1,200"): OUTCOME.format("about 1200"),
    OUTCOME.format("326 out of 706"): OUTCOME.format("326 of 706"),
    OUTCOME.format("between 10 and 20"): OUTCOME.format("10 to 20"),
    COST.format("£"): COST.format('"GBP"'),
    COST.format("%"): COST.format('"per cent"'),
    FLAG.format("Yes"): FLAG.format("true"),
    # Garbled signs
    'limits: "It cost Â£5 â€“ at mostâ€¦"': 'limits: "It cost £5 – at most…"',
    'limits: "It was â€œnewâ€\x9d"': 'limits: "It was “new”"',
    # Links
    'procurement: {route: not-known, notice_url: "[notice](https://www.example.gov.uk/a)"}':
        'procurement: {route: not-known, notice_url: "https://www.example.gov.uk/a"}',
    'procurement: {route: not-known, notice_url: "htps://www.example.gov.uk/a"}':
        'procurement: {route: not-known, notice_url: "https://www.example.gov.uk/a"}',
    'procurement: {route: not-known, notice_url: "https//www.example.gov.uk/a"}':
        'procurement: {route: not-known, notice_url: "https://www.example.gov.uk/a"}',
    "procurement: {route: not-known, notice_url: www.example.gov.uk/a}":
        'procurement: {route: not-known, notice_url: "https://www.example.gov.uk/a"}',
    "procurement:\n  route: not-known\n  notice_url: [notice](https://www.example.gov.uk/a)":
        'procurement:\n  route: not-known\n  notice_url: "https://www.example.gov.uk/a"',
}  # fmt: skip

ASKED = {
    "title: What changed #forwhom": ("cut-by-comment", "Put the whole text in quotes"),
    "published: 03/11/2026": ("bad-date", "'2026-11-03' if 3 November is meant"),
    "published: 24/11/26": ("bad-date", "'2026-11-24' if 24 November is meant"),
    "published: 2026-02-30": ("bad-date", "There is no such day"),
    "started: spring 2024": ("bad-date", "'about 2024', or the month"),
    "started: 2023/24": ("bad-date", "if a financial year is meant"),
    "councils: [Leads City Council]": ("unknown-council", "Did you mean 'LDS'"),
    "councils: [Leeds City]": ("unknown-council", "Did you mean 'LDS' (Leeds City Council)?"),
    "councils: [Wigan MBC]": ("unknown-council", "Did you mean 'WGN'"),
    "councils: [All London boroughs]": ("unknown-council", "Write the three-letter code"),
    "councils: [Newcastle]": ("unknown-council", "'NEC' (Newcastle-under-Lyme Borough Council) or 'NET' (Newcastle"),
    "councils: [Kingston]": ("unknown-council", "'KTT' (Royal Borough of Kingston upon Thames)?"),
    "councils: [Newcastle City]": ("unknown-council", "Did you mean 'NET' (Newcastle City Council)?"),
    "councils: [East]": ("unknown-council", "Write the three-letter code"),
    "technologies: [IT]": ("unknown-term", "Choose from: "),
    "technologies: [AI]": ("unknown-term", "Terms about it: generative-ai, "),
    "stage: not know": ("placeholder", "Write 'stage: not-known'."),
    "stage: known": ("unknown-term", ", not-known."),
    "suppliers:\n  - {name: x, kind: company, size: Small (10-49)}": ("unknown-term", "Did you mean 'small'?"),
    "unit: per cent": ("unknown-field", "It belongs into an entry of 'outcomes'"),
    "region: North": ("unknown-field", "worked out from the other fields"),
    "service_areas: [bins]": ("unknown-term", "Did you mean 'waste'"),
    "costs: £20,000": ("wrong-kind", "as in '- {kind: grant"),
    "sources:\n  - https://www.example.gov.uk/a": ("wrong-kind", "{key: report, title:"),
    OUTCOME.format("£1.2m"): ("bad-figure", "Write '1200000' and put 'GBP' into 'unit'."),
    OUTCOME.format("53%"): ("bad-figure", "Write '53' and put 'per cent' into 'unit'."),
    OUTCOME.format("310 calls"): ("bad-figure", "Write '310' and put 'calls' into 'unit'."),
    OUTCOME.format("10-20"): ("bad-figure", "Write '10 to 20'."),
    OUTCOME.format("doubled"): ("bad-figure", "Write a number"),
    FLAG.format("no"): ("bad-flag", "Leave 'estimated' out."),
    "title: 'Tis what changed": ("not-yaml", "double quotation marks"),
    "title: What changed\nand for whom": ("not-yaml", "indent it further"),
    "suppliers:\n  - name: x\n   kind: company": ("not-yaml", "begin in the same column"),
}  # fmt: skip


ADDRESSES = {
    "https://user:pw@www.example.gov.uk/a": "Leave out what stands before the @",
    "javascript:alert(1)": "not with 'javascript:'",
    "mailto:team@example.gov.uk": "not with 'mailto:'",
    "file:///C:/a.docx": "a file on one computer",
    "C:/a.docx": "a file on one computer",
    "https://localhost/a": "'localhost' is known in one network only",
    "https://intranet/a": "'intranet' is known in one network only",
    "https://192.168.1.1/a": "not the number of a machine",
    "https://www.example.gov.uk:8443/a": "Leave out the port, ':8443'",
    "https://www.exаmple.gov.uk/a": "Type the address again",
    "https://a.gov.uk/a, https://b.gov.uk/b": "Write one address only",
    "see the report": "Write it in full",
}
"""Addresses that are not public, with the reason that is given."""


@pytest.mark.parametrize("typed", ADDRESSES)
def test_an_address_is_refused_with_its_reason(typed: str, corpus: Corpus) -> None:
    """What is written in full is not asked to be: the hint says what is wrong with it."""
    text = overlay(f'procurement: {{route: not-known, notice_url: "{typed}"}}\n', prose=False)
    (found,) = check_document(read(NAME, text.encode()), corpus)
    assert found.rule.name == "bad-link"
    assert ADDRESSES[typed] in found.hint
    assert fix_text(NAME, text, corpus) == text


REPORT = BASE[BASE.index("sources:") : BASE.index("published:")]
ONCE = {
    REPORT.replace("key: report", "key: Report"): "bad-id",
    "suppliers:\n  - {name: x, kind: company, size: Small (10-49)}\n": "unknown-term",
    "published: 2062-01-01\n": "future-date",
    "stage: not know\n": "placeholder",
    "councils: [LDS, Leeds and Bradford]\n": "wrong-kind",
}


@pytest.mark.parametrize("typed", ONCE)
def test_one_mistake_is_one_finding(typed: str, corpus: Corpus) -> None:
    """What only follows from a mistake is not said beside it."""
    found = check_document(read(NAME, overlay(typed, prose=False).encode()), corpus)
    assert [one.rule.name for one in found] == [ONCE[typed]]


@pytest.mark.parametrize(("broken", "name", "hint"), [
    ("# A title\n\n## The need", "unknown-section", "Delete this line"),
    ("## [The need](#need)", "unknown-section", "Write '## The need'."),
])  # fmt: skip
def test_one_mistake_in_a_heading_is_one_finding(
    broken: str, name: str, hint: str, corpus: Corpus, base_text: str
) -> None:
    """A title in the body has no text and no place; a heading that links is still the section."""
    (found,) = check_document(read(NAME, base_text.replace("## The need", broken).encode()), corpus)
    assert found.rule.name == name
    assert hint in found.hint


def test_an_entry_beside_several_in_one_is_checked(corpus: Corpus) -> None:
    """Two mistakes are two findings."""
    text = overlay("councils: [Leeds and Bradford, Springfield]\n", prose=False)
    names = [one.rule.name for one in check_document(read(NAME, text.encode()), corpus)]
    assert names == ["wrong-kind", "unknown-council"]


def test_a_field_in_letters_of_another_script_is_mended(corpus: Corpus, base_text: str) -> None:
    """Nobody sees the difference, so the letter is named."""
    broken = base_text.replace("stage:", "stаge:")
    (found,) = check_document(read(NAME, broken.encode()), corpus)
    assert (found.rule.name, found.message) == ("unknown-field", "'а' in 'stаge' is not the Latin letter a")
    assert fix_text(NAME, broken, corpus) == base_text


def test_a_block_text_is_not_padded(corpus: Corpus) -> None:
    """The line break that ends it is YAML's and not the writer's."""
    for sign in ("|", ">"):
        text = overlay(f"title: {sign}\n  What changed\n", prose=False)
        assert check_document(read(NAME, text.encode()), corpus) == ()


def test_a_value_that_is_cut_says_so(corpus: Corpus) -> None:
    """A message never shows a part for the whole."""
    (found,) = check_document(read(NAME, overlay(f'stage: "{"word " * 20}"\n', prose=False).encode()), corpus)
    assert "word…' is not one of the stages" in found.message


@pytest.mark.parametrize("typed", MENDED)
def test_what_is_certain_is_mended(typed: str, corpus: Corpus) -> None:
    """One run of `whatworks fix` makes a valid case of it, and changes nothing else."""
    text = overlay(typed.rstrip("\n") + "\n", prose=False)
    assert check_document(read(NAME, text.encode()), corpus), "it is a fault"
    mended = fix_text(NAME, text, corpus)
    assert mended == overlay(MENDED[typed].rstrip("\n") + "\n", prose=False)
    assert check_document(read(NAME, mended.encode()), corpus) == ()


@pytest.mark.parametrize("typed", ASKED)
def test_what_is_in_doubt_is_asked(typed: str, corpus: Corpus) -> None:
    """Where only the writer can know, the file stays as it is, and the hint says what to choose from."""
    text = overlay(typed.rstrip("\n") + "\n", prose=False)
    name, hint = ASKED[typed]
    found = [one for one in check_document(read(NAME, text.encode()), corpus) if one.rule.name == name]
    assert [hint in one.hint for one in found] == [True], [one.hint for one in found]
    assert fix_text(NAME, text, corpus) == text


@pytest.mark.parametrize("fences", [("—", "---"), ("---", "—"), ("—-", "–-"), ("----", "----"), ("---", "...")])
def test_fences_that_a_word_processor_changed_are_mended(
    fences: tuple[str, str], corpus: Corpus, base_text: str
) -> None:
    """Both lines of hyphens are put right, also where each alone would leave the file unreadable."""
    front = base_text.removeprefix("---\n")
    broken = f"{fences[0]}\n{front.replace('---', fences[1], 1)}"
    assert fix_text(NAME, broken, corpus) == base_text


@pytest.mark.parametrize("heading", [
    "# The need", "### The need", "##The need", "**The need**", "The need", "the need:", "## THE NEED",
    "The need\n--------", "## The need ##",
])  # fmt: skip
def test_headings_as_word_processors_leave_them_are_mended(heading: str, corpus: Corpus, base_text: str) -> None:
    """A section's title is recognised however it is dressed."""
    broken = base_text.replace("## The need", heading)
    mended = fix_text(NAME, broken, corpus)
    assert check_document(read(NAME, mended.encode()), corpus) == ()
    assert mended in (base_text, broken)
