"""Columns of unknown names are recognised by their values, and never where they do not look like it."""

from __future__ import annotations

import json

import pytest
from packed_files import read_as

from tui.importing.columns import NAME_THEM, offered_columns, parse_columns
from tui.importing.records.column_guess import guessed_columns

TEXTS = [f"The lock keeper of gate {number} saw the herons come back to the reeds at dawn." for number in range(6)]
DAYS = [f"2023-03-{day:02}" for day in range(1, 7)]
HEADS = [f"Herons at gate {number}" for number in range(6)]


def rows(**columns: list[str]) -> list[dict[str, str]]:
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


GUESSES: list[tuple[str, list[dict[str, str]], dict[str, str]]] = [
    ("a text alone", rows(remark=TEXTS), {"text": "remark"}),
    ("a text and its day", rows(seen=DAYS, remark=TEXTS), {"text": "remark", "date": "seen"}),
    (
        "all of them",
        rows(line=HEADS, seen=DAYS, remark=TEXTS, lake_paper=["Lock Gazette"] * 6, at=["https://lake.example/1"] * 6),
        {"title": "line", "text": "remark", "date": "seen", "source": "lake_paper", "address": "at"},
    ),
    ("days as people write them", rows(seen=["4 March 2023"] * 6, remark=TEXTS), {"text": "remark", "date": "seen"}),
    ("figures are no days", rows(count=[str(number) for number in range(9, 15)], remark=TEXTS), {"text": "remark"}),
    ("the longest is the text", rows(brief=HEADS, remark=TEXTS), {"title": "brief", "text": "remark"}),
    ("short values are no text", rows(river=["Lerne"] * 6, seen=DAYS), {}),
    ("addresses are no text", rows(at=["https://lake.example/the/herons/came/back/to/the/reeds/at/dawn"] * 6), {}),
    ("a name with a sign of the list", rows(**{"remark=all": TEXTS}), {}),
    ("nothing", [], {}),
    ("empty cells", rows(remark=[""] * 6), {}),
]  # fmt: skip


@pytest.mark.parametrize(("table", "roles"), [case[1:] for case in GUESSES], ids=[case[0] for case in GUESSES])
def test_columns_by_the_look_of_their_values(table: list[dict[str, str]], roles: dict[str, str]) -> None:
    assert guessed_columns(table) == roles


CSV = "nr,seen,remark\n" + "".join(
    f'{n},{day},"{text}"\n' for n, (day, text) in enumerate(zip(DAYS, TEXTS, strict=True))
)
JSON = json.dumps(rows(seen=DAYS, remark=TEXTS))


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", CSV), ("a.json", JSON), ("a.jsonl", JSON[1:-1].replace("}, ", "}\n"))]
)
def test_the_account_offers_the_command_that_takes_them(name: str, content: str) -> None:
    reason = read_as(name, content.encode()).account.reason
    assert "mali-tui FOLDER --columns text=remark,date=seen" in reason
    assert offered_columns([reason]) == {"text": "remark", "date": "seen"}


def test_without_a_guess_the_account_asks_for_names() -> None:
    reason = read_as("a.csv", b"nr,depth\n1,4\n2,5\n").account.reason
    assert NAME_THEM in reason
    assert offered_columns([reason]) == {}


def test_offers_of_several_files_are_taken_together_and_the_first_one_counts() -> None:
    reasons = [read_as(name, content.encode()).account.reason for name, content in (
        ("a.csv", CSV), ("b.csv", CSV.replace("remark", "story")), ("c.csv", "no offer")
    )]  # fmt: skip
    assert offered_columns(reasons) == {"text": "remark", "date": "seen"}


def test_what_is_offered_is_what_the_argument_takes() -> None:
    assert parse_columns("text=remark,date=seen") == {"text": "remark", "date": "seen"}
