"""Dates at which nothing happens: what a figure is compared with, signatures, names, bounds, bare dates."""

from __future__ import annotations

import re

from tui.base.sentences import ends_sentence
from tui.chronology.clauses import own_clause, word_before
from tui.chronology.statements import Statement
from tui.dates.values import Basis, Timex, TimexType
from tui.dates.verbs import Tense, told_verbs, verbs_in
from tui.dates.wording import words

_DASHES = ("-", "–", "—", "/")
_QUOTES = "\"“”«»„'‘’"
_OUTSIDE = words("after beyond before après avant")
_FIGURE = r"[^,;]{0,60}?[\d٠-٩][^;]{0,40}"
_COMPARED = re.compile(
    r"\b(?:(?<!\blater )(?<!\bsooner )(?<!\bearlier )than"
    r"|compared? (?:with|to)|in comparison (?:with|to)|relative to|unlike|as opposed to|par rapport (?:à|aux?)"
    r"|comparée?s? (?:à|aux?|avec)|comparativement (?:à|aux?)|en comparaison (?:de|avec)|contrairement (?:à|aux?))\b"
    r"[^,;]{0,60}$"
    rf"|\b(?:against|vs\.?|versus|up from|down from|from|contre)\s{_FIGURE}$"
    r"|(?:\b(?:up|down|off|rise|rose|fell|increase|decrease|growth|higher|lower)\b[^;]{0,40}|%\s*|\bpct\s+)\bfrom\s[^,;\d]{0,20}$"
    r"|\b(?:plus|moins|aussi|autant|mieux|supérieure?s?|inférieure?s?)\b[^,;]{0,50}\bqu(?:e|['’])\s?[^,;]{0,20}$"
    r"|\b(?:comme|as) (?:in|en|au)\s$"
    r"|(?:مقارنة|بالمقارنة|مقابل)[^,;،؛]{0,60}$",
    re.IGNORECASE,
)
"""What stands before a date with which something is compared."""
_RELATIVE = re.compile(r"\b(?:earlier|previously|auparavant|plus tôt)\b|\byear-ago\b", re.IGNORECASE)
"""Within a date of a month or more: it is one of comparison."""
_PERIOD_END = re.compile(
    r"\b(?:years?|quarters?|months?|weeks?|half|period|exercices?|trimestre|semestre|année|mois|période)\s+"
    r"(?:ended|ending|ends|to|through|closed|clos|close|achevée?|terminée?|finissant)\s+(?:on\s+|le\s+|au\s+|in\s+|en\s+)?$",
    re.IGNORECASE,
)
"""What stands before the last day of a period of accounts."""
_PERIOD = re.compile(r"\s+(?:ended|ending|closed|clos|close|achevée?|terminée?)\b", re.IGNORECASE)
"""What stands behind the name of such a period."""
_SIGNATURE = re.compile(
    r"\(@\w+\)[\s,·|-]*$|\b(?:photo|photograph|crédit|credit|getty|image)s?\b[^.;]{0,40}$", re.IGNORECASE
)
"""What stands before the date of a message or a picture that somebody signs."""
_DATED = re.compile(r"(?:\w+\s+){1,3}(?:dated|datée?s?(?: du| de)?|en date du)\s+(?:the\s+|le\s+)?", re.IGNORECASE)
"""What stands before the day in the title of a letter."""
_LEADS = words(
    "in during by since until till of from to between before after on early late mid through throughout around about "
    "and or this last next for as circa at over en au du des de dès depuis à vers entre et ou jusqu'en pendant "
    "durant début fin courant avant après dans le la ce cette في منذ خلال عام سنة حتى من إلى بين قبل بعد و"
)
_NAMING = words("of de d' d’")
"""Words behind which a year names a thing: `the treaty of 1992`."""
_SEASON = re.compile(r"\d{4}-(?:SP|SU|FA|WI)")
_CLOCK = re.compile(r"(?:at |à |around |about |vers |the |le |la |l['’]|in the )?(?:\d|\w+$)", re.IGNORECASE)
"""A time of day alone: where no day is named before, it can be that of any day."""
_POINTING = re.compile(
    r"\b(?:this|last|next|to\w+|yesterday|overnight|that|ce|cette|hier|demain|aujourd|dernière?|même)\b"
    r"|هذا|هذه|اليوم|أمس|غد",
    re.IGNORECASE,
)
_ANAPHORIC = re.compile(
    r"(?:the|that|this|the (?:same|next|previous)|last|first|le|la|le (?:même|dernier)) (?:last |next |same )?"
    r"(?:day|days|jour|journée)|(?:the )?(?:next|following|previous|same) (?:day|morning|afternoon|evening|night)"
    r"|le lendemain|la veille",
    re.IGNORECASE,
)
"""A day that the text must have named before; where it has not, it is none of those that are known."""
_OF_SOMETHING = re.compile(r"\s+(?:after|before|of|when|that|où|de|du|des|après|avant)\b", re.IGNORECASE)
_TODAY = frozenset(["today", "nowadays", "aujourd'hui", "aujourd’hui", "اليوم"])
"""Words that can mean the present age."""
_OF_THE_AGE = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:world|society|age|era|times?|generations?|youth|economy|environment|standards?|technolog\w+|culture"
    r"|young|children|life|reality)\b",
    re.IGNORECASE,
)
"""What stands behind `today` where it is the present age: `today's world`."""
_TABLE = re.compile(r"\.{5,}[^.]+\.{5,}")
"""Rows of a table."""
_SUPPOSED = frozenset(["if", "unless", "si", "إذا", "لو"])
_FEASTS = re.compile(
    r"(?:christmas|easter|thanksgiving|halloween|ramadan|valentine's day|new year(?:'s)?(?: eve| day)?|noël|pâques"
    r"|toussaint|nouvel an)",
    re.IGNORECASE,
)
_AT_FEAST = words("on at by for before after since until during over around à a avant après depuis pour pendant de en")
"""Words before a feast at which something happens; without one it is spoken of."""
_NOUN = re.compile(
    r"\s+(?!(?:and|or|in|on|at|to|for|with|by|from|of|the|a|an|was|were|is|are|had|has|this|last|next|when|as)\b)"
    r"[^\W\d_]{3,}"
)
_LEAST_WORDS = 3
_LEAST_OF_A_SENTENCE = 4
_MONTH = 31


