"""Finds written dates at the head of an article, apart from the words around them.

English, French and Arabic months, and those of other languages of news pages, day first or month first, and ISO forms,
in any decimal digits. An ambiguous date (03/08/2023) stays unread unless the words beside it are French or German:
better unknown than wrong by months.
`tui.importing.dating.day_order` may still resolve it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from tui.base.calendar_names import ENGLISH, FRENCH, SHORT
from tui.base.days import Precision, Span, read_iso
from tui.base.folding import fold

_SHORT_FRENCH = {"janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9}
SHORT_MONTHS = {name.lower(): number for number, name in enumerate(SHORT, 1)}
"""The months as web addresses and machines name them."""

_ARABIC_MONTHS = (
    "يناير جانفي كانون_الثاني",
    "فبراير فيفري شباط",
    "مارس اذار",
    "ابريل افريل نيسان",
    "مايو ماي ايار",
    "يونيو يونيه جوان حزيران",
    "يوليو يوليه يوليوز جويليه جويلية تموز",
    "اغسطس غشت اوت اب",
    "سبتمبر شتنبر ايلول",
    "اكتوبر تشرين_الاول",
    "نوفمبر نونبر تشرين_الثاني",
    "ديسمبر دجنبر كانون_الاول",
)
"""As used from Morocco to Iraq, folded; none is ambiguous between countries."""

_OTHER_MONTHS = (
    "januar januari enero ene gennaio janeiro ianuarie января",
    "februar februari febrero febbraio fevereiro februarie февраля",
    "marz mrz maart mrt marzo marco martie mars марта",
    "april abril abr aprile aprilie апреля",
    "mai mei mayo maggio maio мая",
    "juni junio giugno giu junho iunie июня",
    "juli julio luglio lug julho iulie июля",
    "august augustus augusti agosto августа",
    "september septiembre settembre setembro septembrie сентября",
    "oktober okt octubre ottobre ott outubro octombrie октября",
    "november noviembre novembro noiembrie ноября",
    "dezember dez december diciembre dic dicembre dezembro decembrie декабря",
)
"""German, Dutch, Spanish, Italian, Portuguese, Romanian, Scandinavian and Russian, folded; short forms that are words
elsewhere (`set`, `ago`, `out`) are left out."""

_NUMBER_OF = {
    **{fold(name): month for month, names in enumerate(_OTHER_MONTHS, 1) for name in names.split()},
    **{fold(name): number for names in (ENGLISH, FRENCH) for number, name in enumerate(names, 1)},
    **SHORT_MONTHS,
    **_SHORT_FRENCH,
    **{name.replace("_", " "): month for month, names in enumerate(_ARABIC_MONTHS, 1) for name in names.split()},
}
_NAMES = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})(?![^\W\d_])\.?(?:\s?/\s?(?:{_NAMES})(?![^\W\d_]))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?P<year>\d{4})(?!\d(?!\d?:\d\d))"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<![\d/.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])",
        rf"(?<!\w){_DAY}(?:\s+(?:of|de))?[\s-]+{_MONTH}[,،]?(?:\s+de)?[\s-]+{_YEAR}",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        rf"(?<!\w){_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?<![\d/.-])(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?![\d/.-])",
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\d/-])",
        rf"(?<!\w){_MONTH},?\s+{_YEAR}",
    )
)
_LEAP_YEAR = 2000
"""Stands for a missing year; it has every day."""

_ANY_DIGITS = re.compile(r"\d{4}")
_CHANGED = re.compile(
    r"\b(?:updat|modif|edit(?!or|ion)|mise? a jour|last change|corrig(?:e|ee)\b|correct(?:ed|ions?)\b"
    r"|aktualisier|(?:zuletzt |letzte )?(?:geander|geaender|anderung|uberarbeit)|stand\b|bijgewerkt|gewijzigd"
    r"|actualizad|aggiornat|atualizad)"
)
"""Words before the day of a change; editors and editions do not count."""

_WEEKDAY = (
    r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mer|jeu|ven|sam|dim)(?=\.)"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mo|di|mi|do|fr|sa|so)(?=[.,])"
    r"|(?:يوم )?(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|الجمعة|السبت)،?"
)
_FRENCH = re.compile(
    r"\b(?:publiee?|modifiee?|mise? a jour|poste|mis en ligne)\b|^le \d"
    r"|\b(?:uhr|erstellt|veroffentlicht|aktualisiert|geandert|stand:?|datum|am|vom)\b(?=\W{0,3}\d{1,2}\.)"
    r"|\d{4},?\s*(?:-|um)?\s*\d{1,2}[:.]\d\d uhr\b"
)
"""Words beside figures that make the first one the day: French and German have no other order."""

_STAMP = re.compile(r"(?<=\d)t(?=\d\d:\d\d)|(?<=\d)z\b")
_AROUND = re.compile(
    rf"\b(?:{_WEEKDAY})\b|\b\d{{1,2}}\s*(?:[:.h]\s*\d\d)?(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?|hrs?\b|heures?\b)"
    r"|\b\d{1,2}\s*[:h.]\s*\d\d(?::\d\d(?:\.\d+)?)?|\b\d{1,2}\s*h\b|(?<=\s)[+-]\d\d:?\d\d\b|(?<=\d)[+-]\d\d:?\d\d\b"
    r"|\b(?:gmt|utc|tu|ut|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|akst|akdt|hst|adt|bst|wat|cat|eat|sast|z|t|ist|ast"
    r"|mez|mesz|eet|eest|msk|hkt|sgt|jst|kst|aest|aedt|acst|awst|nzst|nzdt|brt|art)\b(?:\s*[+-]\d{1,2})?"
    r"|(?<=\d)updated|\b\d{1,2}(?:[:.]\d\d)? uhr\b"
    r"|\b\d{1,3}\s*-?\s*min(?:ute)?s?\b\.?(?:\s*(?:read|de lecture))?"
    r"|\b(?:\d+|an?) (?:minute|hour|day|week)s? ago\b|\bil y a \d+ (?:minute|heure|jour)s?\b"
    r"|\b(?:date|dated|publi(?:shed|cation|e|ee)|first|posted|poste|on|at|the|le|la|du|a|updated?|last|modified|modifie"
    r"|created|cree|issued|released?|edited|mis|mise|jour|depuis|and|et"
    r"|am|um|uhr|vom|den|der|datum|stand|erstellt|erschienen|veroffentlicht(?:ung)?|aktualisiert|aktualisierung|zuletzt"
    r"|geandert|letzte|anderung|bearbeitet|gepubliceerd|geplaatst|bijgewerkt|publicado|publicada|publicata|pubblicato"
    r"|actualizado|aggiornato|atualizado|el|il|em|alle|ore|om|op|(?:presse)?(?:mitteilung|meldung)(?= vom)"
    r"|artikel(?= vom)|beitrag(?= vom)|nachricht(?= vom)|revision|revised)\b"
)
_LETTER = re.compile(r"\w")

_HELD_LINE = 400
"""Characters of the longest line whose dates are held."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a line."""

    span: Span | None
    """The days that it means, or None if ambiguous: `03/08/2023`."""
    precision: Precision
    start: int
    """Its first character's offset in the line."""
    end: int
    """The offset after its last character."""
    changed: bool = False
    """Whether the words before it say that it is the day of a change: `Updated: …`."""
    either: tuple[date, ...] = ()
    """The days that it may mean if `span` is None, day first before month first."""


