from __future__ import annotations

from pathlib import Path

from tui.ui.query_history import FILE_NAME, MOST, QueryHistory


def test_queries_come_back_newest_first_and_once(tmp_path: Path):
    history = QueryHistory(tmp_path / "data")
    assert history.newest_first() == []
    for query in ("ferry", "bridge", "ferry"):
        assert history.add(query)
    assert QueryHistory(tmp_path / "data").newest_first() == ["ferry", "bridge"]
    assert [file.name for file in (tmp_path / "data").iterdir()] == [FILE_NAME]


def test_two_programs_keep_the_queries_of_both(tmp_path: Path):
    one, other = QueryHistory(tmp_path), QueryHistory(tmp_path)
    one.add("ferry")
    other.add("bridge")
    one.add("harbour")
    assert other.newest_first() == ["harbour", "bridge", "ferry"]


def test_only_so_many_are_kept(tmp_path: Path):
    history = QueryHistory(tmp_path)
    (tmp_path / FILE_NAME).write_text("".join(f"query {number}\n" for number in range(MOST)), encoding="utf-8")
    history.add("newest")
    kept = history.newest_first()
    assert (kept[0], kept[-1], len(kept)) == ("newest", "query 1", MOST)


def test_an_empty_query_is_none(tmp_path: Path):
    assert not QueryHistory(tmp_path).add("  ")
    assert QueryHistory(tmp_path).newest_first() == []


def test_a_hostile_query_is_kept_on_one_clean_line(tmp_path: Path):
    history = QueryHistory(tmp_path)
    assert history.add("a\nb\x1b[31m\ud800")
    (line,) = history.newest_first()
    assert line.isprintable()


def test_a_file_of_rubbish_is_no_harm(tmp_path: Path):
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00\nferry\n")
    assert "ferry" in QueryHistory(tmp_path).newest_first()


def test_where_nothing_can_be_kept_nothing_breaks(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    history = QueryHistory(tmp_path / "file" / "data")
    assert not history.add("ferry")
    assert history.newest_first() == []
