"""What looks like a date and is none: "May" the verb, a resolution's number, a count of police officers.

Every guard answers for one reading; a match that a guard turns down gives way to a shorter one at the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.dates.grammar import Slot
from tui.dates.steps import TERMS
from tui.dates.tokens import Tokens
from tui.dates.vocabulary import Vocabulary
from tui.dates.wording import words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match in its surroundings."""

    tokens: Tokens
    vocabulary: Vocabulary
    reading: str
    first: int
    """The first token of its first expression."""
    last: int
    """The token after its last expression."""
    slots: Sequence[Slot]

    @property
    def before(self) -> str:
        """The word before the match."""
        return self.tokens.word(self.first - 1)

    @property
    def lead(self) -> str:
        """The word before that."""
        return self.tokens.word(self.first - 2)

    @property
    def after(self) -> str:
        """The word behind the match."""
        return self.tokens.word(self.last)

    @property
    def size(self) -> int:
        """The number of tokens."""
        return self.last - self.first

    def has(self, *roles: str) -> bool:
        """Say whether one of the roles is played."""
        return any(slot.role in roles for slot in self.slots)

    def slot(self, *roles: str) -> Slot | None:
        """Return the first slot of any of the roles."""
        return next((slot for slot in self.slots if slot.role in roles), None)


def is_date(candidate: Candidate) -> bool:
    """Say whether a match is a date in its surroundings."""
    if not _is_whole(candidate) or _ends_in_a_code(candidate) or not _months_stand(candidate):
        return False
    reading = candidate.reading
    if reading == "date" and {slot.role for slot in candidate.slots} == {"YEAR"}:
        reading = "year"
    guard = _GUARDS.get(reading)
    return guard is None or guard(candidate)


_GLUE = words(r"/ @ _ \ # = & $ £ €")


def _is_whole(candidate: Candidate) -> bool:
    """Turn down what is glued to a longer code: `AB-1234`, `1234.5`, `/2023/`, `x2023`."""
    tokens, first, last = candidate.tokens, candidate.first, candidate.last
    before, after = candidate.before, candidate.after
    if first and tokens.touches_next(first - 1) and (before in _GLUE or before[-1:].isalnum()):
        return before == "-" and candidate.lead.isalnum() and not tokens.word(first).isdecimal()
    glued = tokens.touches_next(last - 1) and after in _GLUE and tokens.touches_next(last)
    return not (glued and tokens.word(last + 1)[:1].isdecimal())


def _ends_in_a_code(candidate: Candidate) -> bool:
    """Say whether letters are glued to a year: `1080p`, `2160P`; behind a month a capital begins the next word."""
    tokens, last = candidate.tokens, candidate.last
    if not any(slot.role == "YEAR" and slot.index == last - 1 for slot in candidate.slots):
        return False
    glued = tokens.touches_next(last - 1) and candidate.after[:1].isalpha()
    return glued and not (tokens.is_capital(last) and candidate.has("MONTH", "MABBR"))


_COMPANY = ("DAY", "ORDDAY", "YEAR", "YY", "EARLY", "PHASE", "DEIC", "THEN", "THAT", "EACH", "PHASED")
"""Roles beside which a month is one, however it is written."""


def _months_stand(candidate: Candidate) -> bool:
    """Turn down months that are short forms, names or verbs: `mar`, `May`, `march`, the planet `Mars`."""
    tokens, vocabulary = candidate.tokens, candidate.vocabulary
    accompanied = candidate.has(*_COMPANY)
    for slot in candidate.slots:
        if slot.role == "MABBR" and not accompanied and tokens.word(candidate.last - 1) != ".":
            return False
        if slot.role != "MONTH":
            continue
        capital = tokens.is_capital(slot.index)
        if vocabulary.capital_names and not capital and not accompanied:
            return False
        if not vocabulary.capital_names and capital and tokens.word(slot.index - 1) == "-":
            return False
        if tokens.words[slot.index] not in vocabulary.names:
            continue
        if capital != vocabulary.capital_names and not _is_shouted(tokens, slot.index):
            return False
        if not accompanied and not _in_company(candidate):
            return False
    return True


