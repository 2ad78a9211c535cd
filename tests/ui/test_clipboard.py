from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from tui.dossier.article import Article, Provenance, PublishedDate
from tui.ui.clipboard import MOST, Part, copies, copy, copy_part, worded


class Clipboard(App[None]):
    """An application that is never run: only its clipboard is looked at."""


def test_a_copy_goes_to_the_terminal_and_to_a_file(own_surroundings: Path):
    app = Clipboard()
    sentence = copy(app, "The mission left the camp in August of that year.")
    assert app.clipboard == "The mission left the camp in August of that year."
    kept = own_surroundings / "data" / "last-copy.txt"
    assert kept.read_text(encoding="utf-8") == app.clipboard
    assert kept.parent.stat().st_mode & 0o077 == kept.stat().st_mode & 0o077 == 0
    assert "10 words, “The mission left the camp in Aug…”" in sentence
    assert kept.name in sentence
    assert {path.name for path in kept.parent.iterdir()} == {"last-copy.txt", "copies.json"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept.parent.iterdir())


def test_a_retold_text_is_copied_with_a_warning():
    article = Article("a", "a.md", "T", "Text.", source="AFP", retold=True)
    told = copy(Clipboard(), "Text.", article)
    assert "not the words of AFP" in told
    assert "“" not in told
    assert "not the words" not in copy(Clipboard(), "Text.", Article("a", "a.md", "T", "Text.", source="AFP"))


@pytest.mark.parametrize(
    ("part", "passage", "told"),
    [
        (Part.QUOTATION, "Nobody waved.", "2 words with their citation, “Nobody waved.” (Lake"),
        (Part.QUOTATION, " ", "the citation alone, since no passage is shown here, “Lake Post"),
        (Part.CITATION, "Nobody waved.", "the citation, “Lake Post"),
        (Part.TEXT, "Nobody waved.", "2 words, “Nobody waved.”"),
    ],
)
def test_the_message_says_what_was_copied_and_counts_the_words_of_the_passage_alone(part, passage, told):
    assert told in copy_part(Clipboard(), part, passage, ARTICLE)


def test_a_file_in_the_home_folder_is_named_briefly(own_surroundings: Path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: own_surroundings)
    assert copy(Clipboard(), "one").endswith("Also in ~/data/last-copy.txt")


def test_where_no_file_can_be_written_the_terminal_is_all_there_is(monkeypatch, tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MALI_TUI_DATA", str(tmp_path / "file"))
    assert copy(Clipboard(), "one").endswith("1 word, “one”.")


def test_the_last_copies_are_kept_the_newest_first_each_once(own_surroundings: Path):
    assert copies() == []
    for number in range(MOST + 5):
        copy(Clipboard(), f"copy {number}")
    copy(Clipboard(), "copy 10")
    assert copies()[:2] == ["copy 10", f"copy {MOST + 4}"]
    assert len(copies()) == len(set(copies())) == MOST
    (own_surroundings / "data" / "copies.json").write_text("{", encoding="utf-8")
    assert copies() == []
    copy(Clipboard(), "after")
    assert copies() == ["after"]


DAY = PublishedDate.from_iso("2031-03-06", Provenance.FRONT_MATTER)
ARTICLE = Article("a", "a.md", "The ferry is gone", "Text.", DAY, source="Lake Post", language="en")

WORDED = [
    (
        "a quotation",
        (Part.QUOTATION, "- The fer\u00adry left,\nsaid the “master”.", ARTICLE, "plain"),
        "“The ferry left, said the ‘master’.” (Lake Post, “The ferry is gone”, 6 March 2031)",
    ),
    ("the text alone", (Part.TEXT, "• One\nline.\n\n• Two.", ARTICLE, "plain"), "One line.\n\nTwo."),
    ("the citation alone", (Part.CITATION, "Words.", ARTICLE, "plain"), "Lake Post, “The ferry is gone”, 6 March 2031"),
    ("no passage", (Part.QUOTATION, "", ARTICLE, "plain"), "Lake Post, “The ferry is gone”, 6 March 2031"),
    ("another style", (Part.CITATION, "", ARTICLE, "apa"), "The ferry is gone. (2031, March 6). Lake Post."),
    (
        "a note on the passage",
        (Part.QUOTATION, "Words.", ARTICLE, "plain", "day of the event inferred: Mar 2031"),
        "“Words.” (Lake Post, “The ferry is gone”, 6 March 2031, day of the event inferred: Mar 2031)",
    ),
    (
        "retold, undated, no outlet",
        (Part.QUOTATION, "Words.", Article("b", "b.md", "T", "Text.", retold=True), "plain"),
        "Words. (retold from a source without a name, “T”, undated)",
    ),
]


@pytest.mark.parametrize(("arguments", "words"), [case[1:] for case in WORDED], ids=[case[0] for case in WORDED])
def test_what_is_copied_of_a_passage(arguments, words):
    assert worded(*arguments) == words


@given(st.text())
def test_a_quotation_holds_the_words_that_are_copied_alone(passage: str):
    text = worded(Part.TEXT, passage, ARTICLE, "plain")
    quotation = worded(Part.QUOTATION, passage, ARTICLE, "plain")
    assert quotation.endswith(worded(Part.CITATION, passage, ARTICLE, "plain") + ")" * bool(text))
    assert "\xad" not in text
    assert "\n" not in text.replace("\n\n", "")
