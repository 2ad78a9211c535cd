"""How Arabic puts its words together to a date: patterns by reading (see `tui.dates.grammar` for the notation).

Prefixes such as `wa-` and `bi-` are tokens of their own; an article belongs to its word. What is counted from Hijri
months gets no value unless the date of the common calendar stands beside it.
"""

from __future__ import annotations

from tui.dates.grammar import Rule
from tui.dates.languages.arabic import LETTERS

_MACROS = {
    "month": "MONTH (/ MONTH | - MONTH | OPEN MONTH CLOSE)?",
    "ofmonth": "(من)? (شهر)? @month",
    "era": "م | ميلادي | ميلادية",
    "inyear": "(من | ,)? (ل? (عام | سنة | العام | السنة))? YEAR @era?",
    "dayofmonth": "DAY | ORDDAY",
    "weekday": "(يوم | اليوم)? WEEKDAY",
    "date": "(@weekday ,? (OPEN)?)? @dayofmonth @ofmonth @inyear?",
    "monthyear": "@month @inyear",
    "hijri": "(@weekday ,?)? (@dayofmonth (من)?)? (شهر)? HIJRI ((ل? (عام | سنة | العام))? YEAR)? @hijriera?",
    "hijriera": "ه | هجري | هجرية | للهجرة",
    "common": "OPEN? (الموافق (ل | ب)? | المصادف)",
    "part": "PART (يوم)?",
    "time": "CLOCKWORD (CLOCK | HOUR | ORD | DOTTED) MERIDIEM? | CLOCK MERIDIEM?",
    "zoned": "@time (ب? توقيت ZONE | ZONE)?",
    "num": "NUM (و? NUM)? (و? NUM)?",
    "approx": "ABOUT | THAN من",
    "any": "UNIT | UNITS | CLOCKUNIT | CLOCKUNITS",
    "amount": "@num @any | QUANT @any | DUAL | UNITS @num",
    "phase": "PHASE (شهر)?",
    "deicticyear": "AYEAR DEIC | DEIC AYEAR | AYEAR THEN",
}

_RULES = (
    # Whole dates, with or without the time of day.
    Rule("date", "@date"),
    Rule("date", "@part @date | @date @zoned"),
    Rule("date", "@dayofmonth @ofmonth DEIC"),
    Rule("iso", "ISO (CLOCK)?"),
    Rule("slashed", "SLASHED"),
    Rule("hijri", "@hijri | @phase? (عام | سنة)? YEAR @hijriera"),
    Rule("hijridate", "<@hijri> ,? @common <@date> CLOSE?"),
    Rule("hijridate", "<@date> ,? @common <@hijri> CLOSE?"),
    # Ranges share their month or year.
    Rule("date", "<@dayofmonth> (- | إلى | و | حتى) <@dayofmonth @ofmonth @inyear?>"),
    Rule("date", "<@dayofmonth @ofmonth> (- | إلى | و | حتى) <@dayofmonth @ofmonth @inyear?>"),
    Rule("date", "<@month> (- | إلى | و | حتى) <@month @inyear?>"),
    Rule("date", "<YEAR> (- | إلى | و | حتى | /) <YEAR>"),
    Rule("yearrange", "<YEAR> (- | /) <YY>"),
    # Months, years and longer.
    Rule("date", "@phase? @monthyear | @phase? @month"),
    Rule("monthof", "@phase? @month DEIC"),
    Rule("date", "@month (من)? @deicticyear"),
    Rule("year", "@phase? (عام | سنة | العام | السنة)? YEAR @era?"),
    Rule("decade", "@phase? DECADENAME (القرن الماضي | القرن العشرين)?"),
    Rule("century", "@phase? القرن ORD (ميلادي | الميلادي)?"),
    Rule("quarter", "الربع ORD (من)? (@inyear | @deicticyear)?"),
    Rule("half", "النصف ORD من (@inyear | @deicticyear)"),
    Rule("season", "@phase? SEASON (DEIC | THEN | @inyear | @deicticyear)"),
    Rule("generic", "SEASON"),
    Rule("feast", "FEAST (@inyear | DEIC)?"),
    # Days counted from the day of writing.
    Rule("namedday", "(PART)? NAMED (WEEKDAY)? (PART)?"),
    Rule("namedday", "@zoned (من)? (يوم)? NAMED"),
    Rule("weekday", "@part? @weekday (DEIC | THEN)? PART?"),
    Rule("weekday", "هذا WEEKDAY"),
    Rule("weekday", "@zoned (من)? (يوم)? WEEKDAY (DEIC)?"),
    Rule("nightfrom", "(ليلة | ليل) WEEKDAY (- | إلى | على) WEEKDAY"),
    Rule("part", "هذا PART | هذه PART | PART DEIC | (في | خلال) <PART>"),
    # Periods counted from the day of writing, or from the last date.
    Rule("unit", "@phase? (UNIT DEIC | هذا UNIT | هذه UNIT | UNIT THEN)"),
    Rule("unit", "@phase UNIT | (خلال | هذا) <UNIT>"),
    Rule("shift", "AGO @approx? @amount"),
    Rule("shift", "AGO UNIT"),
    # Lengths of time.
    Rule("duration", "@approx? @amount"),
    Rule("duration", "(UNITS | CLOCKUNITS | DUAL) @num? STRETCH"),
    Rule("duration", "(لمدة | مدة | طوال | طيلة) <(UNIT | CLOCKUNIT)> | UNIT كامل"),
    Rule("durationrange", "<@num> (- | إلى | أو) <@num @any>"),
    # What comes again.
    Rule("frequency", "FREQ"),
    Rule("frequency", "EACH (NUM)? (@any | WEEKDAY | PART) | EACH يوم? WEEKDAYS"),
    # What is told apart only as past, present and future.
    Rule("reference", "REF"),
    # Times of day.
    Rule("clock", "@zoned"),
)
_FOLDED = str.maketrans(LETTERS)
MACROS = {name: pattern.translate(_FOLDED) for name, pattern in _MACROS.items()}
RULES = tuple(Rule(rule.reading, rule.pattern.translate(_FOLDED)) for rule in _RULES)
