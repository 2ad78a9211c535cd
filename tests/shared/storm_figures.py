"""A storm of whose dead three newspapers give three numbers, as files and as questions."""

from __future__ import annotations

from pathlib import Path

from tui.base.days import read_iso
from tui.dates import find_dates
from tui.figures import find_figures
from tui.figures.answers import Report
from tui.figures.questions import Question, questions

ARTICLES = (
    (
        "a",
        "The storm",
        "2021-03-05",
        "Lake Post",
        "The wind came at night. On 4 March 2021, 12 fishermen were killed in the storm at Orma, the police said.\n\n"
        "The harbour is closed.",
    ),
    (
        "b",
        "After the storm",
        "2021-03-05",
        "Inland Times",
        "On 4 March 2021, 15 fishermen were killed in the storm at Orma, the police said.",
    ),
    ("c", "Orma", "2021-03-07", "Courier", "At least 12 fishermen were killed in the storm at Orma on 4 March 2021."),
    ("d", "Calm", "2021-03-08", "Lake Post", "Orma had deployed 40 police officers in the harbour of Orma."),
    ("e", "Police", "2021-03-09", "Inland Times", "Orma had deployed 40 police officers in the harbour of Orma."),
    ("f", "Silence", "2021-05-01", "Lake Post", "Nothing more was heard of the matter."),
)


def write_storm(folder: Path) -> Path:
    """Write the articles into a folder."""
    folder.mkdir()
    for name, title, day, source, text in ARTICLES:
        front = f"title: {title}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


def storm_questions() -> tuple[Question, ...]:
    """Return what the articles answer."""
    reports = []
    for number, (name, title, day, source, text) in enumerate(ARTICLES, 1):
        published, _ = read_iso(day)
        dates = find_dates(text, language="en", published=published)
        figures = find_figures(text, language="en", timexes=dates, title=title)
        reports.append(Report(number, name, source, published, figures, text))
    return questions(reports)
