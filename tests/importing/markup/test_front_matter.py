"""Front matter is read where it is sound, refused where it is a trap, and never costs the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.markup.front_matter import split_front_matter

BODY = "The bridge is open.\n"
SOUND = [
    ("yaml", "---\ntitle: A\ndate: 2023-06-30\n---\n", {"title": "A", "date": "2023-06-30"}),
    ("yaml closed by points", "---\ntitle: A\n...\n", {"title": "A"}),
    ("lists of both forms", "---\na: [x, 'y']\nb:\n  - z\n---\n", {"a": ["x", "y"], "b": ["z"]}),
    ("a map", "---\nauthor:\n  name: B\n---\n", {"author": {"name": "B"}}),
    ("all values are strings", "---\na: 1\nb: true\nc: 2023-06-30\n---\n", {"a": "1", "b": "true", "c": "2023-06-30"}),
    ("nothing is empty", "---\na: ~\nb: null\nc:\nd: '~'\n---\n", {"a": "", "b": "", "c": "", "d": "~"}),
    ("no tag is obeyed", "---\na: !!python/name:os.system x\n---\n", {"a": "x"}),
    ("toml", '+++\ntitle = "A"\ndate = 2023-06-30\ntags = ["x"]\ndraft = false\n+++\n',
     {"title": "A", "date": "2023-06-30", "tags": ["x"], "draft": "false"}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "fields"), [case[1:] for case in SOUND], ids=[case[0] for case in SOUND])
def test_reads(head: str, fields: object) -> None:
    front = split_front_matter(head + BODY)
    assert (front.fields, front.body, front.note) == (fields, BODY, "")


BROKEN = [
    ("a colon in the title", "---\ntitle: Gao: the end\nsource: B\n---\n", {"title": "Gao: the end", "source": "B"},
     "line 2"),
    ("aliases", "---\na: &a [x]\nb: [*a, *a]\ntitle: A\n---\n", {"title": "A"}, "aliases"),
    ("a list nested too deep", "---\nz: " + "[" * 9 + "]" * 9 + "\ntitle: A\n---\n", {"title": "A"}, "nested too deep"),
    # Here the parser may refuse before this program does, in words of its own.
    ("brackets by the thousand", "---\nz: " + "[" * 30000 + "\ntitle: A\n---\n", {"title": "A"}, "line by line: "),
    ("dashes by the thousand", "---\ntitle: A\nz:\n  " + "- " * 20000 + "\n---\n", {"title": "A"}, "line by line: "),
    ("a control character", "---\ntitle: A\nz: \x07\n---\n", {"title": "A", "z": "\x07"}, "invalid YAML"),
    ("toml that is none", '+++\ntitle: A\n+++\n', {"title": "A"}, "invalid TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "fields", "note"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_broken_front_matter_is_read_line_by_line(head: str, fields: object, note: str) -> None:
    front = split_front_matter(head + BODY)
    assert (front.fields, front.body) == (fields, BODY)
    assert note in front.note


NONE = [
    ("no front matter", BODY),
    ("a rule at the top", "---\n\nThe bridge is open.\n"),
    ("text between two rules", "---\nThe bridge is open.\n---\nAnd the ferry is not.\n"),
    ("no end", "---\ntitle: A\n"),
    ("an end out of reach", "---\ntitle: A\n" + "x\n" * 40000 + "---\n"),
    ("empty", ""),
    ("one field above a text", "Note: it rained.\n\nThe bridge is open."),
]


@pytest.mark.parametrize("text", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    front = split_front_matter(text, frozenset({"note", "title", "source"}))
    assert (front.body, front.fields) == (text, {})


def test_front_matter_without_an_end_says_so() -> None:
    assert "no end" in split_front_matter("---\ntitle: A\n\nThe bridge is open.").note


def test_fields_without_a_fence_need_two_known_names() -> None:
    text = "Title: A\nSource: B: C\nPage: 4\n\nThe bridge is open."
    assert split_front_matter(text, frozenset({"title", "source"})).fields == {
        "Title": "A",
        "Source": "B: C",
        "Page": "4",
    }
    assert split_front_matter(text, frozenset({"title"})).fields == {}


BARE = [
    ("nothing below them", "Title: A\nSource: B\n", ""),
    ("a short one below", "Title: A\nSource: B\nPage: 4\nThe bridge is open.", "The bridge is open."),
    (
        "a long one between",
        "Title: A\nLead: It rained for nine long days and then it rained again.\nSource: B\nIt fell.",
        "It fell.",
    ),
    (
        "a talk below",
        "Title: A\nSource: B\n"
        "Reporter: Did you see the bridge fall into the river that night?\nReporter: You did?\nFisher: No.",
        "Reporter: Did you see the bridge fall into the river that night?\nReporter: You did?\nFisher: No.",
    ),
]


@pytest.mark.parametrize(("text", "body"), [case[1:] for case in BARE], ids=[case[0] for case in BARE])
def test_what_stands_below_the_last_known_field_is_not_lost(text: str, body: str) -> None:
    assert split_front_matter(text, frozenset({"title", "source"})).body == body


@given(st.text(alphabet="-+:[]{}&*!|>#'\"\\ \nab~%@`,?\t", max_size=120))
def test_no_block_makes_it_fall(block: str) -> None:
    for fence in ("---", "+++"):
        front = split_front_matter(f"{fence}\n{block}\n{fence}\n{BODY}")
        assert front.body.endswith(BODY)


@pytest.mark.parametrize(
    "block",
    ["a = " + "1" * 5000, "a = 0x" + "f" * 5000, "a" + ".a" * 30_000 + " = 1", "[a" + ".b" * 3000 + "]\nc = 1"],
    ids=["a number of many digits", "one in hexadecimal", "a key of many parts", "a table of many parts"],
)
def test_toml_that_no_reader_survives_costs_its_fields_alone(block: str) -> None:
    front = split_front_matter(f"+++\n{block}\n+++\nThe ferry sailed.\n")
    assert "The ferry sailed." in front.body
    assert "front matter was read" in front.note
