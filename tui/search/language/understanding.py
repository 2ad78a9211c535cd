"""The understood line: says in words how a query was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tui.base.calendar_names import short_month
from tui.base.days import Span
from tui.locale import _
from tui.search.language.fields import ORDERS, STATES, FieldKind, kind_of
from tui.search.language.printing import leaf_text
from tui.search.language.tree import (
    And,
    Everything,
    Leaf,
    Mentioned,
    Near,
    Node,
    Not,
    Nothing,
    Number,
    Or,
    Phrase,
    Published,
    State,
    Word,
)

_MOST_EXAMPLES = 3
"""How many of the words that a pattern matches are named."""
_MOST_ALSO = 4
"""How many other forms of words are named."""


StandsFor = Callable[[Leaf], Sequence[str]]
"""Gives the other words that a term matches, the most frequent first; empty if they should not be shown."""


def understood(tree: Node, order: str = "", stands_for: StandsFor = lambda _leaf: ()) -> str:
    """Return one line that says what is asked for: the words first, then fields and dates; empty for everything."""
    parts = tree.parts if isinstance(tree, And) else () if isinstance(tree, Everything) else (tree,)
    words = [_say(part, len(parts) > 1, stands_for) for part in parts if _is_wordy(part)]
    others = [
        _say(part, False, stands_for) for part in parts if not _is_wordy(part) and not isinstance(part, Published)
    ]
    dates = [part for part in parts if isinstance(part, Published)]
    said = [" AND ".join(words), *others, _published(*_narrowed(dates)) if dates else "", _order(order)]
    return " · ".join(part for part in said if part)


def _order(order: str) -> str:
    if not order:
        return ""
    known = ORDERS[order.removeprefix("-")]
    return _(known.backwards if order.startswith("-") else known.forwards)


def _is_wordy(node: Node) -> bool:
    """Say whether a part belongs among the words rather than after them."""
    if isinstance(node, Leaf):
        return kind_of(node.field) is FieldKind.TEXT
    return not isinstance(node, (Published, Mentioned, State, Everything, Nothing))


def _say(node: Node, within: bool, stands_for: StandsFor) -> str:
    """Describe a node; `within` puts groups in brackets."""
    match node:
        case And() | Or():
            said = (" AND " if isinstance(node, And) else " OR ").join(
                _say(part, True, stands_for) for part in node.parts
            )
            said = f"({said})" if within else said
        case Near():
            said = _near(node).join(_say(part, True, stands_for) for part in node.parts)
            said = f"({said})" if within else said
        case Not():
            said = f"NOT {_say(node.part, True, stands_for)}"
        case Published():
            said = _published(node.first, node.last)
        case Mentioned():
            said = _mentioned(node.first, node.last)
        case State():
            said = _(STATES[node.name].said)
        case Everything():
            said = _("everything")
        case Nothing():
            said = _("nothing")
        case Number():
            said = _number(node)
        case _:
            said = f"{node.field} {leaf_text(node)}" if node.field else leaf_text(node)
            if kind_of(node.field) is FieldKind.WORDS and isinstance(node, (Word, Phrase)) and node.exact:
                said = _("{field} exactly {words}").format(field=node.field, words=node.text)
            said += _examples(stands_for(node))
    return said


def _number(node: Number) -> str:
    """Say which numbers are looked for."""
    if node.low == node.high and node.low is not None:
        return _("the number {number}").format(number=f"{node.low:,f}")
    if node.low is None or node.high is None:
        said = _("a number up to {number}") if node.low is None else _("a number from {number} on")
        end = node.high if node.low is None else node.low
        return said.format(number="" if end is None else f"{end:,f}")
    return _("a number from {low} to {high}").format(low=f"{node.low:,f}", high=f"{node.high:,f}")


def also(words: Sequence[tuple[str, int]]) -> str:
    """Say which other words count, each with the number of its articles: `also: malien 12`; empty for none."""
    if not words:
        return ""
    said = [f"{word} {count:,}" for word, count in words[:_MOST_ALSO]]
    if len(words) > _MOST_ALSO:
        said.append(_("{count} more").format(count=len(words) - _MOST_ALSO))
    return _("also: {words}").format(words=", ".join(said))


def in_other_words(words: Sequence[tuple[str, int]]) -> str:
    """Say what the glossary offers, each with the number of its articles; empty for nothing."""
    said = ", ".join(f"{word} {count:,}" for word, count in words)
    return _("in other words: {words}").format(words=said) if said else ""


def widened_by(words: Sequence[str]) -> str:
    """Say by which words a query is widened; empty for none."""
    said = [*words[:_MOST_ALSO]]
    if len(words) > _MOST_ALSO:
        said.append(_("{count} more").format(count=len(words) - _MOST_ALSO))
    return _("widened by {words}").format(words=", ".join(said)) if said else ""


def _examples(words: Sequence[str]) -> str:
    """List the other words that a term matches: ` (camps, camping, 3 more)`; empty if there are none."""
    more = [_("{count} more").format(count=len(words) - _MOST_EXAMPLES)] if len(words) > _MOST_EXAMPLES else []
    return f" ({', '.join([*words[:_MOST_EXAMPLES], *more])})" if words else ""


def _near(node: Near) -> str:
    """Say how close the parts must stand."""
    if node.distance == 1:
        said = _("right before") if node.ordered else _("next to")
    else:
        said = _("up to {count} words before") if node.ordered else _("up to {count} words from")
    return f" {said.format(count=node.distance)} "


def _narrowed(dates: list[Published]) -> tuple[date | None, date | None]:
    """Return the ends of the intersection of several ranges."""
    firsts = [each.first for each in dates if each.first]
    lasts = [each.last for each in dates if each.last]
    return max(firsts, default=None), min(lasts, default=None)


def _published(first: date | None, last: date | None) -> str:
    if first and last and first > last:
        return _("published from {first} and until {last}").format(first=_day(first), last=_day(last))
    if first and last:
        return _("published {dates}").format(dates=written_span(Span(first, last)))
    if first:
        return _("published from {date}").format(date=_begin(first))
    return _("published until {date}").format(date=_end(last)) if last else _("with a date")


def _mentioned(first: date | None, last: date | None) -> str:
    if first and last:
        return _("mentions {dates}").format(dates=written_span(Span(first, last)))
    if first:
        return _("mentions a day from {date} on").format(date=_begin(first))
    return _("mentions a day until {date}").format(date=_end(last)) if last else _("mentions a date")


def written_span(span: Span) -> str:
    """Write a span in its shortest form: `2023`, `Jun–Dec 2023`, `Jun 2023 – Mar 2024`, `3–9 Jun 2023`."""
    first, last = span.first, span.last
    if first == last:
        return _day(first)
    if first.day == 1 and last == Span.of_month(last.year, last.month).last:
        return _whole_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _whole_months(first: date, last: date) -> str:
    """Write a span of whole months."""
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{_month(first)} – {_month(last)}"
    return _month(first) if first.month == last.month else f"{_months(first)}–{_month(last)}"


def _months(day: date) -> str:
    return short_month(day.month)


def _month(day: date) -> str:
    return _("{month} {year}").format(month=_months(day), year=day.year)


def _day(day: date) -> str:
    return _("{day} {month} {year}").format(day=day.day, month=_months(day), year=day.year)


def _begin(day: date) -> str:
    if day.day == 1:
        return str(day.year) if day.month == 1 else _month(day)
    return _day(day)


def _end(day: date) -> str:
    if day == Span.of_month(day.year, day.month).last:
        return _("the end of {date}").format(date=day.year if day.month == 12 else _month(day))
    return _day(day)