def _is_shouted(tokens: Tokens, index: int) -> bool:
    return tokens.text[tokens.starts[index] : tokens.end(index)].isupper()


def _in_company(candidate: Candidate) -> bool:
    followed_by_name = candidate.after[:1].isalpha() and candidate.tokens.is_capital(candidate.last)
    return candidate.before in candidate.vocabulary.at - candidate.vocabulary.determiners and not followed_by_name


_OPENERS = frozenset(["(", ",", "[", "-", "/", ":", ";", '"', "“", "«", "", "'"])


def _is_year(candidate: Candidate) -> bool:
    """Tell a year from a number of something else by the words on either side."""
    if candidate.size > 1 and candidate.has("EARLY", "PHASE", "PHASED", "ADVERB"):
        return candidate.after not in candidate.vocabulary.measures
    year = candidate.slot("YEAR", "YY")
    if year is None:
        return True
    if candidate.size > 2:
        between = sum(slot.role == "YEAR" for slot in candidate.slots) > 1
        return not between or _earliest_bare(candidate) <= min(_years(candidate))
    number = year.value if isinstance(year.value, int) else 0
    return not _numbers_something(candidate) and number >= _earliest(candidate) and not _counts(candidate)


def _numbers_something(candidate: Candidate) -> bool:
    before, lead, vocabulary = candidate.before, candidate.lead, candidate.vocabulary
    if candidate.after in vocabulary.measures or before in vocabulary.numbered:
        return True
    if before == "." and lead in vocabulary.numbered:
        return True
    return before[:1].isdecimal() or (before == "-" and lead[:1].isdecimal())


def _earliest(candidate: Candidate) -> int:
    """Return the earliest year that a number can be: the less around it speaks of a date, the later."""
    before = candidate.before
    if before in candidate.vocabulary.at:
        return _earliest_bare(candidate)
    if before in _OPENERS:
        return 1500
    part_of_a_name = candidate.tokens.is_capital(candidate.first - 1) and candidate.first > 1
    return 9999 if part_of_a_name and candidate.lead not in (".", "", '"', "“") else 1600


def _earliest_bare(candidate: Candidate) -> int:
    """Return the earliest year for numbers that a preposition leads: 1400 where nothing beside them is of time."""
    after, vocabulary = candidate.after, candidate.vocabulary
    ends = not after[:1].isalnum() or after in vocabulary.at | vocabulary.past | vocabulary.future
    counts = candidate.tokens.word(candidate.last + 1)[:1].isdecimal()
    return 1000 if ends and not counts and candidate.before in candidate.vocabulary.of_time else 1400


def _years(candidate: Candidate) -> list[int]:
    return [slot.value for slot in candidate.slots if slot.role == "YEAR" and isinstance(slot.value, int)]


def _counts(candidate: Candidate) -> bool:
    """Say whether a bare number counts what follows: `2000 troops`, but `the 2000 elections`."""
    after, before, vocabulary = candidate.after, candidate.before, candidate.vocabulary
    if not after.isalpha() or candidate.tokens.is_capital(candidate.last) or before in candidate.vocabulary.determiners:
        return False
    if before in vocabulary.strictly_of_time or after in vocabulary.at | vocabulary.past | vocabulary.future:
        return False
    return after.endswith("s") and len(after) > 3 and not after.endswith("ss")


_QUOTES = words("' \" “ « (")


def _is_apostrophed(candidate: Candidate) -> bool:
    """Tell the decade of `the late 1970's` from the year of `1970's budget`; where nothing tells, it is the year."""
    if any(isinstance(slot.value, int) and slot.value % 10 for slot in candidate.slots if slot.role in ("YEAR", "YY")):
        return False
    if "the" in candidate.tokens.words[candidate.first : candidate.last]:
        return True
    if candidate.has("YY"):
        return False
    if candidate.has("EARLY", "PHASE", "PHASED") or candidate.before in candidate.vocabulary.within:
        return True
    owns = candidate.after[:1].isalnum() or candidate.after in _QUOTES
    return candidate.before in candidate.vocabulary.of_time and not owns


