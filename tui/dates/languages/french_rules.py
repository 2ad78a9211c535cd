"""How French puts its words together to a date: patterns by reading (see `tui.dates.grammar` for the notation).

The article belongs to the expression (`le 6 mai`) unless a preposition has swallowed it (`du 6 mai`).
"""

from __future__ import annotations

from tui.dates.grammar import Rule

MACROS = {
    "month": "MONTH | MABBR .?",
    "year": "YEAR | ' ? YY",
    "the": "THE '?",
    "dayofmonth": "DAY (er | °)? | ORDDAY",
    "part": "PART | AFTERNOON - midi",
    "time": "(HOUR | NUM | ONE) HOURMARK (MINUTE | et HALF)? | CLOCK | NOON",
    "zoned": "@time (ZONE | heure locale | heures locales)? (précises)?",
    "date": "(@the | DEIC)? (WEEKDAY ,? @the?)? @dayofmonth (du mois de? | -)? @month"
    " ((de @the AYEAR)? @year | DEIC | de @lastyear)?",
    "day": "@the? WEEKDAY? @dayofmonth",
    "monthyear": "@month (de @the AYEAR | de)? @year",
    "of": "de @the? | du | d '",
    "phase": "(@the | mi -)? PHASE @of | @the? EARLY - | EARLY -? | à? @the PHASE @of",
    "num": "NUM ((-? et)? -? (NUM | ONE))? (-? NUM)? (-? NUM)? ((-? et)? -? ONE)?",
    "approx": "ABOUT (de | d ')? | THAN (de | d ') | au LEAST | un peu THAN (de | d ')",
    "count": "@num | ONE (seule | seul | NUM d ' | NUM de)? | QUANT | (de | un) QUANT | ONE? HALF -?",
    "unit": "UNIT (- end)? | UNITS (- ends)?",
    "any": "@unit | CLOCKUNIT | CLOCKUNITS",
    "lastyear": "@the? AYEAR DEIC | DEIC AYEAR (- THERE)? | @the même AYEAR | DEIC même AYEAR | @the AYEAR THEN",
    "decade": "@the? UNITS (DECADE | YY | TIMESFOUR - TENSOFYEARS (- PLUSTEN)? | TENSOFYEARS (- PLUSTEN)?) | les UNITS"
    " (DECADE | YY | TIMESFOUR - TENSOFYEARS (- PLUSTEN)? | TENSOFYEARS (- PLUSTEN)?)",
    "century": "@the? (ROMAN | ORD | NUM -? (et -?)? ORD) e? siècle",
    "era": "av .? j .? - c .? | avant (j .? - c .? | ERA | notre ère)",
}