def is_no_event(statement: Statement, timex: Timex, code: str) -> bool:
    """Return whether a date of a sentence is none at which something happens; `code` is the language."""
    before = statement.text[: timex.start - statement.start]
    after = statement.text[timex.end - statement.start :]
    return (
        _is_present_age(statement, timex, code)
        or _is_label(statement, timex, before, after, code)
        or _is_of_no_day(timex, after)
        or _is_supposed(statement, timex)
        or _is_compared(timex, before)
        or _is_bound_or_name(statement, timex, after)
    )


def _is_present_age(statement: Statement, timex: Timex, code: str) -> bool:
    """Return whether `today` tells how things stand: no verb of the past or the future is in its own clause."""
    if timex.text.lower() not in _TODAY:
        return False
    if _OF_THE_AGE.match(statement.text, timex.end - statement.start):
        return True
    first, last = own_clause(statement, timex)
    verbs = told_verbs(statement.text[first:last], code, begins=first == 0)
    return not any(verb.tense is not Tense.PRESENT for verb in verbs)


def _is_label(statement: Statement, timex: Timex, before: str, after: str, code: str) -> bool:
    """Return whether a date is quoted, signs something, names a period of accounts or a thing: `Christmas toys`."""
    if (
        _DATED.fullmatch(before)
        or _is_quoted(before, after)
        or _SIGNATURE.search(before)
        or _is_of_paper(statement, timex, code)
    ):
        return True
    if _FEASTS.fullmatch(timex.text) and (_NOUN.match(after) or word_before(statement, timex) not in _AT_FEAST):
        return True
    return _PERIOD.match(after) is not None or _PERIOD_END.search(before) is not None


