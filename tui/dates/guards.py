"""What looks like a date and is none: "May" the verb, a resolution's number, a count of police officers.

Every guard answers for one reading; a match that a guard turns down gives way to a shorter one at the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.dates.grammar import Slot
from tui.dates.languages import Language
from tui.dates.tokens import Tokens


class _Part(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def slots(self) -> tuple[Slot, ...]: ...


def is_date(tokens: Tokens, reading: str, parts: Sequence[_Part], slots: Sequence[Slot], language: Language) -> bool:
    """Say whether a match is a date in its surroundings."""
    first, last = parts[0].first, parts[-1].last
    roles = {slot.role for slot in slots}
    if not _whole_words(tokens, first, last):
        return False
    if not roles.isdisjoint(("MONTH", "MABBR")) and not _month(tokens, first, last, slots, language):
        return False
    if reading == "year" or (reading == "date" and roles == {"YEAR"}):
        return _year(tokens, first, last, slots, language)
    guard = _GUARDS.get(reading)
    return guard is None or guard(tokens, first, last, slots, language)


def _whole_words(tokens: Tokens, first: int, last: int) -> bool:
    """Turn down what is glued to a longer code: `AB-1234`, `1234.5`, `/2023/`, `x2023`."""
    before, after = tokens.word(first - 1), tokens.word(last)
    if first and tokens.touches_next(first - 1) and (before in _GLUE or before[-1:].isalnum()):
        return before == "-" and tokens.word(first - 2).isalnum() and not tokens.word(first).isdecimal()
    glued = tokens.touches_next(last - 1) and after in _GLUE and tokens.touches_next(last)
    return not (glued and tokens.word(last + 1)[:1].isdecimal() and after != "-")


_GLUE = frozenset("/ @ _ \\ # = & $ £ €".split())


def _month(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    months = [slot for slot in slots if slot.role in ("MONTH", "MABBR")]
    roles = {slot.role for slot in slots}
    if any(slot.role == "MABBR" for slot in months) and not roles & _COMPANY and tokens.word(last - 1) != ".":
        return False
    for slot in months:
        word = tokens.words[slot.index]
        if word not in language.names:
            continue
        if tokens.is_capital(slot.index) != language.capital_names:
            return False
        if not roles & _COMPANY and not _in_company(tokens, first, last, language):
            return False
    return True


_COMPANY = {"DAY", "ORDDAY", "YEAR", "YY", "EARLY", "PHASE", "DEIC", "THEN", "EACH", "PHASED"}


def _in_company(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    after = tokens.word(last)
    return tokens.word(first - 1) in language.at - _DETERMINERS and not (after[:1].isalpha() and tokens.is_capital(last))


def _year(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    if last - first > 1 and any(slot.role in ("EARLY", "PHASE", "PHASED", "ADVERB") for slot in slots):
        return tokens.word(last) not in language.measures
    year = next((slot for slot in slots if slot.role in ("YEAR", "YY")), None)
    if year is None or last - first > 2:
        return True
    before, after = tokens.word(first - 1), tokens.word(last)
    if after in language.measures or before in language.numbered:
        return False
    number = int(year.value) if isinstance(year.value, int) else 0
    if before in language.at or before in ("(", ",", "[", "-", "/", ":", ";", '"', "“", "«", "", "'"):
        likely = 1000 if before in language.at else 1500
        return number >= likely and not _counted(tokens, first, last, language)
    if tokens.is_capital(first - 1) and first > 1 and tokens.word(first - 2) not in (".", "", '"', "“"):
        return False
    return 1600 <= number <= 2100 and not _counted(tokens, first, last, language)


def _counted(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Say whether a bare number counts what follows: `2000 troops`, but `the 2000 elections`."""
    after = tokens.word(last)
    if not after.isalpha() or tokens.is_capital(last) or after in language.at or tokens.word(first - 1) in _DETERMINERS:
        return False
    if after in language.past or after in language.future or tokens.word(first - 1) in ("in", "since", "en", "depuis"):
        return False
    return after.endswith("s") and len(after) > 3 and not after.endswith("ss")


_DETERMINERS = frozenset("the a an his her its their our this that s le la les l du des un une d sa son ses ce cette".split())


_THE_YOUNG = frozenset("enfants jeunes élèves filles garçons adolescents children aged ages pupils".split())


