from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.desk import DossierDesk, correct_by_desk
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.desk.drafts import correct, note, set_status, star, tag, tag_note
from tui.desk.state import Field, Status
from tui.errors import ArticleNotFound, DeskError


@pytest.fixture
def explorer(dossier: Path):
    opened = Explorer.open(dossier)
    opened.refresh()
    yield opened
    opened.close()


def test_notes_are_given_by_article_and_place(explorer: Explorer) -> None:
    desk = DossierDesk.open(explorer)
    number = explorer.find("a.md")
    text = explorer.article(number).text
    for quote in ("Nobody drowned", "A ferry"):
        start = text.index(quote)
        desk.desk.add(note(desk.anchor(number, start, start + len(quote)), quote))
    desk.desk.add(note(desk.anchor(explorer.find("b.md"), 0, 0), "whole"))
    assert [placed.note.text for placed in desk.placed()] == ["A ferry", "Nobody drowned", "whole"]
    assert [placed.placement.start for placed in desk.placed()][:2] == [0, text.index("Nobody drowned")]
    (one,) = desk.placed(desk.desk.state().notes_of(explorer.article(explorer.find("b.md")).id))
    assert (one.title, one.source, one.missing) == ("Harbour closed", "Coast Post", False)


def test_articles_are_found_again_while_the_program_runs(explorer: Explorer, dossier: Path) -> None:
    desk = DossierDesk.open(explorer)
    desk.desk.add(star(desk.ref(explorer.find("a.md"))))
    (before,) = desk.desk.state().starred
    (dossier / "a.md").rename(dossier / "moved.md")
    explorer.refresh()
    desk.recognise()
    (after,) = desk.desk.state().starred
    assert after == explorer.article(explorer.find("moved.md")).id != before
    (dossier / "moved.md").unlink()
    explorer.refresh()
    desk.recognise()
    assert desk.missing == {before}


def test_two_programs_see_what_the_other_adds(explorer: Explorer) -> None:
    one, other = DossierDesk.open(explorer), DossierDesk.open(explorer)
    one.desk.add(star(one.ref(explorer.find("a.md"))))
    assert other.desk.refresh()
    assert other.desk.state().starred == one.desk.state().starred


def test_corrections_are_found_by_every_question(explorer: Explorer) -> None:
    desk = DossierDesk.open(explorer)
    assert not desk.correct()
    desk.desk.add(correct(desk.ref(explorer.find("e.md")), Field.DATE, "2020-05"))
    assert desk.correct()
    assert not desk.correct()
    (head,) = explorer.heads([explorer.find("e.md")])
    assert head.published is not None
    assert (head.published.iso, head.published.origin[:14]) == ("2020-05", "set by you on ")
    assert explorer.undated() == []
    desk.desk.undo()
    assert correct_by_desk(explorer) == ""
    assert [head.path for head in explorer.undated()] == ["e.md"]


def test_queries_ask_for_what_is_on_the_desk(explorer: Explorer, dossier: Path) -> None:
    desk = DossierDesk.open(explorer)
    a, b, e = (desk.ref(explorer.find(path)) for path in ("a.md", "b.md", "e.md"))
    number = explorer.find("a.md")
    text = explorer.article(number).text
    quote = "sank near the harbour"
    start = text.index(quote)
    desk.desk.add(star(a), tag(b, "follow up"), set_status(e, Status.READ))
    (event,) = desk.desk.add(note(desk.anchor(number, start, start + len(quote)), "Is that so?"))
    desk.desk.add(tag_note(event.id, "doubts"))

    def found(text: str) -> list[str]:
        return sorted(head.path for head in explorer.heads(explorer.explore(Query(text)).hits))

    asked = {
        "is:starred": ["a.md"],
        "is:noted": ["a.md"],
        "note:so": ["a.md"],
        'tag:"follow up"': ["b.md"],
        "tag:doubts": ["a.md"],
        'tag:="follow up"': ["b.md"],
        "is:read": ["e.md"],
        "is:reviewed": [],
        "is:changed": [],
        "is:orphaned": [],
    }
    assert {query: found(query) for query in asked} == asked
    tags = next(facet for facet in explorer.facets(explorer.explore(Query(""))) if facet.field == "tag")
    assert {"follow up": 1, "doubts": 1}.items() <= {choice.value: choice.count for choice in tags.choices}.items()
    desk.desk.undo()
    assert found("tag:doubts") == []
    path = dossier / "a.md"
    path.write_text(path.read_text().replace("sank near", "sank inside"))
    explorer.refresh()
    desk.recognise()
    assert [found("is:changed"), found("is:starred")] == [["a.md"], ["a.md"]]
    path.write_text(
        path.read_text().replace("A ferry sank inside the harbour. The harbour master saw it.", "All is well.")
    )
    explorer.refresh()
    desk.recognise()
    assert [found("is:changed"), found("is:orphaned")] == [[], ["a.md"]]


def test_what_cannot_be_opened_is_told_or_raised(explorer: Explorer, tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary,\n")
    with pytest.raises(DeskError):
        correct_by_desk(explorer, diary)
    desk = DossierDesk.open(explorer)
    with pytest.raises(ArticleNotFound):
        desk.anchor(10_000, 0, 0)
    with pytest.raises(ValueError, match="no passage"):
        desk.anchor(explorer.find("a.md"), 0, 10_000)
