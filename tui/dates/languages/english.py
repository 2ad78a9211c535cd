"""The words of English that dates are made of."""

from __future__ import annotations

from collections.abc import Mapping

from tui.base.calendar_names import ENGLISH
from tui.dates.lexicon import Value
from tui.dates.vocabulary import Vocabulary
from tui.dates.wording import pairs, ranked, words

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)

_ROLES: Mapping[str, Mapping[str, Value]] = {
    "MONTH": ranked(" ".join(ENGLISH).lower()),
    "MABBR": ranked("jan feb mar apr - jun jul aug sep oct nov dec") | {"sept": 9},
    "WEEKDAY": ranked(_DAYS),
    "WABBR": ranked("mon tue wed thu fri sat sun") | {"tues": 2, "thur": 4, "thurs": 4},
    "WEEKDAYS": ranked("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    "SEASON": pairs("spring=SP summer=SU autumn=FA fall=FA winter=WI springtime=SP summertime=SU wintertime=WI"),
    "UNIT": pairs("day=D week=W month=M quarter=Q year=Y decade=DE century=CE weekend=WE fortnight=2W millennium=ML"),
    "UNITS": pairs("days=D weeks=W months=M quarters=Q years=Y decades=DE centuries=CE weekends=WE fortnights=2W"),
    "CLOCKUNIT": pairs("hour=TH minute=TM second=TS hr=TH min=TM sec=TS"),
    "CLOCKUNITS": pairs("hours=TH minutes=TM seconds=TS hrs=TH mins=TM secs=TS"),
    "NUM": ranked(_NUMBERS)
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
    | {"hundred": 100, "thousand": 1000, "dozen": 12},
    "HUNDRED": {"hundred": 100, "thousand": 1000, "dozen": 12},
    "ORD": ranked(_ORDINALS) | {"thirtieth": 30},
    "ORDDAY": ranked(_ORDINALS) | {"thirtieth": 30},
    "TENS": {"twenty": 20, "thirty": 30},
    "ONE": {"a": 1, "an": 1, "one": 1},
    "HALF": {"half": 0.5},
    "QUANT": dict.fromkeys(("several", "few", "some", "many", "couple", "various", "numerous", "countless"), "X"),
    "ABOUT": dict.fromkeys(("about", "around", "approximately", "roughly", "nearly", "almost", "some"), "APPROX")
    | {
        "over": "MORE_THAN",
        "under": "LESS_THAN",
        "barely": "APPROX",
        "only": "",
        "another": "",
        "full": "",
    },
    "THAN": {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN"},
    "LEAST": {"least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS"},
    "THE": {"the": 0},
    "AYEAR": {"year": "Y"},
    "DEIC": {"last": -1, "next": 1, "this": 0, "current": 0, "coming": 1, "upcoming": 1},
    "LATEST": {"latest": -1},
    "PAST": {"past": -1},
    "THEN": {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "same": 0} | {"subsequent": 1},
    "THAT": {"that": 0},
    "FINAL": {"last": 4, "final": 4},
    "STRETCH": {"past": -1, "last": -1, "next": 1, "coming": 1, "previous": -1, "preceding": -1, "following": 1}
    | {"first": 0, "final": 0, "latest": -1, "prior": -1, "intervening": 0, "initial": 0, "closing": 0, "opening": 0},
    "EARLY": {"early": "START", "late": "END", "mid": "MID", "middle": "MID"},
    "ADVERB": {"earlier": "", "later": "", "late": "END", "early": "START", "sometime": ""},
    "PHASE": {"beginning": "START", "start": "START", "end": "END", "middle": "MID", "close": "END", "outset": "START"}
    | {"midpoint": "MID", "dawn": "START", "conclusion": "END", "turn": "START"},
    "PHASED": {"early": "START", "late": "END", "latter": "END", "later": "END", "first": "START", "last": "END"}
    | {"closing": "END", "opening": "START", "final": "END"},
    "PART": pairs("morning=MO afternoon=AF evening=EV night=NI nighttime=NI daytime=DT dawn=MO dusk=EV noon=MI"),
    "PARTS": pairs("mornings=MO afternoons=AF evenings=EV nights=NI"),
    "NAMED": {"yesterday": -1, "today": 0, "tomorrow": 1},
    "TONIGHT": {"tonight": "NI"},
    "OVERNIGHT": {"overnight": "NI"},
    "PLURAL": {"s": ""},
    "NOON": {"noon": 12, "midnight": 0, "midday": 12},
    "MERIDIEM": {"am": 0, "pm": 12},
    "MERIDIEMLETTER": {"a": 0, "p": 12},
    "MARK": {"m": "m"},
    "ZONE": pairs(
        "gmt=Z utc=Z est=-05 edt=-04 et= pt= pst=-08 pdt=-07 cst=-06 cdt=-05 mst=-07 mdt=-06 cet=+01 cest=+02 bst=+01 "
        "ist= wat=+01 cat=+02 eat=+03 zulu=Z"
    ),
    "AGO": {"ago": -1, "hence": 1},
    "FROMNOW": {"now": 1, "today": 1},
    "SHIFT": {"earlier": -1, "later": 1, "afterwards": 1, "afterward": 1, "previously": -1},
    "BESIDE": {"before": -1, "after": 1, "since": 1},
    "ERA": dict.fromkeys(("bc", "bce"), "BC"),
    "DECADENAME": {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960}
    | {"seventies": 1970, "eighties": 1980, "nineties": 1990},
    "EACH": {"every": 1, "each": 1},
    "FREQ": pairs(
        "daily=P1D weekly=P1W biweekly=P2W monthly=P1M bimonthly=P2M quarterly=P1Q yearly=P1Y annual=P1Y annually=P1Y "
        "biannual=P6M biennial=P2Y hourly=PT1H nightly=P1D fortnightly=P2W"
    ),
    "REF": pairs(
        "now=PRESENT_REF currently=PRESENT_REF nowadays=PRESENT_REF presently=PRESENT_REF recently=PAST_REF "
        "lately=PAST_REF"
    ),
    "RECENT": {"recent": "PAST_REF", "coming": "FUTURE_REF", "future": "FUTURE_REF"},
    "TENSE": {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"},
    "FEAST": {"christmas": "12-25", "easter": "easter", "halloween": "10-31", "thanksgiving": "thanksgiving"}
    | {"xmas": "12-25"},
    "EVE": {"eve": -1},
    "STAMP": {"date": "PRESENT_REF"},
    "MOMENT": {"moment": "PRESENT_REF", "being": "PRESENT_REF"},
    "NEWYEAR": {"new": "01-01"},
}

VOCABULARY = Vocabulary(
    roles=_ROLES,
    future=words(
        "will shall would should ll scheduled expected due slated planned plans planning plan upcoming tomorrow must "
        "ought may might could can hopes hoping expects intends aims promises vows prepares preparing prepared "
        "postponed rescheduled delayed deadline pending starts begins opens leaves arrives expires takes resumes "
        "resume reopens plays forecast meets faces gathers"
    ),
    past=words(
        "was were had did said say says told been took came went became began begun made gave met held left sent won "
        "lost led found saw brought broke fell rose put died fled wrote spoke since ago yesterday ran shot struck hit "
        "cut drove built bought sold thought got kept fought taught grew knew withdrew overthrew quit tore flew drew "
        "blew threw wore bore swore tore chose froze stole woke rode rang sang sank swam sprang shrank drank hung dug "
        "stuck stung swung wound ground bound caught sought heard read paid laid spent lent bent dealt felt slept wept "
        "swept crept leapt meant stood understood sat spat shook mistook forgot forgave gotten ate beat bit hid slid "
        "fed bled bred sped shed split spread burst cast cost hurt shut thrust upheld"
    ),
    past_ending=("ed",),
    unlike_past=words("hundred indeed exceed proceed succeed speed breed greed agreed-upon sacred naked embed"),
    present=words("is are am has have can lives live remains remain exists exist stands knows know represents re"),
    progressive_ending=("ing",),
    perfect=words("has have"),
    participles=words("gone done seen taken given known shown written driven chosen fallen risen become come run"),
    passive=words("be"),
    auxiliaries=words("will shall"),
    streets=words("avenue street road boulevard drive lane square st ave blvd rd parkway"),
    orders=words("agreed ordered urged asked promised vowed decided threatened invited pledged wanted told warned"),
    infinitive=words("to"),
    phrases={
        "set": {"to": 1, "for": 1, "": -1},
        "going": {"to": 1},
        "hope": {"to": 1, "that": 1, "for": 1},
        "used": {"to": -1},
        "has": {"to": 1, "until": 1},
        "have": {"to": 1, "until": 1},
        "is": {"to": 1},
        "was": {"to": 1, "": -1},
        "were": {"to": 1, "": -1},
        "are": {"to": 1},
        "could": {"not": -1},
    },
    clause=words("that which who whom whose when where while after because although whereas but if unless and"),
    compared=words("than of"),
    lasted=words("lasted continued remained stayed waited worked dragged stretched held ran burned fought ruled"),
    pluperfect=words("had"),
    towards=words("by until till through"),
    bounds=words("before from"),
    at=words(
        "in on of by since until till from during through throughout before after between to and or for late "
        "early mid last next this around about circa c than as at ending ended beginning starting starts "
        "began ends dated the every each previous following that into past back late"
    ),
    numbered=words(
        "resolution resolutions no number page pages p pp article section room flight route highway nr model "
        "version paragraph chapter decision decisions directive directives decree code ref tel phone fax about "
        "around some over nearly almost than least "
        "most approximately roughly up another agenda vision boeing $ £ € # + = % / * usd cfa"
    ),
    measures=words(
        "percent pct per % mln million bln billion dlrs dollars euros pounds francs yen km kilometres "
        "kilometers miles metres meters feet ft m kg tonnes tons barrels acres hectares people men women "
        "troops soldiers police officers peacekeepers civilians personnel members vs shares points votes "
        "times cc hp mhz local foreign other or° team squad side model vintage hours hrs"
    ),
    names=words("may march"),
    ellipsis=words("fall spring"),
    season_leads=words("in by since until"),
    lasting=words("to will would could can must may might should not did can't won't cannot"),
    month_first=True,
    capital_names=True,
    ordinal_endings=("st", "nd", "rd", "th"),
    of_time=words("in since until till from between before after circa"),
    strictly_of_time=words("in since"),
    within=words("during throughout"),
    determiners=words("the a an his her its their our this that s"),
    ambiguous_units=words("second quarters sec min secs mins hr hrs"),
    after_weekday=words("times telegraph mirror herald express mail post sun"),
    before_weekday=words("black bloody cyber super"),
    papers=words("mail independent"),
    shows=words("live"),
    before_today=words("usa russia india psychology physics history"),
    programmes=words("show programme program"),
    of_nights=words(
        "stay stays guest guests visitor visitors trip trips shift shifts job jobs worker workers bag bags camping "
        "parking accommodation lodging delivery shipping courier messenger mail success sensation rate rates lending "
        "deposits loans repo repos"
    ),
    before_clock=words("at"),
    young=words("children aged ages pupils"),
    subjects=words("he she it they we you i there is"),
)
