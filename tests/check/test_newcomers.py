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
    "helped:\n  - Note: the thing: was late": 'helped:\n  - "Note: the thing: was late"',
    'helped:\n  - Note: the "thing": was late': 'helped:\n  - "Note: the \\"thing\\": was late"',
    'helped:\n  - Note: "the thing" was late': 'helped:\n  - "Note: \\"the thing\\" was late"',
    "helped:\n  - Note: @home was late": 'helped:\n  - "Note: @home was late"',
    "helped:\n  - text: Note: late": 'helped:\n  - text: "Note: late"',
    # Another sign for the colon
    "suppliers:\n  - name = x\n    kind: company\n    size: not-known":
        "suppliers:\n  - name: x\n    kind: company\n    size: not-known",
    "suppliers:\n  - name: x\n    kind; company\n    size — not-known":
        "suppliers:\n  - name: x\n    kind: company\n    size: not-known",
    # A comment stays one
    "title: Leeds: a story # check this": 'title: "Leeds: a story" # check this',
    "limits: @home was late # check this": 'limits: "@home was late" # check this',
    'title: "Room # 1" was late': 'title: "\\"Room # 1\\" was late"',
    "title: “Leeds: the #1 story”": 'title: "Leeds: the #1 story"',
    "partners:\n  - Age UK: London # check this": 'partners:\n  - "Age UK: London" # check this',
    # Round brackets around an entry
    'suppliers:\n  - (name: "IoT", kind: company, size: not-known)':
        'suppliers:\n  - {name: "IoT", kind: company, size: not-known}',
    "procurement: (route: not-known)": "procurement: {route: not-known}",
    # Signs that mean something else
    "limits: [Pilot] It was small": 'limits: "[Pilot] It was small"',
    "limits: @home was left out": 'limits: "@home was left out"',
    "limits: % of calls": 'limits: "% of calls"',
    "limits: *All* was new": 'limits: "*All* was new"',
    "limits: & more": 'limits: "& more"',
    "limits: > ten": 'limits: "> ten"',
    # Line and page breaks of word processors part two words
    'title: "What\x0bchanged"': 'title: "What changed"',
    'title: "What \x0c\x0bchanged"': 'title: "What changed"',
    "title: What\u2028changed": "title: What changed",
    "title: What\u2029changed: for whom": 'title: "What changed: for whom"',
    'title: "What\x07 changed"': 'title: "What changed"',
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
    "who_benefits:\n  1. residents\n  2. tenants": "who_benefits:\n  - residents\n  - tenants",
    "who_benefits:\n  – residents\n  – tenants": "who_benefits:\n  - residents\n  - tenants",
    # Names of fields and words of lists
    "**partners:** [Age UK]": "partners: [Age UK]",
    "**partners**: [Age UK]": "partners: [Age UK]",
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
    "title: #hashtag": ("empty-value", "Put it in quotes"),
    "title: # to be written": ("empty-value", "For example"),
    "who_benefits: #residents": ("empty-value", "For example"),
    'suppliers:\n  - name: "IoT", "Other Ltd"\n    kind: company': ("not-yaml", "around all entries"),
    'suppliers:\n  - name: "IoT" kind: company\n    size: not-known': ("not-yaml", "backslash before each"),
    "title: Sensors\n  warned: a story": ("not-yaml", "Put the whole text in quotes"),
    "title: Sensors\n  stage: trial": ("not-yaml", "same column as 'title'"),
    "who_benefits: [residents]\n  - council-staff": ("not-yaml", "Put all entries before the ]"),
    "title: Leeds: the #1 story": ("not-yaml", "Put the whole text in quotes"),
    "partners:\n  - Leeds: the #1 story": ("wrong-kind", "Put the whole text in quotes"),
    "title: What changed #forwhom": ("cut-by-comment", "Put the whole text in quotes"),
    "published: 03/11/2026": ("bad-date", "'2026-11-03' if 3 November is meant"),
    "published: 24/11/26": ("bad-date", "'2026-11-24' if 24 November is meant"),
    "published: 2026-02-30": ("bad-date", "There is no such day"),
    "started: spring 2024": ("bad-date", "'about 2024', or the month"),
    "started: 2023/24": ("bad-date", "if a financial year is meant"),
    "councils: Leads City Council": ("wrong-kind", "Did you mean 'councils: [LDS]' (Leeds City Council)?"),
    "councils: Sutton Council": ("wrong-kind", "Did you mean 'councils: [STN]' (London Borough of Sutton)?"),
    "councils: [Sutton Council]": ("unknown-council", "Did you mean 'STN'"),
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
    OUTCOME.format("£5–6k"): ("bad-figure", "Write '5000 to 6000' and put 'GBP' into 'unit'."),
    OUTCOME.format("1.2-1.5 million"): ("bad-figure", "Write '1200000 to 1500000'."),
    OUTCOME.format("between 5 and 6k"): ("bad-figure", "Write '5000 to 6000'."),
    OUTCOME.format("5k to 6k"): ("bad-figure", "Write '5000 to 6000'."),
    OUTCOME.format("500-1k"): ("bad-figure", "Write '500 to 1000'."),
    OUTCOME.format("706 of 326"): ("impossible-figure", "'326 of 706', if the two changed places"),
    OUTCOME.format("80 to 60"): ("impossible-figure", "Write '60 to 80' if a range is meant"),
    COST.format("GBP").replace("12000", "-500"): ("impossible-figure", "without a minus"),
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


