"""`mali-tui timeline` on the clock of mentions counts what the texts name."""

from __future__ import annotations

import json

import pytest

from tui.cli import main


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", [("2021-03-01", 2), ("1987", 1), ("2021-06-21..2021-06-30", 1), (None, 1)]),
        ("month", [("2021-03", 2), ("2021-06", 1), ("1987", 1), (None, 1)]),
        ("year", [("1987", 1), ("2021", 3), (None, 1)]),
    ],
)
def test_mentions_are_counted_without_the_empty_time_between_them(capsys, dated: str, unit: str, expected):
    assert main(["timeline", "--clock", "mentioned", "--by", unit, "--json", "-d", dated]) == 0
    buckets = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["bucket"], one["count"]) for one in buckets] == expected


def test_the_table_says_what_it_counts(capsys, dated: str):
    main(["timeline", "--clock", "mentioned", "--by", "year", "harbour", "-d", dated])
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["year", "mentions"]
    assert row.split()[:2] == ["2021", "3"]
