"""The index is a cache: a commit is whole or not there, damage is a sentence, and nobody waits for anybody."""

from __future__ import annotations

import contextlib
import importlib
import itertools
import os
import pkgutil
import signal
import subprocess
import sys
import textwrap
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.dossier.article import Article
from tui.errors import EngineError
from tui.search.commit import read_contents
from tui.search.engine import Engine
from tui.search.index import Index, IndexBusy
from tui.search.language.tree import Phrase, Word


def numbers_of(index, word, field=""):
    return sorted(Engine(index).evaluate(Word(word, field)).numbers)


def test_what_was_added_is_there_after_opening_again(tmp_path, make_article):
    first = Index.open(tmp_path)
    first.add([(7, make_article(7, "The camp", "handed over")), (8, make_article(8, "Talks", "in Bamako"))])
    first.close()
    again = Index.open(tmp_path)
    assert (len(again), again.numbers(), numbers_of(again, "camp")) == (2, {7, 8}, [7])
    again.close()


def test_an_article_takes_the_place_of_the_older_one_with_its_number(index, make_article):
    index.add([(1, make_article(1, "Old", "")), (1, make_article(1, "Older", "")), (2, make_article(2, "Other", ""))])
    index.add([(1, make_article(1, "New", ""))])
    assert (len(index), numbers_of(index, "old"), numbers_of(index, "new")) == (2, [], [1])


def test_adding_the_same_again_changes_nothing(index, make_article):
    articles = [(number, make_article(number, "Camp", "word")) for number in range(5)]
    index.add(articles)
    index.add(articles)
    assert (len(index), numbers_of(index, "camp")) == (5, [0, 1, 2, 3, 4])


def test_removed_articles_are_found_no_more(index, make_article):
    index.add([(number, make_article(number, "Camp", "")) for number in range(4)])
    index.remove([1, 3, 99])
    assert (index.numbers(), numbers_of(index, "camp")) == ({0, 2}, [0, 2])
    index.remove([0, 2])
    assert (len(index), numbers_of(index, "camp")) == (0, [])


def test_many_small_commits_are_merged(index, make_article):
    for number in range(20):
        index.add([(number, make_article(number, f"Camp {number}", "the exit plan", language="en"))])
    assert len(index.segments) < 10
    assert numbers_of(index, "camps") == list(range(20))
    assert sorted(Engine(index).evaluate(Phrase("exit plans")).numbers) == list(range(20))


def test_an_empty_index_answers(index):
    assert numbers_of(index, "camp") == []


def test_a_phrase_does_not_reach_from_one_tag_to_the_next(index, make_article):
    index.add(
        [(1, make_article(1, "t", "x", tags=("exit", "plan"))), (2, make_article(2, "t", "x", tags=("exit plan",)))]
    )
    assert list(Engine(index).evaluate(Phrase("exit plan", "tag")).numbers) == [2]


def test_progress_can_stop_the_adding_and_keeps_what_was_added(index, make_article):
    index.add(((number, make_article(number, "Camp", "")) for number in range(10)), lambda count: count == 3)
    assert index.numbers() == {0, 1, 2}


def test_a_failing_source_of_articles_leaves_the_index_as_it_was(tmp_path, make_article):
    index = Index.open(tmp_path)
    index.add([(1, make_article(1, "Camp", ""))])

    def broken():
        yield 2, make_article(2, "Camp", "")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.add(broken())
    assert numbers_of(index, "camp") == [1]
    index.add([(3, make_article(3, "Camp", ""))])
    assert numbers_of(index, "camp") == [1, 3]
    index.close()


def test_while_one_program_writes_the_other_reads_and_is_told(tmp_path, make_article):
    writer, reader = Index.open(tmp_path), Index.open(tmp_path)
    writer.add([(1, make_article(1, "Camp", ""))])
    busy = []

    def articles():
        with pytest.raises(IndexBusy, match="Another program"):
            reader.add([(9, make_article(9, "Camp", ""))])
        reader.refresh()
        busy.append(numbers_of(reader, "camp"))
        yield 2, make_article(2, "Camp", "")

    writer.add(articles())
    assert busy == [[1]]
    assert reader.refresh()
    assert not reader.refresh()
    assert numbers_of(reader, "camp") == [1, 2]
    writer.close()
    reader.close()


