"""What looks like a date but is not: "May" the verb, a resolution's number, a count of police officers.

Each guard checks one reading; when it rejects a match, the finder tries the next shorter one at the same place.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.dates.candidate import Candidate
from tui.dates.false_durations import is_duration, is_duration_range, is_rate, is_term
from tui.dates.false_names import is_named_day, names_a_weekday, qualifies_a_noun
from tui.dates.tokens import Tokens
from tui.dates.wording import words


def is_date(candidate: Candidate) -> bool:
    """Return whether a match is a date in its surroundings."""
    if not _is_whole(candidate) or _ends_in_a_code(candidate) or not _months_stand(candidate):
        return False
    reading = candidate.reading
    if reading == "date" and {slot.role for slot in candidate.slots} == {"YEAR"}:
        reading = "year"
    guard = _GUARDS.get(reading)
    return guard is None or guard(candidate)


_GLUE = words(r"/ @ _ \ # = & $ £ €")


def _is_whole(candidate: Candidate) -> bool:
    """Reject matches that are part of a longer code: `AB-1234`, `1234.5`, `/2023/`, `x2023`."""
    tokens, first, last = candidate.tokens, candidate.first, candidate.last
    before, after = candidate.before, candidate.after
    if first and tokens.touches_next(first - 1) and (before in _GLUE or before[-1:].isalnum()):
        if before in candidate.vocabulary.proclitics:
            return True
        return before == "-" and candidate.lead.isalnum() and not tokens.word(first).isdecimal()
    glued = tokens.touches_next(last - 1) and after in _GLUE and tokens.touches_next(last)
    return not (glued and tokens.word(last + 1)[:1].isdecimal())


def _ends_in_a_code(candidate: Candidate) -> bool:
    """Return whether letters are glued to a year: `1080p`, `2160P`; behind a month a capital begins the next word."""
    tokens, last = candidate.tokens, candidate.last
    if not any(slot.role == "YEAR" and slot.index == last - 1 for slot in candidate.slots):
        return False
    glued = tokens.touches_next(last - 1) and candidate.after[:1].isalpha()
    return glued and not (tokens.is_capital(last) and candidate.has("MONTH", "MABBR"))


_COMPANY = ("DAY", "ORDDAY", "YEAR", "YY", "EARLY", "PHASE", "DEIC", "THEN", "THAT", "EACH", "PHASED")
"""Roles beside which a month is one, however it is written."""


def _months_stand(candidate: Candidate) -> bool:
    """Reject months that are short forms, names or verbs: `mar`, `May`, `march`, the planet `Mars`."""
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
        compound = tokens.word(slot.index - 1) == "-" and slot.index > candidate.first
        if not vocabulary.capital_names and capital and compound and not candidate.has("DAY"):
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
    if (before == "de" and lead in vocabulary.counted) or _is_address(candidate):
        return True
    return before[:1].isdecimal() or (before == "-" and lead[:1].isdecimal())


def _is_address(candidate: Candidate) -> bool:
    """Return whether a street follows a number, with its name between them."""
    tokens = candidate.tokens
    for index in range(candidate.last, candidate.last + 4):
        if tokens.word(index) in candidate.vocabulary.streets:
            return True
        if not tokens.is_capital(index):
            return False
    return False


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
    """Return the earliest year for numbers that a preposition leads: 1400 unless the context is about time."""
    after, vocabulary = candidate.after, candidate.vocabulary
    ends = not after[:1].isalnum() or after in vocabulary.at | vocabulary.past | vocabulary.future
    counts = candidate.tokens.word(candidate.last + 1)[:1].isdecimal()
    return 1000 if ends and not counts and candidate.before in candidate.vocabulary.of_time else 1400


def _years(candidate: Candidate) -> list[int]:
    return [slot.value for slot in candidate.slots if slot.role == "YEAR" and isinstance(slot.value, int)]


def _counts(candidate: Candidate) -> bool:
    """Return whether a bare number counts what follows: `2000 troops`, but `the 2000 elections`."""
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
    """Reject `the fall of Gao`, `prices fall`, `il a été`."""
    season = candidate.slot("SEASON")
    assert season is not None
    tokens, vocabulary = candidate.tokens, candidate.vocabulary
    if _is_name_of_season(candidate, season.index):
        return False
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


def _is_name_of_season(candidate: Candidate, index: int) -> bool:
    """Return whether a season is part of a name: `British Summer Time`, `les Jeux Olympiques d'hiver`."""
    tokens, vocabulary = candidate.tokens, candidate.vocabulary
    if candidate.has("YEAR", "YY", "DEIC", "THEN", "THAT"):
        return False
    if vocabulary.capital_names and tokens.is_capital(index) and not _is_shouted(tokens, index):
        return tokens.is_capital(candidate.last)
    noun = tokens.word(index - 3)
    return tokens.words[index - 2 : index] == ["d", "'"] and noun in vocabulary.season_names


def _is_weekday(candidate: Candidate) -> bool:
    """Reject names: `Black Friday`, `vendredi saint`; and a participle before the day: `il est passé vendredi`."""
    weekday = candidate.slot("WEEKDAY", "WABBR")
    assert weekday is not None
    before = candidate.tokens.word(weekday.index - 1)
    opening = candidate.slots[0]
    if names_a_weekday(candidate, weekday.index):
        return False
    if opening.role == "DEIC" and opening.value and not candidate.vocabulary.capital_names:
        return False
    return (
        candidate.after not in candidate.vocabulary.after_weekday and before not in candidate.vocabulary.before_weekday
    )


def _is_unit(candidate: Candidate) -> bool:
    """Leave `the year` to the number behind it, and `the last day of` to what it is counted within."""
    if _belongs_to_a_day(candidate):
        return False
    if candidate.has("DEIC", "FINAL") and candidate.tokens.word(candidate.first) == "the" and candidate.after == "of":
        return False
    return not (candidate.size == 2 and candidate.after[:1].isdecimal())


_CLOCK_OPENERS = frozenset([",", "(", "", "-"])


def _is_clock(candidate: Candidate) -> bool:
    """Accept `10:30` where nothing says that it is a score, a verse or a ratio."""
    if candidate.tokens.word(candidate.last - 1) in ("heures", "heure") and candidate.size == 2:
        return candidate.before in ("à", "vers", "dès")
    if candidate.has("FOUR") and candidate.after == "of":
        return False
    if candidate.has("ONE") and candidate.before not in candidate.vocabulary.before_clock:
        return False
    if candidate.size > 1 or candidate.has("MERIDIEM", "MERIDIEMLETTER", "ZONE", "NOON", "HOURMARK"):
        return True
    return candidate.before in candidate.vocabulary.at | candidate.vocabulary.before_clock | _CLOCK_OPENERS


def _is_slashed(candidate: Candidate) -> bool:
    value = candidate.slots[0].value
    assert isinstance(value, tuple)
    low, high = sorted((int(value[0]), int(value[1])))
    return 1 <= low <= 12 and high <= 31 and candidate.before not in ("v", "$")


def _is_reference(candidate: Candidate) -> bool:
    """Reject `now that`, and `the present` before what it qualifies."""
    after, vocabulary = candidate.after, candidate.vocabulary
    if candidate.tokens.word(candidate.first) == "now" and after == "that":
        return False
    if candidate.has("AGE"):
        return not after[:1].isalnum()
    goes_on = after in vocabulary.at | vocabulary.past | vocabulary.subjects
    return not (candidate.has("TENSE") and candidate.size <= 2 and after[:1].isalnum() and not goes_on)


def _is_numbered_weekday(candidate: Candidate) -> bool:
    """Accept `vendredi 13` where the number counts nothing and is no time of day."""
    after, vocabulary = candidate.after, candidate.vocabulary
    return after in vocabulary.at or (not after[:1].isalnum() and after not in (":", "-", "%", "/"))


def _is_frequency(candidate: Candidate) -> bool:
    """Reject the noun: `le quotidien`, a newspaper."""
    noun = candidate.before in candidate.vocabulary.determiners and not candidate.vocabulary.capital_names
    return not (candidate.size == 1 and candidate.has("FREQ") and noun)


def _belongs_to_a_day(candidate: Candidate) -> bool:
    """Return whether a day follows that the match is a part of: `la nuit du 3 mai`, `la journée de mardi`."""
    following = candidate.tokens.word(candidate.last + 1)
    weekday = following in candidate.vocabulary.roles["WEEKDAY"]
    return candidate.after in candidate.vocabulary.of and (following[:1].isdecimal() or weekday)


def _is_part(candidate: Candidate) -> bool:
    """Accept `the afternoon` behind `in` and `during` only: it may be a name or any of its kind elsewhere."""
    if qualifies_a_noun(candidate):
        return False
    bare = candidate.size == 2 and candidate.tokens.word(candidate.first) == "the"
    return not _belongs_to_a_day(candidate) and (not bare or candidate.before in ("in", "during"))


_BEHIND = frozenset(
    ("when", "after", "before", "while", "as", "but", "because", "with", "at", "in", "to", "if", "that", "where", "and")
)
"""What may follow a day without its month; a noun makes it the number of something."""
_PLAY = frozenset(
    (
        "hole",
        "holes",
        "tee",
        "par",
        "birdie",
        "birdies",
        "bogey",
        "bogeys",
        "eagle",
        "green",
        "putt",
        "putts",
        "putted",
        "lap",
        "laps",
        "inning",
        "innings",
        "floor",
        "down",
    )
)
"""What is counted in sports and houses: `a bogey on the 15th`."""
_PLAYED = 12
"""How many words on either side are looked through for them."""


def _is_bare_day(candidate: Candidate) -> bool:
    """Accept `on the 15th` where it numbers nothing."""
    after, tokens = candidate.after, candidate.tokens
    if after[:1].isalnum() and (after not in _BEHIND or tokens.word(candidate.last + 1)[:1].isdecimal()):
        return False
    if after == "and" and tokens.word(candidate.last + 1) == "the":
        return False
    around = range(max(0, candidate.first - _PLAYED), min(len(tokens.words), candidate.last + _PLAYED))
    return after not in ("-", "'", "/") and _PLAY.isdisjoint(tokens.words[place] for place in around)


def _is_weekday_week(candidate: Candidate) -> bool:
    """Accept `Friday week` where no noun follows and none is named so."""
    vocabulary = candidate.vocabulary
    named = candidate.before in vocabulary.determiners | vocabulary.before_weekday
    goes_on = candidate.after[:1].isalnum() and candidate.after not in vocabulary.at | _BEHIND
    return not named and not goes_on and candidate.after not in ("-", "'")


def _is_clock_range(candidate: Candidate) -> bool:
    """Reject what is counted: `between 1400 and 1600 hours of work`."""
    return not candidate.has("FOUR") or candidate.after != "of"


_GUARDS: dict[str, Callable[[Candidate], bool]] = {
    "year": _is_year,
    "shortdate": _is_short_date,
    "apostrophed": _is_apostrophed,
    "shortyear": _is_short_year,
    "yearrange": _is_year_range,
    "season": _is_season,
    "generic": _is_season,
    "weekday": _is_weekday,
    "namedday": is_named_day,
    "unit": _is_unit,
    "rate": is_rate,
    "duration": is_duration,
    "durationrange": is_duration_range,
    "term": is_term,
    "clock": _is_clock,
    "clockrange": _is_clock_range,
    "weekdayweek": _is_weekday_week,
    "bareday": _is_bare_day,
    "slashed": _is_slashed,
    "reference": _is_reference,
    "part": _is_part,
    "weekdayofmonth": _is_numbered_weekday,
    "frequency": _is_frequency,
}
