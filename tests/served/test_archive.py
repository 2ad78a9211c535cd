"""What an archive on a server cannot do is said in one sentence, and is asked of no network."""

from __future__ import annotations

from typing import Any

import pytest

from tui.core.rewording import Change
from tui.core.visits import Visits
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


def is_one_sentence(text):
    return text[0].isupper() and text.endswith(".") and "\n" not in text and len(text) < 160


def test_a_manuscript_is_held_against_a_folder_only(archive):
    with pytest.raises(EngineError) as told:
        archive.prove(Manuscript("The harbour was closed."))
    assert is_one_sentence(str(told.value))


@pytest.mark.parametrize("change", [Change.GLOSSARY, Change.WIDEN])
def test_wider_words_are_refused(archive, change):
    with pytest.raises(EngineError) as told:
        archive.reworded("harbour", change)
    assert is_one_sentence(str(told.value))


def test_words_are_narrowed_to_what_is_written_and_back(archive):
    narrow = archive.reworded("harbour", Change.FORMS)
    assert narrow != "harbour"
    assert archive.reworded(narrow, Change.FORMS) == "harbour"


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
