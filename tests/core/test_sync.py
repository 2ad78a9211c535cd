"""What becomes of a dossier whose folder or cache changes: between two starts, meanwhile, or by another program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import tui.core.duplicate_service
import tui.core.mention_service
import tui.search.segment_buffer
from tui.base.progress import Step
from tui.core.explorer import Explorer
from tui.core.search_service import SearchService
from tui.core.view import Query
from tui.errors import DossierError


def test_a_changed_file_is_read_anew_and_a_lost_one_forgotten(explorer: Explorer, dossier: Path):
    (dossier / "a.md").write_text("---\ntitle: Volcano wakes\ndate: 2021-03-04\n---\n\nAsh fell.\n", encoding="utf-8")
    (dossier / "b.md").unlink()
    assert explorer.refresh()
    assert explorer.explore(Query("volcano")).total == 1
    assert explorer.explore(Query()).total == 5
    assert not explorer.refresh()


def test_a_stopped_refresh_goes_on_where_it_was(dossier: Path, cache: Path):
    first = Explorer.open(dossier, cache)
    first.refresh(stop=lambda: True)
    first.close()
    second = Explorer.open(dossier, cache)
    second.refresh()
    assert second.explore(Query("ferry")).total == 5
    second.close()


def test_two_programs_on_one_dossier_work(explorer: Explorer, dossier: Path):
    other = Explorer.open(dossier)
    other.refresh()
    assert other.explore(Query("ferry")).total == explorer.explore(Query("ferry")).total == 5
    (dossier / "g.md").write_text("A ferry again.\n", encoding="utf-8")
    other.refresh()
    explorer.refresh()
    assert other.explore(Query("ferry")).total == explorer.explore(Query("ferry")).total == 6
    other.close()


def test_what_another_program_read_is_a_change(dossier, cache):
    first, second = Explorer.open(dossier, cache), Explorer.open(dossier, cache)
    assert second.explore(Query()).of == 0
    assert first.refresh()
    assert second.refresh()
    assert second.explore(Query()).of == 6
    assert not second.refresh()
    first.close()
    second.close()


# Whoosh leaves a damaged table of contents open and lets Python close it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_index_is_built_anew(dossier: Path, cache: Path):
    first = Explorer.open(dossier, cache)
    first.refresh()
    first.close()
    for file in cache.rglob("*"):
        if file.is_file() and "index" in str(file.relative_to(cache)):
            file.write_bytes(b"rubbish")
    second = Explorer.open(dossier, cache)
    second.refresh()
    assert second.explore(Query("ferry")).total == 5
    second.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_cache_folder_means_a_search_in_memory(dossier: Path, tmp_path: Path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    check_memory(Explorer.open(dossier, locked / "cache"))


def test_a_cache_folder_that_cannot_be_made_means_a_search_in_memory(dossier: Path, tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    check_memory(Explorer.open(dossier, tmp_path / "file" / "cache"))


def check_memory(opened: Explorer) -> None:
    assert "in memory" in opened.notice
    opened.refresh()
    assert opened.explore(Query("ferry")).total == 5
    opened.close()


@pytest.mark.parametrize(("name", "what"), [("missing", "name"), ("a.md", "is a file, .* opens its folder")])
def test_what_is_no_folder_is_refused_in_a_sentence(dossier: Path, name: str, what: str):
    with pytest.raises(DossierError, match=what):
        Explorer.open(dossier / name)


def test_articles_that_the_index_has_not_taken_in_yet_are_told_of(dossier: Path, cache: Path):
    explorer = Explorer.open(dossier, cache)
    read: list[Step] = []

    def until_indexing() -> bool:
        return bool(read) and read[-1].doing != "reading"

    explorer.refresh(read.append, until_indexing)
    view = explorer.explore(Query("ferry"))
    assert (view.total, view.unsearched, view.of) == (0, 6, 6)
    assert view.understood == "ferry · 6 of 6 articles are not searched yet"
    assert view.suggestions == ()
    assert explorer.explore(Query("")).unsearched == 0
    explorer.refresh()
    found = explorer.explore(Query("ferry"))
    assert (found.total, found.unsearched, found.understood) == (5, 0, "ferry · also: ferries 1")
    explorer.close()


WEIRD = "A weird ferry sailed on 3 May 2021."


def fail_at_the_weird_one(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """Let one stage raise an error at the article that has the weird text."""
    module, name, text_of = {
        "dates": (tui.core.mention_service, "_found", lambda article: article.text),
        "copies": (tui.core.duplicate_service, "_fingerprint", lambda article: article.text),
        "index": (tui.search.segment_buffer, "names", lambda text, written: text),
    }[stage]
    sound = getattr(module, name)

    def failing(*arguments: object) -> object:
        if text_of(*arguments) == WEIRD:
            raise KeyError("weird")
        return sound(*arguments)

    monkeypatch.setattr(module, name, failing)


STAGES = [
    ("dates", "its dates could not be found"),
    ("copies", "it could not be compared with the others"),
    ("index", "it cannot be searched"),
]


@pytest.mark.parametrize(("stage", "told"), STAGES)
def test_an_error_at_one_article_costs_no_other_one_and_is_told(dossier, monkeypatch, stage, told):
    (dossier / "weird.md").write_text(f"---\ntitle: Weird\nlanguage: en\n---\n\n{WEIRD}\n", encoding="utf-8")
    for name in ("z1.md", "z2.md"):
        text = "The lighthouse keeper counted nine ships on the evening of 4 June 1999 and went home again. " * 20
        (dossier / name).write_text(f"---\ntitle: {name}\nlanguage: en\n---\n\n{text}\n", encoding="utf-8")
    fail_at_the_weird_one(monkeypatch, stage)
    explorer = Explorer.open(dossier)
    explorer.refresh()
    assert not explorer.refresh().busy
    reasons = {account.path: account.reason for account in explorer.accounts()}
    assert told in reasons.pop("weird.md")
    assert not any("KeyError" in reason for reason in reasons.values())
    assert explorer.explore(Query("weird")).total == (0 if stage == "index" else 1)
    assert explorer.explore(Query("lighthouse")).total == 2
    assert explorer.explore(Query("event:1999-06-04")).total == 2
    assert explorer.explore(Query("event:2021-05-03")).total == (1 if stage == "copies" else 0)
    assert len(explorer.groups().others(explorer.find("z1.md"), 9)) == 1
    explorer.close()


def test_a_fault_is_forgotten_with_its_article(dossier, monkeypatch):
    (dossier / "weird.md").write_text(WEIRD, encoding="utf-8")
    explorer = Explorer.open(dossier)
    with monkeypatch.context() as while_failing:
        fail_at_the_weird_one(while_failing, "dates")
        explorer.refresh()
    assert any("KeyError" in account.reason for account in explorer.accounts())
    (dossier / "weird.md").write_text("A quiet ferry sailed on 3 May 2021.", encoding="utf-8")
    explorer.refresh()
    assert not any("KeyError" in account.reason for account in explorer.accounts())
    explorer.close()


def test_articles_that_another_program_is_indexing_are_asked_for_again(dossier: Path, cache: Path, monkeypatch):
    explorer = Explorer.open(dossier, cache)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(SearchService, "update", lambda self, progress, stop: False)
        assert explorer.refresh().busy
    came = explorer.refresh()
    assert (came.busy, came.changed) == (False, True)
    assert explorer.explore(Query("ferry")).total == 5
    explorer.close()
