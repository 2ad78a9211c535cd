"""The slider: handles stand just outside what they enclose, and the label says it without being cut."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.cells import ASCII, UNICODE, CellLine, text_of
from tui.timeline.granularity import Granularity
from tui.timeline.slider import Grip, Handle, chosen, draw_slider, moved, nearest, put
from tui.timeline.window import Window

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
WINDOW = Window.home(YEAR, 38)
DAYS = WINDOW.zoomed(Granularity.DAY, date(2023, 6, 1))


def months(first: int, last: int) -> Span:
    return Span.of_month(2023, first).joined(Span.of_month(2023, last))


def slider(window: Window, span: Span, *labels: str, room: int | None = None, glyphs=UNICODE) -> str:
    line = CellLine(window.width + 2)
    draw_slider(line, 1, window, span, labels=labels, room=room or window.width, glyphs=glyphs)
    return text_of(line.row).rstrip()


def test_all_of_time_is_between_the_handles():
    assert slider(WINDOW, YEAR) == "◀" + "━" * 35 + "▶"


@pytest.mark.parametrize("width", [35, 36])
def test_the_end_has_its_handle_right_behind_the_window_where_bars_fill_it(width):
    window = Window.home(YEAR, width).zoomed(Granularity.DAY, date(2023, 6, 1))
    assert window.shown * window.step - window.gap == width
    assert slider(window, window.span) == "◀" + "━" * width + "▶"


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
    line = CellLine(60)
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


ALL = Span(date(2023, 6, 30), date(2024, 11, 7))
MONTH = Granularity.MONTH


def month_range(first: tuple[int, int], last: tuple[int, int]) -> Span:
    return Span.of_month(*first).joined(Span.of_month(*last))


MOVES = [
    ("start-on-from-all-time", Handle.START, None, 1, Span(date(2023, 7, 1), ALL.last)),
    ("end-back-from-all-time", Handle.END, None, -1, Span(ALL.first, date(2024, 10, 31))),
    ("end-on-from-all-time-stays", Handle.END, None, 1, None),
    ("start-back-from-all-time-stays", Handle.START, None, -1, None),
    ("end-on", Handle.END, month_range((2023, 8), (2023, 9)), 1, month_range((2023, 8), (2023, 10))),
    ("end-stops-at-the-start", Handle.END, month_range((2023, 8), (2023, 9)), -5, Span.of_month(2023, 8)),
    ("start-stops-at-the-end", Handle.START, month_range((2023, 8), (2023, 9)), 5, Span.of_month(2023, 9)),
    ("a-day-in-a-month-first-goes-to-its-edge", Handle.END, Span(date(2023, 8, 3), date(2023, 9, 4)), 1,
     Span(date(2023, 8, 3), date(2023, 9, 30))),
    ("the-other-way-it-leaves-the-month", Handle.END, Span(date(2023, 8, 3), date(2023, 9, 4)), -1,
     Span(date(2023, 8, 3), date(2023, 8, 31))),
    ("a-start-within-a-month-goes-to-its-edge", Handle.START, Span(date(2023, 8, 3), date(2023, 9, 4)), -1,
     Span(date(2023, 8, 1), date(2023, 9, 4))),
    ("back-at-both-ends-it-is-all-time", Handle.START, Span(date(2023, 7, 1), ALL.last), -1, None),
]  # fmt: skip


@pytest.mark.parametrize(("handle", "before", "steps", "after"), [c[1:] for c in MOVES], ids=[c[0] for c in MOVES])
def test_a_handle_moves_by_buckets(handle, before, steps, after):
    assert moved(handle, before, MONTH, steps, ALL) == after


def test_a_handle_is_put_to_a_bucket():
    number = MONTH.number(date(2023, 12, 5).toordinal())
    assert put(Handle.END, None, MONTH, number, ALL) == Span(ALL.first, date(2023, 12, 31))
    assert put(Handle.START, None, MONTH, number, ALL) == Span(date(2023, 12, 1), ALL.last)


def test_the_nearer_handle_answers():
    span = month_range((2023, 8), (2024, 2))
    number = MONTH.number(date(2023, 8, 1).toordinal())
    assert [nearest(span, MONTH, number + steps, ALL) for steps in (-2, 0, 2)] == [Handle.START] * 3
    assert [nearest(span, MONTH, number + steps, ALL) for steps in (4, 6, 9)] == [Handle.END] * 3


def test_of_two_handles_on_one_bucket_the_one_on_its_side_answers():
    span, number = Span.of_month(2023, 8), MONTH.number(date(2023, 8, 1).toordinal())
    assert nearest(span, MONTH, number - 1, ALL) is Handle.START
    assert nearest(span, MONTH, number + 1, ALL) is Handle.END


@given(
    st.sampled_from(Granularity),
    st.lists(st.tuples(st.sampled_from(Handle), st.integers(-40, 40)), max_size=8),
)
def test_no_way_of_moving_leads_out_of_time_or_turns_the_span_round(unit, moves):
    span = None
    for handle, steps in moves:
        span = moved(handle, span, unit, steps, ALL)
        assert span is None or (span.overlaps(ALL) and chosen(span, ALL) == span)
