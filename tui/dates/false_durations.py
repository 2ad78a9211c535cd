"""What looks like a duration but is not: ages, the second of its kind, amounts of money, times of day."""

from __future__ import annotations

from tui.dates.candidate import Candidate
from tui.dates.steps import TERMS
from tui.dates.wording import words


def is_rate(candidate: Candidate) -> bool:
    """Accept `five tonnes a year`, `$3 million a day`; a year by itself is a length of time."""
    for word in (candidate.before, candidate.lead):
        if word[:1].isdecimal() or word in candidate.vocabulary.measures:
            return candidate.after not in ("ago", "earlier", "later", "before", "after", "or", "and", "of", "-")
    return False


_CURRENCY = words("$ £ € #")


def is_duration(candidate: Candidate) -> bool:
    """Reject the second of its kind, quarters to live in, ages in French, amounts of money."""
    tokens, slots = candidate.tokens, candidate.slots
    if candidate.size == 1 and candidate.after == "-" and tokens.touches_next(candidate.last - 1):
        return tokens.word(candidate.last + 1) in ("", "s")
    if candidate.size == 2 and slots[0].role == "QUANT" and slots[-1].role == "UNIT":
        return tokens.word(candidate.first) != "some"
    if _is_military_time(candidate):
        return False
    ambiguous = candidate.vocabulary.ambiguous_units
    if candidate.size <= 2 and not ambiguous.isdisjoint(tokens.words[candidate.first : candidate.last]):
        return candidate.has("NUM")
    parts_of_a_whole = tokens.words[candidate.last - 2 : candidate.last] == ["-", "quarters"]
    if parts_of_a_whole or (candidate.vocabulary.aged and _is_age(candidate)):
        return False
    lasting = tokens.word(candidate.first) == "last" and candidate.before in candidate.vocabulary.lasting
    return not lasting and not (slots and slots[0].role == "NUM" and candidate.before in _CURRENCY)


def _is_military_time(candidate: Candidate) -> bool:
    """Return whether `1530 hours` is a time of day; round numbers are one behind `at` only."""
    number, unit = candidate.tokens.word(candidate.first), candidate.slot("CLOCKUNITS")
    if candidate.size != 2 or unit is None or unit.value != "TH" or len(number) != 4 or not number.isdecimal():
        return False
    hour, minute = divmod(int(number), 100)
    return hour < 24 and minute < 60 and (minute > 0 or candidate.before in candidate.vocabulary.before_clock)


def _is_age(candidate: Candidate) -> bool:
    """Return whether a number of years tells how old somebody is: `Jean Petit, 19 ans,`, `un homme de 38 ans`."""
    unit, number = candidate.slot("UNIT", "UNITS"), candidate.slot("NUM")
    if unit is None or number is None or unit.value != "Y":
        return False
    before, lead, after, vocabulary = candidate.before, candidate.lead, candidate.after, candidate.vocabulary
    if lead in vocabulary.aged or before in vocabulary.aged or (before == "'" and lead == "d"):
        return True
    if before == ",":
        return after in (",", ".", "et", ")", ";", "")
    old_enough = isinstance(number.value, int) and number.value >= 15
    return before == "de" and old_enough and lead not in vocabulary.terms and after != "de"


def is_duration_range(candidate: Candidate) -> bool:
    """Reject the ages of a group: `les 6-16 ans`, `children aged 6 to 16 years`."""
    if candidate.vocabulary.aged and candidate.before in candidate.vocabulary.young:
        return False
    return (
        candidate.lead not in candidate.vocabulary.young
        and candidate.before not in _CURRENCY | {"."}
        and is_duration(candidate)
    )


def is_term(candidate: Candidate) -> bool:
    """Accept a lone unit only where it is a number of years by itself: `quinquennat`."""
    return candidate.slots[0].value in TERMS
