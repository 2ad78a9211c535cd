"""Groups come back as they went in, wait for new rules, and come apart when their heads go."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.duplicates import Compared, HeadSketch
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading

RULES = "old"


@pytest.fixture(params=["on disk", "in memory"])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path):
    opened = Catalogue.open(tmp_path / "cache" if request.param == "on disk" else None)
    for name in "abcd":
        keep(opened, name)
    yield opened
    opened.close()


def keep(catalogue: Catalogue, name: str, text: str = "It rained.") -> None:
    path = f"{name}.md"
    article = Article(id=f"{name}aaaaaaaaa", path=path, title=name, text=text)
    account = FileAccount(path, Outcome.READ, "", 1, 0)
    catalogue.record([FileReading(FileEntry(path, len(text), 1), account, (article,))], "1")


def sketch(*least: int) -> HeadSketch:
    return HeadSketch(least[0] + 1000, 3, array("q", least), (least[0] + 1000, *least))


def compared(catalogue: Catalogue) -> list[int]:
    """Note a as the head of b and c, and d as alone."""
    catalogue.duplicates.begin(RULES)
    a, b, c, d = (each.number for each in catalogue.duplicates.pending(10, 1000))
    found = [Compared(a, None, sketch(5, 6)), Compared(b, a), Compared(c, a), Compared(d, None, sketch(6, 7))]
    assert catalogue.duplicates.record(found, RULES)
    return [a, b, c, d]


def waiting(catalogue: Catalogue) -> list[str]:
    return [each.title for each in catalogue.duplicates.pending(10, 1000)]


def test_groups_come_back_as_they_went_in(catalogue: Catalogue):
    assert catalogue.duplicates.waiting(RULES) == 4
    state = catalogue.duplicates.state
    a, b, c, d = compared(catalogue)
    assert catalogue.duplicates.copies() == [(b, a), (c, a)]
    assert catalogue.duplicates.waiting(RULES) == 0
    assert waiting(catalogue) == []
    assert catalogue.duplicates.state != state
    assert sorted(catalogue.duplicates.found_at([6, 1005, 99])) == [(6, a), (6, d), (1005, a)]
    ((number, kept),) = catalogue.duplicates.sketches([a, b, 77])
    assert (number, kept.whole, kept.size, list(kept.least)) == (a, 1005, 3, [5, 6])


def test_other_rules_begin_anew(catalogue: Catalogue):
    a, *_ = compared(catalogue)
    assert catalogue.duplicates.waiting("new") == 4
    catalogue.duplicates.begin("new")
    assert catalogue.duplicates.copies() == []
    assert catalogue.duplicates.found_at([5, 6]) == []
    assert waiting(catalogue) == list("abcd")
    assert not catalogue.duplicates.record([Compared(a, None, sketch(5))], RULES)
    assert waiting(catalogue) == list("abcd")


def test_only_what_is_new_waits(catalogue: Catalogue):
    compared(catalogue)
    keep(catalogue, "e")
    assert waiting(catalogue) == ["e"]
    assert catalogue.duplicates.waiting(RULES) == 1


def test_a_copy_that_goes_leaves_its_group(catalogue: Catalogue):
    a, _, c, _ = compared(catalogue)
    catalogue.drop(["b.md"])
    assert catalogue.duplicates.copies() == [(c, a)]
    assert waiting(catalogue) == []


def test_copies_whose_head_goes_wait_again(catalogue: Catalogue):
    _, b, c, d = compared(catalogue)
    keep(catalogue, "a", "It snowed.")
    assert catalogue.duplicates.copies() == []
    assert catalogue.duplicates.found_at([5, 6, 1005]) == [(6, d)]
    assert catalogue.duplicates.waiting(RULES) == 3
    assert waiting(catalogue) == ["b", "c"]
    assert catalogue.duplicates.record([Compared(b, None, sketch(5, 6)), Compared(c, b)], RULES)
    assert waiting(catalogue) == ["a"]
    assert catalogue.duplicates.copies() == [(c, b)]


def test_a_copy_whose_head_went_meanwhile_waits_again(catalogue: Catalogue):
    compared(catalogue)
    keep(catalogue, "e")
    (new,) = catalogue.duplicates.pending(10, 1000)
    (head,) = (number for number in catalogue.columns().numbers if catalogue.article(number).title == "a")
    catalogue.drop(["a.md"])
    assert catalogue.duplicates.record([Compared(new.number, head)], RULES)
    assert waiting(catalogue) == ["b", "c", "e"]


def test_an_article_that_went_meanwhile_is_passed_over(catalogue: Catalogue):
    compared(catalogue)
    keep(catalogue, "e")
    (new,) = catalogue.duplicates.pending(10, 1000)
    catalogue.drop(["e.md"])
    assert catalogue.duplicates.record([Compared(new.number, None, sketch(8))], RULES)
    assert catalogue.duplicates.found_at([8]) == []
    assert catalogue.duplicates.article(new.number) is None


def test_long_texts_wait_in_smaller_batches(catalogue: Catalogue):
    catalogue.duplicates.begin(RULES)
    assert len(catalogue.duplicates.pending(3, 1000)) == 3
    assert len(catalogue.duplicates.pending(3, 15)) == 2
    assert len(catalogue.duplicates.pending(3, 1)) == 1