def test_a_reader_that_loses_to_one_commit_after_the_other_reads_the_one_that_stays(
    tmp_path, make_article, monkeypatch
):
    writer, reader = Index.open(tmp_path), Index.open(tmp_path)
    writer.add([(1, make_article(1, "Camp 0", ""))])
    commits = iter(range(1, 31))

    def read_then_lose(storage):
        contents = read_contents(storage)
        if storage is reader._storage:
            for commit in itertools.islice(commits, 1):  # the only segment is replaced, and its files go
                writer.add([(1, make_article(1, f"Camp {commit}", ""))])
        return contents

    monkeypatch.setattr("tui.search.commit.read_contents", read_then_lose)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    assert reader.refresh()
    assert next(commits, None) is None
    assert reader.generation == writer.generation
    assert (numbers_of(reader, "30"), numbers_of(reader, "29")) == ([1], [])
    writer.close()
    reader.close()


def test_files_that_are_missing_while_nobody_commits_are_damage(tmp_path, make_article, monkeypatch):
    writer, reader = Index.open(tmp_path), Index.open(tmp_path)
    writer.add([(1, make_article(1, "Camp", ""))])
    writer.close()
    [path] = tmp_path.glob("index-*/*.trm")
    path.unlink()
    pauses = []
    monkeypatch.setattr("time.sleep", pauses.append)
    with pytest.raises(EngineError, match="no such file or directory; delete the folder"):
        reader.refresh()
    assert len(pauses) == 10
    assert pauses == sorted(pauses)


def test_an_index_is_mended_under_the_programs_that_have_it_open(tmp_path, make_article):
    writer = Index.open(tmp_path)
    writer.add([(1, make_article(1, "Camp", ""))])
    assert not Index.mend(tmp_path)
    [path] = tmp_path.glob("index-*/*.cols")
    path.write_bytes(b"noise")
    assert Index.mend(tmp_path)
    assert numbers_of(writer, "camp") == [1]
    writer.add([(2, make_article(2, "Camp", ""))])
    assert numbers_of(writer, "camp") == [2]
    again = Index.open(tmp_path)
    assert numbers_of(again, "camp") == [2]
    again.close()
    writer.close()


def test_an_index_is_neither_emptied_nor_mended_while_another_program_writes(tmp_path, make_article):
    writer, other = Index.open(tmp_path), Index.open(tmp_path)
    writer.add([(1, make_article(1, "Camp", ""))])

    def articles():
        with pytest.raises(IndexBusy):
            other.empty_if(lambda: True)
        with pytest.raises(IndexBusy):
            Index.mend(tmp_path)
        yield 2, make_article(2, "Camp", "")

    writer.add(articles())
    assert not other.empty_if(lambda: len(other) < 2)
    assert numbers_of(other, "camp") == [1, 2]
    assert other.empty_if(lambda: len(other) < 3)
    assert numbers_of(other, "camp") == []
    assert writer.refresh()
    assert len(writer) == 0
    writer.close()
    other.close()


