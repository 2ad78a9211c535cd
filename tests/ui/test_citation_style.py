from __future__ import annotations

from pathlib import Path

from tui.ui.citation_style import FIRST, choose_citation_style, citation_style


def test_a_style_is_kept_once_it_is_chosen(own_surroundings: Path):
    assert citation_style() == FIRST
    assert choose_citation_style("apa")
    assert citation_style() == "apa"
    kept = own_surroundings / "data" / "citation-style.txt"
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_bytes(b"\xff no style")
    assert citation_style() == FIRST


def test_where_nothing_can_be_written_it_says_so(monkeypatch, tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MALI_TUI_DATA", str(tmp_path / "file"))
    assert not choose_citation_style("apa")
    assert citation_style() == FIRST