def dates_in(line: str, day_first: bool = False) -> list[WrittenDate]:
    """Return the dates in `line`, in order.

    With `day_first` the text's language writes the day before the month, so that 03/08/2023 is not ambiguous.
    """
    if not _ANY_DIGITS.search(line):
        return []
    return list(_dates_in(line, day_first) if len(line) <= _HELD_LINE else _dates_in.__wrapped__(line, day_first))


@lru_cache(maxsize=256)
def _dates_in(line: str, day_first: bool) -> tuple[WrittenDate, ...]:
    """Return the dates in a line that has digits: each rule of a clipping asks for those of the same few lines."""
    folded = _STAMP.sub(" ", fold(line))
    french = day_first or _FRENCH.search(folded) is not None
    taken: list[tuple[int, int]] = []
    found: list[WrittenDate] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            read = _read(match.groupdict(), french)
            if read:
                either = () if read[0] else _either(match.groupdict())
                found.append(WrittenDate(*read, *match.span(), either=either))
    found.sort(key=lambda one: one.start)
    behind = 0
    for place, one in enumerate(found):
        if _CHANGED.search(folded, behind, one.start):
            found[place] = replace(one, changed=True)
        behind = one.end
    return tuple(found)


def bare_dates(line: str, day_first: bool = False) -> list[WrittenDate]:
    """Return the dates of a line of only dates, times, weekdays and words such as "Published"; else nothing."""
    found = dates_in(line, day_first)
    if not found:
        return []
    folded = _STAMP.sub(" ", fold(line))
    rest = folded[: found[0].start]
    for one, after in zip(found, [*(later.start for later in found[1:]), len(folded)], strict=True):
        rest += " " + folded[one.end : after]
    return found if _is_silent(rest) else []