def _is_short_year(candidate: Candidate) -> bool:
    """Accept `en 97` where the number counts nothing."""
    number, after = candidate.slots[0].value, candidate.after
    counts = after[:1].isalnum() or after in candidate.vocabulary.measures or after in ("-", "/", ":", "'")
    return isinstance(number, int) and number >= 50 and (not counts or after in candidate.vocabulary.at)


def _is_short_date(candidate: Candidate) -> bool:
    """Accept `31 December 23` where the last number counts nothing."""
    after, vocabulary = candidate.after, candidate.vocabulary
    return not after[:1].isalnum() or after in vocabulary.at or after in vocabulary.past or after in vocabulary.future


def _is_year_range(candidate: Candidate) -> bool:
    years = [slot.value for slot in candidate.slots if slot.role in ("YEAR", "YY") and isinstance(slot.value, int)]
    return len(years) == 2 and years[0] % 100 < years[1]


def _is_season(candidate: Candidate) -> bool:
    """Turn down `the fall of Gao`, `prices fall`, `il a été`."""
    season = candidate.slot("SEASON")
    assert season is not None
    tokens, vocabulary = candidate.tokens, candidate.vocabulary
    if tokens.words[season.index] not in vocabulary.ellipsis or candidate.has(
        "YEAR", "YY", "DEIC", "THEN", "THAT", "EARLY"
    ):
        return True
    before = tokens.word(season.index - 1)
    if candidate.after in ("of", "in", "from", "to", "'", "for"):
        return False
    if season.index > candidate.first and before in ("'", "d", "l"):
        return True
    return before in vocabulary.season_leads or (before == "the" and candidate.before in vocabulary.at)


def _is_weekday(candidate: Candidate) -> bool:
    """Turn down names: `Black Friday`, `vendredi saint`."""
    weekday = candidate.slot("WEEKDAY", "WABBR")
    assert weekday is not None
    before = candidate.tokens.word(weekday.index - 1)
    return (
        candidate.after not in candidate.vocabulary.after_weekday and before not in candidate.vocabulary.before_weekday
    )


def _is_unit(candidate: Candidate) -> bool:
    """Leave `the year` to the number behind it: `the year 1960`."""
    return not (candidate.size == 2 and candidate.after[:1].isdecimal())


def _is_rate(candidate: Candidate) -> bool:
    """Accept `five tonnes a year`, `$3 million a day`; a year by itself is a length of time."""
    for word in (candidate.before, candidate.lead):
        if word[:1].isdecimal() or word in candidate.vocabulary.measures:
            return candidate.after not in ("ago", "earlier", "later", "before", "after", "or", "and", "of", "-")
    return False


_CURRENCY = words("$ £ € #")


def _is_duration(candidate: Candidate) -> bool:
    """Turn down the second of its kind, quarters to live in, ages in French, amounts of money."""
    tokens, slots = candidate.tokens, candidate.slots
    if candidate.size == 1 and candidate.after == "-" and tokens.touches_next(candidate.last - 1):
        return tokens.word(candidate.last + 1) in ("", "s")
    if candidate.size == 2 and slots[0].role == "QUANT" and slots[-1].role == "UNIT":
        return tokens.word(candidate.first) != "some"
    if candidate.size <= 2 and any(
        word in candidate.vocabulary.ambiguous_units for word in tokens.words[candidate.first : candidate.last]
    ):
        return candidate.has("NUM")
    parts_of_a_whole = tokens.words[candidate.last - 2 : candidate.last] == ["-", "quarters"]
    if parts_of_a_whole or (candidate.vocabulary.aged and _is_age(candidate)):
        return False
    lasting = tokens.word(candidate.first) == "last" and candidate.before in candidate.vocabulary.lasting
    return not lasting and not (slots and slots[0].role == "NUM" and candidate.before in _CURRENCY)


