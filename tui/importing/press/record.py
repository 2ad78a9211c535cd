"""The record of one article as a database prints it, and the draft that becomes of it.

Nothing of it is lost: what is neither title nor text is kept as it stands among what was left out, and what is known
of it stands in the fields as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from tui.base.folding import fold
from tui.importing.metadata import read_language
from tui.importing.parsed import Draft
from tui.importing.press.days import Day, day_in
from tui.importing.press.line import Line, paragraphs


class Label(Enum):
    """What a label of a record says."""

    TITLE = auto()
    OUTLET = auto()
    DATE = auto()
    AUTHOR = auto()
    SECTION = auto()
    PAGE = auto()
    EDITION = auto()
    LANGUAGE = auto()
    LENGTH = auto()
    NUMBER = auto()
    """The number that the database gives the article."""
    ADDRESS = auto()
    LEAD = auto()
    """A text that may stand again at the head of the article's own: an abstract."""
    TEXT = auto()
    OTHER = auto()
    """What is left out: days of loading among it, which never date an article."""


_PAGE = re.compile(
    r"(?:\b(?:pages?|pages?:|pg|seite|sida|side|pagina|página)\b\.?:?|(?<![\w.])[ps]\.)\s*(?P<page>[\w./-]{1,12}(?:,\s?\d{1,4})*)",
    re.I,
)
_COUNT = re.compile(r"\d{1,3}(?:[.,  \u202f]\d{3}){1,2}|\d{1,7}")
_BY = re.compile(r"(?:(?:written |words )?by|par|von|door|por|di|de notre correspondant\w*|av)\s*:?\s+(?=\w)", re.I)
_MAIL = re.compile(r"\s+[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?!\S)")
_LANGUAGES = {
    "arabic": "ar", "arabe": "ar", "arabisch": "ar", "chinese": "zh", "chinois": "zh", "danish": "da", "dansk": "da",
    "danois": "da", "dutch": "nl", "nederlands": "nl", "neerlandais": "nl", "niederlandisch": "nl", "english": "en",
    "anglais": "en", "englisch": "en", "engels": "en", "ingles": "en", "inglese": "en", "finnish": "fi", "french": "fr",
    "francais": "fr", "franzosisch": "fr", "frans": "fr", "frances": "fr", "francese": "fr", "german": "de",
    "deutsch": "de", "allemand": "de", "duits": "de", "aleman": "de", "tedesco": "de", "alemao": "de", "hebrew": "he",
    "italian": "it", "italiano": "it", "italien": "it", "italienisch": "it", "italiaans": "it", "japanese": "ja",
    "norwegian": "no", "norsk": "no", "polish": "pl", "polski": "pl", "portuguese": "pt", "portugues": "pt",
    "portugais": "pt", "portugiesisch": "pt", "portoghese": "pt", "russian": "ru", "russe": "ru", "russisch": "ru",
    "spanish": "es", "espanol": "es", "espagnol": "es", "spanisch": "es", "spaans": "es", "spagnolo": "es",
    "espanhol": "es", "swedish": "sv", "svenska": "sv", "suedois": "sv", "turkish": "tr", "turkce": "tr",
}  # fmt: skip
"""Languages by their names in the languages of the interfaces, folded."""


