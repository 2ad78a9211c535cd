"""What an archive on a server cannot do is said in one sentence, and is asked of no network."""

from __future__ import annotations

from typing import Any

import pytest
from filed import explorer_of

from tui.core.rewording import QueryChange
from tui.core.visits import Visits
from tui.dossier.article import Article
from tui.errors import EngineError
from tui.proof import Manuscript
from tui.search.language import parse
from tui.served.archive import ServedArchive
from tui.served.layout import OwnLayout
from tui.served.searching import Searching, not_done


class NoServer:
    """Fails at whatever is asked of it."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"the server was asked: {name}")


@pytest.fixture
def archive(tmp_path):
    server: Any = NoServer()
    return ServedArchive(server, Searching(server, "press", OwnLayout()), tmp_path)


@pytest.fixture
def explorer_of_two(tmp_path):
    told = "The council met on 3 May 2020 and gave 40 boats to the harbour."
    made = [
        Article(id=f"story{at}", path=f"{at}.md", title="Boats", text=text, source=source, language="en")
        for at, (source, text) in enumerate([("Herald", told), ("Gazette", told.replace("40", "30"))])
    ]
    opened = explorer_of(made, tmp_path)
    yield opened
    opened.close()


def is_one_sentence(text):
    return text[0].isupper() and text.endswith(".") and "\n" not in text and len(text) < 160


def test_a_manuscript_is_held_against_a_folder_only(archive):
    with pytest.raises(EngineError) as told:
        archive.prove(Manuscript("The harbour was closed."))
    assert is_one_sentence(str(told.value))


@pytest.mark.parametrize("change", [QueryChange.GLOSSARY, QueryChange.WIDEN])
def test_wider_words_are_refused(archive, change):
    with pytest.raises(EngineError) as told:
        archive.reworded("harbour", change)
    assert is_one_sentence(str(told.value))


def test_words_are_narrowed_to_what_is_written_and_back(archive):
    narrow = archive.reworded("harbour", QueryChange.FORMS)
    assert narrow != "harbour"
    assert archive.reworded(narrow, QueryChange.FORMS) == "harbour"


def test_the_glossary_stays_off_however_often_it_is_asked_for(archive):
    assert not archive.toggle_glossary()
    assert not archive.toggle_glossary()


def test_nothing_is_mended_and_nothing_is_new(archive, tmp_path):
    assert not archive.mend()
    visits = Visits(archive, tmp_path / "seen")
    visits.keep()
    assert not Visits(archive, tmp_path / "seen").new().ids


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("harbour", []),
        ("harbour widen:port,quay", ["widen:"]),
        ("is:new", ["is:new"]),
        ("harbour -(port OR is:new) widen:quay", ["widen:", "is:new"]),
        ("is:starred", []),
    ],
)
def test_what_is_left_out_of_a_query_is_told(text, said):
    assert [each.split()[0] for each in not_done(parse(text))] == said


def test_two_articles_are_compared_with_their_figures_and_dates(archive, explorer_of_two):
    numbers = [archive._holdings.keep(explorer_of_two.article(number)) for number in (1, 2)]
    mine, theirs = archive.compare(*numbers), explorer_of_two.compare(1, 2)
    assert mine.comparison == theirs.comparison
    assert [side.id for side in (mine.one, mine.other)] == [side.id for side in (theirs.one, theirs.other)]


def test_copies_are_compared_as_far_as_they_are_listed(archive, explorer_of_two):
    first, second = (archive._holdings.keep(explorer_of_two.article(number)) for number in (1, 2))
    assert not archive.printings(first).pairs
    archive._holdings.note_copy(second, archive.article(first).id)
    (pair,) = archive.printings(first).pairs
    assert {pair.one.number, pair.other.number} == {first, second}
