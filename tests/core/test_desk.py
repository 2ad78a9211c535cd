from __future__ import annotations

import json
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
    assert after == explorer.article(explorer.find("moved.md")).id == before
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


def moved(folder: Path, text: str) -> None:
    (folder / "later" / "deep").mkdir(parents=True)
    (folder / "a.md").rename(folder / "later" / "deep" / "0001.md")


def saved_again(folder: Path, text: str) -> None:
    front, body = text.split("---\n\n", 1)
    (folder / "a.md").write_text(
        f"{front}---\n\n{body.replace(' ', '  ').replace(chr(39), '’')}\r\n", encoding="utf-8-sig"
    )


def as_page(folder: Path, text: str) -> None:
    (folder / "a.md").unlink()
    data = '{"@type": "NewsArticle", "headline": "%s", "datePublished": "%s", "publisher": {"name": "%s"}}'
    paragraphs = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    (folder / "ferry.html").write_text(
        f"<html><head><title>{TITLE} | Lake Post</title><script type='application/ld+json'>"
        f"{data % (TITLE, '2021-03-06', 'Lake Post')}</script></head>"
        f"<body><nav>Home News</nav><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )


def as_text(folder: Path, text: str) -> None:
    (folder / "a.md").rename(folder / "a.txt")


def as_lines(folder: Path, text: str) -> None:
    (folder / "a.md").unlink()
    record = {"title": TITLE, "date": "2021-03-06", "source": "Lake Post", "text": TEXT}
    (folder / "export.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")


TITLE = "The ferry is gone"
TEXT = (
    "The last ferry left the harbour of Orma on 4 March 2021, and nobody on the quay waved to its captain.\n\n"
    "The harbour was founded in 1998, says a stone beside the gate. Last month the mayor signed an agreement with the "
    "fishermen of the lake, who have asked for a new boat since the winter.\n\n"
    "A council of seven will look for the money, and for somebody who can steer a ferry through the reeds."
)


@pytest.mark.parametrize("change", [moved, saved_again, as_page, as_text, as_lines])
def test_what_is_on_the_desk_of_an_article_stays_with_it(tmp_path: Path, change) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    text = f"---\ntitle: {TITLE}\ndate: 2021-03-06\nsource: Lake Post\n---\n\n{TEXT}\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    (folder / "b.md").write_text(text.replace(TITLE, "Silence").replace("ferry", "boat"), encoding="utf-8")
    explorer = Explorer.open(folder)
    explorer.refresh()
    desk = DossierDesk.open(explorer)
    number = explorer.find("a.md")
    start = TEXT.index("The harbour was founded")
    desk.desk.add(star(desk.ref(number)), tag(desk.ref(number), "harbour"))
    desk.desk.add(note(desk.anchor(number, start, start + 31), "Which stone?"))
    ident = explorer.article(number).id
    explorer.close()
    change(folder, text)
    explorer = Explorer.open(folder)
    explorer.refresh()
    desk = DossierDesk.open(explorer)
    assert not desk.missing
    (placed,) = desk.placed()
    assert (placed.title, placed.placement.state.value) == (TITLE, "anchored")
    found = explorer.explore(Query("is:starred tag:harbour is:noted")).rows
    assert [row.title for row in found] == [TITLE]
    assert [explorer.article(row.number).id for row in found] == [ident]
    explorer.close()