@dataclass(slots=True)
class Record:
    """What was found of one article."""

    title: str = ""
    outlet: str = ""
    day: Day | None = None
    author: str = ""
    section: str = ""
    page: str = ""
    edition: str = ""
    language: str = ""
    length: int = 0
    """Words, as the database counts them."""
    number: str = ""
    address: str = ""
    lead: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    doubt: str = ""
    """What speaks against the day; empty where nothing does."""
    note: str = ""
    """What the account should say of it."""

    def set(self, role: Label, value: str) -> None:
        """Fill a field with what stands behind a label, unless something better stood there before."""
        value = value.strip(" ;|")
        if not value or role in (Label.OTHER, Label.TEXT, Label.LEAD):
            return
        if role is Label.DATE:
            self.day = self.day or day_in(value)
        elif role is Label.AUTHOR:
            self.author = self.author or author_in(value)
        elif role is Label.SECTION:
            self.set_section(value)
        elif role is Label.LANGUAGE:
            self.language = self.language or language_in(value)
        elif role is Label.LENGTH:
            self.length = self.length or count_in(value)
        else:
            name = role.name.lower()
            setattr(self, name, getattr(self, name) or value)

    def set_section(self, value: str) -> None:
        """Take a section, and the page that stands beside it: `NEWS; Pg. 3`, `S. 7 Ausg. 167`."""
        found = _PAGE.search(value)
        if found:
            self.page = self.page or found["page"].strip(".,")
            value = value[: found.start()]
        self.section = self.section or value.strip(" ;,:-")

    def keep(self, lines: Iterable[Line | str]) -> None:
        """Keep lines that are no part of the article."""
        self.left_out.extend(line if isinstance(line, str) else line.text for line in lines)

    @property
    def whole(self) -> bool:
        """Whether it has what makes it an article: a title or an outlet, a day or a text."""
        return bool((self.title or self.outlet) and (self.day or self.body))

    @property
    def sure(self) -> bool:
        """Whether it has a day, an outlet, and a title or a text, as records of a known form have."""
        return bool(self.day and self.outlet and (self.title or self.body))

    def draft(self, width: int) -> Draft:
        """Make the draft of the article; `width` is the column at which its lines were broken, or 0."""
        text = tuple(paragraphs([*self.lead, *self.body], width))
        notes = tuple(filter(None, (self.note,)))
        return Draft(
            paragraphs=text,
            title=self.title,
            dates=self.day.dates if self.day else (),
            source=self.outlet,
            author=self.author,
            language=self.language,
            left_out=tuple(self.left_out),
            notes=notes,
            key=self.number,
            address=self.address,
            doubt=self.doubt or (self.day.doubt if self.day else ""),
            dated_by_name=False,
            section=self.section,
            page=self.page,
            edition=self.edition,
            length=self.length,
            archive_number=self.number,
        )


_ARTICLE_LAST = re.compile(r"([^,(]{2,80}), (The|Le|La|Les|El|Los|Las|Die|Der|Das|De|Het|Il|O|A)\b(?=\s?\(|$)")


def with_article_first(outlet: str) -> str:
    """Return the name of an outlet as it is printed: `The Quay (Portham)` for `Quay, The (Portham)`."""
    return _ARTICLE_LAST.sub(r"\2 \1", outlet.strip(), count=1)


def author_in(value: str) -> str:
    """Return the writers that a byline names, without `By` before them and a mail address behind."""
    named = _BY.sub("", value, count=1) if _BY.match(value) else value
    return _MAIL.sub("", named) or named


def begins_as_byline(line: str) -> bool:
    """Say whether a line begins as bylines do: `By`, `Par`, `Von`."""
    return _BY.match(line) is not None


def language_in(value: str) -> str:
    """Return the two-letter code of the language that a field names: `ENGLISH`, `GERMAN; DEUTSCH`, `Français`."""
    for name in re.split(r"[;,/|(]", value):
        folded = fold(name.strip())
        code = _LANGUAGES.get(folded) or read_language(folded)
        if code:
            return code
    return ""


def is_language(line: str) -> bool:
    """Say whether a line is the name of a language and nothing else."""
    return fold(line.strip()) in _LANGUAGES


def count_in(value: str) -> int:
    """Return the number of words that a field names, whatever parts its thousands; 0 where it names none."""
    found = _COUNT.search(value)
    return int(re.sub(r"\D", "", found[0])) if found else 0


def page_in(value: str) -> str:
    """Return the page that a line names: `p. 3`, `Seite: 14`; "" for others."""
    found = _PAGE.search(value)
    return found["page"].strip(".,") if found else ""


def texts_of(lines: Sequence[Line]) -> list[str]:
    """Return lines as strings."""
    return [line.text for line in lines]
