from __future__ import annotations

from tui.ui.widgets.reader.seeking import Seeking


def done(seeking: Seeking) -> Seeking:
    while not seeking.done:
        seeking.go_on(0)
    return seeking


def test_the_place_shown_is_the_first_from_the_origin():
    assert done(Seeking("boat boat boat", "boat", origin=3)).shown == (5, 9)


def test_where_there_is_none_after_the_origin_the_first_of_all_is_shown():
    assert done(Seeking("boat, lake", "boat", origin=5)).shown == (0, 4)


def test_walking_goes_round():
    seeking = done(Seeking("boat boat boat", "boat"))
    walked = []
    for steps in (1, 1, 1, -1):
        seeking.walk(steps)
        walked.append(seeking.current)
    assert walked == [1, 2, 0, 2]


def test_nothing_sought_is_done_at_once():
    seeking = done(Seeking("boat", " "))
    seeking.walk(1)
    assert (seeking.places, seeking.shown) == ([], None)


def test_a_long_text_is_searched_step_by_step():
    seeking = Seeking("boat " * 100_000, "boat")
    seeking.go_on(0)
    assert not seeking.done
    assert seeking.shown == (0, 4)
    assert len(done(seeking).places) == 100_000
