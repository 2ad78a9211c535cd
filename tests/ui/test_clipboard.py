from __future__ import annotations

from pathlib import Path

from textual.app import App

from tui.dossier.article import Article
from tui.ui.clipboard import copy


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
    assert str(kept) in sentence
    assert [path.name for path in kept.parent.iterdir()] == ["last-copy.txt"]


def test_a_retold_text_is_copied_with_a_warning():
    article = Article("a", "a.md", "T", "Text.", source="AFP", retold=True)
    assert "not the words of AFP" in copy(Clipboard(), "Text.", article)
    assert "not the words" not in copy(Clipboard(), "Text.", Article("a", "a.md", "T", "Text.", source="AFP"))


def test_where_no_file_can_be_written_the_terminal_is_all_there_is(monkeypatch, tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MALI_TUI_DATA", str(tmp_path / "file"))
    assert copy(Clipboard(), "one").endswith("1 word, “one”.")
