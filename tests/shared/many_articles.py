"""A dossier of 90 articles of few words, with days, months, years and no dates, that name such dates or none."""

from __future__ import annotations

from pathlib import Path

WORDS = ("ferry", "harbour", "bridge", "river", "summer")
"""Each article holds some of these and no other word that is asked for but `story`, which all hold."""

EVENTS = ("June 2019", "2021", "May 2020", "1987", "three days", "July 2020", "autumn 2021")
"""What their texts name: months, years, a season and a length of time."""

_DATES = ("2020-{m:02}-{d:02}", "2021-{m:02}-{d:02}", "2020-{m:02}", "2021", "")


def write_many(folder: Path) -> None:
    """Write the articles."""
    for place in range(90):
        when = _DATES[place % 5].format(m=place % 12 + 1, d=place % 28 + 1)
        words = " ".join(word for bit, word in enumerate(WORDS) if place >> bit & 1)
        front = f"title: Number {place}\n" + (f"date: {when}\n" if when else "")
        named = "".join(f" It was over in {each}." for bit, each in enumerate(EVENTS) if place * 7 >> bit & 1)
        text = f"Story {words}.{named if place % 4 else ''}"
        (folder / f"{place:03}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