def _season(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    season = next(slot for slot in slots if slot.role == "SEASON")
    if tokens.words[season.index] not in language.ellipsis:
        return True
    if {slot.role for slot in slots} & {"YEAR", "YY", "DEIC", "THEN", "EARLY"}:
        return True
    before, after = tokens.word(season.index - 1), tokens.word(last)
    if after in ("of", "in", "from", "to", "'", "for"):
        return False
    if season.index > first and before in ("'", "d", "l"):
        return True
    return before in language.season_leads or (before == "the" and tokens.word(first - 1) in language.at)


def _rate(tokens: Tokens, first: int, last: int, _slots: Sequence[Slot], language: Language) -> bool:
    """Accept `five tonnes a year`, `$3 million a day`; a year by itself is a length of time."""
    for back in (1, 2):
        word = tokens.word(first - back)
        if word[:1].isdecimal() or word in language.measures:
            return tokens.word(last) not in ("ago", "earlier", "later", "before", "after", "or", "and", "of", "-")
    return False


def _duration(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Turn down clock readings, sports times and the plural of an ordinal."""
    if last - first == 1 and tokens.word(last) in ("-", "'") and tokens.touches_next(last - 1):
        return tokens.word(last + 1) in ("", "s") or tokens.word(last) == "'"
    if last - first <= 2 and any(tokens.word(index) in _AMBIGUOUS for index in range(first, last)):
        return any(slot.role == "NUM" for slot in slots)
    if language.aged and _is_age(tokens, first, last, slots, language):
        return False
    return not (slots and slots[0].role == "NUM" and tokens.word(first - 1) in ("$", "£", "€", "#"))


_AMBIGUOUS = frozenset("second quarters seconde secondes".split())
"""Units that are other words as well: wanted with a number."""


def _is_age(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Say whether a number of years tells how old somebody is: `Jean Petit, 19 ans,`, `un homme de 38 ans`."""
    years = [slot for slot in slots if slot.role in ("UNIT", "UNITS")]
    if not years or years[-1].value != "Y" or not any(slot.role == "NUM" for slot in slots):
        return False
    before, lead, after = tokens.word(first - 1), tokens.word(first - 2), tokens.word(last)
    if before == "," or lead in language.aged:
        return after in (",", ".", "et", ")", ";", "") or lead in language.aged
    if before == "'" and lead == "d":
        return True
    number = next(slot.value for slot in slots if slot.role == "NUM")
    return before == "de" and isinstance(number, int) and number >= 15 and lead not in language.terms and after != "de"


def _duration_range(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    if language.aged and tokens.word(first - 1) in ("les", "des", "enfants") or tokens.word(first - 2) in _THE_YOUNG:
        return False
    return tokens.word(first - 1) not in ("$", "£", "€", "#", ".") and _duration(tokens, first, last, slots, language)


def _clock(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Accept `10:30` where nothing says that it is a score, a verse or a ratio."""
    roles = {slot.role for slot in slots}
    if roles & {"MERIDIEM", "MERIDIEMLETTER", "ZONE", "NOON", "HOURMARK"} or last - first > 1:
        return True
    before = tokens.word(first - 1)
    return before in language.at or before in ("at", "à", "vers", "dès", ",", "(", "", "-")


def _term(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Accept a lone unit only where it is a term of years by itself: `quinquennat`."""
    return len(str(slots[0].value)) == 2 and str(slots[0].value)[0].isdigit() and slots[0].value != "2W"


def _short_year(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Accept `en 97` where the number counts nothing."""
    after = tokens.word(last)
    number = slots[0].value
    counts = after[:1].isalnum() or after in language.measures or after in ("-", "/", ":", "'")
    return isinstance(number, int) and number >= 50 and (not counts or after in language.at)


_FEASTS = frozenset("black bloody cyber super".split())


def _weekday(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Turn down names: `Black Friday`, `vendredi saint`, and weekdays in lower case where they have a capital."""
    weekday = next(slot.index for slot in slots if slot.role in ("WEEKDAY", "WABBR"))
    return tokens.word(last) not in ("saint", "saints") and tokens.word(weekday - 1) not in _FEASTS


def _year_range(tokens: Tokens, _first: int, _last: int, slots: Sequence[Slot], _language: Language) -> bool:
    years = [slot.value for slot in slots if slot.role in ("YEAR", "YY")]
    return len(years) == 2 and isinstance(years[0], int) and isinstance(years[1], int) and years[0] % 100 < years[1]


def _slashed(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    value = slots[0].value
    assert isinstance(value, tuple)
    one, two = int(value[0]), int(value[1])
    return min(one, two) >= 1 and min(one, two) <= 12 and max(one, two) <= 31 and tokens.word(first - 1) not in ("v", "$")


def _reference(tokens: Tokens, first: int, last: int, slots: Sequence[Slot], language: Language) -> bool:
    """Turn down `the present` before what it qualifies, and `now that`."""
    after = tokens.word(last)
    if tokens.word(first) == "now" and after == "that":
        return False
    qualifies = any(slot.role == "TENSE" for slot in slots) and last - first <= 2
    return not (qualifies and (after[:1].isalnum() and after not in language.at and after not in language.past))


_GUARDS = {
    "season": _season,
    "shortyear": _short_year,
    "weekday": _weekday,
    "generic": _season,
    "term": _term,
    "rate": _rate,
    "duration": _duration,
    "durationrange": _duration_range,
    "clock": _clock,
    "yearrange": _year_range,
    "slashed": _slashed,
    "reference": _reference,
}
