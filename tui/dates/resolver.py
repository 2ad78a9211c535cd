"""Resolves the matches of a text to temporal expressions, in one pass from first to last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from tui.base.days import Span
from tui.dates import normalise_calendar as calendar
from tui.dates import normalise_durations as amounts
from tui.dates import normalise_relative as relative
from tui.dates.context import Context, Reference
from tui.dates.finder import Found, Part, found_in
from tui.dates.languages import language as tables
from tui.dates.slots import Meaning, Slots
from tui.dates.steps import stepped
from tui.dates.tokens import Tokens
from tui.dates.values import Basis, Timex, TimexType, span_of
from tui.dates.vocabulary import Vocabulary

_NORMALISERS: dict[str, Callable[[Slots, Slots, Context], Meaning | None]] = {
    "date": calendar.normalise_date,
    "shortdate": calendar.normalise_date,
    "iso": calendar.normalise_iso_date,
    "slashed": calendar.normalise_slashed,
    "year": calendar.normalise_year,
    "shortyear": calendar.normalise_year,
    "yearrange": calendar.normalise_year_range,
    "era": calendar.normalise_era,
    "decade": calendar.normalise_decade,
    "apostrophed": calendar.normalise_decade,
    "century": calendar.normalise_century,
    "quarter": calendar.normalise_quarter,
    "half": calendar.normalise_half,
    "fiscal": calendar.normalise_fiscal,
    "hijri": calendar.normalise_hijri,
    "hijridate": calendar.normalise_hijri_pair,
    "season": calendar.normalise_season,
    "feast": calendar.normalise_feast,
    "monthof": calendar.normalise_month_of,
    "namedday": relative.normalise_named_day,
    "thennamed": relative.normalise_then_named,
    "nightfrom": relative.normalise_night_from,
    "generic": calendar.normalise_generic_season,
    "term": amounts.duration,
    "tonight": relative.normalise_tonight,
    "part": relative.normalise_part,
    "weekday": relative.normalise_weekday,
    "weekdayofmonth": relative.normalise_weekday_of_month,
    "nthof": relative.normalise_nth_of_month,
    "weekdayofweek": relative.normalise_weekday_of_week,
    "weekdayweek": relative.normalise_weekday_week,
    "bareday": relative.normalise_bare_day,
    "weekdayclock": relative.normalise_weekday_clock,
    "unit": relative.normalise_unit,
    "dayofmonth": relative.normalise_day_of_month,
    "shift": relative.normalise_shift,
    "shiftrange": relative.normalise_shift_range,
    "duration": amounts.duration,
    "durationrange": amounts.duration_range,
    "frequency": amounts.frequency,
    "rate": amounts.frequency,
    "reference": amounts.reference,
    "clock": relative.normalise_clock,
    "clockrange": relative.normalise_clock_range,
}
_APPOSED = frozenset({"namedday", "weekday"})
"""Rules whose value a full date right after them replaces."""
_APPOSING = frozenset({",", "(", "on", "le"})
_FULL = frozenset({"date", "shortdate", "iso", "slashed"})
"""Rules of dates that may name their day and year."""
_ENTRY_HEAD = re.compile(r"(?:^|\n)[^\w\n]*$")
_ENTRY = re.compile(r"[*_)\]]*\s?:[*_]*\s+\S|\)\s+\w")
"""What stands behind the day of an entry: a colon, or the second of two brackets."""
_OLDEST = 366
"""How many days before the publication an entry may be."""
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[^\w\n]*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\W)")
_TIMES = frozenset({"clock", "clockrange"})
_DAYS = frozenset({"weekday", "namedday", "date", "shortdate", "iso"})
_CHRONICLE = 10
"""From this many years on, a text without words such as `yesterday` is a narrative, even of recent times."""
_OF_THE_DAY = frozenset({"namedday", "tonight", "weekday"})
"""Rules that match in news but hardly ever in histories."""
_FAR = 3
"""A text is a narrative if the median of its years is at least this far from its publication."""


def find_dates(text: str, *, language: str, published: Span | None) -> tuple[Timex, ...]:
    """Return the temporal expressions of a text in their order; none overlaps another.

    `language` is a two-letter code; one without tables is read as English. `published` is what the text was written
    against; without it only what is written out is resolved. Never raises, whatever the text.
    """
    words = tables(language)
    tokens = Tokens.of(text, words.script, words.classes)
    found = _without_clock_times(list(found_in(tokens, words)), tokens, words.vocabulary)
    context = Context(tokens, words.vocabulary, published, narrative=_is_narrative(found, published))
    return tuple(_expressions(found, context))


_EARLY_MODERN = range(1000, 1700)
"""Years that look like a time of day and are rare in news: `from 1530 to 1630`."""


def _without_clock_times(found: list[Found], tokens: Tokens, vocabulary: Vocabulary) -> list[Found]:
    """Leave out bare numbers that may be times of day, unless the text is about such early times."""
    doubtful = [match for match in found if _may_be_clock_time(match, tokens, vocabulary)]
    if not doubtful or any(_is_early(match) for match in found if match not in doubtful):
        return found
    return [match for match in found if match not in doubtful]


def _may_be_clock_time(match: Found, tokens: Tokens, vocabulary: Vocabulary) -> bool:
    years = [slot.value for slot in match.slots if slot.role == "YEAR"]
    if match.reading not in ("year", "date") or len(years) != len(match.slots) or not years:
        return False
    before = tokens.word(match.parts[0].first - 1)
    return before not in vocabulary.strictly_of_time | {"("} and any(
        year in _EARLY_MODERN and isinstance(year, int) and year % 100 < 60 for year in years
    )


def _is_early(match: Found) -> bool:
    year = Slots(match.slots).year() if match.reading != "decade" else Slots(match.slots).number("DECADE", "YEAR")
    century = Slots(match.slots).number("ORD", "ROMAN") if match.reading == "century" else None
    return (year is not None and year < 1800) or (century is not None and century < 19) or match.reading == "era"


def _is_narrative(found: Iterable[Found], published: Span | None) -> bool:
    """Return whether a text is about another time: most of its years are far from its publication."""
    years: list[int] = []
    of_the_day = 0
    for match in found:
        slots = Slots(match.slots)
        year = slots.year()
        if year is not None:
            years.append(year)
        else:
            of_the_day += (
                match.reading in _OF_THE_DAY
                or _is_of_the_news(slots, published)
                or (slots.has("DEIC", "AGO") and not slots.has("THE"))
            )
    if published is None or len(years) < 4 or of_the_day * 15 > len(years):
        return False
    far = 1 if len(years) >= _CHRONICLE and not of_the_day else _FAR
    return abs(median(years) - published.first.year) >= far


_NEWS = 31
"""Within how many days of its publication a weekday with its date says that a text is news, not history."""


def _is_of_the_news(slots: Slots, published: Span | None) -> bool:
    """Return whether a weekday with day and month fits the time of publication: `mardi 24 octobre`."""
    weekday, month, day = slots.number("WEEKDAY"), slots.number("MONTH", "MABBR"), slots.number("DAY", "ORDDAY")
    if published is None or weekday is None or month is None or day is None:
        return False
    nearby = (stepped(published.first, "D", off) for off in range(-_NEWS, _NEWS + 1))
    return any((each.isoweekday(), each.month, each.day) == (weekday, month, day) for each in nearby if each)


def _expressions(found: Sequence[Found], context: Context) -> Iterator[Timex]:
    entry_end = 0
    for place, match in enumerate(found):
        if context.entry is not None and context.tokens.starts[match.parts[0].first] >= entry_end:
            context.enter(None)
        whole = Slots(match.slots)
        context.begun = None
        for part in match.parts:
            context.first, context.last = part.first, part.last
            slots = Slots(part.slots) if len(match.parts) > 1 else whole
            context.day_behind = _day_behind(found, place, context) if match.reading in _TIMES else None
            meaning = _NORMALISERS[match.reading](slots, whole, context)
            if meaning is not None:
                if match.reading in _APPOSED and place + 1 < len(found):
                    meaning = _apposed(match, meaning, found[place + 1], context) or meaning
                timex = _timex(part, meaning, context.tokens)
                if timex.span is not None and timex.kind in (TimexType.DATE, TimexType.TIME):
                    context.remember(span_of(timex.value) or timex.span, part.last)
                    if match.reading in _FULL and _heads_entry(timex, context):
                        context.enter(timex.span)
                        entry_end = _paragraph_end(context.tokens.text, timex.end)
                yield timex


def _heads_entry(timex: Timex, context: Context) -> bool:
    """Return whether a day stands at the head of its paragraph as that of an entry: `06.04.22: The gunmen`."""
    text, published = context.tokens.text, context.published
    if timex.span is None or len(timex.span) > 1 or timex.inferred or published is None or context.narrative:
        return False
    if not -_OLDEST <= (timex.span.first - published.first).days <= len(published) - 1:
        return False
    return bool(_ENTRY_HEAD.search(text[max(timex.start - 12, 0) : timex.start]) and _ENTRY.match(text, timex.end))


def _paragraph_end(text: str, start: int) -> int:
    found = _PARAGRAPH.search(text, start)
    return found.start() if found is not None else len(text)


def _day_behind(found: Sequence[Found], place: int, context: Context) -> Reference | None:
    """Return the day named right after a time of day, skipping at most another time in brackets."""
    match = found[place]
    for following in found[place + 1 : place + 3]:
        between = context.tokens.words[match.last : following.parts[0].first]
        if not _BETWEEN.issuperset(between) or len(between) > 3:
            return None
        if following.reading in _DAYS and len(following.parts) == 1:
            first, last = context.first, context.last
            context.first, context.last = following.parts[0].first, following.last
            slots = Slots(following.slots)
            meaning = _NORMALISERS[following.reading](slots, slots, context)
            context.first, context.last, context.begun = first, last, None
            span = span_of(meaning.value) if meaning is not None else None
            return Reference(span, Basis.NAMED) if span is not None and len(span) == 1 and context.published else None
        if following.reading not in _TIMES:
            return None
        match = following
    return None


_BETWEEN = frozenset({"(", ")", ",", "on"})


def _apposed(match: Found, own: Meaning, following: Found, context: Context) -> Meaning | None:
    """Return the full date right after an expression: `yesterday, 3 July 2023` means that day, and so does a part."""
    first = following.parts[0].first
    if first != match.last + 1 or context.tokens.word(match.last) not in _APPOSING or len(following.parts) > 1:
        return None
    if match.reading == "namedday" and following.reading == "weekday":
        return _weekday_aside(own, following, context)
    if following.reading not in _FULL or own.kind not in (TimexType.DATE, TimexType.TIME):
        return None
    slots = Slots(following.slots)
    if slots.year() is None and not slots.has("ISO"):
        return None
    meaning = _NORMALISERS[following.reading](slots, slots, context)
    span = span_of(meaning.value) if meaning is not None and meaning.reference is None else None
    if meaning is None or span is None or len(span) > 1 or context.published is None:
        return None
    _day, mark, part = own.value.partition("T") if own.kind is TimexType.TIME else ("", "", "")
    return Meaning(own.kind, meaning.value + mark + part, None, Reference(span, Basis.NAMED))


def _weekday_aside(own: Meaning, following: Found, context: Context) -> Meaning | None:
    """Return the day that brackets give: `today (Thursday)`, printed on a Friday, was the day before."""
    tokens, weekday = context.tokens, Slots(following.slots).number("WEEKDAY", "WABBR")
    span = span_of(own.value)
    enclosed = (tokens.word(following.parts[0].first - 1), tokens.word(following.last)) == ("(", ")")
    if not enclosed or span is None or own.reference is None or weekday is None or len(following.slots) > 1:
        return None
    off = (weekday - span.first.isoweekday() + _ASIDE) % 7 - _ASIDE
    day = stepped(span.first, "D", off)
    if day is None:
        return None
    context.remember_aside(day, following.parts[0].first)
    _day, mark, part = own.value.partition("T")
    return Meaning(own.kind, day.isoformat() + mark + part, own.mod, own.reference)


_ASIDE = 3
"""Within how many days of what `today` would be the weekday in brackets behind it lies."""


def _timex(part: Part, meaning: Meaning, tokens: Tokens) -> Timex:
    start, end = tokens.starts[part.first], tokens.end(part.last - 1)
    dated = meaning.kind in (TimexType.DATE, TimexType.TIME)
    reference = meaning.reference
    return Timex(
        start=start,
        end=end,
        text=tokens.text[start:end],
        kind=meaning.kind,
        value=meaning.value,
        mod=meaning.mod,
        inferred=reference is not None,
        basis=reference.basis if reference else None,
        anchor=reference.span if reference else None,
        span=span_of(meaning.value, meaning.mod) if dated else None,
    )
