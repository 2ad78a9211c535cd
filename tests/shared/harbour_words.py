"""A harbour of which three newspapers write, as files and as lines of a concordance."""

from __future__ import annotations

import re
from pathlib import Path

from tui.base.days import read_iso
from tui.concordance import ContextLine, Document, lines_of

ARTICLES = (
    (
        "a",
        "The harbour closes",
        "2021-03-05",
        "Lake Post",
        "The old harbour was closed. Boats left the harbour early. A closed harbour earns nothing.",
    ),
    ("b", "Orma", "2021-03-02", "Inland Times", "Nobody closed the harbour of Orma, the mayor said."),
    ("c", "Calm", "", "Courier", "A quiet harbour.\n\nThe harbour of Orma slept."),
    ("d", "Snow", "2021-03-07", "Inland Times", "Snow fell on the hill of Orma, and the mayor said nothing."),
    ("e", "More snow", "2021-04-01", "Inland Times", "Snow fell again, and the mayor of Orma said it was deep snow."),
)


def write_harbour(folder: Path) -> Path:
    """Write the articles into a folder."""
    folder.mkdir()
    for name, title, day, source, text in ARTICLES:
        front = f"title: {title}\nsource: {source}\nlanguage: en\n" + (f"date: {day}\n" if day else "")
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


def harbour_lines(width: int = 5, shown: int = 14) -> list[ContextLine]:
    """Return the lines of the word, article by article."""
    found: list[ContextLine] = []
    for number, (name, title, day, source, text) in enumerate(ARTICLES, 1):
        published = read_iso(day)[0] if day else None
        document = Document(name, text, number, title, source, day, published)
        found += lines_of(document, [match.span() for match in re.finditer("harbour", text)], width, shown)
    return found
