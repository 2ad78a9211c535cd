"""A dossier about a ferry whose articles name dates and disagree, for the screens and their parts."""

from __future__ import annotations

from pathlib import Path

import pytest

ARTICLES = (
    (
        "a",
        "The ferry is gone",
        "2021-03-06",
        "Lake Post",
        "The last ferry left the harbour of Orma on 4 March 2021. Nobody waved.\n\n"
        "The harbour was founded in 1998. Last month the mayor signed an agreement with the fishermen.",
    ),
    (
        "b",
        "A lake without a ferry",
        "2021-04-02",
        "Inland Times",
        "The last ferry left the harbour of Orma on 9 March 2021, the harbour master said.",
    ),
    ("c", "Silence", "2021-05-01", "Lake Post", "Nothing more was heard of the matter."),
)


@pytest.fixture
def lost_ferry(tmp_path: Path) -> Path:
    """A dossier whose articles name dates, two of which contradict each other."""
    folder = tmp_path / "lost-ferry"
    folder.mkdir()
    for name, title, day, source, text in ARTICLES:
        front = f"title: {title}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program was started."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
