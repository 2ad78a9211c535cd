"""The slider: handles stand just outside what they enclose, and the label says it without being cut."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.timeline.cells import ASCII, UNICODE, Line, text_of
from tui.timeline.granularity import Granularity
from tui.timeline.slider import Grip, draw_slider
from tui.timeline.window import Window

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
WINDOW = Window.home(YEAR, 38)
DAYS = WINDOW.zoomed(Granularity.DAY, date(2023, 6, 1))


def months(first: int, last: int) -> Span:
    return Span.of_month(2023, first).joined(Span.of_month(2023, last))


def slider(window: Window, span: Span, *labels: str, room: int | None = None, glyphs=UNICODE) -> str:
    line = Line(window.width + 2)
    draw_slider(line, 1, window, span, labels=labels, room=room or window.width, glyphs=glyphs)
    return text_of(line.row).rstrip()


def test_all_of_time_is_between_the_handles():
    assert slider(WINDOW, YEAR) == "◀" + "━" * 35 + "▶"


def test_the_label_stands_after_the_end():
    assert slider(WINDOW, months(2, 4), "Feb to April") == " ──◀━━━━━━━━▶ Feb to April ─────────"


def test_without_room_there_it_stands_before_the_start():
    assert slider(WINDOW, months(9, 11), "Sep to Nov") == " ─────────── Sep to Nov ◀━━━━━━━━▶──"


def test_without_room_on_either_side_it_stands_between():
    assert slider(WINDOW, months(2, 11), "Feb to November") == " ──◀━━━━━━ Feb to November ━━━━━━▶──"


def test_a_label_without_room_gives_way_to_a_shorter_one_and_none_is_cut():
    assert slider(WINDOW, months(5, 8), "much too long a label for here", "May on") == (
        " ───────────◀━━━━━━━━━━━▶ May on ───"
    )
    assert slider(WINDOW, months(5, 8), "much too long a label for here") == " ───────────◀━━━━━━━━━━━▶───────────"


def test_a_label_may_use_room_beside_the_window():
    line = Line(60)
    draw_slider(line, 1, WINDOW, months(2, 11), labels=("Feb to November",), room=58, glyphs=UNICODE)
    assert text_of(line.row).rstrip() == " ──◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶ Feb to November"


def test_one_bucket_of_one_column_still_has_two_handles():
    assert Grip.of(Span.of_day(date(2023, 6, 1)), DAYS) == Grip(
        DAYS.column(date(2023, 6, 1).toordinal()) - 1, DAYS.column(date(2023, 6, 1).toordinal()) + 1
    )
    assert "◀━▶" in slider(DAYS, Span.of_day(date(2023, 6, 1)))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(date(2023, 1, 1), date(2023, 6, 1)), "━" * 18 + "▶" + "─" * 20),
        (Span(date(2023, 6, 1), date(2023, 12, 1)), " " + "─" * 15 + "◀" + "━" * 23),
        (YEAR, "━" * 40),
        (Span.of_month(2023, 1), " " + "─" * 38),
    ],
    ids=["start", "end", "both", "all"],
)
def test_what_lies_out_of_sight_has_no_handle(span, expected):
    assert slider(DAYS, span) == expected


def test_it_can_be_written_in_ascii():
    assert slider(WINDOW, months(2, 4), "Feb to April", glyphs=ASCII) == " --<========> Feb to April ---------"
