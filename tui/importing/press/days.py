"""Days as databases print them, in the languages of their interfaces, and what else stands in the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tui.base.days import Precision, Span
from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.field_date import read_field_date

_MONTHS = (
    "january stycznia jan janvier janv januar januari enero ene gennaio gen janeiro janner jan января январь янв",
    "february lutego feb fevrier fevr februar februari febrero febbraio fevereiro fev февраля февраль фев",
    "march marca mar mars marts marz maerz maart mrt marzo marco mrz марта март",
    "april kwietnia apr avril avr abril abr aprile апреля апрель апр",
    "may maja mai mayo maggio mag maio mei maj мая май",
    "june czerwca jun juin juni junio giugno giu junho июня июнь июн",
    "july lipca jul juillet juil juli julio luglio lug julho июля июль июл",
    "august sierpnia aug aout augustus agosto ago augusti августа август авг",
    "september wrzesnia sept sep septembre septiembre settembre set setembro сентября сентябрь сент",
    "october pazdziernika oct octobre oktober okt octubre ottobre ott outubro out октября октябрь окт",
    "november listopada nov novembre noviembre novembro ноября ноябрь нояб",
    "december grudnia dec decembre dezember dez diciembre dic dicembre dezembro desember des декабря декабрь дек",
)
_NUMBER_OF = {fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})(?![^\W\d_])\.?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<![\d/.-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/-])",
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+(?:of|de))?[\s-]*{_MONTH},?[\s-]*(?:de[l]?\s+)?{_YEAR}",
        rf"(?<!\w){_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?\s+{_YEAR}",
        rf"(?<!\w){_YEAR},?\s+{_MONTH}\s+(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?<!\w){_MONTH},?\s+(?:de\s+)?{_YEAR}",
    )
)
"""Of the forms that find a day, the one that finds the earliest in the line counts."""

_WEEKDAY_LIST = (
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag maandag dinsdag woensdag donderdag"
    " vrijdag zaterdag zondag lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi"
    " giovedi venerdi sabato domenica segunda terca quarta quinta sexta feira mandag tirsdag onsdag torsdag fredag"
    " lordag sondag tisdag poniedzialek wtorek sroda czwartek piatek sobota niedziela понедельник вторник среда"
    " четверг пятница суббота воскресенье"
)
_WEEKDAYS = "|".join(map(fold, _WEEKDAY_LIST.split()))
_AROUND = re.compile(
    rf"(?<!\w)(?:{_WEEKDAYS}|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\.?)(?!\w)"
    r"|\b\d{1,2}\s?[:.h]\s?\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:uhr|heures?|uur|hrs?)\b"
    r"|\b(?:gmt|utc|cet|cest|est|edt|pst|pdt|bst|ist|aest|aedt|cst|cdt|mst|mdt|sast|wat|eat|jst|hkt|sgt|nzst|nzdt)\b"
    r"(?:[+-]\d{1,2}(?::?\d\d)?)?"
    r"|\b(?:central|eastern|western|pacific|mountain|greenwich|british)"
    r"(?: (?:european|standard|daylight|summer|mean))? time\b"
)
_FIGURES = re.compile(r"(?<![\d/-])\d{1,2}(?P<sep>[/-])\d{1,2}(?P=sep)\d{4}(?![\d/-])")
_MARKS = " ,;·•|–—-.()[]"


@dataclass(frozen=True, slots=True)
class Day:
    """A publication day as a line of a record names it."""

    dates: tuple[PublishedDate, ...]
    """The day; of one that may be several, their year and then each of them."""
    doubt: str = ""
    before: str = ""
    """What stands before it in the line, weekdays and times apart."""
    after: str = ""
    """What stands behind it, weekdays and times apart."""

    @property
    def bare(self) -> bool:
        """Whether the line says nothing but when."""
        return not self.before and not self.after


def day_in(line: str) -> Day | None:
    """Return the first day that a line names, or a month where it names no day; None where it names neither.

    Where days lie in figures that could be two (03/08/2023), both are offered with a doubt.
    """
    if not any(map(str.isdigit, line)):
        return None
    found = min(_found(fold(line)), default=None)
    if found is not None:
        start, end, span, precision = found[1:]
        dates = (PublishedDate(span, precision, Provenance.RECORD),)
        return Day(dates, "", without_times(line[:start]), without_times(line[end:]))
    figures = _FIGURES.search(line)
    if figures is None:
        return None
    stamp = read_field_date(figures[0], Provenance.RECORD)
    around = without_times(line[: figures.start()]), without_times(line[figures.end() :])
    return Day(stamp.dates, stamp.doubt, *around) if stamp.dates else None


def _found(folded: str) -> Iterator[tuple[int, int, int, Span, Precision]]:
    """Yield what each form finds: its rank, the place, its end, and what it means; a month alone ranks last."""
    for rank, form in enumerate(_FORMS):
        match = form.search(folded)
        read = _meaning(match.groupdict()) if match else None
        if match and read:
            last = read[1] is Precision.MONTH
            yield (match.start() if not last else len(folded) + rank), match.start(), match.end(), *read


def _meaning(parts: dict[str, str | None]) -> tuple[Span, Precision] | None:
    month, day = str(parts["month"]), parts.get("day")
    number = int(month) if month.isdecimal() else _NUMBER_OF[month]
    try:
        if day is None:
            return Span.of_month(int(str(parts["year"])), number), Precision.MONTH
        return Span.of_day(date(int(str(parts["year"])), number, int(day))), Precision.DAY
    except ValueError:
        return None


def without_times(text: str) -> str:
    """Return what a part of a line says besides weekdays, times and zones."""
    folded = fold(text)
    kept, behind = [], 0
    for match in _AROUND.finditer(folded):
        kept.append(text[behind : match.start()])
        behind = match.end()
    kept.append(text[behind:])
    return " ".join("".join(kept).split()).strip(_MARKS)
