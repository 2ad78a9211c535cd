"""A dossier whose texts name dates, for the verbs that tell of them."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXTS = {
    "a.md": ("2021-03-04", "Herald", "The harbour was closed on Monday. It will be opened again by the end of June."),
    "b.md": ("2021-03-20", "Gazette", "Workers closed the harbour on 1 March 2021. It lasted three weeks."),
    "c.md": ("", "Herald", "In 1987 the old bridge fell. The town has looked for another one since."),
    "d.md": ("2021-04", "Gazette", "Nobody says when."),
}


@pytest.fixture
def dated(tmp_path: Path) -> str:
    folder = tmp_path / "dated"
    folder.mkdir()
    for name, (day, source, text) in TEXTS.items():
        front = f"title: Article {name}\nsource: {source}\nlanguage: en\n" + (f"date: {day}\n" if day else "")
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return str(folder)