RULES = (
    # Whole dates, with or without the time of day.
    Rule("date", "@date"),
    Rule("date", "@date @part"),
    Rule("date", "(@the? @part (@of | ,) | PHASE de) @date"),
    Rule("date", "@the? @part du @dayofmonth @month @year?"),
    Rule("shortdate", "@the? WEEKDAY? @dayofmonth @month YY | @phase? @month YY"),
    Rule("iso", "ISO (t? CLOCK)?"),
    Rule("slashed", "SLASHED"),
    # Ranges share their month or year.
    Rule(
        "date",
        "<@day> (- | au | et | ou | à | , | jusqu ' au) <@day @month @year?>",
    ),
    Rule("date", "<@day @month> (- | au | et | ou | à) <@day @month @year?>"),
    Rule(
        "date",
        "<@day> , <@day> et <@day @month @year?>",
    ),
    Rule("date", "<@month> (- | à | et | ou) <@month @year?>"),
    Rule("date", "<YEAR> (- | à | et | / | jusqu ' en) <YEAR>"),
    Rule("yearrange", "<YEAR> (- | /) <YY>"),
    # Months, years and longer.
    Rule("date", "@phase? (@the? mois de)? @monthyear"),
    Rule("date", "@phase? (@the? mois (de | d '))? @month"),
    Rule("date", "@phase? (@the? mois (de | d '))? @month (DEIC | THEN | de @lastyear)"),
    Rule("year", "@phase? (@the? AYEAR)? @year"),
    Rule("year", "à THE ' <horizon @year> | (d ' ici | ici) <@year>"),
    Rule("dayofmonth", "(@the | du)? WEEKDAY? @dayofmonth (du même UNIT | de ce UNIT | du UNIT (DEIC | THEN))"),
    Rule("shortyear", "(en | depuis | dès) <YY>"),
    Rule("decade", "(@phase | @the? PHASE des | EARLY des)? @decade"),
    Rule("decade", "(@phase? les | @the? PHASE des | EARLY des)? UNITS YEAR"),
    Rule(
        "decade",
        "(@the? PHASE des | EARLY des) UNITS (DECADE | YY | TENSOFYEARS (- PLUSTEN)? | TIMESFOUR - TENSOFYEARS)",
    ),
    Rule("century", "@phase? @century @era?"),
    Rule("era", "@phase? (@month | @the? SEASON)? (THREE | NUM | FOUR | YEAR) @era"),
    Rule("quarter", "@phase? @the? ORD trimestre ((de @the AYEAR | de)? @year | DEIC | de @lastyear)?"),
    Rule("half", "@the? ORD semestre ((de @the AYEAR | de)? @year | de @lastyear)?"),
    Rule("nthof", "@the? (ORD | DEIC) (WEEKDAY | UNIT (- end)?) (de | d ') @month ((de)? @year | DEIC)?"),
    Rule("season", "@phase? @the? THEN? SEASON (de? @year | DEIC | THEN | de @lastyear)"),
    Rule("season", "(DEIC | @phase) SEASON"),
    Rule("generic", "(@the UNITS d ' | @the mois d ' | les mois d ' | @the)? SEASON"),
    Rule("feast", "@the? WEEKDAY (de | de @the) FEAST @year?"),
    Rule("feast", "@the? FEAST (@year | DEIC)? | @the jour de FEAST | @the? NEWYEAR an @year?"),
    # Days counted from the day of writing.
    Rule("namedday", "(BESIDE -)? NAMED (@part | à? NOON)? | NAMED @the? @part | NAMED WEEKDAY @part?"),
    Rule("namedday", "NAMED (en | à @the | au) PHASE (de @the? | d ' | du) @part"),
    Rule("namedday", "@zoned NAMED"),
    Rule("thennamed", "@the (BESIDE -)? THENNAMED (@part | au @part)? | (au) <THENNAMED>"),
    Rule("part", "@the? PHASE (de @the? | d ' | du) @part"),
    Rule("part", "@the AFTERNOON - midi"),
    Rule("part", "(dans | pendant | durant | au | vers) <@the? @part> | en <PART>"),
    Rule("part", "DEIC @part - THERE"),
    Rule("unit", "@the UNIT en cours"),
    Rule("part", "DEIC même? @part | @the? PART (DEIC) | @the même @part | @the @part même | tôt DEIC @part"),
    Rule("weekday", "(@the | DEIC même?)? WEEKDAY (@part | dans @the @part)? (DEIC | THEN)? @part?"),
    Rule("weekday", "(@the? (@part | journée) (de | du) | @zoned ,?) WEEKDAY DEIC?"),
    Rule("weekday", "<@the? WEEKDAY> (et | ou | ,) <@the? WEEKDAY DEIC>"),
    Rule("weekdayofweek", "@the? WEEKDAY (de)? (la semaine DEIC | cette semaine)"),
    Rule("weekdayofmonth", "@the? WEEKDAY @dayofmonth"),
    Rule("nightfrom", "@the PART (de | du) WEEKDAY (à | au) WEEKDAY"),
    Rule("nightfrom", "@the PART du @dayofmonth au @dayofmonth @month @year?"),
    # Periods counted from the day of writing, or from the last date.
    Rule("unit", "@phase? (DEIC (même)? UNIT (- end)? (- THERE)? | @the? UNIT (- end)? (DEIC | THEN))"),
    Rule("unit", "@phase? @the THEN UNIT"),
    Rule("unit", "@phase @the? UNIT"),
    Rule("unit", "@the? UNIT - end"),
    Rule("unit", "(dans | pour | sur | durant | pendant) <@the UNIT (en cours)?>"),
    Rule("shift", "(AGO y a | AGO) (tout juste | exactement | à peine | déjà)? @approx? @count @any"),
    Rule("shift", "@approx? @count @any (SHIFT | plus SHIFT)"),
    Rule("shift", "FROMNOW @approx? @num @any"),
    Rule("clock", "@zoned (du PART | de THE ' AFTERNOON - midi)?"),
    Rule("clockrange", "<(HOUR HOURMARK?)> et <@zoned>"),
    Rule("clockrange", "<@zoned> (à | - | et | ou) <@zoned>"),
    Rule("clockrange", "<@zoned> (à | - | et | ou) <@zoned ,? WEEKDAY DEIC?>"),
    # Lengths of time.
    Rule("duration", "@approx? @count STRETCH? @any (et HALF)?"),
    Rule("duration", "@approx? @count @any et? @count @any"),
    Rule("duration", "(les | ces | ses | leurs | nos)? (@num | QUANT)? STRETCH @num? @any"),
    Rule("duration", "(les | ces | ses | @the)? @num @any (DEIC | STRETCH)"),
    Rule("duration", "(les | ces) @num @any"),
    Rule("duration", "des UNITS (et des UNITS)?"),
    Rule("duration", "toute @the UNIT | tout @the UNIT"),
    Rule("term", "UNIT"),
    Rule("durationrange", "<@approx? @num> (à | ou | -) <@num @any>"),
    # What comes again.
    Rule("frequency", "FREQ"),
    Rule("frequency", "chaque (@any | WEEKDAY | @part | MONTH | SEASON)"),
    Rule("frequency", "EACH les @num? (@any | WEEKDAYS | PARTS | @part)"),
    Rule("frequency", "par <@unit | CLOCKUNIT>"),
    Rule("frequency", "(les | des)? WEEKDAYS"),
    Rule("frequency", "(ONE | NUM) fois par @any"),
    # What is told apart only as past, present and future.
    Rule("reference", "REF | (en | à) <ce STAMP | THE ' heure STAMP>"),
    Rule("reference", "pour le STAMP | pour THE ' STAMP | à MOMENT | de nos jours"),
    Rule("reference", "(ces | les) DEIC TIMES | AGO y a AWHILE | (à | a) THE ' AGE"),
    Rule("reference", "à THE ' TENSE | (dans | par) <@the TENSE>"),
    # Times of day.
    Rule("clockrange", "<(HOUR HOURMARK?)> (à | -) <@zoned>"),
)
