"""JSON Lines: every line by itself, the damaged ones counted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.formats.json_lines import read
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content

BRIDGE = {"title": "The bridge", "date": "03/08/2023", "text": "It opened."}
FERRY = {"title": "The ferry", "date": "25/07/2023", "text": "It sank."}
ONE, OTHER = json.dumps(BRIDGE), json.dumps(FERRY)

FILES = [
    ("two lines", f"{ONE}\n{OTHER}\n", ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows"),
    ("no line end at the last, empty lines between", f"\n{ONE}\r\n\r\n{OTHER}", ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows"),
    ("a damaged line", f'{ONE}\n{ONE[:-5]}\n"x"\n{OTHER}', ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows; "
     "2 lines not read: damaged, no map, or larger than 40 MB"),
    ("one line", ONE, ["2023"], "1 line with a doubtful date"),
    ("a list", f"[{ONE},\n{OTHER}]", ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows"),
    ("maps over several lines", json.dumps(BRIDGE, indent=2) + "\n" + json.dumps(FERRY, indent=2),
     ["2023-08-03", "2023-07-25"], "dates in figures were read day first, as '25/07/2023' shows"),
    ("other things", '{"x": 1}\n{"x": 2}', [], "no list of articles: its fields are 'x'"),
    ("no JSON", "The bridge\nis open.", [],
     "no list of articles: no maps with fields in it; 2 lines not read: damaged, no map, or larger than 40 MB"),
    ("white space", " \n \n", [], "it holds no text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates", "reason"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_ends_in_a_line_of_the_account(text: str, dates: list[str], reason: str) -> None:
    reading = read_content(RawFile("a.jsonl", text.encode()), read)
    assert [one.published.iso for one in reading.articles if one.published] == dates
    assert reading.account.reason == reason


@given(st.binary(max_size=12), st.integers(0, 200), st.integers(0, 20))
def test_damaged_bytes_end_in_a_problem_or_in_drafts(patch: bytes, place: int, gone: int) -> None:
    whole = f"{ONE}\n{OTHER}\n{ONE}".encode()
    try:
        list(read(RawFile("a.jsonl", whole[:place] + patch + whole[place + gone :])))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017
