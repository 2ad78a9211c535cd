"""The catalogue keeps what was read, finds it again, and survives damage, threads and other programs."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.store import FILE_NAME, Store
from tui.dossier.account import FileAccount, Outcome, Sums
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.errors import ArticleNotFound, CacheError
from tui.importing.folder import FileEntry
from tui.importing.normalise import article_id
from tui.importing.read_file import FileReading

DAY = PublishedDate.from_iso("2023-06-30", Provenance.FRONT_MATTER)
MONTH = PublishedDate.from_iso("2023-06", Provenance.FILE_NAME)


def article(path: str, place: int = 0, **fields: object) -> Article:
    known: dict[str, object] = {
        "id": article_id(path, place),
        "path": path,
        "title": f"On {path}",
        "text": "It rained.",
    }
    return Article(**{**known, **fields})  # type: ignore[arg-type]


def reading(path: str, *articles: Article, outcome: Outcome = Outcome.READ, reason: str = "") -> FileReading:
    left_out = sum(len(one.left_out) for one in articles)
    return FileReading(FileEntry(path, 10, 20), FileAccount(path, outcome, reason, len(articles), left_out), articles)


def filled(catalogue: Catalogue, *paths: str) -> Catalogue:
    catalogue.record([reading(path, article(path)) for path in paths], "1")
    return catalogue


@pytest.fixture(params=["on disk", "in memory"])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    opened = Catalogue.open(tmp_path / "cache" if request.param == "on disk" else None)
    yield opened
    opened.close()


WHOLE = article(
    "caf\udce9/a.md",
    title="The « bridge »",
    text="It rained.\n\nNobody came.",
    published=DAY,
    candidates=(MONTH, PublishedDate.from_iso("2022", Provenance.PAGE_HEADER)),
    source="AFP",
    author="Ada Rell",
    language="fr",
    tags=("pont", "bac"),
    title_made=True,
    retold=True,
    left_out=("Share this", "« AFP »"),
    words=4,
)


def test_an_article_comes_back_as_it_went_in(catalogue: Catalogue) -> None:
    assert catalogue.record([reading(WHOLE.path, WHOLE)], "1")
    (number,) = catalogue.columns().numbers
    assert catalogue.article(number) == WHOLE
    assert catalogue.text(number) == WHOLE.text
    (head,) = catalogue.heads([number])
    for name in (
        "id",
        "path",
        "title",
        "title_made",
        "published",
        "source",
        "author",
        "language",
        "tags",
        "retold",
        "words",
    ):
        assert getattr(head, name) == getattr(WHOLE, name)


def test_columns_are_ordered_by_number_and_undated_articles_have_no_days(catalogue: Catalogue) -> None:
    assert len(catalogue.columns().numbers) == 0
    catalogue.record(
        [reading("a.md", article("a.md", published=MONTH)), reading("b.md", article("b.md")), reading("c.md", WHOLE)],
        "1",
    )
    columns = catalogue.columns()
    assert list(columns.numbers) == sorted(columns.numbers)
    june = MONTH.span
    assert list(columns.firsts) == [june.first.toordinal(), 0, DAY.span.first.toordinal()]
    assert list(columns.lasts) == [june.last.toordinal(), 0, DAY.span.first.toordinal()]


def test_heads_come_in_the_order_asked_and_pass_over_what_is_gone(catalogue: Catalogue) -> None:
    numbers = list(filled(catalogue, "a.md", "b.md", "c.md").columns().numbers)
    catalogue.drop(["b.md"])
    assert [head.path for head in catalogue.heads(numbers[::-1])] == ["c.md", "a.md"]


def test_texts_come_by_number_without_those_that_are_gone(catalogue):
    paths = [f"{place:03}.md" for place in range(100)]
    filled(catalogue, *paths)
    numbers = list(catalogue.columns().numbers)
    catalogue.drop(["007.md"])
    found = list(catalogue.texts([10_000, *numbers]))
    assert [title for _, title, _ in found] == [f"On {path}" for path in paths if path != "007.md"]
    assert [number for number, _, _ in found] == [number for place, number in enumerate(numbers) if place != 7]
    assert {text for _, _, text in found} == {"It rained."}
    assert list(catalogue.texts([])) == []


def test_a_number_without_an_article_is_said(catalogue: Catalogue) -> None:
    with pytest.raises(ArticleNotFound, match="no longer"):
        catalogue.article(7)
    with pytest.raises(ArticleNotFound, match="no longer"):
        catalogue.text(7)


def test_articles_are_found_by_id_its_beginning_and_path(catalogue: Catalogue) -> None:
    numbers = list(filled(catalogue, "a.md", "b/b.md").columns().numbers)
    whole = article_id("b/b.md", 0)
    assert catalogue.find(whole) == catalogue.find(whole[:4]) == catalogue.find("b/b.md") == numbers[1]


def test_a_reference_that_fits_none_or_several_is_said(catalogue: Catalogue) -> None:
    catalogue.record(
        [reading("a.md", *(article("a.md", place, id=f"abcdefghi{'xy'[place]}") for place in range(2)))], "1"
    )
    for reference in ("abc", "a.md"):
        with pytest.raises(ArticleNotFound, match=r"abcdefghix \(On a.md\), abcdefghiy"):
            catalogue.find(reference)
    for reference in ("zzz", "", "b.md", "ABC", "%", "caf\udce9", "\ud83d"):
        with pytest.raises(ArticleNotFound, match="mali-tui list"):
            catalogue.find(reference)


def test_ranks_sort_by_source_and_by_length(catalogue: Catalogue) -> None:
    catalogue.record(
        [
            reading(path, article(path, source=source, words=words))
            for path, source, words in (("a.md", "", 9), ("b.md", "zeit", 5), ("c.md", "AFP", 7), ("d.md", "Bild", 1))
        ],
        "1",
    )
    by_source, by_length = catalogue.ranks("source"), catalogue.ranks("length")
    paths = {head.number: head.path for head in catalogue.heads(catalogue.columns().numbers)}
    assert [paths[number][0] for number in sorted(by_source, key=by_source.__getitem__)] == ["c", "d", "b", "a"]
    assert [paths[number][0] for number in sorted(by_length, key=by_length.__getitem__)] == ["d", "b", "c", "a"]


def test_accents_and_capitals_make_no_difference_to_the_order_of_sources(catalogue: Catalogue) -> None:
    sources = ("zeit", "Écho", "ECHO", "Este", "Dawn")
    catalogue.record([reading(f"{name}.md", article(f"{name}.md", source=name)) for name in sources], "1")
    by_source = catalogue.ranks("source")
    ranks = {head.source: by_source[head.number] for head in catalogue.heads(catalogue.columns().numbers)}
    assert ranks == {"Dawn": 0, "Écho": 1, "ECHO": 1, "Este": 2, "zeit": 3}


def test_sources_and_tags_are_counted(catalogue: Catalogue) -> None:
    catalogue.record(
        [
            reading("a.md", article("a.md", source="AFP", tags=("x", "y"))),
            reading("b.md", article("b.md", source="AFP", tags=("y",))),
            reading("c.md", article("c.md", source="AP")),
            reading("d.md", article("d.md")),
        ],
        "1",
    )
    assert catalogue.sources() == [("AFP", 2), ("AP", 1)]
    assert catalogue.tags() == [("y", 2), ("x", 1)]


def test_the_account_adds_up(catalogue: Catalogue) -> None:
    catalogue.record(
        [
            reading("b.md", article("b.md", published=DAY, left_out=("x", "y")), article("b.md", 1)),
            reading("a.jpeg", outcome=Outcome.SKIPPED, reason="no format"),
            reading("c.md", outcome=Outcome.FAILED, reason="broken"),
        ],
        "1",
    )
    assert catalogue.sums() == Sums(files=3, read=1, skipped=1, failed=1, articles=2, undated=1, left_out=2)
    assert [(one.path, one.outcome, one.reason, one.articles, one.left_out) for one in catalogue.accounts()] == [
        ("a.jpeg", Outcome.SKIPPED, "no format", 0, 0),
        ("b.md", Outcome.READ, "", 2, 2),
        ("c.md", Outcome.FAILED, "broken", 0, 0),
    ]


def test_files_in_archives_have_accounts_of_their_own(catalogue: Catalogue) -> None:
    lost = FileAccount("a.zip/in.zip/x.md", Outcome.FAILED, "not a text")
    inner = FileAccount("a.zip/in.zip", Outcome.FAILED, "1 file in it: 1 failed", members=(lost,))
    seal = FileAccount("a.zip/seal.png", Outcome.SKIPPED, "a picture")
    members = (FileAccount("a.zip/b.md", Outcome.READ, "", 1), inner, seal)
    account = FileAccount("a.zip", Outcome.READ, "3 files in it", 1, members=members)
    catalogue.record([FileReading(FileEntry("a.zip", 10, 20), account, (article("a.zip/b.md"),))], "1")
    assert catalogue.accounts() == [account]
    assert catalogue.sums() == Sums(files=1, read=1, articles=1, undated=1, failed_within=1, skipped_within=1)
    assert catalogue.ids_of("a.zip", 9) == catalogue.ids_of("a.zip/b.md", 9) == [article_id("a.zip/b.md", 0)]
    assert catalogue.ids_of("a.zip/in.zip", 9) == []


def test_what_is_to_be_looked_at_is_listed_by_path(catalogue: Catalogue) -> None:
    for path, fields in (("b.md", {"doubt": "the text says 2021"}), ("c.md", {"published": DAY}), ("a.md", {})):
        catalogue.record([reading(path, article(path, **fields))], "1")
    assert [head.path for head in catalogue.heads(catalogue.undated())] == ["a.md", "b.md"]
    assert [head.path for head in catalogue.heads(catalogue.doubtful())] == ["b.md"]


def test_the_index_is_told_what_to_take_in_and_what_to_drop(catalogue: Catalogue) -> None:
    filled(catalogue, "a.md", "b.md", "c.md")
    assert catalogue.waiting() == 3
    batch = catalogue.pending(2)
    assert [one.path for _, one in batch] == ["a.md", "b.md"]

    catalogue.mark_indexed(indexed=[number for number, _ in batch])
    assert [one.path for _, one in catalogue.pending(9)] == ["c.md"]

    catalogue.drop(["a.md", "c.md"])
    assert len(catalogue.gone(9)) == 2
    assert catalogue.pending(9) == []

    catalogue.mark_indexed(removed=catalogue.gone(1))
    assert catalogue.waiting() == 1
    catalogue.forget_index()
    assert [one.path for _, one in catalogue.pending(9)] == ["b.md"]
    assert catalogue.gone(9) == []


def test_an_article_that_changes_gets_a_number_that_nobody_had(catalogue: Catalogue) -> None:
    (old,) = filled(catalogue, "a.md").columns().numbers
    catalogue.mark_indexed(indexed=[old])
    assert catalogue.record([reading("a.md", article("a.md", text="It snowed."))], "1")
    (new,) = catalogue.columns().numbers
    catalogue.drop(["a.md"])
    filled(catalogue, "b.md")
    (newest,) = catalogue.columns().numbers
    assert old < new < newest
    assert catalogue.gone(9) == [old, new]


def test_an_article_that_is_as_it_was_keeps_its_number(catalogue: Catalogue) -> None:
    both = (article("a.md"), article("a.md", 1))
    catalogue.record([reading("a.md", *both)], "1")
    numbers, revision = list(catalogue.columns().numbers), catalogue.revision
    assert not catalogue.record([reading("a.md", *both)], "2")
    assert (list(catalogue.columns().numbers), catalogue.revision) == (numbers, revision)

    assert catalogue.record([reading("a.md", both[0])], "1")
    assert list(catalogue.columns().numbers) == numbers[:1]
    assert catalogue.revision == revision + 1


def test_files_read_by_other_rules_are_known_to_be_old(catalogue: Catalogue) -> None:
    filled(catalogue, "a.md")
    assert catalogue.known("1") == {"a.md": (10, 20)}
    assert catalogue.known("2") == {"a.md": (-1, 20)}


def test_it_is_there_after_closing_and_of_the_same_identity(tmp_path: Path) -> None:
    first = filled(Catalogue.open(tmp_path / "c"), "a.md")
    identity = first.identity
    first.close()
    again = Catalogue.open(tmp_path / "c")
    assert (again.count(), again.identity) == (1, identity)
    again.close()


def test_the_cache_folder_is_for_nobody_else(tmp_path: Path) -> None:
    Catalogue.open(tmp_path / "deep/cache").close()
    assert stat.S_IMODE((tmp_path / "deep/cache").stat().st_mode) == 0o700 or os.name == "nt"


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000, b""])
def test_a_damaged_database_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    filled(Catalogue.open(tmp_path), "a.md").close()
    (tmp_path / FILE_NAME).write_bytes(damage)
    catalogue = Catalogue.open(tmp_path)
    assert catalogue.count() == 0
    assert filled(catalogue, "b.md").count() == 1
    catalogue.close()


def test_a_database_of_another_version_is_made_anew(tmp_path: Path) -> None:
    filled(Catalogue.open(tmp_path), "a.md").close()
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    catalogue = Catalogue.open(tmp_path)
    assert catalogue.count() == 0
    catalogue.close()


def test_a_database_whose_pages_are_damaged_says_what_to_do(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    catalogue.record([reading(f"{n}.md", article(f"{n}.md", text="It rained. " * 500)) for n in range(50)], "1")
    catalogue.close()
    whole = bytearray((tmp_path / FILE_NAME).read_bytes())
    whole[len(whole) // 2 :] = b"\xff" * (len(whole) - len(whole) // 2)
    (tmp_path / FILE_NAME).write_bytes(whole)
    try:
        catalogue = Catalogue.open(tmp_path)
        with pytest.raises(CacheError, match="only a cache"):
            _ = [catalogue.article(number) for number in range(1, 51)]
    finally:
        catalogue.close()


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CacheError, match="MALI_TUI_CACHE"):
        Catalogue.open(tmp_path / "file" / "cache")
    with pytest.raises(CacheError, match="MALI_TUI_CACHE"):
        Catalogue.open(tmp_path / "file")


def test_what_fails_halfway_is_not_kept(tmp_path: Path) -> None:
    store = Store.open(tmp_path)

    def fail_halfway() -> None:
        with store.writing() as database:
            database.execute("INSERT INTO gone VALUES (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with store.reading() as database:
        assert database.execute("SELECT count(*) FROM gone").fetchone() == (0,)
    store.close()


def test_threads_read_while_one_writes(catalogue: Catalogue) -> None:
    faults: list[BaseException] = []

    def watch() -> None:
        try:
            last = 0
            while last < 40:
                count = catalogue.count()
                assert count >= last
                assert len(catalogue.heads(catalogue.columns().numbers)) >= last
                last = count
        except BaseException as fault:  # noqa: BLE001 - carried over to the test's own thread
            faults.append(fault)

    watchers = [threading.Thread(target=watch, daemon=True) for _ in range(3)]
    for watcher in watchers:
        watcher.start()
    for number in range(40):
        filled(catalogue, f"{number}.md")
    for watcher in watchers:
        watcher.join(20)
    assert faults == []
    assert catalogue.count() == 40


def test_only_one_brings_it_up_to_date(tmp_path: Path) -> None:
    one, other = Catalogue.open(tmp_path), Catalogue.open(tmp_path)
    with one.exclusive() as first:
        assert first
        with other.exclusive() as second:
            assert not second
    with other.exclusive() as later:
        assert later
    one.close()
    other.close()


def test_another_program_sees_what_was_written(tmp_path: Path) -> None:
    catalogue = filled(Catalogue.open(tmp_path), "a.md")
    script = "import sys; from pathlib import Path; from tui.catalogue.catalogue import Catalogue\n"
    script += "print(Catalogue.open(Path(sys.argv[1])).count())"
    told = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True)
    assert told.stdout == "1\n"
    catalogue.close()


def test_opening_it_and_looking_for_changes_loads_no_reader() -> None:
    heavy = (
        "{'yaml', 'markdown_it', 'dateutil', 'filelock', 'tui.importing.read_file', 'tui.importing.clippings.clipping'}"
    )
    script = f"import sys, tui.catalogue.catalogue, tui.core.read_folder; print({heavy} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"