def test_a_break_of_a_word_processor_in_the_text_becomes_a_new_line(corpus: Corpus, base_text: str) -> None:
    """Two words are never joined, a heading ends where it ended, and a row of a table stays one."""
    typed = "What was\x0bwrong.\u2028Here.\x0c\n\n| a\x0bb |\n|---|\n| c |\n"
    mended = "What was\nwrong.\nHere.\n\n| a b |\n|---|\n| c |\n"
    broken = base_text.replace("## The need\n\nWhat was wrong.\n", f"## The need\x0b{typed}")
    assert fix_text(NAME, broken, corpus) == base_text.replace(
        "## The need\n\nWhat was wrong.\n", f"## The need\n{mended}"
    )


@pytest.mark.parametrize("typed", [
    'stage: !!python/object/apply:os.system ["id"]', "stage: !x trial", "stage: &x trial", "title: !Important: hear",
])  # fmt: skip
def test_a_sign_before_a_value_is_all_that_is_said_of_it(typed: str, corpus: Corpus) -> None:
    """What stands behind a tag is neither judged nor mended, for nobody knows what was meant."""
    text = overlay(f"{typed}\n", prose=False)
    (found,) = check_document(read(NAME, text.encode()), corpus)
    assert found.rule.name in ("tag", "alias")
    assert fix_text(NAME, text, corpus) == text


@pytest.mark.parametrize(("typed", "place", "message"), [
    ('suppliers:\n  - name: "IoT", "Other Ltd"\n', (7, 16), "the text goes on after the closing quotation mark"),
    ("title: Sensors\n  warned: a story\n", (4, 3), "the text of 'title' goes on here and holds a colon"),
    ("who_benefits: [residents]\n  - staff\n", (15, 3), "this entry stands below a list that ] has closed"),
    ("suppliers:\n  - name: x\n kind: c\n", (8, 1), "this line begins with 1 space, and the one before it with 4"),
])  # fmt: skip
def test_what_cannot_be_read_is_shown_where_it_stands(
    typed: str, place: tuple[int, int], message: str, corpus: Corpus
) -> None:
    """The place is that of the slip, and not where the indent of its line begins."""
    (found,) = check_document(read(NAME, overlay(typed, prose=False).encode()), corpus)
    assert (found.source.position(found.span.start), found.message) == (place, message)


@pytest.mark.parametrize(("right", "wrong", "message"), [
    ("---\n", "---\n---\n", "'---' ends the fields here, and fields follow"),
    ("stage:", "---\n\nstage:", "'---' ends the fields here, and fields follow"),
    ("---\n", " ---\n", "a space or an invisible sign stands beside the three hyphens"),
    ("---\n", f"---{NB}\n", "a space or an invisible sign stands beside the three hyphens"),
    ("---\n", "\u200b---\n", "a space or an invisible sign stands beside the three hyphens"),
    ("---\n\n##", "---\u200b\n\n##", "this line should be three plain hyphens, which close the front matter"),
    ("\n", "\r", "the lines end as on old Macs (CR), and other programs see one line only"),
])  # fmt: skip
def test_one_thing_is_said_of_a_file_whose_fences_are_not_seen(
    right: str, wrong: str, message: str, corpus: Corpus, base_text: str
) -> None:
    """Nothing is said of what only seems to be missing, and the file is mended."""
    broken = base_text.replace(right, wrong, -1 if right == "\n" else 1)
    assert [one.message for one in check_document(read(NAME, broken.encode()), corpus)] == [message]
    assert fix_text(NAME, broken, corpus).replace("\n\nstage", "\nstage") == base_text


@pytest.mark.parametrize("wrong", ['title = "What', 'title="What', 'title; "What', 'title — "What', 'Title = "What'])
def test_another_sign_for_the_colon_is_mended(wrong: str, corpus: Corpus, base_text: str) -> None:
    """The name of a field is known without its colon."""
    broken = base_text.replace('title: "What', wrong, 1)
    (found,) = check_document(read(NAME, broken.encode()), corpus)
    assert found.source.position(found.span.start) == (3, 6)
    assert fix_text(NAME, broken, corpus) == base_text


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
    "##\u00a0The need", "    ## The need", "\t## The need", "## \u00a0The need",
])  # fmt: skip
def test_headings_as_word_processors_leave_them_are_mended(heading: str, corpus: Corpus, base_text: str) -> None:
    """A section's title is recognised however it is dressed."""
    broken = base_text.replace("## The need", heading)
    mended = fix_text(NAME, broken, corpus)
    assert check_document(read(NAME, mended.encode()), corpus) == ()
    assert mended in (base_text, broken)