def says_when(words: str) -> bool:
    """Say whether words are only about time: a time of day, a weekday, `Updated`; true for an empty string."""
    return _is_silent(_STAMP.sub(" ", fold(words)))


def _is_silent(folded: str) -> bool:
    return _LETTER.search(_AROUND.sub(" ", folded)) is None


def day_and_month(written: str) -> tuple[int, ...]:
    """Read a day without a year, `Sept 8` or `le 8 septembre`, as `(8, 9)`; empty for anything else."""
    found = [one for one in dates_in(f"{written.strip(' ,')} {_LEAP_YEAR}") if one.precision is Precision.DAY]
    return (found[0].span.first.day, found[0].span.first.month) if len(found) == 1 and found[0].span else ()


def month_number(written: str) -> int:
    """Return the number of a month by its name or in figures; 0 for anything else."""
    if written.isdecimal():
        return int(written) if 1 <= int(written) <= 12 else 0
    return _NUMBER_OF.get(fold(written), 0)


def first_day(line: str) -> date | None:
    """Return the first date in a line if it is a day; None for a month, a year or an ambiguous date."""
    found = dates_in(line)
    return found[0].span.first if found and found[0].span and found[0].precision is Precision.DAY else None


def read_date(written: str) -> tuple[Span, Precision] | None:
    """Read a whole value: `2023-06`, `20 août 2023`, `2019-07-02T06:28:21+03:00`; None for anything else.

    Time and zone are ignored, so that the day stays that of the publisher's own calendar.
    """
    written = written.strip()
    try:
        return read_iso(written)
    except ValueError:
        found = bare_dates(written)
    return (found[0].span, found[0].precision) if found and found[0].span else None


def _read(parts: dict[str, str | None], french: bool) -> tuple[Span | None, Precision] | None:
    """Return the days of a match, without days if it is ambiguous; None if it is not a date."""
    year, month, day = int(parts["year"] or 0), parts.get("month"), parts.get("day")
    try:
        if month is None:
            return _numeric(year, int(parts["first"] or 0), int(parts["second"] or 0), french)
        number = int(month) if month.isdecimal() else _NUMBER_OF[month]
        if day is None:
            return Span.of_month(year, number), Precision.MONTH
        return Span.of_day(date(year, number, int(day))), Precision.DAY
    except ValueError:
        return None


def _either(parts: dict[str, str | None]) -> tuple[date, ...]:
    year, first, second = (int(parts[name] or 0) for name in ("year", "first", "second"))
    return date(year, second, first), date(year, first, second)


def _numeric(year: int, first: int, second: int, french: bool) -> tuple[Span | None, Precision]:
    """Read two numbers as day and month in the only order that the calendar or the language allows."""
    if first <= 12 and second <= 12 and first != second and not french:
        date(year, first, second)
        return None, Precision.DAY
    day, month = (first, second) if second <= 12 or french else (second, first)
    return Span.of_day(date(year, month, day)), Precision.DAY