def _is_age(candidate: Candidate) -> bool:
    """Say whether a number of years tells how old somebody is: `Jean Petit, 19 ans,`, `un homme de 38 ans`."""
    unit, number = candidate.slot("UNIT", "UNITS"), candidate.slot("NUM")
    if unit is None or number is None or unit.value != "Y":
        return False
    before, lead, after, vocabulary = candidate.before, candidate.lead, candidate.after, candidate.vocabulary
    if lead in vocabulary.aged or (before == "'" and lead == "d"):
        return True
    if before == ",":
        return after in (",", ".", "et", ")", ";", "")
    old_enough = isinstance(number.value, int) and number.value >= 15
    return before == "de" and old_enough and lead not in vocabulary.terms and after != "de"


def _is_duration_range(candidate: Candidate) -> bool:
    """Turn down the ages of a group: `les 6-16 ans`, `children aged 6 to 16 years`."""
    if candidate.vocabulary.aged and candidate.before in candidate.vocabulary.young:
        return False
    return (
        candidate.lead not in candidate.vocabulary.young
        and candidate.before not in _CURRENCY | {"."}
        and _is_duration(candidate)
    )


def _is_term(candidate: Candidate) -> bool:
    """Accept a lone unit only where it is a number of years by itself: `quinquennat`."""
    return candidate.slots[0].value in TERMS


_CLOCK_OPENERS = frozenset([",", "(", "", "-"])


def _is_clock(candidate: Candidate) -> bool:
    """Accept `10:30` where nothing says that it is a score, a verse or a ratio."""
    if candidate.tokens.word(candidate.last - 1) in ("heures", "heure") and candidate.size == 2:
        return candidate.before in ("à", "vers", "dès")
    if candidate.size > 1 or candidate.has("MERIDIEM", "MERIDIEMLETTER", "ZONE", "NOON", "HOURMARK"):
        return True
    return candidate.before in candidate.vocabulary.at | candidate.vocabulary.before_clock | _CLOCK_OPENERS


def _is_slashed(candidate: Candidate) -> bool:
    value = candidate.slots[0].value
    assert isinstance(value, tuple)
    low, high = sorted((int(value[0]), int(value[1])))
    return 1 <= low <= 12 and high <= 31 and candidate.before not in ("v", "$")


def _is_reference(candidate: Candidate) -> bool:
    """Turn down `now that`, and `the present` before what it qualifies."""
    after, vocabulary = candidate.after, candidate.vocabulary
    if candidate.tokens.word(candidate.first) == "now" and after == "that":
        return False
    qualifies = candidate.has("TENSE") and candidate.size <= 2
    return not (
        qualifies and after[:1].isalnum() and after not in vocabulary.at | vocabulary.past | vocabulary.subjects
    )


def _is_part(candidate: Candidate) -> bool:
    """Accept `the afternoon` behind `in` and `during` only: it may be a name or any of its kind elsewhere."""
    bare = candidate.size == 2 and candidate.tokens.word(candidate.first) == "the"
    return not bare or candidate.before in ("in", "during")


_GUARDS: dict[str, Callable[[Candidate], bool]] = {
    "year": _is_year,
    "shortdate": _is_short_date,
    "apostrophed": _is_apostrophed,
    "shortyear": _is_short_year,
    "yearrange": _is_year_range,
    "season": _is_season,
    "generic": _is_season,
    "weekday": _is_weekday,
    "unit": _is_unit,
    "rate": _is_rate,
    "duration": _is_duration,
    "durationrange": _is_duration_range,
    "term": _is_term,
    "clock": _is_clock,
    "slashed": _is_slashed,
    "reference": _is_reference,
    "part": _is_part,
}
