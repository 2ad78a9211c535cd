"""Rewording: forms, glossary and widening change the text of a query, and the view says what each of them found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.core.rewording import QueryChange
from tui.core.view import Query

TEXTS = {
    "en": ("en", "The withdrawal of the boats began, said the harbour master of Porthaven."),
    "en2": ("en", "A second withdrawal from Porthaven followed, and the harbour was empty."),
    "fr": ("fr", "Le retrait des navires a commencé, et les retraits se suivent dans le port de la ville."),
    "ar": ("ar", "بدأ انسحاب السفن من الميناء في المدينة."),
    "short": ("", "Retraits."),
    "more": ("en", "The harbour master of Porthaven is on leave, and the master of the boats too."),
    "less": ("en", "A lamp in the rain."),
    "least": ("en", "Rain and a lamp."),
}


@pytest.fixture
def explorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name, (language, text) in TEXTS.items():
        front = f"title: Piece {name}\n" + (f"lang: {language}\n" if language else "")
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    monkeypatch.setenv("MALI_TUI_CONFIG", str(tmp_path / "config.toml"))
    opened = Explorer.open(folder)
    opened.refresh()
    yield opened
    opened.close()


def said(explorer: Explorer, text: str, **more: bool) -> str:
    return explorer.explore(Query(text, **more)).understood


def test_the_understood_line_offers_what_the_glossary_has_and_one_change_takes_it(explorer: Explorer):
    assert said(explorer, "retrait") == "retrait · also: retraits 2 · in other words: withdrawal 2, انسحاب 1"
    taken = explorer.reworded("retrait", QueryChange.GLOSSARY)
    assert taken == "(retrait OR withdrawal OR انسحاب)"
    assert explorer.explore(Query(taken)).total == 5
    assert "in other words" not in said(explorer, taken)
    assert explorer.reworded(taken, QueryChange.GLOSSARY) == taken
    assert explorer.reworded("volcano", QueryChange.GLOSSARY) == "volcano"


def test_the_glossary_can_be_turned_off(explorer: Explorer):
    assert not explorer.toggle_glossary()
    assert said(explorer, "retrait") == "retrait · also: retraits 2"
    assert explorer.toggle_glossary()
    assert "in other words" in said(explorer, "retrait")


def test_the_readers_own_lines_count_and_bad_ones_are_told(explorer: Explorer, tmp_path: Path):
    (tmp_path / "glossary.txt").write_text("lamp = rain\nnothing\n", encoding="utf-8")
    line = said(explorer, "lamp")
    assert line == "lamp · in other words: rain 2 · glossary.txt, line 2: it has no =, as in retrait = withdrawal"


def test_words_are_narrowed_to_what_is_written_and_widened_again(explorer: Explorer):
    narrow = explorer.reworded("retrait source:x", QueryChange.FORMS)
    assert narrow == "=retrait source:x"
    assert explorer.explore(Query("=retrait")).total == 1
    assert explorer.reworded(narrow, QueryChange.FORMS) == "retrait source:x"


def test_a_query_is_widened_by_words_that_it_shows_and_narrowed_again(explorer: Explorer):
    wide = explorer.reworded("withdrawal", QueryChange.WIDEN)
    assert wide.startswith("withdrawal widen:")
    added = wide.partition("widen:")[2].split(",")
    assert set(added) == {"boats", "master"}
    view = explorer.explore(Query(wide))
    assert [row.title for row in view.rows[:3]][-1] == "Piece more"
    assert view.total == 3
    assert f"widened by {', '.join(added)}" in view.understood
    assert view.rows[2].marks > 0
    assert explorer.reworded(wide, QueryChange.WIDEN) == "withdrawal"
    assert explorer.explore(Query("withdrawal widen:rain")).total == 2
    assert explorer.reworded("sorce:x", QueryChange.WIDEN) == "sorce:x"
    assert explorer.reworded("volcano", QueryChange.WIDEN) == "volcano"
    assert explorer.reworded("", QueryChange.WIDEN) == ""


def test_the_words_of_widen_are_needed(explorer: Explorer):
    fault = explorer.explore(Query("withdrawal widen:,")).fault
    assert fault is not None
    assert "takes words with commas" in fault.message


def test_half_an_operator_is_not_looked_for_while_it_may_be_typed(explorer: Explorer):
    view = explorer.explore(Query("lamp N", unfinished=True))
    assert (view.total, view.understood) == (2, "lamp · N is not looked for yet: it may become an operator")
    assert explorer.explore(Query("lamp N")).total == 0
    assert explorer.explore(Query("lamp NEAR/", unfinished=True)).fault is None
    assert explorer.explore(Query("lamp NEAR/")).lack is not None
    assert explorer.explore(Query("lamp n", unfinished=True)).understood.startswith("lamp AND n")
