"""The titles with which articles are cited: never one that was cut for the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.citable import citable_heads, whole, whole_title
from tui.core.explorer import Explorer
from tui.core.view import Query

LONG = "The council of Brennmouth has decided to close the harbour to every boat that has no lantern at its mast."


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        ("The council of Brennmouth…", f"{LONG} Nobody knows why.", LONG),
        ("The council of Brennmouth…", "Another text altogether.", "The council of Brennmouth…"),
        ("The council of Brennmouth…", LONG.replace(" of ", " of\n\n"), LONG),
        ("The council…", "The council " + "word " * 200, None),
    ],
)
def test_a_cut_title_is_the_whole_first_sentence_again(title: str, text: str, whole: str | None):
    found = whole_title(title, text)
    assert found == whole if whole else len(found) <= 301


def test_articles_are_cited_with_whole_titles(tmp_path: Path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{LONG} Nobody knows why, and nobody of the council wants to say it.\n")
    (folder / "b.md").write_text("---\ntitle: And so on…\n---\n\nThe pier is long and old.\n")
    explorer = Explorer.open(folder, tmp_path / "cache")
    explorer.refresh()
    hits = explorer.explore(Query()).hits
    titles = {head.path: head.title for head in citable_heads(explorer, hits)}
    assert titles == {"a.txt": LONG, "b.md": "And so on…"}
    assert {whole(explorer.article(number)).title for number in hits} == set(titles.values())
    assert any(head.title.endswith("…") and head.path == "a.txt" for head in explorer.heads(hits))
    explorer.close()
