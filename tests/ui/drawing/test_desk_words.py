from __future__ import annotations

import pytest

from tui.desk.desk import Desk
from tui.desk.drafts import correct, note, set_status, star, tag
from tui.desk.event import Anchor, ArticleRef
from tui.desk.state import Field, Status
from tui.ui.drawing.desk_words import events_words, head_lines, row_signs, split_tags, tags_known

ORMA = ArticleRef("orma", title="The ferry is gone")
LAKE = ArticleRef("lake", title="A lake")

SIGNS = [
    ("nothing", [], {}, {}),
    ("a star", [star(ORMA)], {"orma": "★"}, {"orma": "★ starred"}),
    (
        "all of it",
        [star(ORMA), note(Anchor(ORMA), "a"), note(Anchor(ORMA), "b"), set_status(ORMA, Status.TO_CHECK)],
        {"orma": "★ ✎2 to check"},
        {"orma": "★ starred · ✎ 2 notes · to check"},
    ),
    ("unread is no sign", [set_status(ORMA, Status.UNREAD)], {}, {}),
    ("tags stand in the head alone", [tag(ORMA, "camps")], {}, {"orma": "your tags: camps"}),
]


@pytest.mark.parametrize(("drafts", "signs", "lines"), [case[1:] for case in SIGNS], ids=[case[0] for case in SIGNS])
def test_signs_and_lines(drafts, signs, lines):
    desk = Desk.open(None, "me")
    desk.add(*drafts)
    assert row_signs(desk.state()) == signs
    assert head_lines(desk.state()) == lines


WORDS = [
    ("one", [tag(ORMA, "camps")], "tag camps on “The ferry is gone”"),
    ("two of one article", [tag(ORMA, "a"), tag(ORMA, "b")], "tag a, tag b on “The ferry is gone”"),
    ("of two articles", [star(ORMA), star(LAKE)], "star on “The ferry is gone” and 1 more"),
    ("a mended date", [correct(ORMA, Field.DATE, "2031-03")], "date set to 2031-03 on “The ferry is gone”"),
    ("a date taken away", [correct(ORMA, Field.DATE, "")], "date set to nothing on “The ferry is gone”"),
]


@pytest.mark.parametrize(("drafts", "words"), [case[1:] for case in WORDS], ids=[case[0] for case in WORDS])
def test_events_in_words(drafts, words):
    assert events_words(Desk.open(None, "me").add(*drafts)) == words


def test_typed_tags_are_parted_by_commas_each_once():
    assert split_tags(" camps,  the  budget ,camps,, ") == ["camps", "the budget"]


def test_known_tags_come_with_the_most_used_first():
    desk = Desk.open(None, "me")
    desk.add(tag(ORMA, "rare"), tag(ORMA, "common"), tag(LAKE, "common"))
    assert tags_known(desk.state()) == ["common", "rare"]
