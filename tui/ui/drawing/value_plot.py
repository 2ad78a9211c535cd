"""A small plot of what reports say by the day on which they said it: a bar a day, an arrow behind a bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from tui.figures.figure import Bound, Figure

if TYPE_CHECKING:
    from tui.figures.answers import Answer

_BARS = "▁▂▃▄▅▆▇█"
_LEAST, _MOST = 12, 32
"""Cells of the plot without its years."""
_ARROWS = {Bound.AT_LEAST: "↑", Bound.MORE_THAN: "↑", Bound.AT_MOST: "↓", Bound.LESS_THAN: "↓"}


class Point(NamedTuple):
    """One number on a day."""

    day: int
    """The ordinal of the first day on which its article may have appeared."""
    value: float
    bound: Bound


def points_of(answers: Iterable[Answer]) -> list[Point]:
    """Return the dated ones among some figures."""
    found = []
    for answer in answers:
        value, published = _value(answer.figure), answer.report.published
        if value is not None and published is not None:
            found.append(Point(published.first.toordinal(), value, answer.figure.bound))
    return found


def value_plot(points: Sequence[Point], width: int) -> tuple[str, str, str]:
    """Return the first year, the bars and the last year, with the spaces between them, in at most `width` cells.

    All three are empty where that is too little room, or where all points are of one year and nothing could be seen.
    """
    years = [_year(point.day) for point in points]
    if not points or min(years) == max(years):
        return "", "", ""
    first, last = f"{min(years)} ", f" {max(years)}"
    room = min(_MOST, width - len(first) - len(last))
    return (first, _bars(points, room), last) if room >= _LEAST else ("", "", "")


def _bars(points: Sequence[Point], room: int) -> str:
    """Return one cell a day, the highest of a cell, and one more for an arrow behind the last one."""
    begin, end = min(point.day for point in points), max(point.day for point in points)
    highest = max(point.value for point in points)
    shown: dict[int, Point] = {}
    for point in points:
        at = round((point.day - begin) / (end - begin) * (room - 2))
        if at not in shown or point.value > shown[at].value:
            shown[at] = point
    cells = [" "] * room
    for at, point in shown.items():
        level = ceil(point.value / highest * len(_BARS)) if highest > 0 else 1
        cells[at] = _BARS[min(max(level, 1), len(_BARS)) - 1]
        if at + 1 not in shown:
            cells[at + 1] = _ARROWS.get(point.bound, " ")
    return "".join(cells)


def _value(figure: Figure) -> float | None:
    """Return the number itself, the middle of a range, or its only end."""
    if figure.value is not None:
        return figure.value
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


def _year(day: int) -> int:
    return date.fromordinal(day).year