def _is_compared(timex: Timex, before: str) -> bool:
    return _COMPARED.search(before) is not None or (_is_long(timex) and _RELATIVE.search(timex.text) is not None)


def _is_long(timex: Timex) -> bool:
    return timex.span is not None and len(timex.span) > _MONTH


def _is_bound_or_name(statement: Statement, timex: Timex, after: str) -> bool:
    """Return whether a year only bounds the event or names a thing, or a season names no year."""
    if _is_long(timex) and (word_before(statement, timex) in _OUTSIDE or _is_name(statement, timex, after)):
        return True
    return timex.inferred and _SEASON.fullmatch(timex.value) is not None and len(timex.text.split()) == 1


def _is_of_no_day(timex: Timex, after: str) -> bool:
    """Return whether a time or a day leans on a day that the text does not name."""
    if timex.basis is not Basis.PUBLISHED and timex.span is not None:
        return False
    if _ANAPHORIC.fullmatch(timex.text):
        return True
    if re.match(r"(?:the|le|ce) (?:day|jour)\b", timex.text, re.IGNORECASE) and _OF_SOMETHING.match(after):
        return True
    return timex.kind is TimexType.TIME and not _POINTING.search(timex.text) and _CLOCK.match(timex.text) is not None


def _is_of_paper(statement: Statement, timex: Timex, code: str) -> bool:
    """Return whether a date stands in brackets with words and no verb: `(The Herald, 3 May 2021, page 2)`."""
    text, start = statement.text, timex.start - statement.start
    opened, closed = text.rfind("(", 0, start), text.find(")", start)
    if opened < 0 or closed < 0 or ")" in text[opened:start]:
        return False
    rest = text[opened + 1 : start] + text[timex.end - statement.start : closed]
    return bool(re.search(r"[^\W\d_]{3,}", rest)) and next(verbs_in(rest, code), None) is None


def _is_supposed(statement: Statement, timex: Timex) -> bool:
    """Return whether the clause of a date begins with `if`."""
    first, _last = own_clause(statement, timex)
    head = re.match(r"\W*(\w+)", statement.text[first:])
    return head is not None and head[1].lower() in _SUPPOSED


def _is_name(statement: Statement, timex: Timex, after: str) -> bool:
    """Return whether a year only names a thing: `the 2015 treaty`, `la loi de 2015`, `World Cup 2018`."""
    if not timex.text.strip().isdecimal():
        return False
    lead = word_before(statement, timex)
    if lead in _NAMING:
        return True
    return bool(lead) and lead.rsplit("'", 1)[-1] not in _LEADS and not lead.endswith((",", ":")) and after[:1] != ":"


def is_dateline(timex: Timex, text: str) -> bool:
    """Return whether the date belongs to `Bamako, Mali, 7 July 2023 –` at the head of a text."""
    before = text[: timex.start]
    if len(before) > 60 or any(word[:1].islower() for word in before.split()):
        return False
    return text[timex.end : timex.end + 3].strip()[:1] in _DASHES


def is_fragment(statement: Statement, code: str) -> bool:
    """Return whether a statement is a bare date, a line without a verb or a table; `code` is the language."""
    if _TABLE.search(statement.text):
        return True
    rest = statement.text
    for timex in reversed(statement.timexes):
        rest = rest[: timex.start - statement.start] + " " + rest[timex.end - statement.start :]
    number = sum(any(char.isalpha() for char in word) for word in rest.split())
    if number < _LEAST_WORDS:
        return True
    if ends_sentence(statement.text) and number >= _LEAST_OF_A_SENTENCE:
        return False
    return next(verbs_in(statement.text, code, begins=True), None) is None


def _is_quoted(before: str, after: str) -> bool:
    """Return whether the expression alone stands in quotation marks: it is then quoted as a word."""
    return before[-1:] in _QUOTES and after[:1] in _QUOTES and bool(before) and bool(after)