def test_a_killed_writer_does_not_stop_the_next(tmp_path, make_article):
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from tui.dossier.article import Article
        from tui.search.index import Index
        def articles():
            yield 1, Article(id="a", path="a", title="Camp", text="")
            print("writing", flush=True)
            sys.stdin.read()
        Index.open(Path(sys.argv[1])).add(articles())
        """
    )
    writing = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with writing:
        assert writing.stdout.readline() == "writing\n"
        writing.send_signal(signal.SIGKILL)
        writing.wait()
    index = Index.open(tmp_path)
    index.add([(2, make_article(2, "Camp", ""))])
    assert numbers_of(index, "camp") == [2]
    index.close()


@pytest.mark.parametrize("ending", [".toc", ".trm", ".pst", ".lex", ".cols"])
@pytest.mark.parametrize("damage", ["empty", "cut", "gone", "noise"])
def test_a_damaged_index_raises_no_other_error_than_ours(tmp_path, make_article, ending, damage):
    index = Index.open(tmp_path)
    index.add([(number, make_article(number, f"Camp {number}", "word " * 50)) for number in range(30)])
    index.close()
    [path] = tmp_path.glob(f"index-*/*{ending}")
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "cut": content[: len(content) // 2], "noise": b"\xff" * len(content)}[damage])
    with contextlib.suppress(EngineError):
        again = Index.open(tmp_path)
        try:
            numbers_of(again, "camp")
        finally:
            again.close()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="not a directory; delete the folder"):
        Index.open(tmp_path / "file")


def test_the_folder_is_private(tmp_path):
    Index.open(tmp_path).close()
    [folder] = tmp_path.glob("index-*")
    assert folder.stat().st_mode & 0o077 == 0


def test_every_exception_of_whoosh_is_translated_or_of_a_part_that_is_not_used():
    from tui.search.commit import DAMAGES

    unused = (
        "whoosh.qparser",
        "whoosh.query",
        "whoosh.searching",
        "whoosh.writing",
        "whoosh.analysis",
        "whoosh.util.times",
        "whoosh.lang",
        "whoosh.automata.fst",  # this and the next cannot be imported in 2.7.4; its living fork mended that
        "whoosh.support.pyparsing",
    )
    import whoosh

    for name in [module.name for module in pkgutil.walk_packages(whoosh.__path__, "whoosh.")]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                module = importlib.import_module(name)
            except ImportError:
                continue
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, Exception) and each.__module__.startswith("whoosh"):
                assert issubclass(each, DAMAGES) or each.__module__.startswith(unused), each


def test_the_language_and_the_marks_load_neither_whoosh_nor_stemmer_nor_numpy():
    program = (
        "import sys, tui.search.language, tui.search.marks, tui.search.snippet, tui.search.index, tui.search.engine\n"
    )
    program += "print([name for name in ('whoosh', 'Stemmer', 'numpy', 'textual') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_small_dossier_is_answered_without_numpy():
    program = textwrap.dedent(
        """
        import sys
        from tui.dossier.article import Article
        from tui.search.engine import Engine
        from tui.search.index import Index
        from tui.search.language import parse
        index = Index.open(None)
        index.add([(1, Article(id="a", path="a", title="Camps", text="", language="en"))])
        print(list(Engine(index).evaluate(parse("camp").tree).numbers), "numpy" in sys.modules)
        """
    )
    told = subprocess.run([sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[1] False"


WORDS = st.text(alphabet="aé\U0001f600字-\n0.,'\u0301z", max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), WORDS, WORDS), max_size=8), st.sets(st.integers(0, 5)))
def test_the_index_holds_what_a_dictionary_would(added, removed):
    index = Index.open(None)
    expected = {}
    for number, title, text in added:
        index.add([(number, Article(id="x", path="p", title=title, text=text))])
        expected[number] = title
    index.remove(removed)
    assert index.numbers() == set(expected) - removed
    assert len(index) == len(index.numbers())
    index.close()


def test_the_lists_of_neighbouring_words_are_read_in_one_stretch(index, make_article):
    index.add(
        [(number, make_article(number, "", text)) for number, text in enumerate(["a ab abc b", "ab ab", "b c"], 1)]
    )
    (segment,) = index.segments
    words = list(segment.lexicon("text"))
    assert words == ["a", "ab", "abc", "b", "c"]
    for first in range(len(words)):
        for last in range(first, len(words)):
            lists = segment.stretch("text", words[first], words[last])
            assert [packed for packed, _ in lists] == [segment.packed("text", word) for word in words[first : last + 1]]
            assert [count for _, count in lists] == [
                segment.frequency("text", word) for word in words[first : last + 1]
            ]
    assert segment.stretch("text", "a", "x") == []


def test_a_commit_syncs_every_file_of_its_segments_then_the_table_of_contents_and_the_folder(
    tmp_path, make_article, monkeypatch: pytest.MonkeyPatch
):
    synced: list[str] = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").resolve().name)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    made = Index.open(tmp_path)
    made.add([(1, make_article(1, "Camp", ""))])
    made.close()
    files = {path.name for path in tmp_path.rglob("*") if path.is_file() and path.suffix not in ("", ".lock")}
    segments = {name for name in files if not name.endswith(".toc")}
    assert segments
    assert files <= {*synced}
    assert synced[-1] == next(tmp_path.rglob("*.toc")).parent.name
    tables = [place for place, name in enumerate(synced) if name.endswith(".toc")]
    assert max(synced.index(name) for name in segments) < tables[-1]
