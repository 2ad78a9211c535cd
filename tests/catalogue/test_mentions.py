"""The mentions of a catalogue come back as they went in, wait for new rules, and go with their articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.mentions import Findings, Mention, unpacked_days
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading

FOUND = (
    Mention(0, 4, "DATE", "2023", days=(738_521, 738_885)),
    Mention(9, 18, "DATE", "2023-07-07", "APPROX", True, "published", (738_709, 738_709), (738_708, 738_708)),
    Mention(20, 25, "DURATION", "P1D"),
)


@pytest.fixture(params=["on disk", "in memory"])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path):
    opened = Catalogue.open(tmp_path / "cache" if request.param == "on disk" else None)
    keep(opened, "a.md", "It rained.")
    keep(opened, "b.md", "It snowed.")
    yield opened
    opened.close()


def keep(catalogue: Catalogue, path: str, text: str) -> None:
    article = Article(id=f"{path[0]}aaaaaaaaa", path=path, title=path, text=text)
    catalogue.record(
        [FileReading(FileEntry(path, len(text), 1), FileAccount(path, Outcome.READ, "", 1, 0), (article,))], "1"
    )


def looked_through(catalogue: Catalogue, rules: str = "old") -> list[int]:
    catalogue.mentions.begin(rules)
    numbers = catalogue.mentions.pending(10)
    assert catalogue.mentions.record([Findings(numbers[0], FOUND), Findings(numbers[1], ())], rules)
    return numbers


def test_mentions_come_back_as_they_went_in(catalogue: Catalogue):
    assert catalogue.mentions.waiting("old") == 2
    one, other = looked_through(catalogue)
    assert catalogue.mentions.of(one) == FOUND
    assert catalogue.mentions.of(other) == ()
    assert catalogue.mentions.waiting("old") == 0
    assert catalogue.mentions.pending(10) == []


def test_only_what_has_days_is_in_the_columns(catalogue: Catalogue):
    one, other = looked_through(catalogue)
    columns = catalogue.mentions.columns()
    assert list(columns.numbers) == [one, other]
    assert list(columns.begins) == [0, 2, 2]
    assert [unpacked_days(packed) for packed in columns.days] == [FOUND[0].days, FOUND[1].days]


def test_an_article_that_was_never_looked_through_has_no_mentions_and_says_so(catalogue: Catalogue):
    (one, _) = catalogue.mentions.pending(10) if catalogue.mentions.waiting("old") else (0, 0)
    assert catalogue.mentions.of(one) is None
    assert list(catalogue.mentions.columns().begins) == [0, 0, 0]


def test_other_rules_make_every_article_wait_and_what_was_found_stays_in_use(catalogue: Catalogue):
    one, _ = looked_through(catalogue)
    assert catalogue.mentions.waiting("new") == 2
    catalogue.mentions.begin("new")
    assert catalogue.mentions.of(one) == FOUND
    assert catalogue.mentions.record([Findings(one, FOUND[:1])], "new")
    assert catalogue.mentions.of(one) == FOUND[:1]
    assert catalogue.mentions.waiting("new") == 1


def test_a_program_of_older_rules_writes_nothing_over_newer_ones(catalogue: Catalogue):
    one, _ = looked_through(catalogue)
    catalogue.mentions.begin("new")
    assert not catalogue.mentions.record([Findings(one, ())], "old")
    assert catalogue.mentions.of(one) == FOUND


def test_a_changed_article_waits_again_and_a_lost_one_takes_its_mentions_along(catalogue: Catalogue):
    one, other = looked_through(catalogue)
    keep(catalogue, "a.md", "It hailed.")
    assert catalogue.mentions.of(one) is None
    assert catalogue.mentions.waiting("old") == 1
    catalogue.drop(["b.md"])
    assert catalogue.mentions.of(other) is None
    assert catalogue.mentions.record([Findings(other, FOUND)], "old")
    assert catalogue.mentions.of(other) is None


def test_the_revision_grows_with_every_record(catalogue: Catalogue):
    before = catalogue.mentions.revision
    looked_through(catalogue)
    assert catalogue.mentions.revision > before


def test_one_program_at_a_time_looks_for_dates(tmp_path: Path):
    one, other = Catalogue.open(tmp_path / "shared"), Catalogue.open(tmp_path / "shared")
    with one.mentions.exclusive() as first, other.mentions.exclusive() as second, other.exclusive() as reading:
        assert (first, second, reading) == (True, False, True)
    one.close()
    other.close()
